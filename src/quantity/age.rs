//! Ages.
//!
//! ```text
//! age = («عمره» | «البالغ من العمر» | aged …) amount [year]
//!     | amount year (old | of age | «من العمر» …)
//!     | name ( amount year )                                «محمود (34 عاما)»
//!     | name , number ,                                     Laura Haines, 34, said
//! ```

use crate::lang::lexicon::marks::Marks;
use crate::quantity::number::Number;
use crate::quantity::reader::Lead;
use crate::quantity::value::Kind;
use crate::quantity::{Quantity, Reader};

/// One past the words that make what follows an age.
pub fn before(reader: Reader<'_>, at: usize, end: usize) -> Option<usize> {
    if !reader.knows(at, Marks::AGE) {
        return None;
    }
    let lead = |word| if word == at { Lead::First } else { Lead::Bare };
    let (_, length) = reader
        .lexicon
        .hedges
        .age_before
        .longest(at, end, |word| reader.entries(word, lead(word)))?;
    let next = at + length;
    let next = if reader.folded(next) == ":" {
        next + 1
    } else {
        next
    };
    (next < end).then_some(next)
}

/// Makes an amount an age where the words around it say so.
pub fn mark(reader: Reader<'_>, quantity: &mut Quantity, told: bool, end: usize) {
    if !matches!(quantity.kind, Kind::Number | Kind::Duration) {
        return;
    }
    let at = reader.past_hyphen(quantity.tokens.end);
    let found = reader
        .lexicon
        .hedges
        .age_after
        .longest(at, end, |word| reader.entries(word, Lead::Bare));
    let behind = found.map(|(_, length)| at + length).filter(|_| {
        quantity.kind == Kind::Duration || !reader.glued(at) || reader.folded(at) != "-"
    });
    let years = quantity
        .unit
        .is_none_or(|unit| matches!(unit, "year" | "month" | "week" | "day"));
    if !years {
        return;
    }
    let lives = quantity.kind == Kind::Duration || told;
    match behind {
        Some(next) if lives || is_abbreviation(reader, at) => quantity.tokens.end = next,
        _ if told => {}
        _ if is_bracketed(reader, quantity) || is_apposition(reader, quantity) => {}
        _ => return,
    }
    quantity.kind = Kind::Age;
    quantity.unit = quantity.unit.or(Some("year"));
}

/// "87 yo": needs no unit.
fn is_abbreviation(reader: Reader<'_>, at: usize) -> bool {
    matches!(reader.folded(at), "yo" | "y")
}

/// «(34 عاما)» behind a name.
fn is_bracketed(reader: Reader<'_>, quantity: &Quantity) -> bool {
    let (start, end) = (quantity.tokens.start, quantity.tokens.end);
    let Some(open) = start.checked_sub(1) else {
        return false;
    };
    quantity.unit == Some("year")
        && reader.folded(open) == "("
        && matches!(reader.folded(end), ")" | "،" | ",")
        && open
            .checked_sub(1)
            .is_some_and(|name| reader.is_letters(name))
        && is_lifetime(quantity)
}

/// "Laura Haines, 34, said".
fn is_apposition(reader: Reader<'_>, quantity: &Quantity) -> bool {
    let (start, end) = (quantity.tokens.start, quantity.tokens.end);
    let Some(comma) = start.checked_sub(1) else {
        return false;
    };
    quantity.unit.is_none()
        && end == start + 1
        && reader.is_digits(start)
        && reader.folded(comma) == ","
        && reader.folded(end) == ","
        && comma >= 2
        && reader.is_capital(comma - 1)
        && reader.is_capital(comma - 2)
        && is_lifetime(quantity)
}

fn is_lifetime(quantity: &Quantity) -> bool {
    let number = quantity
        .value
        .amount()
        .and_then(|amount| amount.written.or(amount.high));
    number.is_some_and(|number| number > Number::ZERO && number < Number::whole(120))
}
