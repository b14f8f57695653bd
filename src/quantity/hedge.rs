//! Words that bound a figure.
//!
//! ```text
//! hedge before = [about] bound | about bound          «أكثر من», «ما لا يقل عن نحو», at least
//! hedge behind = bound | [noun …] bound               «20 شخصا على الأقل», 500 or more, 500+
//! ```

use crate::lang::lexicon::hedge::Bound;
use crate::lang::lexicon::marks::Marks;
use crate::lang::lexicon::numeral::Link;
use crate::quantity::Reader;
use crate::quantity::noun;
use crate::quantity::reader::Lead;
use crate::quantity::value::Hedge;
use crate::text::split::PieceKind;

/// The hedge of a bound.
pub fn hedge(bound: Bound) -> Hedge {
    match bound {
        Bound::Exact => Hedge::Exact,
        Bound::About => Hedge::About,
        Bound::Nearly => Hedge::Nearly,
        Bound::MoreThan => Hedge::MoreThan,
        Bound::AtLeast => Hedge::AtLeast,
        Bound::LessThan => Hedge::LessThan,
        Bound::AtMost => Hedge::AtMost,
        Bound::UpTo => Hedge::UpTo,
    }
}

/// The hedges that stand at a token, and where the figure begins behind them; a firm bound wins over "about".
pub fn before(reader: Reader<'_>, at: usize, end: usize) -> Option<(Hedge, usize)> {
    let (first, next) = one(reader, at, end)?;
    match one(reader, next, end) {
        Some((second, next)) if matches!(first, Hedge::About | Hedge::Exact) => {
            Some((second, next))
        }
        // «لتصل إلى أكثر من 7 ملايين»: what it reaches is bounded from below.
        Some((second, next))
            if first == Hedge::UpTo && !matches!(second, Hedge::About | Hedge::Exact) =>
        {
            Some((second, next))
        }
        Some((_, next)) => Some((first, next)),
        None => Some((first, next)),
    }
}

fn one(reader: Reader<'_>, at: usize, end: usize) -> Option<(Hedge, usize)> {
    if !reader.knows(at, Marks::HEDGE) {
        return None;
    }
    let lead = |word| if word == at { Lead::First } else { Lead::Bare };
    let (found, length) = reader
        .lexicon
        .hedges
        .before
        .longest(at, end, |word| reader.entries(word, lead(word)))?;
    if length == 1 && is_particle(reader, at) {
        return None;
    }
    Some((hedge(*found.first()?), at + length))
}

/// "handed over 1,800 vehicles": the "over" is the verb's.
fn is_particle(reader: Reader<'_>, at: usize) -> bool {
    let taken = |before: usize| reader.is_link(before, Link::TakesOver);
    reader.folded(at) == "over" && at.checked_sub(1).is_some_and(taken)
}

/// The hedge that stands right behind a figure, and one past it.
pub fn behind(reader: Reader<'_>, at: usize, end: usize) -> Option<(Hedge, usize)> {
    if !reader.knows(at, Marks::HEDGE_BEHIND) {
        return None;
    }
    let (found, length) = reader
        .lexicon
        .hedges
        .after
        .longest(at, end, |word| reader.entries(word, Lead::Bare))?;
    // "iPhone 6 Plus" is a name.
    if reader.folded(at) == "plus" && reader.is_capital(at) {
        return None;
    }
    let plus = reader.folded(at) == "+";
    if plus && !reader.glued(at) || reader.folded(at) == "-" && !reader.glued(at) {
        return None;
    }
    Some((hedge(*found.first()?), at + length))
}

/// The hedge behind what is counted: up to three words, no mark and no figure between.
pub fn behind_noun(reader: Reader<'_>, at: usize, end: usize) -> Option<Hedge> {
    for next in at..end.min(at + 4) {
        if let Some((hedge, after)) = behind(reader, next, end).filter(|_| next > at) {
            let figure = reader.is_digits(after)
                || reader
                    .numerals(after, Lead::Bare)
                    .any(super::is_number_word);
            return (!figure).then_some(hedge);
        }
        let token = reader.tokens.list.get(next)?;
        if token.kind != PieceKind::Word
            || reader
                .numerals(next, Lead::First)
                .any(super::is_number_word)
            // «2157 لديهن طفلان أو أكثر»: the hedge is of the two children.
            || next > at && noun::read(reader, next, end).is_some()
        {
            return None;
        }
    }
    None
}
