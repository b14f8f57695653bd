//! Digits that are no figure: codes, model names, addresses, versions, telephone numbers.
//!
//! ```text
//! code    = letters [-] digits … | digits letters digits …       MP3, إف-16, A380, كوفيد-19, 4G
//! address = www … | … :// … | … @ …
//! version = digits (. digits){3,} | v digits (. digits)*
//! phone   = + digits (sep digits)+ | digits (- digits){2,}
//! hex     = 0x…
//! note    = [ digits ]                                           behind a word or first in its block
//! data    = digits and anything, more than 48 tokens long         1/1/1/1…
//! ```

use crate::lang::lexicon::calendar::{DateLink, Term};
use crate::lang::lexicon::marks::Marks;
use crate::lang::lexicon::numeral::{Link, Numeral};
use crate::quantity::Reader;
use crate::quantity::reader::Lead;
use crate::quantity::unit;
use crate::text::split::PieceKind;

/// How many tokens from `at` are a code, no part of which is a figure.
pub fn length(reader: Reader<'_>, at: usize, end: usize) -> Option<usize> {
    let found = match reader.kind(at)? {
        // Letters with nothing written onto them are no code.
        PieceKind::Word if !reader.glued(at + 1) && !reader.knows(at, Marks::SITE) => None,
        PieceKind::Word => address(reader, at, end).or_else(|| model(reader, at, end)),
        PieceKind::Digits => data(reader, at, end)
            .or_else(|| address(reader, at, end))
            .or_else(|| version(reader, at, end))
            .or_else(|| phone(reader, at, end))
            .or_else(|| lettered(reader, at, end)),
        PieceKind::Punctuation => match reader.folded(at) {
            "[" => footnote(reader, at, end),
            "#" => model(reader, at, end),
            "+" => phone(reader, at, end),
            _ => None,
        },
    };
    found.map(|found| found - at)
}

/// One past the tokens that hang together with `at` without a space.
fn run(reader: Reader<'_>, at: usize, end: usize) -> usize {
    let mut next = at + 1;
    while next < end && reader.glued(next) {
        next += 1;
    }
    next
}

/// Longer runs without a space are data, whatever is in them; to look for figures at each place of one would take its time.
const LONGEST_RUN: usize = 48;

fn data(reader: Reader<'_>, at: usize, end: usize) -> Option<usize> {
    let near = run(reader, at, end.min(at + LONGEST_RUN + 1));
    (near > at + LONGEST_RUN).then(|| run(reader, at, end))
}

/// `[12]` written onto a word or standing alone at the start of a line.
fn footnote(reader: Reader<'_>, at: usize, end: usize) -> Option<usize> {
    let bracketed = at + 2 < end
        && reader.is_digits(at + 1)
        && reader.folded(at + 1).len() <= 3
        && reader.folded(at + 2) == "]";
    let opens = at
        .checked_sub(1)
        .is_none_or(|before| reader.block(before) != reader.block(at));
    (bracketed && (reader.glued(at) || opens)).then_some(at + 3)
}

fn address(reader: Reader<'_>, at: usize, end: usize) -> Option<usize> {
    if reader.glued(at) {
        return None;
    }
    let last = run(reader, at, end);
    let has = |mark: &str| (at..last).any(|token| reader.folded(token) == mark);
    let scheme = (at..last).any(|token| {
        reader.folded(token) == ":"
            && reader.folded(token + 1) == "/"
            && reader.folded(token + 2) == "/"
    });
    (scheme || reader.knows(at, Marks::SITE) || has("@") || has("_")).then_some(last)
}

/// Letters and then digits: a word that could be a clitic, a unit or a number is none.
fn model(reader: Reader<'_>, at: usize, end: usize) -> Option<usize> {
    let word = reader.folded(at);
    if reader.is_clitic(at) {
        return None;
    }
    let hyphen = at + 2 < end
        && reader.glued(at + 1)
        && matches!(reader.folded(at + 1), "-" | "‑" | "–")
        && reader.glued(at + 2)
        && reader.is_digits(at + 2);
    let touching = at + 1 < end && reader.glued(at + 1) && reader.is_digits(at + 1);
    if !hyphen && !touching {
        return None;
    }
    let number = reader.numerals(at, Lead::First).any(super::is_number_word);
    if number || unit::before(reader, at, end).is_some() || is_calendar(reader, at) {
        return None;
    }
    if touching && reader.is_arabic(at) && (word.chars().count() > 2 || is_particle(reader, at)) {
        return None;
    }
    let mut next = at + if hyphen { 3 } else { 2 };
    while next < end
        && reader.glued(next)
        && (reader.is_letters(next) && !reader.is_arabic(next) || reader.is_digits(next))
    {
        next += 1;
    }
    while next + 1 < end
        && reader.glued(next)
        && reader.glued(next + 1)
        && matches!(reader.folded(next), "-" | "." | "/")
        && (reader.is_digits(next + 1) || reader.is_letters(next + 1))
    {
        next += 2;
    }
    Some(next)
}

/// A month or a word that leads to a date: January12, mid-1980s.
fn is_calendar(reader: Reader<'_>, at: usize) -> bool {
    let dated = |term| match term {
        Term::Month { .. } | Term::Link(DateLink::In) => Some(()),
        _ => None,
    };
    reader.is_latin(at) && reader.term(at, at + 1, dated).is_some()
}

/// A preposition typed onto digits: «عن504», «بينهم6».
fn is_particle(reader: Reader<'_>, at: usize) -> bool {
    reader.is_any_link(at, Link::Particle)
        || reader.is_any_link(at, Link::From)
        || reader.is_any_link(at, Link::To)
        || reader.is_any_link(at, Link::Between)
}

fn version(reader: Reader<'_>, at: usize, end: usize) -> Option<usize> {
    if reader.glued(at)
        && at
            .checked_sub(1)
            .is_some_and(|before| reader.folded(before) == ".")
    {
        return None;
    }
    let mut next = at + 1;
    let mut dots = 0;
    let mut thousands = true;
    while next + 1 < end
        && reader.folded(next) == "."
        && reader.glued(next)
        && reader.glued(next + 1)
        && reader.is_digits(next + 1)
    {
        thousands &= reader.folded(next + 1).len() == 3;
        dots += 1;
        next += 2;
    }
    (dots >= 3 && !thousands).then_some(next)
}

/// Runs of digits of the longest telephone number; a list of figures may have thousands.
const MOST_GROUPS: usize = 16;

fn phone(reader: Reader<'_>, at: usize, end: usize) -> Option<usize> {
    let plus = reader.folded(at) == "+" && reader.glued(at + 1);
    let first = at + usize::from(plus);
    if !reader.is_digits(first) || reader.glued(at) && !plus {
        return None;
    }
    let (mut next, mut groups, mut count) = (first + 1, 1, reader.folded(first).len());
    let mut hyphens = 0;
    while groups <= MOST_GROUPS {
        let gap = next < end && reader.is_digits(next) && reader.gap(next) == 1;
        let mark = next + 1 < end
            && matches!(reader.folded(next), "-" | "/" | ")" | "(")
            && reader.is_digits(next + 1)
            && reader.glued(next)
            && reader.gap(next + 1) <= 1;
        if gap {
            next += 1;
        } else if mark {
            hyphens += 1;
            next += 2;
        } else {
            break;
        }
        groups += 1;
        count += reader.folded(next - 1).len();
    }
    let zero = reader.folded(first).starts_with('0') && reader.folded(first).len() >= 9;
    let telephone = plus && groups > 1 && count >= 8
        || groups >= 3 && hyphens >= 2 && count >= 9
        || plus && count >= 10
        || zero && groups == 1 && !reader.glued(next);
    telephone.then_some(next)
}

/// `4G`, `0x1f`, `3D`: digits with letters that are no unit, ordinal or scale behind them.
fn lettered(reader: Reader<'_>, at: usize, end: usize) -> Option<usize> {
    let next = at + 1;
    let letters =
        next < end && reader.glued(next) && reader.is_letters(next) && !reader.is_arabic(next);
    if !letters
        || reader.glued(at)
            && at
                .checked_sub(1)
                .is_some_and(|before| reader.folded(before) == ".")
    {
        return None;
    }
    let last = run(reader, at, end);
    let mixed = reader.is_digits(next + 1) && reader.glued(next + 1);
    let word = reader.folded(next);
    let scale = reader
        .numerals(next, Lead::Bare)
        .any(|part| matches!(part, Numeral::Short(_) | Numeral::Scale { .. }));
    let known = unit::at_word(reader, next, end, Lead::Bare, next).is_some()
        || scale
        || matches!(
            word,
            "st" | "nd" | "rd" | "th" | "s" | "am" | "pm" | "x" | "bc" | "ad" | "ce" | "bce" | "yo"
        );
    let power = known && mixed && matches!(reader.folded(next + 1), "2" | "3");
    (!known || mixed && !power && word != "x").then_some(last.min(next + 2).max(next + 1))
}
