//! "one" and «واحد» where they count nothing: «كل واحد منهم», "one another", "the latest one".

use crate::lang::lexicon::numeral::{Link, Numeral};
use crate::quantity::reader::Lead;
use crate::quantity::term::Term;
use crate::quantity::{Reader, Writing};

/// Whether a term is a word for one that counts nothing.
pub fn is(reader: Reader<'_>, term: &Term, end: usize) -> bool {
    let (start, next) = (term.figure.start, term.end);
    let one = term.figure.writing == Writing::Words
        && term.unit.is_none()
        && next == start + 1
        && reader
            .numerals(start, Lead::First)
            .any(|part| part == Numeral::Unit(1));
    if !one {
        return false;
    }
    let before = start
        .checked_sub(1)
        .is_some_and(|before| reader.is_any_link(before, Link::NotOneBefore));
    let behind = next < end && reader.is_link(next, Link::NotOneAfter);
    let alone = !reader.is_arabic(start)
        && start > 0
        && (next >= end || !reader.is_letters(next))
        && !matches!(reader.folded(start - 1), ":" | "(" | "is");
    let of = reader.is_arabic(start)
        && reader.is_link(next, Link::Of)
        && !matches!(reader.folded(next + 1), "كل" | "بين" | "اصل");
    before || behind || of || alone && reader.is_letters(start - 1)
}
