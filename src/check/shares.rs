//! Shares that one thing is divided into, which make more than the whole: «48% للأول و41% للثاني و14% للثالث».
//!
//! ```text
//! shares = (share "ل" who) joined … | (who "على" share) joined …        three or more in one sentence, all in one shape
//! ```
//!
//! Shares below a hundred leave room for those not named, and far above it answers were counted more than once.

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::{Check, Match, Text};
use crate::claim::Claim;
use crate::lang::arabic::Proclitics;
use crate::lang::lexicon::cue::Cue;
use crate::quantity::number::Number;
use crate::quantity::value::{Hedge, Kind};
use crate::text::span::Span;

/// Finds shares that add up to more than everything.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shares {
    /// Words, folded, that stand right before the share that someone took: "won".
    takes: Vec<String>,
    /// Verbs, folded, of taking a share, before the one who took it: «نال الأول 52%», «حصل الأول على 52%».
    wins: Vec<String>,
}

/// Tokens between one share and the next.
const GAP: usize = 9;

/// Tokens between a verb of taking and its share, and between the shares that follow it.
const VERB: usize = 7;

/// Above this, in hundredths, more than one answer was allowed.
const MOST: i128 = 130;

/// What says whose share it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// «48% للأول», "48% for".
    For,
    /// «حصل على 48%», "won 48%".
    Took,
    /// «حصل الأول على 52%»: the verb stands before the one who took it.
    Won,
    /// The word that took the first stands no more: "the second 41%".
    Plain,
}

impl Check for Shares {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        article
            .claims_by_sentence()
            .filter_map(|claims| self.sentence(article, claims))
            .collect()
    }
}

impl Shares {
    fn sentence(&self, article: &Analysis<'_>, claims: &[Claim]) -> Option<Match> {
        let shares: Vec<_> = claims.iter().filter(|claim| is_share(claim)).collect();
        let dated = claims
            .iter()
            .any(|claim| matches!(claim.quantity.kind, Kind::Date | Kind::Duration));
        let shape = self.shape(article, shares.first()?);
        if shares.len() < 3 || dated || shape == Shape::Plain {
            return None;
        }
        let linked = shares.windows(2).all(|two| {
            let [one, other] = two else { return false };
            let next = self.shape(article, other);
            joins(article, one, other)
                && (next == shape
                    || shape == Shape::Took && next == Shape::Plain
                    || shape == Shape::Won && follows(article, one, other))
        });
        let start = shares.first()?.quantity.tokens.start;
        let changes = article
            .tokens
            .cues_in(start.saturating_sub(GAP)..shares.last()?.quantity.tokens.end)
            .any(|(_, hit)| matches!(hit.cue, Cue::Rise | Cue::Fall | Cue::Compared | Cue::PartOf));
        (linked && !changes).then(|| finding(&shares)).flatten()
    }

    /// Whether a verb of taking stands before the one who took a share.
    fn has_won(&self, article: &Analysis<'_>, start: usize) -> bool {
        let sentence = article
            .tokens
            .sentences
            .get(article.tokens.sentence_of(start));
        let first = sentence.map_or(start, |sentence| sentence.tokens.start);
        (start.saturating_sub(VERB).max(first)..start).any(|at| {
            self.wins
                .iter()
                .any(|verb| verb == article.tokens.folded(at))
        })
    }

    fn shape(&self, article: &Analysis<'_>, claim: &Claim) -> Shape {
        let own = &claim.quantity.tokens;
        let behind = article.tokens.folded(own.end);
        let readings = article.tokens.readings(own.end);
        let hung = behind.starts_with("لل")
            || readings
                .iter()
                .any(|reading| reading.proclitics.contains(Proclitics::LA));
        let before = own
            .start
            .checked_sub(1)
            .map_or("", |at| article.tokens.folded(at));
        if hung || behind == "for" {
            Shape::For
        } else if self.takes.iter().any(|word| word == before) {
            Shape::Took
        } else if self.has_won(article, own.start) {
            Shape::Won
        } else {
            Shape::Plain
        }
    }
}

/// Whether a claim is one exact percentage.
fn is_share(claim: &Claim) -> bool {
    claim.quantity.kind == Kind::Percent
        && claim.quantity.unit == Some("percent")
        && claim.quantity.hedge == Hedge::Exact
        && claim
            .quantity
            .value
            .amount()
            .is_some_and(|amount| amount.written.is_some())
}

/// Whether a share goes to the next of those who took one: «والثاني على 38%», where the first was «على» too, and names what it is of no more.
fn follows(article: &Analysis<'_>, one: &Claim, other: &Claim) -> bool {
    let tokens = &article.tokens;
    let on = |claim: &Claim| {
        let before = claim.quantity.tokens.start.checked_sub(1);
        before.is_some_and(|at| tokens.folded(at) == "علي")
    };
    let gap = one.quantity.tokens.end..other.quantity.tokens.start;
    let words = gap.clone().filter(|at| tokens.word(*at).content).count();
    let foreign = gap.clone().any(|at| {
        let word = tokens.folded(at);
        word.contains("نسب") || matches!(word, "وعلي" | "في" | "عن")
    });
    gap.len() <= VERB && words > 0 && !foreign && on(one) == on(other)
}

/// Whether two shares are members of one list.
fn joins(article: &Analysis<'_>, one: &Claim, other: &Claim) -> bool {
    let gap = one.quantity.tokens.end..other.quantity.tokens.start + 1;
    let joint = gap.clone().any(|at| {
        let word = article.tokens.folded(at);
        matches!(word, "،" | "," | "and") || word.starts_with('و')
    });
    gap.len() <= GAP + 1 && joint
}

fn finding(shares: &[&Claim]) -> Option<Match> {
    let amounts = shares
        .iter()
        .map(|share| share.quantity.value.amount()?.written);
    let amounts: Vec<Number> = amounts.collect::<Option<_>>()?;
    let sum = amounts
        .iter()
        .try_fold(Number::ZERO, |sum, amount| sum.checked_add(*amount))?;
    let half = Number::fraction(1, 2)?;
    let slack = shares
        .iter()
        .map(|share| share.quantity.grain.min(Number::ONE) * half)
        .try_fold(Number::ZERO, Number::checked_add)?;
    let whole = Number::whole(100);
    let wrong = sum > whole + slack && sum <= Number::whole(MOST);
    let place = shares.iter().map(|share| share.span).reduce(Span::to)?;
    let addends: Vec<_> = amounts.iter().map(ToString::to_string).collect();
    wrong.then(|| {
        Match::at(place, 78)
            .quote("shares", place)
            .value("addends", Text::Plain(addends.join(" + ")))
            .value("sum", Text::Plain(sum.to_string()))
    })
}
