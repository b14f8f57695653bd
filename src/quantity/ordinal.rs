//! Ordinals.
//!
//! ```text
//! ordinal = unit teen? | unit "و" ten | ten | small "بعد" round | round "و" small      الرابعة, الحادي والعشرين, الثامن بعد المئة
//!         | cardinal* unit                                                             twenty-first, one hundred and fifth
//!         | digits suffix | article digits | edition digits                            21st, الدورة الـ47, الدورة 47
//!         | name roman                                                                 World War II, Louis XIV
//! assertion behind it = "و" assertion                                                  الرابعة والأخيرة
//! ```

use std::ops::Range;

use crate::lang::arabic::Proclitics;
use crate::lang::lexicon::Reading;
use crate::lang::lexicon::marks::Marks;
use crate::lang::lexicon::noun::NounForm;
use crate::lang::lexicon::numeral::Numeral;
use crate::lang::lexicon::ordinal::RankWord;
use crate::quantity::assertion;
use crate::quantity::number::Number;
use crate::quantity::reader::Lead;
use crate::quantity::value::{Amount, Assertion, Kind, Value};
use crate::quantity::{Quantity, Reader, Writing};
use crate::text::split::PieceKind;

/// A rank in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::quantity) struct Rank {
    /// Which.
    pub value: i128,
    /// Behind it.
    pub next: usize,
    /// Whether its first word carries the article.
    pub definite: bool,
    /// Whether it is a round number, which is a cardinal as often.
    pub round: bool,
}

/// What a token can be in an ordinal, with what is written onto it.
fn words(
    reader: Reader<'_>,
    at: usize,
    end: usize,
) -> impl Iterator<Item = (RankWord, Proclitics)> {
    let readings: &[Reading] = if at < end && reader.knows(at, Marks::ORDINAL) {
        reader.tokens.readings(at)
    } else {
        &[]
    };
    readings
        .iter()
        .filter(|reading| !reading.enclitic)
        .flat_map(move |reading| {
            let words = reader.lexicon.ordinals.get(reading.lex);
            words.iter().map(move |word| (*word, reading.proclitics))
        })
}

fn word<U>(
    reader: Reader<'_>,
    at: usize,
    end: usize,
    pick: impl Fn(RankWord, Proclitics) -> Option<U>,
) -> Option<U> {
    words(reader, at, end).find_map(|(word, proclitics)| pick(word, proclitics))
}

/// Whether the token ends a figure in digits: "th".
pub(in crate::quantity) fn suffix(reader: Reader<'_>, at: usize, end: usize) -> bool {
    let is = |word, _| (word == RankWord::Suffix).then_some(());
    reader.is_glued(at) && word(reader, at, end, is).is_some()
}

/// Words of a rank: no prose has one of so many.
const LONGEST: usize = 40;

/// A rank in words at a token.
pub(in crate::quantity) fn rank(reader: Reader<'_>, at: usize, end: usize) -> Option<Rank> {
    if !reader.knows(at, Marks::ORDINAL | Marks::PART) {
        return None;
    }
    if at < end && reader.is_latin(at) {
        english(reader, at, end.min(at + LONGEST))
    } else {
        arabic(reader, at, end)
    }
}

/// «و» and a ten, in one word or two, and the token behind it.
fn and_tens(reader: Reader<'_>, at: usize, end: usize) -> Option<(i128, usize)> {
    let tens = |wanted: bool| {
        move |word, proclitics: Proclitics| match word {
            RankWord::Tens(value) if proclitics.contains(Proclitics::WA) == wanted => Some(value),
            _ => None,
        }
    };
    if let Some(value) = word(reader, at, end, tens(true)) {
        return Some((value, at + 1));
    }
    (at < end && reader.tokens.folded(at) == "و")
        .then(|| word(reader, at + 1, end, tens(false)))
        .flatten()
        .map(|value| (value, at + 2))
}

fn is_teen(reader: Reader<'_>, at: usize, end: usize) -> bool {
    let is = |word, proclitics: Proclitics| {
        (word == RankWord::Teen && proclitics.is_empty()).then_some(())
    };
    word(reader, at, end, is).is_some()
}

/// The part below a hundred: its value, the token behind it, the article, whether it is a round ten.
fn small(reader: Reader<'_>, at: usize, end: usize) -> Option<Rank> {
    let al = Proclitics::AL;
    let unit = word(reader, at, end, |word, proclitics| match word {
        RankWord::Unit(value) => Some((value, proclitics.contains(al), true)),
        RankWord::Compound(value) if value <= 2 => Some((value, proclitics.contains(al), false)),
        _ => None,
    });
    if let Some((value, definite, whole)) = unit {
        let rank = |value, next| Rank {
            value,
            next,
            definite,
            round: false,
        };
        if value < 10 && is_teen(reader, at + 1, end) && (whole || definite || value == 1) {
            return Some(rank(10 + value, at + 2));
        }
        if let Some((tens, next)) =
            and_tens(reader, at + 1, end).filter(|_| value < 10 && (definite || whole))
        {
            return Some(rank(tens + value, next));
        }
        return whole.then(|| rank(value, at + 1));
    }
    let tens = word(reader, at, end, |word, proclitics| match word {
        RankWord::Tens(value) if proclitics.contains(al) => Some(value),
        _ => None,
    })?;
    Some(Rank {
        value: tens,
        next: at + 1,
        definite: true,
        round: true,
    })
}

fn arabic(reader: Reader<'_>, at: usize, end: usize) -> Option<Rank> {
    if let Some(first) = small(reader, at, end) {
        let after = |word, _| (word == RankWord::After).then_some(());
        if word(reader, first.next, end, after).is_some()
            && let Some((rest, next)) = round_part(reader, first.next + 1, end)
        {
            return Some(Rank {
                value: first.value.checked_add(rest)?,
                next,
                round: false,
                ..first
            });
        }
        return Some(first);
    }
    let definite = words(reader, at, end).any(|(word, proclitics)| {
        matches!(word, RankWord::Round(_) | RankWord::Compound(_))
            && proclitics.contains(Proclitics::AL)
    });
    if !definite {
        return None;
    }
    let (value, next) = round_part(reader, at, end)?;
    let small = and_small(reader, next, end);
    Some(Rank {
        value: value.checked_add(small.map_or(0, |small| small.value))?,
        next: small.map_or(next, |small| small.next),
        definite: true,
        round: small.is_none(),
    })
}

/// «والخامس والعشرون» behind a round part.
fn and_small(reader: Reader<'_>, at: usize, end: usize) -> Option<Rank> {
    let joined = words(reader, at, end).any(|(word, proclitics)| {
        matches!(
            word,
            RankWord::Unit(_) | RankWord::Compound(_) | RankWord::Tens(_)
        ) && proclitics.contains(Proclitics::WA)
    });
    let at = if joined {
        at
    } else if at < end && reader.tokens.folded(at) == "و" {
        at + 1
    } else {
        return None;
    };
    small(reader, at, end)
}

/// A round number in words, from a hundred up: «الثلاث مئة», «المليون وعشرون ألفا ومئة».
fn round_part(reader: Reader<'_>, at: usize, end: usize) -> Option<(i128, usize)> {
    let (mut total, mut current, mut next, mut seen) = (0_i128, 0_i128, at, false);
    while next < end {
        let first = next == at;
        let join = !first && reader.tokens.folded(next) == "و";
        let index = next + usize::from(join);
        let found = word(reader, index, end, |word, proclitics| {
            let and = join || proclitics.contains(Proclitics::WA);
            let value = match word {
                RankWord::Compound(value) | RankWord::Tens(value) | RankWord::Round(value) => value,
                RankWord::Unit(10) => 10,
                _ => return None,
            };
            Some((value, and, matches!(word, RankWord::Round(_))))
        });
        let Some((value, and, round)) = found else {
            break;
        };
        if and && !first && !round && !opens_round(reader, index + 1, end) {
            break;
        }
        if round && !and && current > 0 {
            current = current.checked_mul(value)?;
        } else if first || and {
            if value >= 1000 {
                total = total.checked_add(current)?;
                current = value;
            } else {
                current = current.checked_add(value)?;
            }
        } else {
            break;
        }
        if current >= 1000 {
            total = total.checked_add(current)?;
            current = 0;
        }
        seen |= round;
        next = index + 1;
    }
    seen.then(|| total.checked_add(current))
        .flatten()
        .map(|value| (value, next))
}

/// Whether a round number follows, so that the word before it counts hundreds or thousands.
fn opens_round(reader: Reader<'_>, at: usize, end: usize) -> bool {
    let is = |word, proclitics: Proclitics| {
        (matches!(word, RankWord::Round(_)) && !proclitics.contains(Proclitics::WA)).then_some(())
    };
    word(reader, at, end, is).is_some()
}

/// A scale word that the list of ordinals need not repeat: trillion.
fn scale(reader: Reader<'_>, at: usize, end: usize) -> Option<RankWord> {
    let mut parts = reader.numerals(at, Lead::Bare).filter(|_| at < end);
    parts.find_map(|part| match part {
        Numeral::Scale { value, many: false } if value >= 1_000_000 => Some(RankWord::Round(value)),
        _ => None,
    })
}

fn english(reader: Reader<'_>, at: usize, end: usize) -> Option<Rank> {
    let (mut total, mut current, mut next) = (0_i128, 0_i128, at);
    loop {
        let dash = next > at && reader.is_mark(next, end, &["-", "—", "–"]);
        let and =
            next > at && current % 100 == 0 && next < end && reader.tokens.folded(next) == "and";
        let index = next + usize::from(dash || and);
        let listed = words(reader, index, end).next().map(|(word, _)| word);
        match listed.or_else(|| scale(reader, index, end))? {
            RankWord::Unit(value) => {
                let value = if value >= 100 {
                    total.checked_add(current.max(1).checked_mul(value)?)?
                } else {
                    let fits = current == 0
                        || current % 100 == 0
                        || value < 10 && current % 10 == 0 && current % 100 >= 20;
                    total
                        .checked_add(fits.then_some(current)?)?
                        .checked_add(value)?
                };
                return Some(Rank {
                    value,
                    next: index + 1,
                    definite: true,
                    round: false,
                });
            }
            RankWord::Compound(value) | RankWord::Tens(value) => {
                let fits = current % 100 == 0 || value < 10 && current % 10 == 0;
                current = fits.then(|| current.checked_add(value)).flatten()?;
            }
            RankWord::Round(100) => current = current.max(1).checked_mul(100)?,
            RankWord::Round(value) => {
                total = total.checked_add(current.max(1).checked_mul(value)?)?;
                current = 0;
            }
            _ => return None,
        }
        next = index + 1;
    }
}

/// The form: an ordinal with what it asserts.
pub(in crate::quantity) fn read(reader: Reader<'_>, at: usize, end: usize) -> Option<Quantity> {
    let (value, number, mut next, writing) = figures(reader, at, end)
        .or_else(|| in_words(reader, at, end))
        .or_else(|| roman(reader, at))?;
    let mut assertion = (value == 1 && writing == Writing::Words).then_some(Assertion::First);
    if let Some((asserted, behind)) = assertion::joined(reader, next, end) {
        assertion = Some(asserted);
        next = behind;
    }
    let amount = Amount::exactly(Number::whole(value));
    let mut quantity = reader.said(Kind::Ordinal, at..next, Value::Amount(amount));
    quantity.number = Some(reader.tokens.span(&number));
    quantity.assertion = assertion;
    quantity.writing = writing;
    Some(quantity)
}

/// "World War II", "Louis XIV": tens and units behind a name. "Xi" and "Vi" are names themselves.
fn roman(reader: Reader<'_>, at: usize) -> Option<Read> {
    let word = reader.tokens.folded(at);
    let named = at.checked_sub(1).is_some_and(|before| {
        reader.is_latin(before)
            && reader.is_capital(before)
            && reader.tokens.folded(before).len() > 2
    });
    if !named || !reader.is_capital(at) || word.len() < 2 || matches!(word, "xi" | "vi") {
        return None;
    }
    let tens = word.bytes().take_while(|letter| *letter == b'x').count();
    let units = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let unit = units
        .iter()
        .position(|unit| word.get(tens..) == Some(*unit))?;
    (tens <= 3).then(|| {
        (
            (tens * 10 + unit) as i128,
            at..at + 1,
            at + 1,
            Writing::Digits,
        )
    })
}

type Read = (i128, Range<usize>, usize, Writing);

fn in_words(reader: Reader<'_>, at: usize, end: usize) -> Option<Read> {
    let rank = rank(reader, at, end)?;
    let latin = reader.is_latin(at);
    let accepted = if latin {
        is_english_rank(reader, at, rank.next, end)
    } else if rank.round {
        is_round_rank(reader, at, rank.next, end)
    } else {
        rank.definite || is_bare_rank(reader, at, rank, end)
    };
    accepted.then_some((rank.value, at..rank.next, rank.next, Writing::Words))
}

/// Not the unit of time, not the fraction.
fn is_english_rank(reader: Reader<'_>, at: usize, next: usize, end: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return true;
    };
    let word = reader.tokens.folded(before);
    let counted = reader.kind(before) == Some(PieceKind::Digits)
        || word == "per"
        || words(reader, before, at)
            .any(|(word, _)| matches!(word, RankWord::Compound(_) | RankWord::Tens(_)));
    let fraction = matches!(word, "a" | "one") && next < end && reader.tokens.folded(next) == "of";
    let hyphen = word == "-" && before > 0 && reader.is_glued(at) && {
        let earlier = before - 1;
        reader.kind(earlier) == Some(PieceKind::Digits)
            || words(reader, earlier, before).any(|(word, _)| matches!(word, RankWord::Compound(_)))
    };
    !counted && !fraction && !hyphen
}

/// «القرار العشرون», but not «الدول العشرون» or «العشرين دولة».
fn is_round_rank(reader: Reader<'_>, at: usize, next: usize, end: usize) -> bool {
    let follows_noun = next < end
        && reader.is_word(next, end)
        && reader.tokens.readings(next).iter().any(|reading| {
            reading.proclitics.is_empty() && !reader.lexicon.nouns.get(reading.lex).is_empty()
        });
    let Some(before) = at
        .checked_sub(1)
        .filter(|before| reader.is_word(*before, end))
    else {
        return next == end;
    };
    let headed = reader.tokens.readings(before).iter().any(|reading| {
        let plural = reader
            .lexicon
            .nouns
            .get(reading.lex)
            .iter()
            .any(|noun| noun.form == NounForm::Plural);
        !plural
    });
    let article = reader.tokens.folded(before).starts_with("ال")
        || reader.tokens.folded(before).starts_with("وال")
        || reader.tokens.folded(before).starts_with("بال")
        || reader.tokens.folded(before).starts_with("لل");
    let known = !reader.tokens.readings(before).is_empty();
    article && (headed || !known) && !follows_noun
}

/// «رابع دولة», «ثاني أكبر»: a rank without the article, before what it ranks.
fn is_bare_rank(reader: Reader<'_>, at: usize, rank: Rank, end: usize) -> bool {
    let counted = at > 0
        && (reader.kind(at - 1) == Some(PieceKind::Digits)
            || words(reader, at - 1, at)
                .any(|(word, _)| matches!(word, RankWord::Compound(_) | RankWord::Tens(_))));
    // «ثانية» is the unit of time or «مرة ثانية».
    let second = rank.value == 2 && reader.tokens.folded(at).ends_with("انيه");
    let time = second && (counted || reader.is_word(rank.next, end) || at > 0);
    !counted && !time
}

/// A rank in digits: 21st, «الدورة الـ47», «الدورة 47».
fn figures(reader: Reader<'_>, at: usize, end: usize) -> Option<Read> {
    let start = reader.behind_article(at, end);
    let (value, length) = reader.digits(start, end)?;
    let value = i128::from(value);
    if reader.digits_go_on(start, end) || reader.digits_go_back(start) || length > 4 {
        return None;
    }
    if suffix(reader, start + 1, end) {
        return Some((value, start..start + 1, start + 2, Writing::Digits));
    }
    let closed = usize::from(start == at + 2 && reader.is_mark(start + 1, end, &[")"]));
    let next = start + 1 + closed;
    let before = at
        .checked_sub(1)
        .filter(|before| reader.is_word(*before, end))?;
    let of = |wanted: &dyn Fn(&Reading) -> bool| reader.tokens.readings(before).iter().any(wanted);
    let edition = || {
        of(&|reading| {
            reading.proclitics.contains(Proclitics::AL)
                && reader.lexicon.ordinals.is_edition(reading.lex)
        })
    };
    let single = || {
        of(&|reading| {
            reading.proclitics.contains(Proclitics::AL)
                && (reader.lexicon.ordinals.is_series(reading.lex)
                    || reader
                        .lexicon
                        .nouns
                        .get(reading.lex)
                        .iter()
                        .any(|noun| noun.form == NounForm::Singular))
        })
    };
    let counts = || {
        next < end
            && reader.is_word(next, end)
            && reader.tokens.readings(next).iter().any(|reading| {
                reading.proclitics.is_empty() && !reader.lexicon.nouns.get(reading.lex).is_empty()
            })
    };
    let ranked = if start > at {
        single()
    } else {
        value < 300 && edition()
    };
    (ranked && !counts()).then_some((value, start..start + 1, next, Writing::Digits))
}
