//! So many, so much each, and what it comes to: «تبرع 40 شخصا بـ250 دولارا لكل منهم، بإجمالي 12 ألف دولار».
//!
//! ```text
//! product = n things … amount each … total-cue amount        in one sentence; also "a total of"
//! ```

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::{Check, Match, Text, rounding};
use crate::claim::Claim;
use crate::lang::lexicon::cue::Cue;
use crate::quantity::number::Number;
use crate::quantity::value::Kind;

/// Multiplies a number of things with the amount for each.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Product {
    /// Words, folded, behind an amount that each one has: «لكل», "each".
    each: Vec<String>,
}

/// Tokens between the amount and the word for each.
const EACH: usize = 2;

/// Tokens between the word for a total and the total.
const TOTAL: usize = 4;

impl Check for Product {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        article
            .claims_by_sentence()
            .filter_map(|claims| self.sentence(article, claims))
            .collect()
    }
}

impl Product {
    fn sentence(&self, article: &Analysis<'_>, claims: &[Claim]) -> Option<Match> {
        let at = claims
            .iter()
            .position(|claim| claim.quantity.unit.is_some() && self.is_each(article, claim))?;
        let each = claims.get(at)?;
        let things =
            claims.get(..at)?.iter().rev().find(|claim| {
                claim.quantity.kind == Kind::Count && claim.quantity.unit.is_none()
            })?;
        let total = claims
            .get(at + 1..)?
            .iter()
            .find(|claim| claim.quantity.unit == each.quantity.unit && is_total(article, claim))?;
        let (number, amount, whole) = (
            things.quantity.exact()?,
            each.quantity.exact()?,
            total.quantity.exact()?,
        );
        let product = number.checked_mul(amount)?;
        let half = Number::fraction(1, 2)?;
        let place = |claim: &Claim, value| rounding::last_place(article, &claim.quantity, value);
        let fine = amount.is_whole() && amount < Number::whole(10_000);
        let own = if fine {
            Number::ZERO
        } else {
            place(each, amount) * half
        };
        let rounded = place(total, whole);
        let rounded = if whole < Number::whole(10_000) {
            Number::ZERO
        } else {
            rounded * half
        };
        let slack = own.checked_mul(number)?.checked_add(rounded)?;
        ((product - whole).abs() > slack).then(|| {
            Match::at(total.span, 74)
                .related(things.span)
                .related(each.span)
                .quote("total", total.span)
                .value("number", Text::Plain(number.to_string()))
                .value("amount", Text::Plain(amount.to_string()))
                .value("product", Text::Plain(product.to_string()))
                .value("whole", Text::Plain(whole.to_string()))
        })
    }

    fn is_each(&self, article: &Analysis<'_>, claim: &Claim) -> bool {
        let end = claim.quantity.tokens.end;
        (end..end + EACH).any(|at| {
            self.each
                .iter()
                .any(|word| word == article.tokens.folded(at))
        })
    }
}

/// Whether a word for a total leads to an amount.
fn is_total(article: &Analysis<'_>, claim: &Claim) -> bool {
    let start = claim.quantity.tokens.start;
    let near = start.saturating_sub(TOTAL)..start + 1;
    article
        .tokens
        .cues_in(near)
        .any(|(_, hit)| hit.cue == Cue::Total)
}
