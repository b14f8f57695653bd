//! [`GivenNames`]: first names of people, from `rules/lexicon/<language>/given-names.yaml`.

use serde::{Deserialize, Serialize};

use crate::lang::lexicon::{LexId, Table, Words};
use crate::yaml::{self, YamlError};

/// What a given name may be besides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum NameUse {
    /// Hardly anything but a name: «محمد».
    Only,
    /// The same, in Arabic a name of foreigners: «جون».
    Foreign,
    /// A word too, but in news a name more often: «خالد».
    Mostly,
    /// A common word too: «سعيد», "Mark"; a name only beside another.
    AlsoWord,
}

/// A file as it stands in YAML.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    only: Vec<String>,
    #[serde(default)]
    foreign: Vec<String>,
    #[serde(default)]
    mostly: Vec<String>,
    also_words: Vec<String>,
}

/// The given names of both languages.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct GivenNames {
    names: Table<NameUse>,
}

impl GivenNames {
    /// Whether a word is a given name, and of which use.
    pub fn get(&self, word: LexId) -> Option<NameUse> {
        self.names.get(word).iter().min().copied()
    }

    /// Adds the names of one file.
    pub(super) fn add(&mut self, text: &str, words: &mut Words) -> Result<(), YamlError> {
        let file: File = yaml::parse_trusted(text)?;
        let only = file.only.iter().map(|name| (name, NameUse::Only));
        let also = file.also_words.iter().map(|name| (name, NameUse::AlsoWord));
        let mostly = file.mostly.iter().map(|name| (name, NameUse::Mostly));
        let foreign = file.foreign.iter().map(|name| (name, NameUse::Foreign));
        for (name, usage) in only.chain(foreign).chain(mostly).chain(also) {
            self.names.add(words.intern(name), usage);
        }
        Ok(())
    }
}
