//! What checks of dates share: a date of the article as a day of the civil calendar, and names of days and months as fixes write them.

use jiff::civil::Date;

use crate::analysis::Analysis;
use crate::check::{Repair, Text};
use crate::lang::lexicon::calendar::Families;
pub(super) use crate::quantity::date::resolve::{day_of, later, weekday_of};
use crate::quantity::value::{Calendar, DateValue};
use crate::text::fold::digit;
use crate::text::span::Span;

/// The day that a full date of the civil calendar names; none where the month lacks it.
pub(super) fn civil(value: &DateValue) -> Option<Date> {
    if value.calendar != Calendar::Gregorian {
        return None;
    }
    day_of(value.year?, value.month?, value.day?)
}

/// From the first day to the second.
pub(super) fn days_between(first: Date, second: Date) -> i32 {
    first.until(second).map_or(i32::MAX, |span| span.get_days())
}

/// A weekday in both languages.
pub(super) fn weekday_words(article: &Analysis<'_>, day: u8) -> Text {
    let name = |arabic| {
        article
            .lexicon
            .calendar
            .weekday_name(day, arabic)
            .to_owned()
    };
    Text::Words {
        ar: name(true),
        en: name(false),
    }
}

/// A day in both languages: «30 تشرين الأول 2021», "30 October 2021".
pub(super) fn day_words(article: &Analysis<'_>, day: Date) -> Text {
    let shown = |families| {
        let month = month_name(article, families, day.month().unsigned_abs());
        let month = month.unwrap_or_default();
        format!("{} {month} {}", day.day(), day.year())
    };
    Text::Words {
        ar: shown(Families::LEVANTINE),
        en: shown(Families::ENGLISH),
    }
}

/// A weekday written as the word at `span` is: with its clitics, in its language, as short.
pub(super) fn weekday_like(article: &Analysis<'_>, span: Span, day: u8) -> String {
    let word = article.text(span);
    let calendar = &article.lexicon.calendar;
    if word.is_ascii() {
        let name = calendar.weekday_name(day, false);
        return if word.len() <= 5 {
            name.chars().take(3).collect()
        } else {
            name.to_owned()
        };
    }
    let name = calendar.weekday_name(day, true);
    let bare = name.strip_prefix("ال").unwrap_or(name);
    match word.find("ال").or_else(|| word.find("لل")) {
        Some(at) => {
            let (before, rest) = word.split_at(at);
            let article: String = rest.chars().take(2).collect();
            format!("{before}{article}{bare}")
        }
        None => bare.to_owned(),
    }
}

/// The name of a month in the naming systems of a word.
pub(super) fn month_name(article: &Analysis<'_>, families: Families, month: u8) -> Option<String> {
    let calendar = &article.lexicon.calendar;
    calendar.month_name(families, month).map(str::to_owned)
}

/// A number in the digits of the text at `span`; none where it is not in digits.
pub(super) fn digits_like(article: &Analysis<'_>, span: Span, number: i32) -> Option<String> {
    let first = article.text(span).chars().next()?;
    let zero = first as u32 - u32::from(digit(first)?);
    let shown = number.to_string();
    shown
        .bytes()
        .map(|byte| char::from_u32(zero + u32::from(byte.checked_sub(b'0')?)))
        .collect()
}

/// A fix of one word of a date.
pub(super) fn replacement(title: &'static str, span: Span, text: String) -> Repair {
    Repair {
        title,
        safe: false,
        values: vec![("new", Text::Plain(text.clone()))],
        edits: vec![(span, text)],
    }
}
