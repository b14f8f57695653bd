//! A run of many words that comes back inside another sentence: a sentence pasted twice behind different openings («وأشار إلى أن …»).
//!
//! Runs are found by the hash of pieces of fixed length, so the cost is that of reading the article once.

use hashbrown::HashTable;

use crate::analysis::Analysis;
use crate::check::Match;
use crate::check::phrasing::clause::is_content;
use crate::text::hash::hash_number;
use crate::text::span::Span;
use crate::token::frame::Frame;
use crate::token::vocabulary::WordId;

/// Words of the piece that is looked up.
const PIECE: usize = 8;

/// A run of `length` words at one place of an earlier and one of a later frame.
#[derive(Clone, Copy)]
struct Run {
    earlier: (usize, usize),
    later: (usize, usize),
    length: usize,
}

/// Runs of at least `words` words that stand twice, one for each sentence; sentences that are nearly one are left to others.
pub(super) fn passages_again(article: &Analysis<'_>, words: usize) -> Vec<Match> {
    let frames = article.frames();
    let words_of = |(frame, at): (usize, usize)| &frames[frame].words[at..at + PIECE];
    let mut seen: HashTable<(usize, usize)> = HashTable::new();
    let mut found = Vec::new();
    for (index, frame) in frames.iter().enumerate() {
        let mut longest: Option<Run> = None;
        let mut compared = 0;
        let runs = frame.runs_again(PIECE);
        for at in runs.flat_map(|run| run.start..run.end + 1 - PIECE) {
            let piece = words_of((index, at));
            let same = |other: &(usize, usize)| words_of(*other) == piece;
            let of = |other: &(usize, usize)| hash_of(words_of(*other));
            let entry = seen.entry(hash_of(piece), same, of);
            let earlier = *entry.or_insert((index, at)).get();
            if earlier.0 == index || at < compared {
                continue;
            }
            let run = Run {
                earlier,
                later: (index, at),
                length: length(frames, earlier, (index, at)),
            };
            compared = at + run.length;
            if longest.is_none_or(|best| best.length < run.length) {
                longest = Some(run);
            }
        }
        let run = longest.filter(|run| is_telling(article, frames, *run, words));
        found.extend(run.map(|run| report(article, frames, run)));
    }
    found
}

/// The hash of a piece.
fn hash_of(words: &[WordId]) -> u64 {
    let mix = |state, word: &WordId| hash_number(state ^ word.index() as u64);
    words.iter().fold(0, mix)
}

fn length(frames: &[Frame], earlier: (usize, usize), later: (usize, usize)) -> usize {
    let one = frames[earlier.0].words[earlier.1..].iter();
    let other = frames[later.0].words[later.1..].iter();
    one.zip(other)
        .take_while(|(one, other)| one == other)
        .count()
}

/// Whether a run is prose, not a name, and a good part of the shorter sentence, but not most of both.
fn is_telling(article: &Analysis<'_>, frames: &[Frame], run: Run, words: usize) -> bool {
    let (old, new) = (&frames[run.earlier.0], &frames[run.later.0]);
    let tokens = &new.tokens[run.later.1..run.later.1 + run.length];
    let content = tokens.iter().filter(|at| is_content(article, **at)).count();
    let (one, other) = (old.words.len(), new.words.len());
    let nearly_one = 200 * run.length >= 85 * (one + other);
    let neighbours = old.block == new.block && new.sentence == old.sentence + 1;
    // Side by side even a shorter run is heard.
    let needed = if neighbours { words - words / 4 } else { words };
    run.length >= needed
        && content + 2 <= run.length
        && 4 * content >= run.length
        && 5 * run.length >= 2 * one.min(other)
        && !nearly_one
}

fn report(article: &Analysis<'_>, frames: &[Frame], run: Run) -> Match {
    let span = |(frame, at): (usize, usize)| {
        let tokens = &frames[frame].tokens[at..at + run.length];
        match (tokens.first(), tokens.last()) {
            (Some(first), Some(last)) => article.tokens.span(&(*first..*last + 1)),
            _ => Span::default(),
        }
    };
    let here = span(run.later);
    Match::at(here, 48)
        .related(span(run.earlier))
        .quote("words", here)
}
