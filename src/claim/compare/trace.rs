//! [`Trace`]: why two claims were compared, or were not, and what decided.

use crate::claim::compare::blocker::Blocker;
use crate::claim::compare::evidence::Evidence;
use crate::claim::compare::pairs::{self, Entry};
use crate::claim::compare::{Context, score, verdicts};
use crate::diagnostic::Confidence;

/// The way of two claims through the comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// The earlier claim, as an index of the article's claims.
    pub first: usize,
    /// The later claim.
    pub second: usize,
    /// How far they came.
    pub outcome: Outcome,
}

/// How far two claims come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// One of the two is no amount that is compared: a date, an ordinal, a range, a number of nothing.
    NoFigure,
    /// They measure different things.
    OtherKey,
    /// They measure one thing, share no telling word, and neither stands in a summary.
    NoWord,
    /// They are ruled out to be one fact.
    Blocked(Blocker),
    /// They were weighed.
    Weighed(Box<Evidence>, Confidence),
}

/// Every pair that is looked at, in order of place.
pub fn looked_at(context: Context<'_>) -> Vec<Trace> {
    let entries = pairs::entries(context);
    verdicts(context, &entries)
        .into_iter()
        .map(|(pair, verdict)| trace(&entries, pair, verdict))
        .collect()
}

/// Each claim of `ones` with each of `others`, both indices of the article's claims, looked at or not.
pub fn between(context: Context<'_>, ones: &[usize], others: &[usize]) -> Vec<Trace> {
    let entries = pairs::entries(context);
    let looked = verdicts(context, &entries);
    let mut pairs: Vec<_> = ones
        .iter()
        .flat_map(|one| {
            others
                .iter()
                .map(|other| (*one.min(other), *one.max(other)))
        })
        .filter(|(one, other)| one != other)
        .collect();
    pairs.sort_unstable();
    pairs.dedup();
    let entry = |claim: usize| entries.binary_search_by_key(&claim, |one| one.index).ok();
    let explain = |(first, second): (usize, usize)| {
        let outcome = match (entry(first), entry(second)) {
            (Some(one), Some(other)) => {
                let at = looked.binary_search_by_key(&(one, other), |(pair, _)| *pair);
                if let Ok(at) = at {
                    let (pair, verdict) = looked[at].clone();
                    return trace(&entries, pair, verdict);
                }
                if entries[one].meets(&entries[other]) {
                    Outcome::NoWord
                } else {
                    Outcome::OtherKey
                }
            }
            _ => Outcome::NoFigure,
        };
        Trace {
            first,
            second,
            outcome,
        }
    };
    pairs.into_iter().map(explain).collect()
}

fn trace(
    entries: &[Entry<'_>],
    (one, other): (usize, usize),
    verdict: Result<Evidence, Blocker>,
) -> Trace {
    Trace {
        first: entries[one].index,
        second: entries[other].index,
        outcome: match verdict {
            Ok(evidence) => {
                let sure = score::confidence(&evidence);
                Outcome::Weighed(Box::new(evidence), sure)
            }
            Err(blocker) => Outcome::Blocked(blocker),
        },
    }
}
