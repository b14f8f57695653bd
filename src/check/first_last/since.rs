//! The first since a year, and one of its like inside the gap.
//!
//! ```text
//! claim    = noun … "الأولى" scope "منذ" year | "أول" noun scope "منذ" year | "first" noun scope "since" year
//! instance = ("آخر" | "last") noun scope year | subject "was last" participle "in" year
//! ```

use std::ops::Range;

use crate::analysis::Analysis;
use crate::check::{Match, Text};
use crate::claim::Claim;
use crate::quantity::value::{Assertion, Calendar, Hedge, Kind};
use crate::text::split::PieceKind;
use crate::token::vocabulary::Concept;

/// Words between the first and its year.
const REACH: usize = 10;

/// Words between a last and its year.
const LAST_REACH: usize = 12;

/// Words between "was last" and its year.
const VERB_REACH: usize = 6;

/// More lasts than this are more things than the article keeps apart.
const CROWD: usize = 8;

/// A first since a year.
struct First<'a> {
    claim: &'a Claim,
    tokens: Range<usize>,
    since: i32,
    /// The nouns that it may be the first of.
    nouns: Vec<Concept>,
    /// The words that say whose and where.
    scope: Vec<Concept>,
}

/// Something that was last so in a year.
struct Last<'a> {
    date: &'a Claim,
    /// The word that says last.
    at: usize,
    year: i32,
    words: Range<usize>,
    /// Whether it is told by a verb: "was last lit in 2006".
    verbal: bool,
}

/// Firsts with one of their like inside the gap.
pub(super) fn find(article: &Analysis<'_>) -> Vec<Match> {
    let firsts = pairs(article, |_, claim| {
        claim.quantity.assertion == Some(Assertion::First)
    });
    let firsts: Vec<_> = firsts
        .into_iter()
        .filter_map(|(claim, date)| first(article, claim, date))
        .collect();
    if firsts.is_empty() {
        return Vec::new();
    }
    let lasts: Vec<_> = pairs(article, is_last)
        .into_iter()
        .filter_map(|(claim, date)| nominal(article, claim, date))
        .chain(
            article
                .claims
                .iter()
                .filter_map(|date| verbal(article, date)),
        )
        .take(CROWD)
        .collect();
    firsts
        .iter()
        .filter_map(|first| lasts.iter().find_map(|last| conflict(article, first, last)))
        .collect()
}

/// Claims that `pick` takes with the next date of their sentence.
fn pairs<'a>(
    article: &'a Analysis<'_>,
    pick: impl Fn(&Analysis<'_>, &Claim) -> bool,
) -> Vec<(&'a Claim, &'a Claim)> {
    let claims = &article.claims;
    let picked = claims
        .iter()
        .enumerate()
        .filter(|(_, claim)| pick(article, claim));
    picked
        .filter_map(|(at, claim)| {
            let mut rest = claims[at + 1..]
                .iter()
                .take_while(|next| next.sentence == claim.sentence);
            let date = rest
                .find(|next| next.quantity.kind == Kind::Date && !next.quantity.is_open_date())?;
            Some((claim, date))
        })
        .collect()
}

fn is_last(_: &Analysis<'_>, claim: &Claim) -> bool {
    matches!(
        claim.quantity.assertion,
        Some(Assertion::Last | Assertion::Latest)
    ) && claim.quantity.kind == Kind::Assertion
}

fn year(date: &Claim) -> Option<i32> {
    let value = date.quantity.value.date()?;
    value.year.filter(|_| value.calendar == Calendar::Gregorian)
}

/// The words of a stretch that carry subject matter.
fn content(article: &Analysis<'_>, range: Range<usize>) -> Vec<Concept> {
    let tokens = &article.tokens;
    let content = range.filter(|at| tokens.list.get(*at).is_some() && tokens.word(*at).content);
    content.map(|at| tokens.word(at).concept).collect()
}

fn first<'a>(article: &Analysis<'_>, claim: &'a Claim, date: &Claim) -> Option<First<'a>> {
    let since = year(date).filter(|_| date.quantity.hedge == Hedge::AtLeast)?;
    let own = claim.quantity.tokens.clone();
    let gap = own.end..date.quantity.tokens.start;
    let tokens = &article.tokens;
    let broken = gap.clone().any(|at| {
        tokens
            .list
            .get(at)
            .is_none_or(|token| token.kind != PieceKind::Word)
    });
    if gap.len() > REACH || broken {
        return None;
    }
    let definite = tokens
        .folded(own.start)
        .trim_start_matches('و')
        .starts_with("ال");
    let sentence = tokens.sentences.get(claim.sentence)?;
    let (nouns, scope) = if definite {
        let subject = content(article, subject(article, sentence.tokens.start, own.start));
        let mut scope = content(article, gap.clone());
        scope.extend(subject.iter().skip(1));
        (subject.into_iter().take(1).collect(), scope)
    } else {
        let mut words = content(article, gap.clone()).into_iter();
        (words.next().into_iter().collect(), words.collect())
    };
    Some(First {
        claim,
        tokens: own.start..date.quantity.tokens.end,
        since,
        nouns,
        scope,
    })
}

/// The words of the clause before a predicate: «زيارة اللجنة إلى الجزيرة هي», «هذا الفوز هو»; of «الزيارة الأولى» the noun alone.
fn subject(article: &Analysis<'_>, start: usize, at: usize) -> Range<usize> {
    let tokens = &article.tokens;
    let copula = at > start && matches!(tokens.folded(at - 1), "هي" | "هو" | "وهي" | "وهو");
    let from = if copula {
        let mark = (start..at - 1).rev().find(|index| {
            tokens
                .list
                .get(*index)
                .is_some_and(|token| token.kind == PieceKind::Punctuation)
        });
        mark.map_or(start, |mark| mark + 1)
    } else {
        at.saturating_sub(1).max(start)
    };
    from..at
}

/// «آخر زيارة للجنة عام 2017».
fn nominal<'a>(article: &Analysis<'_>, claim: &Claim, date: &'a Claim) -> Option<Last<'a>> {
    let own = &claim.quantity.tokens;
    last(article, own.start, own.end, date, false)
}

/// "The lamp was last lit in 2006": the words run from the start of the sentence.
fn verbal<'a>(article: &Analysis<'_>, date: &'a Claim) -> Option<Last<'a>> {
    let tokens = &article.tokens;
    let start = tokens.sentences.get(date.sentence)?.tokens.start;
    let end = date.quantity.tokens.start;
    let near = end.saturating_sub(VERB_REACH).max(start + 1)..end;
    let at = near.rev().find(|at| {
        let was = matches!(tokens.folded(at - 1), "was" | "were");
        was && tokens.folded(*at) == "last"
    })?;
    last(article, at, start, date, true)
}

fn last<'a>(
    article: &Analysis<'_>,
    at: usize,
    from: usize,
    date: &'a Claim,
    verbal: bool,
) -> Option<Last<'a>> {
    let year = year(date).filter(|_| matches!(date.quantity.hedge, Hedge::Exact))?;
    let end = date.quantity.tokens.start;
    let marks = ["؛", ";", "،", ",", ":"];
    let broken = (from..end).any(|word| marks.contains(&article.tokens.folded(word)));
    (!broken && (from..end).len() <= LAST_REACH).then_some(Last {
        date,
        at,
        year,
        words: from..end,
        verbal,
    })
}

fn conflict(article: &Analysis<'_>, first: &First<'_>, last: &Last<'_>) -> Option<Match> {
    let now = article.date.map(|date| i32::from(date.year()));
    let inside = last.year > first.since && now.is_none_or(|now| last.year < now);
    if !inside || first.claim.sentence == last.date.sentence {
        return None;
    }
    let words = content(article, last.words.clone());
    let noun = first.nouns.iter().any(|noun| words.contains(noun));
    let shared = first
        .scope
        .iter()
        .filter(|word| words.contains(word))
        .count();
    let whole = shared == first.scope.len();
    let same = if last.verbal {
        whole && shared > 0
    } else {
        noun && whole
    };
    let known = |word: &&Concept| first.nouns.contains(word) || first.scope.contains(word);
    let participle = usize::from(last.verbal);
    let extra = words
        .iter()
        .filter(|word| !known(word))
        .count()
        .saturating_sub(participle);
    if !same {
        return None;
    }
    let quoted = first.claim.quoted || last.date.quoted;
    let sure = match (extra, quoted) {
        (0, false) => 78,
        (1, false) => 66,
        (_, false) => 52,
        (_, true) => 50,
    };
    let here = article.tokens.span(&first.tokens);
    let words = last.at..last.date.quantity.tokens.end;
    let there = article.tokens.span(&words);
    Some(
        Match::at(here, sure)
            .case("since")
            .related(there)
            .quote("claim", here)
            .quote("other", there)
            .value("year", Text::Plain(last.year.to_string()))
            .value("since", Text::Plain(first.since.to_string())),
    )
}
