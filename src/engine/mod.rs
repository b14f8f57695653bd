//! [`Engine`]: rules and lexicon, loaded once, and the whole flow from an article to its findings.

pub mod baseline;
mod ledger;
mod silence;
mod trace;

use jiff::civil::Date;

use crate::analysis::Analysis;
use crate::config::ignore::Ignore;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{self, Document, Syntax};
use crate::engine::silence::Scope;
use crate::lang::Language;
use crate::lang::lexicon::{Lexicon, LexiconError};
use crate::report::ArticleReport;
use crate::report::claims::Ledger;
use crate::report::claims::trace::Traces;
use crate::rule::pack::{Pack, RuleError};
use crate::text::source::Source;
use crate::token::memory::Memories;

include!(concat!(env!("OUT_DIR"), "/rules.rs"));

/// The lexicon as the build prepared it.
static LEXICON: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));

/// How articles are checked.
#[derive(Clone, Debug)]
pub struct Options {
    /// The date of an article that gives none.
    pub date: Option<Date>,
    /// The article's date, found where its newsroom writes it; goes before what the article is read to say.
    pub own_date: Option<Date>,
    /// Overrides the language of every block.
    pub language: Option<Language>,
    /// The language of messages; the article's where none.
    pub ui: Option<Language>,
    /// Findings below it are left out.
    pub min_severity: Severity,
    /// Findings that are left out, beside those that the article itself names.
    pub ignores: Vec<Ignore>,
    /// How grave an order to leave findings out is that leaves out none; not told where none.
    pub unused: Option<Severity>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            date: None,
            own_date: None,
            language: None,
            ui: None,
            min_severity: Severity::Info,
            ignores: Vec::new(),
            unused: Some(Severity::Info),
        }
    }
}

/// Which pairs of figures are explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// Every pair that is looked at.
    All,
    /// Those with a figure on one line of the file.
    Of(u32),
    /// Every figure on one line with every figure on the other, looked at or not.
    Between(u32, u32),
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
    memories: Memories,
}

impl Engine {
    /// The built-in rules and lexicon.
    pub fn built_in() -> Result<Self, LoadError> {
        let mut pack = Pack::default();
        for (file, json) in RULES {
            let group = file.split_once('/').map_or("", |(group, _)| group);
            pack.add_prepared(file, group, json)?;
        }
        let lexicon = Lexicon::prepared(LEXICON)?;
        Ok(Self::new(pack, lexicon))
    }

    /// Rules and words of one's own.
    pub fn new(pack: Pack, lexicon: Lexicon) -> Self {
        Self {
            pack,
            lexicon,
            memories: Memories::default(),
        }
    }

    /// Reads an article.
    pub fn read(&self, source: Source, syntax: &Syntax, language: Option<Language>) -> Document {
        document::read(source, syntax, language, &self.lexicon)
    }

    fn analyse<'a>(&'a self, document: &'a Document, options: &Options) -> Analysis<'a> {
        self.memories
            .lend(|memory| Analysis::with_memory(document, &self.lexicon, options.date, memory))
    }

    /// Reads an article and lists its figures and assertions.
    pub fn claims(&self, source: Source, syntax: &Syntax, options: &Options) -> Ledger {
        let mut document = self.read(source, syntax, options.language);
        document.date = options.own_date.or(document.date);
        let analysis = self.analyse(&document, options);
        let claims = ledger::records(&analysis);
        drop(analysis);
        Ledger {
            language: document.language,
            claims,
            source: document.source,
        }
    }

    /// Reads an article and says why its figures were compared, or were not, and what decided.
    pub fn explain(
        &self,
        source: Source,
        syntax: &Syntax,
        options: &Options,
        lines: Lines,
    ) -> Traces {
        let mut document = self.read(source, syntax, options.language);
        document.date = options.own_date.or(document.date);
        let analysis = self.analyse(&document, options);
        let told = self.diagnostics(&analysis, options);
        let pairs = trace::records(&analysis, lines, &told);
        drop(analysis);
        Traces {
            language: document.language,
            pairs,
            source: document.source,
        }
    }

    /// Reads an article and says what is wrong with it.
    pub fn check(&self, source: Source, syntax: &Syntax, options: &Options) -> ArticleReport {
        self.check_by(&self.pack, source, syntax, options)
    }

    /// Reads an article and says what is wrong with it by other rules than the engine's own.
    pub fn check_by(
        &self,
        pack: &Pack,
        source: Source,
        syntax: &Syntax,
        options: &Options,
    ) -> ArticleReport {
        let mut document = self.read(source, syntax, options.language);
        document.date = options.own_date.or(document.date);
        let analysis = self.analyse(&document, options);
        let ui = options.ui.unwrap_or(document.language);
        let rules = pack.rules();
        let mut diagnostics: Vec<_> = rules
            .flat_map(|rule| rule.diagnose(&analysis, ui))
            .collect();
        let date = analysis.date.map(|date| date.to_string());
        drop(analysis);
        let unused = options.unused;
        let scope = Scope { pack, ui, unused };
        let mut silenced = silence::silence(&document, &options.ignores, &scope, &mut diagnostics);
        for list in [&mut diagnostics, &mut silenced.findings] {
            list.retain(|found| found.severity >= options.min_severity);
            sort(list);
        }
        let language = document.language;
        let (source, reading) = document.into_parts();
        ArticleReport {
            source,
            language,
            date,
            reading,
            diagnostics,
            suppressed: silenced.findings.len(),
            accepted: silenced.entries.into_iter().collect(),
        }
    }

    fn diagnostics(&self, article: &Analysis<'_>, options: &Options) -> Vec<Diagnostic> {
        let ui = options.ui.unwrap_or(article.document.language);
        let mut diagnostics: Vec<_> = self
            .pack
            .rules()
            .flat_map(|rule| rule.diagnose(article, ui))
            .filter(|found| found.severity >= options.min_severity)
            .collect();
        sort(&mut diagnostics);
        diagnostics
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
