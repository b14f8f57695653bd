//! What rules out that two figures are one fact, whatever else they share, or at least casts doubt on it.

use crate::claim::Claim;
use crate::claim::compare::Context;
use crate::claim::compare::frame::{Cues, neighbours};
use crate::claim::compare::pairs::Entry;
use crate::claim::compare::parallel::{Companions, open_alike};
use crate::claim::compare::slip::{Slip, is_nearly_power};
use crate::document::Zone;
use crate::lang::lexicon::cue::Cue;
use crate::lang::lexicon::place::PlaceId;
use crate::quantity::Writing;
use crate::quantity::interval::{Agreement, rounds_to};
use crate::quantity::number::Number;
use crate::quantity::value::Kind;
use crate::token::vocabulary::Concept;

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
    /// The lead says what the summary says.
    Led,
    /// Both are items of a list, which tells one thing after the other.
    Items,
    /// Two statements of one build about two things: the other figures of the two sentences differ as well, or both open a line of a list.
    Parallel,
    /// Of another order of magnitude, and no nought or scale word makes one of the other.
    Apart,
}

/// How two entries stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own about the pair, and all may hold at once"
)]
pub struct Pairing {
    /// How one number may have become the other.
    pub slip: Slip,
    /// Whether one stands in a headline, description or caption, which names no dates of its own.
    pub summary: bool,
    /// Whether the other stands in the lead, which tells the headline again.
    pub lead: bool,
    /// The smaller number as hundredths of the larger.
    pub ratio: i128,
    /// Whether the summary gives the finer figure of the two: what a headline rounds, the body has in full.
    pub finer_summary: bool,
    /// Whether all the words around a summary's figure stand around the other.
    pub retold: bool,
    /// Whether the same is counted in more than one word («مشروعا دوليا»).
    pub one_thing: bool,
    /// What the other figures of the two sentences say.
    pub companions: Companions,
}

/// Numbers of which the smaller is so many hundredths of the larger are near each other.
const NEAR: i128 = 75;

/// What makes up the difference of a number that is so many hundredths of the other is a chance find.
const HARDLY_LESS: i128 = 95;

/// Counts one or two apart of which the smaller is so many hundredths of the larger are large enough to be asked about.
const FEW: i128 = 70;

/// A number that is fewer hundredths of another is of another order.
const FAR: i128 = 20;

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
    pub const ALL: [Self; 17] = [
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
        Self::Led,
        Self::Items,
        Self::Parallel,
        Self::Apart,
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
            Self::Led => "led",
            Self::Items => "items",
            Self::Parallel => "parallel",
            Self::Apart => "apart",
        }
    }

    /// Whether it says how the two values come together, wherever the article gives them.
    pub fn explains(self) -> bool {
        matches!(
            self,
            Self::OneMore | Self::Few | Self::Sum | Self::Part | Self::OneSentence
        )
    }

    /// What it does to a pair: digits in another order and a nought too many are seldom two facts, and a lead seldom gives
    /// another figure of about the headline's size.
    pub fn bar(self, pairing: Pairing) -> Bar {
        let keystroke = pairing.slip.is_keystroke();
        let near = pairing.ratio >= NEAR;
        let told_again = pairing.summary && pairing.lead && near;
        match self {
            Self::Few if pairing.ratio >= FEW => Bar::Doubt,
            Self::Apart if pairing.ratio == 0 => Bar::Doubt,
            Self::Items if pairing.slip == Slip::PowerOfTen => Bar::Doubt,
            Self::Agreement if pairing.finer_summary && pairing.slip == Slip::OneDigit => {
                Bar::Doubt
            }
            Self::Parallel => Bar::Doubt,
            Self::Led | Self::Told if pairing.retold => Bar::Nothing,
            Self::Led if pairing.one_thing => Bar::Doubt,
            Self::Change | Self::Told if told_again => Bar::Nothing,
            Self::Led if pairing.slip == Slip::ScaleWord => Bar::Nothing,
            Self::Told if pairing.summary && pairing.lead => Bar::Doubt,
            Self::CutShort if pairing.finer_summary && pairing.lead => Bar::Nothing,
            Self::CutShort if pairing.finer_summary => Bar::Doubt,
            Self::Part if pairing.summary && pairing.slip == Slip::DigitsSwapped => Bar::Nothing,
            Self::Sum | Self::Led if pairing.ratio >= HARDLY_LESS => Bar::Doubt,
            Self::Part
            | Self::Comparison
            | Self::Date
            | Self::Change
            | Self::Told
            | Self::Led
            | Self::Sum
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
        (fates_differ(one, other), Blocker::Fate),
        (
            slip == Slip::Other
                && pairing.ratio < FAR
                && !(both_in_digits(one, other) && is_nearly_power(one.number, other.number)),
            Blocker::Apart,
        ),
        (
            [one, other].iter().all(|entry| is_item(context, entry)),
            Blocker::Items,
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
            cues.contains(Cues::CHANGE)
                && slip == Slip::Other
                && one.claim.quantity.kind != Kind::Duration,
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
        (
            !summary && is_parallel(context, one, other, pairing),
            Blocker::Parallel,
        ),
    ];
    worst(blockers, pairing)
}

/// Whether the other figures of the two sentences differ as well, or both sentences open in the same words, as the lines of a list do.
fn is_parallel(context: Context<'_>, one: &Entry<'_>, other: &Entry<'_>, pairing: Pairing) -> bool {
    let (a, b) = (&one.frame.concepts, &other.frame.concepts);
    let alone = |these: &[Concept], those: &[Concept]| {
        these.iter().any(|word| those.binary_search(word).is_err())
    };
    let Companions { same, other: apart } = pairing.companions;
    let differ = alone(a, b) && alone(b, a);
    // Where no word differs there is hardly anything that the second statement could be about, and a keystroke is seldom chance.
    let enough = match differ {
        _ if pairing.slip.is_keystroke() => 3,
        true => 1,
        false => 2,
    };
    apart >= enough && same == 0 || differ && open_alike(context, one, other)
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

/// Whether different things befell what they count, by its name or by the verb beside it.
fn fates_differ(one: &Entry<'_>, other: &Entry<'_>) -> bool {
    let events = one.claim.event.zip(other.claim.event);
    let fates = one.fate.zip(other.fate);
    fates.is_some_and(|(a, b)| a != b) || events.is_some_and(|(a, b)| a != b)
}

/// Whether both are written in digits: what is in words is not a nought short.
fn both_in_digits(one: &Entry<'_>, other: &Entry<'_>) -> bool {
    [one, other]
        .iter()
        .all(|entry| entry.claim.quantity.writing == Writing::Digits)
}

fn is_item(context: Context<'_>, entry: &Entry<'_>) -> bool {
    let zone = context.document.blocks[entry.claim.block].zone;
    matches!(zone, Zone::Item | Zone::Table)
}

/// Whether a second figure says what the first one says, as a reader takes both.
pub fn backs(one: &Entry<'_>, other: &Entry<'_>) -> bool {
    one.number == other.number
        || cut_short(one, other)
        || matches!(
            one.bounds.agree(&other.bounds),
            Agreement::Same | Agreement::Compatible
        )
}

fn agree(one: &Entry<'_>, other: &Entry<'_>, slip: Slip) -> bool {
    let twin = |a: &Entry<'_>, b: &Entry<'_>| {
        let twin = a.claim.quantity.alternative;
        twin.is_some_and(|twin| twin == b.number || short_of(twin, b.number))
    };
    if twin(one, other) || twin(other, one) {
        return true;
    }
    if one.number == other.number || rounds_to(&one.claim.quantity, &other.claim.quantity) {
        return true;
    }
    match one.bounds.agree(&other.bounds) {
        Agreement::Same | Agreement::Incomparable => true,
        // "More than 1,000" allows 10,000; a keystroke between the two is evidence all the same.
        Agreement::Compatible => matches!(slip, Slip::OneDigit | Slip::Other),
        Agreement::Loose | Agreement::Contradict => false,
    }
}

/// Whether a number is another one to within a hundredth.
fn short_of(one: Number, other: Number) -> bool {
    (one - other).abs() * Number::whole(100) <= one.abs()
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

/// Whether two counts are one or two apart and one of them alone `supplies` the missing.
fn one_more(one: &Entry<'_>, other: &Entry<'_>, supplies: impl Fn(&Entry<'_>) -> bool) -> bool {
    let apart = (one.number - other.number).abs();
    let counts = [one, other]
        .iter()
        .all(|entry| matches!(entry.claim.quantity.kind, Kind::Count | Kind::Number));
    counts
        && apart <= Number::whole(2)
        && one.number < Number::whole(100)
        && supplies(one) != supplies(other)
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
        .iter()
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
    another || neighbours(context, entry.claim).iter().any(small)
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
