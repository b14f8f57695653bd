//! What nobody writes and somebody feeds in: the real program must end, soon, with a report or a cause, and print nothing that a terminal obeys.
//!
//! The short form runs with every `cargo test`; `TADQIQ_HOSTILE=full cargo test --release --test hostile` runs every text at its full size.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

fn tadqiq(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tadqiq"));
    command.args(arguments);
    for name in [
        "NO_COLOR",
        "CLICOLOR_FORCE",
        "COLUMNS",
        "TADQIQ_FORMAT",
        "GITHUB_STEP_SUMMARY",
    ] {
        command.env_remove(name);
    }
    command
}

fn run(arguments: &[&str]) -> Output {
    tadqiq(arguments).output().expect("the program runs")
}

fn folder() -> TempDir {
    TempDir::new().expect("a temporary folder")
}

/// How much smaller than in full the texts are.
fn share() -> usize {
    match std::env::var("TADQIQ_HOSTILE") {
        Ok(full) if full == "full" => 1,
        _ if cfg!(debug_assertions) => 40,
        _ => 20,
    }
}

/// Texts by name; the ending of the name says how they are read.
fn texts() -> Vec<(&'static str, String)> {
    let many = |words: &str, count: usize| words.repeat(count / share());
    let nested = |open: &str, close: &str| {
        let inner = "قُتل 12 شخصا";
        many(open, 100_000) + inner + &many(close, 100_000)
    };
    let twice = |open: &str| many(open, 100_000) + "12 boats\n\n" + &many(open, 100_000);
    let mut all = vec![
        ("digits.txt", many("7", 1_000_000)),
        ("groups.txt", "1".to_owned() + &many(",234", 250_000)),
        ("fractions.txt", many("1/", 500_000)),
        ("points.txt", many("1.", 500_000)),
        ("brackets.txt", nested("(", ")")),
        ("quotes.txt", nested("«", "»")),
        ("straight.txt", nested("\"", "\"")),
        ("apostrophes.txt", nested("'", "'")),
        (
            "sentences.txt",
            many("قُتل 12 شخصا في انفجار وسط المدينة. ", 10_000),
        ),
        ("lines.txt", many("قُتل 12 شخصا في انفجار.\n", 10_000)),
        ("letters.txt", many("ا", 500_000)),
        ("marks.txt", "ا".to_owned() + &many("\u{64B}", 500_000)),
        ("and.txt", many("و", 500_000)),
        ("thousands.txt", many("ألف ", 200_000)),
        ("hundreds.txt", many("two hundred and ", 60_000)),
        ("names.txt", many("محمد ", 100_000)),
        ("dates.txt", many("1/2/2020 ", 100_000)),
        ("ranges.txt", many("من 1 إلى ", 60_000)),
        (
            "parts.txt",
            "قُتل 12: ".to_owned() + &many("3 رجال و", 60_000),
        ),
        ("bidi.txt", many("\u{202E}12 \u{2066}قتيلا\u{202B} ", 60_000)),
        ("zeros.txt", many("ab\0", 300_000)),
        ("blank.txt", many(" \t\u{A0}\n", 250_000)),
        ("quoted.md", many("> ", 100_000) + "12 boats"),
        ("items.md", items()),
        ("stars.md", twice("*")),
        ("bold.md", many("**a ", 100_000)),
        ("underscores.md", twice("_a")),
        ("links.md", twice("[")),
        ("pictures.md", twice("![a](")),
        ("ticks.md", many("` `` ", 60_000)),
        (
            "tables.md",
            many("|a", 50_000) + "|\n" + &many("|-", 50_000) + "|\n",
        ),
        ("angles.md", twice("<")),
        ("entities.md", many("&#49;", 100_000)),
        ("divisions.html", nested("<div>", "</div>")),
        ("spans.html", nested("<p><span>", "</b>")),
        (
            "buttons.html",
            many("<p><button>", 5_000) + &many("<span>", 50_000) + &many("<div>", 50_000),
        ),
        (
            "ends.html",
            many("<i>", 50_000) + &many("</b></p></td>", 50_000),
        ),
        (
            "cells.html",
            many("<table><tr><td rowspan=100 colspan=100>7", 20_000),
        ),
        (
            "rows.html",
            "<table>".to_owned() + &many("<tr><td rowspan=100 colspan=100>7", 20_000),
        ),
        ("pictures.html", many("<img alt='two boats'>", 50_000)),
        ("attributes.html", "<p ".to_owned() + &attributes() + ">12"),
        ("comments.html", many("<!--", 100_000)),
        ("scripts.html", many("<script>", 50_000)),
        (
            "ampersands.html",
            many("&amp", 100_000) + &many("&", 100_000),
        ),
        ("articles.html", many("<article>12 boats", 50_000)),
        (
            "metas.html",
            many("<meta name=description content='12 boats'>", 30_000),
        ),
    ];
    all.push(("every-character.txt", every_character()));
    all.push(("front-matter.md", aliases("title") + "\n12 boats\n"));
    all
}

fn items() -> String {
    let depth = 2000 / share();
    (0..depth).fold(String::new(), |mut text, level| {
        let _ = writeln!(text, "{}- {level} boats", "  ".repeat(level));
        text
    })
}

fn attributes() -> String {
    (0..100_000 / share()).fold(String::new(), |mut text, index| {
        let _ = write!(text, "a{index}=1 ");
        text
    })
}

/// Every character of Unicode, in lines of 64.
fn every_character() -> String {
    let mut text = String::new();
    for (index, c) in ('\0'..=char::MAX).step_by(share().div_ceil(4)).enumerate() {
        text.push(c);
        if index % 64 == 63 {
            text.push('\n');
        }
    }
    text
}

/// Nine levels of nine aliases each, between fences.
fn aliases(last: &str) -> String {
    let mut yaml = String::from("---\na0: &a0 [lol, lol]\n");
    for level in 1..10 {
        let below = format!("*a{}, ", level - 1).repeat(9);
        let _ = writeln!(yaml, "a{level}: &a{level} [{below}]");
    }
    let _ = writeln!(yaml, "{last}: *a9\n---");
    yaml
}

/// The longest that a megabyte may take, and what a small text may take however slow the machine is.
const PER_MEGABYTE: Duration = Duration::from_secs(if cfg!(debug_assertions) { 240 } else { 40 });
const AT_LEAST: Duration = Duration::from_secs(60);

#[test]
fn hostile_texts_are_checked_in_time() {
    let folder = folder();
    for (name, text) in texts() {
        let path = folder.path().join(name);
        fs::write(&path, &text).expect("an article");
        let path = path.to_str().expect("a path");
        for command in [
            &["check", "--format", "json", path][..],
            &["claims", "--format", "jsonl", path],
        ] {
            let begun = Instant::now();
            let output = run(command);
            let taken = begun.elapsed();
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(
                matches!(output.status.code(), Some(0 | 1)),
                "{name}: {:?}: {said}",
                output.status
            );
            let allowed = AT_LEAST.max(PER_MEGABYTE * (text.len() >> 20) as u32);
            assert!(taken < allowed, "{name} took {taken:?}");
            if std::env::var_os("TADQIQ_HOSTILE").is_some() {
                println!(
                    "{:6} ms {:8} bytes {} {name}",
                    taken.as_millis(),
                    text.len(),
                    command[0]
                );
            }
            if command[0] == "check" {
                serde_json::from_slice::<serde_json::Value>(&output.stdout)
                    .unwrap_or_else(|error| panic!("{name}: {error}"));
            }
        }
    }
}

#[test]
fn a_rule_file_of_aliases_is_refused() {
    let folder = folder();
    fs::write(
        folder.path().join("bomb.yaml"),
        aliases("id").replace("---\n", ""),
    )
    .expect("a rule file");
    let begun = Instant::now();
    let output = run(&["rules", "test", folder.path().to_str().expect("a path")]);
    assert_eq!(output.status.code(), Some(2));
    assert!(!output.stderr.is_empty());
    assert!(begun.elapsed() < AT_LEAST);
}

#[test]
fn a_rule_file_of_many_brackets_is_refused() {
    let folder = folder();
    for (name, text) in [
        ("brackets.yaml", "[".repeat(100_000)),
        ("braces.yaml", "{a: ".repeat(10_000)),
        ("dashes.yaml", "- ".repeat(100_000)),
        (
            "pattern.yaml",
            format!(
                "id: a\ncheck: {{ pattern: {{ find: '{}' }} }}\n",
                "(".repeat(100_000)
            ),
        ),
    ] {
        fs::write(folder.path().join(name), text).expect("a rule file");
    }
    let output = run(&["rules", "test", folder.path().to_str().expect("a path")]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).expect("text");
    for name in ["brackets", "braces", "dashes", "pattern"] {
        assert!(said.contains(&format!("{name}.yaml")), "{name}: {said}");
    }
    assert!(said.len() < 100_000, "{} bytes are no message", said.len());
}

#[test]
fn a_file_of_200_megabytes_is_refused() {
    let folder = folder();
    let path = folder.path().join("large.txt");
    let file = fs::File::create(&path).expect("a file");
    file.set_len(200 << 20).expect("a large file");
    let output = run(&["check", path.to_str().expect("a path")]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        said.contains("larger than 64 MB") && said.contains("--max-size"),
        "{said}"
    );
}

#[cfg(unix)]
#[test]
fn what_cannot_be_read_is_told_and_the_rest_is_checked() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("good.txt"), "The the boat left.\n").expect("an article");
    fs::write(at("empty.txt"), "").expect("an empty article");
    fs::write(at("binary.txt"), [0xFF; 512]).expect("a binary file");
    fs::write(at("locked.txt"), "12 boats").expect("an article");
    fs::set_permissions(at("locked.txt"), fs::Permissions::from_mode(0o000)).expect("a lock");
    symlink("loop.txt", at("loop.txt")).expect("a link to itself");
    symlink(".", at("again")).expect("a link to its own folder");
    symlink("gone.txt", at("dangling.txt")).expect("a link to nothing");
    let root = folder.path().to_str().expect("a path");
    let output = run(&["check", "--format", "short", root]);
    let said = String::from_utf8_lossy(&output.stderr);
    let found = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("binary.txt"), "{said}");
    assert_eq!(found.matches("good.txt:1:").count(), 1, "{found}");
    // Root may read what is locked.
    if fs::read(at("locked.txt")).is_err() {
        assert!(
            said.contains("locked.txt: not readable: permission denied"),
            "{said}"
        );
    }
    for (name, cause) in [
        ("loop.txt", "not readable"),
        ("dangling.txt", "no such file"),
        ("vanished.txt", "no such file"),
    ] {
        let output = run(&["check", at(name).to_str().expect("a path")]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{name}");
        assert!(said.contains(name) && said.contains(cause), "{said}");
    }
}

/// What a terminal would obey: escapes, and marks that turn the direction of what follows.
fn obeyed(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(
            c,
            '\u{202A}' | '\u{202D}' | '\u{202E}' | '\u{2066}'..='\u{2069}'
        )
}

#[cfg(unix)]
#[test]
fn nothing_printed_is_obeyed_by_a_terminal() {
    let folder = folder();
    let evil = "\u{1b}[31mred\u{1b}]0;title\u{7}\u{9b}5m\u{202E}\u{2066}\r";
    let text = format!(
        "الخبر\n\nقال قال{evil} إن 12 شخصا{evil} قتلوا في حريق{evil} السوق. قال قال{evil} إن 12 شخصا{evil} قتلوا في حريق{evil} السوق.\n\nThe the{evil} boat {evil} left.\n"
    );
    let name = format!("wire{}.md", evil.replace('\r', ""));
    fs::write(folder.path().join(&name), text).expect("an article");
    fs::write(folder.path().join(format!("bad{name}")), [0xFF, 0xC0]).expect("a file");
    let root = folder.path().to_str().expect("a path");
    for format in ["terminal", "short", "github"] {
        let output = run(&["check", "--format", format, "--color", "never", root]);
        let printed = String::from_utf8_lossy(&output.stdout);
        assert!(printed.contains("repeated-word"), "{format}: {printed}");
        let told = String::from_utf8_lossy(&output.stderr);
        for (what, text) in [("output", printed), ("errors", told)] {
            let bad = text.chars().find(|c| obeyed(*c));
            assert_eq!(bad, None, "{what} of {format}: {text:?}");
        }
    }
    let output = run(&["claims", root]);
    let printed = String::from_utf8_lossy(&output.stdout);
    assert_eq!(printed.chars().find(|c| obeyed(*c)), None, "{printed:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_in_every_format() {
    let folder = folder();
    fs::write(folder.path().join("a.txt"), "The the boat left.\n").expect("an article");
    for format in [
        "terminal", "short", "json", "jsonl", "sarif", "github", "gitlab", "rdjson",
    ] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full");
        let output = tadqiq(&["check", "--format", format])
            .arg(folder.path())
            .stdout(full.expect("Linux has one"))
            .stderr(Stdio::piped())
            .output()
            .expect("the program runs");
        assert_eq!(output.status.code(), Some(2), "{format}");
        assert!(!output.stderr.is_empty(), "{format}");
    }
}

#[test]
fn a_reader_who_leaves_ends_every_format_quietly() {
    let folder = folder();
    let text = "The the boat left. He said said so.\n".repeat(2000);
    fs::write(folder.path().join("a.txt"), text).expect("an article");
    for format in ["terminal", "short", "json", "sarif", "github"] {
        let mut child = tadqiq(&["check", "--format", format])
            .arg(folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("an end");
        assert_eq!(output.status.code(), Some(0), "{format}");
        assert!(output.stderr.is_empty(), "{format}");
    }
}

/// Writes the same articles in the given order of names.
fn articles(folder: &Path, order: impl Iterator<Item = usize>) {
    for index in order {
        let below = folder.join(format!("d{}", index % 7));
        fs::create_dir_all(&below).expect("a folder");
        let mut file = fs::File::create(below.join(format!("{index:03}.txt"))).expect("a file");
        write!(
            file,
            "Wire {index}\n\nHe said said {index} boats sank. The the harbour closed.\n"
        )
        .expect("an article");
    }
}

#[test]
fn the_same_bytes_in_any_order_with_any_number_of_threads() {
    let (one, other) = (folder(), folder());
    articles(one.path(), 0..120);
    articles(other.path(), (0..120).rev());
    for format in [
        "terminal", "short", "json", "jsonl", "sarif", "github", "gitlab", "rdjson",
    ] {
        let report = |folder: &Path, jobs: &str, paths: &[&str]| {
            let mut command = tadqiq(&["check", "--format", format, "-j", jobs]);
            let output = command.args(paths).current_dir(folder).output();
            output.expect("the program runs").stdout
        };
        let first = report(one.path(), "1", &["."]);
        assert!(!first.is_empty());
        for jobs in ["1", "2", "8"] {
            assert!(
                first == report(one.path(), jobs, &["."]),
                "{format} -j {jobs}"
            );
            assert!(
                first == report(other.path(), jobs, &["."]),
                "{format} -j {jobs}"
            );
        }
        let forth = ["d0", "d1", "d2", "d3/003.txt", "d3/010.txt"];
        let back = ["d3/010.txt", "d3/003.txt", "d2", "d1", "d0"];
        assert!(
            report(one.path(), "2", &forth) == report(other.path(), "8", &back),
            "{format}"
        );
    }
}
