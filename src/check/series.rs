//! What checks of series share: the noun of a series with its number and the words that say whose.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::analysis::Analysis;
use crate::claim::Claim;
use crate::lang::arabic::Proclitics;
use crate::lang::lexicon::calendar::{Term, TimeNoun};
use crate::quantity::date::written::Stretch;
use crate::quantity::value::{Assertion, Kind, Value};
use crate::text::span::Span;
use crate::text::split::PieceKind;
use crate::token::vocabulary::Concept;

/// Words of a complement: «من الحوار», "of talks".
const SCOPE: usize = 4;

/// A noun of a series and what it belongs to.
pub(super) struct Phrase {
    /// The token of the noun.
    pub(super) noun: usize,
    /// What it names.
    pub(super) head: Concept,
    /// The words of its complement.
    pub(super) scope: Vec<Concept>,
}

impl Phrase {
    /// The phrase around an ordinal whose noun `accepts` takes: «الجولة» before it, "round" behind it.
    fn around(
        article: &Analysis<'_>,
        ordinal: Range<usize>,
        accepts: fn(&Analysis<'_>, usize) -> bool,
    ) -> Option<Self> {
        let before = ordinal.start.checked_sub(1);
        let noun = before.filter(|at| accepts(article, *at) && !is_latin(article, *at));
        // «رابع دولة», "fourth country"; what follows «الرابعة» is no noun of its.
        let definite = article.tokens.readings(ordinal.start).iter();
        let mut definite = definite.map(|reading| reading.proclitics.contains(Proclitics::AL));
        let leads = is_latin(article, ordinal.end) || !definite.any(|is| is);
        let behind = Some(ordinal.end).filter(|at| leads && accepts(article, *at));
        let noun = noun.or(behind)?;
        let end = ordinal.end.max(noun + 1);
        Some(Self {
            noun,
            head: article.tokens.word(noun).concept,
            scope: complement(article, end),
        })
    }
}

/// A member of a series with its number.
pub(super) struct Member<'a> {
    /// The ordinal.
    pub(super) claim: &'a Claim,
    /// Its noun.
    pub(super) phrase: Phrase,
    /// Which it is.
    pub(super) number: i128,
    /// The year that it is a part of.
    pub(super) year: Option<Year>,
}

/// The year of a quarter or a half.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Year {
    /// By its number.
    Numbered(i32),
    /// So many years from the article's own.
    Seen(i8),
}

impl Member<'_> {
    /// The tokens from its noun to its ordinal or the other way round.
    pub(super) fn tokens(&self) -> Range<usize> {
        let own = &self.claim.quantity.tokens;
        own.start.min(self.phrase.noun)..own.end.max(self.phrase.noun + 1)
    }

    /// The noun with its ordinal.
    pub(super) fn span(&self, article: &Analysis<'_>) -> Span {
        let noun = self.phrase.noun;
        let noun = article.tokens.span(&(noun..noun + 1));
        let own = article.tokens.span(&self.claim.quantity.tokens);
        if noun.start < own.start {
            noun.to(own)
        } else {
            own.to(noun)
        }
    }
}

/// The members of every series of the article, by their noun.
pub(super) fn series<'a>(article: &'a Analysis<'_>) -> BTreeMap<Concept, Vec<Member<'a>>> {
    members(article, is_series)
}

/// The members of every noun that an ordinal numbers, of a series or not.
pub(super) fn numbered<'a>(article: &'a Analysis<'_>) -> BTreeMap<Concept, Vec<Member<'a>>> {
    members(article, is_noun)
}

fn members<'a>(
    article: &'a Analysis<'_>,
    accepts: fn(&Analysis<'_>, usize) -> bool,
) -> BTreeMap<Concept, Vec<Member<'a>>> {
    let mut series: BTreeMap<Concept, Vec<Member<'_>>> = BTreeMap::new();
    for claim in &article.claims {
        let member = member(article, claim, accepts)
            .or_else(|| part_of_year(article, claim, accepts))
            .or_else(|| first_time(article, claim, accepts));
        if let Some(member) = member {
            series.entry(member.phrase.head).or_default().push(member);
        }
    }
    series
}

fn member<'a>(
    article: &Analysis<'_>,
    claim: &'a Claim,
    accepts: fn(&Analysis<'_>, usize) -> bool,
) -> Option<Member<'a>> {
    let quantity = &claim.quantity;
    if quantity.kind != Kind::Ordinal {
        return None;
    }
    let number = quantity.value.amount()?.written?.to_whole()?;
    let phrase = Phrase::around(article, quantity.tokens.clone(), accepts)?;
    Some(Member {
        claim,
        phrase,
        number,
        year: None,
    })
}

/// «الربع الأول من عام 2015», which is a date and numbers its noun all the same.
fn part_of_year<'a>(
    article: &Analysis<'_>,
    claim: &'a Claim,
    accepts: fn(&Analysis<'_>, usize) -> bool,
) -> Option<Member<'a>> {
    let Value::Dates(Some(low), _) = &claim.quantity.value else {
        return None;
    };
    let period = claim.quantity.written.first()?.period?;
    let (wanted, months) = match period.stretch {
        Stretch::Quarter => (TimeNoun::Quarter, 3),
        Stretch::Half => (TimeNoun::Half, 6),
        _ => return None,
    };
    let terms = &article.lexicon.calendar.terms;
    let is = |at: &usize| {
        let word = |index: usize| article.tokens.readings(*at + index);
        let noun = |term| (term == Term::Noun(wanted)).then_some(());
        terms.longest(word, noun).is_some() && accepts(article, *at)
    };
    let noun = claim.quantity.tokens.clone().find(is)?;
    let offset = period.offset.filter(|offset| *offset != 0).map(Year::Seen);
    Some(Member {
        claim,
        phrase: Phrase {
            noun,
            head: article.tokens.word(noun).concept,
            scope: Vec::new(),
        },
        number: i128::from(low.month?.checked_sub(1)? / months + 1),
        year: low.year.map(Year::Numbered).or(offset),
    })
}

/// «للمرة الأولى», which is an assertion and numbers its noun all the same.
fn first_time<'a>(
    article: &Analysis<'_>,
    claim: &'a Claim,
    accepts: fn(&Analysis<'_>, usize) -> bool,
) -> Option<Member<'a>> {
    let quantity = &claim.quantity;
    if quantity.kind != Kind::Assertion || quantity.assertion != Some(Assertion::First) {
        return None;
    }
    let ranks = |at: usize| {
        let mut readings = article.tokens.readings(at).iter();
        readings.any(|reading| !article.lexicon.ordinals.get(reading.lex).is_empty())
    };
    let mut tokens = quantity.tokens.clone();
    let noun = tokens.find(|at| accepts(article, *at) && !ranks(*at))?;
    Some(Member {
        claim,
        phrase: Phrase {
            noun,
            head: article.tokens.word(noun).concept,
            scope: complement(article, quantity.tokens.end),
        },
        number: 1,
        year: None,
    })
}

fn is_latin(article: &Analysis<'_>, at: usize) -> bool {
    article.tokens.folded(at).is_ascii()
}

/// Whether a word can be what an ordinal numbers.
fn is_noun(article: &Analysis<'_>, at: usize) -> bool {
    let token = article.tokens.list.get(at);
    token.is_some_and(|token| token.kind == PieceKind::Word) && article.tokens.word(at).content
}

/// Whether a word names things in a series, and no stretch of time.
pub(super) fn is_series(article: &Analysis<'_>, at: usize) -> bool {
    let readings = article.tokens.readings(at);
    let series = readings
        .iter()
        .any(|reading| article.lexicon.ordinals.is_series(reading.lex));
    let terms = &article.lexicon.calendar.terms;
    let word = |index: usize| if index == 0 { readings } else { &[] };
    let time = terms.longest(word, |term| matches!(term, Term::Noun(_)).then_some(()));
    series && time.is_none()
}

/// The words of the complement that starts at a token, to the first mark.
fn complement(article: &Analysis<'_>, at: usize) -> Vec<Concept> {
    let tokens = &article.tokens;
    let opens = matches!(
        tokens.folded(at),
        "من" | "of" | "in" | "في" | "ل" | "for" | "between" | "بين"
    ) || tokens.folded(at).starts_with("لل");
    if !opens {
        return Vec::new();
    }
    let words = at..(at + SCOPE).min(tokens.list.len());
    let words = words.take_while(|index| {
        let token = tokens.list.get(*index);
        token.is_some_and(|token| token.kind == PieceKind::Word)
    });
    let content = words.filter(|index| tokens.word(*index).content);
    content
        .map(|index| tokens.word(index).concept)
        .take(1)
        .collect()
}

/// Whether the sentences name different years.
pub(super) fn other_years(article: &Analysis<'_>, one: &Claim, other: &Claim) -> bool {
    let years = |claim: &Claim| -> Vec<i32> {
        let first = article
            .claims
            .partition_point(|before| before.sentence < claim.sentence);
        let here = article.claims[first..]
            .iter()
            .take_while(|here| here.sentence == claim.sentence);
        let dates = here.flat_map(|here| here.quantity.dates());
        dates.filter_map(|(date, _)| date.year).collect()
    };
    let (one, other) = (years(one), years(other));
    !one.is_empty() && !other.is_empty() && !one.iter().any(|year| other.contains(year))
}
