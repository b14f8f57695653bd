//! A number and the items below it: a headline that promises seven reasons over six numbered ones, "five steps:" over four bullets.

use std::ops::Range;

use crate::analysis::Analysis;
use crate::check::list_count::{announced, claims_in};
use crate::check::{Match, Text};
use crate::claim::Claim;
use crate::document::{Block, Zone};
use crate::text::fold::digit;
use crate::text::span::Span;

/// The longest list that a number announces.
const MOST: i128 = 60;

/// The shortest numbered list that a headline is held against.
const LEAST: usize = 3;

/// How far a slip lies from the length of a numbered list.
const SLIP: usize = 2;

/// Tokens between the number and the colon that opens the items.
const REACH: usize = 10;

/// Lists of items that are not as long as announced.
pub(super) fn find(article: &Analysis<'_>) -> Vec<Match> {
    let mut found = below(article);
    found.extend(numbered(article));
    found
}

/// "Five steps:" with the items in the blocks that follow.
fn below(article: &Analysis<'_>) -> Vec<Match> {
    let blocks = &article.document.blocks;
    let opens = article.claims.iter().filter_map(|claim| {
        let number = announced(claim, MOST)?;
        let sentence = article.tokens.sentences.get(claim.sentence)?;
        let end = sentence.tokens.end;
        let colon = article.tokens.folded(end.checked_sub(1)?) == ":";
        let last = is_last(article, claim, end);
        let gap = end.saturating_sub(claim.quantity.tokens.end);
        let many = run(blocks, claim.block + 1)?;
        let wrong = colon && last && gap <= REACH && many.len() != number;
        wrong.then(|| {
            let sure = if many.len() < number { 74 } else { 52 };
            tell(article, claim, many.len(), joined(blocks, &many), sure)
        })
    });
    opens.collect()
}

/// Whether no other figure and no other sentence of its block follows a claim.
fn is_last(article: &Analysis<'_>, claim: &Claim, end: usize) -> bool {
    let ends = article
        .tokens
        .list
        .get(end)
        .is_none_or(|token| token.block as usize != claim.block);
    ends && claims_in(article, &(claim.quantity.tokens.end..end)).is_empty()
}

/// The items from a block on; none where it is no item, or the list is broken by a paragraph and goes on.
fn run(blocks: &[Block], first: usize) -> Option<Range<usize>> {
    let is = |at: usize| blocks.get(at).is_some_and(|block| block.zone == Zone::Item);
    let rest = blocks.get(first..)?.iter();
    let many = rest.take_while(|block| block.zone == Zone::Item).count();
    let end = first + many;
    let broken = is(end + 1) || is(end + 2);
    (many > 1 && !broken).then_some(first..end)
}

fn joined(blocks: &[Block], range: &Range<usize>) -> Option<Span> {
    let first = blocks.get(range.start)?.span;
    let last = blocks.get(range.end.checked_sub(1)?)?.span;
    Some(first.to(last))
}

/// A headline's number and the one numbered list of the article.
fn numbered(article: &Analysis<'_>) -> Option<Match> {
    let (many, at, counted) = match only_list(article) {
        Some((many, at)) => (many, at, true),
        None => only_run(article).map(|(many, at)| (many, at, false))?,
    };
    let mut claims = article.claims.iter();
    let promise = claims.find_map(|claim| {
        let headline = article.block(claim).zone == Zone::Headline;
        let number = announced(claim, MOST)
            .filter(|_| headline && claim.event.is_none() && !is_fate(article, claim))?;
        Some((claim, number))
    });
    let (claim, number) = promise?;
    let slip = number != many && number.abs_diff(many) <= SLIP && number >= LEAST;
    let sure = match (counted, many < number) {
        (true, true) => 70,
        (true, false) => 62,
        (false, _) => 50,
    };
    slip.then(|| tell(article, claim, many, Some(at), sure))
}

fn is_fate(article: &Analysis<'_>, claim: &Claim) -> bool {
    let class = claim.counted.as_ref().and_then(|counted| counted.class);
    class.is_some_and(|class| article.lexicon.is_fate(class))
}

/// How long the only numbered list of the article is, and where it ends; none where there are several, or one with a gap.
fn only_list(article: &Analysis<'_>) -> Option<(usize, Span)> {
    let blocks = article.document.blocks.iter();
    let mut numbers = blocks
        .filter(|block| !block.furniture && (block.zone == Zone::Item || block.heading))
        .filter_map(|block| Some((number_of(article, block)?, block.span)));
    let first = numbers.next()?;
    let rest: Vec<_> = numbers.collect();
    let last = rest.last()?;
    let rises = first.0 == 1 && rest.iter().enumerate().all(|(at, (n, _))| *n == at + 2);
    let many = rest.len() + 1;
    // A countdown is as long as its first number.
    let falls = last.0 == 1 && first.0 == many;
    let falls = falls
        && rest
            .iter()
            .enumerate()
            .all(|(at, (n, _))| n + at + 2 == many + 1);
    (many >= LEAST && (rises || falls)).then_some((many, last.1))
}

/// How long the only list of the article is, where its items show no numbers, and where it ends.
fn only_run(article: &Analysis<'_>) -> Option<(usize, Span)> {
    let blocks = &article.document.blocks;
    let is = |block: &Block| !block.furniture && block.zone == Zone::Item;
    let first = blocks.iter().position(is)?;
    let last = blocks.iter().rposition(is)?;
    let items = blocks.get(first..=last)?;
    let whole = items
        .iter()
        .all(|block| is(block) && number_of(article, block).is_none());
    let span = items.last()?.span;
    (whole && items.len() >= LEAST).then_some((items.len(), span))
}

/// The number that a block opens with, or that stands before it on its line.
fn number_of(article: &Analysis<'_>, block: &Block) -> Option<usize> {
    // In the file: what is read of Markdown has no numbers before its items.
    let start = article.document.to_source(block.span).start as usize;
    let before = article.document.source.text.get(..start)?;
    let line = before.rsplit('\n').next().unwrap_or_default();
    leading(line).or_else(|| leading(article.text(block.span)))
}

/// The number at the start of a text, with a mark behind it.
fn leading(text: &str) -> Option<usize> {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || "([#*".contains(c));
    let rest = text.trim_start_matches(|c| digit(c).is_some());
    let figure = text.get(..text.len() - rest.len())?;
    let marked = rest
        .trim_start()
        .starts_with(['.', ')', '-', '–', '/', ']', ':', 'ـ']);
    let digits = figure.chars().filter_map(digit);
    let number = digits.fold(0_usize, |all, next| {
        all.saturating_mul(10).saturating_add(usize::from(next))
    });
    (marked && !figure.is_empty() && figure.len() <= 6).then_some(number)
}

fn tell(article: &Analysis<'_>, claim: &Claim, many: usize, list: Option<Span>, sure: u8) -> Match {
    let told = article.tokens.span(&claim.quantity.tokens).to(claim.span);
    let found = Match::at(told, sure).case("items");
    let found = found
        .quote("announced", told)
        .value("many", Text::Plain(many.to_string()));
    match list {
        Some(list) => found.related(list),
        None => found,
    }
}
