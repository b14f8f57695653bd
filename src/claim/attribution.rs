//! Who said it: the source that a sentence names.
//!
//! ```text
//! according = "بحسب" source | "according to" source
//! says      = "قال" source | "كان" source ["قد"] "قال"        the verb before or behind its subject
//! english   = source "said" | "said" source
//! ```

use std::ops::Range;

use crate::lang::lexicon::cue::Cue;
use crate::text::span::Span;
use crate::text::split::PieceKind;
use crate::token::Tokens;

/// The longest name of a source, in words.
const LONGEST: usize = 6;

/// The source that a sentence names first.
pub fn source(tokens: &Tokens, sentence: &Range<usize>) -> Option<Span> {
    tokens
        .cues_in(sentence.clone())
        .find_map(|(at, hit)| match hit.cue {
            Cue::AccordingTo => behind(tokens, at + hit.length, sentence.end),
            Cue::Says if is_arabic(tokens, at) => behind(tokens, at + hit.length, sentence.end)
                .or_else(|| between(tokens, sentence.start, at)),
            Cue::Says => before(tokens, sentence.start, at)
                .or_else(|| behind(tokens, at + hit.length, sentence.end)),
            _ => None,
        })
}

/// The name that starts at `at`: words up to a function word or mark.
fn behind(tokens: &Tokens, at: usize, end: usize) -> Option<Span> {
    let start = if matches!(tokens.folded(at), "the" | "a" | "an") {
        at + 1
    } else {
        at
    };
    let length = (start..end.min(start + LONGEST))
        .take_while(|index| is_name(tokens, *index))
        .count();
    (length > 0).then(|| tokens.span(&(start..start + length)))
}

/// «كانت قيادة العمليات قد أعلنت»: the subject stands between the verbs.
fn between(tokens: &Tokens, start: usize, verb: usize) -> Option<Span> {
    let end = if tokens.folded(verb.checked_sub(1)?) == "قد" {
        verb - 1
    } else {
        verb
    };
    let first = (start..end)
        .rev()
        .take_while(|index| is_name(tokens, *index))
        .last()?;
    let opened =
        first > start && matches!(tokens.folded(first - 1), "كان" | "كانت" | "وكان" | "وكانت");
    (opened && end - first <= LONGEST).then(|| tokens.span(&(first..end)))
}

/// English: the words before the verb back to a mark.
fn before(tokens: &Tokens, start: usize, verb: usize) -> Option<Span> {
    let first = (start..verb)
        .rev()
        .take_while(|index| {
            tokens.list[*index].kind == PieceKind::Word && tokens.word(*index).content
        })
        .last()?;
    (verb - first <= LONGEST).then(|| tokens.span(&(first..verb)))
}

fn is_name(tokens: &Tokens, at: usize) -> bool {
    tokens.list[at].kind == PieceKind::Word && tokens.word(at).content
}

fn is_arabic(tokens: &Tokens, at: usize) -> bool {
    !tokens.folded(at).is_ascii()
}
