//! The words beside a percentage: whether it tells of a change or of a share, and of which things.

use std::ops::Range;

use crate::analysis::Analysis;
use crate::check::percentage::pair::Pair;
use crate::lang::lexicon::cue::Cue;
use crate::quantity::value::Kind;

/// Tokens between a word of growing or shrinking and its percentage.
const BEFORE: usize = 24;

/// The same, where another percentage stands between.
const NEAR: usize = 14;

/// Tokens between the word of a share and its percentage.
const SHARE: usize = 4;

/// Whether a word of growing or shrinking stands beside a percentage. Behind the amounts it must stand between them and the percentage, and begin no
/// clause of its own («… مقابل 460 طنا، وارتفعت كمية الأسماك بنسبة 6%»).
pub(super) fn is_of_change(article: &Analysis<'_>, own: &Range<usize>, amounts: usize) -> bool {
    let tokens = &article.tokens;
    let start = if amounts <= own.start {
        amounts
    } else {
        sentence_start(article, own.start)
    };
    let near = before(article, own).max(start)..own.end + 3;
    let mut words = tokens
        .cues_in(near)
        .filter(|(_, hit)| matches!(hit.cue, Cue::Rise | Cue::Fall))
        .map(|(at, _)| at)
        .peekable();
    if words.peek().is_none() {
        let direct = amounts <= own.start && own.start - amounts <= SHARE;
        return direct && is_of_share(article, own);
    }
    words.all(|at| amounts > own.start || !begins_clause(article, at))
}

/// Whether a word that a share follows stands right before a percentage, and none of growing or shrinking.
pub(super) fn is_of_share(article: &Analysis<'_>, own: &Range<usize>) -> bool {
    let start = sentence_start(article, own.start);
    let near = own.start.saturating_sub(SHARE).max(start)..own.start + 1;
    let has = |cues: &[Cue]| {
        let mut hits = article.tokens.cues_in(near.clone());
        hits.any(|(_, hit)| cues.contains(&hit.cue))
    };
    has(&[Cue::ThatIs, Cue::ShareOf]) && !has(&[Cue::Rise, Cue::Fall])
}

/// Whether a percentage says again what part an amount is: «20 مليارا أو 59% منها».
pub(super) fn is_also_told(article: &Analysis<'_>, own: &Range<usize>) -> bool {
    let before = own.start.checked_sub(1);
    before.is_some_and(|at| matches!(article.tokens.folded(at), "او" | "or"))
        && is_of_others(article, own)
}

/// Whether words of growing and of shrinking stand beside a percentage: the nearest before it, and what stands with that («نمو العجز»); else behind it.
pub(in crate::check) fn directions(article: &Analysis<'_>, own: &Range<usize>) -> (bool, bool) {
    let start = sentence_start(article, own.start);
    let near = before(article, own).max(start)..own.start + 1;
    let told: Vec<_> = article
        .tokens
        .cues_in(near)
        .filter(|(_, hit)| matches!(hit.cue, Cue::Rise | Cue::Fall))
        .collect();
    let last = told.iter().map(|(at, _)| *at).max();
    let has = |cue| match last {
        Some(last) => told
            .iter()
            .any(|(at, hit)| hit.cue == cue && at + TOGETHER >= last),
        None => article
            .tokens
            .cues_in(own.end..own.end + 3)
            .any(|(_, hit)| hit.cue == cue),
    };
    (has(Cue::Rise), has(Cue::Fall))
}

/// Where the words that tell of a percentage may begin: near it, or farther where no other percentage stands between.
fn before(article: &Analysis<'_>, own: &Range<usize>) -> usize {
    let behind = article
        .claims
        .partition_point(|claim| claim.quantity.tokens.start < own.start);
    let percent = article.claims[..behind]
        .iter()
        .rev()
        .take(BEFORE)
        .find(|claim| claim.quantity.kind == Kind::Percent);
    let last = percent.map_or(0, |claim| claim.quantity.tokens.end);
    let near = own.start.saturating_sub(NEAR);
    own.start.saturating_sub(BEFORE).max(last).min(near)
}

/// Tokens between two words of growing or shrinking that speak of one thing.
const TOGETHER: usize = 3;

/// Whether the amounts go the way that the words beside a percentage tell; others are not what it is about.
pub(super) fn is_toward(article: &Analysis<'_>, own: &Range<usize>, pair: &Pair) -> bool {
    match directions(article, own) {
        (true, false) => pair.other.value > pair.base.value,
        (false, true) => pair.other.value < pair.base.value,
        _ => true,
    }
}

/// Whether a percentage counts some of those just told («30% منهم نساء»).
pub(super) fn is_of_others(article: &Analysis<'_>, own: &Range<usize>) -> bool {
    article.tokens.cue_at(own.end, Cue::PartOf).is_some()
}

/// Whether the words between a percentage and two amounts turn to another thing.
pub(super) fn turns(article: &Analysis<'_>, gap: Range<usize>) -> bool {
    let tokens = &article.tokens;
    let cue = tokens.cues_in(gap.clone()).any(|(at, hit)| match hit.cue {
        // «لكن بانخفاض قدره 19% من …» is about the same thing.
        Cue::Contrast => !opens_change(article, at + hit.length),
        Cue::Another | Cue::Cause => true,
        Cue::Says => reports(article, at + hit.length),
        _ => false,
    });
    let mut open = 0_usize;
    cue || gap.clone().any(|at| match tokens.folded(at) {
        "(" => {
            open += 1;
            false
        }
        ")" => {
            open = open.saturating_sub(1);
            false
        }
        ";" | "؛" => open == 0,
        "كما" => true,
        _ => false,
    })
}

/// Whether the words between a percentage and two amounts turn to what one share earned: it need not have changed as the whole did.
pub(super) fn turns_to_a_share(article: &Analysis<'_>, mut gap: Range<usize>) -> bool {
    gap.any(|at| matches!(article.tokens.folded(at), "السهم" | "للسهم" | "share"))
}

/// Whether a part stands in brackets behind its whole, and a percentage behind them: «37 مليارا (منها 25 مليارا من الخزانة) بنسبة 50% من …» is said of
/// the whole.
pub(super) fn is_outside(article: &Analysis<'_>, own: &Range<usize>, pair: &Pair) -> bool {
    let has = |mut range: Range<usize>, marks: [&str; 2]| {
        range.any(|at| marks.contains(&article.tokens.folded(at)))
    };
    has(pair.base.tokens.end..pair.other.tokens.start, ["(", "«"])
        && has(pair.other.tokens.end..own.start, [")", "»"])
}

/// Whether a percentage names the time that it compares with, and the amounts from `start` on name another: «900 مليون مقابل 92 مليونا لنفس الفترة
/// من العام الماضي، بارتفاع 20% عن الربع السابق».
pub(super) fn is_since_another(article: &Analysis<'_>, own: &Range<usize>, start: usize) -> bool {
    let tokens = &article.tokens;
    let based = matches!(tokens.folded(own.end), "عن" | "from" | "on" | "over");
    let times = |range: Range<usize>| {
        let hits = tokens.cues_in(range);
        hits.filter(|(_, hit)| hit.cue == Cue::Earlier && hit.length > 1)
            .map(|(at, _)| tokens.word(at).concept)
    };
    let (behind, before) = (own.end + 1..own.end + 2, start..own.start);
    let mut told = times(before.clone()).peekable();
    let another = |time| told.peek().is_some() && !times(before.clone()).any(|other| other == time);
    based && times(behind).next().is_some_and(another)
}

/// Whether «بعد أن» opens a clause on what came before («من 53 إلى 57 بعد أن ارتفعت الأسعار 17%»); «بعد أن كان» compares.
pub(super) fn follows(article: &Analysis<'_>, gap: Range<usize>) -> bool {
    gap.clone().any(|at| {
        let word = article.tokens.folded(at);
        let that = word == "بعدما" || word == "بعد" && article.tokens.folded(at + 1) == "ان";
        that && article.tokens.cue_at(at, Cue::Compared).is_none()
    })
}

/// Whether a noun of growing or shrinking hung on «ب» stands at a token.
fn opens_change(article: &Analysis<'_>, at: usize) -> bool {
    article.tokens.folded(at).starts_with('ب')
        && article
            .tokens
            .cues_at(at)
            .any(|hit| matches!(hit.cue, Cue::Rise | Cue::Fall))
}

/// Whether the words of `gap` go on to another member of a list: behind a comma or bracket only a relative may go on with the same thing
/// («، والتي بلغت», «، حيث بلغ», "which").
pub(super) fn lists(article: &Analysis<'_>, gap: Range<usize>) -> bool {
    let tokens = &article.tokens;
    gap.clone().any(|at| {
        let next = tokens.folded(at + 1);
        let same = next.starts_with("ال")
            || next.starts_with("وال")
            || next.starts_with("وب")
            || next.starts_with("بـ")
            || matches!(
                next,
                "حيث"
                    | "اذ"
                    | "اي"
                    | "وذلك"
                    | "وهو"
                    | "وهي"
                    | "وكان"
                    | "وكانت"
                    | "which"
                    | "when"
                    | "or"
            );
        matches!(tokens.folded(at), "،" | "," | ")") && next.starts_with('و') && !same
    })
}

/// Whether «و» stands on a verb or noun of growing: another thing grew.
fn begins_clause(article: &Analysis<'_>, at: usize) -> bool {
    let word = article.tokens.folded(at);
    let before = at
        .checked_sub(1)
        .map_or("", |before| article.tokens.folded(before));
    word.starts_with('و') && !word.starts_with("وب") || matches!(before, "و" | "and")
}

fn sentence_start(article: &Analysis<'_>, at: usize) -> usize {
    let sentence = article.tokens.sentences.get(article.tokens.sentence_of(at));
    sentence.map_or(at, |sentence| sentence.tokens.start)
}

/// Whether «أن» or "that" follows a word of telling; «قدرها» and its kind tell nothing.
fn reports(article: &Analysis<'_>, behind: usize) -> bool {
    (behind..behind + 3).any(|at| matches!(article.tokens.folded(at), "ان" | "that"))
}
