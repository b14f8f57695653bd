//! Findings that an article, its sidecar or its newsroom leaves out.

use crate::Newsroom;

/// A paragraph with a doubled word on its only line.
const DOUBLED: &str = "وصلت السفينة إلى إلى الميناء فجر اليوم.\n";

#[test]
fn a_comment_silences_its_paragraph_alone() {
    let text =
        format!("<!-- tadqiq-ignore repeated-word: quoted as spoken -->\n{DOUBLED}\n{DOUBLED}");
    let newsroom = Newsroom::new(&[("a.md", &text), ("a.txt", &text)]);
    let lines = newsroom.found(&["--select", "repeated-word"]);
    assert_eq!(lines, ["a.md:4 repeated-word", "a.txt:4 repeated-word"]);
    let json = newsroom.run(&["check", "--format", "json", "--select", "repeated-word"]);
    assert!(json.out.contains("\"suppressed\":2}"), "{}", json.out);
}

#[test]
fn blocks_files_groups_and_front_matter_silence() {
    let block = format!(
        "<!-- tadqiq-ignore-start phrasing: a song -->\n\n{DOUBLED}\n<!-- tadqiq-ignore-end -->\n\nعادت السفينة إلى إلى المرسى.\n"
    );
    let whole = format!("{DOUBLED}\n<!-- tadqiq-ignore-file repeated-word -->\n");
    let front = format!(
        "---\ntitle: السفينة\ntadqiq:\n  ignore:\n    repeated-word: a song\n---\n\n{DOUBLED}"
    );
    let line = format!("السفينة\n# tadqiq-ignore repeated-word: a song\n{DOUBLED}");
    let newsroom = Newsroom::new(&[
        ("block.md", &block),
        ("file.md", &whole),
        ("front.md", &front),
        ("line.txt", &line),
    ]);
    assert_eq!(newsroom.found(&[]), ["block.md:7 repeated-word"]);
}

#[test]
fn orders_are_not_read_as_text() {
    let newsroom = Newsroom::new(&[
        (
            "a.txt",
            "السفينة\n# tadqiq-ignore figures: 12 سفينة\nوصلت السفينة.\n",
        ),
        (
            "a.md",
            "# السفينة\n\n<!-- tadqiq-ignore figures: 12 سفينة -->\n\nوصلت السفينة.\n",
        ),
    ]);
    let claims = newsroom.run(&["claims", "--format", "jsonl"]);
    assert_eq!((claims.code, claims.out.as_str()), (Some(0), ""));
}

#[test]
fn what_silences_nothing_is_told() {
    let text = "<!-- tadqiq-ignore repeated-wrod -->\n\nOne.\n\n<!-- tadqiq-ignore figures: x -->\n\nTwo.\n\n<!-- tadqiq-ignore -->\n\nThree.\n\n<!-- tadqiq-ignore-all phrasing -->\n";
    let newsroom = Newsroom::new(&[("a.md", text)]);
    let said = newsroom.run(&["check", "--format", "short", "--ui", "en"]);
    assert_eq!(said.code, Some(0));
    let lines: Vec<_> = said.out.lines().collect();
    assert_eq!(lines.len(), 4, "{}", said.out);
    assert!(
        lines[0].starts_with("a.md:1:20: warning unused-ignore:"),
        "{}",
        lines[0]
    );
    assert!(lines[0].contains("did you mean “repeated-word”?"));
    assert!(lines[1].starts_with("a.md:5:20: info unused-ignore: “figures” silences nothing here"));
    assert!(lines[2].contains("names no rule"));
    assert!(lines[3].contains("tadqiq-ignore-file"));
    // Not where its rule does not run, and not where nobody wants to know.
    assert_eq!(newsroom.found(&["--ignore", "unused-ignore"]).len(), 0);
    assert_eq!(
        newsroom.found(&["--select", "dates,unused-ignore"]).len(),
        3
    );
    assert_eq!(newsroom.found(&["--select", "dates"]).len(), 0);
}

#[test]
fn a_sidecar_silences_by_rule_and_words() {
    let newsroom = Newsroom::new(&[
        ("a.txt", &format!("{DOUBLED}عاد من من سفره.\n")),
        (
            "a.txt.tadqiq.yaml",
            "ignore:\n- rule: repeated-word\n  quote: إلى إلى\n  reason: a song\n- rule: repeated-figure\n",
        ),
    ]);
    let said = newsroom.run(&["check", "--format", "short", "--ui", "en"]);
    assert_eq!(
        said.rules(),
        ["a.txt:1 unused-ignore", "a.txt:2 repeated-word"]
    );
    assert!(said.out.contains("(a.txt.tadqiq.yaml:5)"), "{}", said.out);
    newsroom.write("a.txt.tadqiq.yaml", "ignore:\n- ruel: x\n");
    let said = newsroom.run(&["check", "--format", "short"]);
    assert_eq!(said.code, Some(2));
    assert!(
        said.err.contains("a.txt.tadqiq.yaml:2:3") && said.err.contains("unknown field `ruel`"),
        "{}",
        said.err
    );
    assert_eq!(said.rules().len(), 2);
}

#[test]
fn the_newsroom_accepts_findings() {
    let newsroom = Newsroom::new(&[
        (
            "tadqiq.yaml",
            "ignore:\n- { rule: phrasing, quote: 'إلى إلى', files: ['songs/'] }\n",
        ),
        ("songs/a.md", DOUBLED),
        ("news/a.md", DOUBLED),
    ]);
    assert_eq!(newsroom.found(&[]), ["news/a.md:1 repeated-word"]);
}

#[test]
fn an_entry_of_the_newsroom_that_silences_nothing_is_told_where_all_articles_are_looked_at() {
    let newsroom = Newsroom::new(&[
        (
            "tadqiq.yaml",
            "ignore:\n- { rule: phrasing, quote: 'إلى إلى', reason: a song }\n- rule: repeated-word\n  quote: 'من من'\n",
        ),
        ("songs/a.md", DOUBLED),
        ("news/a.md", "وصلت السفينة.\n"),
    ]);
    let told = |arguments: &[&str]| {
        let said = newsroom.run(&[&["check", "--format", "short"], arguments].concat());
        assert_eq!((said.code, said.out.as_str()), (Some(0), ""));
        said.err
    };
    let unused = told(&[]);
    assert_eq!(unused.lines().count(), 1, "{unused}");
    assert!(unused.contains("tadqiq.yaml:3: `repeated-word` silences nothing"));
    for partly in [
        &["news"][..],
        &["songs/a.md"],
        &["--select", "dates"],
        &["--ignore", "unused-ignore"],
    ] {
        assert_eq!(told(partly), "", "{partly:?}");
    }
}
