//! Amounts that a percentage may relate, each with the rounding that its writing hides.

use std::ops::Range;

use crate::analysis::Analysis;
use crate::check::rounding;
use crate::claim::Claim;
use crate::quantity::interval;
use crate::quantity::number::Number;
use crate::quantity::value::{Hedge, Kind};
use crate::text::span::Span;
use crate::token::vocabulary::Concept;

/// How many times one amount may be another one that it is set beside: a price a share is no profit.
const FAR: i128 = 50;

/// An amount of an article.
#[derive(Clone, Debug)]
pub(super) struct Figure {
    /// Its place, unit or noun included.
    pub(super) span: Span,
    /// The tokens of the claim, hedge included.
    pub(super) tokens: Range<usize>,
    /// As written.
    pub(super) value: Number,
    /// How far the truth may lie from it.
    pub(super) slack: Number,
    kind: Kind,
    unit: Option<&'static str>,
    generic: Option<&'static str>,
    counted: Option<Concept>,
}

/// The amount of a claim, where it is one number that can grow, shrink or be a part.
pub(super) fn single(article: &Analysis<'_>, claim: &Claim) -> Option<Figure> {
    let value = claim.quantity.value.amount()?.written?;
    figure(article, claim, value, claim.quantity.grain)
}

/// Both ends of a claim that is a range («من 40 إلى 60 مليونا»), in the order written.
pub(super) fn ends(article: &Analysis<'_>, claim: &Claim) -> Option<(Figure, Figure)> {
    let amount = claim.quantity.value.amount()?;
    if amount.written.is_some() || claim.quantity.hedge != Hedge::Exact {
        return None;
    }
    let end = |value| figure(article, claim, value, interval::grain(value));
    let (low, high) = (end(amount.low?)?, end(amount.high?)?);
    low.is_like(&high).then_some((low, high))
}

fn figure(article: &Analysis<'_>, claim: &Claim, value: Number, grain: Number) -> Option<Figure> {
    let kind = claim.quantity.kind;
    let fits = matches!(
        kind,
        Kind::Count | Kind::Number | Kind::Money | Kind::Measure
    ) || claim.quantity.unit == Some("basis-point");
    if !fits
        || is_year(claim, value)
        || is_half_read(article, claim)
        || value <= Number::ZERO
        || claim.quantity.hedge == Hedge::Vague
    {
        return None;
    }
    let place = rounding::last_place(article, &claim.quantity, value);
    let slack = slack(value, grain, place, claim.quantity.hedge)?;
    let counted = claim.counted.as_ref();
    Some(Figure {
        span: claim.span,
        tokens: claim.quantity.tokens.start..end_of(claim),
        value,
        slack,
        kind,
        unit: claim.quantity.unit,
        generic: generic(article, claim),
        counted: counted.map(|counted| article.tokens.word(counted.head).concept),
    })
}

/// Half of what the last place says, at most a hundredth: no reader takes 1,000 for 700. A round figure under a hedge may be a twenty-fifth away.
fn slack(value: Number, grain: Number, place: Number, hedge: Hedge) -> Option<Number> {
    let half = Number::fraction(1, 2)?;
    let hundredth = value.checked_div(Number::whole(100))?;
    let fine = value.checked_div(place)? >= Number::whole(100);
    Some(match hedge {
        Hedge::Exact => (place * half).min(hundredth),
        _ if fine => (grain * half).min(hundredth),
        _ => (grain * half).min(value.checked_div(Number::whole(25))?),
    })
}

/// The unit that the unit of a claim is a kind of: a Saudi riyal is a riyal.
fn generic(article: &Analysis<'_>, claim: &Claim) -> Option<&'static str> {
    let units = &article.lexicon.units;
    let money = claim.quantity.kind == Kind::Money;
    let own = claim.quantity.unit.filter(|_| money)?;
    let generic = units.get(units.measuring(own, "money")?).generic?;
    Some(units.get(generic).id)
}

/// Whether a bare number can be a year («مقارنة بعام 2014» where the year is not read as a date), or two of them («2015/2016»).
fn is_year(claim: &Claim, value: Number) -> bool {
    let years = Number::whole(1900)..Number::whole(2100);
    let spanned = || value.to_string().contains('/');
    let plain = matches!(claim.quantity.kind, Kind::Number | Kind::Count);
    plain && (years.contains(&value) && value.is_whole() || !value.is_whole() && spanned())
}

/// Whether an amount is only one end of what is written: «مليون و(142) ألف مشتغل».
fn is_half_read(article: &Analysis<'_>, claim: &Claim) -> bool {
    let word = |at: usize| article.tokens.folded(at);
    let own = &claim.quantity.tokens;
    let scale = |at: usize| article.reader().is_scale(at);
    let head = own.end.checked_sub(1).is_some_and(scale);
    let goes_on = head && word(own.end) == "و" && word(own.end + 1) == "(";
    let joint = (own.start.saturating_sub(2)..=own.start).find(|at| word(*at) == "و");
    let led = joint.and_then(|at| at.checked_sub(1)).is_some_and(scale);
    goes_on || led
}

/// The token behind a claim and what it counts.
pub(super) fn end_of(claim: &Claim) -> usize {
    let behind = claim
        .counted
        .as_ref()
        .map_or(0, |counted| counted.tokens.end);
    claim.quantity.tokens.end.max(behind)
}

impl Figure {
    /// Whether the two are amounts of one unit and of one order; one may leave its unit out.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let far = Number::whole(FAR);
        if self.value > other.value * far || other.value > self.value * far {
            return false;
        }
        match (self.unit, other.unit) {
            (Some(one), Some(two)) => {
                one == two || self.generic == Some(two) || other.generic == Some(one)
            }
            (Some(_), None) => other.kind == Kind::Number,
            (None, Some(_)) => self.kind == Kind::Number,
            (None, None) => {
                self.counted == other.counted || self.counted.is_none() || other.counted.is_none()
            }
        }
    }

    /// Whether both say a unit, or both count one thing.
    pub(super) fn is_plainly_like(&self, other: &Self) -> bool {
        let told = self.unit.is_some() && other.unit.is_some()
            || self.counted.is_some() && self.counted == other.counted;
        told && self.is_like(other)
    }

    /// The least and the most that it can be.
    pub(super) fn bounds(&self) -> (Number, Number) {
        (self.value - self.slack, self.value + self.slack)
    }
}
