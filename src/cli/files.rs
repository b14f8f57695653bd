//! From paths on the command line to articles: folders are walked, files and standard input read.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use ignore::{DirEntry, WalkBuilder, WalkState};

use crate::cli::args::InputArgs;
use crate::cli::trouble::{self, Trouble};
use crate::document::Syntax;
use crate::document::charset::Charset;
use crate::document::open::open;
use crate::text::source::Source;

/// Endings of the files that are articles when a folder is walked; a file that is named itself is read whatever its ending.
const ENDINGS: &[&str] = &[
    "txt", "text", "md", "markdown", "mdown", "mkd", "html", "htm", "xhtml", "docx",
];

/// Bytes that hold most articles, so that one read takes them.
const USUAL: usize = 1 << 14;

/// An article to read.
#[derive(Clone, Debug)]
pub(super) struct Input {
    /// The path as given, joined with the place below it by `/`; what reports show.
    name: String,
    place: Place,
}

#[derive(Clone, Debug)]
enum Place {
    /// Named on the command line.
    File(PathBuf),
    /// Found below a folder.
    Found(PathBuf),
    Stdin,
}

/// The articles that the arguments name, by path, each once. What does not exist is told.
pub(super) fn inputs(args: &InputArgs, trouble: &mut Trouble) -> Vec<Input> {
    let mut found = BTreeMap::new();
    let here = [PathBuf::from(".")];
    let (paths, shown) = if args.paths.is_empty() {
        (here.as_slice(), false)
    } else {
        (args.paths.as_slice(), true)
    };
    for path in paths {
        if path.as_os_str() == "-" {
            let name = args
                .stdin_filename
                .clone()
                .unwrap_or_else(|| "-".to_owned());
            found.insert(name, Place::Stdin);
        } else if path.is_dir() {
            let below = walk(path, trouble);
            if below.is_empty() && !trouble.any() {
                trouble::note(&format!(
                    "{}: no article in this folder; articles end in .{}",
                    path.display(),
                    ENDINGS.join(", .")
                ));
            }
            let prefix = if shown { joined(path) } else { String::new() };
            found.extend(
                below
                    .into_iter()
                    .map(|(name, place)| (prefix.clone() + &name, Place::Found(place))),
            );
        } else {
            found.insert(slashed(path), Place::File(path.clone()));
        }
    }
    found
        .into_iter()
        .map(|(name, place)| Input { name, place })
        .collect()
}

/// The articles below a folder, by their place below it.
fn walk(root: &Path, trouble: &mut Trouble) -> Vec<(String, PathBuf)> {
    let (sender, receiver) = std::sync::mpsc::channel();
    // A personal list of ignored files is left out: the same folder gives the same report on every machine.
    let walker = WalkBuilder::new(root)
        .git_global(false)
        .require_git(false)
        .build_parallel();
    walker.run(|| {
        let sender = sender.clone();
        Box::new(move |entry| {
            let _ = sender.send(entry);
            WalkState::Continue
        })
    });
    drop(sender);
    let mut found = Vec::new();
    for entry in receiver {
        match entry {
            Ok(entry) if is_article(&entry) => {
                let below = entry.path().strip_prefix(root).unwrap_or(entry.path());
                found.push((slashed(below), entry.into_path()));
            }
            Ok(_) => {}
            Err(error) => trouble.tell(&format!("{error}; what lies below it was not checked")),
        }
    }
    found
}

/// Whether an entry of a folder is an article; the folder itself tells what most entries are.
fn is_article(entry: &DirEntry) -> bool {
    let path = entry.path();
    let kind = entry.file_type();
    let is_file = kind.is_some_and(|kind| kind.is_file()) || path.is_file();
    has_ending(path) && !is_lock(path) && is_file
}

/// Whether a file is named as articles are.
pub(super) fn has_ending(path: &Path) -> bool {
    path.extension()
        .and_then(|ending| ending.to_str())
        .is_some_and(|ending| ENDINGS.contains(&ending.to_ascii_lowercase().as_str()))
}

/// Whether Word keeps the name of whoever has a draft open in it.
fn is_lock(path: &Path) -> bool {
    let name = path.file_name().map(OsStr::as_encoded_bytes);
    name.is_some_and(|name| name.starts_with(b"~$"))
}

/// A path with forward slashes; what is not UTF-8 in it is shown as U+FFFD.
pub(super) fn slashed(path: &Path) -> String {
    let text = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' {
        text.into_owned()
    } else {
        text.replace(std::path::MAIN_SEPARATOR, "/")
    }
}

/// A folder's path with one slash behind it.
fn joined(path: &Path) -> String {
    let text = slashed(path);
    format!("{}/", text.trim_end_matches('/'))
}

impl Input {
    /// The article of a path.
    pub(super) fn file(path: PathBuf) -> Self {
        Self {
            name: slashed(&path),
            place: Place::File(path),
        }
    }

    /// The path that reports show.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Whether it was found below a folder, not named itself.
    pub(super) fn was_found(&self) -> bool {
        matches!(self.place, Place::Found(_))
    }

    /// The file on disk; none for standard input.
    pub(super) fn path(&self) -> Option<&Path> {
        match &self.place {
            Place::File(path) | Place::Found(path) => Some(path),
            Place::Stdin => None,
        }
    }

    /// The folder that it lies in; for standard input that of the name it goes by.
    pub(super) fn folder(&self) -> &Path {
        let path = self.path().unwrap_or(Path::new(&self.name));
        match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        }
    }

    /// Its path from the root of the disk, links in its folder followed; none for standard input without a name.
    pub(super) fn whole_path(&self) -> Option<PathBuf> {
        let path = self.path().unwrap_or(Path::new(&self.name));
        if path.as_os_str() == "-" {
            return None;
        }
        let folder = fs::canonicalize(self.folder()).ok()?;
        Some(folder.join(path.file_name()?))
    }

    /// Reads the article; the error says which file, why, and what to do.
    pub(super) fn read(
        &self,
        limit: usize,
        charset: Option<Charset>,
    ) -> Result<(Source, Syntax), String> {
        let say = |cause: String| format!("{}: {cause}", self.name);
        let bytes = self.bytes(limit).map_err(|error| say(cause(&error)))?;
        if bytes.len() > limit {
            return Err(say(format!(
                "not read: it is larger than {} MB; raise --max-size if this is an article",
                limit >> 20
            )));
        }
        open(&self.name, bytes, charset, limit).map_err(|error| say(error.to_string()))
    }

    /// The file's bytes, up to one more than `limit`.
    fn bytes(&self, limit: usize) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::with_capacity(USUAL);
        let most = limit as u64 + 1;
        match &self.place {
            Place::File(path) | Place::Found(path) => {
                File::open(path)?.take(most).read_to_end(&mut bytes)?
            }
            Place::Stdin => io::stdin().lock().take(most).read_to_end(&mut bytes)?,
        };
        Ok(bytes)
    }
}

/// Why a file could not be read, and what to do.
fn cause(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file or folder; check the path".to_owned(),
        io::ErrorKind::PermissionDenied => {
            "not readable: permission denied; allow reading it and check it again".to_owned()
        }
        _ => format!("not readable: {error}"),
    }
}
