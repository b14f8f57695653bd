//! The command line: files in, reports out; the only module that knows a terminal or an exit code.

mod args;
mod articles;
mod baseline;
mod check;
mod claims;
mod config;
mod explain;
mod files;
mod finder;
mod fix;
mod init;
mod load;
mod output;
mod plan;
mod rules;
mod shell;
mod since;
mod trouble;
mod unused;
mod watch;
mod write;

use std::process::ExitCode;

use clap::Parser as _;

use crate::cli::args::{Arguments, Command};
use crate::cli::trouble::Trouble;

/// How a run ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Nothing at or above `--fail-on`, or nobody reads on.
    Clean,
    /// Findings at or above `--fail-on`.
    Findings,
    /// It could not run as asked.
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Clean => 0,
            Outcome::Findings => 1,
            Outcome::Failed => 2,
        })
    }
}

/// Runs the program.
pub fn main() -> ExitCode {
    match Arguments::try_parse() {
        Ok(arguments) => run(arguments.command).into(),
        Err(usage) => {
            // Help and version arrive here too; a reader who closed the pipe has seen enough of them.
            let _ = usage.print();
            if usage.use_stderr() {
                Outcome::Failed.into()
            } else {
                Outcome::Clean.into()
            }
        }
    }
}

fn run(command: Command) -> Outcome {
    let mut trouble = Trouble::default();
    let outcome = match command {
        Command::Check(args) if args.watch => watch::run(&args),
        Command::Check(args) => check::once(&args, &mut trouble),
        Command::Claims(args) => claims::run(&args, &mut trouble),
        Command::Rules(args) => rules::run(&args, &mut trouble),
        Command::Explain(args) => explain::run(&args, &mut trouble),
        Command::Init(args) => init::run(&args),
        Command::Config(command) => config::run(&command, &mut trouble),
        Command::Completions(args) => shell::completions(&args),
        Command::Man(args) => shell::man(&args),
        Command::Baseline(command) => baseline::run(&command, &mut trouble),
    };
    match outcome {
        Ok(_) if trouble.any() => Outcome::Failed,
        Ok(outcome) => outcome,
        Err(error) if output::is_closed_pipe(&error) => Outcome::Clean,
        Err(error) => {
            trouble.tell(&format!("{error:#}"));
            Outcome::Failed
        }
    }
}
