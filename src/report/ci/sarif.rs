//! `--format sarif`: SARIF 2.1.0, as code hosts and editors read it.

use std::fmt::Write as _;
use std::io::{self, Write};

use serde_json::{Value, json};

use crate::diagnostic::fingerprint::Fingerprints;
use crate::diagnostic::{Diagnostic, Fix, Label, Severity};
use crate::report::ci::Items;
use crate::report::rule_text::RuleText;
use crate::report::{ArticleReport, Format, Summary};
use crate::text::source::Source;
use crate::text::span::Span;

/// One log with one run.
#[derive(Debug)]
pub struct Sarif {
    rules: Vec<RuleText>,
    items: Items,
}

impl Sarif {
    /// A log of a run with these rules.
    pub fn new(rules: Vec<RuleText>) -> Self {
        Self {
            rules,
            items: Items::default(),
        }
    }

    fn result(&self, found: &Diagnostic, source: &Source, name: &str) -> Value {
        let related = found.labels.iter().skip(1).enumerate();
        let mut result = json!({
            "ruleId": found.rule.as_str(),
            "level": level(found.severity),
            "rank": found.confidence.hundredths(),
            "message": { "text": found.message },
            "locations": [{ "physicalLocation": physical(found.primary(), source) }],
            "relatedLocations": related
                .map(|(index, label)| related_location(index, label, source))
                .collect::<Vec<_>>(),
            "partialFingerprints": { "tadqiqWords/v1": name },
            "fixes": found.fixes.iter()
                .filter(|fix| !fix.edits.is_empty())
                .map(|one| fix(one, source))
                .collect::<Vec<_>>(),
        });
        let index = self.rules.iter().position(|rule| rule.id == found.rule);
        if let (Some(index), Some(members)) = (index, result.as_object_mut()) {
            members.insert("ruleIndex".to_owned(), index.into());
        }
        result
    }
}

impl Format for Sarif {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let driver = json!({
            "name": env!("CARGO_PKG_NAME"),
            "semanticVersion": env!("CARGO_PKG_VERSION"),
            "rules": self.rules.iter().map(rule).collect::<Vec<_>>(),
        });
        write!(
            out,
            "{{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{{\
             \"columnKind\":\"unicodeCodePoints\",\"tool\":{{\"driver\":{driver}}},\"results\":["
        )
    }

    fn article(&mut self, article: &ArticleReport, out: &mut dyn Write) -> io::Result<()> {
        let mut names = Fingerprints::default();
        for found in &article.diagnostics {
            // The code host sets the files apart itself.
            let name = names.next("", found, &article.source);
            let result = self.result(found, &article.source, &name);
            self.items.write(&result, out)?;
        }
        Ok(())
    }

    fn end(&mut self, _: &Summary, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"\n]}]}\n")
    }
}

fn rule(rule: &RuleText) -> Value {
    let [why_ar, why_en] = &rule.why;
    let [help_ar, help_en] = &rule.help;
    let help = format!("{help_en}\n\n{help_ar}");
    let help = help.trim();
    json!({
        "id": rule.id.as_str(),
        "fullDescription": { "text": format!("{why_en}\n\n{why_ar}") },
        "help": { "text": if help.is_empty() { why_en } else { help } },
        "defaultConfiguration": { "level": level(rule.severity) },
        "properties": { "tags": [rule.group] },
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn related_location(index: usize, label: &Label, source: &Source) -> Value {
    json!({
        "id": index + 1,
        "message": { "text": label.text },
        "physicalLocation": physical(label.span, source),
    })
}

fn physical(span: Span, source: &Source) -> Value {
    let mut region = region(span, source);
    if let Some(members) = region.as_object_mut() {
        let words = json!({ "text": source.slice(span) });
        members.insert("snippet".to_owned(), words);
    }
    json!({ "artifactLocation": { "uri": uri(&source.path) }, "region": region })
}

fn region(span: Span, source: &Source) -> Value {
    let (from, to) = (source.position(span.start), source.position(span.end));
    let disk = source.on_disk(span);
    json!({
        "startLine": from.line,
        "startColumn": from.column,
        "endLine": to.line,
        "endColumn": to.column,
        "byteOffset": disk.start,
        "byteLength": disk.len(),
    })
}

fn fix(fix: &Fix, source: &Source) -> Value {
    let edits = fix.edits.iter().map(|edit| {
        json!({
            "deletedRegion": region(edit.span, source),
            "insertedContent": { "text": edit.replacement },
        })
    });
    json!({
        "description": { "text": fix.title },
        "artifactChanges": [{
            "artifactLocation": { "uri": uri(&source.path) },
            "replacements": edits.collect::<Vec<_>>(),
        }],
    })
}

/// A path as a URI reference.
fn uri(path: &str) -> String {
    let mut uri = String::from(if path.starts_with('/') { "file://" } else { "" });
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_uri_references() {
        assert_eq!(uri("a b/خ:%.md"), "a%20b/%D8%AE%3A%25.md");
        assert_eq!(uri("/tmp/a.md"), "file:///tmp/a.md");
    }
}
