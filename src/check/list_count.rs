//! A number that announces a list, and a list of another length.
//!
//! ```text
//! named      = number noun opening item (mark item)*          ثلاث مدن هي حلب وحمص, three cities: Aleppo and Homs
//! items      = number noun … ":" and the items below           five steps: / - … / - … / - …
//! numbered   = number noun in the headline, items 1 to n       7 reasons to walk: 1. … 6. …
//! respective = names … figures "respectively"                  in 2019 and 2020 … 4 %, 5 % and 6 % respectively
//! ```

mod inline;
mod items;
mod respective;

use std::ops::Range;

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::{Check, Match};
use crate::claim::Claim;
use crate::quantity::Writing;
use crate::quantity::value::{Hedge, Kind};

/// Finds lists that are longer or shorter than they are said to be.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListCount {}

impl Check for ListCount {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        let mut found = inline::find(article);
        found.extend(items::find(article));
        found.extend(respective::find(article));
        found.sort_by_key(|one| one.places.first().map(|place| place.span));
        found
    }
}

/// How many things a claim says there are; none where it bounds the number or says what befell them.
fn announced(claim: &Claim, most: i128) -> Option<usize> {
    let quantity = &claim.quantity;
    let dual = quantity.kind == Kind::Number && quantity.writing == Writing::Noun;
    let counts = (quantity.kind == Kind::Count || dual) && quantity.hedge == Hedge::Exact;
    let counted = claim.counted.is_some() && quantity.unit.is_none();
    let number = quantity.value.amount()?.written?.to_whole()?;
    let fits = counts && counted && (2..=most).contains(&number);
    usize::try_from(number).ok().filter(|_| fits)
}

/// The token behind a claim and what it counts.
fn end_of(claim: &Claim) -> usize {
    let behind = claim.counted.as_ref();
    let behind = behind.map_or(0, |counted| counted.tokens.end);
    claim.quantity.tokens.end.max(behind)
}

/// The claims that start in a stretch of tokens.
fn claims_in<'a>(article: &'a Analysis<'_>, range: &Range<usize>) -> &'a [Claim] {
    let at = |token: usize| {
        article
            .claims
            .partition_point(|claim| claim.quantity.tokens.start < token)
    };
    article
        .claims
        .get(at(range.start)..at(range.end))
        .unwrap_or_default()
}
