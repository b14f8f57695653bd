//! `--format rdjson`: the Reviewdog Diagnostic Format.

use std::io::{self, Write};

use serde_json::{Value, json};

use crate::diagnostic::{Diagnostic, Severity};
use crate::report::ci::{Items, from_root};
use crate::report::{ArticleReport, Format, Summary};
use crate::text::source::Source;
use crate::text::span::Span;

/// One object for the run.
#[derive(Debug, Default)]
pub struct Rdjson {
    items: Items,
}

impl Format for Rdjson {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let name = env!("CARGO_PKG_NAME");
        write!(
            out,
            "{{\"source\":{{\"name\":\"{name}\"}},\"diagnostics\":["
        )
    }

    fn article(&mut self, article: &ArticleReport, out: &mut dyn Write) -> io::Result<()> {
        for found in &article.diagnostics {
            self.items.write(&diagnostic(found, article), out)?;
        }
        Ok(())
    }

    fn end(&mut self, _: &Summary, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"\n]}\n")
    }
}

fn diagnostic(found: &Diagnostic, article: &ArticleReport) -> Value {
    let source = &article.source;
    let severity = match found.severity {
        Severity::Error => "ERROR",
        Severity::Warning => "WARNING",
        Severity::Info => "INFO",
    };
    let related = found.labels.iter().skip(1);
    // A suggestion replaces one range, so a fix in several places cannot be told.
    let repairs = article.repairs(found).iter();
    let suggestions = repairs.filter_map(|fix| match &fix.edits[..] {
        [edit] => Some(json!({ "range": range(edit.span, source), "text": edit.replacement })),
        _ => None,
    });
    json!({
        "message": found.message,
        "location": location(found.primary(), source),
        "severity": severity,
        "code": { "value": found.rule.as_str() },
        "suggestions": suggestions.collect::<Vec<_>>(),
        "relatedLocations": related
            .map(|label| json!({ "message": label.text, "location": location(label.span, source) }))
            .collect::<Vec<_>>(),
    })
}

fn location(span: Span, source: &Source) -> Value {
    json!({ "path": from_root(&source.path), "range": range(span, source) })
}

fn range(span: Span, source: &Source) -> Value {
    json!({ "start": place(span.start, source), "end": place(span.end, source) })
}

/// Reviewdog counts columns in bytes.
fn place(offset: u32, source: &Source) -> Value {
    let line = source.position(offset).line;
    let column = offset.saturating_sub(source.line(line).start) + 1;
    json!({ "line": line, "column": column })
}
