//! `check --since REV`: findings on the lines that changed since the merge base, asked of git.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, bail};
use hashbrown::{HashMap, HashSet};

use crate::cli::files::{Input, slashed};
use crate::cli::trouble::Trouble;
use crate::report::ArticleReport;
use crate::text::source::Source;
use crate::text::span::Span;

/// Which lines of a work tree changed.
pub(super) struct Changes {
    root: PathBuf,
    /// Files that git knows, by their path below the root; all lines of others are new.
    tracked: HashSet<String>,
    /// First and last line of each change, in order.
    lines: HashMap<String, Vec<(u32, u32)>>,
}

impl Changes {
    /// Asks git what changed since the merge base of `revision` and the current commit, in the repository of the articles.
    pub(super) fn since(
        revision: &str,
        inputs: &[Input],
        trouble: &mut Trouble,
    ) -> anyhow::Result<Self> {
        let folder = inputs.first().map_or(Path::new("."), Input::folder);
        let root = git(folder, &["rev-parse", "--show-toplevel"])
            .context("--since needs a git repository around the articles")?;
        let root = PathBuf::from(String::from_utf8_lossy(&root).trim_end_matches(['\n', '\r']));
        let root = std::fs::canonicalize(&root).unwrap_or(root);
        let base = base(&root, revision)?;
        let listed = git(&root, &["ls-files", "-z"])?;
        let tracked = listed.split(|byte| *byte == 0);
        let changes = Self {
            tracked: tracked
                .map(|path| String::from_utf8_lossy(path).into_owned())
                .collect(),
            lines: changed(&git(&root, &diff(&base))?),
            root,
        };
        for input in inputs.iter().filter(|input| input.path().is_some()) {
            if input.folder().is_dir() && changes.below(input).is_none() {
                let (name, root) = (input.name(), changes.root.display());
                trouble.tell(&format!(
                    "{name}: not in the repository {root}, so --since cannot tell what changed; check it in a run of its own"
                ));
            }
        }
        Ok(changes)
    }

    /// Leaves the findings of an article that touch a changed line.
    pub(super) fn keep(&self, input: &Input, article: &mut ArticleReport) {
        let Some(path) = self.below(input).filter(|path| self.tracked.contains(path)) else {
            return;
        };
        let lines = self.lines.get(&path).map_or(&[][..], Vec::as_slice);
        let source = &article.source;
        article.diagnostics.retain(|found| {
            let mut labels = found.labels.iter();
            labels.any(|label| touches(lines, label.span, source))
        });
    }

    /// The path of an article below the root; none where it is not there or is standard input.
    fn below(&self, input: &Input) -> Option<String> {
        input.path()?;
        let path = input.whole_path()?;
        Some(slashed(path.strip_prefix(&self.root).ok()?))
    }
}

/// The commit from which both went on.
fn base(root: &Path, revision: &str) -> anyhow::Result<String> {
    let commit = format!("{revision}^{{commit}}");
    let line = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).trim().to_owned();
    let verified = git(
        root,
        &[
            "rev-parse",
            "--verify",
            "--quiet",
            "--end-of-options",
            &commit,
        ],
    );
    let Ok(commit) = verified.map(line) else {
        bail!(
            "--since: `{revision}` is no commit of the repository; fetch it, or name a branch, a tag or a commit that is there"
        );
    };
    match git(root, &["merge-base", &commit, "HEAD"]).map(line) {
        Ok(base) => Ok(base),
        Err(_) => bail!(
            "--since: `{revision}` and the current commit have no common ancestor here; where the clone is shallow, fetch more history (`git fetch --unshallow`, or `fetch-depth: 0` in actions/checkout)"
        ),
    }
}

/// The arguments that list changes in one form whatever the user's own settings are.
fn diff(base: &str) -> [&str; 14] {
    [
        "-c",
        "core.quotePath=false",
        "diff",
        "--no-color",
        "--no-ext-diff",
        "--no-textconv",
        "--text",
        "--unified=0",
        "--inter-hunk-context=0",
        "--find-renames",
        "--src-prefix=a/",
        "--dst-prefix=b/",
        "--ignore-submodules",
        base,
    ]
}

/// What a git command prints; the error is what it says.
fn git(folder: &Path, arguments: &[&str]) -> anyhow::Result<Vec<u8>> {
    let output = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .context("`git` cannot be run; install it, or leave --since out")?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("git: {}", said.trim().trim_start_matches("fatal: "));
    }
    Ok(output.stdout)
}

/// The changed lines of each file in a diff without context.
fn changed(diff: &[u8]) -> HashMap<String, Vec<(u32, u32)>> {
    let mut files: HashMap<String, Vec<(u32, u32)>> = HashMap::new();
    let (mut path, mut skip) = (None, 0_u32);
    for line in diff.split(|byte| *byte == b'\n') {
        if line.starts_with(b"\\") {
            continue;
        }
        // The lines of a change may look like anything.
        if skip > 0 {
            skip -= 1;
        } else if let Some(name) = line.strip_prefix(b"+++ ") {
            path = file_name(name);
        } else if let Some(hunk) = line.strip_prefix(b"@@ ").and_then(hunk) {
            let (old, start, new) = hunk;
            skip = old + new;
            if let Some(path) = path.as_ref().filter(|_| new > 0) {
                let lines = files.entry(path.clone()).or_default();
                lines.push((start, start + new - 1));
            }
        }
    }
    files
}

/// How many old lines, the first new line and how many, of `-12,3 +14 @@ …`.
fn hunk(text: &[u8]) -> Option<(u32, u32, u32)> {
    let text = String::from_utf8_lossy(text);
    let mut words = text.split(' ');
    let range = |word: &str| {
        let (start, count) = word.split_once(',').unwrap_or((word, "1"));
        Some((start.parse::<u32>().ok()?, count.parse::<u32>().ok()?))
    };
    let (_, old) = range(words.next()?.strip_prefix('-')?)?;
    let (start, new) = range(words.next()?.strip_prefix('+')?)?;
    Some((old, start, new))
}

/// The path behind `b/`, as git writes it: in quotation marks with escapes where it holds odd characters.
fn file_name(written: &[u8]) -> Option<String> {
    let written = written.strip_suffix(b"\t").unwrap_or(written);
    let plain = match written.strip_prefix(b"\"") {
        Some(quoted) => unquoted(quoted.strip_suffix(b"\"").unwrap_or(quoted)),
        None => written.to_vec(),
    };
    let path = plain.strip_prefix(b"b/")?;
    Some(String::from_utf8_lossy(path).into_owned())
}

fn unquoted(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut bytes = text.iter().copied();
    while let Some(byte) = bytes.next() {
        if byte != b'\\' {
            out.push(byte);
            continue;
        }
        out.extend(match bytes.next() {
            Some(b'n') => Some(b'\n'),
            Some(b't') => Some(b'\t'),
            Some(b'r') => Some(b'\r'),
            Some(first @ b'0'..=b'3') => {
                let rest = bytes.by_ref().take(2);
                let octal = rest.fold(u32::from(first - b'0'), |sum, digit| {
                    sum * 8 + u32::from(digit.saturating_sub(b'0'))
                });
                Some(octal as u8)
            }
            other => other,
        });
    }
    out
}

/// Whether a place of the article lies on one of the lines.
fn touches(lines: &[(u32, u32)], place: Span, source: &Source) -> bool {
    let first = source.position(place.start).line;
    let last = source
        .position(place.end.saturating_sub(1).max(place.start))
        .line;
    let next = lines.partition_point(|(_, end)| *end < first);
    lines.get(next).is_some_and(|(start, _)| *start <= last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changed_lines_are_read_from_a_diff() {
        let diff = "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1,2 +1 @@ x\n-a\n-b\n+++ b/no\n@@ -9 +7,3 @@\n-c\n\\ No newline at end of file\n+1\n+2\n+3\ndiff --git a/y b/y\n--- a/y\n+++ \"b/\\303\\251 \\\"q\\\".md\"\n@@ -4,0 +5,2 @@\n+a\n+b\n--- a/z\n+++ /dev/null\n@@ -1 +0,0 @@\n-z\n--- a/s p\n+++ b/s p\t\n@@ -2 +1,0 @@\n-d\n";
        let files = changed(diff.as_bytes());
        assert_eq!(files["x"], [(1, 1), (7, 9)]);
        assert_eq!(files["é \"q\".md"], [(5, 6)]);
        assert_eq!(files.len(), 2);
    }

    #[test]
    fn a_finding_touches_any_of_its_lines() {
        let source = Source::new("a", "one\ntwo\nthree\nfour\n");
        let lines = [(2, 2), (4, 4)];
        assert!(!touches(&lines, Span::new(0, 4), &source));
        assert!(touches(&lines, Span::new(0, 5), &source));
        assert!(!touches(&lines, Span::new(8, 13), &source));
        assert!(touches(&lines, Span::new(15, 15), &source));
        assert!(!touches(&[], Span::new(0, 5), &source));
    }
}
