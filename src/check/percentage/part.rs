//! A percentage that a part is said to be, where the whole is named again or given later.
//!
//! ```text
//! named   = whole … part share percentage "من" noun          the noun is one that the whole counts: «346 حيازة … 285 حيازة تمثل 72% من الحيازات»
//! later   = part share percentage "من" whole                 "700,000 people, 12% of the 5.8 million", «13 مليارا تشكل 8% من … البالغة 160 مليارا»
//! sibling = whole … part percentage … part percentage        of which one is right
//! ```

use std::ops::Range;

use crate::analysis::Analysis;
use crate::check::percentage::beside;
use crate::check::percentage::figure::{self, Figure};
use crate::check::percentage::pair::{Link, Pair, is_reaching};
use crate::check::percentage::ratio;
use crate::claim::Claim;
use crate::lang::lexicon::cue::Cue;
use crate::quantity::value::Kind;

/// Tokens between a part and its percentage.
const PART: usize = 12;

/// Tokens between a percentage and the whole given behind it.
const LATER: usize = 16;

/// Tokens between «من» and a whole with no word that it reached so much.
const DIRECT: usize = 3;

/// Words behind «من» that may name the whole.
const NAMED: usize = 4;

/// Tokens around a whole in which its name stands.
const AROUND: usize = 8;

/// The part and the whole of a percentage; none where no whole is surely meant.
pub(super) fn of(article: &Analysis<'_>, claim: &Claim, near: &[Claim]) -> Option<Pair> {
    let own = &claim.quantity.tokens;
    let own_share = beside::is_of_share(article, own);
    let at = near.iter().position(|other| other.span == claim.span)?;
    let part = part_before(article, near, at)?;
    let changes = beside::directions(article, own) != (false, false);
    let whole = if own_share {
        sibling_whole(article, near, at, &part)
            .or_else(|| later_whole(article, near, at, &part))
            .or_else(|| earlier_whole(article, near, at, &part))
    } else if changes {
        None
    } else {
        sibling_whole(article, near, at, &part)
    }?;
    let tokens = part.tokens.start.min(whole.tokens.start)..own.end;
    Some(Pair {
        base: whole,
        other: part,
        link: Link::Share,
        tokens,
    })
}

/// The amount right before the percentage at `at`, in its sentence and with no other percentage between.
fn part_before(article: &Analysis<'_>, near: &[Claim], at: usize) -> Option<Figure> {
    let claim = near.get(at)?;
    let start = claim.quantity.tokens.start;
    let before = near.get(..at)?.iter().rev();
    let part = before
        .take_while(|other| {
            other.sentence == claim.sentence && other.quantity.kind != Kind::Percent
        })
        .find_map(|other| figure::single(article, other))?;
    let gap = part.tokens.end..start;
    let free = !beside::turns(article, gap.clone()) && !beside::lists(article, gap.clone());
    (gap.len() <= PART && free).then_some(part)
}

/// The whole that another percentage of the sentence proves.
fn sibling_whole(
    article: &Analysis<'_>,
    near: &[Claim],
    at: usize,
    part: &Figure,
) -> Option<Figure> {
    let sentence = near.get(at)?.sentence;
    let others = near.iter().enumerate().filter(|(index, other)| {
        *index != at && other.sentence == sentence && other.quantity.kind == Kind::Percent
    });
    let parts: Vec<_> = others
        .filter_map(|(index, other)| Some((part_before(article, near, index)?, other)))
        .filter(|(other, _)| other.tokens != part.tokens && other.is_plainly_like(part))
        .collect();
    let first = parts.iter().map(|(other, _)| other.tokens.start).min()?;
    let wholes = near
        .iter()
        .filter(|other| other.quantity.tokens.start < first.min(part.tokens.start))
        .filter_map(|other| figure::single(article, other))
        .filter(|whole| whole.is_plainly_like(part) && whole.value > part.value);
    let mut wholes = wholes.rev();
    wholes.next().filter(|whole| {
        parts.iter().any(|(other, percent)| {
            let share = ratio::share(other, whole);
            share.and_then(|share| share.is(&percent.quantity)) == Some(true)
        })
    })
}

/// The whole given behind a percentage and «من» or "of".
fn later_whole(article: &Analysis<'_>, near: &[Claim], at: usize, part: &Figure) -> Option<Figure> {
    let claim = near.get(at)?;
    let end = claim.quantity.tokens.end;
    if !matches!(article.tokens.folded(end), "من" | "of") {
        return None;
    }
    let behind = near.get(at + 1..)?;
    let whole = behind
        .iter()
        .take_while(|other| {
            other.sentence == claim.sentence && other.quantity.kind != Kind::Percent
        })
        .find_map(|other| figure::single(article, other).filter(|whole| whole.is_like(part)))?;
    let gap = whole.tokens.start.checked_sub(end)?;
    let given = gap <= DIRECT + 1 || gap <= LATER && is_reaching(article, whole.tokens.start);
    given.then_some(whole)
}

/// The earlier amount of the sentence that a share is surely of: its name stands behind «من», a pronoun does («أو 59 بالمئة منها»), or it was given
/// as a whole («من أصل 50 ألف طن صُدرت بيع 10 آلاف طن، أي 20%»).
fn earlier_whole(
    article: &Analysis<'_>,
    near: &[Claim],
    at: usize,
    part: &Figure,
) -> Option<Figure> {
    let claim = near.get(at)?;
    let own = &claim.quantity.tokens;
    let pronoun = article.tokens.cue_at(own.end, Cue::PartOf).is_some()
        && own.start <= part.tokens.end + DIRECT;
    let earlier = near.get(..at)?.iter().rev();
    let mut wholes = earlier
        .take_while(|other| other.sentence == claim.sentence)
        .filter_map(|other| figure::single(article, other))
        .filter(|whole| whole.tokens.end <= part.tokens.start && whole.is_plainly_like(part));
    let whole = wholes.next().filter(|whole| whole.value > part.value)?;
    let given = (whole.tokens.start.saturating_sub(DIRECT)..whole.tokens.start)
        .any(|at| article.tokens.cue_at(at, Cue::Whole).is_some());
    (pronoun || given || is_named(article, own.end, &whole)).then_some(whole)
}

/// Whether the words behind «من» name what an amount is of.
fn is_named(article: &Analysis<'_>, end: usize, whole: &Figure) -> bool {
    let tokens = &article.tokens;
    let words = |range: Range<usize>| {
        let content = move |at: &usize| *at < tokens.list.len() && tokens.word(*at).content;
        range
            .filter(content)
            .filter(|at| tokens.cue_at(*at, Cue::Total).is_none())
            .map(|at| tokens.word(at).concept)
    };
    let behind = matches!(tokens.folded(end), "من" | "of");
    let named: Vec<_> = words(end + 1..end + 1 + NAMED).take(2).collect();
    let around = whole.tokens.start.saturating_sub(AROUND)..whole.tokens.end + 2;
    behind && words(around).any(|concept| named.contains(&concept))
}
