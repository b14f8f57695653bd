//! [`Config`]: what a newsroom sets for its articles in `tadqiq.yaml`.
//!
//! The types here are the file's form: [`schema`] makes its JSON Schema of them, their comments included. [`house::House`] is a file made
//! ready, [`settings::Settings`] what holds for one article and where each value comes from.

pub mod file_date;
pub mod house;
pub mod house_rules;
pub mod ignore;
pub mod level;
pub mod schema;
pub mod settings;
pub mod sidecar;

use std::collections::BTreeMap;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::config::level::{RuleSetting, Thresholds};
use crate::diagnostic::Severity;
use crate::lang::Language;

/// The name of the file, in the folder of the articles or above it.
pub const FILE: &str = "tadqiq.yaml";

/// A file with every setting explained, most of them as comments.
pub const STARTER: &str = include_str!("starter.yaml");

/// How tadqiq checks the articles of this folder and those below it.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Config {
    /// The language of messages; the article's own where not given.
    pub ui: Option<Tongue>,
    /// Read every article as Arabic or English, whatever its letters say.
    pub language: Option<Tongue>,
    /// Findings at or above this severity fail a run.
    pub fail_on: Option<FailOn>,
    /// Findings below this severity are left out.
    pub min_severity: Option<Grade>,
    /// How sure, in hundredths, a finding must be to be shown as grave as it is.
    pub thresholds: Thresholds,
    /// Rules and groups: off, on, or another severity.
    pub rules: BTreeMap<String, RuleSetting>,
    /// Folders of your own rules and word lists (in `lexicon/`), reached from this file.
    pub rule_folders: Vec<String>,
    /// Names as the newsroom writes them.
    pub names: Vec<HouseWord>,
    /// Words as the newsroom writes them.
    pub terms: Vec<HouseWord>,
    /// Where the date of an article is found.
    pub date: DateSource,
    /// Findings that are accepted, by rule and words.
    pub ignore: Vec<Accepted>,
    /// The file of known findings, reached from this file.
    pub baseline: Option<String>,
    /// Files that are no articles, where a folder is checked.
    pub exclude: Vec<String>,
    /// Other settings for some of the articles; of two that fit, the later one holds.
    pub paths: Vec<PathSettings>,
}

/// Settings for the articles whose path fits.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct PathSettings {
    /// Paths below this file's folder, such as `sport/**` or `*.txt`; one without `/` fits at any depth.
    pub files: Vec<String>,
    /// The language of messages.
    pub ui: Option<Tongue>,
    /// The language of the articles.
    pub language: Option<Tongue>,
    /// Findings at or above this severity fail a run.
    pub fail_on: Option<FailOn>,
    /// Findings below this severity are left out.
    pub min_severity: Option<Grade>,
    /// How sure, in hundredths, a finding must be to be shown as grave as it is.
    pub thresholds: Thresholds,
    /// Rules and groups: off, on, or another severity.
    pub rules: BTreeMap<String, RuleSetting>,
    /// Where the date of an article is found.
    pub date: DateSource,
}

/// A word or name in the one form that the newsroom prints.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct HouseWord {
    /// The form to print.
    pub write: String,
    /// Forms that are not to be printed.
    #[serde(default)]
    pub not: Vec<String>,
}

/// Where the date of an article is found: first in the front matter, then in the article, in its file's name, and last the default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct DateSource {
    /// Keys of the front matter, the first that holds a date wins.
    pub front_matter: Vec<String>,
    /// A part of the path with the date in it, such as `{year}-{month}-{day}` or `{year}/{month}/{day}/`.
    pub file_name: Option<String>,
    /// The date of an article that says none, as YYYY-MM-DD.
    #[schemars(with = "Option<String>")]
    pub default: Option<Date>,
}

/// Findings that the newsroom accepts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Accepted {
    /// A rule or a group.
    pub rule: String,
    /// Only findings that mark these words.
    pub quote: Option<String>,
    /// Only in articles whose path fits one of these.
    #[serde(default)]
    pub files: Vec<String>,
    /// Why, for the next reader of this file.
    pub reason: Option<String>,
}

/// A language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Tongue {
    /// Arabic.
    Ar,
    /// English.
    En,
}

impl From<Tongue> for Language {
    fn from(tongue: Tongue) -> Self {
        match tongue {
            Tongue::Ar => Self::Arabic,
            Tongue::En => Self::English,
        }
    }
}

/// A severity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Grade {
    /// Wrong as it stands.
    Error,
    /// Probably wrong.
    Warning,
    /// Worth a look.
    Info,
}

impl From<Grade> for Severity {
    fn from(grade: Grade) -> Self {
        match grade {
            Grade::Error => Self::Error,
            Grade::Warning => Self::Warning,
            Grade::Info => Self::Info,
        }
    }
}

/// What makes a run fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum FailOn {
    /// Errors.
    Error,
    /// Warnings and errors.
    Warning,
    /// Any finding.
    Info,
    /// Nothing.
    Never,
}

impl FailOn {
    /// The least severity that fails a run, where there is one.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Info => Some(Severity::Info),
            Self::Never => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml;

    /// The starter with its commented settings as settings.
    fn uncommented() -> String {
        // One space behind the mark is prose, none or several are a setting.
        let is_prose = |rest: &str| rest.starts_with(' ') && !rest.starts_with("  ");
        let lines = STARTER.lines().map(|line| {
            let setting = line.strip_prefix('#').filter(|rest| !is_prose(rest));
            setting.unwrap_or(line)
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn the_starter_is_read_with_and_without_its_comments() {
        yaml::parse::<Config>(STARTER).unwrap();
        let all: Config = yaml::parse(&uncommented()).unwrap();
        assert!(!all.rules.is_empty() && !all.terms.is_empty() && !all.paths.is_empty());
        assert!(all.fail_on.is_some() && all.date.file_name.is_some() && !all.ignore.is_empty());
    }

    #[test]
    fn a_wrong_key_is_told_with_its_place_and_the_nearest_one() {
        let error = yaml::parse::<Config>("ui: ar\nfail_onn: error\n").unwrap_err();
        assert_eq!(error.place, Some((2, 1)));
        assert!(error.message.contains("did you mean `fail-on`?"), "{error}");
        let error = yaml::parse::<Config>("rules:\n  phrasing: offf\n").unwrap_err();
        assert_eq!(error.place, Some((2, 13)));
        assert!(error.message.contains("did you mean `off`?"), "{error}");
        let error = yaml::parse::<Config>("paths:\n- fils: ['a']\n").unwrap_err();
        assert!(error.message.contains("did you mean `files`?"), "{error}");
    }
}
