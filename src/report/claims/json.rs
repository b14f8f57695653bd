//! `claims --format json` and `jsonl`: every claim with the keys that the contract names.

use std::io::{self, Write};

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::report::claims::{
    ClaimRecord, DateRecord, Ledger, LedgerFormat, TimeRecord, UnitRecord, ValueRecord,
};
use crate::text::source::Source;
use crate::text::span::Span;

/// `--format json`: one array.
#[derive(Debug, Default)]
pub struct Json {
    /// Whether a claim was written, so that the next one needs a comma before it.
    started: bool,
}

impl LedgerFormat for Json {
    fn article(&mut self, ledger: &Ledger, out: &mut dyn Write) -> io::Result<()> {
        for claim in &ledger.claims {
            out.write_all(if self.started { b",\n" } else { b"[\n" })?;
            self.started = true;
            serde_json::to_writer(&mut *out, &ClaimJson::of(claim, ledger))?;
        }
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(if self.started { b"\n]\n" } else { b"[]\n" })
    }
}

/// `--format jsonl`: one claim a line.
#[derive(Debug, Default)]
pub struct Jsonl;

impl LedgerFormat for Jsonl {
    fn article(&mut self, ledger: &Ledger, out: &mut dyn Write) -> io::Result<()> {
        for claim in &ledger.claims {
            serde_json::to_writer(&mut *out, &ClaimJson::of(claim, ledger))?;
            out.write_all(b"\n")?;
        }
        Ok(())
    }
}

#[derive(Serialize)]
struct ClaimJson<'a> {
    path: &'a str,
    language: &'static str,
    kind: &'static str,
    quote: &'a str,
    start: u32,
    end: u32,
    line: u32,
    column: u32,
    number: Option<PlaceJson<'a>>,
    value: ValueJson<'a>,
    hedge: &'static str,
    unit: Option<UnitRecord>,
    counted: Option<CountedJson<'a>>,
    assertion: Option<&'static str>,
    zone: &'static str,
    time: Option<PlaceJson<'a>>,
    source: Option<PlaceJson<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parts: Vec<PartJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    duration_seconds: Option<&'a Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    resolved: Option<ResolvedJson>,
}

impl<'a> ClaimJson<'a> {
    fn of(claim: &'a ClaimRecord, ledger: &'a Ledger) -> Self {
        let source = &ledger.source;
        let at = source.position(claim.span.start);
        let disk = source.on_disk(claim.span);
        let place = |span| PlaceJson::of(span, source);
        Self {
            path: &source.path,
            language: ledger.language.code(),
            kind: claim.kind,
            quote: source.slice(claim.span),
            start: disk.start,
            end: disk.end,
            line: at.line,
            column: at.column,
            number: claim.number.map(place),
            value: ValueJson(&claim.value),
            hedge: claim.hedge,
            unit: claim.unit,
            counted: claim.counted.as_ref().map(|counted| {
                let place = source.on_disk(counted.span);
                CountedJson {
                    quote: source.slice(counted.span),
                    class: counted.class.as_deref(),
                    start: place.start,
                    end: place.end,
                }
            }),
            assertion: claim.assertion,
            zone: claim.zone,
            time: claim.time.map(place),
            source: claim.source.map(place),
            parts: claim.parts.iter().map(PartJson::of).collect(),
            duration_seconds: (claim.kind == "duration").then_some(&claim.seconds),
            resolved: claim.resolved.map(|(low, high)| ResolvedJson { low, high }),
        }
    }
}

#[derive(Serialize)]
struct PlaceJson<'a> {
    quote: &'a str,
    start: u32,
    end: u32,
}

impl<'a> PlaceJson<'a> {
    fn of(span: Span, source: &'a Source) -> Self {
        let place = source.on_disk(span);
        Self {
            quote: source.slice(span),
            start: place.start,
            end: place.end,
        }
    }
}

#[derive(Serialize)]
struct ResolvedJson {
    low: DateRecord,
    high: DateRecord,
}

#[derive(Serialize)]
struct CountedJson<'a> {
    quote: &'a str,
    class: Option<&'a str>,
    start: u32,
    end: u32,
}

#[derive(Serialize)]
struct PartJson<'a> {
    value: &'a str,
    unit: &'static str,
}

impl<'a> PartJson<'a> {
    fn of((value, unit): &'a (String, &'static str)) -> Self {
        Self { value, unit }
    }
}

/// The value in the shape of its kind; `null` where there is none.
struct ValueJson<'a>(&'a ValueRecord);

impl Serialize for ValueJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            ValueRecord::Amount { low, high, written } => {
                let mut map = serializer.serialize_map(Some(3))?;
                map.serialize_entry("low", low)?;
                map.serialize_entry("high", high)?;
                map.serialize_entry("written", written)?;
                map.end()
            }
            ValueRecord::Date(date) => date.serialize(serializer),
            ValueRecord::Dates(low, high) => ends(low, high, serializer),
            ValueRecord::Time(time) => time.serialize(serializer),
            ValueRecord::Times(low, high) => ends(low, high, serializer),
            ValueRecord::Score(sides) => {
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry("sides", sides)?;
                map.end()
            }
            ValueRecord::None => serializer.serialize_none(),
        }
    }
}

fn ends<T: Serialize, S: Serializer>(low: &T, high: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(2))?;
    map.serialize_entry("low", low)?;
    map.serialize_entry("high", high)?;
    map.end()
}

impl Serialize for DateRecord {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(5))?;
        map.serialize_entry("year", &self.year)?;
        map.serialize_entry("month", &self.month)?;
        map.serialize_entry("day", &self.day)?;
        map.serialize_entry("weekday", &self.weekday)?;
        map.serialize_entry("calendar", self.calendar)?;
        map.end()
    }
}

impl Serialize for TimeRecord {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("hour", &self.hour)?;
        map.serialize_entry("minute", &self.minute)?;
        if let Some(second) = self.second {
            map.serialize_entry("second", &second)?;
        }
        map.end()
    }
}
