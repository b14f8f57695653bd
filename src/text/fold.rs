//! Folding: one spelling for what a reader takes for one, with a map back to the text.
//!
//! Dropped: harakat, tatweel, zero-width and bidi marks. One form each: the alefs, ya and alef maqsura, ta marbuta and
//! ha, Persian letters typed for Arabic ones, presentation forms, the three sets of digits, upper and lower case.

use crate::text::span::Span;

/// Characters that carry no letter of their own: a word with and without them is one word.
pub fn is_ignorable(c: char) -> bool {
    matches!(c,
        '\u{0610}'..='\u{061A}' | '\u{061C}' | '\u{0640}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{06D6}'..='\u{06DC}'
        | '\u{06DF}'..='\u{06E4}' | '\u{06E7}' | '\u{06E8}' | '\u{06EA}'..='\u{06ED}' | '\u{00AD}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// Zero-width and bidi marks, as against harakat and tatweel, which are drawn.
pub fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{061C}' | '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}'
    )
}

/// The value of a digit in any of the three sets that Arabic print uses.
pub fn digit(c: char) -> Option<u8> {
    let (zero, value) = match c {
        '0'..='9' => ('0', c),
        '\u{0660}'..='\u{0669}' => ('\u{0660}', c),
        '\u{06F0}'..='\u{06F9}' => ('\u{06F0}', c),
        _ => return None,
    };
    Some((value as u32 - zero as u32) as u8)
}

/// Appends the folded form of one character to `out`.
pub fn fold_char(c: char, out: &mut String) {
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => out.push('ا'),
        'ى' | 'ی' | 'ې' => out.push('ي'),
        'ة' | 'ۀ' | 'ہ' | 'ھ' | 'ۃ' => out.push('ه'),
        'ک' => out.push('ك'),
        // The other letters of everyday print, which have one form.
        'a'..='z' | '\u{0621}'..='\u{063A}' | '\u{0641}'..='\u{064A}' => out.push(c),
        '\u{2019}' | '\u{02BC}' => out.push('\''),
        _ if is_ignorable(c) => {}
        _ if digit(c).is_some() => out.push(char::from(b'0' + digit(c).unwrap_or(0))),
        '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => fold_presentation_form(c, out),
        _ => out.extend(c.to_lowercase()),
    }
}

/// Presentation forms stand for one or two letters each; their compatibility decomposition names them.
fn fold_presentation_form(c: char, out: &mut String) {
    use unicode_normalization::UnicodeNormalization as _;
    for letter in std::iter::once(c).nfkc() {
        if letter == c {
            out.push(c);
        } else {
            fold_char(letter, out);
        }
    }
}

/// The folded form of a word.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// Appends the folded form of a word to `out`.
pub fn fold_into(text: &str, out: &mut String) {
    text.chars().for_each(|c| fold_char(c, out));
}

/// A folded text that knows where each of its bytes came from.
#[derive(Clone, Debug)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// For each byte of `text`, the start and end of the character it came from.
    origins: Vec<Span>,
}

impl Folded {
    /// Folds `text`; the spans that [`Folded::origin`] gives are spans of `text` shifted by `base`.
    pub fn new(text: &str, base: usize) -> Self {
        let (mut folded, mut origins) = (
            String::with_capacity(text.len()),
            Vec::with_capacity(text.len()),
        );
        for (at, c) in text.char_indices() {
            fold_char(c, &mut folded);
            origins.resize(folded.len(), Span::new(base + at, base + at + c.len_utf8()));
        }
        Self {
            text: folded,
            origins,
        }
    }

    /// The span of the original text that a range of the folded text came from.
    pub fn origin(&self, range: std::ops::Range<usize>) -> Option<Span> {
        let (first, last) = (
            self.origins.get(range.start)?,
            self.origins.get(range.end.checked_sub(1)?)?,
        );
        Some(first.to(*last))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_spelling() {
        assert_eq!(fold("الأُولى"), fold("الاولي"));
        assert_eq!(fold("مدرّعة"), "مدرعه");
        assert_eq!(fold("٢٠١٨"), "2018");
        assert_eq!(fold("ﻻ"), "لا");
        assert_eq!(fold("Don’t"), "don't");
    }

    #[test]
    fn folded_ranges_map_back() {
        let text = "قُتِلَ ١٢ شخصاً";
        let folded = Folded::new(text, 0);
        let at = folded.text.find("12").unwrap();
        assert_eq!(folded.origin(at..at + 2).unwrap().of(text), "١٢");
        let at = folded.text.find("قتل").unwrap();
        assert_eq!(folded.origin(at..at + "قتل".len()).unwrap().of(text), "قُتِل");
    }
}
