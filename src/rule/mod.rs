//! [`Rule`]: a check with parameters and words, as a YAML file holds it.

pub mod example;
pub mod ladder;
pub mod message;
pub mod pack;

use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::Date;
use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::analysis::Analysis;
use crate::check::{Check as _, CheckKind, Match, Place};
use crate::diagnostic::{Diagnostic, Edit, Fix, Label, Role, RuleId, Severity};
use crate::lang::Language;
use crate::rule::ladder::Ladder;
use crate::rule::message::Phrase;

/// A rule: what to look for, how grave it is, and what to say.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Its name, also its file's name; names the fault.
    pub id: RuleId,
    /// The folder of its file, such as `figures`.
    pub group: String,
    /// The severity of a certain finding.
    pub severity: Severity,
    /// The check and its parameters.
    pub check: CheckKind,
    /// What to say of a finding.
    pub words: RuleWords,
    /// Other words for particular cases of the check.
    pub cases: BTreeMap<String, CaseWords>,
    /// Titles of the ways to mend it.
    pub fixes: BTreeMap<String, Phrase>,
    /// Why it matters, for `explain`.
    pub why: Phrase,
    /// How sure a finding must be to be shown as grave as it is.
    pub ladder: Ladder,
    /// Texts that the rule must flag.
    pub finds: Vec<Example>,
    /// Texts that the rule must leave alone.
    pub allows: Vec<Example>,
}

/// The words of a rule, or of one of its cases.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleWords {
    /// One sentence for the reader.
    pub message: Phrase,
    /// What to do.
    #[serde(default)]
    pub help: Phrase,
    /// What to say beside the places, by the names that the check gives them (`primary`, `related` …).
    #[serde(default)]
    pub labels: BTreeMap<String, Phrase>,
}

/// Words that replace the rule's own in one case; what is left out stays.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseWords {
    /// One sentence for the reader.
    pub message: Option<Phrase>,
    /// What to do.
    pub help: Option<Phrase>,
    /// What to say beside the places.
    #[serde(default)]
    pub labels: BTreeMap<String, Phrase>,
    /// The severity of this case.
    pub severity: Option<Severity>,
}

/// A text that shows what a rule does: Markdown, so that a headline is written `# …`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The text.
    pub text: String,
    /// The article's date.
    pub date: Option<Date>,
    /// Words that the labels of the finding must quote, all of them.
    pub quotes: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FullExample {
    text: String,
    date: Option<Date>,
    #[serde(default)]
    quotes: Vec<String>,
}

/// An example is written as its text alone, or as a mapping with what else it needs.
impl<'de> Deserialize<'de> for Example {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ExampleVisitor)
    }
}

struct ExampleVisitor;

impl<'de> Visitor<'de> for ExampleVisitor {
    type Value = Example;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, or a mapping with `text`")
    }

    fn visit_str<E>(self, text: &str) -> Result<Example, E> {
        Ok(Example {
            text: text.to_owned(),
            date: None,
            quotes: Vec::new(),
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Example, A::Error> {
        let full = FullExample::deserialize(MapAccessDeserializer::new(map))?;
        Ok(Example {
            text: full.text,
            date: full.date,
            quotes: full.quotes,
        })
    }
}

impl Rule {
    /// What the rule says of an article, in the language `ui`.
    pub fn diagnose(&self, article: &Analysis<'_>, ui: Language) -> Vec<Diagnostic> {
        self.check
            .run(article)
            .iter()
            .filter_map(|found| self.word(found, article, ui))
            .collect()
    }

    /// Puts one match into words; none where the ladder silences it.
    fn word(&self, found: &Match, article: &Analysis<'_>, ui: Language) -> Option<Diagnostic> {
        let case = self.cases.get(found.case);
        let grave = case.and_then(|case| case.severity).unwrap_or(self.severity);
        let severity = self.ladder.shown(grave, found.confidence)?;
        let fill = |phrase: &Phrase| phrase.fill(ui, &found.values, article);
        let message = case
            .and_then(|case| case.message.as_ref())
            .unwrap_or(&self.words.message);
        let help = case
            .and_then(|case| case.help.as_ref())
            .unwrap_or(&self.words.help);
        let labels = self.labels(found, case, article, &fill);
        let fixes = found.repairs.iter().filter_map(|repair| {
            let values = [found.values.as_slice(), repair.values.as_slice()].concat();
            let title = self.fixes.get(repair.title)?.fill(ui, &values, article);
            let edits = repair
                .edits
                .iter()
                .map(|(span, text)| Edit {
                    span: article.document.to_source(*span),
                    replacement: text.clone(),
                })
                .collect();
            Some(Fix {
                title,
                safe: repair.safe,
                edits,
            })
        });
        Some(Diagnostic {
            rule: self.id.clone(),
            severity,
            confidence: found.confidence,
            message: fill(message),
            help: fill(help),
            labels,
            fixes: fixes.collect(),
        })
    }

    fn labels(
        &self,
        found: &Match,
        case: Option<&CaseWords>,
        article: &Analysis<'_>,
        fill: &dyn Fn(&Phrase) -> String,
    ) -> Vec<Label> {
        let name = |place: &Place| match (place.label, place.role) {
            ("", Role::Primary) => "primary",
            ("", Role::Related) => "related",
            (label, _) => label,
        };
        let phrase = |place: &Place| {
            case.and_then(|case| case.labels.get(name(place)))
                .or_else(|| self.words.labels.get(name(place)))
        };
        let mut labels: Vec<_> = found
            .places
            .iter()
            .map(|place| Label {
                span: article.document.to_source(place.span),
                role: place.role,
                text: phrase(place).map(fill).unwrap_or_default(),
            })
            .collect();
        labels.sort_by_key(|label| (label.role, label.span));
        labels
    }
}
