//! `tadqiq completions` and `tadqiq man`: made of the commands themselves.

use std::io::Write as _;

use anyhow::Context as _;
use clap::CommandFactory as _;

use crate::cli::args::{Arguments, CompletionsArgs, ManArgs};
use crate::cli::{Outcome, output};

/// The name of the program.
const NAME: &str = "tadqiq";

/// Prints the completions of a shell.
pub(super) fn completions(args: &CompletionsArgs) -> anyhow::Result<Outcome> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Arguments::command(), NAME, &mut script);
    let mut out = output::stdout();
    out.write_all(&script)?;
    out.flush()?;
    Ok(Outcome::Clean)
}

/// Prints the manual page, or writes those of all commands.
pub(super) fn man(args: &ManArgs) -> anyhow::Result<Outcome> {
    let command = Arguments::command();
    if let Some(dir) = &args.dir {
        std::fs::create_dir_all(dir)
            .and_then(|()| clap_mangen::generate_to(command, dir))
            .with_context(|| format!("{}: the pages cannot be written there", dir.display()))?;
        return Ok(Outcome::Clean);
    }
    let mut out = output::stdout();
    clap_mangen::Man::new(command).render(&mut out)?;
    out.flush()?;
    Ok(Outcome::Clean)
}
