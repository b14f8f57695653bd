//! The real program: what it prints and how it ends. `TRYCMD=overwrite cargo test --test cli` accepts what `tests/cmd` should hold.

use std::fs;
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// The folder that the cases of `tests/cmd` run in.
fn desk() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd/desk")
}

/// The program on the desk, with the rules of the house and a scrubbed environment.
fn tadqiq(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tadqiq"));
    command.current_dir(desk()).args(arguments);
    for name in [
        "NO_COLOR",
        "CLICOLOR",
        "CLICOLOR_FORCE",
        "COLUMNS",
        "TADQIQ_FORMAT",
        "TADQIQ_BIDI",
    ] {
        command.env_remove(name);
    }
    command
}

fn run(arguments: &[&str]) -> Output {
    tadqiq(arguments).output().expect("the program runs")
}

/// A folder of many articles, each with a finding of the house.
fn many(count: usize) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    for index in 0..count {
        let path = folder.path().join(format!("wire-{index:04}.txt"));
        fs::write(
            path,
            format!("Wire {index}\n\nIt was {index} kilometres away.\n"),
        )
        .expect("an article");
    }
    folder
}

#[test]
fn cases() {
    trycmd::TestCases::new().case("tests/cmd/*.toml");
}

#[test]
fn the_same_bytes_whatever_the_number_of_threads() {
    let folder = many(300);
    let path = folder.path().to_str().expect("a path");
    let report = |jobs| {
        run(&[
            "check", "--rules", "house", "--format", "jsonl", "-j", jobs, path,
        ])
        .stdout
    };
    let one = report("1");
    assert_eq!(one.split(|byte| *byte == b'\n').count(), 301);
    assert!(one == report("2") && one == report("7"));
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let folder = many(400);
    let mut child = tadqiq(&["check", "--rules", "house", "--color", "always"])
        .arg(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut out = child.stdout.take().expect("a pipe");
    let mut first = [0];
    out.read_exact(&mut first).expect("a first byte");
    drop(out);
    let mut said = String::new();
    let mut err = child.stderr.take().expect("a pipe");
    err.read_to_string(&mut said).expect("text");
    let status = child.wait().expect("an end");
    assert_eq!((status.code(), said.as_str()), (Some(0), ""));
}

#[test]
fn colour_is_for_terminals_and_those_who_ask() {
    let colored = |arguments: &[&str], variables: &[(&str, &str)]| {
        let mut command = tadqiq(&["check", "--rules", "house", "news"]);
        command.args(arguments).envs(variables.iter().copied());
        command
            .output()
            .expect("the program runs")
            .stdout
            .contains(&0x1b)
    };
    assert!(!colored(&[], &[]));
    assert!(colored(&["--color", "always"], &[("NO_COLOR", "1")]));
    assert!(colored(&[], &[("CLICOLOR_FORCE", "1")]));
    assert!(!colored(&[], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
    assert!(!colored(&["--color", "never"], &[("CLICOLOR_FORCE", "1")]));
}

#[test]
fn an_article_that_is_too_large_is_refused_and_the_others_are_read() {
    let folder = many(1);
    let large = folder.path().join("large.txt");
    let mut file = fs::File::create(large).expect("a file");
    file.write_all(&vec![b'a'; (1 << 20) + 1])
        .expect("a large file");
    let path = folder.path().to_str().expect("a path");
    let output = run(&[
        "check",
        "--rules",
        "house",
        "--max-size",
        "1",
        "--format",
        "short",
        path,
    ]);
    let (out, err) = (
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
    assert_eq!(output.status.code(), Some(2), "{err}");
    assert!(
        out.contains("wire-0000.txt:3:10: error desk-kilometres"),
        "{out}"
    );
    assert!(
        err.contains("large.txt") && err.contains("--max-size"),
        "{err}"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_not_utf_8_is_shown_as_well_as_it_can_be() {
    use std::os::unix::ffi::OsStrExt as _;
    let folder = TempDir::new().expect("a temporary folder");
    let name = std::ffi::OsStr::from_bytes(b"caf\xe9\x1b[31m.txt");
    fs::write(folder.path().join(name), "Two kilometres.\n").expect("an article");
    for format in ["terminal", "short", "json", "jsonl"] {
        let output = tadqiq(&["check", "--rules", "house", "--format", format, "."])
            .current_dir(folder.path())
            .arg("--rules")
            .arg(desk().join("house"))
            .output()
            .expect("the program runs");
        let out = String::from_utf8(output.stdout).expect("the report is UTF-8");
        assert!(
            out.contains("caf\u{FFFD}") && !out.contains('\u{1b}'),
            "{out}"
        );
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let full = fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .expect("Linux has one");
    let output = tadqiq(&["check", "--rules", "house", "news"])
        .stdout(full)
        .stderr(Stdio::piped())
        .output()
        .expect("the program runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(!output.stderr.is_empty());
}

#[test]
fn a_report_is_written_to_a_file_whole_or_not_at_all() {
    let folder = TempDir::new().expect("a temporary folder");
    let file = folder.path().join("report.txt");
    let path = file.to_str().expect("a path");
    let arguments = ["check", "--rules", "house", "--select", "house", "--output"];
    let written = |place: &str| run(&[&arguments[..], &[place, "news"]].concat());
    let plain = run(&["check", "--rules", "house", "--select", "house", "news"]);
    for _ in 0..2 {
        let output = written(path);
        assert_eq!(output.status.code(), Some(1));
        assert!(output.stdout.is_empty() && output.stderr.is_empty());
        assert_eq!(fs::read(&file).expect("a report"), plain.stdout);
    }
    let nowhere = folder.path().join("nowhere/report.txt");
    let output = written(nowhere.to_str().expect("a path"));
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("nowhere/report.txt"), "{said}");
    let beside = fs::read_dir(folder.path()).expect("the folder").count();
    assert_eq!(beside, 1, "nothing is left beside the report");
}

#[test]
fn the_environment_sets_the_format_and_the_flag_goes_before_it() {
    let first = |arguments: &[&str]| {
        let mut command = tadqiq(&["check", "--rules", "house", "--select", "house", "news"]);
        let command = command.args(arguments).env("TADQIQ_FORMAT", "github");
        let output = command.output().expect("the program runs");
        String::from_utf8(output.stdout).expect("a report is UTF-8")
    };
    assert!(first(&[]).starts_with("::"));
    assert!(first(&["--format", "json"]).starts_with('{'));
}

/// A link stands for the device, so that a mistake would cost the link alone.
#[cfg(unix)]
#[test]
fn a_device_is_written_to_and_stays_one() {
    let folder = TempDir::new().expect("a temporary folder");
    let link = folder.path().join("out");
    std::os::unix::fs::symlink("/dev/stdout", &link).expect("a link");
    let path = link.to_str().expect("a path");
    let output = run(&[
        "check", "--rules", "house", "--format", "json", "-o", path, "news",
    ]);
    let out = String::from_utf8(output.stdout).expect("the report is UTF-8");
    assert!(
        out.starts_with("{\"schema\"") && out.ends_with("}\n"),
        "{out}"
    );
}

#[test]
fn a_folder_without_rules_is_no_success() {
    let folder = TempDir::new().expect("a temporary folder");
    let output = run(&["rules", "test", folder.path().to_str().expect("a path")]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("no rule in this folder"), "{said}");
}
