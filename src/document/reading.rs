//! [`Reading`]: what was read of an article, for those who show it as it reads rather than as its bytes.

use crate::document::Block;
use crate::document::pieces::Pieces;
use crate::text::source::Source;
use crate::text::span::Span;

/// The reading text and its blocks, without the file.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// None where it is the file's own text.
    text: Option<String>,
    pieces: Pieces,
    /// In order of place, spans of the reading text.
    pub blocks: Vec<Block>,
}

impl Reading {
    pub(super) fn new(text: Option<String>, pieces: Pieces, blocks: Vec<Block>) -> Self {
        Self {
            text,
            pieces,
            blocks,
        }
    }

    /// The reading text of the file that it was read from.
    pub fn text<'a>(&'a self, source: &'a Source) -> &'a str {
        self.text.as_deref().unwrap_or(&source.text)
    }

    /// The bytes of the file that a place of the reading text stands for.
    pub fn to_source(&self, span: Span) -> Span {
        if self.text.is_none() {
            return span;
        }
        self.pieces.to_source(span)
    }

    /// The way from the file to the reading text.
    pub fn places(&self) -> Places {
        let mut pieces: Vec<_> = self.pieces.iter().collect();
        pieces.sort_by_key(|(_, source, _)| *source);
        Places {
            same: self.text.is_none(),
            pieces,
        }
    }
}

/// The way from bytes of the file to the reading text.
#[derive(Clone, Debug)]
pub struct Places {
    /// Whether the two texts are one.
    same: bool,
    /// Reading text, file, and whether the bytes are the same; in order of the file.
    pieces: Vec<(Span, Span, bool)>,
}

impl Places {
    /// What a span of the file is in the reading text; none where none of it is read.
    pub fn to_reading(&self, span: Span) -> Option<Span> {
        if self.same {
            return Some(span);
        }
        let first = self
            .pieces
            .partition_point(|(_, source, _)| source.end <= span.start);
        let behind = self
            .pieces
            .partition_point(|(_, source, _)| source.start < span.end);
        let (first, last) = (
            self.pieces.get(first..behind)?.first()?,
            behind.checked_sub(1)?,
        );
        let last = self.pieces.get(last)?;
        let start = match first {
            (reading, source, true) => reading.start + span.start.saturating_sub(source.start),
            (reading, _, false) => reading.start,
        };
        let end = match last {
            (reading, source, true) => reading.end - source.end.saturating_sub(span.end),
            (reading, _, false) => reading.end,
        };
        (start < end).then_some(Span { start, end })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_leads_there_and_back() {
        // `a&amp;b**c**` read as `a&bc`.
        let mut pieces = Pieces::default();
        pieces.copied(0, Span::new(0, 1));
        pieces.replaced(Span::new(1, 2), Span::new(1, 6));
        pieces.copied(2, Span::new(6, 7));
        pieces.copied(3, Span::new(9, 10));
        let reading = Reading::new(Some("a&bc".to_owned()), pieces, Vec::new());
        let places = reading.places();
        for (start, end) in [(0, 1), (0, 2), (1, 2), (1, 4), (2, 3), (3, 4)] {
            let span = Span::new(start, end);
            assert_eq!(places.to_reading(reading.to_source(span)), Some(span));
        }
        assert_eq!(places.to_reading(Span::new(7, 9)), None);
    }
}
