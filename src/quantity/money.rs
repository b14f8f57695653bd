//! Money: an amount in a main unit and its parts.
//!
//! ```text
//! money = amount [join part]        «20 دولارا و43 سنتا» is 20.43; a thousand parts where the currency has them
//! ```

use crate::quantity::Reader;
use crate::quantity::number::Number;
use crate::quantity::term::Term;
use crate::quantity::unit;

/// One amount of a main unit and its parts.
pub fn join(reader: Reader<'_>, term: &Term, next: &Term) -> Option<Term> {
    let (main, part) = (term.unit?, next.unit?);
    if unit::get(reader, main).dimension != "money" {
        return None;
    }
    let parts = reader.lexicon.units.parts(main, part)?;
    let part = next.figure.value.checked_div(Number::whole(parts))?;
    if part >= Number::ONE {
        return None;
    }
    let mut joined = term.clone();
    joined.figure.value = term.figure.value.checked_add(part)?;
    joined.figure.grain = Number::fraction(1, parts)?;
    joined.figure.alternative = None;
    joined.end = next.end;
    Some(joined)
}
