//! One figure with its unit.
//!
//! ```text
//! term     = sign figure [unit] | figure unit [and part] [fraction] | dual-unit [fraction] | unit one
//!          | "(" digits ")" (scale | unit)              «(1.7) مليون», «(20) دولارا»
//! compound = term (join term-of-a-smaller-unit)*          «3 ساعات و20 دقيقة», 5 feet 2 inches, «20 دولارا و43 سنتا»
//! ```

use crate::lang::lexicon::numeral::{Link, Numeral};
use crate::lang::lexicon::unit::{Naming, UnitId};
use crate::quantity::number::Number;
use crate::quantity::reader::Lead;
use crate::quantity::unit::{self, Named};
use crate::quantity::value::Part;
use crate::quantity::words::Figure;
use crate::quantity::{Reader, Writing, duration, fraction, money, words};

/// A figure with its unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The number; for a dual the noun.
    pub figure: Figure,
    /// What it measures in.
    pub unit: Option<UnitId>,
    /// Its first token.
    pub start: usize,
    /// One past its last token.
    pub end: usize,
    /// The parts of a compound.
    pub parts: Vec<Part>,
}

/// Reads a term at a token, the compound as one.
pub fn read(reader: Reader<'_>, at: usize, end: usize) -> Option<Term> {
    let mut term = single(reader, at, end)?;
    if term.unit.is_none() {
        return Some(term);
    }
    term = with_fraction(reader, term, end);
    let mut units = vec![];
    while let Some(next) = next_part(reader, &term, end) {
        let joined = money::join(reader, &term, &next)
            .or_else(|| duration::join(reader, &term, &next, &mut units));
        match joined {
            Some(joined) => term = joined,
            None => break,
        }
    }
    duration::minutes_behind(reader, &mut term, end);
    Some(duration::less(reader, &term, end).unwrap_or(term))
}

/// The figure with its unit, without further parts.
fn single(reader: Reader<'_>, at: usize, end: usize) -> Option<Term> {
    if let Some(term) = with_sign(reader, at, end) {
        return Some(term);
    }
    let at = reader.past_clitics(at, end);
    if let Some(figure) = number(reader, at, end) {
        return Some(with_unit(reader, figure, end));
    }
    share_of_unit(reader, at, end)
        .or_else(|| dual(reader, at, end))
        .or_else(|| bare(reader, at, end))
}

/// "tenth of a gallon", "quarter of an hour": a share without its article, of a unit.
fn share_of_unit(reader: Reader<'_>, at: usize, end: usize) -> Option<Term> {
    let of = reader
        .numerals(at, Lead::Bare)
        .find_map(|part| match part {
            Numeral::Fraction(of) if of > 2 => Some(of),
            _ => None,
        })?;
    let ranked = at.checked_sub(1).is_some_and(|before| {
        reader.is_link(before, Link::Rank) || matches!(reader.folded(before), "the" | "-")
    });
    if ranked || reader.is_arabic(at) || !reader.is_link(at + 1, Link::Of) {
        return None;
    }
    let article = reader.is_link(at + 2, Link::Article);
    let first = at + 2 + usize::from(article);
    let named = unit::at_word(reader, first, end, Lead::Bare, first)?;
    let dimension = unit::get(reader, named.unit).dimension;
    let measures =
        named.naming == Naming::Noun && (article || matches!(dimension, "mass" | "volume"));
    let mut share = counted(named, at, named.end, 1);
    share.figure.value = Number::fraction(1, i128::from(of))?;
    share.figure.grain = share.figure.value;
    share.figure.end = at + 1;
    share.figure.writing = Writing::Words;
    measures.then_some(share)
}

/// A number with its sign: «-5», «سالب خمسة», +3.
pub fn number(reader: Reader<'_>, at: usize, end: usize) -> Option<Figure> {
    let sign = reader.folded(at);
    let minus = matches!(sign, "-" | "−" | "–");
    let apart = !reader.glued(at)
        || at
            .checked_sub(1)
            .is_some_and(|before| matches!(reader.folded(before), "(" | "$" | "~"));
    let whole = at == 0 || !reader.is_letters(at - 1) && !reader.is_digits(at - 1);
    if (minus || sign == "+")
        && apart
        && at + 1 < end
        && (reader.glued(at + 1) || whole && reader.gap(at + 1) == 1 && fills(reader, at, end))
    {
        let figure = words::read(reader, at + 1, end)?;
        let value = if minus { -figure.value } else { figure.value };
        return Some(Figure {
            value,
            start: at,
            ..figure
        });
    }
    if let Some(figure) = bracketed(reader, at, end) {
        return Some(figure);
    }
    let figure = words::read(reader, at, end)?;
    Some(with_twin(reader, figure, end))
}

/// Digits in brackets or quotation marks of which the words behind speak: «(1.7) مليون», «(20) دولارا», “«29» مليار”.
fn bracketed(reader: Reader<'_>, at: usize, end: usize) -> Option<Figure> {
    let close = match reader.folded(at) {
        "(" => ")",
        "«" => "»",
        "“" => "”",
        "\"" => "\"",
        _ => return None,
    };
    let inside = reader.is_digits(at + 1);
    let before = at
        .checked_sub(1)
        .filter(|before| reader.is_letters(*before))?;
    if !inside || reader.is_link(before, Link::Label) {
        return None;
    }
    let figure = words::read(reader, at + 1, end)?;
    let next = figure.end + 1;
    if reader.folded(figure.end) != close || next >= end || !reader.is_arabic(next) {
        return None;
    }
    let whole = Figure {
        start: at,
        end: next,
        ..figure
    };
    if let Some(scaled) = scaled(reader, &whole, end) {
        return Some(scaled);
    }
    let unit = unit::at_word(reader, next, end, Lead::Bare, next).filter(|_| close == ")");
    let named = unit.is_some_and(|unit| !matches!(unit.naming, Naming::Symbol | Naming::Code));
    named.then_some(whole)
}

/// The scale word behind a figure in brackets, and what it may be joined to.
fn scaled(reader: Reader<'_>, figure: &Figure, end: usize) -> Option<Figure> {
    let mut parts = reader.numerals(figure.end, Lead::Bare);
    let scale = parts.find_map(|part| match part {
        Numeral::Scale { value, .. } => Some(Number::whole(value)),
        _ => None,
    })?;
    let behind = words::read(reader, figure.end, end)?;
    let rest = behind.value.checked_add(-scale)?;
    Some(Figure {
        value: figure.value.checked_mul(scale)?.checked_add(rest)?,
        end: behind.end,
        scale: behind.scale,
        grain: figure.grain.checked_mul(scale)?,
        alternative: figure
            .alternative
            .and_then(|other| other.checked_mul(scale)),
        ..*figure
    })
}

/// Whether a sign and a number are all that stands in the sentence.
fn fills(reader: Reader<'_>, at: usize, end: usize) -> bool {
    let first = reader
        .tokens
        .sentences
        .get(reader.tokens.sentence_of(at))
        .map(|sentence| sentence.tokens.start);
    first == Some(at)
        && words::read(reader, at + 1, end).is_some_and(|figure| figure.end + 1 >= end)
}

/// The same number again in brackets is one mention: «خمسة (5)».
fn with_twin(reader: Reader<'_>, figure: Figure, end: usize) -> Figure {
    let at = figure.end;
    if at + 2 < end
        && reader.folded(at) == "("
        && (reader.is_digits(at + 1) || figure.writing == Writing::Digits)
    {
        let twin = words::read(reader, at + 1, end)
            .filter(|twin| twin.value == figure.value && twin.writing != figure.writing);
        if let Some(twin) = twin.filter(|twin| reader.folded(twin.end) == ")") {
            return Figure {
                end: twin.end + 1,
                ..figure
            };
        }
    }
    let bracketed = at < end
        && reader.folded(at) == ")"
        && figure.start > 0
        && reader.folded(figure.start - 1) == "(";
    if bracketed && figure.writing == Writing::Digits {
        let twin = words::read(reader, at + 1, end)
            .filter(|twin| twin.value == figure.value && twin.writing == Writing::Words);
        if let Some(twin) = twin {
            return Figure {
                end: twin.end,
                scale: twin.scale,
                ..figure
            };
        }
    }
    figure
}

/// `$5`, `EUR 20`, `%51.7`.
fn with_sign(reader: Reader<'_>, at: usize, end: usize) -> Option<Term> {
    let minus = matches!(reader.folded(at), "-" | "−") && !reader.glued(at) && reader.glued(at + 1);
    let first = at + usize::from(minus);
    let named = unit::before(reader, first, end)?;
    let mut figure = number(reader, named.end, end)?;
    let money = unit::get(reader, named.unit).dimension == "money";
    if figure.writing == Writing::Words && !money {
        return None;
    }
    if minus {
        figure.value = -figure.value;
    }
    let mut term = Term {
        start: at,
        end: figure.end,
        unit: Some(named.unit),
        figure,
        parts: Vec::new(),
    };
    let again =
        unit::behind(reader, term.end, end).filter(|again| money && again.naming != Naming::Symbol);
    if let Some(again) = again.filter(|again| is_same_money(reader, named, *again)) {
        term.unit = Some(again.unit);
        term.end = again.end;
    }
    Some(term)
}

/// "$5 Canadian dollars": the sign and the name are one currency, the name the more exact.
fn is_same_money(reader: Reader<'_>, sign: Named, name: Named) -> bool {
    let generic = unit::get(reader, name.unit).generic;
    name.unit == sign.unit || generic == Some(sign.unit)
}

fn with_unit(reader: Reader<'_>, figure: Figure, end: usize) -> Term {
    let mut term = Term {
        start: figure.start,
        end: figure.end,
        unit: None,
        figure,
        parts: Vec::new(),
    };
    let measured = past_tolerance(reader, figure.end, end);
    let Some(named) = unit::behind(reader, measured, end) else {
        return of_unit(reader, term, end);
    };
    term.unit = Some(named.unit);
    term.end = named.end;
    scale_behind_code(reader, &mut term, named);
    if unit::get(reader, named.unit).dimension == "temperature"
        && let Some(after) = unit::is_below_zero(reader, term.end, end)
    {
        term.figure.value = -term.figure.value;
        term.end = after;
    }
    term
}

/// "2,000.45±0.01 pounds": one past the tolerance between a figure and its unit.
fn past_tolerance(reader: Reader<'_>, at: usize, end: usize) -> usize {
    let length = match (
        reader.folded(at),
        reader.folded(at + 1),
        reader.folded(at + 2),
    ) {
        ("±", _, _) => 1,
        ("+", "/", "-" | "−") => 3,
        _ => return at,
    };
    let figure = words::read(reader, at + length, end);
    figure.map_or(at, |figure| figure.end)
}

/// "75 USD million": the scale word behind a currency's code.
fn scale_behind_code(reader: Reader<'_>, term: &mut Term, named: Named) {
    let code = matches!(named.naming, Naming::Code | Naming::Symbol);
    let money = unit::get(reader, named.unit).dimension == "money";
    if !(code && money) || term.figure.scale > Number::ONE || reader.is_arabic(term.end) {
        return;
    }
    let scale = reader
        .numerals(term.end, Lead::Bare)
        .find_map(|part| match part {
            Numeral::Scale { value, many: false } if value >= 1000 => Some(Number::whole(value)),
            _ => None,
        });
    if let Some(scale) = scale
        && let Some(value) = term.figure.value.checked_mul(scale)
    {
        term.figure.value = value;
        term.figure.grain = term.figure.grain * scale;
        term.figure.scale = scale;
        term.end += 1;
    }
}

/// "half of an hour", "half an hour", «نصف الساعة»: a share of one unit.
fn of_unit(reader: Reader<'_>, mut term: Term, end: usize) -> Term {
    let share = term.figure.value <= Number::ONE;
    let mut at = term.end;
    if reader.is_link(at, Link::Of) && !reader.is_arabic(at) {
        at += 1;
    }
    if reader.is_link(at, Link::Article) {
        at += 1;
    }
    if share && at > term.end && term.figure.value < Number::ONE {
        let named = unit::at_word(reader, at, end, Lead::Bare, term.end);
        if let Some(named) = named.filter(|named| named.naming == Naming::Noun) {
            term.unit = Some(named.unit);
            term.end = named.end;
        }
    }
    term
}

/// «يومان», «دولارين».
fn dual(reader: Reader<'_>, at: usize, end: usize) -> Option<Term> {
    let named = unit::at_word(reader, at, end, Lead::First, usize::MAX)?;
    if named.naming != Naming::Dual {
        return None;
    }
    let both = named.end < end && reader.is_link(named.end, Link::Both);
    let mut two = counted(named, at, named.end + usize::from(both), 2);
    if unit::get(reader, named.unit).dimension == "temperature"
        && let Some(after) = unit::is_below_zero(reader, two.end, end)
    {
        two.figure.value = -two.figure.value;
        two.end = after;
    }
    Some(two)
}

/// "a kilogram of rice", but not "$3 a gallon", which is a price.
fn is_measured(reader: Reader<'_>, at: usize, named: Named) -> bool {
    let weight = matches!(unit::get(reader, named.unit).dimension, "mass" | "volume");
    let priced = at.checked_sub(1).is_some_and(|before| {
        reader.is_digits(before)
            || reader.is_scale(before)
            || unit::at_word(reader, before, at, Lead::Bare, before).is_some()
    });
    weight && matches!(named.naming, Naming::Noun | Naming::Symbol) && !priced
}

/// A unit that is one of it: «لمدة ساعة», «يوم واحد», "for an hour", "an hour and a half".
fn bare(reader: Reader<'_>, at: usize, end: usize) -> Option<Term> {
    let article = reader.is_link(at, Link::Article);
    let first = at + usize::from(article);
    let named = unit::at_word(
        reader,
        first,
        end,
        if article { Lead::Bare } else { Lead::First },
        if article { first } else { usize::MAX },
    )?;
    let dimension = unit::get(reader, named.unit).dimension;
    let arabic = reader.is_arabic(first);
    if article && !arabic && is_measured(reader, at, named) {
        return Some(counted(named, at, named.end, 1));
    }
    if named.naming != Naming::Noun
        || !(arabic || article)
        || !matches!(
            dimension,
            "time" | "length" | "mass" | "money" | "area" | "volume"
        )
    {
        return None;
    }
    let definite = arabic && reader.folded(first).starts_with("ال");
    if !definite && arabic && reader.is_link(named.end, Link::One) {
        return Some(counted(named, at, named.end + 1, 1));
    }
    if definite {
        return None;
    }
    let one = counted(named, at, named.end, 1);
    let tail = fraction::behind(reader, named.end, end).is_some_and(|(_, next)| {
        !fraction::is_share_of_next(reader, next) || next == named.end + 1
    });
    if tail && dimension != "money" || arabic && duration::less(reader, &one, end).is_some() {
        return Some(one);
    }
    // "a dollar and 42 cents".
    if dimension == "money" && !arabic {
        let part = next_part(reader, &one, end)?;
        return money::join(reader, &one, &part).map(|_| one);
    }
    if dimension != "time" {
        return None;
    }
    let numbered =
        |next: &Term| next.figure.writing != Writing::Noun || next.figure.value > Number::ONE;
    if next_part(reader, &one, end).is_some_and(|next| {
        (numbered(&next) || arabic && stands_free(reader, next.end, end))
            && duration::join(reader, &one, &next, &mut Vec::new()).is_some()
    }) {
        return Some(one);
    }
    if reader.is_link(named.end, Link::Whole) && arabic {
        return Some(counted(named, at, named.end + 1, 1));
    }
    let before = at
        .checked_sub(1)
        .is_some_and(|before| reader.is_any_link(before, Link::Measured));
    let follows =
        reader.is_digits(named.end) || fraction::is_share_of_next(reader, named.end) && arabic;
    (before && !follows).then_some(one)
}

/// Whether nothing behind a word makes it the first of two nouns: «عام وشهر», but not «يوم وساعة الاجتماع».
fn stands_free(reader: Reader<'_>, next: usize, end: usize) -> bool {
    let word = if next < end { reader.folded(next) } else { "" };
    !reader.is_arabic(next) || !word.starts_with("ال") && !reader.is_digits(next)
}

/// A noun that says its own number.
fn counted(named: Named, start: usize, end: usize, count: i128) -> Term {
    Term {
        figure: Figure {
            value: Number::whole(count),
            start,
            end,
            scale: Number::ONE,
            grain: Number::ONE,
            writing: Writing::Noun,
            alternative: None,
        },
        unit: Some(named.unit),
        start,
        end,
        parts: Vec::new(),
    }
}

/// «ساعة ونصف الساعة», «3 سنوات ونصف», "an hour and a half", «مليون دولار ونصف المليون».
fn with_fraction(reader: Reader<'_>, mut term: Term, end: usize) -> Term {
    let Some(unit) = term.unit else { return term };
    let Some((part, mut next)) = fraction::behind(reader, term.end, end) else {
        return term;
    };
    let whole = term.figure.value.is_whole() && reader.joined(term.end) != (term.end, Lead::Bare);
    let mut of = Number::ONE;
    if term.figure.scale >= Number::whole(1000) && reader.is_scale(next) {
        (of, next) = (term.figure.scale, next + 1);
    } else {
        let named = unit::at_word(reader, next, end, Lead::Bare, usize::MAX);
        match named {
            Some(named) if named.unit == unit => next = named.end,
            Some(_) => return term,
            None if fraction::is_share_of_next(reader, next) => return term,
            None => {}
        }
    }
    let sum = part
        .checked_mul(of)
        .and_then(|part| term.figure.value.checked_add(part));
    if let Some(value) = sum.filter(|_| whole) {
        term.figure.value = value;
        term.figure.grain = part * of;
        term.end = next;
    }
    term
}

/// The next part of a compound: a figure with a unit, or in Arabic a unit alone.
fn next_part(reader: Reader<'_>, term: &Term, end: usize) -> Option<Term> {
    let unit = unit::get(reader, term.unit?);
    if !matches!(unit.dimension, "time" | "money" | "length" | "mass") || term.end >= end {
        return None;
    }
    let comma = matches!(reader.folded(term.end), "," | "،");
    let (at, lead) = reader.joined(term.end + usize::from(comma));
    let digits_or_words =
        |at| words::read(reader, at, end).map(|figure| with_unit(reader, figure, end));
    let free = lead == Lead::Bare || reader.is_digits(at) || !reader.is_arabic(at);
    let joined = reader.entries(at, Lead::Joined).next().is_some();
    if free || joined {
        let next = digits_or_words(at).filter(|next| next.unit.is_some());
        if next.is_some() {
            return next;
        }
    }
    let named = unit::at_word(reader, at, end, lead, usize::MAX)?;
    let count = match named.naming {
        Naming::Dual => 2,
        Naming::Noun if reader.is_arabic(at) => 1,
        _ => return None,
    };
    Some(counted(named, at, named.end, count))
}
