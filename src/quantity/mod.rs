//! [`Quantity`]: a figure as it is written, and what it means exactly.

pub mod age;
pub(in crate::quantity) mod ahead;
pub mod amount;
pub mod assertion;
pub(in crate::quantity) mod clock;
pub mod code;
pub mod date;
pub mod digits;
pub mod duration;
pub mod fraction;
pub mod hedge;
pub mod interval;
pub mod money;
pub mod noun;
pub mod number;
pub mod ordinal;
pub mod pronoun;
pub mod range;
pub mod reader;
pub mod score;
pub(in crate::quantity) mod start;
pub mod term;
pub(in crate::quantity) mod time;
pub mod unit;
pub mod vague;
pub mod value;
pub mod words;

use std::ops::Range;

use crate::lang::lexicon::Lexicon;
use crate::lang::lexicon::marks::Marks;
use crate::lang::lexicon::numeral::Numeral;
use crate::quantity::number::Number;
use crate::quantity::value::{Amount, Assertion, DateValue, Hedge, Kind, Part, Value};
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

    /// The number named, of a figure without a hedge.
    pub fn exact(&self) -> Option<Number> {
        let exact = self.hedge == Hedge::Exact;
        self.value.amount().filter(|_| exact)?.written
    }

    /// Whether it is a date of which the text itself says nothing: «أمس», "next month".
    pub fn is_open_date(&self) -> bool {
        self.value
            .date()
            .is_some_and(|date| *date == DateValue::default())
    }

    /// Whether it is a stretch of the calendar by its name: a decade, a century, a quarter of a year.
    pub fn is_named_period(&self) -> bool {
        let dates = matches!(self.value, Value::Dates(..));
        let period = |written: &date::written::Written| written.period.is_some();
        dates && self.written.iter().any(period)
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
    /// How the article writes its figures.
    pub style: digits::Style,
}

impl<'a> Reader<'a> {
    /// A reader of an article.
    pub fn new(tokens: &'a Tokens, lexicon: &'a Lexicon) -> Self {
        Self {
            tokens,
            lexicon,
            style: digits::Style::of(tokens),
        }
    }
}

/// Whether a part of a number says a number by itself.
pub(crate) fn is_number_word(part: Numeral) -> bool {
    !matches!(part, Numeral::Link(_) | Numeral::Short(_))
}

/// A form of figure.
struct Form {
    /// What its first word is known as.
    first: Marks,
    /// Whether it may begin at digits, marks and words of which no table knows anything.
    open: bool,
    /// Whether the words ahead let it be one, told cheaply.
    may: fn(reader: Reader<'_>, at: usize, end: usize) -> bool,
    /// What it reads at a token, never past `end`, the end of the sentence.
    read: fn(reader: Reader<'_>, at: usize, end: usize) -> Option<Quantity>,
}

/// Every form, one a file. The longest reading wins; of two as long the earlier in this list.
const FORMS: &[Form] = &[
    Form {
        first: start::DATE,
        open: true,
        may: ahead::may_be_date,
        read: date::read,
    },
    Form {
        first: start::TIME,
        open: true,
        may: ahead::may_be_time,
        read: time::read,
    },
    Form {
        first: start::ORDINAL,
        open: true,
        may: ahead::may_be_ordinal,
        read: ordinal::read,
    },
    Form {
        first: Marks::ASSERTION,
        open: false,
        may: ahead::may_be_any,
        read: assertion::read,
    },
    Form {
        first: Marks::NUMERAL,
        open: true,
        may: ahead::may_be_score,
        read: score::read,
    },
    Form {
        first: start::AMOUNT,
        open: true,
        may: ahead::may_be_amount,
        read: amount::read,
    },
    Form {
        first: Marks::VAGUE,
        open: false,
        may: ahead::may_be_any,
        read: vague::read,
    },
    Form {
        first: start::NOUN,
        open: false,
        may: ahead::may_be_noun,
        read: noun::read,
    },
];

/// Reads every figure of an article, in order, none overlapping another.
pub fn read(reader: Reader<'_>) -> Vec<Quantity> {
    let mut found = Vec::new();
    for sentence in &reader.tokens.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            if !start::may_start(reader, at) {
                at += 1;
                continue;
            }
            let code = code::length(reader, at, sentence.tokens.end).unwrap_or(0);
            match longest(reader, at, sentence.tokens.end) {
                Some(quantity) if quantity.tokens.end >= at + code => {
                    at = quantity.tokens.end.max(at + 1);
                    found.push(quantity);
                }
                _ => at += code.max(1),
            }
        }
    }
    decide(&mut found);
    found
}

/// A figure whose separator leaves two readings is the one that the article writes elsewhere without doubt.
fn decide(found: &mut [Quantity]) {
    let written = |quantity: &Quantity| quantity.value.amount().and_then(|amount| amount.written);
    let mut sure: Vec<Number> = found
        .iter()
        .filter(|quantity| quantity.alternative.is_none())
        .filter_map(written)
        .collect();
    sure.sort_unstable();
    for quantity in found {
        let (Some(value), Some(other)) = (written(quantity), quantity.alternative) else {
            continue;
        };
        if sure.binary_search(&value).is_ok() {
            quantity.alternative = None;
        } else if sure.binary_search(&other).is_ok() {
            quantity.value = Value::Amount(Amount::hedged(other, quantity.hedge));
            quantity.grain = interval::grain(other);
            quantity.alternative = None;
        }
    }
}

fn longest(reader: Reader<'_>, at: usize, end: usize) -> Option<Quantity> {
    let marks = reader.tokens.marks(at);
    let open = start::is_open(reader, at);
    let forms = FORMS
        .iter()
        .filter(|form| form.open && open || marks.intersects(form.first))
        .filter(|form| (form.may)(reader, at, end));
    let readings = forms.filter_map(|form| (form.read)(reader, at, end));
    readings.reduce(|best, next| {
        if next.tokens.len() > best.tokens.len() {
            next
        } else {
            best
        }
    })
}
