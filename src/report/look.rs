//! [`Look`]: how text for people is set.

use crate::lang::Language;

/// How text for people is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Whether escapes for colour and underlining are written; without them marked words are set in brackets.
    pub color: bool,
    /// Columns of a row.
    pub width: usize,
    /// The language of the tool's own words; each article's where none.
    pub ui: Option<Language>,
}
