//! A day that its month does not have: «31 نيسان», "30 February", 29 February of a common year, the thirteenth month,
//! «34 رجب».
//!
//! Two names of the month that name two months are a fault of their own.

mod beyond;

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::{Check, Match, Repair, Text, almanac};
use crate::claim::Claim;
use crate::lang::lexicon::cue::Cue;
use crate::quantity::date::written::Written;
use crate::quantity::value::{Calendar, DateValue};
use crate::text::span::Span;

/// Finds days that the calendar does not have.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImpossibleDate {}

impl Check for ImpossibleDate {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        let claims = article.claims.iter();
        let dates = claims.flat_map(|claim| {
            let dates = claim.quantity.dates();
            dates.map(move |(value, written)| (claim, value, written))
        });
        let mut found: Vec<_> = dates
            .filter_map(|(claim, value, written)| check(article, claim, value, written))
            .collect();
        found.extend(beyond::find(article));
        found
    }
}

/// A year without a name: it is a leap year, so that 29 February passes.
const ANY: i32 = 2000;

fn check(
    article: &Analysis<'_>,
    claim: &Claim,
    value: DateValue,
    written: &Written,
) -> Option<Match> {
    let (month, day) = (value.month?, value.day?);
    let year = value.year.unwrap_or(ANY);
    let there = |month| almanac::day_of(year, month, day).is_some();
    let other = written.names.iter().any(|name| there(name.month));
    let modern = value.year.is_none_or(|year| (1583..2200).contains(&year));
    if value.calendar != Calendar::Gregorian || !modern || there(month) || other {
        return None;
    }
    let span = span(article, claim, written);
    let leap = month == 2 && day == 29;
    let sure = match (value.year.is_some(), is_told(article, claim)) {
        (_, true) => 30,
        _ if claim.quoted => 58,
        (true, _) => 90,
        (false, _) => 80,
    };
    let mut found = Match::at(span, sure)
        .case(match (leap, month) {
            (true, _) => "leap",
            (_, 13..) => "month",
            _ => "",
        })
        .quote("date", span)
        .value("year", Text::Plain(year.to_string()));
    if let Some(last) = last_day(year, month) {
        found = found.value("last", Text::Plain(last.to_string()));
        for repair in repairs(article, written, month, day, last) {
            found = found.repair(repair);
        }
    } else {
        found = found.value("last", Text::Plain(String::new()));
    }
    Some(found)
}

/// The day, the month and the year, without the words that bound them.
fn span(article: &Analysis<'_>, claim: &Claim, written: &Written) -> Span {
    let parts = [&written.day, &written.month, &written.year];
    let names = written.names.last().map(|name| name.tokens.clone());
    let parts = parts.into_iter().flatten().chain(&names);
    let spans = parts.map(|tokens| article.tokens.span(tokens));
    spans
        .reduce(|one, other| {
            let (first, last) = if one.start <= other.start {
                (one, other)
            } else {
                (other, one)
            };
            first.to(last)
        })
        .unwrap_or(claim.span)
}

/// Whether the sentence itself says that there is no such day.
fn is_told(article: &Analysis<'_>, claim: &Claim) -> bool {
    let sentence = article.tokens.sentences.get(claim.sentence);
    let tokens = sentence.map_or(0..0, |sentence| sentence.tokens.clone());
    let mut cues = article.tokens.cues_in(tokens);
    cues.any(|(_, hit)| hit.cue == Cue::NoSuchDay)
}

/// The last day of a month.
fn last_day(year: i32, month: u8) -> Option<u8> {
    let first = almanac::day_of(year, month, 1)?;
    Some(first.last_of_month().day().unsigned_abs())
}

/// The last day of the month, or the month behind it, which has that day.
fn repairs(article: &Analysis<'_>, written: &Written, month: u8, day: u8, last: u8) -> Vec<Repair> {
    let mut found = Vec::new();
    let near = day <= last + 2;
    let digits = written.day.as_ref().filter(|_| near).and_then(|tokens| {
        let span = article.tokens.span(tokens);
        Some((span, almanac::digits_like(article, span, i32::from(last))?))
    });
    found.extend(digits.map(|(span, text)| almanac::replacement("day", span, text)));
    if let ([name], true) = (&written.names[..], (1..12).contains(&month) && day <= 31) {
        let next = almanac::month_name(article, name.families, month + 1);
        let span = article.tokens.span(&name.tokens);
        found.extend(next.map(|text| almanac::replacement("month", span, text)));
    }
    found
}
