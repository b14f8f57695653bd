//! «خلال شهرين» in the headline or the lead, and the day on which the article says that the thing ends.
//!
//! Both sentences must speak of an end and share a word of their subject.

use jiff::civil::Date;

use crate::analysis::Analysis;
use crate::check::{Match, Text, almanac};
use crate::claim::Claim;
use crate::lang::lexicon::cue::Cue;
use crate::quantity::duration;
use crate::quantity::number::Number;
use crate::quantity::value::{Calendar, Hedge, Kind};
use crate::token::vocabulary::Concept;

/// Sentences from the top that count as headline and lead.
const LEAD: usize = 2;

/// Seconds in a day.
const DAY: i128 = 86_400;

/// The first length of the headline or lead that a day of the article belies.
pub(super) fn find(article: &Analysis<'_>) -> Option<Match> {
    let date = article.date?;
    let claims = article.claims.iter();
    let mut lengths = claims.take_while(|claim| claim.sentence < LEAD);
    lengths.find_map(|length| {
        let days = days(article, length)?;
        let mut ends = article
            .claims
            .iter()
            .filter(|claim| claim.sentence != length.sentence);
        ends.find_map(|end| {
            let day = end_day(article, date, end)?;
            let real = almanac::days_between(date, day);
            let late = real > days + days / 2 + 7;
            (late && shares(article, length, end)).then(|| tell(article, length, end, date, day))
        })
    })
}

/// The days of a length to come that something is to end in.
fn days(article: &Analysis<'_>, claim: &Claim) -> Option<i32> {
    let quantity = &claim.quantity;
    let bounded = matches!(
        quantity.hedge,
        Hedge::Exact | Hedge::AtMost | Hedge::LessThan
    );
    if quantity.kind != Kind::Duration || !bounded || !ends(article, claim) {
        return None;
    }
    let cue = |at: usize| article.tokens.cue_at(at, Cue::Within);
    let start = quantity.tokens.start;
    let before = (start.saturating_sub(3)..start)
        .any(|at| cue(at).is_some_and(|length| at + length == start));
    if !before && cue(start).is_none() {
        return None;
    }
    let seconds = duration::seconds(quantity)?;
    let days = seconds.checked_div(Number::whole(DAY))?;
    i32::try_from(days.floor()).ok().filter(|days| *days >= 2)
}

/// The day ahead on which a sentence says that something ends.
fn end_day(article: &Analysis<'_>, date: Date, claim: &Claim) -> Option<Date> {
    let value = claim.quantity.value.date()?;
    let bounded = matches!(claim.quantity.hedge, Hedge::Exact | Hedge::AtMost);
    if value.calendar != Calendar::Gregorian || !bounded || !ends(article, claim) {
        return None;
    }
    let year = value.year.unwrap_or(i32::from(date.year()));
    let day = almanac::day_of(year, value.month?, value.day?)?;
    (day > date).then_some(day)
}

/// Whether the sentence of a claim speaks of an end.
fn ends(article: &Analysis<'_>, claim: &Claim) -> bool {
    let sentence = article.tokens.sentences.get(claim.sentence);
    sentence.is_some_and(|sentence| {
        let mut cues = article.tokens.cues_in(sentence.tokens.clone());
        cues.any(|(_, hit)| hit.cue == Cue::Ends)
    })
}

/// Whether the sentences of two claims share a word of their subject, none of ending or time.
fn shares(article: &Analysis<'_>, one: &Claim, other: &Claim) -> bool {
    let subject = |claim: &Claim| -> Vec<Concept> {
        let tokens = &article.tokens;
        let range = tokens
            .sentences
            .get(claim.sentence)
            .map_or(0..0, |sentence| sentence.tokens.clone());
        let plain = |at: &usize| {
            let known = tokens.cues_at(*at).any(|hit| {
                matches!(
                    hit.cue,
                    Cue::Ends | Cue::Says | Cue::SourceNoun | Cue::PeriodEdge | Cue::Within
                )
            });
            let own = claim.quantity.tokens.contains(at);
            tokens.word(*at).content && tokens.folded(*at).chars().count() > 3 && !known && !own
        };
        range
            .filter(plain)
            .map(|at| tokens.word(at).concept)
            .collect()
    };
    let mut words = subject(one);
    words.sort_unstable();
    let shared = subject(other)
        .into_iter()
        .filter(|concept| words.binary_search(concept).is_ok());
    shared.count() >= 1
}

fn tell(article: &Analysis<'_>, length: &Claim, end: &Claim, date: Date, day: Date) -> Match {
    let start = length.quantity.tokens.start;
    let within = (start.saturating_sub(3)..start).find(|at| {
        article
            .tokens
            .cue_at(*at, Cue::Within)
            .is_some_and(|length| at + length == start)
    });
    let whole = within.map_or(length.span, |at| {
        article.tokens.span(&(at..length.quantity.tokens.end))
    });
    let sure = if end.quoted { 64 } else { 70 };
    Match::at(whole, sure)
        .case("deadline")
        .related(end.span)
        .quote("length", whole)
        .quote("date", end.span)
        .value("now", almanac::day_words(article, date))
        .value("day", almanac::day_words(article, day))
        .value(
            "real",
            Text::Plain(almanac::days_between(date, day).to_string()),
        )
}
