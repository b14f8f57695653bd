//! [`Strings`]: distinct texts by number, laid out as numbers and bytes, so that the build can prepare them.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::lang::lexicon::column::Column;
use crate::text::hash::hash;

/// What an empty slot holds; any other number is one more than that of a text.
const EMPTY: u32 = 0;

/// Distinct texts, numbered from 0 in the order in which they came.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Strings {
    /// One behind the other, as bytes: a text is told to be one when it is asked for, so that loading them costs nothing.
    #[serde(borrow)]
    bytes: Cow<'static, [u8]>,
    /// Where each ends.
    ends: Column,
    /// Numbers by hash, in open addressing.
    slots: Column,
}

impl Strings {
    /// The text of a number.
    pub(super) fn get(&self, number: u32) -> Option<&str> {
        std::str::from_utf8(self.bytes(number)?).ok()
    }

    fn bytes(&self, number: u32) -> Option<&[u8]> {
        let at = number as usize;
        let start = match at.checked_sub(1) {
            Some(before) => self.ends.get(before)?,
            None => 0,
        };
        self.bytes.get(start as usize..self.ends.get(at)? as usize)
    }

    /// How many there are.
    pub(super) fn count(&self) -> u32 {
        self.ends.len() as u32
    }

    /// The number of a text.
    #[inline]
    pub(super) fn find(&self, text: &str) -> Option<u32> {
        self.slot(text)?.1
    }

    /// The number of a text, given now where it has none yet.
    pub(super) fn intern(&mut self, text: &str) -> u32 {
        if let Some(number) = self.find(text) {
            return number;
        }
        let number = self.ends.len() as u32;
        self.bytes.to_mut().extend(text.as_bytes());
        self.ends.push(self.bytes.len() as u32);
        if self.ends.len() * 2 > self.slots.len() {
            self.grow();
        } else if let Some((slot, _)) = self.slot(text) {
            self.slots.set(slot, number + 1);
        }
        number
    }

    /// The slot of a text, and its number if it is there.
    #[inline]
    fn slot(&self, text: &str) -> Option<(usize, Option<u32>)> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut slot = hash(text.as_bytes()) as usize & mask;
        loop {
            let held = self.slots.get(slot)?;
            let Some(number) = held.checked_sub(1) else {
                return Some((slot, None));
            };
            if self.bytes(number) == Some(text.as_bytes()) {
                return Some((slot, Some(number)));
            }
            slot = (slot + 1) & mask;
        }
    }

    fn grow(&mut self) {
        let slots = (self.slots.len() * 2).max(8);
        let mut fresh = Column::filled(slots, EMPTY);
        for number in 0..self.ends.len() as u32 {
            let text = self.bytes(number).unwrap_or_default();
            let mut slot = hash(text) as usize & (slots - 1);
            while fresh.get(slot).is_some_and(|held| held != EMPTY) {
                slot = (slot + 1) & (slots - 1);
            }
            fresh.set(slot, number + 1);
        }
        self.slots = fresh;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_text_has_one_number() {
        let mut strings = Strings::default();
        let words: Vec<_> = (0..100).map(|at| format!("كلمة{at}")).collect();
        for (number, word) in words.iter().enumerate() {
            assert_eq!(strings.intern(word), number as u32);
        }
        for (number, word) in words.iter().enumerate() {
            assert_eq!(strings.intern(word), number as u32);
            assert_eq!(strings.find(word), Some(number as u32));
            assert_eq!(strings.get(number as u32), Some(word.as_str()));
        }
        assert_eq!(strings.find("كلمة"), None);
        assert_eq!(strings.get(100), None);
    }
}
