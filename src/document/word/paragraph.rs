//! [`Paragraph`]: a paragraph of a draft while it is read.

use crate::document::{Cell, Zone};

/// A paragraph and what is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Paragraph {
    /// Its words so far.
    pub(super) text: String,
    /// Where it stands, unless it is a heading or a cell.
    pub(super) zone: Zone,
    /// The level of a heading.
    pub(super) level: Option<u8>,
    /// Its place in a table.
    pub(super) cell: Option<Cell>,
    /// Whether its end has been deleted, so that it goes on in the next paragraph.
    pub(super) joins: bool,
    /// Whether the run that is being read is hidden.
    pub(super) hidden: bool,
}

impl Paragraph {
    /// An empty paragraph of the body, or of a cell.
    pub(super) fn new(cell: Option<Cell>) -> Self {
        Self {
            text: String::new(),
            zone: Zone::Body,
            level: None,
            cell,
            joins: false,
            hidden: false,
        }
    }
}
