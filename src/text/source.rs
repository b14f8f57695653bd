//! [`Source`]: a file as it is on disk, and the only conversion from bytes to lines and columns.

use crate::text::span::Span;

/// The text of one file, byte for byte, with its path as the user gave it.
#[derive(Clone, Debug)]
pub struct Source {
    /// The path as given, joined with the place below it; forward slashes.
    pub path: String,
    /// The file's text, byte-order mark and line ends included.
    pub text: String,
    /// How the text stands in the file.
    pub form: Form,
    lines: LineIndex,
}

/// How a text stands in its file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// Byte for byte.
    #[default]
    Bytes,
    /// A byte for each character.
    OneByte,
    /// UTF-16: two bytes for most characters, four for the others.
    TwoBytes,
    /// It was taken out of a file of another kind: places are places of the text.
    Extracted,
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
            form: Form::Bytes,
            lines: LineIndex::new(&text),
            text,
        }
    }

    /// The same text, standing in its file in another form.
    pub fn in_form(mut self, form: Form) -> Self {
        self.form = form;
        if form == Form::TwoBytes {
            self.lines.count_pairs(&self.text);
        }
        self
    }

    /// Where a place of the text stands in the file, in bytes; for a text that was taken out of the file, where it stands in the text.
    pub fn on_disk(&self, span: Span) -> Span {
        let at = |offset: u32| match self.form {
            Form::Bytes | Form::Extracted => offset,
            Form::OneByte => self.lines.before(&self.text, offset),
            Form::TwoBytes => {
                let characters = self.lines.before(&self.text, offset);
                2 * (characters + self.lines.pairs_before(&self.text, offset))
            }
        };
        Span {
            start: at(span.start),
            end: at(span.end),
        }
    }

    /// Line and column of a byte offset; an offset past the end names the end.
    pub fn position(&self, offset: u32) -> Position {
        self.lines.position(&self.text, offset)
    }

    /// The bytes of a 1-based line, its end not among them; empty past the last line.
    pub fn line(&self, line: u32) -> Span {
        self.lines.line(&self.text, line)
    }

    /// The byte offset of a line and column; a place past the end of its line names that end.
    pub fn offset(&self, place: Position) -> u32 {
        let line = self.line(place.line);
        let inside = self
            .slice(line)
            .char_indices()
            .nth(place.column.saturating_sub(1) as usize);
        inside.map_or(line.end, |(at, _)| line.start + at as u32)
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
    /// The characters before every `STRIDE`th byte, so that a column far into a long line is not counted from its start.
    counts: Vec<u32>,
    /// The characters before it that UTF-16 writes as a pair; empty where nobody asks.
    pairs: Vec<u32>,
}

/// Bytes between two counts of characters.
const STRIDE: usize = 1024;

impl LineIndex {
    fn new(text: &str) -> Self {
        let ends = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at as u32 + 1);
        Self {
            counts: running(text, characters),
            pairs: Vec::new(),
            starts: std::iter::once(0).chain(ends).collect(),
        }
    }

    fn position(&self, text: &str, offset: u32) -> Position {
        let offset = offset.min(text.len() as u32);
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.start(line.saturating_sub(1)).unwrap_or(0);
        let near = text.as_bytes().get(start as usize..offset as usize);
        let column = match near.filter(|near| near.len() < STRIDE) {
            Some(near) => characters(near),
            None => self.before(text, offset) - self.before(text, start),
        };
        Position {
            line: line as u32,
            column: column + 1,
        }
    }

    fn count_pairs(&mut self, text: &str) {
        self.pairs = running(text, pairs);
    }

    /// How many characters that UTF-16 writes as a pair begin before a byte offset.
    fn pairs_before(&self, text: &str, offset: u32) -> u32 {
        let stride = offset as usize / STRIDE;
        let rest = text.as_bytes().get(stride * STRIDE..offset as usize);
        self.pairs.get(stride).copied().unwrap_or_default() + rest.map_or(0, pairs)
    }

    /// How many characters begin before a byte offset.
    fn before(&self, text: &str, offset: u32) -> u32 {
        let stride = offset as usize / STRIDE;
        let rest = text.as_bytes().get(stride * STRIDE..offset as usize);
        self.counts.get(stride).copied().unwrap_or_default() + rest.map_or(0, characters)
    }

    fn start(&self, index: usize) -> Option<u32> {
        self.starts.get(index).copied()
    }

    fn line(&self, text: &str, line: u32) -> Span {
        let index = (line as usize).saturating_sub(1);
        let end = text.len() as u32;
        let start = self.start(index).unwrap_or(end);
        let next = self.start(index + 1).unwrap_or(end);
        let body = text.get(start as usize..next as usize).unwrap_or_default();
        let body = body.strip_suffix('\n').unwrap_or(body);
        let body = body.strip_suffix('\r').unwrap_or(body);
        Span::new(start as usize, start as usize + body.len())
    }
}

/// What `count` gives of all bytes before every `STRIDE`th one, and of all there are.
fn running(text: &str, count: impl Fn(&[u8]) -> u32) -> Vec<u32> {
    let mut before = 0;
    let sums = text.as_bytes().chunks(STRIDE).map(|chunk| {
        before += count(chunk);
        before
    });
    std::iter::once(0).chain(sums).collect()
}

/// How many characters of four bytes begin in these bytes of a string.
fn pairs(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|byte| **byte >= 0xF0).count() as u32
}

/// How many characters begin in these bytes of a string. Counts of so few that a byte holds them are reckoned many at a time.
fn characters(bytes: &[u8]) -> u32 {
    let begins = |byte: &u8| u8::from(*byte & 0xC0 != 0x80);
    let few = bytes.chunks(usize::from(u8::MAX));
    few.map(|few| u32::from(few.iter().map(begins).sum::<u8>()))
        .sum()
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
        assert_eq!(source.offset(Position { line: 2, column: 5 }), at);
        assert_eq!(source.slice(source.line(1)), "سطر أول");
        assert_eq!(source.slice(source.line(3)), "");
    }

    #[test]
    fn the_end_of_a_text_of_whole_strides_has_a_column() {
        for length in [STRIDE, 3 * STRIDE] {
            let source = Source::new("a.txt", "a".repeat(length));
            let end = Position {
                line: 1,
                column: length as u32 + 1,
            };
            assert_eq!(source.position(length as u32), end);
        }
    }

    #[test]
    fn columns_far_into_a_line_are_exact() {
        let text = format!("a\n{}é\nb", "قال 12 ".repeat(700));
        let source = Source::new("a.txt", text);
        let at = source.text.find('é').unwrap() as u32;
        assert_eq!(
            source.position(at),
            Position {
                line: 2,
                column: 4901
            }
        );
        let b = source.text.len() as u32 - 1;
        assert_eq!(source.position(b), Position { line: 3, column: 1 });
        assert_eq!(source.position(b + 1), Position { line: 3, column: 2 });
    }
}
