//! `tadqiq check`.

use std::io::Write as _;

use crate::cli::Outcome;
use crate::cli::args::{CheckArgs, CheckFormat};
use crate::cli::trouble::Trouble;
use crate::cli::{articles, load, output};
use crate::engine::{Engine, Options};
use crate::report::ci::sarif::RuleText;
use crate::report::ci::{github, gitlab, rdjson, sarif};
use crate::report::terminal::Terminal;
use crate::report::{Format, Summary, json, short};
use crate::rule::Rule;
use crate::rule::message::Phrase;

/// Checks the articles and reports.
pub(super) fn run(args: &CheckArgs, trouble: &mut Trouble) -> anyhow::Result<Outcome> {
    let engine = load::engine(&args.rules, trouble)?;
    let options = Options {
        date: args.input.date,
        language: args.input.language,
        ui: args.look.ui,
        min_severity: args.min_severity,
    };
    let mut out = output::stdout();
    let mut format = format(args, &engine);
    let mut summary = Summary::default();
    format.begin(&mut out)?;
    let work = |source, syntax| engine.check(source, syntax, &options);
    articles::each(&args.input, trouble, work, |article| {
        summary.add(&article);
        Ok(format.article(&article, &mut out)?)
    })?;
    format.end(&summary, &mut out)?;
    out.flush()?;
    let failing = args
        .fail_on
        .severity()
        .map_or(0, |severity| summary.at_least(severity));
    Ok(if failing > 0 {
        Outcome::Findings
    } else {
        Outcome::Clean
    })
}

fn format(args: &CheckArgs, engine: &Engine) -> Box<dyn Format> {
    match args.format {
        CheckFormat::Terminal => {
            Box::new(Terminal::new(output::look(args.look.color, args.look.ui)))
        }
        CheckFormat::Short => Box::new(short::Short),
        CheckFormat::Json => Box::<json::Json>::default(),
        CheckFormat::Jsonl => Box::new(json::Jsonl),
        CheckFormat::Sarif => Box::new(sarif::Sarif::new(
            engine.pack.rules().map(rule_text).collect(),
        )),
        CheckFormat::Github => Box::new(github::Github),
        CheckFormat::Gitlab => Box::<gitlab::Gitlab>::default(),
        CheckFormat::Rdjson => Box::<rdjson::Rdjson>::default(),
    }
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
