//! House rules: a regular expression on folded text, one block at a time.

mod expression;

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::{Check, Match, Repair};
use crate::document::Zone;
use crate::lang::Language;

use expression::Expression;

/// Finds a pattern.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pattern {
    /// The expression, matched on folded text (no harakat, one alef, lower case, ASCII digits) within whole words.
    find: Expression,
    /// What should stand there instead; offered as a fix.
    replace: Option<String>,
    /// Only in this language.
    language: Option<Language>,
    /// Not in quotations set as blocks.
    #[serde(default)]
    skip_quotes: bool,
}

impl Check for Pattern {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        let mut found = Vec::new();
        for (at, block) in article.document.blocks.iter().enumerate() {
            let skipped = block.furniture || self.skip_quotes && block.zone == Zone::QuoteBlock;
            if skipped
                || self
                    .language
                    .is_some_and(|language| language != block.language)
            {
                continue;
            }
            let Some(folded) = article.folded(at) else {
                continue;
            };
            let Some(find) = self.find.for_text(&folded.text) else {
                continue;
            };
            for hit in find
                .find_iter(&folded.text)
                .filter(|hit| is_whole(&folded.text, hit.range()))
            {
                let Some(span) = folded.origin(hit.range()) else {
                    continue;
                };
                let mut one = Match::at(span, 95).quote("match", span);
                if let Some(replacement) = &self.replace {
                    one = one.repair(Repair {
                        title: "replace",
                        safe: false,
                        edits: vec![(span, replacement.clone())],
                        values: Vec::new(),
                    });
                }
                found.push(one);
            }
        }
        found
    }
}

/// Whether a hit starts and ends at edges of words.
fn is_whole(text: &str, range: std::ops::Range<usize>) -> bool {
    let before = text[..range.start].chars().next_back();
    let after = text[range.end..].chars().next();
    let joins = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !range.is_empty() && !joins(before) && !joins(after)
}
