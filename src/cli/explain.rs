//! `tadqiq explain`.

use std::io::Write as _;

use anyhow::{Context as _, bail};

use crate::cli::args::ExplainArgs;
use crate::cli::trouble::Trouble;
use crate::cli::{Outcome, load, output};
use crate::config::ignore::UNUSED;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::Syntax;
use crate::engine::{Engine, Options};
use crate::lang::Language;
use crate::report::sheet::Sheet;
use crate::report::words::{self, Word};
use crate::rule::message::Phrase;
use crate::rule::{Example, Rule};
use crate::text::nearest::nearest;
use crate::text::source::Source;

/// Says what a rule finds, why, and shows its examples.
pub(super) fn run(args: &ExplainArgs, trouble: &mut Trouble) -> anyhow::Result<Outcome> {
    if args.rule == UNUSED {
        return own(args);
    }
    let mut engine = load::with_rules(&args.rules, trouble)?;
    if engine.pack.get(&args.rule).is_none() {
        let ids = engine.pack.rules().map(|rule| rule.id.as_str());
        match nearest(&args.rule, ids) {
            Some(near) => bail!(
                "no rule is called `{}`; did you mean `{near}`? `tadqiq rules` lists them",
                args.rule
            ),
            None => bail!(
                "no rule is called `{}`; `tadqiq rules` lists them",
                args.rule
            ),
        }
    }
    engine.pack.retain(|rule| rule.id.as_str() == args.rule);
    let rule = engine
        .pack
        .get(&args.rule)
        .context("the rule was there a moment ago")?;
    let look = output::look(&args.look);
    let ui = look.ui.unwrap_or(Language::English);
    let mut out = output::stdout();
    let mut sheet = Sheet::new(look, &mut out);
    about(rule, ui, &mut sheet)?;
    sheet.blank()?;
    sheet.heading(Word::Flags.text(ui))?;
    for example in &rule.finds {
        flagged(example, &engine, ui, &mut sheet)?;
    }
    sheet.blank()?;
    sheet.heading(Word::LeavesAlone.text(ui))?;
    for example in &rule.allows {
        sheet.marked("  ✓ ", &example.text, &[])?;
        date(example, ui, &mut sheet)?;
    }
    out.flush()?;
    Ok(Outcome::Clean)
}

/// What the program tells of its own orders.
fn own(args: &ExplainArgs) -> anyhow::Result<Outcome> {
    let look = output::look(&args.look);
    let ui = look.ui.unwrap_or(Language::English);
    let (what, why) = match ui {
        Language::Arabic => (
            "أمر tadqiq-ignore لا يُسكت شيئا، أو يذكر قاعدة لا وجود لها، أو بداية بلا نهاية.",
            "أمر نُسي في مكانه قد يُخفي غدا خطأ جديدا.",
        ),
        Language::English => (
            "A tadqiq-ignore that silences nothing, names a rule that does not exist, or starts without an end.",
            "An order that is left behind may hide a new fault tomorrow.",
        ),
    };
    let mut out = output::stdout();
    let mut sheet = Sheet::new(look, &mut out);
    sheet.heading(&format!(
        "{UNUSED} · {}",
        words::severity(Severity::Info, ui)
    ))?;
    for (word, text) in [(Word::Why, why), (Word::Flags, what)] {
        sheet.blank()?;
        sheet.heading(word.text(ui))?;
        sheet.entry("  ", text)?;
    }
    out.flush()?;
    Ok(Outcome::Clean)
}

/// The rule's own words.
fn about(rule: &Rule, ui: Language, sheet: &mut Sheet<'_>) -> anyhow::Result<()> {
    let severity = words::severity(rule.severity, ui);
    sheet.heading(&format!("{} · {} · {severity}", rule.id, rule.group))?;
    let cases = rule.cases.values();
    let messages = cases.filter_map(|case| case.message.as_ref());
    let mut says: Vec<&Phrase> = std::iter::once(&rule.words.message)
        .chain(messages)
        .collect();
    says.dedup();
    for (word, phrases) in [
        (Word::Why, vec![&rule.why]),
        (Word::Says, says),
        (Word::Help, vec![&rule.words.help]),
    ] {
        let texts: Vec<_> = phrases
            .iter()
            .map(|phrase| phrase.template(ui))
            .filter(|text| !text.is_empty())
            .collect();
        if !texts.is_empty() {
            sheet.blank()?;
            sheet.heading(word.text(ui))?;
        }
        for text in texts {
            sheet.entry("  ", text)?;
        }
    }
    Ok(())
}

/// An example with the words that the rule marks in it, and what it says of them.
fn flagged(
    example: &Example,
    engine: &Engine,
    ui: Language,
    sheet: &mut Sheet<'_>,
) -> anyhow::Result<()> {
    let options = Options {
        date: example.date,
        ui: Some(ui),
        ..Options::default()
    };
    let source = Source::new("example.md", example.text.as_str());
    let found = engine
        .check(source, &Syntax::Markdown, &options)
        .diagnostics;
    let labels = found.iter().flat_map(|one| &one.labels);
    let marks: Vec<_> = labels.map(|label| label.span).collect();
    sheet.marked("  ✗ ", &example.text, &marks)?;
    date(example, ui, sheet)?;
    for Diagnostic { message, .. } in &found {
        sheet.entry("    → ", message)?;
    }
    Ok(())
}

fn date(example: &Example, ui: Language, sheet: &mut Sheet<'_>) -> anyhow::Result<()> {
    if let Some(date) = example.date {
        sheet.entry("    ", &format!("({} {date})", Word::ArticleOf.text(ui)))?;
    }
    Ok(())
}
