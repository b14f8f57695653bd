//! The pieces of HTML, in a page or inside Markdown: tags, entities and words, each with its place.

use std::collections::BTreeMap;

use html5gum::emitters::default::{DefaultEmitter, StartTag, Token};
use html5gum::{HtmlString, Spanned, Tokenizer};

use crate::document::Zone;
use crate::document::builder::Fragment;
use crate::text::span::Span;

/// A piece of HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Words as they stand.
    Text(Span),
    /// An entity, or a run of white space, and what it reads as.
    Read(Span, String),
    /// The start of an element.
    Open(Element),
    /// The end of an element.
    Close(Element),
}

/// An element by the place of its tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Element {
    /// In lower case.
    pub(super) name: String,
    /// The tag.
    pub(super) span: Span,
    attributes: BTreeMap<String, Value>,
}

/// What an attribute says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Value {
    /// Without entities.
    pub(super) text: String,
    /// Where it stands, without its quotation marks.
    pub(super) span: Span,
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

impl Element {
    /// What one of its attributes says.
    pub(super) fn attribute(&self, name: &str) -> Option<&Value> {
        self.attributes.get(name)
    }

    /// By the name.
    pub(super) fn role(&self) -> Role {
        match self.name.as_str() {
            "del" | "s" | "strike" | "code" | "pre" | "kbd" | "samp" | "svg" | "math"
            | "button" | "select" | "nav" | "audio" | "video" | "object" | "script" | "style"
            | "template" | "textarea" | "noscript" | "iframe" | "title" => Role::Hides,
            "img" => Role::Picture,
            "br" => Role::Break,
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

/// Cuts `html`, which stands at byte `base` of the file; comments and declarations are passed over.
pub(super) fn parts(html: &str, base: usize) -> Vec<Part> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut found = Vec::new();
    for token in Tokenizer::new_with_emitter(html, emitter).flatten() {
        match token {
            Token::StartTag(tag) => found.push(Part::Open(element(&tag, html, base))),
            Token::EndTag(tag) => found.push(Part::Close(Element {
                name: tag.name.to_lossy(),
                span: Span::new(base + tag.span.start, base + tag.span.end),
                attributes: BTreeMap::new(),
            })),
            Token::String(text) => {
                let raw = html.get(text.span.start..text.span.end);
                words(raw.unwrap_or_default(), base + text.span.start, &mut found);
            }
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    found
}

/// The words of an attribute's value or of another stretch of `file` without tags.
pub(super) fn fragments(file: &str, span: Span) -> Vec<Fragment> {
    let mut found = Vec::new();
    words(span.of(file), span.start as usize, &mut found);
    let fragments = found.into_iter().filter_map(|part| match part {
        Part::Text(span) => Some(Fragment {
            source: span,
            text: None,
        }),
        Part::Read(span, read) => Some(Fragment {
            source: span,
            text: Some(read),
        }),
        Part::Open(_) | Part::Close(_) => None,
    });
    fragments.collect()
}

fn element(tag: &StartTag<usize>, html: &str, base: usize) -> Element {
    let attributes = tag.attributes.iter().map(|(name, value)| {
        let value = Value {
            text: value.value.to_lossy(),
            span: value_place(name, value, html, base),
        };
        (name.to_lossy(), value)
    });
    Element {
        name: tag.name.to_lossy(),
        span: Span::new(base + tag.span.start, base + tag.span.end),
        attributes: attributes.collect(),
    }
}

/// Where a value stands: the tokenizer's span runs from the attribute's name to somewhere behind the value.
fn value_place(
    name: &HtmlString,
    value: &Spanned<HtmlString, usize>,
    html: &str,
    base: usize,
) -> Span {
    let behind = value.span.start + name.len();
    let tail = html.get(behind..).unwrap_or_default().trim_start();
    let Some(tail) = tail.strip_prefix('=').map(str::trim_start) else {
        return Span::new(base + behind, base + behind);
    };
    let start = html.len() - tail.len();
    let (start, length) = if let Some(inner) = tail.strip_prefix(['"', '\'']) {
        let close = tail.as_bytes().first().copied();
        let length = inner.bytes().position(|byte| Some(byte) == close);
        (start + 1, length.unwrap_or(inner.len()))
    } else {
        let end = tail.find(|c: char| c.is_ascii_whitespace() || c == '>');
        (start, end.unwrap_or(tail.len()))
    };
    Span::new(base + start, base + start + length)
}

/// Cuts text without tags into what stands as it is read, and what does not: entities, and white space other than one blank.
fn words(raw: &str, base: usize, found: &mut Vec<Part>) {
    let (mut at, mut run) = (0, 0);
    while let Some(rest) = raw.get(at..).filter(|rest| !rest.is_empty()) {
        let special = match rest.as_bytes().first() {
            Some(b'&') => entity(rest),
            Some(byte) if byte.is_ascii_whitespace() => blank(rest),
            _ => None,
        };
        if let Some((length, read)) = special {
            exact(base + run, base + at, found);
            found.push(Part::Read(Span::new(base + at, base + at + length), read));
            at += length;
            run = at;
        } else {
            let first = rest.chars().next().map_or(1, char::len_utf8);
            let behind = rest.get(first..).unwrap_or_default();
            let next = behind.find(|c: char| c == '&' || c.is_ascii_whitespace());
            at += first + next.unwrap_or(behind.len());
        }
    }
    exact(base + run, base + raw.len(), found);
}

fn exact(start: usize, end: usize, found: &mut Vec<Part>) {
    if start < end {
        found.push(Part::Text(Span::new(start, end)));
    }
}

/// The length of a run of white space at the start of `rest` that is not one blank already; it reads as one.
fn blank(rest: &str) -> Option<(usize, String)> {
    let length = rest.bytes().take_while(u8::is_ascii_whitespace).count();
    (rest.get(..length) != Some(" ")).then(|| (length, " ".to_owned()))
}

/// The longest name of an entity, in bytes.
const LONGEST_NAME: usize = 40;

/// The length of the entity at the start of `rest`, and what it stands for; some names need no semicolon.
fn entity(rest: &str) -> Option<(usize, String)> {
    let name = rest.bytes().skip(1).take(LONGEST_NAME);
    let length = 1 + name
        .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#')
        .count();
    let closed = rest.as_bytes().get(length) == Some(&b';');
    let raw = rest.get(..length + usize::from(closed))?;
    let read: String = Tokenizer::new(raw)
        .flatten()
        .filter_map(|token| match token {
            Token::String(text) => Some(text.value.to_lossy()),
            _ => None,
        })
        .collect();
    // What stands behind a name without a semicolon is no part of it.
    let pairs = raw.bytes().rev().zip(read.bytes().rev());
    let behind = pairs.take_while(|(one, other)| one == other).count();
    let whole = closed && (!read.ends_with(';') || read.len() == 1);
    let behind = if whole { 0 } else { behind };
    let read = read.get(..read.len() - behind)?;
    (!read.is_empty()).then(|| (raw.len() - behind, read.to_owned()))
}

/// Names and values as text.
trait Lossy {
    fn to_lossy(&self) -> String;
}

impl Lossy for HtmlString {
    fn to_lossy(&self) -> String {
        String::from_utf8_lossy(self).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(html: &str) -> String {
        parts(html, 0)
            .iter()
            .map(|part| match part {
                Part::Text(span) => span.of(html),
                Part::Read(_, text) => text,
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
            "ab|if (a<b) {}|c"
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
    fn attributes_have_their_places() {
        for tag in [
            "<img src=\"a.jpg\" alt=\"قارب في الميناء\">",
            "<img alt = 'قارب في الميناء' src=a.jpg>",
        ] {
            let [Part::Open(picture)] = &parts(tag, 0)[..] else {
                panic!("no picture");
            };
            assert_eq!(picture.role(), Role::Picture);
            let alternative = picture.attribute("alt").unwrap();
            assert_eq!(alternative.span.of(tag), "قارب في الميناء");
        }
        for (tag, place) in [
            ("<img alt=قارب>", "قارب"),
            ("<img alt=\"\">", ""),
            ("<img alt>", ""),
        ] {
            let [Part::Open(picture)] = &parts(tag, 0)[..] else {
                panic!("no picture");
            };
            assert_eq!(picture.attribute("alt").unwrap().span.of(tag), place);
        }
    }

    #[test]
    fn entities_end_where_they_end() {
        assert_eq!(words("a&ampb &#59;&semi; &nbsp;x"), "a&b ;; \u{A0}x");
        assert_eq!(words("a &#x661;&#1634 c\r\n  d"), "a ١٢ c d");
    }
}
