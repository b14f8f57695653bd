//! A count of points with a hole in it: «أولا، … ثانيا، … رابعا، …», "First, … Second, … Fourth, …".
//!
//! Only enumerators that open a sentence or a clause count. A list inside a point starts again at one, so the open lists are a stack; a
//! number that follows in none of them is the fault.

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::{Check, Match};
use crate::document::Zone;
use crate::lang::lexicon::Reading;
use crate::lang::lexicon::marks::Marks;
use crate::lang::lexicon::ordinal::RankWord;
use crate::text::split::PieceKind;

/// Finds enumerators that skip a number or repeat one.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrdinalGap {}

/// How deep lists lie in lists at most.
const DEPTH: usize = 4;

/// The last of an open list.
#[derive(Clone, Copy)]
struct Step {
    number: u32,
    at: usize,
}

impl Check for OrdinalGap {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        let mut open: Vec<Step> = Vec::new();
        let mut found = Vec::new();
        let tokens = article.tokens.list.iter().enumerate();
        for (at, token) in tokens.filter(|(_, token)| token.marks.contains(Marks::ORDINAL)) {
            let part = &article.document.blocks[token.block as usize];
            if part.furniture || part.heading || part.zone == Zone::QuoteBlock {
                continue;
            }
            if let Some(number) = enumerator(article, at) {
                found.extend(take(article, &mut open, Step { number, at }));
            }
        }
        found
    }
}

/// Sets a step into the open lists; the fault, where it follows in none.
fn take(article: &Analysis<'_>, open: &mut Vec<Step>, step: Step) -> Option<Match> {
    if step.number == 1 {
        if open.len() == DEPTH {
            open.clear();
        }
        open.push(step);
        return None;
    }
    let follows = |last: &Step| last.number + 1 == step.number;
    if let Some(level) = open.iter().rposition(follows) {
        open.truncate(level);
        open.push(step);
        return None;
    }
    let last = open.pop()?;
    let nested = !open.is_empty();
    open.clear();
    open.push(step);
    let jump = step.number > last.number + 1;
    let again = step.number == last.number;
    // A lone «أولا» may mean "first of all", and a number below the last may close a list that was opened unseen.
    if nested || !(jump && step.number <= last.number + 3 || again) {
        return None;
    }
    let sure = match (jump, last.number) {
        (true, 1) => 52,
        (true, _) => 78,
        (false, _) => 56,
    };
    let span = |at: usize| article.tokens.span(&(at..at + 1));
    let found = Match::at(span(step.at), sure).related(span(last.at));
    let found = found
        .quote("last", span(last.at))
        .quote("next", span(step.at));
    Some(if again { found.case("again") } else { found })
}

/// The number of an enumerator that opens a sentence or a clause and stands apart from it.
fn enumerator(article: &Analysis<'_>, at: usize) -> Option<u32> {
    let tokens = &article.tokens;
    let adverb = |reading: &Reading| {
        let mut words = article.lexicon.ordinals.get(reading.lex).iter().copied();
        words.find_map(|word| match word {
            RankWord::Adverb(number) => Some(number),
            _ => None,
        })
    };
    let number = tokens.readings(at).iter().find_map(adverb)?;
    let sentence = tokens.sentences.get(tokens.sentence_of(at))?;
    let mark = |at: usize, marks: &[&str]| {
        let inside = sentence.tokens.contains(&at);
        inside && marks.contains(&tokens.folded(at))
    };
    let starts = sentence.tokens.start == at;
    let behind_mark = at
        .checked_sub(1)
        .is_some_and(|before| mark(before, &["؛", ";", ":", "،", "-", "–", "—"]));
    let apart = mark(at + 1, &["،", ",", ":", "-", "–", "—", "؛", "."]);
    let latin = tokens
        .list
        .get(at)
        .is_some_and(|token| token.kind == PieceKind::Word)
        && tokens.folded(at).is_ascii();
    let opens = if latin {
        (starts || behind_mark) && apart
    } else {
        starts || behind_mark && apart
    };
    opens.then(|| u32::try_from(number).ok()).flatten()
}
