//! One person of two ages: «سعيد الحربي (34 عاما) … سعيد الحربي، 36 عاما», "Haines, 34, … was born in 1979".
//!
//! ```text
//! age    = name "(" age ")" | name "," age "," | name «البالغ من العمر» age | age name        what stands directly beside the name
//! birth  = name born year | born name year | age born year
//! ```
//!
//! Mentions are one person's where the shorter name is part of the longer and begins alike; where all that they share is one name, no other
//! person of the article may bear it, and the finding is told softly. Ages of another time («كان عمره», "in 2005, aged 34") are left alone.

mod bearer;

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::{Check, Match, Text};
use crate::claim::Claim;
use crate::lang::lexicon::cue::Cue;
use crate::quantity::value::{Calendar, Hedge, Kind};
use crate::text::span::Span;

use bearer::Bearer;

/// Finds one person of two ages.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgeConflict {}

/// What a mention says of someone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fact {
    /// So old on the article's day.
    Age(i32),
    /// Born in the year.
    Birth(i32),
}

/// Someone with an age or a year of birth.
struct Mention {
    bearer: Bearer,
    fact: Fact,
    /// The name and the age.
    span: Span,
    quoted: bool,
}

impl Check for AgeConflict {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        let mentions = mentions(article);
        let mut told = vec![false; mentions.len()];
        let mut found = Vec::new();
        for (at, later) in mentions.iter().enumerate() {
            let same = |earlier: &&(usize, &Mention)| !told[earlier.0];
            let pair = mentions[..at]
                .iter()
                .enumerate()
                .filter(|earlier| same(&earlier))
                .find_map(|(index, earlier)| {
                    Some((index, earlier, weigh(article, &mentions, earlier, later)?))
                });
            if let Some((index, earlier, sure)) = pair {
                told[index] = true;
                told[at] = true;
                found.push(tell(article, earlier, later, sure));
            }
        }
        found
    }
}

/// Everyone whose age or year of birth stands beside the name, in order of place.
fn mentions(article: &Analysis<'_>) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    for claim in &article.claims {
        let mention = match claim.quantity.kind {
            Kind::Age | Kind::Duration => of_age(article, claim),
            Kind::Date => of_birth(article, claim, found.last()),
            _ => None,
        };
        found.extend(mention.filter(|_| !is_of_another_time(article, claim)));
    }
    found
}

fn of_age(article: &Analysis<'_>, claim: &Claim) -> Option<Mention> {
    let quantity = &claim.quantity;
    let exact = quantity.hedge == Hedge::Exact && quantity.parts.is_empty();
    if !exact || quantity.unit != Some("year") {
        return None;
    }
    let years = quantity.value.amount()?.written?.to_whole()?;
    let years = i32::try_from(years)
        .ok()
        .filter(|years| (1..120).contains(years))?;
    let bearer = bearer::of_age(article, claim)?;
    Some(mention(article, claim, bearer, Fact::Age(years)))
}

fn of_birth(article: &Analysis<'_>, claim: &Claim, before: Option<&Mention>) -> Option<Mention> {
    let date = claim.quantity.value.date()?;
    let civil = date.calendar == Calendar::Gregorian && claim.quantity.hedge == Hedge::Exact;
    let year = date
        .year
        .filter(|year| civil && (1880..2200).contains(year))?;
    let bearer = bearer::of_birth(article, claim, |at| {
        let before = before.filter(|before| before.span.end == article.tokens.list[at].span.end);
        before.map(|before| before.bearer.clone())
    })?;
    Some(mention(article, claim, bearer, Fact::Birth(year)))
}

fn mention(article: &Analysis<'_>, claim: &Claim, bearer: Bearer, fact: Fact) -> Mention {
    let name = article.tokens.span(&bearer.name);
    let own = claim.quantity.span;
    Mention {
        span: if name.start < own.start {
            name.to(own)
        } else {
            own.to(name)
        },
        bearer,
        fact,
        quoted: claim.quoted,
    }
}

/// Whether the sentence tells of a time when the age was another: a year gone by, «العام الماضي», «عندما كان».
fn is_of_another_time(article: &Analysis<'_>, claim: &Claim) -> bool {
    let Some(sentence) = article.tokens.sentences.get(claim.sentence) else {
        return true;
    };
    let now = article.date.map(|date| i32::from(date.year()));
    let from = article
        .claims
        .partition_point(|other| other.sentence < claim.sentence);
    let here = article.claims[from..]
        .iter()
        .take_while(|other| other.sentence == claim.sentence)
        .filter(|other| other.span != claim.span && other.quantity.kind == Kind::Date)
        .filter(|other| !bearer::is_birth(article, other));
    let gone = |other: &Claim| {
        let mut years = other.quantity.dates().filter_map(|(date, _)| date.year);
        years.any(|year| Some(year) != now)
    };
    let mut cues = article.tokens.cues_in(sentence.tokens.clone());
    let dated = claim.quantity.kind != Kind::Date && here.into_iter().any(gone);
    dated || cues.any(|(_, hit)| matches!(hit.cue, Cue::Earlier | Cue::Anniversary))
}

/// How sure it is that two mentions tell of one person what cannot be.
fn weigh(
    article: &Analysis<'_>,
    mentions: &[Mention],
    one: &Mention,
    other: &Mention,
) -> Option<u8> {
    let gap = match (one.fact, other.fact) {
        (Fact::Age(one), Fact::Age(other)) | (Fact::Birth(one), Fact::Birth(other)) => {
            (one - other).abs()
        }
        (Fact::Age(age), Fact::Birth(year)) | (Fact::Birth(year), Fact::Age(age)) => {
            let now = i32::from(article.date?.year());
            // The birthday may be still to come, and copy is a year late now and then.
            ((now - year) - age).abs() - 1
        }
    };
    if gap <= 0 {
        return None;
    }
    let shared = one.bearer.shares(&other.bearer)?;
    let name = shared.single();
    let alone = name.is_none_or(|name| {
        let bearers = mentions.iter().map(|mention| &mention.bearer);
        let mut full = bearers.filter(|bearer| bearer.keys.len() > 1 && bearer.has(name));
        let first = full.next();
        full.all(|bearer| first.is_some_and(|first| first.shares(bearer).is_some()))
    });
    let sure = match (name, gap) {
        _ if !alone => return None,
        (None, 1) => 56,
        (None, _) => 80,
        (Some(_), 1) => 44,
        (Some(_), _) => 50,
    };
    Some(if one.quoted || other.quoted {
        sure.min(54)
    } else {
        sure
    })
}

fn tell(article: &Analysis<'_>, one: &Mention, other: &Mention, sure: u8) -> Match {
    let birth = [one, other]
        .into_iter()
        .find_map(|mention| match mention.fact {
            Fact::Birth(year) => Some(year),
            Fact::Age(_) => None,
        });
    let ages = [one, other]
        .iter()
        .any(|mention| matches!(mention.fact, Fact::Age(_)));
    let found = Match::at(other.span, sure)
        .related(one.span)
        .quote("first", one.span)
        .quote("second", other.span)
        .quote("name", article.tokens.span(&other.bearer.name));
    match (birth, article.date) {
        (Some(year), Some(date)) if ages => {
            let now = i32::from(date.year());
            found
                .case("birth")
                .value("born", Text::Plain(year.to_string()))
                .value("now", Text::Plain(now.to_string()))
                .value("age", Text::Plain((now - year).to_string()))
        }
        (Some(_), _) => found.case("two-births"),
        _ => found,
    }
}
