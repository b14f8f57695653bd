//! Every report format, as snapshots: `INSTA_UPDATE=always cargo test --test reports` accepts new ones. What holds right-to-left text is
//! stored twice, the second time with its invisible characters spelled out.

mod files;
mod rendered;
mod sample;

use crate::rendered::rendered;
use std::fmt::Write as _;

use insta::assert_snapshot;
use serde_json::Value;
use tadqiq::document::Syntax;
use tadqiq::engine::{Engine, Options};
use tadqiq::lang::Language;
use tadqiq::report::bidi::Bidi;
use tadqiq::report::ci::sarif::Sarif;
use tadqiq::report::ci::{github, gitlab, rdjson};
use tadqiq::report::look::Look;
use tadqiq::report::terminal::Terminal;
use tadqiq::report::{json, short};
use tadqiq::text::source::Source;

const PLAIN: Look = Look {
    color: false,
    width: 90,
    ui: None,
    bidi: Bidi::Terminal,
};

/// The text with everything spelled out that a reader would not see.
fn visible(text: &str) -> String {
    let mut shown = String::new();
    for c in text.chars() {
        let hidden = c.is_control() && c != '\n'
            || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{61C}');
        if hidden {
            let _ = write!(shown, "\\u{{{:x}}}", u32::from(c));
        } else {
            shown.push(c);
        }
    }
    shown
}

#[test]
fn terminal() {
    let report = rendered(Terminal::new(PLAIN), &[sample::arabic(), sample::english()]);
    assert_snapshot!("terminal", report);
    assert_snapshot!("terminal-visible", visible(&report));
}

#[test]
fn terminal_in_colour() {
    let look = Look {
        color: true,
        ..PLAIN
    };
    let report = rendered(Terminal::new(look), &[sample::arabic(), sample::english()]);
    assert_snapshot!("terminal-colour-visible", visible(&report));
}

#[test]
fn terminal_in_the_other_language() {
    let look = |ui| Look {
        ui: Some(ui),
        ..PLAIN
    };
    let arabic = rendered(Terminal::new(look(Language::English)), &[sample::arabic()]);
    let english = rendered(Terminal::new(look(Language::Arabic)), &[sample::english()]);
    assert_snapshot!("terminal-arabic-in-english", arabic);
    assert_snapshot!("terminal-english-in-arabic", english);
}

#[test]
fn a_narrow_terminal() {
    let look = Look { width: 40, ..PLAIN };
    assert_snapshot!(
        "terminal-narrow",
        rendered(Terminal::new(look), &[sample::arabic(), sample::english()])
    );
}

#[test]
fn terminals_that_do_not_order_arabic() {
    let look = |bidi| Look { bidi, ..PLAIN };
    let articles = [sample::arabic(), sample::english()];
    let visual = rendered(Terminal::new(look(Bidi::Visual)), &articles);
    assert_snapshot!("terminal-visual", visual);
    assert_eq!(visible(&visual), visual);
    let words = rendered(Terminal::new(look(Bidi::Words)), &articles);
    assert_snapshot!("terminal-words", words);
    assert_eq!(visible(&words), words);
}

#[test]
fn short() {
    let report = rendered(short::Short, &[sample::arabic(), sample::english()]);
    assert_snapshot!("short", report);
}

#[test]
fn json_and_json_lines() {
    let articles = [sample::arabic(), sample::english()];
    let report = rendered(json::Json::default(), &articles);
    assert_snapshot!("json", report);
    let lines = rendered(json::Jsonl, &articles);
    let read: Value = serde_json::from_str(&report).expect("valid JSON");
    for (line, article) in lines
        .lines()
        .zip(read["articles"].as_array().expect("articles"))
    {
        assert_eq!(
            serde_json::from_str::<Value>(line).expect("valid JSON"),
            *article
        );
    }
}

#[test]
fn json_has_the_keys_of_the_contract_in_their_order() {
    let report = rendered(json::Json::default(), &[sample::english()]);
    let read: Value = serde_json::from_str(&report).expect("valid JSON");
    assert_keys(&read, "schema tool articles summary");
    assert_eq!(read["schema"], "tadqiq.check/1");
    assert_keys(&read["tool"], "name version");
    assert_keys(
        &read["summary"],
        "articles errors warnings infos suppressed",
    );
    let article = &read["articles"][0];
    assert_keys(article, "path language date diagnostics");
    let found = &article["diagnostics"][0];
    assert_keys(found, "rule severity confidence message help labels fixes");
    assert!(found["confidence"].is_number());
    assert_keys(
        &found["labels"][0],
        "role start end line column end_line end_column quote text",
    );
    assert_keys(&found["fixes"][0], "title safe edits");
    assert_keys(&found["fixes"][0]["edits"][0], "start end replacement");
}

fn assert_keys(value: &Value, keys: &str) {
    let object = value.as_object().expect("an object");
    let found: Vec<_> = object.keys().map(String::as_str).collect();
    assert_eq!(found.join(" "), keys);
}

#[test]
fn every_quote_on_the_fixtures_is_the_bytes_of_the_file() {
    let engine = Engine::built_in().expect("the built-in pack loads");
    let mut labels = 0;
    for path in [".txt", ".md"]
        .iter()
        .flat_map(|ending| files::files(&files::root().join("fixtures"), ending))
    {
        let bytes = std::fs::read(&path).expect("a fixture");
        let name = files::below(&path, &files::root());
        let source = Source::new(
            name.as_str(),
            String::from_utf8(bytes.clone()).expect("a fixture is UTF-8"),
        );
        let report = engine.check(source, &Syntax::of(&name), &Options::default());
        let read: Value =
            serde_json::from_str(&rendered(json::Jsonl, &[report])).expect("valid JSON");
        for found in read["diagnostics"].as_array().expect("findings") {
            for label in found["labels"].as_array().expect("labels") {
                let at = |key: &str| {
                    usize::try_from(label[key].as_u64().expect("an offset")).expect("small")
                };
                assert_eq!(
                    bytes.get(at("start")..at("end")),
                    label["quote"].as_str().map(str::as_bytes),
                    "{name}: {label}"
                );
                labels += 1;
            }
        }
    }
    println!("{labels} labels");
}

#[test]
fn workflow_commands() {
    let report = rendered(github::Github, &[sample::arabic(), sample::english()]);
    assert_snapshot!("github-visible", visible(&report));
    assert!(report.lines().all(|line| line.starts_with("::")));
}

#[test]
fn code_quality() {
    let report = rendered(
        gitlab::Gitlab::default(),
        &[sample::arabic(), sample::english()],
    );
    let items: Value = serde_json::from_str(&report).expect("JSON");
    assert!(items.as_array().is_some_and(|items| !items.is_empty()));
    assert_snapshot!("gitlab", report);
    let nothing = rendered(gitlab::Gitlab::default(), &[]);
    assert_eq!(nothing, "[\n]\n");
}

#[test]
fn reviewdog() {
    let report = rendered(
        rdjson::Rdjson::default(),
        &[sample::arabic(), sample::english()],
    );
    serde_json::from_str::<Value>(&report).expect("JSON");
    assert_snapshot!("rdjson", report);
}

#[test]
fn sarif_log() {
    let report = rendered(
        Sarif::new(Vec::new()),
        &[sample::arabic(), sample::english()],
    );
    let log: Value = serde_json::from_str(&report).expect("JSON");
    assert_eq!(log["runs"][0]["columnKind"], "unicodeCodePoints");
    assert_snapshot!("sarif", report);
}

/// The fingerprints of a text that is told twice, the second time a few lines down.
#[test]
fn fingerprints_survive_moved_lines() {
    let engine = Engine::built_in().expect("the built-in rules");
    let text = "The bridge opened on Monday, 1 January 2020.\n";
    let names = |text: String| {
        let source = Source::new("a.md", text);
        let article = engine.check(source, &Syntax::Markdown, &Options::default());
        let report = rendered(Sarif::new(Vec::new()), &[article]);
        let log: Value = serde_json::from_str(&report).expect("JSON");
        log["runs"][0]["results"]
            .as_array()
            .expect("results")
            .iter()
            .map(|result| result["partialFingerprints"].clone())
            .collect::<Vec<_>>()
    };
    let before = names(format!("# News\n\n{text}"));
    assert!(!before.is_empty());
    assert_eq!(before, names(format!("# News\n\nIt rained.\n\n\n{text}")));
}
