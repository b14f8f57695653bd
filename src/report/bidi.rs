//! [`Bidi`]: who puts Arabic in its order on a terminal.
//!
//! Terminals differ: some reorder and join Arabic as a browser does, some show letter after letter from the left, one turns each word but not
//! the sentence. For each kind there is an arrangement of a row that reads right; none of them reads right everywhere.

use std::borrow::Cow;

use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};

use crate::report::row::{Cell, Ink};
use crate::report::shape;

/// Opens and closes a stretch that reads from right to left inside a row that reads from left to right. Terminals that know them give both
/// no column; the isolates that would be better leave blanks in some.
pub(super) const RTL_EMBED: char = '\u{202B}';
pub(super) const POP: char = '\u{202C}';

/// Stands for a word when words are put in order: one strong character of either direction, or a digit, or a neutral sign.
const STAND_INS: [char; 4] = ['\u{5D0}', 'a', '1', '\u{2022}'];

/// Who puts Arabic in its order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bidi {
    /// The terminal does, and joins the letters: text is written as it is read. So do pagers, browsers and logs.
    #[default]
    Terminal,
    /// The tool does: letters in the forms they take, in the order in which they stand on the screen.
    Visual,
    /// The terminal turns the letters of a word, the tool puts the words in order.
    Words,
}

/// The cells of a row as they are to be written.
pub(super) fn arranged(cells: &[Cell], bidi: Bidi) -> Cow<'_, [Cell]> {
    let turned = cells.iter().any(|cell| has_rtl(&cell.text));
    match bidi {
        Bidi::Visual if turned => Cow::Owned(visual(cells)),
        Bidi::Words if turned => Cow::Owned(words(cells)),
        Bidi::Terminal => Cow::Borrowed(cells),
        Bidi::Visual | Bidi::Words => Cow::Owned(without_controls(cells.to_vec())),
    }
}

/// Whether any letter of a text reads from right to left.
pub(super) fn has_rtl(text: &str) -> bool {
    text.chars().any(|c| {
        let class = bidi_class(c);
        class == BidiClass::AL || class == BidiClass::R || class == BidiClass::AN
    })
}

fn without_controls(mut cells: Vec<Cell>) -> Vec<Cell> {
    cells.retain(|cell| !is_control(cell));
    cells
}

fn is_control(cell: &Cell) -> bool {
    cell.text.starts_with([RTL_EMBED, POP])
}

/// Letters joined and in the order of the screen.
fn visual(cells: &[Cell]) -> Vec<Cell> {
    let cells = shape::joined(cells);
    let bases: Vec<char> = cells.iter().map(base).collect();
    let mut shown = Vec::with_capacity(cells.len());
    for (index, level) in order(&bases) {
        let Some(cell) = cells.get(index).filter(|cell| !is_control(cell)) else {
            continue;
        };
        let mut cell = cell.clone();
        if level.is_rtl()
            && let Some(mirrored) = mirrored(base(&cell))
        {
            cell.text = mirrored.to_string();
        }
        shown.push(cell);
    }
    shown
}

/// Words in the order of the screen, the letters of each as they are read.
fn words(cells: &[Cell]) -> Vec<Cell> {
    let same = |one: &Cell, next: &Cell| kind(one) == Kind::Word && kind(next) == Kind::Word;
    let items: Vec<&[Cell]> = cells.chunk_by(same).collect();
    let bases: Vec<char> = items.iter().map(|item| stand_in(item)).collect();
    let mut shown = Vec::with_capacity(cells.len());
    for (index, level) in order(&bases) {
        let Some(item) = items.get(index) else {
            continue;
        };
        // The terminal turns no word without letters: a figure behind a quotation mark.
        if level.number() > 0 && is_figure(item) {
            shown.extend(turned_figure(item));
        } else {
            shown.extend_from_slice(item);
        }
    }
    without_controls(shown)
}

/// Whether a word is digits and marks alone.
fn is_figure(item: &[Cell]) -> bool {
    let strong = [BidiClass::L, BidiClass::R, BidiClass::AL];
    let mut chars = item.iter().flat_map(|cell| cell.text.chars());
    !chars.any(|c| strong.contains(&bidi_class(c)))
}

/// A word of digits and marks as it stands in a sentence that reads from right to left.
fn turned_figure(item: &[Cell]) -> Vec<Cell> {
    let control = |c: char| Cell {
        text: c.to_string(),
        ink: Ink::Plain,
    };
    let mut stretch = vec![control(RTL_EMBED)];
    stretch.extend_from_slice(item);
    stretch.push(control(POP));
    visual(&stretch)
}

#[derive(PartialEq, Eq)]
enum Kind {
    Blank,
    Control,
    Word,
}

fn kind(cell: &Cell) -> Kind {
    match cell.text.as_str() {
        " " => Kind::Blank,
        _ if is_control(cell) => Kind::Control,
        _ => Kind::Word,
    }
}

fn stand_in(item: &[Cell]) -> char {
    let Some(first) = item.first().filter(|first| kind(first) == Kind::Word) else {
        return item.first().map_or(' ', base);
    };
    let [rtl, ltr, digit, neutral] = STAND_INS;
    let strong = |c: char| match bidi_class(c) {
        BidiClass::AL | BidiClass::R => Some(rtl),
        BidiClass::L => Some(ltr),
        _ => None,
    };
    let mut chars = item.iter().flat_map(|cell| cell.text.chars());
    let is_digit = |c: char| matches!(bidi_class(c), BidiClass::EN | BidiClass::AN);
    if is_frame(first) {
        return neutral;
    }
    chars.clone().find_map(strong).unwrap_or_else(
        || {
            if chars.any(is_digit) { digit } else { neutral }
        },
    )
}

/// Lines of a frame are drawn where they are, whatever letter stands beside them.
fn is_frame(cell: &Cell) -> bool {
    cell.text
        .starts_with(|c| matches!(c, '\u{2500}'..='\u{257F}'))
}

fn base(cell: &Cell) -> char {
    cell.text.chars().next().unwrap_or(' ')
}

/// The order of characters on a screen whose rows begin at the left, and the level of each: odd where it is turned.
fn order(bases: &[char]) -> Vec<(usize, Level)> {
    let text: String = bases.iter().collect();
    let info = BidiInfo::new(&text, Some(Level::ltr()));
    let Some(paragraph) = info.paragraphs.first() else {
        return Vec::new();
    };
    let (levels, runs) = info.visual_runs(paragraph, paragraph.range.clone());
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let mut order = Vec::with_capacity(bases.len());
    for run in runs {
        let first = starts.partition_point(|at| *at < run.start);
        let behind = starts.partition_point(|at| *at < run.end);
        let level = levels.get(run.start).copied().unwrap_or(Level::ltr());
        let mut indices: Vec<_> = (first..behind).collect();
        if level.is_rtl() {
            indices.reverse();
        }
        order.extend(indices.into_iter().map(|index| (index, level)));
    }
    order
}

/// The other half of a pair, which a turned text shows in its place.
fn mirrored(c: char) -> Option<char> {
    const PAIRS: [(char, char); 9] = [
        ('(', ')'),
        ('[', ']'),
        ('{', '}'),
        ('<', '>'),
        ('«', '»'),
        ('‹', '›'),
        ('⟦', '⟧'),
        ('≤', '≥'),
        ('⟨', '⟩'),
    ];
    PAIRS.iter().find_map(|(open, close)| match c {
        _ if c == *open => Some(*close),
        _ if c == *close => Some(*open),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::row::{self, Row};

    fn shown(before: &str, rtl: &str, bidi: Bidi) -> String {
        let mut row = row::text(before, Ink::Plain);
        let mut stretch = Row::default();
        stretch.push(rtl, Ink::Plain);
        row.push_text(stretch, true);
        let cells = arranged(&row.cells, bidi);
        cells.iter().map(|cell| cell.text.as_str()).collect()
    }

    #[test]
    fn the_terminal_gets_text_as_it_is_read() {
        let text = shown("7 │ ", "قال (5)", Bidi::Terminal);
        assert_eq!(text, "7 │ \u{202B}قال (5)\u{202C}");
    }

    #[test]
    fn letters_stand_joined_and_from_the_right() {
        // Lam and alef are one form, harakat are left out, brackets turn, digits do not.
        let text = shown("7 │ ", "قَال (15)", Bidi::Visual);
        assert_eq!(text, "7 │ (15) \u{FEDD}\u{FE8E}\u{FED7}");
        assert_eq!(shown("", "لا", Bidi::Visual), "\u{FEFB}");
        assert_eq!(
            shown("", "قال COVID-19", Bidi::Visual),
            "COVID-19 \u{FEDD}\u{FE8E}\u{FED7}"
        );
    }

    #[test]
    fn words_stand_from_the_right_and_letters_as_they_are_read() {
        let text = shown("7 │ ", "قال إنه رأى 15 طائرا", Bidi::Words);
        assert_eq!(text, "7 │ طائرا 15 رأى إنه قال");
        assert_eq!(shown("", "قال «60 طنا»", Bidi::Words), "طنا» 60» قال");
    }

    #[test]
    fn a_row_without_arabic_stays() {
        for bidi in [Bidi::Terminal, Bidi::Visual, Bidi::Words] {
            let cells = row::text("7 │ plain (5)", Ink::Plain).cells;
            assert_eq!(*arranged(&cells, bidi), *cells);
        }
    }
}
