//! What a figure can say: amounts, dates, times, scores, and the words that bound them.

use crate::quantity::number::Number;

/// The kinds of claim, as `contract` names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say what they are")]
pub enum Kind {
    Count,
    Number,
    Ordinal,
    Percent,
    Money,
    Measure,
    Age,
    Duration,
    Date,
    Time,
    Score,
    Assertion,
}

impl Kind {
    /// The name that JSON uses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Number => "number",
            Self::Ordinal => "ordinal",
            Self::Percent => "percent",
            Self::Money => "money",
            Self::Measure => "measure",
            Self::Age => "age",
            Self::Duration => "duration",
            Self::Date => "date",
            Self::Time => "time",
            Self::Score => "score",
            Self::Assertion => "assertion",
        }
    }
}

/// How the text bounds a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hedge {
    /// As it stands.
    Exact,
    /// «نحو», about.
    About,
    /// «كاد يبلغ», nearly.
    Nearly,
    /// «أكثر من», more than.
    MoreThan,
    /// «ما لا يقل عن», at least.
    AtLeast,
    /// «أقل من», less than.
    LessThan,
    /// «لا يزيد على», at most.
    AtMost,
    /// «يصل إلى», up to.
    UpTo,
    /// «عشرات», dozens.
    Vague,
}

impl Hedge {
    /// The name that JSON uses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::About => "about",
            Self::Nearly => "nearly",
            Self::MoreThan => "more-than",
            Self::AtLeast => "at-least",
            Self::LessThan => "less-than",
            Self::AtMost => "at-most",
            Self::UpTo => "up-to",
            Self::Vague => "vague",
        }
    }
}

/// What the text asserts of a thing's place among its like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say what they are")]
pub enum Assertion {
    First,
    Last,
    Only,
    Highest,
    Lowest,
    Largest,
    Smallest,
    Latest,
    Oldest,
    Youngest,
}

impl Assertion {
    /// The name that JSON uses.
    pub fn name(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Last => "last",
            Self::Only => "only",
            Self::Highest => "highest",
            Self::Lowest => "lowest",
            Self::Largest => "largest",
            Self::Smallest => "smallest",
            Self::Latest => "latest",
            Self::Oldest => "oldest",
            Self::Youngest => "youngest",
        }
    }
}

/// An amount: what is written and what it bounds, both ends included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Amount {
    /// The least it can be; none where the text sets no lower end.
    pub low: Option<Number>,
    /// The most it can be.
    pub high: Option<Number>,
    /// The number named in the text; none for a range or a vague word.
    pub written: Option<Number>,
}

impl Amount {
    /// A plain number.
    pub fn exactly(value: Number) -> Self {
        Self {
            low: Some(value),
            high: Some(value),
            written: Some(value),
        }
    }

    /// A number under a hedge: bounds open one end, `about`, `nearly` and `vague` do not widen.
    pub fn hedged(value: Number, hedge: Hedge) -> Self {
        let (low, high) = match hedge {
            Hedge::MoreThan | Hedge::AtLeast => (Some(value), None),
            Hedge::LessThan | Hedge::AtMost | Hedge::UpTo => (None, Some(value)),
            Hedge::Exact | Hedge::About | Hedge::Nearly | Hedge::Vague => {
                (Some(value), Some(value))
            }
        };
        Self {
            low,
            high,
            written: Some(value),
        }
    }

    /// A range.
    pub fn between(low: Number, high: Number) -> Self {
        Self {
            low: Some(low),
            high: Some(high),
            written: None,
        }
    }
}

/// The calendar that a date is written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Calendar {
    /// The civil calendar.
    #[default]
    Gregorian,
    /// The Islamic calendar, taken as Umm al-Qura.
    Hijri,
}

/// A date as far as the text says it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateValue {
    /// Negative before Christ.
    pub year: Option<i32>,
    /// 1 to 12.
    pub month: Option<u8>,
    /// As written, also a day that the month lacks.
    pub day: Option<u8>,
    /// 1 is Monday, 7 is Sunday.
    pub weekday: Option<u8>,
    /// Which calendar.
    pub calendar: Calendar,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeValue {
    /// 0 to 23, with the part of the day applied.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// Where it is written.
    pub second: Option<u8>,
}

/// What a figure says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number, bound or range.
    Amount(Amount),
    /// A date.
    Date(DateValue),
    /// From one date to another; an open end is none.
    Dates(Option<DateValue>, Option<DateValue>),
    /// A time of day.
    Time(TimeValue),
    /// From one time to another.
    Times(Option<TimeValue>, Option<TimeValue>),
    /// A result, in the order written.
    Score(Vec<Number>),
    /// Nothing but the assertion.
    None,
}

impl Value {
    /// The amount, where it is one.
    pub fn amount(&self) -> Option<&Amount> {
        match self {
            Self::Amount(amount) => Some(amount),
            _ => None,
        }
    }

    /// The date, where it is one date.
    pub fn date(&self) -> Option<&DateValue> {
        match self {
            Self::Date(date) => Some(date),
            _ => None,
        }
    }
}

/// One part of a compound amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// As written.
    pub value: Number,
    /// Its unit's id.
    pub unit: &'static str,
}
