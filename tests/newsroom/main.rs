//! The program in a newsroom: configuration, silencing, known findings, changes since a revision, repairs.

mod config;
mod fix;
mod repository;
mod shell;
mod silence;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A folder of articles of its own.
struct Newsroom(TempDir);

/// How a run ended and what it said.
#[derive(Debug)]
struct Said {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Newsroom {
    /// A folder with these files; above it lies no configuration.
    fn new(files: &[(&str, &str)]) -> Self {
        let newsroom = Self(TempDir::new().expect("a temporary folder"));
        // The search for tadqiq.yaml goes no further up.
        fs::create_dir(newsroom.path(".git")).expect("a folder");
        for (path, text) in files {
            newsroom.write(path, text);
        }
        newsroom
    }

    /// A git repository with these files, committed.
    fn repository(files: &[(&str, &str)]) -> Self {
        let newsroom = Self(TempDir::new().expect("a temporary folder"));
        newsroom.git(&["init", "--quiet", "--initial-branch=main"]);
        for (path, text) in files {
            newsroom.write(path, text);
        }
        newsroom.commit();
        newsroom
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        let file = self.path(path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(file, text).expect("a file");
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).expect("a file")
    }

    fn git(&self, arguments: &[&str]) {
        let identity = [
            "-c",
            "user.name=Desk",
            "-c",
            "user.email=desk@example.org",
            "-c",
            "commit.gpgsign=false",
        ];
        let output = Command::new("git")
            .args(identity)
            .args(arguments)
            .current_dir(self.0.path())
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .output()
            .expect("git runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "git {arguments:?}: {said}");
    }

    fn commit(&self) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", "Edition"]);
    }

    /// The program in this folder.
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tadqiq"));
        command.current_dir(self.0.path()).args(arguments);
        for name in ["NO_COLOR", "CLICOLOR_FORCE", "COLUMNS", "TADQIQ_FORMAT"] {
            command.env_remove(name);
        }
        command
    }

    fn run(&self, arguments: &[&str]) -> Said {
        said(
            self.command(arguments)
                .stdin(Stdio::null())
                .output()
                .expect("the program runs"),
        )
    }

    /// A run with a text on standard input.
    fn pipe(&self, text: &str, arguments: &[&str]) -> Said {
        self.write("piped", text);
        let input = fs::File::open(self.path("piped")).expect("a file");
        said(
            self.command(arguments)
                .stdin(input)
                .output()
                .expect("the program runs"),
        )
    }

    /// The rules that a check in the short form tells, as `path:line rule`.
    fn found(&self, arguments: &[&str]) -> Vec<String> {
        let said = self.run(&[&["check", "--format", "short", "--ui", "en"], arguments].concat());
        assert!(said.code != Some(2), "{said:?}");
        said.rules()
    }
}

impl Said {
    /// The findings of a report in the short form, as `path:line rule`.
    fn rules(&self) -> Vec<String> {
        let lines = self.out.lines();
        lines
            .map(|line| {
                let mut parts = line.splitn(4, ':');
                let (path, place) = (
                    parts.next().unwrap_or_default(),
                    parts.next().unwrap_or_default(),
                );
                let rule = line.split(": ").nth(1).unwrap_or_default();
                let rule = rule.split(' ').nth(1).unwrap_or_default();
                format!("{path}:{place} {rule}")
            })
            .collect()
    }
}

fn said(output: std::process::Output) -> Said {
    Said {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).expect("a report is UTF-8"),
        err: String::from_utf8(output.stderr).expect("what is told is UTF-8"),
    }
}

/// Articles of `fixtures/`, by language and kind, as paths and texts.
fn fixtures() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut found = Vec::new();
    for folder in ["ar/clean", "ar/faulty", "en/clean", "en/faulty"] {
        let entries = fs::read_dir(root.join(folder)).expect("a folder of fixtures");
        let files = entries.map(|entry| entry.expect("an entry").path());
        let articles = files.filter(|file| {
            file.extension()
                .is_some_and(|end| end == "md" || end == "txt")
        });
        found.extend(articles.map(|file| {
            let name = file
                .file_name()
                .expect("a name")
                .to_string_lossy()
                .into_owned();
            (
                format!("{folder}/{name}"),
                fs::read_to_string(&file).expect("an article"),
            )
        }));
    }
    found.sort();
    found
}
