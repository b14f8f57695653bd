//! `tadqiq check`.

use anyhow::bail;

use crate::cli::Outcome;
use crate::cli::args::{CheckArgs, CheckFormat};
use crate::cli::baseline::Known;
use crate::cli::fix::{Tally, Use};
use crate::cli::plan::{Plan, Wishes};
use crate::cli::since::Changes;
use crate::cli::trouble::Trouble;
use crate::cli::unused::Used;
use crate::cli::{articles, fix, output};
use crate::diagnostic::mend::Trust;
use crate::document::Syntax;
use crate::report::ci::{github, gitlab, junit, rdjson, sarif};
use crate::report::html::Html;
use crate::report::look::Look;
use crate::report::rule_text::RuleText;
use crate::report::statistics::Statistics;
use crate::report::terminal::Terminal;
use crate::report::{ArticleReport, Format, Summary, json, short};
use crate::rule::Rule;
use crate::rule::message::Phrase;
use crate::rule::pack::Pack;
use crate::text::source::Source;

/// Checks the articles once and reports, or mends them.
pub(super) fn once(args: &CheckArgs, trouble: &mut Trouble) -> anyhow::Result<Outcome> {
    let plan = Plan::new(&wishes(args), trouble)?;
    if args.fix.every && !args.fix.fix && !args.fix.diff {
        bail!("--unsafe says which repairs are made: give --fix or --diff with it");
    }
    let purpose = Use::of(&args.fix, &plan.inputs)?;
    let judge = Judge {
        known: Known::load(args.baseline.as_deref(), &plan)?,
        changes: changes(args, &plan, trouble)?,
        plan: &plan,
    };
    match purpose {
        None => report(args, &judge, trouble),
        Some(purpose) => mend(args, &judge, &purpose, trouble),
    }
}

/// Checks and reports.
fn report(args: &CheckArgs, judge: &Judge<'_>, trouble: &mut Trouble) -> anyhow::Result<Outcome> {
    let plan = judge.plan;
    let mut out = output::Out::new(args.output.as_deref());
    let look = look(args, plan, &out);
    let mut format = if args.statistics {
        statistics(args.format, look)?
    } else {
        format(args, plan, look)
    };
    let (mut summary, mut failing) = (Summary::default(), false);
    let mut used = Used::default();
    format.begin(&mut out)?;
    let work = |at, source, syntax: &Syntax| {
        let article = judge.check(at, source, syntax);
        (at, plan.fails(at, &article), article)
    };
    articles::each(
        &plan.inputs,
        &args.input,
        trouble,
        work,
        |(at, fails, article)| {
            summary.add(&article);
            used.add(at, plan, &article);
            failing |= fails;
            Ok(format.article(&article, &mut out)?)
        },
    )?;
    format.end(&summary, &mut out)?;
    out.finish()?;
    if !trouble.any() {
        used.tell_unused(plan, &args.input.paths);
    }
    Ok(outcome(failing))
}

/// Checks, mends, and reports what is left; where repairs are only shown, the run ends as it would without them.
fn mend(
    args: &CheckArgs,
    judge: &Judge<'_>,
    purpose: &Use,
    trouble: &mut Trouble,
) -> anyhow::Result<Outcome> {
    let plan = judge.plan;
    let trust = if args.fix.every {
        Trust::Every
    } else {
        Trust::Safe
    };
    let shown = matches!(purpose, Use::Show);
    let mut out = output::Out::new(args.output.as_deref());
    let mut format = format(args, plan, look(args, plan, &out));
    let (mut summary, mut failing) = (Summary::default(), false);
    let (mut tally, mut failed) = (Tally::default(), Trouble::default());
    let reports = matches!(purpose, Use::Write);
    if reports {
        format.begin(&mut out)?;
    }
    let work = |at, source, syntax: &Syntax| {
        let article = judge.check(at, source, syntax);
        let before = plan.fails(at, &article);
        let lines = judge.changes.is_some();
        let repaired = fix::repair(article, purpose, trust, lines, |source| {
            judge.check(at, source, syntax)
        });
        let fails = if shown {
            before
        } else {
            plan.fails(at, &repaired.article)
        };
        (at, fails, repaired)
    };
    articles::each(
        &plan.inputs,
        &args.input,
        trouble,
        work,
        |(at, fails, repaired)| {
            tally.finish(&repaired, &plan.inputs[at], purpose, &mut out, &mut failed)?;
            failing |= fails;
            if reports {
                summary.add(&repaired.article);
                format.article(&repaired.article, &mut out)?;
            }
            Ok(())
        },
    )?;
    if reports {
        format.end(&summary, &mut out)?;
    }
    out.finish()?;
    tally.tell(purpose);
    Ok(if failed.any() {
        Outcome::Failed
    } else {
        outcome(failing)
    })
}

fn outcome(failing: bool) -> Outcome {
    if failing {
        Outcome::Findings
    } else {
        Outcome::Clean
    }
}

/// What the findings of an article are measured by.
struct Judge<'a> {
    plan: &'a Plan,
    known: Known,
    changes: Option<Changes>,
}

impl Judge<'_> {
    /// The findings of an article that are to be told.
    fn check(&self, at: usize, source: Source, syntax: &Syntax) -> ArticleReport {
        let mut article = self.plan.check(at, source, syntax);
        self.known.absorb(at, self.plan, &mut article);
        if let Some(changes) = &self.changes {
            changes.keep(&self.plan.inputs[at], &mut article);
        }
        article
    }
}

fn changes(
    args: &CheckArgs,
    plan: &Plan,
    trouble: &mut Trouble,
) -> anyhow::Result<Option<Changes>> {
    let since = args.since.as_deref();
    since
        .map(|revision| Changes::since(revision, &plan.inputs, trouble))
        .transpose()
}

fn wishes(args: &CheckArgs) -> Wishes<'_> {
    Wishes {
        input: &args.input,
        rules: &args.rules,
        config: args.config.config.as_deref(),
        ui: args.look.ui,
        min_severity: args.min_severity,
        fail_on: args.fail_on,
    }
}

/// How the report looks, in the language that the newsroom set for all its articles.
fn look(args: &CheckArgs, plan: &Plan, out: &output::Out) -> Look {
    Look {
        ui: plan.ui(),
        ..out.look(&args.look)
    }
}

fn format(args: &CheckArgs, plan: &Plan, look: Look) -> Box<dyn Format> {
    match args.format {
        CheckFormat::Terminal => Box::new(Terminal::new(look)),
        CheckFormat::Short => Box::new(short::Short),
        CheckFormat::Json => Box::<json::Json>::default(),
        CheckFormat::Jsonl => Box::new(json::Jsonl),
        CheckFormat::Html => Box::new(Html::new(rule_texts(&plan.rules()), look.ui)),
        CheckFormat::Sarif => Box::new(sarif::Sarif::new(rule_texts(&plan.rules()))),
        CheckFormat::Github => Box::new(github::Github),
        CheckFormat::Gitlab => Box::<gitlab::Gitlab>::default(),
        CheckFormat::Junit => Box::new(junit::Junit::new(plan.fail_on())),
        CheckFormat::Rdjson => Box::<rdjson::Rdjson>::default(),
    }
}

/// Counts instead of findings: a table for people, JSON for programs.
fn statistics(format: CheckFormat, look: Look) -> anyhow::Result<Box<dyn Format>> {
    match format {
        CheckFormat::Terminal | CheckFormat::Short => Ok(Box::new(Statistics::new(Some(look)))),
        CheckFormat::Json | CheckFormat::Jsonl => Ok(Box::new(Statistics::new(None))),
        _ => bail!(
            "--statistics prints a table or, with `--format json`, JSON; leave out the other format"
        ),
    }
}

/// What reports say of the rules.
fn rule_texts(pack: &Pack) -> Vec<RuleText> {
    pack.rules().map(rule_text).collect()
}

/// What a report says of a rule.
fn rule_text(rule: &Rule) -> RuleText {
    let both = |phrase: &Phrase| [phrase.ar.clone(), phrase.en.clone()];
    RuleText {
        id: rule.id.clone(),
        group: rule.group.clone(),
        severity: rule.severity,
        why: both(&rule.why),
        help: both(&rule.words.help),
    }
}
