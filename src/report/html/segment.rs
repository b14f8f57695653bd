//! The text of a block cut at the ends of its marks: marks may overlap, elements may not.

use serde::Serialize;

use crate::diagnostic::{Role, Severity};
use crate::report::html::text;
use crate::text::span::Span;

/// How many marks are shown on one word; a deeper pile says nothing more.
const DEEPEST: usize = 6;

/// The part of a label that lies in a block.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    /// Where in the reading text.
    pub(super) span: Span,
    /// The finding.
    pub(super) finding: Tag,
    /// Which of its labels.
    pub(super) label: usize,
    /// The label's role.
    pub(super) role: Role,
    /// Whether the label begins here.
    pub(super) first: bool,
    /// Whether it ends here.
    pub(super) last: bool,
}

/// What marks, notes and filters know a finding by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Tag {
    /// The article's and the finding's number: unique in the page.
    pub(super) key: String,
    /// The finding's number in its article.
    pub(super) number: usize,
    /// The severity, as a class.
    pub(super) severity: Severity,
    /// Which of the page's rules.
    pub(super) rule: usize,
}

/// A run of text with the same marks on all of it.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Segment {
    text: String,
    /// The outermost first.
    marks: Vec<MarkView>,
    /// The findings whose label ends behind it.
    ends: Vec<Tag>,
}

#[derive(Clone, Debug, Serialize)]
struct MarkView {
    #[serde(flatten)]
    tag: Tag,
    primary: bool,
    /// The name that links go to, where the label begins.
    id: Option<String>,
}

/// Cuts `block`, a span of the reading text `whole`.
pub(super) fn cut(whole: &str, block: Span, mut marks: Vec<Mark>) -> Vec<Segment> {
    // The longer mark is the outer one.
    marks.sort_by_key(|mark| (mark.span.start, std::cmp::Reverse(mark.span.end)));
    let mut cuts: Vec<u32> = marks
        .iter()
        .flat_map(|mark| [mark.span.start, mark.span.end])
        .chain([block.start, block.end])
        .map(|at| at.clamp(block.start, block.end))
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    let mut waiting = marks.iter().peekable();
    let mut active: Vec<&Mark> = Vec::new();
    let mut segments = Vec::new();
    for (start, end) in cuts.iter().zip(cuts.iter().skip(1)) {
        while let Some(mark) = waiting.next_if(|mark| mark.span.start <= *start) {
            active.push(mark);
        }
        segments.push(Segment {
            text: text::plain(
                Span {
                    start: *start,
                    end: *end,
                }
                .of(whole),
            ),
            marks: active
                .iter()
                .take(DEEPEST)
                .map(|mark| view(mark, *start))
                .collect(),
            ends: ends(&active, *end),
        });
        active.retain(|mark| mark.span.end > *end);
    }
    segments
}

/// The findings of the marks that end at a place, by number.
fn ends(active: &[&Mark], end: u32) -> Vec<Tag> {
    let ending = active
        .iter()
        .filter(|mark| mark.last && mark.span.end == end);
    let mut tags: Vec<_> = ending.map(|mark| mark.finding.clone()).collect();
    tags.sort_by_key(|tag| tag.number);
    tags
}

fn view(mark: &Mark, start: u32) -> MarkView {
    let begins = mark.first && mark.span.start == start;
    MarkView {
        tag: mark.finding.clone(),
        primary: mark.role == Role::Primary,
        id: begins.then(|| anchor(&mark.finding, mark.label)),
    }
}

/// The name of the place of a label.
pub(super) fn anchor(finding: &Tag, label: usize) -> String {
    format!("m{}-{label}", finding.key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(start: usize, end: usize, number: usize) -> Mark {
        Mark {
            span: Span::new(start, end),
            finding: Tag {
                key: format!("1-{number}"),
                number,
                severity: Severity::Error,
                rule: 0,
            },
            label: 0,
            role: Role::Primary,
            first: true,
            last: true,
        }
    }

    #[test]
    fn overlapping_marks_are_cut_where_they_end() {
        let segments = cut(
            "abcdefgh",
            Span::new(0, 8),
            vec![mark(4, 8, 2), mark(2, 6, 1)],
        );
        let shown: Vec<_> = segments
            .iter()
            .map(|segment| {
                let marks = segment.marks.iter().map(|mark| mark.tag.number);
                let ends = segment.ends.iter().map(|tag| tag.number);
                (
                    segment.text.as_str(),
                    marks.collect::<Vec<_>>(),
                    ends.collect::<Vec<_>>(),
                )
            })
            .collect();
        assert_eq!(
            shown,
            [
                ("ab", vec![], vec![]),
                ("cd", vec![1], vec![]),
                ("ef", vec![1, 2], vec![1]),
                ("gh", vec![2], vec![2]),
            ]
        );
    }

    #[test]
    fn a_name_stands_once() {
        let segments = cut("abcd", Span::new(0, 4), vec![mark(0, 4, 1), mark(1, 2, 2)]);
        let names: Vec<_> = segments
            .iter()
            .flat_map(|segment| &segment.marks)
            .filter_map(|mark| mark.id.as_deref())
            .collect();
        assert_eq!(names, ["m1-1-0", "m1-2-0"]);
    }
}
