//! Statements of one build about two things: «ارتفع خام برنت 40 سنتا إلى 49.92 دولار» and «ارتفع الخام الأمريكي 35 سنتا إلى 45.01 دولار».
//!
//! The words alone do not tell them from one fact told twice, for both share nearly all. Their other figures do: who tells one fact again
//! changes one figure by mistake, not every figure of the sentence. And a list opens each of its sentences in the same way.

use crate::claim::compare::Context;
use crate::claim::compare::pairs::Entry;
use crate::token::Tokens;

/// Figures of one sentence that are looked at, on each side of a figure.
const BESIDE: usize = 6;

/// A figure of the very kind that is compared weighs as much as so many of other kinds.
const OWN: usize = 2;

/// What the other figures of two sentences say of the two being one statement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Companions {
    /// Figures of one kind and one value that both sentences give.
    pub same: usize,
    /// Figures that have another of their kind in the other sentence, and none of their value.
    pub other: usize,
}

/// Compares the figures that stand beside two entries, by the places of both among `entries`. Figures of another kind can
/// differ on the same side alone: what stands before one figure and behind the other has another part in its sentence.
pub(super) fn companions(entries: &[Entry<'_>], one: usize, other: usize) -> Companions {
    let (a, mut b) = (beside(entries, one), beside(entries, other));
    let mine = &entries[one];
    let mut found = Companions::default();
    for (side, companion) in &a {
        let given = |kin: &Entry<'_>| kin.number == companion.number;
        if b.iter().any(|(_, kin)| given(kin)) {
            found.same += 1;
            continue;
        }
        let partner = b
            .iter()
            .position(|(place, kin)| kin.meets(companion) && (place == side || kin.meets(mine)));
        // Each figure is the partner of one.
        if let Some(partner) = partner {
            b.remove(partner);
            found.other += if companion.meets(mine) { OWN } else { 1 };
        }
    }
    found
}

/// Where a figure stands, seen from another one of its sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    Behind,
}

/// The other entries of an entry's sentence.
fn beside<'e, 'a>(entries: &'e [Entry<'a>], at: usize) -> Vec<(Side, &'e Entry<'a>)> {
    let sentence = entries[at].claim.sentence;
    let mine = |entry: &&Entry<'_>| entry.claim.sentence == sentence;
    let before = entries[..at].iter().rev().take(BESIDE).take_while(mine);
    let behind = entries[at + 1..].iter().take(BESIDE).take_while(mine);
    let before = before.map(|entry| (Side::Before, entry));
    before
        .chain(behind.map(|entry| (Side::Behind, entry)))
        .collect()
}

/// Sentences that lie so far apart at most may be lines of one list.
const LISTED: usize = 3;

/// The words in which the lines of a list begin.
const OPENING: usize = 3;

/// Whether two sentences near each other begin in the same words: «فرض الاتحاد غرامة 1000 دينار على … فرض الاتحاد غرامة 2000 دينار على …».
pub(super) fn open_alike(context: Context<'_>, one: &Entry<'_>, other: &Entry<'_>) -> bool {
    let [first, second] = [one, other].map(|entry| entry.claim.sentence);
    let near = first != second && first.abs_diff(second) <= LISTED;
    let opening = |sentence: usize| {
        let start = context.tokens.sentences.get(sentence)?.tokens.start;
        opening(context.tokens, start)
    };
    near && opening(first).is_some_and(|words| Some(words) == opening(second))
}

fn opening(tokens: &Tokens, start: usize) -> Option<[&str; OPENING]> {
    let words = [start, start + 1, start + 2].map(|at| tokens.folded(at));
    let content =
        (start..start + OPENING).filter(|at| *at < tokens.list.len() && tokens.word(*at).content);
    (content.count() + 1 >= OPENING).then_some(words)
}

/// Words around a figure that make a sentence of its own.
const RETOLD: usize = 5;

/// Whether the same words lead up to both figures and away from them, as where a page gives its headline again.
pub(super) fn is_retold(context: Context<'_>, one: &Entry<'_>, other: &Entry<'_>) -> bool {
    let tokens = context.tokens;
    let [a, b] = [one, other].map(|entry| &entry.claim.quantity.tokens);
    let same =
        |x: usize, y: usize| !tokens.folded(x).is_empty() && tokens.folded(x) == tokens.folded(y);
    let before = (1..=RETOLD.min(a.start).min(b.start))
        .take_while(|back| same(a.start - back, b.start - back))
        .count();
    let behind = (0..RETOLD)
        .take_while(|step| same(a.end + step, b.end + step))
        .count();
    before + behind >= RETOLD
}
