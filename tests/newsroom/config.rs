//! `tadqiq.yaml`.

use std::path::Path;

use crate::Newsroom;

const DOUBLED: &str = "وصلت السفينة إلى إلى الميناء فجر اليوم.\n";

#[test]
fn the_nearest_file_above_an_article_holds() {
    let newsroom = Newsroom::new(&[
        (
            "tadqiq.yaml",
            "rules: { repeated-word: warning }\nfail-on: warning\n",
        ),
        ("sport/tadqiq.yaml", "rules: { phrasing: off }\n"),
        ("a.md", DOUBLED),
        ("sport/old/b.md", DOUBLED),
    ]);
    let said = newsroom.run(&["check", "--format", "short"]);
    assert_eq!(
        (said.code, said.rules()),
        (Some(1), vec!["a.md:1 repeated-word".to_owned()])
    );
    assert!(said.out.contains(" warning "), "{}", said.out);
    // The command line goes before the file.
    assert_eq!(
        newsroom.run(&["check", "--fail-on", "error", "a.md"]).code,
        Some(0)
    );
    assert_eq!(newsroom.found(&["--select", "repeated-word"]).len(), 2);
    assert_eq!(newsroom.found(&["--config", "sport/tadqiq.yaml"]).len(), 0);
}

#[test]
fn one_language_of_messages_holds_for_the_whole_report() {
    let newsroom = Newsroom::new(&[("tadqiq.yaml", "ui: en\n"), ("a.md", DOUBLED)]);
    let report = newsroom.run(&["check"]).out;
    assert!(report.contains("error: “إلى” is written twice"), "{report}");
    assert!(
        report.contains("errors: 1") || report.contains("1 error"),
        "{report}"
    );
}

#[test]
fn what_lies_above_a_repository_does_not_hold() {
    let newsroom = Newsroom::new(&[
        ("tadqiq.yaml", "rules: { phrasing: off }\n"),
        ("paper/.git/HEAD", ""),
        ("paper/a.md", DOUBLED),
    ]);
    assert_eq!(newsroom.found(&[]), ["paper/a.md:1 repeated-word"]);
}

#[test]
fn paths_have_settings_of_their_own() {
    let newsroom = Newsroom::new(&[
        (
            "tadqiq.yaml",
            "exclude: [README.md]\npaths:\n- files: ['sport/**']\n  rules: { phrasing: off }\n- files: ['*.txt']\n  rules: { repeated-word: info }\n",
        ),
        ("README.md", DOUBLED),
        ("a.md", DOUBLED),
        ("sport/a.md", DOUBLED),
        ("sport/a.txt", DOUBLED),
    ]);
    let said = newsroom.run(&["check", "--format", "short"]);
    assert_eq!(
        said.rules(),
        ["a.md:1 repeated-word", "sport/a.txt:1 repeated-word"]
    );
    assert!(said.out.contains("sport/a.txt:1:14: info "), "{}", said.out);
    // A file that is named itself is an article.
    assert_eq!(newsroom.found(&["README.md"]).len(), 1);
}

#[test]
fn thresholds_lower_what_is_unsure() {
    let newsroom = Newsroom::new(&[("a.md", DOUBLED)]);
    assert_eq!(newsroom.run(&["check"]).code, Some(1));
    newsroom.write("tadqiq.yaml", "thresholds: { error: 100 }\n");
    assert_eq!(newsroom.run(&["check"]).code, Some(0));
    newsroom.write(
        "tadqiq.yaml",
        "rules: { repeated-word: { thresholds: { error: 100, warning: 100, info: 100 } } }\n",
    );
    assert_eq!(newsroom.found(&[]).len(), 0);
}

#[test]
fn a_wrong_file_is_told_and_its_articles_are_checked_without_it() {
    let newsroom = Newsroom::new(&[
        ("tadqiq.yaml", "ui: en\nfail-onn: never\n"),
        ("a.md", DOUBLED),
    ]);
    let said = newsroom.run(&["check", "--format", "short"]);
    assert_eq!((said.code, said.rules().len()), (Some(2), 1));
    assert!(
        said.err.contains("tadqiq.yaml:2:1") && said.err.contains("did you mean `fail-on`?"),
        "{}",
        said.err
    );
    newsroom.write("tadqiq.yaml", "rules:\n  repeated-wrod: off\n");
    let said = newsroom.run(&["check", "--format", "short"]);
    assert_eq!((said.code, said.rules().len()), (Some(2), 1));
    assert!(
        said.err.contains("tadqiq.yaml:2:3") && said.err.contains("`repeated-word`"),
        "{}",
        said.err
    );
    let said = newsroom.run(&["check", "--config", "nowhere.yaml"]);
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("`tadqiq init`"), "{}", said.err);
}

#[test]
fn dates_come_from_where_the_newsroom_writes_them() {
    let text = "اجتمع المجلس اليوم الجمعة في المدينة.\n";
    let front = format!("---\ntitle: المجلس\nissued: 2024-11-20\n---\n\n{text}");
    let newsroom = Newsroom::new(&[
        (
            "tadqiq.yaml",
            "date:\n  front-matter: [issued]\n  file-name: '{year}-{month}-{day}'\n  default: 2024-11-22\n",
        ),
        ("2024-11-20-a.md", text),
        ("b.md", &front),
        ("c.md", text),
    ]);
    let json = newsroom.run(&["check", "--format", "jsonl"]);
    let dates: Vec<_> = json
        .out
        .lines()
        .filter_map(|line| line.split("\"date\":\"").nth(1)?.get(..10))
        .collect();
    assert_eq!(dates, ["2024-11-20", "2024-11-20", "2024-11-22"]);
    assert_eq!(
        newsroom.found(&["--select", "relative-day-mismatch"]),
        [
            "2024-11-20-a.md:1 relative-day-mismatch",
            "b.md:6 relative-day-mismatch"
        ]
    );
}

#[test]
fn names_and_terms_of_the_house_are_kept() {
    let newsroom = Newsroom::new(&[
        (
            "tadqiq.yaml",
            "terms:\n- write: الإنترنت\n  not: [الأنترنت]\n- write: wildfire\n  not: [wild fire]\nnames:\n- write: أنطونيو غوتيريش\n  not: [غوتيرس]\n",
        ),
        (
            "a.md",
            "انقطع الإنترنت ساعة، ثم عاد بالأنترنت البطيء، وقال غوتيرس إنه عاد.\n",
        ),
        (
            "b.md",
            "The Wild fire spread. A wildfire is hard to stop.\n",
        ),
    ]);
    let said = newsroom.run(&["check", "--format", "short", "--select", "house"]);
    assert_eq!(
        said.rules(),
        [
            "a.md:1 house-term",
            "a.md:1 house-name",
            "b.md:1 house-term"
        ]
    );
    assert!(said.out.contains("«الإنترنت» لا «الأنترنت»"), "{}", said.out);
    let fixed = newsroom.run(&["check", "--fix", "--unsafe", "--select", "house"]);
    assert_eq!(fixed.code, Some(0), "{}", fixed.err);
    assert!(newsroom.read("a.md").contains("عاد بالإنترنت البطيء"));
    assert!(newsroom.read("b.md").starts_with("The wildfire spread."));
}

#[test]
fn word_lists_and_rules_of_the_house_are_read() {
    let rule = "id: house-quay\nseverity: warning\ncheck: { pattern: { find: 'quay', replace: 'dock' } }\nmessage: { ar: \"«{match}»\", en: \"“{match}”\" }\nwhy: { ar: \"للتجربة.\", en: \"A test.\" }\nfinds: ['The quay.']\nallows: ['The dock.']\n";
    let nouns = "# Boats of the house.\n\ndhow: [زعيمة زعيمات]\n";
    let newsroom = Newsroom::new(&[
        ("tadqiq.yaml", "rule-folders: [house]\n"),
        ("house/style/house-quay.yaml", rule),
        ("house/lexicon/ar/nouns/boats.yaml", nouns),
        ("a.md", "The quay closed.\n"),
        ("b.md", "وصلت 12 زعيمة إلى الميناء.\n"),
    ]);
    assert_eq!(newsroom.found(&[]), ["a.md:1 house-quay"]);
    let claims = newsroom.run(&["claims", "--format", "jsonl", "b.md"]);
    assert!(claims.out.contains("\"class\":\"dhow\""), "{}", claims.out);
    newsroom.write("tadqiq.yaml", "");
    let said = newsroom.run(&["rules", "test", "house"]);
    assert_eq!(
        (said.code, said.out.as_str()),
        (Some(0), "2 passed, 0 failed\n")
    );
    newsroom.write("house/lexicon/ar/boats.yaml", nouns);
    let said = newsroom.run(&["check", "--rules", "house"]);
    assert_eq!(said.code, Some(2));
    assert!(
        said.err.contains("not a table of the lexicon"),
        "{}",
        said.err
    );
}

#[test]
fn what_holds_is_shown_with_where_it_comes_from() {
    let newsroom = Newsroom::new(&[
        (
            "tadqiq.yaml",
            "ui: ar\npaths:\n- files: ['sport/**']\n  rules: { phrasing: info, repeated-word: off }\n",
        ),
        ("sport/a.md", DOUBLED),
    ]);
    let said = newsroom.run(&["config", "show", "sport/a.md"]);
    let rows: Vec<String> = said
        .out
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    for row in [
        "# sport/a.md: tadqiq.yaml",
        "ui: ar # tadqiq.yaml",
        "fail-on: error # built in",
        "repeated-word: off # tadqiq.yaml, entry 1 of paths",
        "repeated-clause: info # tadqiq.yaml, entry 1 of paths",
        "weekday-mismatch: error # built in",
    ] {
        assert!(rows.iter().any(|one| one == row), "{row}: {rows:#?}");
    }
}

#[test]
fn init_writes_a_file_that_holds_and_keeps_one_that_is_there() {
    let newsroom = Newsroom::new(&[("a.md", DOUBLED)]);
    assert_eq!(newsroom.run(&["init"]).code, Some(0));
    assert_eq!(newsroom.found(&[]).len(), 1);
    newsroom.write("tadqiq.yaml", "ui: ar\n");
    let said = newsroom.run(&["init"]);
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("--force") && newsroom.read("tadqiq.yaml") == "ui: ar\n");
    assert_eq!(newsroom.run(&["init", "--force"]).code, Some(0));
    assert!(newsroom.read("tadqiq.yaml").contains("#ui: ar"));
}

/// `UPDATE=1 cargo test --test newsroom schema` writes it anew.
#[test]
fn the_published_schema_is_current() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/tadqiq.schema.json");
    let schema = Newsroom::new(&[]).run(&["config", "schema"]).out;
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&file, &schema).expect("the schema can be written");
    }
    let published = std::fs::read_to_string(&file).expect("the schema is published");
    assert!(
        published.replace("\r\n", "\n") == schema,
        "rules/tadqiq.schema.json is stale: `UPDATE=1 cargo test --test newsroom schema` writes it anew"
    );
}
