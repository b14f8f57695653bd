//! [`Document`]: one article, cut into blocks, with a way back from every place to the file on disk.
//!
//! All later stages work on the *reading text*: what a reader sees, without markup and with entities decoded. For a plain text file it is the
//! file itself. [`Document::to_source`] is the only way back, and everything that leaves the program goes through it.

pub mod front_matter;
pub mod furniture;
pub mod markdown;
pub mod plain;

use jiff::civil::Date;

use crate::lang::Language;
use crate::lang::lexicon::Lexicon;
use crate::text::source::Source;
use crate::text::span::Span;

/// The part of an article that a block belongs to, as JSON names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zone {
    /// The title.
    Headline,
    /// The first paragraph of the body.
    Lead,
    /// Any later paragraph, and headings inside the body.
    Body,
    /// A list item.
    Item,
    /// The words under a picture, or its alternative text.
    Caption,
    /// A paragraph set as a quotation.
    QuoteBlock,
    /// A cell of a table.
    Table,
    /// A described field of the front matter, such as the description.
    FrontMatter,
}

impl Zone {
    /// The name that JSON uses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Lead => "lead",
            Self::Body => "body",
            Self::Item => "item",
            Self::Caption => "caption",
            Self::QuoteBlock => "quote-block",
            Self::Table => "table",
            Self::FrontMatter => "front-matter",
        }
    }

    /// Whether the block stands outside the running text and sums it up.
    pub fn is_summary(self) -> bool {
        matches!(self, Self::Headline | Self::FrontMatter | Self::Caption)
    }
}

/// Where a cell stands; rows and columns count from 0, row 0 holds the heads where the table has some.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Which table of the article.
    pub table: u32,
    /// Row.
    pub row: u32,
    /// Column.
    pub column: u32,
}

/// A paragraph, heading, item or cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its part of the article.
    pub zone: Zone,
    /// Where it stands in the reading text.
    pub span: Span,
    /// The language of most of its letters.
    pub language: Language,
    /// Words of the site, not of the article: nothing is checked in it.
    pub furniture: bool,
    /// Whether it is a heading (the headline, or one inside the body).
    pub heading: bool,
    /// Its place in a table.
    pub cell: Option<Cell>,
}

/// One article.
#[derive(Clone, Debug)]
pub struct Document {
    /// The file.
    pub source: Source,
    /// What is read; blocks are spans of it. None where it is the file's own text.
    reading: Option<String>,
    /// Pieces of the reading text in order, each from one place of the file; empty where the two are one.
    pieces: Vec<Piece>,
    /// The language of most of the article.
    pub language: Language,
    /// The blocks in order of place.
    pub blocks: Vec<Block>,
    /// The date that the article gives itself.
    pub date: Option<Date>,
}

/// A run of the reading text and the bytes of the file that it stands for.
#[derive(Clone, Copy, Debug)]
struct Piece {
    reading: Span,
    source: Span,
    /// Whether the bytes are the same, so that places inside map one to one.
    exact: bool,
}

/// How files are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// Paragraphs by lines.
    Plain,
    /// Markdown with front matter and tables.
    Markdown,
}

impl Syntax {
    /// By the ending of the file's name: `.md` and `.markdown` are Markdown, all else is plain text.
    pub fn of(path: &str) -> Self {
        let ending = path
            .rsplit_once('.')
            .map_or("", |(_, ending)| ending)
            .to_ascii_lowercase();
        if matches!(ending.as_str(), "md" | "markdown" | "mdown" | "mkd") {
            Self::Markdown
        } else {
            Self::Plain
        }
    }
}

/// Reads an article. `language` overrides what the letters say, for every block.
pub fn read(
    source: Source,
    syntax: Syntax,
    language: Option<Language>,
    lexicon: &Lexicon,
) -> Document {
    let mut document = match syntax {
        Syntax::Plain => plain::read(source),
        Syntax::Markdown => markdown::read(source),
    };
    furniture::mark(&mut document, lexicon);
    document.set_languages(language);
    document
}

impl Document {
    /// The reading text.
    pub fn text(&self) -> &str {
        self.reading.as_deref().unwrap_or(&self.source.text)
    }

    /// The words at a place of the reading text.
    pub fn slice(&self, span: Span) -> &str {
        span.of(self.text())
    }

    /// The bytes of the file that a place of the reading text stands for.
    pub fn to_source(&self, span: Span) -> Span {
        if self.pieces.is_empty() {
            return span;
        }
        let start = self.place(span.start, false);
        let end = if span.is_empty() {
            start
        } else {
            self.place(span.end, true)
        };
        Span {
            start,
            end: end.max(start),
        }
    }

    /// One offset in the file; `end` chooses the piece that ends there over the one that starts there.
    fn place(&self, offset: u32, end: bool) -> u32 {
        let index = if end {
            self.pieces
                .partition_point(|piece| piece.reading.end < offset)
        } else {
            self.pieces
                .partition_point(|piece| piece.reading.end <= offset)
        };
        let Some(piece) = self.pieces.get(index).or_else(|| self.pieces.last()) else {
            return offset;
        };
        let inside = offset.clamp(piece.reading.start, piece.reading.end) - piece.reading.start;
        if piece.exact {
            piece.source.start + inside
        } else if end && inside > 0 || inside as usize == piece.reading.len() {
            piece.source.end
        } else {
            piece.source.start
        }
    }

    fn set_languages(&mut self, forced: Option<Language>) {
        let text = self.reading.as_deref().unwrap_or(&self.source.text);
        let mut all = crate::lang::Tally::default();
        for block in &mut self.blocks {
            let tally = crate::lang::Tally::count(block.span.of(text));
            all.add(tally);
            block.language = forced.unwrap_or_else(|| tally.language());
        }
        self.language = forced.unwrap_or_else(|| all.language());
    }
}

/// Builds a [`Document`] block by block; what the readers write to.
pub struct Builder {
    source: Source,
    reading: String,
    pieces: Vec<Piece>,
    blocks: Vec<Block>,
    /// The date that the front matter gives.
    pub date: Option<Date>,
}

impl Builder {
    /// Starts a document over `source`.
    pub fn new(source: Source) -> Self {
        Self {
            source,
            reading: String::new(),
            pieces: Vec::new(),
            blocks: Vec::new(),
            date: None,
        }
    }

    /// The file's text.
    pub fn source(&self) -> &str {
        &self.source.text
    }

    /// Where the reading text ends now.
    pub fn at(&self) -> usize {
        self.reading.len()
    }

    /// Adds bytes of the file as they are.
    pub fn copy(&mut self, source: Span) {
        let text = source.of(&self.source.text);
        if !text.is_empty() {
            let reading = Span::new(self.reading.len(), self.reading.len() + text.len());
            self.reading.push_str(text);
            self.pieces.push(Piece {
                reading,
                source,
                exact: true,
            });
        }
    }

    /// Adds `text` for bytes of the file that read otherwise, such as an entity.
    pub fn replace(&mut self, source: Span, text: &str) {
        if !text.is_empty() {
            let reading = Span::new(self.reading.len(), self.reading.len() + text.len());
            self.reading.push_str(text);
            self.pieces.push(Piece {
                reading,
                source,
                exact: false,
            });
        }
    }

    /// Closes a block that began at `start` of the reading text; a block of white space alone is left out.
    pub fn block(&mut self, start: usize, zone: Zone, heading: bool, cell: Option<Cell>) {
        let text = self.reading.get(start..).unwrap_or_default();
        let lead = text.len() - text.trim_start().len();
        let end = start + text.trim_end().len();
        if start + lead < end {
            let span = Span::new(start + lead, end);
            self.blocks.push(Block {
                zone,
                span,
                language: Language::English,
                furniture: false,
                heading,
                cell,
            });
        }
        self.reading.push('\n');
    }

    /// The document; the first body paragraph becomes the lead.
    pub fn finish(mut self) -> Document {
        if let Some(lead) = self
            .blocks
            .iter_mut()
            .find(|block| block.zone == Zone::Body && !block.heading)
        {
            lead.zone = Zone::Lead;
        }
        Document {
            source: self.source,
            reading: Some(self.reading),
            pieces: self.pieces,
            language: Language::English,
            blocks: self.blocks,
            date: self.date,
        }
    }

    /// The document of a file that is its own reading text.
    pub(crate) fn identical(source: Source, mut blocks: Vec<Block>) -> Document {
        if let Some(lead) = blocks
            .iter_mut()
            .find(|block| block.zone == Zone::Body && !block.heading)
        {
            lead.zone = Zone::Lead;
        }
        Document {
            source,
            reading: None,
            pieces: Vec::new(),
            language: Language::English,
            blocks,
            date: None,
        }
    }
}
