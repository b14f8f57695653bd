//! [`Frame`]: the words around a figure that say which fact it is part of.

use std::ops::Range;

use bitflags::bitflags;

use crate::claim::Claim;
use crate::claim::compare::Context;
use crate::document::Zone;
use crate::lang::lexicon::cue::Cue;
use crate::lang::lexicon::marks::Marks;
use crate::lang::lexicon::place::{PlaceId, PlaceKind};
use crate::quantity::value::{DateValue, Kind, Value};
use crate::text::split::PieceKind;
use crate::token::vocabulary::Concept;

/// Words on each side of a figure that belong to its fact.
const REACH: usize = 12;

bitflags! {
    /// What words near a figure make of it.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct Cues: u16 {
        /// Set against another case.
        const COMPARED = 1;
        /// Of an earlier time.
        const EARLIER = 2;
        /// A part of what was just counted.
        const PART = 4;
        /// The whole of a part just counted.
        const WHOLE = 8;
        /// Behind a verb of growing or shrinking.
        const CHANGE = 16;
        /// A total.
        const TOTAL = 32;
        /// Since a start.
        const CUMULATIVE = 64;
        /// New, or of one day.
        const FRESH = 128;
        /// Beside another of its kind.
        const ANOTHER = 256;
        /// Denied.
        const NEGATION = 512;
        /// Not yet so.
        const FUTURE = 1024;
        /// For each one.
        const RATE = 2048;
    }
}

/// The words around one figure.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    /// Subject matter near by, sorted, the counted noun and the figure left out.
    pub concepts: Vec<Concept>,
    /// The words of the counted phrase behind its head, sorted.
    pub modifiers: Vec<Concept>,
    /// Words near by that single something out: names in capitals, given names, places.
    pub names: Vec<Concept>,
    /// Places named near by.
    pub places: Vec<PlaceId>,
    /// Dates of the sentence.
    pub dates: Vec<DateValue>,
    /// Dates, years and ordinals of the sentence, as written there.
    pub anchors: Vec<String>,
    /// Cues near by that make a figure another kind of fact: a comparison, a change, a part, a total.
    pub cues: Cues,
    /// The other figures of the sentence.
    pub crowd: usize,
}

/// The frame of a claim.
pub fn frame(context: Context<'_>, claim: &Claim) -> Frame {
    let tokens = context.tokens;
    let sentence = tokens
        .sentences
        .get(claim.sentence)
        .map_or(0..0, |sentence| sentence.tokens.clone());
    let own = own_tokens(claim);
    let near = window(context, claim, &sentence, &own);
    let beside = neighbours(context, claim);
    let figures = beside.iter().filter(|other| is_figure(other)).count();
    let mut frame = Frame {
        modifiers: modifiers(context, claim),
        dates: dates(beside),
        anchors: anchors(context, beside),
        cues: cues(context, claim, &sentence, &own),
        crowd: figures.saturating_sub(1),
        ..Frame::default()
    };
    frame.read(context, near.filter(|at| !own.contains(at)));
    frame
}

impl Frame {
    /// Sorts out the words near by: every one with a meaning of its own is subject matter, and some are names or places besides.
    fn read(&mut self, context: Context<'_>, near: impl Iterator<Item = usize>) {
        let tokens = context.tokens;
        for at in near {
            let word = tokens.word(at);
            if !word.content {
                continue;
            }
            self.concepts.push(word.concept);
            let token = &tokens.list[at];
            // Capitals single out; Arabic, where letters do not tell, has none.
            if token.capital && token.kind == PieceKind::Word {
                self.names.push(word.concept);
            }
            self.places.extend(places(context, at));
        }
        self.concepts.sort_unstable();
        self.concepts.dedup();
        self.names.sort_unstable();
        self.names.dedup();
        self.places.sort_unstable();
        self.places.dedup();
    }
}

/// The claims of the same sentence, itself included.
pub fn neighbours<'a>(context: Context<'a>, claim: &Claim) -> &'a [Claim] {
    let sentence = claim.sentence;
    let first = context
        .claims
        .partition_point(|other| other.sentence < sentence);
    let rest = context.claims.get(first..).unwrap_or_default();
    let count = rest
        .iter()
        .take_while(|other| other.sentence == sentence)
        .count();
    &rest[..count]
}

/// A claim that says how many or how much.
pub fn is_figure(claim: &Claim) -> bool {
    matches!(
        claim.quantity.kind,
        Kind::Count | Kind::Number | Kind::Percent | Kind::Money | Kind::Measure | Kind::Duration
    )
}

/// The figure and the noun it counts.
fn own_tokens(claim: &Claim) -> Range<usize> {
    let range = claim.quantity.tokens.clone();
    match &claim.counted {
        Some(counted) if counted.tokens.start >= range.end => range.start..counted.head + 1,
        _ => range,
    }
}

/// The sentence within reach; all of a headline.
fn window(
    context: Context<'_>,
    claim: &Claim,
    sentence: &Range<usize>,
    own: &Range<usize>,
) -> Range<usize> {
    if context.document.blocks[claim.block].zone == Zone::Headline {
        return sentence.clone();
    }
    own.start.saturating_sub(REACH).max(sentence.start)..(own.end + REACH).min(sentence.end)
}

fn modifiers(context: Context<'_>, claim: &Claim) -> Vec<Concept> {
    let Some(counted) = &claim.counted else {
        return Vec::new();
    };
    let mut found: Vec<_> = counted
        .tokens
        .clone()
        .filter(|at| *at != counted.head)
        .map(|at| context.tokens.word(at).concept)
        .collect();
    found.sort_unstable();
    found
}

/// Places by name that start at a word: what comes from a place («مصري») does not say where something happened.
fn places(context: Context<'_>, at: usize) -> impl Iterator<Item = PlaceId> {
    let hits = context
        .tokens
        .phrases_at(context.lexicon.places.phrases(), Marks::PLACE, at);
    hits.into_iter()
        .filter(|(place, _)| place.kind == PlaceKind::Name)
        .map(|(place, _)| place.id)
}

fn dates(beside: &[Claim]) -> Vec<DateValue> {
    let told = beside.iter().filter(|other| !other.quantity.is_open_date());
    let dates = told.filter_map(|other| match other.quantity.value {
        Value::Date(date) => Some(date),
        Value::Dates(low, _) if other.quantity.is_named_period() => low,
        _ => None,
    });
    dates.collect()
}

/// Dates and ordinals of the sentence: two sentences with different ones speak of different things.
fn anchors(context: Context<'_>, beside: &[Claim]) -> Vec<String> {
    let mut found: Vec<_> = beside
        .iter()
        .filter_map(|other| match (&other.quantity.value, other.quantity.kind) {
            _ if other.quantity.is_open_date() => None,
            _ if other.quantity.is_named_period() => {
                Some(context.document.slice(other.quantity.span).to_owned())
            }
            (Value::Date(date), _) => Some(dated(*date)),
            (_, Kind::Ordinal) => Some(context.document.slice(other.quantity.span).to_owned()),
            _ => None,
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Year, month and day with a hyphen for each that lacks, and the number of the weekday behind a slash.
fn dated(date: DateValue) -> String {
    let show = |part: Option<i32>| part.map_or_else(|| "-".to_owned(), |part| part.to_string());
    let parts = [
        date.year,
        date.month.map(i32::from),
        date.day.map(i32::from),
    ];
    let weekday = date.weekday.map(|day| format!("/{day}"));
    format!(
        "{}{}",
        parts.map(show).join("-"),
        weekday.unwrap_or_default()
    )
}

/// Words on each side of a figure in which a cue speaks of it.
const CUE_REACH: usize = 5;

fn cues(context: Context<'_>, claim: &Claim, sentence: &Range<usize>, own: &Range<usize>) -> Cues {
    let end = claim
        .counted
        .as_ref()
        .map_or(own.end, |counted| counted.tokens.end.max(own.end));
    let before = own.start.saturating_sub(CUE_REACH).max(sentence.start)..own.start;
    let behind = end..(end + CUE_REACH).min(sentence.end);
    let opens_part = |at| context.tokens.cue_at(at, Cue::PartOf).is_some();
    let mut found = Cues::empty();
    for (at, hit) in context
        .tokens
        .cues_in(before)
        .chain(context.tokens.cues_in(behind))
    {
        let before = at < own.start;
        found |= match hit.cue {
            Cue::Compared => Cues::COMPARED,
            Cue::Earlier => Cues::EARLIER,
            Cue::PartOf if before => Cues::PART,
            // «من بينهم» opens a part, though «من بين» opens a whole.
            Cue::Whole if !opens_part(at) => Cues::WHOLE,
            Cue::Rise | Cue::Fall if before => Cues::CHANGE,
            Cue::Total => Cues::TOTAL,
            Cue::Cumulative => Cues::CUMULATIVE,
            Cue::Fresh => Cues::FRESH,
            Cue::Another => Cues::ANOTHER,
            Cue::Negation => Cues::NEGATION,
            Cue::Future | Cue::Possible => Cues::FUTURE,
            Cue::Rate => Cues::RATE,
            _ => Cues::empty(),
        };
    }
    found
}
