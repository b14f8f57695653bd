//! Quotation marks without a partner.
//!
//! ```text
//! «…»  "…"  “…”      one block, or blocks that a speech runs through: each may open again, the last one closes
//! “ …“  ” …”         one mark for both sides: house style where much of the article does so, else a mark of the wrong side
//! "… ”               two kinds that together make one pair
//! ```
//!
//! A block gets one finding for each kind of mark: where one partner is missing, those that follow pair up wrongly.

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::quotation::mark::{Mark, Side, Style, marks};
use crate::check::{Check, Match};
use crate::document::Zone;

/// Finds quotation marks without a partner.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LoneQuote {}

/// What is wrong with a block's marks.
#[derive(Clone, Copy)]
struct Fault {
    mark: Mark,
    case: &'static str,
}

impl Check for LoneQuote {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        let marks = marks(article);
        let loose = is_curly_loose(&marks);
        let faults = [Style::Angle, Style::Curly, Style::Straight].map(|style| {
            let alike = style == Style::Straight || style == Style::Curly && loose;
            let blocks: Vec<_> = marks
                .iter()
                .map(|block| fault(block, style, alike))
                .collect();
            (style, blocks)
        });
        let mut found = Vec::new();
        for (style, blocks) in &faults {
            for (block, here) in blocks.iter().enumerate() {
                let kinds = faults.iter().filter(|(_, of)| of[block].is_some()).count();
                let whole = kinds == 2 || runs_on(article, &marks, blocks, block, *style);
                if let Some(fault) = here.filter(|_| !whole) {
                    found.push(report(article, fault));
                }
            }
        }
        found.sort_by_key(|one| one.places.first().map(|place| place.span));
        found
    }
}

/// Whether the article's curly marks say nothing by their form: many stand on the wrong side.
fn is_curly_loose(marks: &[Vec<Mark>]) -> bool {
    let told = marks
        .iter()
        .flatten()
        .filter(|mark| mark.style == Style::Curly && mark.placed.is_some());
    let wrong = told
        .clone()
        .filter(|mark| mark.placed != mark.drawn)
        .count();
    3 * wrong > told.count()
}

/// What is wrong with the marks of one style in one block; `alike` where both sides look the same.
fn fault(block: &[Mark], style: Style, alike: bool) -> Option<Fault> {
    let marks = block.iter().filter(|mark| mark.style == style).copied();
    if alike {
        fault_of_parity(marks)
    } else {
        fault_of_sides(marks)
    }
}

/// Marks that look the same on both sides: their number is even, speech that opens again and inches aside.
fn fault_of_parity(marks: impl Iterator<Item = Mark>) -> Option<Fault> {
    let mut kept: Vec<Mark> = Vec::new();
    for mark in marks {
        let open = kept.len() % 2 == 1;
        let inches = mark.measure && !open;
        let again = mark.reopens && open;
        if !inches && !again {
            kept.push(mark);
        }
    }
    if kept.len().is_multiple_of(2) {
        return None;
    }
    let mut open: Option<Mark> = None;
    for mark in kept {
        let next = if open.is_some() {
            Side::Close
        } else {
            Side::Open
        };
        match (mark.placed.unwrap_or(next), open) {
            (Side::Open, None) => open = Some(mark),
            (Side::Close, Some(_)) => open = None,
            (Side::Open, Some(mark)) => {
                return Some(Fault {
                    mark,
                    case: "unclosed",
                });
            }
            (Side::Close, None) => {
                return Some(Fault {
                    mark,
                    case: "unopened",
                });
            }
        }
    }
    open.map(|mark| Fault {
        mark,
        case: "unclosed",
    })
}

/// Marks that have a side by their form: each closing one closes the last that is open.
fn fault_of_sides(marks: impl Iterator<Item = Mark>) -> Option<Fault> {
    let mut open: Vec<Mark> = Vec::new();
    let mut found: Option<Fault> = None;
    let mut tell = |mark, case| {
        found.get_or_insert(Fault { mark, case });
    };
    for mark in marks {
        let closes = mark.placed == Some(Side::Close);
        match mark.drawn {
            Some(Side::Close) => match open.pop() {
                Some(first) if first.drawn == Some(Side::Close) && !first.on_clitic => {
                    tell(first, "opened-with-closing");
                }
                Some(_) => {}
                None if closes => tell(mark, "unopened"),
                None => open.push(mark),
            },
            _ if mark.reopens && !open.is_empty() => {}
            _ if closes && open.pop().is_some() => tell(mark, "closed-with-opening"),
            _ if closes => tell(mark, "unopened"),
            _ => open.push(mark),
        }
    }
    match open.as_slice() {
        // « … « with spaces on both sides of the second.
        [_, second] if second.placed.is_none() => tell(*second, "closed-with-opening"),
        [first, ..] if first.drawn == Some(Side::Close) => tell(*first, "unopened"),
        [first, ..] => tell(*first, "unclosed"),
        [] => {}
    }
    found
}

/// Whether a quotation goes on into the next block, or came in from the one before.
fn runs_on(
    article: &Analysis<'_>,
    marks: &[Vec<Mark>],
    faults: &[Option<Fault>],
    block: usize,
    style: Style,
) -> bool {
    let Some(fault) = faults.get(block).copied().flatten() else {
        return false;
    };
    let lone = |block: usize, case: &str| {
        let fault = faults.get(block).copied().flatten();
        fault.is_some_and(|fault| fault.case == case)
    };
    let reopens = |block: usize| {
        let first = marks.get(block).and_then(|marks| marks.first());
        first.is_some_and(|mark| {
            let start = article.document.blocks[block].span.start;
            mark.style == style && article.tokens.list[mark.token].span.start == start
        })
    };
    let mut near = 1..=3;
    match fault.case {
        "unclosed" => reopens(block + 1) || near.any(|far| lone(block + far, "unopened")),
        "unopened" => near.any(|far| {
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
    let word = match fault.case {
        "unclosed" | "opened-with-closing" => beside(at + 1),
        _ => at.checked_sub(1).and_then(beside),
    };
    let span = list[at].span;
    let near = word.map_or(span, |word| span.to(word.span));
    let zone = article.document.blocks[block as usize].zone;
    let aside = matches!(zone, Zone::Table | Zone::FrontMatter);
    Match::at(near, if aside { 50 } else { 72 })
        .case(fault.case)
        .quote("mark", span)
        .quote("near", near)
}
