//! A year, with its era.
//!
//! ```text
//! year = noun? digits era?                     عام 2008, 1436هـ, 44 ق.م, in 2014 A.D.
//! ```

use std::ops::Range;

use crate::lang::lexicon::calendar::{Era, Term, TimeNoun};
use crate::lang::lexicon::marks::Marks;
use crate::quantity::date::evidence;
use crate::quantity::reader::Lead;
use crate::quantity::value::Calendar;
use crate::quantity::{Reader, Writing, unit, words};
use crate::text::split::PieceKind;

/// Years that a bare number of four digits may name without a noun or a month beside it.
const MODERN: std::ops::RangeInclusive<u32> = 1800..=2099;
/// Years that are Hijri in a news text when nothing says of which era.
const MODERN_HIJRI: std::ops::RangeInclusive<i32> = 1400..=1449;

/// A year as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::quantity) struct Year {
    /// Negative before Christ.
    pub value: i32,
    /// The calendar, where the text or the number tells.
    pub calendar: Option<Calendar>,
    /// The tokens of the number.
    pub tokens: Range<usize>,
    /// Behind the era.
    pub next: usize,
    /// Whether a noun or an era says that it is a year.
    pub named: bool,
    /// Whether it is written in four digits of our time.
    pub modern: bool,
}

/// A year at a token; `noun` where a noun of year stands before it.
pub(in crate::quantity) fn read(
    reader: Reader<'_>,
    at: usize,
    end: usize,
    noun: bool,
) -> Option<Year> {
    let Some((number, length)) = reader.digits(at, end) else {
        return in_words(reader, at, end, noun);
    };
    if length > 4 || number == 0 || reader.digits_go_on(at, end) || reader.digits_go_back(at) {
        return None;
    }
    let era = era(reader, at + 1, end);
    if length < 4 && era.is_none() && !(noun && length == 3) {
        return None;
    }
    // «بالقطاع العام 4500 ريال»: no year that anyone writes about, and a unit behind it.
    let measures = || unit::at_word(reader, at + 1, end, Lead::Bare, usize::MAX).is_some();
    if era.is_none() && number > *MODERN.end() && measures() {
        return None;
    }
    let value = number.cast_signed();
    let calendar = match era {
        Some((Era::Hijri, _)) => Some(Calendar::Hijri),
        Some((Era::Christian | Era::BeforeChrist, _)) => Some(Calendar::Gregorian),
        Some((Era::Jalali, _)) => return None,
        None => MODERN_HIJRI.contains(&value).then_some(Calendar::Hijri),
    };
    let before = matches!(era, Some((Era::BeforeChrist, _)));
    Some(Year {
        value: if before { -value } else { value },
        calendar,
        tokens: at..at + 1,
        next: era.map_or(at + 1, |(_, next)| next),
        named: noun || era.is_some(),
        modern: MODERN.contains(&number),
    })
}

/// "14th April 15", "3 May '98": a year of two digits that ends its sentence, or that an apostrophe marks.
pub(in crate::quantity) fn short(reader: Reader<'_>, at: usize, end: usize) -> Option<Year> {
    let mark = reader.is_mark(at, end, &["'", "’", "‘"]) && reader.is_glued(at + 1);
    let number = at + usize::from(mark);
    let (value, _) = reader
        .digits(number, end)
        .filter(|(_, length)| *length == 2 && at > 0 && reader.is_latin(at - 1))?;
    let next = number + 1;
    let last = next >= end || next + 1 == end && reader.is_mark(next, end, &["."]);
    let plural = reader.is_glued(next) && reader.is_word(next, end);
    let century = if value < 50 { 2000 } else { 1900 };
    (last || mark && !plural).then(|| Year {
        value: century + value.cast_signed(),
        calendar: None,
        tokens: number..next,
        next,
        named: false,
        modern: true,
    })
}

/// A year in words that counts nothing: "two thousand and fifteen", "nineteen ninety six", «ألفين وثمانية عشر».
fn in_words(reader: Reader<'_>, at: usize, end: usize, noun: bool) -> Option<Year> {
    if at >= end || reader.kind(at) != Some(PieceKind::Word) {
        return None;
    }
    let number = |at| {
        let figure = words::read(reader, at, end)?;
        let plain = figure.writing == Writing::Words && at < end;
        Some((figure.value.to_whole().filter(|_| plain)?, figure.end))
    };
    let (mut value, mut next) = number(at)?;
    if (11..=20).contains(&value) && reader.is_latin(at) {
        let nought = matches!(reader.folded(next), "oh" | "zero" | "o");
        let least = if nought { 1 } else { 10 };
        let (rest, behind) = number(next + usize::from(nought))
            .filter(|(rest, _)| (least..least * 10).contains(rest))?;
        (value, next) = (value * 100 + rest, behind);
    }
    let counts = reader.is_word(next, end)
        && (unit::at_word(reader, next, end, Lead::Bare, usize::MAX).is_some()
            || evidence::is_noun(reader, next));
    let least = if noun { 100 } else { 1000 };
    if counts || !(least..2100).contains(&value) {
        return None;
    }
    Some(Year {
        value: value as i32,
        calendar: None,
        tokens: at..next,
        next,
        named: noun,
        modern: value >= 1500 && (value % 100 != 0 || value == 2000),
    })
}

/// An era at a token, perhaps in brackets, and the token behind it.
pub(in crate::quantity) fn era(reader: Reader<'_>, at: usize, end: usize) -> Option<(Era, usize)> {
    let pick = |term| match term {
        Term::Era(era) => Some(era),
        _ => None,
    };
    if let Some(hit) = reader.term_of(Marks::ERA, at, end, pick) {
        let next = at + hit.length;
        let latin = reader.is_latin(at);
        let stopped = latin
            && reader.is_mark(next, end, &["."])
            && reader.tokens.folded(next - 2) == "."
            && reader.is_glued(next);
        // «5 م» is five metres; an era of one letter clings to a year.
        return (!latin || reader.is_capital(at))
            .then_some((hit.entry, next + usize::from(stopped)));
    }
    if reader.is_mark(at, end, &["("]) {
        let hit = reader.term(at + 1, end, pick)?;
        let next = at + 1 + hit.length;
        return reader
            .is_mark(next, end, &[")"])
            .then_some((hit.entry, next + 1));
    }
    None
}

/// A noun of year at a token: where the number may stand behind it.
pub(in crate::quantity) fn behind_noun(reader: Reader<'_>, at: usize, end: usize) -> Option<usize> {
    reader
        .time_noun(at, end, TimeNoun::Year)
        .map(|hit| at + hit.length)
}
