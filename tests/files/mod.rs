//! The files of the package, for tests that read them as text.

use std::fs;
use std::path::{Path, PathBuf};

/// The folder of the package.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below `dir` whose name ends in `ending`, sorted by path.
pub(crate) fn files(dir: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    collect(dir, ending, &mut found);
    found.sort();
    found
}

fn collect(dir: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).expect("the folder can be read") {
        let path = entry.expect("the entry can be read").path();
        if path.is_dir() {
            collect(&path, ending, found);
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
}

/// `path` below `dir`, with forward slashes.
pub(crate) fn below(path: &Path, dir: &Path) -> String {
    let rest = path.strip_prefix(dir).expect("a path below the folder");
    rest.to_string_lossy().replace('\\', "/")
}
