//! [`Claim`]: a quantity with what it counts, where it stands, when it holds and who said it.

pub mod attribution;
pub mod compare;
pub mod extract;
pub mod person;

mod event;
mod noun_phrase;
mod quotation;

use std::ops::Range;

use crate::lang::lexicon::noun::{ClassId, NounId};
use crate::quantity::Quantity;
use crate::text::span::Span;

/// What a claim counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The head noun and what belongs to it («عربة مدرعة»).
    pub span: Span,
    /// The tokens of `span`.
    pub tokens: Range<usize>,
    /// The token of the head noun.
    pub head: usize,
    /// The noun, where the lexicon knows it.
    pub noun: Option<NounId>,
    /// What it names, where the lexicon knows it.
    pub class: Option<ClassId>,
}

/// A figure or assertion of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The figure.
    pub quantity: Quantity,
    /// From the hedge to the end of the unit or of the thing counted, in the reading text.
    pub span: Span,
    /// What it counts.
    pub counted: Option<Counted>,
    /// What befell the things counted, as the verb or verbal noun beside the figure says.
    pub event: Option<ClassId>,
    /// The block it stands in.
    pub block: usize,
    /// The sentence it stands in.
    pub sentence: usize,
    /// The date that holds for it, as the text names it near by.
    pub time: Option<Span>,
    /// Who said it.
    pub source: Option<Span>,
    /// Whether it stands between quotation marks.
    pub quoted: bool,
}
