//! A measure and its conversion that are two measures: «100 قدم (20 مترا)».

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::conversion::{Pair, apart, pairs, rounded, unit_text, written};
use crate::check::{Check, Match, Text};
use crate::lang::lexicon::unit::Size;
use crate::quantity::number::Number;

/// Converts a measure and compares it with the one beside it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conversion {}

/// What is converted; times, energies and data have readings of their own («سعرة», "3 days (72 hours of work)").
const DIMENSIONS: &[&str] = &["length", "area", "mass", "volume", "speed"];

/// Hundredths from which two measures are no rounding of each other.
const ROUNDING: i128 = 10;

/// Hundredths from which they cannot be one measure.
const WRONG: i128 = 25;

impl Check for Conversion {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        pairs(article)
            .iter()
            .filter_map(|pair| check(article, pair))
            .collect()
    }
}

fn check(article: &Analysis<'_>, pair: &Pair<'_>) -> Option<Match> {
    let (one, other) = (written(pair.first)?, written(pair.second)?);
    let (from, to) = (pair.first.quantity.unit?, pair.second.quantity.unit?);
    let sizes = [size(article, from), size(article, to)];
    if from == to || sizes.contains(&Size::Local) {
        return None;
    }
    let right = if from == "fahrenheit" || from == "celsius" {
        let right = temperature(from, to, one)?;
        let near = [Some(right), degrees(from, one)].into_iter().flatten();
        let close = |value: Number| {
            let gap = value.checked_sub(other).map(Number::abs);
            gap.is_none_or(|gap| gap <= Number::whole(2))
        };
        if near.into_iter().any(close) {
            return None;
        }
        right
    } else {
        factor(article, from, to)?.checked_mul(one)?
    };
    let gap = apart(right, other)?;
    let step = if other.is_whole() && other < Number::whole(20) {
        Number::fraction(1, 2)?
    } else {
        Number::ZERO
    };
    let loose = sizes.contains(&Size::Twofold);
    let rounding = right.checked_sub(other)?.abs() <= step;
    if rounding || gap <= ROUNDING || loose && gap <= WRONG {
        return None;
    }
    let sure = if gap > WRONG { 92 } else { 55 };
    Some(report(pair, right, sure))
}

fn report(pair: &Pair<'_>, right: Number, sure: u8) -> Match {
    let sure = if pair.first.quoted {
        sure.min(70)
    } else {
        sure
    };
    let found = Match::at(pair.second.quantity.span, sure)
        .related(pair.first.quantity.span)
        .quote("first", pair.first.quantity.span)
        .quote("second", pair.second.quantity.span)
        .value("right", Text::Plain(rounded(right).to_string()));
    match unit_text(pair.second) {
        Some(unit) => found.quote("unit", unit),
        None => found.value("unit", Text::Plain(String::new())),
    }
}

/// How far the size of a unit that can be converted is settled.
fn size(article: &Analysis<'_>, id: &str) -> Size {
    let units = &article.lexicon.units;
    let mut dimensions = DIMENSIONS.iter();
    let unit = dimensions.find_map(|dimension| units.measuring(id, dimension));
    unit.map_or(Size::Fixed, |unit| units.get(unit).size)
}

/// How many of `to` one of `from` is.
fn factor(article: &Analysis<'_>, from: &str, to: &str) -> Option<Number> {
    let units = &article.lexicon.units;
    let size = |id: &str| {
        let dimension = |dimension: &&&str| units.measuring(id, dimension).is_some();
        let dimension = DIMENSIONS.iter().find(dimension)?;
        let (numerator, denominator) = units.get(units.measuring(id, dimension)?).factor?;
        Some((*dimension, Number::fraction(numerator, denominator)?))
    };
    let ((one, size_one), (other, size_other)) = (size(from)?, size(to)?);
    (one == other)
        .then(|| size_one.checked_div(size_other))
        .flatten()
}

/// A temperature on the other scale.
fn temperature(from: &str, to: &str, value: Number) -> Option<Number> {
    let (nine, five, zero) = (Number::whole(9), Number::whole(5), Number::whole(32));
    match (from, to) {
        ("fahrenheit", "celsius") => degrees(from, value.checked_sub(zero)?),
        ("celsius", "fahrenheit") => value
            .checked_mul(nine)?
            .checked_div(five)?
            .checked_add(zero),
        _ => None,
    }
}

/// A span of degrees, which has no zero: "fell by 9 °F (5 °C)".
fn degrees(from: &str, value: Number) -> Option<Number> {
    let (nine, five) = (Number::whole(9), Number::whole(5));
    let (up, down) = if from == "fahrenheit" {
        (five, nine)
    } else {
        (nine, five)
    };
    value.checked_mul(up)?.checked_div(down)
}
