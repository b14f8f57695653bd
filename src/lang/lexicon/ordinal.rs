//! [`Ordinals`]: ordinal words and words of assertion, from `rules/lexicon/<language>/ordinals.yaml`.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::lang::lexicon::named::Named;
use crate::lang::lexicon::{LexId, Table, Words};
use crate::yaml::{self, YamlError};

/// What a word can be in an ordinal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RankWord {
    /// An ordinal by itself: «رابع», fourth.
    Unit(i128),
    /// A unit that is one only before «عشر» or a round number: «حادي».
    Compound(i128),
    /// «عشر» behind a unit.
    Teen,
    /// A ten: «عشرون», twenty.
    Tens(i128),
    /// A hundred or more: «مئة».
    Round(i128),
    /// «بعد» between the small and the round part: «الخامس بعد المئة».
    After,
    /// The ending of a figure: th.
    Suffix,
    /// The head of a list item: «ثانيا», secondly.
    Adverb(i128),
}

/// What a text can assert, by the name that the files use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say what they are")]
pub enum Superlative {
    First,
    Last,
    Only,
    Highest,
    Lowest,
    Largest,
    Smallest,
    Latest,
    Oldest,
    Youngest,
}

/// The file as it stands.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    units: BTreeMap<u64, Vec<String>>,
    compounds: BTreeMap<u64, Vec<String>>,
    teens: Vec<String>,
    tens: BTreeMap<u64, Vec<String>>,
    round: BTreeMap<u64, Vec<String>>,
    after: Vec<String>,
    suffixes: Vec<String>,
    adverbs: BTreeMap<u64, Vec<String>>,
    series: Vec<String>,
    editions: Vec<String>,
    listed: Vec<String>,
    assertions: BTreeMap<Superlative, Vec<String>>,
}

/// Words by number, and what they are.
type Numbered<'f> = (&'f BTreeMap<u64, Vec<String>>, fn(i128) -> RankWord);

/// Ordinal words and words of assertion.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Ordinals {
    words: Table<RankWord>,
    /// Phrases that assert.
    pub assertions: Named<Superlative>,
    series: BTreeSet<LexId>,
    editions: BTreeSet<LexId>,
    listed: BTreeSet<LexId>,
}

impl Ordinals {
    /// What a word can be.
    pub fn get(&self, word: LexId) -> &[RankWord] {
        self.words.get(word)
    }

    /// Whether things so called come in numbered series.
    pub fn is_series(&self, word: LexId) -> bool {
        self.series.contains(&word) || self.editions.contains(&word)
    }

    /// Whether it names the editions, rounds or sessions of one event.
    pub fn is_edition(&self, word: LexId) -> bool {
        self.editions.contains(&word)
    }

    /// Whether things so called stand numbered side by side: articles of a law, places in a table, minutes of a match.
    pub fn is_listed(&self, word: LexId) -> bool {
        self.listed.contains(&word)
    }

    /// Adds the words of one file.
    pub(super) fn add(&mut self, text: &str, words: &mut Words) -> Result<(), YamlError> {
        let file: File = yaml::parse_trusted(text)?;
        let lists: [Numbered<'_>; 5] = [
            (&file.units, RankWord::Unit),
            (&file.compounds, RankWord::Compound),
            (&file.tens, RankWord::Tens),
            (&file.round, RankWord::Round),
            (&file.adverbs, RankWord::Adverb),
        ];
        for (list, make) in lists {
            for (value, forms) in list {
                for form in forms {
                    self.words.add(words.intern(form), make(i128::from(*value)));
                }
            }
        }
        for (list, word) in [
            (&file.teens, RankWord::Teen),
            (&file.after, RankWord::After),
            (&file.suffixes, RankWord::Suffix),
        ] {
            for form in list {
                self.words.add(words.intern(form), word);
            }
        }
        for (assertion, phrases) in file.assertions {
            for phrase in phrases {
                self.assertions.add(&phrase, assertion, words);
            }
        }
        self.series
            .extend(file.series.iter().map(|word| words.intern(word)));
        self.editions
            .extend(file.editions.iter().map(|word| words.intern(word)));
        self.listed
            .extend(file.listed.iter().map(|word| words.intern(word)));
        Ok(())
    }
}
