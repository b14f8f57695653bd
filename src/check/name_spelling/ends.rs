//! [`Ends`]: what the first and the last letter of a word and its length tell: most words are a slip of no name, told by one look.

use crate::text::hash::hash_number;

/// The first letters, last letters and lengths that slips of some names have, as bits by their hash.
pub(super) struct Ends {
    bits: [u64; 128],
}

impl Ends {
    /// Those of the slips of some names: all keep the first and the last letter, but for two neighbours that changed places.
    pub(super) fn of<'a>(names: impl Iterator<Item = &'a [char]>) -> Self {
        let mut ends = Self { bits: [0; 128] };
        for letters in names {
            if let [first, second, .., before, last] = letters {
                let count = letters.len();
                ends.add(*first, *last, count - 1);
                ends.add(*first, *last, count);
                ends.add(*first, *last, count + 1);
                ends.add(*second, *last, count);
                ends.add(*first, *before, count);
            }
        }
        ends
    }

    fn add(&mut self, first: char, last: char, count: usize) {
        let (slot, bit) = place(first, last, count);
        self.bits[slot] |= bit;
    }

    /// Whether a word may be a slip of one of the names; never false where it is.
    pub(super) fn may_be_slip(&self, word: &str) -> bool {
        let mut letters = word.chars();
        let Some((first, last)) = letters.next().zip(letters.next_back()) else {
            return false;
        };
        let (slot, bit) = place(first, last, word.chars().count());
        self.bits[slot] & bit != 0
    }
}

/// The bit of a first letter, a last letter and a length.
fn place(first: char, last: char, count: usize) -> (usize, u64) {
    let key = hash_number(u64::from(first) << 42 | u64::from(last) << 21 | count as u64);
    ((key >> 57) as usize, 1 << (key >> 51 & 63))
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
