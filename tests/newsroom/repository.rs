//! A newsroom that checks every change: known findings, and what changed since a revision.

use crate::{Newsroom, fixtures};

/// How many articles the repository has.
const ARTICLES: usize = 50;

/// A sentence with one fault.
const FAULT: &str = "\nوصلت السفينة إلى إلى الميناء فجر اليوم.\n";

/// A repository of fixtures, both kinds in both languages.
fn paper() -> (Newsroom, usize) {
    let all = fixtures();
    let step = all.len().div_ceil(ARTICLES).max(1);
    let rest = (0..step).flat_map(|start| all.iter().skip(start).step_by(step));
    let articles: Vec<_> = rest.take(ARTICLES).collect();
    assert_eq!(articles.len(), ARTICLES, "fixtures are too few");
    let files: Vec<_> = articles
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    (Newsroom::repository(&files), ARTICLES)
}

#[test]
fn a_repository_of_articles_stays_silent_until_a_new_fault_comes() {
    let (paper, articles) = paper();
    let first = paper.run(&["check", "--format", "github"]);
    assert_eq!(first.code, Some(1));
    let findings = first.out.lines().count();
    assert!(findings > 10, "{}", first.out);

    assert_eq!(paper.run(&["baseline", "write"]).code, Some(0));
    paper.commit();
    let ci = ["check", "--baseline", "tadqiq-baseline.json", "--format"];
    let second = paper.run(&[&ci[..], &["github"]].concat());
    assert_eq!(
        (second.code, second.out.as_str(), second.err.as_str()),
        (Some(0), "", "")
    );
    let json = paper.run(&[&ci[..], &["json"]].concat());
    let summary = format!(
        "\"summary\":{{\"articles\":{articles},\"errors\":0,\"warnings\":0,\"infos\":0,\"suppressed\":{findings}}}"
    );
    assert!(
        json.out.contains(&summary),
        "{}",
        json.out.lines().last().unwrap_or_default()
    );

    // A new fault in an article that has known ones, with all lines moved.
    let text = format!("{}{FAULT}", paper.read("ar/faulty/ferry.md"));
    paper.write("ar/faulty/ferry.md", &text.replace("\n\n", "\n\n\n"));
    let third = paper.run(&[&ci[..], &["github"]].concat());
    assert_eq!(
        (third.code, third.out.lines().count()),
        (Some(1), 1),
        "{}",
        third.out
    );
    assert!(
        third.out.starts_with("::error file=ar/faulty/ferry.md,")
            && third.out.contains("title=repeated-word"),
        "{}",
        third.out
    );

    // Mended, it is silent again.
    assert_eq!(
        paper.run(&[&ci[..], &["short", "--fix"]].concat()).code,
        Some(0)
    );
    assert_eq!(paper.run(&[&ci[..], &["github"]].concat()).out, "");
}

#[test]
fn known_findings_that_are_gone_are_pruned() {
    let newsroom = Newsroom::new(&[("a.md", FAULT), ("b.md", FAULT), ("c.md", FAULT)]);
    assert_eq!(newsroom.run(&["baseline", "write"]).code, Some(0));
    newsroom.write("a.md", "وصلت السفينة.\n");
    std::fs::remove_file(newsroom.path("b.md")).expect("a file");
    let said = newsroom.run(&["baseline", "prune"]);
    assert!(
        said.code == Some(0) && said.err.contains("forgotten 2"),
        "{said:?}"
    );
    assert_eq!(
        newsroom
            .found(&["--baseline", "tadqiq-baseline.json"])
            .len(),
        0
    );
    newsroom.write("a.md", FAULT);
    assert_eq!(
        newsroom.found(&["--baseline", "tadqiq-baseline.json"]),
        ["a.md:2 repeated-word"]
    );
    // Paths are reached from the file, wherever the program is started.
    let from_above = newsroom.path("c.md");
    let file = newsroom.path("tadqiq-baseline.json");
    let elsewhere = Newsroom::new(&[]);
    let (article, file) = (from_above.to_string_lossy(), file.to_string_lossy());
    assert_eq!(elsewhere.found(&["--baseline", &file, &article]).len(), 0);
}

#[test]
fn a_renamed_article_keeps_its_known_findings() {
    let newsroom = Newsroom::new(&[("a.md", FAULT), ("b.md", "وصلت السفينة.\n")]);
    assert_eq!(newsroom.run(&["baseline", "write"]).code, Some(0));
    let known = ["--baseline", "tadqiq-baseline.json"];
    newsroom.write("sport/new.md", &format!("وصلت السفينة.\n{FAULT}"));
    assert_eq!(newsroom.found(&known), ["sport/new.md:3 repeated-word"]);
    std::fs::remove_file(newsroom.path("a.md")).expect("a file");
    assert!(newsroom.found(&known).is_empty());
    let said = newsroom.run(&["baseline", "prune"]);
    assert!(said.err.contains("forgotten 0, known still 1"), "{said:?}");
    assert!(
        newsroom
            .read("tadqiq-baseline.json")
            .contains("sport/new.md")
    );
    assert!(newsroom.found(&known).is_empty());
}

#[test]
fn a_baseline_that_is_none_is_told() {
    let newsroom = Newsroom::new(&[("a.md", FAULT), ("b.json", "[]")]);
    let said = newsroom.run(&["check", "--baseline", "nowhere.json"]);
    assert!(
        said.code == Some(2) && said.err.contains("`tadqiq baseline write"),
        "{said:?}"
    );
    let said = newsroom.run(&["check", "--baseline", "b.json"]);
    assert!(
        said.code == Some(2) && said.err.contains("b.json: not a baseline"),
        "{said:?}"
    );
}

#[test]
fn since_tells_what_touches_changed_lines() {
    let old = format!("# السفينة\n{FAULT}\nوصل القارب.\n");
    let paper = Newsroom::repository(&[("a.md", &old), ("b.md", &old), ("أخبار/c d.md", &old)]);
    paper.git(&["checkout", "--quiet", "-b", "change"]);
    assert_eq!(paper.found(&["--since", "main"]).len(), 0);
    paper.write("a.md", &format!("{old}\nعاد من من سفره.\n"));
    paper.git(&["mv", "b.md", "moved.md"]);
    paper.write("أخبار/c d.md", &old.replace("وصل القارب", "وصل وصل القارب"));
    paper.commit();
    paper.write("new.md", FAULT);
    paper.write(".gitignore", "hidden.md\n");
    let expected = [
        "a.md:7 repeated-word",
        "new.md:2 repeated-word",
        "أخبار/c d.md:5 repeated-word",
    ];
    assert_eq!(paper.found(&["--since", "main"]), expected);
    // Work on the other branch is none of this one's.
    paper.git(&["checkout", "--quiet", "main"]);
    paper.write("a.md", &old.replace("السفينة\n", "السفينة السفينة\n"));
    paper.git(&["commit", "--quiet", "--all", "--message", "Other"]);
    paper.git(&["checkout", "--quiet", "change"]);
    assert_eq!(paper.found(&["--since", "main"]), expected);
}

#[test]
fn since_without_a_repository_or_revision_is_told() {
    let folder = Newsroom::new(&[("a.md", FAULT)]);
    std::fs::remove_dir(folder.path(".git")).expect("a folder");
    let said = folder.run(&["check", "--since", "main"]);
    assert!(
        said.code == Some(2) && said.err.contains("--since needs a git repository"),
        "{said:?}"
    );
    let paper = Newsroom::repository(&[("a.md", FAULT)]);
    let said = paper.run(&["check", "--since", "nowhere"]);
    assert!(
        said.code == Some(2) && said.err.contains("`nowhere` is no commit"),
        "{said:?}"
    );
}
