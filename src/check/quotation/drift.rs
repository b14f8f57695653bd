//! One quotation printed in two wordings: «وقف كامل لإطلاق النار في الجنوب … وقف شامل لإطلاق النار في الجنوب».
//!
//! Candidates share runs of three words, so the cost grows with the article, not with its square. What two quotations differ in counts only
//! between words that both have: an excerpt begins and ends where the desk cuts it, and may leave words out behind «…».

use std::cmp::Ordering;

use serde::Deserialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::analysis::Analysis;
use crate::check::quotation::told::{self, Told, differ};
use crate::check::{Check, Match};
use crate::document::Zone;
use crate::lang::lexicon::cue::Cue;
use crate::lang::lexicon::marks::Marks;
use crate::text::hash::hash_number;
use crate::text::repeats::Repeats;
use crate::text::span::Span;
use crate::text::split::PieceKind;
use crate::token::vocabulary::WordId;

/// Finds one quotation in two wordings.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuoteDrift {
    /// The fewest words of a quotation that counts.
    words: usize,
    /// How much of the shorter one must be in the other, in hundredths of its words.
    alike: usize,
}

/// Words of a run by which quotations are looked up.
const SHINGLE: usize = 3;

/// Quotations that may share a run before the run says nothing.
const COMMON: usize = 6;

/// Words that both must have on each side of a difference.
const ANCHOR: usize = 2;

impl Check for QuoteDrift {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        let quotations = told::speech(article, self.words);
        partners(&quotations)
            .into_iter()
            .filter_map(|(one, other)| {
                self.judge(article, quotations.get(one)?, quotations.get(other)?)
            })
            .collect()
    }
}

/// For each quotation the earlier one that shares most runs of words with it.
pub(super) fn partners(quotations: &[Told]) -> Vec<(usize, usize)> {
    if quotations.len() < 2 {
        return Vec::new();
    }
    let mut runs = runs_again(quotations);
    runs.sort_unstable();
    let mut shared = Vec::new();
    for run in runs.chunk_by(|one, other| one >> u32::BITS == other >> u32::BITS) {
        share(run, &mut shared);
    }
    shared.sort_unstable();
    let mut best: Vec<(usize, usize, usize)> = Vec::new();
    for pair in shared.chunk_by(|one, other| one == other) {
        let (at, earlier) = pair[0];
        match best.last_mut() {
            // Of two as good the earlier, which comes first.
            Some(held) if held.0 == at => {
                if pair.len() > held.2 {
                    *held = (at, earlier, pair.len());
                }
            }
            _ => best.push((at, earlier, pair.len())),
        }
    }
    best.into_iter()
        .map(|(at, earlier, _)| (earlier, at))
        .collect()
}

/// The runs of words that may stand more than once, one number each: its words and, lowest, its quotation.
fn runs_again(quotations: &[Told]) -> Vec<u128> {
    let add = |number: u128, next: usize| number << u32::BITS | next as u128;
    let number = |run: &[WordId]| run.iter().map(|word| word.index()).fold(0, add);
    let runs = || {
        let all = quotations.iter().enumerate();
        all.flat_map(|(at, told)| {
            told.words
                .windows(SHINGLE)
                .map(move |run| (at, number(run)))
        })
    };
    let hash = |run: u128| hash_number(run as u64 ^ hash_number((run >> u64::BITS) as u64));
    let mut repeats = Repeats::with_room_for(quotations.iter().map(|told| told.words.len()).sum());
    let places: Vec<usize> = runs().map(|(_, run)| repeats.add(hash(run))).collect();
    let again = runs()
        .zip(places)
        .filter(|(_, place)| repeats.is_again(*place));
    again.map(|((at, run), _)| add(run, at)).collect()
}

/// Adds each quotation of a run with each earlier one of it, once for every time that the run stands in it; none of a common run.
fn share(run: &[u128], shared: &mut Vec<(usize, usize)>) {
    if run.len() < 2 {
        return;
    }
    let mut places: Vec<usize> = Vec::with_capacity(COMMON + 1);
    for number in run {
        if places.len() > COMMON {
            return;
        }
        let at = *number as u32 as usize;
        let earlier = places.iter().filter(|earlier| **earlier != at);
        shared.extend(earlier.map(|earlier| (at, *earlier)));
        if places.last() != Some(&at) {
            places.push(at);
        }
    }
}

/// How many words two quotations share at most, wherever they stand.
fn common(old: &Told, new: &Told) -> usize {
    let sorted = |told: &Told| {
        let mut words = told.words.clone();
        words.sort_unstable();
        words
    };
    let (old, new) = (sorted(old), sorted(new));
    let (mut old, mut new) = (old.iter().peekable(), new.iter().peekable());
    let mut count = 0;
    while let (Some(one), Some(other)) = (old.peek(), new.peek()) {
        match one.cmp(other) {
            Ordering::Less => drop(old.next()),
            Ordering::Greater => drop(new.next()),
            Ordering::Equal => {
                count += 1;
                old.next();
                new.next();
            }
        }
    }
    count
}

/// One place where two quotations differ.
struct Slot {
    old: Vec<usize>,
    new: Vec<usize>,
}

impl QuoteDrift {
    fn judge(&self, article: &Analysis<'_>, old: &Told, new: &Told) -> Option<Match> {
        let shorter = old.words.len().min(new.words.len());
        if old.block == new.block || 100 * common(old, new) < self.alike * shorter {
            return None;
        }
        let speakers = old.source(article).zip(new.source(article));
        let others = speakers.is_some_and(|(one, other)| differ(article, one, other));
        if others || is_cut(article, old) || is_cut(article, new) {
            return None;
        }
        let ops = capture_diff_slices(Algorithm::Myers, &old.words, &new.words);
        let same: usize = ops.iter().map(equal).sum();
        let slots = slots(&ops, old, new);
        let changed: usize = slots
            .iter()
            .map(|slot| slot.old.len().max(slot.new.len()))
            .sum();
        let places = slots.iter().any(|slot| is_of_another_place(article, slot));
        if slots.is_empty() || places || 100 * same < self.alike * shorter || 3 * changed > same {
            return None;
        }
        let sure = weigh(article, &slots);
        let slot = slots
            .iter()
            .find(|slot| !slot.old.is_empty() && !slot.new.is_empty());
        let (here, there) = (whole(article, new), whole(article, old));
        let headline = |told: &Told| {
            let block = article.document.blocks.get(told.block);
            block.is_some_and(|block| block.zone == Zone::Headline)
        };
        let found = Match::at(here, sure).related(there);
        if let Some(slot) = slot {
            let case = if headline(old) { "headline" } else { "" };
            let told = found.case(case).quote("first", cover(article, &slot.old));
            return Some(told.quote("second", cover(article, &slot.new)));
        }
        let mut sides = slots.iter().flat_map(|slot| [&slot.old, &slot.new]);
        let dropped = sides.find(|side| !side.is_empty())?;
        Some(
            found
                .case("dropped")
                .quote("words", cover(article, dropped)),
        )
    }
}

fn equal(op: &DiffOp) -> usize {
    match op {
        DiffOp::Equal { len, .. } => *len,
        _ => 0,
    }
}

/// Whether dots or brackets mark where the desk left something out or put something in.
fn is_cut(article: &Analysis<'_>, told: &Told) -> bool {
    let tokens = &article.tokens;
    told.inner.clone().any(|at| {
        let dots = tokens.folded(at) == "." && tokens.folded(at + 1) == ".";
        dots || matches!(tokens.folded(at), "…" | "[" | "(" | "..")
    })
}

/// The differences between words that both have.
fn slots(ops: &[DiffOp], old: &Told, new: &Told) -> Vec<Slot> {
    let inside = ops.windows(3).filter_map(|three| match three {
        [before, op, behind] => {
            let held = equal(before) >= ANCHOR && equal(behind) >= ANCHOR;
            held.then_some(op)
        }
        _ => None,
    });
    inside
        .map(|op| Slot {
            old: old.tokens.get(op.old_range()).unwrap_or_default().to_vec(),
            new: new.tokens.get(op.new_range()).unwrap_or_default().to_vec(),
        })
        .collect()
}

/// Another word or figure is another quotation; an ending, a small word or words that are left out are the desk's polish.
fn weigh(article: &Analysis<'_>, slots: &[Slot]) -> u8 {
    let tokens = &article.tokens;
    let told = |slot: &Slot| {
        let swapped = !slot.old.is_empty() && slot.old.len() == slot.new.len();
        let pairs = slot.old.iter().zip(&slot.new);
        let another = |(one, other): (&usize, &usize)| {
            let digits = [one, other].map(|at| tokens.list[*at].kind == PieceKind::Digits);
            let light = [one, other].map(|at| tokens.cue_at(*at, Cue::FunctionWord).is_some());
            let stems = tokens.word(*one).stem() != tokens.word(*other).stem();
            digits == [true, true] || stems && light == [false, false]
        };
        swapped && pairs.into_iter().any(another)
    };
    if slots.iter().any(told) { 62 } else { 45 }
}

/// «في حائل … في جازان»: one form of words about two places.
fn is_of_another_place(article: &Analysis<'_>, slot: &Slot) -> bool {
    let place = |at: &usize| {
        let places = article.lexicon.places.phrases();
        !article
            .tokens
            .phrases_at(places, Marks::PLACE, *at)
            .is_empty()
    };
    slot.old.iter().any(place) && slot.new.iter().any(place)
}

fn whole(article: &Analysis<'_>, told: &Told) -> Span {
    article.tokens.span(&told.inner)
}

fn cover(article: &Analysis<'_>, tokens: &[usize]) -> Span {
    match (tokens.first(), tokens.last()) {
        (Some(first), Some(last)) => article.tokens.span(&(*first..*last + 1)),
        _ => Span::default(),
    }
}
