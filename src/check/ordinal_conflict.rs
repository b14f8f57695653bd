//! One edition of an event under two numbers: «الدورة الـ47 للمهرجان … الدورة السادسة والأربعون للمهرجان».
//!
//! Only where the article numbers the noun in two ways and no word sets one mention in another year. Editions of one name speak for
//! themselves; of other nouns the words around both mentions must say that they tell of one thing.

use std::collections::BTreeSet;
use std::ops::Range;

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::series::{Member, numbered, other_years};
use crate::check::{Check, Match};
use crate::lang::lexicon::calendar::{Term, Turn};
use crate::lang::lexicon::cue::Cue;
use crate::token::vocabulary::Concept;

/// Finds editions under two numbers.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrdinalConflict {}

/// The least number that both mentions must have: smaller ones are the steps of one thing, told one after the other.
const LEAST: i128 = 4;

/// Words on either side of a mention that are near it.
const NEAR: usize = 9;

/// Points from which a pair is told at all, and from which it is told loudly. Chosen by hand, with the points
/// themselves, on planted faults and the pairs of printed articles: at the first about 2 articles in 100 are told of a pair.
const TOLD: i32 = 18;
/// See [`TOLD`].
const LOUD: i32 = 60;

/// As sure as points can make it, and as sure between quotation marks.
const MOST: i32 = 74;
/// See [`MOST`].
const QUOTED: i32 = 50;

/// A noun that is numbered more often is a list or a table.
const CROWD: usize = 16;

impl Check for OrdinalConflict {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        let mut found: Vec<Match> = numbered(article)
            .values()
            .filter_map(|members| conflict(article, members))
            .collect();
        found.sort_by_key(|one| one.places.first().map(|place| place.span));
        found
    }
}

/// The two mentions of a noun that most likely tell of one thing under two numbers.
fn conflict(article: &Analysis<'_>, members: &[Member<'_>]) -> Option<Match> {
    let numbers: BTreeSet<_> = members.iter().map(|member| member.number).collect();
    if numbers.len() < 2 || members.len() > CROWD {
        return None;
    }
    let views: Vec<_> = members
        .iter()
        .map(|member| View::of(article, member))
        .collect();
    let mut best: Option<(u8, &View<'_>, &View<'_>)> = None;
    for (at, first) in views.iter().enumerate() {
        for other in views.iter().skip(at + 1) {
            let sure = sure(article, first, other, numbers.len());
            if sure > best.as_ref().map_or(0, |best| best.0) {
                best = Some((sure, first, other));
            }
        }
    }
    let (sure, first, other) = best?;
    let (here, there) = (other.member.span(article), first.member.span(article));
    Some(
        Match::at(here, sure)
            .related(there)
            .quote("first", there)
            .quote("second", here),
    )
}

/// A mention with what is near it.
struct View<'a> {
    member: &'a Member<'a>,
    /// Words of subject matter near by.
    near: BTreeSet<Concept>,
    /// Words that touch the mention, in front and behind, and whether they carry subject matter.
    touching: [Option<(Concept, bool)>; 2],
    /// Whether words near by speak of another time.
    turned: bool,
    /// Whether it stands in the headline or another summary.
    summary: bool,
}

impl<'a> View<'a> {
    fn of(article: &Analysis<'_>, member: &'a Member<'a>) -> Self {
        let own = &member.claim.quantity.tokens;
        let start = own.start.min(member.phrase.noun);
        let end = own.end.max(member.phrase.noun + 1);
        let sentence = article.tokens.sentences.get(member.claim.sentence);
        let sentence = sentence.map_or(0..0, |sentence| sentence.tokens.clone());
        let touch = |at: Option<usize>| {
            at.filter(|at| sentence.contains(at))
                .map(|at| article.tokens.word(at))
                .map(|word| (word.concept, word.content))
        };
        let reach = start.saturating_sub(NEAR).max(sentence.start)..(end + NEAR).min(sentence.end);
        Self {
            member,
            near: near(article, reach.clone(), &(start..end)),
            touching: [touch(start.checked_sub(1)), touch(Some(end))],
            turned: is_turned(article, reach),
            summary: article.block(member.claim).zone.is_summary(),
        }
    }
}

/// The words of subject matter of a stretch, the mention left out.
fn near(article: &Analysis<'_>, reach: Range<usize>, own: &Range<usize>) -> BTreeSet<Concept> {
    let tokens = &article.tokens;
    let words = reach.filter(|at| {
        let plain = tokens.word(*at).content && tokens.folded(*at).chars().count() > 2;
        plain && !own.contains(at)
    });
    words.map(|at| tokens.word(at).concept).collect()
}

/// How sure it is that two mentions tell of one thing; 0 where little says so.
fn sure(article: &Analysis<'_>, first: &View<'_>, other: &View<'_>, numbers: usize) -> u8 {
    let (one, two) = (first.member, other.member);
    let apart = one.number == two.number
        || one.claim.sentence == two.claim.sentence
        || other_years(article, one.claim, two.claim);
    let points = alike(article, first, other, numbers) - unlike(article, first, other, numbers);
    if apart || points < TOLD {
        return 0;
    }
    let most = if one.claim.quoted || two.claim.quoted {
        QUOTED
    } else {
        MOST
    };
    let sure = 40 + (points - TOLD) * 20 / (LOUD - TOLD);
    u8::try_from(sure.min(most)).unwrap_or(0)
}

fn when(holds: bool, points: i32) -> i32 {
    if holds { points } else { 0 }
}

/// What speaks for one thing: words in common near by, the same words around it, a headline that names it.
fn alike(article: &Analysis<'_>, first: &View<'_>, other: &View<'_>, numbers: usize) -> i32 {
    let (one, two) = (first.member, other.member);
    let shared = first.near.intersection(&other.near).take(6).count();
    let touching = first.touching.iter().zip(&other.touching);
    let touching = touching.filter(|(a, b)| a.is_some() && a == b);
    let touching: i32 = touching
        .filter_map(|(touch, _)| touch.map(|(_, content)| if content { 12 } else { 5 }))
        .sum();
    let scoped = same_scope(one, two) == Some(true);
    let edition = is_edition(article, one);
    let late = one.number.min(two.number) >= LEAST;
    10 * i32::try_from(shared).unwrap_or(0)
        + touching
        + when(scoped, 15)
        + when(first.summary || other.summary, 18)
        + when(edition, 8)
        + when(late, 12)
        + when(
            edition && late && scoped && numbers == 2 && !(first.turned || other.turned),
            8,
        )
}

/// What speaks for two things: more numbers, steps told one after the other, another time, another name.
fn unlike(article: &Analysis<'_>, first: &View<'_>, other: &View<'_>, numbers: usize) -> i32 {
    let (one, two) = (first.member, other.member);
    let near = two.claim.sentence <= one.claim.sentence + 2;
    let step = two.number == one.number + 1 && one.number < LEAST && near;
    let step = step && !first.summary && !other.summary;
    let listed = article.tokens.readings(one.phrase.noun).iter();
    let listed = listed
        .filter(|reading| !reading.enclitic && article.lexicon.ordinals.is_listed(reading.lex))
        .count();
    8 * i32::try_from(numbers.saturating_sub(2)).unwrap_or(0)
        + when(step, 30)
        + when(first.turned != other.turned, 40)
        + when(first.turned && other.turned, 10)
        + when(!is_alike(article, one, two), 20)
        + when(same_scope(one, two) == Some(false), 20)
        + when(listed > 0, 60)
}

/// Whether the complements of both begin alike, where both have one.
fn same_scope(one: &Member<'_>, two: &Member<'_>) -> Option<bool> {
    let (one, two) = (one.phrase.scope.first()?, two.phrase.scope.first()?);
    Some(one == two)
}

/// Whether both mentions write the noun in one way.
fn is_alike(article: &Analysis<'_>, first: &Member<'_>, other: &Member<'_>) -> bool {
    let word = |member: &Member<'_>| article.tokens.folded(member.phrase.noun);
    let (one, two) = (word(first), word(other));
    one.ends_with(two) || two.ends_with(one)
}

/// Whether the noun names whole editions of an event.
fn is_edition(article: &Analysis<'_>, member: &Member<'_>) -> bool {
    let mut readings = article.tokens.readings(member.phrase.noun).iter();
    readings.any(|reading| article.lexicon.ordinals.is_edition(reading.lex))
}

/// Whether words set the mention in another time: «السابقة», "next year", "previous".
fn is_turned(article: &Analysis<'_>, reach: Range<usize>) -> bool {
    let tokens = &article.tokens;
    let terms = &article.lexicon.calendar.terms;
    let turned = |at: usize| {
        let word = |index: usize| if index == 0 { tokens.readings(at) } else { &[] };
        let turn = |term| matches!(term, Term::Turn(Turn::Last | Turn::Next)).then_some(());
        terms.longest(word, turn).is_some()
    };
    let earlier = tokens
        .cues_in(reach.clone())
        .any(|(_, hit)| matches!(hit.cue, Cue::Earlier | Cue::Compared | Cue::Former));
    earlier || reach.clone().any(turned)
}
