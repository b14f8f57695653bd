//! Articles in parallel, results in order, memory bounded.

use anyhow::Context as _;
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

use crate::cli::args::InputArgs;
use crate::cli::files::{self, Input};
use crate::cli::trouble::Trouble;
use crate::document::Syntax;
use crate::text::source::Source;

/// How many articles a thread is given at a time: enough to keep all busy, few enough to hold in memory.
const SHARE: usize = 32;

/// Reads every article that `args` name, runs `work` on each in parallel and hands the results to `emit` in order of path.
pub(super) fn each<T: Send>(
    args: &InputArgs,
    trouble: &mut Trouble,
    work: impl Fn(Source, Syntax) -> T + Sync,
    mut emit: impl FnMut(T) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let inputs = files::inputs(args, trouble);
    let limit = args.max_size.get().saturating_mul(1 << 20);
    let threads = args.jobs.map_or(0, std::num::NonZero::get);
    let pool = ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()
        .context("the threads that -j asks for cannot be started")?;
    let one = |input: &Input| input.read(limit).map(|source| work(source, input.syntax()));
    for chunk in inputs.chunks(SHARE * pool.current_num_threads()) {
        let results: Vec<_> = pool.install(|| chunk.par_iter().map(one).collect());
        for result in results {
            match result {
                Ok(result) => emit(result)?,
                Err(cause) => trouble.tell(&cause),
            }
        }
    }
    Ok(())
}
