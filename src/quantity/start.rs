//! Where no figure, date, time, assertion or code can begin, told by one look: so it is with most words.

use crate::lang::lexicon::marks::Marks;
use crate::quantity::Reader;
use crate::text::split::PieceKind;

/// What the first word of a date is known as.
pub(in crate::quantity) const DATE: Marks = Marks::TERM.union(Marks::ORDINAL).union(Marks::NUMERAL);

/// What the first word of a clock time is known as.
pub(in crate::quantity) const TIME: Marks = Marks::CLOCK
    .union(Marks::DATE_LINK)
    .union(Marks::BOUND)
    .union(Marks::HEDGE)
    .union(Marks::ORDINAL)
    .union(Marks::NUMERAL);

/// What the first word of an ordinal is known as.
pub(in crate::quantity) const ORDINAL: Marks = Marks::ORDINAL.union(Marks::NUMERAL);

/// What the first word of an amount is known as.
pub(in crate::quantity) const AMOUNT: Marks = Marks::NUMERAL
    .union(Marks::OPENING)
    .union(Marks::HEDGE)
    .union(Marks::AGE)
    .union(Marks::UNIT)
    .union(Marks::SIGN)
    .union(Marks::COUNTRY);

/// What a noun that says its own number is known as.
pub(in crate::quantity) const NOUN: Marks = Marks::DUAL.union(Marks::SINGULAR);

/// What the first word of any form is known as. One of a noun speaks only behind a word that is known to the tables of numbers.
const STARTS: Marks = DATE
    .union(TIME)
    .union(AMOUNT)
    .union(Marks::ASSERTION)
    .union(Marks::VAGUE)
    .union(Marks::DUAL);

/// Whether anything may begin at a token. A word may, where a table of figures knows it, where it clings to what follows or digits
/// follow (clitics, codes, addresses), and where it is one of the few that forms ask for by name.
pub(in crate::quantity) fn may_start(reader: Reader<'_>, at: usize) -> bool {
    reader.knows(at, STARTS)
        || reader.knows(at, Marks::SINGULAR)
            && at
                .checked_sub(1)
                .is_some_and(|before| reader.knows(before, Marks::PART))
        || reader.glued(at + 1) && reader.is_letters(at)
        || is_open(reader, at)
}

/// Whether any form may begin at a token, whatever the tables know of it: a mark opens one where a figure or a sign of money follows.
pub(in crate::quantity) fn is_open(reader: Reader<'_>, at: usize) -> bool {
    match reader.kind(at) {
        Some(PieceKind::Digits) => true,
        Some(PieceKind::Word) => {
            reader.is_digits(at + 1)
                || reader.is_punctuation(at + 1) && reader.folded(at + 1) == "("
                || is_asked_for(reader, at)
        }
        Some(PieceKind::Punctuation) => {
            reader.opens_number(at)
                || reader.opens_number(at + 1)
                || reader.is_digits(at + 2)
                || reader.knows(at + 1, Marks::SIGN)
        }
        None => false,
    }
}

/// Words that no table holds: «ما» of «ما بين», the Roman numeral behind a name.
fn is_asked_for(reader: Reader<'_>, at: usize) -> bool {
    reader.knows(at, Marks::BEFORE_RANGE | Marks::SITE)
        || reader.is_capital(at) && reader.knows(at, Marks::ROMAN)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;
    use crate::document::{Syntax, read};
    use crate::lang::lexicon::Lexicon;
    use crate::quantity::{FORMS, code, longest};
    use crate::text::source::Source;
    use crate::token::tokenize;

    static LEXICON: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));

    /// Figures, dates and times far behind the word that opens them.
    const LONG_LEADS: [&str; 6] = [
        "Keep it less than or equal to about 100, or greater than or equal to roughly two hundred and fifty.",
        "Open from ten minutes past half of the hour of eight to twenty five minutes to nine in the evening.",
        "It runs from the twenty first to the twenty fifth day of the month of May and until the end of June.",
        "يجب أن يكون أكبر من أو يساوي نحو 100، وألا يزيد على ما يقارب مئتين وخمسين.",
        "يفتح من الساعة الثامنة وخمس وعشرين دقيقة إلى الساعة التاسعة إلا خمس دقائق مساء.",
        "من الحادي والعشرين إلى السادس والعشرين من شهر مايو، وحتى نهاية الأسبوع الأخير من الشهر المقبل.",
    ];

    /// Every text file below a folder: articles, and the rules with their examples.
    fn texts(dir: &Path, found: &mut Vec<String>) {
        for entry in fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                texts(&path, found);
            } else if let Ok(text) = fs::read_to_string(&path) {
                found.push(text);
            }
        }
    }

    #[test]
    fn nothing_begins_where_nothing_may() {
        let lexicon = Lexicon::prepared(LEXICON).unwrap();
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut found = Vec::new();
        for dir in ["fixtures", "rules", "tests/cases"] {
            texts(&root.join(dir), &mut found);
        }
        found.extend(LONG_LEADS.map(str::to_owned));
        for text in found {
            let document = read(Source::new("a.txt", text), &Syntax::Plain, None, &lexicon);
            let tokens = tokenize(&document, &lexicon);
            let reader = Reader::new(&tokens, &lexicon);
            for sentence in &tokens.sentences {
                let end = sentence.tokens.end;
                for at in sentence.tokens.clone().filter(|at| !may_start(reader, *at)) {
                    let word = reader.folded(at);
                    assert_eq!(code::length(reader, at, end), None, "{word}");
                    assert_eq!(longest(reader, at, end), None, "{word}");
                }
                for at in sentence.tokens.clone() {
                    let told = longest(reader, at, end);
                    let length = told.map_or(0, |told| told.tokens.len());
                    for form in FORMS {
                        let other = (form.read)(reader, at, end);
                        let other = other.map_or(0, |other| other.tokens.len());
                        assert!(other <= length, "{}", reader.folded(at));
                    }
                }
            }
        }
    }
}
