//! `claims --format csv`: a record a claim, with a head, for spreadsheets and data desks.

use std::io::{self, Write};

use crate::report::claims::plain::Plain;
use crate::report::claims::{ClaimRecord, Ledger, LedgerFormat};

/// The names of the columns.
const HEAD: [&str; 20] = [
    "path",
    "line",
    "column",
    "start",
    "end",
    "language",
    "kind",
    "quote",
    "value",
    "low",
    "high",
    "hedge",
    "unit",
    "dimension",
    "counted",
    "class",
    "assertion",
    "zone",
    "time",
    "source",
];

/// `--format csv`.
#[derive(Debug, Default)]
pub struct Csv {
    /// Whether the head was written.
    started: bool,
}

impl Csv {
    fn head(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if std::mem::replace(&mut self.started, true) {
            return Ok(());
        }
        write(out, &HEAD.map(str::to_owned))
    }
}

impl LedgerFormat for Csv {
    fn article(&mut self, ledger: &Ledger, out: &mut dyn Write) -> io::Result<()> {
        self.head(out)?;
        for claim in &ledger.claims {
            write(out, &record(claim, ledger))?;
        }
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        self.head(out)
    }
}

fn write(out: &mut dyn Write, record: &[String; HEAD.len()]) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(record)?;
    writer.flush()
}

fn record(claim: &ClaimRecord, ledger: &Ledger) -> [String; HEAD.len()] {
    let at = ledger.source.position(claim.span.start);
    let disk = ledger.source.on_disk(claim.span);
    let show = |span| ledger.source.slice(span).to_owned();
    let value = Plain::of_claim(claim);
    let counted = claim.counted.as_ref();
    [
        ledger.source.path.clone(),
        at.line.to_string(),
        at.column.to_string(),
        disk.start.to_string(),
        disk.end.to_string(),
        ledger.language.code().to_owned(),
        claim.kind.to_owned(),
        show(claim.span),
        value.written,
        value.low,
        value.high,
        claim.hedge.to_owned(),
        claim
            .unit
            .map(|unit| unit.id.to_owned())
            .unwrap_or_default(),
        claim
            .unit
            .map(|unit| unit.dimension.to_owned())
            .unwrap_or_default(),
        counted
            .map(|counted| show(counted.span))
            .unwrap_or_default(),
        counted
            .and_then(|counted| counted.class.clone())
            .unwrap_or_default(),
        claim.assertion.unwrap_or_default().to_owned(),
        claim.zone.to_owned(),
        claim.time.map(show).unwrap_or_default(),
        claim.source.map(show).unwrap_or_default(),
    ]
}
