//! The unit behind or before a figure.
//!
//! ```text
//! behind = [-] [filler] ([country] name | name [country] | symbol | code) [power] [per]
//! power  = ² | 2 | مربع | مكعب | square (before the name)
//! per    = (/ | per | an | في) time                                        كيلومتر في الساعة, km/h
//! before = sign | code | name                                              $5, EUR 20
//! ```

use crate::lang::lexicon::marks::Marks;
use crate::lang::lexicon::numeral::Link;
use crate::lang::lexicon::unit::{CountryId, Naming, Unit, UnitId};
use crate::quantity::Reader;
use crate::quantity::reader::Lead;
use crate::quantity::value::Kind;

/// A unit as it stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// Which.
    pub unit: UnitId,
    /// By what.
    pub naming: Naming,
    /// One past its last token.
    pub end: usize,
}

/// The unit of a handle.
pub fn get(reader: Reader<'_>, unit: UnitId) -> &Unit {
    reader.lexicon.units.get(unit)
}

/// The kind of claim that an amount of a unit is.
pub fn kind(reader: Reader<'_>, unit: UnitId) -> Kind {
    match get(reader, unit).dimension {
        "money" => Kind::Money,
        "ratio" => Kind::Percent,
        "time" => Kind::Duration,
        _ => Kind::Measure,
    }
}

/// The unit behind a figure that ends at `at`.
pub fn behind(reader: Reader<'_>, at: usize, end: usize) -> Option<Named> {
    let mut next = at;
    if reader.glued(at)
        && reader.glued(at + 1)
        && matches!(reader.folded(at), "-" | "‐" | "‑" | "–")
        && reader.is_letters(at + 1)
    {
        next += 1;
    }
    if let Some(found) = at_word(reader, next, end, Lead::Bare, at) {
        return Some(found);
    }
    if let Some(found) = bracketed(reader, at, end) {
        return Some(found);
    }
    if reader.is_link(at, Link::Filler) {
        let found = at_word(reader, at + 1, end, Lead::Bare, at)?;
        let time = get(reader, found.unit).dimension == "time";
        return (time && found.naming != Naming::Symbol).then_some(found);
    }
    None
}

/// "20 [kg]": a symbol in brackets.
fn bracketed(reader: Reader<'_>, at: usize, end: usize) -> Option<Named> {
    let closing = match reader.folded(at) {
        "[" => "]",
        "{" => "}",
        "(" => ")",
        _ => return None,
    };
    let found = at_word(reader, at + 1, end, Lead::Bare, at + 1)?;
    let symbol = matches!(found.naming, Naming::Symbol | Naming::Code);
    let closed = found.end < end && reader.folded(found.end) == closing;
    (symbol && closed).then_some(Named {
        end: found.end + 1,
        ..found
    })
}

/// The unit whose name starts at a token.
pub fn at_word(
    reader: Reader<'_>,
    at: usize,
    end: usize,
    lead: Lead,
    figure_end: usize,
) -> Option<Named> {
    if at >= end || !reader.knows(at, Marks::UNIT | Marks::COUNTRY) {
        return None;
    }
    let units = &reader.lexicon.units;
    if !reader.is_arabic(at)
        && let Some((country, next)) = country(reader, at, end)
    {
        let named = name(reader, next, end, Lead::Bare, figure_end);
        if let Some((unit, named)) =
            named.and_then(|named| Some((units.of_country(named.unit, country)?, named)))
        {
            return Some(Named { unit, ..named });
        }
    }
    let named = name(reader, at, end, lead, figure_end)?;
    if let Some((country, next)) = country(reader, named.end, end)
        && let Some(unit) = units.of_country(named.unit, country)
    {
        return Some(Named {
            unit,
            end: next,
            ..named
        });
    }
    Some(per(reader, power(reader, named, end), end))
}

/// The country whose adjective starts at a token, and one past it.
fn country(reader: Reader<'_>, at: usize, end: usize) -> Option<(CountryId, usize)> {
    if !reader.knows(at, Marks::COUNTRY) {
        return None;
    }
    let countries = &reader.lexicon.units.countries;
    let (found, length) = countries.longest(at, end, |word| reader.entries(word, Lead::Bare))?;
    Some((*found.first()?, at + length))
}

/// The name alone.
fn name(reader: Reader<'_>, at: usize, end: usize, lead: Lead, figure_end: usize) -> Option<Named> {
    let (found, length) = reader.lexicon.units.names.longest(at, end, |word| {
        reader.entries(word, if word == at { lead } else { Lead::Bare })
    })?;
    let mut fitting = found
        .iter()
        .filter(|(unit, naming)| fits(reader, *unit, *naming, at, at + length, figure_end));
    let first = fitting.next()?;
    let mut best = *first;
    for other in fitting {
        if better(reader, *other, best, at + length) {
            best = *other;
        }
    }
    Some(Named {
        unit: best.0,
        naming: best.1,
        end: at + length,
    })
}

/// Whether a name can stand here: a code wants its capital, a letter that is a word elsewhere wants to touch its digits.
fn fits(
    reader: Reader<'_>,
    unit: UnitId,
    naming: Naming,
    at: usize,
    next: usize,
    figure_end: usize,
) -> bool {
    let word = reader.folded(at);
    let single = next == at + 1;
    let touching = at == figure_end && reader.glued(at);
    match naming {
        Naming::Code => {
            reader.is_capital(at)
                && at == figure_end
                && !(reader.is_digits(next) && reader.glued(next))
        }
        // "3 USD50 cards": the code belongs to the digits behind it.
        Naming::Symbol
            if reader.is_letters(at)
                && reader.is_digits(next)
                && reader.glued(next)
                && get(reader, unit).dimension == "money" =>
        {
            false
        }
        // "52m euros": the m before a currency is a million.
        Naming::Symbol if word == "m" && is_money_behind(reader, next) => false,
        Naming::Symbol if single && word.chars().count() == 1 && reader.is_letters(at) => {
            let digits = figure_end
                .checked_sub(1)
                .is_some_and(|last| reader.is_digits(last));
            let apart = match word {
                "f" => touching && !is_model(reader, figure_end),
                "k" => touching && is_kelvin(reader, figure_end),
                "s" => !is_decade(reader, at, figure_end),
                "c" | "p" | "e" | "v" | "w" | "t" | "ل" | "د" | "س" => touching,
                "م" => {
                    touching
                        || figure_end
                            .checked_sub(1)
                            .is_some_and(|last| reader.folded(last).len() < 4)
                }
                _ => true,
            };
            digits
                && apart
                && at == figure_end
                && !(reader.glued(next) && reader.folded(next) == "'")
        }
        // "659 MPs" sit, they do not move.
        Naming::Symbol if word == "mps" && reader.is_capital(at) => false,
        Naming::Symbol if single && word == "in" => {
            at == figure_end && (is_last(reader, next) || is_foot_before(reader, figure_end))
        }
        Naming::Symbol => {
            at == figure_end || at == figure_end.saturating_add(1) && reader.glued(at)
        }
        _ => {
            let short =
                single && matches!(word, "second" | "seconds") && reader.is_link(next, Link::Rank);
            !short
        }
    }
}

/// "a Boeing 777F": the letter belongs to the name of a model.
fn is_model(reader: Reader<'_>, figure_end: usize) -> bool {
    figure_end.checked_sub(2).is_some_and(|before| {
        let sentence = reader
            .tokens
            .sentences
            .get(reader.tokens.sentence_of(before));
        let opens = sentence.is_some_and(|sentence| sentence.tokens.start == before);
        reader.is_letters(before) && reader.is_capital(before) && !opens
    })
}

/// "572 °F, 573.15K": a sign of degrees stands shortly before.
pub fn is_kelvin(reader: Reader<'_>, figure_end: usize) -> bool {
    (figure_end.saturating_sub(10)..figure_end).any(|before| reader.folded(before) == "°")
}

/// "in his 60s", "the 60s": no seconds.
fn is_decade(reader: Reader<'_>, at: usize, figure_end: usize) -> bool {
    let digits = figure_end.saturating_sub(1);
    let before = digits
        .checked_sub(1)
        .map_or("", |before| reader.folded(before));
    let told = matches!(
        before,
        "the"
            | "his"
            | "her"
            | "their"
            | "my"
            | "our"
            | "your"
            | "early"
            | "mid"
            | "late"
            | "'"
            | "’"
    );
    told && reader.glued(at) && reader.folded(digits).ends_with('0')
}

/// "12 ft 2 in": feet before the figure that ends at a token.
fn is_foot_before(reader: Reader<'_>, figure_end: usize) -> bool {
    let before = figure_end
        .checked_sub(2)
        .map(|before| reader.folded(before));
    matches!(before, Some("ft" | "feet" | "foot"))
}

/// Whether a currency follows, within two words.
pub(super) fn is_money_behind(reader: Reader<'_>, at: usize) -> bool {
    let units = &reader.lexicon.units;
    let found = units
        .names
        .longest(at, at + 2, |word| reader.entries(word, Lead::Bare));
    found.is_some_and(|(found, _)| {
        let money = |unit: &UnitId| get(reader, *unit).dimension == "money";
        found.iter().any(|(unit, _)| money(unit))
    })
}

/// Whether no word or figure follows: "5 in." is a length, "5 in town" is not.
fn is_last(reader: Reader<'_>, at: usize) -> bool {
    reader.kind(at).is_none() || matches!(reader.folded(at), "." | "," | ")" | ";")
}

/// Which of two units that a word names is meant.
fn better(reader: Reader<'_>, one: (UnitId, Naming), two: (UnitId, Naming), next: usize) -> bool {
    let dimension = |unit| get(reader, unit).dimension;
    // «35 سنتا» are cents: a construct dual stands behind no figure and before no full stop.
    if (one.1 == Naming::Dual) != (two.1 == Naming::Dual) {
        return two.1 == Naming::Dual;
    }
    match (dimension(one.0), dimension(two.0)) {
        ("mass", "money") => is_mass_behind(reader, next),
        ("money", "mass") => !is_mass_behind(reader, next),
        ("speed", _) => false,
        (_, "speed") | ("money", "temperature") => true,
        _ => false,
    }
}

/// "two pounds of meat" are weighed, "20 pounds" are paid, unless the sentence weighs.
fn is_mass_behind(reader: Reader<'_>, at: usize) -> bool {
    reader.is_link(at, Link::Of)
        || reader.is_link(at, Link::Weighed)
        || (at.saturating_sub(12)..at).any(|before| reader.is_link(before, Link::Weighed))
}

/// «مربع», ², or a 2 that touches the unit.
fn power(reader: Reader<'_>, named: Named, end: usize) -> Named {
    let at = named.end;
    let unit = get(reader, named.unit);
    if at >= end || unit.dimension != "length" {
        return named;
    }
    let digit = |digit: &str| reader.glued(at) && reader.folded(at) == digit;
    let (prefix, dimension) = if reader.is_link(at, Link::Square) || digit("2") {
        ("square", "area")
    } else if reader.is_link(at, Link::Cubic) || digit("3") {
        ("cubic", "volume")
    } else {
        return named;
    };
    let id = format!("{prefix}-{}", unit.id);
    match reader.lexicon.units.measuring(&id, dimension) {
        Some(unit) => Named {
            unit,
            end: at + 1,
            ..named
        },
        None => named,
    }
}

/// «في الساعة», `/h`.
fn per(reader: Reader<'_>, named: Named, end: usize) -> Named {
    let unit = get(reader, named.unit);
    if unit.dimension != "length" || named.end >= end {
        return named;
    }
    let at = if reader.is_link(named.end, Link::Per) || reader.folded(named.end) == "/" {
        named.end + 1
    } else {
        named.end
    };
    let at = if at > named.end && reader.is_link(at, Link::Per) {
        at + 1
    } else {
        at
    };
    let lead = if reader.is_arabic(at) {
        Lead::First
    } else {
        Lead::Bare
    };
    let slash = at > named.end;
    let by = reader
        .tokens
        .readings(at)
        .iter()
        .any(|reading| !reading.proclitics.is_empty());
    if !(slash || by) || at >= end {
        return named;
    }
    let found = reader
        .lexicon
        .units
        .names
        .longest(at, at + 1, |word| reader.entries(word, lead));
    for (time, _) in found.map_or(&[][..], |(found, _)| found) {
        let id = format!("{}-per-{}", unit.id, get(reader, *time).id);
        if let Some(speed) = reader.lexicon.units.measuring(&id, "speed") {
            return Named {
                unit: speed,
                end: at + 1,
                ..named
            };
        }
    }
    named
}

/// Whether «تحت الصفر» stands at a token, and one past it.
pub fn is_below_zero(reader: Reader<'_>, at: usize, end: usize) -> Option<usize> {
    let below = at + 1 < end
        && reader.is_link(at, Link::BelowZero)
        && matches!(reader.folded(at + 1), "الصفر" | "صفر" | "zero");
    below.then_some(at + 2)
}

/// The unit before a figure, and where the figure begins.
pub fn before(reader: Reader<'_>, at: usize, end: usize) -> Option<Named> {
    if !reader.knows(at, Marks::SIGN) {
        return None;
    }
    let (found, length) = reader
        .lexicon
        .units
        .before
        .longest(at, end, |word| reader.entries(word, Lead::Bare))?;
    // "A$5" is Australian; "a $5 fine" is not. "malaysian ringgits 42" is named in full.
    let named = (at..at + length).all(|word| reader.is_letters(word));
    let signed = length == 1
        || named
        || !reader.is_letters(at)
        || reader.is_capital(at) && reader.glued(at + 1);
    let (unit, naming) = found.iter().find(|(_, naming)| {
        if *naming == Naming::Code {
            reader.is_capital(at)
        } else {
            signed
        }
    })?;
    let next = at + length;
    let word = reader.is_letters(next - 1);
    let figure = reader.is_digits(next)
        || reader.is_digits(next + 1)
        || !reader.is_letters(at) && reader.is_letters(next);
    let percent = get(reader, *unit).dimension == "ratio";
    let touching = reader.glued(next) || !percent;
    let behind_digits = reader.glued(at)
        && at
            .checked_sub(1)
            .is_some_and(|before| reader.is_digits(before));
    if !figure
        || !touching
        || behind_digits
        || word
            && reader.glued(at)
            && !reader
                .folded(at.saturating_sub(1))
                .starts_with(['(', '"', '«', '-'])
    {
        return None;
    }
    Some(Named {
        unit: *unit,
        naming: *naming,
        end: next,
    })
}
