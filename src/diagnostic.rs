//! What the tool says about a text: [`Diagnostic`] and its parts.

pub mod fingerprint;
pub mod mend;

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::text::span::Span;

/// How grave a finding is; the rule says it, and the ladder may lower it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth a look.
    Info,
    /// Probably wrong.
    Warning,
    /// Wrong as it stands; fails a run by default.
    Error,
}

impl Severity {
    /// The word that commands and JSON use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// How sure a check is, in hundredths: 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Confidence(u8);

impl Confidence {
    /// `hundredths` per cent sure, at most 100.
    pub fn new(hundredths: u8) -> Self {
        Self(hundredths.min(100))
    }

    /// The hundredths.
    pub fn hundredths(self) -> u8 {
        self.0
    }

    /// Both at once: the product, for evidence that must hold together.
    pub fn and(self, other: Self) -> Self {
        Self((u16::from(self.0) * u16::from(other.0) / 100) as u8)
    }
}

/// The name of a rule, such as `conflicting-figure`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RuleId(Arc<str>);

impl RuleId {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for RuleId {
    fn from(id: &str) -> Self {
        Self(id.into())
    }
}

impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Which place of a finding a label marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The later place, or the place to change; one a finding.
    Primary,
    /// Another place that the finding is about.
    Related,
}

/// A marked place with a word about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Bytes of the source file.
    pub span: Span,
    /// Primary or related.
    pub role: Role,
    /// What to say beside the place; may be empty.
    pub text: String,
}

/// A replacement of bytes of the source file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The bytes to replace.
    pub span: Span,
    /// What stands there instead.
    pub replacement: String,
}

/// One way to mend a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, in the language of the messages.
    pub title: String,
    /// Whether it may be applied without a person looking.
    pub safe: bool,
    /// The edits, all or none.
    pub edits: Vec<Edit>,
}

/// One finding, in words, with places in the source file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule that speaks.
    pub rule: RuleId,
    /// How grave, after the ladder.
    pub severity: Severity,
    /// How sure.
    pub confidence: Confidence,
    /// One sentence for the reader.
    pub message: String,
    /// What to do; may be empty.
    pub help: String,
    /// The primary label first, then the related ones in order of place.
    pub labels: Vec<Label>,
    /// Ways to mend it; two possible ones stand side by side.
    pub fixes: Vec<Fix>,
}

impl Diagnostic {
    /// The primary place; the start of the file where a check gave no label.
    pub fn primary(&self) -> Span {
        self.labels
            .first()
            .map(|label| label.span)
            .unwrap_or_default()
    }
}
