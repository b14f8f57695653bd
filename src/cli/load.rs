//! The engine of a run: built-in rules, the user's own, and the choice among them.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use ignore::WalkBuilder;

use crate::cli::args::RuleArgs;
use crate::cli::trouble::Trouble;
use crate::engine::Engine;
use crate::rule::Rule;
use crate::text::nearest::nearest;

/// The built-in rules with those of `dirs`. A rule file that is wrong is told and left out.
pub(super) fn with_rules(dirs: &[PathBuf], trouble: &mut Trouble) -> anyhow::Result<Engine> {
    let mut engine = Engine::built_in().context("the built-in rules cannot be read")?;
    for dir in dirs {
        add(&mut engine, dir, trouble);
    }
    Ok(engine)
}

/// Loads what `args` ask for; the name of a rule that does not exist ends the run.
pub(super) fn engine(args: &RuleArgs, trouble: &mut Trouble) -> anyhow::Result<Engine> {
    let mut engine = with_rules(&args.rules, trouble)?;
    for name in args.select.iter().chain(&args.ignore) {
        know(&engine, name)?;
    }
    let named = |names: &[String], rule: &Rule| {
        names
            .iter()
            .any(|name| name == rule.id.as_str() || *name == rule.group)
    };
    engine.pack.retain(|rule| {
        (args.select.is_empty() || named(&args.select, rule)) && !named(&args.ignore, rule)
    });
    Ok(engine)
}

/// Adds the rules of a folder to an engine; the folder that a file stands in names its group.
pub(super) fn add(engine: &mut Engine, dir: &Path, trouble: &mut Trouble) {
    if !dir.is_dir() {
        trouble.tell(&format!(
            "{}: no such folder of rules; check --rules",
            dir.display()
        ));
        return;
    }
    let mut files = Vec::new();
    for entry in WalkBuilder::new(dir).standard_filters(false).build() {
        match entry {
            Ok(entry) if is_rule_file(entry.path(), dir) => files.push(entry.into_path()),
            Ok(_) => {}
            Err(error) => trouble.tell(&error.to_string()),
        }
    }
    files.sort();
    for file in files {
        let name = file.display().to_string();
        let group = file
            .parent()
            .and_then(Path::file_name)
            .map_or_else(String::new, |group| group.to_string_lossy().into_owned());
        match std::fs::read_to_string(&file) {
            Ok(text) => {
                if let Err(error) = engine.pack.add(&name, &group, &text) {
                    trouble.tell_yaml("rule-file", &name, &text, &error.error);
                }
            }
            Err(error) => trouble.tell(&format!("{name}: not readable: {error}")),
        }
    }
}

/// Whether a file below `dir` holds a rule: word lists stand in `lexicon/`.
fn is_rule_file(path: &Path, dir: &Path) -> bool {
    let yaml = path
        .extension()
        .is_some_and(|ending| ending == "yaml" || ending == "yml");
    yaml && path.is_file()
        && !path
            .strip_prefix(dir)
            .is_ok_and(|below| below.starts_with("lexicon"))
}

/// Refuses a name that is neither a rule nor a group, with the nearest one that is.
pub(super) fn know(engine: &Engine, name: &str) -> anyhow::Result<()> {
    let known: std::collections::BTreeSet<&str> = engine
        .pack
        .rules()
        .flat_map(|rule| [rule.id.as_str(), rule.group.as_str()])
        .collect();
    if known.contains(name) {
        return Ok(());
    }
    match nearest(name, known) {
        Some(near) => bail!(
            "no rule or group is called `{name}`; did you mean `{near}`? `tadqiq rules` lists them"
        ),
        None => bail!("no rule or group is called `{name}`; `tadqiq rules` lists them"),
    }
}
