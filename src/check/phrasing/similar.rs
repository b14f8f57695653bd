//! Two sentences that are nearly one: a paragraph pasted twice and edited once.
//!
//! Candidates share rare pairs of neighbouring words, so the cost grows with the article, not with its square; only the best
//! candidate of a sentence is then compared word by word. Where the two differ decides:
//!
//! ```text
//! words left out or added                    edited copy
//! one figure for another                     the same thing told with two figures
//! one date, or one name, for another         told softly: it may be a list
//! several things at once                     a list («في حلب 3 … في حمص 5»): silent
//! ```

use hashbrown::HashMap;
use serde::Deserialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use smallvec::SmallVec;

use crate::analysis::Analysis;
use crate::check::phrasing::sentence::{is_by_form, is_whole_block, opening};
use crate::check::{Check, Match};
use crate::document::Zone;
use crate::lang::Language;
use crate::lang::lexicon::cue::Cue;
use crate::quantity::value::Kind;
use crate::text::span::Span;
use crate::text::split::PieceKind;
use crate::token::Token;
use crate::token::frame::Frame;
use crate::token::vocabulary::WordId;

/// Finds sentences that are nearly one.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SimilarSentence {
    /// The fewest words of a sentence that counts.
    words: usize,
    /// How much of the two must be one, in hundredths of their words.
    alike: usize,
}

/// Sentences that may share a pair of words before the pair says nothing.
const COMMON: usize = 6;

impl Check for SimilarSentence {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        let long = |frame: &&Frame| frame.words.len() >= self.words;
        let frames: Vec<_> = article.frames().iter().filter(long).collect();
        let partners = partners(&frames);
        let mut crowd = vec![0; frames.len()];
        for (_, earlier) in &partners {
            crowd[*earlier] += 1;
        }
        // A frame that many sentences share is a list.
        let pairs = partners.iter().filter(|(_, earlier)| crowd[*earlier] < 3);
        pairs
            .filter_map(|(later, earlier)| self.judge(article, frames[*earlier], frames[*later]))
            .collect()
    }
}

/// For each frame the earlier frame that shares most pairs of words with it, at least half of them.
fn partners(frames: &[&Frame]) -> Vec<(usize, usize)> {
    let mut index: HashMap<[WordId; 2], SmallVec<[usize; 2]>> = HashMap::new();
    let mut found = Vec::new();
    let mut shared = vec![0_usize; frames.len()];
    for (at, frame) in frames.iter().enumerate() {
        let mut met: SmallVec<[usize; 16]> = SmallVec::new();
        let pairs = frame.words.windows(2).enumerate();
        for (_, pair) in pairs.filter(|(at, _)| frame.is_again(*at)) {
            let places = index.entry([pair[0], pair[1]]).or_default();
            if places.len() <= COMMON {
                for earlier in places.iter().filter(|earlier| **earlier != at) {
                    if shared[*earlier] == 0 {
                        met.push(*earlier);
                    }
                    shared[*earlier] += 1;
                }
                if places.last() != Some(&at) {
                    places.push(at);
                }
            }
        }
        let enough = |earlier: usize, count: usize| {
            2 * count + 2 >= frame.words.len().min(frames[earlier].words.len())
        };
        let counts = met
            .into_iter()
            .map(|earlier| (earlier, std::mem::take(&mut shared[earlier])));
        let best = counts
            .filter(|(earlier, count)| enough(*earlier, *count))
            .max_by_key(|(earlier, count)| (*count, std::cmp::Reverse(*earlier)));
        found.extend(best.map(|(earlier, _)| (at, earlier)));
    }
    found
}

/// One place where the two sentences differ.
struct Slot {
    old: Vec<usize>,
    new: Vec<usize>,
}

impl SimilarSentence {
    fn judge(&self, article: &Analysis<'_>, old: &Frame, new: &Frame) -> Option<Match> {
        let all = old.words.len() + new.words.len();
        if 200 * shared_words(&old.words, &new.words) < self.alike * all {
            return None;
        }
        let ops = capture_diff_slices(Algorithm::Myers, &old.words, &new.words);
        let same: usize = ops
            .iter()
            .map(|op| match op {
                DiffOp::Equal { len, .. } => *len,
                _ => 0,
            })
            .sum();
        let slots = slots(&ops, old, new);
        if slots.is_empty() || 200 * same < self.alike * all {
            return None;
        }
        let (case, sure) = weigh(article, old, new, &slots)?;
        let (here, there) = (place(article, new), place(article, old));
        let found = Match::at(here, sure)
            .case(case)
            .related(there)
            .quote("opening", opening(article, new));
        let slot = slots
            .iter()
            .find(|slot| !slot.old.is_empty() && !slot.new.is_empty());
        Some(match slot.filter(|_| !case.is_empty()) {
            Some(slot) => found
                .quote("first", cover(article, &slot.old))
                .quote("second", cover(article, &slot.new)),
            None => found,
        })
    }
}

/// How many words two sentences share wherever they stand: as many at most as stand in one order.
fn shared_words(one: &[WordId], other: &[WordId]) -> usize {
    let sorted = |words: &[WordId]| {
        let mut words: SmallVec<[WordId; 64]> = SmallVec::from_slice(words);
        words.sort_unstable();
        words.into_iter()
    };
    let mut other = sorted(other).peekable();
    let is_shared = |word: &WordId| {
        while other.next_if(|next| next < word).is_some() {}
        other.next_if_eq(word).is_some()
    };
    sorted(one).filter(is_shared).count()
}

fn slots(ops: &[DiffOp], old: &Frame, new: &Frame) -> Vec<Slot> {
    let changed = ops.iter().filter(|op| !matches!(op, DiffOp::Equal { .. }));
    changed
        .map(|op| Slot {
            old: old.tokens[op.old_range()].to_vec(),
            new: new.tokens[op.new_range()].to_vec(),
        })
        .collect()
}

/// Which of the rule's cases it is, and how sure; none where the two are entries of a list.
fn weigh(
    article: &Analysis<'_>,
    old: &Frame,
    new: &Frame,
    slots: &[Slot],
) -> Option<(&'static str, u8)> {
    if is_table_like(article, new) {
        return None;
    }
    let (swaps, others): (Vec<_>, Vec<_>) = slots
        .iter()
        .partition(|slot| !slot.old.is_empty() && !slot.new.is_empty());
    let item = is_by_form(article, new);
    // An English paragraph of one sentence that is nearly another is often a caption.
    let caption = is_whole_block(article, new)
        && article.document.blocks[new.block].language == Language::English;
    let soft = item || caption || is_lead_again(article, old, new);
    match swaps.as_slice() {
        [] => Some(("", if soft { 50 } else { 75 })),
        _ if item => None,
        [swap] if others.is_empty() => {
            // Neighbours that differ in one word are a list, or the echo of an orator: "enough friends … enough love".
            let neighbours = new.sentence == old.sentence + 1;
            weigh_swap(article, swap, neighbours)
        }
        _ if slots.iter().any(|slot| tells(article, slot) != Told::Word) => None,
        swaps if swaps.iter().all(|swap| is_slip(article, swap)) => {
            Some(("", if soft { 50 } else { 66 }))
        }
        _ => None,
    }
}

/// One thing for another, all else being one.
fn weigh_swap(article: &Analysis<'_>, swap: &Slot, neighbours: bool) -> Option<(&'static str, u8)> {
    match tells(article, swap) {
        Told::Amount => Some(("figure", 88)),
        Told::Mixed | Told::Rank => None,
        _ if neighbours => None,
        // «كان» and «وكان»: the sentence again.
        Told::Word if is_joined_again(article, swap) => Some(("", 75)),
        Told::Date => Some(("word", 62)),
        Told::Word if swap.old.len() + swap.new.len() > 4 => None,
        Told::Word => Some(("word", if is_slip(article, swap) { 66 } else { 45 })),
    }
}

/// Whether the swap only joins the sentence to the one before it.
fn is_joined_again(article: &Analysis<'_>, swap: &Slot) -> bool {
    let ([old], [new]) = (swap.old.as_slice(), swap.new.as_slice()) else {
        return false;
    };
    let (old, new) = (article.tokens.folded(*old), article.tokens.folded(*new));
    let bare = |word: &'_ str| word.trim_start_matches(['و', 'ف']).to_owned();
    old != new && bare(old) == bare(new) && bare(new).chars().count() > 2
}

/// A recital, a reference, a fixture or a row of figures.
fn is_table_like(article: &Analysis<'_>, frame: &Frame) -> bool {
    let digits = |at: &&usize| {
        article.tokens.list[**at].kind == PieceKind::Digits && told_by(article, **at) != Told::Date
    };
    let figures = frame.tokens.iter().filter(digits).count();
    let start = frame.tokens.first().copied().unwrap_or_default();
    5 * figures >= frame.words.len()
        || article.tokens.cue_at(start, Cue::Preamble).is_some()
        || frame.tokens.iter().any(|at| is_page(article, *at))
}

/// «ص71», «ج2», "p. 71": a page or volume, as references name them.
fn is_page(article: &Analysis<'_>, at: usize) -> bool {
    let sign = matches!(
        article.tokens.folded(at),
        "ص" | "صص" | "ج" | "مج" | "ط" | "p" | "pp" | "vol"
    );
    let next = at + 1 + usize::from(article.tokens.folded(at + 1) == ".");
    let digits = |token: &Token| token.kind == PieceKind::Digits;
    sign && article.tokens.list.get(next).is_some_and(digits)
}

/// What the words of a slot tell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    Amount,
    Date,
    Rank,
    Word,
    /// More than one of these.
    Mixed,
}

fn tells(article: &Analysis<'_>, slot: &Slot) -> Told {
    let mut told = slot
        .old
        .iter()
        .chain(&slot.new)
        .map(|at| told_by(article, *at));
    let first = told.next().unwrap_or(Told::Word);
    if told.all(|next| next == first) {
        first
    } else {
        Told::Mixed
    }
}

fn told_by(article: &Analysis<'_>, at: usize) -> Told {
    let token = article.tokens.list[at];
    let from = article
        .claims
        .partition_point(|claim| claim.quantity.span.end <= token.span.start);
    let claim = article
        .claims
        .get(from)
        .filter(|claim| claim.quantity.span.overlaps(token.span))
        .filter(|claim| !claim.quantity.is_open_date());
    let digits = token.kind == PieceKind::Digits;
    match claim.map(|claim| (claim.quantity.kind, claim.quantity.number)) {
        Some((Kind::Date | Kind::Time, _)) => Told::Date,
        Some((Kind::Ordinal | Kind::Score | Kind::Assertion, _)) => Told::Rank,
        Some((_, Some(number))) if number.overlaps(token.span) => Told::Amount,
        _ if digits => Told::Amount,
        _ => Told::Word,
    }
}

/// Whether a swap is of two forms of one word, or of words that carry no subject matter.
fn is_slip(article: &Analysis<'_>, swap: &Slot) -> bool {
    let light = |at: &usize| {
        article
            .tokens
            .cues_at(*at)
            .any(|hit| hit.cue == Cue::FunctionWord && hit.length == 1)
    };
    let one_stem =
        swap.old.len() == swap.new.len()
            && swap.old.iter().zip(&swap.new).all(|(old, new)| {
                article.tokens.word(*old).stem() == article.tokens.word(*new).stem()
            });
    one_stem || swap.old.iter().chain(&swap.new).all(light)
}

/// The first paragraph told again further down, as summaries are.
fn is_lead_again(article: &Analysis<'_>, old: &Frame, new: &Frame) -> bool {
    article.document.blocks[old.block].zone == Zone::Lead && new.block <= old.block + 1
}

fn place(article: &Analysis<'_>, frame: &Frame) -> Span {
    article
        .tokens
        .span(&article.tokens.sentences[frame.sentence].tokens)
}

fn cover(article: &Analysis<'_>, tokens: &[usize]) -> Span {
    match (tokens.first(), tokens.last()) {
        (Some(first), Some(last)) => article.tokens.span(&(*first..*last + 1)),
        _ => Span::default(),
    }
}
