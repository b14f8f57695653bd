//! [`Index`]: spellings that are one slip apart, found by their hashes.

use smallvec::SmallVec;

use crate::check::name_spelling::LONGEST;
use crate::check::name_spelling::bits::Bits;
use crate::text::hash::hash_number;

/// What a letter counts more than the one behind it.
const BASE: u64 = 0x0100_0000_01B3;

/// Names by the hash of their letters, and of their letters without any one of them, sorted; what a hash brings together is compared letter by letter.
pub(super) struct Index {
    names: Vec<(u64, usize)>,
}

impl Index {
    /// Numbers the names in order. Only hashes of the words that are looked up later are kept: most names share none.
    pub(super) fn of<'a>(
        names: impl Iterator<Item = &'a [char]>,
        words: impl Iterator<Item = &'a [char]>,
    ) -> Self {
        let mut wanted = Bits::new();
        words.flat_map(keys).for_each(|key| wanted.add(key));
        let mut kept = Vec::new();
        for (number, letters) in names.enumerate() {
            keys(letters).for_each(|key| {
                if wanted.may_hold(key) {
                    kept.push((key, number));
                }
            });
        }
        kept.sort_unstable();
        Self { names: kept }
    }

    /// The names that may be one slip from a spelling, in order.
    pub(super) fn near(&self, letters: &[char]) -> SmallVec<[usize; 4]> {
        let mut near = SmallVec::new();
        if self.names.is_empty() {
            return near;
        }
        keys(letters).for_each(|key| near.extend(self.under(key)));
        near.sort_unstable();
        near.dedup();
        near
    }

    /// The names that have a hash.
    fn under(&self, key: u64) -> impl Iterator<Item = usize> + '_ {
        let from = self.names.partition_point(|(held, _)| *held < key);
        let behind = self.names.get(from..).unwrap_or_default().iter();
        behind
            .take_while(move |(held, _)| *held == key)
            .map(|(_, number)| *number)
    }
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
