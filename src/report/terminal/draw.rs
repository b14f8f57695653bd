//! What ariadne draws of an excerpt, read back as rows.
//!
//! ariadne underlines the words of a line that reads from left to right; under Arabic an underline would stand below the wrong words in
//! every terminal that reorders, so there the words themselves carry the ink. Its own margin, which would number the lines of the excerpt, is
//! left behind. Every mark is drawn in a colour of its own that no text can have, which tells the parts of a row apart.

use std::ops::Range;

use ariadne::{Color, Config, IndexType, Label, LabelAttach, Report, ReportKind, Source};

use crate::report::row::{Ink, Row};
use crate::report::terminal::excerpt::Excerpt;

/// The colour of the first mark; the others follow.
const FIRST_MARK: u8 = 16;

/// The colour that ariadne gives its frame and the margin of a line of text.
const FRAME: u8 = 246;

/// The colour that ariadne gives the margin of other rows.
const GUTTER: u8 = 240;

/// A row of the drawing, without margin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Drawn {
    /// Text of the article, from which of the excerpt's lines.
    Text {
        /// Index into the lines of the excerpt.
        line: usize,
        /// The text.
        row: Row,
    },
    /// An underline or connector, and the text of a label behind it.
    Below {
        /// The drawing.
        row: Row,
        /// The label's text.
        text: String,
    },
}

/// Draws an excerpt; `texts` and `inks` belong to its marks.
pub(super) fn draw(excerpt: &Excerpt, texts: &[String], inks: &[(Ink, Ink)]) -> Vec<Drawn> {
    let config = Config::default()
        .with_index_type(IndexType::Char)
        .with_label_attach(LabelAttach::Start);
    let kind = ReportKind::Custom("", Color::Primary);
    let mut report = Report::<Range<usize>>::build(kind, 0..0).with_config(config);
    for (index, (mark, text)) in excerpt.marks.iter().zip(texts).enumerate() {
        let label = Label::new(mark.chars.clone())
            .with_color(Color::Fixed(FIRST_MARK.saturating_add(index as u8)));
        let inline = matches!(excerpt.lines.get(mark.line), Some(Some(line)) if line.inline);
        report.add_label(if inline {
            label
        } else {
            label.with_message(text)
        });
    }
    let mut drawn = Vec::new();
    if report
        .finish()
        .write(Source::from(excerpt.text.as_str()), &mut drawn)
        .is_err()
    {
        return Vec::new();
    }
    let drawn = String::from_utf8_lossy(&drawn);
    drawn.lines().filter_map(|line| read(line, inks)).collect()
}

/// A row of ariadne's as one of ours; none for its title, frame and foot.
fn read(line: &str, inks: &[(Ink, Ink)]) -> Option<Drawn> {
    let pieces = pieces(line);
    let at = pieces
        .iter()
        .position(|(color, _)| matches!(color, Some(FRAME | GUTTER)))?;
    let (color, margin) = pieces.get(at)?;
    let content = pieces.get(at + 1..)?;
    if *color == Some(FRAME) {
        let number: usize = margin.trim_end_matches('│').trim().parse().ok()?;
        let row = row(content, |mark| inks.get(mark).map(|(_, words)| *words));
        let line = number.checked_sub(1)?;
        return Some(Drawn::Text { line, row });
    }
    let last = content
        .iter()
        .rposition(|(color, _)| mark_of(*color).is_some());
    let behind = last.map_or(0, |last| last + 1);
    let text = content.iter().skip(behind).map(|(_, text)| text.as_str());
    let text: String = text.collect();
    let row = row(content.get(..behind)?, |mark| {
        inks.get(mark).map(|(ink, _)| *ink)
    });
    Some(Drawn::Below {
        row,
        text: text.trim().to_owned(),
    })
}

/// The row without the blank that stands behind the margin.
fn row(pieces: &[(Option<u8>, String)], ink: impl Fn(usize) -> Option<Ink>) -> Row {
    let mut row = Row::default();
    for (color, text) in pieces {
        let ink = mark_of(*color).and_then(&ink).unwrap_or(Ink::Plain);
        row.push(text, ink);
    }
    if row.cells.first().is_some_and(|cell| cell.text == " ") {
        row.cells.remove(0);
    }
    row
}

/// The mark that a colour stands for.
fn mark_of(color: Option<u8>) -> Option<usize> {
    let color = color.filter(|color| ![FRAME, GUTTER].contains(color))?;
    color.checked_sub(FIRST_MARK).map(usize::from)
}

/// Runs of one colour: none where the text is plain. The text holds no escape of its own, the excerpt is printable.
fn pieces(line: &str) -> Vec<(Option<u8>, String)> {
    let mut pieces: Vec<(Option<u8>, String)> = Vec::new();
    let mut color = None;
    for (index, part) in line.split('\u{1b}').enumerate() {
        let text = match part.split_once('m') {
            Some((code, text)) if index > 0 => {
                color = code.rsplit(';').next().and_then(|code| code.parse().ok());
                color = color.filter(|color| *color != 0 && code.contains("38;5;"));
                text
            }
            _ => part,
        };
        match pieces.last_mut() {
            Some((last, run)) if *last == color => run.push_str(text),
            _ if !text.is_empty() => pieces.push((color, text.to_owned())),
            _ => {}
        }
    }
    pieces
}
