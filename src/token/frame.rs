//! [`Frame`]: a sentence of the running text as words alone, and which pairs of its words stand in the running text again.
//!
//! What is told twice shares pairs of neighbouring words. Most pairs stand once, so most sentences, and most words of the others, need no
//! comparing: two small sets tell it at the cost of reading the words once.

use std::ops::Range;

use crate::document::{Document, Zone};
use crate::text::hash::hash_number;
use crate::text::repeats::Repeats;
use crate::text::split::PieceKind;
use crate::token::Tokens;
use crate::token::vocabulary::WordId;

/// A sentence of the running text, as words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Its place among the sentences of the article.
    pub sentence: usize,
    /// Its block.
    pub block: usize,
    /// The tokens of its words and figures.
    pub tokens: Vec<usize>,
    /// Those words.
    pub words: Vec<WordId>,
    /// Whether a word and the one behind it may stand side by side elsewhere in the running text too; never false where they do.
    again: Vec<bool>,
}

impl Frame {
    /// How many pairs of its words may stand elsewhere.
    pub fn pairs_again(&self) -> usize {
        self.again.iter().filter(|again| **again).count()
    }

    /// Whether the pair of words that starts at a word may stand elsewhere.
    pub fn is_again(&self, at: usize) -> bool {
        self.again.get(at).copied().unwrap_or(false)
    }

    /// The ranges of words all of whose pairs may stand elsewhere, those of at least `length` words.
    pub fn runs_again(&self, length: usize) -> impl Iterator<Item = Range<usize>> {
        let mut start = 0;
        let runs = self.again.chunk_by(|one, other| one == other);
        let runs = runs.map(move |run| {
            let words = start..start + run.len() + 1;
            start += run.len();
            (run.first() == Some(&true), words)
        });
        runs.filter_map(move |(again, words)| (again && words.len() >= length).then_some(words))
    }
}

/// The sentences of the running text: summaries, headings and tables repeat it by design.
pub fn frames(document: &Document, tokens: &Tokens) -> Vec<Frame> {
    let running = |block: usize| {
        let block = &document.blocks[block];
        !block.heading && matches!(block.zone, Zone::Lead | Zone::Body | Zone::Item)
    };
    let sentences = tokens.sentences.iter().enumerate();
    let running = sentences.filter(|(_, sentence)| running(sentence.block));
    let mut frames: Vec<_> = running
        .map(|(index, sentence)| frame(tokens, index, sentence.block, sentence.tokens.clone()))
        .collect();
    let all = frames.iter().map(|frame| frame.words.len()).sum();
    let mut pairs = Repeats::with_room_for(all);
    let mut seen = Vec::with_capacity(all);
    for frame in &frames {
        let behind = frame.words.iter().skip(1);
        let hashes = frame.words.iter().zip(behind).map(hash_of_pair);
        seen.extend(hashes.map(|hash| pairs.add(hash)));
    }
    let mut seen = seen.as_slice();
    for frame in &mut frames {
        let (own, others) = seen.split_at(frame.words.len().saturating_sub(1));
        frame.again = own.iter().map(|place| pairs.is_again(*place)).collect();
        seen = others;
    }
    frames
}

fn frame(tokens: &Tokens, sentence: usize, block: usize, range: Range<usize>) -> Frame {
    let room = range.len();
    let mut frame = Frame {
        sentence,
        block,
        tokens: Vec::with_capacity(room),
        words: Vec::with_capacity(room),
        again: Vec::new(),
    };
    for (at, token) in range.clone().zip(&tokens.list[range]) {
        if token.kind != PieceKind::Punctuation {
            frame.tokens.push(at);
            frame.words.push(token.word);
        }
    }
    frame
}

fn hash_of_pair((one, other): (&WordId, &WordId)) -> u64 {
    hash_number((one.index() as u64) << 32 | other.index() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Syntax, read};
    use crate::lang::lexicon::Lexicon;
    use crate::text::source::Source;
    use crate::token::tokenize;

    fn frames_of(text: &str) -> Vec<Frame> {
        let lexicon = Lexicon::default();
        let source = Source::new("a.txt", text);
        let document = read(source, &Syntax::Plain, None, &lexicon);
        frames(&document, &tokenize(&document, &lexicon))
    }

    #[test]
    fn what_stands_again_is_told() {
        let frames = frames_of(
            "The old bridge was closed at noon.\n\nShips waited; the old bridge was closed, a pilot said.\n",
        );
        let again: Vec<_> = frames
            .iter()
            .flat_map(|frame| frame.runs_again(5))
            .collect();
        assert_eq!(again, [0..5, 2..7]);
        assert!(frames.iter().all(|frame| frame.pairs_again() >= 4));
        assert!(frames[0].is_again(0) && !frames[0].is_again(6));
    }

    #[test]
    fn a_pair_that_stands_twice_is_never_missed() {
        let words = "one two three four five six seven eight nine ten ";
        let text = words.repeat(40);
        let frames = frames_of(&text);
        let all = |frame: &Frame| frame.pairs_again() + 1 == frame.words.len();
        assert!(frames.iter().all(all));
    }
}
