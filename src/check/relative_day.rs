//! A weekday beside a relative day («أمس الأحد», "yesterday, Sunday") that the article's date does not give.
//!
//! ```text
//! pair = relative part? ("،" | "," | "(" | "-")? day-noun? weekday       أمس الأحد, اليوم (السبت), yesterday evening, Sunday
//! ```
//!
//! Nothing is said without a date of the article.

use std::ops::Range;

use jiff::civil::Date;
use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::{Check, Match, Repair, Text, almanac};
use crate::claim::Claim;
use crate::lang::arabic::Proclitics;
use crate::lang::lexicon::cue::Cue;
use crate::quantity::date::written::{Relative, Written};
use crate::quantity::value::DateValue;

/// Compares weekdays beside relative days with the article's date.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RelativeDay {
    /// A full date beside the weekday further than so many days from the article's shows that the words belong to another day's text.
    #[serde(default = "two_months")]
    near: u16,
}

fn two_months() -> u16 {
    60
}

impl Check for RelativeDay {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        let Some(date) = article.date else {
            return Vec::new();
        };
        let claims = article.claims.iter();
        claims
            .filter_map(|claim| {
                let (value, written) = claim.quantity.dates().next()?;
                self.check(article, date, claim, value, written)
            })
            .collect()
    }
}

impl RelativeDay {
    fn check(
        &self,
        article: &Analysis<'_>,
        date: Date,
        claim: &Claim,
        value: DateValue,
        written: &Written,
    ) -> Option<Match> {
        let weekday = value.weekday?;
        let tokens = written.weekday.as_ref()?;
        if self.belongs_elsewhere(date, weekday, &value) {
            return None;
        }
        let relative = written.relative.as_ref()?;
        let day = almanac::later(date, i32::from(relative.days));
        let right = almanac::weekday_of(day);
        let night = is_night(article, relative);
        let next = almanac::weekday_of(almanac::later(day, 1));
        if right == weekday || night && next == weekday {
            return None;
        }
        let sure = confidence(article, claim, relative)?;
        Some(tell(article, relative, tokens, day, sure))
    }

    /// Whether a full date beside the weekday is far from the article's, or has another weekday, which is then the fault.
    fn belongs_elsewhere(&self, date: Date, weekday: u8, value: &DateValue) -> bool {
        almanac::civil(value).is_some_and(|day| {
            let far = almanac::days_between(date, day).unsigned_abs() > u32::from(self.near);
            far || almanac::weekday_of(day) != weekday
        })
    }
}

/// A night belongs to two days.
fn is_night(article: &Analysis<'_>, relative: &Relative) -> bool {
    let night = |at: usize| {
        matches!(
            article.tokens.folded(at),
            "night" | "tonight" | "ليله" | "الليله" | "ليل" | "البارحه"
        )
    };
    let first = relative.tokens.start.saturating_sub(1);
    (first..relative.tokens.end).any(night)
}

/// How sure it is that the words are a relative day.
fn confidence(article: &Analysis<'_>, claim: &Claim, relative: &Relative) -> Option<u8> {
    let tokens = &article.tokens;
    let start = relative.tokens.start;
    let sentence = tokens.sentences.get(claim.sentence)?.tokens.start;
    let before = start.checked_sub(1).filter(|before| *before >= sentence);
    let Some(before) = before else {
        return Some(if claim.quoted { 55 } else { 75 });
    };
    let place = !article
        .lexicon
        .places
        .at(std::iter::once(tokens.word(before).entries.as_slice()))
        .is_empty();
    let governed = before > sentence
        && (tokens.cue_at(before - 1, Cue::FunctionWord).is_some()
            || tokens.readings(before).iter().any(|reading| {
                reading
                    .proclitics
                    .intersects(Proclitics::BA | Proclitics::LA)
            }));
    Some(match (claim.quoted, place && !governed) {
        (false, false) => 75,
        (false, true) => 58,
        (true, _) => 50,
    })
}

fn tell(
    article: &Analysis<'_>,
    relative: &Relative,
    weekday: &Range<usize>,
    day: Date,
    sure: u8,
) -> Match {
    let tokens = &article.tokens;
    let right = almanac::weekday_of(day);
    let place = tokens.span(weekday);
    let pair = tokens.span(&relative.tokens).to(place);
    let word = almanac::weekday_like(article, place, right);
    Match::at(pair, sure)
        .quote("words", pair)
        .value("day", almanac::day_words(article, day))
        .value("right", almanac::weekday_words(article, right))
        .repair(Repair {
            title: "weekday",
            safe: false,
            values: vec![("new", Text::Plain(word.clone()))],
            edits: vec![(place, word)],
        })
}
