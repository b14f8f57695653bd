//! The Rust files below `src/`, read as text, for the tests about the house.

use std::fs;
use std::path::PathBuf;

use crate::files::{below, files, root};

/// One file below `src/`.
#[allow(dead_code, reason = "each test about the house uses its part")]
pub(crate) struct SourceFile {
    /// Its path below `src/`.
    pub(crate) path: String,
    /// All its lines.
    pub(crate) text: String,
    /// Its lines without those that are comments.
    pub(crate) code: String,
}

/// Every file below `src/` but the build script, sorted by path.
pub(crate) fn sources() -> Vec<SourceFile> {
    let dir = root().join("src");
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a source file is text");
        SourceFile::new(&below(&path, &dir), &text)
    };
    files(&dir, ".rs")
        .into_iter()
        .filter(|path| !path.ends_with("build.rs"))
        .map(read)
        .collect()
}

#[allow(dead_code, reason = "each test about the house uses its part")]
impl SourceFile {
    /// A file of this path below `src/`.
    pub(crate) fn new(path: &str, text: &str) -> Self {
        let code = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .collect::<Vec<_>>()
            .join("\n");
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
            code,
        }
    }

    /// Whether it is the root of the library, which names everything.
    pub(crate) fn is_root(&self) -> bool {
        self.path == "lib.rs"
    }

    /// The top module that it belongs to.
    pub(crate) fn module(&self) -> String {
        let first = self.path.split('/').next().unwrap_or_default();
        first.trim_end_matches(".rs").to_owned()
    }

    /// The first names behind `crate::`, in order, single (`crate::text::…`) and braced (`crate::{text::…, yaml}`).
    pub(crate) fn crate_names(&self) -> Vec<String> {
        let mut names = Vec::new();
        for (at, found) in self.code.match_indices("crate::") {
            let before = self.code[..at].chars().next_back();
            if before.is_some_and(is_name) || before == Some('$') {
                continue;
            }
            let rest = &self.code[at + found.len()..];
            match rest.strip_prefix('{') {
                Some(braced) => names.extend(heads(braced)),
                None => names.push(name(rest)),
            }
        }
        names
    }

    /// Whether it names an outside crate.
    pub(crate) fn names_crate(&self, outside: &str) -> bool {
        let path = format!("{outside}::");
        let paths = self.code.match_indices(&path).any(|(at, _)| {
            let before = self.code[..at].chars().next_back();
            !before.is_some_and(|c| is_name(c) || c == ':')
        });
        paths || self.code.contains(&format!("use {outside};"))
    }
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The name at the start of `text`.
fn name(text: &str) -> String {
    text.chars().take_while(|c| is_name(*c)).collect()
}

/// The first name of each path of a braced list, behind its opening brace.
fn heads(text: &str) -> Vec<String> {
    let (mut depth, mut item, mut heads) = (1, String::new(), Vec::new());
    for c in text.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 || depth == 1 && c == ',' {
            heads.push(name(item.trim_start()));
            item.clear();
        } else {
            item.push(c);
        }
        if depth == 0 {
            break;
        }
    }
    heads.retain(|head| !head.is_empty());
    heads
}
