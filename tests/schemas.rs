//! Reports for code hosts and build servers hold what their readers ask: each is checked against its schema (`tests/schemas`), on all fixtures and on
//! samples with everything that a finding may have.

mod files;
mod rendered;
mod sample;

use crate::rendered::rendered;
use serde_json::Value;
use tadqiq::diagnostic::Severity;
use tadqiq::document::Syntax;
use tadqiq::engine::{Engine, Options};
use tadqiq::report::ArticleReport;
use tadqiq::report::ci::gitlab::Gitlab;
use tadqiq::report::ci::junit::Junit;
use tadqiq::report::ci::rdjson::Rdjson;
use tadqiq::report::ci::sarif::Sarif;
use tadqiq::report::rule_text::RuleText;
use tadqiq::text::source::Source;

/// The samples, and every fixture.
fn articles() -> Vec<ArticleReport> {
    let engine = Engine::built_in().expect("the built-in rules");
    let mut articles = vec![sample::arabic(), sample::english()];
    for path in [".txt", ".md"]
        .iter()
        .flat_map(|ending| files::files(&files::root().join("fixtures"), ending))
    {
        let name = files::below(&path, &files::root());
        let text = std::fs::read_to_string(&path).expect("a fixture is UTF-8");
        let source = Source::new(format!("./{name}"), text);
        articles.push(engine.check(source, &Syntax::of(&name), &Options::default()));
    }
    articles
}

fn rules() -> Vec<RuleText> {
    let engine = Engine::built_in().expect("the built-in rules");
    let text = |rule: &tadqiq::rule::Rule| RuleText {
        id: rule.id.clone(),
        group: rule.group.clone(),
        severity: rule.severity,
        why: [rule.why.ar.clone(), rule.why.en.clone()],
        help: [rule.words.help.ar.clone(), rule.words.help.en.clone()],
    };
    engine.pack.rules().map(text).collect()
}

/// The report as JSON, after its schema has nothing against it.
fn valid(report: &str, schema: &str) -> Value {
    let path = files::root().join("tests/schemas").join(schema);
    let schema = std::fs::read_to_string(path).expect("the schema is a file");
    // The schema of SARIF has a bracket too many in the form of a language tag, which is no regular expression.
    let schema = schema.replace("-[a-zA-Z]{2}]?$", "-[a-zA-Z]{2}$");
    let schema: Value = serde_json::from_str(&schema).expect("the schema is JSON");
    let schema = jsonschema::validator_for(&schema).expect("the schema is one");
    let report: Value = serde_json::from_str(report).expect("the report is JSON");
    let wrong: Vec<_> = schema
        .iter_errors(&report)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    report
}

#[test]
fn sarif() {
    let (articles, rules) = (articles(), rules());
    let count = articles
        .iter()
        .map(|one| one.diagnostics.len())
        .sum::<usize>();
    let log = valid(&rendered(Sarif::new(rules), &articles), "sarif-2.1.0.json");
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let results = run["results"].as_array().expect("results");
    assert_eq!(results.len(), count);
    for result in results {
        let linked = result["message"]["text"].as_str().expect("a message");
        let places = result["relatedLocations"].as_array().expect("places");
        for place in places.iter().take(10) {
            let link = format!("]({})", place["id"]);
            assert!(linked.contains(&link), "{linked} does not name {link}");
        }
    }
    for rule in run["tool"]["driver"]["rules"].as_array().expect("rules") {
        let help = rule["help"]["text"].as_str().expect("help");
        let arabic = help.chars().any(|c| ('\u{620}'..='\u{64A}').contains(&c));
        let english = help.chars().any(|c| c.is_ascii_alphabetic());
        assert!(arabic && english, "{rule}");
    }
}

#[test]
fn sarif_of_nothing() {
    valid(&rendered(Sarif::new(Vec::new()), &[]), "sarif-2.1.0.json");
}

#[test]
fn gitlab() {
    let report = rendered(Gitlab::default(), &articles());
    let report = valid(&report, "gitlab-code-quality.json");
    let items = report.as_array().expect("an array");
    let mut names: Vec<_> = items.iter().map(|item| &item["fingerprint"]).collect();
    let count = names.len();
    names.sort_by_key(|name| name.as_str());
    names.dedup();
    assert_eq!(
        names.len(),
        count,
        "GitLab shows one of two equal fingerprints"
    );
}

#[test]
fn rdjson() {
    let articles = articles();
    let report = valid(&rendered(Rdjson::default(), &articles), "rdjson.json");
    assert!(
        !report["diagnostics"]
            .as_array()
            .expect("an array")
            .is_empty()
    );
}

/// Read back by the crate that reads what build servers read.
#[test]
fn junit() {
    let articles = articles();
    let text = rendered(Junit::new(Some(Severity::Error)), &articles);
    let report = quick_junit::Report::deserialize_from_str(&text).expect("JUnit");
    let errors = articles.iter().flat_map(|one| &one.diagnostics);
    let errors = errors.filter(|one| one.severity == Severity::Error).count();
    assert_eq!(report.failures, errors);
    assert_eq!(report.test_suites.len(), articles.len());
    assert!(
        report
            .test_suites
            .iter()
            .all(|suite| !suite.test_cases.is_empty())
    );
    let never = rendered(Junit::new(None), &articles);
    let never = quick_junit::Report::deserialize_from_str(&never).expect("JUnit");
    assert_eq!(never.failures, 0);
}
