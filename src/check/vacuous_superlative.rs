//! A superlative that its own comparison empties: «4.6%، الأعلى منذ مارس حين بلغ 4.1%», "the highest since March, when it was 4.1%".
//!
//! ```text
//! claim = figure … superlative … "منذ" time … "حين" … figure      both figures of one kind and unit, in one sentence
//!       | figure … superlative … "since" noun? figure             the largest since a crowd of 84,975
//! ```
//!
//! The highest since a time says that it was as high then; where the figure given for that time is lower, nothing is said at all.

use std::ops::Range;

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::{Check, Match};
use crate::claim::Claim;
use crate::lang::lexicon::calendar::{DateBound, Term};
use crate::lang::lexicon::cue::Cue;
use crate::lang::lexicon::marks::Marks;
use crate::lang::lexicon::ordinal::Superlative;
use crate::quantity::value::Kind;

/// Finds superlatives since a time at which the figure was less remarkable.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VacuousSuperlative {}

/// Words between the superlative and «منذ».
const REACH: usize = 6;

/// Words between «منذ» and «حين».
const TIME: usize = 7;

/// Words between "since" and the figure of that time itself.
const FIGURE: usize = 5;

impl Check for VacuousSuperlative {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        let sentences = article.tokens.sentences.iter();
        let mut claims = article.claims.as_slice();
        let mut found = Vec::new();
        for (index, sentence) in sentences.enumerate() {
            let start = claims.partition_point(|claim| claim.sentence < index);
            let end = claims.partition_point(|claim| claim.sentence <= index);
            let here = &claims[start..end];
            claims = &claims[end..];
            if here.len() > 1 {
                found.extend(emptied(article, sentence.tokens.clone(), here));
            }
        }
        found
    }
}

/// The first superlative of a sentence that its comparison empties.
fn emptied(article: &Analysis<'_>, sentence: Range<usize>, claims: &[Claim]) -> Option<Match> {
    let tokens = &article.tokens;
    let mut assertions = sentence
        .clone()
        .filter(|at| tokens.marks(*at).contains(Marks::ASSERTION));
    assertions.find_map(|at| {
        let (high, length) = superlative(article, at)?;
        let behind = at + length;
        let since = (behind..sentence.end.min(behind + REACH)).find(|at| is_since(article, *at))?;
        // «الدول الكبرى أعلنت منذ الآن»: a word of telling between makes the superlative somebody's.
        let mut between = article.tokens.cues_in(behind..since);
        if between.any(|(_, hit)| matches!(hit.cue, Cue::Says | Cue::Contrast)) {
            return None;
        }
        let when = (since + 1..sentence.end.min(since + TIME)).find(|at| is_when(article, *at));
        let mut before = claims.iter().rev();
        let now = before
            .find(|claim| claim.quantity.tokens.end <= at && claim.quantity.exact().is_some())?;
        let then = match when {
            Some(when) => {
                let mut after = claims.iter();
                after.find(|claim| claim.quantity.tokens.start > when && alike(now, claim))?
            }
            None => itself(claims, since).filter(|claim| alike(now, claim))?,
        };
        let (present, past) = (now.quantity.exact()?, then.quantity.exact()?);
        let vacuous = if high { past < present } else { past > present };
        let claim = article.tokens.span(&(at..since + 1));
        let found = Match::at(then.span, if now.quoted { 58 } else { 82 });
        let found = found.related(now.span).related(claim);
        let found = found.quote("claim", claim).quote("now", now.span);
        vacuous.then(|| found.quote("then", then.span))
    })
}

/// Whether a phrase says highest or lowest, and how many words it has.
fn superlative(article: &Analysis<'_>, at: usize) -> Option<(bool, usize)> {
    let tokens = &article.tokens;
    let word = |index: usize| {
        let inside = at + index < tokens.list.len();
        if inside {
            tokens.readings(at + index)
        } else {
            &[]
        }
    };
    let way = |superlative| match superlative {
        Superlative::Highest | Superlative::Largest => Some(true),
        Superlative::Lowest | Superlative::Smallest => Some(false),
        _ => None,
    };
    let hit = article.lexicon.ordinals.assertions.longest(word, way)?;
    Some((hit.entry, hit.length))
}

fn is_since(article: &Analysis<'_>, at: usize) -> bool {
    let readings = article.tokens.readings(at);
    let word = |index: usize| if index == 0 { readings } else { &[] };
    let since = |term| (term == Term::Bound(DateBound::Since)).then_some(());
    article
        .lexicon
        .calendar
        .terms
        .longest(word, since)
        .is_some()
}

/// The figure that stands for the time itself: the first behind "since", and no stretch of time, which stands for nothing else.
fn itself(claims: &[Claim], since: usize) -> Option<&Claim> {
    let mut behind = claims
        .iter()
        .filter(|claim| claim.quantity.tokens.end > since + 1);
    let reach = since + 1..=since + FIGURE;
    behind
        .next()
        .filter(|claim| claim.quantity.kind != Kind::Duration)
        .filter(|claim| reach.contains(&claim.quantity.tokens.start))
}

/// Whether the clause of the earlier time begins here.
fn is_when(article: &Analysis<'_>, at: usize) -> bool {
    article.tokens.cue_at(at, Cue::When).is_some()
}

/// Whether two figures measure in one unit.
fn alike(one: &Claim, other: &Claim) -> bool {
    let same = one.quantity.kind == other.quantity.kind && one.quantity.unit == other.quantity.unit;
    same && other.quantity.exact().is_some()
}
