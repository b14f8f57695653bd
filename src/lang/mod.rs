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
    /// Counts `text`.
    pub fn count(text: &str) -> Self {
        let mut tally = Self::default();
        for c in text.chars() {
            match c {
                'a'..='z' | 'A'..='Z' => tally.latin += 1,
                _ if c.is_ascii() => {}
                '\u{0660}'..='\u{0669}' | '\u{06F0}'..='\u{06F9}' => tally.arabic_digits += 1,
                // The letters of everyday print, harakat and tatweel left out.
                '\u{0620}'..='\u{063F}' | '\u{0641}'..='\u{064A}' => tally.arabic += 1,
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
                | '\u{FE70}'..='\u{FEFC}' => tally.arabic += 1,
                _ => tally.latin += 1,
            }
        }
        tally
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
