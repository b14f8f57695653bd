//! [`Source`]: a file as it is on disk, and the only conversion from bytes to lines and columns.

use crate::text::span::Span;

/// The text of one file, byte for byte, with its path as the user gave it.
#[derive(Clone, Debug)]
pub struct Source {
    /// The path as given, joined with the place below it; forward slashes.
    pub path: String,
    /// The file's text, byte-order mark and line ends included.
    pub text: String,
    lines: LineIndex,
}

/// A place for people: both numbers are 1-based, columns are Unicode code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// 1-based line.
    pub line: u32,
    /// 1-based column in code points.
    pub column: u32,
}

impl Source {
    /// Indexes the lines of `text`.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        Self {
            path: path.into(),
            lines: LineIndex::new(&text),
            text,
        }
    }

    /// Line and column of a byte offset; an offset past the end names the end.
    pub fn position(&self, offset: u32) -> Position {
        self.lines.position(&self.text, offset)
    }

    /// The bytes of `span`.
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.text)
    }
}

/// Starts of lines; a line ends after `\n` only, as editors and code hosts count.
#[derive(Clone, Debug)]
struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    fn new(text: &str) -> Self {
        let ends = text
            .bytes()
            .enumerate()
            .filter(|(_, byte)| *byte == b'\n')
            .map(|(at, _)| at as u32 + 1);
        Self {
            starts: std::iter::once(0).chain(ends).collect(),
        }
    }

    fn position(&self, text: &str, offset: u32) -> Position {
        let offset = offset.min(text.len() as u32);
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self
            .starts
            .get(line.saturating_sub(1))
            .copied()
            .unwrap_or(0);
        let column = text
            .get(start as usize..offset as usize)
            .map_or(0, |before| before.chars().count());
        Position {
            line: line as u32,
            column: column as u32 + 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_code_points() {
        let source = Source::new("a.txt", "سطر أول\r\nقال 12");
        assert_eq!(source.position(0), Position { line: 1, column: 1 });
        let at = source.text.find("12").unwrap() as u32;
        assert_eq!(source.position(at), Position { line: 2, column: 5 });
        assert_eq!(source.position(9999).line, 2);
    }
}
