//! `tadqiq baseline`, and the findings that `check --baseline` knows already.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

use crate::cli::args::BaselineCommand;
use crate::cli::files::{self, Input};
use crate::cli::plan::{Plan, Wishes};
use crate::cli::trouble::{self, Trouble};
use crate::cli::{Outcome, articles, write};
use crate::document::Syntax;
use crate::engine::baseline::Baseline;
use crate::report::ArticleReport;

/// The file where neither the command line nor the newsroom names one.
const FILE: &str = "tadqiq-baseline.json";

/// Writes the findings of today, or forgets those that are no more.
pub(super) fn run(command: &BaselineCommand, trouble: &mut Trouble) -> anyhow::Result<Outcome> {
    let (args, prune) = match command {
        BaselineCommand::Write(args) => (args, false),
        BaselineCommand::Prune(args) => (args, true),
    };
    let wishes = Wishes {
        input: &args.input,
        rules: &args.rules,
        config: args.config.config.as_deref(),
        ui: None,
        min_severity: None,
        fail_on: None,
    };
    let plan = Plan::new(&wishes, trouble)?;
    let file = args.baseline.clone().or_else(|| plan.baseline(0));
    let file = file.unwrap_or_else(|| PathBuf::from(FILE));
    let mut accepted = Accepted::load(&file, !prune)?;
    let before = accepted.baseline.len();
    let work = |at, source, syntax: &Syntax| (at, plan.check(at, source, syntax));
    articles::each(&plan.inputs, &args.input, trouble, work, |(at, article)| {
        if let Some(path) = accepted.key(&plan.inputs[at]) {
            if prune {
                accepted.baseline.prune(&path, &article);
            } else {
                accepted.baseline.accept(&path, &article);
            }
        }
        Ok(())
    })?;
    let folder = accepted.folder.clone();
    accepted.baseline.retain(|path| folder.join(path).exists());
    accepted.save()?;
    let (file, known) = (file.display(), accepted.baseline.len());
    trouble::note(&if prune {
        let gone = before.saturating_sub(known);
        format!("{file}: forgotten {gone}, known still {known}")
    } else {
        format!("{file}: known {known}")
    });
    Ok(Outcome::Clean)
}

/// The known findings of a run.
pub(super) struct Known {
    /// By file; a run may have articles of several newsrooms.
    files: BTreeMap<PathBuf, Accepted>,
    /// The file that the command line names.
    given: Option<PathBuf>,
}

impl Known {
    /// Reads the file that the command line names, or else those that newsrooms name.
    pub(super) fn load(given: Option<&Path>, plan: &Plan) -> anyhow::Result<Self> {
        let mut files = BTreeMap::new();
        let given = given.map(Path::to_path_buf);
        let named: BTreeSet<PathBuf> = match &given {
            Some(file) => BTreeSet::from([file.clone()]),
            None => (0..plan.inputs.len())
                .filter_map(|at| plan.baseline(at))
                .collect(),
        };
        for file in named {
            let accepted = Accepted::load(&file, false)?;
            files.insert(file, accepted);
        }
        Ok(Self { files, given })
    }

    /// Takes what is known out of the report of an article.
    pub(super) fn absorb(&self, at: usize, plan: &Plan, article: &mut ArticleReport) {
        let file = self.given.clone().or_else(|| plan.baseline(at));
        let accepted = file.and_then(|file| self.files.get(&file));
        let Some(accepted) = accepted else { return };
        if let Some(key) = accepted.key(&plan.inputs[at]) {
            accepted.baseline.absorb(&key, article);
        }
    }
}

/// A baseline and where it lies: its paths are below its own folder.
struct Accepted {
    baseline: Baseline,
    file: PathBuf,
    folder: PathBuf,
}

impl Accepted {
    /// Reads a file of known findings; one that does not exist is empty where it `may_be_new`.
    fn load(file: &Path, may_be_new: bool) -> anyhow::Result<Self> {
        let name = file.display();
        let mut baseline = match fs::read_to_string(file) {
            Ok(text) => Baseline::parse(&text).map_err(|cause| {
                anyhow::anyhow!(
                    "{name}: not a baseline: {cause}; `tadqiq baseline write` makes one"
                )
            })?,
            Err(error) if error.kind() == io::ErrorKind::NotFound && may_be_new => {
                Baseline::default()
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                bail!("{name}: no such file; `tadqiq baseline write --baseline {name}` makes it")
            }
            Err(error) => bail!("{name}: not readable: {error}"),
        };
        let parent = file
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        let folder = parent.unwrap_or(Path::new("."));
        let folder = fs::canonicalize(folder)
            .with_context(|| format!("{}: no such folder", folder.display()))?;
        baseline.release(|path| folder.join(path).exists());
        Ok(Self {
            baseline,
            file: file.to_path_buf(),
            folder,
        })
    }

    /// The name of an article in the file; none for standard input without a name.
    fn key(&self, input: &Input) -> Option<String> {
        let path = input.whole_path()?;
        let below = pathdiff(&path, &self.folder);
        Some(files::slashed(&below))
    }

    fn save(&self) -> anyhow::Result<()> {
        let text = self.baseline.write()?;
        write::replace(&self.file, text.as_bytes())
            .with_context(|| format!("{}: not written", self.file.display()))
    }
}

/// A path as it is reached from a folder; both are whole.
fn pathdiff(path: &Path, folder: &Path) -> PathBuf {
    let shared = path
        .components()
        .zip(folder.components())
        .take_while(|(one, other)| one == other)
        .count();
    let up = folder.components().skip(shared).map(|_| Path::new(".."));
    let down = path.components().skip(shared);
    up.chain(down.map(|part| Path::new(part.as_os_str())))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_reached_from_the_folder() {
        let below = |path, folder| pathdiff(Path::new(path), Path::new(folder));
        assert_eq!(below("/a/b/c.md", "/a"), Path::new("b/c.md"));
        assert_eq!(below("/a/b.md", "/a/x/y"), Path::new("../../b.md"));
    }
}
