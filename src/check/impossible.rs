//! Values that cannot be: "between 60 and 40", a fall of 120 %, "150% of the voters", «الساعة 25:30», «-5 قتلى».

mod clock;
mod negative;

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::impossible::clock::Clock;
use crate::check::percentage::beside;
use crate::check::{Check, Match};
use crate::claim::Claim;
use crate::lang::lexicon::cue::Cue;
use crate::lang::lexicon::noun::ClassId;
use crate::quantity::number::Number;
use crate::quantity::value::{Hedge, Kind};

/// Finds values that cannot be.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Impossible {
    /// Words, folded, before a range whose lower end comes first: «بين», "between".
    between: Vec<String>,
    /// What tells a time of day.
    clock: Clock,
}

/// The most years that anyone has lived, and some.
const OLDEST: i128 = 125;

impl Check for Impossible {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        let mut found: Vec<_> = article
            .claims
            .iter()
            .filter_map(|claim| {
                fall(article, claim)
                    .or_else(|| share(article, claim))
                    .or_else(|| age(article, claim))
                    .or_else(|| negative::find(article, claim))
                    .or_else(|| self.inverted(article, claim))
            })
            .collect();
        found.extend(self.clock.find(article));
        found.sort_by_key(|one| one.places.first().map(|place| place.span.start));
        found
    }
}

impl Impossible {
    /// «بين 60 و40 ألفا».
    fn inverted(&self, article: &Analysis<'_>, claim: &Claim) -> Option<Match> {
        let amount = claim.quantity.value.amount()?;
        if amount.written.is_some() {
            return None;
        }
        let (low, high) = (amount.low?, amount.high?);
        let told = claim.counted.is_some() || claim.quantity.unit.is_some();
        let own = &claim.quantity.tokens;
        let opened = (own.start..own.start + 2).any(|at| {
            self.between
                .iter()
                .any(|word| word == article.tokens.folded(at))
        });
        let downwards = own
            .clone()
            .any(|at| matches!(article.tokens.folded(at), "الي" | "to" | "-" | "–"));
        let inverted = !downwards && low > high && high > Number::ZERO;
        (inverted && told && opened).then(|| {
            Match::at(claim.span, 80)
                .case("range")
                .quote("value", claim.span)
        })
    }
}

/// A percentage above a hundred.
fn above_hundred(claim: &Claim) -> bool {
    let percent = claim.quantity.kind == Kind::Percent && claim.quantity.unit == Some("percent");
    let bounded = matches!(
        claim.quantity.hedge,
        Hedge::Exact | Hedge::About | Hedge::MoreThan | Hedge::AtLeast
    );
    let written = claim
        .quantity
        .value
        .amount()
        .and_then(|amount| amount.written);
    percent && bounded && written.is_some_and(|written| written > Number::whole(100))
}

/// «تراجعت الإصابات 120%».
fn fall(article: &Analysis<'_>, claim: &Claim) -> Option<Match> {
    if !above_hundred(claim) {
        return None;
    }
    let own = &claim.quantity.tokens;
    let near = own.start.saturating_sub(6)..own.start + 1;
    let told = article
        .tokens
        .cues_in(near.clone())
        .any(|(_, hit)| hit.cue == Cue::Fall);
    let other = article.tokens.cues_in(near).any(|(_, hit)| {
        matches!(
            hit.cue,
            Cue::Rise | Cue::Compared | Cue::Contrast | Cue::Negation | Cue::ThatIs
        )
    });
    let of = matches!(article.tokens.folded(own.end), "من" | "of" | "الي" | "to");
    let falls = beside::directions(article, own) == (false, true);
    (told && falls && !other && !of).then(|| {
        Match::at(claim.span, 78)
            .case("fall")
            .quote("value", claim.span)
    })
}

/// «150% من الناخبين»: of people there are no more than all.
fn share(article: &Analysis<'_>, claim: &Claim) -> Option<Match> {
    if !above_hundred(claim) {
        return None;
    }
    let own = &claim.quantity.tokens;
    let (rise, fall) = beside::directions(article, own);
    let of = matches!(article.tokens.folded(own.end), "من" | "of");
    let noun = own.end + 1 + usize::from(article.tokens.folded(own.end + 1) == "the");
    let people = article
        .tokens
        .list
        .get(noun)
        .and_then(|_| {
            article
                .tokens
                .readings(noun)
                .iter()
                .find_map(|reading| article.lexicon.nouns.get(reading.lex).first()?.class)
        })
        .is_some_and(|class| is_person(article, class));
    (of && people && !rise && !fall).then(|| {
        Match::at(claim.span, 78)
            .case("share")
            .quote("value", claim.span)
    })
}

/// «رجل عمره 250 عاما».
fn age(article: &Analysis<'_>, claim: &Claim) -> Option<Match> {
    let years = claim.quantity.kind == Kind::Age && claim.quantity.unit == Some("year");
    let written = claim.quantity.value.amount().filter(|_| years)?.written?;
    let start = claim.quantity.tokens.start;
    let person = || {
        (start.saturating_sub(3)..start).any(|at| {
            let readings = article.tokens.readings(at).iter();
            readings
                .filter_map(|reading| article.lexicon.nouns.get(reading.lex).first()?.class)
                .any(|class| is_person(article, class))
        })
    };
    (written > Number::whole(OLDEST) && person()).then(|| {
        Match::at(claim.span, 78)
            .case("age")
            .quote("value", claim.span)
    })
}

fn is_person(article: &Analysis<'_>, class: ClassId) -> bool {
    let nouns = &article.lexicon.nouns;
    nouns
        .class("person")
        .is_some_and(|person| nouns.is_a(class, person))
}
