//! `tadqiq check`.

use crate::cli::Outcome;
use crate::cli::args::{CheckArgs, CheckFormat};
use crate::cli::trouble::Trouble;
use crate::cli::{articles, load, output};
use crate::engine::{Engine, Options};
use crate::report::ci::{github, gitlab, rdjson, sarif};
use crate::report::html::Html;
use crate::report::look::Look;
use crate::report::rule_text::RuleText;
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
    let mut out = output::Out::new(args.output.as_deref());
    let look = out.look(args.look.color, args.look.ui);
    let mut format = format(args, &engine, look);
    let mut summary = Summary::default();
    format.begin(&mut out)?;
    let work = |source, syntax| engine.check(source, syntax, &options);
    articles::each(&args.input, trouble, work, |article| {
        summary.add(&article);
        Ok(format.article(&article, &mut out)?)
    })?;
    format.end(&summary, &mut out)?;
    out.finish()?;
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

fn format(args: &CheckArgs, engine: &Engine, look: Look) -> Box<dyn Format> {
    match args.format {
        CheckFormat::Terminal => Box::new(Terminal::new(look)),
        CheckFormat::Short => Box::new(short::Short),
        CheckFormat::Json => Box::<json::Json>::default(),
        CheckFormat::Jsonl => Box::new(json::Jsonl),
        CheckFormat::Html => Box::new(Html::new(rule_texts(engine), args.look.ui)),
        CheckFormat::Sarif => Box::new(sarif::Sarif::new(rule_texts(engine))),
        CheckFormat::Github => Box::new(github::Github),
        CheckFormat::Gitlab => Box::<gitlab::Gitlab>::default(),
        CheckFormat::Rdjson => Box::<rdjson::Rdjson>::default(),
    }
}

/// What reports say of the rules.
fn rule_texts(engine: &Engine) -> Vec<RuleText> {
    engine.pack.rules().map(rule_text).collect()
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
