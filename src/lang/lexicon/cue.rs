//! [`Cue`]: words and phrases by the part they play in a sentence, from `rules/lexicon/<language>/cues/*.yaml`.
//!
//! A file maps names of cues to lists of phrases. Phrases are folded; a proclitic on the first word of a phrase («ومقارنة بـ») does
//! not hide it. One phrase may play several parts.

use std::collections::BTreeMap;

use hashbrown::HashMap;
use serde::Deserialize;

use crate::lang::lexicon::{LexId, Words};
use crate::yaml::{self, YamlError};

/// The part that a word or phrase plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cue {
    /// A word of a closed class that carries no subject matter: «في», «الذي», "of", "which".
    FunctionWord,
    /// A noun of telling or a verb of saying that names a source: «قال», «بحسب», "said".
    Says,
    /// Introduces a source: «بحسب», «وفقا لـ», "according to".
    AccordingTo,
    /// Opens a part of what was just counted: «بينهم», «منهم», "including", "of whom".
    PartOf,
    /// Sets another time, place or case beside this one: «مقابل», «مقارنة بـ», "compared with".
    Compared,
    /// Says that what follows is everything: «هم», «وهي», «موزعين على», "made up of".
    ClosedList,
    /// A site's own words, not the article's, when they stand alone in a block: «اترك تعليقاً», "Read more".
    Furniture,
    /// A site's own words at the start of a block: «اقرأ أيضا:».
    FurnitureLead,
}

/// A cue found at a place of a word sequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CueHit {
    /// Which.
    pub cue: Cue,
    /// How many words it takes.
    pub length: usize,
}

#[derive(Clone, Debug, Default)]
struct Node {
    next: HashMap<LexId, usize>,
    cues: Vec<Cue>,
}

/// All cues, as a trie over words.
#[derive(Clone, Debug)]
pub struct Cues {
    nodes: Vec<Node>,
}

impl Default for Cues {
    fn default() -> Self {
        Self {
            nodes: vec![Node::default()],
        }
    }
}

impl Cues {
    /// Adds the phrases of one file.
    pub(super) fn add(&mut self, text: &str, words: &mut Words) -> Result<(), YamlError> {
        let file: BTreeMap<Cue, Vec<String>> = yaml::parse_trusted(text)?;
        for (cue, phrases) in file {
            for phrase in phrases {
                self.add_phrase(cue, &words.intern_phrase(&phrase));
            }
        }
        Ok(())
    }

    fn add_phrase(&mut self, cue: Cue, phrase: &[LexId]) {
        let mut at = 0;
        for word in phrase {
            let fresh = self.nodes.len();
            let next = *self.nodes[at].next.entry(*word).or_insert(fresh);
            if next == fresh {
                self.nodes.push(Node::default());
            }
            at = next;
        }
        if !self.nodes[at].cues.contains(&cue) {
            self.nodes[at].cues.push(cue);
        }
    }

    /// Every cue that starts at the first of `words`, each word given by its possible entries; shortest first.
    pub fn at<'w>(&self, words: impl Iterator<Item = &'w [LexId]>) -> Vec<CueHit> {
        let mut found = Vec::new();
        let mut live = vec![0];
        for (index, entries) in words.enumerate() {
            let step = |node: &usize| {
                entries
                    .iter()
                    .filter_map(move |word| self.nodes[*node].next.get(word).copied())
                    .collect::<Vec<_>>()
            };
            live = live.iter().flat_map(step).collect();
            if live.is_empty() {
                break;
            }
            for node in &live {
                found.extend(self.nodes[*node].cues.iter().map(|cue| CueHit {
                    cue: *cue,
                    length: index + 1,
                }));
            }
        }
        found
    }
}
