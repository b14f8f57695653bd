//! [`Pegs`]: currencies whose rate is fixed, from `rules/lexicon/pegs.yaml`.

use serde::{Deserialize, Serialize};

use crate::yaml::{self, YamlError};

/// A currency with a fixed rate.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Peg {
    currency: String,
    anchor: String,
    /// How many of it one of the anchor is, as digits and decimals.
    rate: String,
}

/// All fixed rates.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Pegs {
    list: Vec<Peg>,
}

impl Pegs {
    /// Adds the file.
    pub(super) fn add(&mut self, text: &str) -> Result<(), YamlError> {
        self.list = yaml::parse_trusted(text)?;
        Ok(())
    }

    /// What one of a currency is fixed to: the anchor's id, and how many of the currency one of the anchor is.
    pub fn of(&self, currency: &str) -> Option<(&str, &str)> {
        let peg = self.list.iter().find(|peg| peg.currency == currency)?;
        Some((&peg.anchor, &peg.rate))
    }
}
