//! What stands around the words of a date and tells whether they are one.

use crate::lang::lexicon::calendar::{DateLink, Term};
use crate::lang::lexicon::noun::NounForm;
use crate::quantity::Reader;

/// How far back a list of years is followed.
const LISTED: usize = 12;

/// Whether the name of a month is a verb as it is written: "this may take long".
pub(in crate::quantity) fn is_verb(reader: Reader<'_>, at: usize) -> bool {
    matches!(reader.tokens.folded(at), "may" | "march") && !reader.is_capital(at)
}

/// Whether the word before a month speaks of time.
pub(in crate::quantity) fn is_timed(reader: Reader<'_>, at: usize) -> bool {
    at > 0
        && reader
            .term(at - 1, at, |term| match term {
                Term::Link(DateLink::In) | Term::Bound(_) => Some(()),
                _ => None,
            })
            .is_some()
}

/// Whether the tokens are all that their sentence says: a heading, the cell of a table.
pub(in crate::quantity) fn is_alone(reader: Reader<'_>, at: usize, next: usize) -> bool {
    let sentence = reader.tokens.sentences.get(reader.tokens.sentence_of(at));
    sentence.is_some_and(|sentence| sentence.tokens == (at..next))
}

/// Whether a word is known as a plural of what is counted.
pub(in crate::quantity) fn is_plural(reader: Reader<'_>, at: usize) -> bool {
    reader.tokens.readings(at).iter().any(|reading| {
        let forms = reader.lexicon.nouns.get(reading.lex);
        forms.iter().any(|noun| noun.form == NounForm::Plural)
    })
}

/// Whether a word is known as something counted.
pub(in crate::quantity) fn is_noun(reader: Reader<'_>, at: usize) -> bool {
    reader.tokens.readings(at).iter().any(|reading| {
        reading.proclitics.is_empty() && !reader.lexicon.nouns.get(reading.lex).is_empty()
    })
}

/// Whether a bare number of four digits stands where a year stands.
pub(in crate::quantity) fn is_year_place(
    reader: Reader<'_>,
    at: usize,
    next: usize,
    end: usize,
) -> bool {
    if counts(reader, next, end) {
        return false;
    }
    let before = at.checked_sub(1);
    let bracket = before.is_some_and(|before| reader.is_mark(before, end, &["("]))
        && reader.is_mark(next, end, &[")"]);
    is_timed(reader, at) || bracket || is_listed(reader, at, end)
}

/// Whether what follows a number is counted by it.
fn counts(reader: Reader<'_>, next: usize, end: usize) -> bool {
    let word = reader.is_word(next, end) && (is_noun(reader, next) || reader.is_glued(next));
    word || reader.is_mark(next, end, &["%", "٪", "$", "€", "£"])
}

/// "in 2014, 2016 and 2018": a year behind another one that is told to be one.
fn is_listed(reader: Reader<'_>, at: usize, end: usize) -> bool {
    let mut at = at;
    for _ in 0..LISTED {
        let mut last = at;
        while last > 0 && reader.goes_on_listing(last - 1) && at - last < 2 {
            last -= 1;
        }
        let Some(before) = last.checked_sub(1).filter(|_| last < at) else {
            return false;
        };
        let year = reader
            .digits(before, end)
            .is_some_and(|(value, length)| length == 4 && (1800..2100).contains(&value));
        if !year || reader.digits_go_back(before) {
            return false;
        }
        if is_timed(reader, before) {
            return true;
        }
        at = before;
    }
    false
}

impl Reader<'_> {
    /// A comma, or a word that goes on with a list: and, or, but, not.
    fn goes_on_listing(self, at: usize) -> bool {
        matches!(
            self.folded(at),
            "," | "and" | "or" | "&" | "but" | "not" | "nor"
        )
    }
}
