//! Dates in digits alone.
//!
//! ```text
//! numeric = year sep month sep day | day sep month sep year | month sep day sep year | month sep year | year sep month | name sep day sep year
//! sep     = "/" | "-" | "."            one and the same, glued; the order of day and month by value, then by language
//! ```

use crate::lang::lexicon::calendar::Term;
use crate::lang::lexicon::marks::Marks;
use crate::quantity::Reader;
use crate::text::split::PieceKind;

/// A date in digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::quantity) struct Numeric {
    /// The year.
    pub year: i32,
    /// The month, as written; 13 and more where no order makes it a month.
    pub month: u8,
    /// The day, where there is one.
    pub day: Option<u8>,
    /// Which token holds the year, the month and the day.
    pub places: [usize; 3],
    /// Behind it.
    pub next: usize,
}

/// One number or month name between marks.
#[derive(Clone, Copy)]
struct Part {
    value: u32,
    length: usize,
    at: usize,
    name: bool,
}

/// A date in digits at a token; `day_first` is the usual order of the language.
pub(in crate::quantity) fn read(
    reader: Reader<'_>,
    at: usize,
    end: usize,
    day_first: bool,
) -> Option<Numeric> {
    if reader.digits_go_back(at) {
        return None;
    }
    let first = part(reader, at, end)?;
    let mark = reader.tokens.folded(at + 1);
    if !matches!(mark, "/" | "-" | "." | "–") {
        return None;
    }
    let spaced = !reader.is_glued(at + 1) || !reader.is_glued(at + 2);
    let second = part(reader, at + 2, end)?;
    let go_on =
        reader.tokens.folded(at + 3) == mark && reader.is_glued(at + 3) != spaced && at + 3 < end;
    let third = go_on.then(|| part(reader, at + 4, end)).flatten();
    let Some(third) = third.filter(|_| !spaced) else {
        return (mark != "." && !first.name && !second.name && !go_on)
            .then(|| pair(first, second, spaced))
            .flatten();
    };
    let next = at + 5;
    let goes_on = reader.is_glued(next)
        && (reader.tokens.folded(next) == mark
            && reader.kind(next + 1) == Some(PieceKind::Digits)
            && reader.is_glued(next + 1)
            || reader.kind(next) == Some(PieceKind::Digits));
    if goes_on && !is_year(third) {
        return None;
    }
    triple([first, second, third], day_first, mark, next)
}

fn part(reader: Reader<'_>, at: usize, end: usize) -> Option<Part> {
    if let Some((value, length)) = reader.digits(at, end) {
        return Some(Part {
            value,
            length,
            at,
            name: false,
        });
    }
    let hit = reader.term_of(Marks::MONTH, at, end, |term| match term {
        Term::Month { month, .. } => Some(month),
        _ => None,
    })?;
    (hit.length == 1 && hit.proclitics.is_empty()).then_some(Part {
        value: u32::from(hit.entry),
        length: 2,
        at,
        name: true,
    })
}

fn is_year(part: Part) -> bool {
    part.length == 4 && (1000..3000).contains(&part.value) && !part.name
}

/// Year and month.
fn pair(first: Part, second: Part, spaced: bool) -> Option<Numeric> {
    let (year, month) = if is_year(first) {
        (first, second)
    } else {
        (second, first)
    };
    let modern = !spaced || (1900..2100).contains(&year.value);
    let good = is_year(year) && modern && month.length <= 2 && (1..=12).contains(&month.value);
    good.then(|| Numeric {
        year: year.value.cast_signed(),
        month: month.value as u8,
        day: None,
        places: [year.at, month.at, month.at],
        next: second.at + 1,
    })
}

/// Year, month and day in one of their orders.
fn triple(parts: [Part; 3], day_first: bool, mark: &str, next: usize) -> Option<Numeric> {
    let [first, second, third] = parts;
    if parts.iter().filter(|part| part.name).count() > 1 {
        return None;
    }
    let short = |part: Part| part.length <= 2 && (1..=31).contains(&part.value);
    let (year, pair) = if is_year(first) && short(second) && short(third) {
        // 2016-09-23, but 2020/23/Sep.
        let turned = second.value > 12 && third.value <= 12 && !second.name;
        (
            first,
            if turned {
                [second, third]
            } else {
                [third, second]
            },
        )
    } else if is_year(second) && (first.name || third.name) && short(first) && short(third) {
        (
            second,
            if first.name {
                [third, first]
            } else {
                [first, third]
            },
        )
    } else if short(first)
        && short(second)
        && (is_year(third) || third.length == 2 && mark != "." && !third.name)
    {
        let month_first =
            first.name || !second.name && first.value <= 12 && (second.value > 12 || !day_first);
        (
            third,
            if month_first {
                [second, first]
            } else {
                [first, second]
            },
        )
    } else {
        return None;
    };
    let [day, month] = pair;
    Some(Numeric {
        year: if year.length == 2 {
            century(year.value)
        } else {
            year.value.cast_signed()
        },
        month: month.value as u8,
        day: Some(day.value as u8),
        places: [year.at, month.at, day.at],
        next,
    })
}

/// A year of two digits is 1950 to 2049.
fn century(year: u32) -> i32 {
    let year = year.cast_signed();
    if year < 50 { 2000 + year } else { 1900 + year }
}
