//! [`Column`]: whole numbers as bytes, borrowed from the program where the build prepared them, so that loading one costs nothing.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// Bytes of one number.
const WIDTH: usize = 4;

/// A list of whole numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Column {
    #[serde(borrow)]
    bytes: Cow<'static, [u8]>,
}

impl Column {
    /// So many times one number.
    pub(super) fn filled(count: usize, number: u32) -> Self {
        let bytes = number.to_le_bytes().repeat(count);
        Self {
            bytes: Cow::Owned(bytes),
        }
    }

    /// How many numbers it holds.
    pub(super) fn len(&self) -> usize {
        self.bytes.len() / WIDTH
    }

    /// The number at a place.
    #[inline]
    pub(super) fn get(&self, at: usize) -> Option<u32> {
        let number = self.bytes.get(at * WIDTH..)?.first_chunk()?;
        Some(u32::from_le_bytes(*number))
    }

    /// Two pairs of numbers that stand side by side from a place on.
    #[inline]
    pub(super) fn pairs(&self, at: usize) -> Option<[(u32, u32); 2]> {
        let bytes = self.bytes.get(at * WIDTH..)?.first_chunk()?;
        let numbers = u128::from_le_bytes(*bytes);
        let pair = |shift: u32| ((numbers >> shift) as u32, (numbers >> (shift + 32)) as u32);
        Some([pair(0), pair(64)])
    }

    /// Puts another number at a place that is there.
    pub(super) fn set(&mut self, at: usize, number: u32) {
        let bytes = self.bytes.to_mut();
        if let Some(old) = bytes.get_mut(at * WIDTH..(at + 1) * WIDTH) {
            old.copy_from_slice(&number.to_le_bytes());
        }
    }

    /// Adds a number.
    pub(super) fn push(&mut self, number: u32) {
        self.bytes.to_mut().extend(number.to_le_bytes());
    }
}
