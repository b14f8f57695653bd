//! Tests about the house: sizes of files and functions, and the form of the data that newsrooms edit.

mod files;
mod sources;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use files::{below, files, root};
use sources::sources;
use tadqiq::engine::Engine;
use tadqiq::lang::Language;
use tadqiq::rule::message::Phrase;
use tadqiq::rule::{Example, Rule};

/// No file of code is longer, in lines.
const LONGEST_FILE: usize = 600;

/// No function is longer, in lines.
const LONGEST_FUNCTION: usize = 80;

/// The fewest examples of either kind that a rule carries.
const FEWEST_EXAMPLES: usize = 4;

#[test]
fn files_are_small() {
    let long = sources()
        .into_iter()
        .map(|file| (file.text.lines().count(), file.path))
        .filter(|(lines, _)| *lines > LONGEST_FILE)
        .collect::<Vec<_>>();
    assert!(
        long.is_empty(),
        "longer than {LONGEST_FILE} lines: {long:?}"
    );
}

#[test]
fn functions_are_small() {
    let mut long = Vec::new();
    for file in sources() {
        let lines: Vec<_> = file.text.lines().collect();
        for (start, line) in lines
            .iter()
            .enumerate()
            .filter(|(_, line)| is_function(line))
        {
            let indent = line.len() - line.trim_start().len();
            let close = format!("{}}}", " ".repeat(indent));
            let length = lines[start..].iter().position(|line| *line == close);
            if length.is_some_and(|length| length >= LONGEST_FUNCTION) {
                long.push(format!("{}:{}", file.path, start + 1));
            }
        }
    }
    assert!(
        long.is_empty(),
        "longer than {LONGEST_FUNCTION} lines: {long:?}"
    );
}

/// A line that opens a function, as rustfmt writes it.
fn is_function(line: &str) -> bool {
    let words = line.trim_start().trim_start_matches("pub(crate) ");
    [
        "fn ",
        "pub fn ",
        "pub(super) fn ",
        "const fn ",
        "pub const fn ",
    ]
    .iter()
    .any(|opening| words.starts_with(opening))
}

#[test]
fn rule_files_are_named_by_their_rule() {
    let dir = root().join("rules");
    let mut seen = BTreeMap::new();
    for path in files(&dir, ".yaml") {
        let name = below(&path, &dir);
        if name.starts_with("lexicon/") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("a rule file is text");
        let id = text.lines().find_map(|line| line.strip_prefix("id: "));
        let id = id.unwrap_or_else(|| panic!("rules/{name} has no `id:` line"));
        assert!(
            name.ends_with(&format!("/{id}.yaml")) && name.matches('/').count() == 1,
            "rules/{name} holds the rule `{id}`: expected rules/<group>/{id}.yaml"
        );
        assert!(
            id.chars().all(|c| c.is_ascii_lowercase() || c == '-'),
            "rules/{name}: a rule id is small letters and hyphens"
        );
        if let Some(first) = seen.insert(id.to_owned(), name.clone()) {
            panic!("the rule `{id}` stands twice: rules/{first} and rules/{name}");
        }
    }
}

#[test]
fn rules_speak_both_languages_alike() {
    let mut wrong = Vec::new();
    for rule in rules() {
        for (place, phrase) in phrases(&rule) {
            if phrase == Phrase::default() {
                continue;
            }
            let (ar, en) = (names(&phrase.ar), names(&phrase.en));
            if ar != en {
                wrong.push(format!(
                    "{}: {place} names {ar:?} in Arabic, {en:?} in English",
                    rule.id
                ));
            }
            let right = Language::of(&without_names(&phrase.ar)) == Language::Arabic
                || !has_letters(&phrase.ar);
            if phrase.ar.trim().is_empty() || phrase.en.trim().is_empty() || !right {
                wrong.push(format!("{}: {place} lacks a language", rule.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn rules_carry_examples_in_both_languages() {
    let mut wrong = Vec::new();
    for rule in rules() {
        for (kind, examples) in [("finds", &rule.finds), ("allows", &rule.allows)] {
            if examples.len() < FEWEST_EXAMPLES {
                wrong.push(format!("{}: {} {kind}", rule.id, examples.len()));
            }
            let languages: BTreeSet<_> = examples.iter().map(language).collect();
            if languages.len() < 2 {
                wrong.push(format!("{}: {kind} only in {languages:?}", rule.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_example_stands_twice() {
    for rule in rules() {
        let mut seen = BTreeSet::new();
        for example in rule.finds.iter().chain(&rule.allows) {
            let key = (example.text.clone(), example.date);
            assert!(seen.insert(key), "{}: twice: {}", rule.id, example.text);
        }
    }
}

#[test]
fn lexicon_files_say_what_they_hold() {
    let dir = root().join("rules/lexicon");
    for path in files(&dir, ".yaml") {
        let text = fs::read_to_string(&path).expect("a lexicon file is text");
        let header: String = text
            .lines()
            .take_while(|line| line.starts_with('#'))
            .collect();
        assert!(
            header.chars().count() >= 40,
            "rules/lexicon/{} opens without a comment that says what it holds, from where and how complete it is",
            below(&path, &dir)
        );
    }
}

#[test]
fn nothing_is_left_for_later() {
    for file in sources() {
        for word in ["TODO", "FIXME", "XXX", "unimplemented!", "todo!"] {
            assert!(
                !file.text.contains(word),
                "src/{} holds `{word}`",
                file.path
            );
        }
    }
}

fn rules() -> Vec<Rule> {
    let engine = Engine::built_in().expect("the built-in pack loads");
    engine.pack.rules().cloned().collect()
}

fn language(example: &Example) -> Language {
    Language::of(&example.text)
}

/// Every phrase of a rule with the name of its place.
fn phrases(rule: &Rule) -> Vec<(String, Phrase)> {
    let mut found = vec![
        ("message".to_owned(), rule.words.message.clone()),
        ("help".to_owned(), rule.words.help.clone()),
        ("why".to_owned(), rule.why.clone()),
    ];
    let mut add = |place: String, phrase: &Phrase| found.push((place, phrase.clone()));
    for (name, phrase) in &rule.words.labels {
        add(format!("labels.{name}"), phrase);
    }
    for (name, phrase) in &rule.fixes {
        add(format!("fixes.{name}"), phrase);
    }
    for (case, words) in &rule.cases {
        let parts = [("message", &words.message), ("help", &words.help)];
        for (part, phrase) in parts {
            if let Some(phrase) = phrase {
                add(format!("cases.{case}.{part}"), phrase);
            }
        }
        for (name, phrase) in &words.labels {
            add(format!("cases.{case}.labels.{name}"), phrase);
        }
    }
    found
}

/// The names in braces of one text.
fn names(text: &str) -> BTreeSet<&str> {
    text.split('{')
        .skip(1)
        .filter_map(|part| part.split_once('}'))
        .map(|(name, _)| name)
        .collect()
}

/// A text without what stands in braces.
fn without_names(text: &str) -> String {
    let mut parts = text.split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |out, part| {
        out + part.split_once('}').map_or(part, |(_, rest)| rest)
    })
}

fn has_letters(text: &str) -> bool {
    without_names(text).chars().any(char::is_alphabetic)
}
