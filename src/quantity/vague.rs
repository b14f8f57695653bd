//! Words that stand for a figure: «عشرات القتلى», dozens, several.
//!
//! ```text
//! vague = words [of] [unit]           from the lexicon; «آلاف» behind a number is its scale, not this
//! ```

use crate::lang::lexicon::marks::Marks;
use crate::lang::lexicon::numeral::Link;
use crate::quantity::number::Number;
use crate::quantity::reader::Lead;
use crate::quantity::value::{Amount, Hedge, Kind, Value};
use crate::quantity::{Quantity, Reader, Writing, unit};

/// Reads a vague amount at a token.
pub fn read(reader: Reader<'_>, at: usize, end: usize) -> Option<Quantity> {
    if !reader.knows(at, Marks::VAGUE) {
        return None;
    }
    let lead = |word| if word == at { Lead::First } else { Lead::Bare };
    let (found, length) = reader
        .lexicon
        .hedges
        .vague
        .longest(at, end, |word| reader.entries(word, lead(word)))?;
    let vague = found.first()?;
    let next = at + length;
    let of = next + usize::from(reader.is_link(next, Link::Of));
    let named = unit::at_word(reader, of, end, Lead::Bare, usize::MAX);
    let named = named.filter(|named| unit::kind(reader, named.unit) != Kind::Duration);
    let kind = named.map_or(Kind::Number, |named| unit::kind(reader, named.unit));
    let tokens = at..named.map_or(next, |named| named.end);
    let mut quantity = Quantity::plain(kind, tokens.clone(), reader.tokens.span(&tokens));
    quantity.unit = named.map(|named| unit::get(reader, named.unit).id);
    quantity.hedge = Hedge::Vague;
    quantity.writing = Writing::Words;
    let (low, high) = (
        Number::whole(vague.low.into()),
        Number::whole(vague.high.into()),
    );
    quantity.value = Value::Amount(Amount::between(low, high));
    if named.is_none() && unit::at_word(reader, of, end, Lead::Bare, usize::MAX).is_some() {
        return None;
    }
    Some(quantity)
}
