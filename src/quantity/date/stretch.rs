//! Stretches of the calendar that the text names in words: decades, centuries, quarters and halves of a year.
//!
//! ```text
//! decade  = ثمانينيات ("من"? century)? | "the" eighties                    تسعينيات القرن الماضي, the eighties
//! century = noun rank era? | rank noun era?                               القرن التاسع عشر, القرن الـ19, the 19th century
//! part    = (quarter | half) rank of? year | rank noun of? year          الربع الأول من 2020, the first half of last year
//! ```
//!
//! The nineteenth century is 1801 to 1900.

use std::ops::Range;

use crate::lang::lexicon::calendar::{DateLink, Edge, Era, Term, TimeNoun};
use crate::lang::lexicon::marks::Marks;
use crate::quantity::date::point::Point;
use crate::quantity::date::written::{Period, Stretch};
use crate::quantity::date::{day, relative, year};
use crate::quantity::value::{Calendar, DateValue};
use crate::quantity::{Reader, ordinal};

/// A named stretch at a token.
pub(in crate::quantity) fn read(reader: Reader<'_>, at: usize, end: usize) -> Option<Point> {
    if at >= end {
        return None;
    }
    decade(reader, at, end)
        .or_else(|| {
            century(reader, at, end)
                .map(|(first, last, next)| between(at..next, first, last, Stretch::Century))
        })
        .or_else(|| part(reader, at, end))
}

/// From the first to the last year of a stretch.
fn between(tokens: Range<usize>, first: DateValue, last: DateValue, stretch: Stretch) -> Point {
    let mut point = Point {
        value: first,
        high: Some(last),
        tokens,
        sure: true,
        ..Point::default()
    };
    point.written.period = Some(Period {
        stretch,
        offset: None,
        edge: None,
    });
    point
}

fn in_year(year: i32) -> DateValue {
    DateValue {
        year: Some(year),
        ..DateValue::default()
    }
}

fn decade(reader: Reader<'_>, at: usize, end: usize) -> Option<Point> {
    let (first, next) = decade_in_words(reader, at, end)?;
    let (first, last) = (in_year(first), in_year(first + 9));
    Some(between(at..next, first, last, Stretch::Decade))
}

fn decade_in_words(reader: Reader<'_>, at: usize, end: usize) -> Option<(i32, usize)> {
    let hit = reader.term_of(Marks::DECADE, at, end, |term| match term {
        Term::Decade(tens) => Some(i32::from(tens)),
        _ => None,
    })?;
    let next = at + hit.length;
    let of = reader.link(next, end, DateLink::Of).unwrap_or(0);
    if let Some((first, behind)) = century_of(reader, next + of, end) {
        return Some((first + hit.entry, behind));
    }
    let before = at.checked_sub(1);
    let word = before.map_or("", |before| reader.folded(before));
    let known = if reader.is_latin(at) {
        matches!(word, "the" | "early" | "mid" | "late" | "-") && hit.entry >= 30
    } else {
        let age = of > 0 && reader.folded(next + of).contains("عمر");
        let within = before.is_some_and(|before| {
            reader
                .term(before, at, |term| {
                    matches!(term, Term::Edge(Edge::Start | Edge::Middle | Edge::End)).then_some(())
                })
                .is_some()
        });
        let timed = within || matches!(word, "خلال" | "منذ" | "عقد" | "حقبه" | "فتره" | "مرحله");
        !age && hit.entry >= 30 && (timed || hit.entry >= 60)
    };
    known.then_some((1900 + hit.entry, next))
}

/// The last year of the century before the one that a decade is of, and the token behind its words.
fn century_of(reader: Reader<'_>, at: usize, end: usize) -> Option<(i32, usize)> {
    if let Some((first, _, next)) = century(reader, at, end) {
        return Some((first.year? - 1, next));
    }
    let latin = reader.is_latin(at);
    let start = at + usize::from(latin && reader.folded(at) == "the");
    let (period, next) = relative::stretch(reader, start, end)?;
    let first = if period.offset == Some(-1) {
        1900
    } else {
        2000
    };
    (period.stretch == Stretch::Century).then_some((first, next))
}

/// The first and the last year of a century, and the token behind it.
fn century(reader: Reader<'_>, at: usize, end: usize) -> Option<(DateValue, DateValue, usize)> {
    let (rank, next) = if reader.is_latin(at) || reader.is_digits(at) {
        english_rank(reader, at, end)?
    } else {
        arabic_rank(reader, at, end)?
    };
    let era = year::era(reader, next, end);
    let next = era.map_or(next, |(_, behind)| behind);
    let (first, last) = (100 * rank - 99, 100 * rank);
    let (first, last, calendar) = match era {
        Some((Era::BeforeChrist, _)) => (-last, -first, Calendar::Gregorian),
        Some((Era::Hijri, _)) => (first, last, Calendar::Hijri),
        _ => (first, last, Calendar::Gregorian),
    };
    let of = |year| DateValue {
        calendar,
        ..in_year(year)
    };
    Some((of(first), of(last), next))
}

/// «القرن التاسع عشر», «القرن الـ19», «القرن 19».
fn arabic_rank(reader: Reader<'_>, at: usize, end: usize) -> Option<(i32, usize)> {
    let noun = reader.time_noun(at, end, TimeNoun::Century)?;
    if !reader.folded(at).contains("ال") && !reader.folded(at).starts_with("لل") {
        return None;
    }
    let start = at + noun.length;
    let number = reader.behind_article(start, end);
    let (rank, next) = match reader.digits(number, end) {
        Some((value, 1..=2)) => (value, number + 1),
        Some(_) => return None,
        None => {
            let rank = ordinal::rank(reader, start, end).filter(|rank| rank.definite)?;
            (u32::try_from(rank.value).ok()?, rank.next)
        }
    };
    let rank = i32::try_from(rank).ok()?;
    (1..=30).contains(&rank).then_some((rank, next))
}

/// "19th century", "nineteenth-century"; a player's "fifth century" is none.
fn english_rank(reader: Reader<'_>, at: usize, end: usize) -> Option<(i32, usize)> {
    let rank = day::read(reader, at, end).filter(|rank| rank.ranked)?;
    let next = reader.past_hyphen(rank.tokens.end);
    let noun = reader.time_noun(next, end, TimeNoun::Century)?;
    let own = matches!(reader.folded(next), "century");
    let before = at.checked_sub(1).map_or("", |before| reader.folded(before));
    let told = next > rank.tokens.end
        || reader.folded(at) == "the"
        || matches!(
            before,
            "the" | "early" | "mid" | "late" | "-" | "in" | "of" | "from"
        );
    (own && told).then_some((i32::from(rank.value), next + noun.length))
}

/// A quarter or half of a year that the text names, or that the article's date tells.
fn part(reader: Reader<'_>, at: usize, end: usize) -> Option<Point> {
    let (stretch, rank, next) = ranked_part(reader, at, end)?;
    let months = if stretch == Stretch::Half { 6 } else { 3 };
    if !(1..=12 / months).contains(&rank) {
        return None;
    }
    let mut start = next + reader.link(next, end, DateLink::Of).unwrap_or(0);
    start += usize::from(reader.is_mark(start, end, &["في", "in", "the", "،", ","]));
    let (mut first, offset, next) = year_of(reader, start, end)?;
    let mut last = first;
    first.month = Some(months * (rank - 1) + 1);
    last.month = Some(months * rank);
    let mut point = between(at..next, first, last, stretch);
    if let Some(period) = &mut point.written.period {
        period.offset = offset;
    }
    Some(point)
}

/// The year of a part, how far it is from the article's where that tells it, and the token behind it.
fn year_of(reader: Reader<'_>, at: usize, end: usize) -> Option<(DateValue, Option<i8>, usize)> {
    if let Some((period, next)) = relative::stretch(reader, at, end) {
        let year = period.stretch == Stretch::Year;
        return year.then_some((DateValue::default(), period.offset, next));
    }
    let noun = year::behind_noun(reader, at, end);
    let year = year::read(reader, noun.unwrap_or(at), end, noun.is_some())?;
    let modern = year.modern && year.calendar != Some(Calendar::Hijri);
    modern.then_some((in_year(year.value), None, year.next))
}

/// «الربع الأول», "first half": how long, which, and the token behind it.
fn ranked_part(reader: Reader<'_>, at: usize, end: usize) -> Option<(Stretch, u8, usize)> {
    let noun = |at: usize| {
        let hit = reader.term_of(Marks::TIME, at, end, |term| match term {
            Term::Noun(TimeNoun::Quarter) => Some(Stretch::Quarter),
            Term::Noun(TimeNoun::Half) => Some(Stretch::Half),
            _ => None,
        })?;
        (hit.length == 1).then_some(hit.entry)
    };
    if reader.is_latin(at) || reader.is_digits(at) {
        let rank = day::read(reader, at, end).filter(|rank| rank.ranked)?;
        let next = reader.past_hyphen(rank.tokens.end);
        return Some((noun(next)?, rank.value, next + 1));
    }
    let stretch = noun(at)?;
    let last = if stretch == Stretch::Half { 2 } else { 4 };
    if reader.is_mark(at + 1, end, &["الاخير"]) {
        return Some((stretch, last, at + 2));
    }
    let rank = ordinal::rank(reader, at + 1, end).filter(|rank| rank.definite)?;
    Some((stretch, u8::try_from(rank.value).ok()?, rank.next))
}
