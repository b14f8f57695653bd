//! [`Trie`]: phrases over words, as the phrase tables hold them.

use serde::{Deserialize, Serialize};
use smallvec::SmallVec;

use crate::lang::lexicon::LexId;
use crate::lang::lexicon::index::{Index, Lists};

/// The nodes that a walk has reached: seldom more than a word has readings.
pub(super) type Nodes = SmallVec<[u32; 8]>;

/// Phrases, each a path of words from the root; several things may lie at the end of one.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static, T: Deserialize<'de>"))]
pub(super) struct Trie<T> {
    /// The node behind a node by a word.
    edges: Index,
    nodes: u32,
    entries: Lists<T>,
}

impl<T> Default for Trie<T> {
    fn default() -> Self {
        Self {
            edges: Index::default(),
            nodes: 1,
            entries: Lists::default(),
        }
    }
}

impl<T> Trie<T> {
    /// Where every phrase begins.
    pub(super) const ROOT: u32 = 0;

    /// The node behind a node by a word.
    #[inline]
    pub(super) fn next(&self, node: u32, word: LexId) -> Option<u32> {
        self.edges.get((node, word.0)).map(|(next, _)| next)
    }

    /// Whether a phrase starts with a word.
    pub(super) fn starts(&self, word: LexId) -> bool {
        self.next(Self::ROOT, word).is_some()
    }

    /// What a word alone stands for.
    #[inline]
    pub(super) fn alone(&self, word: LexId) -> &[T] {
        self.next(Self::ROOT, word)
            .map_or(&[], |node| self.entries(node))
    }

    /// What lies at a node.
    #[inline]
    pub(super) fn entries(&self, node: u32) -> &[T] {
        self.entries.get(node)
    }
}

impl<T: Clone + PartialEq> Trie<T> {
    /// Puts an entry at the end of a phrase; a phrase of no word has no end.
    pub(super) fn add(&mut self, phrase: &[LexId], entry: T) {
        let mut at = Self::ROOT;
        for word in phrase {
            at = self.next(at, *word).unwrap_or_else(|| {
                let fresh = self.nodes;
                self.edges.insert((at, word.0), (fresh, 0));
                self.nodes += 1;
                fresh
            });
        }
        if at != Self::ROOT && !self.entries(at).contains(&entry) {
            self.entries.add(at, entry);
        }
    }
}
