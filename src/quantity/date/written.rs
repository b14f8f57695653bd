//! [`Written`]: which words say which part of a date.

use std::ops::Range;

use crate::lang::lexicon::calendar::Turn;
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
    /// Days from the article's date: «أمس» is -1.
    pub relative: Option<i8>,
    /// «الماضي», «المقبل», «الجاري».
    pub turn: Option<Turn>,
}
