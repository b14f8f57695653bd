//! How two figures differ as typed: in digits, in a nought, in the scale word.

use crate::claim::Claim;
use crate::claim::compare::Context;
use crate::claim::compare::pairs::Entry;
use crate::claim::compare::slip::{Slip, slip, sorted};
use crate::lang::lexicon::numeral::Numeral;
use crate::quantity::Writing;
use crate::text::split::PieceKind;

/// How one number may have become the other at a keyboard; words and duals are not typed digit by digit, and who writes 250 million for
/// 2.5 milliard has changed both the digits and the word.
pub(super) fn typed(context: Context<'_>, one: &Entry<'_>, other: &Entry<'_>) -> Slip {
    let writings = [one, other].map(|entry| entry.claim.quantity.writing);
    let digits = writings.iter().all(|writing| *writing == Writing::Digits);
    let claims = [one.claim, other.claim];
    match slip(&one.typed, &other.typed) {
        Slip::ScaleWord if !writings.contains(&Writing::Noun) => Slip::ScaleWord,
        Slip::DigitsSwapped if digits => {
            let [a, b] = claims.map(|claim| sorted_digits(context, claim));
            if a == b {
                Slip::DigitsSwapped
            } else {
                Slip::Other
            }
        }
        Slip::PowerOfTen if digits => {
            let [a, b] = claims.map(|claim| scale(context, claim));
            if a == b {
                Slip::PowerOfTen
            } else {
                Slip::Other
            }
        }
        slip if digits => slip,
        _ => Slip::Other,
    }
}

/// Digits that leave much to chance.
const FEW: usize = 2;

/// Whether the two figures have so few digits that two facts may well have figures so alike: 12 and 21 million, 50,000 and 500,000.
pub(super) fn are_round(
    context: Context<'_>,
    slip: Slip,
    one: &Entry<'_>,
    other: &Entry<'_>,
) -> bool {
    match slip {
        Slip::DigitsSwapped => sorted_digits(context, one.claim).len() <= FEW,
        _ => one.typed.telling().min(other.typed.telling()) <= FEW,
    }
}

/// The digits of a figure as they stand in the text, in the order of their size.
fn sorted_digits(context: Context<'_>, claim: &Claim) -> Vec<u8> {
    let tokens = context.tokens;
    let typed = claim
        .quantity
        .tokens
        .clone()
        .filter(|at| tokens.list[*at].kind == PieceKind::Digits);
    sorted(typed.flat_map(|at| tokens.folded(at).bytes()))
}

/// The scale word of a figure.
fn scale(context: Context<'_>, claim: &Claim) -> Option<i128> {
    let readings = |at| context.tokens.readings(at).iter();
    let numerals = |lex| context.lexicon.numerals.get(lex).iter();
    claim
        .quantity
        .tokens
        .clone()
        .flat_map(|at| readings(at).flat_map(|reading| numerals(reading.lex)))
        .find_map(|part| match part {
            Numeral::Scale { value, .. } | Numeral::Short(value) => Some(*value),
            _ => None,
        })
}
