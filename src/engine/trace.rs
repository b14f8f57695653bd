//! From compared claims to the plain records that `claims --explain` shows.

use std::collections::BTreeMap;

use crate::analysis::Analysis;
use crate::claim::Claim;
use crate::claim::compare::blocker::Blocker;
use crate::claim::compare::evidence::Evidence;
use crate::claim::compare::frame::{Cues, Frame, frame};
use crate::claim::compare::pairs::Key;
use crate::claim::compare::slip::{Slip, Typed, slip};
use crate::claim::compare::trace::{self, Outcome, Trace};
use crate::claim::compare::{Context, pairs, score};
use crate::diagnostic::{Diagnostic, Severity};
use crate::engine::Lines;
use crate::quantity::interval::{self, Agreement, Interval};
use crate::report::claims::trace::{Side, SlotRecord, TraceRecord, WeightRecord};
use crate::token::vocabulary::Concept;

/// The records of the pairs that `lines` choose; `told` is what the rules say of the article.
pub(super) fn records(
    article: &Analysis<'_>,
    lines: Lines,
    told: &[Diagnostic],
) -> Vec<TraceRecord> {
    let context = Context {
        document: article.document,
        tokens: &article.tokens,
        lexicon: article.lexicon,
        claims: &article.claims,
    };
    let scribe = Scribe {
        article,
        context,
        told,
        spelled: spelled(article),
    };
    let traces = match lines {
        Lines::All => trace::looked_at(context),
        Lines::Of(line) => {
            let mut traces = trace::looked_at(context);
            let here = scribe.claims_on(line);
            traces.retain(|one| here.contains(&one.first) || here.contains(&one.second));
            traces
        }
        Lines::Between(one, other) => {
            trace::between(context, &scribe.claims_on(one), &scribe.claims_on(other))
        }
    };
    traces.iter().map(|one| scribe.record(one)).collect()
}

/// How each concept is first written in the article.
fn spelled<'a>(article: &Analysis<'a>) -> BTreeMap<Concept, &'a str> {
    let mut spelled = BTreeMap::new();
    for (at, token) in article.tokens.list.iter().enumerate() {
        let concept = article.tokens.word(at).concept;
        let written = article.document.slice(token.span);
        spelled.entry(concept).or_insert(written);
    }
    spelled
}

/// Writes records of one article.
struct Scribe<'a> {
    article: &'a Analysis<'a>,
    context: Context<'a>,
    told: &'a [Diagnostic],
    spelled: BTreeMap<Concept, &'a str>,
}

impl Scribe<'_> {
    /// The claims that touch a line of the file.
    fn claims_on(&self, line: u32) -> Vec<usize> {
        let document = self.article.document;
        let row = document.source.line(line);
        let touches = |claim: &Claim| {
            let span = document.to_source(claim.span);
            span.start < row.end && row.start < span.end
        };
        let claims = self.article.claims.iter().enumerate();
        claims
            .filter(|(_, claim)| touches(claim))
            .map(|(index, _)| index)
            .collect()
    }

    fn record(&self, trace: &Trace) -> TraceRecord {
        let [one, other] = [trace.first, trace.second].map(|at| &self.article.claims[at]);
        let (outcome, blocker, evidence, sure) = match &trace.outcome {
            Outcome::NoFigure => ("no-figure", None, Vec::new(), None),
            Outcome::OtherKey => ("other-key", None, Vec::new(), None),
            Outcome::NoWord => ("no-word", None, Vec::new(), None),
            Outcome::Blocked(blocker) => ("blocked", Some(*blocker), Vec::new(), None),
            Outcome::Weighed(evidence, sure) => {
                ("weighed", evidence.doubt, weights(evidence), Some(*sure))
            }
        };
        TraceRecord {
            first: self.side(one),
            second: self.side(other),
            outcome,
            blocker: blocker.map(Blocker::name),
            agreement: agreement(one, other),
            slip: slipped(one, other),
            slots: self.slots(one, other),
            evidence,
            sure,
            told: self.told_of(one, other),
        }
    }

    fn side(&self, claim: &Claim) -> Side {
        Side {
            span: self.article.document.to_source(claim.span),
            states: interval::hard(&claim.quantity).map_or_else(String::new, show),
            zone: self.article.block(claim).zone.name(),
        }
    }

    /// The gravest finding that marks both.
    fn told_of(&self, one: &Claim, other: &Claim) -> Option<(String, Severity)> {
        let spans = [one, other].map(|claim| self.article.document.to_source(claim.span));
        let marks = |found: &&Diagnostic| {
            let marked = |span| found.labels.iter().any(|label| label.span == span);
            spans.iter().all(|span| marked(*span))
        };
        let found = self.told.iter().filter(marks);
        found
            .max_by_key(|found| found.severity)
            .map(|found| (found.rule.as_str().to_owned(), found.severity))
    }

    fn slots(&self, one: &Claim, other: &Claim) -> Vec<SlotRecord> {
        let keys = [one, other].map(|claim| self.keys(claim));
        let [a, b] = [one, other].map(|claim| frame(self.context, claim));
        let words = |pick: fn(&Frame) -> &[Concept]| {
            [pick(&a), pick(&b)].map(|list| {
                let mut spelled: Vec<String> = list.iter().map(|word| self.spell(*word)).collect();
                // The numbers of words hang on what was read before, so the order is that of their letters.
                spelled.sort_unstable();
                spelled
            })
        };
        let places = [&a, &b].map(|frame| {
            let places = frame.places.iter();
            places
                .map(|place| self.context.lexicon.places.name(*place).to_owned())
                .collect()
        });
        let slots = [
            ("key", keys),
            ("modifiers", words(|frame| &frame.modifiers)),
            ("words", words(|frame| &frame.concepts)),
            ("names", words(|frame| &frame.names)),
            ("places", places),
            ("anchors", [a.anchors.clone(), b.anchors.clone()]),
            ("cues", [&a, &b].map(|frame| cues(frame.cues))),
        ];
        let slots = slots.map(|(slot, [first, second])| compared(slot, &first, &second));
        let empty = |slot: &SlotRecord| {
            slot.both.is_empty() && slot.first.is_empty() && slot.second.is_empty()
        };
        slots.into_iter().filter(|slot| !empty(slot)).collect()
    }

    fn keys(&self, claim: &Claim) -> Vec<String> {
        let keys = pairs::keys(self.context, claim);
        let name = |key: Key| match key {
            Key::Fate(class) => self.context.lexicon.nouns.class_name(class).to_owned(),
            Key::Noun(noun) => self.spell(noun),
            Key::Unit(_, unit) => unit.to_owned(),
        };
        keys.into_iter().map(name).collect()
    }

    fn spell(&self, concept: Concept) -> String {
        self.spelled
            .get(&concept)
            .map(|word| (*word).to_owned())
            .unwrap_or_default()
    }
}

/// What two lists have in common, and what each has alone.
fn compared(slot: &'static str, first: &[String], second: &[String]) -> SlotRecord {
    let alone = |one: &[String], other: &[String]| {
        let rest = one.iter().filter(|item| !other.contains(item));
        rest.cloned().collect()
    };
    let both = first.iter().filter(|item| second.contains(item));
    SlotRecord {
        slot,
        both: both.cloned().collect(),
        first: alone(first, second),
        second: alone(second, first),
    }
}

fn cues(cues: Cues) -> Vec<String> {
    let names = [
        (Cues::COMPARED, "compared"),
        (Cues::EARLIER, "earlier"),
        (Cues::PART, "part-of"),
        (Cues::WHOLE, "whole"),
        (Cues::CHANGE, "changed"),
        (Cues::TOTAL, "total"),
        (Cues::CUMULATIVE, "cumulative"),
        (Cues::FRESH, "fresh"),
        (Cues::ANOTHER, "another"),
        (Cues::NEGATION, "negation"),
        (Cues::FUTURE, "future"),
        (Cues::RATE, "rate"),
    ];
    let held = names.iter().filter(|(cue, _)| cues.contains(*cue));
    held.map(|(_, name)| (*name).to_owned()).collect()
}

/// The weights, the heaviest first.
fn weights(evidence: &Evidence) -> Vec<WeightRecord> {
    let mut weights: Vec<_> = score::points(evidence)
        .map(|one| WeightRecord {
            feature: one.feature,
            amount: one.amount,
            points: one.points,
        })
        .collect();
    weights.sort_by_key(|one| std::cmp::Reverse(one.points.abs()));
    weights
}

fn agreement(one: &Claim, other: &Claim) -> &'static str {
    match interval::agrees(&one.quantity, &other.quantity) {
        Agreement::Same => "same",
        Agreement::Compatible => "compatible",
        Agreement::Loose => "loose",
        Agreement::Contradict => "contradict",
        Agreement::Incomparable => "incomparable",
    }
}

fn slipped(one: &Claim, other: &Claim) -> Option<&'static str> {
    let number = |claim: &Claim| claim.quantity.value.amount()?.written;
    let (one, other) = (number(one)?, number(other)?);
    if one == other {
        return None;
    }
    match slip(&Typed::new(one), &Typed::new(other)) {
        Slip::DigitsSwapped => Some("digits-swapped"),
        Slip::OneDigit => Some("one-digit"),
        Slip::PowerOfTen => Some("power-of-ten"),
        Slip::ScaleWord => Some("scale-word"),
        Slip::Other => None,
    }
}

/// An interval as mathematics writes it, a point as its number.
fn show(interval: Interval) -> String {
    if let (Some(low), Some(high)) = (interval.low, interval.high)
        && low.at == high.at
    {
        return low.at.to_string();
    }
    let low = interval.low.map_or_else(
        || "(-∞".to_owned(),
        |end| format!("{}{}", if end.inside { '[' } else { '(' }, end.at),
    );
    let high = interval.high.map_or_else(
        || "∞)".to_owned(),
        |end| format!("{}{}", end.at, if end.inside { ']' } else { ')' }),
    );
    format!("{low}, {high}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Language;
    use crate::report::claims::trace::word;

    #[test]
    fn everything_has_a_word_in_both_languages() {
        let names = Blocker::ALL.iter().map(|blocker| blocker.name().to_owned());
        for name in names.chain(cues(Cues::all())) {
            assert_ne!(word(&name, Language::Arabic), name);
            assert_ne!(word(&name, Language::English), "");
        }
    }
}
