//! [`Builder`]: what the readers write to, block by block.

use jiff::civil::Date;

use crate::document::pieces::Pieces;
use crate::document::{Block, Cell, Document, Zone};
use crate::lang::Language;
use crate::text::fold::is_invisible;
use crate::text::source::Source;
use crate::text::span::Span;

/// A run of the file, or what stands for it in the reading text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fragment {
    /// Bytes of the file.
    pub source: Span,
    /// What is read for them; none where they are read as they stand.
    pub text: Option<String>,
}

impl Fragment {
    /// Bytes that are read as they stand.
    pub fn exact(start: usize, end: usize) -> Self {
        Self {
            source: Span::new(start, end),
            text: None,
        }
    }

    /// Bytes that are read as `text`.
    pub fn read_as(start: usize, end: usize, text: impl Into<String>) -> Self {
        Self {
            source: Span::new(start, end),
            text: Some(text.into()),
        }
    }
}

/// What a block is, before its words are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// Its part of the article.
    pub zone: Zone,
    /// Whether it is a heading.
    pub heading: bool,
    /// Its place in a table.
    pub cell: Option<Cell>,
}

impl Kind {
    /// A block of running text.
    pub fn of(zone: Zone) -> Self {
        Self {
            zone,
            heading: zone == Zone::Headline,
            cell: None,
        }
    }

    /// A heading inside the body.
    pub fn heading() -> Self {
        Self {
            zone: Zone::Body,
            heading: true,
            cell: None,
        }
    }

    /// A cell of a table.
    pub fn cell(cell: Cell) -> Self {
        Self {
            zone: Zone::Table,
            heading: false,
            cell: Some(cell),
        }
    }
}

/// Builds a [`Document`] over the text of a file.
pub struct Builder<'s> {
    source: &'s str,
    reading: String,
    pieces: Pieces,
    /// The blocks so far, in order of place.
    pub blocks: Vec<Block>,
    /// The date that the front matter gives.
    pub date: Option<Date>,
    /// The language that the file says it is written in.
    pub language: Option<Language>,
}

impl<'s> Builder<'s> {
    /// Starts a document over the text of a file.
    pub fn new(source: &'s str) -> Self {
        Self {
            source,
            reading: String::new(),
            pieces: Pieces::default(),
            blocks: Vec::new(),
            date: None,
            language: None,
        }
    }

    /// The file's text.
    pub fn source(&self) -> &'s str {
        self.source
    }

    /// Where the reading text ends now.
    pub fn at(&self) -> usize {
        self.reading.len()
    }

    /// What has been written from `start` of the reading text on.
    pub fn since(&self, start: usize) -> &str {
        self.reading.get(start..).unwrap_or_default()
    }

    /// The words of a block.
    pub fn words(&self, block: usize) -> &str {
        let block = self.blocks.get(block);
        block.map_or("", |block| block.span.of(&self.reading))
    }

    /// Makes a heading above everything else the headline, whatever its level, where there is none.
    pub fn title_first_heading(&mut self) {
        if self.has(Zone::Headline) {
            return;
        }
        let first = self.blocks.first_mut();
        if let Some(first) = first.filter(|first| first.heading) {
            first.zone = Zone::Headline;
        }
    }

    /// Whether a block of this zone has been written.
    pub fn has(&self, zone: Zone) -> bool {
        self.blocks.iter().any(|block| block.zone == zone)
    }

    /// Adds bytes of the file as they are.
    pub fn copy(&mut self, source: Span) {
        let text = source.of(self.source);
        if !text.is_empty() {
            self.pieces.copied(self.reading.len(), source);
            self.reading.push_str(text);
        }
    }

    /// Adds `text` for bytes of the file that read otherwise, such as an entity.
    pub fn replace(&mut self, source: Span, text: &str) {
        if source.of(self.source) == text {
            self.copy(source);
        } else if !text.is_empty() {
            let reading = Span::new(self.reading.len(), self.reading.len() + text.len());
            self.reading.push_str(text);
            self.pieces.replaced(reading, source);
        }
    }

    /// Adds a run of either kind.
    pub fn add(&mut self, fragment: &Fragment) {
        match &fragment.text {
            None => self.copy(fragment.source),
            Some(text) => self.replace(fragment.source, text),
        }
    }

    /// Closes a block that began at `start` of the reading text; a block of white space alone is left out.
    pub fn block(&mut self, start: usize, kind: Kind) {
        let text = self.reading.get(start..).unwrap_or_default();
        if let Some(span) = visible(text, start) {
            self.place(span, kind);
        }
        self.reading.push('\n');
    }

    /// Adds a block over reading text that has been written.
    pub fn place(&mut self, span: Span, kind: Kind) {
        self.blocks.push(block_of(span, kind));
    }

    /// Adds a block of the given runs.
    pub fn field(&mut self, fragments: &[Fragment], kind: Kind) {
        let start = self.at();
        for fragment in fragments {
            self.add(fragment);
        }
        self.block(start, kind);
    }

    /// What has been built, free of the file's text.
    pub fn finish(self) -> Draft {
        Draft {
            reading: Some(self.reading),
            pieces: self.pieces,
            blocks: self.blocks,
            date: self.date,
            language: self.language,
        }
    }
}

/// A document whose file is not yet in it.
pub struct Draft {
    reading: Option<String>,
    pieces: Pieces,
    /// The blocks in order of place.
    pub blocks: Vec<Block>,
    date: Option<Date>,
    language: Option<Language>,
}

impl Draft {
    /// The draft of a file that is its own reading text.
    pub fn identical(blocks: Vec<(Span, Kind)>) -> Self {
        Self {
            reading: None,
            pieces: Pieces::default(),
            blocks: blocks
                .into_iter()
                .map(|(span, kind)| block_of(span, kind))
                .collect(),
            date: None,
            language: None,
        }
    }

    /// The document of the file that the draft was built over.
    pub fn over(self, source: Source) -> Document {
        Document {
            source,
            reading: self.reading,
            pieces: self.pieces,
            language: Language::English,
            declared: self.language,
            blocks: self.blocks,
            date: self.date,
            directives: Vec::new(),
        }
    }
}

/// The span of what can be seen in `text`, which stands at `base`: white space, zero-width and bidi marks at its edges are
/// left out; none where nothing can be seen.
pub(super) fn visible(text: &str, base: usize) -> Option<Span> {
    let unseen = |c: char| c.is_whitespace() || c.is_control() || is_invisible(c);
    let body = text.trim_start_matches(unseen);
    let start = base + text.len() - body.len();
    let body = body.trim_end_matches(unseen);
    (!body.is_empty()).then(|| Span::new(start, start + body.len()))
}

/// The language is set when all blocks are known.
fn block_of(span: Span, kind: Kind) -> Block {
    Block {
        zone: kind.zone,
        span,
        language: Language::English,
        furniture: false,
        heading: kind.heading,
        cell: kind.cell,
    }
}
