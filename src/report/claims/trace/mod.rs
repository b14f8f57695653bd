//! `claims --explain`: why figures were compared, or were not, and what decided; one file a format.

pub mod json;
pub mod table;
mod words;

pub use words::word;

use std::io::{self, Write};

use crate::diagnostic::{Confidence, Severity};
use crate::lang::Language;
use crate::text::source::Source;
use crate::text::span::Span;

/// The pairs of one article.
#[derive(Clone, Debug)]
pub struct Traces {
    /// The file.
    pub source: Source,
    /// The language of most of it.
    pub language: Language,
    /// In order of place.
    pub pairs: Vec<TraceRecord>,
}

/// A format of `claims --explain`: articles arrive one by one, in order.
pub trait TraceFormat {
    /// The pairs of one article.
    fn article(&mut self, traces: &Traces, out: &mut dyn Write) -> io::Result<()>;

    /// What stands behind the last article.
    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let _ = out;
        Ok(())
    }
}

/// Two figures and what became of their comparison; places are bytes of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TraceRecord {
    /// The earlier figure.
    pub first: Side,
    /// The later figure.
    pub second: Side,
    /// How far the comparison came: `no-figure`, `other-key`, `no-word`, `blocked`, `weighed`.
    pub outcome: &'static str,
    /// What rules out that they are one fact, or casts doubt on it.
    pub blocker: Option<&'static str>,
    /// Whether both can be true: `same`, `compatible`, `loose`, `contradict`, `incomparable`.
    pub agreement: &'static str,
    /// How one number may have become the other.
    pub slip: Option<&'static str>,
    /// What was compared, slot by slot.
    pub slots: Vec<SlotRecord>,
    /// What speaks for and against their being one fact, the weightiest first.
    pub evidence: Vec<WeightRecord>,
    /// How sure it is that they are one fact with two values, where it was weighed.
    pub sure: Option<Confidence>,
    /// The rule that tells of the two, and how grave.
    pub told: Option<(String, Severity)>,
}

/// One of two figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// From the hedge to the end of what is counted.
    pub span: Span,
    /// What the figure states, as an interval: `(2100, ∞)`.
    pub states: String,
    /// The part of the article.
    pub zone: &'static str,
}

/// What the two figures have in one respect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlotRecord {
    /// `key`, `words`, `places` and so on.
    pub slot: &'static str,
    /// What both have.
    pub both: Vec<String>,
    /// What the first alone has.
    pub first: Vec<String>,
    /// What the second alone has.
    pub second: Vec<String>,
}

/// What one feature of the pair weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeightRecord {
    /// The feature, such as `shared-words`.
    pub feature: &'static str,
    /// How much of it there is.
    pub amount: i32,
    /// Hundredths of a logit: above nought it speaks for one fact.
    pub points: i32,
}

impl TraceRecord {
    /// The sum of the weights.
    pub fn points(&self) -> i32 {
        self.evidence.iter().map(|weight| weight.points).sum()
    }
}
