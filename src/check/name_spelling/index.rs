//! [`Index`]: spellings that are one slip apart, found by their hashes.

use hashbrown::HashMap;
use smallvec::SmallVec;

use crate::check::name_spelling::LONGEST;
use crate::text::hash::hash_number;

/// What a letter counts more than the one behind it.
const BASE: u64 = 0x0100_0000_01B3;

/// Names by the hash of their letters, and of their letters without any one of them; what a hash brings together is compared letter by letter.
#[derive(Default)]
pub(super) struct Index {
    names: HashMap<u64, SmallVec<[usize; 2]>>,
    /// A bit for each hash: most words of an article meet none.
    bits: [u64; 32],
}

impl Index {
    /// Adds a name under its number.
    pub(super) fn add(&mut self, letters: &[char], number: usize) {
        for key in keys(letters) {
            let (slot, bit) = place(key);
            self.bits[slot] |= bit;
            self.names.entry(key).or_default().push(number);
        }
    }

    /// The names that may be one slip from a spelling, in order.
    pub(super) fn near(&self, letters: &[char]) -> SmallVec<[usize; 4]> {
        let held = |key: &u64| {
            let (slot, bit) = place(*key);
            self.bits[slot] & bit != 0
        };
        let keys = keys(letters).filter(held);
        let mut near: SmallVec<[usize; 4]> = keys
            .filter_map(|key| self.names.get(&key))
            .flatten()
            .copied()
            .collect();
        near.sort_unstable();
        near.dedup();
        near
    }
}

/// The bit of a hash.
fn place(key: u64) -> (usize, u64) {
    ((key >> 58) as usize / 2, 1 << (key >> 52 & 63))
}

/// What each letter of a spelling counts, from its last one.
const WEIGHTS: [u64; LONGEST] = {
    let mut weights = [1; LONGEST];
    let mut at = 1;
    while at < LONGEST {
        weights[at] = BASE.wrapping_mul(weights[at - 1]);
        at += 1;
    }
    weights
};

/// The hashes of some letters and of each of their shortenings by one. They are read as a number in [`BASE`]: without a letter, those before
/// it count one place less.
fn keys(letters: &[char]) -> impl Iterator<Item = u64> + '_ {
    let step =
        |number: u64, letter: &char| number.wrapping_mul(BASE).wrapping_add(u64::from(*letter));
    let whole = letters.iter().fold(0, step);
    let weights = letters.len().min(LONGEST);
    let without = letters.iter().zip(WEIGHTS[..weights].iter().rev());
    let without = without.scan(0, move |before, (letter, weight)| {
        let with = step(*before, letter);
        let lost = with.wrapping_sub(std::mem::replace(before, with));
        Some(whole.wrapping_sub(lost.wrapping_mul(*weight)))
    });
    std::iter::once(whole).chain(without).map(hash_number)
}
