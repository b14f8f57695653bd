//! [`Hedges`]: words that bound a figure, from `rules/lexicon/<language>/hedges.yaml`, and words that stand for one.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::lang::lexicon::Words;
use crate::lang::lexicon::pattern::Patterns;
use crate::yaml::{self, YamlError};

/// How a word bounds a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bound {
    /// «بالضبط», exactly.
    Exact,
    /// «نحو», about.
    About,
    /// «كاد يبلغ», nearly.
    Nearly,
    /// «أكثر من», more than.
    MoreThan,
    /// «ما لا يقل عن», at least.
    AtLeast,
    /// «أقل من», less than.
    LessThan,
    /// «لا يزيد على», at most.
    AtMost,
    /// «يصل إلى», up to.
    UpTo,
}

/// Words without a number: what they may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vague {
    /// The least.
    pub low: u64,
    /// The most.
    pub high: u64,
}

/// A hedges file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    before: BTreeMap<Bound, Vec<String>>,
    after: BTreeMap<Bound, Vec<String>>,
    vague: Vec<VagueEntry>,
    age: Ages,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Ages {
    before: Vec<String>,
    after: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct VagueEntry {
    low: u64,
    high: u64,
    words: Vec<String>,
}

/// All hedges.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Hedges {
    /// Those that stand before the figure.
    pub before: Patterns<Bound>,
    /// Those that stand behind it.
    pub after: Patterns<Bound>,
    /// Words that stand for a figure.
    pub vague: Patterns<Vague>,
    /// Words before a figure that make it an age.
    pub age_before: Patterns<()>,
    /// Words behind a figure that make it an age.
    pub age_after: Patterns<()>,
}

impl Hedges {
    /// Adds the phrases of one file.
    pub(super) fn add(&mut self, text: &str, words: &mut Words) -> Result<(), YamlError> {
        let file: File = yaml::parse_trusted(text)?;
        for (bound, phrases) in &file.before {
            for phrase in phrases {
                self.before.add(phrase, *bound, words);
            }
        }
        for (bound, phrases) in &file.after {
            for phrase in phrases {
                self.after.add(phrase, *bound, words);
            }
        }
        for phrase in &file.age.before {
            self.age_before.add(phrase, (), words);
        }
        for phrase in &file.age.after {
            self.age_after.add(phrase, (), words);
        }
        for entry in &file.vague {
            let vague = Vague {
                low: entry.low,
                high: entry.high,
            };
            for phrase in &entry.words {
                self.vague.add(phrase, vague, words);
            }
        }
        Ok(())
    }
}
