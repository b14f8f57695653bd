//! `--format json` and `jsonl`, schema `tadqiq.check/1`.
//!
//! JSON is written an article a line inside one object, so that a long run streams and a line-wise diff of two reports says which
//! articles changed.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::value::RawValue;

use crate::diagnostic::{Confidence, Diagnostic, Edit, Fix, Label, Role, Severity};
use crate::lang::Language;
use crate::report::{ArticleReport, Format, Summary};
use crate::text::source::Source;

/// The name and version of the schema; the number changes when the meaning of a key does.
const SCHEMA: &str = "tadqiq.check/1";

/// `--format json`: one object with every article and the counts.
#[derive(Debug, Default)]
pub struct Json {
    /// Whether an article was written, so that the next one needs a comma before it.
    started: bool,
}

impl Format for Json {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let tool = serde_json::to_string(&ToolJson::default())?;
        write!(
            out,
            "{{\"schema\":\"{SCHEMA}\",\"tool\":{tool},\"articles\":["
        )
    }

    fn article(&mut self, article: &ArticleReport, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(if self.started { b",\n" } else { b"\n" })?;
        self.started = true;
        out.write_all(&serde_json::to_vec(&ArticleJson::of(article)?)?)
    }

    fn end(&mut self, summary: &Summary, out: &mut dyn Write) -> io::Result<()> {
        let summary = serde_json::to_string(&SummaryJson::of(summary))?;
        writeln!(
            out,
            "{}],\"summary\":{summary}}}",
            if self.started { "\n" } else { "" }
        )
    }
}

/// `--format jsonl`: one article a line.
#[derive(Debug, Default)]
pub struct Jsonl;

impl Format for Jsonl {
    fn article(&mut self, article: &ArticleReport, out: &mut dyn Write) -> io::Result<()> {
        let mut line = serde_json::to_vec(&ArticleJson::of(article)?)?;
        line.push(b'\n');
        out.write_all(&line)
    }

    fn end(&mut self, _: &Summary, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}

/// The program that wrote a report.
#[derive(Serialize)]
pub(super) struct ToolJson {
    name: &'static str,
    version: &'static str,
}

impl Default for ToolJson {
    fn default() -> Self {
        Self {
            name: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
        }
    }
}

/// The counts of a run.
#[derive(Serialize)]
pub(super) struct SummaryJson {
    articles: usize,
    errors: usize,
    warnings: usize,
    infos: usize,
    suppressed: usize,
}

impl SummaryJson {
    pub(super) fn of(summary: &Summary) -> Self {
        Self {
            articles: summary.articles,
            errors: summary.errors,
            warnings: summary.warnings,
            infos: summary.infos,
            suppressed: summary.suppressed,
        }
    }
}

#[derive(Serialize)]
struct ArticleJson<'a> {
    path: &'a str,
    language: Language,
    date: Option<&'a str>,
    diagnostics: Vec<DiagnosticJson<'a>>,
}

impl<'a> ArticleJson<'a> {
    fn of(article: &'a ArticleReport) -> serde_json::Result<Self> {
        let diagnostics = article.diagnostics.iter();
        Ok(Self {
            path: &article.source.path,
            language: article.language,
            date: article.date.as_deref(),
            diagnostics: diagnostics
                .map(|one| DiagnosticJson::of(one, article))
                .collect::<Result<_, _>>()?,
        })
    }
}

#[derive(Serialize)]
struct DiagnosticJson<'a> {
    rule: &'a str,
    severity: Severity,
    confidence: Box<RawValue>,
    message: &'a str,
    help: &'a str,
    labels: Vec<LabelJson<'a>>,
    fixes: Vec<FixJson<'a>>,
}

impl<'a> DiagnosticJson<'a> {
    fn of(found: &'a Diagnostic, article: &'a ArticleReport) -> serde_json::Result<Self> {
        let source = &article.source;
        let labels = found.labels.iter();
        Ok(Self {
            rule: found.rule.as_str(),
            severity: found.severity,
            confidence: confidence(found.confidence)?,
            message: &found.message,
            help: &found.help,
            labels: labels.map(|label| LabelJson::of(label, source)).collect(),
            fixes: article
                .repairs(found)
                .iter()
                .map(|fix| FixJson::of(fix, source))
                .collect(),
        })
    }
}

/// Hundredths as a decimal of 0 to 1, without a float on the way.
pub(in crate::report) fn confidence(sure: Confidence) -> serde_json::Result<Box<RawValue>> {
    let hundredths = sure.hundredths();
    let text = match (hundredths / 100, hundredths % 100) {
        (whole, rest) if rest % 10 == 0 => format!("{whole}.{}", rest / 10),
        (whole, rest) => format!("{whole}.{rest:02}"),
    };
    RawValue::from_string(text)
}

#[derive(Serialize)]
struct LabelJson<'a> {
    role: Role,
    start: u32,
    end: u32,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
    quote: &'a str,
    text: &'a str,
}

impl<'a> LabelJson<'a> {
    fn of(label: &'a Label, source: &'a Source) -> Self {
        let (from, to) = (
            source.position(label.span.start),
            source.position(label.span.end),
        );
        let place = source.on_disk(label.span);
        Self {
            role: label.role,
            start: place.start,
            end: place.end,
            line: from.line,
            column: from.column,
            end_line: to.line,
            end_column: to.column,
            quote: source.slice(label.span),
            text: &label.text,
        }
    }
}

#[derive(Serialize)]
struct FixJson<'a> {
    title: &'a str,
    safe: bool,
    edits: Vec<EditJson<'a>>,
}

impl<'a> FixJson<'a> {
    fn of(fix: &'a Fix, source: &Source) -> Self {
        let edits = fix.edits.iter();
        Self {
            title: &fix.title,
            safe: fix.safe,
            edits: edits.map(|edit| EditJson::of(edit, source)).collect(),
        }
    }
}

#[derive(Serialize)]
struct EditJson<'a> {
    start: u32,
    end: u32,
    replacement: &'a str,
}

impl<'a> EditJson<'a> {
    fn of(edit: &'a Edit, source: &Source) -> Self {
        let place = source.on_disk(edit.span);
        Self {
            start: place.start,
            end: place.end,
            replacement: &edit.replacement,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn confidence_is_a_plain_decimal() {
        let shown = [0, 7, 90, 97, 100].map(|hundredths| {
            confidence(Confidence::new(hundredths))
                .unwrap()
                .get()
                .to_owned()
        });
        assert_eq!(shown, ["0.0", "0.07", "0.9", "0.97", "1.0"]);
    }
}
