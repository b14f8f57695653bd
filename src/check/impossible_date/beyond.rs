//! A day number that no month has: «34 رجب 1436», "May 45, 2024". The reader of dates takes no such number for a day, so the words are read here.
//!
//! ```text
//! date = weekday? number «من»? month year | weekday number month | month number ","? year       the number is 32 to 99, of a
//!        Hijri month 31
//! ```

use std::ops::Range;

use crate::analysis::Analysis;
use crate::check::{Match, Text};
use crate::lang::lexicon::calendar::{DateLink, Families, Term};
use crate::text::split::PieceKind;

/// Every such day of an article.
pub(super) fn find(article: &Analysis<'_>) -> Vec<Match> {
    let tokens = article.tokens.list.iter().enumerate();
    tokens
        .filter(|(_, token)| token.kind == PieceKind::Digits)
        .filter_map(|(at, _)| beyond(article, at))
        .collect()
}

fn beyond(article: &Analysis<'_>, at: usize) -> Option<Match> {
    let day = number(article, at).filter(|day| (31..100).contains(day))?;
    let tokens = &article.tokens;
    let before = at.checked_sub(1);
    let joined = tokens.list.get(at)?.glued && before.is_some_and(|at| tokens.folded(at) != "(");
    if joined || before.is_some_and(|at| is_numbered(article, at)) {
        return None;
    }
    let (dated, hijri) = behind(article, at).or_else(|| ahead(article, at))?;
    if day == 31 && !hijri {
        return None;
    }
    let span = tokens.span(&dated);
    Some(
        Match::at(span, 88)
            .case("beyond")
            .quote("date", span)
            .value("year", Text::Plain(String::new()))
            .value("last", Text::Plain(if hijri { "30" } else { "31" }.into())),
    )
}

/// «34 رجب 1436», with a weekday before it or a year behind it.
fn behind(article: &Analysis<'_>, at: usize) -> Option<(Range<usize>, bool)> {
    let of = matches!(article.tokens.folded(at + 1), "من" | "of");
    let (mut end, families) = month(article, at + 1 + usize::from(of))?;
    // The second name of the month: «34 تموز/يوليو», «34 تموز (يوليو)».
    if matches!(article.tokens.folded(end), "/" | "(")
        && let Some((next, _)) = month(article, end + 1)
    {
        end = next + usize::from(article.tokens.folded(next) == ")");
    }
    let comma = usize::from(matches!(article.tokens.folded(end), "," | "،"));
    let weekday = (1..=2).any(|back| {
        at.checked_sub(back)
            .is_some_and(|at| is_weekday(article, at))
    });
    let hijri = families == Families::HIJRI;
    if is_year(article, end + comma) {
        Some((at..end + comma + 1, hijri))
    } else {
        weekday.then_some((at..end, hijri))
    }
}

/// "May 45, 2024".
fn ahead(article: &Analysis<'_>, at: usize) -> Option<(Range<usize>, bool)> {
    let before = at.checked_sub(1)?;
    let (_, families) = month(article, before)?;
    let comma = article.tokens.folded(at + 1) == ",";
    let dated = families == Families::ENGLISH && comma && is_year(article, at + 2);
    dated.then_some((before..at + 3, false))
}

/// Where the name of a month ends, and whose name it is.
fn month(article: &Analysis<'_>, at: usize) -> Option<(usize, Families)> {
    let named = |term| match term {
        Term::Month { families, .. } => Some(families),
        _ => None,
    };
    let hit = term(article, at, named)?;
    Some((at + hit.1, hit.0))
}

fn is_weekday(article: &Analysis<'_>, at: usize) -> bool {
    let named = |term| match term {
        Term::Weekday { .. } | Term::Link(DateLink::Corresponds) => Some(()),
        _ => None,
    };
    term(article, at, named).is_some()
}

/// A word of the calendar at a token, and how many tokens it takes.
fn term<U: Copy>(
    article: &Analysis<'_>,
    at: usize,
    wanted: impl Fn(Term) -> Option<U>,
) -> Option<(U, usize)> {
    let word = |index: usize| article.tokens.readings(at + index);
    let hit = article.lexicon.calendar.terms.longest(word, wanted)?;
    Some((hit.entry, hit.length))
}

fn is_year(article: &Analysis<'_>, at: usize) -> bool {
    number(article, at).is_some_and(|year| (1300..2200).contains(&year))
}

fn number(article: &Analysis<'_>, at: usize) -> Option<u32> {
    let token = article.tokens.list.get(at)?;
    let digits = token.kind == PieceKind::Digits;
    digits.then(|| article.tokens.folded(at).parse().ok())?
}

/// Whether a word that a number names one of its kind by stands at a token: «العدد 45 مارس 2015», "Vol. 34 March 2012".
fn is_numbered(article: &Analysis<'_>, at: usize) -> bool {
    let word = article.tokens.folded(at);
    word == "."
        || matches!(
            word,
            "العدد"
                | "عدد"
                | "رقم"
                | "المجلد"
                | "issue"
                | "no"
                | "number"
                | "vol"
                | "volume"
                | "#"
        )
}
