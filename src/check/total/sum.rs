//! Adding the parts of a list up, with the rounding that their writing hides.

use crate::analysis::Analysis;
use crate::check::rounding;
use crate::check::total::list::{List, Opening};
use crate::claim::Claim;
use crate::quantity::Quantity;
use crate::quantity::interval;
use crate::quantity::number::Number;
use crate::quantity::value::{Amount, Hedge, Kind};

/// A sum that does not fit its total.
#[derive(Clone, Copy, Debug)]
pub(super) struct Verdict {
    /// What the parts make.
    pub(super) sum: Number,
}

/// How many times a total parts of no plain kin to it cannot exceed it by mistake.
const FAR: i128 = 12;

/// From here on a whole number may be rounded to its last thousand.
const ROUNDED: i128 = 10_000;

/// The amount of a claim of a kind that adds up.
pub(super) fn addable(claim: &Claim) -> Option<&Amount> {
    let adds = matches!(
        claim.quantity.kind,
        Kind::Count | Kind::Number | Kind::Money | Kind::Measure
    );
    claim.quantity.value.amount().filter(|_| adds)
}

/// What is wrong with a list, if anything is.
pub(super) fn verdict(article: &Analysis<'_>, total: &Claim, list: &List<'_>) -> Option<Verdict> {
    let whole = addable(total)?.written?;
    let sums = sums(&list.parts)?;
    // What follows parts that make the total belongs to another count.
    if sums.iter().skip(1).any(|sum| *sum == whole) {
        return None;
    }
    let sum = *sums.last()?;
    let excess = sum.checked_sub(whole)?;
    let mut slack = list.parts.iter().map(|part| slack(article, &part.quantity));
    let slack = slack.try_fold(Number::ZERO, Number::checked_add)?;
    let over = excess > slack + above(article, &total.quantity, whole);
    let floor = list.parts.iter().any(|part| is_floor(part));
    let under = !floor && -excess > slack + below(article, &total.quantity, whole);
    // Of another sort, and far more than the whole: they are in it or of it in some other way («5 شاحنات … منها 3000 علبة»).
    let foreign = !list.kin && total.quantity.unit.is_none() && sum > whole * Number::whole(FAR);
    if foreign {
        return None;
    }
    let wrong = match list.opening {
        Opening::Open => over,
        Opening::Closed | Opening::Bracket => over || under,
    };
    wrong.then_some(Verdict { sum })
}

/// Whether a figure is only a least number.
pub(super) fn is_floor(part: &Claim) -> bool {
    matches!(part.quantity.hedge, Hedge::AtLeast | Hedge::MoreThan)
}

/// The sum of the first part, of the first two, and so on.
fn sums(parts: &[&Claim]) -> Option<Vec<Number>> {
    let mut sum = Number::ZERO;
    let add = |part: &&Claim| {
        sum = sum.checked_add(addable(part)?.written?)?;
        Some(sum)
    };
    parts.iter().map(add).collect()
}

/// How far the truth may lie from a part or an exact total.
fn slack(article: &Analysis<'_>, quantity: &Quantity) -> Number {
    let Some(written) = quantity.value.amount().and_then(|amount| amount.written) else {
        return Number::ZERO;
    };
    let half = Number::fraction(1, 2).unwrap_or(Number::ONE);
    match quantity.hedge {
        // «نحو 268» is hardly less exact than 268.
        Hedge::About if quantity.grain <= Number::ONE => {
            written.checked_div(Number::whole(200)).unwrap_or_default()
        }
        Hedge::About | Hedge::Nearly => interval::hard(quantity)
            .and_then(|range| range.low)
            .map_or(Number::ZERO, |low| written - low.at),
        _ if written.is_whole() && written.abs() < Number::whole(ROUNDED) => Number::ZERO,
        _ => match rounding::last_place(article, quantity, written) {
            step if step == Number::ONE => Number::ZERO,
            step => step * half,
        },
    }
}

/// How far parts may exceed a total: the more so the looser it is said. «أكثر من 24 ألفا» may be a little more, never half as much again.
fn above(article: &Analysis<'_>, total: &Quantity, whole: Number) -> Number {
    let tenth = whole.checked_div(Number::whole(10)).unwrap_or_default();
    match total.hedge {
        Hedge::MoreThan => total.grain.max(tenth),
        Hedge::AtLeast if whole >= Number::whole(100) => total.grain.min(tenth),
        Hedge::AtLeast | Hedge::LessThan | Hedge::AtMost | Hedge::UpTo => Number::ZERO,
        // «في حدود 20 شركة، منها 13 و10»: what is about so much is not that much less.
        Hedge::About => slack(article, total).min(tenth.max(Number::ONE)),
        _ => slack(article, total),
    }
}

/// How far parts may fall short of a total that they make up.
fn below(article: &Analysis<'_>, total: &Quantity, whole: Number) -> Number {
    match total.hedge {
        Hedge::LessThan | Hedge::AtMost | Hedge::UpTo => whole,
        Hedge::MoreThan | Hedge::AtLeast => Number::ZERO,
        _ => slack(article, total),
    }
}
