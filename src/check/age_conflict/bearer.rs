//! Whose age it is: the name that stands directly beside it.

use std::ops::Range;

use crate::analysis::Analysis;
use crate::claim::Claim;
use crate::claim::person::{self, Person};
use crate::lang::arabic::Proclitics;
use crate::lang::lexicon::cue::Cue;
use crate::quantity::value::Kind;
use crate::text::split::PieceKind;

/// Words of a name that are looked at before an Arabic age.
const LONGEST: usize = 5;

/// Words that may stand between "34-year-old" and the name: what the person does.
const TRADE: usize = 3;

/// Someone by name.
#[derive(Clone, Debug)]
pub(super) struct Bearer {
    /// Its words.
    pub(super) name: Range<usize>,
    /// The comparable forms of its parts.
    pub(super) keys: Vec<String>,
    /// Whether the first part is a given name of Arabs, which a son and his father's name have in common.
    given: bool,
}

/// What two names have in common.
pub(super) struct Shared<'a>(Option<&'a str>);

impl<'a> Shared<'a> {
    /// The one name that they share; none where they share more.
    pub(super) fn single(&self) -> Option<&'a str> {
        self.0
    }
}

impl Bearer {
    fn new(article: &Analysis<'_>, parts: &[usize]) -> Option<Self> {
        let (first, last) = (*parts.first()?, *parts.last()?);
        let keys = parts.iter().map(|at| key(article, *at).to_owned());
        let given =
            !article.tokens.folded(first).is_ascii() && article.tokens.given(first).is_some();
        Some(Self {
            given,
            name: first..last + 1,
            keys: keys.collect(),
        })
    }

    /// Whether a word is part of the name.
    pub(super) fn has(&self, key: &str) -> bool {
        self.keys.iter().any(|own| own == key)
    }

    /// What the names share, where they can be one person's: all of the shorter one, which begins like the longer or is its last word.
    pub(super) fn shares<'a>(&'a self, other: &'a Self) -> Option<Shared<'a>> {
        let (long, short) = if self.keys.len() >= other.keys.len() {
            (self, other)
        } else {
            (other, self)
        };
        let begins = long.keys.first() == short.keys.first();
        match short.keys.as_slice() {
            [] => None,
            [one] => {
                let surname = !short.given && long.keys.last() == Some(one);
                (begins || surname).then_some(Shared(Some(one)))
            }
            keys => {
                let inside = keys.iter().all(|key| long.has(key));
                (begins && inside).then_some(Shared(None))
            }
        }
    }
}

/// The comparable form of a word of a name, the «و» before a given name off.
fn key<'a>(article: &'a Analysis<'_>, at: usize) -> &'a str {
    let joined = article.tokens.readings(at).iter().any(|reading| {
        let name = article.lexicon.given_names.get(reading.lex).is_some();
        name && reading.proclitics == Proclitics::WA && !reading.enclitic
    });
    let word = article.tokens.folded(at);
    person::key(word.strip_prefix('و').filter(|_| joined).unwrap_or(word))
}

/// The person whose age a claim is.
pub(super) fn of_age(article: &Analysis<'_>, claim: &Claim) -> Option<Bearer> {
    let tokens = &article.tokens;
    let own = &claim.quantity.tokens;
    let age = claim.quantity.kind == Kind::Age;
    let english = age && tokens.folded(own.start).is_ascii();
    if let Some(bearer) = behind(article, own.end).filter(|_| english) {
        return Some(bearer);
    }
    let before = own.start.checked_sub(1)?;
    let edge = match tokens.folded(before) {
        // «البالغ من العمر (34 عاما)».
        "(" if tokens.folded(before.checked_sub(1)?) == "العمر" => {
            being(article, before.checked_sub(2)?)?
        }
        "(" => before,
        "،" | "," | "-" | "–" => {
            let closed = matches!(tokens.folded(own.end), "،" | "," | "." | "-" | "–");
            (closed || age).then_some(before)?
        }
        "من" if age => being(article, before)?,
        _ if age => own.start,
        _ => return None,
    };
    before_edge(article, edge)
}

/// «البالغ من», «الذي يبلغ من»: where the words that say so begin.
fn being(article: &Analysis<'_>, from: usize) -> Option<usize> {
    let tokens = &article.tokens;
    let verb = from.checked_sub(1)?;
    let participle = matches!(
        tokens.folded(verb),
        "البالغ" | "البالغه" | "والبالغ" | "والبالغه"
    );
    let relative = verb.checked_sub(1)?;
    let clause = matches!(tokens.folded(verb), "يبلغ" | "تبلغ")
        && matches!(tokens.folded(relative), "الذي" | "التي");
    let start = if participle {
        verb
    } else {
        clause.then_some(relative)?
    };
    let mark = start.checked_sub(1)?;
    Some(if matches!(tokens.folded(mark), "،" | ",") {
        mark
    } else {
        start
    })
}

/// The person that is born in the year of a claim. `of` gives the bearer of the age that ends at a token.
pub(super) fn of_birth(
    article: &Analysis<'_>,
    claim: &Claim,
    of: impl Fn(usize) -> Option<Bearer>,
) -> Option<Bearer> {
    let tokens = &article.tokens;
    let sentence = tokens.sentences.get(claim.sentence)?.tokens.start;
    let at = before_year(article, claim);
    let word = at.checked_sub(1).filter(|word| *word >= sentence)?;
    if !is_born(tokens.folded(word)) {
        // «ولد سعيد الحربي عام 1990».
        let bearer = before_edge(article, at)?;
        let verb = bearer.name.start.checked_sub(1)?;
        return matches!(tokens.folded(verb), "ولد" | "ولدت" | "وولد" | "وولدت").then_some(bearer);
    }
    let mut edge = word;
    while edge > sentence
        && matches!(
            tokens.folded(edge - 1),
            "was" | "who" | "is" | "," | "،" | "(" | "وهو" | "وهي" | "هو" | "من" | ")"
        )
    {
        edge -= 1;
        if tokens.folded(edge) == ")" {
            break;
        }
    }
    before_edge(article, edge).or_else(|| of(edge.checked_sub(1)?))
}

/// Whether a date is said to be someone's birth.
pub(super) fn is_birth(article: &Analysis<'_>, claim: &Claim) -> bool {
    let word = before_year(article, claim).checked_sub(1);
    word.is_some_and(|word| is_born(article.tokens.folded(word)))
}

/// Where the words begin that lead up to a year: «في عام», "in".
fn before_year(article: &Analysis<'_>, claim: &Claim) -> usize {
    let tokens = &article.tokens;
    let mut at = claim.quantity.tokens.start;
    while at > 0
        && matches!(
            tokens.folded(at - 1),
            "في" | "عام" | "سنه" | "in" | "on" | "من"
        )
    {
        at -= 1;
    }
    at
}

fn is_born(word: &str) -> bool {
    matches!(
        word,
        "born" | "المولود" | "المولوده" | "مواليد" | "والمولود" | "والمولوده"
    )
}

/// The name that ends before a token.
fn before_edge(article: &Analysis<'_>, edge: usize) -> Option<Bearer> {
    let named = |person: &Person| person.name.end.cmp(&edge);
    if let Ok(index) = article.people.binary_search_by(named) {
        let person = article.people.get(index)?;
        return Bearer::new(article, &person.parts);
    }
    let last = edge.checked_sub(1)?;
    if article.tokens.folded(last).is_ascii() {
        return None;
    }
    arabic_before(article, edge)
}

/// An Arabic name that nothing announces: from the first given name among the words before `edge`, or two words that are no others.
fn arabic_before(article: &Analysis<'_>, edge: usize) -> Option<Bearer> {
    let tokens = &article.tokens;
    let sentence = tokens.sentence_of(edge.checked_sub(1)?);
    let floor = tokens.sentences.get(sentence)?.tokens.start;
    let run = (floor..edge)
        .rev()
        .take(LONGEST)
        .take_while(|at| is_name_word(article, *at))
        .count();
    let words: Vec<usize> = (edge - run..edge).collect();
    let given = |at: &usize| tokens.given(*at).is_some();
    let first = words.iter().position(given);
    let parts = match first {
        Some(first) => words.get(first..)?,
        None => words.get(words.len().checked_sub(2)?..)?,
    };
    let parts: Vec<usize> = parts
        .iter()
        .copied()
        .filter(|at| {
            !matches!(
                tokens.folded(*at),
                "بن" | "ابن" | "بنت" | "ال" | "ابو" | "عبد"
            )
        })
        .collect();
    Bearer::new(article, &parts)
}

/// A given name, or a word that the lexicon does not know as another.
fn is_name_word(article: &Analysis<'_>, at: usize) -> bool {
    let tokens = &article.tokens;
    let word = tokens
        .list
        .get(at)
        .is_some_and(|token| token.kind == PieceKind::Word);
    let plain = tokens.cue_at(at, Cue::FunctionWord).is_some();
    let known = tokens
        .readings(at)
        .iter()
        .any(|reading| !reading.enclitic && (reading.proclitics - Proclitics::AL).is_empty());
    let given = tokens.given(at).is_some();
    let particle = matches!(
        tokens.folded(at),
        "بن" | "ابن" | "بنت" | "ال" | "ابو" | "عبد"
    );
    word && (given || particle || !known && !plain)
}

/// The English name behind "34-year-old", with what its bearer does before it.
fn behind(article: &Analysis<'_>, at: usize) -> Option<Bearer> {
    let from = article
        .people
        .partition_point(|person| person.name.start < at);
    let person = article.people.get(from)?;
    let gap = at..person.name.start;
    let trade = |at: usize| {
        let token = article.tokens.list.get(at);
        token.is_some_and(|token| token.kind == PieceKind::Word) && article.tokens.word(at).content
    };
    let near = gap.len() <= TRADE && gap.into_iter().all(trade);
    near.then(|| Bearer::new(article, &person.parts)).flatten()
}
