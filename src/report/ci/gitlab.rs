//! `--format gitlab`: the Code Quality report of GitLab, one array for the run.

use std::io::{self, Write};

use serde_json::json;

use crate::diagnostic::Severity;
use crate::diagnostic::fingerprint::Fingerprints;
use crate::report::ci::{Items, from_root};
use crate::report::{ArticleReport, Format, Summary};

/// One object a finding.
#[derive(Debug, Default)]
pub struct Gitlab {
    items: Items,
}

impl Format for Gitlab {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"[")
    }

    fn article(&mut self, article: &ArticleReport, out: &mut dyn Write) -> io::Result<()> {
        let source = &article.source;
        let mut names = Fingerprints::default();
        for found in &article.diagnostics {
            let place = found.primary();
            let severity = match found.severity {
                Severity::Error => "major",
                Severity::Warning => "minor",
                Severity::Info => "info",
            };
            let item = json!({
                "description": found.message,
                "check_name": found.rule.as_str(),
                "fingerprint": names.next(from_root(&source.path), found, source),
                "severity": severity,
                "location": {
                    "path": from_root(&source.path),
                    "lines": {
                        "begin": source.position(place.start).line,
                        "end": source.position(place.end).line,
                    },
                },
            });
            self.items.write(&item, out)?;
        }
        Ok(())
    }

    fn end(&mut self, _: &Summary, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"\n]\n")
    }
}
