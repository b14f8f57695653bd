//! One edition of an event under two numbers: «الدورة الـ47 للمهرجان … الدورة السادسة والأربعون للمهرجان».
//!
//! Only where the article numbers the series in two ways and no word sets one mention in another year.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::series::{Member, other_years, series};
use crate::check::{Check, Match};
use crate::lang::lexicon::calendar::Term;
use crate::lang::lexicon::cue::Cue;
use crate::token::vocabulary::Concept;

/// Finds editions under two numbers.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrdinalConflict {}

/// The least number that both mentions must have: smaller ones are the steps of one thing, told one after the other.
const LEAST: i128 = 4;

/// Words on either side of a mention that are near it.
const NEAR: usize = 7;

/// So many words near both mentions make two numbers doubtful where no name does.
const SHARED: usize = 2;

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
    let turned = members.iter().any(|member| is_turned(article, member));
    let years = other_years(article, first.claim, other.claim);
    if third || turned || years || first.claim.sentence == other.claim.sentence {
        return None;
    }
    let (one, two) = (&first.phrase.scope, &other.phrase.scope);
    let small = first.number.min(other.number) < LEAST;
    let equal = one.first() == two.first() && !one.is_empty();
    let named = equal && !small && is_edition(article, first);
    if !named && (!is_alike(article, first, other) || shared(article, first, other) < SHARED) {
        return None;
    }
    let quoted = first.claim.quoted || other.claim.quoted;
    let sure = match (named, one == two, quoted) {
        (false, _, _) => 44,
        (true, true, false) => 66,
        (true, false, false) => 52,
        (true, _, true) => 42,
    };
    let (here, there) = (other.span(article), first.span(article));
    Some(
        Match::at(here, sure)
            .related(there)
            .quote("first", there)
            .quote("second", here),
    )
}

/// Whether both mentions write the noun in one way. «للمرة الثانية» counts what each clause tells of, never one series.
fn is_alike(article: &Analysis<'_>, first: &Member<'_>, other: &Member<'_>) -> bool {
    let word = |member: &Member<'_>| article.tokens.folded(member.phrase.noun);
    let (one, two) = (word(first), word(other));
    (one.ends_with(two) || two.ends_with(one)) && !one.ends_with("مره")
}

/// The words of subject matter that both mentions have near by.
fn shared(article: &Analysis<'_>, first: &Member<'_>, other: &Member<'_>) -> usize {
    let tokens = &article.tokens;
    let near = |member: &Member<'_>| -> BTreeSet<Concept> {
        let own = &member.claim.quantity.tokens;
        let sentence = tokens.sentences.get(member.claim.sentence);
        let range = sentence.map_or(0..0, |sentence| sentence.tokens.clone());
        let start = own.start.saturating_sub(NEAR).max(range.start);
        let words = start..(own.end + NEAR).min(range.end);
        let words = words.filter(|at| {
            let plain = tokens.word(*at).content && tokens.folded(*at).chars().count() > 3;
            plain && *at != member.phrase.noun && !own.contains(at)
        });
        words.map(|at| tokens.word(at).concept).collect()
    };
    near(first).intersection(&near(other)).count()
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
