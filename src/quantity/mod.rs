//! [`Quantity`]: a figure as it is written, and what it means exactly.

pub mod assertion;
pub mod date;
pub mod interval;
pub mod number;
pub mod ordinal;
pub mod value;

use std::ops::Range;

use crate::lang::lexicon::Lexicon;
use crate::quantity::number::Number;
use crate::quantity::value::{Assertion, DateValue, Hedge, Kind, Part, Value};
use crate::text::span::Span;
use crate::token::Tokens;

/// How a figure is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Writing {
    /// In digits, perhaps with a scale word.
    Digits,
    /// In words.
    Words,
    /// In the noun itself: a dual («قتيلان») or a singular («مقتل شخص»).
    Noun,
}

/// A figure, date, time or assertion as the text writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// What it is.
    pub kind: Kind,
    /// From the hedge to the end of the unit.
    pub tokens: Range<usize>,
    /// The bytes of those tokens in the reading text.
    pub span: Span,
    /// The bytes of the number alone, scale word included.
    pub number: Option<Span>,
    /// What it says.
    pub value: Value,
    /// How the text bounds it.
    pub hedge: Hedge,
    /// The unit's id, as `contract` names it (`usd`, `kilometer`, `percent`, `year` …).
    pub unit: Option<&'static str>,
    /// What the text asserts of an ordinal or of the thing itself.
    pub assertion: Option<Assertion>,
    /// The parts of a compound («3 ساعات و20 دقيقة»).
    pub parts: Vec<Part>,
    /// How it is written.
    pub writing: Writing,
    /// The smallest step that the writing shows, in units of the value: «2.1 مليون» is written to 100,000.
    pub grain: Number,
    /// The other reading of a figure whose separator leaves two («1.234»), where the article does not decide.
    pub alternative: Option<Number>,
    /// Which words say which part: one for a date, two for a span of dates.
    pub written: Vec<date::written::Written>,
}

impl Quantity {
    /// An exact figure of a kind at a place, its value still to be said.
    pub fn plain(kind: Kind, tokens: Range<usize>, span: Span) -> Self {
        Self {
            kind,
            tokens,
            span,
            number: None,
            value: Value::None,
            hedge: Hedge::Exact,
            unit: None,
            assertion: None,
            parts: Vec::new(),
            writing: Writing::Digits,
            grain: Number::ONE,
            alternative: None,
            written: Vec::new(),
        }
    }

    /// Its dates, each with the words that say it.
    pub fn dates(&self) -> impl Iterator<Item = (DateValue, &date::written::Written)> {
        let values = match &self.value {
            Value::Date(date) => [Some(*date), None],
            Value::Dates(low, high) => [*low, *high],
            _ => [None, None],
        };
        values.into_iter().flatten().zip(&self.written)
    }
}

/// What a form reads from: the tokens of one article and the words that are known.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// The tokens.
    pub tokens: &'a Tokens,
    /// The lexicon.
    pub lexicon: &'a Lexicon,
}

/// A form of figure: what it reads at a token, never past `end`, the end of the sentence.
type Form = fn(reader: Reader<'_>, at: usize, end: usize) -> Option<Quantity>;

/// Every form, one a file. The longest reading wins; of two as long the earlier in this list.
const FORMS: &[Form] = &[date::read, ordinal::read, assertion::read];

/// Reads every figure of an article, in order, none overlapping another.
pub fn read(tokens: &Tokens, lexicon: &Lexicon) -> Vec<Quantity> {
    let reader = Reader { tokens, lexicon };
    let mut found = Vec::new();
    for sentence in &tokens.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            match longest(reader, at, sentence.tokens.end) {
                Some(quantity) => {
                    at = quantity.tokens.end.max(at + 1);
                    found.push(quantity);
                }
                None => at += 1,
            }
        }
    }
    found
}

fn longest(reader: Reader<'_>, at: usize, end: usize) -> Option<Quantity> {
    let readings = FORMS.iter().filter_map(|form| form(reader, at, end));
    readings.reduce(|best, next| {
        if next.tokens.len() > best.tokens.len() {
            next
        } else {
            best
        }
    })
}
