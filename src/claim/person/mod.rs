//! [`Person`]: a place where the article names someone, with the rank before the name.
//!
//! English names are runs of capitals. Arabic has none: a name is what follows a rank, a title, a role («المدرب الإسباني»), a verb of
//! saying or a given name, as far as the words are not known to be others.

mod arabic;
mod english;

use std::ops::Range;

use crate::document::Document;
use crate::lang::lexicon::Lexicon;
use crate::lang::lexicon::given_name::NameUse;
use crate::lang::lexicon::marks::Marks;
use crate::lang::lexicon::rank::Rank;
use crate::text::split::PieceKind;
use crate::token::{Token, Tokens};

/// A rank before a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RankMention {
    /// Which.
    pub rank: Rank,
    /// Its words.
    pub tokens: Range<usize>,
}

/// What shows that the words are a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// A verb of saying stands before them.
    Speech,
    /// A role, or capitals.
    Role,
    /// A rank, a title or a given name.
    Title,
}

/// A place where someone is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The rank before the name.
    pub rank: Option<RankMention>,
    /// What shows that it is a name.
    pub sign: Sign,
    /// From the first to the last word of the name.
    pub name: Range<usize>,
    /// The words of the name in order, without particles («بن», "von"). In Arabic the later ones may be words that follow the name.
    pub parts: Vec<usize>,
}

impl Person {
    /// The person whose name has these parts and ends before `end`; none without a part.
    fn of(
        rank: Option<RankMention>,
        sign: Sign,
        (parts, end): (Vec<usize>, usize),
    ) -> Option<Self> {
        let first = *parts.first()?;
        Some(Self {
            rank,
            sign,
            name: first..end,
            parts,
        })
    }
}

/// The people that an article names, in order of place.
pub fn read(document: &Document, tokens: &Tokens, lexicon: &Lexicon) -> Vec<Person> {
    let page = Page {
        document,
        tokens,
        lexicon,
    };
    let mut people = Vec::new();
    for sentence in &tokens.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let end = sentence.tokens.end;
            let found = if !page.may_open(at) {
                None
            } else if page.is_arabic(at) {
                arabic::person_at(&page, at, end)
            } else {
                english::person_at(&page, at, end)
            };
            match found {
                Some(person) => {
                    at = person.name.end.max(at + 1);
                    people.push(person);
                }
                None => at += 1,
            }
        }
    }
    people
}

/// What the readers of names look at.
struct Page<'a> {
    document: &'a Document,
    tokens: &'a Tokens,
    lexicon: &'a Lexicon,
}

impl Page<'_> {
    /// Whether a name may be announced or begin at a word, by one look.
    fn may_open(&self, at: usize) -> bool {
        let opens =
            |token: &Token| token.capital || token.marks.intersects(Marks::CUE | Marks::RANK);
        self.tokens.list.get(at).is_some_and(opens)
    }

    fn is_word(&self, at: usize) -> bool {
        self.tokens
            .list
            .get(at)
            .is_some_and(|token| token.kind == PieceKind::Word)
    }

    fn is_arabic(&self, at: usize) -> bool {
        let first = self.tokens.folded(at).chars().next();
        self.is_word(at) && first.is_some_and(|c| ('\u{0600}'..='\u{06FF}').contains(&c))
    }

    fn given(&self, at: usize) -> Option<NameUse> {
        self.tokens.given(at)
    }

    fn is_capital(&self, at: usize) -> bool {
        self.tokens
            .list
            .get(at)
            .is_some_and(|token| token.capital && token.kind == PieceKind::Word)
    }
}

/// The comparable form of a word of a name: without the article, «عبد» written onto the next word, or the possessive ending.
pub fn key(folded: &str) -> &str {
    let word = folded.strip_suffix("'s").unwrap_or(folded);
    let word = word
        .strip_prefix("عبد")
        .filter(|rest| rest.starts_with("ال"))
        .unwrap_or(word);
    word.strip_prefix("ال")
        .filter(|rest| rest.chars().nth(1).is_some())
        .unwrap_or(word)
}
