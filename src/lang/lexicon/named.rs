//! [`Named`]: entries of one kind by phrase, for tables whose names are often more than one word («كانون الثاني»).

use serde::{Deserialize, Serialize};

use crate::lang::arabic::Proclitics;
use crate::lang::lexicon::trie::Start;
use crate::lang::lexicon::{LexId, Reading, Table, Words};

/// What a phrase at a place of a word sequence means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedHit<T> {
    /// What it means.
    pub entry: T,
    /// How many words it takes.
    pub length: usize,
    /// What is written onto its first word.
    pub proclitics: Proclitics,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Entry<T> {
    rest: Box<[LexId]>,
    entry: T,
}

/// Entries by the first word of their phrase.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static, T: Deserialize<'de>"))]
pub struct Named<T> {
    by_first: Table<Entry<T>>,
}

impl<T> Default for Named<T> {
    fn default() -> Self {
        Self {
            by_first: Table::default(),
        }
    }
}

impl<T: Copy> Named<T> {
    /// Adds a phrase.
    pub fn add(&mut self, phrase: &str, entry: T, words: &mut Words) {
        let ids = words.intern_phrase(phrase);
        if let Some((first, rest)) = ids.split_first() {
            let rest = rest.into();
            self.by_first.add(*first, Entry { rest, entry });
        }
    }

    /// What phrases mean that start with a word, each with how it does.
    pub(super) fn starting(&self, word: LexId) -> impl Iterator<Item = (T, Start)> {
        self.by_first.get(word).iter().map(|phrase| {
            let alone = phrase.rest.is_empty();
            let start = Start {
                alone,
                opens: !alone,
            };
            (phrase.entry, start)
        })
    }

    /// The longest phrase at the start of a word sequence that `pick` takes; of two as long the one whose first word has the
    /// fewest clitics taken off.
    pub fn longest<'w, U>(
        &self,
        word: impl Fn(usize) -> &'w [Reading],
        pick: impl Fn(T) -> Option<U>,
    ) -> Option<NamedHit<U>> {
        let mut best: Option<NamedHit<U>> = None;
        for reading in word(0).iter().filter(|reading| !reading.enclitic) {
            for phrase in self.by_first.get(reading.lex) {
                let length = phrase.rest.len() + 1;
                let longer = best.as_ref().is_none_or(|best| length > best.length);
                if longer && follows(&phrase.rest, &word) {
                    let Some(entry) = pick(phrase.entry) else {
                        continue;
                    };
                    best = Some(NamedHit {
                        entry,
                        length,
                        proclitics: reading.proclitics,
                    });
                }
            }
        }
        best
    }
}

/// Whether the words behind the first are `rest`, as they stand.
fn follows<'w>(rest: &[LexId], word: &impl Fn(usize) -> &'w [Reading]) -> bool {
    rest.iter().enumerate().all(|(index, wanted)| {
        word(index + 1)
            .iter()
            .any(|reading| reading.lex == *wanted && reading.proclitics.is_empty())
    })
}
