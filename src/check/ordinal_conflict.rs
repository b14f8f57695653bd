//! One edition of an event under two numbers: «الدورة الـ47 للمهرجان … الدورة السادسة والأربعون للمهرجان».
//!
//! Only where the article numbers the series in two ways and no word sets one mention in another year.

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::series::{Member, other_years, series};
use crate::check::{Check, Match};
use crate::lang::lexicon::calendar::Term;
use crate::lang::lexicon::cue::Cue;

/// Finds editions under two numbers.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrdinalConflict {}

/// The least number that both mentions must have: smaller ones are the steps of one thing, told one after the other.
const LEAST: i128 = 4;

impl Check for OrdinalConflict {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        let mut found: Vec<Match> = series(article)
            .values()
            .filter_map(|members| conflict(article, members))
            .collect();
        found.sort_by_key(|one| one.places.first().map(|place| place.span));
        found
    }
}

/// The two mentions of a series that is numbered in two ways.
fn conflict(article: &Analysis<'_>, members: &[Member<'_>]) -> Option<Match> {
    let first = members.first()?;
    let mut others = members.iter().filter(|other| other.number != first.number);
    let other = others.next()?;
    let third = others.any(|third| third.number != other.number);
    let small = first.number.min(other.number) < LEAST;
    if third || small || !is_edition(article, first) || first.claim.sentence == other.claim.sentence
    {
        return None;
    }
    let (one, two) = (&first.phrase.scope, &other.phrase.scope);
    let equal = one.first() == two.first() && !one.is_empty();
    let turned = members.iter().any(|member| is_turned(article, member));
    if !equal || turned || other_years(article, first.claim, other.claim) {
        return None;
    }
    let quoted = first.claim.quoted || other.claim.quoted;
    let sure = match (one == two, quoted) {
        (true, false) => 66,
        (false, false) => 52,
        (_, true) => 42,
    };
    let (here, there) = (other.span(article), first.span(article));
    Some(
        Match::at(here, sure)
            .related(there)
            .quote("first", there)
            .quote("second", here),
    )
}

/// Whether the noun names whole editions of an event.
fn is_edition(article: &Analysis<'_>, member: &Member<'_>) -> bool {
    let mut readings = article.tokens.readings(member.phrase.noun).iter();
    readings.any(|reading| article.lexicon.ordinals.is_edition(reading.lex))
}

/// Whether the sentence sets the mention in another time: «السابقة», "next year", "previous".
fn is_turned(article: &Analysis<'_>, member: &Member<'_>) -> bool {
    let tokens = &article.tokens;
    let Some(sentence) = tokens.sentences.get(member.claim.sentence) else {
        return true;
    };
    let terms = &article.lexicon.calendar.terms;
    let turned = |at: usize| {
        let word = |index: usize| if index == 0 { tokens.readings(at) } else { &[] };
        let turn = |term| matches!(term, Term::Turn(_)).then_some(());
        terms.longest(word, turn).is_some()
    };
    let earlier = tokens
        .cues_in(sentence.tokens.clone())
        .any(|(_, hit)| matches!(hit.cue, Cue::Earlier | Cue::Compared | Cue::Former));
    earlier || sentence.tokens.clone().any(turned)
}
