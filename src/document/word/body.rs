//! [`Body`]: from the XML of a part to paragraphs.

use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use crate::document::word::WordError;
use crate::document::word::paragraph::Paragraph;
use crate::document::word::style::{Role, Styles, attribute};
use crate::document::{Cell, Zone};
use crate::text::span::Span;

/// What has been read.
pub(super) struct Body<'s> {
    styles: &'s Styles,
    text: String,
    found: Vec<(Span, Paragraph)>,
    /// The paragraph that is being read; more than one inside a text box, which stands in a paragraph.
    open: Vec<Paragraph>,
    /// Paragraphs of text boxes, which follow the one that they stand in.
    boxed: Vec<Paragraph>,
    /// Words of paragraphs whose end has been deleted.
    carried: String,
    /// How many elements around the place hide their words.
    hidden: usize,
    /// Whether the words of the place are text.
    is_text: bool,
    tables: u32,
    grids: Vec<Cell>,
}

impl<'s> Body<'s> {
    pub(super) fn new(styles: &'s Styles) -> Self {
        Self {
            styles,
            text: String::new(),
            found: Vec::new(),
            open: Vec::new(),
            boxed: Vec::new(),
            carried: String::new(),
            hidden: 0,
            is_text: false,
            tables: 0,
            grids: Vec::new(),
        }
    }

    /// Reads a part.
    pub(super) fn read(&mut self, name: &str, xml: &str) -> Result<(), WordError> {
        let mut reader = Reader::from_str(xml.trim_start_matches('\u{FEFF}'));
        loop {
            let event = reader.read_event();
            let event = event.map_err(|error| WordError::Damaged(format!("{name}: {error}")))?;
            match event {
                Event::Eof => break,
                Event::Start(tag) => self.start(&tag),
                Event::Empty(tag) => self.empty(&tag),
                Event::End(tag) => self.end(tag.name().0),
                Event::Text(text) => self.words(&text),
                Event::CData(text) => self.words(&text),
                Event::GeneralRef(reference) => self.reference(&reference),
                _ => {}
            }
        }
        // A part that is cut short is read as far as it goes.
        while !self.open.is_empty() {
            self.end("w:p");
        }
        if !self.carried.is_empty() {
            self.open.push(Paragraph::new(None));
            self.close();
        }
        self.hidden = 0;
        self.is_text = false;
        self.grids.clear();
        Ok(())
    }

    /// The text, a line for each paragraph, and where each stands in it.
    pub(super) fn finish(self) -> (String, Vec<(Span, Paragraph)>) {
        (self.text, self.found)
    }

    fn start(&mut self, tag: &BytesStart<'_>) {
        let name = tag.name().0;
        if self.hidden > 0 || hides(name, tag) {
            self.hidden += 1;
            return;
        }
        match name {
            "w:p" => self.open.push(Paragraph::new(self.grids.last().copied())),
            "w:t" => self.is_text = true,
            "w:tbl" => self.table(),
            _ => self.empty(tag),
        }
    }

    /// An element whose content does not matter.
    fn empty(&mut self, tag: &BytesStart<'_>) {
        if self.hidden > 0 {
            return;
        }
        let name = tag.name().0;
        if name == "w:gridSpan" {
            self.span(tag);
        }
        if name == "w:p" {
            self.open.push(Paragraph::new(self.grids.last().copied()));
            self.close();
        }
        let styles = self.styles;
        let Some(paragraph) = self.open.last_mut() else {
            return;
        };
        match name {
            "w:pStyle" => {
                let id = attribute(tag, "w:val").unwrap_or_default();
                match styles.role(&id) {
                    Some(Role::Heading(level)) => paragraph.level = Some(level),
                    Some(Role::Zone(zone)) => paragraph.zone = zone,
                    None => {}
                }
            }
            "w:numPr" if paragraph.zone == Zone::Body => paragraph.zone = Zone::Item,
            "w:outlineLvl" => {
                let level = attribute(tag, "w:val").and_then(|level| level.parse::<u8>().ok());
                // The level behind the last is that of running text.
                let level = level.filter(|level| *level < 9).map(|level| level + 1);
                paragraph.level = paragraph.level.or(level);
            }
            "w:del" => paragraph.joins = true,
            "w:r" => paragraph.hidden = false,
            "w:vanish" => paragraph.hidden = is_on(tag),
            _ => self.mark(name),
        }
    }

    /// An element that stands for a character.
    fn mark(&mut self, name: &str) {
        let mark = match name {
            "w:tab" | "w:ptab" => '\t',
            // No line of the text ends inside a paragraph.
            "w:br" | "w:cr" => ' ',
            "w:noBreakHyphen" => '\u{2011}',
            _ => return,
        };
        if let Some(paragraph) = self.open.last_mut().filter(|paragraph| !paragraph.hidden) {
            paragraph.text.push(mark);
        }
    }

    fn end(&mut self, name: &str) {
        if self.hidden > 0 {
            self.hidden -= 1;
            return;
        }
        match name {
            "w:p" => self.close(),
            "w:t" => self.is_text = false,
            "w:tc" => {
                if let Some(cell) = self.grids.last_mut() {
                    cell.column = cell.column.saturating_add(1);
                }
            }
            "w:tr" => {
                if let Some(cell) = self.grids.last_mut() {
                    cell.row = cell.row.saturating_add(1);
                    cell.column = 0;
                }
            }
            "w:tbl" => drop(self.grids.pop()),
            _ => {}
        }
    }

    fn words(&mut self, text: &str) {
        if !self.is_text || self.hidden > 0 {
            return;
        }
        if let Some(paragraph) = self.open.last_mut().filter(|paragraph| !paragraph.hidden) {
            let line_end = |c| c == '\n' || c == '\r';
            paragraph.text.push_str(&text.replace(line_end, " "));
        }
    }

    fn reference(&mut self, reference: &BytesRef<'_>) {
        let character = reference.resolve_char_ref().ok().flatten();
        match character {
            Some(c) => self.words(c.encode_utf8(&mut [0; 4])),
            None => self.words(resolve_xml_entity(reference).unwrap_or_default()),
        }
    }

    fn table(&mut self) {
        let table = self.tables;
        self.tables += 1;
        self.grids.push(Cell {
            table,
            row: 0,
            column: 0,
        });
    }

    /// A cell over several columns moves those behind it; it is met before the cell's own words, so they are counted from its last column.
    fn span(&mut self, tag: &BytesStart<'_>) {
        let columns = attribute(tag, "w:val").and_then(|columns| columns.parse::<u32>().ok());
        if let Some(cell) = self.grids.last_mut() {
            let more = columns.unwrap_or(1).clamp(1, 100) - 1;
            cell.column = cell.column.saturating_add(more);
        }
    }

    /// Ends a paragraph.
    fn close(&mut self) {
        let Some(mut paragraph) = self.open.pop() else {
            return;
        };
        if !self.open.is_empty() {
            self.boxed.push(paragraph);
            return;
        }
        if paragraph.joins {
            self.carried.push_str(&paragraph.text);
            return;
        }
        if !self.carried.is_empty() {
            paragraph
                .text
                .insert_str(0, &std::mem::take(&mut self.carried));
        }
        self.write(paragraph);
        for paragraph in std::mem::take(&mut self.boxed) {
            self.write(paragraph);
        }
    }

    /// Writes a paragraph as a line.
    fn write(&mut self, mut paragraph: Paragraph) {
        let start = self.text.len();
        self.text.push_str(&std::mem::take(&mut paragraph.text));
        let span = Span::new(start, self.text.len());
        self.text.push('\n');
        self.found.push((span, paragraph));
    }
}

/// Whether what is inside is not read: what has been deleted or moved away, the second form of what has two, properties from before a
/// change, and notes that are only lines.
fn hides(name: &str, tag: &BytesStart<'_>) -> bool {
    match name {
        "w:del" | "w:moveFrom" | "mc:Fallback" | "w:rPrChange" | "w:pPrChange" => true,
        "w:footnote" | "w:endnote" => attribute(tag, "w:type")
            .is_some_and(|kind| kind.contains("eparator") || kind == "continuationNotice"),
        _ => false,
    }
}

/// Whether an element that may be turned off is on.
fn is_on(tag: &BytesStart<'_>) -> bool {
    let value = attribute(tag, "w:val");
    !value.is_some_and(|value| matches!(value.as_str(), "0" | "false" | "off"))
}
