//! Durations, and compounds of any measure in several units.
//!
//! ```text
//! duration = number time-unit (join number smaller-unit)* less?      «3 ساعات و20 دقيقة» is 200 minutes
//! less     = "إلا" (share | number smaller-unit)                      «ساعتان إلا ربعا», «ساعة إلا خمس دقائق»
//! ```
//!
//! A compound is told in its smallest unit, 12 months to a year; in seconds a month has 30 days and a year 365.

use crate::lang::lexicon::unit::UnitId;
use crate::quantity::number::Number;
use crate::quantity::reader::Lead;
use crate::quantity::term::Term;
use crate::quantity::value::Part;
use crate::quantity::{Quantity, Reader, fraction, unit, words};

/// Seconds in each unit of time that claims name.
const SECONDS: [(&str, i128); 10] = [
    ("second", 1),
    ("minute", 60),
    ("hour", 3600),
    ("day", 86_400),
    ("week", 604_800),
    ("month", 2_592_000),
    ("quarter", 7_776_000),
    ("year", 31_536_000),
    ("decade", 315_360_000),
    ("century", 3_153_600_000),
];

/// The seconds of a duration: of the number that is written under a bound, of the parts of a compound; none for a range.
pub fn seconds(quantity: &Quantity) -> Option<Number> {
    let of = |value: Number, unit: &str| {
        let (_, seconds) = SECONDS.iter().find(|(id, _)| *id == unit)?;
        value.checked_mul(Number::whole(*seconds))
    };
    if quantity.parts.is_empty() {
        return of(quantity.value.amount()?.written?, quantity.unit?);
    }
    let mut sum = Number::ZERO;
    for part in &quantity.parts {
        sum = sum.checked_add(of(part.value, part.unit)?)?;
    }
    Some(sum)
}

/// A term and the next part of it, in the smaller unit; `units` are those of the parts so far.
pub fn join(reader: Reader<'_>, term: &Term, next: &Term, units: &mut Vec<UnitId>) -> Option<Term> {
    let (main, part) = (term.unit?, next.unit?);
    let (large, small) = (unit::get(reader, main), unit::get(reader, part));
    if large.dimension != small.dimension || units.contains(&part) || main == part {
        return None;
    }
    let ratio = ratio(large.id, large.factor?, small.id, small.factor?)?;
    if ratio <= Number::ONE || small.dimension == "length" && ratio > Number::whole(2000) {
        return None;
    }
    let in_small = term.figure.value.checked_mul(ratio)?;
    if next.figure.value >= ratio && !matches!(small.dimension, "time" | "length") {
        return None;
    }
    let mut joined = with_part(term, large.id, next.figure.value, small.id);
    joined.figure.value = in_small.checked_add(next.figure.value)?;
    joined.figure.grain = next.figure.grain;
    joined.figure.alternative = None;
    joined.unit = Some(part);
    joined.end = next.end;
    units.extend([main, part]);
    Some(joined)
}

/// A term with one part more; a term without any is its own first part.
fn with_part(term: &Term, main: &'static str, value: Number, unit: &'static str) -> Term {
    let mut compound = term.clone();
    if compound.parts.is_empty() {
        compound.parts.push(Part {
            value: term.figure.value,
            unit: main,
        });
    }
    compound.parts.push(Part { value, unit });
    compound
}

/// "1 hour thirty", "2 hours and 10": a bare number of minutes behind hours, which nothing follows that it could count.
pub fn minutes_behind(reader: Reader<'_>, term: &mut Term, end: usize) {
    let hours = term
        .unit
        .is_some_and(|named| unit::get(reader, named).id == "hour");
    let (at, _) = reader.joined(term.end);
    if !hours || !term.figure.value.is_whole() || reader.is_arabic(at) || term.end >= end {
        return;
    }
    let Some(figure) = words::read(reader, at, end) else {
        return;
    };
    let closed = figure.end >= end
        || matches!(reader.folded(figure.end), "." | "," | ";" | ")")
            && !reader.is_digits(figure.end + 1);
    let minutes =
        (Number::ONE..Number::whole(60)).contains(&figure.value) && figure.value.is_whole();
    let Some(unit) = reader.lexicon.units.measuring("minute", "time") else {
        return;
    };
    let next = Term {
        figure,
        unit: Some(unit),
        start: figure.start,
        end: figure.end,
        parts: Vec::new(),
    };
    if let Some(joined) = join(reader, term, &next, &mut vec![]).filter(|_| minutes && closed) {
        *term = joined;
    }
}

/// What «إلا» behind a length of time takes off it: a share of its last unit, or a number of a smaller one.
pub fn less(reader: Reader<'_>, term: &Term, end: usize) -> Option<Term> {
    let unit = term.unit?;
    let large = unit::get(reader, unit);
    let at = term.end + 1;
    if large.dimension != "time" || reader.folded(term.end) != "الا" || at >= end {
        return None;
    }
    let share =
        fraction::alone(reader, at, end, Lead::Bare).filter(|(part, _)| *part < Number::ONE);
    let (id, factor, value, unit, next) = if let Some((part, next)) = share {
        (large.id, Number::ONE, part, unit, next)
    } else {
        let figure = words::read(reader, at, end)?;
        let named = unit::behind(reader, figure.end, end)?;
        let small = unit::get(reader, named.unit);
        let ratio = ratio(large.id, large.factor?, small.id, small.factor?)?;
        let fits = small.dimension == "time" && ratio > Number::ONE && figure.value < ratio;
        fits.then_some((small.id, ratio, figure.value, named.unit, named.end))?
    };
    let whole = term.figure.value.checked_mul(factor)?;
    let mut rest = with_part(term, large.id, -value, id);
    rest.figure.value = whole.checked_add(-value)?;
    rest.figure.grain = value;
    rest.unit = Some(unit);
    rest.end = next;
    Some(rest)
}

/// How many of the small unit make one of the large.
fn ratio(large: &str, one: (i128, i128), small: &str, other: (i128, i128)) -> Option<Number> {
    if small == "month" {
        match large {
            "year" => return Some(Number::whole(12)),
            "decade" => return Some(Number::whole(120)),
            _ => {}
        }
    }
    let (one, other) = (
        Number::fraction(one.0, one.1)?,
        Number::fraction(other.0, other.1)?,
    );
    one.checked_div(other)
}
