//! What a number counts: the noun phrase behind it, or «عدد …» before it.
//!
//! ```text
//! arabic  = number ["من"] head modifier{0,2}          «1800 عربة مدرعة»، «12 من عناصر الشرطة»
//!         | "عدد" head … number                       «بلغ عدد القتلى 15»
//! english = number ["of" ["the"]] modifier{0,3} head  "1,800 armoured vehicles", "12 of the miners"
//!         | "number of" head … number
//! ```
//!
//! A modifier stands in the same clause, is no function word, carries no clitic, and agrees with the head as far as the letters show it: behind the
//! accusative alif («شخصا») only another accusative («مدنيا») can be one, so a verb is not taken for an adjective.

use std::ops::Range;

use crate::claim::Counted;
use crate::lang::arabic::Proclitics;
use crate::lang::lexicon::cue::Cue;
use crate::lang::lexicon::noun::{Noun, NounForm};
use crate::lang::lexicon::{Lexicon, Reading};
use crate::text::split::PieceKind;
use crate::token::Tokens;

/// Words behind the head that may belong to it.
const MODIFIERS: usize = 2;

/// Words that may stand between an English number and its noun.
const PREMODIFIERS: usize = 4;

/// What stands behind a number whose last token is before `at`, within the sentence that ends at `end`.
pub(super) fn behind(tokens: &Tokens, lexicon: &Lexicon, at: usize, end: usize) -> Option<Counted> {
    // «استقبلت (105) حالات»: the number alone in its brackets, a known noun behind them.
    let bracketed = tokens.folded(at) == ")"
        && at
            .checked_sub(2)
            .is_some_and(|open| tokens.folded(open) == "(")
        && (known(tokens, lexicon, at + 1).is_some() || ends_accusative(tokens.folded(at + 1)));
    let at = skip_of(tokens, lexicon, at + usize::from(bracketed));
    if at >= end || !is_nominal(tokens, at) {
        return None;
    }
    if is_arabic(tokens, at) {
        arabic_phrase(tokens, lexicon, at, end)
    } else {
        english_phrase(tokens, lexicon, at, end)
    }
}

/// A dual or singular that is its own number («قتيلان», «مقتل شخص»): the noun at `at`.
pub(super) fn itself(tokens: &Tokens, lexicon: &Lexicon, at: usize) -> Option<Counted> {
    let noun = known(tokens, lexicon, at)?;
    Some(counted(tokens, at..at + 1, at, Some(noun)))
}

/// The noun that an ordinal ranks, where the lexicon knows it: «الجولة» before «الرابعة», "round" behind "fourth".
pub(super) fn ranked(
    tokens: &Tokens,
    lexicon: &Lexicon,
    sentence: usize,
    ordinal: Range<usize>,
    next: usize,
) -> Option<Counted> {
    let at = if is_arabic(tokens, ordinal.start) {
        ordinal.start.checked_sub(1).filter(|at| *at >= sentence)?
    } else {
        Some(ordinal.end).filter(|at| *at < next)?
    };
    let at = definite_head(tokens, at, ordinal.start, sentence)?;
    let nominal =
        is_nominal(tokens, at) && is_arabic(tokens, at) == is_arabic(tokens, ordinal.start);
    let series = |reading: &Reading| lexicon.ordinals.is_series(reading.lex);
    let noun = known(tokens, lexicon, at);
    let ranks = noun.is_some() || tokens.readings(at).iter().any(series);
    let last = if at < ordinal.start {
        ordinal.start
    } else {
        at + 1
    };
    (nominal && ranks).then(|| counted(tokens, at..last, at, noun))
}

/// The noun that the adjectives before an Arabic ordinal describe: «المهرجان» of «المهرجان الدولي الثامن». «الأسبوع أول …» is none: an
/// ordinal without the article follows no noun that has it.
fn definite_head(tokens: &Tokens, at: usize, ordinal: usize, sentence: usize) -> Option<usize> {
    let article = |at: usize| {
        let word = tokens.folded(at);
        let word = word.strip_prefix(['و', 'ف', 'ب', 'ك']).unwrap_or(word);
        word.starts_with("ال") || word.starts_with("لل")
    };
    if at > ordinal || !is_arabic(tokens, at) || !article(at) {
        return Some(at);
    }
    if !article(ordinal) {
        return None;
    }
    let adjective = tokens.folded(at).ends_with('ي') || tokens.folded(at).ends_with("يه");
    let before = at.checked_sub(1).filter(|before| *before >= sentence);
    let described = before.filter(|before| {
        adjective && is_arabic(tokens, *before) && article(*before) && is_nominal(tokens, *before)
    });
    Some(described.unwrap_or(at))
}

/// What «عدد» or "number of" names before a number, within the clause that starts at or behind `start`.
pub(super) fn named_before(
    tokens: &Tokens,
    lexicon: &Lexicon,
    start: usize,
    number: usize,
) -> Option<Counted> {
    let floor = number.saturating_sub(8).max(start);
    let opener = (floor..number)
        .rev()
        .find(|at| tokens.cue_at(*at, Cue::NumberOf).is_some())?;
    let length = tokens.cue_at(opener, Cue::NumberOf)?;
    behind(tokens, lexicon, opener + length, number)
}

/// «12 من العناصر», "12 of the miners".
fn skip_of(tokens: &Tokens, lexicon: &Lexicon, at: usize) -> usize {
    match tokens.folded(at) {
        "من" if known(tokens, lexicon, at + 1).is_some() => at + 1,
        "of" if matches!(
            tokens.folded(at + 1),
            "the" | "its" | "their" | "his" | "our" | "these" | "those"
        ) =>
        {
            at + 2
        }
        "of" => at + 1,
        _ => at,
    }
}

fn arabic_phrase(tokens: &Tokens, lexicon: &Lexicon, head: usize, end: usize) -> Option<Counted> {
    let known = known(tokens, lexicon, head);
    let joined = is_joined(tokens, lexicon, head, known.is_some());
    if joined || known.is_none() && tokens.folded(head).chars().count() < 3 {
        return None;
    }
    let accusative = is_accusative(tokens.folded(head), known);
    let mut last = head + 1;
    while last < end && last <= head + MODIFIERS && is_modifier(tokens, last, accusative) {
        last += 1;
        if tokens.folded(last - 1).starts_with("ال") {
            break;
        }
    }
    Some(counted(tokens, head..last, head, known))
}

/// «نصف مليار بالمدينة», «2019 وكأس العالم»: no counted noun carries a preposition or «و»; «113 وجهة», which looks as if it did, is a noun of
/// the lexicon.
fn is_joined(tokens: &Tokens, lexicon: &Lexicon, head: usize, known: bool) -> bool {
    let readings = &tokens.word(head).readings;
    if !known {
        let first = readings.first();
        return first.is_some_and(|reading| !reading.proclitics.is_empty());
    }
    let mut nouns = readings
        .iter()
        .filter(|reading| !lexicon.nouns.get(reading.lex).is_empty())
        .map(|reading| reading.proclitics - Proclitics::AL);
    nouns.all(|lead| !lead.is_empty())
}

fn is_accusative(head: &str, known: Option<Noun>) -> bool {
    known.map_or(ends_accusative(head), |noun| {
        noun.form == NounForm::Accusative
    })
}

/// Whether a word ends in the alif of an indefinite accusative, as what is counted by 11 to 99 does.
fn ends_accusative(word: &str) -> bool {
    word.ends_with('ا') && word.chars().count() > 3
}

fn is_modifier(tokens: &Tokens, at: usize, accusative: bool) -> bool {
    let word = tokens.folded(at);
    let joined = |flag| {
        let readings = &tokens.word(at).readings;
        readings.is_empty()
            || readings
                .iter()
                .any(|reading| reading.proclitics.contains(flag))
    };
    let clitic = word.chars().count() > 3
        && (word.starts_with('و') && joined(Proclitics::WA)
            || word.starts_with('ف') && joined(Proclitics::FA));
    let prepositional =
        (word.starts_with("بال") || word.starts_with("لل") || word.starts_with("كال"))
            && word.chars().count() > 4;
    let event = tokens.cues_at(at).any(|hit| {
        matches!(
            hit.cue,
            Cue::Says | Cue::AccordingTo | Cue::PartOf | Cue::Compared | Cue::ClosedList
        )
    });
    let lone = word.chars().count() == 1;
    is_nominal(tokens, at)
        && is_arabic(tokens, at)
        && !lone
        && !clitic
        && !prepositional
        && !event
        && (!accusative || word.ends_with('ا'))
}

fn english_phrase(tokens: &Tokens, lexicon: &Lexicon, at: usize, end: usize) -> Option<Counted> {
    let limit = end.min(at + PREMODIFIERS + 1);
    let run = (at..limit)
        .take_while(|index| {
            is_nominal(tokens, *index) && (*index == at || !tokens.list[*index].glued)
        })
        .count();
    let words = at..at + run;
    let fate = |at: usize| {
        let class = known(tokens, lexicon, at).and_then(|noun| noun.class);
        class.is_some_and(|class| lexicon.is_fate(class))
    };
    // "250,000 turkeys infected" counts turkeys, whether turkeys are known or not.
    let told = |at: usize| fate(at) && words.start < at && is_plural(tokens.folded(at - 1));
    let head = words
        .clone()
        .find(|index| known(tokens, lexicon, *index).is_some() && !told(*index));
    let head = head
        .or_else(|| words.clone().find(|index| is_plural(tokens.folded(*index))))
        .or_else(|| words.clone().next())?;
    // "bus passengers": the noun that a known noun modifies is the one that is counted; "25 militants dead" counts militants.
    let names = |at: usize| {
        let class = known(tokens, lexicon, at).map(|noun| noun.class);
        class.is_some_and(|class| class.is_none_or(|class| !lexicon.is_fate(class)))
    };
    let head = (head + 1..words.end)
        .take_while(|next| names(*next))
        .last()
        .unwrap_or(head);
    Some(counted(
        tokens,
        at..head + 1,
        head,
        known(tokens, lexicon, head),
    ))
}

fn is_plural(word: &str) -> bool {
    word.len() > 2 && word.ends_with('s') && !word.ends_with("ss")
}

fn counted(tokens: &Tokens, range: Range<usize>, head: usize, noun: Option<Noun>) -> Counted {
    Counted {
        span: tokens.span(&range),
        tokens: range,
        head,
        noun: noun.map(|noun| noun.id),
        class: noun.and_then(|noun| noun.class),
    }
}

/// The noun that a word is; the reading with the fewest letters taken off.
pub(super) fn known(tokens: &Tokens, lexicon: &Lexicon, at: usize) -> Option<Noun> {
    tokens
        .readings(at)
        .iter()
        .find_map(|reading| lexicon.nouns.get(reading.lex).first())
        .copied()
}

/// A word that can be part of a noun phrase.
fn is_nominal(tokens: &Tokens, at: usize) -> bool {
    tokens
        .list
        .get(at)
        .is_some_and(|token| token.kind == PieceKind::Word)
        && tokens.word(at).content
}

fn is_arabic(tokens: &Tokens, at: usize) -> bool {
    tokens
        .folded(at)
        .starts_with(|c: char| ('\u{0600}'..='\u{06FF}').contains(&c))
}
