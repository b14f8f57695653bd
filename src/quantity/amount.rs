//! Any amount: a number, percent, money, measure, duration or age, with its bounds.
//!
//! ```text
//! amount = [age] [hedge] (range | term) [hedge] [age]
//!        | bound join bound                               «أكثر من 10 وأقل من 20»
//! ```

use std::cell::LazyCell;

use crate::lang::lexicon::marks::Marks;
use crate::quantity::number::Number;
use crate::quantity::range::{self, Range};
use crate::quantity::term::{self, Term};
use crate::quantity::value::{Amount, Hedge, Kind, Value};
use crate::quantity::{Quantity, Reader, Writing, age, ahead, date, hedge, pronoun, unit};

/// Reads an amount at a token.
pub fn read(reader: Reader<'_>, at: usize, end: usize) -> Option<Quantity> {
    if !can_start(reader, at) {
        return None;
    }
    let told = age::before(reader, at, end);
    let after_age = told.unwrap_or(at);
    let (hedge, figure) =
        hedge::before(reader, after_age, end).unwrap_or((Hedge::Exact, after_age));
    let after_hedge = age::before(reader, figure, end);
    let figure = after_hedge.unwrap_or(figure);
    if !begins(reader, figure) {
        return None;
    }
    let aged = told.is_some() || after_hedge.is_some();
    let term = LazyCell::new(|| term::read(reader, figure, end));
    let range = range::read(reader, figure, end, || (*term).clone());
    let mut quantity = if let Some(range) = range {
        of_range(reader, &range, hedge, at)
    } else {
        let term = (*term).clone()?;
        // "about 2019/08/01": the date is read where it begins.
        if hedge != Hedge::Exact && date::opens_numeric(reader, figure, term.end, end) {
            return None;
        }
        if hedge == Hedge::Exact && !aged && pronoun::is(reader, &term, end) {
            return None;
        }
        let beyond_nought = hedge != Hedge::Exact && term.figure.value.is_zero();
        if beyond_nought
            && term.figure.writing == Writing::Words
            && term.unit.is_none()
            && reader.is_arabic(figure)
            && reader.folded(figure).starts_with("ال")
        {
            return None;
        }
        of_term(reader, &term, hedge, at)
    };
    if range::is_bound(hedge)
        && let Some(both) = range::second_bound(reader, &quantity, end)
    {
        quantity = both;
    }
    behind(reader, &mut quantity, end);
    age::mark(reader, &mut quantity, aged, end);
    quantity.span = reader.tokens.span(&quantity.tokens);
    Some(quantity)
}

/// Whether a figure could begin at a token, told cheaply.
fn can_start(reader: Reader<'_>, at: usize) -> bool {
    reader.is_digits(at)
        || !reader.is_letters(at)
        || !reader.tokens.readings(at).is_empty()
        || reader.is_clitic(at)
}

/// Whether a range or term may begin at a token, told by one look: at most words that a hedge might have led from, none does.
fn begins(reader: Reader<'_>, at: usize) -> bool {
    let known = Marks::PART | Marks::UNIT | Marks::SIGN | Marks::COUNTRY | Marks::DUAL;
    reader.knows(at, known | Marks::BEFORE_RANGE) || ahead::leads_digits(reader, at)
}

/// The amount of one term under a hedge; `at` is where it begins.
pub fn of_term(reader: Reader<'_>, term: &Term, hedge: Hedge, at: usize) -> Quantity {
    let mut quantity = base(reader, term, at, term.end);
    quantity.hedge = hedge;
    quantity.value = Value::Amount(Amount::hedged(term.figure.value, hedge));
    quantity.alternative = term.figure.alternative;
    quantity.parts.clone_from(&term.parts);
    quantity
}

fn base(reader: Reader<'_>, term: &Term, at: usize, end: usize) -> Quantity {
    let kind = term
        .unit
        .map_or(Kind::Number, |named| unit::kind(reader, named));
    let start = if at < term.start { at } else { term.start };
    let mut quantity = Quantity::plain(kind, start..end, reader.tokens.span(&(start..end)));
    quantity.unit = term.unit.map(|named| unit::get(reader, named).id);
    quantity.writing = term.figure.writing;
    quantity.grain = term.figure.grain;
    if term.figure.writing != Writing::Noun {
        quantity.number = Some(reader.tokens.span(&(term.figure.start..term.figure.end)));
    }
    quantity
}

fn of_range(reader: Reader<'_>, range: &Range, hedge: Hedge, at: usize) -> Quantity {
    let mut quantity = base(reader, &range.high, at, range.high.end);
    let numbers = range.low.figure.start..range.high.figure.end;
    quantity.number = Some(reader.tokens.span(&numbers));
    quantity.hedge = match hedge {
        Hedge::About | Hedge::Nearly => hedge,
        _ => Hedge::Exact,
    };
    quantity.value = Value::Amount(Amount::between(
        range.low.figure.value,
        range.high.figure.value,
    ));
    quantity.parts = Vec::new();
    quantity
}

/// The hedge behind the figure or behind what it counts.
fn behind(reader: Reader<'_>, quantity: &mut Quantity, end: usize) {
    let at = quantity.tokens.end;
    let range = quantity
        .value
        .amount()
        .is_some_and(|amount| amount.written.is_none());
    if quantity.hedge != Hedge::Exact && !matches!(quantity.hedge, Hedge::About) || range {
        return;
    }
    let found = hedge::behind(reader, at, end);
    let hedge = match found {
        Some((hedge, next)) => {
            quantity.tokens.end = next;
            hedge
        }
        None if quantity.kind == Kind::Number => match hedge::behind_noun(reader, at, end) {
            Some(hedge) => hedge,
            None => return,
        },
        None => return,
    };
    if let Some(written) = quantity.value.amount().and_then(|amount| amount.written) {
        set_hedge(quantity, written, hedge);
    }
}

fn set_hedge(quantity: &mut Quantity, written: Number, hedge: Hedge) {
    quantity.hedge = hedge;
    quantity.value = Value::Amount(Amount::hedged(written, hedge));
}
