//! [`Memory`]: words that were read before. Most words of an article stood in the one before it, and need not be looked up again.

use std::sync::{Arc, Mutex, PoisonError};

use hashbrown::HashTable;

use crate::lang::lexicon::Lexicon;
use crate::lang::lexicon::marks::Marks;
use crate::text::fold::fold_into;
use crate::text::hash::hash;
use crate::token::vocabulary::{Vocabulary, Word, WordId};

/// Written words behind which the memory starts anew, so that an archive needs no more room than a few articles.
const MOST: usize = 20_000;

/// The words of earlier articles, read with one lexicon.
#[derive(Debug, Default)]
pub struct Memory {
    words: Vec<Known>,
    /// Numbers in `words` by the word as written.
    by_raw: HashTable<(Box<str>, u32)>,
    /// Numbers in `words` by the folded word.
    by_folded: HashTable<u32>,
    /// How many articles were begun.
    article: u64,
    /// The word that is being folded.
    folded: String,
}

/// A word, and which it is in the article that it last stood in.
#[derive(Debug)]
struct Known {
    word: Arc<Word>,
    /// The marks of the word, so that most of its uses need no look at it.
    marks: Marks,
    article: u64,
    id: WordId,
}

impl Memory {
    /// Begins an article.
    pub(super) fn begin(&mut self) {
        if self.by_raw.len() > MOST {
            *self = Self::default();
        }
        self.article += 1;
    }

    /// The id of a word as written, in the vocabulary of the article, and its marks.
    pub(super) fn intern(
        &mut self,
        raw: &str,
        vocabulary: &mut Vocabulary,
        lexicon: &Lexicon,
    ) -> (WordId, Marks) {
        let number = self.number(raw, lexicon);
        let known = &mut self.words[number as usize];
        if known.article != self.article {
            known.article = self.article;
            known.id = vocabulary.add(Arc::clone(&known.word));
        }
        (known.id, known.marks)
    }

    fn number(&mut self, raw: &str, lexicon: &Lexicon) -> u32 {
        let key = hash(raw.as_bytes());
        let same = |(other, _): &(Box<str>, u32)| **other == *raw;
        if let Some((_, number)) = self.by_raw.find(key, same) {
            return *number;
        }
        self.folded.clear();
        fold_into(raw, &mut self.folded);
        let number = self.number_of_folded(lexicon);
        let of = |(other, _): &(Box<str>, u32)| hash(other.as_bytes());
        self.by_raw.insert_unique(key, (raw.into(), number), of);
        number
    }

    fn number_of_folded(&mut self, lexicon: &Lexicon) -> u32 {
        let key = hash(self.folded.as_bytes());
        let words = &self.words;
        let same = |number: &u32| *words[*number as usize].word.folded == *self.folded;
        if let Some(number) = self.by_folded.find(key, same) {
            return *number;
        }
        let number = self.words.len() as u32;
        let word = Word::new(&self.folded, lexicon);
        self.words.push(Known {
            marks: word.marks,
            word: Arc::new(word),
            article: 0,
            id: WordId::default(),
        });
        let words = &self.words;
        let of = |number: &u32| hash(words[*number as usize].word.folded.as_bytes());
        self.by_folded.insert_unique(key, number, of);
        number
    }
}

/// Memories that are lent to one article each at a time. What they hold shows in nothing but time.
#[derive(Debug, Default)]
pub struct Memories {
    free: Mutex<Vec<Memory>>,
}

impl Memories {
    /// Does something with a memory.
    pub fn lend<T>(&self, work: impl FnOnce(&mut Memory) -> T) -> T {
        let free = || self.free.lock().unwrap_or_else(PoisonError::into_inner);
        let mut memory = free().pop().unwrap_or_default();
        let result = work(&mut memory);
        free().push(memory);
        result
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_has_its_own_ids_whatever_was_read_before() {
        let (mut memory, lexicon) = (Memory::default(), Lexicon::default());
        let mut read = |words: &[&str]| {
            let mut vocabulary = Vocabulary::default();
            memory.begin();
            let ids: Vec<_> = words
                .iter()
                .map(|word| memory.intern(word, &mut vocabulary, &lexicon).0)
                .collect();
            let folded = ids.iter().map(|id| vocabulary.get(*id).folded.to_string());
            (ids.clone(), folded.collect::<Vec<_>>())
        };
        let first = read(&["مدرسة", "بيت", "مدرسه"]);
        assert_eq!(first.0[0], first.0[2]);
        let again = read(&["بيت", "جسر"]);
        assert_eq!(again.0[0], first.0[0]);
        assert_eq!(again.1, ["بيت", "جسر"]);
    }
}
