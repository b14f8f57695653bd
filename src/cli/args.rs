//! The clap types: every command and flag, with its help.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::diagnostic::Severity;
use crate::document::charset::Charset;
use crate::engine::Lines;
use crate::lang::Language;

const EXAMPLES: &str = "\
Examples:
  tadqiq check draft.md               check one article
  tadqiq check --format json drafts/  check a folder, for another program
  tadqiq claims draft.md              see what was read
  tadqiq explain weekday-mismatch     see what a rule is about

Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 could not run as asked";

const CHECK_EXAMPLES: &str = "\
Examples:
  tadqiq check draft.md drafts/
  tadqiq check --date 2024-11-20 --ui ar draft.txt
  pbpaste | tadqiq check --stdin-filename draft.md -
  tadqiq check --select figures,weekday-mismatch --fail-on warning drafts/
  tadqiq check --format html --output report.html drafts/
  tadqiq check --rules house/ --format jsonl -j 4 drafts/ > report.jsonl
  tadqiq check --fix draft.md                       mend what needs no second look
  tadqiq check --since origin/main --format github  tell what a change brings in";

const CLAIMS_EXAMPLES: &str = "\
Examples:
  tadqiq claims draft.md
  tadqiq claims --format csv drafts/ > figures.csv
  tadqiq claims --format jsonl drafts/ | jq 'select(.kind == \"money\")'
  tadqiq claims --explain draft.md           why figures were compared, and what decided
  tadqiq claims --explain=1:12 draft.md      the figures of line 1 with those of line 12";

const RULES_EXAMPLES: &str = "\
Examples:
  tadqiq rules --ui ar
  tadqiq rules --select dates
  tadqiq rules test house/";

const RULES_TEST_EXAMPLES: &str = "\
Examples:
  tadqiq rules test
  tadqiq rules test house/

Exit codes: 0 every example passed, 1 some failed, 2 a rule file could not be read";

const EXPLAIN_EXAMPLES: &str = "\
Examples:
  tadqiq explain weekday-mismatch
  tadqiq explain --ui ar conflicting-figure
  tadqiq explain --rules house/ house-internet";

const INIT_EXAMPLES: &str = "\
Examples:
  tadqiq init
  tadqiq init newsroom/";

const CONFIG_EXAMPLES: &str = "\
Examples:
  tadqiq config show sport/derby.md
  tadqiq config schema > tadqiq.schema.json";

const BASELINE_EXAMPLES: &str = "\
Examples:
  tadqiq baseline write drafts/
  tadqiq check --baseline tadqiq-baseline.json drafts/
  tadqiq baseline prune drafts/";

const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  tadqiq completions bash > ~/.local/share/bash-completion/completions/tadqiq
  tadqiq completions zsh > ~/.zfunc/_tadqiq
  tadqiq completions fish > ~/.config/fish/completions/tadqiq.fish";

const MAN_EXAMPLES: &str = "\
Examples:
  tadqiq man | man -l -
  tadqiq man --dir ~/.local/share/man/man1";

/// Checks a news article against itself before it is published.
#[derive(Debug, Parser)]
#[command(name = "tadqiq", version, max_term_width = 100, after_help = EXAMPLES)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Check articles and report what contradicts itself
    #[command(after_help = CHECK_EXAMPLES)]
    Check(CheckArgs),
    /// List every figure, date and assertion of the articles
    #[command(after_help = CLAIMS_EXAMPLES)]
    Claims(ClaimsArgs),
    /// List the rules, or run their examples
    #[command(after_help = RULES_EXAMPLES)]
    Rules(RulesArgs),
    /// Say what a rule finds, why it matters, and what it leaves alone
    #[command(after_help = EXPLAIN_EXAMPLES)]
    Explain(ExplainArgs),
    /// Write a tadqiq.yaml with every setting explained
    #[command(after_help = INIT_EXAMPLES)]
    Init(InitArgs),
    /// Show what tadqiq.yaml sets for an article, or the schema of that file
    #[command(subcommand, after_help = CONFIG_EXAMPLES)]
    Config(ConfigCommand),
    /// Accept the findings of today, so that only new ones are told
    #[command(subcommand, after_help = BASELINE_EXAMPLES)]
    Baseline(BaselineCommand),
    /// Print the completions of a shell
    #[command(after_help = COMPLETIONS_EXAMPLES)]
    Completions(CompletionsArgs),
    /// Print the manual page
    #[command(after_help = MAN_EXAMPLES)]
    Man(ManArgs),
}

#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    pub(super) input: InputArgs,
    #[command(flatten)]
    pub(super) rules: RuleArgs,
    /// How to report
    #[arg(long, value_enum, value_name = "FORMAT", env = "TADQIQ_FORMAT", default_value_t = CheckFormat::Terminal)]
    pub(super) format: CheckFormat,
    /// Write the report to a file, whole or not at all, instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    #[command(flatten)]
    pub(super) look: LookArgs,
    /// Leave out findings below this severity; `info`, which is all of them, where not given
    #[arg(long, value_name = "SEVERITY", value_parser = severity)]
    pub(super) min_severity: Option<Severity>,
    /// Count the findings of each rule instead of showing them; with `--format json` as JSON
    #[arg(long)]
    pub(super) statistics: bool,
    /// End with 1 where there are findings at or above this severity; `never` for always 0; `error` where not given
    #[arg(long, value_enum, value_name = "SEVERITY")]
    pub(super) fail_on: Option<FailOn>,
    #[command(flatten)]
    pub(super) config: ConfigArgs,
    /// Leave out the findings that this file knows; `tadqiq baseline write` makes it
    #[arg(long, value_name = "FILE")]
    pub(super) baseline: Option<PathBuf>,
    /// Leave the findings that touch lines changed since this branch, tag or commit and the current one parted
    #[arg(long, value_name = "REV")]
    pub(super) since: Option<String>,
    #[command(flatten)]
    pub(super) fix: FixArgs,
    /// Check again whenever a file is saved, until Ctrl+C
    #[arg(long, conflicts_with_all = ["fix", "diff"])]
    pub(super) watch: bool,
}

/// What becomes of repairs.
#[derive(Debug, Args)]
pub(super) struct FixArgs {
    /// Make the repairs that need no second look, and report what is left; standard input is printed mended
    #[arg(long)]
    pub(super) fix: bool,
    /// Show what --fix would change, as a diff, and write nothing
    #[arg(long)]
    pub(super) diff: bool,
    /// Also make repairs that should be looked at; of two possible ones none is ever made
    #[arg(long = "unsafe")]
    pub(super) every: bool,
}

#[derive(Debug, Args)]
pub(super) struct CompletionsArgs {
    /// The shell
    #[arg(value_enum, value_name = "SHELL")]
    pub(super) shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
pub(super) struct ManArgs {
    /// Write the pages of all commands to this folder
    #[arg(long, value_name = "DIR")]
    pub(super) dir: Option<PathBuf>,
}

/// Which configuration.
#[derive(Debug, Args)]
pub(super) struct ConfigArgs {
    /// The configuration of all articles; otherwise that of each is the tadqiq.yaml in its folder or above it
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct InitArgs {
    /// The folder to write it in
    #[arg(value_name = "DIR", default_value = ".")]
    pub(super) dir: PathBuf,
    /// Take the place of a file that is there
    #[arg(long)]
    pub(super) force: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum ConfigCommand {
    /// Show what holds for an article, and where each value comes from
    Show(ConfigShowArgs),
    /// Print the JSON Schema of tadqiq.yaml
    Schema,
}

#[derive(Debug, Args)]
pub(super) struct ConfigShowArgs {
    /// An article, or a folder for one that could lie in it
    #[arg(value_name = "PATH", default_value = ".")]
    pub(super) path: PathBuf,
    #[command(flatten)]
    pub(super) config: ConfigArgs,
}

#[derive(Debug, Subcommand)]
pub(super) enum BaselineCommand {
    /// Write the findings of the articles as known ones; those of other articles are kept
    Write(BaselineArgs),
    /// Forget the known findings that the articles no longer have
    Prune(BaselineArgs),
}

#[derive(Debug, Args)]
pub(super) struct BaselineArgs {
    #[command(flatten)]
    pub(super) input: InputArgs,
    #[command(flatten)]
    pub(super) rules: RuleArgs,
    #[command(flatten)]
    pub(super) config: ConfigArgs,
    /// The file of known findings; that of tadqiq.yaml, or else tadqiq-baseline.json, where not given
    #[arg(long, value_name = "FILE")]
    pub(super) baseline: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct ClaimsArgs {
    #[command(flatten)]
    pub(super) input: InputArgs,
    /// How to print
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = ClaimsFormat::Table)]
    pub(super) format: ClaimsFormat,
    /// Say why figures were compared, or were not, and what decided: every pair that was looked at, those of one line, or
    /// every figure of one line with every figure of another
    #[arg(long, value_name = "LINE[:LINE]", value_parser = lines, num_args = 0..=1, require_equals = true, default_missing_value = "all")]
    pub(super) explain: Option<Lines>,
    #[command(flatten)]
    pub(super) look: LookArgs,
    #[command(flatten)]
    pub(super) config: ConfigArgs,
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct RulesArgs {
    #[command(subcommand)]
    pub(super) command: Option<RulesCommand>,
    #[command(flatten)]
    pub(super) rules: RuleArgs,
    #[command(flatten)]
    pub(super) look: LookArgs,
}

#[derive(Debug, Subcommand)]
pub(super) enum RulesCommand {
    /// Run every example of the rule files: the built-in ones, or those of a folder
    #[command(after_help = RULES_TEST_EXAMPLES)]
    Test(RulesTestArgs),
}

#[derive(Debug, Args)]
pub(super) struct RulesTestArgs {
    /// A folder of rule files; the built-in rules where not given
    #[arg(value_name = "DIR")]
    pub(super) dir: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct ExplainArgs {
    /// The id of a rule
    #[arg(value_name = "RULE")]
    pub(super) rule: String,
    /// A folder of rules that are added, or by the same id take the place of built-in ones; may be given again
    #[arg(long, value_name = "DIR")]
    pub(super) rules: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) look: LookArgs,
}

/// Which articles, and how they are read.
#[derive(Debug, Args)]
pub(super) struct InputArgs {
    /// Articles, folders of articles, or `-` for standard input; the current folder where none is given
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// The name that standard input goes by; its ending says the format
    #[arg(long, value_name = "NAME")]
    pub(super) stdin_filename: Option<String>,
    /// The encoding of files that are not UTF-8, such as windows-1256 or utf-16le; a byte-order mark goes before it
    #[arg(long, value_name = "NAME", value_parser = charset)]
    pub(super) encoding: Option<Charset>,
    /// Read every article as Arabic or English, whatever its letters say
    #[arg(long, value_name = "LANGUAGE", value_parser = language)]
    pub(super) language: Option<Language>,
    /// The date of an article that gives none itself; the machine's clock is never asked
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub(super) date: Option<Date>,
    /// How many articles to read at once; as many as there are processors where not given
    #[arg(short = 'j', long, value_name = "N", value_parser = count)]
    pub(super) jobs: Option<NonZeroUsize>,
    /// The largest file to read, in megabytes
    #[arg(long, value_name = "MB", value_parser = count, default_value = "64")]
    pub(super) max_size: NonZeroUsize,
}

/// How text for people looks.
#[derive(Debug, Args)]
pub(super) struct LookArgs {
    /// When to colour; `auto` for a terminal alone, as `NO_COLOR` and `CLICOLOR_FORCE` allow
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = ColorChoice::Auto)]
    pub(super) color: ColorChoice,
    /// The language of messages; the article's own where not given
    #[arg(long, value_name = "LANGUAGE", value_parser = language)]
    pub(super) ui: Option<Language>,
    /// Who puts Arabic in its order on the screen; `auto` goes by the terminal
    #[arg(long, value_enum, value_name = "WHO", env = "TADQIQ_BIDI", default_value_t = BidiChoice::Auto)]
    pub(super) bidi: BidiChoice,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum BidiChoice {
    /// What suits the terminal, where it is known
    Auto,
    /// The terminal: text is written as it is read
    Terminal,
    /// tadqiq: letters are joined and written in the order of the screen
    Visual,
    /// The terminal turns each word, tadqiq orders the words (kitty)
    Words,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ColorChoice {
    Auto,
    Always,
    Never,
}

/// Which rules.
#[derive(Debug, Default, Args)]
pub(super) struct RuleArgs {
    /// A folder of rules that are added, or by the same id take the place of built-in ones; may be given again
    #[arg(long, value_name = "DIR")]
    pub(super) rules: Vec<PathBuf>,
    /// Only these rules: ids or groups, with commas between
    #[arg(long, value_name = "ID,…", value_delimiter = ',')]
    pub(super) select: Vec<String>,
    /// All but these rules: ids or groups, with commas between
    #[arg(long, value_name = "ID,…", value_delimiter = ',')]
    pub(super) ignore: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum CheckFormat {
    /// Each finding with the words that it is about, in their lines
    Terminal,
    /// One line a finding: path:line:column: severity rule: message
    Short,
    /// One JSON object
    Json,
    /// One JSON object an article, each on its line
    Jsonl,
    /// One page to review the articles with, for a browser
    Html,
    /// SARIF 2.1.0, for code hosts and editors
    Sarif,
    /// Annotations of GitHub Actions
    Github,
    /// The Code Quality report of GitLab
    Gitlab,
    /// The Reviewdog Diagnostic Format
    Rdjson,
    /// Test results, for build servers
    Junit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ClaimsFormat {
    /// A table for people
    Table,
    /// One JSON array
    Json,
    /// One JSON object a claim, each on its line
    Jsonl,
    /// A table for spreadsheets
    Csv,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    Error,
    Warning,
    Info,
    Never,
}

impl FailOn {
    /// The severity, where there is one.
    pub(super) fn severity(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Info => Some(Severity::Info),
            Self::Never => None,
        }
    }
}

fn language(text: &str) -> Result<Language, String> {
    match text {
        "ar" => Ok(Language::Arabic),
        "en" => Ok(Language::English),
        _ => Err("expected `ar` or `en`".to_owned()),
    }
}

/// `12`, `12:30`, or all of them.
fn lines(text: &str) -> Result<Lines, String> {
    let line = |text: &str| text.parse().ok().filter(|line| *line > 0);
    let chosen = match text.split_once(':') {
        None if text == "all" => Some(Lines::All),
        None => line(text).map(Lines::Of),
        Some((one, other)) => line(one)
            .zip(line(other))
            .map(|(one, other)| Lines::Between(one, other)),
    };
    chosen.ok_or_else(|| "expected a line, or two with a colon between, such as 1:12".to_owned())
}

fn charset(text: &str) -> Result<Charset, String> {
    Charset::named(text).ok_or_else(|| {
        "expected utf-8, utf-16le, utf-16be or an encoding of one byte a letter, such as windows-1256".to_owned()
    })
}

fn severity(text: &str) -> Result<Severity, String> {
    [Severity::Error, Severity::Warning, Severity::Info]
        .into_iter()
        .find(|severity| severity.name() == text)
        .ok_or_else(|| "expected `error`, `warning` or `info`".to_owned())
}

fn count(text: &str) -> Result<NonZeroUsize, String> {
    text.parse()
        .map_err(|_| "expected a whole number from 1 up".to_owned())
}

/// A date in the one form that cannot be misread.
fn date(text: &str) -> Result<Date, String> {
    text.parse::<Date>()
        .ok()
        .filter(|date| date.to_string() == text)
        .ok_or_else(|| {
            "expected a day of the calendar as YYYY-MM-DD, such as 2021-10-30".to_owned()
        })
}
