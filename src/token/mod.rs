//! [`Token`]s and [`Sentence`]s of an article, over a vocabulary of its distinct words.
//!
//! An article of 700 words has some 400 distinct ones; each is folded, stripped and looked up once.

pub mod frame;
pub mod memory;
pub mod sentence;
pub mod vocabulary;

use std::ops::Range;

use crate::document::Document;
use crate::lang::arabic::{self, Proclitics};
use crate::lang::lexicon::cue::{Cue, CueHit};
use crate::lang::lexicon::given_name::NameUse;
use crate::lang::lexicon::marks::Marks;
use crate::lang::lexicon::phrase::Phrases;
use crate::lang::lexicon::{Lexicon, Reading};
use crate::text::span::Span;
use crate::text::split::{PieceKind, split};
use crate::token::memory::Memory;
use crate::token::sentence::Sentence;
use crate::token::vocabulary::{Vocabulary, Word, WordId};

/// Letters of a verb whose verbal noun may be written the same.
const SHORT_VERB: usize = 3;

/// A word, a run of digits or one mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its place in the reading text.
    pub span: Span,
    /// What it is made of.
    pub kind: PieceKind,
    /// Its folded form, as an entry of the vocabulary; for digits the ASCII digits.
    pub word: WordId,
    /// Its script, and which tables of the lexicon know it, as it stands or as the start of a phrase that may go on here.
    pub marks: Marks,
    /// Whether nothing, not even a space, stands between it and the token before it in its block.
    pub glued: bool,
    /// Whether its first letter is a capital.
    pub capital: bool,
    /// The block it stands in.
    pub block: u32,
}

/// The tokens of an article; blocks of furniture have none.
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    /// In order of place.
    pub list: Vec<Token>,
    /// In order of place; every token is in one.
    pub sentences: Vec<Sentence>,
    vocabulary: Vocabulary,
    /// Cues in order of their first token.
    cues: Vec<(u32, CueHit)>,
    /// For each token the first of `cues` that starts there or behind it.
    first_cues: Vec<u32>,
}

/// Cuts a document into tokens and sentences.
pub fn tokenize(document: &Document, lexicon: &Lexicon) -> Tokens {
    tokenize_with(document, lexicon, &mut Memory::default())
}

/// Cuts a document into tokens and sentences; `memory` holds words of earlier articles and remembers those of this one.
pub fn tokenize_with(document: &Document, lexicon: &Lexicon, memory: &mut Memory) -> Tokens {
    let mut tokens = Tokens::default();
    memory.begin();
    let text = document.text();
    // A word and what stands before it take ten bytes of Arabic, six of English.
    tokens.list.reserve(text.len() / 8);
    for (index, block) in document
        .blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| !block.furniture)
    {
        let first = tokens.list.len();
        let mut end = None;
        for (kind, piece) in split(block.span.of(text)) {
            let span = Span {
                start: piece.start + block.span.start,
                end: piece.end + block.span.start,
            };
            let words = span.of(text);
            let (word, marks) = memory.intern(words, &mut tokens.vocabulary, lexicon);
            let capital = kind == PieceKind::Word && starts_with_capital(words);
            tokens.list.push(Token {
                span,
                kind,
                word,
                marks,
                glued: end == Some(span.start),
                capital,
                block: index as u32,
            });
            end = Some(span.end);
        }
        sentence::cut(&mut tokens, index, first);
    }
    tokens.mark_phrases();
    tokens.find_cues(lexicon);
    tokens
}

fn starts_with_capital(word: &str) -> bool {
    match word.as_bytes().first() {
        // Arabic has none, and ASCII tells by its byte: known without a look into the tables of Unicode.
        None | Some(0xD8..=0xDB) => false,
        Some(byte) if byte.is_ascii() => byte.is_ascii_uppercase(),
        Some(_) => word.chars().next().is_some_and(char::is_uppercase),
    }
}

impl Tokens {
    /// The word of a token.
    pub fn word(&self, index: usize) -> &Word {
        self.vocabulary.get(self.list[index].word)
    }

    /// The folded text of a token; empty past the end.
    pub fn folded(&self, index: usize) -> &str {
        self.list
            .get(index)
            .map_or("", |token| &self.vocabulary.get(token.word).folded)
    }

    /// Which tables of the lexicon know a token; none past the end.
    #[inline]
    pub fn marks(&self, index: usize) -> Marks {
        self.list
            .get(index)
            .map_or(Marks::empty(), |token| token.marks)
    }

    /// The readings of a token in the lexicon.
    pub fn readings(&self, index: usize) -> &[Reading] {
        self.list
            .get(index)
            .map_or(&[], |token| &self.vocabulary.get(token.word).readings)
    }

    /// The use of a token as a given name.
    pub fn given(&self, index: usize) -> Option<NameUse> {
        let token = self.list.get(index)?;
        self.vocabulary.get(token.word).given
    }

    /// The place from the first to the last token of a range.
    pub fn span(&self, range: &Range<usize>) -> Span {
        match (
            self.list.get(range.start),
            range
                .end
                .checked_sub(1)
                .and_then(|last| self.list.get(last)),
        ) {
            (Some(first), Some(last)) if range.start < range.end => first.span.to(last.span),
            _ => Span::default(),
        }
    }

    /// The cues that start at a token.
    pub fn cues_at(&self, index: usize) -> impl Iterator<Item = CueHit> + '_ {
        self.cues_in(index..index.saturating_add(1))
            .map(|(_, hit)| hit)
    }

    /// The length of the longest `cue` that starts at a token.
    pub fn cue_at(&self, index: usize, cue: Cue) -> Option<usize> {
        self.cues_at(index)
            .filter(|hit| hit.cue == cue)
            .map(|hit| hit.length)
            .max()
    }

    /// The cues whose first token lies in `range`, with that token.
    pub fn cues_in(&self, range: Range<usize>) -> impl Iterator<Item = (usize, CueHit)> + '_ {
        let first = |token: usize| {
            let first = self.first_cues.get(token);
            first.map_or(self.cues.len(), |first| *first as usize)
        };
        let (from, to) = (first(range.start), first(range.end.max(range.start)));
        let cues = self.cues.get(from..to).unwrap_or_default();
        cues.iter().map(|(at, hit)| (*at as usize, *hit))
    }

    /// The entries of a phrase table whose phrase starts at a token, with their lengths in tokens; none crosses its sentence. Words that
    /// the table knows bear `mark`.
    pub fn phrases_at<T: Copy + PartialEq>(
        &self,
        table: &Phrases<T>,
        mark: Marks,
        index: usize,
    ) -> Vec<(T, usize)> {
        if !self.marks(index).contains(mark) {
            return Vec::new();
        }
        let sentence = self.sentences.get(self.sentence_of(index));
        let end = sentence.map_or(0, |sentence| sentence.tokens.end);
        table.at((index..end).map(|at| self.word(at).entries.as_slice()))
    }

    /// The sentence that holds a token.
    pub fn sentence_of(&self, index: usize) -> usize {
        self.sentences
            .partition_point(|sentence| sentence.tokens.end <= index)
    }

    /// Whether the cue is there when only the clitics that it allows come off its first word.
    fn bears(&self, start: usize, hit: CueHit, lexicon: &Lexicon) -> bool {
        let free = |reading: &&Reading| {
            let conjunctions = Proclitics::WA | Proclitics::FA;
            let bound = reading.enclitic && !(hit.cue == Cue::Says && self.is_told(start, lexicon));
            conjunctions.contains(reading.proclitics) && !bound
        };
        let readings = self.readings(start);
        if !hit.cue.stands_free() || readings.iter().all(|reading| free(&reading)) {
            return true;
        }
        let first: Vec<_> = readings
            .iter()
            .filter(free)
            .map(|reading| reading.lex)
            .collect();
        let behind = (start + 1..start + hit.length).map(|at| self.word(at).entries.as_slice());
        let words = std::iter::once(first.as_slice()).chain(behind);
        lexicon.cues.at(words).contains(&hit)
    }

    /// Whether a verb with its object, «أعلنها», and not a noun with its owner: «قدرها», «ذكرها» and «ردها» are both, and verbs only behind a
    /// relative («التي ذكرها»).
    fn is_told(&self, at: usize, lexicon: &Lexicon) -> bool {
        let relative = |before: usize| {
            let mut readings = self.readings(before).iter();
            readings.any(|reading| lexicon.cues.is(reading.lex, Cue::Relative))
                || matches!(self.folded(before), "كما" | "ما" | "وما")
        };
        let word = self.folded(at).trim_start_matches(['و', 'ف']);
        let verb = arabic::strip_enclitic(word).map_or(word, |(_, bare)| bare);
        verb.chars().count() > SHORT_VERB || at.checked_sub(1).is_some_and(relative)
    }

    /// A word that starts phrases is marked as such only before a word that stands inside some.
    fn mark_phrases(&mut self) {
        let mut inside = false;
        for token in self.list.iter_mut().rev() {
            if inside {
                token.marks |= self.vocabulary.get(token.word).opening_marks;
            }
            inside = token.marks.contains(Marks::INSIDE);
        }
    }

    fn find_cues(&mut self, lexicon: &Lexicon) {
        let (mut cues, mut first) = (Vec::new(), Vec::with_capacity(self.list.len()));
        let mut hits = Vec::new();
        for sentence in &self.sentences {
            let end = sentence.tokens.end;
            for start in sentence.tokens.clone() {
                first.push(cues.len() as u32);
                if !self.marks(start).contains(Marks::CUE) {
                    continue;
                }
                let behind = (start + 1..end).map(|at| self.word(at).entries.as_slice());
                let opening = &self.word(start).cues;
                hits.clear();
                if self.marks(start + 1).contains(Marks::INSIDE) {
                    lexicon.cues.follow(opening, behind, &mut hits);
                } else {
                    hits.extend(opening.alone().iter().map(|cue| (*cue, 1)));
                }
                for (cue, length) in hits.iter().copied() {
                    let hit = CueHit { cue, length };
                    if self.word(start).unbound || self.bears(start, hit, lexicon) {
                        cues.push((start as u32, hit));
                    }
                }
            }
        }
        (self.cues, self.first_cues) = (cues, first);
    }
}
