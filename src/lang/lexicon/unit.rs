//! [`Units`]: every unit of measure and currency once, with its names in both languages, from `rules/lexicon/units.yaml`.
//!
//! An entry gives singulars and plurals; Arabic duals and accusatives and regular English plurals are derived here. A currency that
//! several countries have («دولار») is an entry of its own, and the country's adjective behind it names the country's.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::lang::english;
use crate::lang::lexicon::Words;
use crate::lang::lexicon::pattern::{Patterns, expand};
use crate::text::fold::fold;
use crate::yaml::{self, YamlError};

/// A unit by its place in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct UnitId(u16);

/// A unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// Its id as `contract` names it. It lives as long as the program: units are read once.
    pub id: &'static str,
    /// What it measures: `money`, `length`, `time` …
    pub dimension: &'static str,
    /// How many base units of its dimension it is, as numerator and denominator; none for money and temperature.
    pub factor: Option<(i128, i128)>,
    /// Whether its factor is the same everywhere.
    pub size: Size,
    /// The currency word without a country that it goes by.
    pub generic: Option<UnitId>,
    /// Of which units it is a part, and how many parts they have.
    parts: Vec<(UnitId, i128)>,
}

/// How far the size of a unit is settled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Size {
    /// One size everywhere.
    #[default]
    Fixed,
    /// Two sizes, a quarter apart at most: the gallon, the ton.
    Twofold,
    /// The country or the trade decides: the dunam, the cup.
    Local,
}

/// How a word names a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Naming {
    /// One of it, also as the accusative that follows 11 to 99.
    Noun,
    /// Many of it.
    Plural,
    /// Two of it, in the noun itself.
    Dual,
    /// A sign or abbreviation.
    Symbol,
    /// A code, which wants a capital.
    Code,
}

/// A country by its place in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CountryId(u16);

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    countries: BTreeMap<String, Country>,
    units: Vec<Entry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Country {
    #[serde(default)]
    ar: Vec<String>,
    #[serde(default)]
    en: Vec<String>,
}

/// A unit as it stands in YAML.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    dimension: String,
    factor: Option<String>,
    #[serde(default)]
    size: Size,
    /// Arabic singulars, to be inflected.
    #[serde(default)]
    ar: Vec<String>,
    /// Arabic plurals.
    #[serde(default)]
    ar_many: Vec<String>,
    /// Arabic forms that are taken as they stand.
    #[serde(default)]
    ar_as_is: Vec<String>,
    /// Arabic duals that are taken as they stand.
    #[serde(default)]
    ar_two: Vec<String>,
    /// English singulars.
    #[serde(default)]
    en: Vec<String>,
    /// English plurals that are not regular.
    #[serde(default)]
    en_many: Vec<String>,
    /// Signs behind a figure.
    #[serde(default)]
    symbols: Vec<String>,
    /// Signs before a figure.
    #[serde(default)]
    before: Vec<String>,
    /// ISO 4217 code, before or behind a figure, with a capital.
    #[serde(default)]
    code: bool,
    generic: Option<String>,
    country: Option<String>,
    #[serde(default)]
    parts_of: BTreeMap<String, i128>,
}

/// All units.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Units {
    list: Vec<Unit>,
    by_id: BTreeMap<&'static str, UnitId>,
    /// What stands behind a figure.
    pub names: Patterns<(UnitId, Naming)>,
    /// What stands before a figure.
    pub before: Patterns<(UnitId, Naming)>,
    /// Adjectives of countries.
    pub countries: Patterns<CountryId>,
    by_country: BTreeMap<(UnitId, CountryId), UnitId>,
}

impl Units {
    /// The unit of a handle.
    pub fn get(&self, unit: UnitId) -> &Unit {
        &self.list[unit.0 as usize]
    }

    /// The handle of an id.
    pub fn by_id(&self, id: &str) -> Option<UnitId> {
        self.by_id.get(id).copied()
    }

    /// The unit of an id that measures `dimension`; a pound is a mass and money.
    pub fn measuring(&self, id: &str, dimension: &str) -> Option<UnitId> {
        let found = self
            .list
            .iter()
            .position(|unit| unit.id == id && unit.dimension == dimension);
        found.map(|index| UnitId(index as u16))
    }

    /// The currency of a country that goes by the name of `unit`.
    pub fn of_country(&self, unit: UnitId, country: CountryId) -> Option<UnitId> {
        self.by_country.get(&(unit, country)).copied()
    }

    /// How many of `part` make one `whole`, where it is a part of it.
    pub fn parts(&self, whole: UnitId, part: UnitId) -> Option<i128> {
        let generic = self.get(whole).generic;
        let parts = &self.get(part).parts;
        let of = |unit: UnitId| {
            parts
                .iter()
                .find(|(main, _)| *main == unit)
                .map(|(_, count)| *count)
        };
        of(whole).or_else(|| generic.and_then(of))
    }

    /// Adds the file.
    pub(super) fn add(&mut self, text: &str, words: &mut Words) -> Result<(), YamlError> {
        let file: File = yaml::parse_trusted(text)?;
        let mut countries = BTreeMap::new();
        for (index, (name, country)) in file.countries.iter().enumerate() {
            let id = CountryId(index as u16);
            countries.insert(name.as_str(), id);
            for adjective in country.ar.iter().flat_map(|word| adjective(word)) {
                self.countries.add(&adjective, id, words);
            }
            for adjective in &country.en {
                self.countries.add(adjective, id, words);
            }
        }
        for (index, entry) in file.units.iter().enumerate() {
            let id: &'static str = Box::leak(entry.id.clone().into_boxed_str());
            self.by_id.insert(id, UnitId(index as u16));
        }
        for (index, entry) in file.units.iter().enumerate() {
            let unit = UnitId(index as u16);
            self.add_unit(entry)?;
            self.add_names(unit, entry, words);
            let generic = self.list[index].generic;
            let country = entry
                .country
                .as_deref()
                .and_then(|name| countries.get(name));
            if let (Some(generic), Some(country)) = (generic, country) {
                self.by_country.insert((generic, *country), unit);
            }
        }
        Ok(())
    }

    fn add_unit(&mut self, entry: &Entry) -> Result<(), YamlError> {
        let missing = |id: &str| YamlError {
            message: format!("there is no unit `{id}`"),
            place: None,
        };
        let unit = |id: &str| self.by_id(id).ok_or_else(|| missing(id));
        let id = self
            .by_id
            .get_key_value(entry.id.as_str())
            .map_or("", |(id, _)| *id);
        let dimension = self
            .list
            .iter()
            .map(|unit| unit.dimension)
            .find(|dimension| *dimension == entry.dimension)
            .unwrap_or_else(|| Box::leak(entry.dimension.clone().into_boxed_str()));
        let parts = entry
            .parts_of
            .iter()
            .map(|(main, count)| Ok((unit(main)?, *count)))
            .collect::<Result<_, YamlError>>()?;
        let generic = entry.generic.as_deref().map(unit).transpose()?;
        let factor = entry.factor.as_deref().map(ratio).transpose()?;
        self.list.push(Unit {
            id,
            dimension,
            factor,
            size: entry.size,
            generic,
            parts,
        });
        Ok(())
    }

    fn add_names(&mut self, unit: UnitId, entry: &Entry, words: &mut Words) {
        let mut name = |phrase: &str, naming| self.names.add(phrase, (unit, naming), words);
        for singular in entry.ar.iter().flat_map(|pattern| expand(pattern)) {
            let (nouns, duals) = inflections(&singular);
            for word in &nouns {
                name(word, Naming::Noun);
            }
            for word in &duals {
                name(word, Naming::Dual);
            }
        }
        for plural in entry.ar_many.iter().flat_map(|pattern| expand(pattern)) {
            name(&plural, Naming::Plural);
            name(&format!("{}ا", fold(&plural)), Naming::Plural);
        }
        for as_is in entry.ar_as_is.iter().chain(&entry.en_many) {
            name(as_is, Naming::Plural);
        }
        for dual in &entry.ar_two {
            name(dual, Naming::Dual);
        }
        for singular in entry.en.iter().flat_map(|pattern| expand(pattern)) {
            name(&singular, Naming::Noun);
            name(&english::plural(&singular), Naming::Plural);
        }
        for symbol in &entry.symbols {
            name(symbol, Naming::Symbol);
        }
        for sign in &entry.before {
            self.before.add(sign, (unit, Naming::Symbol), words);
        }
        if entry.code {
            self.names.add(&entry.id, (unit, Naming::Code), words);
            self.before.add(&entry.id, (unit, Naming::Code), words);
        }
    }
}

/// The singular with its accusative, and the duals of a noun; only the last word of several is inflected.
fn inflections(singular: &str) -> (Vec<String>, Vec<String>) {
    let folded = fold(singular);
    let base = folded
        .strip_suffix('ه')
        .map_or_else(|| folded.clone(), |base| format!("{base}ت"));
    let duals = ["ان", "ين", "ا", "ي"]
        .iter()
        .filter(|ending| base.ends_with('ت') || ending.chars().count() == 2)
        .map(|ending| format!("{base}{ending}"))
        .collect();
    let accusative = format!("{folded}ا");
    (vec![folded, accusative], duals)
}

/// All forms of a nisba adjective.
fn adjective(masculine: &str) -> Vec<String> {
    let folded = fold(masculine);
    ["", "ا", "ه", "ان", "ين", "تان", "تين", "ات"]
        .iter()
        .map(|ending| format!("{folded}{ending}"))
        .collect()
}

/// `12`, `0.3048` or `1/3`.
fn ratio(text: &str) -> Result<(i128, i128), YamlError> {
    let whole = |text: &str| {
        text.replace('_', "")
            .parse::<i128>()
            .map_err(|_| YamlError {
                message: format!("`{text}` is no number"),
                place: None,
            })
    };
    if let Some((numerator, denominator)) = text.split_once('/') {
        return Ok((whole(numerator)?, whole(denominator)?.max(1)));
    }
    let (front, decimals) = text.split_once('.').unwrap_or((text, ""));
    let denominator = 10_i128.checked_pow(decimals.len() as u32).unwrap_or(1);
    Ok((whole(&format!("{front}{decimals}"))?, denominator))
}
