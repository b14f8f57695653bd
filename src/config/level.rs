//! [`RuleSetting`]: what a newsroom sets for a rule or a group.

use std::fmt;

use schemars::JsonSchema;
use serde::de::{self, MapAccess, Visitor, value::MapAccessDeserializer};
use serde::{Deserialize, Deserializer};

use crate::diagnostic::Severity;
use crate::rule::ladder::Ladder;

/// Off, on, another severity, or severity and thresholds together.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema)]
#[schemars(untagged)]
pub enum RuleSetting {
    /// One word.
    Level(Level),
    /// Severity and thresholds.
    Full(FullSetting),
}

/// What one word says of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, JsonSchema)]
#[schemars(rename_all = "lowercase")]
pub enum Level {
    /// It is not run.
    Off,
    /// It is run, as grave as it is by itself.
    On,
    /// It is run, and its findings are at most worth a look.
    Info,
    /// It is run, and its findings are warnings.
    Warning,
    /// It is run, and its findings are errors.
    Error,
}

const LEVELS: &[&str] = &["off", "on", "info", "warning", "error"];

/// Severity and thresholds of a rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct FullSetting {
    /// Off, on or a severity.
    pub severity: Option<Level>,
    /// How sure, in hundredths, a finding must be to be shown as grave as it is.
    pub thresholds: Thresholds,
}

/// The certainty, in hundredths, that each severity needs; what is left out stays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Thresholds {
    /// For an error.
    #[serde(deserialize_with = "hundredths")]
    #[schemars(range(max = 100))]
    pub error: Option<u8>,
    /// For a warning.
    #[serde(deserialize_with = "hundredths")]
    #[schemars(range(max = 100))]
    pub warning: Option<u8>,
    /// For an info.
    #[serde(deserialize_with = "hundredths")]
    #[schemars(range(max = 100))]
    pub info: Option<u8>,
}

impl Thresholds {
    /// A ladder with these steps.
    pub fn over(self, ladder: Ladder) -> Ladder {
        Ladder {
            error: self.error.unwrap_or(ladder.error),
            warning: self.warning.unwrap_or(ladder.warning),
            info: self.info.unwrap_or(ladder.info),
        }
    }
}

impl RuleSetting {
    /// Off, on or a severity.
    pub fn level(&self) -> Option<Level> {
        match self {
            Self::Level(level) => Some(*level),
            Self::Full(full) => full.severity,
        }
    }

    /// The thresholds that it sets.
    pub fn thresholds(&self) -> Thresholds {
        match self {
            Self::Level(_) => Thresholds::default(),
            Self::Full(full) => full.thresholds,
        }
    }
}

impl Level {
    /// The severity, where it is one.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Off | Self::On => None,
            Self::Info => Some(Severity::Info),
            Self::Warning => Some(Severity::Warning),
            Self::Error => Some(Severity::Error),
        }
    }
}

impl<'de> Deserialize<'de> for Level {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match RuleSetting::deserialize(deserializer)? {
            RuleSetting::Level(level) => Ok(level),
            RuleSetting::Full(_) => Err(de::Error::custom("expected one word")),
        }
    }
}

impl<'de> Deserialize<'de> for RuleSetting {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(SettingVisitor)
    }
}

struct SettingVisitor;

impl<'de> Visitor<'de> for SettingVisitor {
    type Value = RuleSetting;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`off`, `on`, a severity, or a mapping with `severity` and `thresholds`")
    }

    /// `off` and `on` are truth values in older YAML.
    fn visit_bool<E>(self, on: bool) -> Result<RuleSetting, E> {
        Ok(RuleSetting::Level(if on { Level::On } else { Level::Off }))
    }

    fn visit_str<E: de::Error>(self, word: &str) -> Result<RuleSetting, E> {
        Ok(RuleSetting::Level(match word {
            "off" => Level::Off,
            "on" => Level::On,
            "info" => Level::Info,
            "warning" => Level::Warning,
            "error" => Level::Error,
            _ => return Err(E::unknown_variant(word, LEVELS)),
        }))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<RuleSetting, A::Error> {
        FullSetting::deserialize(MapAccessDeserializer::new(map)).map(RuleSetting::Full)
    }
}

/// A whole number from 0 to 100.
fn hundredths<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u8>, D::Error> {
    let value = Option::<u8>::deserialize(deserializer)?;
    if value.is_some_and(|value| value > 100) {
        return Err(de::Error::custom("expected a whole number from 0 to 100"));
    }
    Ok(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml;

    #[test]
    fn every_form_is_read() {
        let level = |text: &str| yaml::parse::<RuleSetting>(text).unwrap().level();
        assert_eq!(level("off"), Some(Level::Off));
        assert_eq!(level("false"), Some(Level::Off));
        assert_eq!(level("{ severity: warning }"), Some(Level::Warning));
        let full: RuleSetting = yaml::parse("{ thresholds: { error: 95 } }").unwrap();
        assert_eq!(full.level(), None);
        let ladder = full.thresholds().over(Ladder::default());
        assert_eq!((ladder.error, ladder.warning), (95, 60));
        for wrong in [
            "grave",
            "7",
            "{ thresholds: { error: 101 } }",
            "{ level: off }",
        ] {
            assert!(yaml::parse::<RuleSetting>(wrong).is_err(), "{wrong}");
        }
    }
}
