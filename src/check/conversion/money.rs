//! Money and its worth in another currency: against a fixed rate, and two worths of one article against each other.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::conversion::{Pair, apart, pairs, rounded, unit_text, written};
use crate::check::{Check, Match, Text};
use crate::claim::Claim;
use crate::lang::lexicon::cue::Cue;
use crate::lang::lexicon::unit::UnitId;
use crate::quantity::number::Number;
use crate::quantity::value::Kind;

/// Compares what amounts are said to be worth.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exchange {}

/// Hundredths from which an amount is not a rounding of its worth.
const ROUNDING: i128 = 10;

/// Hundredths from which two rates of one article are told loudly.
const FAR: i128 = 25;

impl Check for Exchange {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        let mut rates: BTreeMap<(UnitId, UnitId), Vec<(Number, Pair<'_>)>> = BTreeMap::new();
        let mut found = Vec::new();
        for pair in pairs(article) {
            let Some((from, to, one, other)) = money(article, &pair) else {
                continue;
            };
            if let Some(rate) = fixed(article, from, to) {
                found.extend(against_peg(&pair, rate, one, other));
            } else if let Some(rate) = rate(from, to, one, other) {
                let known = rates.entry((from.min(to), from.max(to))).or_default();
                known.push((rate, pair));
            }
        }
        found.extend(rates.values().filter_map(|known| drift(article, known)));
        found.sort_by_key(|one| one.places.first().map(|place| place.span));
        found
    }
}

/// The currencies and amounts of a pair.
fn money(article: &Analysis<'_>, pair: &Pair<'_>) -> Option<(UnitId, UnitId, Number, Number)> {
    let (one, other) = (written(pair.first)?, written(pair.second)?);
    let (from, to) = (
        currency(article, pair.first)?,
        currency(article, pair.second)?,
    );
    (from != to).then_some((from, to, one, other))
}

/// The currency of an amount; a word that several countries share («ريال») is the one that the article names elsewhere, «دولار» else that of the
/// United States.
fn currency(article: &Analysis<'_>, claim: &Claim) -> Option<UnitId> {
    if claim.quantity.kind != Kind::Money {
        return None;
    }
    let units = &article.lexicon.units;
    let own = units.measuring(claim.quantity.unit?, "money")?;
    let named = article.claims.iter().filter_map(|other| {
        let unit = units.measuring(other.quantity.unit?, "money")?;
        (units.get(unit).generic == Some(own)).then_some(unit)
    });
    let mut named: Vec<_> = named.collect();
    named.sort_unstable();
    named.dedup();
    match named.as_slice() {
        [one] => Some(*one),
        [] if units.get(own).id == "dollar" => units.measuring("usd", "money"),
        [] => Some(own),
        _ => None,
    }
}

fn against_peg(pair: &Pair<'_>, rate: Number, one: Number, other: Number) -> Option<Match> {
    let right = one.checked_mul(rate)?;
    let gap = apart(right, other)?;
    if gap <= ROUNDING {
        return None;
    }
    let found = Match::at(pair.second.quantity.span, if gap > FAR { 80 } else { 62 })
        .related(pair.first.quantity.span)
        .quote("first", pair.first.quantity.span)
        .quote("second", pair.second.quantity.span)
        .value("right", Text::Plain(rounded(right).to_string()))
        .value("rate", Text::Plain(rate.to_string()));
    Some(match unit_text(pair.second) {
        Some(unit) => found.quote("unit", unit),
        None => found.value("unit", Text::Plain(String::new())),
    })
}

/// How many of `to` one of `from` is, where both are fixed to one anchor or to each other.
fn fixed(article: &Analysis<'_>, from: UnitId, to: UnitId) -> Option<Number> {
    let id = |unit| article.lexicon.units.get(unit).id;
    let per_anchor = |currency: &'static str| match article.lexicon.pegs.of(currency) {
        Some((anchor, rate)) => Number::parse(rate).map(|rate| (anchor, rate)),
        None => Some((currency, Number::ONE)),
    };
    let ((one, one_rate), (other, other_rate)) = (per_anchor(id(from))?, per_anchor(id(to))?);
    (one == other)
        .then(|| other_rate.checked_div(one_rate))
        .flatten()
}

/// How many of the lower currency one of the higher is, whichever stands first.
fn rate(from: UnitId, to: UnitId, one: Number, other: Number) -> Option<Number> {
    if from < to {
        other.checked_div(one)
    } else {
        one.checked_div(other)
    }
}

/// The first pair whose rate is not that of the first.
fn drift(article: &Analysis<'_>, known: &[(Number, Pair<'_>)]) -> Option<Match> {
    let (first, rest) = known.split_first()?;
    let (rate, pair) = rest
        .iter()
        .find(|(rate, _)| apart(*rate, first.0).is_some_and(|gap| gap > ROUNDING))?;
    if is_of_another_time(article, &first.1) || is_of_another_time(article, pair) {
        return None;
    }
    let gap = apart(*rate, first.0)?;
    let whole = |pair: &Pair<'_>| pair.first.quantity.span.to(pair.second.quantity.span);
    Some(
        Match::at(whole(pair), if gap > FAR { 66 } else { 50 })
            .case("two-rates")
            .related(whole(&first.1))
            .quote("first", whole(&first.1))
            .quote("second", whole(pair))
            .value("gap", Text::Plain(gap.to_string())),
    )
}

/// Whether the sentence tells of another time, when the rate was another.
fn is_of_another_time(article: &Analysis<'_>, pair: &Pair<'_>) -> bool {
    let sentence = pair.first.sentence;
    let dated = |claim: &Claim| claim.sentence == sentence && claim.quantity.kind == Kind::Date;
    let tokens = article.tokens.sentences.get(sentence);
    article.claims.iter().any(dated)
        || tokens.is_some_and(|sentence| {
            let mut cues = article.tokens.cues_in(sentence.tokens.clone());
            cues.any(|(_, hit)| {
                matches!(
                    hit.cue,
                    Cue::Earlier | Cue::Compared | Cue::Rise | Cue::Fall
                )
            })
        })
}
