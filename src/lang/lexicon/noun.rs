//! [`Nouns`]: what news counts, from `rules/lexicon/<language>/nouns/*.yaml`, and the tree of classes in `rules/lexicon/classes.yaml`.
//!
//! A file maps each class to its nouns. A noun is one line of words: the singular (spellings parted by `/`), in Arabic `f` where it
//! is feminine without showing it and `mf` where both are written, then its plurals: `قتيل قتلى`, `حرب f حروب`, `child children`. A noun without plurals has the
//! regular one in English and none in Arabic; `-` stands for a singular that is not there (`- dead`). Duals, accusatives, the
//! oblique and the construct of sound plurals are derived. Both languages share the class ids.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::lang::lexicon::column::Column;
use crate::lang::lexicon::phrase::Phrases;
use crate::lang::lexicon::strings::Strings;
use crate::lang::lexicon::{LexId, Table, Words, inflection};
use crate::lang::{Language, english};
use crate::text::hash::hash_number;
use crate::yaml::{self, YamlError};

/// A class of counted things, such as `killed` or `vehicle`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ClassId(u16);

/// One noun with all its forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct NounId(u32);

impl NounId {
    /// A hash of it.
    pub fn hash(self) -> u64 {
        hash_number(self.0.into())
    }
}

/// Which form of a noun a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum NounForm {
    /// One.
    Singular,
    /// The singular with the alif of the accusative, as after 11 to 99.
    Accusative,
    /// Two, written in the noun itself.
    Dual,
    /// More.
    Plural,
}

/// Grammatical gender of the singular.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Gender {
    /// Masculine.
    Masculine,
    /// Feminine.
    Feminine,
}

impl Gender {
    /// The gender that an Arabic singular shows: the ending ة is feminine; what is feminine without it says `f`.
    fn shown_by(singular: &str) -> Self {
        if singular.ends_with('ة') {
            Self::Feminine
        } else {
            Self::Masculine
        }
    }
}

/// A form of a noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noun {
    /// The noun.
    pub id: NounId,
    /// What it names; none where only its grammar is known.
    pub class: Option<ClassId>,
    /// Which form.
    pub form: NounForm,
    /// Its gender; none in English, where a word has both («سوق»), and where the lexicon does not say.
    pub gender: Option<Gender>,
}

/// How the two numbers of a noun are spelled, as the lexicon gives them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lemma<'n> {
    /// One of it.
    pub singular: Option<&'n str>,
    /// More of it, in the form that a dictionary gives.
    pub plural: Option<&'n str>,
}

/// An entry as it stands in YAML: `<singular>[/<spelling>] [m|f|mf] <plural>…`.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry<'y> {
    singulars: Vec<&'y str>,
    plurals: Vec<&'y str>,
    gender: Option<Gender>,
}

impl<'y> Entry<'y> {
    fn parse(line: &'y str, language: Language) -> Self {
        let mut words = line.split_whitespace();
        let singulars: Vec<_> = words
            .next()
            .filter(|word| *word != "-")
            .map(|word| word.split('/').collect())
            .unwrap_or_default();
        let shown = singulars.first().copied().map(Gender::shown_by);
        let mut gender = shown.filter(|_| language == Language::Arabic);
        let mut plurals = Vec::new();
        for word in words {
            match word {
                "m" => gender = Some(Gender::Masculine),
                "f" => gender = Some(Gender::Feminine),
                "mf" => gender = None,
                _ => plurals.push(word),
            }
        }
        Self {
            singulars,
            plurals,
            gender,
        }
    }

    /// The singular and the plural that a dictionary gives.
    fn numbers(&self, language: Language) -> [Option<Cow<'y, str>>; 2] {
        let singular = self.singulars.first().copied();
        let given = self.plurals.first().copied().map(Cow::Borrowed);
        let regular = || singular.map(|word| Cow::Owned(english::plural(word)));
        let plural = match given {
            None if language == Language::English => regular(),
            given => given,
        };
        [singular.map(Cow::Borrowed), plural]
    }

    /// Every form that the entry stands for; a word may be several.
    fn forms(&self, language: Language) -> Vec<(NounForm, String)> {
        if language == Language::English {
            return self.english_forms();
        }
        let mut found = Vec::new();
        for singular in &self.singulars {
            inflection::of_singular(singular, &mut found);
        }
        for plural in &self.plurals {
            inflection::of_plural(plural, &mut found);
        }
        found
    }

    fn english_forms(&self) -> Vec<(NounForm, String)> {
        let singulars = self
            .singulars
            .iter()
            .map(|word| (NounForm::Singular, (*word).to_owned()));
        let given = self.plurals.iter().map(|word| (*word).to_owned());
        let plurals: Vec<_> = if self.plurals.is_empty() {
            self.singulars
                .iter()
                .map(|word| english::plural(word))
                .collect()
        } else {
            given.collect()
        };
        singulars
            .chain(plurals.into_iter().map(|word| (NounForm::Plural, word)))
            .collect()
    }
}

/// All nouns and classes.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Nouns {
    forms: Table<Noun>,
    measures: Table<Noun>,
    /// The singular and the plural of each noun: numbers of `spellings`, one more than they are; 0 where there is none.
    lemmas: Column,
    spellings: Strings,
    classes: Strings,
    parents: BTreeMap<ClassId, Vec<ClassId>>,
}

impl Nouns {
    /// The forms that a word may be.
    pub fn get(&self, word: LexId) -> &[Noun] {
        self.forms.get(word)
    }

    /// The forms that a word may be, nouns of measure («سنة», «دولار») among them: what a number agrees with.
    pub fn counted(&self, word: LexId) -> impl Iterator<Item = &Noun> {
        self.forms.get(word).iter().chain(self.measures.get(word))
    }

    /// How a noun is spelled.
    pub fn lemma(&self, noun: NounId) -> Option<Lemma<'_>> {
        let at = noun.0 as usize * 2;
        let spelling = |held: u32| self.spellings.get(held.checked_sub(1)?);
        Some(Lemma {
            singular: spelling(self.lemmas.get(at)?),
            plural: spelling(self.lemmas.get(at + 1)?),
        })
    }

    /// The name of a class, as JSON shows it.
    pub fn class_name(&self, class: ClassId) -> &str {
        self.classes.get(u32::from(class.0)).unwrap_or_default()
    }

    /// The class of a name.
    pub fn class(&self, name: &str) -> Option<ClassId> {
        self.classes.find(name).map(|class| ClassId(class as u16))
    }

    /// Whether every `narrow` is a `wide`: a class is its own kind.
    pub fn is_a(&self, narrow: ClassId, wide: ClassId) -> bool {
        narrow == wide
            || self
                .parents
                .get(&narrow)
                .is_some_and(|up| up.iter().any(|parent| self.is_a(*parent, wide)))
    }

    /// Adds the tree of classes.
    pub(super) fn add_classes(&mut self, text: &str) -> Result<(), YamlError> {
        let file: BTreeMap<String, Vec<String>> = yaml::parse_trusted(text)?;
        for (name, parents) in &file {
            let class = self.class_named(name);
            let up = parents
                .iter()
                .map(|parent| self.class_named(parent))
                .collect();
            self.parents.insert(class, up);
        }
        Ok(())
    }

    fn class_named(&mut self, name: &str) -> ClassId {
        ClassId(self.classes.intern(name) as u16)
    }

    /// Adds the nouns of one file.
    pub(super) fn add(
        &mut self,
        text: &str,
        language: Language,
        words: &mut Words,
    ) -> Result<(), YamlError> {
        let file: BTreeMap<String, Vec<String>> = yaml::parse_trusted(text)?;
        for (class, lines) in file {
            let class = self.class_named(&class);
            for line in &lines {
                self.add_entry(&Entry::parse(line, language), Some(class), language, words);
            }
        }
        Ok(())
    }

    /// Adds nouns of which only the grammar is told: those that units are named by, and things that no class holds.
    pub(super) fn add_measures(
        &mut self,
        text: &str,
        language: Language,
        words: &mut Words,
    ) -> Result<(), YamlError> {
        let lines: Vec<String> = yaml::parse_trusted(text)?;
        for line in &lines {
            self.add_entry(&Entry::parse(line, language), None, language, words);
        }
        Ok(())
    }

    /// Adds the events of one file: class to verbs, verbal nouns and phrases.
    pub(super) fn add_events(
        &mut self,
        text: &str,
        events: &mut Phrases<ClassId>,
        words: &mut Words,
    ) -> Result<(), YamlError> {
        let file: BTreeMap<String, Vec<String>> = yaml::parse_trusted(text)?;
        for (class, phrases) in file {
            let class = self.class_named(&class);
            for phrase in &phrases {
                events.add(phrase, class, words);
            }
        }
        Ok(())
    }

    fn add_entry(
        &mut self,
        entry: &Entry<'_>,
        class: Option<ClassId>,
        language: Language,
        words: &mut Words,
    ) {
        let id = NounId((self.lemmas.len() / 2) as u32);
        for number in entry.numbers(language) {
            let held = number.map_or(0, |word| self.spellings.intern(&word) + 1);
            self.lemmas.push(held);
        }
        let table = if class.is_some() {
            &mut self.forms
        } else {
            &mut self.measures
        };
        for (form, word) in entry.forms(language) {
            let word = words.intern(&word);
            let noun = Noun {
                id,
                class,
                form,
                gender: entry.gender,
            };
            if !table.get(word).contains(&noun) {
                table.add(word, noun);
            }
        }
    }
}
