//! Examples as tests: a rule must flag each of its `finds` and leave each of its `allows` alone.

use crate::analysis::Analysis;
use crate::document::{self, Syntax};
use crate::lang::lexicon::Lexicon;
use crate::rule::{Example, Rule};
use crate::text::source::Source;

/// What became of one example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The rule and the place of the example, such as `repeated-word/finds/1`.
    pub name: String,
    /// Why it failed; none where it passed.
    pub failure: Option<String>,
}

impl Rule {
    /// Runs every example of the rule.
    pub fn test(&self, lexicon: &Lexicon) -> Vec<Outcome> {
        let finds = self.finds.iter().enumerate().map(|(at, example)| {
            (
                format!("{}/finds/{}", self.id, at + 1),
                self.finds_in(example, lexicon),
            )
        });
        let allows = self.allows.iter().enumerate().map(|(at, example)| {
            (
                format!("{}/allows/{}", self.id, at + 1),
                self.allows_in(example, lexicon),
            )
        });
        finds
            .chain(allows)
            .map(|(name, failure)| Outcome { name, failure })
            .collect()
    }

    fn finds_in(&self, example: &Example, lexicon: &Lexicon) -> Option<String> {
        let quotes = self.quotes_of(example, lexicon);
        if quotes.is_empty() {
            return Some(format!("nothing found in: {}", example.text));
        }
        let wanted = |labels: &Vec<String>| {
            example
                .quotes
                .iter()
                .all(|quote| labels.iter().any(|label| label.contains(quote.as_str())))
        };
        let hit = quotes.iter().any(wanted);
        (!hit).then(|| {
            format!(
                "found {quotes:?}, not {:?}, in: {}",
                example.quotes, example.text
            )
        })
    }

    fn allows_in(&self, example: &Example, lexicon: &Lexicon) -> Option<String> {
        let quotes = self.quotes_of(example, lexicon);
        (!quotes.is_empty()).then(|| format!("found {quotes:?} in: {}", example.text))
    }

    /// The words that each finding marks.
    fn quotes_of(&self, example: &Example, lexicon: &Lexicon) -> Vec<Vec<String>> {
        let document = document::read(
            Source::new("example.md", example.text.as_str()),
            &Syntax::Markdown,
            None,
            lexicon,
        );
        let analysis = Analysis::new(&document, lexicon, example.date);
        let found = self.diagnose(&analysis, document.language);
        found
            .iter()
            .map(|one| {
                one.labels
                    .iter()
                    .map(|label| document.source.slice(label.span).to_owned())
                    .collect()
            })
            .collect()
    }
}
