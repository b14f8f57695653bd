//! `tadqiq config show` and `tadqiq config schema`.

use std::fmt::Display;
use std::io::Write;

use crate::cli::args::{ConfigCommand, ConfigShowArgs};
use crate::cli::files::{self, Input};
use crate::cli::finder::Finder;
use crate::cli::plan;
use crate::cli::trouble::Trouble;
use crate::cli::{Outcome, load, output};
use crate::config::FILE;
use crate::config::house::House;
use crate::config::schema;
use crate::config::settings::{Layer, Origin, Settings};
use crate::rule::pack::Pack;

/// Shows what holds for an article, or the schema.
pub(super) fn run(command: &ConfigCommand, trouble: &mut Trouble) -> anyhow::Result<Outcome> {
    let mut out = output::stdout();
    match command {
        ConfigCommand::Schema => out.write_all(schema::schema()?.as_bytes())?,
        ConfigCommand::Show(args) => show(args, trouble, &mut out)?,
    }
    out.flush()?;
    Ok(Outcome::Clean)
}

fn show(args: &ConfigShowArgs, trouble: &mut Trouble, out: &mut dyn Write) -> anyhow::Result<()> {
    // A folder stands for an article that could lie in it.
    let path = if args.path.is_dir() {
        args.path.join("article.md")
    } else {
        args.path.clone()
    };
    let input = Input::file(path);
    let mut finder = Finder::new(args.config.config.as_deref(), trouble);
    let house = finder.of(&input, trouble);
    let below = house.as_ref().map(|house| plan::below(&input, house));
    let fitting = house.as_ref().zip(below.as_ref());
    let fitting = fitting.map(|(house, path)| house.fitting(path));
    let settings = house.as_ref().map_or_else(Settings::default, |house| {
        house.settings(&fitting.unwrap_or_default())
    });
    let file = house.as_ref().map(|house| house.name.as_str());
    match file {
        Some(file) => writeln!(out, "# {}: {file}", files::slashed(&args.path))?,
        None => writeln!(
            out,
            "# {}: no {FILE} in its folder or above it; `tadqiq init` writes one",
            files::slashed(&args.path)
        )?,
    }
    let pack = pack(house.as_deref(), trouble)?;
    let sheet = Sheet {
        settings: &settings,
        file: file.unwrap_or_default(),
    };
    sheet.general(out)?;
    sheet.rules(&pack, out)
}

/// The rules of a newsroom.
fn pack(house: Option<&House>, trouble: &mut Trouble) -> anyhow::Result<Pack> {
    let mut pack = load::built_in()?.pack;
    let Some(house) = house else { return Ok(pack) };
    load::add_house(&mut pack, house, trouble);
    for error in house.unknown(&pack) {
        trouble.tell_yaml("config", &house.name, house.text(), &error);
    }
    Ok(pack)
}

/// The settings as YAML, each with where it comes from.
struct Sheet<'a> {
    settings: &'a Settings<'a>,
    file: &'a str,
}

impl Sheet<'_> {
    fn general(&self, out: &mut dyn Write) -> anyhow::Result<()> {
        let settings = self.settings;
        let word = |value: &dyn std::fmt::Debug| format!("{value:?}").to_lowercase();
        let mut row = |key, value: Option<(String, Origin)>, usual: &str| {
            let (value, origin) = value.unwrap_or((usual.to_owned(), Origin::BuiltIn));
            self.row(out, key, &value, origin)
        };
        let told = |found: Option<(String, Origin)>| found;
        let last = |get: &dyn Fn(&Layer<'_>) -> Option<String>| told(settings.last(get));
        row(
            "ui",
            last(&|layer| Some(word(&layer.ui?))),
            "the article's own",
        )?;
        row(
            "language",
            last(&|layer| Some(word(&layer.language?))),
            "as its letters say",
        )?;
        row(
            "fail-on",
            last(&|layer| Some(word(&layer.fail_on?))),
            "error",
        )?;
        row(
            "min-severity",
            last(&|layer| Some(word(&layer.min_severity?))),
            "info",
        )?;
        let keys = |layer: &Layer<'_>| {
            let keys = layer.date.front_matter.join(", ");
            (!keys.is_empty()).then(|| format!("[{keys}]"))
        };
        row("date.front-matter", last(&keys), "[]")?;
        let name = |layer: &Layer<'_>| {
            layer
                .date
                .file_name
                .as_ref()
                .map(|name| format!("'{name}'"))
        };
        row("date.file-name", last(&name), "none")?;
        let date = |layer: &Layer<'_>| layer.date.default.map(|date| date.to_string());
        row("date.default", last(&date), "none")
    }

    fn rules(&self, pack: &Pack, out: &mut dyn Write) -> anyhow::Result<()> {
        writeln!(out, "rules:")?;
        for rule in pack.rules() {
            let state = self.settings.rule(rule);
            let value = if state.ladder == rule.ladder {
                state.to_string()
            } else {
                let ladder = state.ladder;
                format!(
                    "{{ severity: {state}, thresholds: {{ error: {}, warning: {}, info: {} }} }}",
                    ladder.error, ladder.warning, ladder.info
                )
            };
            self.row(out, &format!("  {}", rule.id), &value, state.origin)?;
        }
        Ok(())
    }

    fn row(
        &self,
        out: &mut dyn Write,
        key: &str,
        value: &dyn Display,
        origin: Origin,
    ) -> anyhow::Result<()> {
        let setting = format!("{key}: {value}");
        writeln!(out, "{setting:<44} # {}", origin.tell(self.file))?;
        Ok(())
    }
}
