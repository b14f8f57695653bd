//! [`Phrase`]: the noun of a series with the words that say whose.

use std::ops::Range;

use crate::analysis::Analysis;
use crate::lang::lexicon::calendar::Term;
use crate::text::split::PieceKind;
use crate::token::vocabulary::Concept;

/// Words of a complement: «من الحوار», "of talks".
const SCOPE: usize = 4;

/// A noun of a series and what it belongs to.
pub(super) struct Phrase {
    /// The token of the noun.
    pub(super) noun: usize,
    /// What it names.
    pub(super) head: Concept,
    /// The first noun of its complement, where it has one.
    pub(super) scope: Vec<Concept>,
}

impl Phrase {
    /// The phrase around an ordinal: «الجولة» before it, "round" behind it.
    pub(super) fn of_member(article: &Analysis<'_>, ordinal: Range<usize>) -> Option<Self> {
        let before = ordinal.start.checked_sub(1);
        let noun = before.filter(|at| is_series(article, *at) && !is_latin(article, *at));
        let noun = noun.or_else(|| Some(ordinal.end).filter(|at| is_series(article, *at)))?;
        let end = ordinal.end.max(noun + 1);
        Some(Self {
            noun,
            head: article.tokens.word(noun).concept,
            scope: complement(article, end),
        })
    }
}

fn is_latin(article: &Analysis<'_>, at: usize) -> bool {
    article.tokens.folded(at).is_ascii()
}

/// Whether a word names things in a series, and no stretch of time.
pub(super) fn is_series(article: &Analysis<'_>, at: usize) -> bool {
    let readings = article.tokens.readings(at);
    let series = readings
        .iter()
        .any(|reading| article.lexicon.ordinals.is_series(reading.lex));
    let terms = &article.lexicon.calendar.terms;
    let word = |index: usize| if index == 0 { readings } else { &[] };
    let time = terms.longest(word, |term| matches!(term, Term::Noun(_)).then_some(()));
    series && time.is_none()
}

/// The words of the complement that starts at a token, to the first mark.
fn complement(article: &Analysis<'_>, at: usize) -> Vec<Concept> {
    let tokens = &article.tokens;
    let opens = matches!(
        tokens.folded(at),
        "من" | "of" | "in" | "في" | "ل" | "for" | "between" | "بين"
    ) || tokens.folded(at).starts_with("لل");
    if !opens {
        return Vec::new();
    }
    let words = at..(at + SCOPE).min(tokens.list.len());
    let words = words.take_while(|index| {
        let token = tokens.list.get(*index);
        token.is_some_and(|token| token.kind == PieceKind::Word)
    });
    let content = words.filter(|index| tokens.word(*index).content);
    content
        .map(|index| tokens.word(index).concept)
        .take(1)
        .collect()
}
