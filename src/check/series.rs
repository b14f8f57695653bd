//! What checks of series share: the noun of a series with its number and the words that say whose.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::analysis::Analysis;
use crate::claim::Claim;
use crate::lang::lexicon::calendar::Term;
use crate::quantity::value::Kind;
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
        let noun = noun.or_else(|| Some(ordinal.end).filter(|at| accepts(article, *at)))?;
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
}

impl Member<'_> {
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
        if let Some(member) = member(article, claim, accepts) {
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
