//! [`Analysis`]: everything known of one article, built once, borrowed by every check.

use std::sync::OnceLock;

use jiff::civil::Date;

use crate::claim::compare::{self, Comparison, Context};
use crate::claim::person::{self, Person};
use crate::claim::{Claim, extract};
use crate::document::{Block, Document};
use crate::lang::lexicon::Lexicon;
use crate::lang::lexicon::marks::Marks;
use crate::quantity::digits::Style;
use crate::quantity::{self, Reader};
use crate::text::fold::Folded;
use crate::text::span::Span;
use crate::token::frame::{self, Frame};
use crate::token::memory::Memory;
use crate::token::{self, Tokens};

/// One article, read.
pub struct Analysis<'a> {
    /// The article.
    pub document: &'a Document,
    /// The words that it was read with.
    pub lexicon: &'a Lexicon,
    /// Its words and sentences.
    pub tokens: Tokens,
    /// Its figures and assertions, in order of place.
    pub claims: Vec<Claim>,
    /// Pairs of claims that may contradict each other.
    pub comparisons: Vec<Comparison>,
    /// The people it names, in order of place.
    pub people: Vec<Person>,
    /// Its date: what it says itself, else what the caller said.
    pub date: Option<Date>,
    /// How it writes its figures.
    style: Style,
    /// Its blocks as patterns see them, folded once for all rules when the first asks.
    folded: OnceLock<Vec<Folded>>,
    /// The sentences of its running text, cut when the first check asks.
    frames: OnceLock<Vec<Frame>>,
    /// Its quotation marks, found once for all checks when the first asks.
    quotation_marks: OnceLock<Vec<usize>>,
}

impl<'a> Analysis<'a> {
    /// Reads an article; `date` holds where the article gives none.
    pub fn new(document: &'a Document, lexicon: &'a Lexicon, date: Option<Date>) -> Self {
        Self::with_memory(document, lexicon, date, &mut Memory::default())
    }

    /// Reads an article with what is remembered of earlier ones, which changes nothing but the time that it takes.
    pub fn with_memory(
        document: &'a Document,
        lexicon: &'a Lexicon,
        date: Option<Date>,
        memory: &mut Memory,
    ) -> Self {
        let tokens = token::tokenize_with(document, lexicon, memory);
        let reader = Reader::new(&tokens, lexicon);
        let style = reader.style;
        let quantities = quantity::read(reader);
        let claims = extract::extract(&tokens, lexicon, quantities);
        let comparisons = compare::compare(Context {
            document,
            tokens: &tokens,
            lexicon,
            claims: &claims,
        });
        let people = person::read(document, &tokens, lexicon);
        Self {
            document,
            lexicon,
            tokens,
            claims,
            comparisons,
            people,
            date: document.date.or(date),
            style,
            folded: OnceLock::new(),
            frames: OnceLock::new(),
            quotation_marks: OnceLock::new(),
        }
    }

    /// What reads its figures once more.
    pub fn reader(&self) -> Reader<'_> {
        Reader {
            tokens: &self.tokens,
            lexicon: self.lexicon,
            style: self.style,
        }
    }

    /// The claims of each sentence that has any.
    pub fn claims_by_sentence(&self) -> impl Iterator<Item = &[Claim]> {
        self.claims
            .chunk_by(|one, two| one.sentence == two.sentence)
    }

    /// The words at a place.
    pub fn text(&self, span: Span) -> &'a str {
        self.document.slice(span)
    }

    /// The folded text of a block, which patterns are matched on.
    pub fn folded(&self, block: usize) -> Option<&Folded> {
        let fold = |block: &Block| Folded::new(self.text(block.span), block.span.start as usize);
        let all = || self.document.blocks.iter().map(fold).collect();
        self.folded.get_or_init(all).get(block)
    }

    /// The sentences of its running text, as words.
    pub fn frames(&self) -> &[Frame] {
        let cut = || frame::frames(self.document, &self.tokens);
        self.frames.get_or_init(cut)
    }

    /// The tokens that are quotation marks.
    pub fn quotation_marks(&self) -> &[usize] {
        let all = || {
            let tokens = self.tokens.list.iter().enumerate();
            let marks = tokens.filter(|(_, token)| token.marks.contains(Marks::QUOTE));
            marks.map(|(at, _)| at).collect()
        };
        self.quotation_marks.get_or_init(all)
    }

    /// The block of a claim.
    pub fn block(&self, claim: &Claim) -> &'a Block {
        &self.document.blocks[claim.block]
    }
}
