//! What rules out that two figures are one fact, whatever else they share.

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

/// Why two entries of one key are not compared.
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
    /// One or two apart, and the text names one or two more («ربان و5 بحارة»).
    OneMore,
    /// Each has a date, and not the same.
    Date,
    /// Each has a place, and neither lies in the other.
    Place,
}

/// The first blocker of a pair; `summary` says that one of them stands in a headline, description or caption, which names no dates of its own.
pub fn blocker(
    context: Context<'_>,
    one: &Entry<'_>,
    other: &Entry<'_>,
    slip: Slip,
    summary: bool,
) -> Option<Blocker> {
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
        (summary && one_more(context, one, other), Blocker::OneMore),
        (
            !summary && apart(&a.dates, &b.dates, |x, y| x == y),
            Blocker::Date,
        ),
        (
            !summary && apart(&a.places, &b.places, |x, y| related(context, *x, *y)),
            Blocker::Place,
        ),
    ];
    blockers
        .into_iter()
        .find(|(holds, _)| *holds)
        .map(|(_, blocker)| blocker)
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

/// Whether two counts are one or two apart and a sentence of theirs can supply the missing: a dual, a singular, «آخر», «إلى جانب», or a
/// name joined to the figure («القائد فلان و13 لاعبا»).
fn one_more(context: Context<'_>, one: &Entry<'_>, other: &Entry<'_>) -> bool {
    let apart = (one.number - other.number).abs();
    apart <= Number::whole(2)
        && one.number < Number::whole(100)
        && [one, other].iter().any(|entry| supplies(context, entry))
}

fn supplies(context: Context<'_>, entry: &Entry<'_>) -> bool {
    let tokens = context.tokens;
    let Some(sentence) = tokens.sentences.get(entry.claim.sentence) else {
        return false;
    };
    let start = entry.claim.quantity.tokens.start;
    let joined = start > sentence.tokens.start
        && (tokens.folded(start).starts_with('و')
            || matches!(tokens.folded(start - 1), "و" | "and"));
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
    joined || another || neighbours(context, entry.claim).any(small)
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
