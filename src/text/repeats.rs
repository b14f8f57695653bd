//! [`Repeats`]: which hashes were seen again, told by two small sets of bits. Most stand once and need no table.

/// Hashes that were seen once and those that were seen again: two of one bit are taken for one.
#[derive(Debug)]
pub struct Repeats {
    once: Vec<u64>,
    again: Vec<u64>,
}

/// Bits for each hash: one of about twenty is taken for another.
const ROOM: usize = 16;

impl Repeats {
    /// None yet, with room for so many.
    pub fn with_room_for(hashes: usize) -> Self {
        let words = (hashes * ROOM / 64 + 1).next_power_of_two();
        Self {
            once: vec![0; words],
            again: vec![0; words],
        }
    }

    /// Adds a hash and gives the place of its bit.
    #[inline]
    pub fn add(&mut self, hash: u64) -> usize {
        let place = hash as usize & (self.once.len() * 64 - 1);
        let (at, bit) = (place / 64, 1 << (place % 64));
        self.again[at] |= self.once[at] & bit;
        self.once[at] |= bit;
        place
    }

    /// Whether the hash of a place may have been added twice; never false where it was.
    #[inline]
    pub fn is_again(&self, place: usize) -> bool {
        self.again[place / 64] & 1 << (place % 64) != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::hash::hash_number;

    #[test]
    fn what_is_added_twice_is_told() {
        let mut repeats = Repeats::with_room_for(300);
        let mut add = |numbers: std::ops::Range<u64>| -> Vec<usize> {
            numbers
                .map(|number| repeats.add(hash_number(number)))
                .collect()
        };
        let (once, twice) = (add(0..100), add(100..200));
        assert_eq!(add(100..200), twice);
        assert!(twice.iter().all(|place| repeats.is_again(*place)));
        let mistaken = once.iter().filter(|place| repeats.is_again(**place));
        assert!(mistaken.count() < 20);
    }
}
