//! The words beside a percentage: whether it tells of a change or of a share, and of which things.

use std::ops::Range;

use crate::analysis::Analysis;
use crate::check::percentage::pair::Pair;
use crate::lang::lexicon::cue::Cue;

/// Tokens between a word of growing or shrinking and its percentage.
const BEFORE: usize = 14;

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
    let near = own.start.saturating_sub(BEFORE).max(start)..own.end + 3;
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

/// Whether words of growing and of shrinking stand beside a percentage.
pub(super) fn directions(article: &Analysis<'_>, own: &Range<usize>) -> (bool, bool) {
    let start = sentence_start(article, own.start);
    let near = own.start.saturating_sub(BEFORE).max(start)..own.end + 3;
    let has = |cue| {
        article
            .tokens
            .cues_in(near.clone())
            .any(|(_, hit)| hit.cue == cue)
    };
    (has(Cue::Rise), has(Cue::Fall))
}

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
        Cue::Contrast | Cue::Another | Cue::Cause => true,
        Cue::Says => reports(article, at + hit.length),
        _ => false,
    });
    cue || gap
        .clone()
        .any(|at| matches!(tokens.folded(at), "كما" | ";" | "؛"))
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
