//! What differs between languages, on words only: this floor knows no tokens and no quantities.

pub mod arabic;
pub mod english;
pub mod lexicon;

use serde::{Deserialize, Serialize};

/// A language that articles are read in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Language {
    /// Arabic, as it is printed from Morocco to Oman.
    #[serde(rename = "ar")]
    Arabic,
    /// English.
    #[serde(rename = "en")]
    English,
}

impl Language {
    /// The ISO 639 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Arabic => "ar",
            Self::English => "en",
        }
    }

    /// The language of most letters; of the digits where there are no letters (Arabic-Indic digits are Arabic).
    pub fn of(text: &str) -> Self {
        Tally::count(text).language()
    }
}

/// Bytes that are counted at once.
const AT_ONCE: usize = 64;

/// Letters and digits of a text by language.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    arabic: usize,
    latin: usize,
    arabic_digits: usize,
}

impl Tally {
    /// Counts `text`: everyday letters by their bytes, many at once; one that holds anything else, character by character.
    pub fn count(text: &str) -> Self {
        let mut tally = Self::default();
        let mut rest = text.as_bytes();
        while !rest.is_empty() {
            // The bytes that are counted and the one behind them; nought behind the last.
            let mut run = [0; AT_ONCE + 1];
            let held = rest.len().min(run.len());
            run[..held].copy_from_slice(&rest[..held]);
            let [latin, arabic, others] = count_run(&run);
            if others > 0 {
                return Self::count_each(text);
            }
            tally.latin += usize::from(latin);
            tally.arabic += usize::from(arabic);
            rest = rest.get(AT_ONCE..).unwrap_or_default();
        }
        tally
    }

    fn count_each(text: &str) -> Self {
        let mut tally = Self::default();
        let mut rest = text;
        while let Some(first) = rest.as_bytes().first() {
            let length = if first.is_ascii() {
                tally.latin += usize::from(first.is_ascii_alphabetic());
                1
            } else {
                tally.add_first(rest)
            };
            rest = rest.get(length..).unwrap_or_default();
        }
        tally
    }

    /// Counts the first character of a text, and gives its bytes.
    fn add_first(&mut self, text: &str) -> usize {
        let Some(c) = text.chars().next() else {
            return 1;
        };
        match c {
            '\u{0660}'..='\u{0669}' | '\u{06F0}'..='\u{06F9}' => self.arabic_digits += 1,
            // Quotation marks, dashes and marks above letters: known without a look into the tables of Unicode.
            '\u{0080}'..='\u{00A9}'
            | '\u{060C}'
            | '\u{061B}'
            | '\u{061F}'
            | '\u{0640}'
            | '\u{064B}'..='\u{0652}'
            | '\u{2000}'..='\u{206F}' => {}
            _ if !c.is_alphabetic() => {}
            '\u{0600}'..='\u{06FF}'
            | '\u{0750}'..='\u{077F}'
            | '\u{08A0}'..='\u{08FF}'
            | '\u{FB50}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFC}' => self.arabic += 1,
            _ => self.latin += 1,
        }
        c.len_utf8()
    }

    /// Whether neither a letter nor an Arabic-Indic digit speaks for a language.
    pub fn is_empty(self) -> bool {
        self.arabic + self.latin + self.arabic_digits == 0
    }

    /// Both texts together.
    pub fn add(&mut self, other: Self) {
        self.arabic += other.arabic;
        self.latin += other.latin;
        self.arabic_digits += other.arabic_digits;
    }

    /// The language that the counts speak for.
    pub fn language(self) -> Language {
        if self.arabic > self.latin || self.arabic == self.latin && self.arabic_digits > 0 {
            Language::Arabic
        } else {
            Language::English
        }
    }
}

/// Of a run of bytes, but for the last: the Latin letters of ASCII, the Arabic letters of everyday print, and the characters that are neither
/// these nor marks of everyday print. The compiler asks many bytes at once.
fn count_run(run: &[u8; AT_ONCE + 1]) -> [u8; 3] {
    let [mut latin, mut arabic, mut others] = [0; 3];
    for at in 0..AT_ONCE {
        let (byte, next) = (run[at], run[at + 1]);
        let letter = matches!((byte, next), (0xD8, 0xA0..) | (0xD9, 0x81..=0x8A));
        // What Latin-1 holds beside its letters, the Arabic comma, semicolon and question mark, tatweel and harakat, dashes and quotes.
        let mark = matches!(
            (byte, next),
            (0xC2, ..=0xA9 | 0xAB..=0xB4 | 0xB6..=0xB9 | 0xBB..)
                | (0xD8, 0x8C | 0x9B | 0x9F)
                | (0xD9, 0x80 | 0x8B..=0x92)
                | (0xE2, 0x80)
        );
        latin += u8::from(byte.is_ascii_alphabetic());
        arabic += u8::from(letter);
        others += u8::from(byte >= 0xC0 && !letter && !mark);
    }
    [latin, arabic, others]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_characters_at_once_are_counted_as_one_by_one() {
        let every = ('\0'..='\u{FFFF}')
            .chain(['𞤀', '😀'])
            .filter(|c| !c.is_control());
        for c in every {
            for text in [
                c.to_string(),
                format!("{c}قال"),
                format!("said{c}"),
                format!("«{c}، ٣"),
            ] {
                let (run, each) = (Tally::count(&text), Tally::count_each(&text));
                assert_eq!(
                    (run.arabic, run.latin, run.arabic_digits),
                    (each.arabic, each.latin, each.arabic_digits),
                    "{text}"
                );
            }
        }
        let long = "وصلت القافلة, the convoy, ".repeat(40);
        assert_eq!(Tally::count(&long).latin, 360);
    }
}
