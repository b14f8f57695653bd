//! [`Sheet`]: headings and entries for people, as `explain` and `rules` print them.

use std::io::{self, Write};

use crate::diagnostic::Severity;
use crate::lang::Language;
use crate::report::look::Look;
use crate::report::printable;
use crate::report::row::{self, Ink, Row};
use crate::text::span::Span;

/// A page of headings and entries.
pub struct Sheet<'o> {
    look: Look,
    out: &'o mut dyn Write,
}

impl<'o> Sheet<'o> {
    /// A page of a certain look.
    pub fn new(look: Look, out: &'o mut dyn Write) -> Self {
        Self { look, out }
    }

    /// A heading.
    pub fn heading(&mut self, text: &str) -> io::Result<()> {
        let text = row::text(&printable::line(text), Ink::Strong);
        self.write(Row::default(), text, self.rtl())
    }

    /// A text behind a lead, such as the columns of a table; further rows stand below the first.
    pub fn entry(&mut self, lead: &str, text: &str) -> io::Result<()> {
        let text = row::text(&printable::line(text), Ink::Plain);
        self.write(row::text(lead, Ink::Plain), text, self.rtl())
    }

    /// A text behind a lead with the words at `marks`, spans of it, marked; each of its lines in rows of its own.
    pub fn marked(&mut self, lead: &str, text: &str, marks: &[Span]) -> io::Result<()> {
        let mut lead = row::text(lead, Ink::Plain);
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let shown = inked(line, start, marks);
            start += line.len();
            if line.trim().is_empty() {
                continue;
            }
            let next = row::text(&" ".repeat(lead.width()), Ink::Plain);
            let shown = if self.look.color {
                shown
            } else {
                shown.bracketed()
            };
            let rtl = shown.is_rtl();
            self.write(std::mem::replace(&mut lead, next), shown, rtl)?;
        }
        Ok(())
    }

    /// An empty row.
    pub fn blank(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }

    /// Whether the tool's own words read from right to left.
    fn rtl(&self) -> bool {
        self.look.ui == Some(Language::Arabic)
    }

    fn write(&mut self, lead: Row, text: Row, rtl: bool) -> io::Result<()> {
        let pen = self.look.pen(Severity::Error);
        for row in Row::paragraph(lead, text, rtl, self.look.width) {
            row.write(pen, self.out)?;
        }
        Ok(())
    }
}

/// A line that begins at `base`, its marked characters in their ink.
fn inked(line: &str, base: usize, marks: &[Span]) -> Row {
    let mut row = Row::default();
    for (at, c) in line.char_indices() {
        let at = (base + at) as u32;
        let marked = marks.iter().any(|mark| mark.start <= at && at < mark.end);
        let ink = if marked {
            Ink::PrimaryWords
        } else {
            Ink::Plain
        };
        if let Some(c) = printable::printable(c) {
            row.push_char(c, ink);
        }
    }
    row
}
