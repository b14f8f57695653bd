//! `--format github`: workflow commands, which GitHub shows as annotations on the changed lines.

use std::fmt::Write as _;
use std::io::{self, Write};

use crate::diagnostic::{Diagnostic, Severity};
use crate::report::ci::from_root;
use crate::report::{ArticleReport, Format, Summary, printable};
use crate::text::source::Source;

/// One workflow command a finding.
#[derive(Debug, Default)]
pub struct Github;

impl Format for Github {
    fn article(&mut self, article: &ArticleReport, out: &mut dyn Write) -> io::Result<()> {
        let source = &article.source;
        for found in &article.diagnostics {
            let place = found.primary();
            let (from, to) = (source.position(place.start), source.position(place.end));
            let command = match found.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Info => "notice",
            };
            let file = property(&printable::line(from_root(&source.path)));
            write!(out, "::{command} file={file},line={}", from.line)?;
            write!(out, ",endLine={},col={}", to.line, from.column)?;
            // GitHub takes an end column only within one line.
            if from.line == to.line {
                write!(out, ",endColumn={}", to.column)?;
            }
            let title = property(found.rule.as_str());
            writeln!(out, ",title={title}::{}", data(&message(found, source)))?;
        }
        Ok(())
    }

    fn end(&mut self, _: &Summary, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}

/// The message, the other places and what to do, a line each.
fn message(found: &Diagnostic, source: &Source) -> String {
    let mut text = printable::line(&found.message);
    for label in found.labels.iter().skip(1) {
        let at = source.position(label.span.start);
        let said = printable::line(&label.text);
        let _ = write!(text, "\n{}:{}: {said}", at.line, at.column);
    }
    if !found.help.is_empty() {
        text.push('\n');
        text.push_str(&printable::line(&found.help));
    }
    text
}

/// Text behind the second `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// The value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_its_command() {
        assert_eq!(data("5%\r\n::error::x"), "5%25%0D%0A::error::x");
        assert_eq!(property("a,b:c\n"), "a%2Cb%3Ac%0A");
    }
}
