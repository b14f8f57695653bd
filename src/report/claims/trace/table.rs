//! `claims --explain --format table`: a pair in a few rows, for people.

use std::io::{self, Write};

use crate::lang::Language;
use crate::report::claims::rows::Rows;
use crate::report::claims::trace::words::word;
use crate::report::claims::trace::{Side, SlotRecord, TraceFormat, TraceRecord, Traces};
use crate::report::look::Look;
use crate::report::printable;
use crate::report::row::{self, Ink, Row};
use crate::report::words;

/// `--format table`.
#[derive(Debug)]
pub struct Table(Rows);

impl Table {
    /// A table of a certain look.
    pub fn new(look: Look) -> Self {
        Self(Rows::new(look))
    }
}

impl TraceFormat for Table {
    fn article(&mut self, traces: &Traces, out: &mut dyn Write) -> io::Result<()> {
        let ui = self.0.ui(traces.language);
        for pair in &traces.pairs {
            self.0.part(out)?;
            for side in [&pair.first, &pair.second] {
                let (lead, quote) = headline(side, traces);
                let rtl = quote.is_rtl();
                self.0.row(lead, quote, rtl, out)?;
            }
            for (name, text) in rows(pair, ui) {
                let mut row = row::text(&format!("{}: ", word(name, ui)), Ink::Related);
                row.push(&printable::line(&text), Ink::Plain);
                let lead = row::text("    ", Ink::Plain);
                self.0.row(lead, row, ui == Language::Arabic, out)?;
            }
        }
        Ok(())
    }
}

/// Where a figure stands, and its words.
fn headline(side: &Side, traces: &Traces) -> (Row, Row) {
    let at = traces.source.position(side.span.start);
    let path = printable::line(&traces.source.path);
    let lead = format!("{path}:{}:{}  ", at.line, at.column);
    let quote = printable::line(traces.source.slice(side.span));
    (row::text(&lead, Ink::Plain), row::text(&quote, Ink::Strong))
}

/// The rows of a pair: what they are called, and their text.
fn rows(pair: &TraceRecord, ui: Language) -> Vec<(&'static str, String)> {
    let mut rows = vec![("verdict", verdict(pair, ui)), ("states", states(pair, ui))];
    rows.extend(pair.slots.iter().map(|slot| (slot.slot, parts(slot, ui))));
    if !pair.evidence.is_empty() {
        rows.push(("evidence", evidence(pair, ui)));
    }
    rows
}

/// What became of the pair, and what is told of it.
fn verdict(pair: &TraceRecord, ui: Language) -> String {
    let mut said = vec![word(pair.outcome, ui).to_owned()];
    if let Some(blocker) = pair.blocker {
        let lead = pair.sure.map(|_| format!("{}: ", word("doubted", ui)));
        said.push(format!("{}{}", lead.unwrap_or_default(), word(blocker, ui)));
    }
    if let Some(sure) = pair.sure {
        said.push(format!("{} {}", word("sure", ui), sure.hundredths()));
    }
    said.push(match &pair.told {
        Some((rule, severity)) => format!("{} {rule}", words::severity(*severity, ui)),
        None => word("untold", ui).to_owned(),
    });
    said.join(" · ")
}

/// What each allows, and whether both can be true.
fn states(pair: &TraceRecord, ui: Language) -> String {
    let mut said = format!(
        "{} | {} · {}",
        pair.first.states,
        pair.second.states,
        word(pair.agreement, ui)
    );
    if let Some(slip) = pair.slip {
        said.push_str(" · ");
        said.push_str(word(slip, ui));
    }
    said
}

/// What both have in one respect, then what each has alone.
fn parts(slot: &SlotRecord, ui: Language) -> String {
    let comma = if ui == Language::Arabic { "، " } else { ", " };
    let list = |items: &[String]| {
        let items: Vec<_> = items.iter().map(|item| word(item, ui)).collect();
        items.join(comma)
    };
    let mut said = Vec::new();
    if !slot.both.is_empty() {
        said.push(list(&slot.both));
    }
    for (name, items) in [("first", &slot.first), ("second", &slot.second)] {
        if !items.is_empty() {
            said.push(format!("{}: {}", word(name, ui), list(items)));
        }
    }
    said.join(" · ")
}

/// The weights, and their sum.
fn evidence(pair: &TraceRecord, ui: Language) -> String {
    let weights = pair.evidence.iter().map(|weight| {
        let amount = if weight.amount == 1 {
            String::new()
        } else {
            format!(" ({})", weight.amount)
        };
        format!("{}{amount} {:+}", word(weight.feature, ui), weight.points)
    });
    let mut said: Vec<_> = weights.collect();
    said.push(format!("{} {:+}", word("sum", ui), pair.points()));
    said.join(" · ")
}
