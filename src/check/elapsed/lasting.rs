//! How long something lasts beside its first and last day.
//!
//! ```text
//! pair = lasts days gap span | span gap lasts days | days "-day" … span       على مدار أربعة أيام، ما بين 18 و27 أيار
//! ```
//!
//! Both ways to count hold: 18 to 27 May is nine days or ten.

use jiff::civil::Date;

use crate::analysis::Analysis;
use crate::check::elapsed::Sentence;
use crate::check::{Match, Text, almanac};
use crate::claim::Claim;
use crate::lang::lexicon::cue::Cue;
use crate::quantity::value::{Calendar, Hedge, Kind, Value};

/// Words between the days and their span.
const REACH: usize = 5;

/// Lengths that the span beside them does not make.
pub(super) fn find(sentence: &Sentence<'_>) -> Vec<Match> {
    let pairs = sentence.claims.windows(2);
    pairs
        .filter_map(|pair| {
            let [first, second] = pair else { return None };
            let (length, span) = if first.quantity.kind == Kind::Duration {
                (first, second)
            } else {
                (second, first)
            };
            let (low, high) = days(length)?;
            let real = span_of(sentence.article, span)?;
            let gap = if first.span == length.span {
                length.quantity.tokens.end..span.quantity.tokens.start
            } else {
                span.quantity.tokens.end..length.quantity.tokens.start
            };
            if gap.len() > REACH
                || !lasts(sentence.article, length)
                || (low..=high).contains(&real)
                || (low..=high).contains(&(real + 1))
            {
                return None;
            }
            Some(tell(length, span, real))
        })
        .collect()
}

/// The days that a length can stand for; weeks are often told by their working days.
fn days(claim: &Claim) -> Option<(i32, i32)> {
    let quantity = &claim.quantity;
    if quantity.kind != Kind::Duration || quantity.hedge != Hedge::Exact {
        return None;
    }
    let number = quantity.value.amount()?.written?.to_whole()?;
    let number = i32::try_from(number)
        .ok()
        .filter(|number| (1..100).contains(number))?;
    match quantity.unit? {
        "day" => Some((number, number)),
        "week" => Some((number * 7 - 3, number * 7 + 2)),
        _ => None,
    }
}

/// The days from the first to the last of a span that names both; a span without a year lies in the article's, else in any.
fn span_of(article: &Analysis<'_>, claim: &Claim) -> Option<i32> {
    let Value::Dates(Some(low), Some(high)) = claim.quantity.value else {
        return None;
    };
    if low.calendar != Calendar::Gregorian || high.calendar != Calendar::Gregorian {
        return None;
    }
    let own = article.date.map_or(2001, |date| i32::from(date.year()));
    let day = |year: i32, date: crate::quantity::value::DateValue| -> Option<Date> {
        almanac::day_of(date.year.unwrap_or(year), date.month?, date.day?)
    };
    let first = day(high.year.unwrap_or(own), low)?;
    let last = day(low.year.unwrap_or(own), high)?;
    let days = almanac::days_between(first, last);
    (days > 0).then_some(days)
}

/// Whether a word of lasting stands before the length, or it is the "four-day" of a thing.
fn lasts(article: &Analysis<'_>, length: &Claim) -> bool {
    let tokens = &article.tokens;
    let own = &length.quantity.tokens;
    let start = own.start.saturating_sub(3);
    let cue = (start..own.start).any(|at| {
        tokens
            .cue_at(at, Cue::Lasts)
            .is_some_and(|length| at + length == own.start)
    });
    let joined = own.clone().any(|at| tokens.folded(at) == "-");
    let rate = matches!(
        tokens.folded(own.end),
        "a" | "per"
            | "each"
            | "every"
            | "later"
            | "after"
            | "before"
            | "ago"
            | "من"
            | "في"
            | "كل"
            | "اسبوعيا"
    );
    (cue || joined) && !rate
}

fn tell(length: &Claim, span: &Claim, real: i32) -> Match {
    let sure = if length.quoted { 60 } else { 74 };
    Match::at(length.span, sure)
        .case("lasting")
        .related(span.span)
        .quote("length", length.span)
        .quote("date", span.span)
        .value("real", Text::Plain(real.to_string()))
        .value("both", Text::Plain((real + 1).to_string()))
}
