//! The distinct words of an article.

use hashbrown::HashMap;

use crate::lang::lexicon::cue::Cue;
use crate::lang::lexicon::noun::NounId;
use crate::lang::lexicon::{LexId, Lexicon, Reading};
use crate::lang::{arabic, english};
use crate::text::fold::fold;

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
    /// What it is about.
    pub concept: Concept,
    /// Whether it carries subject matter: no word of a closed class.
    pub content: bool,
    /// Its entries in the lexicon, the whole word first, then with fewer and fewer letters.
    pub readings: Vec<Reading>,
    /// The entries of `readings`, for phrases.
    pub entries: Vec<LexId>,
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
    by_folded: HashMap<Box<str>, WordId>,
    by_raw: HashMap<Box<str>, WordId>,
    concepts: HashMap<ConceptKey, Concept>,
}

/// What makes two words one concept.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum ConceptKey {
    Noun(NounId),
    Stem(Box<str>),
}

impl Vocabulary {
    /// The word of an id.
    pub fn get(&self, id: WordId) -> &Word {
        &self.words[id.0 as usize]
    }

    /// The id of a word as written.
    pub(super) fn intern(&mut self, raw: &str, lexicon: &Lexicon) -> WordId {
        if let Some(id) = self.by_raw.get(raw) {
            return *id;
        }
        let folded = fold(raw).into_boxed_str();
        let id = self
            .by_folded
            .get(&folded)
            .copied()
            .unwrap_or_else(|| self.add(folded, lexicon));
        self.by_raw.insert(raw.into(), id);
        id
    }

    fn add(&mut self, folded: Box<str>, lexicon: &Lexicon) -> WordId {
        let id = WordId(self.words.len() as u32);
        let readings = lexicon.readings(&folded);
        let entries: Vec<_> = readings.iter().map(|reading| reading.lex).collect();
        let stem = if folded.is_ascii() {
            english::stem(&folded)
        } else {
            arabic::stem(&folded)
        };
        let noun = readings
            .iter()
            .find_map(|reading| lexicon.nouns.get(reading.lex).first());
        let key = noun.map_or_else(
            || ConceptKey::Stem(stem.into()),
            |noun| ConceptKey::Noun(noun.id),
        );
        let next = Concept(self.concepts.len() as u32);
        let concept = *self.concepts.entry(key).or_insert(next);
        let content = is_content(&folded, &readings, lexicon);
        let start = stem.as_ptr() as usize - folded.as_ptr() as usize;
        let stem = (start as u16, (start + stem.len()) as u16);
        self.words.push(Word {
            folded: folded.clone(),
            stem,
            concept,
            content,
            readings,
            entries,
        });
        self.by_folded.insert(folded, id);
        id
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
