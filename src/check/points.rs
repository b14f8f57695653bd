//! A change between two percentages that is itself called a percentage: «رفع الفائدة من 5% إلى 7%، أي بنسبة 2%».
//!
//! ```text
//! points = "من" a% "إلى" b% … z% | b% compared a% … z%        z is b - a, and not the change in hundredths of a
//! ```

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::{Check, Match, Text};
use crate::claim::Claim;
use crate::lang::lexicon::cue::Cue;
use crate::quantity::number::Number;
use crate::quantity::value::{Hedge, Kind};
use crate::text::span::Span;

/// Finds differences of percentages that are told as percentages.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Points {}

/// Tokens between two percentages and what is said of their difference.
const REACH: usize = 12;

/// Claims among which the next percentage is looked for.
const NEAR: usize = 3;

/// Two percentages, earlier and later.
struct Levels {
    from: Number,
    to: Number,
    span: Span,
    end: usize,
}

impl Check for Points {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        let claims = &article.claims;
        (0..claims.len())
            .filter_map(|at| levels(article, claims.get(at..)?))
            .filter_map(|(levels, rest)| told(article, &levels, rest))
            .collect()
    }
}

/// The levels that the first claims tell, and the claims behind them.
fn levels<'a>(article: &Analysis<'_>, claims: &'a [Claim]) -> Option<(Levels, &'a [Claim])> {
    let (first, rest) = claims.split_first()?;
    let one = first
        .quantity
        .value
        .amount()
        .filter(|_| is_percent(first))?;
    let start = first.quantity.tokens.start;
    if let (None, Some(from), Some(to)) = (one.written, one.low, one.high) {
        let opened = [start, start.saturating_sub(1)]
            .iter()
            .any(|at| matches!(article.tokens.folded(*at), "من" | "from"));
        return opened.then_some((
            Levels {
                from,
                to,
                span: first.span,
                end: first.quantity.tokens.end,
            },
            rest,
        ));
    }
    let next = rest.iter().take(NEAR).position(is_percent)?;
    let (second, rest) = rest.get(next..)?.split_first()?;
    let two = second
        .quantity
        .value
        .amount()
        .filter(|_| is_percent(second))?;
    let gap = first.quantity.tokens.end..second.quantity.tokens.start + 1;
    let compared = first.sentence == second.sentence
        && gap.len() <= REACH
        && article
            .tokens
            .cues_in(gap)
            .any(|(_, hit)| hit.cue == Cue::Compared);
    compared.then_some((
        Levels {
            from: two.written?,
            to: one.written?,
            span: first.span.to(second.span),
            end: second.quantity.tokens.end,
        },
        rest,
    ))
}

/// The percentage that tells the difference of two levels as if it were their ratio.
fn told(article: &Analysis<'_>, levels: &Levels, rest: &[Claim]) -> Option<Match> {
    let change = rest.iter().take(NEAR).find(|claim| is_percent(claim))?;
    let stated = change.quantity.value.amount()?.written?;
    let own = &change.quantity.tokens;
    let gap = levels.end..own.start + 1;
    if !is_percent(change) || own.start < levels.end || gap.len() > REACH {
        return None;
    }
    let same = article.tokens.sentence_of(levels.end.saturating_sub(1))
        == article.tokens.sentence_of(own.start);
    let says = |cues: &[Cue]| {
        let mut hits = article.tokens.cues_in(gap.clone());
        hits.any(|(_, hit)| cues.contains(&hit.cue))
    };
    let behind = article
        .tokens
        .cues_in(own.end..own.end + 2)
        .any(|(_, hit)| matches!(hit.cue, Cue::Rise | Cue::Fall));
    let told = behind || says(&[Cue::Rise, Cue::Fall, Cue::ThatIs]);
    let difference = (levels.to - levels.from).abs();
    let ratio = difference
        .checked_mul(Number::whole(100))?
        .checked_div(levels.from)?;
    let near = (ratio - stated).abs() <= Number::ONE;
    let points = stated == difference && !near && !difference.is_zero();
    let turned = says(&[Cue::Contrast, Cue::Another]);
    (same && told && !turned && points && change.quantity.hedge == Hedge::Exact).then(|| {
        let tenths = (ratio * Number::whole(10)).round();
        let ratio = Number::fraction(tenths, 10).unwrap_or(ratio);
        Match::at(change.span, 80)
            .related(levels.span)
            .quote("stated", change.span)
            .value("from", Text::Plain(levels.from.to_string()))
            .value("to", Text::Plain(levels.to.to_string()))
            .value("points", Text::Plain(difference.to_string()))
            .value("ratio", Text::Plain(ratio.to_string()))
    })
}

fn is_percent(claim: &Claim) -> bool {
    claim.quantity.kind == Kind::Percent && claim.quantity.unit == Some("percent")
}
