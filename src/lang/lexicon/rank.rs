//! [`Ranks`]: military and police ranks, honours and academic titles, from `rules/lexicon/<language>/ranks.yaml`.
//!
//! A rank is a stretch of a ladder: one grade, or several where the word alone is short for each of them («رقيب» for «رقيب أول»).

use serde::de::Error as _;
use serde::{Deserialize, Serialize};

use crate::lang::lexicon::phrase::Phrases;
use crate::lang::lexicon::trie::Start;
use crate::lang::lexicon::{LexId, Words};
use crate::yaml::{self, YamlError};

/// Ranks of one ladder exclude each other; those of two ladders do not («الدكتور» and «العقيد»).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ladder {
    /// Armies, navies and police.
    Force,
    /// Knights and peers.
    Honour,
    /// Doctors and professors.
    Academic,
}

/// Arms whose ranks have names of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Branch {
    /// Army.
    Land,
    /// Navy.
    Sea,
    /// Air force.
    Air,
}

/// A rank as it is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Rank {
    /// Which ladder.
    pub ladder: Ladder,
    /// The lowest grade that the name stands for.
    pub low: u8,
    /// The highest grade that the name stands for.
    pub high: u8,
    /// The arm, where the name tells it.
    pub branch: Option<Branch>,
}

impl Rank {
    /// Whether one person cannot be called both at one time.
    pub fn excludes(self, other: Self) -> bool {
        let apart = self.high < other.low || other.high < self.low;
        let arms = self.branch.zip(other.branch).is_some_and(|(a, b)| a != b);
        self.ladder == other.ladder && (apart || arms)
    }
}

/// An entry as it stands in YAML.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    ladder: Ladder,
    grade: Grades,
    names: Vec<String>,
    branch: Option<Branch>,
}

/// `14` or `13-14`.
#[derive(Debug)]
struct Grades(u8, u8);

impl<'de> Deserialize<'de> for Grades {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Form {
            One(u8),
            Range(String),
        }
        let expected = || D::Error::custom("expected a grade, such as 14 or 13-14");
        match Form::deserialize(deserializer)? {
            Form::One(grade) => Ok(Self(grade, grade)),
            Form::Range(text) => {
                let (low, high) = text.split_once('-').ok_or_else(expected)?;
                let read = |grade: &str| grade.trim().parse().map_err(|_| expected());
                Ok(Self(read(low)?, read(high)?))
            }
        }
    }
}

/// All ranks by their names.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Ranks {
    names: Phrases<Rank>,
}

impl Ranks {
    /// Adds the ranks of one file.
    pub(super) fn add(&mut self, text: &str, words: &mut Words) -> Result<(), YamlError> {
        let file: Vec<Entry> = yaml::parse_trusted(text)?;
        for entry in file {
            let Grades(low, high) = entry.grade;
            let rank = Rank {
                ladder: entry.ladder,
                low,
                high,
                branch: entry.branch,
            };
            for name in &entry.names {
                self.names.add(name, rank, words);
            }
        }
        Ok(())
    }

    /// Whether a rank starts with a word.
    pub(super) fn starts(&self, word: LexId) -> Start {
        self.names.starts(word)
    }

    /// The longest rank that starts at the first of `words`, each word given by its possible entries, and how many words it takes.
    pub fn at<'w>(&self, words: impl Iterator<Item = &'w [LexId]>) -> Option<(Rank, usize)> {
        self.names.at(words).pop()
    }
}
