//! `check --watch`: the articles are checked again whenever one of them, or what they are checked by, is saved.

use std::collections::BTreeSet;
use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use anyhow::{Context as _, bail};
use notify::{Event, RecursiveMode, Watcher as _};

use crate::cli::args::CheckArgs;
use crate::cli::trouble::{self, Trouble};
use crate::cli::{Outcome, check, files, output};

/// How long nothing may change before the articles are checked: an editor writes a file in several steps.
const CALM: Duration = Duration::from_millis(150);

/// Checks, waits for a change, and checks again until the program is stopped.
pub(super) fn run(args: &CheckArgs) -> anyhow::Result<Outcome> {
    if args.input.paths.iter().any(|path| path.as_os_str() == "-") {
        bail!(
            "--watch waits for files to change, and standard input is none; name a file or a folder"
        );
    }
    let (sender, events) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |event| {
        // Nobody listens any more when the program ends.
        let _ = sender.send(event);
    })
    .context("this system cannot watch files")?;
    for (path, mode) in watched(args) {
        watcher
            .watch(&path, mode)
            .with_context(|| format!("{}: cannot be watched", path.display()))?;
    }
    loop {
        // What is wrong today may be right after the next change.
        let mut trouble = Trouble::default();
        if let Err(error) = check::once(args, &mut trouble) {
            if output::is_closed_pipe(&error) {
                return Ok(Outcome::Clean);
            }
            trouble.tell(&format!("{error:#}"));
        }
        trouble::note("watching; Ctrl+C ends it");
        if !changed(&events) {
            return Ok(Outcome::Clean);
        }
        clear()?;
    }
}

/// The folders to watch: those that were named, those of named files, and those of rules and configuration.
fn watched(args: &CheckArgs) -> Vec<(PathBuf, RecursiveMode)> {
    let here = [PathBuf::from(".")];
    let paths = if args.input.paths.is_empty() {
        &here[..]
    } else {
        &args.input.paths
    };
    let folders = paths.iter().chain(&args.rules.rules);
    let (deep, files): (Vec<_>, Vec<_>) = folders.partition(|path| path.is_dir());
    // An editor puts a new file in the place of the old one, so that only the folder tells.
    let flat: BTreeSet<PathBuf> = files
        .into_iter()
        .chain(&args.config.config)
        .filter_map(|file| file.parent())
        .map(|folder| {
            let named = !folder.as_os_str().is_empty();
            if named { folder } else { Path::new(".") }.to_path_buf()
        })
        .collect();
    let deep = deep
        .into_iter()
        .map(|path| (path.clone(), RecursiveMode::Recursive));
    let flat = flat
        .into_iter()
        .map(|path| (path, RecursiveMode::NonRecursive));
    deep.chain(flat).collect()
}

/// Waits for a change that matters and then for calm; false where no more will come.
fn changed(events: &Receiver<notify::Result<Event>>) -> bool {
    loop {
        match events.recv() {
            Ok(Ok(event)) if matters(&event) => break,
            Ok(_) => {}
            Err(_) => return false,
        }
    }
    loop {
        match events.recv_timeout(CALM) {
            Ok(_) => {}
            Err(RecvTimeoutError::Timeout) => return true,
            Err(RecvTimeoutError::Disconnected) => return false,
        }
    }
}

/// Whether an article, a rule or a configuration was written, moved or deleted; reading them is no change.
fn matters(event: &Event) -> bool {
    let is_yaml = |path: &PathBuf| {
        path.extension()
            .is_some_and(|ending| ending == "yaml" || ending == "yml")
    };
    !event.kind.is_access()
        && event
            .paths
            .iter()
            .any(|path| files::has_ending(path) || is_yaml(path))
}

/// Makes room on a terminal, and parts the reports elsewhere.
fn clear() -> anyhow::Result<()> {
    let mut out = output::stdout();
    let mark = if std::io::stdout().is_terminal() {
        "\u{1b}[2J\u{1b}[H"
    } else {
        "\n"
    };
    out.write_all(mark.as_bytes())?;
    out.flush()?;
    Ok(())
}
