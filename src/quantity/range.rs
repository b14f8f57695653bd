//! Ranges.
//!
//! ```text
//! range = (من | from) term (إلى | to) term
//!       | [ما] (بين | between) term (و | and) term
//!       | term (إلى | to | - | – | ~) term
//!       | bound term join bound term                       two bounds that can both hold: «أكثر من 10 وأقل من 20»
//! ```
//!
//! The first number shares the unit of the second, and its scale word where it is smaller: «180 و220 ألف شخص».

use crate::lang::lexicon::marks::Marks;
use crate::lang::lexicon::numeral::Link;
use crate::quantity::number::Number;
use crate::quantity::reader::Lead;
use crate::quantity::term::{self, Term};
use crate::quantity::value::{Amount, Hedge, Value};
use crate::quantity::{Quantity, Reader, Writing, amount, hedge, unit};

/// Two ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Range {
    /// The first, in the unit of the second.
    pub low: Term,
    /// The second.
    pub high: Term,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Opening {
    Between,
    From,
    None,
}

/// Reads a range at a token; `here` gives the term there.
pub fn read(
    reader: Reader<'_>,
    at: usize,
    end: usize,
    here: impl FnOnce() -> Option<Term>,
) -> Option<Range> {
    let ma = reader.knows(at, Marks::BEFORE_RANGE);
    let first = at + usize::from(ma);
    let opening = if reader.is_any_link(first, Link::Between) && (first == at || ma) {
        Opening::Between
    } else if reader.is_any_link(first, Link::From) {
        Opening::From
    } else {
        Opening::None
    };
    let first = if opening == Opening::None {
        at
    } else {
        first + 1
    };
    let first = past_about(reader, first, end);
    let mut low = if first == at {
        here()?
    } else {
        term::read(reader, first, end)?
    };
    if let Some(range) = second(reader, &low, opening, end) {
        return Some(range);
    }
    let mut limit = low.end;
    while opening == Opening::Between && limit > first + 1 {
        limit -= 1;
        low = term::read(reader, first, limit)?;
        if let Some(range) = second(reader, &low, opening, end)
            .filter(|range| range.low.figure.value < range.high.figure.value)
        {
            return Some(range);
        }
        limit = limit.min(low.end);
    }
    None
}

/// The second term, behind the word or mark that the opening wants.
fn second(reader: Reader<'_>, low: &Term, opening: Opening, end: usize) -> Option<Range> {
    let hung = reader.glued(low.end)
        && !reader.glued(low.end + 1)
        && reader.folded(low.end) == "-"
        && reader.is_link(low.end + 1, Link::To);
    // "an 8- to 16-meter mirror": the hyphen waits for the unit of the second.
    let at = low.end + usize::from(hung);
    let joint = match opening {
        Opening::Between => {
            let (next, lead) = reader.joined(at);
            let to = reader.is_link(at, Link::To).then_some(at + 1);
            let free = lead == Lead::Bare || reader.is_arabic(next);
            to.or_else(|| free.then_some(next))
                .or_else(|| dash(reader, low))
        }
        Opening::From => reader
            .is_link(at, Link::To)
            .then_some(at + 1)
            .or_else(|| dash(reader, low)),
        Opening::None => {
            dash(reader, low).or_else(|| reader.is_link(at, Link::To).then_some(at + 1))
        }
    }?;
    let next = past_about(reader, joint, end);
    let joined = next == at;
    let high = term::read(reader, next, end)?;
    // "10.7% to 497,000 cars": it grew by the one to the other.
    let ratio = low
        .unit
        .is_some_and(|named| unit::get(reader, named).dimension == "ratio");
    let to = opening == Opening::None && reader.is_link(at, Link::To);
    if to && (ratio && high.unit.is_none() || is_year_before(reader, low, &high)) {
        return None;
    }
    if joined && !reader.entries(next, Lead::Joined).any(|_| true)
        || low.figure.writing == Writing::Noun && low.unit.is_none()
    {
        return None;
    }
    settle(reader, low.clone(), high, opening)
}

/// "from 36,185 in 2003 to 28,041": a year behind its preposition opens no range that leaves the years.
fn is_year_before(reader: Reader<'_>, low: &Term, high: &Term) -> bool {
    let years = Number::whole(1900)..Number::whole(2100);
    let before = low.start.checked_sub(1).map_or("", |at| reader.folded(at));
    low.unit.is_none()
        && low.end == low.start + 1
        && years.contains(&low.figure.value)
        && !years.contains(&high.figure.value)
        && matches!(before, "in" | "since" | "في" | "عام" | "سنه" | "العام")
}

/// One past a hedge of no weight: «ما بين نحو 5 ونحو 10», 2 - ~7.
fn past_about(reader: Reader<'_>, at: usize, end: usize) -> usize {
    match hedge::before(reader, at, end) {
        Some((Hedge::About, next)) => next,
        _ => at,
    }
}

/// One past a dash between two figures.
fn dash(reader: Reader<'_>, low: &Term) -> Option<usize> {
    let at = low.end;
    if !matches!(
        reader.folded(at),
        "-" | "–" | "—" | "~" | "−" | "‑" | "~-" | "ـ"
    ) {
        return None;
    }
    // "2 -7 g" is a range where the unit comes once, behind; `settle` leaves no range that falls.
    let uneven = low.unit.is_none()
        && !reader.glued(at)
        && reader.is_digits(at + 1)
        && term::read(reader, at + 1, reader.tokens.list.len())
            .is_some_and(|high| is_measured(reader, &high));
    let even = reader.glued(at) == reader.glued(at + 1) || uneven;
    let digits = low.figure.writing == Writing::Digits;
    (even && digits || low.unit.is_some() && !reader.is_letters(at + 1)).then_some(at + 1)
}

/// Whether a term measures something other than heat, which goes below zero.
fn is_measured(reader: Reader<'_>, term: &Term) -> bool {
    let dimension = |named| unit::get(reader, named).dimension;
    term.unit
        .is_some_and(|named| dimension(named) != "temperature")
}

/// Both ends in one unit and scale; none where they are not ends of one range.
fn settle(reader: Reader<'_>, mut low: Term, high: Term, opening: Opening) -> Option<Range> {
    let dimension = |term: &Term| term.unit.map(|named| unit::get(reader, named).dimension);
    let mut high = high;
    match (low.unit, high.unit) {
        (None, Some(_)) => low.unit = high.unit,
        (Some(one), None) => {
            let signed = low.start < low.figure.start;
            if !signed && opening != Opening::Between && unit::get(reader, one).dimension != "ratio"
            {
                return None;
            }
            high.unit = low.unit;
        }
        (Some(one), Some(two)) if one != two => {
            if dimension(&low) != Some("money") || unit::get(reader, two).generic != Some(one) {
                return None;
            }
            low.unit = high.unit;
        }
        _ => {}
    }
    let scale = high.figure.scale;
    let shared = low.figure.scale == Number::ONE && scale > Number::ONE && low.figure.value < scale;
    let scaled = low.figure.value.checked_mul(scale);
    if let Some(value) = scaled.filter(|value| shared && *value < high.figure.value) {
        low.figure.value = value;
    }
    let inverted = low.figure.value > high.figure.value;
    let (a, b) = (low.figure.value, high.figure.value);
    match opening {
        Opening::None if inverted || a == b => None,
        _ if a == b => None,
        _ => Some(Range { low, high }),
    }
}

/// Whether a hedge leaves one end open.
pub fn is_bound(hedge: Hedge) -> bool {
    is_lower(hedge) || is_upper(hedge)
}

fn is_lower(hedge: Hedge) -> bool {
    matches!(hedge, Hedge::MoreThan | Hedge::AtLeast)
}

fn is_upper(hedge: Hedge) -> bool {
    matches!(hedge, Hedge::LessThan | Hedge::AtMost | Hedge::UpTo)
}

/// A bound and another one behind it in one unit, where both can hold.
pub fn second_bound(reader: Reader<'_>, first: &Quantity, end: usize) -> Option<Quantity> {
    let mut at = first.tokens.end;
    if matches!(reader.folded(at), "," | "،") {
        at += 1;
    }
    let word = reader.is_link(at, Link::And)
        || reader.is_link(at, Link::Or)
        || matches!(reader.folded(at), "but" | "لكن" | "ولكن" | "yet");
    let next = at + usize::from(word);
    let joined = reader.entries(next, Lead::Joined).any(|_| true) && reader.is_arabic(next);
    if !word && !joined {
        return None;
    }
    let (bound, figure) = hedge::before(reader, next, end)?;
    let term = term::read(reader, figure, end)?;
    let second = amount::of_term(reader, &term, bound, next);
    let (one, two) = (first.value.amount()?, second.value.amount()?);
    let (one, two) = (one.written?, two.written?);
    let same_unit = first.unit == second.unit || first.unit.is_none() || second.unit.is_none();
    let (low, high) = if is_lower(first.hedge) && is_upper(bound) {
        (one, two)
    } else if is_upper(first.hedge) && is_lower(bound) {
        (two, one)
    } else {
        return None;
    };
    if low >= high || !same_unit {
        return None;
    }
    let mut both = first.clone();
    both.tokens.end = second.tokens.end;
    both.hedge = Hedge::Exact;
    both.value = Value::Amount(Amount::between(low, high));
    both.unit = first.unit.or(second.unit);
    both.kind = if first.unit.is_some() {
        first.kind
    } else {
        second.kind
    };
    both.number = match (first.number, second.number) {
        (Some(one), Some(two)) => Some(one.to(two)),
        (number, _) => number,
    };
    Some(both)
}
