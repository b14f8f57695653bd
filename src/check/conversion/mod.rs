//! One amount in two units: «100 قدم (30 مترا)», «500 دولار، أي ما يعادل 1875 ريالا سعوديا».
//!
//! ```text
//! pair = amount gap amount          the gap is brackets, commas, a slash or an equivalence («أي ما يعادل», "equivalent to")
//! ```

pub mod measure;
pub mod money;

use crate::analysis::Analysis;
use crate::claim::Claim;
use crate::lang::lexicon::cue::Cue;
use crate::quantity::number::Number;
use crate::quantity::value::Hedge;

/// Two amounts that the text says are one.
struct Pair<'a> {
    first: &'a Claim,
    second: &'a Claim,
}

/// Every pair of an article, in order of place.
fn pairs<'a>(article: &'a Analysis<'_>) -> Vec<Pair<'a>> {
    let claims = article.claims.windows(2);
    claims
        .filter_map(|both| match both {
            [first, second] if is_pair(article, first, second) => Some(Pair { first, second }),
            _ => None,
        })
        .collect()
}

fn is_pair(article: &Analysis<'_>, first: &Claim, second: &Claim) -> bool {
    let tokens = &article.tokens;
    let gap = first.quantity.tokens.end..second.quantity.tokens.start;
    let one_clause = first.sentence == second.sentence && first.block == second.block;
    if !one_clause || gap.is_empty() || gap.len() > 6 {
        return false;
    }
    let closed = tokens.folded(second.quantity.tokens.end) == ")";
    let (mut at, mut opened, mut equal) = (gap.start, false, false);
    while at < gap.end {
        match (tokens.folded(at), tokens.cue_at(at, Cue::Equivalent)) {
            (_, Some(length)) => {
                equal = true;
                at += length;
            }
            ("(", _) => {
                opened = true;
                at += 1;
            }
            ("," | "،" | "–" | "—" | "-", _) => at += 1,
            _ => return false,
        }
    }
    opened && closed || equal
}

/// The number that an amount names, where it is neither a range nor a bound.
fn written(claim: &Claim) -> Option<Number> {
    let firm = matches!(
        claim.quantity.hedge,
        Hedge::Exact | Hedge::About | Hedge::Nearly
    );
    let amount = claim.quantity.value.amount()?;
    let clear = claim.quantity.alternative.is_none() && claim.quantity.parts.is_empty();
    amount
        .written
        .filter(|number| firm && clear && *number > Number::ZERO)
}

/// By how many hundredths of the larger two numbers differ.
fn apart(one: Number, other: Number) -> Option<i128> {
    let gap = one.checked_sub(other)?.abs();
    let share = gap.checked_div(one.abs().max(other.abs()))?;
    Some(share.checked_mul(Number::whole(100))?.floor())
}

/// A number to three figures, as an editor would write it.
fn rounded(number: Number) -> Number {
    let power = match number.abs().floor() {
        0..10 => 100,
        10..100 => 10,
        _ => 1,
    };
    number
        .checked_mul(Number::whole(power))
        .and_then(|scaled| Number::fraction(scaled.round(), power))
        .unwrap_or(number)
}

/// The unit of an amount, as written.
fn unit_text(claim: &Claim) -> Option<crate::text::span::Span> {
    let number = claim.quantity.number?;
    let whole = claim.quantity.span;
    (number.end < whole.end).then_some(crate::text::span::Span {
        start: number.end,
        end: whole.end,
    })
}
