//! [`Look`]: how text for people is set.

use crate::diagnostic::Severity;
use crate::lang::Language;
use crate::report::bidi::Bidi;

/// How text for people is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Whether escapes for colour and underlining are written; without them marked words are set in brackets.
    pub color: bool,
    /// Columns of a row.
    pub width: usize,
    /// The language of the tool's own words; each article's where none.
    pub ui: Option<Language>,
    /// Who puts Arabic in its order.
    pub bidi: Bidi,
}

impl Look {
    /// What rows are written with, where the primary ink is that of a severity.
    pub(super) fn pen(self, severity: Severity) -> Pen {
        Pen {
            color: self.color.then_some(severity),
            bidi: self.bidi,
        }
    }
}

/// What a row is written with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pen {
    /// The severity, whose colour the primary place has; none without colour.
    pub(super) color: Option<Severity>,
    /// Who puts Arabic in its order.
    pub(super) bidi: Bidi,
}
