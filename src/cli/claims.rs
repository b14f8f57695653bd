//! `tadqiq claims`.

use std::io::Write as _;

use anyhow::bail;

use crate::cli::Outcome;
use crate::cli::args::{ClaimsArgs, ClaimsFormat, RuleArgs};
use crate::cli::plan::{Plan, Wishes};
use crate::cli::trouble::Trouble;
use crate::cli::{articles, output};
use crate::document::Syntax;
use crate::engine::Lines;
use crate::report::claims::trace::{self, TraceFormat};
use crate::report::claims::{LedgerFormat, csv, json, table};

/// Lists the claims of the articles, or says why they were compared.
pub(super) fn run(args: &ClaimsArgs, trouble: &mut Trouble) -> anyhow::Result<Outcome> {
    let rules = RuleArgs::default();
    let wishes = Wishes {
        input: &args.input,
        rules: &rules,
        config: args.config.config.as_deref(),
        ui: args.look.ui,
        min_severity: None,
        fail_on: None,
    };
    let plan = Plan::new(&wishes, trouble)?;
    match args.explain {
        Some(lines) => explain(args, &plan, lines, trouble)?,
        None => list(args, &plan, trouble)?,
    }
    Ok(Outcome::Clean)
}

fn list(args: &ClaimsArgs, plan: &Plan, trouble: &mut Trouble) -> anyhow::Result<()> {
    let mut out = output::stdout();
    let mut format = format(args);
    let work = |at, source, syntax: &Syntax| plan.claims(at, source, syntax);
    articles::each(&plan.inputs, &args.input, trouble, work, |ledger| {
        Ok(format.article(&ledger, &mut out)?)
    })?;
    format.end(&mut out)?;
    Ok(out.flush()?)
}

fn explain(
    args: &ClaimsArgs,
    plan: &Plan,
    lines: Lines,
    trouble: &mut Trouble,
) -> anyhow::Result<()> {
    let mut out = output::stdout();
    let mut format = trace_format(args)?;
    let work = |at, source, syntax: &Syntax| plan.explain(at, source, syntax, lines);
    articles::each(&plan.inputs, &args.input, trouble, work, |traces| {
        Ok(format.article(&traces, &mut out)?)
    })?;
    format.end(&mut out)?;
    Ok(out.flush()?)
}

fn format(args: &ClaimsArgs) -> Box<dyn LedgerFormat> {
    match args.format {
        ClaimsFormat::Table => Box::new(table::Table::new(output::look(&args.look))),
        ClaimsFormat::Csv => Box::<csv::Csv>::default(),
        ClaimsFormat::Json => Box::<json::Json>::default(),
        ClaimsFormat::Jsonl => Box::new(json::Jsonl),
    }
}

fn trace_format(args: &ClaimsArgs) -> anyhow::Result<Box<dyn TraceFormat>> {
    Ok(match args.format {
        ClaimsFormat::Table => {
            let look = output::look(&args.look);
            Box::new(trace::table::Table::new(look))
        }
        ClaimsFormat::Json => Box::<trace::json::Json>::default(),
        ClaimsFormat::Jsonl => Box::new(trace::json::Json::lines()),
        ClaimsFormat::Csv => bail!("--explain has no csv; use table, json or jsonl"),
    })
}
