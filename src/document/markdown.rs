//! Markdown: what a reader of the page sees, each word with its place in the file.
//!
//! Read: paragraphs, headings, items, quotations, cells, the words of links, alternative text, words between HTML tags. Not read: code,
//! addresses, deleted words, comments, scripts.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use crate::document::builder::{Builder, Fragment, Kind};
use crate::document::front_matter::scalar::plain_text;
use crate::document::html::{self, Element, Part, Role, Value};
use crate::document::{Cell, Document, Zone, front_matter};
use crate::lang::Language;
use crate::text::source::Source;
use crate::text::span::Span;

/// Reads a Markdown file.
pub(super) fn read(source: Source) -> Document {
    let mut builder = Builder::new(&source.text);
    let body = front_matter::read(&mut builder);
    let mut reader = Reader::new(builder);
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES;
    let text = source.text.get(body..).unwrap_or_default();
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        reader.event(event, range.start + body..range.end + body);
    }
    reader.close();
    reader.builder.title_first_heading();
    reader.builder.finish().over(source)
}

/// What an open element of Markdown does to the words inside.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Frame {
    Plain,
    Hidden,
    Image,
    Container,
}

/// Where reading stands.
struct Reader<'s> {
    builder: Builder<'s>,
    /// The block that is being written: where it starts in the reading text, and what it is.
    open: Option<(usize, Kind)>,
    frames: Vec<Frame>,
    /// How many open elements hide their words.
    hidden: usize,
    /// Items and quotations around the place, the innermost last.
    containers: Vec<Zone>,
    /// The element of HTML that hides its words, and how many of its name are open.
    html_hidden: Option<(String, usize)>,
    /// What an element of HTML makes of the words inside.
    html_kind: Option<Kind>,
    /// How many pictures are open.
    images: usize,
    /// Words of pictures that wait for the end of the paragraph around them.
    captions: Vec<Vec<Fragment>>,
    /// Whether the headline has been met.
    headed: bool,
    tables: u32,
    /// The next cell; no row of its table has begun where `row` is none.
    row: Option<u32>,
    column: u32,
}

impl<'s> Reader<'s> {
    fn new(builder: Builder<'s>) -> Self {
        Self {
            builder,
            open: None,
            frames: Vec::new(),
            hidden: 0,
            containers: Vec::new(),
            html_hidden: None,
            html_kind: None,
            images: 0,
            captions: Vec::new(),
            headed: false,
            tables: 0,
            row: None,
            column: 0,
        }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => {
                let frame = self.start(&tag, range);
                self.frames.push(frame);
            }
            Event::End(end) => self.end(end),
            Event::Text(text) => self.words(&range, &text),
            Event::SoftBreak if self.open.is_some() => self.words(&range, " "),
            Event::HardBreak if self.open.is_some() => self.words(&range, "\n"),
            Event::InlineHtml(_) => self.html(range),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) -> Frame {
        if is_block(tag.to_end()) {
            self.close();
        }
        match tag {
            Tag::Heading { level, .. } => self.heading(*level == HeadingLevel::H1),
            Tag::Item => return self.contain(Zone::Item),
            Tag::BlockQuote(_) => return self.contain(Zone::QuoteBlock),
            Tag::FootnoteDefinition(_) => return self.contain(Zone::Body),
            Tag::HtmlBlock => self.html(range),
            Tag::Table(_) => self.table(),
            Tag::TableHead | Tag::TableRow => self.table_row(),
            Tag::TableCell => self.table_cell(),
            Tag::Image { title, .. } => {
                self.images += 1;
                self.captions.push(Vec::new());
                self.picture_title(title, range);
                return Frame::Image;
            }
            _ if self.hides(tag, &range) => {
                self.hidden += 1;
                return Frame::Hidden;
            }
            _ => {}
        }
        Frame::Plain
    }

    fn end(&mut self, end: TagEnd) {
        if is_block(end) {
            self.close();
            self.html_hidden = None;
            self.html_kind = None;
        }
        match self.frames.pop() {
            Some(Frame::Hidden) => self.hidden -= 1,
            Some(Frame::Image) => self.images -= 1,
            Some(Frame::Container) => {
                self.containers.pop();
            }
            Some(Frame::Plain) | None => {}
        }
    }

    /// Code, deleted words and bare addresses are not read. Prose that is set in by four spaces is no code: Arabic letters tell.
    fn hides(&self, tag: &Tag<'_>, range: &Range<usize>) -> bool {
        let raw = self.builder.source().get(range.clone()).unwrap_or_default();
        match tag {
            Tag::CodeBlock(CodeBlockKind::Indented) => Language::of(raw) != Language::Arabic,
            Tag::CodeBlock(CodeBlockKind::Fenced(_)) => true,
            // One tilde is «about» far more often than a deletion.
            Tag::Strikethrough => raw.starts_with("~~"),
            Tag::Link { link_type, .. } => {
                matches!(link_type, LinkType::Autolink | LinkType::Email)
            }
            _ => false,
        }
    }

    fn contain(&mut self, zone: Zone) -> Frame {
        self.containers.push(zone);
        Frame::Container
    }

    fn heading(&mut self, first_level: bool) {
        let kind = if first_level && !self.headed {
            self.headed = true;
            Kind::of(Zone::Headline)
        } else {
            Kind::heading()
        };
        self.open = Some((self.builder.at(), kind));
    }

    fn table(&mut self) {
        self.tables += 1;
        self.row = None;
    }

    fn table_row(&mut self) {
        self.row = Some(self.row.map_or(0, |row| row + 1));
        self.column = 0;
    }

    fn table_cell(&mut self) {
        let cell = Cell {
            table: self.tables.saturating_sub(1),
            row: self.row.unwrap_or(0),
            column: self.column,
        };
        self.column += 1;
        self.open = Some((self.builder.at(), Kind::cell(cell)));
    }

    /// Words of the page, from a place of the file. The rest of a tab that a container has used up stands at no place: it is an indent, not words.
    fn words(&mut self, range: &Range<usize>, text: &str) {
        if range.is_empty() || self.hidden > 0 || self.html_hidden.is_some() {
            return;
        }
        if self.images > 0 {
            if let Some(caption) = self.captions.last_mut() {
                caption.push(Fragment::read_as(range.start, range.end, text));
            }
            return;
        }
        if self.open.is_none() {
            let zone = self.containers.last().copied().unwrap_or(Zone::Body);
            let kind = self.html_kind.unwrap_or(Kind::of(zone));
            self.open = Some((self.builder.at(), kind));
        }
        self.builder
            .replace(Span::new(range.start, range.end), text);
    }

    /// Ends the block that is being written; the words of its pictures follow it.
    fn close(&mut self) {
        if let Some((start, kind)) = self.open.take() {
            self.builder.block(start, kind);
        }
        let mut before = String::new();
        for caption in std::mem::take(&mut self.captions) {
            let words = plain_text(self.builder.source(), &caption);
            if words != before && !is_file_name(&words) {
                self.builder.field(&caption, Kind::of(Zone::Caption));
            }
            before = words;
        }
    }

    /// The title of a picture is a caption of its own, before the alternative text.
    fn picture_title(&mut self, title: &str, range: Range<usize>) {
        if title.trim().is_empty() {
            return;
        }
        let raw = self.builder.source().get(range.clone()).unwrap_or_default();
        let (start, end) = raw.rfind(title).map_or((range.start, range.end), |at| {
            (range.start + at, range.start + at + title.len())
        });
        let last = self.captions.len().saturating_sub(1);
        self.captions
            .insert(last, vec![Fragment::read_as(start, end, title)]);
    }

    fn html(&mut self, range: Range<usize>) {
        let html = self.builder.source().get(range.clone()).unwrap_or_default();
        for part in html::parts(html, range.start) {
            match part {
                Part::Text(span) => self.words(&span.range(), span.of(self.builder.source())),
                Part::Read(span, read) => self.words(&span.range(), &read),
                Part::Open(element) => self.open_element(&element),
                Part::Close(element) => self.close_element(&element),
            }
        }
    }

    fn open_element(&mut self, element: &Element) {
        let role = element.role();
        if let Some((name, depth)) = &mut self.html_hidden {
            *depth += usize::from(*name == element.name);
            return;
        }
        if role.is_block() {
            self.close();
        }
        match role {
            Role::Hides => self.html_hidden = Some((element.name.clone(), 1)),
            Role::Picture => self.picture(element.attribute("alt")),
            Role::Break if self.open.is_some() => self.words(&element.span.range(), "\n"),
            Role::Zone(zone) => self.html_kind = Some(Kind::of(zone)),
            Role::Heading(level) => self.heading(level == 1),
            Role::Table => self.table(),
            Role::Row => self.table_row(),
            Role::Cell => self.table_cell(),
            Role::Break | Role::Block | Role::Inline => {}
        }
    }

    fn close_element(&mut self, element: &Element) {
        if let Some((name, depth)) = &mut self.html_hidden {
            *depth -= usize::from(*name == element.name);
            if *depth == 0 {
                self.html_hidden = None;
            }
            return;
        }
        let role = element.role();
        if role.is_block() {
            self.close();
        }
        if matches!(role, Role::Zone(_)) {
            self.html_kind = None;
        }
    }

    fn picture(&mut self, alternative: Option<&Value>) {
        if let Some(value) = alternative {
            let words = html::fragments(self.builder.source(), value.span);
            self.captions.push(words);
        }
    }
}

/// Whether an element stands on lines of its own.
fn is_block(end: TagEnd) -> bool {
    !matches!(
        end,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}

/// The name of a file stands for a picture where nobody wrote what it shows.
pub(super) fn is_file_name(words: &str) -> bool {
    !words.contains(char::is_whitespace) && words.contains(['.', '_', '/'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(text: &str) -> Document {
        read(Source::new("a.md", text))
    }

    /// Zone and words of every block.
    fn blocks(text: &str) -> Vec<(&'static str, String)> {
        let document = read_text(text);
        document
            .blocks
            .iter()
            .map(|block| {
                (
                    block.zone.name(),
                    document.slice(block.span).replace('\n', " "),
                )
            })
            .collect()
    }

    /// The bytes of the file behind the first `words` of the reading text.
    fn quote(text: &str, words: &str) -> String {
        let document = read_text(text);
        let at = document.text().find(words).unwrap();
        let span = document.to_source(Span::new(at, at + words.len()));
        document.source.slice(span).to_owned()
    }

    #[test]
    fn parts_of_an_article_are_told_apart() {
        let text = "# Bridge reopens\n\nThe bridge opened.\n\n## Delays\n\n- two lanes\n- one ramp\n\n> We waited, she said.\n\n![A ferry](f.jpg \"The old ferry\")\n\n| Year | Cars |\n|---|---|\n| 2020 | 14 |\n";
        let found = blocks(text);
        let expected = [
            ("headline", "Bridge reopens"),
            ("body", "The bridge opened."),
            ("body", "Delays"),
            ("item", "two lanes"),
            ("item", "one ramp"),
            ("quote-block", "We waited, she said."),
            ("caption", "The old ferry"),
            ("caption", "A ferry"),
            ("table", "Year"),
            ("table", "Cars"),
            ("table", "2020"),
            ("table", "14"),
        ];
        assert_eq!(found.len(), expected.len(), "{found:?}");
        for ((zone, words), (wanted, text)) in found.iter().zip(expected) {
            assert_eq!((*zone, words.as_str()), (wanted, text));
        }
        let last = read_text(text).blocks.pop().unwrap();
        assert_eq!(
            last.cell,
            Some(Cell {
                table: 0,
                row: 1,
                column: 1
            })
        );
    }

    #[test]
    fn what_a_reader_does_not_see_is_not_read() {
        let text = "قال `12` إن ~~9~~ 8 وصلوا[^1] إلى [الميناء](https://a.example/77) <https://b.example/66>\n\n```\n44 lines\n```\n\n<!-- 33 -->\n\n<script>\n22\n</script>\n\n[^1]: هامش\n";
        let read = read_text(text).text().to_owned();
        for hidden in ["12", "9", "77", "66", "44", "33", "22"] {
            assert!(!read.contains(hidden), "{hidden} in {read}");
        }
        assert!(read.contains("8 وصلوا") && read.contains("الميناء") && read.contains("هامش"));
    }

    #[test]
    fn one_tilde_is_no_deletion_and_a_dollar_no_formula() {
        assert!(read_text("about ~50~ and $5 or $6").text().contains("50"));
        assert!(
            read_text("about ~50~ and $5 or $6")
                .text()
                .contains("$5 or $6")
        );
    }

    #[test]
    fn arabic_set_in_by_spaces_is_prose() {
        assert_eq!(blocks("    وصل 14 شخصا\n")[0].1, "وصل 14 شخصا");
        assert!(blocks("    let x = 14;\n").is_empty());
    }

    #[test]
    fn the_rest_of_a_tab_is_not_read() {
        assert_eq!(blocks("- \t\t\tوصل 14 شخصا\n")[0].1, "وصل 14 شخصا");
        let second = read_text("-   أول\n\n\t\t\tوصل 14 شخصا\n\t\t\tوعاد 9\n");
        for (at, c) in second.text().char_indices() {
            let place = second.to_source(Span::new(at, at + c.len_utf8()));
            assert!(c == '\n' || !place.is_empty(), "{c:?} at {at}");
        }
    }

    #[test]
    fn places_are_bytes_of_the_file() {
        let text = "\u{FEFF}# عنوان\r\n\r\nقال &laquo;نعم&raquo; و**12** شخصا\r\nو\\*مــرّة\\*\r\n";
        assert_eq!(quote(text, "«نعم»"), "&laquo;نعم&raquo;");
        assert_eq!(quote(text, "نعم"), "نعم");
        assert_eq!(quote(text, "12"), "12");
        assert_eq!(quote(text, "12 شخصا"), "12** شخصا");
        assert_eq!(quote(text, "و12"), "و**12");
        assert_eq!(quote(text, "شخصا و"), "شخصا\r\nو");
        assert_eq!(quote(text, "مــرّة"), "مــرّة");
        assert_eq!(quote(text, "عنوان"), "عنوان");
    }

    #[test]
    fn html_is_read_by_its_words() {
        let text = "<figure>\n<img src=\"a.jpg\" alt=\"قارب &amp; شبكة\">\n<figcaption>قارب في <b>الميناء</b></figcaption>\n</figure>\n\nوصل<br>القارب <del>9</del> اليوم\n\n<table><tr><td>7</td><td>8</td></tr></table>\n";
        assert_eq!(
            blocks(text),
            [
                ("caption", "قارب & شبكة".to_owned()),
                ("caption", "قارب في الميناء".to_owned()),
                ("body", "وصل القارب  اليوم".to_owned()),
                ("table", "7".to_owned()),
                ("table", "8".to_owned()),
            ]
        );
        assert_eq!(quote(text, "قارب & شبكة"), "قارب &amp; شبكة");
    }

    #[test]
    fn titles_above_the_body_are_headlines() {
        let zones =
            |text: &str| -> Vec<_> { blocks(text).into_iter().map(|(zone, _)| zone).collect() };
        assert_eq!(
            zones("---\ntitle: One\n---\n\n# Two\n\n# Three\n"),
            ["headline", "headline", "body"]
        );
        assert_eq!(zones("## Only\n\ntext\n"), ["headline", "body"]);
        assert_eq!(zones("text\n\n## Later\n"), ["body", "body"]);
    }
}
