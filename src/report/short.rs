//! `--format short`: `path:line:column: severity rule: message`, one line a finding, for `grep`, editors and screen readers.

use std::io::{self, Write};

use crate::report::{ArticleReport, Format, Summary, printable};

/// One line a finding, without colour or drawing.
#[derive(Debug, Default)]
pub struct Short;

impl Format for Short {
    fn article(&mut self, article: &ArticleReport, out: &mut dyn Write) -> io::Result<()> {
        for found in &article.diagnostics {
            let at = article.source.position(found.primary().start);
            let path = printable::line(&article.source.path);
            let message = printable::line(&found.message);
            let (severity, rule) = (found.severity, &found.rule);
            writeln!(
                out,
                "{path}:{}:{}: {severity} {rule}: {message}",
                at.line, at.column
            )?;
        }
        Ok(())
    }

    fn end(&mut self, _: &Summary, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}
