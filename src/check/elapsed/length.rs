//! A length of time in years, and the years that it can stand for.

use crate::claim::Claim;
use crate::quantity::number::Number;
use crate::quantity::value::{Calendar, Hedge, Kind};

/// A length of time as the text bounds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Years {
    /// As written.
    written: i32,
    /// How far the truth may lie from it.
    slack: i32,
    hedge: Hedge,
}

impl Years {
    /// The years of a claim; none where it is no length of time in years or longer.
    pub(super) fn of(claim: &Claim) -> Option<Self> {
        let quantity = &claim.quantity;
        if !matches!(quantity.kind, Kind::Duration | Kind::Age) || !quantity.parts.is_empty() {
            return None;
        }
        let (factor, slack) = match quantity.unit? {
            "year" => (1, 1),
            "decade" => (10, 5),
            "century" => (100, 15),
            _ => return None,
        };
        let value = quantity.value.amount()?.written?;
        let years = value.checked_mul(Number::whole(factor))?;
        let written = i32::try_from(years.to_whole()?).ok()?;
        let round = if written % 10 == 0 { written / 10 } else { 0 };
        let slack = match quantity.hedge {
            Hedge::Exact => slack,
            _ => slack.max(2).max(round),
        };
        (1..5000).contains(&written).then_some(Self {
            written,
            slack,
            hedge: quantity.hedge,
        })
    }

    /// A whole number of years.
    pub(super) fn exactly(written: i32) -> Self {
        Self {
            written,
            slack: 1,
            hedge: Hedge::Exact,
        }
    }

    /// Whether so many years can be told so.
    pub(super) fn fits(self, years: i32) -> bool {
        let (low, high) = (self.written - self.slack, self.written + self.slack);
        match self.hedge {
            Hedge::MoreThan | Hedge::AtLeast => years >= low,
            Hedge::LessThan | Hedge::AtMost | Hedge::UpTo | Hedge::Nearly => years <= high,
            Hedge::Vague => true,
            Hedge::Exact | Hedge::About => (low..=high).contains(&years),
        }
    }

    /// As written.
    pub(super) fn written(self) -> i32 {
        self.written
    }
}

/// The year of a claim that is one date of the civil calendar.
pub(super) fn year_of(claim: &Claim) -> Option<i32> {
    let date = claim.quantity.value.date()?;
    date.year
        .filter(|_| date.calendar == Calendar::Gregorian)
        .filter(|year| (1000..2200).contains(year))
}
