//! Names and figures in one order: "in 2019 and 2020 sales rose 4 %, 5 % and 6 % respectively", «على التوالي».
//!
//! After an ordinal («للمرة الثالثة على التوالي») the words say "in a row" and order nothing.

use std::ops::Range;

use crate::analysis::Analysis;
use crate::check::{Match, Text};
use crate::claim::Claim;
use crate::lang::lexicon::cue::Cue;
use crate::lang::lexicon::marks::Marks;
use crate::quantity::value::Kind;

/// Tokens between the last figure and the cue.
const REACH: usize = 3;

/// Whole numbers that are years.
const YEARS: std::ops::Range<i128> = 1900..2100;

/// Something that can stand in a row: a figure, a date, a place, a name in capitals.
#[derive(Clone, Debug)]
struct Atom {
    tokens: Range<usize>,
    figure: bool,
}

/// Rows that are to be read in one order and have two lengths.
pub(super) fn find(article: &Analysis<'_>) -> Vec<Match> {
    let tokens = &article.tokens;
    let cues = tokens.cues_in(0..tokens.list.len());
    let mut told: Vec<_> = cues
        .filter(|(_, hit)| hit.cue == Cue::Respectively)
        .map(|(at, _)| tokens.sentence_of(at))
        .collect();
    told.dedup();
    let sentences = told.into_iter().filter_map(|at| tokens.sentences.get(at));
    sentences
        .filter_map(|sentence| at(article, sentence.tokens.clone()))
        .collect()
}

fn at(article: &Analysis<'_>, sentence: Range<usize>) -> Option<Match> {
    let mut cues = article.tokens.cues_in(sentence.clone());
    let (cue, hit) = cues.find(|(_, hit)| hit.cue == Cue::Respectively)?;
    let rows = rows(article, sentence.start..cue);
    let (last, before) = rows.split_last()?;
    let end = last.last()?.tokens.end;
    let figures = last.iter().all(|atom| atom.figure);
    let names = before
        .iter()
        .rev()
        .find(|row| row.len() > 1 && row.iter().all(|atom| !atom.figure))?;
    let near = cue.saturating_sub(end) <= REACH && figures && last.len() > 1;
    if !near || names.len() == last.len() || !is_whole(article, names) {
        return None;
    }
    let span = |row: &[Atom]| {
        let start = row.first().map_or(0, |atom| atom.tokens.start);
        let end = row.last().map_or(start, |atom| atom.tokens.end);
        article.tokens.span(&(start..end))
    };
    let (figures, holders) = (span(last), span(names));
    let found = Match::at(figures, 62).case("respective").related(holders);
    let word = article.tokens.span(&(cue..cue + hit.length));
    Some(
        found
            .quote("list", holders)
            .quote("figures", figures)
            .quote("word", word)
            .value("many", Text::Plain(names.len().to_string()))
            .value("figured", Text::Plain(last.len().to_string())),
    )
}

/// What stands in the stretch, row by row: atoms with nothing but a mark or «و» between them.
fn rows(article: &Analysis<'_>, range: Range<usize>) -> Vec<Vec<Atom>> {
    let mut rows: Vec<Vec<Atom>> = Vec::new();
    for atom in atoms(article, range) {
        let joins = rows.last().and_then(|row| row.last()).is_some_and(|last| {
            last.figure == atom.figure && follows(article, last.tokens.end, atom.tokens.start)
        });
        match rows.last_mut() {
            Some(row) if joins => row.push(atom),
            _ => rows.push(vec![atom]),
        }
    }
    rows
}

/// Whether no member that is not known as a name stands before a row or goes on behind it: «عسير ومكة المكرمة والشرقية» are three.
fn is_whole(article: &Analysis<'_>, names: &[Atom]) -> bool {
    let tokens = &article.tokens;
    let mark = |at: usize| matches!(tokens.folded(at), "،" | ",");
    let joint = |at: usize| {
        let word = tokens.folded(at);
        word.starts_with('و') || matches!(word, "and" | "&")
    };
    let (Some(first), Some(last)) = (names.first(), names.last()) else {
        return false;
    };
    let (start, end) = (first.tokens.start, last.tokens.end);
    let led = joint(start) || start > 0 && (joint(start - 1) || mark(start - 1));
    !(led || joint(end) || mark(end) && joint(end + 1))
}

/// Whether an atom goes on a row that ends at `end`: «2019 و2020», "2019, 2020 and in 2021".
fn follows(article: &Analysis<'_>, end: usize, start: usize) -> bool {
    let tokens = &article.tokens;
    let joins = |at: usize| matches!(tokens.folded(at), "،" | "," | "و" | "and" | "&");
    let passes = |at: usize| joins(at) || matches!(tokens.folded(at), "في" | "in" | "عام");
    let marks = end..start;
    let written = tokens.folded(start).starts_with('و');
    marks.len() <= 3 && marks.clone().all(passes) && (written || marks.clone().any(joins))
}

fn atoms(article: &Analysis<'_>, range: Range<usize>) -> Vec<Atom> {
    let tokens = &article.tokens;
    let first = article
        .claims
        .partition_point(|claim| claim.quantity.tokens.end <= range.start);
    let mut claims = article.claims[first..].iter().peekable();
    let mut found = Vec::new();
    let mut at = range.start;
    while at < range.end {
        while claims
            .next_if(|claim| claim.quantity.tokens.end <= at)
            .is_some()
        {}
        let claim = claims
            .peek()
            .filter(|claim| claim.quantity.tokens.contains(&at));
        let name = named(article, at, range.end);
        let (end, figure) = match claim {
            Some(claim) => (claim.quantity.tokens.end, Some(!is_when(claim))),
            None if name > 0 => (at + name, Some(false)),
            None => (at + 1, None),
        };
        if let Some(figure) = figure {
            found.push(Atom {
                tokens: at..end.min(range.end),
                figure,
            });
        }
        at = end.max(at + 1);
    }
    found.retain(|atom| tokens.list.get(atom.tokens.start).is_some());
    found
}

/// A date, or the bare number of a year that follows one.
fn is_when(claim: &Claim) -> bool {
    let amount = claim.quantity.value.amount();
    let whole = amount.and_then(|amount| amount.written?.to_whole());
    let bare = claim.quantity.unit.is_none();
    claim.quantity.kind == Kind::Date || bare && whole.is_some_and(|year| YEARS.contains(&year))
}

/// How many tokens a place or a name in capitals takes.
fn named(article: &Analysis<'_>, at: usize, end: usize) -> usize {
    let tokens = &article.tokens;
    let places = tokens.phrases_at(article.lexicon.places.phrases(), Marks::PLACE, at);
    let place = places.iter().map(|(_, length)| *length).max();
    let capital = |at: &usize| tokens.list.get(*at).is_some_and(|token| token.capital);
    let capitals = (at..end).take_while(capital).count();
    place.unwrap_or(0).max(capitals)
}
