//! The distinct words of an article.

use std::sync::Arc;

use crate::lang::arabic::Proclitics;
use crate::lang::lexicon::cue::Cue;
use crate::lang::lexicon::given_name::NameUse;
use crate::lang::lexicon::marks::Marks;
use crate::lang::lexicon::phrase::Opening;
use crate::lang::lexicon::{LexId, Lexicon, Reading};
use crate::lang::{arabic, english};
use crate::text::hash::hash;

/// A distinct folded word of an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(u32);

impl WordId {
    /// Its number in the article.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// What a word is about: forms of one noun, or words of one light stem, share it. It is the hash of the noun or stem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Concept(u64);

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
    /// Which tables know any of `entries` as it stands, and its script.
    pub marks: Marks,
    /// Which tables hold longer phrases that start with any of `entries`.
    pub opening_marks: Marks,
    /// Whether all that any reading takes off it is a conjunction.
    pub(super) unbound: bool,
    /// The cues that begin with it.
    pub(super) cues: Opening<Cue>,
    /// Its use as a given name, as it stands or behind the article («السعد» is read as «سعد»).
    pub given: Option<NameUse>,
}

impl Word {
    /// The light stem.
    pub fn stem(&self) -> &str {
        self.folded
            .get(self.stem.0 as usize..self.stem.1 as usize)
            .unwrap_or(&self.folded)
    }
}

/// The distinct words of an article.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    words: Vec<Arc<Word>>,
}

impl Vocabulary {
    /// The word of an id.
    #[inline]
    pub fn get(&self, id: WordId) -> &Word {
        &self.words[id.0 as usize]
    }

    pub(super) fn add(&mut self, word: Arc<Word>) -> WordId {
        let id = WordId(self.words.len() as u32);
        self.words.push(word);
        id
    }
}

impl Word {
    pub(super) fn new(folded: &str, lexicon: &Lexicon) -> Self {
        let readings = lexicon.readings(folded);
        let entries: Vec<_> = readings.iter().map(|reading| reading.lex).collect();
        let stem = if folded.is_ascii() {
            english::stem(folded)
        } else {
            arabic::stem(folded)
        };
        let noun = readings
            .iter()
            .find_map(|reading| lexicon.nouns.get(reading.lex).first());
        let concept = match noun {
            Some(noun) => Concept(noun.id.hash()),
            None => Concept(hash(stem.as_bytes())),
        };
        let of_entries = |marks: fn(&Lexicon, LexId) -> Marks| {
            let each = entries.iter().map(|entry| marks(lexicon, *entry));
            each.fold(Marks::empty(), Marks::union)
        };
        let marks = of_entries(Lexicon::marks) | Marks::of_letters(folded);
        let opening_marks = of_entries(Lexicon::opening_marks);
        let content = is_content(folded, &readings, lexicon);
        let start = stem.as_ptr() as usize - folded.as_ptr() as usize;
        Self {
            unbound: readings.iter().copied().all(is_unbound),
            cues: lexicon.cues.open(&entries),
            given: given(&readings, lexicon),
            stem: (start as u16, (start + stem.len()) as u16),
            folded: folded.into(),
            concept,
            content,
            readings,
            entries,
            marks,
            opening_marks,
        }
    }
}

/// Whether a reading takes nothing off its word but a conjunction.
fn is_unbound(reading: Reading) -> bool {
    let conjunctions = Proclitics::WA | Proclitics::FA;
    conjunctions.contains(reading.proclitics) && !reading.enclitic
}

fn given(readings: &[Reading], lexicon: &Lexicon) -> Option<NameUse> {
    let plain = readings
        .iter()
        .filter(|reading| !reading.enclitic && (reading.proclitics - Proclitics::AL).is_empty());
    plain
        .filter_map(|reading| lexicon.given_names.get(reading.lex))
        .min()
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
