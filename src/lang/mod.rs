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

/// Letters and digits of a text by language.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    arabic: usize,
    latin: usize,
    arabic_digits: usize,
}

impl Tally {
    /// Counts `text`: the bytes of everyday letters as they stand, any other character by its place in Unicode.
    pub fn count(text: &str) -> Self {
        let mut tally = Self::default();
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(byte) = bytes.get(at) {
            let behind = bytes.get(at + 1);
            at += match (byte, behind) {
                (..0x80, _) => {
                    tally.latin += usize::from(byte.is_ascii_alphabetic());
                    1
                }
                (0xD8, Some(0xA0..=0xBF)) | (0xD9, Some(0x81..=0x8A)) => {
                    tally.arabic += 1;
                    2
                }
                _ => tally.add_first(text.get(at..).unwrap_or_default()),
            };
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
