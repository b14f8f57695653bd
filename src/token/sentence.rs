//! Where sentences end.
//!
//! A sentence ends at `. ! ? ؟ …` that a space, a quote or the end of the block follows, never inside a figure or behind a one-letter
//! abbreviation; closing quotes and brackets stay with it. What never ends is cut, so that no question about a sentence costs more than
//! its words allow.

use std::ops::Range;

use crate::lang::lexicon::marks::Marks;
use crate::text::split::PieceKind;
use crate::token::Tokens;

/// One sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The block it stands in.
    pub block: usize,
    /// Its tokens.
    pub tokens: Range<usize>,
}

/// Tokens behind which a sentence is cut, far beyond any that is prose.
const LONGEST: usize = 500;

/// Cuts the tokens of one block, from `first` to the end of the list, into sentences.
pub(super) fn cut(tokens: &mut Tokens, block: usize, first: usize) {
    let end = tokens.list.len();
    let mut start = first;
    let mut at = first;
    while at < end {
        at += 1;
        if at - start >= LONGEST || ends_at(tokens, at - 1, end) {
            while at < end && is_closing(tokens.folded(at)) && tokens.list[at].glued {
                at += 1;
            }
            tokens.sentences.push(Sentence {
                block,
                tokens: start..at,
            });
            start = at;
        }
    }
    if start < end {
        tokens.sentences.push(Sentence {
            block,
            tokens: start..end,
        });
    }
}

fn ends_at(tokens: &Tokens, at: usize, end: usize) -> bool {
    if !tokens.list[at].marks.contains(Marks::STOP) {
        return false;
    }
    match tokens.folded(at) {
        "!" | "?" | "؟" | "…" => {
            at + 1 < end && !matches!(tokens.folded(at + 1), "!" | "?" | "؟")
        }
        "." => at + 1 < end && is_full_stop(tokens, at),
        _ => false,
    }
}

fn is_full_stop(tokens: &Tokens, at: usize) -> bool {
    let next = &tokens.list[at + 1];
    if next.glued
        && (next.kind != PieceKind::Punctuation && !starts_arabic_word(tokens, at)
            || tokens.folded(at + 1) == ".")
    {
        return false;
    }
    let before = at.checked_sub(1).filter(|_| tokens.list[at].glued);
    let Some(before) = before else { return true };
    let word = tokens.folded(before);
    // "16. Nov. 2016": a day before the short name of its month.
    let day = tokens.list[before].kind == PieceKind::Digits && word.len() <= 2;
    if day && MONTHS.contains(&tokens.folded(at + 1)) && tokens.folded(at + 2) == "." {
        return false;
    }
    let letter = word.chars().count() == 1
        && tokens.list[before].kind == PieceKind::Word
        && !is_behind_digits(tokens, before);
    let short = letter || is_abbreviation(word) || MONTHS.contains(&word);
    if goes_on(tokens, before, at + 1) {
        return false;
    }
    !short || opens_sentence(tokens, at + 1) && !is_before_name(word)
}

/// "of Salem, Ore. were": a small letter behind a short word with a capital.
fn goes_on(tokens: &Tokens, before: usize, next: usize) -> bool {
    let latin = |at: usize| {
        let word = tokens.folded(at);
        tokens.list[at].kind == PieceKind::Word
            && word.starts_with(|c: char| c.is_ascii_lowercase())
    };
    let small = latin(next) && !tokens.list[next].capital;
    small && latin(before) && tokens.list[before].capital && tokens.folded(before).len() <= 5
}

/// "in the U.S. The talks": behind an abbreviation that can end a sentence, a function word with a capital opens the next; a name or a
/// letter does not ("U.S. President", "J. A. Calder").
fn opens_sentence(tokens: &Tokens, at: usize) -> bool {
    let initial = |at: usize| {
        let letter = tokens.folded(at).len() == 1;
        letter && tokens.folded(at + 1) == "." && tokens.list[at + 1].glued
    };
    tokens.list[at].capital && !tokens.word(at).content && !initial(at)
}

/// «1437هـ», «2015م», "548p": the letter behind a figure ends a sentence as any word does.
fn is_behind_digits(tokens: &Tokens, at: usize) -> bool {
    let digits = at
        .checked_sub(1)
        .is_some_and(|before| tokens.list[before].kind == PieceKind::Digits);
    digits && (tokens.list[at].glued || matches!(tokens.folded(at), "ه" | "م"))
}

/// «الأمنية.لمتابعة»: a full stop typed without a space still ends an Arabic sentence.
fn starts_arabic_word(tokens: &Tokens, at: usize) -> bool {
    let arabic = |index: usize| {
        tokens.list[index].kind == PieceKind::Word && !tokens.folded(index).is_ascii()
    };
    at > 0 && arabic(at - 1) && arabic(at + 1) && tokens.folded(at - 1).chars().count() > 1
}

/// The short names of the months.
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
];

/// Titles, ranks and offices that stand before a name, and what joins two names, whatever word the name is made of ("Dr. No").
const BEFORE_NAMES: [&str; 34] = [
    "adm", "brig", "capt", "cdr", "cmdr", "col", "cpl", "dr", "fr", "gen", "gov", "hon", "insp",
    "lt", "maj", "messrs", "mlle", "mme", "mr", "mrs", "ms", "msgr", "pres", "prof", "pvt", "rep",
    "reps", "rev", "sen", "sens", "sgt", "sr", "supt", "vs",
];

/// Abbreviations that a name or a number mostly follows, but that may end a sentence too.
const SHORT: [&str; 20] = [
    "approx", "ave", "blvd", "bros", "co", "corp", "dept", "est", "fig", "figs", "ft", "inc", "jr",
    "ltd", "mt", "no", "nos", "rs", "st", "vol",
];

fn is_abbreviation(word: &str) -> bool {
    SHORT.contains(&word) || is_before_name(word)
}

fn is_before_name(word: &str) -> bool {
    BEFORE_NAMES.contains(&word)
}

fn is_closing(mark: &str) -> bool {
    matches!(mark, "»" | "”" | "\"" | ")" | "]" | "'" | "’" | "“")
}
