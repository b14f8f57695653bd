//! [`Rows`]: a table for people, part after part.

use std::io::{self, Write};

use crate::diagnostic::Severity;
use crate::lang::Language;
use crate::report::look::Look;
use crate::report::row::{Ink, Row, text};

/// Rows of a certain look.
#[derive(Debug)]
pub(super) struct Rows {
    look: Look,
    /// Whether a part was begun, so that the next one needs an empty row before it.
    begun: bool,
}

impl Rows {
    /// Rows of a certain look.
    pub(super) fn new(look: Look) -> Self {
        Self { look, begun: false }
    }

    /// The language of the tool's own words; `usual` where none is asked for.
    pub(super) fn ui(&self, usual: Language) -> Language {
        self.look.ui.unwrap_or(usual)
    }

    /// Parts what follows from what was written.
    pub(super) fn part(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if std::mem::replace(&mut self.begun, true) {
            writeln!(out)?;
        }
        Ok(())
    }

    /// Writes a row in bold.
    pub(super) fn heading(&self, words: &str, out: &mut dyn Write) -> io::Result<()> {
        text(words, Ink::Strong).write(self.look.pen(Severity::Info), out)
    }

    /// Writes a text behind its lead.
    pub(super) fn row(
        &self,
        lead: Row,
        text: Row,
        rtl: bool,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let pen = self.look.pen(Severity::Info);
        for row in Row::paragraph(lead, text, rtl, self.look.width) {
            row.write(pen, out)?;
        }
        Ok(())
    }
}
