//! Drafts of Word (`.docx`): their words, a line for each paragraph.
//!
//! The file is a ZIP archive of XML, in which no place of a word is one that a person or another program could find. So the text that is taken out of it is the
//! source: line 12 is the twelfth paragraph, and offsets count in that text, in UTF-8. Paragraphs are counted as they stand, empty ones, cells and text
//! boxes too, then footnotes and endnotes.
//!
//! Read: paragraphs, headings, items, quotations and captions by their styles, tables, text boxes, footnotes, insertions. Not read: deleted and
//! hidden words, comments, headers and footers, fields' codes. A line break inside a paragraph reads as a blank.

mod archive;
mod body;
mod paragraph;
mod style;

use crate::document::builder::{Draft, Kind, visible};
use crate::document::word::body::Body;
use crate::document::word::style::Styles;
use crate::document::{Document, Zone};
use crate::text::source::Source;
use crate::text::span::Span;

pub use crate::document::word::archive::WordError;

/// What the paragraphs of a draft are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    blocks: Vec<(Span, Kind)>,
    /// Whether styles name the title or headings.
    styled: bool,
}

impl Outline {
    /// Whether styles name the title or headings; where none does, they are told as in plain text.
    pub(super) fn is_styled(&self) -> bool {
        self.styled
    }
}

/// Takes the text out of a draft; no part of it may be larger than `limit` bytes when unpacked.
pub fn extract(bytes: &[u8], limit: usize) -> Result<(String, Outline), WordError> {
    let mut archive = archive::Archive::open(bytes, limit)?;
    let document = archive.part("word/document.xml")?;
    let document = document.ok_or(WordError::NoDocument)?;
    let styles = archive.part("word/styles.xml")?;
    let styles = Styles::of(styles.as_deref().unwrap_or_default());
    let mut body = Body::new(&styles);
    body.read("word/document.xml", &document)?;
    for notes in ["word/footnotes.xml", "word/endnotes.xml"] {
        if let Some(xml) = archive.part(notes)? {
            body.read(notes, &xml)?;
        }
    }
    let (text, paragraphs) = body.finish();
    if text.len() > limit {
        return Err(WordError::TooLarge("text", limit >> 20));
    }
    let seen = paragraphs.into_iter().filter_map(|(span, paragraph)| {
        let span = visible(span.of(&text), span.start as usize)?;
        Some((span, paragraph))
    });
    let paragraphs: Vec<_> = seen.collect();
    let told = paragraphs
        .iter()
        .any(|(_, paragraph)| paragraph.level.is_some());
    let blocks = outline(paragraphs);
    let outline = Outline {
        blocks,
        styled: told,
    };
    Ok((text, outline))
}

/// What each paragraph is: the title, or else the first heading of the first level, is the headline.
fn outline(paragraphs: Vec<(Span, paragraph::Paragraph)>) -> Vec<(Span, Kind)> {
    let level = |wanted: u8| {
        paragraphs
            .iter()
            .position(|(_, paragraph)| paragraph.level == Some(wanted))
    };
    let first = || {
        let first = paragraphs.first();
        first.is_some_and(|(_, paragraph)| paragraph.level.is_some())
    };
    let headline = level(style::TITLE)
        .or_else(|| level(1))
        .or_else(|| first().then_some(0));
    let kinds: Vec<_> = paragraphs
        .iter()
        .enumerate()
        .map(|(at, (_, paragraph))| {
            if Some(at) == headline {
                Kind::of(Zone::Headline)
            } else if paragraph.level.is_some() {
                Kind::heading()
            } else if let Some(cell) = paragraph.cell {
                Kind::cell(cell)
            } else {
                Kind::of(paragraph.zone)
            }
        })
        .collect();
    let spans = paragraphs.into_iter().map(|(span, _)| span);
    spans.zip(kinds).collect()
}

/// Reads the text of a draft.
pub(super) fn read(source: Source, outline: &Outline) -> Document {
    Draft::identical(outline.blocks.clone()).over(source)
}
