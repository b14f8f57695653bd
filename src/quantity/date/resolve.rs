//! What a date seen from the article's own date is: from which day to which.

use jiff::civil::Date;

use crate::lang::lexicon::calendar::{Edge, Turn};
use crate::quantity::Quantity;
use crate::quantity::date::written::{Period, Stretch, Written};
use crate::quantity::value::{Calendar, DateValue, Value};

/// A day of the civil calendar, where there is one.
pub fn day_of(year: i32, month: u8, day: u8) -> Option<Date> {
    Date::new(
        i16::try_from(year).ok()?,
        i8::try_from(month).ok()?,
        i8::try_from(day).ok()?,
    )
    .ok()
}

/// 1 is Monday, 7 is Sunday.
pub fn weekday_of(date: Date) -> u8 {
    date.weekday().to_monday_one_offset().unsigned_abs()
}

/// A number of days later; the same day at the end of time.
pub fn later(date: Date, days: i32) -> Date {
    let span = jiff::Span::new().try_days(days);
    span.and_then(|span| date.checked_add(span)).unwrap_or(date)
}

/// The first and the last day of what a date that names no year can be, where the date of its article tells.
pub fn days(quantity: &Quantity, today: Date) -> Option<(Date, Date)> {
    let (value, written) = quantity.dates().next()?;
    if value.year.is_some() || value.calendar != Calendar::Gregorian {
        return None;
    }
    if let Some(relative) = &written.relative {
        let day = later(today, i32::from(relative.days));
        return Some((day, day));
    }
    if let Some(period) = written.period {
        let high = match quantity.value {
            Value::Dates(_, high) => high,
            _ => None,
        };
        return in_period(today, period, value, high);
    }
    turned(today, value, written)
}

fn in_period(
    today: Date,
    period: Period,
    value: DateValue,
    high: Option<DateValue>,
) -> Option<(Date, Date)> {
    let offset = i32::from(period.offset?);
    if let (Some(first), Some(last)) = (value.month, high.and_then(|high| high.month)) {
        let year = i32::from(today.year()) + offset;
        return Some((
            day_of(year, first, 1)?,
            day_of(year, last, 1)?.last_of_month(),
        ));
    }
    let (low, high) = stretch(today, period.stretch, offset)?;
    if let Some(day) = value.day {
        let day = day_of(i32::from(low.year()), low.month().unsigned_abs(), day)?;
        return Some((day, day));
    }
    Some(
        period
            .edge
            .map_or((low, high), |edge| third(low, high, edge)),
    )
}

/// The stretch that lies so many of its like from a day's own.
fn stretch(today: Date, stretch: Stretch, offset: i32) -> Option<(Date, Date)> {
    let year = i32::from(today.year());
    let years =
        |first: i32, count: i32| Some((day_of(first, 1, 1)?, day_of(first + count - 1, 12, 31)?));
    let months = |count: i32| {
        let month = i32::from(today.month()) - 1;
        let first = year * 12 + month - month % count + offset * count;
        let last = first + count - 1;
        let day = |month: i32| {
            let of_year = u8::try_from(month.rem_euclid(12)).ok()?;
            day_of(month.div_euclid(12), of_year + 1, 1)
        };
        Some((day(first)?, day(last)?.last_of_month()))
    };
    match stretch {
        Stretch::Week(first) => {
            let behind = (i32::from(weekday_of(today)) - i32::from(first)).rem_euclid(7);
            let low = later(today, 7 * offset - behind);
            Some((low, later(low, 6)))
        }
        Stretch::Month => months(1),
        Stretch::Quarter => months(3),
        Stretch::Half => months(6),
        Stretch::Year => years(year + offset, 1),
        Stretch::Decade => years(year - year.rem_euclid(10) + 10 * offset, 10),
        Stretch::Century => years(year - (year - 1).rem_euclid(100) + 100 * offset, 100),
    }
}

/// The first, middle or last third of a stretch.
fn third(low: Date, high: Date, edge: Edge) -> (Date, Date) {
    let days = low.until(high).map_or(0, |span| span.get_days()) + 1;
    let at = |part: i32| later(low, days * part / 3);
    match edge {
        Edge::Start => (low, later(at(1), -1)),
        Edge::Middle => (at(1), later(at(2), -1)),
        Edge::End => (at(2), high),
    }
}

/// «الأحد الماضي», «أيار المقبل», «3 أيار الماضي».
fn turned(today: Date, value: DateValue, written: &Written) -> Option<(Date, Date)> {
    let turn = written.turn?;
    if let Some(month) = value.month {
        let here = today.month().unsigned_abs();
        let year = i32::from(today.year());
        let year = match turn {
            Turn::Last => year - i32::from(month >= here),
            Turn::Next => year + i32::from(month <= here),
            Turn::This => year,
            Turn::Before | Turn::After => return None,
        };
        let low = day_of(year, month, value.day.unwrap_or(1))?;
        let high = if value.day.is_some() {
            low
        } else {
            low.last_of_month()
        };
        return Some((low, high));
    }
    if value.day.is_some() {
        return None;
    }
    let ahead = (i32::from(value.weekday?) - i32::from(weekday_of(today))).rem_euclid(7);
    let days = match turn {
        Turn::Last => ahead - 7,
        Turn::Next if ahead == 0 => 7,
        Turn::Next => ahead,
        Turn::This | Turn::Before | Turn::After => return None,
    };
    let day = later(today, days);
    Some((day, day))
}
