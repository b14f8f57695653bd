//! Reports: one renderer a format, each a pure function of what was found. They see places and words only.

pub mod bidi;
pub mod ci;
pub mod claims;
pub mod diff;
pub mod html;
pub mod json;
pub mod look;
pub mod printable;
mod row;
pub mod rule_text;
mod shape;
pub mod sheet;
pub mod short;
pub mod statistics;
pub mod terminal;
pub mod words;

use std::io::{self, Write};

use crate::diagnostic::{Diagnostic, Fix, Severity};
use crate::document::reading::Reading;
use crate::lang::Language;
use crate::text::source::{Form, Source};

/// What was found in one article.
#[derive(Clone, Debug)]
pub struct ArticleReport {
    /// The file.
    pub source: Source,
    /// The language of most of it.
    pub language: Language,
    /// Its date, `YYYY-MM-DD`.
    pub date: Option<String>,
    /// What was read of it, block by block.
    pub reading: Reading,
    /// Sorted by place, then rule.
    pub diagnostics: Vec<Diagnostic>,
    /// Findings that were silenced.
    pub suppressed: usize,
    /// Entries of the newsroom's `ignore` that silenced some of them.
    pub accepted: Vec<usize>,
}

impl ArticleReport {
    /// The repairs of a finding that a program may make: each is text for a file of UTF-8, into any other it would do harm.
    pub fn repairs<'a>(&self, found: &'a Diagnostic) -> &'a [Fix] {
        match self.source.form {
            Form::Bytes => &found.fixes,
            Form::OneByte | Form::TwoBytes | Form::Extracted => &[],
        }
    }

    /// Whether most of it is Arabic.
    fn is_arabic(&self) -> bool {
        self.language == Language::Arabic
    }
}

/// Counts over a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Articles checked.
    pub articles: usize,
    /// Findings by severity.
    pub errors: usize,
    /// Findings by severity.
    pub warnings: usize,
    /// Findings by severity.
    pub infos: usize,
    /// Findings that were silenced.
    pub suppressed: usize,
}

impl Summary {
    /// Counts one article.
    pub fn add(&mut self, article: &ArticleReport) {
        self.articles += 1;
        self.suppressed += article.suppressed;
        for diagnostic in &article.diagnostics {
            match diagnostic.severity {
                Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
                Severity::Info => self.infos += 1,
            }
        }
    }

    /// Findings at or above a severity.
    pub fn at_least(&self, severity: Severity) -> usize {
        match severity {
            Severity::Error => self.errors,
            Severity::Warning => self.errors + self.warnings,
            Severity::Info => self.errors + self.warnings + self.infos,
        }
    }
}

/// A report format: articles arrive one by one, in order, so that a long run needs no more memory than a short one.
pub trait Format {
    /// What stands before the first article.
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let _ = out;
        Ok(())
    }

    /// One article.
    fn article(&mut self, article: &ArticleReport, out: &mut dyn Write) -> io::Result<()>;

    /// What stands behind the last article.
    fn end(&mut self, summary: &Summary, out: &mut dyn Write) -> io::Result<()>;
}
