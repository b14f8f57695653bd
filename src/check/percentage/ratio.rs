//! Exact ratios of two amounts, and whether a stated percentage agrees with one.

use crate::check::percentage::figure::Figure;
use crate::quantity::Quantity;
use crate::quantity::number::Number;
use crate::quantity::value::Hedge;

/// A percentage as it follows from two amounts: the plain one, and the least and the most that their rounding allows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Percentage {
    plain: Number,
    low: Number,
    high: Number,
}

/// `part` in hundredths of `whole`.
pub(super) fn share(part: &Figure, whole: &Figure) -> Option<Percentage> {
    let ((part_low, part_high), (whole_low, whole_high)) = (part.bounds(), whole.bounds());
    Some(Percentage {
        plain: hundredths(part.value, whole.value)?,
        low: hundredths(part_low, whole_high)?,
        high: hundredths(part_high, whole_low)?,
    })
}

/// By how many hundredths of `base` it grew or shrank to `now`, without the sign.
pub(super) fn change(base: &Figure, now: &Figure) -> Option<Percentage> {
    let all = share(now, base)?;
    let whole = Number::whole(100);
    let (low, high) = (all.low - whole, all.high - whole);
    let plain = (all.plain - whole).abs();
    if low >= Number::ZERO {
        Some(Percentage { plain, low, high })
    } else if high <= Number::ZERO {
        let (low, high) = (-high, -low);
        Some(Percentage { plain, low, high })
    } else {
        let (low, high) = (Number::ZERO, high.max(-low));
        Some(Percentage { plain, low, high })
    }
}

fn hundredths(part: Number, whole: Number) -> Option<Number> {
    part.checked_div(whole)?.checked_mul(Number::whole(100))
}

impl Percentage {
    /// Whether a stated percentage can be this one. The last digit written may be cut off as well as rounded; a bound allows more on its open side.
    pub(super) fn is(self, stated: &Quantity) -> Option<bool> {
        let value = stated.value.amount()?.written?.abs();
        let part = |of| value.checked_div(Number::whole(of));
        let step = step(value)?;
        let exact = step.max(part(50)?);
        let (below, above) = match stated.hedge {
            Hedge::Exact | Hedge::UpTo | Hedge::Vague => (exact, exact),
            Hedge::About => (step.max(part(12)?), step.max(part(12)?)),
            Hedge::MoreThan | Hedge::AtLeast => (exact, step.max(part(4)?)),
            Hedge::Nearly | Hedge::LessThan | Hedge::AtMost => (step.max(part(4)?), exact),
        };
        Some(self.high >= value - below && self.low <= value + above)
    }

    /// With one decimal, as a reader would write it.
    pub(super) fn written(self) -> String {
        let tenths = (self.plain * Number::whole(10)).round();
        Number::fraction(tenths, 10).map_or_else(String::new, |number| number.to_string())
    }
}

/// One in the last place that a number shows.
fn step(value: Number) -> Option<Number> {
    let mut step = Number::ONE;
    for _ in 0..6 {
        if value.checked_div(step)?.is_whole() {
            break;
        }
        step = step.checked_div(Number::whole(10))?;
    }
    Some(step)
}
