//! A stated total and the parts listed behind it, in one sentence.
//!
//! ```text
//! list  = total [noun] cue part (("،" | "و" | "," | "and") part)*          the last part behind «و» or "and", or before ")"
//!       | total [noun] part cue (("،" | "و") part)*                        «40 طيارا، 20 منهم أكراد و15 …»
//! cue   = closed («هم»، «موزعين على»، ":"، "(")                             the parts are everything
//!       | open   («بينهم»، «منها»، "including")                             the parts are some
//! ```
//!
//! A table is summed by its rows and columns, see `table`. Closed parts must add up to the total; open ones must not exceed it. A part that counts another fate («12 قتيلا بينهم طفلان و20 جريحا»: the
//! injured are no part of the dead) ends the list, and so does a part of another unit.

mod kin;
mod list;
mod sum;
mod table;

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::total::list::{List, Opening};
use crate::check::total::sum::Verdict;
use crate::check::{Check, Match, Text};
use crate::claim::Claim;
use crate::lang::lexicon::cue::Cue;
use crate::quantity::number::Number;
use crate::quantity::value::{Hedge, Kind};
use crate::text::span::Span;

/// Finds totals that their parts do not make.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Total {
    /// How many parts the list must have.
    parts: Parts,
}

/// One part, or several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Parts {
    /// One part that is larger than the whole.
    One,
    /// Two parts or more.
    Many,
}

impl Check for Total {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        let lists = 0..article.claims.len();
        let mut found: Vec<_> = lists.filter_map(|at| self.at(article, at)).collect();
        if self.parts == Parts::Many {
            found.extend(table::run(article));
        }
        found
    }
}

impl Total {
    /// What the list behind the claim at `at` says of it.
    fn at(self, article: &Analysis<'_>, at: usize) -> Option<Match> {
        let total = article.claims.get(at)?;
        let whole = sum::addable(total)?.written?;
        if is_one_or_telephone(article, total, whole)
            || kin::is_joined(article, total)
            || list::is_part(article, total)
            || list::is_shared(article, total)
        {
            return None;
        }
        let list = list::read(article, at)?;
        let many = list.parts.len() > 1;
        let mine = match self.parts {
            Parts::Many => many,
            // «أكثر من 240 لاجئا، منهم 420 طفلا»: one part may be what is more.
            Parts::One => !many && list.opening == Opening::Open && !sum::is_floor(total),
        };
        if !mine || !is_whole(article, total, &list) {
            return None;
        }
        let verdict = sum::verdict(article, total, &list)?;
        Some(finding(total, &list, whole, &verdict))
    }
}

/// A bare number before a list is a time, a score, a telephone number or one of a share («1 من بين كل 5»); before a list that shares it out
/// («توزعت بين», "split between"), or where it is said to be a number of things («بلغ عدد المصابين 1059، منهم …»), it is a total all the same.
fn is_whole(article: &Analysis<'_>, total: &Claim, list: &List<'_>) -> bool {
    let many = list.parts.len() > 1;
    let start = total.quantity.tokens.start;
    let mut cues = article.tokens.cues_in(start.saturating_sub(NAMED)..start);
    let mut counted = || cues.any(|(_, hit)| matches!(hit.cue, Cue::NumberOf | Cue::Total));
    total.quantity.kind != Kind::Number || many && (list.shares_out || counted())
}

/// Tokens before a bare number in which it is called the number or sum of something.
const NAMED: usize = 12;

/// «دائرة واحدة» is no whole of parts, and what starts with a zero is dialled.
fn is_one_or_telephone(article: &Analysis<'_>, total: &Claim, whole: Number) -> bool {
    let number = total
        .quantity
        .number
        .and_then(|span| article.document.text().get(span.range()));
    whole <= Number::ONE || number.is_some_and(|number| number.len() > 1 && number.starts_with('0'))
}

fn finding(total: &Claim, list: &List<'_>, whole: Number, verdict: &Verdict) -> Match {
    let spans = list.parts.iter().map(|part| part.span);
    let place = spans.reduce(Span::to).unwrap_or(total.span);
    let addends: Vec<_> = list
        .parts
        .iter()
        .filter_map(|part| part.quantity.value.amount()?.written)
        .map(|number| number.to_string())
        .collect();
    let exact = list
        .parts
        .iter()
        .chain(std::iter::once(&total))
        .all(|claim| claim.quantity.hedge == Hedge::Exact);
    let sure = match (list.opening, exact && !list.loose) {
        (Opening::Closed, true) => 92,
        (Opening::Open, true) => 90,
        (Opening::Bracket, true) => 86,
        _ => 65,
    };
    let exceeds = list.opening == Opening::Open;
    let found = Match::at(place, sure)
        .case(if exceeds { "exceeds" } else { "" })
        .related(total.span)
        .quote("total", total.span)
        .quote("parts", place);
    found
        .value("sum", Text::Plain(verdict.sum.to_string()))
        .value("addends", Text::Plain(addends.join(" + ")))
        .value("whole", Text::Plain(whole.to_string()))
}
