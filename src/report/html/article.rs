//! One article as the page shows it: its blocks as they read, with marks and side notes.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Label};
use crate::document::reading::Places;
use crate::document::{Block, Zone};
use crate::lang::Language;
use crate::report::ArticleReport;
use crate::report::html::labels::Labels;
use crate::report::html::note::{Note, Stub};
use crate::report::html::segment::{self, Mark, Segment, Tag};
use crate::report::html::text;
use crate::report::rule_text::RuleText;
use crate::text::span::Span;

/// An article.
#[derive(Clone, Debug, Serialize)]
pub(super) struct ArticleView {
    /// Its number in the page.
    number: usize,
    pub(super) path: String,
    /// The headline; the path where there is none.
    pub(super) title: String,
    language: &'static str,
    pub(super) dir: &'static str,
    date: Option<String>,
    /// The language of the notes.
    ui: &'static str,
    ui_dir: &'static str,
    words: Labels,
    units: Vec<Unit>,
    /// Findings about no words that are shown.
    loose: Vec<Note>,
}

/// A block, or all cells of a table, with the notes beside it.
#[derive(Clone, Debug, Default, Serialize)]
struct Unit {
    kind: &'static str,
    language: &'static str,
    dir: &'static str,
    /// Words of the site, not of the article.
    furniture: bool,
    line: u32,
    segments: Vec<Segment>,
    rows: Vec<Vec<CellView>>,
    notes: Vec<Note>,
    stubs: Vec<Stub>,
}

#[derive(Clone, Debug, Serialize)]
struct CellView {
    dir: &'static str,
    segments: Vec<Segment>,
}

/// What an article is made from.
pub(super) struct Maker<'a> {
    /// The article.
    pub(super) article: &'a ArticleReport,
    /// Its number in the page.
    pub(super) number: usize,
    /// The language of the notes.
    pub(super) ui: Language,
    /// The way from the file to what is read of it.
    pub(super) places: Places,
    /// What is known of a rule, and its number in the page.
    pub(super) rule: &'a dyn Fn(&str) -> (usize, Option<&'a RuleText>),
}

/// What belongs to one block.
#[derive(Default)]
struct Beside {
    marks: Vec<Mark>,
    notes: Vec<Note>,
    stubs: Vec<Stub>,
}

impl Maker<'_> {
    /// The view of the article.
    pub(super) fn make(&self) -> ArticleView {
        let article = self.article;
        let blocks = &article.reading.blocks;
        let mut beside: Vec<Beside> = blocks.iter().map(|_| Beside::default()).collect();
        let mut loose = Vec::new();
        for (index, found) in by_first_place(&article.diagnostics).into_iter().enumerate() {
            self.finding(found, index + 1, &mut beside, &mut loose);
        }
        let headline = blocks.iter().find(|block| block.zone == Zone::Headline);
        let title = headline.map(|block| text::plain(block.span.of(self.text())));
        ArticleView {
            number: self.number,
            path: text::plain(&article.source.path),
            title: title.unwrap_or_else(|| text::plain(&article.source.path)),
            language: article.language.code(),
            dir: text::direction(article.language),
            date: article.date.clone(),
            ui: self.ui.code(),
            ui_dir: text::direction(self.ui),
            words: Labels::of(self.ui),
            units: self.units(beside),
            loose,
        }
    }

    fn text(&self) -> &str {
        self.article.reading.text(&self.article.source)
    }

    /// Puts a finding's marks, note and stubs beside their blocks.
    fn finding(
        &self,
        found: &Diagnostic,
        number: usize,
        beside: &mut [Beside],
        loose: &mut Vec<Note>,
    ) {
        let (rule, text) = (self.rule)(found.rule.as_str());
        let tag = Tag {
            key: format!("{}-{number}", self.number),
            number,
            severity: found.severity,
            rule,
        };
        let homes: Vec<_> = found
            .labels
            .iter()
            .enumerate()
            .map(|(index, label)| self.mark(&tag, index, label, beside))
            .collect();
        let shown: Vec<_> = homes.iter().map(Option::is_some).collect();
        let home = homes.iter().flatten().next().copied();
        let note = Note::new(
            found,
            tag.clone(),
            &shown,
            &self.article.source,
            text,
            self.ui,
        );
        match home.and_then(|home| beside.get_mut(home)) {
            Some(home) => home.notes.push(note),
            None => loose.push(note),
        }
        let mut told: BTreeSet<_> = home.into_iter().collect();
        for (label, at) in found.labels.iter().zip(homes) {
            let Some(at) = at.filter(|at| told.insert(*at)) else {
                continue;
            };
            if let Some(block) = beside.get_mut(at) {
                block.stubs.push(Stub::new(label, tag.clone()));
            }
        }
    }

    /// Marks a label in all blocks that it touches; the first of them.
    fn mark(&self, tag: &Tag, index: usize, label: &Label, beside: &mut [Beside]) -> Option<usize> {
        let span = self.places.to_reading(label.span)?;
        let blocks = &self.article.reading.blocks;
        let first = blocks.partition_point(|block| block.span.end <= span.start);
        let touched: Vec<_> = blocks
            .iter()
            .enumerate()
            .skip(first)
            .take_while(|(_, block)| block.span.start < span.end)
            .filter(|(_, block)| block.span.overlaps(span))
            .collect();
        let last = touched.len().saturating_sub(1);
        for (nth, (at, block)) in touched.iter().enumerate() {
            let mark = Mark {
                span: Span {
                    start: span.start.max(block.span.start),
                    end: span.end.min(block.span.end),
                },
                finding: tag.clone(),
                label: index,
                role: label.role,
                first: nth == 0,
                last: nth == last,
            };
            if let Some(block) = beside.get_mut(*at) {
                block.marks.push(mark);
            }
        }
        touched.first().map(|(at, _)| *at)
    }

    /// The blocks with what stands beside them; the cells of a table are one.
    fn units(&self, beside: Vec<Beside>) -> Vec<Unit> {
        let mut units: Vec<Unit> = Vec::new();
        let mut table = None;
        let mut row = None;
        for (block, beside) in self.article.reading.blocks.iter().zip(beside) {
            let segments = segment::cut(self.text(), block.span, beside.marks);
            let place = block.cell.map(|cell| cell.table);
            if place.is_none() || place != table {
                units.push(self.unit(block));
                row = None;
            }
            table = place;
            let Some(unit) = units.last_mut() else {
                continue;
            };
            unit.notes.extend(beside.notes);
            unit.stubs.extend(beside.stubs);
            let Some(cell) = block.cell else {
                unit.segments = segments;
                continue;
            };
            if row.replace(cell.row) != Some(cell.row) {
                unit.rows.push(Vec::new());
            }
            if let Some(cells) = unit.rows.last_mut() {
                let dir = text::direction(block.language);
                cells.push(CellView { dir, segments });
            }
        }
        units
    }

    fn unit(&self, block: &Block) -> Unit {
        let source = self.article.reading.to_source(block.span);
        let language = if block.cell.is_some() {
            self.article.language
        } else {
            block.language
        };
        Unit {
            kind: kind(block),
            language: language.code(),
            dir: text::direction(language),
            furniture: block.furniture,
            line: self.article.source.position(source.start).line,
            ..Unit::default()
        }
    }
}

fn kind(block: &Block) -> &'static str {
    match block.zone {
        _ if block.cell.is_some() => "table",
        Zone::Headline => "headline",
        Zone::FrontMatter => "field",
        _ if block.heading => "heading",
        Zone::Item => "item",
        Zone::Caption => "caption",
        Zone::QuoteBlock => "quote",
        Zone::Lead => "lead",
        Zone::Body | Zone::Table => "paragraph",
    }
}

/// The findings in the order in which a reader meets them.
fn by_first_place(diagnostics: &[Diagnostic]) -> Vec<&Diagnostic> {
    let mut found: Vec<_> = diagnostics.iter().collect();
    found.sort_by_key(|one| {
        let first = one.labels.iter().map(|label| label.span.start).min();
        (first, one.primary())
    });
    found
}
