//! A number and the names behind it: «ثلاث مدن هي حلب وحمص», "three suspects: Adam, 19, and Basil, 20".
//!
//! Every mark and every «و» may join two items or stand inside one. A list is too short where even the finest cut gives fewer items than
//! were announced, and too long where the coarsest cut of whole names gives more.

use std::ops::Range;

use crate::analysis::Analysis;
use crate::check::list_count::{announced, claims_in, end_of};
use crate::check::{Match, Text};
use crate::claim::Claim;
use crate::lang::arabic::Proclitics;
use crate::lang::lexicon::cue::Cue;
use crate::lang::lexicon::marks::Marks;
use crate::text::split::PieceKind;

/// The longest list that a sentence names.
const MOST: i128 = 12;

/// Words between the number's noun and the opening of the list.
const REACH: usize = 4;

/// Words of one name.
const NAME: usize = 5;

/// Lists in sentences that do not name as many as announced.
pub(super) fn find(article: &Analysis<'_>) -> Vec<Match> {
    let claims = article.claims.iter();
    claims.filter_map(|claim| at(article, claim)).collect()
}

fn at(article: &Analysis<'_>, claim: &Claim) -> Option<Match> {
    let number = announced(claim, MOST)?;
    let sentence = article.tokens.sentences.get(claim.sentence)?.tokens.clone();
    let opening = opening(article, sentence.clone(), end_of(claim))?;
    let list = List::read(article, opening..sentence.end)?;
    let sure = list.sure(article, claim, number)?;
    let sure = if claim.quoted { sure.min(52) } else { sure };
    let told = article.tokens.span(&claim.quantity.tokens).to(claim.span);
    let named = article.tokens.span(&list.tokens());
    let many = list.items.len();
    let case = if many < number { "" } else { "more" };
    Some(
        Match::at(named, sure)
            .case(case)
            .related(told)
            .quote("announced", told)
            .quote("list", named)
            .value("many", Text::Plain(many.to_string())),
    )
}

/// The token behind the words that open the list.
fn opening(article: &Analysis<'_>, sentence: Range<usize>, end: usize) -> Option<usize> {
    let tokens = &article.tokens;
    let reach = end..(end + REACH + 1).min(sentence.end);
    let said = |at: usize| {
        let mut cues = tokens.cues_in(sentence.start..at);
        cues.any(|(_, hit)| matches!(hit.cue, Cue::Says | Cue::AccordingTo))
    };
    let mut found = None;
    for at in reach {
        let cue = tokens.cue_at(at, Cue::NamesList).map(|length| at + length);
        let colon = (tokens.folded(at) == ":" && !said(at)).then_some(at + 1);
        if let Some(behind) = colon.or(cue) {
            found = Some(behind);
            break;
        }
        let plain = tokens.list.get(at)?.kind == PieceKind::Word;
        let comma = matches!(tokens.folded(at), "،" | "," | "-" | "–" | "—");
        let broken = tokens.cues_at(at).any(|hit| {
            matches!(
                hit.cue,
                Cue::FunctionWord | Cue::PartOf | Cue::Whole | Cue::Another | Cue::Negation
            )
        });
        if !(plain || comma) || broken {
            return None;
        }
    }
    // «وهي كالتالي:» opens once.
    let next = found?;
    Some(next + usize::from(tokens.folded(next) == ":"))
}

/// An item of a list: its words, and whether a mark stands before it.
struct Item {
    tokens: Range<usize>,
    marked: bool,
}

/// A list in its finest cut.
struct List {
    items: Vec<Item>,
}

impl List {
    /// The items up to the end of the sentence; none where it opens to more, or counts.
    fn read(article: &Analysis<'_>, range: Range<usize>) -> Option<Self> {
        let tokens = &article.tokens;
        let open = tokens.cues_in(range.clone()).any(|(_, hit)| {
            matches!(
                hit.cue,
                Cue::Another | Cue::PartOf | Cue::Whole | Cue::OpenList | Cue::Says
            )
        });
        let mut claims = claims_in(article, &range).iter();
        let counts =
            claims.any(|claim| claim.counted.is_some() || claim.quantity.assertion.is_some());
        if open || counts {
            return None;
        }
        let mut items: Vec<Item> = Vec::new();
        let (mut start, mut marked) = (range.start, false);
        let mut close = |tokens: Range<usize>, marked: bool| {
            if !tokens.is_empty() && !is_figure(article, &tokens) {
                items.push(Item { tokens, marked });
            }
        };
        for at in range.clone() {
            match tokens.folded(at) {
                "،" | "," | "؛" | ";" => {
                    close(start..at, marked);
                    (start, marked) = (at + 1, true);
                }
                "و" | "and" | "&" => {
                    let fresh = start == at;
                    close(start..at, marked);
                    (start, marked) = (at + 1, marked && fresh);
                }
                _ if at > start && is_joined(article, at) => {
                    close(start..at, marked);
                    (start, marked) = (at, false);
                }
                "." | "!" | "؟" | "?" if at + 1 == range.end => {
                    close(start..at, marked);
                    start = range.end;
                }
                _ => {}
            }
        }
        close(start..range.end, marked);
        (items.len() > 1).then_some(Self { items })
    }

    fn tokens(&self) -> Range<usize> {
        let start = self.items.first().map_or(0, |item| item.tokens.start);
        start..self.items.last().map_or(start, |item| item.tokens.end)
    }

    /// How sure it is that the list has not the length that is announced; none where it can have.
    fn sure(&self, article: &Analysis<'_>, claim: &Claim, number: usize) -> Option<u8> {
        let kinds: Option<Vec<_>> = self
            .items
            .iter()
            .map(|item| name(article, claim, &item.tokens))
            .collect();
        let kinds = kinds?;
        let proper = kinds.iter().all(|kind| *kind == Name::Proper);
        if self.items.len() < number {
            return Some(if proper { 80 } else { 55 });
        }
        // Marks part items; the last «و» joins one more, or stands inside a name.
        let marked = self.items.iter().filter(|item| item.marked).count();
        let single = self.items.iter().all(|item| item.tokens.len() == 1);
        let least = if marked > 0 { marked + 1 } else { 1 };
        let least = if single && proper {
            self.items.len()
        } else {
            least
        };
        (least > number).then_some(if proper { 72 } else { 52 })
    }
}

/// Whether «و» is written onto the word and the rest is a word by itself.
fn is_joined(article: &Analysis<'_>, at: usize) -> bool {
    let tokens = &article.tokens;
    let written = tokens.folded(at).starts_with('و');
    let readings = tokens.readings(at);
    let whole = readings
        .iter()
        .any(|reading| reading.proclitics.is_empty() && !reading.enclitic);
    let place = readings
        .iter()
        .any(|reading| reading.proclitics.contains(Proclitics::WA) && is_place(article, at));
    written && (!whole || place)
}

fn is_place(article: &Analysis<'_>, at: usize) -> bool {
    let places = &article.lexicon.places;
    {
        let tokens = &article.tokens;
        !tokens
            .phrases_at(places.phrases(), Marks::PLACE, at)
            .is_empty()
    }
}

/// An age or a year behind a name.
fn is_figure(article: &Analysis<'_>, item: &Range<usize>) -> bool {
    let digits = |at: usize| {
        let token = article.tokens.list.get(at);
        token.is_some_and(|token| token.kind == PieceKind::Digits)
    };
    item.start < item.end && digits(item.start)
}

/// How surely an item is a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Name {
    /// A place, a person, a name in capitals.
    Proper,
    /// A definite noun, or another of what is counted.
    Noun,
}

/// What an item is; none where it is no name.
fn name(article: &Analysis<'_>, claim: &Claim, item: &Range<usize>) -> Option<Name> {
    let tokens = &article.tokens;
    let first = item.start;
    let words = item.clone().all(|at| {
        tokens
            .list
            .get(at)
            .is_some_and(|token| token.kind != PieceKind::Digits)
    });
    let turned = item.clone().any(|at| {
        tokens.cues_at(at).any(|hit| {
            matches!(
                hit.cue,
                Cue::Relative | Cue::Contrast | Cue::Negation | Cue::Future | Cue::Cause
            )
        })
    });
    let ranked = item.clone().any(|at| is_superlative(article, at));
    let function = tokens.cue_at(first, Cue::FunctionWord).is_some();
    if item.len() > NAME || !words || turned || ranked || function {
        return None;
    }
    let capital = tokens.list.get(first).is_some_and(|token| token.capital);
    let given = is_given(article, first);
    if capital || given || is_place(article, first) {
        return Some(Name::Proper);
    }
    let definite = |at: usize| {
        let word = tokens.folded(at);
        let word = word.strip_prefix('و').unwrap_or(word);
        word.starts_with("ال") && word.chars().nth(3).is_some()
    };
    let head = claim.counted.as_ref().map(|counted| counted.head);
    let same = head.is_some_and(|head| tokens.word(head).concept == tokens.word(first).concept);
    (definite(first) || same && definite(first + 1)).then_some(Name::Noun)
}

/// A given name, with or without «و» on it.
fn is_given(article: &Analysis<'_>, at: usize) -> bool {
    let mut readings = article.tokens.readings(at).iter();
    readings.any(|reading| {
        let free = (Proclitics::WA | Proclitics::AL).contains(reading.proclitics);
        let name = article.lexicon.given_names.get(reading.lex);
        free && !reading.enclitic && name.is_some()
    })
}

/// «الأكبر», "largest": what is said of the things, and no name of one.
fn is_superlative(article: &Analysis<'_>, at: usize) -> bool {
    let word = |index: usize| {
        if index == 0 {
            article.tokens.readings(at)
        } else {
            &[]
        }
    };
    let table = &article.lexicon.ordinals.assertions;
    table.longest(word, Some).is_some()
}
