//! `tadqiq claims`.

use std::io::Write as _;

use anyhow::{Context as _, bail};

use crate::cli::Outcome;
use crate::cli::args::{ClaimsArgs, ClaimsFormat};
use crate::cli::trouble::Trouble;
use crate::cli::{articles, output};
use crate::engine::{Engine, Lines, Options};
use crate::report::claims::trace::{self, TraceFormat};
use crate::report::claims::{LedgerFormat, csv, json, table};

/// Lists the claims of the articles, or says why they were compared.
pub(super) fn run(args: &ClaimsArgs, trouble: &mut Trouble) -> anyhow::Result<Outcome> {
    let engine = Engine::built_in().context("the built-in rules cannot be read")?;
    let options = Options {
        date: args.input.date,
        language: args.input.language,
        ui: args.look.ui,
        ..Options::default()
    };
    match args.explain {
        Some(lines) => explain(args, &engine, &options, lines, trouble)?,
        None => list(args, &engine, &options, trouble)?,
    }
    Ok(Outcome::Clean)
}

fn list(
    args: &ClaimsArgs,
    engine: &Engine,
    options: &Options,
    trouble: &mut Trouble,
) -> anyhow::Result<()> {
    let mut out = output::stdout();
    let mut format = format(args);
    let work = |source, syntax| engine.claims(source, syntax, options);
    articles::each(&args.input, trouble, work, |ledger| {
        Ok(format.article(&ledger, &mut out)?)
    })?;
    format.end(&mut out)?;
    Ok(out.flush()?)
}

fn explain(
    args: &ClaimsArgs,
    engine: &Engine,
    options: &Options,
    lines: Lines,
    trouble: &mut Trouble,
) -> anyhow::Result<()> {
    let mut out = output::stdout();
    let mut format = trace_format(args)?;
    let work = |source, syntax| engine.explain(source, syntax, options, lines);
    articles::each(&args.input, trouble, work, |traces| {
        Ok(format.article(&traces, &mut out)?)
    })?;
    format.end(&mut out)?;
    Ok(out.flush()?)
}

fn format(args: &ClaimsArgs) -> Box<dyn LedgerFormat> {
    match args.format {
        ClaimsFormat::Table => Box::new(table::Table::new(output::look(args.look.color, None))),
        ClaimsFormat::Csv => Box::<csv::Csv>::default(),
        ClaimsFormat::Json => Box::<json::Json>::default(),
        ClaimsFormat::Jsonl => Box::new(json::Jsonl),
    }
}

fn trace_format(args: &ClaimsArgs) -> anyhow::Result<Box<dyn TraceFormat>> {
    Ok(match args.format {
        ClaimsFormat::Table => {
            let look = output::look(args.look.color, args.look.ui);
            Box::new(trace::table::Table::new(look))
        }
        ClaimsFormat::Json => Box::<trace::json::Json>::default(),
        ClaimsFormat::Jsonl => Box::new(trace::json::Json::lines()),
        ClaimsFormat::Csv => bail!("--explain has no csv; use table, json or jsonl"),
    })
}
