//! Side notes: a finding in full beside its primary place, and a word beside each other block that it is about.

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Fix, Label, Role};
use crate::lang::Language;
use crate::report::html::segment::{self, Tag};
use crate::report::html::text::{self, Part};
use crate::report::rule_text::RuleText;
use crate::report::words;
use crate::text::source::Source;

/// How many places a note lists.
const MOST_PLACES: usize = 12;

/// A finding in full.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Note {
    #[serde(flatten)]
    pub(super) tag: Tag,
    severity_name: &'static str,
    rule_id: String,
    message: Vec<Part>,
    /// The place of a finding about one place, whose words the message says.
    only: Option<Place>,
    /// The places of a finding about several.
    places: Vec<Place>,
    /// How many places are not listed.
    more: usize,
    help: Vec<Part>,
    why: String,
    fixes: Vec<FixView>,
    /// Hundredths.
    sure: u8,
}

/// A word beside a block that a finding is about too.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Stub {
    #[serde(flatten)]
    pub(super) tag: Tag,
    text: Vec<Part>,
}

#[derive(Clone, Debug, Serialize)]
struct Place {
    /// The name of its mark; none where the words are not shown.
    anchor: Option<String>,
    primary: bool,
    quote: String,
    line: u32,
    column: u32,
    text: Vec<Part>,
}

#[derive(Clone, Debug, Serialize)]
struct FixView {
    title: Vec<Part>,
    safe: bool,
    edits: Vec<EditView>,
}

#[derive(Clone, Debug, Serialize)]
struct EditView {
    old: String,
    new: String,
}

impl Note {
    /// The note of a finding; `shown` says which of its labels are marked in the page.
    pub(super) fn new(
        found: &Diagnostic,
        tag: Tag,
        shown: &[bool],
        source: &Source,
        rule: Option<&RuleText>,
        ui: Language,
    ) -> Self {
        let labels = found.labels.iter().enumerate().take(MOST_PLACES);
        let places = labels.map(|(index, label)| {
            let marked = shown.get(index).copied().unwrap_or_default();
            place(label, marked.then(|| segment::anchor(&tag, index)), source)
        });
        let mut places: Vec<_> = places.collect();
        let only = if places.len() == 1 {
            places.pop()
        } else {
            None
        };
        let why = rule.map_or("", |rule| {
            let [ar, en] = &rule.why;
            if ui == Language::Arabic { ar } else { en }
        });
        Self {
            severity_name: words::severity(found.severity, ui),
            rule_id: found.rule.to_string(),
            message: text::parts(&found.message),
            only,
            places,
            more: found.labels.len().saturating_sub(MOST_PLACES),
            help: text::parts(&found.help),
            why: text::plain(why),
            fixes: found.fixes.iter().map(|one| fix(one, source)).collect(),
            sure: found.confidence.hundredths(),
            tag,
        }
    }
}

impl Stub {
    /// The word beside the place of a label.
    pub(super) fn new(label: &Label, tag: Tag) -> Self {
        let text = text::parts(&label.text);
        Self { tag, text }
    }
}

fn place(label: &Label, anchor: Option<String>, source: &Source) -> Place {
    let at = source.position(label.span.start);
    Place {
        anchor,
        primary: label.role == Role::Primary,
        quote: text::quote(source.slice(label.span)),
        line: at.line,
        column: at.column,
        text: text::parts(&label.text),
    }
}

fn fix(fix: &Fix, source: &Source) -> FixView {
    let edits = fix.edits.iter().map(|edit| EditView {
        old: text::quote(source.slice(edit.span)),
        new: text::quote(&edit.replacement),
    });
    FixView {
        title: text::parts(&fix.title),
        safe: fix.safe,
        edits: edits.collect(),
    }
}
