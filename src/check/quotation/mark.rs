//! `Mark`: a quotation mark, with the side that it plays.
//!
//! What a mark looks like and where it stands may disagree: in Arabic copy “ is typed for both sides, and some systems turn the mark behind a
//! clitic («لـ”الوطن”») or a digit («100″») the wrong way.

use crate::analysis::Analysis;
use crate::lang::Language;
use crate::text::split::PieceKind;

/// A kind of quotation mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// « »
    Angle,
    /// “ ”
    Curly,
    /// " "
    Straight,
}

/// A side of a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// Where it begins.
    Open,
    /// Where it ends.
    Close,
}

/// A mark of an article.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    /// Its token.
    pub(super) token: usize,
    /// What it looks like.
    pub(super) style: Style,
    /// The side that its form says; none where it looks the same on both.
    pub(super) drawn: Option<Side>,
    /// The side that its place says, where it says one thing.
    pub(super) placed: Option<Side>,
    /// Whether it may stand for inches: 24".
    pub(super) measure: bool,
    /// Whether a letter stands right before it, as in «لـ”الوطن”».
    pub(super) on_clitic: bool,
    /// Whether it may open a speech again that is still open: English does so after a full stop.
    pub(super) reopens: bool,
}

/// The marks of each block, in order of place.
pub(super) fn marks(article: &Analysis<'_>) -> Vec<Vec<Mark>> {
    let mut found: Vec<Vec<Mark>> = vec![Vec::new(); article.document.blocks.len()];
    for at in article.quotation_marks().iter().copied() {
        let block = &mut found[article.tokens.list[at].block as usize];
        if let Some(mut mark) = mark_at(article, at) {
            // A prime closes what is open, of whatever kind.
            let prime = article.tokens.folded(at) == "″";
            if let Some(before) = block.last().filter(|_| prime) {
                mark.style = before.style;
            }
            block.push(mark);
        }
    }
    found
}

fn mark_at(article: &Analysis<'_>, at: usize) -> Option<Mark> {
    let token = article.tokens.list[at];
    let (style, drawn) = match article.tokens.folded(at).chars().next()? {
        '«' => (Style::Angle, Some(Side::Open)),
        '»' => (Style::Angle, Some(Side::Close)),
        '“' => (Style::Curly, Some(Side::Open)),
        '”' | '″' => (Style::Curly, Some(Side::Close)),
        '"' => (Style::Straight, None),
        _ => return None,
    };
    let before = at.checked_sub(1).map(|before| article.tokens.list[before]);
    let kind = before.filter(|_| token.glued).map(|before| before.kind);
    let english = article.document.blocks[token.block as usize].language == Language::English;
    let ended = at
        .checked_sub(1)
        .is_some_and(|before| matches!(article.tokens.folded(before), "." | "!" | "?" | "\""));
    let placed = placed(article, at);
    Some(Mark {
        token: at,
        style,
        drawn,
        placed,
        measure: kind == Some(PieceKind::Digits),
        on_clitic: kind == Some(PieceKind::Word) && placed.is_none(),
        reopens: english && ended && placed == Some(Side::Open),
    })
}

/// A mark opens where a word is glued to it behind, or a colon stands before; it closes where something is glued to it before, or the sentence
/// ends behind it.
fn placed(article: &Analysis<'_>, at: usize) -> Option<Side> {
    let list = &article.tokens.list;
    let block = list[at].block;
    let after = list.get(at + 1).filter(|next| next.block == block);
    let before = at.checked_sub(1).filter(|_| list[at].glued);
    let word_after = after.is_some_and(|next| next.glued && next.kind != PieceKind::Punctuation);
    let ends =
        after.is_none() || matches!(article.tokens.folded(at + 1), "." | "،" | "," | "؛" | ";");
    match (before, word_after) {
        (None, true) => Some(Side::Open),
        (Some(before), _) if article.tokens.folded(before) == ":" => Some(Side::Open),
        (Some(_), false) => Some(Side::Close),
        (None, false) if ends => Some(Side::Close),
        _ => None,
    }
}
