//! [`mend`]: findings whose repair is beyond doubt, applied to the text.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::text::span::Span;

/// Which repairs may be applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trust {
    /// Those that may be applied unseen.
    Safe,
    /// All that stand alone.
    Every,
}

/// A text after its repairs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    /// The text.
    pub text: String,
    /// How many findings were mended.
    pub applied: usize,
    /// Whether every line stands where it stood.
    pub lines_kept: bool,
}

/// Applies the repairs of `findings` to the text that they are about; none where there is nothing to apply.
///
/// A finding with two possible repairs is left to a person. Of two that meet, the first is applied: the other is found again in
/// the new text, or is no more.
pub fn mend(text: &str, findings: &[Diagnostic], trust: Trust) -> Option<Mended> {
    let mut taken: BTreeMap<u32, &Edit> = BTreeMap::new();
    let mut applied = 0;
    for fix in findings.iter().filter_map(|found| only(found, trust)) {
        if is_sound(fix, text) && fix.edits.iter().all(|edit| is_free(&taken, edit.span)) {
            taken.extend(fix.edits.iter().map(|edit| (edit.span.start, edit)));
            applied += 1;
        }
    }
    (applied > 0).then(|| Mended {
        lines_kept: taken.values().all(|edit| keeps_lines(edit, text)),
        text: replaced(text, taken.into_values()),
        applied,
    })
}

/// The one repair of a finding, where it may be applied.
fn only(found: &Diagnostic, trust: Trust) -> Option<&Fix> {
    match found.fixes.as_slice() {
        [fix] if fix.safe || trust == Trust::Every => Some(fix),
        _ => None,
    }
}

/// Whether the edits are places of the text that stand apart from each other.
fn is_sound(fix: &Fix, text: &str) -> bool {
    let mut spans: Vec<Span> = fix.edits.iter().map(|edit| edit.span).collect();
    spans.sort_unstable();
    let apart = spans
        .iter()
        .zip(spans.iter().skip(1))
        .all(|(one, next)| one.end < next.start);
    !spans.is_empty() && apart && spans.iter().all(|span| text.get(span.range()).is_some())
}

/// Whether a place neither meets nor touches one that is taken.
fn is_free(taken: &BTreeMap<u32, &Edit>, span: Span) -> bool {
    let before = taken.range(..=span.end).next_back();
    before.is_none_or(|(_, edit)| edit.span.end < span.start)
}

fn keeps_lines(edit: &Edit, text: &str) -> bool {
    let lines = |text: &str| text.bytes().filter(|byte| *byte == b'\n').count();
    lines(edit.span.of(text)) == lines(&edit.replacement)
}

/// The text with edits made that stand in order of place.
fn replaced<'e>(text: &str, edits: impl Iterator<Item = &'e Edit>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        out.push_str(text.get(at..edit.span.start as usize).unwrap_or_default());
        out.push_str(&edit.replacement);
        at = edit.span.end as usize;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Confidence, RuleId, Severity};

    /// Start, end and what stands there instead.
    type Change<'a> = (usize, usize, &'a str);

    fn finding(fixes: &[(bool, &[Change<'_>])]) -> Diagnostic {
        let edit = |(start, end, text): &Change<'_>| Edit {
            span: Span::new(*start, *end),
            replacement: (*text).to_owned(),
        };
        let fix = |(safe, edits): &(bool, &[Change<'_>])| Fix {
            title: String::new(),
            safe: *safe,
            edits: edits.iter().map(edit).collect(),
        };
        Diagnostic {
            rule: RuleId::from("a"),
            severity: Severity::Error,
            confidence: Confidence::new(90),
            message: String::new(),
            help: String::new(),
            labels: Vec::new(),
            fixes: fixes.iter().map(fix).collect(),
        }
    }

    #[test]
    fn safe_repairs_are_applied_and_doubtful_ones_left() {
        let found = [
            finding(&[(true, &[(0, 2, "")])]),
            finding(&[(false, &[(4, 5, "X")])]),
            finding(&[(true, &[(7, 8, "1")]), (true, &[(7, 8, "2")])]),
        ];
        let safe = mend("a b c d e", &found, Trust::Safe).unwrap();
        assert_eq!((safe.text.as_str(), safe.applied), ("b c d e", 1));
        let every = mend("a b c d e", &found, Trust::Every).unwrap();
        assert_eq!((every.text.as_str(), every.applied), ("b X d e", 2));
        assert_eq!(mend("a b", &[], Trust::Every), None);
    }

    #[test]
    fn repairs_that_meet_are_not_mixed() {
        let found = [
            finding(&[(true, &[(0, 3, "x")])]),
            finding(&[(true, &[(2, 4, "y")])]),
            finding(&[(true, &[(3, 4, "z")])]),
            finding(&[(true, &[(6, 7, "\n"), (0, 1, "no")])]),
            finding(&[(true, &[(5, 7, "\n")])]),
        ];
        let mended = mend("abcdefgh", &found, Trust::Safe).unwrap();
        assert_eq!((mended.text.as_str(), mended.applied), ("xde\nh", 2));
        assert!(!mended.lines_kept);
    }

    #[test]
    fn places_that_are_none_of_the_text_are_left() {
        for edits in [[(1, 2, "x")], [(0, 99, "x")]] {
            assert_eq!(mend("م", &[finding(&[(true, &edits)])], Trust::Every), None);
        }
    }
}
