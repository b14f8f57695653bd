//! One name with two numbers: «منظمة المادة 19» and «منظمة المادة 91», "FOX411" and "FOX141".
//!
//! ```text
//! named = word digits(glued) word                     FOX411 talked, أس6 إيدج
//!       | capital digits capital                      TFC 101 Tower
//!       | word word digits word                       منظمة المادة 19 بتونس          in Arabic, where no capital shows a name
//! ```
//!
//! Names in a series differ in just that way (one model and the next), so only two kinds speak: the same digits in another order, and one
//! stray beside a name that the article gives again and again.

use crate::analysis::Analysis;
use crate::check::Match;
use crate::claim::compare::slip::sorted;
use crate::quantity::value::Kind;
use crate::text::split::PieceKind;

/// The same digits in another order.
const SWAPPED: u8 = 55;

/// One stray number beside a name told often.
const STRAY: u8 = 45;

/// So many times a name is told often.
const OFTEN: usize = 3;

/// Longer numbers are codes of their own.
const LONGEST: usize = 4;

/// The words that a number stands between.
type Words<'a> = [&'a str; 3];

/// A name with a number.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Named<'a> {
    words: Words<'a>,
    number: &'a str,
    at: usize,
}

/// Every name that stands with two numbers.
pub(super) fn find(article: &Analysis<'_>) -> Vec<Match> {
    let tokens = article.tokens.list.iter().enumerate();
    let digits = tokens.filter(|(_, token)| token.kind == PieceKind::Digits);
    let told = digits.filter_map(|(at, _)| {
        let words = words(article, at)?;
        let number = article.tokens.folded(at);
        Some(Named { words, number, at })
    });
    let mut names: Vec<_> = told.collect();
    names.sort_unstable();
    names
        .chunk_by(|one, other| one.words == other.words)
        .filter_map(|numbers| judge(article, numbers))
        .collect()
}

/// Judges the numbers of one name, in order.
fn judge(article: &Analysis<'_>, numbers: &[Named<'_>]) -> Option<Match> {
    let mut alike = numbers.chunk_by(|one, other| one.number == other.number);
    let (Some(first), Some(second), None) = (alike.next(), alike.next(), alike.next()) else {
        return None;
    };
    let place = |named: &[Named<'_>]| named.first().map(|named| named.at);
    let odd_first = (first.len(), place(second)) < (second.len(), place(first));
    let (odd, told) = if odd_first {
        (first, second)
    } else {
        (second, first)
    };
    let often = odd.len() == 1 && told.len() >= OFTEN;
    let swapped = is_swapped(first.first()?.number, second.first()?.number);
    let sure = match (swapped, often) {
        (true, _) => SWAPPED,
        (false, true) => STRAY,
        (false, false) => return None,
    };
    let span = |at: usize| article.tokens.span(&(at - 1..at + 1));
    let (odd, told) = (span(place(odd)?), span(place(told)?));
    let found = Match::at(odd, sure).case("name").related(told);
    Some(found.quote("first", told).quote("second", odd))
}

fn is_swapped(one: &str, other: &str) -> bool {
    one != other && sorted(one.bytes()) == sorted(other.bytes())
}

/// The words around a number that is part of a name.
fn words<'a>(article: &'a Analysis<'_>, at: usize) -> Option<Words<'a>> {
    let tokens = &article.tokens;
    let before = at.checked_sub(1)?;
    let is_word = |at: usize| {
        let token = tokens.list.get(at);
        token.is_some_and(|token| token.kind == PieceKind::Word)
    };
    if !is_word(before) || !is_word(at + 1) {
        return None;
    }
    let sentence = &tokens.sentences.get(tokens.sentence_of(at))?.tokens;
    let word = |at: usize| {
        let token = sentence.contains(&at).then(|| tokens.list[at])?;
        let subject = token.kind == PieceKind::Word && tokens.word(at).content;
        subject.then_some(token)
    };
    let (left, right) = (word(before)?, word(at + 1)?);
    if right.glued || tokens.folded(at).len() > LONGEST {
        return None;
    }
    let folded = |at: usize| tokens.folded(at);
    let arabic = !folded(before).is_ascii();
    let glued =
        tokens.list[at].glued && (left.capital || arabic && folded(before).chars().count() > 1);
    let kind = kind(article, at);
    let bare = matches!(kind, None | Some(Kind::Number));
    let named =
        left.capital && right.capital && matches!(kind, None | Some(Kind::Number | Kind::Count));
    let further = before.checked_sub(1).filter(|at| word(*at).is_some());
    let led = further.filter(|_| arabic && bare);
    if glued && bare || named {
        return Some(["", folded(before), folded(at + 1)]);
    }
    led.map(|further| [folded(further), folded(before), folded(at + 1)])
}

/// What a number is read as.
fn kind(article: &Analysis<'_>, at: usize) -> Option<Kind> {
    let behind = |end: usize| end <= at;
    let from = article
        .claims
        .partition_point(|claim| behind(claim.quantity.tokens.end));
    let claim = article.claims.get(from)?;
    claim
        .quantity
        .tokens
        .contains(&at)
        .then_some(claim.quantity.kind)
}
