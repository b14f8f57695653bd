//! The dead and the hurt told in one number, and then apart: «مقتل وإصابة 20 شخصا … 5 قتلى و12 جريحا».
//!
//! ```text
//! both = killed ("و" | "or" | "and") hurt number | number [noun] killed ("or" | "and") hurt
//! ```
//!
//! The number of both is compared with the sum of the two that follow, never with the dead alone.

use std::ops::Range;

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::{Check, Match, Text};
use crate::claim::Claim;
use crate::lang::lexicon::marks::Marks;
use crate::lang::lexicon::noun::ClassId;
use crate::quantity::number::Number;
use crate::quantity::value::Kind;

/// Compares a number of dead and hurt with the two that it is made of.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Casualties {}

/// Claims behind the number of both in which the two are looked for.
const CLAIMS: usize = 6;

/// Sentences behind it.
const SENTENCES: usize = 2;

/// Tokens between the two words and their number.
const REACH: usize = 5;

impl Check for Casualties {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        (0..article.claims.len())
            .filter_map(|at| told(article, at))
            .collect()
    }
}

/// What the claims behind a number of both make of it.
fn told(article: &Analysis<'_>, at: usize) -> Option<Match> {
    let both = article.claims.get(at)?;
    let number = exact(both).filter(|number| *number > Number::ONE)?;
    if !counts_both(article, both) {
        return None;
    }
    let behind = article.claims.get(at + 1..)?;
    let near: Vec<_> = behind
        .iter()
        .take(CLAIMS)
        .take_while(|claim| claim.sentence <= both.sentence + SENTENCES)
        .filter(|claim| !counts_both(article, claim))
        .collect();
    let of = |class| {
        let mut some = near.iter().filter(|claim| fate(article, claim) == class);
        let one = some.next()?;
        // Two tolls of one fate tell of two places or times.
        some.next().is_none().then_some(*one)
    };
    let (dead, hurt) = (of(Some(Fate::Killed))?, of(Some(Fate::Injured))?);
    let sum = exact(dead)?.checked_add(exact(hurt)?)?;
    let same = [dead, hurt]
        .iter()
        .all(|claim| claim.block.abs_diff(both.block) <= 1);
    (sum != number && same).then(|| {
        Match::at(both.span, 78)
            .related(dead.span)
            .related(hurt.span)
            .quote("both", both.span)
            .value(
                "dead",
                Text::Plain(exact(dead).unwrap_or_default().to_string()),
            )
            .value(
                "hurt",
                Text::Plain(exact(hurt).unwrap_or_default().to_string()),
            )
            .value("sum", Text::Plain(sum.to_string()))
            .value("whole", Text::Plain(number.to_string()))
    })
}

/// What befell those that a claim counts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Killed,
    Injured,
}

fn fate_of(article: &Analysis<'_>, class: ClassId) -> Option<Fate> {
    match article.lexicon.nouns.class_name(class) {
        "killed" => Some(Fate::Killed),
        "injured" => Some(Fate::Injured),
        _ => None,
    }
}

/// What befell those that a claim counts: as their noun says, the words for them or behind them, else the word before.
fn fate(article: &Analysis<'_>, claim: &Claim) -> Option<Fate> {
    exact(claim)?;
    let own = &claim.quantity.tokens;
    let end = end_of(claim);
    let english = article.tokens.folded(end.saturating_sub(1)).is_ascii();
    let behind = if english { end + BEHIND } else { end };
    let counted = claim.counted.as_ref().and_then(|counted| counted.class);
    counted
        .and_then(|class| fate_of(article, class))
        .or_else(|| {
            let mut behind = own.end..behind;
            behind.find_map(|at| fate_at(article, at))
        })
        .or_else(|| fate_of(article, claim.event?))
}

/// Words behind an English noun in which its fate is told.
const BEHIND: usize = 3;

/// The token behind a claim and what it counts.
fn end_of(claim: &Claim) -> usize {
    let behind = claim.counted.as_ref().map(|counted| counted.tokens.end);
    behind.unwrap_or(0).max(claim.quantity.tokens.end)
}

/// What the words at a token tell of killing or hurting.
fn fate_at(article: &Analysis<'_>, at: usize) -> Option<Fate> {
    let hits = article
        .tokens
        .phrases_at(&article.lexicon.events, Marks::EVENT, at);
    hits.into_iter()
        .find_map(|(class, _)| fate_of(article, class))
}

/// The number of a claim that counts people exactly.
fn exact(claim: &Claim) -> Option<Number> {
    let counts =
        matches!(claim.quantity.kind, Kind::Count | Kind::Number) && claim.quantity.unit.is_none();
    claim.quantity.exact().filter(|_| counts)
}

/// Whether a word for killing and one for hurting, joined, stand before a number, or behind an English one.
fn counts_both(article: &Analysis<'_>, claim: &Claim) -> bool {
    let own = &claim.quantity.tokens;
    let end = end_of(claim);
    let joined = |range: Range<usize>, close| {
        let pair = |one: usize, other: usize| {
            let joined = other < range.end && joins(article, one, other, close);
            let fates = || fate_at(article, one).zip(fate_at(article, other));
            joined && fates().is_some_and(|(one, other)| one != other)
        };
        let mut tokens = range.clone();
        tokens.any(|at| pair(at, at + 1) || pair(at, at + 2))
    };
    let near = own.start.saturating_sub(REACH)..own.start;
    // «مقتل وإصابة 9: 2 قتلى …»: what stands behind a mark is one of the two.
    let marked = near
        .clone()
        .rev()
        .find(|at| matches!(article.tokens.folded(*at), ":" | "،" | "," | "."));
    let start = marked.map_or(near.start, |mark| mark + 1);
    joined(start..near.end, true) || joined(end..end + REACH, false)
}

/// Whether nothing but «و», "or" or "and" stands between two words; «و» only where `close`, and not behind a noun that another number
/// counts («تسعة قتلى وإصابة 24»).
fn joins(article: &Analysis<'_>, one: usize, other: usize, close: bool) -> bool {
    let word = |at| article.tokens.folded(at);
    let numbered = || {
        let before = article
            .claims
            .partition_point(|claim| claim.quantity.tokens.start <= one);
        let last = before.checked_sub(1).and_then(|at| article.claims.get(at));
        last.is_some_and(|claim| one < end_of(claim))
    };
    let written = close && other == one + 1 && word(other).starts_with('و');
    let apart = other == one + 2 && matches!(word(one + 1), "or" | "and" | "او");
    (written || apart) && !numbered()
}
