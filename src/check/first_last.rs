//! A first or a last that another mention belies: «الجولة الرابعة والأخيرة … الجولة الخامسة», «الأولى منذ 2011 … آخر زيارة عام 2018».

mod since;

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::series::{Member, other_years, series};
use crate::check::{Check, Match};
use crate::quantity::value::Assertion;

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

/// Members said to be the last, with one of a higher number.
fn successors(article: &Analysis<'_>) -> Vec<Match> {
    let mut found = Vec::new();
    for members in series(article).values() {
        let last = |member: &&Member<'_>| member.claim.quantity.assertion == Some(Assertion::Last);
        let highest = members.iter().max_by_key(|member| member.number);
        for member in members.iter().filter(last) {
            let higher = highest.filter(|other| other.number > member.number);
            found.extend(higher.and_then(|other| conflict(article, member, other)));
        }
    }
    found
}

/// The fault, unless the two belong to different things or years.
fn conflict(article: &Analysis<'_>, last: &Member<'_>, other: &Member<'_>) -> Option<Match> {
    let (one, two) = (&last.phrase.scope, &other.phrase.scope);
    let equal = one.first() == two.first() && !one.is_empty();
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
    let (here, there) = (last.span(article), other.span(article));
    Some(
        Match::at(here, sure)
            .related(there)
            .quote("claim", here)
            .quote("other", there),
    )
}
