//! From one date to another.
//!
//! ```text
//! span = opening? low joint high        low and high share what only one of them says
//! low  = point | day | year             من 4 إلى 22 يناير 1995, July 13-15, 2014-2018, from May to October 2020
//! ```

use crate::lang::arabic::Proclitics;
use crate::lang::lexicon::calendar::{DateLink, TimeNoun};
use crate::quantity::Reader;
use crate::quantity::date::point::{self, Point};
use crate::quantity::date::written::Written;
use crate::quantity::date::{day, evidence};
use crate::quantity::value::DateValue;

/// Two dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::quantity) struct DateSpan {
    /// The first.
    pub low: DateValue,
    /// The last.
    pub high: DateValue,
    /// The words of both.
    pub written: [Written; 2],
    /// Behind it.
    pub next: usize,
}

/// A span at a token; `alone` says whether a date that it would begin with is one without it.
pub(in crate::quantity) fn read(
    reader: Reader<'_>,
    at: usize,
    end: usize,
    alone: impl Fn(&Point) -> bool,
) -> Option<DateSpan> {
    let between = reader.link(at, end, DateLink::Between);
    let opening = between.or_else(|| reader.link(at, end, DateLink::From));
    let mut start = at + opening.unwrap_or(0);
    if opening.is_some()
        && matches!(
            reader.tokens.folded(start),
            "يوم" | "عام" | "شهر" | "the" | "عامي" | "يومي" | "شهري"
        )
    {
        start += usize::from(!matches!(reader.tokens.folded(start), "عام" | "شهر"));
    }
    let open = opening.is_some();
    let point = point::read(reader, start, end, true);
    let full = point
        .as_ref()
        .filter(|point| open || reader.is_capital(start) || alone(point));
    if let Some(low) = full
        && let Some(found) = from_point(reader, low, end, between.is_some(), open)
    {
        return Some(found);
    }
    if let Some(found) = point.and_then(|point| behind_month(reader, &point, end)) {
        return Some(found);
    }
    from_day(reader, start, end, between.is_some(), open)
}

/// The token behind what joins two ends.
fn joint(reader: Reader<'_>, at: usize, end: usize, between: bool) -> Option<usize> {
    if let Some(length) = reader.link(at, end, DateLink::To) {
        return Some(at + length);
    }
    if reader.is_mark(at, end, &["-", "–", "—", "~"]) {
        return Some(at + 1);
    }
    (between && matches!(reader.tokens.folded(at), "و" | "and") && at < end).then_some(at + 1)
}

fn from_point(
    reader: Reader<'_>,
    low: &Point,
    end: usize,
    between: bool,
    open: bool,
) -> Option<DateSpan> {
    let at = low.tokens.end;
    let behind = joint(reader, at, end, between);
    // «بين عامي 2010 و2014», «بين نيسان وأيار»: the conjunction is part of the next word.
    let joined = behind.is_none() && between && reader.is_word(at, end) && has_wa(reader, at);
    let next = behind.or_else(|| joined.then_some(at))?;
    let next =
        next + usize::from(matches!(reader.tokens.folded(next), "the" | "يوم") && next < end);
    if low.value.day.is_some()
        && low.value.month.is_some()
        && let Some(day) = day::read(reader, next, end)
        && point::read(reader, next, end, true).is_none_or(|high| high.value.month.is_none())
        && !reader.is_mark(day.tokens.end, end, &[":"])
    {
        let turned = open && day.ranked && low.value.day > Some(day.value);
        let high = DateValue {
            day: Some(day.value),
            weekday: None,
            ..if turned {
                next_month(low.value)
            } else {
                low.value
            }
        };
        let mut span = DateSpan {
            low: low.value,
            high,
            written: [low.written.clone(), day.written()],
            next: day.tokens.end,
        };
        span.year_behind(reader, end);
        return (turned || day.value > low.value.day.unwrap_or(0)).then_some(span);
    }
    let high = point::read(reader, next, end, true)?;
    let spaced = !reader.is_glued(at) && reader.is_mark(at, end, &["-", "–", "—"]);
    let alike = shape(&low.value) == shape(&high.value) || open;
    let sure = open || low.stands_alone(reader, end) || high.value.month.is_some();
    let bare = !sure
        || low.value.month.is_none() && low.value.year.is_none()
        || high.value.month.is_none() && high.value.year.is_none();
    let years = shape(&low.value) == (false, false) && shape(&high.value) == (false, false);
    let counted = years && evidence::is_plural(reader, high.tokens.end) && high.tokens.end < end;
    if bare || counted || spaced && !alike || low.value.calendar != high.value.calendar {
        return None;
    }
    let mut span = DateSpan {
        low: low.value,
        high: high.high.unwrap_or(high.value),
        written: [low.written.clone(), high.written],
        next: high.tokens.end,
    };
    span.share();
    Some(span)
}

/// "from April 27th to the third" ends in May.
fn next_month(date: DateValue) -> DateValue {
    let last = date.month == Some(12);
    DateValue {
        month: date.month.map(|month| if last { 1 } else { month + 1 }),
        year: date.year.map(|year| year + i32::from(last)),
        ..date
    }
}

fn has_wa(reader: Reader<'_>, at: usize) -> bool {
    reader
        .term(at, at + 3, |_| Some(()))
        .is_some_and(|hit| hit.proclitics.contains(Proclitics::WA))
}

fn shape(date: &DateValue) -> (bool, bool) {
    (date.day.is_some(), date.month.is_some())
}

/// «4 إلى 22 يناير»: a day alone before a full date.
fn from_day(
    reader: Reader<'_>,
    start: usize,
    end: usize,
    between: bool,
    open: bool,
) -> Option<DateSpan> {
    let low = day::read(reader, start, end)?;
    let joint = joint(reader, low.tokens.end, end, between)?;
    if !open
        && !reader.is_mark(low.tokens.end, end, &["-", "–", "—"])
        && !low.ranked
        && reader.digits(start, end).is_none()
    {
        return None;
    }
    let next = joint + usize::from(matches!(reader.tokens.folded(joint), "يوم") && joint < end);
    let high = point::read(reader, next, end, true)?;
    let (day, month) = (high.value.day?, high.value.month?);
    let _ = month;
    if low.value >= day && high.value.weekday.is_none() && low.value == day {
        return None;
    }
    let value = DateValue {
        day: Some(low.value),
        weekday: None,
        ..high.value
    };
    Some(DateSpan {
        low: value,
        high: high.value,
        written: [low.written(), high.written],
        next: high.tokens.end,
    })
}

/// «نوفمبر بين 15 و19»: the month first.
fn behind_month(reader: Reader<'_>, month: &Point, end: usize) -> Option<DateSpan> {
    if month.value.month.is_none() || month.value.day.is_some() {
        return None;
    }
    let at = month.tokens.end;
    let between = reader.link(at, end, DateLink::Between);
    let opening = between.or_else(|| reader.link(at, end, DateLink::From))?;
    let low = day::read(reader, at + opening, end)?;
    let joint = joint(reader, low.tokens.end, end, between.is_some())?;
    let high = day::read(reader, joint, end)?;
    if reader
        .time_noun(high.tokens.end, end, TimeNoun::Hour)
        .is_some()
    {
        return None;
    }
    let with = |day: u8| DateValue {
        day: Some(day),
        ..month.value
    };
    Some(DateSpan {
        low: with(low.value),
        high: with(high.value),
        written: [low.written(), high.written()],
        next: high.tokens.end,
    })
}

impl DateSpan {
    /// Each end has what both share; a month before the turn of the year belongs to the year before.
    fn share(&mut self) {
        if self.low.month.is_none() && self.low.year.is_some() && self.high.month.is_some() {
            return;
        }
        self.low.month = self.low.month.or(self.high.month);
        if self.low.year.is_none()
            && let Some(year) = self.high.year
        {
            let turned = self.low.month > self.high.month;
            self.low.year = Some(if turned { year - 1 } else { year });
        }
        if self.high.year.is_none() && self.high.month >= self.low.month {
            self.high.year = self.low.year;
        }
    }

    /// "July 13 to 15, 1995": a year behind the second day is of both.
    fn year_behind(&mut self, reader: Reader<'_>, end: usize) {
        if self.low.year.is_some() {
            return;
        }
        let mark = reader.is_mark(self.next, end, &[",", "،"]);
        let at = self.next + usize::from(mark);
        let noun = crate::quantity::date::year::behind_noun(reader, at, end);
        let year =
            crate::quantity::date::year::read(reader, noun.unwrap_or(at), end, noun.is_some());
        if let Some(year) = year {
            self.low.year = Some(year.value);
            self.high.year = Some(year.value);
            self.next = year.next;
        }
    }
}
