//! The severity ladder: a finding that is less sure is shown as less grave, by one mechanism for all rules.

use serde::{Deserialize, Deserializer};

use crate::diagnostic::{Confidence, Severity};

/// The confidence, in hundredths, that each severity needs. A rule's YAML may set its own; below `info` a finding is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Ladder {
    /// For an error.
    #[serde(deserialize_with = "hundredths")]
    pub error: u8,
    /// For a warning.
    #[serde(deserialize_with = "hundredths")]
    pub warning: u8,
    /// For an info.
    #[serde(deserialize_with = "hundredths")]
    pub info: u8,
}

impl Default for Ladder {
    fn default() -> Self {
        Self {
            error: 85,
            warning: 60,
            info: 40,
        }
    }
}

impl Ladder {
    /// The severity to show: the gravest up to `grave` that `sure` reaches.
    pub fn shown(&self, grave: Severity, sure: Confidence) -> Option<Severity> {
        [
            (Severity::Error, self.error),
            (Severity::Warning, self.warning),
            (Severity::Info, self.info),
        ]
        .into_iter()
        .find(|(severity, needed)| *severity <= grave && sure.hundredths() >= *needed)
        .map(|(severity, _)| severity)
    }
}

/// A whole number from 0 to 100.
fn hundredths<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u8, D::Error> {
    let value = u8::deserialize(deserializer)?;
    if value > 100 {
        Err(serde::de::Error::custom(
            "expected a whole number from 0 to 100",
        ))
    } else {
        Ok(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubt_lowers_and_never_raises() {
        let ladder = Ladder::default();
        assert_eq!(
            ladder.shown(Severity::Error, Confidence::new(90)),
            Some(Severity::Error)
        );
        assert_eq!(
            ladder.shown(Severity::Error, Confidence::new(70)),
            Some(Severity::Warning)
        );
        assert_eq!(
            ladder.shown(Severity::Info, Confidence::new(99)),
            Some(Severity::Info)
        );
        assert_eq!(ladder.shown(Severity::Error, Confidence::new(39)), None);
    }
}
