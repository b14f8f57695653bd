//! [`Used`]: which entries of a newsroom's `ignore` silenced something in a run, to tell of the others.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::cli::plan::Plan;
use crate::cli::trouble;
use crate::config::house::House;
use crate::report::ArticleReport;

/// Entries that silenced something, by the newsroom's file.
#[derive(Default)]
pub(super) struct Used(BTreeMap<String, BTreeSet<usize>>);

impl Used {
    /// Takes note of what was silenced in an article.
    pub(super) fn add(&mut self, at: usize, plan: &Plan, article: &ArticleReport) {
        if article.accepted.is_empty() {
            return;
        }
        if let Some(house) = plan.house(at) {
            let used = self.0.entry(house.name.clone()).or_default();
            used.extend(&article.accepted);
        }
    }

    /// Tells of the other entries, where every article of their newsroom was looked at: those of one article alone may
    /// have no need of an entry that another one needs.
    pub(super) fn tell_unused(&self, plan: &Plan, paths: &[PathBuf]) {
        let folders = folders(paths);
        let mut houses: BTreeMap<&str, (&House, Vec<usize>)> = BTreeMap::new();
        for at in 0..plan.inputs.len() {
            if let Some(house) = plan.house(at).filter(|house| is_within(house, &folders)) {
                let articles = houses.entry(&house.name).or_insert((house, Vec::new()));
                articles.1.push(at);
            }
        }
        for (name, (house, articles)) in houses {
            let used = self.0.get(name);
            for (entry, one) in house.config.ignore.iter().enumerate() {
                let judged = articles.iter().any(|at| plan.judges(*at, &one.rule));
                if judged && !used.is_some_and(|used| used.contains(&entry)) {
                    let (line, rule) = (house.ignore_line(entry), &one.rule);
                    trouble::note(&format!(
                        "{name}:{line}: `{rule}` silences nothing in these articles; take the entry out: tomorrow it may hide a new fault"
                    ));
                }
            }
        }
    }
}

/// The folders that were walked.
fn folders(paths: &[PathBuf]) -> Vec<PathBuf> {
    let here = [PathBuf::from(".")];
    let paths = if paths.is_empty() { &here[..] } else { paths };
    let folders = paths.iter().filter(|path| path.is_dir());
    folders
        .filter_map(|folder| fs::canonicalize(folder).ok())
        .collect()
}

/// Whether all articles of a newsroom lie in one of the folders.
fn is_within(house: &House, folders: &[PathBuf]) -> bool {
    let folder: &Path = &house.folder;
    folders.iter().any(|walked| folder.starts_with(walked))
}
