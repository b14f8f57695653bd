//! One thing said by two: a quotation, or a figure, that the article gives to one source and then to another.

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::quotation::drift::partners;
use crate::check::quotation::told::{self, Told, differ, is_relayed};
use crate::check::restated;
use crate::check::{Check, Match};
use crate::text::span::Span;

/// Finds what is attributed to two sources.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttributionDrift {
    /// The fewest words of a quotation that counts.
    words: usize,
}

impl Check for AttributionDrift {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        let quotations = told::speech(article, self.words);
        let mut found: Vec<Match> = partners(&quotations)
            .into_iter()
            .filter_map(|(one, other)| {
                quotation(article, quotations.get(one)?, quotations.get(other)?)
            })
            .collect();
        found.extend(figures(article));
        found.sort_by_key(|one| one.places.first().map(|place| place.span));
        found
    }
}

/// The same words in the mouths of two.
fn quotation(article: &Analysis<'_>, old: &Told, new: &Told) -> Option<Match> {
    let (long, short) = if old.words.len() >= new.words.len() {
        (old, new)
    } else {
        (new, old)
    };
    let inside = long
        .words
        .windows(short.words.len())
        .any(|words| words == short.words);
    let relayed = || is_relayed(article, old.inner.start) || is_relayed(article, new.inner.start);
    if !inside || relayed() {
        return None;
    }
    let (one, other) = (old.source(article)?, new.source(article)?);
    if !differ(article, one, other) {
        return None;
    }
    Some(tell(article.tokens.span(&new.inner), 50, other, one))
}

/// One figure by two sources.
fn figures(article: &Analysis<'_>) -> Vec<Match> {
    let pairs = restated::told_again(article).into_iter();
    pairs
        .filter_map(|(earlier, later)| {
            let (one, other) = (earlier.source?, later.source?);
            let at = |claim: &crate::claim::Claim| claim.quantity.tokens.start;
            let relayed = is_relayed(article, at(earlier)) || is_relayed(article, at(later));
            let apart = !relayed && differ(article, one, other);
            apart.then(|| {
                tell(later.span, 45, other, one)
                    .case("figure")
                    .quote("figure", later.span)
            })
        })
        .collect()
}

fn tell(what: Span, sure: u8, source: Span, before: Span) -> Match {
    Match::at(what, sure)
        .related(source)
        .related(before)
        .quote("words", what)
        .quote("first", before)
        .quote("second", source)
}
