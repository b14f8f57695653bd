//! What the words ahead let a form be, told by what the tables know of them: most words that may open a date or a time open neither.

use crate::lang::lexicon::marks::Marks;
use crate::quantity::{Reader, fraction};

/// Tokens between the first word of a date or time and the last that a sign of it may be.
const REACH: usize = 16;

/// Tokens between a word that opens a figure and the figure, under two hedges at most: "less than or equal to about 100".
const OPENING: usize = 10;

/// What makes words a date, as against words that lead to one.
const OF_DATE: Marks = Marks::TERM
    .difference(Marks::BOUND)
    .difference(Marks::DATE_LINK);

/// What a number in words may begin with.
const NUMBER: Marks = Marks::NUMERAL.union(Marks::ORDINAL);

/// No look ahead tells anything of the form.
pub(in crate::quantity) fn may_be_any(_: Reader<'_>, _: usize, _: usize) -> bool {
    true
}

/// Whether a date may be ahead: it has digits, a number in words or a word of the calendar, and behind digits no word that they count.
pub(in crate::quantity) fn may_be_date(reader: Reader<'_>, at: usize, end: usize) -> bool {
    if reader.is_digits(at) {
        return !only_counts(reader, at);
    }
    let opens = |at| reader.is_digits(at) || reader.knows(at, OF_DATE | NUMBER);
    let dated = |at| reader.is_digits(at) || reader.knows(at, OF_DATE | Marks::NUMERAL);
    any(at, end, OPENING, opens) && any(at, end, REACH, dated)
}

/// Whether a clock time may be ahead: it has a colon or a word of the clock, and behind digits no word that they count.
pub(in crate::quantity) fn may_be_time(reader: Reader<'_>, at: usize, end: usize) -> bool {
    if reader.is_digits(at) && only_counts(reader, at) {
        return false;
    }
    let hour = |at| reader.is_digits(at) || reader.knows(at, NUMBER | Marks::CLOCK_SIGN);
    let sign = |at| reader.knows(at, Marks::CLOCK_SIGN) || reader.folded(at) == ":";
    any(at, end, OPENING, hour) && any(at, end, REACH, sign)
}

/// Whether an amount may be ahead: it has digits, a number in words, or a unit or sign that says one.
pub(in crate::quantity) fn may_be_amount(reader: Reader<'_>, at: usize, end: usize) -> bool {
    let signs = Marks::UNIT | Marks::SIGN | Marks::DUAL | NUMBER;
    let figure = |at| {
        reader.is_digits(at)
            || reader.knows(at, signs)
            || !reader.is_letters(at) && fraction::sign(reader.folded(at)).is_some()
    };
    any(at, end, OPENING, figure)
}

fn any(at: usize, end: usize, reach: usize, wanted: impl Fn(usize) -> bool) -> bool {
    (at..end.min(at + reach)).any(wanted)
}

/// Whether digits count the word behind them: none that the calendar, the clock or the numbers know, and no ending written onto them.
/// Three and four digits may be a year before any word.
fn only_counts(reader: Reader<'_>, at: usize) -> bool {
    let known = Marks::TERM | Marks::CLOCK | Marks::PART | Marks::ORDINAL;
    let next = at + 1;
    let year = (3..=4).contains(&reader.folded(at).len());
    let plain = reader.is_letters(next) && !reader.glued(next) && !reader.knows(next, known);
    plain && !year && !matches!(reader.folded(next), "day" | "the" | "or")
}
