//! [`Finder`]: the configuration file of an article, in its folder or above it.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::cli::files::Input;
use crate::cli::trouble::Trouble;
use crate::config::FILE;
use crate::config::house::House;

/// Finds configuration files, each read once.
pub(super) struct Finder {
    /// Whether one file was given for all articles.
    is_given: bool,
    /// That file, where it could be read.
    given: Option<Arc<House>>,
    /// What holds in a folder.
    folders: BTreeMap<PathBuf, Option<Arc<House>>>,
    /// The current folder, to show paths from there.
    here: Option<PathBuf>,
}

impl Finder {
    /// A finder; `given` is the file that takes the place of all others.
    pub(super) fn new(given: Option<&Path>, trouble: &mut Trouble) -> Self {
        let mut finder = Self {
            is_given: given.is_some(),
            given: None,
            folders: BTreeMap::new(),
            here: fs::canonicalize(".").ok(),
        };
        finder.given = given.and_then(|file| {
            let folder = file
                .parent()
                .filter(|folder| !folder.as_os_str().is_empty());
            let folder = fs::canonicalize(folder.unwrap_or(Path::new(".")));
            let folder = folder.unwrap_or_default();
            read(&file.display().to_string(), file, folder, trouble)
        });
        finder
    }

    /// The configuration of an article.
    pub(super) fn of(&mut self, input: &Input, trouble: &mut Trouble) -> Option<Arc<House>> {
        if self.is_given {
            return self.given.clone();
        }
        let folder = fs::canonicalize(input.folder()).ok()?;
        self.in_folder(&folder, trouble)
    }

    fn in_folder(&mut self, folder: &Path, trouble: &mut Trouble) -> Option<Arc<House>> {
        if let Some(known) = self.folders.get(folder) {
            return known.clone();
        }
        let file = folder.join(FILE);
        let found = if file.is_file() {
            let here = self.here.as_deref();
            let shown = here.and_then(|here| file.strip_prefix(here).ok());
            let name = shown.unwrap_or(&file).display().to_string();
            read(&name, &file, folder.to_path_buf(), trouble)
        } else if folder.join(".git").exists() {
            // What lies above a repository is not the newsroom's.
            None
        } else {
            folder
                .parent()
                .and_then(|above| self.in_folder(above, trouble))
        };
        self.folders.insert(folder.to_path_buf(), found.clone());
        found
    }
}

/// Reads a file; what is wrong in it is told.
fn read(name: &str, file: &Path, folder: PathBuf, trouble: &mut Trouble) -> Option<Arc<House>> {
    let text = match fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) => {
            trouble.tell(&match error.kind() {
                io::ErrorKind::NotFound => {
                    format!("{name}: no such file; `tadqiq init` writes one")
                }
                _ => format!("{name}: not readable: {error}"),
            });
            return None;
        }
    };
    match House::read(name.to_owned(), folder, text.clone()) {
        Ok(house) => Some(Arc::new(house)),
        Err(error) => {
            trouble.tell_yaml("config", name, &text, &error);
            None
        }
    }
}
