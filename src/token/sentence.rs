//! Where sentences end.
//!
//! A sentence ends at `. ! ? ؟ …` that a space, a quote or the end of the block follows, never inside a figure or behind a one-letter
//! abbreviation; closing quotes and brackets stay with it. What never ends is cut, so that no question about a sentence costs more than
//! its words allow.

use std::ops::Range;

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
    if tokens.list[at].kind != PieceKind::Punctuation {
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
        && !is_era(tokens, before);
    !(letter || is_abbreviation(word) || MONTHS.contains(&word))
}

/// «1437هـ», «2015م»: the letter behind a year ends a sentence as any word does.
fn is_era(tokens: &Tokens, at: usize) -> bool {
    let year = at
        .checked_sub(1)
        .is_some_and(|year| tokens.list[year].kind == PieceKind::Digits);
    year && matches!(tokens.folded(at), "ه" | "م")
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

fn is_abbreviation(word: &str) -> bool {
    matches!(
        word,
        "mr" | "mrs"
            | "ms"
            | "dr"
            | "prof"
            | "st"
            | "gen"
            | "col"
            | "lt"
            | "sgt"
            | "capt"
            | "maj"
            | "sen"
            | "rep"
            | "gov"
            | "no"
            | "vs"
            | "inc"
            | "ltd"
            | "co"
            | "corp"
            | "approx"
            | "rs"
            | "nos"
    )
}

fn is_closing(mark: &str) -> bool {
    matches!(mark, "»" | "”" | "\"" | ")" | "]" | "'" | "’" | "“")
}
