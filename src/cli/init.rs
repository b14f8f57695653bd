//! `tadqiq init`.

use std::path::PathBuf;

use anyhow::{Context as _, bail};

use crate::cli::args::InitArgs;
use crate::cli::{Outcome, trouble, write};
use crate::config::{FILE, STARTER};

/// Writes a configuration file with every setting explained; one that is there stays, unless it is to be replaced.
pub(super) fn run(args: &InitArgs) -> anyhow::Result<Outcome> {
    let file = match args.dir.to_str() {
        Some(".") => PathBuf::from(FILE),
        _ => args.dir.join(FILE),
    };
    let name = file.display();
    if !args.dir.is_dir() {
        bail!("{}: no such folder; make it first", args.dir.display());
    }
    if file.exists() && !args.force {
        bail!("{name} is there already and stays as it is; --force takes its place");
    }
    write::replace(&file, STARTER.as_bytes()).with_context(|| format!("{name}: not written"))?;
    trouble::note(&format!(
        "{name} is written; take the # off what you want to change"
    ));
    Ok(Outcome::Clean)
}
