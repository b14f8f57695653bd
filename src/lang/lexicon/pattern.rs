//! [`Patterns`]: things named by one or more words, found by the longest that starts at a word.
//!
//! In YAML a phrase may give alternatives at a place, `-` for none: `ما|- يزيد|زاد على|عن` stands for eight phrases.

use serde::{Deserialize, Serialize};
use smallvec::smallvec;

use crate::lang::lexicon::trie::{Nodes, Start, Trie};
use crate::lang::lexicon::{LexId, Words};

/// A trie of phrases over words; a phrase may name several things.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static, T: Deserialize<'de>"))]
pub struct Patterns<T> {
    trie: Trie<T>,
}

impl<T> Default for Patterns<T> {
    fn default() -> Self {
        Self {
            trie: Trie::default(),
        }
    }
}

impl<T: Copy + PartialEq> Patterns<T> {
    /// Adds every phrase that `pattern` stands for.
    pub(super) fn add(&mut self, pattern: &str, thing: T, words: &mut Words) {
        for phrase in expand(pattern) {
            let ids = words.intern_phrase(&phrase);
            self.trie.add(&ids, thing);
        }
    }

    /// How it knows a word at the start of its phrases.
    pub(super) fn starts(&self, word: LexId) -> Start {
        self.trie.starts(word)
    }

    /// The things that the longest phrase at `start` names and the number of its words; `entries` gives the entries that a word
    /// may be read as.
    pub fn longest<I: Iterator<Item = LexId>>(
        &self,
        start: usize,
        end: usize,
        entries: impl Fn(usize) -> I,
    ) -> Option<(&[T], usize)> {
        let mut best = None;
        let (mut live, mut next): (Nodes, Nodes) = (smallvec![Trie::<T>::ROOT], Nodes::new());
        for at in start..end {
            next.clear();
            let mut found: &[T] = &[];
            for word in entries(at) {
                for step in live.iter().filter_map(|node| self.trie.next(*node, word)) {
                    if found.is_empty() {
                        found = self.trie.entries(step.node);
                    }
                    next.extend(step.goes_on.then_some(step.node));
                }
            }
            if !found.is_empty() {
                best = Some((found, at + 1 - start));
            }
            if next.is_empty() {
                break;
            }
            std::mem::swap(&mut live, &mut next);
        }
        best
    }
}

/// The phrases that a pattern stands for.
pub(super) fn expand(pattern: &str) -> Vec<String> {
    let mut phrases = vec![String::new()];
    for slot in pattern.split_whitespace() {
        let mut longer = Vec::new();
        for phrase in &phrases {
            for word in slot.split('|') {
                longer.push(match (word, phrase.is_empty()) {
                    ("-", _) => phrase.clone(),
                    (_, true) => word.to_owned(),
                    (_, false) => format!("{phrase} {word}"),
                });
            }
        }
        phrases = longer;
    }
    phrases
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alternatives_multiply() {
        assert_eq!(expand("a|- b c|d"), ["a b c", "a b d", "b c", "b d"]);
    }

    #[test]
    fn the_longest_phrase_wins() {
        let (mut words, mut phrases) = (Words::default(), Patterns::default());
        phrases.add("more than", 1, &mut words);
        phrases.add("more", 2, &mut words);
        let text = words.intern_phrase("more than");
        let found = phrases.longest(0, 2, |at| text.get(at).copied().into_iter());
        assert_eq!(found, Some((&[1][..], 2)));
    }
}
