//! The articles of `fixtures/` against the findings that are written beside them: each is a test of its own, so that
//! `cargo test --test articles ferry` runs those whose name holds “ferry”.
//!
//! A faulty article must give exactly the findings of its `.yaml`; its clean twin, the same article with the fault mended, must
//! give none, not even an info. See `fixtures/README.md`.

mod files;

use std::fs;
use std::path::{Path, PathBuf};

use files::{below, files, root};
use jiff::civil::Date;
use libtest_mimic::{Arguments, Failed, Trial};
use serde::Deserialize;
use tadqiq::diagnostic::{Diagnostic, Severity};
use tadqiq::document::Syntax;
use tadqiq::engine::{Engine, Options};
use tadqiq::report::ArticleReport;
use tadqiq::text::source::Source;
use tadqiq::yaml;

/// One run over an article, as its `.yaml` lists them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Run {
    /// The article's date where it gives none itself.
    date: Option<Date>,
    /// Every finding of the run, in any order.
    findings: Vec<Expected>,
}

/// A finding that must be there.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    rule: String,
    severity: Severity,
    /// Words that the labels must quote, all of them.
    quotes: Vec<String>,
}

fn main() {
    let arguments = Arguments::from_args();
    let mut trials = vec![Trial::test("none is left over", none_is_left_over)];
    for path in articles() {
        let name = below(&path, &root().join("fixtures"));
        let test = if name.contains("/clean/") {
            silent
        } else {
            found
        };
        trials.push(Trial::test(name, move || test(&path)));
    }
    libtest_mimic::run(&arguments, trials).exit();
}

/// Every article: all files below a language that are no expectations.
fn articles() -> Vec<PathBuf> {
    let all = ["ar", "en"]
        .iter()
        .flat_map(|language| files(&root().join("fixtures").join(language), ""));
    all.filter(|path| path.extension().is_none_or(|ending| ending != "yaml"))
        .collect()
}

/// A faulty article, or the seed: exactly the findings of each run.
fn found(path: &Path) -> Result<(), Failed> {
    if path
        .parent()
        .is_some_and(|folder| folder.ends_with("faulty"))
    {
        let twin = twin(path, "clean", "");
        if !twin.is_file() {
            return Err(format!("no clean twin at {}", twin.display()).into());
        }
    }
    let mut wrong = Vec::new();
    for run in runs(&path.with_extension("yaml"))? {
        let report = check(path, run.date)?;
        wrong.extend(differences(&report, &run));
    }
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(wrong.join("\n").into())
    }
}

/// A clean article: silent in every run of its faulty twin; one without a twin holds what must not be mistaken for a fault.
fn silent(path: &Path) -> Result<(), Failed> {
    let expectations = twin(path, "faulty", "yaml");
    let dates = if expectations.is_file() {
        runs(&expectations)?.iter().map(|run| run.date).collect()
    } else {
        vec![None]
    };
    for date in dates {
        let report = check(path, date)?;
        let heard: Vec<_> = report
            .diagnostics
            .iter()
            .map(|one| show(&report, one))
            .collect();
        if !heard.is_empty() {
            return Err(format!("expected silence, not\n{}", heard.join("\n")).into());
        }
    }
    Ok(())
}

/// Every list of expectations belongs to an article.
fn none_is_left_over() -> Result<(), Failed> {
    let articles: Vec<_> = articles()
        .iter()
        .map(|path| path.with_extension(""))
        .collect();
    let fixtures = root().join("fixtures");
    match files(&fixtures, ".yaml")
        .iter()
        .find(|path| !articles.contains(&path.with_extension("")))
    {
        Some(path) => Err(format!("{} has no article", path.display()).into()),
        None => Ok(()),
    }
}

/// The file of the same name in the folder beside, with another ending where one is given.
fn twin(path: &Path, folder: &str, ending: &str) -> PathBuf {
    let name = path.file_name().expect("an article is a file");
    let language = path
        .ancestors()
        .nth(2)
        .expect("an article lies two folders deep");
    let twin = language.join(folder).join(name);
    if ending.is_empty() {
        twin
    } else {
        twin.with_extension(ending)
    }
}

fn runs(path: &Path) -> Result<Vec<Run>, Failed> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    yaml::parse(&text)
        .map_err(|error| format!("{}: {error} {:?}", path.display(), error.place).into())
}

/// Checks an article and proves that every place of the report is bytes of the file.
fn check(path: &Path, date: Option<Date>) -> Result<ArticleReport, Failed> {
    thread_local!(static ENGINE: Engine = Engine::built_in().expect("the built-in pack loads"));
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let name = path.to_string_lossy();
    let options = Options {
        date,
        ..Options::default()
    };
    let source = Source::new(name.as_ref(), text.as_str());
    let report = ENGINE.with(|engine| engine.check(source, &Syntax::of(&name), &options));
    if report.source.text != text {
        return Err("the report's source is not the file".into());
    }
    for one in &report.diagnostics {
        let labels = one.labels.iter().map(|label| label.span);
        let edits = one
            .fixes
            .iter()
            .flat_map(|fix| &fix.edits)
            .map(|edit| edit.span);
        for span in labels.chain(edits) {
            if text.get(span.range()) != Some(report.source.slice(span)) {
                return Err(format!("{}: {span:?} is no place of the file", one.rule).into());
            }
        }
    }
    Ok(report)
}

/// What is missing from a report, and what it says beyond the run.
fn differences(report: &ArticleReport, run: &Run) -> Vec<String> {
    let mut left: Vec<_> = report.diagnostics.iter().collect();
    let mut wrong = Vec::new();
    for expected in &run.findings {
        match left.iter().position(|one| is(report, one, expected)) {
            Some(at) => drop(left.remove(at)),
            None => wrong.push(format!("missing  {expected:?}")),
        }
    }
    wrong.extend(
        left.into_iter()
            .map(|one| format!("not expected  {}", show(report, one))),
    );
    if !wrong.is_empty() {
        let date = run
            .date
            .map_or_else(|| "its own date".to_owned(), |date| date.to_string());
        wrong.insert(0, format!("with {date}:"));
    }
    wrong
}

fn is(report: &ArticleReport, one: &Diagnostic, expected: &Expected) -> bool {
    let labels: Vec<_> = one
        .labels
        .iter()
        .map(|label| report.source.slice(label.span))
        .collect();
    let quoted = |quote: &String| labels.iter().any(|label| label.contains(quote.as_str()));
    one.rule.as_str() == expected.rule
        && one.severity == expected.severity
        && expected.quotes.iter().all(quoted)
}

fn show(report: &ArticleReport, one: &Diagnostic) -> String {
    let labels: Vec<_> = one
        .labels
        .iter()
        .map(|label| report.source.slice(label.span))
        .collect();
    format!(
        "{} {} ({}) {labels:?}: {}",
        one.rule,
        one.severity,
        one.confidence.hundredths(),
        one.message
    )
}
