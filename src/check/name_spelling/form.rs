//! The word forms of an article, each with its places and with what announces it as a name.
//!
//! Most words of an article can be neither a name nor a slip of one, so that a form is a few numbers; letters and places are read of the few
//! that are looked at.

use hashbrown::HashMap;

use crate::analysis::Analysis;
use crate::check::phrasing::written;
use crate::claim::person::Sign;
use crate::document::Zone;
use crate::lang::lexicon::given_name::NameUse;
use crate::lang::lexicon::marks::Marks;
use crate::text::split::PieceKind;

/// The ending of a possessive.
pub(super) const POSSESSIVE: &str = "'s";

/// A word without [`POSSESSIVE`], where it ends in it.
pub(super) fn base(word: &str) -> Option<&str> {
    let possessive = matches!(word.as_bytes(), [.., b'\'', b's']);
    word.get(..word.len().checked_sub(POSSESSIVE.len())?)
        .filter(|_| possessive)
}

/// No token.
const NONE: u32 = u32::MAX;

/// A word form; a possessive ("Blair's") is one with its base.
#[derive(Clone, Debug)]
pub(super) struct Form {
    /// Its first token.
    pub(super) first: usize,
    /// How often it stands.
    pub(super) count: usize,
    /// What announces it as a name.
    pub(super) sign: Option<Sign>,
    /// Whether it stands directly behind a given name.
    pub(super) bears_given: bool,
    /// The first token of its possessive, where both stand.
    possessive: Option<usize>,
}

/// The word forms of an article, in order of their first place.
pub(super) struct Forms {
    pub(super) list: Vec<Form>,
    /// For each token the next one of its word.
    next: Vec<u32>,
}

impl Forms {
    /// Reads them.
    pub(super) fn of(article: &Analysis<'_>) -> Self {
        let tokens = &article.tokens.list;
        let mut list: Vec<Form> = Vec::new();
        let mut next = vec![NONE; tokens.len()];
        // By the number of the word: its form, and its last token so far.
        let words = tokens.iter().map(|token| token.word.index() + 1).max();
        let mut of_word = vec![(NONE, NONE); words.unwrap_or_default()];
        for (at, token) in tokens.iter().enumerate() {
            if token.kind != PieceKind::Word {
                continue;
            }
            let (form, end) = &mut of_word[token.word.index()];
            if let Some(known) = list.get_mut(*form as usize) {
                known.count += 1;
                next[*end as usize] = at as u32;
            } else {
                *form = list.len() as u32;
                list.push(Form {
                    first: at,
                    count: 1,
                    sign: None,
                    bears_given: false,
                    possessive: None,
                });
            }
            *end = at as u32;
        }
        let mut forms = Self { list, next };
        let mut of_word: Vec<u32> = of_word.into_iter().map(|(form, _)| form).collect();
        for (base, other) in forms.join_possessives(article) {
            let token = tokens[forms.list[other].first];
            of_word[token.word.index()] = base as u32;
        }
        forms.read_signs(article, &of_word);
        forms
    }

    /// The tokens of a form, in order.
    pub(super) fn places(&self, form: &Form) -> Vec<usize> {
        let chain = |first: usize| {
            std::iter::successors(Some(first), |at| {
                let next = *self.next.get(*at)?;
                (next != NONE).then_some(next as usize)
            })
        };
        let behind = form.possessive.into_iter().flat_map(chain);
        let mut places: Vec<_> = chain(form.first).chain(behind).collect();
        places.sort_unstable();
        places
    }

    /// Joins possessives to their bases: pairs of forms, the second of which is now a part of the first.
    fn join_possessives(&mut self, article: &Analysis<'_>) -> Vec<(usize, usize)> {
        let word = |form: &Form| article.tokens.folded(form.first);
        let possessive = |(at, form): (usize, &Form)| {
            if !article.tokens.marks(form.first).contains(Marks::POSSESSIVE) {
                return None;
            }
            Some((base(word(form))?.to_owned(), at))
        };
        let by_base: HashMap<String, usize> = self
            .list
            .iter()
            .enumerate()
            .filter_map(possessive)
            .collect();
        let mut joined = Vec::new();
        if by_base.is_empty() {
            return joined;
        }
        for at in 0..self.list.len() {
            let Some(other) = by_base.get(word(&self.list[at])).copied() else {
                continue;
            };
            let possessive = &mut self.list[other];
            let (first, count) = (possessive.first, std::mem::take(&mut possessive.count));
            let base = &mut self.list[at];
            base.possessive = Some(first.max(base.first));
            base.first = first.min(base.first);
            base.count += count;
            joined.push((at, other));
        }
        joined
    }

    /// Reads what announces the forms: a person named there, a given name before one, a colon behind one at the start of the headline.
    fn read_signs(&mut self, article: &Analysis<'_>, of_word: &[u32]) {
        let tokens = &article.tokens;
        let form_of = |at: usize| {
            let token = tokens.list.get(at)?;
            of_word.get(token.word.index()).map(|form| *form as usize)
        };
        let people = article.people.iter();
        let parts = people.flat_map(|person| person.parts.iter().map(|part| (*part, person.sign)));
        for (at, sign) in parts.chain(quoted_in_headlines(article)) {
            if let Some(form) = form_of(at).and_then(|form| self.list.get_mut(form)) {
                form.sign = form.sign.max(Some(sign));
            }
        }
        for at in 0..tokens.list.len() {
            let before =
                tokens.marks(at).contains(Marks::GIVEN_NAME) && is_before_name(article, at);
            let form = before.then(|| form_of(at + 1)).flatten();
            if let Some(form) = form.and_then(|form| self.list.get_mut(form)) {
                form.bears_given = true;
            }
        }
    }
}

/// «بوريل: لا نريد الحرب»: who speaks in a headline.
fn quoted_in_headlines<'a>(article: &'a Analysis<'_>) -> impl Iterator<Item = (usize, Sign)> + 'a {
    let headlines = article
        .tokens
        .sentences
        .iter()
        .filter(|sentence| article.document.blocks[sentence.block].zone == Zone::Headline);
    headlines.filter_map(|sentence| {
        let start = sentence.tokens.start;
        let quoted = usize::from(is_quote(article.tokens.folded(start)));
        let behind = article.tokens.folded(start + 1 + 2 * quoted);
        (behind == ":").then_some((start + quoted, Sign::Role))
    })
}

fn is_quote(mark: &str) -> bool {
    matches!(mark, "\"" | "«" | "“")
}

/// Whether a given name of people stands at a token, which is no other word: «على» folds to «علي».
pub(super) fn is_given(article: &Analysis<'_>, at: usize) -> bool {
    let tokens = &article.tokens;
    if !tokens.marks(at).contains(Marks::GIVEN_NAME) {
        return false;
    }
    let usage = tokens.given(at);
    let preposition = || tokens.folded(at) == "علي" && !written(article, at).contains('ي');
    usage.is_some_and(|usage| usage <= NameUse::Mostly) && !preposition()
}

/// Whether a given name and directly behind it a word that is not known to be another.
fn is_before_name(article: &Analysis<'_>, at: usize) -> bool {
    let tokens = &article.tokens;
    let word = tokens.list.get(at + 1);
    word.is_some_and(|word| word.kind == PieceKind::Word)
        && tokens.readings(at + 1).is_empty()
        && is_given(article, at)
        && tokens.sentence_of(at) == tokens.sentence_of(at + 1)
}
