//! A percentage of a few whole things that no number of them makes: «33.5% من 20 طبيبا» can only be 30 or 35.
//!
//! ```text
//! share = z "%" ("من" | "of") [the] n things          no k of the n rounds, or is cut off, to z
//! ```

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::{Check, Match, Text};
use crate::claim::Claim;
use crate::lang::lexicon::cue::Cue;
use crate::quantity::number::Number;
use crate::quantity::value::{Hedge, Kind};

/// Finds shares that no whole number of things makes.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PossibleShare {}

/// Tokens between the percentage and the number of things.
const REACH: usize = 2;

impl Check for PossibleShare {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        article
            .claims
            .windows(2)
            .filter_map(|two| at(article, two.first()?, two.last()?))
            .collect()
    }
}

fn at(article: &Analysis<'_>, percent: &Claim, things: &Claim) -> Option<Match> {
    let exact = |claim: &Claim| claim.quantity.hedge == Hedge::Exact;
    let whole_things = things.quantity.kind == Kind::Count
        && things.counted.is_some()
        && things.quantity.unit.is_none();
    let share = percent.quantity.kind == Kind::Percent && percent.quantity.unit == Some("percent");
    let gap = percent.quantity.tokens.end..things.quantity.tokens.start;
    // «45% من أصل 8 طلاب»
    let whole = article.tokens.cue_at(gap.start, Cue::Whole);
    let of = whole.is_some() || matches!(article.tokens.folded(gap.start), "من" | "of");
    let gap = gap.start + whole.unwrap_or(1)..gap.end;
    // «20% من الأطباء و15 ممرضا»: every word between only leads on to the number.
    let leads = gap.clone().all(|at| !article.tokens.word(at).content)
        && !gap
            .clone()
            .any(|at| matches!(article.tokens.folded(at), "،" | "," | "و" | "and" | "."));
    if !share || !whole_things || !of || !leads || gap.start > gap.end || gap.len() > REACH {
        return None;
    }
    let stated = percent
        .quantity
        .value
        .amount()?
        .written
        .filter(|_| exact(percent))?;
    let count = things
        .quantity
        .value
        .amount()?
        .written
        .filter(|_| exact(things))?;
    let (below, above) = neighbours(stated, count)?;
    let quote = |number: Number| Text::Plain(number.to_string());
    Some(
        Match::at(percent.span, 72)
            .related(things.span)
            .quote("stated", percent.span)
            .quote("things", things.span)
            .value("below", quote(below))
            .value("above", quote(above)),
    )
}

/// The possible shares on both sides of one that is none, with one decimal; none where it is possible.
fn neighbours(stated: Number, count: Number) -> Option<(Number, Number)> {
    let things = count.to_whole()?;
    let (step, most) = (0..4).find_map(|places| {
        let scale = 10_i128.pow(places);
        let shown = stated.checked_mul(Number::whole(scale))?.is_whole();
        shown.then_some((Number::fraction(1, scale)?, 100 * scale))
    })?;
    let hundred = Number::whole(100);
    if things < 2 || things > most || stated <= Number::ZERO || stated >= hundred {
        return None;
    }
    let exact = stated.checked_mul(count)?.checked_div(hundred)?;
    let share = |k: i128| Number::whole(k).checked_mul(hundred)?.checked_div(count);
    let (low, high) = (share(exact.floor())?, share(exact.floor() + 1)?);
    let half = step.checked_div(Number::whole(2))?;
    // Rounded, or cut off.
    let made = stated - low <= half || high - stated < step;
    let tenths = |number: Number| Number::fraction((number * Number::whole(10)).round(), 10);
    if made {
        None
    } else {
        Some((tenths(low)?, tenths(high)?))
    }
}
