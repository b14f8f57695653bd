//! The distinct words of an article.

use hashbrown::HashTable;

use crate::lang::lexicon::cue::Cue;
use crate::lang::lexicon::marks::Marks;
use crate::lang::lexicon::noun::NounId;
use crate::lang::lexicon::{LexId, Lexicon, Reading};
use crate::lang::{arabic, english};
use crate::text::fold::fold_into;
use crate::text::hash::hash;
use crate::text::span::Span;

/// A distinct folded word of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(u32);

/// What a word is about: forms of one noun, or words of one light stem, share it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Concept(u32);

/// What is known of a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its folded form.
    pub folded: Box<str>,
    /// A light stem, as a byte range of `folded`: words of one stem are usually forms of one word.
    stem: (u16, u16),
    /// The noun that it is a form of.
    noun: Option<NounId>,
    /// What it is about.
    pub concept: Concept,
    /// Whether it carries subject matter: no word of a closed class.
    pub content: bool,
    /// Its entries in the lexicon, the whole word first, then with fewer and fewer letters.
    pub readings: Vec<Reading>,
    /// The entries of `readings`, for phrases.
    pub entries: Vec<LexId>,
    /// Which tables know any of `entries`.
    pub marks: Marks,
}

impl Word {
    /// The light stem.
    pub fn stem(&self) -> &str {
        self.folded
            .get(self.stem.0 as usize..self.stem.1 as usize)
            .unwrap_or(&self.folded)
    }
}

/// All distinct words, with a look-up by their raw form.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    words: Vec<Word>,
    by_folded: HashTable<WordId>,
    /// Words as written, by the first place where each stands.
    by_raw: HashTable<(Span, WordId)>,
    /// The first word of each concept.
    by_concept: HashTable<WordId>,
    concepts: u32,
    /// The word that is being folded.
    folded: String,
}

impl Vocabulary {
    /// The word of an id.
    pub fn get(&self, id: WordId) -> &Word {
        &self.words[id.0 as usize]
    }

    /// The id of the word that stands at a place of the text.
    pub(super) fn intern(&mut self, text: &str, place: Span, lexicon: &Lexicon) -> WordId {
        let raw = place.of(text);
        let written = hash(raw.as_bytes());
        let same = |(other, _): &(Span, WordId)| other.of(text) == raw;
        if let Some((_, id)) = self.by_raw.find(written, same) {
            return *id;
        }
        self.folded.clear();
        fold_into(raw, &mut self.folded);
        let id = self.folded_id(lexicon);
        let of = |(other, _): &(Span, WordId)| hash(other.of(text).as_bytes());
        self.by_raw.insert_unique(written, (place, id), of);
        id
    }

    /// The id of the word that was folded.
    fn folded_id(&mut self, lexicon: &Lexicon) -> WordId {
        let key = hash(self.folded.as_bytes());
        let words = &self.words;
        let same = |id: &WordId| *words[id.0 as usize].folded == *self.folded;
        if let Some(id) = self.by_folded.find(key, same) {
            return *id;
        }
        let id = WordId(self.words.len() as u32);
        let mut word = Word::new(&self.folded, lexicon);
        word.concept = self.concept(id, &word);
        self.words.push(word);
        let words = &self.words;
        let of = |id: &WordId| hash(words[id.0 as usize].folded.as_bytes());
        self.by_folded.insert_unique(key, id, of);
        id
    }

    /// What a new word is about: what an earlier one of its noun or stem is about, else something new.
    fn concept(&mut self, id: WordId, word: &Word) -> Concept {
        let key = word.about();
        let words = &self.words;
        let same = |id: &WordId| words[id.0 as usize].about() == key;
        if let Some(first) = self.by_concept.find(key.hash(), same) {
            return words[first.0 as usize].concept;
        }
        let of = |other: &WordId| {
            let other = if *other == id {
                word
            } else {
                &words[other.0 as usize]
            };
            other.about().hash()
        };
        self.by_concept.insert_unique(key.hash(), id, of);
        self.concepts += 1;
        Concept(self.concepts - 1)
    }
}

/// What makes two words one concept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum About<'w> {
    Noun(NounId),
    Stem(&'w str),
}

impl About<'_> {
    fn hash(self) -> u64 {
        match self {
            Self::Noun(noun) => noun.hash(),
            Self::Stem(stem) => hash(stem.as_bytes()),
        }
    }
}

impl Word {
    fn new(folded: &str, lexicon: &Lexicon) -> Self {
        let readings = lexicon.readings(folded);
        let entries: Vec<_> = readings.iter().map(|reading| reading.lex).collect();
        let stem = if folded.is_ascii() {
            english::stem(folded)
        } else {
            arabic::stem(folded)
        };
        let nouns = readings
            .iter()
            .find_map(|reading| lexicon.nouns.get(reading.lex).first());
        let marks = entries.iter().map(|entry| lexicon.marks(*entry));
        let marks = marks.fold(Marks::empty(), Marks::union);
        let content = is_content(folded, &readings, lexicon);
        let start = stem.as_ptr() as usize - folded.as_ptr() as usize;
        Self {
            stem: (start as u16, (start + stem.len()) as u16),
            noun: nouns.map(|noun| noun.id),
            folded: folded.into(),
            concept: Concept(0),
            content,
            readings,
            entries,
            marks,
        }
    }

    fn about(&self) -> About<'_> {
        match self.noun {
            Some(noun) => About::Noun(noun),
            None => About::Stem(self.stem()),
        }
    }
}

/// No function word, with or without clitics; a noun of the lexicon as it stands («ولاية») is none for looking like clitics on one.
fn is_content(folded: &str, readings: &[Reading], lexicon: &Lexicon) -> bool {
    let word = folded.chars().next().is_some_and(char::is_alphabetic);
    let function = |reading: &&Reading| lexicon.cues.is(reading.lex, Cue::FunctionWord);
    let bare = |reading: &&Reading| reading.proclitics.is_empty() && !reading.enclitic;
    let noun = |reading: &Reading| !lexicon.nouns.get(reading.lex).is_empty();
    let mut functions = readings.iter().filter(function);
    word && if readings.iter().filter(bare).any(noun) {
        !functions.any(|reading| bare(&reading))
    } else {
        functions.next().is_none()
    }
}
