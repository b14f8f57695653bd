//! [`Ends`]: what the first and the last letter of a word and its length tell: most words are a slip of no name, told by one look.

use crate::check::name_spelling::bits::Bits;
use crate::text::hash::hash_number;

/// The first letters, last letters and lengths that slips of some names have.
pub(super) struct Ends(Bits);

impl Ends {
    /// Those of the slips of some names: all keep the first and the last letter, but for two neighbours that changed places.
    pub(super) fn of<'a>(names: impl Iterator<Item = &'a [char]>) -> Self {
        let mut bits = Bits::new();
        for letters in names {
            if let [first, second, .., before, last] = letters {
                let count = letters.len();
                bits.add(key(*first, *last, count - 1));
                bits.add(key(*first, *last, count));
                bits.add(key(*first, *last, count + 1));
                bits.add(key(*second, *last, count));
                bits.add(key(*first, *before, count));
            }
        }
        Self(bits)
    }

    /// Whether a word may be a slip of one of the names; never false where it is.
    pub(super) fn may_be_slip(&self, word: &str) -> bool {
        let mut letters = word.chars();
        let ends = letters.next().zip(letters.next_back());
        ends.is_some_and(|(first, last)| self.0.may_hold(key(first, last, word.chars().count())))
    }
}

/// The hash of a first letter, a last letter and a length.
fn key(first: char, last: char, count: usize) -> u64 {
    hash_number(u64::from(first) << 42 | u64::from(last) << 21 | count as u64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::name_spelling::slip;

    #[test]
    fn no_slip_is_missed() {
        let letters: Vec<char> = "شريفواكماس".chars().collect();
        let name: Vec<char> = "شواكريف".chars().collect();
        let ends = Ends::of(std::iter::once(name.as_slice()));
        let mut others = Vec::new();
        for at in 0..name.len() {
            let without = [&name[..at], &name[at + 1..]].concat();
            others.push(without);
            let mut swapped = name.clone();
            swapped.swap(at, (at + 1) % name.len());
            others.push(swapped);
            for letter in &letters {
                others.push([&name[..at], &[*letter], &name[at..]].concat());
                others.push([&name[..at], &[*letter], &name[at + 1..]].concat());
            }
        }
        let slips = others
            .iter()
            .filter(|other| slip::between(other, &name).is_some());
        let slips: Vec<String> = slips.map(|slip| slip.iter().collect()).collect();
        assert!(slips.len() > 20);
        assert!(slips.iter().all(|slip| ends.may_be_slip(slip)), "{slips:?}");
        assert!(!ends.may_be_slip("باريس"));
    }
}
