//! [`Pack`]: the rules of a run, built in and the user's own.

use std::collections::{BTreeMap, BTreeSet};

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
    /// Ids and groups of all rules that were ever added, also those that were left out since.
    names: BTreeSet<String>,
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

    /// Ids and groups of all rules, also of those that are left out of the run.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// Whether a rule or group of that name was added.
    pub fn knows(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    /// Keeps the rules for which `keep` holds.
    pub fn retain(&mut self, keep: impl Fn(&Rule) -> bool) {
        self.rules.retain(|_, rule| keep(rule));
    }

    /// Changes rules; those for which `revise` does not hold are left out.
    pub fn revise(&mut self, mut revise: impl FnMut(&mut Rule) -> bool) {
        self.rules.retain(|_, rule| revise(rule));
    }

    /// Adds a rule; it takes the place of one of the same id.
    pub fn insert(&mut self, rule: Rule) {
        self.names.insert(rule.id.as_str().to_owned());
        self.names.insert(rule.group.clone());
        self.rules.insert(rule.id.clone(), rule);
    }

    /// Adds the rules of another pack; they take the place of those of the same id.
    pub fn merge(&mut self, other: &Self) {
        self.names.extend(other.names.iter().cloned());
        let rules = other.rules.iter();
        self.rules
            .extend(rules.map(|(id, rule)| (id.clone(), rule.clone())));
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
        self.insert(rule);
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
