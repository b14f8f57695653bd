//! [`House`]: a configuration file made ready.

use std::collections::BTreeSet;
use std::path::PathBuf;

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};

use crate::config::file_date::FileDate;
use crate::config::ignore::{Ignore, UNUSED};
use crate::config::settings::{Layer, Origin, Settings};
use crate::config::{Config, DateSource};
use crate::rule::pack::Pack;
use crate::text::nearest::nearest;
use crate::yaml::{self, YamlError};

/// The rule that tells one name in two spellings.
const DRIFT: &str = "name-spelling-drift";

/// A configuration file with its patterns compiled.
#[derive(Clone, Debug)]
pub struct House {
    /// The file, as messages show it.
    pub name: String,
    /// The folder that it stands in, which its paths are reached from.
    pub folder: PathBuf,
    /// What it says.
    pub config: Config,
    text: String,
    exclude: GlobSet,
    paths: Vec<(GlobSet, Option<FileDate>)>,
    accepted: Vec<GlobSet>,
    file_date: Option<FileDate>,
}

impl House {
    /// Reads the text of a file.
    pub fn read(name: String, folder: PathBuf, text: String) -> Result<Self, YamlError> {
        // A file of comments alone sets nothing.
        let config = yaml::parse::<Option<Config>>(&text)?.unwrap_or_default();
        let globs = |patterns: &[String]| globs(patterns, &text);
        let date = |date: &DateSource| {
            let pattern = date.file_name.as_deref();
            pattern.map(|pattern| {
                FileDate::new(pattern).map_err(|message| wrong(message, pattern, &text))
            })
        };
        let paths = config.paths.iter().map(|path| {
            if path.files.is_empty() {
                let message =
                    "an entry of `paths` without `files`: expected the paths that it is about";
                return Err(wrong(message.to_owned(), "paths", &text));
            }
            Ok((globs(&path.files)?, date(&path.date).transpose()?))
        });
        Ok(Self {
            exclude: globs(&config.exclude)?,
            paths: paths.collect::<Result<_, _>>()?,
            accepted: config
                .ignore
                .iter()
                .map(|one| globs(&one.files))
                .collect::<Result<_, _>>()?,
            file_date: date(&config.date).transpose()?,
            name,
            folder,
            config,
            text,
        })
    }

    /// Whether a file is no article; its path is reached from the folder.
    pub fn excludes(&self, path: &str) -> bool {
        self.exclude.is_match(path)
    }

    /// Which entries of `paths` fit a path.
    pub fn fitting(&self, path: &str) -> Vec<usize> {
        let fits = |(_, (globs, _)): &(usize, &(GlobSet, _))| globs.is_match(path);
        let entries = self.paths.iter().enumerate().filter(fits);
        entries.map(|(at, _)| at).collect()
    }

    /// What holds where these entries of `paths` fit.
    pub fn settings(&self, fitting: &[usize]) -> Settings<'_> {
        let config = &self.config;
        let base = Layer {
            origin: Origin::File,
            ui: config.ui,
            language: config.language,
            fail_on: config.fail_on,
            min_severity: config.min_severity,
            thresholds: config.thresholds,
            rules: &config.rules,
            date: &config.date,
            file_date: self.file_date.as_ref(),
        };
        let layers = fitting.iter().filter_map(|at| {
            let (path, (_, file_date)) = (config.paths.get(*at)?, self.paths.get(*at)?);
            Some(Layer {
                origin: Origin::Paths(at + 1),
                ui: path.ui,
                language: path.language,
                fail_on: path.fail_on,
                min_severity: path.min_severity,
                thresholds: path.thresholds,
                rules: &path.rules,
                date: &path.date,
                file_date: file_date.as_ref(),
            })
        });
        Settings {
            layers: std::iter::once(base).chain(layers).collect(),
        }
    }

    /// The findings that are accepted in an article. The parts of a known name are never the slip of another one.
    pub fn ignores(&self, path: &str) -> Vec<Ignore> {
        let entries = self.config.ignore.iter().zip(&self.accepted).enumerate();
        let entries = entries
            .filter(|(_, (one, globs))| one.files.is_empty() || globs.is_match(path))
            .map(|(at, (one, _))| Ignore {
                rule: one.rule.clone(),
                quote: one.quote.clone(),
                origin: None,
                entry: Some(at),
            });
        let parts = self
            .config
            .names
            .iter()
            .flat_map(|name| name.write.split_whitespace());
        let parts: BTreeSet<&str> = parts.collect();
        let names = parts.into_iter().map(|part| Ignore {
            rule: DRIFT.to_owned(),
            quote: Some(part.to_owned()),
            origin: None,
            entry: None,
        });
        entries.chain(names).collect()
    }

    /// The rules that the file names and that are none.
    pub fn unknown(&self, pack: &Pack) -> Vec<YamlError> {
        let config = &self.config;
        let set = config.rules.keys();
        let set = set.chain(config.paths.iter().flat_map(|path| path.rules.keys()));
        let named = set.chain(config.ignore.iter().map(|one| &one.rule));
        let unknown: BTreeSet<&String> = named
            .filter(|name| !pack.knows(name) && name.as_str() != UNUSED)
            .collect();
        let tell = |name: &String| {
            let known: BTreeSet<&str> = pack.names().chain([UNUSED]).collect();
            let near = nearest(name, known);
            let near = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
            let message = format!("no rule or group is called `{name}`{near}");
            wrong(message, name, &self.text)
        };
        unknown.into_iter().map(tell).collect()
    }

    /// The line of an entry of `ignore`.
    pub fn ignore_line(&self, entry: usize) -> usize {
        let lines = self.text.lines().zip(1..);
        let below = lines.skip_while(|(line, _)| !line.starts_with("ignore:"));
        let settings = below.filter(|(line, _)| !line.trim_start().starts_with('#'));
        let mut rules =
            settings.flat_map(|(line, number)| line.match_indices("rule:").map(move |_| number));
        rules.nth(entry).unwrap_or(1)
    }

    /// The file's text, to show an error in it.
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// An error at the first line that holds some words.
fn wrong(message: String, words: &str, text: &str) -> YamlError {
    let mut lines = text.lines().enumerate();
    let place = lines.find_map(|(at, line)| {
        let setting = line
            .split(" #")
            .next()
            .filter(|line| !line.starts_with('#'))?;
        let column = setting.get(..setting.find(words)?)?.chars().count();
        Some((at + 1, column + 1))
    });
    YamlError { message, place }
}

/// Compiles patterns; one without `/` fits at any depth, one that ends in it all that lies below.
fn globs(patterns: &[String], text: &str) -> Result<GlobSet, YamlError> {
    let mut set = GlobSetBuilder::new();
    for written in patterns {
        let pattern = written.trim_start_matches("./");
        let below = if pattern.ends_with('/') { "**" } else { "" };
        let inner = pattern.trim_end_matches('/').trim_start_matches('/');
        let deep = if inner.contains('/') || pattern.starts_with('/') {
            ""
        } else {
            "**/"
        };
        let glob = GlobBuilder::new(&format!("{deep}{}{below}", pattern.trim_start_matches('/')))
            .literal_separator(true)
            .build()
            .map_err(|error| wrong(format!("expected a path pattern: {error}"), written, text))?;
        set.add(glob);
    }
    set.build()
        .map_err(|error| wrong(error.to_string(), "", text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn house(text: &str) -> Result<House, YamlError> {
        House::read("tadqiq.yaml".to_owned(), PathBuf::new(), text.to_owned())
    }

    #[test]
    fn patterns_fit_as_people_expect() {
        let fits = |pattern: &str, path: &str| {
            let text = format!("exclude: ['{pattern}']");
            house(&text).unwrap().excludes(path)
        };
        assert!(fits("*.txt", "a/b/c.txt") && fits("*.txt", "c.txt"));
        assert!(fits("sport/**", "sport/a/b.md") && !fits("sport/**", "news/sport/b.md"));
        assert!(fits("drafts/", "drafts/a.md") && fits("drafts/", "news/drafts/a.md"));
        assert!(fits("./news/*.md", "news/a.md") && !fits("news/*.md", "news/old/a.md"));
        assert!(fits("/a.md", "a.md") && !fits("/a.md", "news/a.md"));
    }

    #[test]
    fn entries_know_their_lines() {
        let text = "rules: { a: off }\nignore:\n# - rule: x\n- rule: a\n  reason: b\n- { files: ['c'], rule: b }\n";
        let house = house(text).unwrap();
        assert_eq!((house.ignore_line(0), house.ignore_line(1)), (4, 6));
        assert_eq!(house.ignore_line(2), 1);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        let error = house("exclude:\n- 'ok/**'\n- 'a[b'\n").unwrap_err();
        assert_eq!(error.place, Some((3, 4)), "{error}");
        let error = house("date: { file-name: '{year}' }\n").unwrap_err();
        assert_eq!(error.place, Some((1, 21)), "{error}");
        assert!(house("paths:\n- ui: ar\n").is_err());
        assert!(house("# nothing\n").is_ok());
        let unknown = house("rules:\n  phrasin: off\n")
            .unwrap()
            .unknown(&Pack::default());
        assert_eq!(unknown[0].place, Some((2, 3)));
    }
}
