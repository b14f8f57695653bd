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
    let mut concepts: Vec<_> = near
        .clone()
        .filter(|at| !own.contains(at))
        .filter(|at| tokens.word(*at).content)
        .map(|at| tokens.word(at).concept)
        .collect();
    concepts.sort_unstable();
    concepts.dedup();
    Frame {
        modifiers: modifiers(context, claim),
        names: names(context, near.clone(), &own),
        places: places(context, near.clone(), &own),
        dates: dates(context, claim),
        anchors: anchors(context, claim),
        cues: cues(context, claim, &sentence, &own),
        crowd: neighbours(context, claim)
            .filter(|other| is_figure(other))
            .count()
            .saturating_sub(1),
        concepts,
    }
}

/// The claims of the same sentence, itself included.
pub fn neighbours<'a>(
    context: Context<'a>,
    claim: &Claim,
) -> impl Iterator<Item = &'a Claim> + use<'a> {
    let sentence = claim.sentence;
    let first = context
        .claims
        .partition_point(|other| other.sentence < sentence);
    context.claims[first..]
        .iter()
        .take_while(move |other| other.sentence == sentence)
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

/// Capitals in English; what the lexicon knows as a name in Arabic, where letters do not tell.
fn names(context: Context<'_>, near: Range<usize>, own: &Range<usize>) -> Vec<Concept> {
    let tokens = context.tokens;
    let is_name = |at: &usize| {
        let token = &tokens.list[*at];
        token.kind == PieceKind::Word && token.capital && tokens.word(*at).content
    };
    let mut found: Vec<_> = near
        .filter(|at| !own.contains(at))
        .filter(is_name)
        .map(|at| tokens.word(at).concept)
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Places by name: what comes from a place («مصري») does not say where something happened.
fn places(context: Context<'_>, near: Range<usize>, own: &Range<usize>) -> Vec<PlaceId> {
    let table = context.lexicon.places.phrases();
    let words = near.filter(|at| !own.contains(at) && context.tokens.word(*at).content);
    let hits = words.flat_map(|at| context.tokens.phrases_at(table, Marks::PLACE, at));
    let mut found: Vec<_> = hits
        .filter(|(place, _)| place.kind == PlaceKind::Name)
        .map(|(place, _)| place.id)
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn dates(context: Context<'_>, claim: &Claim) -> Vec<DateValue> {
    let told = neighbours(context, claim).filter(|other| !other.quantity.is_open_date());
    let dates = told.filter_map(|other| match other.quantity.value {
        Value::Date(date) => Some(date),
        Value::Dates(low, _) if other.quantity.is_named_period() => low,
        _ => None,
    });
    dates.collect()
}

/// Dates and ordinals of the sentence: two sentences with different ones speak of different things.
fn anchors(context: Context<'_>, claim: &Claim) -> Vec<String> {
    let mut found: Vec<_> = neighbours(context, claim)
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
