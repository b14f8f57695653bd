//! [`Expression`]: a regular expression that is compiled when an article first holds letters that any match of it begins with.
//!
//! Compiling one takes as long as reading ten articles for it, and most house rules meet nothing in most articles.

use std::sync::OnceLock;

use memchr::memmem::Finder;
use regex::Regex;
use regex_syntax::hir::literal::Extractor;
use serde::{Deserialize, Deserializer};

use crate::text::fold::fold;

/// A regular expression on folded text.
#[derive(Clone, Debug)]
pub(super) struct Expression {
    /// The expression, its letters folded as the text is.
    text: String,
    /// One of these begins every match; none is known where empty.
    openings: Vec<Finder<'static>>,
    /// Compiled once it is asked for; nothing where that cannot be done, which is told while it is read.
    compiled: OnceLock<Option<Regex>>,
}

/// Bytes of the longest expression that compiles whatever it holds, repetitions by number aside: room for eighty classes such as `\w`.
const SURE: usize = 160;

/// Bytes of the shortest opening that tells anything.
const TELLING: usize = 3;

/// More openings than these cost more than they spare.
const MOST: usize = 16;

impl Expression {
    /// Reads an expression; the error is what is wrong with it.
    pub(super) fn new(written: &str) -> Result<Self, String> {
        let text = fold_literals(written);
        let hir = regex_syntax::parse(&text).map_err(|error| error.to_string())?;
        let openings = Extractor::new().extract(&hir);
        let openings = openings.literals().unwrap_or_default();
        let telling = (1..=MOST).contains(&openings.len())
            && openings.iter().all(|opening| opening.len() >= TELLING);
        let openings = openings.iter().filter(|_| telling);
        let expression = Self {
            openings: openings
                .map(|opening| Finder::new(opening.as_bytes()).into_owned())
                .collect(),
            compiled: OnceLock::new(),
            text,
        };
        if expression.text.len() > SURE || expression.text.contains('{') {
            let compiled = Regex::new(&expression.text).map_err(|error| error.to_string())?;
            return Ok(Self {
                compiled: OnceLock::from(Some(compiled)),
                ..expression
            });
        }
        Ok(expression)
    }

    /// The compiled expression, where a text may hold a match of it.
    pub(super) fn for_text(&self, text: &str) -> Option<&Regex> {
        let holds = |opening: &Finder<'_>| opening.find(text.as_bytes()).is_some();
        if !self.openings.is_empty() && !self.openings.iter().any(holds) {
            return None;
        }
        let compile = || Regex::new(&self.text).ok();
        self.compiled.get_or_init(compile).as_ref()
    }
}

/// Reads while the rule is read, so that an error has the place of the expression.
impl<'de> Deserialize<'de> for Expression {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::new(&text).map_err(|error| {
            serde::de::Error::custom(format!("expected a regular expression: {error}"))
        })
    }
}

/// Folds the Arabic letters of an expression as the text is folded, and leaves its syntax alone.
fn fold_literals(pattern: &str) -> String {
    pattern
        .chars()
        .map(|c| {
            if ('\u{0600}'..='\u{06FF}').contains(&c) {
                fold(c.encode_utf8(&mut [0; 4]))
            } else {
                c.to_string()
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether an expression is compiled for a text, and matches it.
    fn on(expression: &str, text: &str) -> (bool, bool) {
        let expression = Expression::new(expression).unwrap();
        let compiled = expression.for_text(text);
        (
            compiled.is_some(),
            compiled.is_some_and(|found| found.is_match(text)),
        )
    }

    #[test]
    fn only_texts_with_an_opening_are_searched() {
        assert_eq!(on("الأنترنت|internet", "وصلت القافلة"), (false, false));
        assert_eq!(on("الأنترنت|internet", "شبكه الانترنت"), (true, true));
        assert_eq!(on("(?i)\\bWild ?fires?", "the wildfire"), (true, true));
        assert_eq!(on("^وصل(ت|نا)", "وصلت القافلة"), (true, true));
        assert_eq!(on("[a-z]+ing", "12"), (true, false));
        assert!(on("(colou?r)?", "grey").0);
    }

    #[test]
    fn what_cannot_be_compiled_is_told() {
        assert!(Expression::new("(كلمة").unwrap_err().contains("unclosed"));
        assert!(
            Expression::new("\\w{4000}")
                .unwrap_err()
                .contains("size limit")
        );
    }

    #[test]
    fn what_is_compiled_later_compiles() {
        for class in ["\\w", "\\W", "\\d", ".", "\\PL", "[^ء]", "\\b", "(?i)k"] {
            let text = class.repeat(SURE / class.len());
            assert!(
                Expression::new(&text).unwrap().for_text("").is_some(),
                "{class}"
            );
        }
    }
}
