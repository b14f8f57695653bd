//! From evidence to confidence: an additive score, read off a scale.
//!
//! The points are hundredths of a logit. They were fitted by logistic regression to pairs of figures from printed articles: on one side the
//! pairs of some 1,500 articles as printed (nearly all of them two facts), on the other some 300 pairs in which one of two equal figures had
//! been changed; by cross-validation, few features told strange articles better than many. The signs say what reading says: a keystroke between the numbers, a headline against its lead and words in common speak for
//! one fact; a second mention of either value, a comparison, a change, a share, a total and other dates speak for two.

use crate::claim::compare::evidence::Evidence;
use crate::claim::compare::frame::Cues;
use crate::claim::compare::slip::Slip;
use crate::diagnostic::Confidence;
use crate::quantity::value::Kind;

/// Points of a pair of which nothing is known.
const BASE: i32 = -477;

/// Confidence, in hundredths, at some points; between them it is read off a straight line. A warning (60) was reached by one printed
/// article in two hundred, real slips included, an info (40) by one in eight.
const SCALE: [(i32, i32); 5] = [(-1400, 0), (-500, 40), (-150, 60), (300, 85), (800, 97)];

/// What a doubt costs.
const DOUBT: i32 = 74;

/// No pair that is doubted, or of which little is known, is surer than this: it is asked about, never warned of.
const ASKED: i32 = 55;

/// What one feature of a pair is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Points {
    /// The feature, such as `shared-words`.
    pub feature: &'static str,
    /// How much of it there is: a count, hundredths, or 1 for what holds.
    pub amount: i32,
    /// Hundredths of a logit.
    pub points: i32,
}

/// How sure it is that two figures are one fact with two values.
pub fn confidence(evidence: &Evidence) -> Confidence {
    let points: i32 = points(evidence).map(|feature| feature.points).sum();
    let sure = if evidence.doubt.is_some() || is_thin(evidence) {
        read_off(points).min(ASKED)
    } else {
        read_off(points)
    };
    Confidence::new(u8::try_from(sure).unwrap_or(0))
}

/// Whether two amounts of the body have no more than one word in common and are so round that their digits say little: «50 ألف دولار» and
/// «500 ألف دولار».
fn is_thin(evidence: &Evidence) -> bool {
    let amount = !matches!(evidence.kind, Kind::Count | Kind::Number);
    let words = evidence.shared + evidence.modifiers_shared;
    !evidence.summary && amount && evidence.round && words < 2
}

/// What each feature of a pair is worth, those that it lacks left out.
pub fn points(evidence: &Evidence) -> impl Iterator<Item = Points> {
    let base = [
        feature("base", 1, BASE),
        when("doubt", evidence.doubt.is_some(), -DOUBT),
    ];
    base.into_iter()
        .chain(setting(evidence))
        .chain(words(evidence))
        .chain(values(evidence))
        .chain(cues(evidence))
        .filter(|feature| feature.points != 0)
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

fn feature(feature: &'static str, amount: i32, each: i32) -> Points {
    Points {
        feature,
        amount,
        points: amount * each,
    }
}

fn when(name: &'static str, holds: bool, points: i32) -> Points {
    feature(name, i32::from(holds), points)
}

/// So many points for the whole of a hundred.
fn share(feature: &'static str, hundredths: i32, points: i32) -> Points {
    Points {
        feature,
        amount: hundredths,
        points: points * hundredths / 100,
    }
}

/// Where the two stand.
fn setting(evidence: &Evidence) -> [Points; 5] {
    let contained = containment(evidence) * i32::from(evidence.summary);
    [
        when("summary", evidence.summary, 234),
        share("summary-contained", contained, 157),
        when("summary-and-lead", evidence.summary && evidence.lead, 229),
        when("lead", evidence.lead && !evidence.summary, 21),
        feature("crowd", up_to(evidence.crowd, 8), -14),
    ]
}

/// The shared words as hundredths of the fewer words.
fn containment(evidence: &Evidence) -> i32 {
    let fewer = evidence.first_alone.min(evidence.second_alone) + evidence.shared;
    up_to(100 * evidence.shared / fewer.max(1), 100)
}

/// The words around them.
fn words(evidence: &Evidence) -> [Points; 7] {
    [
        share("contained", containment(evidence), 350),
        feature("shared-modifiers", up_to(evidence.modifiers_shared, 2), 62),
        feature("modifiers-alone", up_to(evidence.modifiers_alone, 3), -33),
        feature("shared-names", up_to(evidence.names_shared, 3), 64),
        when("other-anchors", evidence.anchors_differ, -23),
        when("other-noun", evidence.nouns_differ, -100),
        when("other-hedge", evidence.hedges_differ, -80),
    ]
}

/// The two values, and where else they stand.
fn values(evidence: &Evidence) -> [Points; 8] {
    let [first, second] = evidence.backed.map(|count| up_to(count, 2));
    let echoed = evidence.echoed.iter().map(|count| up_to(*count, 2)).sum();
    [
        slip(evidence),
        kind(evidence.kind),
        feature("first-backed", first, -86),
        feature("second-backed", second, -42),
        feature("summary-backed", first * i32::from(evidence.summary), -42),
        feature("echoed", echoed, -103),
        feature("values", up_to(evidence.values, 8), -47),
        share("nearness", i32::try_from(evidence.ratio).unwrap_or(0), 296),
    ]
}

/// How one number may have become the other. Few digits leave more to chance, but of two numbers with two digits in another order the
/// nearness says less.
fn slip(evidence: &Evidence) -> Points {
    let points = |few: i32, many: i32, enough: usize| {
        if evidence.digits < enough { few } else { many }
    };
    match evidence.slip {
        Slip::DigitsSwapped => feature("digits-swapped", 1, points(560, 392, 3)),
        Slip::OneDigit if evidence.digits < 3 => feature("one-digit", 1, points(94, 110, 2)),
        Slip::OneDigit => feature("one-digit", 1, 201),
        Slip::PowerOfTen => feature("power-of-ten", 1, points(548, 849, 2)),
        Slip::ScaleWord => feature("scale-word", 1, 592),
        Slip::Other => feature("no-slip", 1, 0),
    }
}

/// What kind of figure it is.
fn kind(kind: Kind) -> Points {
    match kind {
        Kind::Percent => feature("percent", 1, -82),
        Kind::Money => feature("money", 1, -43),
        Kind::Duration => feature("duration", 1, -112),
        Kind::Measure => feature("measure", 1, -96),
        _ => feature("count", 1, 0),
    }
}

/// Words near one figure alone that make it another kind of fact.
fn cues(evidence: &Evidence) -> [Points; 2] {
    let alone = |name, cue, points| when(name, evidence.cues_alone.contains(cue), points);
    [
        alone("change-alone", Cues::CHANGE, -69),
        alone("total-alone", Cues::TOTAL, -105),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scale_rises() {
        let read: Vec<_> = (-2000..2000).step_by(50).map(read_off).collect();
        assert!(read.is_sorted());
        assert_eq!((read_off(-5000), read_off(5000)), (0, 97));
        assert_eq!(read_off(300), 85);
    }
}
