//! A figure in words and in digits that are two figures: «خمسة (6) أعضاء», "five (6) members".

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::{Check, Match, Repair, Text};
use crate::quantity::number::Number;
use crate::quantity::words::{self, Figure};
use crate::quantity::{Reader, Writing};
use crate::text::split::PieceKind;

/// Compares a figure with the one in brackets right behind it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TwofoldNumber {}

/// The longest number in words, in tokens, that is looked at before a bracket.
const LONGEST: usize = 10;

impl Check for TwofoldNumber {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        let reader = article.reader();
        let tokens = article.tokens.list.iter().enumerate();
        let marks = tokens.filter(|(_, token)| token.kind == PieceKind::Punctuation);
        marks
            .map(|(at, _)| at)
            .filter(|at| matches!(reader.folded(*at), "(" | "["))
            .filter_map(|at| at_bracket(article, reader, at))
            .collect()
    }
}

fn at_bracket(article: &Analysis<'_>, reader: Reader<'_>, open: usize) -> Option<Match> {
    let sentence = article
        .tokens
        .sentences
        .get(article.tokens.sentence_of(open))?;
    let end = sentence.tokens.end;
    let inner = words::read(reader, open + 1, end)?;
    let closed = matches!(reader.folded(inner.end), ")" | "]") && inner.end < end;
    let floor = open.saturating_sub(LONGEST).max(sentence.tokens.start);
    let outer = (floor..open)
        .filter_map(|start| words::read(reader, start, open))
        .find(|figure| figure.end == open)?;
    let twofold = outer.writing != inner.writing;
    if !closed || !twofold || is_same(reader, &outer, &inner, end) {
        return None;
    }
    let digits = if outer.writing == Writing::Words {
        &inner
    } else {
        &outer
    };
    if is_apart(reader, &outer, &inner, digits) {
        return None;
    }
    let (one, two) = (span(article, &outer), span(article, &inner));
    let spelled = if outer.writing == Writing::Words {
        outer.value
    } else {
        inner.value
    };
    let repair = Repair {
        title: "digits",
        safe: false,
        edits: vec![(span(article, digits), spelled.to_string())],
        values: vec![
            ("old", Text::Quote(span(article, digits))),
            ("new", Text::Plain(spelled.to_string())),
        ],
    };
    Some(
        Match::at(one.to(two), 92)
            .quote("first", one)
            .quote("second", two)
            .repair(repair),
    )
}

fn span(article: &Analysis<'_>, figure: &Figure) -> crate::text::span::Span {
    article.tokens.span(&(figure.start..figure.end))
}

/// Whether the two say one number; a scale word on either side or behind the bracket may belong to both.
fn is_same(reader: Reader<'_>, outer: &Figure, inner: &Figure, end: usize) -> bool {
    let behind = words::read(reader, inner.end + 1, end)
        .filter(|next| next.scale > Number::ONE && next.value == next.scale)
        .map_or(Number::ONE, |next| next.scale);
    let scales = [Number::ONE, outer.scale, inner.scale, behind];
    let of = |figure: &Figure| {
        let value = figure.value;
        scales.map(|scale| value.checked_mul(scale).unwrap_or(value))
    };
    let (one, two) = (of(outer), of(inner));
    let other = |figure: &Figure| figure.alternative;
    one.iter().any(|value| two.contains(value))
        || other(outer).is_some_and(|value| two.contains(&value))
        || other(inner).is_some_and(|value| one.contains(&value))
}

/// Whether the bracket says something else: a footnote at the end of a clause, a year, the day «الاثنين», one as a pronoun.
fn is_apart(reader: Reader<'_>, outer: &Figure, inner: &Figure, digits: &Figure) -> bool {
    let goes_on = reader.is_letters(inner.end + 1);
    let note = !goes_on && inner.value < Number::whole(100);
    let year = digits
        .value
        .to_whole()
        .is_some_and(|year| (1900..2100).contains(&year));
    let definite = reader.folded(outer.start).starts_with("ال");
    let pronoun = outer.value <= Number::ONE;
    note || year || definite || pronoun
}
