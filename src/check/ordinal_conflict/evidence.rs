//! What speaks for one thing under two numbers, and what for two things.

use crate::analysis::Analysis;
use crate::check::ordinal_conflict::view::View;
use crate::check::series::{Member, Year};
use crate::lang::lexicon::LexId;
use crate::quantity::value::Kind;
use crate::token::vocabulary::Concept;

/// The mentions of one noun.
pub(super) struct Group<'a> {
    /// In order of place.
    pub(super) members: &'a [Member<'a>],
    /// How many numbers they bear.
    pub(super) numbers: usize,
}

/// Numbers further apart than this are seldom a slip.
const SLIP: u128 = 2;

/// Sentences between two mentions that are told one after the other.
const AFTER: usize = 2;

/// Words near both mentions that count.
const SHARED: usize = 6;

fn when(holds: bool, points: i32) -> i32 {
    if holds { points } else { 0 }
}

fn times(count: usize, points: i32) -> i32 {
    points * i32::try_from(count).unwrap_or(0)
}

/// How strongly two mentions tell of one thing; none where they bear one number, or belong to two years.
pub(super) fn points(
    article: &Analysis<'_>,
    group: &Group<'_>,
    first: &View<'_>,
    other: &View<'_>,
) -> Option<i32> {
    let (one, two) = (first.member, other.member);
    let apart = one.number == two.number || other_year(article, first, other);
    (!apart).then(|| alike(article, first, other) - unlike(article, group, first, other))
}

/// What speaks for one thing: words in common near by, the same words around it, a headline that names it.
fn alike(article: &Analysis<'_>, first: &View<'_>, other: &View<'_>) -> i32 {
    let (one, two) = (first.member, other.member);
    let shared = first.near.intersection(&other.near).take(SHARED).count();
    let touching = run(&first.before, &other.before) + run(&first.behind, &other.behind);
    let scope = one.phrase.scope.first();
    let part = one.year.is_some() || two.year.is_some();
    let year = part && first.year.is_some() && first.year == other.year;
    times(shared, 6)
        + touching
        + when(scope.is_some() && scope == two.phrase.scope.first(), 5)
        + when(first.summary, 12)
        + when(is_edition(article, one), 14)
        + when(is_part(one) || is_part(two), 13)
        + when(year, 9)
        + when(one.claim.quantity.writing == two.claim.quantity.writing, 8)
}

/// What speaks for two things: more numbers, steps told one after the other, another time, another thing named.
fn unlike(article: &Analysis<'_>, group: &Group<'_>, first: &View<'_>, other: &View<'_>) -> i32 {
    let (one, two) = (first.member, other.member);
    let gap = two.claim.sentence.saturating_sub(one.claim.sentence);
    let least = one.number.min(two.number);
    let step = two.number == one.number + 1 && least < 4 && gap <= AFTER && !first.summary;
    let again = |member: &Member<'_>| {
        let same = group
            .members
            .iter()
            .filter(|same| same.number == member.number);
        same.count() > 1
    };
    let scopes = one.phrase.scope.first().zip(two.phrase.scope.first());
    let after = gap <= AFTER + 1;
    let [contrasted, beside] = other.contrasted.map(|is| is && after);
    let strange = first.near.is_disjoint(&other.near);
    let turned = |index: usize| first.turned.get(index) != other.turned.get(index);
    let listed = |word| article.lexicon.ordinals.is_listed(word);
    times(group.numbers.saturating_sub(2).min(4), 9)
        + when(gap == 0, 19)
        + when(step, if is_edition(article, one) { 25 } else { 40 })
        + when(one.number.abs_diff(two.number) > SLIP, 21)
        + when(least == 1, 8)
        + when(turned(0), 20)
        + when(turned(1), 12)
        + when(strange, 12)
        + when(scopes.is_some_and(|(one, two)| one != two), 10)
        + when(contrasted, 6)
        + when(beside, 20)
        + when(again(one), 7)
        + when(again(two), 7)
        + when(is(article, one, listed), 40)
}

/// What the words that are the same from the mention on speak for one thing.
fn run(one: &[(Concept, bool)], other: &[(Concept, bool)]) -> i32 {
    let pairs = one.iter().zip(other);
    let same = pairs.take_while(|(a, b)| a == b);
    same.map(|((_, content), _)| if *content { 5 } else { 1 })
        .sum()
}

/// Whether the noun of a mention is of a kind.
fn is(article: &Analysis<'_>, member: &Member<'_>, kind: impl Fn(LexId) -> bool) -> bool {
    let mut readings = article.tokens.readings(member.phrase.noun).iter();
    readings.any(|reading| !reading.enclitic && kind(reading.lex))
}

/// Whether the noun names whole editions of an event.
fn is_edition(article: &Analysis<'_>, member: &Member<'_>) -> bool {
    is(article, member, |word| {
        article.lexicon.ordinals.is_edition(word)
    })
}

/// Whether it is a quarter or half with its year.
fn is_part(member: &Member<'_>) -> bool {
    member.claim.quantity.kind == Kind::Date
}

/// Whether the mentions belong to two years.
fn other_year(article: &Analysis<'_>, first: &View<'_>, other: &View<'_>) -> bool {
    let resolve = |year: Year| match (year, article.date) {
        (Year::Seen(offset), Some(date)) => {
            Year::Numbered(i32::from(date.year()) + i32::from(offset))
        }
        _ => year,
    };
    let years = first.year.map(resolve).zip(other.year.map(resolve));
    years.is_some_and(|(one, two)| one != two)
}
