//! [`Written`]: which words say which part of a date.

use std::ops::Range;

use crate::lang::lexicon::calendar::{Edge, Turn};
use crate::quantity::date::month::MonthName;

/// The words of a date, part by part, as ranges of tokens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// The weekday.
    pub weekday: Option<Range<usize>>,
    /// The day.
    pub day: Option<Range<usize>>,
    /// The month, its first name where it has two.
    pub month: Option<Range<usize>>,
    /// The names of the month; none where it is a number.
    pub names: Vec<MonthName>,
    /// The year.
    pub year: Option<Range<usize>>,
    /// The day seen from the article's date.
    pub relative: Option<Relative>,
    /// The stretch of time seen from the article's date, or told by its name.
    pub period: Option<Period>,
    /// «الماضي», «المقبل», «الجاري».
    pub turn: Option<Turn>,
}

/// A day seen from the article's date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relative {
    /// Days from it: «أمس» is -1.
    pub days: i8,
    /// The words.
    pub tokens: Range<usize>,
}

/// A stretch of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say what they are")]
pub enum Stretch {
    /// The first weekday of it, 1 is Monday.
    Week(u8),
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
}

/// Which stretch of the calendar the text names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// How long it is.
    pub stretch: Stretch,
    /// How many of its like from the article's own: «العام الماضي» is -1; none where the text names the years.
    pub offset: Option<i8>,
    /// A part of it.
    pub edge: Option<Edge>,
}
