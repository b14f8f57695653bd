//! Fractions.
//!
//! ```text
//! fraction = [whole] digits / digits | [whole] ½
//!          | unit in unit                                          one in five (pupils)
//!          | half | «ثلثان» | (a | unit) [-] third | unit [-] parts      «ثلاثة أرباع», two-thirds
//! ```
//!
//! «نصف» and "quarter" are also parts by rank («ربع النهائي», first half): those are not shares. «خمس» is five and a fifth: a fifth where a
//! definite noun follows («خمس السكان»).

use crate::lang::lexicon::numeral::{Link, Numeral};
use crate::quantity::Reader;
use crate::quantity::number::Number;
use crate::quantity::reader::Lead;
use crate::quantity::unit;

/// "one in five pupils", "1 in 3 voters": so many of each so many, no "two in five days".
pub fn ratio(reader: Reader<'_>, at: usize, end: usize) -> Option<(Number, usize)> {
    let small = |at: usize| {
        let digits = reader.folded(at).parse::<u8>().ok();
        let mut words = reader.numerals(at, Lead::Bare);
        let word = words.find_map(|part| match part {
            Numeral::Unit(unit) => Some(unit),
            Numeral::Ten => Some(10),
            _ => None,
        });
        digits.filter(|_| reader.is_digits(at)).or(word)
    };
    if at + 3 >= end || reader.folded(at + 1) != "in" || !reader.is_letters(at + 3) {
        return None;
    }
    let timed = crate::quantity::unit::at_word(reader, at + 3, end, Lead::Bare, at + 3).is_some();
    let (part, of) = (small(at)?, small(at + 2)?);
    let share = !timed && !reader.glued(at + 3) && part > 0 && part < of;
    share
        .then(|| Number::fraction(i128::from(part), i128::from(of)))
        .flatten()
        .map(|value| (value, at + 3))
}

/// A share in words, one of which may carry clitics as `lead` says, and one past its last token.
fn words(reader: Reader<'_>, at: usize, end: usize, lead: Lead) -> Option<(Number, usize)> {
    if at >= end {
        return None;
    }
    for part in reader.numerals(at, lead) {
        match part {
            Numeral::Fraction(_) if is_text(reader, at, end) => return None,
            Numeral::Fraction(of) => return share(1, of, at + 1),
            Numeral::TwoParts(of) => return share(2, of, at + 1),
            Numeral::Unit(unit) => {
                let next = reader.past_hyphen(at + 1);
                let parts = reader
                    .numerals(next, Lead::Bare)
                    .find_map(|part| match part {
                        Numeral::Parts(of) => Some(of),
                        Numeral::Fraction(of) if unit == 1 && !reader.is_arabic(next) => Some(of),
                        _ => None,
                    });
                if let Some(of) = parts.filter(|_| next < end && unit > 0) {
                    return share(unit, of, next + 1);
                }
            }
            Numeral::Link(Link::Article) => {
                let fraction = reader
                    .numerals(at + 1, Lead::Bare)
                    .find_map(|part| match part {
                        Numeral::Fraction(of) => Some(of),
                        _ => None,
                    });
                if let Some(of) = fraction.filter(|_| at + 1 < end) {
                    return share(1, of, at + 2);
                }
            }
            _ => {}
        }
    }
    None
}

/// «نص» is a text and a half as it is spoken: a half before a unit or a scale, or where no word follows.
fn is_text(reader: Reader<'_>, at: usize, end: usize) -> bool {
    let next = at + 1;
    let half = matches!(reader.folded(at), "نص" | "ونص" | "بنص");
    let of_unit = || unit::at_word(reader, next, end, Lead::Bare, usize::MAX).is_some();
    half && reader.is_word(next, end)
        && !reader.is_scale(next)
        && !reader.folded(next).starts_with('و')
        && !of_unit()
}

fn share(numerator: u8, of: u8, end: usize) -> Option<(Number, usize)> {
    Some((
        Number::fraction(i128::from(numerator), i128::from(of))?,
        end,
    ))
}

/// A share that is a figure of its own.
pub fn alone(reader: Reader<'_>, at: usize, end: usize, lead: Lead) -> Option<(Number, usize)> {
    if let Some(share) = ratio(reader, at, end) {
        return Some(share);
    }
    let (value, next) = words(reader, at, end, lead)?;
    let before = at.checked_sub(1);
    let ranked = before.is_some_and(|before| reader.is_link(before, Link::Rank))
        || reader.is_link(next, Link::NoShare);
    let hyphen = reader.glued(next) && reader.folded(next) == "-";
    if ranked || hyphen && next < end {
        return None;
    }
    let english = !reader.is_arabic(next - 1);
    let single = next == at + 1;
    let unlike_half = value != Number::fraction(1, 2)?;
    let article = reader.is_link(at, Link::Article);
    if english
        && unlike_half
        && (single || article && !(reader.is_link(next, Link::Of) || next >= end))
    {
        return None;
    }
    let of_definite = is_share_of_next(reader, next);
    let also_unit = reader
        .numerals(at, lead)
        .any(|part| matches!(part, Numeral::Unit(_) | Numeral::Ten));
    let price = single && value == Number::fraction(1, 8)?;
    // «ثمن السلعة» is a price far oftener than an eighth.
    (!price && (!(single && also_unit) || of_definite)).then_some((value, next))
}

/// Whether a word with the article stands at a token, as behind «خمس السكان».
pub fn is_share_of_next(reader: Reader<'_>, at: usize) -> bool {
    let word = reader.folded(at);
    let known = reader
        .tokens
        .readings(at)
        .iter()
        .any(|reading| reading.proclitics.is_empty() && !reading.enclitic);
    reader.is_arabic(at) && word.starts_with("ال") && word.chars().count() > 3 && !known
}

/// «ونصف», "and a half", as the tail of a whole number.
pub fn behind(reader: Reader<'_>, at: usize, end: usize) -> Option<(Number, usize)> {
    if at >= end {
        return None;
    }
    let (next, lead) = reader.joined(at);
    let mut parts = reader.numerals(next, lead);
    if reader.is_arabic(next) && parts.any(|part| matches!(part, Numeral::Unit(_) | Numeral::Ten)) {
        let (_, after) = words(reader, next, end, lead)?;
        if after == next + 1 {
            return None;
        }
    }
    words(reader, next, end, lead).filter(|(_, next)| !reader.is_link(*next, Link::NoShare))
}

/// A share before the scale word that it is of: «نصف مليون», "half a million".
pub fn of_scale(reader: Reader<'_>, at: usize, end: usize, lead: Lead) -> Option<(Number, usize)> {
    let (value, mut next) = words(reader, at, end, lead)?;
    if reader.is_link(next, Link::Of) {
        next += 1;
    }
    if reader.is_link(next, Link::Article) {
        next += 1;
    }
    let scale = reader
        .numerals(next, Lead::Bare)
        .any(|part| matches!(part, Numeral::Scale { many: false, .. }));
    (next < end && scale).then_some((value, next))
}

/// `1/2`, `2 1/4`, `½`, `2½`, with the step that it shows.
pub fn mixed_digits(reader: Reader<'_>, at: usize, end: usize) -> Option<(Number, usize, Number)> {
    if let Some((value, next)) = simple(reader, at, end) {
        return Some((value, next, value));
    }
    if !reader.is_digits(at) {
        return None;
    }
    let behind = simple(reader, at + 1, end).filter(|_| reader.gap(at + 1) <= 2);
    let (part, next) = behind.filter(|(part, _)| *part < Number::ONE)?;
    let whole = Number::parse(reader.folded(at))?;
    Some((whole.checked_add(part)?, next, part))
}

fn simple(reader: Reader<'_>, at: usize, end: usize) -> Option<(Number, usize)> {
    if at >= end {
        return None;
    }
    if let Some((numerator, denominator)) = sign(reader.folded(at)) {
        return Some((Number::fraction(numerator, denominator)?, at + 1));
    }
    let slashed = at + 2 < end
        && reader.is_digits(at)
        && matches!(reader.folded(at + 1), "/" | "⁄")
        && reader.is_digits(at + 2)
        && reader.glued(at + 1) == reader.glued(at + 2);
    let longer = reader.glued(at + 3)
        && matches!(reader.folded(at + 3), "/" | "." | "-")
        && reader.is_digits(at + 4);
    let behind = reader.glued(at)
        && at
            .checked_sub(1)
            .is_some_and(|before| matches!(reader.folded(before), "/" | "."));
    if !slashed || longer && at + 4 < end || behind {
        return None;
    }
    let (numerator, denominator) = (reader.folded(at), reader.folded(at + 2));
    if numerator.len() > 4 || denominator.len() > 4 || numerator.starts_with('0') {
        return None;
    }
    let (numerator, denominator): (i128, i128) =
        (numerator.parse().ok()?, denominator.parse().ok()?);
    (numerator < denominator)
        .then(|| Number::fraction(numerator, denominator))
        .flatten()
        .map(|value| (value, at + 3))
}

/// The fractions that are one character.
pub(in crate::quantity) fn sign(mark: &str) -> Option<(i128, i128)> {
    Some(match mark {
        "½" => (1, 2),
        "⅓" => (1, 3),
        "⅔" => (2, 3),
        "¼" => (1, 4),
        "¾" => (3, 4),
        "⅕" => (1, 5),
        "⅖" => (2, 5),
        "⅗" => (3, 5),
        "⅘" => (4, 5),
        "⅙" => (1, 6),
        "⅚" => (5, 6),
        "⅛" => (1, 8),
        "⅜" => (3, 8),
        "⅝" => (5, 8),
        "⅞" => (7, 8),
        _ => return None,
    })
}

/// Whether a sign of money stands before the digits that end at a token.
pub fn is_money_before(reader: Reader<'_>, at: usize) -> bool {
    let mut first = at;
    while let Some(before) = first.checked_sub(1) {
        let part =
            reader.is_digits(before) || matches!(reader.folded(before), "." | "," | "٫" | "٬");
        if !part {
            let lead = reader.entries(before, Lead::Bare);
            return lead.into_iter().any(|word| {
                let units = &reader.lexicon.units;
                units
                    .before
                    .longest(0, 1, |_| std::iter::once(word))
                    .is_some()
            });
        }
        if at - first > 8 {
            return false;
        }
        first = before;
    }
    false
}
