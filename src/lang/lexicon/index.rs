//! [`Index`] and [`Lists`]: look-ups that are laid out as numbers, so that the build can prepare them.
//!
//! Hashing is our own, since the tables are made on one machine and read on another.

use serde::{Deserialize, Serialize};

use crate::lang::lexicon::column::Column;
use crate::text::hash::hash_number;

/// Numbers of a slot: two of the key, two of the value.
const SLOT: usize = 4;

/// What the key of an empty slot is.
const EMPTY: u32 = u32::MAX;

/// A pair of numbers by a pair of numbers, in open addressing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Index {
    slots: Column,
    used: u32,
}

impl Index {
    /// The value of a key.
    #[inline]
    pub(super) fn get(&self, key: (u32, u32)) -> Option<(u32, u32)> {
        let mask = (self.slots.len() / SLOT).checked_sub(1)?;
        let mut slot = first_slot(key, mask);
        loop {
            let [held, value] = self.slots.pairs(slot * SLOT)?;
            if held == key {
                return Some(value);
            }
            if held.0 == EMPTY {
                return None;
            }
            slot = (slot + 1) & mask;
        }
    }

    /// Gives a key a value.
    pub(super) fn insert(&mut self, key: (u32, u32), value: (u32, u32)) {
        if self.used as usize * SLOT * 2 >= self.slots.len() {
            self.grow();
        }
        let Some((at, found)) = self.find(key) else {
            return;
        };
        self.used += u32::from(!found);
        for (place, number) in [key.0, key.1, value.0, value.1].into_iter().enumerate() {
            self.slots.set(at + place, number);
        }
    }

    /// The slot of a key, or the empty one where it would stand; none where there are no slots at all.
    fn find(&self, key: (u32, u32)) -> Option<(usize, bool)> {
        let mask = (self.slots.len() / SLOT).checked_sub(1)?;
        let mut slot = first_slot(key, mask);
        loop {
            let at = slot * SLOT;
            let held = (self.slots.get(at)?, self.slots.get(at + 1)?);
            if held == key || held.0 == EMPTY {
                return Some((at, held == key));
            }
            slot = (slot + 1) & mask;
        }
    }

    fn grow(&mut self) {
        let slots = (self.slots.len() / SLOT * 2).max(8);
        let old = std::mem::replace(&mut self.slots, Column::filled(slots * SLOT, EMPTY));
        self.used = 0;
        for at in (0..old.len()).step_by(SLOT) {
            let number = |place| old.get(at + place).unwrap_or(EMPTY);
            if number(0) != EMPTY {
                self.insert((number(0), number(1)), (number(2), number(3)));
            }
        }
    }
}

/// Where a key is looked for first.
#[inline]
fn first_slot(key: (u32, u32), mask: usize) -> usize {
    hash_number(u64::from(key.0) << 32 | u64::from(key.1)) as usize & mask
}

/// Entries of one kind by number, those of one number side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static, T: Deserialize<'de>"))]
pub(super) struct Lists<T> {
    places: Index,
    entries: Vec<T>,
}

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Self {
            places: Index::default(),
            entries: Vec::new(),
        }
    }
}

impl<T> Lists<T> {
    /// The entries of a number.
    #[inline]
    pub(super) fn get(&self, number: u32) -> &[T] {
        let (start, end) = self.places.get((number, 0)).unwrap_or_default();
        self.entries
            .get(start as usize..end as usize)
            .unwrap_or(&[])
    }
}

impl<T: Clone> Lists<T> {
    /// Adds an entry for a number. A list that others were added behind moves to the end.
    pub(super) fn add(&mut self, number: u32, entry: T) {
        let last = self.entries.len() as u32;
        let start = match self.places.get((number, 0)) {
            Some((start, end)) if end == last => start,
            Some((start, end)) => {
                let held = start as usize..end as usize;
                self.entries.extend_from_within(held);
                last
            }
            None => last,
        };
        self.entries.push(entry);
        let end = self.entries.len() as u32;
        self.places.insert((number, 0), (start, end));
    }
}
