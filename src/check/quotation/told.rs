//! `Told`: a quotation with its words and who is said to have said them.

use std::ops::Range;

use crate::analysis::Analysis;
use crate::check::quotation::mark::{Mark, Side, marks};
use crate::claim::attribution;
use crate::document::Zone;
use crate::lang::lexicon::cue::Cue;
use crate::text::span::Span;
use crate::text::split::PieceKind;
use crate::token::vocabulary::WordId;

/// Longer than this, a missing mark has run two quotations together.
const LONGEST: usize = 160;

/// Words of someone between quotation marks.
pub(super) struct Told {
    /// The tokens of its words and figures, marks left out.
    pub(super) tokens: Vec<usize>,
    /// Those words.
    pub(super) words: Vec<WordId>,
    /// Everything between the marks.
    pub(super) inner: Range<usize>,
    /// Its block.
    pub(super) block: usize,
    /// The tokens of the sentence that it opens in.
    sentence: Range<usize>,
}

impl Told {
    /// Who said it, as its sentence names the source.
    pub(super) fn source(&self, article: &Analysis<'_>) -> Option<Span> {
        let within = article.tokens.span(&self.inner);
        let source = attribution::source(&article.tokens, &self.sentence);
        source.filter(|source| !within.overlaps(*source))
    }
}

/// Every quotation of speech of at least `words` words, in order of place: one that a verb of saying or a colon opens, or one of the headline.
pub(super) fn speech(article: &Analysis<'_>, words: usize) -> Vec<Told> {
    let pairs = marks(article).into_iter().flat_map(|block| pairs(&block));
    pairs
        .filter_map(|(open, close)| told(article, open, close))
        .filter(|told| told.words.len() >= words)
        .collect()
}

/// The marks of a block that open and close a quotation, the inner ones of a nested pair left out.
fn pairs(block: &[Mark]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut open: Option<Mark> = None;
    for mark in block {
        match open {
            Some(first) if first.style == mark.style && mark.placed != Some(Side::Open) => {
                found.push((first.token, mark.token));
                open = None;
            }
            Some(first) if first.style != mark.style => {}
            _ if mark.placed == Some(Side::Close) => open = None,
            _ => open = Some(*mark),
        }
    }
    found
}

fn told(article: &Analysis<'_>, open: usize, close: usize) -> Option<Told> {
    let tokens = &article.tokens;
    let inner = open + 1..close;
    let block = tokens.list.get(open)?.block as usize;
    let sentence = tokens
        .sentences
        .get(tokens.sentence_of(open))?
        .tokens
        .clone();
    let outside = |at: usize| !inner.contains(&at);
    let says = tokens
        .cues_in(sentence.start..sentence.end.max(close + 6))
        .any(|(at, hit)| outside(at) && matches!(hit.cue, Cue::Says | Cue::AccordingTo));
    let colon = open
        .checked_sub(1)
        .is_some_and(|before| tokens.folded(before) == ":");
    let headline = article.document.blocks.get(block)?.zone == Zone::Headline;
    if inner.len() > LONGEST || !(says || colon || headline) {
        return None;
    }
    let spoken = inner
        .clone()
        .filter(|at| tokens.list[*at].kind != PieceKind::Punctuation);
    let spoken: Vec<usize> = spoken.collect();
    Some(Told {
        words: spoken.iter().map(|at| tokens.list[*at].word).collect(),
        tokens: spoken,
        inner,
        block,
        sentence,
    })
}

/// Whether two sources name other people or bodies: each has a name or a word such as «وزارة», says more
/// than «المصدر» or "the statement", and shares no word with the other.
pub(super) fn differ(article: &Analysis<'_>, one: Span, other: Span) -> bool {
    let (one, other) = (subject(article, one), subject(article, other));
    let told = |words: &[usize]| {
        let own = words.iter().any(|at| !is_kind(article, *at)) || words.len() > 1;
        own && words
            .iter()
            .any(|at| is_kind(article, *at) || is_name(article, *at))
    };
    let concept = |at: &usize| article.tokens.word(*at).concept;
    let apart = !one
        .iter()
        .any(|at| other.iter().any(|other| concept(other) == concept(at)));
    told(&one) && told(&other) && apart
}

fn subject(article: &Analysis<'_>, source: Span) -> Vec<usize> {
    let list = &article.tokens.list;
    let from = list.partition_point(|token| token.span.start < source.start);
    let to = list.partition_point(|token| token.span.start < source.end);
    let content = |at: &usize| article.tokens.word(*at).content;
    (from..to).filter(content).collect()
}

/// Whether a word is part of the name of someone, or has a capital.
fn is_name(article: &Analysis<'_>, at: usize) -> bool {
    let named = article
        .people
        .partition_point(|person| person.name.end <= at);
    let person = article.people.get(named);
    person.is_some_and(|person| person.name.contains(&at)) || article.tokens.list[at].capital
}

/// Whether a word says what kind of source it is and not which: «المتحدث», «التقرير».
fn is_kind(article: &Analysis<'_>, at: usize) -> bool {
    article.tokens.cues_at(at).any(|hit| {
        matches!(
            hit.cue,
            Cue::SourceNoun | Cue::Statement | Cue::PersonTitle | Cue::PersonRole
        )
    })
}

/// Whether the sentence at a token passes on what another source said: «نقلا عن», "citing".
pub(super) fn is_relayed(article: &Analysis<'_>, at: usize) -> bool {
    let tokens = &article.tokens;
    let sentence = tokens.sentences.get(tokens.sentence_of(at));
    sentence.is_some_and(|sentence| {
        sentence.tokens.clone().any(|at| {
            matches!(
                tokens.folded(at),
                "نقلا"
                    | "نقلت"
                    | "ونقلت"
                    | "نقل"
                    | "ونقل"
                    | "quoting"
                    | "citing"
                    | "quoted"
                    | "cited"
            )
        })
    })
}
