//! Pages of HTML as a content management system writes them: the words of the article, each with its place in the file.
//!
//! Read: the title, the description, headings, paragraphs, items, quotations, cells, captions, alternative texts. Not read: what a reader does
//! not see, and what belongs to the site: navigation, footers, asides, forms, scripts, comments. Where the page says which part of it is the
//! article (`article`, `main`), only that part is read.

mod element;
mod head;
mod nesting;
mod scope;
mod table;

use std::collections::BTreeSet;

use crate::document::builder::{Builder, Draft, Fragment, Kind};
use crate::document::front_matter::date;
use crate::document::front_matter::scalar::plain_text;
use crate::document::html::{self, Element, Part, Role};
use crate::document::markdown::is_file_name;
use crate::document::page::head::Head;
use crate::document::page::nesting::{Effect, Nesting};
use crate::document::page::scope::{Mark, Scopes};
use crate::document::page::table::Grid;
use crate::document::{Cell, Document, Zone};
use crate::text::fold::fold;
use crate::text::source::Source;
use crate::text::span::Span;

/// Reads a page.
pub(super) fn read(source: Source) -> Document {
    let parts = html::parts(&source.text, 0);
    let head = Head::of(&parts, &source.text);
    let mut reader = Reader::new(Builder::new(&source.text));
    reader.builder.date = head.date();
    reader.builder.language = head.language;
    reader.head(&head);
    for part in &parts {
        match part {
            Part::Text(span) => reader.words(*span, span.of(&source.text)),
            Part::Read(span, read) => reader.words(*span, read),
            Part::Open(element) => reader.open_element(element),
            Part::Close(element) => reader.close_element(element),
        }
    }
    reader.finish(&head).over(source)
}

/// Where reading stands.
struct Reader<'s> {
    builder: Builder<'s>,
    /// The block that is being written: where it starts in the reading text, and what it is.
    open: Option<(usize, Kind)>,
    nesting: Nesting,
    /// How many open elements hide their words.
    hidden: usize,
    /// Items, quotations and captions around the place, the innermost last.
    zones: Vec<Zone>,
    headings: Vec<u8>,
    cells: Vec<Cell>,
    grids: Vec<Grid>,
    tables: u32,
    scopes: Scopes,
    /// Whether nothing but a line break has been written since the last one.
    broken: bool,
    /// Alternative texts that wait for the caption of their figure.
    pictures: Vec<Vec<Fragment>>,
    /// Headings and captions that have been read, folded: an alternative text that repeats one is not read.
    said: BTreeSet<String>,
    /// Whether the running text has begun: a date behind that is no date of the article.
    begun: bool,
}

/// A block of at least so many bytes is running text and no byline.
const PARAGRAPH: usize = 120;

impl<'s> Reader<'s> {
    fn new(builder: Builder<'s>) -> Self {
        Self {
            builder,
            open: None,
            nesting: Nesting::default(),
            hidden: 0,
            zones: Vec::new(),
            headings: Vec::new(),
            cells: Vec::new(),
            grids: Vec::new(),
            tables: 0,
            scopes: Scopes::default(),
            broken: false,
            pictures: Vec::new(),
            said: BTreeSet::new(),
            begun: false,
        }
    }

    /// Writes what the head of the page says: it stands before the body.
    fn head(&mut self, head: &Head) {
        for (fragments, zone) in [
            (&head.title, Zone::Headline),
            (&head.description, Zone::FrontMatter),
        ] {
            self.builder.field(fragments, Kind::of(zone));
            self.note(Mark::Head(zone));
        }
    }

    /// Ends the document: what belongs to the site is left out, and one heading is the headline.
    fn finish(mut self, head: &Head) -> Draft {
        self.close();
        self.show_pictures();
        let title = plain_text(self.builder.source(), &head.title);
        self.scopes.choose(&mut self.builder, &title);
        self.builder.finish()
    }

    /// Words of the page, from a place of the file.
    fn words(&mut self, place: Span, text: &str) {
        let blank = text.trim().is_empty();
        if self.hidden > 0 || (self.open.is_none() && blank) {
            return;
        }
        if self.open.is_none() {
            self.open = Some((self.builder.at(), self.kind()));
        }
        self.broken &= blank;
        self.builder.replace(place, text);
    }

    /// What a block that starts here is.
    fn kind(&self) -> Kind {
        match (self.headings.last(), self.cells.last(), self.zones.last()) {
            (Some(_), ..) => Kind::heading(),
            (None, Some(cell), _) => Kind::cell(*cell),
            (None, None, zone) => Kind::of(zone.copied().unwrap_or(Zone::Body)),
        }
    }

    /// Ends the block that is being written.
    fn close(&mut self) {
        self.broken = false;
        let Some((start, kind)) = self.open.take() else {
            return;
        };
        let words = self.builder.since(start);
        self.begun |= kind.zone == Zone::Body && words.len() > PARAGRAPH;
        if kind.heading || kind.zone == Zone::Caption {
            self.said.insert(fold(words.trim()));
        }
        let level = self.headings.last().copied();
        self.builder.block(start, kind);
        self.note(Mark::Block(level));
    }

    /// Says of the blocks that have been added since where they stand.
    fn note(&mut self, mark: Mark) {
        self.scopes.note(self.builder.blocks.len(), mark);
    }

    fn open_element(&mut self, element: &Element) {
        for effect in self.nesting.implied_by(&element.name) {
            self.undo(effect);
        }
        let role = element.role();
        if self.hidden == 0 {
            self.meet(element, role);
        }
        if element::is_void(&element.name) {
            return;
        }
        let effect = self.effect(element, role);
        self.nesting.push(&element.name, effect);
    }

    /// What an element does where it stands.
    fn meet(&mut self, element: &Element, role: Role) {
        if role.is_block() && self.cells.is_empty() || matches!(role, Role::Cell | Role::Table) {
            self.close();
        } else if role.is_block() {
            self.words(element.span, "\n");
        }
        match role {
            Role::Picture => {
                if let Some(value) = element.attribute("alt") {
                    let words = html::fragments(self.builder.source(), value.span);
                    self.pictures.push(words);
                }
            }
            // Two line breaks part paragraphs.
            Role::Break if element.name == "br" && self.broken => self.close(),
            Role::Break if self.open.is_some() => {
                self.words(element.span, "\n");
                self.broken = true;
            }
            _ => {}
        }
        if element.name == "time" && self.builder.date.is_none() && !self.begun {
            let value = element.attribute("datetime");
            self.builder.date = value.and_then(|value| date::parse(&value.text));
        }
    }

    /// What an element makes of what stands in it.
    fn effect(&mut self, element: &Element, role: Role) -> Effect {
        if self.hidden > 0 {
            return Effect::None;
        }
        let in_scope = self.scopes.inside();
        if role == Role::Hides || element::is_hidden(element, in_scope, self.nesting.innermost()) {
            self.hidden += 1;
            return Effect::Hides;
        }
        match role {
            Role::Zone(zone) => {
                self.zones.push(zone);
                Effect::Zone
            }
            Role::Heading(level) => {
                self.headings.push(level);
                Effect::Heading
            }
            Role::Table => {
                self.grids.push(Grid::new(self.tables));
                self.tables += 1;
                Effect::Table
            }
            Role::Row => {
                if let Some(grid) = self.grids.last_mut() {
                    grid.row();
                }
                Effect::Block
            }
            Role::Cell => self.cell(element),
            Role::Block if element.name == "figure" => Effect::Figure,
            Role::Block if self.scopes.enter(element) => Effect::Scope,
            Role::Block => Effect::Block,
            _ => Effect::None,
        }
    }

    fn cell(&mut self, element: &Element) -> Effect {
        let Some(grid) = self.grids.last_mut() else {
            return Effect::Block;
        };
        self.cells.push(grid.cell(element));
        Effect::Cell
    }

    fn close_element(&mut self, element: &Element) {
        for effect in self.nesting.close(&element.name) {
            self.undo(effect);
        }
    }

    /// Leaves an element.
    fn undo(&mut self, effect: Effect) {
        match effect {
            Effect::Hides => self.hidden = self.hidden.saturating_sub(1),
            Effect::Block if self.cells.is_empty() => self.close(),
            Effect::None | Effect::Block => {}
            _ => self.close(),
        }
        match effect {
            Effect::Zone => drop(self.zones.pop()),
            Effect::Heading => drop(self.headings.pop()),
            Effect::Table => drop(self.grids.pop()),
            Effect::Cell => drop(self.cells.pop()),
            Effect::Scope => {
                self.show_pictures();
                self.scopes.leave();
            }
            Effect::Figure => self.show_pictures(),
            Effect::None | Effect::Hides | Effect::Block => {}
        }
    }

    /// Writes the alternative texts of the pictures so far, as captions.
    fn show_pictures(&mut self) {
        for picture in std::mem::take(&mut self.pictures) {
            let words = plain_text(self.builder.source(), &picture);
            let key = fold(words.trim());
            if is_file_name(&words) || key.is_empty() || !self.said.insert(key) {
                continue;
            }
            self.builder.field(&picture, Kind::of(Zone::Caption));
            self.note(Mark::Block(None));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil;

    fn read_text(text: &str) -> Document {
        read(Source::new("a.html", text))
    }

    /// Zone and words of every block.
    fn blocks(text: &str) -> Vec<(&'static str, String)> {
        let document = read_text(text);
        let blocks = document.blocks.iter();
        blocks
            .map(|block| (block.zone.name(), document.slice(block.span).to_owned()))
            .collect()
    }

    fn words(text: &str) -> Vec<String> {
        blocks(text).into_iter().map(|(_, words)| words).collect()
    }

    /// The bytes of the file behind the first `words` of the reading text.
    fn quote(text: &str, words: &str) -> String {
        let document = read_text(text);
        let at = document.text().find(words).unwrap();
        let span = document.to_source(Span::new(at, at + words.len()));
        document.source.slice(span).to_owned()
    }

    const PAGE: &str = r##"<!DOCTYPE html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<title>حريق في سوق الخضار | صحيفة المرفأ</title>
<meta name="description" content="أصيب 12 شخصا في حريق &laquo;السوق القديم&raquo;">
<meta property="article:published_time" content="2023-05-14T08:00:00+03:00">
<style>p { margin: 77px }</style>
<script>var shown = 88;</script>
</head>
<body>
<header><a href="/">صحيفة المرفأ</a><nav><ul><li>الأخبار 99</li></ul></nav></header>
<main>
<article>
<h1>حريق في سوق الخضار</h1>
<p class="byline">ليلى حداد</p>
<p>أصيب <b>12</b> شخصا في حريق
   شبّ في السوق&nbsp;القديم.<sup><a href="#n1">1</a></sup></p>
<!-- 66 جريحا -->
<figure><img src="a.jpg" alt="واجهة السوق"><figcaption>واجهة السوق</figcaption></figure>
<ul><li>ثلاثة محال<li>مخزن واحد</ul>
<blockquote><p>وصلنا متأخرين</p><footer>شاهد عيان</footer></blockquote>
<h2>الخسائر</h2>
<table><tr><th>السوق<th>المحال<tr><td>القديم<td>3</table>
<p hidden>55 محلا</p><p style="display: none">44 محلا</p>
سطر أول<br><br>سطر ثان
<aside>اقرأ 33 خبرا</aside>
</article>
<article><h2>خبر آخر</h2><p>سافر 22 طالبا.</p></article>
</main>
<footer>11 شارع الميناء</footer>
</body>
</html>
"##;

    #[test]
    fn the_parts_of_a_page_are_told_apart() {
        let expected = [
            ("front-matter", "أصيب 12 شخصا في حريق «السوق القديم»"),
            ("headline", "حريق في سوق الخضار"),
            ("body", "ليلى حداد"),
            ("body", "أصيب 12 شخصا في حريق شبّ في السوق\u{A0}القديم."),
            ("caption", "واجهة السوق"),
            ("item", "ثلاثة محال"),
            ("item", "مخزن واحد"),
            ("quote-block", "وصلنا متأخرين"),
            ("body", "الخسائر"),
            ("table", "السوق"),
            ("table", "المحال"),
            ("table", "القديم"),
            ("table", "3"),
            ("body", "سطر أول"),
            ("body", "سطر ثان"),
        ];
        let found = blocks(PAGE);
        for (found, (zone, words)) in found.iter().zip(expected) {
            assert_eq!((found.0, found.1.as_str()), (zone, words));
        }
        assert_eq!(found.len(), expected.len());
        let document = read_text(PAGE);
        assert_eq!(document.date, Some(civil::date(2023, 5, 14)));
        let cell = document.blocks.iter().rev().find_map(|block| block.cell);
        let last = Cell {
            table: 0,
            row: 1,
            column: 1,
        };
        assert_eq!(cell, Some(last));
    }

    #[test]
    fn places_are_bytes_of_the_file() {
        assert_eq!(quote(PAGE, "«السوق"), "&laquo;السوق");
        assert_eq!(
            quote(PAGE, "12 شخصا في حريق شبّ"),
            "12</b> شخصا في حريق\n   شبّ"
        );
        assert_eq!(quote(PAGE, "السوق\u{A0}القديم"), "السوق&nbsp;القديم");
    }

    #[test]
    fn a_title_that_says_something_else_is_read_too() {
        let page = |title: &str| {
            format!("<title>{title}</title><body><h1>Ferry sinks, 14 saved</h1><p>It sank.</p>")
        };
        assert_eq!(words(&page("Ferry sinks, 14 saved - The Quay")).len(), 2);
        assert_eq!(words(&page("Ferry sinks")).len(), 2);
        assert_eq!(
            words(&page("Ferry sinks, 41 saved | The Quay"))[0],
            "Ferry sinks, 41 saved"
        );
        assert_eq!(
            blocks("<title>Ferry sinks</title><p>It sank.")[0].0,
            "headline"
        );
        assert_eq!(blocks("<h2>Ferry sinks</h2><p>It sank.")[0].0, "headline");
    }

    #[test]
    fn the_headline_is_the_one_of_the_article() {
        let page = "<title>Ferry sinks - The Quay</title><header><h1>The Quay</h1></header><h1>Ferry sinks</h1><p>It sank.</p>";
        assert_eq!(blocks(page)[0], ("body", "The Quay".to_owned()));
        assert_eq!(blocks(page)[1].0, "headline");
        let above = "<h1>Ferry sinks</h1><nav>12 links</nav><article><p>It sank at night.</p></article><div>Try our app</div>";
        assert_eq!(words(above), ["Ferry sinks", "It sank at night."]);
    }

    #[test]
    fn the_day_of_publication_is_found_wherever_it_stands() {
        let day = Some(civil::date(2022, 1, 9));
        for page in [
            "<meta itemprop=datePublished content='2022-01-09'>",
            "<script type=\"application/ld+json\">{\"@graph\": [{\"datePublished\" : \"2022-01-09T10:00:00Z\",\n\"x\": \"a & b\"}]}</script>",
            "<meta name=date content=2020-12-01><meta property=\"article:published_time\" content=\"2022-01-09\">",
            "<article><time datetime=\"2022-01-09\">yesterday</time><p>It sank.</p></article>",
            "<p>It sank.<p><time itemprop=datePublished datetime=2022-01-09>9 Jan</time>",
        ] {
            assert_eq!(read_text(page).date, day, "{page}");
        }
        let long = "It sank off the northern mole. ".repeat(6);
        let late = format!("<p>{long}<p>It was built in <time datetime=1999-01-09>1999</time>.");
        assert_eq!(read_text(&late).date, None);
    }

    #[test]
    fn cells_that_reach_over_rows_move_the_others() {
        let page = "<table><tr><td rowspan=2>a<td>b<tr><td>c<tr><td colspan=2>d<td>e</table>";
        let places: Vec<_> = read_text(page)
            .blocks
            .iter()
            .filter_map(|block| block.cell.map(|cell| (cell.row, cell.column)))
            .collect();
        assert_eq!(places, [(0, 0), (0, 1), (1, 1), (2, 0), (2, 2)]);
    }

    #[test]
    fn broken_pages_are_read_as_far_as_they_go() {
        for page in [
            "<p>12 boats",
            "</div></p>12 boats",
            "<p><b>12 boats</p></b>",
            "<table><td>12 boats",
            "<li>12 boats",
            "<td>12 boats</td>",
        ] {
            assert_eq!(words(page), ["12 boats"], "{page}");
        }
        assert!(words("<style>12 boats").is_empty());
    }
}
