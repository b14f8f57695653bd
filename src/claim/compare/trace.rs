//! [`Trace`]: why two claims were compared, or were not, and what decided.

use crate::claim::compare::blocker::Blocker;
use crate::claim::compare::evidence::{self, Evidence};
use crate::claim::compare::pairs::{self, Entry, Index};
use crate::claim::compare::{Context, score};
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
    let bench = Bench::new(context);
    pairs::pairs(context, &bench.entries)
        .into_iter()
        .map(|(one, other)| bench.trace(one, other))
        .collect()
}

/// Each claim of `ones` with each of `others`, both indices of the article's claims, looked at or not.
pub fn between(context: Context<'_>, ones: &[usize], others: &[usize]) -> Vec<Trace> {
    let bench = Bench::new(context);
    let looked = pairs::pairs(context, &bench.entries);
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
    pairs
        .into_iter()
        .map(|(first, second)| {
            let entry = |claim: usize| {
                let found = bench.entries.binary_search_by_key(&claim, |one| one.index);
                found.ok()
            };
            let outcome = match (entry(first), entry(second)) {
                (Some(one), Some(other)) if looked.binary_search(&(one, other)).is_ok() => {
                    return bench.trace(one, other);
                }
                (Some(one), Some(other)) if bench.entries[one].meets(&bench.entries[other]) => {
                    Outcome::NoWord
                }
                (Some(_), Some(_)) => Outcome::OtherKey,
                _ => Outcome::NoFigure,
            };
            Trace {
                first,
                second,
                outcome,
            }
        })
        .collect()
}

/// All that a comparison needs of one article.
struct Bench<'a> {
    context: Context<'a>,
    entries: Vec<Entry<'a>>,
    index: Index,
}

impl<'a> Bench<'a> {
    fn new(context: Context<'a>) -> Self {
        let entries = pairs::entries(context);
        Self {
            context,
            index: Index::new(&entries),
            entries,
        }
    }

    fn trace(&self, one: usize, other: usize) -> Trace {
        let (first, second) = (&self.entries[one], &self.entries[other]);
        let evidence = evidence::evidence(self.context, &self.index, &self.entries, first, second);
        Trace {
            first: first.index,
            second: second.index,
            outcome: match evidence {
                Ok(evidence) => {
                    let sure = score::confidence(&evidence);
                    Outcome::Weighed(Box::new(evidence), sure)
                }
                Err(blocker) => Outcome::Blocked(blocker),
            },
        }
    }
}
