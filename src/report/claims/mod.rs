//! `claims`: the ledger of an article as plain words, numbers and places; one file a format.

pub mod csv;
pub mod json;
mod plain;
mod rows;
pub mod table;
pub mod trace;

use std::io::{self, Write};

use serde::Serialize;

use crate::lang::Language;
use crate::text::source::Source;
use crate::text::span::Span;

/// The claims of one article.
#[derive(Clone, Debug)]
pub struct Ledger {
    /// The file.
    pub source: Source,
    /// The language of most of it.
    pub language: Language,
    /// In order of place.
    pub claims: Vec<ClaimRecord>,
}

/// A format of `claims`: articles arrive one by one, in order.
pub trait LedgerFormat {
    /// The claims of one article.
    fn article(&mut self, ledger: &Ledger, out: &mut dyn Write) -> io::Result<()>;

    /// What stands behind the last article.
    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let _ = out;
        Ok(())
    }
}

/// One figure or assertion; places are bytes of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimRecord {
    /// `count`, `date` and so on.
    pub kind: &'static str,
    /// From the hedge to the end of the unit or of the thing counted.
    pub span: Span,
    /// The number alone.
    pub number: Option<Span>,
    /// What it says.
    pub value: ValueRecord,
    /// `exact`, `about` and so on.
    pub hedge: &'static str,
    /// What it is measured in.
    pub unit: Option<UnitRecord>,
    /// What it counts.
    pub counted: Option<CountedRecord>,
    /// `first`, `last` and so on.
    pub assertion: Option<&'static str>,
    /// The part of the article.
    pub zone: &'static str,
    /// The date that holds for it.
    pub time: Option<Span>,
    /// Who said it.
    pub source: Option<Span>,
    /// The parts of a compound, value and unit; empty for a plain figure.
    pub parts: Vec<(String, &'static str)>,
    /// The length of a duration in seconds; none for a range.
    pub seconds: Option<String>,
    /// The first and the last day of a date that only the article's own date tells.
    pub resolved: Option<(DateRecord, DateRecord)>,
}

/// A unit and what it measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct UnitRecord {
    /// Such as `usd` or `kilometer`.
    pub id: &'static str,
    /// Such as `money` or `length`.
    pub dimension: &'static str,
}

/// What a claim counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountedRecord {
    /// The words.
    pub span: Span,
    /// What they name, where that is known.
    pub class: Option<String>,
}

/// What a claim says; numbers are exact decimals or fractions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValueRecord {
    /// A number, a bound or a range.
    Amount {
        /// The least it can be.
        low: Option<String>,
        /// The most it can be.
        high: Option<String>,
        /// The number named in the text.
        written: Option<String>,
    },
    /// A date.
    Date(DateRecord),
    /// From one date to another.
    Dates(Option<DateRecord>, Option<DateRecord>),
    /// A time of day.
    Time(TimeRecord),
    /// From one time to another.
    Times(Option<TimeRecord>, Option<TimeRecord>),
    /// A result, in the order written.
    Score(Vec<String>),
    /// Nothing but the assertion.
    None,
}

/// A date as far as the text says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateRecord {
    /// Negative before Christ.
    pub year: Option<i32>,
    /// 1 to 12.
    pub month: Option<u8>,
    /// As written.
    pub day: Option<u8>,
    /// 1 is Monday, 7 is Sunday.
    pub weekday: Option<u8>,
    /// `gregorian` or `hijri`.
    pub calendar: &'static str,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeRecord {
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// Where it is written.
    pub second: Option<u8>,
}
