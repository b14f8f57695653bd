//! A row of text for people: graphemes with their ink, and the escapes that show them.

use std::io::{self, Write};

use unicode_width::UnicodeWidthChar as _;

use crate::diagnostic::Severity;
use crate::lang::Language;
use crate::report::bidi::{self, POP, RTL_EMBED};
use crate::report::look::Pen;
use crate::report::printable::columns;

/// The narrowest column of text: where a lead leaves less, the text stands below it.
const NARROWEST: usize = 20;

/// How far a text is set in that stands below its lead.
const SET_IN: usize = 4;

/// How a piece of a row looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    /// As the terminal shows text.
    Plain,
    /// The frame and line numbers.
    Frame,
    /// Names of rules.
    Strong,
    /// What belongs to the primary place, in the colour of the severity.
    Primary,
    /// What belongs to another place.
    Related,
    /// The words of the primary place themselves.
    PrimaryWords,
    /// The words of another place themselves.
    RelatedWords,
}

impl Ink {
    /// Whether it is the ink of words that a finding is about.
    fn marks_words(self) -> bool {
        matches!(self, Self::PrimaryWords | Self::RelatedWords)
    }

    /// The parameters of the escape; empty for plain text.
    fn sgr(self, severity: Severity) -> String {
        let primary = match severity {
            Severity::Error => "31",
            Severity::Warning => "33",
            Severity::Info => "34",
        };
        match self {
            Self::Plain => String::new(),
            Self::Frame => "2".to_owned(),
            Self::Strong => "1".to_owned(),
            Self::Primary => format!("1;{primary}"),
            Self::Related => "36".to_owned(),
            Self::PrimaryWords => format!("1;4;{primary}"),
            Self::RelatedWords => "1;4;36".to_owned(),
        }
    }
}

/// A grapheme, or what else is drawn as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    /// What is printed.
    pub(super) text: String,
    /// How it looks.
    pub(super) ink: Ink,
}

/// A row in the making.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// From left to right, or in reading order inside a stretch of Arabic.
    pub(super) cells: Vec<Cell>,
}

impl Row {
    /// Adds text in one ink.
    pub(super) fn push(&mut self, text: &str, ink: Ink) {
        text.chars().for_each(|c| self.push_char(c, ink));
    }

    /// Adds a character; a mark without a column of its own joins the one before.
    pub(super) fn push_char(&mut self, c: char, ink: Ink) {
        match self.cells.last_mut() {
            Some(last) if last.ink == ink && c.width() == Some(0) => last.text.push(c),
            _ => self.cells.push(Cell {
                text: c.to_string(),
                ink,
            }),
        }
    }

    /// Adds text that is read for itself, in its own direction.
    pub(super) fn push_text(&mut self, text: Row, rtl: bool) {
        if rtl {
            let control = |c: char| Cell {
                text: c.to_string(),
                ink: Ink::Plain,
            };
            self.cells.push(control(RTL_EMBED));
            self.cells.extend(text.cells);
            self.cells.push(control(POP));
        } else {
            self.cells.extend(text.cells);
        }
    }

    /// The text in rows of a width, each behind the lead: the first behind `lead`, the others behind as many blanks as it is wide. Where the
    /// lead leaves no room, it has rows of its own.
    pub(super) fn paragraph(lead: Row, text: Row, rtl: bool, width: usize) -> Vec<Row> {
        let (mut rows, mut start) = (Vec::new(), lead);
        if start.width() > SET_IN && start.width() + NARROWEST > width {
            rows = start.wrapped(width);
            start = self::text(&" ".repeat(SET_IN), Ink::Plain);
        }
        let indent = start.width();
        let room = width.saturating_sub(indent).max(NARROWEST);
        for part in text.wrapped(room) {
            start.push_text(part, rtl);
            let blank = self::text(&" ".repeat(indent), Ink::Plain);
            rows.push(std::mem::replace(&mut start, blank));
        }
        rows
    }

    /// Columns that it takes.
    pub(super) fn width(&self) -> usize {
        wide(&self.cells)
    }

    /// The row in rows of a width, broken between words, and inside a word that is wider than the width.
    fn wrapped(self, width: usize) -> Vec<Row> {
        let mut rows: Vec<Row> = Vec::new();
        let mut used = 0;
        for word in self
            .cells
            .split(|cell| cell.text == " ")
            .filter(|word| !word.is_empty())
        {
            for (index, part) in parts(word, width).into_iter().enumerate() {
                let wide = wide(part);
                match rows.last_mut() {
                    Some(row) if index == 0 && used + 1 + wide <= width => {
                        row.join(part);
                        used += 1 + wide;
                    }
                    _ => {
                        rows.push(Row {
                            cells: part.to_vec(),
                        });
                        used = wide;
                    }
                }
            }
        }
        rows
    }

    /// Adds a word behind a blank; a blank between two words of one ink has that ink, so that an underline runs through.
    fn join(&mut self, word: &[Cell]) {
        let ink = match (self.cells.last(), word.first()) {
            (Some(before), Some(behind)) if before.ink == behind.ink => before.ink,
            _ => Ink::Plain,
        };
        self.push(" ", ink);
        self.cells.extend_from_slice(word);
    }

    /// The row with brackets around its marked words, for where there is no colour.
    pub(super) fn bracketed(self) -> Row {
        let mut shown = Row::default();
        for run in self.cells.chunk_by(|one, next| one.ink == next.ink) {
            let marked = run.first().is_some_and(|cell| cell.ink.marks_words());
            if marked {
                shown.push("[", Ink::Plain);
            }
            shown.cells.extend_from_slice(run);
            if marked {
                shown.push("]", Ink::Plain);
            }
        }
        shown
    }

    /// Whether most of its letters are Arabic: how the words of an article are read. The tool's own words go by their language.
    pub(super) fn is_rtl(&self) -> bool {
        let text: String = self.cells.iter().map(|cell| cell.text.as_str()).collect();
        Language::of(&text) == Language::Arabic
    }

    /// Writes the row, one escape for each run of an ink, and ends the line.
    pub(super) fn write(&self, pen: Pen, out: &mut dyn Write) -> io::Result<()> {
        let cells = bidi::arranged(&self.cells, pen.bidi);
        for run in cells.chunk_by(|one, next| one.ink == next.ink) {
            let text: String = run.iter().map(|cell| cell.text.as_str()).collect();
            let sgr = match (pen.color, run.first()) {
                (Some(severity), Some(cell)) => cell.ink.sgr(severity),
                _ => String::new(),
            };
            if sgr.is_empty() {
                write!(out, "{text}")?;
            } else {
                write!(out, "\u{1b}[{sgr}m{text}\u{1b}[0m")?;
            }
        }
        writeln!(out)
    }
}

fn wide(cells: &[Cell]) -> usize {
    cells.iter().map(|cell| columns(&cell.text)).sum()
}

/// A word in parts that fit a width.
fn parts(word: &[Cell], width: usize) -> Vec<&[Cell]> {
    let (mut parts, mut start, mut used) = (Vec::new(), 0, 0);
    for (at, cell) in word.iter().enumerate() {
        let wide = columns(&cell.text);
        if used + wide > width && at > start {
            parts.extend(word.get(start..at));
            (start, used) = (at, 0);
        }
        used += wide;
    }
    parts.extend(word.get(start..));
    parts
}

/// A row of text in one ink.
pub(super) fn text(text: &str, ink: Ink) -> Row {
    let mut row = Row::default();
    row.push(text, ink);
    row
}
