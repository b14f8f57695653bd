//! One name in two spellings: a word that stands once and differs by one slip from a name that the article uses more often.
//!
//! Every known name is indexed by itself and by each of its forms with one letter left out; a rare word is looked up the same way, so that the
//! cost grows with the article, not with its square. What counts as a slip: two neighbours exchanged, a letter left out or added inside,
//! a vowel for a vowel, and letters that Arabic transliteration confuses.

mod bits;
mod company;
mod definite;
mod ends;
mod form;
mod index;
mod slip;
mod sureness;

use serde::Deserialize;
use smallvec::SmallVec;

use crate::analysis::Analysis;
use crate::check::{Check, Match, Repair, Text};
use crate::claim::person::Sign;
use crate::lang::arabic::Proclitics;
use crate::lang::lexicon::given_name::NameUse;
use crate::lang::lexicon::marks::Marks;
use crate::text::span::Span;
use crate::text::split::PieceKind;

use ends::Ends;
use form::{Form, Forms, POSSESSIVE};
use index::Index;
use sureness::sureness;

/// Finds one name in two spellings.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NameSpelling {}

/// Shorter words differ by one letter from too many others.
const SHORTEST: usize = 4;

/// Longer ones are no names.
const LONGEST: usize = 24;

/// The letters of a spelling.
type Letters = SmallVec<[char; LONGEST + 1]>;

/// A form that is a name, or may be a slip of one.
struct Spelling<'a> {
    word: &'a str,
    letters: Letters,
    places: Vec<usize>,
    sign: Option<Sign>,
    /// Whether something shows that it is a name.
    announced: bool,
}

impl<'a> Spelling<'a> {
    fn of(article: &'a Analysis<'_>, form: &Form, letters: Letters, places: Vec<usize>) -> Self {
        Self {
            word: base(article.tokens.folded(form.first)),
            letters,
            places,
            sign: form.sign,
            announced: form.sign.is_some() || form.bears_given,
        }
    }
}

impl Check for NameSpelling {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        let forms = Forms::of(article);
        let names = names(article, &forms);
        let mut found = twofold(article);
        if names.is_empty() {
            return found;
        }
        let letters = || names.iter().map(|name| name.letters.as_slice());
        let ends = Ends::of(letters());
        let once = forms.list.iter().filter(|form| form.count == 1);
        let rares: Vec<_> = once
            .filter(|form| ends.may_be_slip(base(article.tokens.folded(form.first))))
            .filter_map(|form| Some((form, rare(article, form)?)))
            .collect();
        let index = Index::of(
            letters(),
            rares.iter().map(|(_, letters)| letters.as_slice()),
        );
        for (form, letters) in rares {
            let near = index.near(&letters);
            if near.is_empty() {
                continue;
            }
            let rare = Spelling::of(article, form, letters, vec![form.first]);
            let best = near
                .iter()
                .filter_map(|at| names.get(*at))
                .filter_map(|name| Some((sureness(article, &rare, name)?, name)))
                .max_by_key(|(sure, name)| (*sure, name.places.len()));
            if let Some((sure, name)) = best {
                found.extend(tell(article, &rare, name, sure));
            }
        }
        found.sort_by_key(|one: &Match| one.places.first().map(|place| place.span.start));
        found
    }
}

/// The names of an article.
fn names<'a>(article: &'a Analysis<'_>, forms: &Forms) -> Vec<Spelling<'a>> {
    let mut names: Vec<Spelling<'_>> = Vec::new();
    for form in forms.list.iter().filter(|form| form.count > 1) {
        let Some(letters) = name(article, form) else {
            continue;
        };
        let name = Spelling::of(article, form, letters, forms.places(form));
        if is_arabic(&name) || is_always_capital(article, &name) {
            names.push(name);
        }
    }
    names
}

/// Names with the article here and without it there.
fn twofold(article: &Analysis<'_>) -> Vec<Match> {
    let spelling = |places: Vec<usize>| {
        let first = *places.first()?;
        Some(Spelling {
            word: article.tokens.folded(first),
            letters: Letters::new(),
            places,
            sign: None,
            announced: true,
        })
    };
    let both = definite::with_and_without(article).into_iter();
    let told = both
        .filter_map(|(rare, usual)| tell(article, &spelling(vec![rare])?, &spelling(usual)?, 62));
    told.collect()
}

/// The word without the possessive ending.
fn base(folded: &str) -> &str {
    form::base(folded).unwrap_or(folded)
}

/// The letters of a form of a fitting length.
fn letters(article: &Analysis<'_>, form: &Form) -> Option<Letters> {
    let word = base(article.tokens.folded(form.first));
    // A letter of either language is one byte or two.
    if word.len() < SHORTEST || word.len() > 2 * LONGEST {
        return None;
    }
    let letters: Letters = word.chars().take(LONGEST + 1).collect();
    (SHORTEST..=LONGEST)
        .contains(&letters.len())
        .then_some(letters)
}

fn is_arabic(form: &Spelling<'_>) -> bool {
    form.letters
        .first()
        .is_some_and(|letter| !letter.is_ascii())
}

/// The letters of a form that may be a name: in Arabic one that something announces, or that no table knows.
fn name(article: &Analysis<'_>, form: &Form) -> Option<Letters> {
    let word = article.tokens.folded(form.first);
    let possible = if word.is_ascii() {
        article.tokens.list.get(form.first)?.capital
    } else {
        let announced = form.sign.is_some() || form.bears_given;
        (announced || !word.starts_with("ال")) && !is_known(article, form.first)
    };
    possible.then(|| letters(article, form)).flatten()
}

/// Whether an English form has a capital everywhere, not only at the start of sentences.
fn is_always_capital(article: &Analysis<'_>, form: &Spelling<'_>) -> bool {
    let tokens = &article.tokens;
    let capital = |at: &usize| tokens.list.get(*at).is_some_and(|token| token.capital);
    form.places.iter().all(capital) && form.places.iter().any(|at| !starts_sentence(article, *at))
}

fn starts_sentence(article: &Analysis<'_>, at: usize) -> bool {
    let sentence = article.tokens.sentence_of(at);
    let start = article
        .tokens
        .sentences
        .get(sentence)
        .map_or(0, |sentence| sentence.tokens.start);
    (start..at).all(|before| {
        article
            .tokens
            .list
            .get(before)
            .is_some_and(|token| token.kind == PieceKind::Punctuation)
    })
}

/// The letters of a form that stands once, where no table knows it.
fn rare(article: &Analysis<'_>, form: &Form) -> Option<Letters> {
    let token = article.tokens.list.get(form.first)?;
    let possible = token.capital || token.marks.contains(Marks::BEYOND_ASCII);
    (possible && !is_known(article, form.first))
        .then(|| letters(article, form))
        .flatten()
}

/// Whether the lexicon has the word, as it stands or behind the article, and not only as a name of foreigners.
fn is_known(article: &Analysis<'_>, at: usize) -> bool {
    let named = article.tokens.marks(at).contains(Marks::GIVEN_NAME);
    let foreign = |lex| article.lexicon.given_names.get(lex) == Some(NameUse::Foreign);
    let mut readings = article.tokens.readings(at).iter();
    readings.any(|reading| {
        !reading.enclitic
            && (reading.proclitics - Proclitics::AL).is_empty()
            && !(named && foreign(reading.lex))
    })
}

fn tell(
    article: &Analysis<'_>,
    rare: &Spelling<'_>,
    name: &Spelling<'_>,
    sure: u8,
) -> Option<Match> {
    let here = place(article, *rare.places.first()?);
    let there = place(article, *name.places.first()?);
    let repair = Repair {
        title: "usual",
        safe: false,
        edits: vec![(here, article.text(there).to_owned())],
        values: Vec::new(),
    };
    Some(
        Match::at(here, sure)
            .related(there)
            .quote("rare", here)
            .quote("usual", there)
            .value("count", Text::Plain(name.places.len().to_string()))
            .repair(repair),
    )
}

/// The place of a word without its possessive ending.
fn place(article: &Analysis<'_>, at: usize) -> Span {
    let span = article.tokens.span(&(at..at + 1));
    if !article.tokens.folded(at).ends_with(POSSESSIVE) {
        return span;
    }
    let text = article.text(span);
    let base = text.rfind(['\'', '\u{2019}', '\u{02BC}']);
    let end = span.start as usize + base.unwrap_or(text.len());
    Span::new(span.start as usize, end)
}
