//! `--format terminal`: each finding with the words that it is about, in their lines.
//!
//! ```text
//! [repeated-figure] info: …
//!     ╭─[ article.txt:29:49 ]
//!     │
//!  23 │ … the words of the first place …
//!     │ └─ what the label says
//! ────╯
//! ```
//!
//! Nothing here relies on where a terminal puts an Arabic letter: the words themselves are marked, and each label stands in a row of its own.

mod draw;
mod excerpt;
mod page;
mod window;

use std::io::{self, Write};

use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Language;
use crate::report::look::Look;
use crate::report::row::{self, Ink, Row};
use crate::report::terminal::page::Page;
use crate::report::words::Word;
use crate::report::{ArticleReport, Format, Summary};
use crate::text::source::Source;

/// The narrowest report: below it nothing could be read.
const NARROWEST: usize = 40;

/// `--format terminal`.
#[derive(Debug)]
pub struct Terminal {
    look: Look,
    /// Articles in Arabic, to choose the language of the last line.
    arabic: usize,
}

impl Terminal {
    /// A report of a certain look.
    pub fn new(look: Look) -> Self {
        let width = look.width.max(NARROWEST);
        let look = Look { width, ..look };
        Self { look, arabic: 0 }
    }
}

impl Format for Terminal {
    fn article(&mut self, article: &ArticleReport, out: &mut dyn Write) -> io::Result<()> {
        self.arabic += usize::from(article.is_arabic());
        for found in &article.diagnostics {
            finding(found, &article.source, article.language, self.look, out)?;
        }
        Ok(())
    }

    fn end(&mut self, summary: &Summary, out: &mut dyn Write) -> io::Result<()> {
        self::summary(summary, self.arabic, self.look, out)
    }
}

/// Writes the counts of a run, `arabic` of whose articles are in Arabic.
pub(super) fn summary(
    summary: &Summary,
    arabic: usize,
    look: Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let ui = ui(summary, arabic, look);
    let counts = [
        (Word::Articles, summary.articles),
        (Word::Errors, summary.errors),
        (Word::Warnings, summary.warnings),
        (Word::Infos, summary.infos),
    ];
    let parts = counts.map(|(word, count)| format!("{}: {count}", word.text(ui)));
    let separator = if ui == Language::Arabic { "، " } else { ", " };
    let text = row::text(&parts.join(separator), Ink::Strong);
    let rtl = ui == Language::Arabic;
    for row in Row::paragraph(Row::default(), text, rtl, look.width) {
        row.write(look.pen(Severity::Info), out)?;
    }
    Ok(())
}

/// The language of what is said of a run, `arabic` of whose articles are in Arabic.
pub(super) fn ui(summary: &Summary, arabic: usize, look: Look) -> Language {
    let most = if arabic * 2 > summary.articles {
        Language::Arabic
    } else {
        Language::English
    };
    look.ui.unwrap_or(most)
}

/// Writes one finding; `language` is that of the article.
pub fn finding(
    found: &Diagnostic,
    source: &Source,
    language: Language,
    look: Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let last = found.labels.iter().map(|label| label.span.start).max();
    let number = source.position(last.unwrap_or_default()).line;
    let mut page = Page {
        pen: look.pen(found.severity),
        width: look.width,
        digits: number.to_string().len(),
        ui: look.ui.unwrap_or(language),
        out,
    };
    page.title(found)?;
    page.header(found, source)?;
    page.places(found, source)?;
    page.advice(found)?;
    page.foot()
}
