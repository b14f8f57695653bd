//! A period that English names by its first year: a decade, a season of two years, a quarter or half of a year.
//!
//! ```text
//! decade = (1990 | ' 90 | "the" 90) 's'? s            the mid-1980s, the '90s; ten years
//! season = year (- | /) the two digits of the next    2013-14, 2019/20
//! part   = (Q | H) digit of? year | year -? (Q | H) digit | rank (quarter | half) of? year
//! ```

use std::ops::Range;

use crate::lang::lexicon::calendar::{DateLink, TimeNoun};
use crate::quantity::date::point::Point;
use crate::quantity::date::written::Written;
use crate::quantity::value::DateValue;
use crate::quantity::{Reader, ordinal};

/// The years that such a period is of.
const YEARS: std::ops::RangeInclusive<u32> = 1800..=2099;

/// A period at a token.
pub(in crate::quantity) fn read(reader: Reader<'_>, at: usize, end: usize) -> Option<Point> {
    decade(reader, at, end)
        .or_else(|| season(reader, at, end))
        .or_else(|| part(reader, at, end))
}

/// From the first year to the last, or from the first month to the last of one year.
fn point(tokens: Range<usize>, year: Range<usize>, low: DateValue, high: DateValue) -> Point {
    Point {
        value: low,
        high: Some(high),
        written: Written {
            year: Some(year),
            ..Written::default()
        },
        tokens,
        sure: true,
    }
}

fn year(year: u32) -> DateValue {
    DateValue {
        year: Some(year.cast_signed()),
        ..DateValue::default()
    }
}

/// A year of four digits that nothing goes on from.
fn whole_year(reader: Reader<'_>, at: usize, end: usize) -> Option<u32> {
    let (value, length) = reader.digits(at, end)?;
    let free = !reader.digits_go_on(at, end) && !reader.digits_go_back(at);
    (length == 4 && YEARS.contains(&value) && free).then_some(value)
}

fn decade(reader: Reader<'_>, at: usize, end: usize) -> Option<Point> {
    let apostrophe = reader.is_mark(at, end, &["'", "’", "‘"]) && reader.is_glued(at + 1);
    let start = at + usize::from(apostrophe);
    let (value, length) = reader.digits(start, end)?;
    let next = behind_plural(reader, start + 1, end)?;
    let before = at.checked_sub(1).map_or("", |before| reader.folded(before));
    let told = apostrophe || matches!(before, "the" | "early" | "mid" | "late" | "swinging");
    let first = match length {
        4 if YEARS.contains(&value) => value,
        2 if told && value < 30 => 2000 + value,
        2 if told => 1900 + value,
        _ => return None,
    };
    let ten = first.is_multiple_of(10) && (length == 4 || value > 0);
    let free = apostrophe || !reader.digits_go_back(start);
    (ten && free).then(|| point(at..next, start..next, year(first), year(first + 9)))
}

/// The plural ending written onto digits, and the token behind it: 1990s, 1990's.
fn behind_plural(reader: Reader<'_>, at: usize, end: usize) -> Option<usize> {
    let mark = reader.is_mark(at, end, &["'", "’"]) && reader.is_glued(at);
    let at = at + usize::from(mark);
    let ending = reader.is_mark(at, end, &["s", "'s", "’s"]) && reader.is_glued(at);
    ending.then_some(at + 1)
}

fn season(reader: Reader<'_>, at: usize, end: usize) -> Option<Point> {
    let (first, length) = reader.digits(at, end)?;
    let joined = reader.is_mark(at + 1, end, &["-", "–", "/"])
        && reader.is_glued(at + 1)
        && reader.is_glued(at + 2);
    let (second, digits) = reader.digits(at + 2, end).filter(|_| joined)?;
    let next = at + 3;
    let more = next < end
        && reader.is_glued(next)
        && !reader.is_mark(next, end, &[".", ",", ")", "'", "’"])
        || reader.digits_go_on(at + 2, end);
    let follows = length == 4 && digits == 2 && (first + 1) % 100 == second;
    let free = YEARS.contains(&first) && !more && !reader.digits_go_back(at);
    (follows && free).then(|| point(at..next, at..at + 1, year(first), year(first + 1)))
}

fn part(reader: Reader<'_>, at: usize, end: usize) -> Option<Point> {
    if let Some(first) = whole_year(reader, at, end) {
        let dash = reader.is_mark(at + 1, end, &["-", "–"]) && reader.is_glued(at + 1);
        let (months, next) = lettered(reader, at + 1 + usize::from(dash), end)?;
        return Some(of_year(at..next, at, first, months));
    }
    let (months, next) = lettered(reader, at, end).or_else(|| named(reader, at, end))?;
    let of = reader.link(next, end, DateLink::Of).unwrap_or(0);
    let joined = usize::from(of == 0 && reader.is_mark(next, end, &[",", "-", "/", "in"]));
    let number = next + of + joined;
    let first = whole_year(reader, number, end)?;
    Some(of_year(at..number + 1, number, first, months))
}

fn of_year(tokens: Range<usize>, number: usize, first: u32, months: [u8; 2]) -> Point {
    let [low, high] = months.map(|month| DateValue {
        month: Some(month),
        ..year(first)
    });
    point(tokens, number..number + 1, low, high)
}

/// Q3, H1: its months, and the token behind it.
fn lettered(reader: Reader<'_>, at: usize, end: usize) -> Option<([u8; 2], usize)> {
    let (value, _) = reader
        .digits(at + 1, end)
        .filter(|_| reader.is_glued(at + 1) && reader.is_capital(at))?;
    let parts = match reader.folded(at) {
        "q" => 4,
        "h" => 2,
        _ => return None,
    };
    Some((months(value.into(), parts)?, at + 2))
}

/// "first quarter", "second half": its months, and the token behind it.
fn named(reader: Reader<'_>, at: usize, end: usize) -> Option<([u8; 2], usize)> {
    if !reader.is_word(at, end) || !reader.is_latin(at) {
        return None;
    }
    let rank = ordinal::rank(reader, at, end)?;
    let noun = reader.past_hyphen(rank.next);
    let is = |wanted| reader.time_noun(noun, end, wanted).is_some();
    let parts = if is(TimeNoun::Quarter) {
        4
    } else if is(TimeNoun::Half) {
        2
    } else {
        return None;
    };
    Some((months(rank.value, parts)?, noun + 1))
}

/// The first and the last month of one of so many parts of the year.
fn months(which: i128, parts: u8) -> Option<[u8; 2]> {
    let which = u8::try_from(which)
        .ok()
        .filter(|which| (1..=parts).contains(which))?;
    let length = 12 / parts;
    Some([(which - 1) * length + 1, which * length])
}
