//! Words that come back: an edge of time said twice of one date («في نهاية 31 كانون الأول نهاية العام»), a clause of several words told twice in
//! one sentence, a long passage told twice in the article.

use std::ops::Range;

use hashbrown::HashMap;
use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::phrasing::passage::passages_again;
use crate::check::phrasing::{CONJUNCTIONS, is_word, plays};
use crate::check::{Check, Match};
use crate::document::Zone;
use crate::lang::arabic::Proclitics;
use crate::lang::lexicon::cue::Cue;
use crate::text::split::PieceKind;
use crate::token::frame::Frame;
use crate::token::vocabulary::WordId;

/// Finds words that come back within a sentence.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DoubledClause {
    /// The fewest content words of a clause that may not come back.
    words: usize,
    /// The fewest words of a passage that may not come back anywhere in the article.
    far: usize,
}

/// Tokens between the two edges of one date.
const REACH: usize = 7;
/// Words of the shortest piece that is looked up.
const SHINGLE: usize = 5;

impl Check for DoubledClause {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        let mut found: Vec<_> = edges_again(article).collect();
        found.extend(self.clauses_again(article));
        found.extend(passages_again(article, self.far));
        found
    }
}

/// Every edge of a stretch of time that is named twice of one date.
fn edges_again(article: &Analysis<'_>) -> impl Iterator<Item = Match> {
    let sentences = article.tokens.sentences.iter();
    sentences.flat_map(move |sentence| {
        let range = sentence.tokens.clone();
        let cues = article.tokens.cues_in(range.clone());
        let edges = cues.filter(|(_, hit)| hit.cue == Cue::PeriodEdge && hit.length == 1);
        edges.filter_map(move |(at, _)| edge_again(article, at, range.end))
    })
}

/// The edge of a stretch of time at `at`, named again behind the date that it belongs to.
fn edge_again(article: &Analysis<'_>, at: usize, end: usize) -> Option<Match> {
    let clitics = CONJUNCTIONS | Proclitics::BA | Proclitics::LA;
    if !plays(article, at, Cue::PeriodEdge, clitics) {
        return None;
    }
    let edge = |other: usize| plays(article, other, Cue::PeriodEdge, Proclitics::empty());
    let same = |other: &usize| {
        edge(*other) && article.tokens.word(*other).stem() == article.tokens.word(at).stem()
    };
    let again = (at + 2..end.min(at + REACH)).find(same)?;
    let linking = |between: usize| {
        let word = article.tokens.folded(between);
        let link = plays(article, between, Cue::FunctionWord, CONJUNCTIONS)
            && !matches!(word, "of" | "the" | "this");
        let mark = article.tokens.list[between].kind == PieceKind::Punctuation;
        link || mark && word != "/"
    };
    let between = at + 1..again;
    let dated = between
        .clone()
        .any(|at| article.tokens.list[at].kind == PieceKind::Digits);
    if !dated || between.clone().any(linking) {
        return None;
    }
    let list = &article.tokens.list;
    let (first, second) = (list[at].span, list[again].span);
    Some(
        Match::at(second, 60)
            .case("edge")
            .related(first)
            .quote("word", second)
            .quote("words", first.to(second)),
    )
}

impl DoubledClause {
    /// For each sentence the longest run of its words that came before in it.
    fn clauses_again(&self, article: &Analysis<'_>) -> impl Iterator<Item = Match> {
        let told = |frame: &&Frame| article.document.blocks[frame.block].zone != Zone::Item;
        let frames = article.frames().iter().filter(told);
        frames.filter_map(|frame| self.clause_again(article, frame))
    }

    fn clause_again(&self, article: &Analysis<'_>, frame: &Frame) -> Option<Match> {
        frame.runs_again(SHINGLE).next()?;
        let words = &frame.tokens;
        let (first, second) = longest(frame)?;
        let again = &words[second.clone()];
        let content = again.iter().filter(|at| is_content(article, **at)).count();
        // Without small words it is a name or a term.
        if content < self.words || again.len() < content + 2 {
            return None;
        }
        let span = |range: &Range<usize>| {
            article
                .tokens
                .span(&(words[range.start]..words[range.end - 1] + 1))
        };
        Some(
            Match::at(span(&second), 50)
                .related(span(&first))
                .quote("words", span(&second)),
        )
    }
}

/// Positions among the words of the longest run that stands twice, neither overlapping the other.
fn longest(frame: &Frame) -> Option<(Range<usize>, Range<usize>)> {
    let words = &frame.words;
    if again(words.iter().copied()) < SHINGLE {
        return None;
    }
    let mut seen: HashMap<[WordId; SHINGLE], usize> = HashMap::new();
    let mut best: Option<(Range<usize>, Range<usize>)> = None;
    // A run once compared is not compared again from its middle, so that a text of one word costs no more than any other.
    let mut compared = 0;
    for at in 0..words.len().saturating_sub(SHINGLE - 1) {
        let shingle = std::array::from_fn(|offset| words[at + offset]);
        let first = *seen.entry(shingle).or_insert(at);
        if first + SHINGLE > at || at < compared {
            continue;
        }
        let mut length = SHINGLE;
        while at + length < words.len()
            && first + length < at
            && words[at + length] == words[first + length]
        {
            length += 1;
        }
        compared = at + length;
        if best
            .as_ref()
            .is_none_or(|(_, second)| second.len() < length)
        {
            best = Some((first..first + length, at..at + length));
        }
    }
    best
}

/// How many words stood before, at most: told by a small set that may take two words for one.
fn again(words: impl Iterator<Item = WordId>) -> usize {
    let mut seen = [0_u64; 8];
    let is_again = |word: &WordId| {
        let (slot, bit) = (word.index() / 64 % 8, 1 << (word.index() % 64));
        let held = seen[slot] & bit != 0;
        seen[slot] |= bit;
        held
    };
    words.filter(is_again).count()
}

/// Whether a token is a word that carries subject matter, and no name.
pub(super) fn is_content(article: &Analysis<'_>, at: usize) -> bool {
    is_word(article, at)
        && !article.tokens.list[at].capital
        && !plays(article, at, Cue::FunctionWord, CONJUNCTIONS)
}
