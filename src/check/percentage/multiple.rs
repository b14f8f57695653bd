//! A multiple beside the two amounts that it relates: "tripled from 200 to 400", «تضاعف ثلاث مرات من 200 إلى 400».
//!
//! ```text
//! multiple = verb … pair                    "tripled", "quadrupled"
//!          | growing n times … pair         «ثلاثة أضعاف», "three times": n times as much, or n times as much more
//! ```

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::percentage::pair::{self, Link, Pair};
use crate::check::{Check, Match, Text};
use crate::claim::Claim;
use crate::lang::lexicon::cue::Cue;
use crate::quantity::number::Number;
use crate::quantity::value::Hedge;
use crate::text::span::Span;

/// Finds multiples that two amounts do not make.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Multiple {
    /// Verbs, folded, with how many times as much they say.
    verbs: BTreeMap<String, u8>,
    /// Words, folded, for times: «أضعاف», "times".
    times: Vec<String>,
    /// Words, folded, that loosen a verb: "nearly", "more".
    loose: Vec<String>,
}

/// Tokens between a multiple and its pair.
const REACH: usize = 10;

/// A multiple as it is told.
struct Told {
    span: Span,
    end: usize,
    low: Number,
    high: Number,
}

impl Check for Multiple {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        article
            .claims_by_sentence()
            .filter_map(|claims| self.sentence(article, claims))
            .collect()
    }
}

impl Multiple {
    fn sentence(&self, article: &Analysis<'_>, claims: &[Claim]) -> Option<Match> {
        if !pair::may_open_from(article, claims) {
            return None;
        }
        let pairs = pair::pairs(article, claims);
        let pair = pairs.iter().find(|pair| pair.link == Link::FromTo)?;
        let told = self
            .verb(article, pair)
            .or_else(|| claims.iter().find_map(|claim| self.times(article, claim)))?;
        let gap = pair.tokens.start.checked_sub(told.end)?;
        let ratio = pair.other.value.checked_div(pair.base.value)?;
        let tenth = |number: Number, of: i128| {
            number
                .checked_mul(Number::whole(of))?
                .checked_div(Number::whole(10))
        };
        let fits = ratio >= tenth(told.low, 9)? && ratio <= tenth(told.high, 11)?;
        // Another thing grew or shrank by the pair.
        let other = article
            .tokens
            .cues_in(told.end..pair.tokens.start)
            .any(|(_, hit)| matches!(hit.cue, Cue::Rise | Cue::Fall));
        (gap <= REACH && !fits && !other).then(|| {
            let shown = Number::fraction((ratio * Number::whole(10)).round(), 10);
            let mut found = Match::at(told.span, 74);
            let mut places = vec![pair.base.span, pair.other.span];
            places.dedup();
            for place in places {
                found.add_related(place);
            }
            found
                .quote("multiple", told.span)
                .value("from", Text::Plain(pair.base.value.to_string()))
                .value("to", Text::Plain(pair.other.value.to_string()))
                .value("times", Text::Plain(shown.unwrap_or(ratio).to_string()))
        })
    }

    /// The verb before a pair that says how many times as much it became.
    fn verb(&self, article: &Analysis<'_>, pair: &Pair) -> Option<Told> {
        let near = pair.tokens.start.saturating_sub(REACH)..pair.tokens.start;
        let (at, times) = near.rev().find_map(|at| {
            let times = self.verbs.get(article.tokens.folded(at))?;
            Some((at, *times))
        })?;
        let before = at.saturating_sub(2)..at;
        let loose = before.clone().any(|at| {
            self.loose
                .iter()
                .any(|word| word == article.tokens.folded(at))
        });
        let times = Number::whole(i128::from(times));
        (!loose).then(|| Told {
            span: article.tokens.span(&(at..at + 1)),
            end: at + 1,
            low: times,
            high: times,
        })
    }

    /// «ثلاثة أضعاف», "three times" with a word of growing before it.
    fn times(&self, article: &Analysis<'_>, claim: &Claim) -> Option<Told> {
        let own = &claim.quantity.tokens;
        let word = article.tokens.folded(own.end);
        let named = self.times.iter().any(|times| times == word);
        let number = claim.quantity.value.amount()?.written?;
        let small = number > Number::ONE && number <= Number::whole(20);
        let grows = article
            .tokens
            .cues_in(own.start.saturating_sub(REACH)..own.start)
            .any(|(_, hit)| hit.cue == Cue::Rise);
        let exact = claim.quantity.hedge == Hedge::Exact;
        (named && small && grows && exact).then(|| Told {
            span: article.tokens.span(&(own.start..own.end + 1)),
            end: own.end + 1,
            low: number,
            high: number + Number::ONE,
        })
    }
}
