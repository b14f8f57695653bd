//! Two figures for one thing: which claims can be compared, and what speaks for and against their being one fact.
//!
//! ```text
//! claims ─ pairs (one key, a word in common) ─▶ evidence ─ score ─▶ Comparison { sure, evidence }
//! ```
//!
//! Shared words alone prove little: in print the pairs with the most words in common are lists (one bank and another, one phone and
//! another). What separates a slip from a list is that nothing *else* differs: no name, no date, no place, no ordinal; that one of the two
//! stands in the headline; that the numbers are a keystroke apart.

pub mod blocker;
pub mod currency;
pub mod evidence;
pub mod frame;
mod keyed;
mod label;
pub mod pairs;
mod parallel;
pub mod score;
pub mod slip;
pub mod trace;

use hashbrown::HashMap;

use crate::claim::Claim;
use crate::claim::compare::blocker::Blocker;
use crate::claim::compare::evidence::Evidence;
use crate::claim::compare::pairs::{Entry, Index};
use crate::diagnostic::Confidence;
use crate::document::Document;
use crate::lang::lexicon::Lexicon;
use crate::token::Tokens;

/// What a comparison looks at.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The article.
    pub document: &'a Document,
    /// Its words.
    pub tokens: &'a Tokens,
    /// What is known of words.
    pub lexicon: &'a Lexicon,
    /// Its claims.
    pub claims: &'a [Claim],
}

/// Two claims that may be one fact and give different values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The earlier claim, as an index of the article's claims.
    pub first: usize,
    /// The later claim.
    pub second: usize,
    /// What speaks for and against.
    pub evidence: Evidence,
    /// How sure it is that the two are one fact with two values.
    pub sure: Confidence,
}

/// Every pair of claims that may contradict each other, in order of place.
pub fn compare(context: Context<'_>) -> Vec<Comparison> {
    let entries = pairs::entries(context);
    let verdicts = verdicts(context, &entries);
    verdicts
        .into_iter()
        .filter_map(|((one, other), verdict)| {
            let evidence = verdict.ok()?;
            let sure = score::confidence(&evidence);
            Some(Comparison {
                first: entries[one].index,
                second: entries[other].index,
                evidence,
                sure,
            })
        })
        .collect()
}

/// What became of two entries, by their indices.
type Verdict = ((usize, usize), Result<Evidence, Blocker>);

/// Every pair that is looked at. What explains two values in one place explains them in every place.
fn verdicts(context: Context<'_>, entries: &[Entry<'_>]) -> Vec<Verdict> {
    let index = Index::new(context, entries);
    let weigh = |pair| (pair, evidence::evidence(context, &index, entries, pair));
    let mut verdicts: Vec<Verdict> = index
        .pairs(context, entries)
        .into_iter()
        .map(weigh)
        .collect();
    let values = |(one, other): (usize, usize)| {
        let (a, b) = (&entries[one], &entries[other]);
        let (x, y) = (a.number, b.number);
        (a.common_key(b), x.min(y), x.max(y))
    };
    let mut explained = HashMap::new();
    for (pair, verdict) in &verdicts {
        let blocker = verdict
            .as_ref()
            .map_or_else(|out| Some(*out), |held| held.doubt);
        if let Some(blocker) = blocker.filter(|blocker| blocker.explains()) {
            explained.entry(values(*pair)).or_insert(blocker);
        }
    }
    for (pair, verdict) in &mut verdicts {
        if let Ok(evidence) = verdict {
            let known = || explained.get(&values(*pair)).copied();
            evidence.doubt = evidence.doubt.or_else(known);
        }
    }
    verdicts
}
