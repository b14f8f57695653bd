//! Whether other amounts near by make a percentage true.

use crate::analysis::Analysis;
use crate::check::percentage::beside;
use crate::check::percentage::figure::{self, Figure};
use crate::check::percentage::pair::Pair;
use crate::check::percentage::ratio;
use crate::claim::Claim;

/// How many amounts of its unit an amount is tried with.
const STEPS: usize = 3;

/// Tokens between a percentage and the amount that it leads to.
const LEADS: usize = 3;

/// Whether any two amounts of `near` make a percentage true, as a change or as a share. Where it leads to the later amount of `pair` («بنسبة 39% ليصل
/// إلى 201 مليون، مقارنة بـ329»), the earlier one with a third makes nothing true.
pub(super) fn is_explained(
    article: &Analysis<'_>,
    claim: &Claim,
    near: &[Claim],
    pair: &Pair,
) -> bool {
    let leads = claim.quantity.tokens.end <= pair.other.tokens.start
        && pair.other.tokens.start <= claim.quantity.tokens.end + LEADS;
    let foreign = |one: &Figure, two: &Figure| {
        let has = |figure: &Figure| one.tokens == figure.tokens || two.tokens == figure.tokens;
        leads && has(&pair.base) && !has(&pair.other)
    };
    let single = near
        .iter()
        .filter_map(|claim| figure::single(article, claim));
    let ends = near.iter().filter_map(|claim| figure::ends(article, claim));
    let mut figures: Vec<Figure> = single
        .chain(ends.flat_map(|(low, high)| [low, high]))
        .collect();
    figures.sort_by_key(|figure| figure.tokens.start);
    figures.iter().enumerate().any(|(at, one)| {
        let behind = figures[at + 1..].iter().filter(|two| one.is_like(two));
        behind
            .take(STEPS)
            .any(|two| !foreign(one, two) && makes(article, claim, one, two))
    })
}

/// Whether two amounts make a percentage true in the direction that its words tell.
fn makes(article: &Analysis<'_>, claim: &Claim, one: &Figure, two: &Figure) -> bool {
    let (rise, fall) = beside::directions(article, &claim.quantity.tokens);
    let share = !rise && !fall && beside::is_of_share(article, &claim.quantity.tokens);
    let (low, high) = if one.value < two.value {
        (one, two)
    } else {
        (two, one)
    };
    let ratios = [
        ratio::change(low, high).filter(|_| !share && (rise || !fall)),
        ratio::change(high, low).filter(|_| !share && (fall || !rise)),
        ratio::share(low, high).filter(|_| !rise && !fall),
    ];
    ratios
        .into_iter()
        .flatten()
        .any(|ratio| ratio.is(&claim.quantity) == Some(true))
}
