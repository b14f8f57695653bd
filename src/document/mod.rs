//! [`Document`]: one article, cut into blocks, with a way back from every place to the file on disk.
//!
//! All later stages work on the *reading text*: what a reader sees, without markup and with entities decoded. For a plain text file it is the
//! file itself. [`Document::to_source`] is the only way back, and everything that leaves the program goes through it.

pub mod builder;
pub mod charset;
pub mod decode;
pub mod directive;
pub mod front_matter;
pub mod furniture;
pub mod html;
mod item;
pub mod markdown;
pub mod open;
mod page;
mod pieces;
pub mod plain;
pub mod reading;
pub mod word;

use std::sync::Arc;

use jiff::civil::Date;

use crate::document::directive::Directive;
use crate::document::pieces::Pieces;
use crate::document::reading::Reading;
use crate::document::word::Outline;
use crate::lang::lexicon::Lexicon;
use crate::lang::{Language, Tally};
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
    /// The way back to the file, where the two are not one.
    pieces: Pieces,
    /// The language of most of the article.
    pub language: Language,
    /// The language that the file says it is written in: asked where the letters do not tell.
    declared: Option<Language>,
    /// The blocks in order of place.
    pub blocks: Vec<Block>,
    /// The date that the article gives itself.
    pub date: Option<Date>,
    /// What it says to this program.
    pub directives: Vec<Directive>,
}

/// How files are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// Paragraphs by lines.
    Plain,
    /// Markdown with front matter and tables.
    Markdown,
    /// A page of HTML.
    Html,
    /// The text that was taken out of a draft of Word, with what its paragraphs are.
    Word(Arc<Outline>),
}

/// How a page begins.
const PAGE_STARTS: [&str; 2] = ["<!doctype html", "<html"];

impl Syntax {
    /// By the ending of the file's name: `.md` and `.markdown` are Markdown, `.html` and `.htm` a page, all else is plain text.
    pub fn of(path: &str) -> Self {
        Self::by_ending(path).unwrap_or(Self::Plain)
    }

    /// By the ending of the file's name, or where that says nothing by how the file begins.
    pub fn guess(path: &str, text: &str) -> Self {
        Self::by_ending(path).unwrap_or_else(|| {
            let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
            let begins = |with: &&str| {
                let head = start.get(..with.len());
                head.is_some_and(|head| head.eq_ignore_ascii_case(with))
            };
            if PAGE_STARTS.iter().any(begins) {
                Self::Html
            } else {
                Self::Plain
            }
        })
    }

    fn by_ending(path: &str) -> Option<Self> {
        let (_, ending) = path.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "md" | "markdown" | "mdown" | "mkd" => Some(Self::Markdown),
            "html" | "htm" | "xhtml" => Some(Self::Html),
            "txt" | "text" => Some(Self::Plain),
            _ => None,
        }
    }
}

/// Reads an article. `language` overrides what the letters say, for every block.
pub fn read(
    source: Source,
    syntax: &Syntax,
    language: Option<Language>,
    lexicon: &Lexicon,
) -> Document {
    let (mut document, told) = match syntax {
        Syntax::Plain => (plain::read(source), false),
        Syntax::Markdown => (markdown::read(source), true),
        Syntax::Html => (page::read(source), true),
        Syntax::Word(outline) => (word::read(source, outline), outline.is_styled()),
    };
    furniture::mark(&mut document, lexicon);
    // Where nothing says what the headings are, they are told by their words.
    if !told {
        plain::name_headings(&mut document);
    }
    document.name_lead();
    furniture::mark_repeated_headline(&mut document);
    document.set_languages(language);
    document.directives = directive::read(&document, syntax);
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
        if self.reading.is_none() {
            return span;
        }
        self.pieces.to_source(span)
    }

    /// The file, and what was read of it.
    pub fn into_parts(self) -> (Source, Reading) {
        let reading = Reading::new(self.reading, self.pieces, self.blocks);
        (self.source, reading)
    }

    /// The lead is the first paragraph; a byline or dateline before it is none, unless there is nothing else.
    fn name_lead(&mut self) {
        let text = self.reading.as_deref().unwrap_or(&self.source.text);
        let paragraphs = self
            .blocks
            .iter_mut()
            .filter(|block| block.zone == Zone::Body && !block.heading && !block.furniture);
        let mut first = None;
        for block in paragraphs {
            if plain::is_paragraph(block.span.of(text)) {
                block.zone = Zone::Lead;
                return;
            }
            first = first.or(Some(block));
        }
        if let Some(block) = first {
            block.zone = Zone::Lead;
        }
    }

    /// A block without letters speaks the language of the article.
    fn set_languages(&mut self, forced: Option<Language>) {
        let text = self.reading.as_deref().unwrap_or(&self.source.text);
        let tallies: Vec<_> = self
            .blocks
            .iter()
            .map(|block| Tally::count(block.span.of(text)))
            .collect();
        let mut article = Tally::default();
        for (tally, _) in tallies
            .iter()
            .zip(&self.blocks)
            .filter(|(_, block)| !block.furniture)
        {
            article.add(*tally);
        }
        let declared = self.declared.filter(|_| article.is_empty());
        self.language = forced.or(declared).unwrap_or_else(|| article.language());
        for (block, tally) in self.blocks.iter_mut().zip(tallies) {
            block.language = match forced {
                None if !tally.is_empty() => tally.language(),
                _ => self.language,
            };
        }
    }
}
