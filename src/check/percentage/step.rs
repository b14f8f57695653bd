//! A step, its percentage, and where it led: "up 64 pence, or 6%, at 1,130p", «صعد 5 نقاط أو 2% إلى 250 نقطة».
//!
//! The amount before the step is the one reached, less what was gained or with what was lost.

use crate::analysis::Analysis;
use crate::check::percentage::beside;
use crate::check::percentage::figure::{self, Figure};
use crate::check::percentage::pair::{Link, Pair};
use crate::claim::Claim;
use crate::quantity::number::Number;
use crate::quantity::value::Kind;

/// Tokens between the step and its percentage.
const BESIDE: usize = 3;

/// Tokens between those and the amount reached.
const REACHED: usize = 4;

/// Every step of one sentence, as the amount before it and the amount reached.
pub(super) fn pairs(article: &Analysis<'_>, claims: &[Claim]) -> Vec<Pair> {
    let pair = |three: &[Claim]| {
        let [one, two, end] = three else { return None };
        let (step, percent) = match (one.quantity.kind, two.quantity.kind) {
            (Kind::Percent, _) => (two, one),
            (_, Kind::Percent) => (one, two),
            _ => return None,
        };
        let (step, reached) = (
            figure::single(article, step)?,
            figure::single(article, end)?,
        );
        let own = &percent.quantity.tokens;
        let first = own.start.min(step.tokens.start);
        let last = own.end.max(step.tokens.end);
        let between = own.end.min(step.tokens.end)..own.start.max(step.tokens.start);
        let or = between
            .clone()
            .any(|at| matches!(article.tokens.folded(at), "or" | "او" | "اي"));
        let lead = last..reached.tokens.start + 1;
        let to = lead
            .clone()
            .any(|at| matches!(article.tokens.folded(at), "at" | "to" | "عند" | "الي"));
        let near = or && between.len() <= BESIDE && to && lead.len() <= REACHED;
        let base = before(article, &(first..own.end), &step, &reached)?;
        (near && step.is_plainly_like(&reached)).then_some(Pair {
            base,
            other: reached,
            link: Link::FromTo,
            tokens: step.tokens.clone(),
        })
    };
    claims.windows(3).filter_map(pair).collect()
}

/// The amount before the step.
fn before(
    article: &Analysis<'_>,
    own: &std::ops::Range<usize>,
    step: &Figure,
    reached: &Figure,
) -> Option<Figure> {
    let value = match beside::directions(article, own) {
        (true, false) => reached.value.checked_sub(step.value)?,
        (false, true) => reached.value.checked_add(step.value)?,
        _ => return None,
    };
    let mut base = reached.clone();
    base.value = value;
    base.slack = reached.slack + step.slack;
    (value > Number::ZERO && step.value < reached.value).then_some(base)
}
