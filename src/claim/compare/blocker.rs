//! What rules out that two figures are one fact, whatever else they share, or at least casts doubt on it.

use crate::claim::Claim;
use crate::claim::compare::Context;
use crate::claim::compare::frame::{Cues, neighbours};
use crate::claim::compare::pairs::Entry;
use crate::claim::compare::slip::Slip;
use crate::lang::lexicon::cue::Cue;
use crate::lang::lexicon::place::PlaceId;
use crate::quantity::interval::{Agreement, agrees};
use crate::quantity::number::Number;
use crate::quantity::value::Kind;

/// Why two entries of one key are hardly one fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Blocker {
    /// Both can be true.
    Agreement,
    /// The coarser is the finer one cut short: headlines say «10 مليارات» for 10.7 as often as they round.
    CutShort,
    /// Different things befell the people counted.
    Fate,
    /// One sentence that tells both means both.
    OneSentence,
    /// One is a part, or the whole of a part.
    Part,
    /// One is set against another case.
    Comparison,
    /// One is the step by which another figure rose or fell.
    Change,
    /// One or two apart, and the words of one add one or two more («ربان و5 بحارة»، «4 آخرون»).
    OneMore,
    /// One or two apart, and one or two of something stand in the sentence.
    Few,
    /// Each has a date, and not the same.
    Date,
    /// Each has a place, and neither lies in the other.
    Place,
    /// The larger is a sum of figures of its kind.
    Sum,
    /// The body says elsewhere what the summary says.
    Told,
}

/// How two entries stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pairing {
    /// How one number may have become the other.
    pub slip: Slip,
    /// Whether one stands in a headline, description or caption, which names no dates of its own.
    pub summary: bool,
    /// Whether the other stands in the lead, which tells the headline again.
    pub lead: bool,
    /// The smaller number as hundredths of the larger.
    pub ratio: i128,
}

/// Numbers of which the smaller is so many hundredths of the larger are near each other.
const NEAR: i128 = 75;

/// What a blocker does to a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bar {
    /// Nothing here.
    Nothing,
    /// It leaves a question.
    Doubt,
    /// It rules the pair out.
    Out,
}

impl Blocker {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Agreement,
        Self::CutShort,
        Self::Fate,
        Self::OneSentence,
        Self::Part,
        Self::Comparison,
        Self::Change,
        Self::OneMore,
        Self::Few,
        Self::Date,
        Self::Place,
        Self::Sum,
        Self::Told,
    ];

    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Agreement => "agreement",
            Self::CutShort => "cut-short",
            Self::Fate => "fate",
            Self::OneSentence => "one-sentence",
            Self::Part => "part",
            Self::Comparison => "comparison",
            Self::Change => "change",
            Self::OneMore => "one-more",
            Self::Few => "few",
            Self::Date => "date",
            Self::Place => "place",
            Self::Sum => "sum-of-parts",
            Self::Told => "told",
        }
    }

    /// What it does to a pair: digits in another order and a nought too many are seldom two facts, and a lead seldom gives
    /// another figure of about the headline's size.
    pub fn bar(self, pairing: Pairing) -> Bar {
        let keystroke = matches!(pairing.slip, Slip::DigitsSwapped | Slip::PowerOfTen);
        let near = pairing.ratio >= NEAR;
        let told_again = pairing.summary && pairing.lead && near;
        match self {
            Self::Few if near => Bar::Doubt,
            Self::Change | Self::Told if told_again => Bar::Nothing,
            Self::Part | Self::Comparison | Self::Date | Self::Change | Self::Told | Self::Sum
                if keystroke =>
            {
                Bar::Doubt
            }
            _ => Bar::Out,
        }
    }
}

/// The blocker of a pair that bars it most.
pub fn blocker(
    context: Context<'_>,
    one: &Entry<'_>,
    other: &Entry<'_>,
    pairing: Pairing,
) -> Option<Blocker> {
    let Pairing { slip, summary, .. } = pairing;
    let (a, b) = (&one.frame, &other.frame);
    let cues = a.cues ^ b.cues;
    let blockers = [
        (agree(one, other, slip), Blocker::Agreement),
        (cut_short(one, other), Blocker::CutShort),
        (
            one.fate.is_some() && other.fate.is_some() && one.fate != other.fate,
            Blocker::Fate,
        ),
        (
            one.claim.sentence == other.claim.sentence,
            Blocker::OneSentence,
        ),
        (cues.intersects(Cues::PART | Cues::WHOLE), Blocker::Part),
        (
            cues.contains(Cues::COMPARED) || cues.contains(Cues::EARLIER) && !summary,
            Blocker::Comparison,
        ),
        (
            cues.contains(Cues::CHANGE) && slip == Slip::Other,
            Blocker::Change,
        ),
        (
            summary && one_more(one, other, |entry| adds(context, entry)),
            Blocker::OneMore,
        ),
        (
            summary && one_more(one, other, |entry| has_few(context, entry)),
            Blocker::Few,
        ),
        (
            !summary && apart(&a.dates, &b.dates, |x, y| x == y),
            Blocker::Date,
        ),
        (
            !summary && apart(&a.places, &b.places, |x, y| related(context, *x, *y)),
            Blocker::Place,
        ),
    ];
    worst(blockers, pairing)
}

/// Of the blockers that hold, the one that bars a pair most.
pub fn worst(
    blockers: impl IntoIterator<Item = (bool, Blocker)>,
    pairing: Pairing,
) -> Option<Blocker> {
    blockers
        .into_iter()
        .filter(|(holds, blocker)| *holds && blocker.bar(pairing) > Bar::Nothing)
        .map(|(_, blocker)| blocker)
        .max_by_key(|blocker| blocker.bar(pairing))
}

/// Whether a second figure says what the first one says, as a reader takes both.
pub fn backs(one: &Entry<'_>, other: &Entry<'_>) -> bool {
    one.number == other.number
        || cut_short(one, other)
        || matches!(
            agrees(&one.claim.quantity, &other.claim.quantity),
            Agreement::Same | Agreement::Compatible
        )
}

fn agree(one: &Entry<'_>, other: &Entry<'_>, slip: Slip) -> bool {
    if one.number == other.number {
        return true;
    }
    match agrees(&one.claim.quantity, &other.claim.quantity) {
        Agreement::Same | Agreement::Incomparable => true,
        // "More than 1,000" allows 10,000; a keystroke between the two is evidence all the same.
        Agreement::Compatible => matches!(slip, Slip::OneDigit | Slip::Other),
        Agreement::Loose | Agreement::Contradict => false,
    }
}

fn cut_short(one: &Entry<'_>, other: &Entry<'_>) -> bool {
    let (coarse, fine) = if one.claim.quantity.grain >= other.claim.quantity.grain {
        (one, other)
    } else {
        (other, one)
    };
    let step = coarse.claim.quantity.grain;
    let rest = fine.number - coarse.number;
    let rounds = fine.claim.quantity.grain < Number::ONE || coarse.number >= Number::whole(1000);
    rounds
        && step > fine.claim.quantity.grain
        && rest > Number::ZERO
        && rest < step
        && rest * Number::whole(5) <= fine.number.abs()
}

/// Whether two counts are one or two apart and one of them `supplies` the missing.
fn one_more(one: &Entry<'_>, other: &Entry<'_>, supplies: impl Fn(&Entry<'_>) -> bool) -> bool {
    let apart = (one.number - other.number).abs();
    let counts = [one, other]
        .iter()
        .all(|entry| matches!(entry.claim.quantity.kind, Kind::Count | Kind::Number));
    counts
        && apart <= Number::whole(2)
        && one.number < Number::whole(100)
        && [one, other].iter().any(|entry| supplies(entry))
}

/// Words behind what is counted in which «آخر» or «إلى جانب» belongs to it.
const ADDED: usize = 3;

/// Whether the figure's own words add to it: «آخر», «إلى جانب», or something joined to the figure («القائد فلان و13 لاعبا»).
fn adds(context: Context<'_>, entry: &Entry<'_>) -> bool {
    let tokens = context.tokens;
    let Some(sentence) = tokens.sentences.get(entry.claim.sentence) else {
        return false;
    };
    let own = &entry.claim.quantity.tokens;
    let joined = own.start > sentence.tokens.start
        && (tokens.folded(own.start).starts_with('و')
            || matches!(tokens.folded(own.start - 1), "و" | "and"));
    let next = neighbours(context, entry.claim)
        .map(|claim| claim.quantity.tokens.start)
        .find(|start| *start >= own.end)
        .unwrap_or(sentence.tokens.end);
    let counted = entry.claim.counted.as_ref();
    let end = counted.map_or(own.end, |counted| counted.tokens.end.max(own.end));
    joined
        || tokens
            .cues_in(
                own.start.saturating_sub(ADDED).max(sentence.tokens.start)..(end + ADDED).min(next),
            )
            .any(|(_, hit)| hit.cue == Cue::Another)
}

/// Whether the sentence has a dual, a singular or «آخر» that may be the missing.
fn has_few(context: Context<'_>, entry: &Entry<'_>) -> bool {
    let tokens = context.tokens;
    let Some(sentence) = tokens.sentences.get(entry.claim.sentence) else {
        return false;
    };
    let another = tokens
        .cues_in(sentence.tokens.clone())
        .any(|(_, hit)| hit.cue == Cue::Another);
    let small = |claim: &Claim| {
        let written = claim
            .quantity
            .value
            .amount()
            .and_then(|amount| amount.written);
        let few = written.is_some_and(|number| number <= Number::whole(2));
        few && matches!(claim.quantity.kind, Kind::Count | Kind::Number)
    };
    another || neighbours(context, entry.claim).any(small)
}

/// Whether both have some, and no two of them go together.
fn apart<T>(one: &[T], other: &[T], together: impl Fn(&T, &T) -> bool) -> bool {
    !one.is_empty()
        && !other.is_empty()
        && !one.iter().any(|x| other.iter().any(|y| together(x, y)))
}

fn related(context: Context<'_>, one: PlaceId, other: PlaceId) -> bool {
    let places = &context.lexicon.places;
    places.is_within(one, other) || places.is_within(other, one)
}
