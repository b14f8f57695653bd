//! A sentence or a whole passage that stands twice, word for word.
//!
//! Sentences are compared by the hash of their words. Sentences that come back side by side are one passage and one finding. What
//! repeats by form is told softly: list items, questions of an interview, refrains (three times or more), a standfirst
//! that the first paragraph takes up; recitals of a decree are left alone.

use hashbrown::HashMap;
use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::{Check, Match};
use crate::document::Zone;
use crate::lang::Language;
use crate::lang::lexicon::cue::Cue;
use crate::text::span::Span;
use crate::token::frame::Frame;
use crate::token::vocabulary::WordId;

/// Finds sentences that stand twice.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DoubledSentence {
    /// The fewest words of a sentence that may not come back; shorter ones count only inside a longer passage.
    words: usize,
}

/// Frames that repeat earlier frames, one by one.
#[derive(Clone, Copy)]
struct Passage {
    first: usize,
    last: usize,
    origin: usize,
}

impl Check for DoubledSentence {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        let frames = article.frames();
        let mut seen: HashMap<&[WordId], Vec<usize>> = HashMap::new();
        let mut passages: Vec<Passage> = Vec::new();
        for (at, frame) in frames.iter().enumerate() {
            if let Some(open) = passages.last_mut().filter(|open| open.last + 1 == at) {
                let next = open.origin + (at - open.first);
                if next < open.first && frames[next].words == frame.words {
                    open.last = at;
                    seen.entry(&frame.words).or_default().push(at);
                    continue;
                }
            }
            if frame.words.len() >= self.words && frame.pairs_again() + 1 == frame.words.len() {
                let earlier = seen.entry(&frame.words).or_default();
                if let Some(origin) = earlier.first() {
                    passages.push(Passage {
                        first: at,
                        last: at,
                        origin: *origin,
                    });
                }
                earlier.push(at);
            }
        }
        let times = |passage: &Passage| {
            seen.get(frames[passage.first].words.as_slice())
                .map_or(0, Vec::len)
        };
        // However often a passage comes back, it is one finding.
        let mut by_origin: HashMap<usize, usize> = HashMap::new();
        let mut found: Vec<Match> = Vec::new();
        for passage in &passages {
            if let Some(told) = by_origin.get(&passage.origin) {
                let again = span(article, frames, passage.first, passage.last);
                found[*told].add_related(again);
            } else if let Some(one) = report(article, frames, *passage, times(passage)) {
                by_origin.insert(passage.origin, found.len());
                found.push(one);
            }
        }
        found
    }
}

fn report(
    article: &Analysis<'_>,
    frames: &[Frame],
    passage: Passage,
    times: usize,
) -> Option<Match> {
    let (case, sure) = judge(article, frames, passage, times)?;
    let length = passage.last - passage.first;
    let here = span(article, frames, passage.first, passage.last);
    let there = span(article, frames, passage.origin, passage.origin + length);
    let opening = opening(article, &frames[passage.first]);
    Some(
        Match::at(here, sure)
            .case(case)
            .related(there)
            .quote("opening", opening),
    )
}

/// Which of the rule's cases it is, and how sure.
fn judge(
    article: &Analysis<'_>,
    frames: &[Frame],
    passage: Passage,
    times: usize,
) -> Option<(&'static str, u8)> {
    let first = &frames[passage.first];
    let start = *first.tokens.first()?;
    if article.tokens.cue_at(start, Cue::Preamble).is_some() {
        return None;
    }
    let origin = &frames[passage.origin];
    let long = passage.last > passage.first;
    if is_standfirst(article, frames, passage) {
        return Some(("standfirst", 50));
    }
    let by_form = frames[passage.first..=passage.last]
        .iter()
        .all(|frame| is_by_form(article, frame))
        || !long && is_by_form(article, origin);
    if by_form
        || !long && times > 2
        || is_caption(article, frames, passage)
        || is_pulled(article, origin) != is_pulled(article, first)
    {
        return Some(("by-form", 50));
    }
    Some(if long {
        ("passage", 92)
    } else if is_whole_block(article, first) {
        ("", 90)
    } else {
        ("", 75)
    })
}

/// The first paragraph again as the second: some sites print the standfirst so.
fn is_standfirst(article: &Analysis<'_>, frames: &[Frame], passage: Passage) -> bool {
    let block = |at: usize| frames.get(at).map(|frame| frame.block);
    let lead = block(passage.origin)
        .is_some_and(|block| article.document.blocks[block].zone == Zone::Lead);
    passage.origin == 0 && lead && block(passage.first) == block(0).map(|lead| lead + 1)
}

/// A quotation set at the top of an article, without the words around it.
fn is_pulled(article: &Analysis<'_>, frame: &Frame) -> bool {
    let block = &article.document.blocks[frame.block];
    article
        .text(block.span)
        .starts_with(['"', '“', '«', '\'', '‘'])
}

/// Whether the passage names who took the picture.
fn is_caption(article: &Analysis<'_>, frames: &[Frame], passage: Passage) -> bool {
    let credit = |frame: &Frame| {
        let block = article.document.blocks[frame.block].span;
        let tokens = &article.tokens.sentences[frame.sentence].tokens;
        // The credit may stand behind the last full stop of the caption.
        let rest = (tokens.end..tokens.end + 12).take_while(|at| {
            article
                .tokens
                .list
                .get(*at)
                .is_some_and(|token| block.contains(token.span))
        });
        let end = tokens.end + rest.count();
        article
            .tokens
            .cues_in(tokens.start..end)
            .any(|(_, hit)| hit.cue == Cue::PhotoCredit)
    };
    frames[passage.first..=passage.last].iter().any(credit)
}

/// List items, questions, labelled lines, and lines that no full stop ends (captions, teasers) repeat by form.
pub(super) fn is_by_form(article: &Analysis<'_>, frame: &Frame) -> bool {
    let Some(sentence) = article.tokens.sentences.get(frame.sentence) else {
        return false;
    };
    let mark = |at: usize| article.tokens.folded(at);
    let item = article.document.blocks[frame.block].zone == Zone::Item
        || matches!(mark(sentence.tokens.start), "-" | "–" | "•" | "*");
    let last = sentence.tokens.end.saturating_sub(1);
    let question = (last.saturating_sub(1)..=last).any(|at| matches!(mark(at), "؟" | "?"));
    let label = (sentence.tokens.start..sentence.tokens.end.min(sentence.tokens.start + 5))
        .any(|at| mark(at) == ":");
    item || question || label || !is_ended(article, last) || is_run_of_captions(article, frame)
}

/// Whether a full stop or its like stands among the last tokens up to `last`.
fn is_ended(article: &Analysis<'_>, last: usize) -> bool {
    let mark = |at: usize| article.tokens.folded(at);
    (last.saturating_sub(2)..=last).any(|at| matches!(mark(at), "." | "!" | "؟" | "?" | "…" | "؛"))
}

/// Some English sites run the captions of a page together into one paragraph, whose end then has no full stop.
fn is_run_of_captions(article: &Analysis<'_>, frame: &Frame) -> bool {
    let block = &article.document.blocks[frame.block];
    let end = article
        .tokens
        .list
        .partition_point(|token| token.span.start < block.span.end);
    block.language == Language::English && !is_ended(article, end.saturating_sub(1))
}

/// Whether a sentence is its whole block.
pub(super) fn is_whole_block(article: &Analysis<'_>, frame: &Frame) -> bool {
    let block = article.document.blocks[frame.block].span;
    let sentence = &article.tokens.sentences[frame.sentence].tokens;
    let span = article.tokens.span(sentence);
    span.start == block.start && span.end == block.end
}

fn span(article: &Analysis<'_>, frames: &[Frame], first: usize, last: usize) -> Span {
    let place = |at: usize| {
        frames.get(at).map_or(Span::default(), |frame| {
            article
                .tokens
                .span(&article.tokens.sentences[frame.sentence].tokens)
        })
    };
    place(first).to(place(last))
}

/// The first words of a sentence, to quote it by.
pub(super) fn opening(article: &Analysis<'_>, frame: &Frame) -> Span {
    let last = frame.tokens.len().min(6).saturating_sub(1);
    match (frame.tokens.first(), frame.tokens.get(last)) {
        (Some(first), Some(last)) => article.tokens.span(&(*first..*last + 1)),
        _ => Span::default(),
    }
}
