//! The engine of a run: built-in rules, the user's own, and the choice among them.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use ignore::WalkBuilder;

use crate::cli::args::RuleArgs;
use crate::cli::files::slashed;
use crate::cli::trouble::Trouble;
use crate::config::house::House;
use crate::config::house_rules;
use crate::config::ignore::UNUSED;
use crate::engine::Engine;
use crate::lang::lexicon::Lexicon;
use crate::rule::Rule;
use crate::rule::pack::Pack;
use crate::text::nearest::nearest;

/// The built-in rules with those of `dirs`. A rule file that is wrong is told and left out.
pub(super) fn with_rules(dirs: &[PathBuf], trouble: &mut Trouble) -> anyhow::Result<Engine> {
    let mut engine = built_in()?;
    for dir in dirs {
        add(&mut engine, dir, "check --rules", trouble);
    }
    Ok(engine)
}

/// The built-in rules and words.
pub(super) fn built_in() -> anyhow::Result<Engine> {
    Engine::built_in().context("the built-in rules cannot be read")
}

/// Loads what `args` ask for; the name of a rule that does not exist ends the run.
pub(super) fn engine(args: &RuleArgs, trouble: &mut Trouble) -> anyhow::Result<Engine> {
    let mut engine = with_rules(&args.rules, trouble)?;
    for name in args.select.iter().chain(&args.ignore) {
        know(&[&engine.pack], name)?;
    }
    choose(&mut engine.pack, args);
    Ok(engine)
}

/// Keeps the rules that `args` ask for.
pub(super) fn choose(pack: &mut Pack, args: &RuleArgs) {
    pack.retain(|rule| {
        (args.select.is_empty() || named(&args.select, rule)) && !named(&args.ignore, rule)
    });
}

fn named(names: &[String], rule: &Rule) -> bool {
    names
        .iter()
        .any(|name| name == rule.id.as_str() || *name == rule.group)
}

/// Adds the rules and word lists of a folder to an engine.
pub(super) fn add(engine: &mut Engine, dir: &Path, remedy: &str, trouble: &mut Trouble) {
    if let Some(files) = yaml_files(dir, remedy, trouble) {
        add_rules(&mut engine.pack, dir, &files, trouble);
        add_words(&mut engine.lexicon, dir, &files, trouble);
    }
}

/// The YAML files of a folder, by path; none where there is no such folder, and `remedy` says what to look at.
pub(super) fn yaml_files(dir: &Path, remedy: &str, trouble: &mut Trouble) -> Option<Vec<PathBuf>> {
    if !dir.is_dir() {
        trouble.tell(&format!(
            "{}: no such folder of rules; {remedy}",
            dir.display()
        ));
        return None;
    }
    let mut files = Vec::new();
    for entry in WalkBuilder::new(dir).standard_filters(false).build() {
        match entry {
            Ok(entry) if is_yaml_file(entry.path()) => files.push(entry.into_path()),
            Ok(_) => {}
            Err(error) => trouble.tell(&error.to_string()),
        }
    }
    files.sort();
    Some(files)
}

/// Adds the rules among the files of a folder; the folder that a file stands in names its group.
pub(super) fn add_rules(pack: &mut Pack, dir: &Path, files: &[PathBuf], trouble: &mut Trouble) {
    for file in files.iter().filter(|file| !is_word_list(file, dir)) {
        let name = file.display().to_string();
        let group = file
            .parent()
            .and_then(Path::file_name)
            .map_or_else(String::new, |group| group.to_string_lossy().into_owned());
        match std::fs::read_to_string(file) {
            Ok(text) => {
                if let Err(error) = pack.add(&name, &group, &text) {
                    trouble.tell_yaml("rule-file", &name, &text, &error.error);
                }
            }
            Err(error) => trouble.tell(&format!("{name}: not readable: {error}")),
        }
    }
}

/// Adds the rules that a newsroom's configuration makes or names, and returns its folders with their files.
pub(super) fn add_house(
    pack: &mut Pack,
    house: &House,
    trouble: &mut Trouble,
) -> Vec<(PathBuf, Vec<PathBuf>)> {
    let config = &house.config;
    for (file, group, text) in house_rules::rules(&config.names, &config.terms) {
        if let Err(error) = pack.add(file, group, &text) {
            trouble.tell(&format!("{}: {error}", house.name));
        }
    }
    let remedy = format!("check `rule-folders` in {}", house.name);
    let mut folders = Vec::new();
    for dir in &config.rule_folders {
        let dir = house.folder.join(dir);
        let files = yaml_files(&dir, &remedy, trouble).unwrap_or_default();
        add_rules(pack, &dir, &files, trouble);
        folders.push((dir, files));
    }
    folders
}

/// Adds the word lists among the files of a folder: its `lexicon/` is laid out as the built-in one.
pub(super) fn add_words(
    lexicon: &mut Lexicon,
    dir: &Path,
    files: &[PathBuf],
    trouble: &mut Trouble,
) {
    for file in files.iter().filter(|file| is_word_list(file, dir)) {
        let name = file.display().to_string();
        let below = slashed(file.strip_prefix(dir).unwrap_or(file));
        match std::fs::read_to_string(file) {
            Ok(text) => match lexicon.add(&below, &text) {
                Ok(true) => {}
                Ok(false) => trouble.tell(&format!(
                    "{name}: not a table of the lexicon; a list of nouns is lexicon/ar/nouns/NAME.yaml, and so on as in rules/lexicon"
                )),
                Err(error) => trouble.tell_yaml("lexicon-file", &name, &text, &error.error),
            },
            Err(error) => trouble.tell(&format!("{name}: not readable: {error}")),
        }
    }
}

fn is_yaml_file(path: &Path) -> bool {
    let yaml = path
        .extension()
        .is_some_and(|ending| ending == "yaml" || ending == "yml");
    yaml && path.is_file()
}

/// Whether a file below `dir` is a word list and not a rule.
pub(super) fn is_word_list(path: &Path, dir: &Path) -> bool {
    path.strip_prefix(dir)
        .is_ok_and(|below| below.starts_with("lexicon"))
}

/// Refuses a name that is neither a rule nor a group, with the nearest one that is.
pub(super) fn know(packs: &[&Pack], name: &str) -> anyhow::Result<()> {
    let names = packs.iter().flat_map(|pack| pack.names());
    let known: std::collections::BTreeSet<&str> = names.chain([UNUSED]).collect();
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
