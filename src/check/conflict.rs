//! Two figures for one thing: in the body, between a summary and the body, or a power of a thousand apart.

mod compared;
mod full_digits;

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::{Check, Match};
use crate::claim::compare::Comparison;
use crate::claim::compare::slip::Slip;
use crate::quantity::value::Hedge;

/// Finds figures that contradict each other.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    /// Which conflicts.
    between: Between,
}

/// Where the two figures stand, or how they differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Between {
    /// Two places of the body.
    Body,
    /// A headline, description or caption, and the body.
    Summary,
    /// Anywhere: thousands, millions and milliards confused, or written out and named as well.
    Scales,
}

/// Comparisons less sure than this are not even gathered: no ladder shows them.
const FLOOR: u8 = 20;

/// Places shown beside the odd one.
const SHOWN: usize = 4;

impl Check for Conflict {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        let mine: Vec<_> = article
            .comparisons
            .iter()
            .filter(|pair| pair.sure.hundredths() >= FLOOR && between(pair) == self.between)
            .collect();
        let mut found: Vec<_> = clusters(&mine)
            .into_iter()
            .filter_map(|cluster| self.finding(article, &cluster))
            .collect();
        if self.between == Between::Scales {
            found.extend(full_digits::find(article));
            found.extend(compared::find(article));
        }
        found
    }
}

fn between(pair: &Comparison) -> Between {
    match pair.evidence.slip {
        Slip::ScaleWord => Between::Scales,
        _ if pair.evidence.summary => Between::Summary,
        _ => Between::Body,
    }
}

/// Pairs that share a claim belong to one finding.
fn clusters<'p>(pairs: &[&'p Comparison]) -> Vec<Vec<&'p Comparison>> {
    let mut home: BTreeMap<usize, usize> = BTreeMap::new();
    let mut clusters: Vec<Vec<&Comparison>> = Vec::new();
    for pair in pairs {
        let homes = [pair.first, pair.second].map(|claim| home.get(&claim).copied());
        let at = homes.into_iter().flatten().next().unwrap_or_else(|| {
            clusters.push(Vec::new());
            clusters.len() - 1
        });
        clusters[at].push(pair);
        home.entry(pair.first).or_insert(at);
        home.entry(pair.second).or_insert(at);
    }
    clusters
}

impl Conflict {
    fn finding(self, article: &Analysis<'_>, cluster: &[&Comparison]) -> Option<Match> {
        let surest = cluster.iter().max_by_key(|pair| pair.sure)?;
        let odd = self.odd(article, surest);
        let other = if odd == surest.first {
            surest.second
        } else {
            surest.first
        };
        let (odd_span, other_span) = (article.claims[odd].span, article.claims[other].span);
        let found = Match::at(odd_span, surest.sure.hundredths())
            .case(case(article, surest))
            .related(other_span);
        let mut found = found.quote("first", other_span).quote("second", odd_span);
        let mut more: Vec<_> = cluster
            .iter()
            .flat_map(|pair| [pair.first, pair.second])
            .filter(|claim| *claim != odd && *claim != other)
            .collect();
        more.sort_unstable();
        more.dedup();
        for claim in more.into_iter().take(SHOWN) {
            found = found.related(article.claims[claim].span);
        }
        Some(found)
    }

    /// The claim to change: the summary's, else the one whose value stands alone, else the later.
    fn odd(self, article: &Analysis<'_>, pair: &Comparison) -> usize {
        let summary = |claim: usize| article.block(&article.claims[claim]).zone.is_summary();
        let [first, second] = pair.evidence.backed;
        match (summary(pair.first), summary(pair.second)) {
            (true, false) if self.between == Between::Summary => pair.first,
            (false, true) if self.between == Between::Summary => pair.second,
            _ if first < second => pair.first,
            _ => pair.second,
        }
    }
}

/// The rule's words for the likely slip, or for a bound that does not hold.
fn case(article: &Analysis<'_>, pair: &Comparison) -> &'static str {
    let hedged = [pair.first, pair.second]
        .iter()
        .any(|claim| article.claims[*claim].quantity.hedge != Hedge::Exact);
    match pair.evidence.slip {
        Slip::DigitsSwapped => "digits-swapped",
        Slip::PowerOfTen => "zero",
        _ if hedged => "bound",
        Slip::OneDigit => "one-digit",
        Slip::ScaleWord | Slip::Other => "",
    }
}
