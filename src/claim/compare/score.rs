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
const BASE: i32 = -443;

/// Confidence, in hundredths, at some points; between them it is read off a straight line. A warning (60) was reached by about one printed
/// article in a hundred, real slips included, an info (40) by one in eight.
const SCALE: [(i32, i32); 5] = [(-1400, 0), (-600, 40), (-60, 60), (270, 85), (800, 97)];

/// What a doubt costs.
const DOUBT: i32 = 150;

/// No doubted pair is surer than this: it is asked about, never warned of.
const ASKED: i32 = 55;

/// How sure it is that two figures are one fact with two values.
pub fn confidence(evidence: &Evidence) -> Confidence {
    let points = BASE + setting(evidence) + words(evidence) + values(evidence) + cues(evidence);
    let sure = match evidence.doubt {
        Some(_) => read_off(points - DOUBT).min(ASKED),
        None => read_off(points),
    };
    Confidence::new(u8::try_from(sure).unwrap_or(0))
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
    when(evidence.summary, 193 + 137 * containment(evidence) / 100)
        + when(evidence.summary && evidence.lead, 124)
        + when(evidence.one_block, -12)
        - 19 * up_to(evidence.crowd, 8)
}

/// The shared words as hundredths of the fewer words.
fn containment(evidence: &Evidence) -> i32 {
    let fewer = evidence.first_alone.min(evidence.second_alone) + evidence.shared;
    up_to(100 * evidence.shared / fewer.max(1), 100)
}

/// The words around them.
fn words(evidence: &Evidence) -> i32 {
    let alone = evidence.first_alone + evidence.second_alone;
    25 * up_to(evidence.shared, 8) + 152 * containment(evidence) / 100 - 2 * up_to(alone, 20)
        + 82 * up_to(evidence.modifiers_shared, 2)
        - 5 * up_to(evidence.modifiers_alone, 3)
        + 62 * up_to(evidence.names_shared, 3)
        + when(evidence.anchors_differ, -72)
        + when(evidence.event_differs, -152)
}

/// The two values, and where else they stand.
fn values(evidence: &Evidence) -> i32 {
    let [first, second] = evidence.backed.map(|count| up_to(count, 2));
    let echoed: i32 = evidence.echoed.iter().map(|count| up_to(*count, 2)).sum();
    let slip = match evidence.slip {
        Slip::DigitsSwapped => 505,
        Slip::OneDigit => 90,
        Slip::PowerOfTen => 511,
        Slip::ScaleWord => 475,
        Slip::Other => 0,
    };
    let kind = match evidence.kind {
        Kind::Percent => -29,
        Kind::Money => -28,
        Kind::Duration => -73,
        Kind::Measure => -26,
        _ => 0,
    };
    slip + kind
        - 103 * first
        - 46 * second
        - when(evidence.summary, 82) * first
        - 81 * echoed
        - 37 * up_to(evidence.values, 8)
        + i32::try_from(2 * evidence.ratio).unwrap_or(0)
        + when(evidence.close, 46)
        + when(evidence.summed, -20)
}

/// Words near one figure alone that make it another kind of fact.
fn cues(evidence: &Evidence) -> i32 {
    let points = [
        (Cues::CHANGE, -72),
        (Cues::TOTAL, -54),
        (Cues::ANOTHER, -12),
        (Cues::CUMULATIVE, -33),
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
