//! [`Evidence`]: what speaks for and against two figures being one fact.

use crate::claim::compare::Context;
use crate::claim::compare::blocker::{Bar, Blocker, Pairing, blocker, worst};
use crate::claim::compare::frame::Cues;
use crate::claim::compare::pairs::{Entry, Index};
use crate::claim::compare::slip::{Slip, slip};
use crate::document::Zone;
use crate::quantity::number::Number;
use crate::quantity::value::Kind;
use crate::token::vocabulary::Concept;

/// What two entries of one key have in common, and what sets them apart.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own about the pair, and all may hold at once"
)]
pub struct Evidence {
    /// Words of subject matter that both have near by.
    pub shared: usize,
    /// Words near the first alone.
    pub first_alone: usize,
    /// Words near the second alone.
    pub second_alone: usize,
    /// Words of the counted phrases in common, the head left out.
    pub modifiers_shared: usize,
    /// Words of the counted phrases that only one has.
    pub modifiers_alone: usize,
    /// Names in common.
    pub names_shared: usize,
    /// Whether both sentences have dates or ordinals, and none in common.
    pub anchors_differ: bool,
    /// Whether one stands in a summary of the article (headline, description, caption).
    pub summary: bool,
    /// Whether the other stands in the lead.
    pub lead: bool,
    /// Whether both stand in one block.
    pub one_block: bool,
    /// Cues near one alone.
    pub cues_alone: Cues,
    /// Whether both name it, and differently.
    pub event_differs: bool,
    /// Whether the larger is a sum of other figures of the article.
    pub summed: bool,
    /// Figures in the two sentences beside the two.
    pub crowd: usize,
    /// Other figures of the key with the value of the first and of the second.
    pub backed: [usize; 2],
    /// Figures of other keys with the value of the first and of the second.
    pub echoed: [usize; 2],
    /// Different values of the key in the article.
    pub values: usize,
    /// How one number may have become the other.
    pub slip: Slip,
    /// The smaller number as hundredths of the larger.
    pub ratio: i128,
    /// Whether they are one or two apart and below a hundred.
    pub close: bool,
    /// What kind of figure they are.
    pub kind: Kind,
    /// What speaks so strongly for two facts that they can only be asked about.
    pub doubt: Option<Blocker>,
}

/// Compares two entries of one key, or names the blocker that rules out that they are one fact.
pub fn evidence(
    context: Context<'_>,
    index: &Index,
    entries: &[Entry<'_>],
    one: &Entry<'_>,
    other: &Entry<'_>,
) -> Result<Evidence, Blocker> {
    let slip = slip(one.number, other.number);
    let zones = [one, other].map(|entry| context.document.blocks[entry.claim.block].zone);
    let summary = zones.iter().any(|zone| zone.is_summary());
    let pairing = Pairing {
        slip,
        summary,
        lead: zones.contains(&Zone::Lead),
        ratio: ratio(one.number, other.number),
    };
    let held = blocker(context, one, other, pairing);
    let out = |held: &Option<Blocker>| held.filter(|held| held.bar(pairing) == Bar::Out);
    if let Some(blocker) = out(&held) {
        return Err(blocker);
    }
    let events = [one, other].map(|entry| entry.claim.event);
    let key = one.common_key(other);
    let (a, b) = (&one.frame, &other.frame);
    let shared = common(&a.concepts, &b.concepts);
    let modifiers_shared = common(&a.modifiers, &b.modifiers);
    let names_shared = common(&a.names, &b.names);
    let backed = [
        index.backed(entries, key, one, other),
        index.backed(entries, key, other, one),
    ];
    let told = zones
        .iter()
        .zip(backed)
        .any(|(zone, count)| zone.is_summary() && count > 0);
    let later = [
        (index.parts(entries, key, one, other), Blocker::Sum),
        (told && slip == Slip::Other, Blocker::Told),
    ];
    let later = worst(later, pairing);
    if let Some(blocker) = out(&later) {
        return Err(blocker);
    }
    Ok(Evidence {
        shared,
        first_alone: a.concepts.len() - shared,
        second_alone: b.concepts.len() - shared,
        modifiers_shared,
        modifiers_alone: a.modifiers.len() + b.modifiers.len() - 2 * modifiers_shared,
        names_shared,
        anchors_differ: !a.anchors.is_empty()
            && !b.anchors.is_empty()
            && !a.anchors.iter().any(|anchor| b.anchors.contains(anchor)),
        summary,
        lead: pairing.lead,
        one_block: one.claim.block == other.claim.block,
        cues_alone: a.cues ^ b.cues,
        event_differs: events[0].is_some() && events[1].is_some() && events[0] != events[1],
        summed: index.summed(one, other),
        crowd: a.crowd + b.crowd,
        backed,
        echoed: [
            index.echoed(entries, key, one),
            index.echoed(entries, key, other),
        ],
        values: index.distinct(key),
        slip,
        ratio: pairing.ratio,
        close: (one.number - other.number).abs() <= Number::whole(2)
            && one.number.max(other.number) < Number::whole(100),
        kind: one.claim.quantity.kind,
        doubt: held.or(later),
    })
}

fn ratio(one: Number, other: Number) -> i128 {
    let (small, large) = (one.abs().min(other.abs()), one.abs().max(other.abs()));
    let part = small.checked_div(large).unwrap_or(Number::ZERO);
    (part * Number::whole(100)).round()
}

/// How many elements two sorted lists have in common.
fn common(one: &[Concept], other: &[Concept]) -> usize {
    one.iter()
        .filter(|concept| other.binary_search(concept).is_ok())
        .count()
}
