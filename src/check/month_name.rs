//! Two names of one month that name two months.

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::{Check, Match, Repair, Text, almanac};
use crate::claim::Claim;
use crate::quantity::date::month::MonthName;
use crate::quantity::date::written::Written;
use crate::quantity::value::DateValue;

/// Compares the two names of a month.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MonthNames {}

impl Check for MonthNames {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        let dates = article.claims.iter().flat_map(|claim| {
            let dates = claim.quantity.dates();
            dates.map(move |(value, written)| (claim, value, written))
        });
        dates
            .filter_map(|(claim, value, written)| check(article, claim, value, written))
            .collect()
    }
}

fn check(
    article: &Analysis<'_>,
    claim: &Claim,
    value: DateValue,
    written: &Written,
) -> Option<Match> {
    let [first, second] = written.names.as_slice() else {
        return None;
    };
    // Two names of one naming system without a day are a span.
    let span = value.day.is_none() && first.families.intersects(second.families);
    if first.month == second.month || span {
        return None;
    }
    let (one, other) = (
        article.tokens.span(&first.tokens),
        article.tokens.span(&second.tokens),
    );
    let confidence = if claim.quoted { 90 } else { 96 };
    let mut found = Match::at(one.to(other), confidence)
        .quote("first", one)
        .quote("second", other);
    let keep_first = rename(article, first, second);
    let keep_second = rename(article, second, first);
    for (name, repair) in [("right", &keep_first), ("left", &keep_second)] {
        if let Some((text, _)) = repair {
            found = found.value(name, Text::Plain(text.clone()));
        }
    }
    let mut repairs = [keep_first, keep_second];
    if weekday_speaks_for(&value, written, second) {
        repairs.reverse();
    }
    for (_, repair) in repairs.into_iter().flatten() {
        found = found.repair(repair);
    }
    Some(found)
}

/// The name that `other` should have if `kept` is right, and the fix that writes it.
fn rename(article: &Analysis<'_>, kept: &MonthName, other: &MonthName) -> Option<(String, Repair)> {
    let name = almanac::month_name(article, other.families, kept.month)?;
    let span = article.tokens.span(&other.tokens);
    let repair = Repair {
        title: "rename",
        safe: false,
        edits: vec![(span, name.clone())],
        values: vec![
            ("old", Text::Quote(span)),
            ("new", Text::Plain(name.clone())),
        ],
    };
    Some((name, repair))
}

/// Whether the weekday beside the date is right only in the month of `name`.
fn weekday_speaks_for(value: &DateValue, written: &Written, name: &MonthName) -> bool {
    let falls_on = |month: u8| {
        let day = almanac::day_of(value.year?, month, value.day?)?;
        Some(almanac::weekday_of(day))
    };
    let first = written.names.first().map(|first| first.month);
    value.weekday.is_some()
        && falls_on(name.month) == value.weekday
        && first.and_then(falls_on) != value.weekday
}
