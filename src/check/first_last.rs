//! A first or a last that another mention belies: «الجولة الرابعة والأخيرة … الجولة الخامسة», «الأولى منذ 2011 … آخر زيارة عام 2018».

mod phrase;
mod since;

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::first_last::phrase::Phrase;
use crate::check::{Check, Match};
use crate::claim::Claim;
use crate::quantity::value::{Assertion, Kind};
use crate::token::vocabulary::Concept;

/// Compares firsts and lasts with the other mentions of their like.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FirstLast {}

impl Check for FirstLast {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        let mut found = successors(article);
        found.extend(since::find(article));
        found.sort_by_key(|one| one.places.first().map(|place| place.span));
        found
    }
}

/// A member of a series with its number.
struct Member<'a> {
    claim: &'a Claim,
    phrase: Phrase,
    number: i128,
}

/// Members said to be the last, with one of a higher number.
fn successors(article: &Analysis<'_>) -> Vec<Match> {
    let mut series: BTreeMap<Concept, Vec<Member<'_>>> = BTreeMap::new();
    for claim in &article.claims {
        if let Some(member) = member(article, claim) {
            series.entry(member.phrase.head).or_default().push(member);
        }
    }
    let mut found = Vec::new();
    for members in series.values() {
        let last = |member: &&Member<'_>| member.claim.quantity.assertion == Some(Assertion::Last);
        let highest = members.iter().max_by_key(|member| member.number);
        for member in members.iter().filter(last) {
            let higher = highest.filter(|other| other.number > member.number);
            found.extend(higher.and_then(|other| conflict(article, member, other)));
        }
    }
    found
}

fn member<'a>(article: &Analysis<'_>, claim: &'a Claim) -> Option<Member<'a>> {
    let quantity = &claim.quantity;
    if quantity.kind != Kind::Ordinal {
        return None;
    }
    let number = quantity.value.amount()?.written?.to_whole()?;
    let phrase = Phrase::of_member(article, quantity.tokens.clone())?;
    Some(Member {
        claim,
        phrase,
        number,
    })
}

/// The fault, unless the two belong to different things or years.
fn conflict(article: &Analysis<'_>, last: &Member<'_>, other: &Member<'_>) -> Option<Match> {
    let (one, two) = (&last.phrase.scope, &other.phrase.scope);
    let equal = one == two && !one.is_empty();
    let bare = one.is_empty() || two.is_empty();
    if !(equal || bare) || other_years(article, last.claim, other.claim) {
        return None;
    }
    let quoted = last.claim.quoted || other.claim.quoted;
    let sure = match (equal, quoted) {
        (true, false) => 86,
        (true, true) => 70,
        (false, false) => 65,
        (false, true) => 52,
    };
    let span = |member: &Member<'_>| {
        let noun = article
            .tokens
            .span(&(member.phrase.noun..member.phrase.noun + 1));
        noun.to(member.claim.span)
    };
    let (here, there) = (span(last), span(other));
    Some(
        Match::at(here, sure)
            .related(there)
            .quote("claim", here)
            .quote("other", there),
    )
}

/// Whether the sentences name different years.
fn other_years(article: &Analysis<'_>, one: &Claim, other: &Claim) -> bool {
    let years = |claim: &Claim| -> Vec<i32> {
        let first = article
            .claims
            .partition_point(|before| before.sentence < claim.sentence);
        let here = article.claims[first..]
            .iter()
            .take_while(|here| here.sentence == claim.sentence);
        let dates = here.flat_map(|here| here.quantity.dates());
        dates.filter_map(|(date, _)| date.year).collect()
    };
    let (one, other) = (years(one), years(other));
    !one.is_empty() && !other.is_empty() && !one.iter().any(|year| other.contains(year))
}
