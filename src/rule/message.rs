//! [`Phrase`]: what a rule says, in Arabic and English, with `{names}` for values of the match.

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::Text;
use crate::lang::Language;

/// One text in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrase {
    /// In Arabic.
    pub ar: String,
    /// In English.
    pub en: String,
}

impl Phrase {
    /// The text in one language, its `{names}` as they stand.
    pub fn template(&self, language: Language) -> &str {
        match language {
            Language::Arabic => &self.ar,
            Language::English => &self.en,
        }
    }

    /// The text with its names filled in; a name without a value stays as it is written.
    pub fn fill(
        &self,
        language: Language,
        values: &[(&'static str, Text)],
        article: &Analysis<'_>,
    ) -> String {
        let mut rest = self.template(language);
        let mut out = String::with_capacity(rest.len());
        while let Some((before, behind)) = rest.split_once('{') {
            let Some((name, after)) = behind.split_once('}') else {
                break;
            };
            out.push_str(before);
            match values.iter().find(|(known, _)| *known == name) {
                Some((_, value)) => show(value, language, article, &mut out),
                None => out.extend(["{", name, "}"]),
            }
            rest = after;
        }
        out.push_str(rest);
        out
    }

    /// The names in braces.
    pub fn names(&self) -> Vec<&str> {
        [&self.ar, &self.en]
            .into_iter()
            .flat_map(|text| text.split('{').skip(1))
            .filter_map(|part| part.split_once('}'))
            .map(|(name, _)| name)
            .collect()
    }
}

/// Writes a value behind `out`.
fn show(value: &Text, language: Language, article: &Analysis<'_>, out: &mut String) {
    match value {
        // A quotation in a message is one line, whatever the article's line ends are.
        Text::Quote(span) => {
            for (at, word) in article.text(*span).split_whitespace().enumerate() {
                if at > 0 {
                    out.push(' ');
                }
                out.push_str(word);
            }
        }
        Text::Plain(text) => out.push_str(text),
        Text::Words { ar, en } => out.push_str(if language == Language::Arabic { ar } else { en }),
    }
}
