//! The day of a month.
//!
//! ```text
//! day = article? digit digit? suffix?          4, 04, الـ25, 21st
//!     | ordinal                                الخامس والعشرين, twenty-first, أول
//! ```

use std::ops::Range;

use crate::quantity::Reader;
use crate::quantity::date::written::Written;
use crate::quantity::date::{month, year};
use crate::quantity::{Writing, ordinal, words};
use crate::text::split::PieceKind;

/// A day as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::quantity) struct Day {
    /// 1 to 31.
    pub value: u8,
    /// Its tokens, without an article before digits.
    pub tokens: Range<usize>,
    /// Whether it is written as a rank: 21st, الخامس.
    pub ranked: bool,
}

impl Day {
    /// Its words, as those of a date.
    pub(in crate::quantity) fn written(&self) -> Written {
        Written {
            day: Some(self.tokens.clone()),
            ..Written::default()
        }
    }
}

/// A day at a token.
pub(in crate::quantity) fn read(reader: Reader<'_>, at: usize, end: usize) -> Option<Day> {
    let start = if reader.tokens.folded(at) == "the" {
        at + 1
    } else {
        reader.behind_article(at, end)
    };
    let Some((value, length)) = reader.digits(start, end) else {
        let rank = ordinal::rank(reader, start, end)?;
        let value = u8::try_from(rank.value)
            .ok()
            .filter(|day| (1..=31).contains(day))?;
        return Some(Day {
            value,
            tokens: start..rank.next,
            ranked: true,
        });
    };
    let good = length <= 2 && (1..=31).contains(&value) && !reader.digits_go_on(start, end);
    if !good || reader.digits_go_back(start) {
        return None;
    }
    let closed = reader.is_mark(start + 1, end, &[")"]) && start == at + 2;
    let suffix = ordinal::suffix(reader, start + 1, end);
    Some(Day {
        value: value as u8,
        tokens: start..start + 1 + usize::from(suffix || closed),
        ranked: suffix,
    })
}

/// A day as a plain number in words, which only the name of a month right behind it makes one: "twenty five January".
pub(in crate::quantity) fn cardinal(reader: Reader<'_>, at: usize, end: usize) -> Option<Day> {
    let day = in_words(reader, at, end)?;
    let month = month::read(reader, day.tokens.end, end)?;
    (!month.doubtful || reader.is_capital(day.tokens.end)).then_some(day)
}

/// A day as a plain number in words behind its month, with nothing that it could count: "January twenty five", and perhaps a year in words.
pub(in crate::quantity) fn spelled(reader: Reader<'_>, at: usize, end: usize) -> Option<Day> {
    let day = in_words(reader, at, end)?;
    let next = day.tokens.end;
    let year = || year::read(reader, next, end, false).is_some_and(|year| year.modern);
    (!reader.is_word(next, end) || year()).then_some(day)
}

fn in_words(reader: Reader<'_>, at: usize, end: usize) -> Option<Day> {
    if at >= end || reader.kind(at) != Some(PieceKind::Word) {
        return None;
    }
    let figure = words::read(reader, at, end).filter(|figure| figure.writing == Writing::Words)?;
    let value = figure
        .value
        .to_whole()
        .and_then(|day| u8::try_from(day).ok())
        .filter(|day| (1..=31).contains(day))?;
    Some(Day {
        value,
        tokens: figure.start..figure.end,
        ranked: false,
    })
}
