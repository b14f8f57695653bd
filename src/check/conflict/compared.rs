//! Two amounts set against each other in one clause, a scale word apart: «3.4 مليارات دولار مقارنة مع 5.1 دولارات».

use crate::analysis::Analysis;
use crate::check::Match;
use crate::claim::Claim;
use crate::lang::lexicon::cue::Cue;
use crate::quantity::Writing;
use crate::quantity::number::Number;
use crate::quantity::value::Kind;

const SURE: u8 = 75;

/// Words between the two: what is set against what stands close by.
const BETWEEN: usize = 8;

/// Amounts this many times apart are not compared with each other.
const TIMES: i128 = 300;

/// Every amount compared with the amount before it that is out of all proportion.
pub(super) fn find(article: &Analysis<'_>) -> Vec<Match> {
    let money: Vec<_> = article
        .claims
        .iter()
        .filter(|claim| claim.quantity.kind == Kind::Money)
        .collect();
    let pairs = money.windows(2).filter_map(|pair| {
        let [one, other] = pair else { return None };
        let (small, large) = sized(one, other)?;
        let alike = is_rate(article, one) == is_rate(article, other);
        (alike && compared(article, one, other)).then(|| {
            Match::at(small.span, SURE)
                .case("compared")
                .related(large.span)
                .quote("first", large.span)
                .quote("second", small.span)
        })
    });
    pairs.collect()
}

/// The smaller and the larger of two amounts of one currency in digits, where they are out of all proportion.
fn sized<'c>(one: &'c Claim, other: &'c Claim) -> Option<(&'c Claim, &'c Claim)> {
    let number = |claim: &Claim| {
        let digits = claim.quantity.writing == Writing::Digits;
        claim.quantity.value.amount().filter(|_| digits)?.written
    };
    let (a, b) = (number(one)?, number(other)?);
    let (small, large) = if a < b { (one, other) } else { (other, one) };
    let apart = a.max(b) >= a.min(b) * Number::whole(TIMES);
    (apart && a.min(b) > Number::ZERO && one.quantity.unit == other.quantity.unit)
        .then_some((small, large))
}

/// Words behind an amount that say for what each it is.
const RATE: usize = 2;

/// Whether an amount is for each one of something: «1.31 ريال للسهم».
fn is_rate(article: &Analysis<'_>, claim: &Claim) -> bool {
    let end = claim.quantity.tokens.end;
    let tokens = &article.tokens;
    let mut cues = tokens.cues_in(end..end + RATE);
    // "$3.4m a year earlier" says when, not for how long.
    cues.any(|(at, hit)| hit.cue == Cue::Rate && tokens.cue_at(at, Cue::Earlier).is_none())
}

/// Whether words of comparing lead from one figure straight to the other.
fn compared(article: &Analysis<'_>, one: &Claim, other: &Claim) -> bool {
    let between = one.quantity.tokens.end..other.quantity.tokens.start;
    one.sentence == other.sentence
        && between.len() <= BETWEEN
        && article
            .tokens
            .cues_in(between)
            .any(|(_, hit)| hit.cue == Cue::Compared)
}
