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
use crate::lang::lexicon::calendar::Term;
use crate::lang::lexicon::cue::Cue;
use crate::quantity::date::written::Written;
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

/// Tokens from the first of a relative phrase to the weekday behind it.
const REACH: usize = 7;

/// A relative day at a place.
struct Relative {
    tokens: Range<usize>,
    days: i8,
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
        let sentence = article.tokens.sentences.get(claim.sentence)?;
        let relative = before(article, sentence.tokens.start, tokens.start)?;
        let day = almanac::later(date, i32::from(relative.days));
        let right = almanac::weekday_of(day);
        let night = is_night(article, &relative);
        let next = almanac::weekday_of(almanac::later(day, 1));
        if right == weekday || night && next == weekday {
            return None;
        }
        let sure = confidence(article, claim, &relative)?;
        Some(tell(article, &relative, tokens, day, sure))
    }

    /// Whether a full date beside the weekday is far from the article's, or has another weekday, which is then the fault.
    fn belongs_elsewhere(&self, date: Date, weekday: u8, value: &DateValue) -> bool {
        almanac::civil(value).is_some_and(|day| {
            let far = almanac::days_between(date, day).unsigned_abs() > u32::from(self.near);
            far || almanac::weekday_of(day) != weekday
        })
    }
}

/// The relative day that ends right before the weekday at `at`.
fn before(article: &Analysis<'_>, start: usize, at: usize) -> Option<Relative> {
    let tokens = &article.tokens;
    let mut end = at;
    let noun = |index: usize| matches!(tokens.folded(index), "يوم" | "on");
    if end > start && noun(end - 1) {
        end -= 1;
    }
    if end > start && matches!(tokens.folded(end - 1), "،" | "," | "(" | "-" | "–") {
        end -= 1;
    }
    if end > start
        && matches!(
            tokens.folded(end - 1),
            "morning" | "evening" | "afternoon" | "صباحا" | "مساء" | "ظهرا"
        )
    {
        end -= 1;
    }
    let marked = at.saturating_sub(REACH).max(start)..end;
    let mut found = marked.filter_map(|index| phrase(article, index, end));
    // The first that ends there is the longest: «أول من أمس» before «أمس».
    found.find(|relative| relative.tokens.end == end)
}

fn phrase(article: &Analysis<'_>, at: usize, end: usize) -> Option<Relative> {
    let word = |index: usize| {
        if at + index < end {
            article.tokens.readings(at + index)
        } else {
            &[]
        }
    };
    let terms = &article.lexicon.calendar.terms;
    let hit = terms.longest(word, |term| match term {
        Term::Relative(days) => Some(days),
        _ => None,
    })?;
    let free = (Proclitics::WA | Proclitics::FA).contains(hit.proclitics);
    free.then_some(Relative {
        tokens: at..at + hit.length,
        days: hit.entry,
    })
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

/// How sure it is that the words are a relative day; none where they are a name («المصري اليوم», "USA Today").
fn confidence(article: &Analysis<'_>, claim: &Claim, relative: &Relative) -> Option<u8> {
    let tokens = &article.tokens;
    let start = relative.tokens.start;
    let sentence = tokens.sentences.get(claim.sentence)?.tokens.start;
    let before = start.checked_sub(1).filter(|before| *before >= sentence);
    let Some(before) = before else {
        return Some(if claim.quoted { 55 } else { 75 });
    };
    let name = tokens.list.get(start).is_some_and(|token| token.capital);
    if name || tokens.cue_at(before, Cue::Outlet).is_some() {
        return None;
    }
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
