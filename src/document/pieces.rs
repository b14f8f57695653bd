//! [`Pieces`]: the way back from the reading text to the bytes of the file.

use crate::text::span::Span;

/// A run of the reading text and the bytes of the file that it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    reading: Span,
    source: Span,
    /// Whether the bytes are the same, so that places inside map one to one.
    exact: bool,
}

/// Pieces of the reading text in order, each from one place of the file.
#[derive(Clone, Debug, Default)]
pub(super) struct Pieces(Vec<Piece>);

impl Pieces {
    /// The reading text from byte `at` on is the bytes `source` themselves.
    pub(super) fn copied(&mut self, at: usize, source: Span) {
        let reading = Span::new(at, at + source.len());
        if let Some(last) = self.0.last_mut()
            && last.exact
            && last.reading.end == reading.start
            && last.source.end == source.start
        {
            last.reading.end = reading.end;
            last.source.end = source.end;
            return;
        }
        self.0.push(Piece {
            reading,
            source,
            exact: true,
        });
    }

    /// The bytes `source` read otherwise, as the reading text at `reading`.
    pub(super) fn replaced(&mut self, reading: Span, source: Span) {
        self.0.push(Piece {
            reading,
            source,
            exact: false,
        });
    }

    /// The bytes of the file that a place of the reading text stands for; a part of a replaced piece stands for all of it.
    pub(super) fn to_source(&self, span: Span) -> Span {
        let start = self.start(span.start);
        let end = if span.is_empty() {
            start
        } else {
            self.end(span.end)
        };
        Span {
            start,
            end: end.max(start),
        }
    }

    /// The pieces, the reading text first.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Span, Span, bool)> {
        let pieces = self.0.iter();
        pieces.map(|piece| (piece.reading, piece.source, piece.exact))
    }

    /// Where a span that starts at `offset` starts in the file: in the piece that goes on behind it.
    fn start(&self, offset: u32) -> u32 {
        let index = self.0.partition_point(|piece| piece.reading.end <= offset);
        match self.0.get(index) {
            Some(piece) if piece.exact => {
                piece.source.start + offset.saturating_sub(piece.reading.start)
            }
            Some(piece) => piece.source.start,
            None => self.0.last().map_or(offset, |last| last.source.end),
        }
    }

    /// Where a span that ends at `offset` ends in the file: in the last piece that begins before it.
    fn end(&self, offset: u32) -> u32 {
        let index = self.0.partition_point(|piece| piece.reading.start < offset);
        match index.checked_sub(1).and_then(|last| self.0.get(last)) {
            Some(piece) if piece.exact => {
                piece.source.start + (offset.min(piece.reading.end) - piece.reading.start)
            }
            Some(piece) => piece.source.end,
            None => self.0.first().map_or(offset, |first| first.source.start),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `a&amp;b**c**` read as `a&bc`.
    fn sample() -> Pieces {
        let mut pieces = Pieces::default();
        pieces.copied(0, Span::new(0, 1));
        pieces.replaced(Span::new(1, 2), Span::new(1, 6));
        pieces.copied(2, Span::new(6, 7));
        pieces.copied(3, Span::new(9, 10));
        pieces
    }

    #[test]
    fn an_entity_at_either_end_or_inside_is_taken_whole() {
        let pieces = sample();
        assert_eq!(pieces.to_source(Span::new(0, 2)), Span::new(0, 6));
        assert_eq!(pieces.to_source(Span::new(1, 3)), Span::new(1, 7));
        assert_eq!(pieces.to_source(Span::new(0, 3)), Span::new(0, 7));
        assert_eq!(pieces.to_source(Span::new(1, 2)), Span::new(1, 6));
    }

    #[test]
    fn markup_is_part_of_a_span_only_inside_it() {
        let pieces = sample();
        assert_eq!(pieces.to_source(Span::new(3, 4)), Span::new(9, 10));
        assert_eq!(pieces.to_source(Span::new(2, 3)), Span::new(6, 7));
        assert_eq!(pieces.to_source(Span::new(2, 4)), Span::new(6, 10));
    }

    #[test]
    fn pieces_that_touch_in_both_texts_are_one() {
        let mut pieces = Pieces::default();
        pieces.copied(0, Span::new(3, 5));
        pieces.copied(2, Span::new(5, 9));
        assert_eq!(pieces.0.len(), 1);
        assert_eq!(pieces.to_source(Span::new(1, 4)), Span::new(4, 7));
    }

    #[test]
    fn a_gap_between_blocks_belongs_to_neither() {
        let mut pieces = Pieces::default();
        pieces.copied(0, Span::new(0, 3));
        pieces.copied(4, Span::new(9, 12));
        assert_eq!(pieces.to_source(Span::new(0, 4)), Span::new(0, 3));
        assert_eq!(pieces.to_source(Span::new(3, 5)), Span::new(9, 10));
        assert_eq!(pieces.to_source(Span::new(4, 99)), Span::new(9, 12));
    }
}
