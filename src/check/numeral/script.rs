//! Two scripts of digits in one article: «١٥ قتيلا و20 جريحا».

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::{Check, Match, Text};
use crate::lang::Language;
use crate::text::fold::digit;
use crate::text::span::Span;
use crate::text::split::PieceKind;

/// Finds figures in the script that the article writes more seldom.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DigitScripts {}

/// Which digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    /// 0 to 9.
    Western,
    /// ٠ to ٩, and the Persian forms of them.
    Eastern,
}

/// Figures of the rarer script that are marked; of more the first are enough to find the rest.
const MARKED: usize = 8;

impl Check for DigitScripts {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        find(article).into_iter().collect()
    }
}

fn find(article: &Analysis<'_>) -> Option<Match> {
    let list = &article.tokens.list;
    let mut figures: Vec<(Script, Span)> = Vec::new();
    let mut halves = None;
    for (at, token) in list.iter().enumerate() {
        if token.kind != PieceKind::Digits || is_code(article, at) || is_power(article, at) {
            continue;
        }
        let digits = article.text(token.span);
        let script = script(digits);
        let western = digits.contains(|c: char| c.is_ascii_digit());
        if western && digits.contains(|c: char| !c.is_ascii() && digit(c).is_some()) {
            halves = halves.or(Some(token.span));
        }
        figures.push((script, token.span));
    }
    if let Some(span) = halves {
        return Some(Match::at(span, 90).case("one-figure").quote("figure", span));
    }
    let of = |script| figures.iter().filter(move |(own, _)| *own == script);
    let eastern = of(Script::Eastern).count();
    let western = figures.len() - eastern;
    let (rare, usual, count) = if eastern < western {
        (Script::Eastern, Script::Western, eastern)
    } else {
        (Script::Western, Script::Eastern, western)
    };
    let (_, other) = of(usual).next()?;
    let mut marked = of(rare).map(|(_, span)| *span);
    let first = marked.next()?;
    let mut found = Match::at(first, 55)
        .related(*other)
        .quote("figure", first)
        .quote("other", *other)
        .value("count", Text::Plain(count.to_string()));
    for span in marked.take(MARKED - 1) {
        found.add_related(span);
    }
    Some(found)
}

fn script(digits: &str) -> Script {
    if digits.starts_with(|c: char| c.is_ascii_digit()) {
        Script::Western
    } else {
        Script::Eastern
    }
}

/// Whether a figure is the power of the unit that it touches: «م٢», «كم3».
fn is_power(article: &Analysis<'_>, at: usize) -> bool {
    let unit = at.checked_sub(1).is_some_and(|unit| {
        matches!(
            article.tokens.folded(unit),
            "م" | "كم" | "كلم" | "سم" | "متر" | "مترا" | "امتار"
        )
    });
    let glued = article.tokens.list.get(at).is_some_and(|token| token.glued);
    unit && glued && matches!(article.tokens.folded(at), "2" | "3")
}

/// Whether Latin letters touch a figure or stand beside it: «F-16», "G20", «iPhone 6».
fn is_code(article: &Analysis<'_>, at: usize) -> bool {
    let arabic = article.document.language == Language::Arabic;
    let glued = |at: usize| article.tokens.list.get(at).is_some_and(|token| token.glued);
    let latin = |at: Option<usize>| {
        at.and_then(|at| article.tokens.list.get(at))
            .is_some_and(|token| {
                token.kind == PieceKind::Word
                    && article
                        .text(token.span)
                        .starts_with(|c: char| c.is_ascii_alphabetic())
            })
    };
    let joined = |at: Option<usize>| {
        at.is_some_and(|at| {
            matches!(
                article.tokens.folded(at),
                "-" | "_" | "/" | "@" | "#" | "+" | ":"
            )
        })
    };
    latin(at.checked_sub(1)) && (arabic || glued(at))
        || latin(Some(at + 1)) && (arabic || glued(at + 1))
        || joined(at.checked_sub(1)) && latin(at.checked_sub(2))
        || joined(at.checked_sub(1)) && joined(Some(at + 1))
}
