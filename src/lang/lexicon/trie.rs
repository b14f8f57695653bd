//! [`Trie`]: phrases over words, as the phrase tables hold them.

use serde::{Deserialize, Serialize};
use smallvec::SmallVec;

use crate::lang::lexicon::LexId;
use crate::lang::lexicon::index::{Index, Lists};

/// The nodes that a walk has reached: seldom more than a word has readings.
pub(super) type Nodes = SmallVec<[u32; 8]>;

/// Where a word leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Step {
    /// The node.
    pub(super) node: u32,
    /// Whether any phrase goes on behind it.
    pub(super) goes_on: bool,
}

/// How a table knows a word at the start of its phrases.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Start {
    /// As it stands.
    pub(super) alone: bool,
    /// As the first of a longer phrase.
    pub(super) opens: bool,
}

/// Phrases, each a path of words from the root; several things may lie at the end of one.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static, T: Deserialize<'de>"))]
pub(super) struct Trie<T> {
    /// The node behind a node by a word, and 1 where phrases go on behind that.
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
    pub(super) fn next(&self, node: u32, word: LexId) -> Option<Step> {
        let (node, goes_on) = self.edges.get((node, word.0))?;
        Some(Step {
            node,
            goes_on: goes_on != 0,
        })
    }

    /// What begins with a word.
    pub(super) fn starts(&self, word: LexId) -> Start {
        let step = self.next(Self::ROOT, word);
        step.map_or(Start::default(), |step| Start {
            alone: !self.entries(step.node).is_empty(),
            opens: step.goes_on,
        })
    }

    /// What a word alone stands for.
    #[inline]
    pub(super) fn alone(&self, word: LexId) -> &[T] {
        self.next(Self::ROOT, word)
            .map_or(&[], |step| self.entries(step.node))
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
        for (index, word) in phrase.iter().enumerate() {
            let known = self.next(at, *word);
            let node = known.map_or(self.nodes, |step| step.node);
            self.nodes += u32::from(known.is_none());
            let goes_on = index + 1 < phrase.len() || known.is_some_and(|step| step.goes_on);
            self.edges.insert((at, word.0), (node, u32::from(goes_on)));
            at = node;
        }
        if at != Self::ROOT && !self.entries(at).contains(&entry) {
            self.entries.add(at, entry);
        }
    }
}
