//! Dates.
//!
//! ```text
//! date  = bound? (span | point | relative)     منذ 2014, قبل 4 أيار, until June 2015, منذ أمس
//! span  = opening? end-point joint end-point   من 4 إلى 22 يناير 1995, بين 2010 و2014, July 13-15
//! ```

pub(in crate::quantity) mod day;
pub(in crate::quantity) mod evidence;
pub mod month;
pub(in crate::quantity) mod numeric;
pub(in crate::quantity) mod period;
pub(in crate::quantity) mod point;
pub(in crate::quantity) mod relative;
pub mod resolve;
pub(in crate::quantity) mod scan;
pub(in crate::quantity) mod span;
pub(in crate::quantity) mod stretch;
pub mod written;
pub(in crate::quantity) mod year;

use std::cell::LazyCell;

use crate::lang::lexicon::calendar::{DateBound, Term, TimeNoun};
use crate::lang::lexicon::marks::Marks;
use crate::quantity::date::point::Point;
use crate::quantity::value::{Hedge, Kind, Value};
use crate::quantity::{Quantity, Reader, Writing, ahead, hedge};
use crate::text::split::PieceKind;

/// The form.
pub(in crate::quantity) fn read(reader: Reader<'_>, at: usize, end: usize) -> Option<Quantity> {
    let seen = seen(reader, at, end);
    let told = told(reader, at, end);
    match (told, seen) {
        (Some(told), Some(seen)) if seen.tokens.len() > told.tokens.len() => Some(seen),
        (told, seen) => told.or(seen),
    }
}

/// What a date begins with that the article's date tells, or a stretch that has a name.
const SEEN: Marks = Marks::RELATIVE
    .union(Marks::TURN)
    .union(Marks::EDGE)
    .union(Marks::TIME)
    .union(Marks::HERE)
    .union(Marks::DECADE)
    .union(Marks::ORDINAL)
    .union(Marks::NUMERAL);

/// What the article's date tells, or a stretch by its name.
fn seen(reader: Reader<'_>, at: usize, end: usize) -> Option<Quantity> {
    let point = |at: usize| {
        // Of the words of the calendar a month, a weekday or a joining word is none of these.
        let joins = reader.knows(at, Marks::TERM) && !reader.knows(at, SEEN);
        if joins && reader.folded(at) != "the" && !ahead::leads_digits(reader, at) {
            return None;
        }
        relative::read(reader, at, end).or_else(|| stretch::read(reader, at, end))
    };
    // «بعد غد» is a day by itself, «منذ أمس» is bounded by one.
    if let Some(found) = point(at) {
        return Some(pointed(reader, at, found));
    }
    let (bound, next) = bound(reader, at, end)?;
    let mut quantity = pointed(reader, at, point(next)?);
    quantity.hedge = of_bound(bound);
    Some(quantity)
}

fn told(reader: Reader<'_>, at: usize, end: usize) -> Option<Quantity> {
    let start = reader.past_clitics(at, end);
    let alone = LazyCell::new(|| point::read(reader, start, end, false));
    let stands_alone = |point: &Point| {
        if point.tokens.start == start && reader.digits(start, end).is_none() {
            alone.is_some()
        } else {
            point.stands_alone(reader, end)
        }
    };
    if let Some(found) = span::read(reader, at, end, stands_alone) {
        return Some(spanned(reader, at, found));
    }
    if let Some((bound, next)) = bound(reader, at, end)
        && let Some(point) = point::read(reader, next, end, true)
    {
        let mut quantity = pointed(reader, at, point);
        quantity.hedge = of_bound(bound);
        return Some(quantity);
    }
    if let Some(quantity) = beyond(reader, at, end).or_else(|| compared(reader, at, end)) {
        return Some(quantity);
    }
    LazyCell::force(&alone)
        .clone()
        .map(|point| pointed(reader, at, point))
}

/// Tokens of a date before the bound behind it: "Monday, May 14, 2012 or later".
const BOUNDED: usize = 12;

/// "2012 or later", "May 2012 or before": an English date with its bound behind it.
fn beyond(reader: Reader<'_>, at: usize, end: usize) -> Option<Quantity> {
    let bounded = (at + 1..end.min(at + BOUNDED)).any(|at| reader.folded(at) == "or");
    if !bounded || !reader.is_capital(at) && reader.digits(at, end).is_none() {
        return None;
    }
    let point = point::read(reader, at, end, true).filter(|point| point.value.year.is_some())?;
    let next = point.tokens.end;
    if !reader.is_mark(next, end, &["or"]) {
        return None;
    }
    let hedge = match reader.tokens.folded(next + 1) {
        "after" | "later" | "since" => Hedge::AtLeast,
        "before" | "earlier" => Hedge::AtMost,
        _ => return None,
    };
    // "2012 or before 2000" names a second date.
    if next + 1 >= end || point::read(reader, next + 2, end, true).is_some() {
        return None;
    }
    let mut quantity = pointed(reader, at, point);
    quantity.tokens.end = next + 2;
    quantity.span = reader.tokens.span(&quantity.tokens);
    quantity.hedge = hedge;
    Some(quantity)
}

/// "the year is greater than 2015": a year under the bound of a number.
fn compared(reader: Reader<'_>, at: usize, end: usize) -> Option<Quantity> {
    let noun = reader.time_noun(at, end, TimeNoun::Year)?;
    let next = at + noun.length;
    let is = reader.is_mark(next, end, &["is", "was", "of", "being"]);
    let (bound, number) = hedge::before(reader, next + usize::from(is), end)?;
    let year = reader
        .digits(number, end)
        .filter(|(_, length)| *length == 4);
    let point = year.and_then(|_| point::read(reader, number, end, true))?;
    let mut quantity = pointed(reader, at, point);
    quantity.hedge = bound;
    Some(quantity)
}

/// Whether digits that end at `next` go on as a date in digits.
pub(in crate::quantity) fn opens_numeric(
    reader: Reader<'_>,
    at: usize,
    next: usize,
    end: usize,
) -> bool {
    numeric::read(reader, at, end, true).is_some_and(|date| date.day.is_some() && date.next > next)
}

/// Since, after, before or until at a token, and the token behind it.
pub(in crate::quantity) fn bound(
    reader: Reader<'_>,
    at: usize,
    end: usize,
) -> Option<(DateBound, usize)> {
    let hit = reader.term_of(Marks::BOUND, at, end, |term| match term {
        Term::Bound(bound) => Some(bound),
        _ => None,
    })?;
    let mut next = at + hit.length;
    if matches!(reader.tokens.folded(next), "يوم" | "شهر" | "the" | "تاريخ") && next < end
    {
        next += 1;
    }
    Some((hit.entry, next))
}

/// The hedge that a bound is.
pub(in crate::quantity) fn of_bound(bound: DateBound) -> Hedge {
    match bound {
        DateBound::Since => Hedge::AtLeast,
        DateBound::After => Hedge::MoreThan,
        DateBound::Before => Hedge::LessThan,
        DateBound::Until => Hedge::AtMost,
    }
}

fn pointed(reader: Reader<'_>, at: usize, point: Point) -> Quantity {
    let value = match point.high {
        Some(high) => Value::Dates(Some(point.value), Some(high)),
        None => Value::Date(point.value),
    };
    let start = at.min(point.tokens.start);
    let mut quantity = reader.said(Kind::Date, start..point.tokens.end, value);
    quantity.writing = writing(reader, &quantity);
    quantity.written = vec![point.written];
    quantity
}

fn spanned(reader: Reader<'_>, at: usize, found: span::DateSpan) -> Quantity {
    let value = Value::Dates(Some(found.low), Some(found.high));
    let mut quantity = reader.said(Kind::Date, at..found.next, value);
    quantity.writing = writing(reader, &quantity);
    quantity.written = found.written.into();
    quantity
}

/// In digits where any token is.
fn writing(reader: Reader<'_>, quantity: &Quantity) -> Writing {
    let digits = |at: usize| reader.kind(at) == Some(PieceKind::Digits);
    if quantity.tokens.clone().any(digits) {
        Writing::Digits
    } else {
        Writing::Words
    }
}
