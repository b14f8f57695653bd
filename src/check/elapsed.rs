//! A stretch of time that its dates do not make, each kind a file of its own.

mod age;
mod anniversary;
mod deadline;
mod lasting;
mod length;

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::{Check, Match};
use crate::claim::Claim;

/// Compares stretches of time with the dates beside them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Elapsed {}

impl Check for Elapsed {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        let claims = &article.claims;
        let mut found: Vec<Match> = deadline::find(article).into_iter().collect();
        let mut start = 0;
        while let Some(first) = claims.get(start) {
            let same = |claim: &&Claim| claim.sentence == first.sentence;
            let end = start + claims[start..].iter().take_while(same).count();
            let sentence = Sentence {
                article,
                claims: &claims[start..end],
            };
            found.extend(age::find(&sentence));
            found.extend(anniversary::find(&sentence));
            found.extend(lasting::find(&sentence));
            start = end;
        }
        found.sort_by_key(|one| one.places.first().map(|place| place.span));
        found
    }
}

/// The claims of one sentence.
struct Sentence<'a> {
    article: &'a Analysis<'a>,
    claims: &'a [Claim],
}

impl Sentence<'_> {
    /// The years that its dates name, the one of `but` apart.
    fn other_years(&self, but: &Claim) -> Vec<i32> {
        let others = self.claims.iter().filter(|claim| claim.span != but.span);
        let dates = others.flat_map(|claim| claim.quantity.dates());
        dates.filter_map(|(date, _)| date.year).collect()
    }
}
