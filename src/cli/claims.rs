//! `tadqiq claims`.

use std::io::Write as _;

use anyhow::Context as _;

use crate::cli::Outcome;
use crate::cli::args::{ClaimsArgs, ClaimsFormat};
use crate::cli::trouble::Trouble;
use crate::cli::{articles, output};
use crate::engine::{Engine, Options};
use crate::report::claims::{LedgerFormat, csv, json, table};

/// Lists the claims of the articles.
pub(super) fn run(args: &ClaimsArgs, trouble: &mut Trouble) -> anyhow::Result<Outcome> {
    let engine = Engine::built_in().context("the built-in rules cannot be read")?;
    let options = Options {
        date: args.input.date,
        language: args.input.language,
        ..Options::default()
    };
    let mut out = output::stdout();
    let mut format = format(args);
    let work = |source, syntax| engine.claims(source, syntax, &options);
    articles::each(&args.input, trouble, work, |ledger| {
        Ok(format.article(&ledger, &mut out)?)
    })?;
    format.end(&mut out)?;
    out.flush()?;
    Ok(Outcome::Clean)
}

fn format(args: &ClaimsArgs) -> Box<dyn LedgerFormat> {
    match args.format {
        ClaimsFormat::Table => Box::new(table::Table::new(output::look(args.color, None))),
        ClaimsFormat::Csv => Box::<csv::Csv>::default(),
        ClaimsFormat::Json => Box::<json::Json>::default(),
        ClaimsFormat::Jsonl => Box::new(json::Jsonl),
    }
}
