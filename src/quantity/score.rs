//! Results of matches.
//!
//! ```text
//! score = side (- | – | :) side        3-1, 2 - 1, «1-صفر»; the first side higher, or a word of sport in the sentence
//! ```

use crate::lang::lexicon::numeral::{Link, Numeral};
use crate::quantity::number::Number;
use crate::quantity::reader::Lead;
use crate::quantity::value::{Kind, Value};
use crate::quantity::{Quantity, Reader};

/// Reads a score at a token.
pub fn read(reader: Reader<'_>, at: usize, end: usize) -> Option<Quantity> {
    let dash = at + 1;
    if !matches!(reader.folded(dash), "-" | "–" | "−" | "/" | "ـ") {
        return None;
    }
    let first = side(reader, at, end)?;
    if reader.glued(at) && behind_sign(reader, at) {
        return None;
    }
    let second = side(reader, dash + 1, end)?;
    let tokens = at..dash + 2;
    let more = reader.glued(tokens.end)
        && (matches!(reader.folded(tokens.end), "-" | "/" | "–" | "%" | "٪")
            || reader.is_digits(tokens.end + 1)
            || reader.is_letters(tokens.end));
    if more && tokens.end < end {
        return None;
    }
    let sport = is_sport(reader, at);
    let zero = first == 0 || second == 0;
    let slash = reader.folded(dash) == "/";
    let small = first <= 20 && second <= 20;
    let fits = if slash {
        sport && small
    } else {
        small && (first >= second || zero || sport) || sport && first.max(second) <= 200
    };
    if !fits {
        return None;
    }
    let mut quantity = Quantity::plain(Kind::Score, tokens.clone(), reader.tokens.span(&tokens));
    quantity.number = Some(quantity.span);
    quantity.value = Value::Score(vec![Number::whole(first), Number::whole(second)]);
    Some(quantity)
}

fn side(reader: Reader<'_>, at: usize, end: usize) -> Option<i128> {
    if at >= end {
        return None;
    }
    if reader.is_digits(at) {
        let digits = reader.folded(at);
        return digits.parse().ok().filter(|_| digits.len() <= 3);
    }
    reader.numerals(at, Lead::Bare).find_map(|part| match part {
        Numeral::Unit(0) => Some(0),
        _ => None,
    })
}

fn behind_sign(reader: Reader<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        !matches!(
            reader.folded(before),
            "(" | "«" | "\"" | "“" | ":" | "بـ" | "ب"
        )
    })
}

/// Whether a word of sport stands in the sentence.
fn is_sport(reader: Reader<'_>, at: usize) -> bool {
    let sentence = reader.tokens.sentences.get(reader.tokens.sentence_of(at));
    sentence.is_some_and(|sentence| {
        let near =
            sentence.tokens.start.max(at.saturating_sub(40))..sentence.tokens.end.min(at + 40);
        near.into_iter()
            .any(|word| reader.is_any_link(word, Link::Sport))
    })
}
