//! Windows: the parts of a long line around the places that are marked.

use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthChar as _;

use crate::report::printable::columns;
use crate::text::span::Span;

/// Columns that one place gets at least.
const LEAST: usize = 24;

/// Columns of the sign that stands for words left out, with its blanks.
const GAP: usize = 3;

/// Columns of the brackets that stand around a place where there is no colour.
const BRACKETS: usize = 2;

/// Bytes on either side that are looked at for each column: more than the widest text needs, and a bound on the cost.
const BYTES_A_COLUMN: usize = 8;

/// A part of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Window {
    /// Bytes of the file.
    pub(super) shown: Span,
    /// Whether words are left out before it.
    pub(super) gap_before: bool,
    /// Whether words are left out behind it and no window follows.
    pub(super) gap_behind: bool,
}

/// How many places of one line can be shown in a width.
pub(super) fn most_places(width: usize) -> usize {
    (width / (LEAST + GAP + BRACKETS)).max(1)
}

/// The windows of a line around `places`, which are spans of the file in order; `base` is the line's first byte.
pub(super) fn around(line: &str, base: u32, places: &[Span], width: usize) -> Vec<Window> {
    let each = (width / places.len().max(1))
        .saturating_sub(GAP + BRACKETS)
        .max(LEAST);
    let mut shown: Vec<Span> = Vec::new();
    for place in places {
        let local = Span {
            start: place.start.saturating_sub(base),
            end: place.end.saturating_sub(base),
        };
        let one = one_window(line, local, each);
        match shown.last_mut() {
            Some(last) if is_joint(place_text(line, last.end, one.start)) => *last = last.to(one),
            _ => shown.push(one),
        }
    }
    let last = shown.len().saturating_sub(1);
    let mut from = 0;
    let mut windows = Vec::with_capacity(shown.len());
    for (index, one) in shown.into_iter().enumerate() {
        let left_out = |start, end| !Span { start, end }.of(line).trim().is_empty();
        windows.push(Window {
            shown: Span {
                start: one.start + base,
                end: one.end + base,
            },
            gap_before: index > 0 || left_out(from, one.start),
            gap_behind: index == last && left_out(one.end, line.len() as u32),
        });
        from = one.end;
    }
    windows
}

/// Whether two windows are one: what lies between them is blank, and no wider than the sign for what is left out.
fn is_joint(between: &str) -> bool {
    between.trim().is_empty() && columns(between) <= GAP
}

/// The window around one place of a line: words on both sides in turn while they fit. A place that is wider than the window is cut.
fn one_window(line: &str, place: Span, width: usize) -> Span {
    let end = fit(line, place, width);
    let mut room = width.saturating_sub(columns(place_text(line, place.start, end)));
    let reach = (width * BYTES_A_COLUMN) as u32;
    let far_left = boundary(line, place.start.saturating_sub(reach));
    let far_right = boundary(line, end.saturating_add(reach));
    let mut left = place_text(line, far_left, place.start)
        .split_word_bounds()
        .rev();
    let mut right = place_text(line, end, far_right).split_word_bounds();
    let mut window = Span {
        start: place.start,
        end,
    };
    let (mut left_open, mut right_open) = (true, end >= place.end);
    while left_open || right_open {
        let before = left
            .next()
            .filter(|word| left_open && columns(word) <= room);
        left_open = before.is_some();
        if let Some(word) = before {
            window.start -= word.len() as u32;
            room -= columns(word);
        }
        let behind = right
            .next()
            .filter(|word| right_open && columns(word) <= room);
        right_open = behind.is_some();
        if let Some(word) = behind {
            window.end += word.len() as u32;
            room -= columns(word);
        }
    }
    trim(line, window, place)
}

/// The window without white space at its ends, where that is no part of the place.
fn trim(line: &str, window: Span, place: Span) -> Span {
    let before = place_text(line, window.start, place.start);
    let behind = place_text(line, place.end.min(window.end), window.end);
    Span {
        start: window.start + (before.len() - before.trim_start().len()) as u32,
        end: window.end - (behind.len() - behind.trim_end().len()) as u32,
    }
}

/// The end of a place, moved back to where it fills the width, or on over the marks that belong to its last letter.
fn fit(line: &str, place: Span, width: usize) -> u32 {
    let mut used = 0;
    let mut end = place.start;
    for part in place.of(line).graphemes(true) {
        used += columns(part);
        if used > width && end > place.start {
            return end;
        }
        end += part.len() as u32;
    }
    let rest = place_text(line, end, line.len() as u32);
    let marks = rest
        .chars()
        .take_while(|c| !c.is_control() && c.width() == Some(0));
    end + marks.take(8).map(char::len_utf8).sum::<usize>() as u32
}

fn place_text(line: &str, start: u32, end: u32) -> &str {
    Span { start, end }.of(line)
}

/// The last character boundary at or before an offset.
pub(super) fn boundary(line: &str, offset: u32) -> u32 {
    let mut at = (offset as usize).min(line.len());
    while !line.is_char_boundary(at) {
        at -= 1;
    }
    at as u32
}
