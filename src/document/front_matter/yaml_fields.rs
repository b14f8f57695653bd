//! YAML front matter, field by field with the places of its words, which the YAML parser does not give.
//!
//! No anchor is followed and nothing is nested beyond the line it stands on, so that a hostile file costs no more than its length.
//!
//! ```text
//! field = indent ("- ")* name ":" value
//! value = "…" | '…' | (">" | "|") lines further in | words, and lines further in
//! ```

use crate::document::front_matter::key::Key;
use crate::document::front_matter::scalar::{Quoting, quoted};
use crate::document::front_matter::{Field, Fragment, line};
use crate::text::span::Span;

/// The fields in order of place.
pub(super) fn read(text: &str, span: Span) -> Vec<Field> {
    let end = span.end as usize;
    let text = text.get(..end).unwrap_or(text);
    let mut fields = Vec::new();
    let mut at = span.start as usize;
    while let Some((one, next)) = line(text, at) {
        let Some(entry) = entry(one) else {
            at = next;
            continue;
        };
        let value = at + entry.value;
        let lines_end = end_of_lines(text, next, entry.indent);
        let (found, after) = scalar(text, value, next, lines_end);
        at = after;
        let key = Key::of(entry.name).filter(|key| entry.indent == 0 || key.holds_inside());
        if let (Some(key), Some(value)) = (key, found) {
            fields.push(Field { key, value });
        }
    }
    fields
}

struct Entry<'l> {
    indent: usize,
    name: &'l str,
    /// Where the value starts in the line.
    value: usize,
}

/// The field that a line opens.
fn entry(line: &str) -> Option<Entry<'_>> {
    let mut rest = line.trim_start_matches(' ');
    while let Some(inner) = rest.strip_prefix("- ") {
        rest = inner.trim_start_matches(' ');
    }
    let indent = line.len() - rest.len();
    if rest.starts_with('#') {
        return None;
    }
    let colon = match rest.chars().next()? {
        mark @ ('"' | '\'') => {
            let close = rest.get(1..)?.find(mark)? + 2;
            let gap = rest.get(close..)?;
            gap.trim_start()
                .starts_with(':')
                .then(|| close + gap.len() - gap.trim_start().len())?
        }
        _ => rest.find(':')?,
    };
    let behind = rest.get(colon + 1..)?;
    // «العنوان:انفجار» is no YAML, yet a field all the same; `https://…` is none.
    let name = rest.get(..colon)?;
    let glued = !behind.is_empty() && !behind.starts_with([' ', '\t']);
    if glued && (behind.starts_with('/') || Key::of(name).is_none()) {
        return None;
    }
    let value = indent + colon + 1 + behind.len() - behind.trim_start().len();
    Some(Entry {
        indent,
        name,
        value,
    })
}

/// Where the lines from `at` on that stand further in than `indent` end; empty lines count with what follows them.
fn end_of_lines(text: &str, mut at: usize, indent: usize) -> usize {
    let mut end = at;
    while let Some((one, next)) = line(text, at) {
        let inner = one.trim_start_matches([' ', '\t']);
        if inner.is_empty() {
            at = next;
        } else if one.len() - inner.len() > indent {
            at = next;
            end = next;
        } else {
            break;
        }
    }
    end
}

/// The value that starts at `start`, on a line behind which `next` begins, with further lines up to `end`; and where reading goes on.
/// No value where it is a list, a mapping or empty.
fn scalar(text: &str, start: usize, next: usize, end: usize) -> (Option<Vec<Fragment>>, usize) {
    let first_line = text.get(start..next).unwrap_or_default();
    let start = start + properties(first_line);
    let rest = text.get(start..next).unwrap_or_default().trim_end();
    match rest.chars().next() {
        Some('"') => (
            Some(quoted(
                text,
                start + 1,
                end.max(next),
                Some('"'),
                Quoting::Escapes,
            )),
            end.max(next),
        ),
        Some('\'') => (
            Some(quoted(
                text,
                start + 1,
                end.max(next),
                Some('\''),
                Quoting::Doubled,
            )),
            end.max(next),
        ),
        Some('|' | '>') => (Some(words(text, next, end, false)), end.max(next)),
        Some('[' | '{' | '*') => (None, next),
        None | Some('#') => match text.get(next..end).map(str::trim_start) {
            Some(lines) if opens_words(lines) => {
                (Some(words(text, next, end, true)), end.max(next))
            }
            _ => (None, next),
        },
        Some(_) if matches!(rest, "~" | "null" | "Null" | "NULL" | "true" | "false") => {
            (None, next)
        }
        Some(_) => (Some(words(text, start, end.max(next), true)), end.max(next)),
    }
}

/// The length of tags and anchors before a value.
fn properties(value: &str) -> usize {
    let mut rest = value;
    while rest.starts_with(['!', '&']) {
        let word = rest.find([' ', '\n', '\r']).unwrap_or(rest.len());
        rest = rest.get(word..).unwrap_or_default();
        rest = rest.trim_start_matches([' ', '\t']);
    }
    value.len() - rest.len()
}

/// Whether the lines below a name without a value are words, not a list or a mapping.
fn opens_words(lines: &str) -> bool {
    let first = lines.lines().next().unwrap_or_default();
    !first.is_empty()
        && !first.starts_with(['-', '#', '[', '{', '"', '\'', '|', '>'])
        && entry(first).is_none()
}

/// Lines of words, joined by spaces; ` #` ends a line of plain words.
fn words(text: &str, start: usize, end: usize, comments: bool) -> Vec<Fragment> {
    let mut found: Vec<Fragment> = Vec::new();
    let (mut at, mut last) = (start, start);
    let text = text.get(..end).unwrap_or(text);
    while let Some((one, next)) = line(text, at) {
        let cut = if comments { one.find(" #") } else { None };
        let one = one.get(..cut.unwrap_or(one.len())).unwrap_or(one);
        let body = one.trim();
        if !body.is_empty() {
            let from = at + one.len() - one.trim_start().len();
            if !found.is_empty() {
                found.push(Fragment::read_as(last, from, " "));
            }
            last = from + body.len();
            found.push(Fragment::exact(from, last));
        }
        at = next;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::front_matter::scalar::plain_text;

    fn fields(text: &str) -> Vec<(Key, String)> {
        read(text, Span::new(0, text.len()))
            .into_iter()
            .map(|field| (field.key, plain_text(text, &field.value)))
            .collect()
    }

    #[test]
    fn every_style_of_value_is_read() {
        let text = "title: \"حريق في \\\"السوق\\\"\"\nheadline: 'the mayor''s plan' # draft\ndescription: >\n  سطر أول\n  سطر ثان\nsummary: |\n  one\n\n  two\ndeck: plain words # note\n  go on\nlead:\n  below\n";
        let read: Vec<_> = fields(text).into_iter().map(|(_, value)| value).collect();
        assert_eq!(
            read,
            [
                "حريق في \"السوق\"",
                "the mayor's plan",
                "سطر أول سطر ثان",
                "one two",
                "plain words go on",
                "below"
            ]
        );
    }

    #[test]
    fn only_captions_count_inside_other_fields() {
        let text = "title: One\nauthor:\n  title: Editor\nimage:\n  src: a.jpg\n  caption: Two boats\ntags: [a, b]\ngallery:\n  - src: b.jpg\n    alt: A bridge\n";
        assert_eq!(
            fields(text),
            [
                (Key::Title, "One".to_owned()),
                (Key::Caption, "Two boats".to_owned()),
                (Key::Caption, "A bridge".to_owned())
            ]
        );
    }

    #[test]
    fn broken_fields_are_read_as_far_as_they_go() {
        assert_eq!(fields("title: Fire: two hurt\n")[0].1, "Fire: two hurt");
        assert_eq!(
            fields("title: \"never closed\ndate: 2021-01-02\n")[1].1,
            "2021-01-02"
        );
        assert_eq!(
            fields("العنوان:انفجار في الميناء\n")[0].1,
            "انفجار في الميناء"
        );
        assert!(fields("title: *missing\ntitle: [unclosed\ntitle:\n\u{0}\n: :\n").len() <= 1);
    }
}
