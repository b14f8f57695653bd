//! [`Places`]: countries, regions and cities with their peoples, from `rules/lexicon/places/*.yaml`.
//!
//! One id for both languages. A file maps ids to `{in, names, people, places}`; names are written `English / other | عربي / آخر`. A
//! name is found behind clitics («وبالقاهرة», «للرياض»); in English it is lower-cased like all words, so whoever asks looks at the
//! capital of the token.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::lang::lexicon::phrase::Phrases;
use crate::lang::lexicon::strings::Strings;
use crate::lang::lexicon::{LexId, Words, inflection};
use crate::yaml::{self, YamlError};

/// A place of the gazetteer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PlaceId(u16);

/// What a word says of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PlaceKind {
    /// It names it: «القاهرة».
    Name,
    /// It names who or what comes from it: «مصرية», "Egyptians".
    People,
}

/// A place as a phrase names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// Which.
    pub id: PlaceId,
    /// By its name or by its people.
    pub kind: PlaceKind,
}

/// A country or region as it stands in YAML.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    #[serde(default, rename = "in")]
    within: Vec<String>,
    names: String,
    #[serde(default)]
    people: String,
    #[serde(default)]
    places: Vec<String>,
}

/// The gazetteer.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Places {
    phrases: Phrases<Place>,
    names: Strings,
    wider: BTreeMap<PlaceId, Vec<PlaceId>>,
}

impl Places {
    /// Every place that is named from the first of `words` on, with the length of the phrase; shortest first.
    pub fn at<'w>(&self, words: impl Iterator<Item = &'w [LexId]>) -> Vec<(Place, usize)> {
        self.phrases.at(words)
    }

    /// All names and peoples, as a table of phrases.
    pub fn phrases(&self) -> &Phrases<Place> {
        &self.phrases
    }

    /// The id of a place as the files write it, such as `port-said`.
    pub fn name(&self, id: PlaceId) -> &str {
        self.names.get(u32::from(id.0)).unwrap_or_default()
    }

    /// The place of an id as the files write it.
    pub fn place(&self, name: &str) -> Option<PlaceId> {
        self.names.find(name).map(|place| PlaceId(place as u16))
    }

    /// Whether `narrow` lies in `wide`, or is it: Basra in Iraq, Iraq in Asia.
    pub fn is_within(&self, narrow: PlaceId, wide: PlaceId) -> bool {
        let within = |place: &PlaceId| self.is_within(*place, wide);
        narrow == wide
            || self
                .wider
                .get(&narrow)
                .is_some_and(|up| up.iter().any(within))
    }

    /// Adds the places of one file.
    pub(super) fn add(&mut self, text: &str, words: &mut Words) -> Result<(), YamlError> {
        let file: BTreeMap<String, Entry> = yaml::parse_trusted(text)?;
        for (name, entry) in file {
            let id = self.named(&name);
            let wider = entry.within.iter().map(|place| self.named(place)).collect();
            self.wider.insert(id, wider);
            self.add_names(id, &entry.names, words);
            self.add_people(id, &entry.people, words);
            for place in &entry.places {
                let inner = self.named(&identifier(place));
                self.wider.insert(inner, vec![id]);
                self.add_names(inner, place, words);
            }
        }
        Ok(())
    }

    fn named(&mut self, name: &str) -> PlaceId {
        PlaceId(self.names.intern(name) as u16)
    }

    fn add_names(&mut self, id: PlaceId, names: &str, words: &mut Words) {
        let kind = PlaceKind::Name;
        for name in spellings(names) {
            self.phrases.add_form(name, Place { id, kind }, words);
            if let Some(rest) = name.strip_prefix("ال") {
                let behind_for = format!("لل{rest}");
                self.phrases
                    .add_form(&behind_for, Place { id, kind }, words);
            }
        }
    }

    fn add_people(&mut self, id: PlaceId, people: &str, words: &mut Words) {
        let kind = PlaceKind::People;
        for name in spellings(people) {
            for form in people_forms(name) {
                self.phrases.add_form(&form, Place { id, kind }, words);
            }
        }
    }
}

/// The spellings of both languages.
fn spellings(names: &str) -> impl Iterator<Item = &str> {
    let each = names.split('|').flat_map(|side| side.split(" / "));
    each.map(str::trim).filter(|name| !name.is_empty())
}

/// The id of a city: its first name in small letters, with hyphens.
fn identifier(place: &str) -> String {
    let first = spellings(place).next().unwrap_or_default();
    first.to_lowercase().replace(' ', "-")
}

/// «مصري» with its feminine, plurals and duals; "Egyptian" with its plural. Phrases and other endings stand as they are.
fn people_forms(name: &str) -> Vec<String> {
    if name.ends_with('ي') && !name.contains(' ') {
        return inflection::of_nisba(name);
    }
    let mut forms = vec![name.to_owned()];
    if name.ends_with(['n', 'i', 'k', 't', 'r', 'g', 'z']) && !name.ends_with("men") {
        forms.push(format!("{name}s"));
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "asia: {names: Asia | آسيا}\niraq: {in: [asia], names: Iraq | العراق, people: Iraqi | عراقي, \
                        places: [Basra | البصرة, Umm Qasr | أم قصر]}\n";

    fn found(text: &str) -> Vec<(String, PlaceKind, usize)> {
        let (mut words, mut places) = (Words::default(), Places::default());
        places.add(FILE, &mut words).unwrap();
        let ids = words.intern_phrase(text);
        let hits = places.at(ids.iter().map(std::slice::from_ref));
        let name = |(place, length): (Place, usize)| {
            (places.name(place.id).to_owned(), place.kind, length)
        };
        hits.into_iter().map(name).collect()
    }

    #[test]
    fn places_and_their_people_are_found() {
        assert_eq!(found("للعراق"), [("iraq".to_owned(), PlaceKind::Name, 1)]);
        assert_eq!(
            found("أم قصر"),
            [("umm-qasr".to_owned(), PlaceKind::Name, 2)]
        );
        for people in ["عراقية", "عراقيين", "عراقيتان", "Iraqi", "Iraqis"] {
            assert_eq!(
                found(people),
                [("iraq".to_owned(), PlaceKind::People, 1)],
                "{people}"
            );
        }
    }

    #[test]
    fn a_city_lies_in_its_country_and_its_continent() {
        let mut places = Places::default();
        places.add(FILE, &mut Words::default()).unwrap();
        let id = |name| places.place(name).unwrap();
        assert!(places.is_within(id("basra"), id("iraq")));
        assert!(places.is_within(id("basra"), id("asia")));
        assert!(!places.is_within(id("iraq"), id("basra")));
    }
}
