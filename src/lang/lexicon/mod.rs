//! [`Lexicon`]: the tables of `rules/lexicon`, read once, shared by all articles.
//!
//! Every word that any table holds has one [`LexId`]. An article's word is looked up once, with and without its clitics; the
//! tables are then plain look-ups by id. A table is one file here, one field below, and one YAML file (or folder) a language.

pub mod calendar;
mod column;
pub mod cue;
pub mod given_name;
pub mod hedge;
mod index;
mod inflection;
pub mod marks;
pub mod named;
pub mod noun;
pub mod numeral;
pub mod ordinal;
pub mod pattern;
pub mod peg;
pub mod phrase;
pub mod place;
pub mod rank;
mod strings;
mod trie;
pub mod unit;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::lang::arabic::{self, Proclitics};
use crate::lang::lexicon::index::Lists;
use crate::lang::lexicon::marks::{MarkTable, Marks};
use crate::lang::lexicon::strings::Strings;
use crate::text::fold::fold;
use crate::text::split::split;
use crate::yaml::{self, YamlError};

/// A word of the lexicon, folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct LexId(u32);

/// One way to read a word: an entry of the lexicon, and what was written onto it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The entry.
    pub lex: LexId,
    /// What stands before it, in the same word.
    pub proclitics: Proclitics,
    /// Whether a pronoun stands behind it («بينهم» read as «بين»), or the English possessive.
    pub enclitic: bool,
}

/// Why a lexicon file was refused.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{file}: {error}")]
pub struct LexiconError {
    /// The file, below `rules/`.
    pub file: String,
    /// What is wrong in it.
    pub error: YamlError,
}

/// The words of all tables.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Words {
    ids: Strings,
    /// Words behind the first of some phrase that was read from YAML; once prepared, the marks tell.
    #[serde(skip)]
    inside: BTreeSet<LexId>,
}

impl Words {
    /// The id of a word, given now where it has none yet. The word is folded first.
    pub fn intern(&mut self, word: &str) -> LexId {
        LexId(self.ids.intern(&fold(word)))
    }

    /// The ids of the words and marks of a phrase, in order.
    pub fn intern_phrase(&mut self, phrase: &str) -> Vec<LexId> {
        let ids: Vec<_> = split(phrase)
            .map(|(_, span)| self.intern(span.of(phrase)))
            .collect();
        self.inside.extend(ids.iter().skip(1));
        ids
    }

    /// Whether a word stands behind the first of some phrase.
    fn is_inside(&self, word: LexId) -> bool {
        self.inside.contains(&word)
    }

    /// How many words there are.
    fn count(&self) -> u32 {
        self.ids.count()
    }

    /// The id of a folded word.
    pub fn id(&self, folded: &str) -> Option<LexId> {
        self.ids.find(folded).map(LexId)
    }
}

/// Entries of one kind by word; a word may have several («قتلى» is the plural of one noun, «مارس» a month and a verb).
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static, T: Deserialize<'de>"))]
pub struct Table<T> {
    entries: Lists<T>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self {
            entries: Lists::default(),
        }
    }
}

impl<T> Table<T> {
    /// The entries of a word.
    pub fn get(&self, word: LexId) -> &[T] {
        self.entries.get(word.0)
    }
}

impl<T: Clone> Table<T> {
    /// Adds an entry for a word.
    pub fn add(&mut self, word: LexId, entry: T) {
        self.entries.add(word.0, entry);
    }
}

/// Everything that the program knows about words.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Lexicon {
    words: Words,
    /// Words and phrases by their part in a sentence.
    pub cues: cue::Cues,
    /// Counted nouns and their classes.
    pub nouns: noun::Nouns,
    /// Verbs, verbal nouns and phrases that say what befell what is counted: «مقتل» gives the class of «قتيل».
    pub events: phrase::Phrases<noun::ClassId>,
    /// Words of the calendar and the clock.
    pub calendar: calendar::Calendar,
    /// Ordinal words, and words that assert first, last, only …
    pub ordinals: ordinal::Ordinals,
    /// The words that numbers are made of.
    pub numerals: numeral::Numerals,
    /// Units and currencies.
    pub units: unit::Units,
    /// Currencies whose rate is fixed.
    pub pegs: peg::Pegs,
    /// Words that bound a figure.
    pub hedges: hedge::Hedges,
    /// Words whose front letters are never clitics.
    whole: BTreeSet<LexId>,
    /// Countries, regions, cities and their peoples.
    pub places: place::Places,
    /// First names of people.
    pub given_names: given_name::GivenNames,
    /// Ranks and honours.
    pub ranks: rank::Ranks,
    /// Which of the tables know each word.
    marks: MarkTable,
}

impl Lexicon {
    /// Reads the lexicon from files: path below `rules/` and YAML text.
    pub fn load<'f>(
        files: impl Iterator<Item = (&'f str, &'f str)> + Clone,
    ) -> Result<Self, LexiconError> {
        let mut lexicon = Self::default();
        for (file, text) in files {
            lexicon.put(file, text)?;
        }
        lexicon.marks = MarkTable::of(&lexicon);
        Ok(lexicon)
    }

    /// Adds the words of one file; false where no table has that place.
    pub fn add(&mut self, file: &str, text: &str) -> Result<bool, LexiconError> {
        let added = self.put(file, text)?;
        self.marks = MarkTable::of(self);
        Ok(added)
    }

    fn put(&mut self, file: &str, text: &str) -> Result<bool, LexiconError> {
        let lexicon = self;
        let words = &mut lexicon.words;
        let wrap = |error| LexiconError {
            file: file.to_owned(),
            error,
        };
        match Shelf::of(file) {
            Some(Shelf::Cues) => lexicon.cues.add(text, words).map_err(wrap)?,
            Some(Shelf::Calendar) => lexicon.calendar.add(text, words).map_err(wrap)?,
            Some(Shelf::Ordinals) => lexicon.ordinals.add(text, words).map_err(wrap)?,
            Some(Shelf::Classes) => lexicon.nouns.add_classes(text).map_err(wrap)?,
            Some(Shelf::Nouns(language)) => {
                lexicon.nouns.add(text, language, words).map_err(wrap)?;
            }
            Some(Shelf::Measures(language)) => {
                let nouns = &mut lexicon.nouns;
                nouns.add_measures(text, language, words).map_err(wrap)?;
            }
            Some(Shelf::Events) => {
                let events = &mut lexicon.events;
                let classes = &mut lexicon.nouns;
                classes.add_events(text, events, words).map_err(wrap)?;
            }
            Some(Shelf::Numerals) => lexicon.numerals.add(text, words).map_err(wrap)?,
            Some(Shelf::Hedges) => lexicon.hedges.add(text, words).map_err(wrap)?,
            Some(Shelf::Units) => lexicon.units.add(text, words).map_err(wrap)?,
            Some(Shelf::Pegs) => lexicon.pegs.add(text).map_err(wrap)?,
            Some(Shelf::Whole) => {
                let list: Vec<String> = yaml::parse_trusted(text).map_err(wrap)?;
                let ids = list.iter().map(|word| words.intern(word));
                lexicon.whole.extend(ids);
            }
            Some(Shelf::Places) => lexicon.places.add(text, words).map_err(wrap)?,
            Some(Shelf::GivenNames) => lexicon.given_names.add(text, words).map_err(wrap)?,
            Some(Shelf::Ranks) => lexicon.ranks.add(text, words).map_err(wrap)?,
            None => return Ok(false),
        }
        Ok(true)
    }

    /// The lexicon that [`store`](Self::store) wrote.
    pub fn prepared(bytes: &'static [u8]) -> Result<Self, LexiconError> {
        postcard::from_bytes(bytes).map_err(|error| LexiconError {
            file: "lexicon".to_owned(),
            error: YamlError {
                message: error.to_string(),
                place: None,
            },
        })
    }

    /// The tables as bytes.
    pub fn store(&self) -> Vec<u8> {
        postcard::to_stdvec(self).unwrap_or_default()
    }

    /// Whether a class names what befell people («قتيل»), so that a verb may stand for the noun.
    pub fn is_fate(&self, class: noun::ClassId) -> bool {
        self.events.holds(class)
    }

    /// Which tables know a word as it stands.
    #[inline]
    pub fn marks(&self, word: LexId) -> Marks {
        self.marks.alone(word)
    }

    /// Which tables hold longer phrases that start with a word.
    pub fn opening_marks(&self, word: LexId) -> Marks {
        self.marks.opening(word)
    }

    /// The entry of a folded word as it stands.
    pub fn entry(&self, folded: &str) -> Option<LexId> {
        self.words.id(folded)
    }

    /// The readings of a folded word: as it stands, then without clitics, the fewest taken off first.
    pub fn readings(&self, folded: &str) -> Vec<Reading> {
        let mut found = Vec::new();
        if !folded.starts_with(|c: char| ('\u{0600}'..='\u{06FF}').contains(&c)) {
            let bare = folded.strip_suffix("'s");
            for (word, enclitic) in [(Some(folded), false), (bare, true)] {
                found.extend(
                    word.and_then(|word| self.words.id(word))
                        .map(|lex| Reading {
                            lex,
                            proclitics: Proclitics::empty(),
                            enclitic,
                        }),
                );
            }
            return found;
        }
        let stripped = arabic::strip_proclitics(folded);
        let known: Vec<_> = stripped.iter().map(|one| self.words.id(one.rest)).collect();
        let shortest = self.shortest_whole(&stripped, &known);
        let ways = || {
            let ways = stripped.iter().zip(&known);
            ways.filter(|(one, _)| one.rest.len() >= shortest)
        };
        for (one, lex) in ways() {
            found.extend(lex.map(|lex| Reading {
                lex,
                proclitics: one.proclitics,
                enclitic: false,
            }));
        }
        for (one, _) in ways() {
            let Some((whole, bare)) = arabic::strip_enclitic(one.rest) else {
                continue;
            };
            let lex = self.words.id(&whole).or_else(|| self.words.id(bare));
            found.extend(lex.map(|lex| Reading {
                lex,
                proclitics: one.proclitics,
                enclitic: true,
            }));
        }
        found
    }

    /// The bytes of the shortest rest whose front letters are its own («كمية» is not «مية» with a ك): no more may be taken off.
    fn shortest_whole(&self, stripped: &[arabic::Stripped<'_>], known: &[Option<LexId>]) -> usize {
        let rests = stripped.iter().zip(known);
        rests
            .filter(|(_, lex)| lex.is_some_and(|lex| self.whole.contains(&lex)))
            .map(|(one, _)| one.rest.len())
            .min()
            .unwrap_or(0)
    }
}

/// Which table a file feeds.
enum Shelf {
    Calendar,
    Classes,
    Cues,
    Events,
    Hedges,
    Measures(crate::lang::Language),
    Numerals,
    Units,
    Whole,
    GivenNames,
    Places,
    Nouns(crate::lang::Language),
    Ordinals,
    Pegs,
    Ranks,
}

impl Shelf {
    /// By the folder: `lexicon/ar/cues/…`, `lexicon/ar/nouns/…`, `lexicon/classes.yaml`.
    fn of(file: &str) -> Option<Self> {
        let place = file.strip_prefix("lexicon/")?;
        if place == "classes.yaml" {
            return Some(Self::Classes);
        }
        if place == "units.yaml" {
            return Some(Self::Units);
        }
        if place == "pegs.yaml" {
            return Some(Self::Pegs);
        }
        if place.starts_with("places/") {
            return Some(Self::Places);
        }
        let (language, table) = place.split_once('/')?;
        let language = if language == "ar" {
            crate::lang::Language::Arabic
        } else {
            crate::lang::Language::English
        };
        match table.split(['/', '.']).next()? {
            "calendar" => Some(Self::Calendar),
            "cues" => Some(Self::Cues),
            "events" => Some(Self::Events),
            "hedges" => Some(Self::Hedges),
            "measures" | "things" => Some(Self::Measures(language)),
            "numerals" => Some(Self::Numerals),
            "whole" => Some(Self::Whole),
            "given-names" => Some(Self::GivenNames),
            "nouns" => Some(Self::Nouns(language)),
            "ordinals" => Some(Self::Ordinals),
            "ranks" => Some(Self::Ranks),
            _ => None,
        }
    }
}
