//! What an amount allows: the hard interval that it states, the soft one that a reader takes, and whether two amounts agree.
//!
//! ```text
//! op        written                      hard            soft
//! =         2,100                        [n, n]          [n, n]
//! about     نحو 2,000                    [n-2w, n+2w]    [n-w, n+w]
//! nearly    كاد يبلغ 300                 [n-2w, n)       [n-w, n)
//! more than أكثر من 2,000                (n, ∞)          (n, n+g)
//! at least  ما لا يقل عن 20              [n, ∞)          [n, n+g)
//! less than أقل من 500                   [0, n)          (n-g, n)
//! at most   لا يزيد على 500              [0, n]          (n-g, n]
//! up to     حتى 500                      [0, ∞)          [0, n]
//! range     بين 5 و10                    [a, b]          [a, b]
//! ```
//!
//! `g` is the grain of the figure, `w` is `g/2`, at least 1 % and at most 10 % of `n`. All arithmetic is exact.

use std::ops::Add;

use crate::quantity::Quantity;
use crate::quantity::number::{Number, without_noughts};
use crate::quantity::value::{Amount, Hedge, Kind};

/// How two amounts of one thing stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Agreement {
    /// The same value, written as firmly.
    Same,
    /// Both can be true as a reader takes them.
    Compatible,
    /// Both can be true, but one is a weak or stale bound or an unmarked rounding.
    Loose,
    /// Both cannot be true.
    Contradict,
    /// Not amounts of one unit.
    Incomparable,
}

/// One end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct End {
    /// Where it is.
    pub at: Number,
    /// Whether the value itself lies inside.
    pub inside: bool,
}

/// A set of numbers between two ends; an end that is none is unbounded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Interval {
    /// The lower end.
    pub low: Option<End>,
    /// The upper end.
    pub high: Option<End>,
}

impl Interval {
    /// From `low` to `high`, both inside.
    pub fn closed(low: Number, high: Number) -> Self {
        Self {
            low: Some(End {
                at: low,
                inside: true,
            }),
            high: Some(End {
                at: high,
                inside: true,
            }),
        }
    }

    /// Whether the two share a number.
    pub fn meets(self, other: Self) -> bool {
        let reaches = |low: Option<End>, high: Option<End>| match (low, high) {
            (Some(low), Some(high)) => {
                low.at < high.at || low.at == high.at && low.inside && high.inside
            }
            _ => true,
        };
        reaches(self.low, other.high) && reaches(other.low, self.high)
    }

    /// Wider by `slack` at both ends.
    pub fn widened(self, slack: Number) -> Self {
        let shift = |end: Option<End>, by: Number| {
            end.map(|end| End {
                at: end.at + by,
                inside: true,
            })
        };
        Self {
            low: shift(self.low, -slack),
            high: shift(self.high, slack),
        }
    }

    fn between(low: (Number, bool), high: (Number, bool)) -> Self {
        let end = |(at, inside)| Some(End { at, inside });
        Self {
            low: end(low),
            high: end(high),
        }
    }

    fn from(low: Number, inside: bool) -> Self {
        Self {
            low: Some(End { at: low, inside }),
            high: None,
        }
    }
}

impl Add for Interval {
    type Output = Self;

    /// All sums of a number of each.
    fn add(self, other: Self) -> Self {
        let sum = |one: Option<End>, two: Option<End>| {
            let (one, two) = (one?, two?);
            Some(End {
                at: one.at.checked_add(two.at)?,
                inside: one.inside && two.inside,
            })
        };
        Self {
            low: sum(self.low, other.low),
            high: sum(self.high, other.high),
        }
    }
}

/// The step to which a whole number is round: the largest k·10^b, k one of 1, 5 and 2.5, that it is up to 9 times of; else its
/// trailing noughts. 2,000 is written to 1,000, 250 to 50, 45,000 to 5,000, 45,259 to 1.
pub fn grain(value: Number) -> Number {
    let Some(whole) = value.abs().to_whole().filter(|whole| *whole > 0) else {
        return Number::ONE;
    };
    let (digits, noughts) = without_noughts(whole);
    // Few numbers without a nought at their end are a multiple of so round a step.
    let times = match digits {
        15 | 25 | 35 | 45 if noughts > 1 => 5,
        75 | 125 | 175 | 225 => 25,
        _ => 1,
    };
    Number::whole(times * noughts)
}

/// The numbers that an amount states can be true.
pub fn hard(quantity: &Quantity) -> Option<Interval> {
    let amount = quantity.value.amount()?;
    let Some(n) = amount.written else {
        return Some(range(amount));
    };
    let wide = || width(n, quantity.grain) * Number::whole(2);
    Some(match quantity.hedge {
        Hedge::Exact | Hedge::Vague => Interval::closed(n, n),
        Hedge::About => Interval::closed(n, n).widened(wide()),
        Hedge::Nearly => Interval::between((n - wide(), true), (n, false)),
        Hedge::MoreThan => Interval::from(n, false),
        Hedge::AtLeast => Interval::from(n, true),
        Hedge::LessThan => Interval::between((floor(n), true), (n, false)),
        Hedge::AtMost => Interval::between((floor(n), true), (n, true)),
        Hedge::UpTo => Interval::from(floor(n), true),
    })
}

/// The numbers that a reader takes an amount for.
pub fn soft(quantity: &Quantity) -> Option<Interval> {
    let amount = quantity.value.amount()?;
    let Some(n) = amount.written else {
        return Some(range(amount));
    };
    let grain = quantity.grain;
    let wide = || width(n, grain);
    Some(match quantity.hedge {
        Hedge::Exact | Hedge::Vague => Interval::closed(n, n),
        Hedge::About => Interval::closed(n, n).widened(wide()),
        Hedge::Nearly => Interval::between((n - wide(), true), (n, false)),
        Hedge::MoreThan => Interval::between((n, false), (n + grain, false)),
        Hedge::AtLeast => Interval::between((n, true), (n + grain, false)),
        Hedge::LessThan => Interval::between((n - grain, false), (n, false)),
        Hedge::AtMost => Interval::between((n - grain, false), (n, true)),
        Hedge::UpTo => Interval::closed(floor(n), n),
    })
}

/// Whether two amounts of one thing can both be true.
pub fn agrees(one: &Quantity, two: &Quantity) -> Agreement {
    if one.unit == two.unit {
        values_agree(one, two)
    } else {
        Agreement::Incomparable
    }
}

/// Whether two amounts can both be true, whose units are known to be one: "$5" and "US$5".
pub fn values_agree(one: &Quantity, two: &Quantity) -> Agreement {
    Bounds::of(one).agree(&Bounds::of(two))
}

/// An amount with what it allows, worked out once for all that it is compared with.
#[derive(Clone, Copy, Debug)]
pub struct Bounds<'a> {
    quantity: &'a Quantity,
    /// The number, where nothing bounds it: most figures are compared by it alone.
    bare: Option<Number>,
    soft: Option<Interval>,
    hard: Option<Interval>,
}

impl<'a> Bounds<'a> {
    /// Those of an amount.
    pub fn of(quantity: &'a Quantity) -> Self {
        Self {
            quantity,
            bare: quantity.exact(),
            soft: soft(quantity),
            hard: hard(quantity),
        }
    }

    /// Whether both amounts can be true, whose units are known to be one.
    pub fn agree(&self, other: &Self) -> Agreement {
        let (one, two) = (self.quantity, other.quantity);
        if let (Some(a), Some(b)) = (self.bare, other.bare) {
            return rounds(one, a, two, b);
        }
        let (Some(soft_one), Some(soft_two)) = (self.soft, other.soft) else {
            return Agreement::Incomparable;
        };
        if one.hedge == two.hedge && one.value == two.value {
            return Agreement::Same;
        }
        if soft_one.meets(soft_two) {
            return Agreement::Compatible;
        }
        match (self.hard, other.hard) {
            (Some(one), Some(two)) if !one.meets(two) => Agreement::Contradict,
            _ => Agreement::Loose,
        }
    }
}

/// Whether one number is the other rounded, whatever bounds the two: «33 مليارا» of «يصل إلى 32.5 مليار».
pub fn rounds_to(one: &Quantity, two: &Quantity) -> bool {
    let number = |quantity: &Quantity| quantity.value.amount()?.written;
    number(one).zip(number(two)).is_some_and(|(a, b)| {
        matches!(
            rounds(one, a, two, b),
            Agreement::Same | Agreement::Compatible
        )
    })
}

/// Two bare numbers: the finer must round to the coarser at its grain, and not far. Counts below 1,000 never round.
fn rounds(one: &Quantity, a: Number, two: &Quantity, b: Number) -> Agreement {
    if a == b {
        return Agreement::Same;
    }
    let (coarse, step, fine, rounded) = if one.grain >= two.grain {
        (a, one.grain, b, one)
    } else {
        (b, two.grain, a, two)
    };
    let counts = matches!(rounded.kind, Kind::Count | Kind::Number) && rounded.unit.is_none();
    if counts && coarse.abs() < Number::whole(1000) || step.is_zero() {
        return Agreement::Contradict;
    }
    if fine.nearest_multiple(step) != Some(coarse) {
        return Agreement::Contradict;
    }
    let gap = (fine - coarse).abs() * Number::whole(20);
    if gap <= coarse.abs() {
        Agreement::Compatible
    } else {
        Agreement::Loose
    }
}

/// Half the grain, at least 1 % and at most 10 % of the number.
fn width(n: Number, grain: Number) -> Number {
    let part = |of: i128| {
        n.abs()
            .checked_div(Number::whole(of))
            .unwrap_or(Number::ZERO)
    };
    let half = grain.checked_div(Number::whole(2)).unwrap_or(Number::ZERO);
    half.max(part(100)).min(part(10))
}

/// Below this an amount does not go: nought, unless it is written below nought itself.
fn floor(n: Number) -> Number {
    n.min(Number::ZERO)
}

fn range(amount: &Amount) -> Interval {
    let end = |at| End { at, inside: true };
    let (low, high) = match (amount.low, amount.high) {
        (Some(low), Some(high)) => (Some(low.min(high)), Some(low.max(high))),
        ends => ends,
    };
    Interval {
        low: low.map(end),
        high: high.map(end),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Writing;
    use crate::quantity::value::Value;
    use crate::text::span::Span;

    fn amount(text: &str, hedge: Hedge) -> Quantity {
        let value = Number::parse(text).unwrap();
        let mut quantity = Quantity::plain(Kind::Count, 0..1, Span::default());
        quantity.value = Value::Amount(Amount::hedged(value, hedge));
        quantity.hedge = hedge;
        quantity.grain = grain(value);
        quantity.writing = Writing::Digits;
        quantity
    }

    #[test]
    fn grains() {
        for (value, step) in [
            (2000, 1000),
            (2100, 100),
            (250, 50),
            (45_000, 5000),
            (110, 10),
            (45_259, 1),
            (20, 10),
            (19, 1),
            (5, 1),
            (75, 25),
            (0, 1),
        ] {
            assert_eq!(
                grain(Number::whole(value)),
                Number::whole(step),
                "grain of {value}"
            );
        }
    }

    #[test]
    fn the_table_of_pairs() {
        use Agreement::{Compatible, Contradict, Loose, Same};
        use Hedge::{About, AtLeast, AtMost, Exact, MoreThan, Nearly, UpTo};
        for (one, two, verdict) in [
            (("2100", Exact), ("2000", MoreThan), Compatible),
            (("1950", Exact), ("2000", MoreThan), Contradict),
            (("5300", Exact), ("2000", MoreThan), Loose),
            (("2100", Exact), ("2010", Exact), Contradict),
            (("2100", Exact), ("2000", About), Compatible),
            (("2300", Exact), ("2000", About), Loose),
            (("2450", Exact), ("2000", About), Contradict),
            (("2000", Exact), ("2040", Exact), Compatible),
            (("2000", Exact), ("2400", Exact), Loose),
            (("2000", Exact), ("2600", Exact), Contradict),
            (("19", Exact), ("20", Exact), Contradict),
            (("20", AtLeast), ("19", Exact), Contradict),
            (("20", AtLeast), ("25", MoreThan), Compatible),
            (("500", UpTo), ("530", Exact), Loose),
            (("500", AtMost), ("530", Exact), Contradict),
            (("300", Nearly), ("296", Exact), Compatible),
            (("300", Nearly), ("305", Exact), Contradict),
            (("45259", Exact), ("45000", MoreThan), Compatible),
            (("45259", Exact), ("45295", Exact), Contradict),
            (("2100000", Exact), ("2134000", Exact), Compatible),
            (("12", Exact), ("12", Exact), Same),
        ] {
            let (one, two) = (amount(one.0, one.1), amount(two.0, two.1));
            assert_eq!(agrees(&one, &two), verdict, "{one:?} {two:?}");
            assert_eq!(agrees(&two, &one), verdict, "{two:?} {one:?}");
        }
    }

    #[test]
    fn measures_round_below_a_thousand_and_units_part() {
        let (mut one, mut two) = (amount("20", Exact), amount("20.4", Exact));
        (one.unit, two.unit) = (Some("kilometer"), Some("kilometer"));
        two.grain = Number::fraction(1, 10).unwrap();
        assert_eq!(agrees(&one, &two), Agreement::Compatible);
        two.unit = Some("mile");
        assert_eq!(agrees(&one, &two), Agreement::Incomparable);
    }

    use Hedge::Exact;

    #[test]
    fn sums_and_slack() {
        let sum = Interval::closed(Number::whole(6), Number::whole(6))
            + Interval::from(Number::whole(5), true);
        assert!(sum.meets(Interval::closed(Number::whole(14), Number::whole(14))));
        assert!(!sum.meets(Interval::closed(Number::whole(10), Number::whole(10))));
        let near = Interval::closed(Number::whole(10), Number::whole(10));
        assert!(
            near.widened(Number::ONE)
                .meets(Interval::closed(Number::whole(11), Number::whole(12)))
        );
    }
}
