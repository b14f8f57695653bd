//! Cuts a text into words, digit runs and punctuation by character class alone; white space and ignorable characters
//! between pieces are skipped.
//!
//! ```text
//! word        = letter (letter | mark | ignorable)* (apostrophe letter+)*      one script: «كوفيدCOVID» is two words
//! digits      = digit (ignorable* digit)*                                      one set of digits or another
//! punctuation = any other visible character, alone
//! ```
//!
//! So «وبـ2100» is the word «وبـ» and the digits `2100`, and `3.5` is digits, a full stop, digits: what they mean together is
//! for the reader of figures to say.

use crate::text::fold::{digit, is_ignorable, is_invisible};
use crate::text::span::Span;

/// What a piece is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PieceKind {
    /// Letters of one script.
    Word,
    /// Digits.
    Digits,
    /// One other visible character.
    Punctuation,
}

/// The pieces of a text, in order.
pub struct Pieces<'t> {
    text: &'t str,
    at: usize,
}

/// Starts cutting `text`.
pub fn split(text: &str) -> Pieces<'_> {
    Pieces { text, at: 0 }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Arabic,
    OtherLetter,
    Digit,
    Ignorable,
    Space,
    Mark,
}

fn class(c: char) -> Class {
    match c {
        'a'..='z' | 'A'..='Z' => Class::OtherLetter,
        '0'..='9' => Class::Digit,
        _ if c.is_ascii() => {
            if c.is_ascii_whitespace() || c.is_ascii_control() {
                Class::Space
            } else {
                Class::Mark
            }
        }
        // The letters and marks of everyday print, known without a look into the tables of Unicode.
        '\u{0621}'..='\u{063A}' | '\u{0641}'..='\u{064A}' => Class::Arabic,
        '،' | '؛' | '؟' | '«' | '»' | '“' | '”' | '–' | '—' | '…' => Class::Mark,
        _ if digit(c).is_some() => Class::Digit,
        _ if is_ignorable(c) => Class::Ignorable,
        '\u{0620}'..='\u{06FF}'
        | '\u{0750}'..='\u{077F}'
        | '\u{08A0}'..='\u{08FF}'
        | '\u{FB50}'..='\u{FDFB}'
        | '\u{FE70}'..='\u{FEFC}'
            if c.is_alphabetic() && !matches!(c, '\u{FD3E}' | '\u{FD3F}') =>
        {
            Class::Arabic
        }
        _ if c.is_alphabetic() => Class::OtherLetter,
        _ if c.is_whitespace() || c.is_control() => Class::Space,
        '\u{0300}'..='\u{036F}' => Class::Ignorable,
        _ => Class::Mark,
    }
}

impl Iterator for Pieces<'_> {
    type Item = (PieceKind, Span);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let rest = self.text.get(self.at..)?;
            let (class, length) = first(rest)?;
            let start = self.at;
            let kind = match class {
                Class::Space | Class::Ignorable => {
                    self.at += length;
                    continue;
                }
                Class::Mark => {
                    self.at += length;
                    return Some((PieceKind::Punctuation, Span::new(start, self.at)));
                }
                Class::Digit => PieceKind::Digits,
                Class::Arabic | Class::OtherLetter => PieceKind::Word,
            };
            self.at += run_length(rest, class);
            return Some((kind, Span::new(start, self.at)));
        }
    }
}

/// The class of the first character and its bytes; spaces and everyday letters are told by their bytes alone.
#[inline]
fn first(text: &str) -> Option<(Class, usize)> {
    match text.as_bytes() {
        [b' ' | b'\n', ..] => Some((Class::Space, 1)),
        [b'a'..=b'z' | b'A'..=b'Z', ..] => Some((Class::OtherLetter, 1)),
        [0xD8, 0xA1..=0xBA, ..] | [0xD9, 0x81..=0x8A, ..] => Some((Class::Arabic, 2)),
        _ => text
            .chars()
            .next()
            .map(|first| (class(first), first.len_utf8())),
    }
}

/// Bytes of the run of `wanted` at the start of `rest`; harakat, tatweel and combining marks stay with it, and so does a
/// mark at its end, but a zero-width or bidi mark only where the run goes on behind it.
fn run_length(rest: &str, wanted: Class) -> usize {
    let everyday = everyday_length(rest.as_bytes(), wanted);
    match rest.as_bytes().get(everyday) {
        None => return everyday,
        // No ASCII character but an apostrophe and what the run is made of goes on with one.
        Some(byte) if byte.is_ascii() && *byte != b'\'' => return everyday,
        Some(_) => {}
    }
    let mut end = everyday;
    let behind = rest.get(everyday..).unwrap_or_default();
    let mut chars = behind.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = everyday + at + c.len_utf8();
        match class(c) {
            found if found == wanted => end = after,
            Class::Ignorable => {
                if wanted != Class::Digit && !is_invisible(c) {
                    end = after;
                }
            }
            _ if wanted == Class::OtherLetter && is_apostrophe(c) => {
                if !chars
                    .peek()
                    .is_some_and(|(_, next)| class(*next) == Class::OtherLetter)
                {
                    break;
                }
            }
            _ => break,
        }
    }
    end
}

/// Bytes of the letters or digits of everyday print at the start, told by their bytes alone.
fn everyday_length(bytes: &[u8], wanted: Class) -> usize {
    match wanted {
        Class::Digit => {
            let end = bytes.iter().position(|byte| !byte.is_ascii_digit());
            end.unwrap_or(bytes.len())
        }
        Class::OtherLetter => run_of(bytes, latin_length),
        _ => run_of(bytes, arabic_length),
    }
}

/// Bytes of the run at the start, by how many of eight bytes go on with it; noughts behind the text end it.
fn run_of(bytes: &[u8], length: fn([u8; 8]) -> usize) -> usize {
    let mut at = 0;
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        let eight = rest.first_chunk().copied().unwrap_or_else(|| {
            let mut last = [0; 8];
            last[..rest.len()].copy_from_slice(rest);
            last
        });
        let found = length(eight);
        at += found;
        if found < 8 {
            return at;
        }
    }
}

/// One in each of eight bytes.
const BYTES: u64 = u64::MAX / 0xFF;

/// Bytes of the letters of ASCII at the start of eight, all asked at once.
fn latin_length(bytes: [u8; 8]) -> usize {
    const CASE: u64 = BYTES * 0x20;
    const LOW: u64 = BYTES * 0x7F;
    const HIGH: u64 = BYTES * 0x80;
    let small = u64::from_be_bytes(bytes) | CASE;
    let at_least = |letter: u8| (small & LOW) + BYTES * u64::from(0x80 - letter);
    let letters = at_least(b'a') & !at_least(b'z' + 1) & !small & HIGH;
    (letters ^ HIGH).leading_zeros() as usize / 8
}

/// One in each of four pairs of bytes.
const PAIRS: u64 = u64::MAX / 0xFFFF;

/// Bytes of the letters of everyday Arabic print at the start of eight, all asked at once: D8 A1 to D8 BA and D9 81 to D9 8A.
fn arabic_length(bytes: [u8; 8]) -> usize {
    const FIRST: u64 = PAIRS * 0xD800;
    const LOW: u64 = PAIRS * 0x7FFF;
    const HIGH: u64 = PAIRS * 0x8000;
    let pairs = u64::from_be_bytes(bytes) ^ FIRST;
    let at_least = |pair: u64| (pairs & LOW) + PAIRS * (0x8000 - pair);
    let either = at_least(0xA1) & !at_least(0xBB) | at_least(0x181) & !at_least(0x18B);
    let letters = either & !pairs & HIGH;
    (letters ^ HIGH).leading_zeros() as usize / 16 * 2
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{02BC}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<&str> {
        split(text).map(|(_, span)| span.of(text)).collect()
    }

    #[test]
    fn clitics_and_digits_part() {
        assert_eq!(
            pieces("وبـ2100 شحنة، 3.5%"),
            ["وبـ", "2100", "شحنة", "،", "3", ".", "5", "%"]
        );
        assert_eq!(
            pieces("the coalition's MP3 «كوفيد-19»"),
            [
                "the",
                "coalition's",
                "MP",
                "3",
                "«",
                "كوفيد",
                "-",
                "19",
                "»"
            ]
        );
    }

    #[test]
    fn everyday_letters_are_told_many_at_once() {
        for first in 0..=u8::MAX {
            for second in 0..=u8::MAX {
                let letter = matches!((first, second), (0xD8, 0xA1..=0xBA) | (0xD9, 0x81..=0x8A));
                for at in [0, 2, 4, 6] {
                    let mut bytes = *b"\xD8\xA7\xD8\xBA\xD9\x81\xD9\x8A";
                    bytes[at..at + 2].copy_from_slice(&[first, second]);
                    assert_eq!(arabic_length(bytes), if letter { 8 } else { at });
                }
            }
            for at in 0..8 {
                let mut bytes = *b"azAZmMzA";
                bytes[at] = first;
                let all = first.is_ascii_alphabetic();
                assert_eq!(latin_length(bytes), if all { 8 } else { at });
            }
        }
    }

    #[test]
    fn bidi_marks_are_no_part_of_a_word_at_its_end() {
        assert_eq!(pieces("قال\u{200F} \u{202B}أحمد\u{202C}"), ["قال", "أحمد"]);
    }
}
