//! The lines of an article that a finding is about, cut to windows around the words that it marks.
//!
//! A paragraph is one long line, so a line is never shown whole. The excerpt is a small text of its own, made anew for each finding in time
//! that depends on the width alone; it carries the numbers of its lines, so that nothing has to be counted from the start of the file.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::diagnostic::Label;
use crate::lang::Language;
use crate::report::bidi;
use crate::report::printable::printable;
use crate::report::terminal::window::{self, Window};
use crate::text::source::Source;
use crate::text::span::Span;

/// How many places of a finding are shown.
const MOST_PLACES: usize = 8;

/// What stands where words are left out.
const GAP: char = '…';

/// What shows a marked space.
const SPACE: char = '␣';

/// A small text with marks, and the lines of the file that it was cut from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// One line for each of `lines`.
    pub(super) text: String,
    /// By line of `text`; none for an empty line between two lines that are far apart in the file.
    pub(super) lines: Vec<Option<Line>>,
    /// In order of place. A finding about many places has some that are not shown.
    pub(super) marks: Vec<Mark>,
}

/// A line of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Its 1-based number.
    pub(super) number: u32,
    /// Whether it reads from right to left.
    pub(super) rtl: bool,
    /// Whether its words carry the marks: some of them read from right to left, so that nothing below the line would stand below the right words.
    pub(super) inline: bool,
}

/// A marked place of the excerpt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// Characters of the excerpt's text.
    pub(super) chars: Range<usize>,
    /// Which of `lines` it stands on.
    pub(super) line: usize,
    /// Which of the finding's labels it is.
    pub(super) label: usize,
}

impl Excerpt {
    /// Cuts the lines of `labels` to `width` columns each.
    pub(super) fn new(source: &Source, labels: &[Label], width: usize) -> Self {
        let mut by_line: BTreeMap<u32, Vec<(usize, Span)>> = BTreeMap::new();
        for (label, one) in labels.iter().enumerate().take(MOST_PLACES) {
            let (number, span) = on_one_line(source, one.span);
            let line = by_line.entry(number).or_default();
            if line.len() < window::most_places(width) {
                line.push((label, span));
            }
        }
        let mut excerpt = Writer::default();
        for (number, mut places) in by_line {
            places.sort_by_key(|(_, span)| *span);
            excerpt.line(source, number, &places, width);
        }
        excerpt.out
    }
}

/// The part of a span on the line where its first visible character stands; an empty one takes in a neighbouring character.
fn on_one_line(source: &Source, span: Span) -> (u32, Span) {
    // A place inside a character means that character's start.
    let on_boundary = |offset| window::boundary(&source.text, offset);
    let span = Span {
        start: on_boundary(span.start),
        end: on_boundary(span.end.max(span.start)),
    };
    let text = source.slice(span);
    let blank = text.len() - text.trim_start().len();
    let start = if blank == text.len() {
        span.start
    } else {
        span.start + blank as u32
    };
    let number = source.position(start).line;
    let line = source.line(number);
    let start = start.min(line.end);
    let end = span.end.min(line.end).max(start);
    if start < end {
        return (number, Span { start, end });
    }
    let (before, behind) = (
        Span {
            start: line.start,
            end: start,
        },
        Span {
            start,
            end: line.end,
        },
    );
    let next = source
        .slice(behind)
        .chars()
        .next()
        .map_or(0, char::len_utf8) as u32;
    let previous = source
        .slice(before)
        .chars()
        .next_back()
        .map_or(0, char::len_utf8) as u32;
    let start = if next == 0 { start - previous } else { start };
    (
        number,
        Span {
            start,
            end: end + next,
        },
    )
}

/// An excerpt in the making.
#[derive(Default)]
struct Writer {
    out: Excerpt,
    /// Characters written.
    chars: usize,
}

impl Writer {
    fn line(&mut self, source: &Source, number: u32, places: &[(usize, Span)], width: usize) {
        let apart = matches!(self.out.lines.last(), Some(Some(last)) if last.number + 1 < number);
        if apart {
            self.push('\n');
            self.out.lines.push(None);
        }
        if !self.out.lines.is_empty() {
            self.push('\n');
        }
        let line = source.line(number);
        let spans: Vec<_> = places.iter().map(|(_, span)| *span).collect();
        let windows = window::around(source.slice(line), line.start, &spans, width);
        let shown: String = windows.iter().map(|one| source.slice(one.shown)).collect();
        let index = self.out.lines.len();
        let rtl = Language::of(&shown) == Language::Arabic;
        self.out.lines.push(Some(Line {
            number,
            rtl,
            inline: rtl || bidi::has_rtl(&shown),
        }));
        let starts = self.windows(source, &windows, &spans);
        for (label, span) in places {
            let chars = chars_of(*span, &windows, &starts);
            self.out.marks.push(Mark {
                chars,
                line: index,
                label: *label,
            });
        }
    }

    /// Writes the windows of one line; the character that each byte of the file became, in order.
    fn windows(
        &mut self,
        source: &Source,
        windows: &[Window],
        places: &[Span],
    ) -> Vec<(u32, usize)> {
        // A place that is white space alone has to be seen.
        let blanks: Vec<_> = places
            .iter()
            .filter(|place| source.slice(**place).trim().is_empty())
            .collect();
        let mut starts = Vec::new();
        for (index, window) in windows.iter().enumerate() {
            if window.gap_before {
                if index > 0 {
                    self.push(' ');
                }
                self.push(GAP);
                self.push(' ');
            }
            for (at, c) in source.slice(window.shown).char_indices() {
                let at = window.shown.start + at as u32;
                starts.push((at, self.chars));
                let blank = blanks.iter().any(|one| one.start <= at && at < one.end);
                if let Some(c) = printable(if blank { SPACE } else { c }) {
                    self.push(c);
                }
            }
            starts.push((window.shown.end, self.chars));
            if window.gap_behind {
                self.push(' ');
                self.push(GAP);
            }
        }
        starts
    }

    fn push(&mut self, c: char) {
        self.out.text.push(c);
        self.chars += 1;
    }
}

/// The characters of the excerpt that show a span: what of it lies in the window where it begins.
fn chars_of(span: Span, windows: &[Window], starts: &[(u32, usize)]) -> Range<usize> {
    let holds = |one: &&Window| one.shown.start <= span.start && span.start <= one.shown.end;
    let end = windows
        .iter()
        .rfind(holds)
        .map_or(span.end, |one| span.end.min(one.shown.end));
    let char_at = |byte: u32| {
        let index = starts.partition_point(|(at, _)| *at < byte);
        starts
            .get(index)
            .or_else(|| starts.last())
            .map_or(0, |(_, at)| *at)
    };
    let start = char_at(span.start);
    start..char_at(end).max(start)
}
