//! How long ago, or how old, beside the year.
//!
//! ```text
//! ago  = "قبل" years mark? that-is? date | date mark? that-is? "قبل" years       في عام 2017، أي قبل تسع سنوات
//!      | years "ago" mark? date | date mark? that-is? years "ago"                 thirty years ago, in 1985
//! old  = years-old … origin date, six words at most                               the 30-year-old treaty, signed in 1985
//! ```

use std::ops::Range;

use crate::analysis::Analysis;
use crate::check::elapsed::Sentence;
use crate::check::elapsed::length::{Years, year_of};
use crate::check::{Match, Text};
use crate::claim::Claim;
use crate::lang::lexicon::cue::Cue;
use crate::quantity::value::Hedge;
use crate::text::span::Span;

/// Words between an age and what came to be in the year.
const OLD_REACH: usize = 9;

/// Words between a length of time and its year.
const AGO_REACH: usize = 4;

/// Lengths of time that a year beside them belies.
pub(super) fn find(sentence: &Sentence<'_>) -> Vec<Match> {
    let Some(date) = sentence.article.date else {
        return Vec::new();
    };
    let pairs = sentence.claims.windows(2);
    pairs
        .filter_map(|pair| {
            let [first, second] = pair else { return None };
            let (length, dated) = if Years::of(first).is_some() {
                (first, second)
            } else {
                (second, first)
            };
            let (years, year) = (Years::of(length)?, year_of(dated)?);
            let bounded = !matches!(dated.quantity.hedge, Hedge::Exact | Hedge::AtLeast);
            if bounded || !is_one(sentence.article, length, dated) {
                return None;
            }
            let now = i32::from(date.year());
            let others = sentence.other_years(dated);
            let mut nows = others.into_iter().chain([now]);
            if year > now || nows.any(|then| years.fits(then - year)) {
                return None;
            }
            Some(tell(sentence.article, length, dated, (year, now, years)))
        })
        .collect()
}

/// Whether the length and the year tell of one thing.
fn is_one(article: &Analysis<'_>, length: &Claim, dated: &Claim) -> bool {
    let (own, year) = (&length.quantity.tokens, &dated.quantity.tokens);
    let Some(ago) = ago(article, own) else {
        return own.end <= year.start && is_age(article, own.end..year.start);
    };
    if ago.end <= year.start {
        return joins(article, ago.end..year.start, false);
    }
    year.end <= ago.start
        && joins(article, year.end..ago.start, true)
        && is_closed(article, ago.end)
}

/// A length with the «قبل» before it or the "ago" behind it.
fn ago(article: &Analysis<'_>, own: &Range<usize>) -> Option<Range<usize>> {
    let is_ago = |at: usize| article.tokens.cue_at(at, Cue::Ago).is_some();
    if is_ago(own.end) && article.tokens.folded(own.end) == "ago" {
        return Some(own.start..own.end + 1);
    }
    let before = own.start.checked_sub(1)?;
    (is_ago(before) && article.tokens.folded(before) != "ago").then_some(before..own.end)
}

/// Whether only marks and words of restating stand between; where the year comes first they must restate.
fn joins(article: &Analysis<'_>, gap: Range<usize>, restated: bool) -> bool {
    let tokens = &article.tokens;
    let mut said = !restated;
    let mut at = gap.start;
    if gap.len() > AGO_REACH || gap.is_empty() && restated {
        return false;
    }
    while at < gap.end {
        let length = match tokens.folded(at) {
            "(" | "-" | "–" | "—" | "،" | "," => {
                said = true;
                1
            }
            "في" | "in" | "back" | "ب" => 1,
            _ => match tokens.cue_at(at, Cue::ThatIs) {
                Some(length) => {
                    said = true;
                    length
                }
                None => return false,
            },
        };
        at += length;
    }
    said
}

/// Whether the clause ends behind «قبل تسع سنوات»: not «قبل تسع سنوات من ذلك».
fn is_closed(article: &Analysis<'_>, at: usize) -> bool {
    let next = article.tokens.folded(at);
    next.is_empty()
        || matches!(
            next,
            "." | "،" | "," | ")" | "-" | "–" | "—" | "؛" | ";" | ":"
        )
}

/// Whether the words behind an age say that the thing came to be in the year behind them.
fn is_age(article: &Analysis<'_>, gap: Range<usize>) -> bool {
    let tokens = &article.tokens;
    let old = (gap.start.saturating_sub(3)..gap.end.min(gap.start + 2)).any(|at| {
        matches!(
            tokens.folded(at),
            "old" | "عمره" | "عمرها" | "عمر" | "العمر"
        )
    });
    let origin = (gap.start..gap.end).rev().take(4).find_map(|at| {
        let length = tokens.cue_at(at, Cue::Origin)?;
        let rest = at + length..gap.end;
        let plain =
            |word: usize| matches!(tokens.folded(word), "in" | "back" | "في" | "سنه" | "عام");
        Some(rest.into_iter().all(plain))
    });
    let turned = (gap.start..gap.end)
        .any(|at| matches!(tokens.folded(at), "." | ";" | "؛" | "who" | "whose"));
    gap.len() <= OLD_REACH && old && origin == Some(true) && !turned
}

/// The length with the word that makes it an age: "30-year-old".
fn whole(article: &Analysis<'_>, length: &Claim) -> Span {
    let end = length.quantity.tokens.end;
    let behind = (end..end + 2).find(|at| article.tokens.folded(*at) == "old");
    behind.map_or(length.span, |old| {
        length.span.to(article.tokens.span(&(old..old + 1)))
    })
}

fn tell(
    article: &Analysis<'_>,
    length: &Claim,
    dated: &Claim,
    (year, now, years): (i32, i32, Years),
) -> Match {
    let place = whole(article, length);
    let quoted = length.quoted || dated.quoted;
    let near = (years.written() - (now - year)).abs() == 2;
    let sure = match (quoted, near) {
        (false, false) => 78,
        (false, true) => 70,
        (true, _) => 58,
    };
    Match::at(place, sure)
        .related(dated.span)
        .quote("length", place)
        .quote("date", dated.span)
        .value("from", Text::Plain(year.to_string()))
        .value("to", Text::Plain(now.to_string()))
        .value("real", Text::Plain((now - year).to_string()))
}
