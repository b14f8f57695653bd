//! A percentage beside the two amounts that it relates, in one sentence.
//!
//! ```text
//! change = percentage … pair | pair … percentage | amount … percentage … amount        with a word of growing or shrinking beside it
//! share  = the same, with a word that a share follows: «أي», «تمثل», «بنسبة»
//! ```
//!
//! A percentage that any two amounts near by explain is left alone, and so is a pair that another percentage of the sentence explains: only
//! what nothing in the text makes true is told.

pub(super) mod beside;
mod explain;
mod figure;
pub mod multiple;
mod pair;
mod part;
mod ratio;
mod step;

use std::ops::Range;

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::percentage::pair::{Link, Pair};
use crate::check::percentage::ratio::Percentage as Ratio;
use crate::check::{Check, Match, Text};
use crate::claim::Claim;
use crate::quantity::number::Number;
use crate::quantity::value::{Hedge, Kind};

/// Finds percentages that the amounts beside them do not make.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Percentage {
    /// What the percentage says.
    of: Of,
}

/// What a percentage says of two amounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Of {
    /// How much one grew or shrank to the other.
    Change,
    /// Which part one is of the other.
    Share,
}

/// Tokens between a percentage and the amounts that it relates.
const REACH: usize = 24;

/// Claims before a sentence that may explain a percentage in it.
const WINDOW: usize = 4;

/// From here on a percentage tells of an amount that about doubled.
const DOUBLING: i128 = 60;

/// Tokens between a percentage and its pair that nothing else could be meant in.
const CLOSE: usize = 8;

impl Check for Percentage {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        let mut start = 0_usize;
        let mut found = Vec::new();
        for claims in article.claims_by_sentence() {
            let near = start.saturating_sub(WINDOW)..start + claims.len();
            found.extend(self.sentence(article, claims, &article.claims[near]));
            start += claims.len();
        }
        found
    }
}

impl Percentage {
    /// What one sentence holds; `near` are its claims and the last ones before it.
    fn sentence(self, article: &Analysis<'_>, claims: &[Claim], near: &[Claim]) -> Vec<Match> {
        let stated: Vec<_> = claims.iter().filter(|claim| is_percentage(claim)).collect();
        if stated.is_empty() {
            return Vec::new();
        }
        let mut pairs = pair::pairs(article, claims);
        pairs.extend(step::pairs(article, claims));
        let free = pairs.iter().filter(|pair| {
            let explains =
                |claim: &&Claim| ratio_of(pair).and_then(|ratio| ratio.is(&claim.quantity));
            !stated.iter().any(|claim| explains(claim) == Some(true))
        });
        let free: Vec<_> = free.filter(|pair| self.reads(pair)).collect();
        let mut found = Vec::new();
        for claim in &stated {
            let bound = free
                .iter()
                .filter(|pair| self.binds(article, claim, pair, claims));
            let pair = bound.min_by_key(|pair| distance(claim, pair));
            if let Some(pair) = pair {
                // Where the two could hardly be closer, only the same sentence may explain it otherwise.
                let close = pair.link != Link::Compared || distance(claim, pair) <= CLOSE;
                let near = if close { claims } else { near };
                if !explain::is_explained(article, claim, near, pair) {
                    found.extend(finding(claim, pair, false));
                }
            } else if self.of == Of::Share
                && let Some(pair) = part::of(article, claim, near)
                && !explain::is_explained(article, claim, near, &pair)
            {
                found.extend(finding(claim, &pair, true));
            }
        }
        found
    }

    fn reads(self, pair: &Pair) -> bool {
        (self.of == Of::Share) == (pair.link == Link::Share)
    }

    /// Whether a percentage is said of a pair.
    fn binds(self, article: &Analysis<'_>, claim: &Claim, pair: &Pair, claims: &[Claim]) -> bool {
        let own = &claim.quantity.tokens;
        let gap = gap(own, &pair.tokens);
        let apart = gap.len() > REACH
            || claims.iter().any(|other| {
                let between = gap.contains(&other.quantity.tokens.start);
                // «زاد السهم 1% إلى 548 بنسا. والأرباح 3 مليارات مقابل …»: it led to what stands between.
                let reached = || own.end <= gap.start && pair::is_reached(article, other);
                between && (is_percentage(other) || reached())
            })
            || own.end <= pair.tokens.start && beside::turns_to_a_share(article, gap.clone())
            || pair.tokens.end <= own.start
                && beside::is_since_another(article, own, pair.tokens.start);
        let of = matches!(article.tokens.folded(own.end), "من" | "of");
        let listed = pair.tokens.end <= own.start
            && (beside::lists(article, gap.start.saturating_sub(1)..gap.end)
                || beside::follows(article, gap.clone()));
        !apart
            && !listed
            && !beside::is_outside(article, own, pair)
            && !beside::turns(article, gap.clone())
            && !beside::is_of_others(article, own)
            && match self.of {
                Of::Change => {
                    let inside = pair.tokens.contains(&own.start);
                    let told = beside::is_of_change(article, own, pair.tokens.end)
                        || inside && !of && beside::is_of_share(article, own);
                    told && beside::is_toward(article, own, pair)
                }
                Of::Share => {
                    let before = own.end <= pair.tokens.start;
                    let own_whole =
                        !before && of && part::names_another(article, own.end, &pair.base);
                    let told = beside::is_of_share(article, own) && (!before || of)
                        || before && pair::is_told_ahead(article, own, pair);
                    told && !own_whole && pair.other.value <= pair.base.value
                }
            }
    }
}

/// Whether a claim is one percentage.
fn is_percentage(claim: &Claim) -> bool {
    claim.quantity.kind == Kind::Percent && claim.quantity.unit == Some("percent")
}

/// The tokens between a percentage and a pair; none where it stands inside.
fn gap(own: &Range<usize>, pair: &Range<usize>) -> Range<usize> {
    if own.end <= pair.start {
        own.end..pair.start
    } else if pair.end <= own.start {
        pair.end..own.start
    } else {
        own.start..own.start
    }
}

fn distance(claim: &Claim, pair: &Pair) -> usize {
    gap(&claim.quantity.tokens, &pair.tokens).len()
}

fn ratio_of(pair: &Pair) -> Option<Ratio> {
    match pair.link {
        Link::Share => ratio::share(&pair.other, &pair.base),
        Link::FromTo | Link::Compared => ratio::change(&pair.base, &pair.other),
    }
}

fn is_doubled(pair: &Pair) -> bool {
    let (low, high) = (pair.base.value, pair.other.value);
    let (low, high) = (low.min(high), low.max(high));
    low.checked_add(low).is_some_and(|twice| high >= twice)
}

/// What to say of a percentage that a pair does not make; `loose` where nothing but the words for it says which whole it is of.
fn finding(claim: &Claim, pair: &Pair, loose: bool) -> Option<Match> {
    let ratio = ratio_of(pair)?;
    if ratio.is(&claim.quantity)? {
        return None;
    }
    let turned = match pair.link {
        Link::Share => None,
        Link::FromTo | Link::Compared => ratio::change(&pair.other, &pair.base),
    };
    let turned = turned.and_then(|ratio| ratio.is(&claim.quantity)) == Some(true);
    let stated = claim.quantity.value.amount()?.written?;
    let sure = match (pair.link, claim.quantity.hedge) {
        _ if loose => 64,
        (Link::FromTo, Hedge::Exact) => 90,
        // Two amounts that no «من … إلى» joins and of which one is twice the other are seldom two levels of one thing.
        (Link::Compared, _) if is_doubled(pair) && stated < Number::whole(DOUBLING) => return None,
        (_, Hedge::Exact) => 80,
        _ => 70,
    };
    let mut found = Match::at(claim.span, sure).case(if turned { "base" } else { "" });
    let mut places = vec![pair.base.span, pair.other.span];
    places.sort_unstable();
    places.dedup();
    for place in places {
        found = found.related(place);
    }
    let found = found
        .quote("stated", claim.span)
        .value("percent", Text::Plain(stated.to_string()));
    let found = found.value("from", Text::Plain(pair.base.value.to_string()));
    let found = found.value("to", Text::Plain(pair.other.value.to_string()));
    Some(found.value("true", Text::Plain(ratio.written())))
}
