//! What the words ahead let a form be, told by what the tables know of them: most words that may open a date or a time open neither.

use std::ops::Range;

use crate::lang::lexicon::marks::Marks;
use crate::lang::lexicon::numeral::Link;
use crate::quantity::{Reader, fraction};

/// Tokens behind a day or an hour in words within which something must say that it is one.
const REACH: usize = 12;

/// Tokens between a word that leads to a date or a time and the words that say it: «اعتبارا من يوم الأحد».
const LEAD: usize = 6;

/// The same where a word alone leads there, one word between at most: «منذ عام 2014», "until the 5th".
const RIGHT_BEHIND: usize = 4;

/// Tokens from "last" or "next" to behind what it turns.
const TURNED: usize = 3;

/// Tokens between a noun or edge of time and what makes a date of it: «نهاية شهر مايو», "the year is greater than or equal to 2015".
const NAMED: usize = 9;

/// The same in Arabic, where nothing stands between them.
const NAMED_IN_ARABIC: usize = 4;

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
        return !only_counts(reader, at) && !is_closed(reader, at, end);
    }
    if reader.folded(at) == "the" {
        return may_be_the_day(reader, at, end);
    }
    let word = reader.tokens.marks(at);
    if !word.intersects(OF_DATE | Marks::BOUND | Marks::DATE_OPENING | NUMBER) {
        // Marks that stand before figures and open no date, as the apostrophe of '90s does.
        let apart = matches!(reader.folded(at), "." | "," | "،" | "$");
        return leads_digits(reader, at) && !apart;
    }
    let latin = reader.is_latin(at);
    let named = if latin { NAMED } else { NAMED_IN_ARABIC };
    let of_time = Marks::TIME | Marks::EDGE | Marks::HERE | Marks::ERA;
    word.intersects(Marks::MONTH | Marks::WEEKDAY | Marks::RELATIVE | Marks::DECADE)
        || word.intersects(Marks::BOUND | Marks::DATE_OPENING)
            && says(reader, lead(reader, at, end), OF_DATE | NUMBER)
        || word.intersects(of_time) && says(reader, at + 1..end.min(at + named), OF_DATE | NUMBER)
        || latin
            && word.intersects(Marks::TURN)
            && says(reader, at + 1..end.min(at + TURNED), OF_DATE)
        || word.intersects(NUMBER) && may_be_day(reader, at, end)
}

/// Whether "the" opens a date: before a rank, or as the first word of a term.
fn may_be_the_day(reader: Reader<'_>, at: usize, end: usize) -> bool {
    says(reader, at + 1..end.min(at + 2), Marks::ORDINAL)
        || reader.knows(at, OF_DATE)
            && reader
                .term(at, end, |_| Some(()))
                .is_some_and(|term| term.length > 1)
}

/// Where what a word leads to may stand: right behind it, or behind the phrase that it opens.
fn lead(reader: Reader<'_>, at: usize, end: usize) -> Range<usize> {
    let reach = if reader.knows(at + 1, Marks::INSIDE) {
        LEAD
    } else {
        RIGHT_BEHIND
    };
    at + 1..end.min(at + reach)
}

/// Whether a number in words may be a day or a year: what follows is no word that it counts, and the calendar is near or the number long.
fn may_be_day(reader: Reader<'_>, at: usize, end: usize) -> bool {
    let known = Marks::TERM | Marks::PART | Marks::ORDINAL;
    let counts = reader.is_letters(at + 1) && !reader.knows(at + 1, known);
    !counts && (says(reader, at + 1..end.min(at + REACH), OF_DATE) || is_long(reader, at))
}

/// Whether digits or one of some tables stand in a range.
fn says(reader: Reader<'_>, range: Range<usize>, known: Marks) -> bool {
    let mut tokens = range;
    tokens.any(|at| reader.is_digits(at) || reader.knows(at, known))
}

/// Whether a number in words may be a year by itself: it is of more words than one, or a thousand at least.
fn is_long(reader: Reader<'_>, at: usize) -> bool {
    let next = at + 1;
    reader.knows(next, Marks::NUMERAL)
        || matches!(reader.folded(next), "and" | "و" | "-" | "oh" | "o")
        || reader.is_scale(at)
}

/// Whether a clock time may be ahead: an hour, and something that says so.
pub(in crate::quantity) fn may_be_time(reader: Reader<'_>, at: usize, end: usize) -> bool {
    let word = reader.tokens.marks(at);
    let leads = Marks::CLOCK | Marks::BOUND | Marks::DATE_OPENING | Marks::HEDGE;
    let opens = if reader.is_digits(at) {
        !only_counts(reader, at)
    } else if word.intersects(Marks::HOUR | Marks::MINUTES | NUMBER) {
        !reader.is_link(at, Link::Article) || says(reader, at + 1..at + 2, OF_HOUR)
    } else if word.intersects(leads) {
        says(reader, lead(reader, at, end), OF_HOUR)
    } else {
        reader.is_letters(at) && leads_digits(reader, at)
    };
    let sign = |at| reader.knows(at, Marks::CLOCK_SIGN) || reader.folded(at) == ":";
    opens && (at..end.min(at + REACH)).any(sign)
}

/// Whether an amount may be ahead: it has digits, a number in words, or a unit or sign that says one.
pub(in crate::quantity) fn may_be_amount(reader: Reader<'_>, at: usize, end: usize) -> bool {
    let leads = Marks::OPENING | Marks::HEDGE | Marks::AGE | Marks::SIGN | Marks::COUNTRY;
    let word = reader.tokens.marks(at);
    if reader.is_digits(at) {
        return true;
    }
    if word.intersects(Marks::NUMERAL) && !reader.is_link(at, Link::Article) {
        return true;
    }
    let counted = Marks::PART | Marks::UNIT | Marks::COUNTRY;
    if word.intersects(Marks::NUMERAL) && says(reader, at + 1..end.min(at + 2), counted) {
        return true;
    }
    if word.intersects(leads) {
        let signs = Marks::UNIT | Marks::SIGN | Marks::DUAL | NUMBER;
        let figure = |at| {
            reader.is_digits(at)
                || reader.knows(at, signs)
                || !reader.is_letters(at) && fraction::sign(reader.folded(at)).is_some()
        };
        let reach = if reader.knows(at + 1, Marks::INSIDE) {
            OPENING
        } else {
            RIGHT_BEHIND
        };
        return (at..end.min(at + reach)).any(figure);
    }
    word.intersects(Marks::UNIT) && may_be_one(reader, at)
        || leads_digits(reader, at)
        || word.intersects(Marks::BEFORE_RANGE)
}

/// Whether an ordinal may be ahead: behind digits their ending, before them a noun of Arabic that they rank.
pub(in crate::quantity) fn may_be_ordinal(reader: Reader<'_>, at: usize, _: usize) -> bool {
    if reader.is_digits(at) {
        let before = at.checked_sub(1);
        return reader.glued(at + 1)
            || before.is_some_and(|before| reader.knows(before, Marks::BEYOND_ASCII));
    }
    reader.knows(at, NUMBER) || reader.is_letters(at)
}

/// Whether a score may be ahead: two figures and a mark between them.
pub(in crate::quantity) fn may_be_score(reader: Reader<'_>, at: usize, _: usize) -> bool {
    !reader.is_letters(at + 1) && !reader.is_digits(at + 1)
}

/// Whether a noun may say its own number: as a dual, or as the one whom a word of killing or hurting before it speaks of.
pub(in crate::quantity) fn may_be_noun(reader: Reader<'_>, at: usize, _: usize) -> bool {
    let before = at.checked_sub(1);
    reader.knows(at, Marks::DUAL) || before.is_some_and(|before| reader.knows(before, Marks::PART))
}

/// Whether a unit may be one or two of it: what is written as a dual may be one, and else a word of number or a second unit stands beside it.
fn may_be_one(reader: Reader<'_>, at: usize) -> bool {
    let beside = Marks::PART | Marks::UNIT;
    reader.folded(at).ends_with(['ن', 'ا', 'ي'])
        || !reader.is_letters(at + 1)
        || reader.knows(at + 1, beside)
        || at
            .checked_sub(1)
            .is_some_and(|before| reader.knows(before, beside))
}

/// Whether a word that no table of the form knows may stand before its digits: a mark, or clitics, or letters written onto the digits.
pub(in crate::quantity) fn leads_digits(reader: Reader<'_>, at: usize) -> bool {
    !reader.is_letters(at) || reader.glued(at + 1) || reader.is_clitic(at)
}

/// Whether digits count the word behind them, or stand before others: no word that the calendar or the clock know, and no ending written
/// onto them. Four digits may be a year before any word.
fn only_counts(reader: Reader<'_>, at: usize) -> bool {
    let known = Marks::TERM | Marks::CLOCK | Marks::ORDINAL;
    let next = at + 1;
    let apart = !reader.is_punctuation(next) && !reader.glued(next);
    let plain = apart && !reader.knows(next, known);
    plain && !is_like_year(reader, at) && !matches!(reader.folded(next), "day" | "the" | "or")
}

/// Whether digits stand before a mark behind which nothing of a date comes.
fn is_closed(reader: Reader<'_>, at: usize, end: usize) -> bool {
    let (mark, next) = (at + 1, at + 2);
    let plain = reader.is_letters(next) && !reader.knows(next, Marks::TERM | Marks::ORDINAL);
    let marked = mark >= end || !reader.is_letters(mark) && !reader.is_digits(mark);
    let ends = next >= end || plain && !reader.glued(next) || mark >= end;
    marked && ends && !is_like_year(reader, at)
}

/// Whether four digits may be a year without anything that says so.
fn is_like_year(reader: Reader<'_>, at: usize) -> bool {
    let digits = reader.folded(at);
    digits.len() == 4 && (digits.starts_with('2') || digits.starts_with('1'))
}
