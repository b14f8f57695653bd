//! [`Settings`]: what holds for an article, and where each value comes from.

use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::Date;

use crate::config::file_date::FileDate;
use crate::config::ignore::UNUSED;
use crate::config::level::{Level, RuleSetting, Thresholds};
use crate::config::{DateSource, FailOn, Grade, Tongue};
use crate::diagnostic::Severity;
use crate::rule::Rule;
use crate::rule::ladder::Ladder;
use crate::rule::pack::Pack;

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The program.
    BuiltIn,
    /// The configuration file.
    File,
    /// An entry of its `paths`, counted from 1.
    Paths(usize),
    /// The command line.
    Flag,
}

impl Origin {
    /// The origin in words; `file` is the configuration file.
    pub fn tell(self, file: &str) -> String {
        match self {
            Self::BuiltIn => "built in".to_owned(),
            Self::File => file.to_owned(),
            Self::Paths(entry) => format!("{file}, entry {entry} of paths"),
            Self::Flag => "command line".to_owned(),
        }
    }
}

/// What one part of the file sets.
#[derive(Clone, Copy, Debug)]
pub struct Layer<'h> {
    /// Which part.
    pub origin: Origin,
    /// The language of messages.
    pub ui: Option<Tongue>,
    /// The language of articles.
    pub language: Option<Tongue>,
    /// What fails a run.
    pub fail_on: Option<FailOn>,
    /// What is left out.
    pub min_severity: Option<Grade>,
    /// How sure findings must be.
    pub thresholds: Thresholds,
    /// Rules and groups.
    pub rules: &'h BTreeMap<String, RuleSetting>,
    /// Where dates are found.
    pub date: &'h DateSource,
    /// The date in a path.
    pub file_date: Option<&'h FileDate>,
}

/// The parts of a file that hold for an article, the last the strongest.
#[derive(Clone, Debug, Default)]
pub struct Settings<'h> {
    /// The parts.
    pub layers: Vec<Layer<'h>>,
}

/// What holds for a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleState {
    /// Its severity; none where it is off.
    pub severity: Option<Severity>,
    /// Whether the severity is a newsroom's, so that it holds for all cases of the rule.
    pub reset: bool,
    /// How sure its findings must be.
    pub ladder: Ladder,
    /// What said so last.
    pub origin: Origin,
}

impl<'h> Settings<'h> {
    /// The last value that a layer gives.
    pub fn last<T>(&self, get: impl Fn(&Layer<'h>) -> Option<T>) -> Option<(T, Origin)> {
        let mut layers = self.layers.iter().rev();
        layers.find_map(|layer| Some((get(layer)?, layer.origin)))
    }

    /// The keys of front matter that hold the date.
    pub fn date_keys(&self) -> &'h [String] {
        let keys = |layer: &Layer<'h>| {
            let keys = layer.date.front_matter.as_slice();
            (!keys.is_empty()).then_some(keys)
        };
        self.last(keys).map_or(&[], |(keys, _)| keys)
    }

    /// The date in the path of an article.
    pub fn file_date(&self, path: &str) -> Option<Date> {
        let (pattern, _) = self.last(|layer| layer.file_date)?;
        pattern.of(path)
    }

    /// The date of articles that say none.
    pub fn default_date(&self) -> Option<Date> {
        Some(self.last(|layer| layer.date.default)?.0)
    }

    /// What holds for a rule: the settings of its group, then its own, part by part.
    pub fn rule(&self, rule: &Rule) -> RuleState {
        let mut state = RuleState {
            severity: Some(rule.severity),
            reset: false,
            ladder: rule.ladder,
            origin: Origin::BuiltIn,
        };
        // A rule that sets its own steps knows its check; the newsroom's general steps are for the others.
        let general = rule.ladder == Ladder::default();
        for layer in &self.layers {
            if general {
                state.ladder = layer.thresholds.over(state.ladder);
            }
            for name in [rule.group.as_str(), rule.id.as_str()] {
                if let Some(setting) = layer.rules.get(name) {
                    state.set(setting, rule.severity);
                    state.origin = layer.origin;
                }
            }
        }
        state
    }

    /// How grave an order is that leaves nothing out; none where it is not to be told.
    pub fn unused(&self) -> Option<Severity> {
        let level = self.last(|layer| layer.rules.get(UNUSED)?.level());
        match level {
            Some((Level::Off, _)) => None,
            Some((level, _)) => level.severity().or(Some(Severity::Info)),
            None => Some(Severity::Info),
        }
    }

    /// Makes the rules of a pack what holds for the article.
    pub fn apply(&self, pack: &mut Pack) {
        pack.revise(|rule| {
            let state = self.rule(rule);
            rule.ladder = state.ladder;
            rule.severity = state.severity.unwrap_or(rule.severity);
            if state.reset {
                for case in rule.cases.values_mut() {
                    case.severity = None;
                }
            }
            state.severity.is_some()
        });
    }
}

impl RuleState {
    fn set(&mut self, setting: &RuleSetting, own: Severity) {
        self.ladder = setting.thresholds().over(self.ladder);
        match setting.level() {
            Some(Level::Off) => self.severity = None,
            Some(Level::On) => self.severity = self.severity.or(Some(own)),
            Some(level) => {
                self.severity = level.severity();
                self.reset = true;
            }
            None => {}
        }
    }
}

impl fmt::Display for RuleState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.severity.map_or("off", Severity::name))
    }
}
