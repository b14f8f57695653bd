//! [`Nouns`]: what news counts, from `rules/lexicon/<language>/nouns/*.yaml`, and the tree of classes in `rules/lexicon/classes.yaml`.
//!
//! An entry gives the singular, its plurals, its gender and the class of things it names; duals, accusatives and the oblique of sound
//! plurals are derived here. Both languages share the class ids.

use std::collections::BTreeMap;

use hashbrown::HashMap;
use serde::Deserialize;

use crate::lang::lexicon::{LexId, Table, Words};
use crate::lang::{Language, english};
use crate::text::fold::fold;
use crate::yaml::{self, YamlError};

/// A class of counted things, such as `killed` or `vehicle`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClassId(u16);

/// One noun with all its forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NounId(u32);

/// Which form of a noun a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum Gender {
    /// Masculine.
    #[serde(rename = "m")]
    Masculine,
    /// Feminine.
    #[serde(rename = "f")]
    Feminine,
}

/// A form of a noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noun {
    /// The noun.
    pub id: NounId,
    /// What it names; none where only its grammar is known.
    pub class: Option<ClassId>,
    /// Which form.
    pub form: NounForm,
    /// Its gender; none in English.
    pub gender: Option<Gender>,
}

/// An entry as it stands in YAML.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    singular: String,
    #[serde(default)]
    plural: Vec<String>,
    class: Option<String>,
    gender: Option<Gender>,
}

/// A class as it stands in YAML.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ClassEntry {
    #[serde(default)]
    is: Vec<String>,
}

/// All nouns and classes.
#[derive(Clone, Debug, Default)]
pub struct Nouns {
    forms: Table<Noun>,
    lemmas: u32,
    classes: Vec<String>,
    by_name: HashMap<String, ClassId>,
    parents: BTreeMap<ClassId, Vec<ClassId>>,
}

impl Nouns {
    /// The forms that a word may be.
    pub fn get(&self, word: LexId) -> &[Noun] {
        self.forms.get(word)
    }

    /// The name of a class, as JSON shows it.
    pub fn class_name(&self, class: ClassId) -> &str {
        self.classes
            .get(class.0 as usize)
            .map_or("", String::as_str)
    }

    /// The class of a name.
    pub fn class(&self, name: &str) -> Option<ClassId> {
        self.by_name.get(name).copied()
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
        let file: BTreeMap<String, ClassEntry> = yaml::parse_trusted(text)?;
        for (name, entry) in &file {
            let class = self.class_named(name);
            let up = entry
                .is
                .iter()
                .map(|parent| self.class_named(parent))
                .collect();
            self.parents.insert(class, up);
        }
        Ok(())
    }

    fn class_named(&mut self, name: &str) -> ClassId {
        if let Some(class) = self.by_name.get(name) {
            return *class;
        }
        let class = ClassId(self.classes.len() as u16);
        self.classes.push(name.to_owned());
        self.by_name.insert(name.to_owned(), class);
        class
    }

    /// Adds the nouns of one file.
    pub(super) fn add(
        &mut self,
        text: &str,
        language: Language,
        words: &mut Words,
    ) -> Result<(), YamlError> {
        let file: Vec<Entry> = yaml::parse_trusted(text)?;
        for entry in file {
            let class = entry.class.as_deref().map(|name| self.class_named(name));
            let id = NounId(self.lemmas);
            self.lemmas += 1;
            for (form, word) in forms(&entry, language) {
                let word = words.intern(&word);
                let noun = Noun {
                    id,
                    class,
                    form,
                    gender: entry.gender,
                };
                if !self.forms.get(word).contains(&noun) {
                    self.forms.add(word, noun);
                }
            }
        }
        Ok(())
    }
}

fn forms(entry: &Entry, language: Language) -> Vec<(NounForm, String)> {
    let singular = fold(&entry.singular);
    if language == Language::English {
        let plurals = if entry.plural.is_empty() {
            vec![english::plural(&singular)]
        } else {
            entry.plural.clone()
        };
        return std::iter::once((NounForm::Singular, singular))
            .chain(plurals.into_iter().map(|word| (NounForm::Plural, word)))
            .collect();
    }
    let mut found = vec![(NounForm::Singular, singular.clone())];
    if !singular.ends_with('ه') && !entry.singular.ends_with("اء") {
        found.push((NounForm::Accusative, format!("{singular}ا")));
    }
    let base = match (entry.singular.strip_suffix('ة'), singular.strip_suffix('ه')) {
        (Some(_), Some(base)) => format!("{base}ت"),
        _ => singular,
    };
    found.extend(
        ["ان", "ين", "ا", "ي"]
            .map(|ending| (NounForm::Dual, format!("{base}{ending}")))
            .into_iter()
            .take(if base.ends_with('ت') { 4 } else { 2 }),
    );
    for plural in &entry.plural {
        let plural = fold(plural);
        if let Some(base) = plural.strip_suffix("ون") {
            found.push((NounForm::Plural, format!("{base}ين")));
        }
        found.push((NounForm::Plural, plural));
    }
    found
}
