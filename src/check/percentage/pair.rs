//! Two amounts that a sentence sets beside each other: before and after, or a part and its whole.
//!
//! ```text
//! change = "من" base … "إلى" now | "إلى" now "من" base | now … compared … base     «مقابل», «مقارنة بـ», "compared with", "from … to", "to … from"
//!        | now … percentage "عن" base                                          «بزيادة 14% عن 200 ألف طن», "up 5% from 200"
//! share  = part … whole-cue … whole | whole … part-cue … part      «من أصل», «منها», "out of", "of which"
//! ```

use std::ops::Range;

use crate::analysis::Analysis;
use crate::check::percentage::beside;
use crate::check::percentage::figure::{self, Figure};
use crate::claim::Claim;
use crate::lang::lexicon::cue::Cue;
use crate::quantity::value::Kind;

/// How two amounts are linked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// From the first to the second.
    FromTo,
    /// One compared with an earlier or other one.
    Compared,
    /// A part and its whole.
    Share,
}

/// Two linked amounts.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    /// What the percentage is of: the earlier amount, or the whole.
    pub(super) base: Figure,
    /// The later amount, or the part.
    pub(super) other: Figure,
    /// How they are linked.
    pub(super) link: Link,
    /// From the first token of the first to the last of the second.
    pub(super) tokens: Range<usize>,
}

/// Tokens between two linked amounts.
const REACH: usize = 36;

/// Every pair that the claims of one sentence make.
pub(super) fn pairs(article: &Analysis<'_>, claims: &[Claim]) -> Vec<Pair> {
    let mut found = Vec::new();
    let mut last: Vec<Figure> = Vec::new();
    for claim in claims {
        if let Some((base, other)) = figure::ends(article, claim) {
            let tokens = base.tokens.clone();
            let link = Link::FromTo;
            if opens_from(article, tokens.start) {
                found.push(Pair {
                    base,
                    other,
                    link,
                    tokens,
                });
            }
        }
        let Some(second) = figure::single(article, claim) else {
            continue;
        };
        let plain = last
            .iter()
            .rev()
            .find(|first| first.is_plainly_like(&second));
        let loose = last.iter().rev().find(|first| first.is_like(&second));
        let linked = plain.and_then(|first| pair(article, claims, first, &second));
        found.extend(
            linked.or_else(|| loose.and_then(|first| pair(article, claims, first, &second))),
        );
        last.push(second);
    }
    found
}

/// Whether a pair that is linked by [`Link::FromTo`] may be found: «من» or "from" stands at a claim or not far before it.
pub(super) fn may_open_from(article: &Analysis<'_>, claims: &[Claim]) -> bool {
    claims.iter().any(|claim| {
        let start = claim.quantity.tokens.start;
        (start.saturating_sub(3)..=start).any(|at| is_from(article, at))
    })
}

fn is_from(article: &Analysis<'_>, at: usize) -> bool {
    matches!(article.tokens.folded(at), "من" | "from")
}

/// Whether «من» or "from" stands at a token, or before it with at most one word between («من مبلغ 192 مليارا»).
fn opens_from(article: &Analysis<'_>, at: usize) -> bool {
    let is_from = |at| is_from(article, at);
    let word = |at: usize| article.tokens.word(at).content;
    let before = at.checked_sub(1);
    let two = at.checked_sub(2).filter(|_| before.is_some_and(word));
    is_from(at) || before.is_some_and(is_from) || two.is_some_and(is_from)
}

/// Whether «إلى» or "to" stands right before an amount or opens it.
fn opens_to(article: &Analysis<'_>, at: usize) -> bool {
    (at.saturating_sub(2)..=at).any(|at| matches!(article.tokens.folded(at), "الي" | "to"))
}

/// Whether an amount is what a change led to («لتصل إلى 758 مليونا»), and so nothing to compare with.
fn is_outcome(article: &Analysis<'_>, at: usize) -> bool {
    let tokens = &article.tokens;
    (at.saturating_sub(2)..=at + 1).any(|at| {
        let verb = at.checked_sub(1).map_or("", |before| tokens.folded(before));
        tokens.folded(at) == "الي" && (verb.starts_with("لت") || verb.starts_with("لي"))
    })
}

/// Tokens between a percentage and the part and whole that prove it.
const AHEAD: usize = 8;

/// Whether a percentage is told ahead of its part and whole: «ساهمت بأقل من 72% في النفقات فأمنت 686 مليونا من أصل 957 مليونا».
pub(super) fn is_told_ahead(article: &Analysis<'_>, own: &Range<usize>, pair: &Pair) -> bool {
    let tokens = &article.tokens;
    let gap = own.end..pair.tokens.start;
    let mut cues = tokens.cues_in(pair.tokens.clone());
    let apart = gap.clone().any(|at| {
        matches!(tokens.folded(at), "،" | "," | "and" | "؛" | ";")
            || tokens.folded(at).starts_with('و')
    });
    let still = beside::directions(article, own) == (false, false);
    gap.len() <= AHEAD && !apart && still && cues.any(|(_, hit)| hit.cue == Cue::Whole)
}

/// Whether a claim is an amount that something came to.
pub(super) fn is_reached(article: &Analysis<'_>, claim: &Claim) -> bool {
    let kind = claim.quantity.kind;
    matches!(kind, Kind::Money | Kind::Measure | Kind::Count)
        && opens_to(article, claim.quantity.tokens.start)
}

fn pair(article: &Analysis<'_>, claims: &[Claim], first: &Figure, second: &Figure) -> Option<Pair> {
    let gap = first.tokens.end..second.tokens.start;
    if gap.start > gap.end || gap.len() > REACH || beside::turns(article, gap.clone()) {
        return None;
    }
    let tokens = first.tokens.start..second.tokens.end;
    let parted = claims.iter().any(|claim| is_percentage_in(claim, &gap));
    let (base, other, link) = if opens_from(article, first.tokens.start)
        && opens_to(article, gap.end)
        && !beside::lists(article, gap.clone())
        && !parted
    {
        (first, second, Link::FromTo)
    } else if opens_to(article, first.tokens.start) && is_from_behind(article, first, second) {
        (second, first, Link::FromTo)
    } else if is_of(article, &gap) && !parted || leads(article, &gap, Cue::Whole, 3, &[]) {
        (second, first, Link::Share)
    } else if leads(article, &gap, Cue::PartOf, 4, &[]) {
        (first, second, Link::Share)
    } else if !is_outcome(article, gap.end)
        && (leads(article, &gap, Cue::Compared, 22, claims) || spans_change(article, &gap, claims))
    {
        (second, first, Link::Compared)
    } else {
        return None;
    };
    Some(Pair {
        base: base.clone(),
        other: other.clone(),
        link,
        tokens,
    })
}

/// Whether nothing but "from" stands between two amounts: "to $3.1bn, from $2.8bn", «إلى 4.2 مليون من 3.9 مليون».
fn is_from_behind(article: &Analysis<'_>, first: &Figure, second: &Figure) -> bool {
    let gap = first.tokens.end..second.tokens.start + 1;
    let mut words = gap
        .clone()
        .map(|at| article.tokens.folded(at))
        .filter(|word| !matches!(*word, "," | "،"));
    gap.len() <= 4 && matches!(words.next(), Some("من" | "from"))
}

/// Whether nothing but "of" stands between two amounts: "12 of 40", "12 of its 40", «12 من 40».
fn is_of(article: &Analysis<'_>, gap: &Range<usize>) -> bool {
    let of = matches!(article.tokens.folded(gap.start), "of" | "من");
    of && (gap.len() == 1 || gap.len() == 2 && !article.tokens.word(gap.start + 1).content)
}

/// Whether a cue leads to the amount behind `gap`, at most `reach` tokens away and with no word of growing or shrinking and none of the
/// percentages of `claims` between.
fn leads(
    article: &Analysis<'_>,
    gap: &Range<usize>,
    cue: Cue,
    reach: usize,
    claims: &[Claim],
) -> bool {
    let tokens = &article.tokens;
    let cues = tokens.cues_in(gap.start..gap.end + 1);
    let mut behind = cues
        .filter(|(_, hit)| hit.cue == cue)
        .map(|(at, hit)| at + hit.length);
    behind.any(|behind| {
        let rest = behind..gap.end.max(behind);
        rest.len() <= reach
            && !beside::lists(article, rest.clone())
            && !rest
                .clone()
                .any(|at| matches!(tokens.folded(at), "وقد" | "فقد"))
            && !claims.iter().any(|claim| is_percentage_in(claim, &rest))
            && !tokens.cues_in(rest).any(|(_, hit)| {
                // «مقابل توقعات المحللين»: what was only expected is no earlier amount.
                let expected = cue == Cue::Compared && hit.cue == Cue::Future;
                expected || matches!(hit.cue, Cue::Rise | Cue::Fall)
            })
    })
}

/// Whether a percentage of growing or shrinking stands between two amounts and says from what: «بزيادة 14% على ما حققته في 2013 وهو …».
fn spans_change(article: &Analysis<'_>, gap: &Range<usize>, claims: &[Claim]) -> bool {
    let mut within = claims.iter().filter(|claim| is_percentage_in(claim, gap));
    within.any(|claim| {
        let own = &claim.quantity.tokens;
        let behind = article.tokens.folded(own.end);
        let based = matches!(behind, "عن" | "علي" | "عما" | "from" | "over" | "on")
            || behind == "من" && own.end + 3 >= gap.end
            || behind == "من" && is_reaching(article, gap.end);
        based && beside::is_of_change(article, own, gap.start)
    })
}

/// Whether an amount says of what was named that it reached so much: «من أدنى مستوى له البالغ 1159 دولارا».
pub(super) fn is_reaching(article: &Analysis<'_>, at: usize) -> bool {
    matches!(
        article.tokens.folded(at),
        "البالغ" | "البالغه" | "والبالغ" | "والبالغه"
    )
}

fn is_percentage_in(claim: &Claim, gap: &Range<usize>) -> bool {
    claim.quantity.kind == Kind::Percent && gap.contains(&claim.quantity.tokens.start)
}
