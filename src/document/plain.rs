//! Plain text: a block a line, the first one the headline where it reads like one.

use crate::document::builder::{Builder, Draft, Kind, visible};
use crate::document::item::{self, Marker};
use crate::document::{Document, Zone, directive, front_matter};
use crate::text::source::Source;
use crate::text::span::Span;

/// Reads a plain text file; headline and headings are told apart once site furniture is known.
pub fn read(source: Source) -> Document {
    let mut builder = Builder::new(&source.text);
    let body = front_matter::read(&mut builder);
    let blocks = blocks(&source.text, body);
    let draft = if builder.at() == 0 && builder.date.is_none() {
        Draft::identical(blocks)
    } else {
        let shift = builder.at();
        builder.copy(Span::new(body, source.text.len()));
        for (span, kind) in blocks {
            let at = |offset: u32| offset as usize - body + shift;
            builder.place(Span::new(at(span.start), at(span.end)), kind);
        }
        builder.finish()
    };
    draft.over(source)
}

/// The lines of the text from byte `body` on, without their markers.
fn blocks(text: &str, body: usize) -> Vec<(Span, Kind)> {
    let lines: Vec<Span> = lines(text, body)
        .filter(|line| !directive::is_line(line.of(text)))
        .collect();
    let markers: Vec<_> = lines
        .iter()
        .map(|line| item::marker(line.of(text)))
        .collect();
    let kinds: Vec<_> = markers
        .iter()
        .map(|found| found.map(|(marker, _)| marker))
        .collect();
    let settled = item::settle(&kinds);
    let mut blocks = Vec::with_capacity(lines.len());
    for ((line, found), settled) in lines.into_iter().zip(markers).zip(settled) {
        let (zone, skip) = match found {
            Some((Marker::Quote, length)) => (Zone::QuoteBlock, length),
            Some((_, length)) if settled => (Zone::Item, length),
            _ => (Zone::Body, 0),
        };
        let rest = Span::new(line.start as usize + skip, line.end as usize);
        if let Some(span) = visible(rest.of(text), rest.start as usize) {
            blocks.push((span, Kind::of(zone)));
        }
    }
    blocks
}

/// The visible part of every line; lines end at any of the line and paragraph separators of Unicode.
fn lines(text: &str, from: usize) -> impl Iterator<Item = Span> {
    let mut at = from;
    std::iter::from_fn(move || {
        while at < text.len() {
            let start = at;
            let (end, next) = line_end(text.as_bytes(), start);
            at = next;
            let line = visible(text.get(start..end).unwrap_or_default(), start);
            if line.is_some() {
                return line;
            }
        }
        None
    })
}

/// Where the line from `start` ends, and where the next one starts.
fn line_end(bytes: &[u8], start: usize) -> (usize, usize) {
    let begins = |byte: &u8| matches!(byte, b'\n'..=b'\r' | 0xC2 | 0xE2);
    let mut at = start;
    while let Some(step) = bytes.get(at..).and_then(|rest| first(rest, begins)) {
        at += step;
        let separator = match bytes.get(at..).unwrap_or_default() {
            [b'\n'..=b'\r', ..] => 1,
            [0xC2, 0x85, ..] => 2,
            [0xE2, 0x80, 0xA8 | 0xA9, ..] => 3,
            _ => {
                at += 1;
                continue;
            }
        };
        return (at, at + separator);
    }
    (bytes.len(), bytes.len())
}

/// Bytes that are asked at once.
const AT_ONCE: usize = 32;

/// The first byte of a kind; most runs of bytes have none, which is told of many at once.
fn first(bytes: &[u8], wanted: impl Fn(&u8) -> bool) -> Option<usize> {
    let holds = |run: &[u8]| run.iter().fold(false, |found, byte| found | wanted(byte));
    let whole = bytes.chunks_exact(AT_ONCE);
    let none = AT_ONCE * whole.take_while(|run| !holds(run)).count();
    let rest = bytes.get(none..)?;
    rest.iter().position(wanted).map(|at| none + at)
}

/// Makes the first line the headline where it reads like one, and short lines between paragraphs headings.
pub(super) fn name_headings(document: &mut Document) {
    let text = document.reading.as_deref().unwrap_or(&document.source.text);
    let mut body: Vec<_> = document
        .blocks
        .iter_mut()
        .filter(|block| {
            !block.furniture && matches!(block.zone, Zone::Body | Zone::Item | Zone::QuoteBlock)
        })
        .collect();
    let words: Vec<&str> = body.iter().map(|block| block.span.of(text)).collect();
    if let [first, _, ..] = body.as_mut_slice()
        && first.zone == Zone::Body
        && words.first().is_some_and(|line| is_headline(line))
    {
        first.zone = Zone::Headline;
        first.heading = true;
    }
    for index in 1..body.len().saturating_sub(1) {
        let is_body = |at: usize| body[at].zone == Zone::Body;
        let between = is_body(index)
            && is_body(index - 1)
            && is_body(index + 1)
            && ends_sentence(words[index - 1])
            && is_paragraph(words[index + 1]);
        if between && is_heading(words[index]) {
            body[index].heading = true;
        }
    }
}

/// A headline is one line that does not end like a sentence or go on in the next line; an exclamation mark or dots may end it.
fn is_headline(line: &str) -> bool {
    !line.ends_with([':', '؛', '،', ';', ',']) && !ends_with_full_stop(line) && words(line) <= 30
}

/// A heading inside the body is shorter than a sentence.
fn is_heading(line: &str) -> bool {
    !ends_sentence(line)
        && !line.ends_with(['،', ',', '؛', ';', ')'])
        && words(line) <= 8
        && line.len() < 120
        && line.contains(char::is_alphabetic)
}

/// Whether a block is running text and not a name, a place or a credit: it ends as a sentence does, or is long.
pub(super) fn is_paragraph(text: &str) -> bool {
    ends_sentence(text) || text.split_whitespace().nth(14).is_some()
}

fn words(line: &str) -> usize {
    line.split_whitespace().count()
}

fn ends_sentence(text: &str) -> bool {
    without_closers(text).ends_with(['.', '!', '?', '؟', '…', ':', '۔'])
}

/// One full stop, not the dots of a text cut short and not the point of an abbreviation such as "U.S.".
fn ends_with_full_stop(line: &str) -> bool {
    let Some(rest) = without_closers(line).strip_suffix(['.', '۔']) else {
        return false;
    };
    let mut back = rest.chars().rev();
    let (last, before) = (back.next(), back.next());
    let initial =
        last.is_some_and(char::is_uppercase) && before.is_none_or(|c| c == '.' || c == ' ');
    last != Some('.') && !initial
}

/// The text without quotation marks and brackets that close behind it.
fn without_closers(text: &str) -> &str {
    text.trim_end_matches(['»', '”', '"', '“', '’', '\'', ')', ']', ' '])
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, Syntax, read};
    use crate::lang::lexicon::Lexicon;
    use crate::text::source::Source;

    fn read_text(text: &str) -> Document {
        read(
            Source::new("a.txt", text),
            &Syntax::Plain,
            None,
            &Lexicon::default(),
        )
    }

    /// Zone and words of every block.
    fn blocks(text: &str) -> Vec<(&'static str, String)> {
        let document = read_text(text);
        let blocks = document.blocks.iter();
        blocks
            .map(|block| (block.zone.name(), document.slice(block.span).to_owned()))
            .collect()
    }

    fn zones(text: &str) -> Vec<&'static str> {
        blocks(text).into_iter().map(|(zone, _)| zone).collect()
    }

    #[test]
    fn lines_end_in_every_way_and_edges_are_trimmed() {
        let text = "\u{FEFF}\u{200F}العنوان\u{A0}\r\n\r\nأول.\rثان.\u{2028}\u{202B}ثالث.\u{202C}\n\u{200B}\n";
        let words: Vec<_> = blocks(text).into_iter().map(|(_, words)| words).collect();
        assert_eq!(words, ["العنوان", "أول.", "ثان.", "ثالث."]);
    }

    #[test]
    fn a_single_line_is_read() {
        assert_eq!(blocks("قُتل 12 شخصا"), [("lead", "قُتل 12 شخصا".to_owned())]);
        assert_eq!(zones("- 5 degrees"), ["lead"]);
        assert!(blocks(" \n\u{200F}\n").is_empty());
    }

    #[test]
    fn the_first_line_is_a_headline_where_it_reads_like_one() {
        let first =
            |line: &str| zones(&format!("{line}\n\nThe ferry left the harbour at dawn."))[0];
        assert_eq!(first("Ferry leaves harbour"), "headline");
        assert_eq!(first("حريق يلتهم السوق القديم!"), "headline");
        assert_eq!(first("Trade grows between Canada and the U.S."), "headline");
        assert_eq!(first("وللقصة بقية.."), "headline");
        assert_eq!(first("The ferry left."), "lead");
        assert_eq!(first("“The ferry left.”"), "lead");
        assert_eq!(first("Three ports:"), "lead");
    }

    #[test]
    fn a_byline_is_no_lead_and_a_short_line_between_paragraphs_a_heading() {
        let text = "انطلاق المعرض\n\nسلمى حداد - الميناء\nانطلق المعرض صباح اليوم.\nساعات العمل\nيفتح المعرض أبوابه عند التاسعة.\n";
        assert_eq!(zones(text), ["headline", "body", "lead", "body", "body"]);
        let headings: Vec<_> = read_text(text)
            .blocks
            .iter()
            .map(|block| block.heading)
            .collect();
        assert_eq!(headings, [true, false, false, true, false]);
    }

    #[test]
    fn items_and_quotations_lose_their_marks() {
        let text = "Plan for the port\n\nThe plan has parts.\n1. Dredging\n2. A wall\n• A crane\n> “It is late,” he said.\n";
        assert_eq!(
            blocks(text).split_off(2),
            [
                ("item", "Dredging".to_owned()),
                ("item", "A wall".to_owned()),
                ("item", "A crane".to_owned()),
                ("quote-block", "“It is late,” he said.".to_owned()),
            ]
        );
    }

    #[test]
    fn front_matter_of_a_text_file_is_read() {
        let text = "---\r\ntitle: \"حريق \\\"السوق\\\"\"\r\ndate: ٢٠٢١-١٢-٣١\r\n---\r\nاندلع الحريق فجرا.\r\n";
        let document = read_text(text);
        assert_eq!(zones(text), ["headline", "lead"]);
        assert_eq!(document.date, Some(jiff::civil::date(2021, 12, 31)));
        let quote = |index: usize| {
            document
                .source
                .slice(document.to_source(document.blocks[index].span))
        };
        assert_eq!(quote(0), "حريق \\\"السوق\\\"");
        assert_eq!(quote(1), "اندلع الحريق فجرا.");
    }

    #[test]
    fn a_ruled_line_is_no_front_matter() {
        assert_eq!(
            blocks("---\nThe ferry left the harbour: it was late.\n---\nEnd.").len(),
            4
        );
    }

    #[test]
    fn blocks_without_letters_speak_the_language_of_the_article() {
        let document = read_text("العنوان\n\nوصل القطار متأخرا.\n12\nIt was late.");
        let languages: Vec<_> = document
            .blocks
            .iter()
            .map(|block| block.language.code())
            .collect();
        assert_eq!(languages, ["ar", "ar", "ar", "en"]);
        assert_eq!(read_text("١٢").language.code(), "ar");
        assert_eq!(read_text("12").language.code(), "en");
    }
}
