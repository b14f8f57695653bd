//! `claims --format table`: a row a claim for people. What is Latin stands in columns, the words of the article stand last, so that Arabic
//! moves no column.

use std::fmt::Write as _;
use std::io::{self, Write};

use crate::report::claims::plain::Plain;
use crate::report::claims::rows::Rows;
use crate::report::claims::{ClaimRecord, Ledger, LedgerFormat};
use crate::report::look::Look;
use crate::report::printable;
use crate::report::row::{self, Ink, Row};

/// Columns of place, kind, value and unit or class.
const COLUMNS: [usize; 4] = [8, 9, 14, 18];

/// `--format table`.
#[derive(Debug)]
pub struct Table(Rows);

impl Table {
    /// A table of a certain look.
    pub fn new(look: Look) -> Self {
        Self(Rows::new(look))
    }
}

impl LedgerFormat for Table {
    fn article(&mut self, ledger: &Ledger, out: &mut dyn Write) -> io::Result<()> {
        if ledger.claims.is_empty() {
            return Ok(());
        }
        self.0.part(out)?;
        self.0.heading(&printable::line(&ledger.source.path), out)?;
        for claim in &ledger.claims {
            let lead = row::text(&columns(claim, ledger), Ink::Plain);
            let quote = words(claim, ledger);
            let rtl = quote.is_rtl();
            self.0.row(lead, quote, rtl, out)?;
        }
        Ok(())
    }
}

/// The columns that hold Latin and digits alone.
fn columns(claim: &ClaimRecord, ledger: &Ledger) -> String {
    let at = ledger.source.position(claim.span.start);
    let class = claim
        .counted
        .as_ref()
        .and_then(|counted| counted.class.as_deref());
    let of = [claim.unit.map(|unit| unit.id), class, claim.assertion];
    let cells = [
        format!("{}:{}", at.line, at.column),
        claim.kind.to_owned(),
        format!("{}{}", sign(claim.hedge), Plain::of_claim(claim).short()),
        of.into_iter().flatten().collect::<Vec<_>>().join(", "),
    ];
    let mut row = String::new();
    for (cell, width) in cells.iter().zip(COLUMNS) {
        // Writing to a string cannot fail.
        let _ = write!(row, "{cell:<width$}  ");
    }
    row
}

/// The claim's words, when it holds and who said it.
fn words(claim: &ClaimRecord, ledger: &Ledger) -> Row {
    let show = |span| printable::line(ledger.source.slice(span));
    let mut row = row::text(&show(claim.span), Ink::Strong);
    for span in [claim.time, claim.source].into_iter().flatten() {
        row.push(&format!(" · {}", show(span)), Ink::Plain);
    }
    row
}

/// The bound that a hedge sets, as a sign.
fn sign(hedge: &str) -> &'static str {
    match hedge {
        "about" | "nearly" | "vague" => "~ ",
        "more-than" => "> ",
        "at-least" => "≥ ",
        "less-than" => "< ",
        "at-most" | "up-to" => "≤ ",
        _ => "",
    }
}
