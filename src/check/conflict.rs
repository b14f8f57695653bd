//! Two figures for one thing: in the body, between a summary and the body, or a power of a thousand apart.

mod compared;
mod full_digits;
mod named;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::{Check, Match};
use crate::claim::Claim;
use crate::claim::compare::Comparison;
use crate::claim::compare::slip::Slip;
use crate::quantity::interval::{Agreement, values_agree};
use crate::quantity::number::Number;
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
        match self.between {
            Between::Body => found.extend(named::find(article)),
            Between::Summary => {}
            Between::Scales => {
                found.extend(full_digits::find(article));
                found.extend(compared::find(article));
            }
        }
        found.sort_by_key(|one| one.places[0].span);
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

/// A pair joins the finding of a surer one with which it shares a claim where it is nearly as sure; else it says nothing of its own.
const NEARLY: u8 = 12;

/// The findings, each its surest pair first: three or more values of one thing are one finding.
fn clusters<'p>(pairs: &[&'p Comparison]) -> Vec<Vec<&'p Comparison>> {
    let mut surest_first = pairs.to_vec();
    surest_first.sort_by_key(|pair| Reverse(pair.sure));
    let mut home: BTreeMap<usize, usize> = BTreeMap::new();
    let mut clusters: Vec<Vec<&Comparison>> = Vec::new();
    for pair in surest_first {
        let claims = [pair.first, pair.second];
        let known = claims.iter().find_map(|claim| home.get(claim).copied());
        let at = known.unwrap_or(clusters.len());
        match clusters.get_mut(at) {
            None => clusters.push(vec![pair]),
            Some(cluster) if is_nearly_as_sure(pair, cluster) => cluster.push(pair),
            Some(_) => continue,
        }
        for claim in claims {
            home.entry(claim).or_insert(at);
        }
    }
    clusters
}

fn is_nearly_as_sure(pair: &Comparison, cluster: &[&Comparison]) -> bool {
    cluster
        .first()
        .is_some_and(|surest| pair.sure.hundredths() + NEARLY >= surest.sure.hundredths())
}

impl Conflict {
    fn finding(self, article: &Analysis<'_>, cluster: &[&Comparison]) -> Option<Match> {
        let surest = cluster.first()?;
        let odd = self.odd(article, surest);
        let other = if odd == surest.first {
            surest.second
        } else {
            surest.first
        };
        let (odd_span, other_span) = (article.claims[odd].span, article.claims[other].span);
        let found = Match::at(odd_span, surest.sure.hundredths())
            .case(self.case(article, surest))
            .related(other_span);
        let mut found = found.quote("first", other_span).quote("second", odd_span);
        let (bound, figure) = if is_bound(&article.claims[odd]) {
            (odd_span, other_span)
        } else {
            (other_span, odd_span)
        };
        found = found.quote("bound", bound).quote("figure", figure);
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

    /// The rule's words: two summaries of one article are not a headline and its body.
    fn case(self, article: &Analysis<'_>, pair: &Comparison) -> &'static str {
        let claims = [pair.first, pair.second].map(|claim| &article.claims[claim]);
        let summaries = claims
            .into_iter()
            .all(|claim| article.block(claim).zone.is_summary());
        if self.between == Between::Summary && summaries {
            "summaries"
        } else {
            case(article, pair)
        }
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

/// The rule's words for the likely slip, or for a bound that leaves no room for the other figure.
fn case(article: &Analysis<'_>, pair: &Comparison) -> &'static str {
    let claims = [pair.first, pair.second].map(|claim| &article.claims[claim]);
    let [one, other] = claims.map(|claim| &claim.quantity);
    let excluded = || values_agree(one, other) == Agreement::Contradict;
    match pair.evidence.slip {
        Slip::DigitsSwapped => "digits-swapped",
        Slip::PowerOfTen => "zero",
        Slip::ScaleWord => scale(article, pair),
        _ if claims.into_iter().any(is_bound) && excluded() => "bound",
        Slip::OneDigit => "one-digit",
        Slip::Other => "",
    }
}

/// Whether the text sets a bound, or says about how much.
fn is_bound(claim: &Claim) -> bool {
    claim.quantity.hedge != Hedge::Exact
}

/// Whether one scale word lies between the two, or more.
fn scale(article: &Analysis<'_>, pair: &Comparison) -> &'static str {
    let number = |claim: usize| article.claims[claim].quantity.value.amount()?.written;
    let numbers = number(pair.first).zip(number(pair.second));
    let thousand = Number::whole(1000);
    let near =
        numbers.is_some_and(|(a, b)| a.abs().max(b.abs()) <= a.abs().min(b.abs()) * thousand);
    if near { "" } else { "million" }
}
