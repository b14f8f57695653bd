//! `--statistics`: how often each rule spoke, in place of the findings.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use crate::diagnostic::{RuleId, Severity};
use crate::lang::Language;
use crate::report::json::{SummaryJson, ToolJson};
use crate::report::look::Look;
use crate::report::row::{self, Ink, Row};
use crate::report::words::Word;
use crate::report::{ArticleReport, Format, Summary, printable, terminal};

/// The name and version of the schema.
const SCHEMA: &str = "tadqiq.statistics/1";

/// Counts by rule, as a table or as JSON.
#[derive(Debug)]
pub struct Statistics {
    /// How the table looks; JSON where none.
    look: Option<Look>,
    rules: BTreeMap<RuleId, Counts>,
    arabic: usize,
}

#[derive(Clone, Copy, Debug, Default, Serialize)]
struct Counts {
    findings: usize,
    errors: usize,
    warnings: usize,
    infos: usize,
    articles: usize,
}

impl Counts {
    /// In the order of the columns.
    fn cells(&self) -> [usize; 5] {
        [
            self.findings,
            self.errors,
            self.warnings,
            self.infos,
            self.articles,
        ]
    }
}

impl Statistics {
    /// A table of a certain look, or JSON where there is none.
    pub fn new(look: Option<Look>) -> Self {
        Self {
            look,
            rules: BTreeMap::new(),
            arabic: 0,
        }
    }

    /// The rules that spoke most go first.
    fn rows(&self) -> Vec<(&RuleId, &Counts)> {
        let mut rows: Vec<_> = self.rules.iter().collect();
        rows.sort_by_key(|(_, counts)| std::cmp::Reverse(counts.findings));
        rows
    }

    fn table(&self, look: Look, summary: &Summary, out: &mut dyn Write) -> io::Result<()> {
        let pen = look.pen(Severity::Info);
        let columns = if look.width < WIDE { NARROW } else { USUAL };
        for head in heads(columns, terminal::ui(summary, self.arabic, look)) {
            head.write(pen, out)?;
        }
        for (rule, counts) in self.rows() {
            let cells = counts.cells().into_iter().zip(columns);
            let cells = cells.map(|(count, width)| format!("{count:>width$}"));
            let rule = printable::line(rule.as_str());
            let text = format!("{}  {rule}", cells.collect::<String>());
            row::text(&text, Ink::Plain).write(pen, out)?;
        }
        writeln!(out)?;
        terminal::summary(summary, self.arabic, look, out)
    }
}

/// The widths of the columns that hold counts.
type Columns = [usize; 5];

/// With room for English heads.
const USUAL: Columns = [8, 10, 10, 10, 10];

/// Where there is little room.
const NARROW: Columns = [5; 5];

/// What the usual columns and the longest names of rules need.
const WIDE: usize = 76;

/// The heads of the columns. Arabic words beside each other would change places, and narrow columns hold none, so that each has a row of its
/// own, with a line down to its column.
fn heads(columns: Columns, ui: Language) -> Vec<Row> {
    let words = [
        Word::Findings,
        Word::Errors,
        Word::Warnings,
        Word::Infos,
        Word::Articles,
    ];
    let names = words.map(|word| word.text(ui)).into_iter().zip(columns);
    if ui == Language::English && columns == USUAL {
        let names = names.map(|(name, width)| format!("{name:>width$}"));
        let head = format!("{}  rule", names.collect::<String>());
        return vec![row::text(&head, Ink::Strong)];
    }
    let mut lines = String::new();
    let heads = names.map(|(name, width)| {
        let blanks = " ".repeat(width - 1);
        let mut head = row::text(&format!("{lines}{blanks}┌ "), Ink::Frame);
        head.push_text(row::text(name, Ink::Strong), ui == Language::Arabic);
        lines = format!("{lines}{blanks}│");
        head
    });
    heads.collect()
}

impl Format for Statistics {
    fn article(&mut self, article: &ArticleReport, _: &mut dyn Write) -> io::Result<()> {
        self.arabic += usize::from(article.is_arabic());
        let mut spoke: Vec<&RuleId> = Vec::new();
        for found in &article.diagnostics {
            let counts = self.rules.entry(found.rule.clone()).or_default();
            counts.findings += 1;
            match found.severity {
                Severity::Error => counts.errors += 1,
                Severity::Warning => counts.warnings += 1,
                Severity::Info => counts.infos += 1,
            }
            spoke.push(&found.rule);
        }
        spoke.sort_unstable();
        spoke.dedup();
        for rule in spoke {
            if let Some(counts) = self.rules.get_mut(rule) {
                counts.articles += 1;
            }
        }
        Ok(())
    }

    fn end(&mut self, summary: &Summary, out: &mut dyn Write) -> io::Result<()> {
        if let Some(look) = self.look {
            return self.table(look, summary, out);
        }
        let report = StatisticsJson {
            schema: SCHEMA,
            tool: ToolJson::default(),
            rules: self
                .rows()
                .into_iter()
                .map(|(rule, counts)| RuleJson {
                    rule: rule.as_str(),
                    counts: *counts,
                })
                .collect(),
            summary: SummaryJson::of(summary),
        };
        serde_json::to_writer(&mut *out, &report)?;
        writeln!(out)
    }
}

#[derive(Serialize)]
struct StatisticsJson<'a> {
    schema: &'static str,
    tool: ToolJson,
    rules: Vec<RuleJson<'a>>,
    summary: SummaryJson,
}

#[derive(Serialize)]
struct RuleJson<'a> {
    rule: &'a str,
    #[serde(flatten)]
    counts: Counts,
}
