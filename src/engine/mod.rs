//! [`Engine`]: rules and lexicon, loaded once, and the whole flow from an article to its findings.

mod ledger;

use jiff::civil::Date;

use crate::analysis::Analysis;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{self, Document, Syntax};
use crate::lang::Language;
use crate::lang::lexicon::{Lexicon, LexiconError};
use crate::report::ArticleReport;
use crate::report::claims::Ledger;
use crate::rule::pack::{Pack, RuleError};
use crate::text::source::Source;

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// How articles are checked.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The date of an article that gives none.
    pub date: Option<Date>,
    /// Overrides the language of every block.
    pub language: Option<Language>,
    /// The language of messages; the article's where none.
    pub ui: Option<Language>,
    /// Findings below it are left out.
    pub min_severity: Severity,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            date: None,
            language: None,
            ui: None,
            min_severity: Severity::Info,
        }
    }
}

/// Why an engine could not be made.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// A rule file is wrong.
    #[error(transparent)]
    Rule(#[from] RuleError),
    /// A lexicon file is wrong.
    #[error(transparent)]
    Lexicon(#[from] LexiconError),
}

/// Rules and lexicon.
pub struct Engine {
    /// What is looked for.
    pub pack: Pack,
    /// What is known of words.
    pub lexicon: Lexicon,
}

impl Engine {
    /// The built-in rules and lexicon.
    pub fn built_in() -> Result<Self, LoadError> {
        let mut pack = Pack::default();
        for (file, text) in FILES
            .iter()
            .filter(|(file, _)| !file.starts_with("lexicon/"))
        {
            let group = file.split_once('/').map_or("", |(group, _)| group);
            pack.add(file, group, text, true)?;
        }
        let lexicon = Lexicon::load(FILES.iter().copied())?;
        Ok(Self { pack, lexicon })
    }

    /// Reads an article.
    pub fn read(&self, source: Source, syntax: Syntax, language: Option<Language>) -> Document {
        document::read(source, syntax, language, &self.lexicon)
    }

    /// Reads an article and lists its figures and assertions.
    pub fn claims(&self, source: Source, syntax: Syntax, options: &Options) -> Ledger {
        let document = self.read(source, syntax, options.language);
        let analysis = Analysis::new(&document, &self.lexicon, options.date);
        let claims = ledger::records(&analysis);
        drop(analysis);
        Ledger {
            language: document.language,
            claims,
            source: document.source,
        }
    }

    /// Reads an article and says what is wrong with it.
    pub fn check(&self, source: Source, syntax: Syntax, options: &Options) -> ArticleReport {
        let document = self.read(source, syntax, options.language);
        let analysis = Analysis::new(&document, &self.lexicon, options.date);
        let ui = options.ui.unwrap_or(document.language);
        let mut diagnostics: Vec<_> = self
            .pack
            .rules()
            .flat_map(|rule| rule.diagnose(&analysis, ui))
            .filter(|found| found.severity >= options.min_severity)
            .collect();
        sort(&mut diagnostics);
        let date = analysis.date.map(|date| date.to_string());
        drop(analysis);
        ArticleReport {
            language: document.language,
            date,
            diagnostics,
            source: document.source,
        }
    }
}

/// By place, then by rule; the same finding twice is one.
fn sort(diagnostics: &mut Vec<Diagnostic>) {
    let key = |one: &Diagnostic| {
        (
            one.primary(),
            one.rule.clone(),
            one.labels
                .iter()
                .map(|label| label.span)
                .collect::<Vec<_>>(),
        )
    };
    diagnostics.sort_by_cached_key(key);
    diagnostics.dedup();
}
