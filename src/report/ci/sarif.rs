//! `--format sarif`: SARIF 2.1.0, as code hosts and editors read it.

use std::fmt::Write as _;
use std::io::{self, Write};

use serde_json::{Value, json};

use crate::diagnostic::fingerprint::Fingerprints;
use crate::diagnostic::{Diagnostic, Fix, Label, Severity};
use crate::report::ci::{Items, from_root};
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

    fn result(&self, found: &Diagnostic, article: &ArticleReport, name: &str) -> Value {
        let source = &article.source;
        let related = found.labels.iter().skip(1).enumerate();
        let mut result = json!({
            "ruleId": found.rule.as_str(),
            "level": level(found.severity),
            "rank": found.confidence.hundredths(),
            "message": { "text": message(found, source) },
            "locations": [{ "physicalLocation": physical(found.primary(), source) }],
            "relatedLocations": related
                .map(|(index, label)| related_location(index, label, source))
                .collect::<Vec<_>>(),
            "partialFingerprints": { "tadqiqWords/v1": name },
            "fixes": article.repairs(found).iter()
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
            "version": env!("CARGO_PKG_VERSION"),
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
            let result = self.result(found, article, &name);
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
    // Where a rule has no help, why it matters is all there is to say.
    let both = |en: &str, ar: &str| format!("{en}\n\n{ar}").trim().to_owned();
    let why = both(why_en, why_ar);
    let help = Some(both(help_en, help_ar)).filter(|help| !help.is_empty());
    json!({
        "id": rule.id.as_str(),
        "shortDescription": { "text": first_sentence(why_en) },
        "fullDescription": { "text": why },
        "help": { "text": help.as_ref().unwrap_or(&why), "markdown": markdown(rule) },
        "defaultConfiguration": { "level": level(rule.severity) },
        "properties": { "tags": [rule.group] },
    })
}

/// What to do and why, in both languages.
fn markdown(rule: &RuleText) -> String {
    let [why_ar, why_en] = &rule.why;
    let [help_ar, help_en] = &rule.help;
    let parts = [help_en, why_en, help_ar, why_ar];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    let parts: Vec<_> = parts.map(|part| escaped(part)).collect();
    parts.join("\n\n")
}

/// Text that Markdown shows as it is.
fn escaped(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if "\\`*_[]<>#|".contains(c) {
            shown.push('\\');
        }
        shown.push(c);
    }
    shown
}

fn first_sentence(text: &str) -> &str {
    let end = text.find([';', '.']).unwrap_or(text.len());
    text.get(..end).unwrap_or(text)
}

/// How many other places a message links to.
const MOST_LINKS: usize = 10;

/// The message, and a link to each other place: code hosts show only the places that the message names.
fn message(found: &Diagnostic, source: &Source) -> String {
    let mut text = unlinked(&found.message);
    for (index, label) in found.labels.iter().skip(1).take(MOST_LINKS).enumerate() {
        let line = source.position(label.span.start).line;
        let said = bracketed(&said(label, source));
        let _ = write!(text, "\n[{said}]({}), {line}", index + 1);
    }
    text
}

/// What a label says of its place: the words there, where it says nothing.
fn said(label: &Label, source: &Source) -> String {
    let text = if label.text.trim().is_empty() {
        source.slice(label.span)
    } else {
        &label.text
    };
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text in which nothing reads as a link.
fn unlinked(text: &str) -> String {
    if text.contains("](") {
        bracketed(text)
    } else {
        text.to_owned()
    }
}

/// A text whose brackets are no link's.
fn bracketed(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('[', "\\[")
        .replace(']', "\\]")
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
        "message": { "text": said(label, source) },
        "physicalLocation": physical(label.span, source),
    })
}

fn physical(span: Span, source: &Source) -> Value {
    let mut region = region(span, source);
    if let Some(members) = region.as_object_mut() {
        let words = json!({ "text": source.slice(span) });
        members.insert("snippet".to_owned(), words);
    }
    json!({ "artifactLocation": { "uri": uri(from_root(&source.path)) }, "region": region })
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
            "artifactLocation": { "uri": uri(from_root(&source.path)) },
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
        assert_eq!(from_root("././a.md"), "a.md");
    }

    #[test]
    fn no_message_holds_a_link_of_an_article() {
        assert_eq!(unlinked("[a](b)"), "\\[a\\](b)");
        assert_eq!(unlinked("[a] (b)"), "[a] (b)");
        assert_eq!(escaped("a_b <c>"), "a\\_b \\<c\\>");
    }
}
