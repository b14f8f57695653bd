//! From evidence to confidence: an additive score, read off a scale.
//!
//! The points are hundredths of a logit. They were fitted by logistic regression to pairs of figures from printed articles: on one side the
//! pairs of some 3,000 articles as printed (nearly all of them two facts), on the other some 300 pairs in which one of two equal figures had
//! been changed. The signs say what reading says: a keystroke between the numbers, a headline against its lead and words in common speak for
//! one fact; a second mention of either value, a comparison, a change, a share, a total and other dates speak for two.

use crate::claim::compare::evidence::Evidence;
use crate::claim::compare::frame::Cues;
use crate::claim::compare::slip::Slip;
use crate::diagnostic::Confidence;
use crate::quantity::value::Kind;

/// Points of a pair of which nothing is known.
const BASE: i32 = -330;

/// Confidence, in hundredths, at some points; between them it is read off a straight line. A warning (60) was reached by about one printed
/// article in a hundred, real slips included, an info (40) by one in eight.
const SCALE: [(i32, i32); 5] = [(-1400, 0), (-560, 40), (20, 60), (270, 85), (800, 97)];

/// How sure it is that two figures are one fact with two values.
pub fn confidence(evidence: &Evidence) -> Confidence {
    let points = BASE + setting(evidence) + words(evidence) + values(evidence) + cues(evidence);
    Confidence::new(u8::try_from(read_off(points)).unwrap_or(0))
}

fn read_off(points: i32) -> i32 {
    let (first, last) = (SCALE[0], SCALE[SCALE.len() - 1]);
    let points = points.clamp(first.0, last.0);
    let segment = SCALE.windows(2).find(|pair| points <= pair[1].0);
    let Some([low, high]) = segment else {
        return last.1;
    };
    low.1 + (points - low.0) * (high.1 - low.1) / (high.0 - low.0)
}

/// At most `most` of something counted.
fn up_to(count: usize, most: usize) -> i32 {
    i32::try_from(count.min(most)).unwrap_or(0)
}

fn when(holds: bool, points: i32) -> i32 {
    if holds { points } else { 0 }
}

/// Where the two stand.
fn setting(evidence: &Evidence) -> i32 {
    when(evidence.summary, 147 + 177 * containment(evidence) / 100)
        + when(evidence.summary && evidence.lead, 156)
        + when(evidence.one_sentence, -259)
        + when(evidence.one_block, -38)
        - 15 * up_to(evidence.crowd, 8)
}

/// The shared words as hundredths of the fewer words.
fn containment(evidence: &Evidence) -> i32 {
    let fewer = evidence.first_alone.min(evidence.second_alone) + evidence.shared;
    up_to(100 * evidence.shared / fewer.max(1), 100)
}

/// The words around them.
fn words(evidence: &Evidence) -> i32 {
    let alone = evidence.first_alone + evidence.second_alone;
    21 * up_to(evidence.shared, 8) + 41 * containment(evidence) / 100 - 5 * up_to(alone, 20)
        + 29 * up_to(evidence.modifiers_shared, 2)
        - 27 * up_to(evidence.modifiers_alone, 3)
        + 79 * up_to(evidence.names_shared, 3)
        + when(evidence.anchors_differ, -80)
        + when(evidence.event_differs, -47)
}

/// The two values, and where else they stand.
fn values(evidence: &Evidence) -> i32 {
    let [first, second] = evidence.backed.map(|count| up_to(count, 2));
    let echoed: i32 = evidence.echoed.iter().map(|count| up_to(*count, 2)).sum();
    let slip = match evidence.slip {
        Slip::DigitsSwapped => 525,
        Slip::OneDigit => 93,
        Slip::PowerOfTen => 544,
        Slip::ScaleWord => 495,
        Slip::Other => 0,
    };
    let kind = match evidence.kind {
        Kind::Percent => -71,
        Kind::Money => -28,
        Kind::Duration => -114,
        Kind::Measure => -38,
        _ => 0,
    };
    slip + kind
        - 77 * first
        - 105 * second
        - when(evidence.summary, 82) * first
        - 68 * echoed
        - 41 * up_to(evidence.values, 8)
        + i32::try_from(2 * evidence.ratio).unwrap_or(0)
        + when(evidence.close, 80)
        + when(evidence.summed, -70)
}

/// Words near one figure alone that make it another kind of fact. A comparison and a part are set heavier than fitted: they are what the
/// reader would object with, and parts have a rule of their own.
fn cues(evidence: &Evidence) -> i32 {
    let points = [
        (Cues::COMPARED, -160),
        (Cues::EARLIER, -72),
        (Cues::PART, -200),
        (Cues::CHANGE, -84),
        (Cues::TOTAL, -71),
        (Cues::ANOTHER, -31),
        (Cues::CUMULATIVE, -31),
    ];
    points
        .iter()
        .filter(|(cue, _)| evidence.cues_alone.contains(*cue))
        .map(|(_, points)| points)
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scale_rises() {
        let read: Vec<_> = (-2000..2000).step_by(50).map(read_off).collect();
        assert!(read.is_sorted());
        assert_eq!((read_off(-5000), read_off(5000)), (0, 97));
        assert_eq!(read_off(270), 85);
    }
}
