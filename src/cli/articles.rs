//! Articles in parallel, results in order, memory bounded.

use std::io::{self, IsTerminal as _};
use std::time::{Duration, Instant};

use anyhow::Context as _;
use indicatif::{ProgressBar, ProgressStyle};
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

use crate::cli::args::InputArgs;
use crate::cli::files::Input;
use crate::cli::trouble::Trouble;
use crate::document::Syntax;
use crate::text::source::Source;

/// How many articles a thread is given at a time: enough to keep all busy, few enough to hold in memory.
const SHARE: usize = 32;

/// Reads the articles, runs `work` on each, with its place among `inputs`, in parallel and hands the results to `emit` in order of path.
pub(super) fn each<T: Send>(
    inputs: &[Input],
    args: &InputArgs,
    trouble: &mut Trouble,
    work: impl Fn(usize, Source, &Syntax) -> T + Sync,
    mut emit: impl FnMut(T) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let limit = args.max_size.get().saturating_mul(1 << 20);
    let threads = args.jobs.map_or(0, std::num::NonZero::get);
    let pool = ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()
        .context("the threads that -j asks for cannot be started")?;
    let one = |(at, input): &(usize, &Input)| {
        let (source, syntax) = input.read(limit, args.encoding)?;
        Ok(work(*at, source, &syntax))
    };
    let mut progress = Progress::new(inputs.len());
    let numbered: Vec<_> = inputs.iter().enumerate().collect();
    for chunk in numbered.chunks(SHARE * pool.current_num_threads()) {
        let results: Vec<Result<T, String>> = pool.install(|| chunk.par_iter().map(one).collect());
        for result in results {
            match result {
                Ok(result) => emit(result)?,
                Err(cause) => progress.aside(|| trouble.tell(&cause)),
            }
        }
        progress.advance(chunk.len());
    }
    progress.bar.finish_and_clear();
    Ok(())
}

/// A bar on standard error for a run that is long, where it is a terminal and the report goes elsewhere.
struct Progress {
    bar: ProgressBar,
    started: Instant,
    done: u64,
}

/// How long a run may take before a bar is shown.
const PATIENCE: Duration = Duration::from_secs(1);

impl Progress {
    fn new(articles: usize) -> Self {
        let watched = io::stderr().is_terminal() && !io::stdout().is_terminal();
        let bar = if watched {
            ProgressBar::new(articles as u64)
        } else {
            ProgressBar::hidden()
        };
        if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len}") {
            bar.set_style(style);
        }
        Self {
            bar,
            started: Instant::now(),
            done: 0,
        }
    }

    /// Counts articles that are done.
    fn advance(&mut self, articles: usize) {
        self.done += articles as u64;
        if self.started.elapsed() > PATIENCE {
            self.bar.set_position(self.done);
        }
    }

    /// Does something that writes to standard error without harm to the bar.
    fn aside(&self, write: impl FnOnce()) {
        self.bar.suspend(write);
    }
}
