//! Values as short text, for people and tables.

use crate::report::claims::{ClaimRecord, DateRecord, TimeRecord, ValueRecord};

/// What a claim says, as three texts: the value written, and its ends; empty where there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Plain {
    /// The number named, or the date, time or score.
    pub(super) written: String,
    /// The lower end.
    pub(super) low: String,
    /// The upper end.
    pub(super) high: String,
}

impl Plain {
    /// The texts of a claim's value; of a date that only the article's own tells, the days that it is.
    pub(super) fn of_claim(claim: &ClaimRecord) -> Self {
        match claim.resolved {
            Some((low, high)) if low == high => Self::point(date(low)),
            Some((low, high)) => Self::ends(Some(low), Some(high), date),
            None => Self::of(&claim.value),
        }
    }

    /// The texts of a value; what is one point has equal ends.
    pub(super) fn of(value: &ValueRecord) -> Self {
        match value {
            ValueRecord::Amount { low, high, written } => Self {
                written: written.clone().unwrap_or_default(),
                low: low.clone().unwrap_or_default(),
                high: high.clone().unwrap_or_default(),
            },
            ValueRecord::Date(one) => Self::point(date(*one)),
            ValueRecord::Dates(low, high) => Self::ends(*low, *high, date),
            ValueRecord::Time(one) => Self::point(time(*one)),
            ValueRecord::Times(low, high) => Self::ends(*low, *high, time),
            ValueRecord::Score(sides) => Self {
                written: sides.join("-"),
                ..Self::default()
            },
            ValueRecord::None => Self::default(),
        }
    }

    fn point(text: String) -> Self {
        Self {
            written: text.clone(),
            low: text.clone(),
            high: text,
        }
    }

    fn ends<T>(low: Option<T>, high: Option<T>, show: impl Fn(T) -> String) -> Self {
        Self {
            written: String::new(),
            low: low.map(&show).unwrap_or_default(),
            high: high.map(&show).unwrap_or_default(),
        }
    }

    /// One text: the value written, else its ends.
    pub(super) fn short(&self) -> String {
        if !self.written.is_empty() || self.low.is_empty() && self.high.is_empty() {
            self.written.clone()
        } else {
            format!("{}..{}", self.low, self.high)
        }
    }
}

/// The parts of a date that are known, in the order of ISO 8601: `2021-12-31`, `2021-12`, `--12-31`, `2021`.
fn date(date: DateRecord) -> String {
    let year = date.year.map(|year| {
        let sign = if year < 0 { "-" } else { "" };
        format!("{sign}{:04}", year.unsigned_abs())
    });
    let rest = [date.month, date.day].map(|part| part.map(|part| format!("{part:02}")));
    match (year, rest) {
        (Some(year), [Some(month), Some(day)]) => format!("{year}-{month}-{day}"),
        (Some(year), [Some(month), None]) => format!("{year}-{month}"),
        (Some(year), _) => year,
        (None, [Some(month), Some(day)]) => format!("--{month}-{day}"),
        (None, [Some(month), None]) => format!("--{month}"),
        (None, [None, Some(day)]) => format!("---{day}"),
        (None, [None, None]) => String::new(),
    }
}

fn time(time: TimeRecord) -> String {
    let second = time.second.map(|second| format!(":{second:02}"));
    format!(
        "{:02}:{:02}{}",
        time.hour,
        time.minute,
        second.unwrap_or_default()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_show_what_the_text_says() {
        let of = |year, month, day| {
            date(DateRecord {
                year,
                month,
                day,
                weekday: None,
                calendar: "gregorian",
            })
        };
        assert_eq!(of(Some(2021), Some(12), Some(31)), "2021-12-31");
        assert_eq!(of(Some(-44), Some(3), None), "-0044-03");
        assert_eq!(of(None, Some(2), Some(30)), "--02-30");
        assert_eq!(of(None, None, None), "");
    }

    #[test]
    fn a_range_shows_its_ends() {
        let amount = |low: &str, high: &str| {
            Plain::of(&ValueRecord::Amount {
                low: Some(low.to_owned()),
                high: Some(high.to_owned()),
                written: None,
            })
        };
        assert_eq!(amount("5", "10").short(), "5..10");
    }
}
