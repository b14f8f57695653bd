//! Quotation marks without a partner.
//!
//! ```text
//! «…»  "…"  “…”      one block, or blocks that a speech runs through: each may open again, the last one closes
//! “ …“  ” …”         one mark for both sides: house style where most of the article does so
//! ```
//!
//! Which side a curly mark plays is read from where it stands: it opens where a word follows it without a space, it closes where
//! one stands before it. An article that writes its curly marks the wrong way round throughout has a style, not a fault.

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::{Check, Match};
use crate::document::Zone;
use crate::text::span::Span;
use crate::text::split::PieceKind;

/// Finds quotation marks without a partner.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LoneQuote {}

/// A kind of quotation mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    /// « »
    Angle,
    /// “ ”
    Curly,
    /// " "
    Straight,
}

/// A side of a quotation, by the mark or by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Open,
    Close,
}

/// A mark of an article.
#[derive(Clone, Copy, Debug)]
struct Mark {
    token: usize,
    style: Style,
    /// What the mark itself says; none where it is the same on both sides.
    drawn: Option<Side>,
    /// What its place says, where it says one thing.
    placed: Option<Side>,
    /// Whether it may stand for inches: 24".
    measure: bool,
}

/// What is wrong with a block's marks.
#[derive(Clone, Copy)]
struct Fault {
    mark: Mark,
    case: &'static str,
}

impl Check for LoneQuote {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        let mut marks: Vec<Vec<Mark>> = vec![Vec::new(); article.document.blocks.len()];
        for at in 0..article.tokens.list.len() {
            if let Some(mark) = mark_at(article, at) {
                marks[article.tokens.list[at].block as usize].push(mark);
            }
        }
        let all: Vec<_> = marks.iter().flatten().copied().collect();
        let loose = is_curly_loose(&all);
        let faults = [Style::Angle, Style::Curly, Style::Straight].map(|style| {
            let toggles = style == Style::Straight || style == Style::Curly && loose;
            let of_style = |block: &Vec<Mark>| faults(block, style, toggles);
            (style, marks.iter().map(of_style).collect::<Vec<_>>())
        });
        let mut found = Vec::new();
        for (style, blocks) in &faults {
            for (block, here) in blocks.iter().enumerate() {
                let all: usize = faults.iter().map(|(_, blocks)| blocks[block].len()).sum();
                let mixed = here.len() == 1 && all == 2;
                if !mixed && !runs_on(article, &marks, blocks, block, *style) {
                    found.extend(here.iter().map(|fault| report(article, *fault)));
                }
            }
        }
        found.sort_by_key(|one| one.places.first().map(|place| place.span));
        found
    }
}

fn mark_at(article: &Analysis<'_>, at: usize) -> Option<Mark> {
    let token = article.tokens.list[at];
    if token.kind != PieceKind::Punctuation {
        return None;
    }
    let (style, drawn) = match article.tokens.folded(at) {
        "«" => (Style::Angle, Some(Side::Open)),
        "»" => (Style::Angle, Some(Side::Close)),
        "“" => (Style::Curly, Some(Side::Open)),
        "”" => (Style::Curly, Some(Side::Close)),
        "\"" | "″" => (Style::Straight, None),
        _ => return None,
    };
    let digits = at
        .checked_sub(1)
        .is_some_and(|before| token.glued && article.tokens.list[before].kind == PieceKind::Digits);
    Some(Mark {
        token: at,
        style,
        drawn,
        placed: placed(article, at),
        measure: style == Style::Straight && digits,
    })
}

/// A mark opens where only a word is glued to it behind, and closes where only a word or a mark of the sentence stands before.
fn placed(article: &Analysis<'_>, at: usize) -> Option<Side> {
    let list = &article.tokens.list;
    let block = list[at].block;
    let word = |at: usize| list[at].kind != PieceKind::Punctuation;
    let after = list
        .get(at + 1)
        .is_some_and(|next| next.glued && next.block == block && word(at + 1));
    let before = list[at].glued;
    let ends = list.get(at + 1).is_none_or(|next| {
        next.block != block || matches!(article.tokens.folded(at + 1), "." | "،" | "," | "؛")
    });
    match (before, after) {
        (false, true) => Some(Side::Open),
        (true, false) => Some(Side::Close),
        (false, false) if ends => Some(Side::Close),
        _ => None,
    }
}

/// Whether the article's curly marks say nothing by their form: about as many stand on the wrong side as on the right one.
fn is_curly_loose(marks: &[Mark]) -> bool {
    let told = marks
        .iter()
        .filter(|mark| mark.style == Style::Curly && mark.placed.is_some());
    let wrong = told
        .clone()
        .filter(|mark| mark.placed != mark.drawn)
        .count();
    3 * wrong > told.count()
}

/// The faults of one style in one block.
fn faults(block: &[Mark], style: Style, toggles: bool) -> Vec<Fault> {
    let mut marks: Vec<Mark> = Vec::new();
    for mark in block.iter().filter(|mark| mark.style == style) {
        // 24" is a measure where no quotation is open.
        if !(mark.measure && marks.len() % 2 == 0) {
            marks.push(*mark);
        }
    }
    if toggles && marks.len() % 2 == 0 {
        return Vec::new();
    }
    let mut open: Vec<Mark> = Vec::new();
    let mut found = Vec::new();
    for mark in marks {
        let (side, wrong_way) = side(mark, toggles, open.is_empty());
        let lone = |case| Fault { mark, case };
        match side {
            Side::Open if wrong_way && open.pop().is_some() => {
                found.push(lone("closed-with-opening"));
            }
            Side::Open if wrong_way => found.push(lone("unopened")),
            Side::Open => open.push(mark),
            Side::Close if open.pop().is_some() => {}
            Side::Close if wrong_way => found.push(lone("opened-with-closing")),
            Side::Close => found.push(lone("unopened")),
        }
    }
    let unclosed = open.into_iter().map(|mark| Fault {
        mark,
        case: "unclosed",
    });
    found.extend(unclosed);
    if toggles {
        // An odd mark among marks that are the same on both sides: one is missing, wherever it belongs.
        found.truncate(1);
    }
    found
}

/// The side that a mark plays, and whether it is drawn for the other one.
fn side(mark: Mark, toggles: bool, none_open: bool) -> (Side, bool) {
    if toggles {
        let next = if none_open { Side::Open } else { Side::Close };
        return (mark.placed.unwrap_or(next), false);
    }
    let wrong_way =
        mark.style == Style::Curly && mark.placed.is_some() && mark.placed != mark.drawn;
    (mark.drawn.unwrap_or(Side::Open), wrong_way)
}

/// Whether a quotation goes on into the next block, or came in from the one before.
fn runs_on(
    article: &Analysis<'_>,
    marks: &[Vec<Mark>],
    faults: &[Vec<Fault>],
    block: usize,
    style: Style,
) -> bool {
    let [fault] = faults[block].as_slice() else {
        return false;
    };
    let lone = |block: usize, case: &str| {
        faults
            .get(block)
            .is_some_and(|faults| faults.len() == 1 && faults[0].case == case)
    };
    let reopens = |block: usize| {
        let first = marks.get(block).and_then(|marks| marks.first());
        first.is_some_and(|mark| {
            let start = article.document.blocks[block].span.start;
            mark.style == style && article.tokens.list[mark.token].span.start == start
        })
    };
    let near = 1..=3;
    match fault.case {
        "unclosed" => {
            reopens(block + 1) || near.into_iter().any(|far| lone(block + far, "unopened"))
        }
        "unopened" => near.into_iter().any(|far| {
            block
                .checked_sub(far)
                .is_some_and(|before| lone(before, "unclosed"))
        }),
        _ => false,
    }
}

fn report(article: &Analysis<'_>, fault: Fault) -> Match {
    let list = &article.tokens.list;
    let at = fault.mark.token;
    let block = list[at].block;
    let beside = |at: usize| list.get(at).filter(|token| token.block == block);
    // The mark with the word beside it, so that a reader sees where it is.
    let words = match fault.case {
        "unclosed" | "opened-with-closing" => beside(at + 1),
        _ => at.checked_sub(1).and_then(beside),
    };
    let span = list[at].span;
    let shown = words.map_or(span, |word| span.to(word.span));
    let zone = article.document.blocks[block as usize].zone;
    let sure = if matches!(zone, Zone::Table | Zone::FrontMatter) {
        50
    } else {
        72
    };
    Match::at(shown_or(span, shown), sure)
        .case(fault.case)
        .quote("mark", span)
        .quote("near", shown)
}

fn shown_or(span: Span, shown: Span) -> Span {
    if shown.is_empty() { span } else { shown }
}
