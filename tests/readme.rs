//! What README.md says of the rules and the flags is what the program does. `UPDATE=1 cargo test --test readme` writes it anew.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use tadqiq::engine::Engine;

#[test]
fn readme_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let text = fs::read_to_string(&path).expect("README.md is text");
    let readme = text.replace("\r\n", "\n");
    let parts = [
        ("rules", rule_table()),
        ("--help", help(&["--help"])),
        ("check --help", help(&["check", "--help"])),
    ];
    let current = parts
        .into_iter()
        .fold(readme.clone(), |text, (name, part)| {
            between(&text, name, &part)
        });
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, current).expect("README.md can be written");
    } else {
        assert!(
            readme == current,
            "README.md is stale: `UPDATE=1 cargo test --test readme` writes its rule table and help anew"
        );
    }
}

#[test]
fn files_that_the_documents_name_exist() {
    for document in [
        "README.md",
        "CONTRIBUTING.md",
        "rules/README.md",
        "fixtures/README.md",
    ] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(document);
        let text = fs::read_to_string(&path).expect("a document is text");
        let folder = path.parent().expect("a document lies in a folder");
        for target in links(&text) {
            let file = target.split('#').next().unwrap_or_default();
            assert!(
                file.is_empty() || folder.join(file).exists(),
                "{document} links to `{target}`, which does not exist"
            );
        }
    }
}

/// The targets of links and pictures that lie in the project.
fn links(text: &str) -> impl Iterator<Item = &str> {
    text.split("](")
        .skip(1)
        .filter_map(|rest| rest.split([')', ' ']).next())
        .filter(|target| !target.contains("://"))
}

/// `text` with `part` between the marks of `name`.
fn between(text: &str, name: &str, part: &str) -> String {
    let (open, close) = (
        format!("<!-- generated: {name} -->\n"),
        format!("<!-- end: {name} -->"),
    );
    let (before, rest) = text
        .split_once(&open)
        .unwrap_or_else(|| panic!("README.md lacks `{}`", open.trim()));
    let (_, after) = rest
        .split_once(&close)
        .unwrap_or_else(|| panic!("README.md lacks `{close}`"));
    format!("{before}{open}{part}{close}{after}")
}

/// Every built-in rule by its group, with what it is for.
fn rule_table() -> String {
    let engine = Engine::built_in().expect("the built-in pack loads");
    let mut rules: Vec<_> = engine.pack.rules().collect();
    rules.sort_by_key(|rule| (rule.group.clone(), rule.id.clone()));
    let mut table = String::from("| group | rule | severity | why |\n|---|---|---|---|\n");
    for rule in rules {
        let why = rule.why.en.split_whitespace().collect::<Vec<_>>().join(" ");
        let _ = writeln!(
            table,
            "| {} | `{}` | {} | {} |",
            rule.group,
            rule.id,
            rule.severity,
            why.replace('|', "\\|")
        );
    }
    table
}

/// What the program prints, as a block of code.
fn help(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_tadqiq"))
        .args(arguments)
        .env_remove("COLUMNS")
        .output()
        .expect("the program runs");
    assert!(
        output.status.success(),
        "{arguments:?} ends with {}",
        output.status
    );
    let text = String::from_utf8(output.stdout).expect("help is text");
    let lines: Vec<_> = text
        .lines()
        .map(|line| line.trim_end().replace("tadqiq.exe", "tadqiq"))
        .collect();
    format!("```text\n{}\n```\n", lines.join("\n").trim_end())
}
