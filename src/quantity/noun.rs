//! Nouns that say their own number.
//!
//! ```text
//! two = a dual of a counted noun, not with the article      «قتيلان», «طائرتين»
//! one = a singular behind a word of killing or hurting      «مقتل شخص»
//! ```
//!
//! «مهندسين» is two of them and many: only where no plural is spelled so is it read as two.

use crate::lang::arabic::Proclitics;
use crate::lang::lexicon::marks::Marks;
use crate::lang::lexicon::noun::NounForm;
use crate::lang::lexicon::numeral::{Link, Numeral};
use crate::quantity::number::Number;
use crate::quantity::reader::Lead;
use crate::quantity::value::{Amount, Kind, Value};
use crate::quantity::{Quantity, Reader, Writing};

/// Reads a dual, or a singular that stands for one.
pub fn read(reader: Reader<'_>, at: usize, end: usize) -> Option<Quantity> {
    if !reader.knows(at, Marks::DUAL | Marks::SINGULAR) || !reader.is_arabic(at) {
        return None;
    }
    let (forms, definite) = forms(reader, at)?;
    if definite {
        return None;
    }
    let dual = reader.folded(at).ends_with(['ن'])
        && forms.contains(&NounForm::Dual)
        && !forms.contains(&NounForm::Plural)
        && !forms.contains(&NounForm::Singular);
    let both = at + 1 < end && reader.is_link(at + 1, Link::Both);
    if dual && !forms.contains(&NounForm::Accusative) && !is_name(reader, at) {
        return Some(counted(reader, at, at + 1 + usize::from(both), 2));
    }
    // «مقتل وإصابة 37»: the second verbal noun is no person.
    let hurt = !reader.is_any_link(at, Link::Casualty)
        && at
            .checked_sub(1)
            .is_some_and(|before| reader.is_any_link(before, Link::Casualty));
    let numbered = reader
        .numerals(at + 1, Lead::Bare)
        .any(|part| matches!(part, Numeral::Unit(_)));
    (hurt && forms.contains(&NounForm::Singular) && !numbered && is_person(reader, at))
        .then(|| counted(reader, at, at + 1, 1))
}

/// «عمان» is a city before it is two uncles, «والتين» has its article written behind «و».
fn is_name(reader: Reader<'_>, at: usize) -> bool {
    let word = reader.folded(at);
    let article =
        word.starts_with(['و', 'ف', 'ب', 'ك']) && word.chars().skip(1).take(2).eq("ال".chars());
    let places = &reader.lexicon.places;
    let place = reader.entries(at, Lead::First).any(|word| {
        let named = places.at(std::iter::once([word].as_slice()));
        !named.is_empty()
    });
    article || place
}

/// The forms that a word may be of nouns, read with the fewest clitics, and whether the article stands on it.
fn forms(reader: Reader<'_>, at: usize) -> Option<(Vec<NounForm>, bool)> {
    let readings = reader
        .tokens
        .readings(at)
        .iter()
        .filter(|reading| !reading.enclitic);
    for reading in readings {
        let nouns = reader.lexicon.nouns.get(reading.lex);
        if !nouns.is_empty() {
            let definite = reading.proclitics.contains(Proclitics::AL);
            return Some((nouns.iter().map(|noun| noun.form).collect(), definite));
        }
    }
    None
}

/// Whether a word names a person.
fn is_person(reader: Reader<'_>, at: usize) -> bool {
    let Some(person) = reader.lexicon.nouns.class("person") else {
        return false;
    };
    let readings = reader.tokens.readings(at).iter();
    readings
        .flat_map(|reading| reader.lexicon.nouns.get(reading.lex))
        .any(|noun| {
            noun.class
                .is_some_and(|class| reader.lexicon.nouns.is_a(class, person))
        })
}

fn counted(reader: Reader<'_>, at: usize, end: usize, count: i128) -> Quantity {
    let tokens = at..end;
    let mut quantity = Quantity::plain(Kind::Number, tokens.clone(), reader.tokens.span(&tokens));
    quantity.writing = Writing::Noun;
    quantity.value = Value::Amount(Amount::exactly(Number::whole(count)));
    quantity
}
