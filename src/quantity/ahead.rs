//! What the words ahead let a form be, told by what the tables know of them: most words that may open a date or a time open neither.

use crate::lang::lexicon::marks::Marks;
use crate::quantity::reader::is_clitic;
use crate::quantity::{Reader, fraction};

/// Tokens behind a day or an hour in words within which something must say that it is one.
const REACH: usize = 12;

/// Tokens between a word that leads to a date or a time and the words that say it: «اعتبارا من يوم الأحد».
const LEAD: usize = 5;

/// Tokens between a noun or edge of time and what makes a date of it: «نهاية شهر مايو», "the year is greater than or equal to 2015".
const NAMED: usize = 8;

/// Tokens between a word that opens a figure and the figure, under two hedges at most: "less than or equal to about 100".
const OPENING: usize = 10;

/// What says a date: no word that only leads to one or ends one.
const OF_DATE: Marks = Marks::TERM
    .difference(Marks::BOUND)
    .difference(Marks::DATE_LINK);

/// What a number in words may begin with.
const NUMBER: Marks = Marks::NUMERAL.union(Marks::ORDINAL);

/// What an hour may begin with.
const OF_HOUR: Marks = NUMBER.union(Marks::CLOCK_SIGN);

/// No look ahead tells anything of the form.
pub(in crate::quantity) fn may_be_any(_: Reader<'_>, _: usize, _: usize) -> bool {
    true
}

/// Whether a date may be ahead.
pub(in crate::quantity) fn may_be_date(reader: Reader<'_>, at: usize, end: usize) -> bool {
    if reader.is_digits(at) {
        return !only_counts(reader, at);
    }
    let word = reader.tokens.marks(at);
    if !word.intersects(OF_DATE | Marks::BOUND | Marks::DATE_OPENING | NUMBER) {
        return leads_digits(reader, at);
    }
    let behind = |reach, known: Marks| {
        let says = |at| reader.is_digits(at) || reader.knows(at, known);
        (at + 1..end.min(at + 1 + reach)).any(says)
    };
    word.intersects(Marks::MONTH | Marks::WEEKDAY | Marks::RELATIVE | Marks::DECADE)
        || word.intersects(Marks::BOUND | Marks::DATE_OPENING) && behind(LEAD, OF_DATE | NUMBER)
        || word.intersects(OF_DATE) && behind(NAMED, OF_DATE | NUMBER)
        || word.intersects(NUMBER) && (behind(REACH, OF_DATE) || is_long(reader, at))
}

/// Whether a number in words may be a year by itself: it is of more words than one, or a thousand at least.
fn is_long(reader: Reader<'_>, at: usize) -> bool {
    reader.knows(at + 1, Marks::PART) || reader.is_scale(at)
}

/// Whether a clock time may be ahead.
pub(in crate::quantity) fn may_be_time(reader: Reader<'_>, at: usize, end: usize) -> bool {
    let behind = |reach, known: Marks| {
        let says = |at| reader.is_digits(at) || reader.knows(at, known);
        (at + 1..end.min(at + 1 + reach)).any(says)
    };
    let sign = |at| reader.knows(at, Marks::CLOCK_SIGN) || reader.folded(at) == ":";
    let signed = || (at..end.min(at + REACH)).any(sign);
    if reader.is_digits(at) {
        return !only_counts(reader, at) && signed();
    }
    let word = reader.tokens.marks(at);
    if !word.intersects(Marks::CLOCK | Marks::BOUND | Marks::DATE_OPENING | Marks::HEDGE | NUMBER) {
        return leads_digits(reader, at) && signed();
    }
    let opens = word.intersects(Marks::HOUR | Marks::MINUTES | NUMBER) || behind(LEAD, OF_HOUR);
    opens && signed()
}

/// Whether an amount may be ahead: it has digits, a number in words, or a unit or sign that says one.
pub(in crate::quantity) fn may_be_amount(reader: Reader<'_>, at: usize, end: usize) -> bool {
    let signs = Marks::UNIT | Marks::SIGN | Marks::DUAL | NUMBER;
    let figure = |at| {
        reader.is_digits(at)
            || reader.knows(at, signs)
            || !reader.is_letters(at) && fraction::sign(reader.folded(at)).is_some()
    };
    (at..end.min(at + OPENING)).any(figure)
}

/// Whether a word that no table of the form knows may stand before its digits: a mark, or clitics, or letters written onto the digits.
pub(in crate::quantity) fn leads_digits(reader: Reader<'_>, at: usize) -> bool {
    let word = reader.folded(at);
    !reader.is_letters(at) || reader.glued(at + 1) || word == "the" || is_clitic(word)
}

/// Whether digits count the word behind them: none that the calendar or the clock know, and no ending written onto them. Three and four
/// digits may be a year before any word.
fn only_counts(reader: Reader<'_>, at: usize) -> bool {
    let known = Marks::TERM | Marks::CLOCK | Marks::ORDINAL;
    let next = at + 1;
    let year = (3..=4).contains(&reader.folded(at).len());
    let plain = reader.is_letters(next) && !reader.glued(next) && !reader.knows(next, known);
    plain && !year && !matches!(reader.folded(next), "day" | "the" | "or")
}
