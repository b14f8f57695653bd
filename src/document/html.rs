//! The pieces of HTML that stand in Markdown: tags, entities and words, each with its place.

use pulldown_cmark::{Event, Parser};

use crate::document::Zone;
use crate::text::span::Span;

/// A piece of HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part<'h> {
    /// Words as they stand.
    Text(Span),
    /// An entity and what it stands for.
    Entity(Span, String),
    /// The start of an element.
    Open(Element<'h>),
    /// The end of an element.
    Close(Element<'h>),
}

/// An element by the place of its tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Element<'h> {
    /// As written, in either case.
    pub(super) name: &'h str,
    /// The tag.
    pub(super) span: Span,
    /// Its alternative text.
    pub(super) alternative: Option<Span>,
}

/// What an element makes of the words inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Nothing.
    Inline,
    /// They are not read.
    Hides,
    /// It has none, but a text that stands for it.
    Picture,
    /// It parts words.
    Break,
    /// They are a block, or several.
    Block,
    /// They are blocks of a zone.
    Zone(Zone),
    /// They are a heading of a level.
    Heading(u8),
    /// Rows of cells.
    Table,
    /// Cells.
    Row,
    /// They are a cell.
    Cell,
}

impl Role {
    /// Whether it parts the words before it from those inside.
    pub(super) fn is_block(self) -> bool {
        !matches!(
            self,
            Self::Inline | Self::Hides | Self::Picture | Self::Break
        )
    }
}

impl Element<'_> {
    /// By the name.
    pub(super) fn role(&self) -> Role {
        match self.name.to_ascii_lowercase().as_str() {
            "del" | "s" | "strike" | "code" | "pre" | "kbd" | "samp" | "svg" | "math"
            | "button" | "select" | "nav" | "audio" | "video" | "object" => Role::Hides,
            "img" => Role::Picture,
            "br" | "wbr" => Role::Break,
            "p" | "div" | "section" | "article" | "aside" | "figure" | "ul" | "ol" | "dl"
            | "hr" | "header" | "footer" | "main" | "details" | "summary" | "address" | "form"
            | "thead" | "tbody" | "tfoot" => Role::Block,
            "li" | "dt" | "dd" => Role::Zone(Zone::Item),
            "blockquote" => Role::Zone(Zone::QuoteBlock),
            "figcaption" | "caption" => Role::Zone(Zone::Caption),
            "h1" => Role::Heading(1),
            "h2" | "h3" | "h4" | "h5" | "h6" => Role::Heading(2),
            "table" => Role::Table,
            "tr" => Role::Row,
            "td" | "th" => Role::Cell,
            _ => Role::Inline,
        }
    }
}

/// Cuts `html`, which stands at byte `base` of the file; comments and declarations are passed over, and so is what stands in
/// elements whose words are not read as words (scripts and styles).
pub(super) fn parts(html: &str, base: usize) -> Vec<Part<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = html.get(at..).filter(|rest| !rest.is_empty()) {
        let length = match rest.bytes().next() {
            Some(b'<') => tag(rest, base + at, &mut found),
            Some(b'&') => entity(rest, base + at, &mut found),
            _ => None,
        };
        at += length.unwrap_or_else(|| {
            let first = rest.chars().next().map_or(1, char::len_utf8);
            let behind = rest.get(first..).unwrap_or_default();
            let length = first + behind.find(['<', '&']).unwrap_or(behind.len());
            found.push(Part::Text(Span::new(base + at, base + at + length)));
            length
        });
    }
    found
}

/// The length of the tag, comment or declaration at the start of `rest`; none where it is a lone `<`.
fn tag<'h>(rest: &'h str, base: usize, found: &mut Vec<Part<'h>>) -> Option<usize> {
    for (open, close) in [
        ("<!--", "-->"),
        ("<![CDATA[", "]]>"),
        ("<!", ">"),
        ("<?", ">"),
    ] {
        if let Some(inner) = rest.strip_prefix(open) {
            let end = inner.find(close).map(|end| end + close.len());
            return Some(open.len() + end.unwrap_or(inner.len()));
        }
    }
    let closing = rest.starts_with("</");
    let from = if closing { 2 } else { 1 };
    let name = rest.get(from..)?;
    let name = name.get(
        ..name
            .find(|c: char| !c.is_ascii_alphanumeric())
            .unwrap_or(name.len()),
    )?;
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let (length, alternative) = attributes(rest, from + name.len(), base);
    let element = Element {
        name,
        span: Span::new(base, base + length),
        alternative,
    };
    if closing {
        found.push(Part::Close(element));
        return Some(length);
    }
    let raw = [
        "script", "style", "template", "textarea", "noscript", "iframe",
    ];
    if raw.iter().any(|raw| name.eq_ignore_ascii_case(raw)) {
        let behind = rest.get(length..)?;
        return Some(length + raw_end(behind, name));
    }
    found.push(Part::Open(element));
    Some(length)
}

/// Bytes up to the end tag of a raw element, or to the end of the text.
fn raw_end(text: &str, name: &str) -> usize {
    let closes = |at: &usize| {
        let behind = text.get(at + 2..at + 2 + name.len());
        behind.is_some_and(|found| found.eq_ignore_ascii_case(name))
    };
    text.match_indices("</")
        .map(|(at, _)| at)
        .find(closes)
        .unwrap_or(text.len())
}

/// The length of a tag whose attributes start at `at`, and the place of its alternative text.
fn attributes(tag: &str, at: usize, base: usize) -> (usize, Option<Span>) {
    let bytes = tag.as_bytes();
    let (mut at, mut alternative) = (at, None);
    let mut name = at;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'>' => return (at + 1, alternative),
            b'"' | b'\'' if bytes.get(at.wrapping_sub(1)) == Some(&b'=') => {
                let start = at + 1;
                let value = bytes.get(start..).unwrap_or_default();
                let Some(length) = value.iter().position(|c| c == byte) else {
                    break;
                };
                let is_alt = tag
                    .get(name..at - 1)
                    .is_some_and(|name| name.trim().eq_ignore_ascii_case("alt"));
                if is_alt {
                    alternative = Some(Span::new(base + start, base + start + length));
                }
                at = start + length + 1;
                name = at;
            }
            b' ' | b'\t' | b'\n' | b'\r' => {
                at += 1;
                name = at;
            }
            _ => at += 1,
        }
    }
    (tag.len(), alternative)
}

/// The length of the entity at the start of `rest`; the table of names is the Markdown parser's.
fn entity(rest: &str, base: usize, found: &mut Vec<Part<'_>>) -> Option<usize> {
    let name = rest.as_bytes().iter().take(40);
    let length = name
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'&' | b'#'))
        .count();
    let raw = rest.get(..=length).filter(|raw| raw.ends_with(';'))?;
    let read = Parser::new(raw).find_map(|event| match event {
        Event::Text(text) if &*text != raw => Some(text.into_string()),
        _ => None,
    })?;
    found.push(Part::Entity(Span::new(base, base + raw.len()), read));
    Some(raw.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(html: &str) -> String {
        parts(html, 0)
            .iter()
            .map(|part| match part {
                Part::Text(span) => span.of(html),
                Part::Entity(_, text) => text,
                _ => "|",
            })
            .collect()
    }

    #[test]
    fn words_are_kept_and_markup_is_not() {
        assert_eq!(
            words("<p class=\"a>b\">قال &laquo;نعم&raquo;</p>"),
            "|قال «نعم»|"
        );
        assert_eq!(
            words("a<!-- 12 dead -->b<script>if (a<b) {}</script>c"),
            "abc".replace('c', "|c")
        );
        assert_eq!(
            words("3 < 5 & 6 &unknown; &#1633;"),
            "3 < 5 & 6 &unknown; ١"
        );
    }

    #[test]
    fn broken_html_ends_somewhere() {
        for html in [
            "<",
            "</",
            "<a",
            "<a b=\"",
            "<!--",
            "<script>",
            "&",
            "&#",
            "<img alt='",
            "&;",
        ] {
            parts(html, 0);
        }
    }

    #[test]
    fn alternative_text_has_its_place() {
        let html = "<img src=\"a.jpg\" alt=\"قارب في الميناء\">";
        let [Part::Open(picture)] = &parts(html, 0)[..] else {
            panic!("no picture");
        };
        assert_eq!(picture.role(), Role::Picture);
        assert_eq!(picture.alternative.unwrap().of(html), "قارب في الميناء");
    }
}
