//! The forms that Arabic letters take beside each other, for terminals that do not join them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use unicode_bidi::{BidiClass, bidi_class};
use unicode_normalization::UnicodeNormalization as _;

use crate::report::row::Cell;

/// Where Unicode keeps the forms of single letters: those of other languages that write Arabic letters, and those of Arabic, with the ligatures of lam
/// and alef at their end.
const FORMS: [std::ops::RangeInclusive<char>; 2] =
    ['\u{FB50}'..='\u{FBB1}', '\u{FE80}'..='\u{FEFC}'];

const TATWEEL: char = '\u{640}';
const LAM: char = '\u{644}';
const ZERO_WIDTH_NON_JOINER: char = '\u{200C}';

/// The forms of what one or two letters are written as, in the order of Unicode: alone, at the end, at the start, in the middle.
static TABLE: LazyLock<BTreeMap<String, Vec<char>>> = LazyLock::new(|| {
    let mut table: BTreeMap<String, Vec<char>> = BTreeMap::new();
    for form in FORMS.into_iter().flatten() {
        let letters: String = std::iter::once(form).nfkc().collect();
        if !letters.starts_with(form) {
            table.entry(letters).or_default().push(form);
        }
    }
    table
});

/// The cells with letters in the forms they take; lam and alef become one cell. Marks above and below letters are left out: these terminals
/// put them on a wrong letter.
pub(super) fn joined(cells: &[Cell]) -> Vec<Cell> {
    let mut shown: Vec<Cell> = Vec::with_capacity(cells.len());
    let mut at = 0;
    let mut joins_on = false;
    while let Some(cell) = cells.get(at) {
        let ligature = cells.get(at + 1).and_then(|next| ligature(cell, next));
        let (forms, width) = match ligature {
            Some(forms) => (Some(forms), 2),
            None => (forms(base(cell)), 1),
        };
        let next = cells.get(at + width);
        let last = cells.get(at + width - 1).unwrap_or(cell);
        let goes_on = joins_behind(last) && next.is_some_and(joins_before);
        let mut made = cell.clone();
        if let Some(form) = forms.and_then(|forms| form(forms, joins_on, goes_on)) {
            made.text = form.to_string();
        } else if bidi_class(base(cell)) == BidiClass::AL {
            made.text = base(cell).to_string();
        }
        shown.push(made);
        joins_on = goes_on;
        at += width;
    }
    shown
}

/// The form beside its neighbours.
fn form(forms: &[char], joins_on: bool, goes_on: bool) -> Option<char> {
    let index = match (joins_on, goes_on) {
        (false, false) => 0,
        (true, false) => 1,
        (false, true) => 2,
        (true, true) => 3,
    };
    forms.get(index).copied()
}

fn forms(letter: char) -> Option<&'static [char]> {
    TABLE
        .get(letter.encode_utf8(&mut [0; 4]))
        .map(Vec::as_slice)
}

/// The forms of lam and alef written as one.
fn ligature(cell: &Cell, next: &Cell) -> Option<&'static [char]> {
    if base(cell) != LAM || cell.text.contains(ZERO_WIDTH_NON_JOINER) {
        return None;
    }
    let pair: String = [LAM, base(next)].iter().collect();
    TABLE.get(&pair).map(Vec::as_slice)
}

/// Whether a letter is joined to the one behind it.
fn joins_behind(cell: &Cell) -> bool {
    let letter = base(cell);
    let joins = letter == TATWEEL || forms(letter).is_some_and(|forms| forms.len() > 2);
    joins && !cell.text.contains(ZERO_WIDTH_NON_JOINER)
}

/// Whether a letter is joined to the one before it.
fn joins_before(cell: &Cell) -> bool {
    let letter = base(cell);
    letter == TATWEEL || forms(letter).is_some_and(|forms| forms.len() > 1)
}

fn base(cell: &Cell) -> char {
    cell.text.chars().next().unwrap_or(' ')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::row::{self, Ink};

    fn shaped(text: &str) -> String {
        let cells = joined(&row::text(text, Ink::Plain).cells);
        cells.iter().map(|cell| cell.text.as_str()).collect()
    }

    #[test]
    fn letters_take_the_form_of_their_place() {
        assert_eq!(shaped("بيت"), "\u{FE91}\u{FEF4}\u{FE96}");
        assert_eq!(shaped("دار"), "\u{FEA9}\u{FE8D}\u{FEAD}");
        assert_eq!(shaped("شُحْنَة"), "\u{FEB7}\u{FEA4}\u{FEE8}\u{FE94}");
        assert_eq!(shaped("پچ"), "\u{FB58}\u{FB7B}");
    }

    #[test]
    fn lam_and_alef_are_one() {
        assert_eq!(shaped("سلام"), "\u{FEB3}\u{FEFC}\u{FEE1}");
        assert_eq!(shaped("الآن"), "\u{FE8D}\u{FEF5}\u{FEE5}");
    }

    #[test]
    fn what_is_not_joined_stays() {
        assert_eq!(shaped("a 12 «ه»"), "a 12 «\u{FEE9}»");
    }
}
