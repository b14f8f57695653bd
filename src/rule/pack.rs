//! [`Pack`]: the rules of a run, built in and the user's own.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::check::CheckKind;
use crate::diagnostic::{RuleId, Severity};
use crate::rule::ladder::Ladder;
use crate::rule::message::Phrase;
use crate::rule::{CaseWords, Example, Rule, RuleWords};
use crate::yaml::{self, YamlError};

/// Why a rule file was refused.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{file}: {error}")]
pub struct RuleError {
    /// The file, as the user gave it or below `rules/`.
    pub file: String,
    /// What is wrong, and where.
    pub error: YamlError,
}

/// A rule as its file holds it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleFile {
    id: String,
    severity: Severity,
    #[serde(with = "yaml::singleton_map")]
    check: CheckKind,
    message: Phrase,
    #[serde(default)]
    help: Phrase,
    #[serde(default)]
    labels: BTreeMap<String, Phrase>,
    #[serde(default)]
    cases: BTreeMap<String, CaseWords>,
    #[serde(default)]
    fixes: BTreeMap<String, Phrase>,
    why: Phrase,
    #[serde(default)]
    ladder: Ladder,
    finds: Vec<Example>,
    allows: Vec<Example>,
}

/// Rules, sorted by id; a later one of the same id takes the place of an earlier one.
#[derive(Clone, Debug, Default)]
pub struct Pack {
    rules: BTreeMap<RuleId, Rule>,
}

impl Pack {
    /// The rules, by id.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        self.rules.values()
    }

    /// The rule of an id.
    pub fn get(&self, id: &str) -> Option<&Rule> {
        self.rules.get(&RuleId::from(id))
    }

    /// Keeps the rules for which `keep` holds.
    pub fn retain(&mut self, keep: impl Fn(&Rule) -> bool) {
        self.rules.retain(|_, rule| keep(rule));
    }

    /// Adds the rule of a file, named for error messages; `group` is its folder.
    pub fn add(&mut self, file: &str, group: &str, text: &str) -> Result<(), RuleError> {
        self.put(file, group, yaml::parse(text))
    }

    /// Adds a rule that the build made JSON of.
    pub fn add_prepared(&mut self, file: &str, group: &str, json: &str) -> Result<(), RuleError> {
        let read = serde_json::from_str(json).map_err(|error| YamlError {
            message: error.to_string(),
            place: None,
        });
        self.put(file, group, read)
    }

    fn put(
        &mut self,
        file: &str,
        group: &str,
        read: Result<RuleFile, YamlError>,
    ) -> Result<(), RuleError> {
        let wrap = |error| RuleError {
            file: file.to_owned(),
            error,
        };
        let rule = rule(read.map_err(wrap)?, file, group).map_err(|message| {
            wrap(YamlError {
                message,
                place: None,
            })
        })?;
        self.rules.insert(rule.id.clone(), rule);
        Ok(())
    }
}

fn rule(read: RuleFile, file: &str, group: &str) -> Result<Rule, String> {
    let stem = file
        .rsplit(['/', '\\'])
        .next()
        .and_then(|name| name.split('.').next())
        .unwrap_or_default();
    if stem != read.id {
        return Err(format!(
            "the file holds the rule `{}`: expected its name to be `{}.yaml`",
            read.id, read.id
        ));
    }
    if read.finds.is_empty() || read.allows.is_empty() {
        return Err("expected at least one text under `finds` and one under `allows`: they show what the rule does, and are its tests".to_owned());
    }
    Ok(Rule {
        id: RuleId::from(read.id.as_str()),
        group: group.to_owned(),
        severity: read.severity,
        check: read.check,
        words: RuleWords {
            message: read.message,
            help: read.help,
            labels: read.labels,
        },
        cases: read.cases,
        fixes: read.fixes,
        why: read.why,
        ladder: read.ladder,
        finds: read.finds,
        allows: read.allows,
    })
}
