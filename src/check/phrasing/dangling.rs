//! A sentence that breaks off: «… الأجهزة الأمنية. يعمل على.»
//!
//! Its last word before the full stop takes a complement (the cue `needs-complement`). «من قبل» does so only as "by"; as "before"
//! it ends sentences well, so it counts only where nothing in the sentence speaks of the past and what follows the full
//! stop reads like its complement.

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::phrasing::{CONJUNCTIONS, is_definite, is_word, letters, plays, written};
use crate::check::{Check, Match};
use crate::document::Zone;
use crate::lang::arabic::Proclitics;
use crate::lang::lexicon::cue::Cue;
use crate::token::sentence::Sentence;

/// Finds sentences that break off.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BrokenSentence {}

impl Check for BrokenSentence {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        let sentences = article.tokens.sentences.iter().enumerate();
        sentences
            .filter(|(_, sentence)| is_prose(article, sentence))
            .filter_map(|(index, sentence)| broken(article, index, sentence))
            .collect()
    }
}

fn is_prose(article: &Analysis<'_>, sentence: &Sentence) -> bool {
    article
        .document
        .blocks
        .get(sentence.block)
        .is_some_and(|block| {
            !block.heading && matches!(block.zone, Zone::Lead | Zone::Body | Zone::QuoteBlock)
        })
}

fn broken(article: &Analysis<'_>, index: usize, sentence: &Sentence) -> Option<Match> {
    let last = last_word(article, sentence)?;
    let sure = if plays(article, last, Cue::NeedsComplement, Proclitics::WA) {
        (!is_exempt(article, sentence, last)).then_some(75)?
    } else {
        breaks_at_min_qabl(article, index, sentence, last).then_some(65)?
    };
    let from = sentence.tokens.start.max(last.saturating_sub(3));
    let span = article.tokens.span(&(from..sentence.tokens.end));
    let word = article.tokens.list[last].span;
    Some(Match::at(span, sure).quote("word", word).quote("end", span))
}

/// The word that a full stop follows at the end of a sentence; none where dots mark a break on purpose.
fn last_word(article: &Analysis<'_>, sentence: &Sentence) -> Option<usize> {
    let marks = |at: &usize| !is_word(article, *at);
    let tail: Vec<usize> = sentence.tokens.clone().rev().take_while(marks).collect();
    let last = tail.last().copied()?.checked_sub(1)?;
    let folded = |at: &usize| article.tokens.folded(*at);
    let dots = tail.iter().filter(|at| folded(at) == ".").count();
    let others = tail
        .iter()
        .all(|at| matches!(folded(at), "." | "”" | "“" | "\"" | "»" | ")"));
    // «في عام .2013»: the stop belongs to the figure behind it, which was typed first.
    let next = article.tokens.list.get(sentence.tokens.end);
    let glued = next.is_some_and(|token| token.glued && token.block as usize == sentence.block);
    let starts = sentence.tokens.start <= last;
    (dots == 1 && others && !glued && starts).then_some(last)
}

/// Where the last word is no preposition or conjunction: «علي» is a name and «لدي» "I have" where they are written so; a word between its own quotation marks is spoken of; letters of an abbreviation.
fn is_exempt(article: &Analysis<'_>, sentence: &Sentence, last: usize) -> bool {
    let before = last
        .checked_sub(1)
        .filter(|before| *before >= sentence.tokens.start);
    let Some(before) = before else { return true };
    let quoted = matches!(
        article.tokens.folded(before),
        "«" | "“" | "”" | "\"" | "'" | "(" | "‘"
    );
    let name = matches!(article.tokens.folded(last), "علي" | "لدي")
        && letters(written(article, last)).last() == Some('ي');
    let letter = plays(article, before, Cue::LetterName, CONJUNCTIONS)
        && plays(article, last, Cue::LetterName, CONJUNCTIONS);
    // «سأستعد إذاً»: "then", not "if".
    let then = article.tokens.folded(last) == "اذا" && written(article, last).contains('\u{064B}');
    quoted
        || name
        || then
        || letter
        || !is_word(article, before)
        || article.tokens.list[last].capital
}

fn breaks_at_min_qabl(
    article: &Analysis<'_>,
    index: usize,
    sentence: &Sentence,
    last: usize,
) -> bool {
    let is_min = |at: usize| article.tokens.folded(at) == "من";
    let by = article.tokens.folded(last) == "قبل" && last.checked_sub(1).is_some_and(is_min);
    if !by {
        return false;
    }
    let past = sentence
        .tokens
        .clone()
        .any(|at| plays(article, at, Cue::AllowsBefore, CONJUNCTIONS));
    let next = article.tokens.sentences.get(index + 1);
    let complement = next
        .filter(|next| next.block == sentence.block)
        .is_some_and(|next| is_definite(article.tokens.folded(next.tokens.start)));
    !past && complement
}
