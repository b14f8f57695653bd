//! A mention of a numbered thing with what stands near it.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::analysis::Analysis;
use crate::check::series::{Member, Year};
use crate::lang::lexicon::calendar::{Term, Turn};
use crate::lang::lexicon::cue::Cue;
use crate::token::vocabulary::Concept;

/// Words on either side of a mention that are near it.
const NEAR: usize = 9;

/// Words on either side that are right beside it.
const BESIDE: usize = 4;

/// Words on either side that can be the same around both mentions.
const TOUCHING: usize = 3;

/// A mention with what is near it.
pub(super) struct View<'a> {
    /// The mention.
    pub(super) member: &'a Member<'a>,
    /// Words of subject matter near by.
    pub(super) near: BTreeSet<Concept>,
    /// The words in front of it, the nearest first, and whether each carries subject matter.
    pub(super) before: Vec<(Concept, bool)>,
    /// The same behind it.
    pub(super) behind: Vec<(Concept, bool)>,
    /// Whether words speak of another time: near by, or right beside it.
    pub(super) turned: [bool; 2],
    /// Whether words before it turn to another thing: in its sentence, or near by.
    pub(super) contrasted: [bool; 2],
    /// Whether it stands in the headline or another summary.
    pub(super) summary: bool,
    /// The year that stands nearest to it in its sentence, or that it is a part of.
    pub(super) year: Option<Year>,
}

impl<'a> View<'a> {
    /// The view of a mention.
    pub(super) fn of(article: &Analysis<'_>, member: &'a Member<'a>) -> Self {
        let own = member.tokens();
        let sentence = article.tokens.sentences.get(member.claim.sentence);
        let sentence = sentence.map_or(0..0, |sentence| sentence.tokens.clone());
        let reach =
            own.start.saturating_sub(NEAR).max(sentence.start)..(own.end + NEAR).min(sentence.end);
        let beside =
            own.start.saturating_sub(BESIDE).max(reach.start)..(own.end + BESIDE).min(reach.end);
        let concepts = |range: Range<usize>| {
            let words = range.map(|at| article.tokens.word(at));
            words.map(|word| (word.concept, word.content))
        };
        let before = own.start.saturating_sub(TOUCHING).max(sentence.start)..own.start;
        let behind = own.end..(own.end + TOUCHING).min(sentence.end);
        Self {
            member,
            near: near(article, reach.clone(), &own),
            before: concepts(before).rev().collect(),
            behind: concepts(behind).collect(),
            turned: [&reach, &beside].map(|reach| is_turned(article, member.phrase.head, reach)),
            contrasted: [sentence.start, reach.start]
                .map(|start| is_contrasted(article, start..own.start)),
            summary: article.block(member.claim).zone.is_summary(),
            year: member.year.or_else(|| nearest_year(article, member, &own)),
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

/// Whether words set the mention in another time: «السابقة», "next year", "previous".
fn is_turned(article: &Analysis<'_>, head: Concept, reach: &Range<usize>) -> bool {
    let tokens = &article.tokens;
    let is = |at: usize, wanted: fn(Term) -> bool| {
        let word = |index: usize| if index == 0 { tokens.readings(at) } else { &[] };
        let terms = &article.lexicon.calendar.terms;
        terms
            .longest(word, |term| wanted(term).then_some(()))
            .is_some()
    };
    let turned = |at: usize| {
        // "Last year" and "the next edition" turn, "a late goal" does not.
        let latin = tokens.folded(at).is_ascii();
        let clocked = |at: usize| is(at, |_| true) || tokens.folded(at).is_empty();
        let timed = !latin
            || clocked(at + 1)
            || reach.contains(&(at + 1)) && tokens.word(at + 1).concept == head;
        is(at, |term| {
            matches!(term, Term::Turn(Turn::Last | Turn::Next))
        }) && timed
    };
    // News tells yesterday's events by habit: «أمس» sets nothing apart.
    let earlier = tokens.cues_in(reach.clone()).any(|(at, hit)| {
        matches!(hit.cue, Cue::Earlier | Cue::Compared)
            && !is(at, |term| matches!(term, Term::Relative(_)))
    });
    earlier || reach.clone().any(turned)
}

fn is_contrasted(article: &Analysis<'_>, reach: Range<usize>) -> bool {
    let mut cues = article.tokens.cues_in(reach);
    cues.any(|(_, hit)| matches!(hit.cue, Cue::Contrast | Cue::Another))
}

/// The year named nearest to a mention in its sentence.
fn nearest_year(article: &Analysis<'_>, member: &Member<'_>, own: &Range<usize>) -> Option<Year> {
    let claims = &article.claims;
    let first = claims.partition_point(|claim| claim.sentence < member.claim.sentence);
    let here = claims[first..]
        .iter()
        .take_while(|claim| claim.sentence == member.claim.sentence);
    let dated = here.filter(|claim| claim.span != member.claim.span);
    let years = dated.filter_map(|claim| {
        let year = claim.quantity.dates().find_map(|(date, _)| date.year)?;
        let tokens = &claim.quantity.tokens;
        let gap = if tokens.start >= own.end {
            tokens.start - own.end
        } else {
            own.start.saturating_sub(tokens.end)
        };
        Some((gap, year))
    });
    years.min().map(|(_, year)| Year::Numbered(year))
}
