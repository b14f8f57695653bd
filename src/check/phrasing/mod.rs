//! Checks of wording: words, conjuncts, clauses and sentences that stand twice, and sentences that break off.

pub mod clause;
pub mod conjunct;
pub mod dangling;
mod passage;
pub mod sentence;
pub mod similar;
pub mod word;

use crate::analysis::Analysis;
use crate::lang::arabic::Proclitics;
use crate::lang::lexicon::cue::Cue;
use crate::lang::lexicon::given_name::NameUse;
use crate::text::fold::is_ignorable;
use crate::text::span::Span;
use crate::text::split::PieceKind;

/// «و» and «ف», which leave a function word what it is.
const CONJUNCTIONS: Proclitics = Proclitics::WA.union(Proclitics::FA);

/// Whether a token is a word.
fn is_word(article: &Analysis<'_>, at: usize) -> bool {
    article
        .tokens
        .list
        .get(at)
        .is_some_and(|token| token.kind == PieceKind::Word)
}

/// Whether two tokens are words of one block.
fn are_words_of_one_block(article: &Analysis<'_>, one: usize, other: usize) -> bool {
    let block = |at: usize| article.tokens.list.get(at).map(|token| token.block);
    is_word(article, one) && is_word(article, other) && block(one) == block(other)
}

/// The token after `at` in the same sentence.
fn next_in_sentence(article: &Analysis<'_>, at: usize) -> Option<usize> {
    let sentence = article
        .tokens
        .sentences
        .get(article.tokens.sentence_of(at))?;
    Some(at + 1).filter(|next| *next < sentence.tokens.end)
}

/// The letters of a word, as they are written: «على» and «علي» differ here, though they fold to one; harakat and tatweel are
/// left out.
fn letters(word: &str) -> impl Iterator<Item = char> + '_ {
    word.chars()
        .filter(|c| !is_ignorable(*c))
        .flat_map(char::to_lowercase)
}

/// The harakat of a word.
fn harakat(word: &str) -> impl Iterator<Item = char> + '_ {
    word.chars()
        .filter(|c| matches!(c, '\u{064B}'..='\u{0652}' | '\u{0670}'))
}

/// How a token is written.
pub(super) fn written<'a>(article: &Analysis<'a>, at: usize) -> &'a str {
    article
        .tokens
        .list
        .get(at)
        .map_or("", |token| article.text(token.span))
}

/// Whether two written words are one: the same letters, and no harakat that tell them apart («مِن مَن»). A single word of three
/// letters with harakat is marked because it could be misread, so there the harakat must agree.
fn are_written_alike(one: &str, other: &str) -> bool {
    if !letters(one).eq(letters(other)) {
        return false;
    }
    let marked = |word| harakat(word).next().is_some();
    let told_apart = marked(one) && marked(other) || letters(one).count() <= 3;
    !told_apart || harakat(one).eq(harakat(other))
}

/// Whether a token plays a part by itself, with nothing written onto it but `proclitics`.
fn plays(article: &Analysis<'_>, at: usize, cue: Cue, proclitics: Proclitics) -> bool {
    let mut hits = article.tokens.cues_at(at);
    if !hits.any(|hit| hit.cue == cue && hit.length == 1) {
        return false;
    }
    let readings = article.tokens.readings(at).iter();
    let mut plain =
        readings.filter(|reading| !reading.enclitic && proclitics.contains(reading.proclitics));
    plain.any(|reading| article.lexicon.cues.is(reading.lex, cue))
}

/// Whether a token is a given name of Arabs more often than another word, with nothing written onto it but `proclitics`.
fn is_given_name(article: &Analysis<'_>, at: usize, proclitics: Proclitics) -> bool {
    let mut plain = article
        .tokens
        .readings(at)
        .iter()
        .filter(|reading| !reading.enclitic && proclitics.contains(reading.proclitics));
    plain.any(|reading| {
        let usage = article.lexicon.given_names.get(reading.lex);
        matches!(usage, Some(NameUse::Only | NameUse::Mostly))
    })
}

/// Whether a cue of at least two words covers both tokens of the pair that starts at `first`.
fn is_part_of(article: &Analysis<'_>, first: usize, second: usize, cue: Cue) -> bool {
    let from = first.saturating_sub(3);
    let mut hits = article.tokens.cues_in(from..first + 1);
    hits.any(|(at, hit)| hit.cue == cue && hit.length > 1 && at + hit.length > second)
}

/// Whether nothing but white space stands between two places of the file: an edit there cannot break markup.
fn is_plain_gap(article: &Analysis<'_>, gap: Span) -> bool {
    let gap = article.document.to_source(gap);
    let text = article.document.source.slice(gap);
    text.chars().all(|c| c.is_whitespace() || is_ignorable(c))
}

/// Whether an Arabic word carries the article, with or without what may stand before it; folded.
fn is_definite(word: &str) -> bool {
    ["ال", "وال", "بال", "لل", "كال", "فال", "وبال", "ولل"]
        .iter()
        .any(|article| {
            word.strip_prefix(article)
                .is_some_and(|rest| rest.chars().count() >= 3)
        })
}
