//! The sidecar of an article: `ARTICLE.tadqiq.yaml`, which says what to leave out of a text that cannot say it itself.

use serde::Deserialize;

use crate::yaml::{self, YamlError};

/// What follows an article's name in the name of its sidecar.
pub const ENDING: &str = ".tadqiq.yaml";

/// The file's form.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sidecar {
    ignore: Vec<Entry>,
}

/// Findings to leave out.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// A rule or a group.
    pub rule: String,
    /// Only findings that mark these words.
    pub quote: Option<String>,
    /// Why, for the next reader of the file.
    pub reason: Option<String>,
    /// The line of the file that it stands on.
    #[serde(skip)]
    pub line: usize,
}

/// Reads a sidecar.
pub fn parse(text: &str) -> Result<Vec<Entry>, YamlError> {
    let mut entries = yaml::parse::<Sidecar>(text)?.ignore;
    let mut lines = text.lines().enumerate();
    for entry in &mut entries {
        // The entries stand in the order of their lines.
        let line = lines.find(|(_, line)| line.contains("rule") && line.contains(&entry.rule));
        entry.line = line.map_or(1, |(at, _)| at + 1);
    }
    Ok(entries)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_know_their_lines() {
        let text = "ignore:\n- rule: repeated-figure\n  reason: meant\n- rule: phrasing\n  quote: مرة مرة\n";
        let entries = parse(text).unwrap();
        assert_eq!(entries[1].quote.as_deref(), Some("مرة مرة"));
        assert_eq!((entries[0].line, entries[1].line), (2, 4));
        let error = parse("ignore:\n- ruel: a\n").unwrap_err();
        assert!(error.message.contains("did you mean `rule`?"), "{error}");
    }
}
