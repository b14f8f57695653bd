//! Assertions without a rank: last, only, highest, «للمرة الأولى».
//!
//! ```text
//! assertion = phrase            «آخر» and the superlatives only before the noun that they single out: آخر جولة, أعلى مستوى
//! joined    = "و" phrase        behind an ordinal: الرابعة والأخيرة
//! ```

use crate::lang::arabic::Proclitics;
use crate::lang::lexicon::marks::Marks;
use crate::lang::lexicon::named::NamedHit;
use crate::lang::lexicon::ordinal::Superlative;
use crate::quantity::value::{Assertion, Kind, Value};
use crate::quantity::{Quantity, Reader, Writing};

fn meaning(superlative: Superlative) -> Assertion {
    match superlative {
        Superlative::First => Assertion::First,
        Superlative::Last => Assertion::Last,
        Superlative::Only => Assertion::Only,
        Superlative::Highest => Assertion::Highest,
        Superlative::Lowest => Assertion::Lowest,
        Superlative::Largest => Assertion::Largest,
        Superlative::Smallest => Assertion::Smallest,
        Superlative::Latest => Assertion::Latest,
        Superlative::Oldest => Assertion::Oldest,
        Superlative::Youngest => Assertion::Youngest,
    }
}

fn phrase(reader: Reader<'_>, at: usize, end: usize) -> Option<NamedHit<Assertion>> {
    if !reader.knows(at, Marks::ASSERTION) {
        return None;
    }
    let word = |index: usize| {
        if at + index < end {
            reader.tokens.readings(at + index)
        } else {
            &[]
        }
    };
    reader
        .lexicon
        .ordinals
        .assertions
        .longest(word, |superlative| Some(meaning(superlative)))
}

/// «والأخيرة», "and last" at a token, and the token behind it.
pub(in crate::quantity) fn joined(
    reader: Reader<'_>,
    at: usize,
    end: usize,
) -> Option<(Assertion, usize)> {
    let apart = at < end && matches!(reader.tokens.folded(at), "و" | "and");
    let hit = phrase(reader, at + usize::from(apart), end)?;
    let first = reader.tokens.folded(at);
    let written = hit.proclitics.contains(Proclitics::WA | Proclitics::AL);
    (apart && (reader.is_latin(at) || hit.proclitics.contains(Proclitics::AL))
        || written && first.starts_with('و'))
    .then_some((hit.entry, at + usize::from(apart) + hit.length))
}

/// The form.
pub(in crate::quantity) fn read(reader: Reader<'_>, at: usize, end: usize) -> Option<Quantity> {
    let hit = phrase(reader, at, end)?;
    let next = at + hit.length;
    let good = if reader.is_latin(at) {
        is_english(reader, at, next, end)
    } else {
        hit.length > 1 || is_arabic(reader, hit, at, next, end)
    };
    if !good {
        return None;
    }
    let mut quantity = reader.said(Kind::Assertion, at..next, Value::None);
    quantity.assertion = Some(hit.entry);
    quantity.writing = Writing::Words;
    Some(quantity)
}

/// "the last round", not "last week", not "at last".
fn is_english(reader: Reader<'_>, at: usize, next: usize, end: usize) -> bool {
    let bare = reader.tokens.folded(at) != "the";
    let before = at
        .checked_sub(1)
        .map_or("", |before| reader.tokens.folded(before));
    let timed = reader.term(next, end, |_| Some(())).is_some();
    reader.is_word(next, end)
        && !timed
        && (!bare
            || matches!(before, "its" | "their" | "his" | "her" | "and" | "'s")
            || before.ends_with("'s"))
}

/// «آخر جولة», «الجولة الأخيرة»; not «شخص آخر», not «أعلى من».
fn is_arabic(
    reader: Reader<'_>,
    hit: NamedHit<Assertion>,
    at: usize,
    next: usize,
    end: usize,
) -> bool {
    let definite = hit.proclitics.contains(Proclitics::AL);
    if reader.tokens.folded(at).ends_with("اخر") || !definite && hit.entry != Assertion::Only {
        return !definite
            && reader.is_word(next, end)
            && reader.tokens.readings(next).iter().any(|reading| {
                reading.proclitics.is_empty() && reader.lexicon.ordinals.is_series(reading.lex)
            });
    }
    // «على الأقل» bounds a figure or is an adverb.
    let bounds = at > 0 && crate::quantity::hedge::behind(reader, at - 1, end).is_some();
    definite
        && !bounds
        && (matches!(hit.entry, Assertion::Last | Assertion::Only)
            || at > 0 && reader.is_word(at - 1, end))
}
