//! `claims --explain --format json` and `jsonl`: every pair with its slots and weights.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::value::RawValue;

use crate::diagnostic::Severity;
use crate::report::claims::trace::{
    Side, SlotRecord, TraceFormat, TraceRecord, Traces, WeightRecord,
};
use crate::report::json;
use crate::text::source::Source;

/// One array, or one object a line.
#[derive(Debug, Default)]
pub struct Json {
    /// Whether each pair is a line of its own instead of an element of one array.
    lines: bool,
    /// Whether a pair was written, so that the next one needs a comma before it.
    started: bool,
}

impl Json {
    /// One object a line.
    pub fn lines() -> Self {
        Self {
            lines: true,
            started: false,
        }
    }
}

impl TraceFormat for Json {
    fn article(&mut self, traces: &Traces, out: &mut dyn Write) -> io::Result<()> {
        for pair in &traces.pairs {
            let lead: &[u8] = match (self.lines, self.started) {
                (true, _) => b"",
                (false, true) => b",\n",
                (false, false) => b"[\n",
            };
            out.write_all(lead)?;
            self.started = true;
            serde_json::to_writer(&mut *out, &PairJson::of(pair, &traces.source)?)?;
            if self.lines {
                out.write_all(b"\n")?;
            }
        }
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        match (self.lines, self.started) {
            (true, _) => Ok(()),
            (false, true) => out.write_all(b"\n]\n"),
            (false, false) => out.write_all(b"[]\n"),
        }
    }
}

#[derive(Serialize)]
struct PairJson<'a> {
    path: &'a str,
    first: SideJson<'a>,
    second: SideJson<'a>,
    outcome: &'static str,
    blocker: Option<&'static str>,
    agreement: &'static str,
    slip: Option<&'static str>,
    slots: Vec<SlotJson<'a>>,
    evidence: Vec<WeightJson>,
    points: Option<i32>,
    confidence: Option<Box<RawValue>>,
    told: Option<ToldJson<'a>>,
}

impl<'a> PairJson<'a> {
    fn of(pair: &'a TraceRecord, source: &'a Source) -> serde_json::Result<Self> {
        let weighed = pair.sure.is_some();
        Ok(Self {
            path: &source.path,
            first: SideJson::of(&pair.first, source),
            second: SideJson::of(&pair.second, source),
            outcome: pair.outcome,
            blocker: pair.blocker,
            agreement: pair.agreement,
            slip: pair.slip,
            slots: pair.slots.iter().map(SlotJson::of).collect(),
            evidence: pair.evidence.iter().map(WeightJson::of).collect(),
            points: weighed.then(|| pair.points()),
            confidence: pair.sure.map(json::confidence).transpose()?,
            told: pair.told.as_ref().map(|(rule, severity)| ToldJson {
                rule,
                severity: *severity,
            }),
        })
    }
}

#[derive(Serialize)]
struct SideJson<'a> {
    quote: &'a str,
    start: u32,
    end: u32,
    line: u32,
    column: u32,
    states: &'a str,
    zone: &'static str,
}

impl<'a> SideJson<'a> {
    fn of(side: &'a Side, source: &'a Source) -> Self {
        let at = source.position(side.span.start);
        Self {
            quote: source.slice(side.span),
            start: side.span.start,
            end: side.span.end,
            line: at.line,
            column: at.column,
            states: &side.states,
            zone: side.zone,
        }
    }
}

#[derive(Serialize)]
struct SlotJson<'a> {
    slot: &'static str,
    both: &'a [String],
    first: &'a [String],
    second: &'a [String],
}

impl<'a> SlotJson<'a> {
    fn of(slot: &'a SlotRecord) -> Self {
        Self {
            slot: slot.slot,
            both: &slot.both,
            first: &slot.first,
            second: &slot.second,
        }
    }
}

#[derive(Serialize)]
struct WeightJson {
    feature: &'static str,
    amount: i32,
    points: i32,
}

impl WeightJson {
    fn of(weight: &WeightRecord) -> Self {
        Self {
            feature: weight.feature,
            amount: weight.amount,
            points: weight.points,
        }
    }
}

#[derive(Serialize)]
struct ToldJson<'a> {
    rule: &'a str,
    severity: Severity,
}
