//! Time that runs backwards: a span of dates that ends before it starts, "served from 2019 to 2015"; an end told before its start, an act
//! after a death.

mod order;

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::{Check, Match, Repair, Text};
use crate::claim::Claim;
use crate::lang::lexicon::cue::Cue;
use crate::quantity::value::{DateValue, Value};

/// Finds spans that run backwards.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chronology {}

/// Years that an article means as such; other figures are read as years more easily.
const YEARS: std::ops::Range<i32> = 1000..2200;

/// Words before a span among which a verb may say that a figure went from one to the other.
const REACH: usize = 12;

impl Check for Chronology {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        let claims = article.claims.iter();
        let mut found: Vec<_> = claims
            .filter_map(|claim| backwards(article, claim))
            .collect();
        found.extend(order::find(article));
        found.sort_by_key(|one| one.places.first().map(|place| place.span));
        found
    }
}

fn backwards(article: &Analysis<'_>, claim: &Claim) -> Option<Match> {
    let Value::Dates(Some(start), Some(end)) = &claim.quantity.value else {
        return None;
    };
    let changed = |cues: &[Cue]| opens_with(article, claim, cues);
    let change = start.month.is_none() && changed(&[Cue::Rise, Cue::Fall]);
    if !is_before(end, start) || change || changed(&[Cue::Reschedules, Cue::Compared]) {
        return None;
    }
    let dates: Vec<_> = claim.quantity.dates().collect();
    let sure = if claim.quoted { 55 } else { 70 };
    let found = Match::at(claim.span, sure).quote("span", claim.span);
    let years: Vec<_> = dates
        .iter()
        .filter_map(|(_, written)| Some(article.tokens.span(written.year.as_ref()?)))
        .collect();
    let (&[first, second], None, None) = (&years[..], start.month, end.month) else {
        return Some(found);
    };
    let (earlier, later) = (article.text(second), article.text(first));
    let repair = Repair {
        title: "turn",
        safe: false,
        edits: vec![(first, earlier.to_owned()), (second, later.to_owned())],
        values: vec![
            ("earlier", Text::Plain(earlier.to_owned())),
            ("later", Text::Plain(later.to_owned())),
        ],
    };
    Some(found.repair(repair))
}

/// Whether one date lies before another as far as both say it.
fn is_before(one: &DateValue, other: &DateValue) -> bool {
    if one.calendar != other.calendar {
        return false;
    }
    match (one.year, other.year) {
        (Some(a), Some(b)) if a != b => a < b && YEARS.contains(&a) && YEARS.contains(&b),
        (Some(_), Some(_)) => match (one.month, other.month) {
            (Some(a), Some(b)) if a != b => a < b,
            (Some(_), Some(_)) => is_day_before(one, other),
            _ => false,
        },
        // Without years only the days of one month have an order: from December to March is no fault.
        (None, None) => {
            one.month.is_some() && one.month == other.month && is_day_before(one, other)
        }
        _ => false,
    }
}

fn is_day_before(one: &DateValue, other: &DateValue) -> bool {
    one.day.zip(other.day).is_some_and(|(a, b)| a < b)
}

/// Whether the words before a span say that something went from one to the other: «انخفض العدد من 2019 إلى 1950» are two figures or two
/// years that are compared, «تقديم الموعد من 3 أيار إلى 20 نيسان» moves a day.
fn opens_with(article: &Analysis<'_>, claim: &Claim, cues: &[Cue]) -> bool {
    let tokens = &article.tokens;
    let at = claim.quantity.tokens.start;
    let sentence = tokens.sentences.get(tokens.sentence_of(at));
    let start = sentence.map_or(at, |sentence| sentence.tokens.start);
    tokens
        .cues_in(start.max(at.saturating_sub(REACH))..at)
        .any(|(_, hit)| cues.contains(&hit.cue))
}
