//! `tadqiq rules` and `tadqiq rules test`.

use std::io::Write as _;
use std::path::Path;

use crate::cli::args::{RulesArgs, RulesCommand};
use crate::cli::trouble::Trouble;
use crate::cli::{Outcome, load, output};
use crate::engine::Engine;
use crate::lang::Language;
use crate::report::sheet::Sheet;
use crate::rule::Rule;

/// Lists the rules, or runs their examples.
pub(super) fn run(args: &RulesArgs, trouble: &mut Trouble) -> anyhow::Result<Outcome> {
    match &args.command {
        Some(RulesCommand::Test(test)) => examples(test.dir.as_deref(), trouble),
        None => list(args, trouble),
    }
}

/// A row a rule, by group and id.
fn list(args: &RulesArgs, trouble: &mut Trouble) -> anyhow::Result<Outcome> {
    let engine = load::engine(&args.rules, trouble)?;
    let look = output::look(&args.look);
    let ui = look.ui.unwrap_or(Language::English);
    let mut rules: Vec<_> = engine.pack.rules().collect();
    rules.sort_by_key(|rule| (&rule.group, &rule.id));
    let widest = |part: fn(&Rule) -> &str| {
        let widths = rules.iter().map(|rule| part(rule).chars().count());
        widths.max().unwrap_or_default()
    };
    let (ids, groups) = (
        widest(|rule| rule.id.as_str()),
        widest(|rule| rule.group.as_str()),
    );
    let mut out = output::stdout();
    let mut sheet = Sheet::new(look, &mut out);
    for rule in &rules {
        let (id, group, severity) = (rule.id.as_str(), &rule.group, rule.severity.name());
        let lead = format!("{id:<ids$}  {group:<groups$}  {severity:<7}  ");
        sheet.entry(&lead, first_sentence(rule.why.template(ui)))?;
    }
    out.flush()?;
    Ok(Outcome::Clean)
}

fn first_sentence(text: &str) -> &str {
    let end = text.find(['.', '؟', '?', '!']).map(|at| {
        let mark = text.get(at..).and_then(|rest| rest.chars().next());
        at + mark.map_or(0, char::len_utf8)
    });
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

/// Runs every example of the built-in rules, or of those in a folder.
fn examples(dir: Option<&Path>, trouble: &mut Trouble) -> anyhow::Result<Outcome> {
    let mut engine = load::with_rules(&[], trouble)?;
    if let Some(dir) = dir {
        engine.pack.retain(|_| false);
        load::add(&mut engine, dir, "check the path", trouble);
        if engine.pack.rules().next().is_none() && !trouble.any() {
            let dir = dir.display();
            trouble.tell(&format!(
                "{dir}: no rule in this folder; a rule is a file that ends in .yaml"
            ));
        }
    }
    let mut out = output::stdout();
    let failed = test(&engine, &mut out)?;
    out.flush()?;
    Ok(if failed > 0 {
        Outcome::Findings
    } else {
        Outcome::Clean
    })
}

/// Prints each example that failed, then the counts; how many failed.
fn test(engine: &Engine, out: &mut dyn std::io::Write) -> anyhow::Result<usize> {
    let (mut passed, mut failed) = (0, 0);
    for outcome in engine
        .pack
        .rules()
        .flat_map(|rule| rule.test(&engine.lexicon))
    {
        match outcome.failure {
            None => passed += 1,
            Some(why) => {
                failed += 1;
                writeln!(
                    out,
                    "{}: {}",
                    outcome.name,
                    crate::report::printable::line(&why)
                )?;
            }
        }
    }
    writeln!(out, "{passed} passed, {failed} failed")?;
    Ok(failed)
}
