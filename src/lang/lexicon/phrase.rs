//! [`Phrases`]: a table whose entries are phrases of one word or more, as a trie over words.
//!
//! A phrase is given as printed and folded here; a proclitic on any of its words does not hide it («ومقارنة بالعام»). A word that
//! starts with `~` is a verb: all its inflections stand for it (see `inflect`).

use serde::{Deserialize, Serialize};

use crate::lang::english;
use crate::lang::lexicon::trie::{Nodes, Start, Trie};
use crate::lang::lexicon::{LexId, Words, inflection};

/// Phrases and what each stands for; a phrase may stand for several things.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static, T: Deserialize<'de>"))]
pub struct Phrases<T> {
    trie: Trie<T>,
    known: Vec<T>,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self {
            trie: Trie::default(),
            known: Vec::new(),
        }
    }
}

/// A written form of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Inflected {
    /// The phrase as written.
    pub(super) text: String,
    /// Whether its verb is an Arabic future («سيرتفع»).
    pub(super) future: bool,
}

impl<T: Copy + PartialEq> Phrases<T> {
    /// Adds a phrase with all its inflections.
    pub(super) fn add(&mut self, phrase: &str, entry: T, words: &mut Words) {
        for form in inflect(phrase) {
            self.add_form(&form.text, entry, words);
        }
    }

    /// Adds a phrase as written.
    pub(super) fn add_form(&mut self, phrase: &str, entry: T, words: &mut Words) {
        if !self.known.contains(&entry) {
            self.known.push(entry);
        }
        let ids = words.intern_phrase(phrase);
        self.trie.add(&ids, entry);
    }

    /// How it knows a word at the start of its phrases.
    pub(super) fn starts(&self, word: LexId) -> Start {
        self.trie.starts(word)
    }

    /// What a word alone stands for.
    pub fn alone(&self, word: LexId) -> &[T] {
        self.trie.alone(word)
    }

    /// Whether any phrase stands for `entry`.
    pub fn holds(&self, entry: T) -> bool {
        self.known.contains(&entry)
    }

    /// What phrases begin with a word, given by its possible readings.
    pub fn open(&self, readings: &[LexId]) -> Opening<T> {
        let (mut alone, mut nodes) = (Vec::new(), Nodes::new());
        let steps = readings
            .iter()
            .filter_map(|word| self.trie.next(Trie::<T>::ROOT, *word));
        for step in steps {
            for entry in self.trie.entries(step.node) {
                if !alone.contains(entry) {
                    alone.push(*entry);
                }
            }
            nodes.extend(step.goes_on.then_some(step.node));
        }
        Opening { alone, nodes }
    }

    /// Gives every entry whose phrase is that of an opening, or goes on with `behind`, to `found`, with its length in words, shortest
    /// first; each word is given by its possible readings.
    pub fn follow<W: AsRef<[LexId]>>(
        &self,
        opening: &Opening<T>,
        behind: impl Iterator<Item = W>,
        found: &mut Vec<(T, usize)>,
    ) {
        found.extend(opening.alone.iter().map(|entry| (*entry, 1)));
        let (mut live, mut next) = (opening.nodes.clone(), Nodes::new());
        let mut words = behind.enumerate();
        while !live.is_empty()
            && let Some((index, readings)) = words.next()
        {
            next.clear();
            for at in &live {
                let readings = readings.as_ref().iter();
                for step in readings.filter_map(|word| self.trie.next(*at, *word)) {
                    for entry in self.trie.entries(step.node) {
                        if !found.contains(&(*entry, index + 2)) {
                            found.push((*entry, index + 2));
                        }
                    }
                    next.extend(step.goes_on.then_some(step.node));
                }
            }
            std::mem::swap(&mut live, &mut next);
        }
    }

    /// Every entry whose phrase starts at the first of `words`, with its length in words, shortest first; each word is given by its
    /// possible readings.
    pub fn at<W: AsRef<[LexId]>>(&self, mut words: impl Iterator<Item = W>) -> Vec<(T, usize)> {
        let mut found = Vec::new();
        if let Some(first) = words.next() {
            self.follow(&self.open(first.as_ref()), words, &mut found);
        }
        found
    }
}

/// What phrases begin with a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening<T> {
    /// What the word alone stands for.
    alone: Vec<T>,
    /// Where phrases go on behind it.
    nodes: Nodes,
}

impl<T> Opening<T> {
    /// What the word alone stands for.
    pub fn alone(&self) -> &[T] {
        &self.alone
    }

    /// Whether nothing begins with the word.
    pub fn is_empty(&self) -> bool {
        self.alone.is_empty() && self.nodes.is_empty()
    }
}

/// The written forms of a phrase. `~قال/يقول` gives the third persons and the first of the past, of the present in its moods and of
/// the future; `~say/said` and `~announce` give the English forms, `~begin/began/begun` those of three parts.
pub(super) fn inflect(phrase: &str) -> Vec<Inflected> {
    let Some((before, marked)) = phrase.split_once('~') else {
        return vec![Inflected {
            text: phrase.to_owned(),
            future: false,
        }];
    };
    let (verb, after) = marked.split_once(' ').unwrap_or((marked, ""));
    let form = |(word, future): (String, bool)| Inflected {
        text: format!("{before}{word} {after}"),
        future,
    };
    let parts: Vec<_> = verb.split('/').collect();
    if verb.is_ascii() {
        let forms = english::verb_forms(&parts);
        return forms.into_iter().map(|word| form((word, false))).collect();
    }
    let mut forms = Vec::new();
    match parts[..] {
        [past, present] => {
            inflection::of_past(past, &mut forms);
            inflection::of_present(present, &mut forms);
        }
        _ => inflection::of_past(verb, &mut forms),
    }
    forms.into_iter().map(form).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(phrase: &str) -> Vec<String> {
        inflect(phrase)
            .into_iter()
            .map(|form| form.text.trim().to_owned())
            .collect()
    }

    #[test]
    fn verbs_stand_for_their_inflections() {
        for form in ["قال", "قالت", "قالوا", "تقول", "يقولون", "سيقول", "نقول"]
        {
            assert!(forms("~قال/يقول").contains(&form.to_owned()), "{form}");
        }
        assert!(forms("~لقي/يلقى حتفه").contains(&"لقوا حتفه".to_owned()));
        assert_eq!(forms("~say/said"), ["say", "says", "said", "saying"]);
        assert_eq!(
            forms("~claim the lives"),
            [
                "claim the lives",
                "claims the lives",
                "claimed the lives",
                "claiming the lives"
            ]
        );
        assert!(forms("~begin/began/begun").contains(&"begun".to_owned()));
    }

    #[test]
    fn a_phrase_is_found_behind_a_conjunction() {
        let (mut words, mut table) = (Words::default(), Phrases::default());
        table.add("مقارنة مع", 7, &mut words);
        table.add("مقارنة", 8, &mut words);
        let ids = words.intern_phrase("مقارنة مع");
        let hits = table.at(ids.iter().map(std::slice::from_ref));
        assert_eq!(hits, [(8, 1), (7, 2)]);
    }
}
