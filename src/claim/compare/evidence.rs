//! [`Evidence`]: what speaks for and against two figures being one fact.

use crate::claim::compare::Context;
use crate::claim::compare::blocker::{Bar, Blocker, Pairing, blocker, worst};
use crate::claim::compare::frame::Cues;
use crate::claim::compare::keyed::{are_round, typed};
use crate::claim::compare::pairs::{Entry, Group, Index};
use crate::claim::compare::parallel::{companions, is_retold};
use crate::claim::compare::slip::Slip;
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
    /// Cues near one alone.
    pub cues_alone: Cues,
    /// Whether they are called by different nouns.
    pub nouns_differ: bool,
    /// Whether the text bounds the two differently.
    pub hedges_differ: bool,
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
    /// The digits of the shorter number, noughts at its end left out.
    pub digits: usize,
    /// Whether so few digits may well be alike by chance.
    pub round: bool,
    /// The smaller number as hundredths of the larger.
    pub ratio: i128,
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
    pair: (usize, usize),
) -> Result<Evidence, Blocker> {
    let (one, other) = (&entries[pair.0], &entries[pair.1]);
    let slip = typed(context, one, other);
    let modifiers_shared = common(&one.frame.modifiers, &other.frame.modifiers);
    let zones = [one, other].map(|entry| context.document.blocks[entry.claim.block].zone);
    let summary = zones.iter().any(|zone| zone.is_summary());
    let pairing = Pairing {
        slip,
        summary,
        lead: zones.contains(&Zone::Lead),
        ratio: ratio(one.number, other.number),
        finer_summary: finer_summary(zones, one, other),
        retold: summary && is_retold(context, one, other),
        one_thing: modifiers_shared > 0 && one.key == other.key,
        companions: companions(entries, pair.0, pair.1),
    };
    let held = blocker(context, one, other, pairing);
    ruled_out(held, pairing)?;
    let group = index.group(one.common_key(other));
    let (a, b) = (&one.frame, &other.frame);
    let shared = common(&a.concepts, &b.concepts);
    let names_shared = common(&a.names, &b.names);
    let backed = [
        group.backed(entries, pair.0, pair.1),
        group.backed(entries, pair.1, pair.0),
    ];
    let told = zones
        .iter()
        .zip(backed)
        .any(|(zone, count)| zone.is_summary() && count > 0);
    let led = zones
        .iter()
        .zip([one, other])
        .any(|(zone, entry)| zone.is_summary() && index.leads(entries, entry));
    let later = explained(group, entries, pair, pairing, held, [told, led])?;
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
        cues_alone: a.cues ^ b.cues,
        nouns_differ: one.key != other.key,
        hedges_differ: one.claim.quantity.hedge != other.claim.quantity.hedge,
        crowd: a.crowd + b.crowd,
        backed,
        echoed: [one, other].map(|entry| index.echoed(group, entry)),
        values: group.distinct(),
        slip,
        digits: one.typed.telling().min(other.typed.telling()),
        round: are_round(context, slip, one, other),
        ratio: pairing.ratio,
        kind: one.claim.quantity.kind,
        doubt: held.or(later),
    })
}

/// What the article's other figures say against one fact, or the blocker among it that rules one fact out. A summary's figure may be `told`
/// elsewhere in the body, or `led` by its lead.
fn explained(
    group: &Group,
    entries: &[Entry<'_>],
    pair: (usize, usize),
    pairing: Pairing,
    held: Option<Blocker>,
    [told, led]: [bool; 2],
) -> Result<Option<Blocker>, Blocker> {
    // A headline that is finer than one place of the body may have its figure from another.
    let rounded = matches!(held, Some(Blocker::Agreement | Blocker::CutShort));
    let in_full = || !pairing.finer_summary || group.in_full(entries, [pair.0, pair.1]);
    if let Some(blocker) = held.filter(|_| rounded && told && in_full()) {
        return Err(blocker);
    }
    let later = [
        (group.parts(entries, pair), Blocker::Sum),
        (told && pairing.slip == Slip::Other, Blocker::Told),
        (led, Blocker::Led),
    ];
    let later = worst(later, pairing);
    ruled_out(later, pairing)?;
    Ok(later)
}

fn ruled_out(held: Option<Blocker>, pairing: Pairing) -> Result<(), Blocker> {
    match held {
        Some(blocker) if blocker.bar(pairing) == Bar::Out => Err(blocker),
        _ => Ok(()),
    }
}

/// Whether one alone stands in a summary and is written to a smaller step.
fn finer_summary(zones: [Zone; 2], one: &Entry<'_>, other: &Entry<'_>) -> bool {
    let grains = [one, other].map(|entry| entry.claim.quantity.grain);
    match zones.map(Zone::is_summary) {
        [true, false] => grains[0] < grains[1],
        [false, true] => grains[1] < grains[0],
        _ => false,
    }
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
