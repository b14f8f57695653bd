//! One finding, row by row.

use std::io::{self, Write};

use crate::diagnostic::{Diagnostic, Role};
use crate::lang::Language;
use crate::report::look::Pen;
use crate::report::printable::{self, columns};
use crate::report::row::{self, Ink, Row};
use crate::report::terminal::draw::{self, Drawn};
use crate::report::terminal::excerpt::Excerpt;
use crate::report::words::{self, Word};
use crate::text::source::Source;

/// How many lines of places that are not shown are named.
const MOST_LINES: usize = 20;

/// Where one finding is written to.
pub(super) struct Page<'o> {
    /// What the rows are written with.
    pub(super) pen: Pen,
    /// Columns of a row.
    pub(super) width: usize,
    /// Digits of the greatest line number.
    pub(super) digits: usize,
    /// The language of the report's own words.
    pub(super) ui: Language,
    /// Where the rows go.
    pub(super) out: &'o mut dyn Write,
}

impl Page<'_> {
    /// The rule, the severity and the message.
    pub(super) fn title(&mut self, found: &Diagnostic) -> io::Result<()> {
        let severity = words::severity(found.severity, self.ui);
        let mut text = row::text(severity, Ink::Primary);
        text.push(": ", Ink::Plain);
        text.push(&printable::line(&found.message), Ink::Plain);
        let lead = row::text(&format!("[{}] ", found.rule), Ink::Strong);
        for row in Row::paragraph(lead, text, self.rtl(), self.width) {
            row.write(self.pen, self.out)?;
        }
        Ok(())
    }

    /// The primary place.
    pub(super) fn header(&mut self, found: &Diagnostic, source: &Source) -> io::Result<()> {
        let at = source.position(found.primary().start);
        let path = printable::line(&source.path);
        let mut row = row::text(&" ".repeat(self.digits + 2), Ink::Plain);
        row.push("╭─[ ", Ink::Frame);
        row.push(&format!("{path}:{}:{}", at.line, at.column), Ink::Plain);
        row.push(" ]", Ink::Frame);
        row.write(self.pen, self.out)?;
        self.blank()
    }

    /// The lines of the article.
    pub(super) fn places(&mut self, found: &Diagnostic, source: &Source) -> io::Result<()> {
        let excerpt = Excerpt::new(source, &found.labels, self.room());
        let of_marks = || {
            excerpt
                .marks
                .iter()
                .filter_map(|mark| found.labels.get(mark.label))
        };
        let texts: Vec<_> = of_marks()
            .map(|label| match label.text.as_str() {
                "" => self.quote(source.slice(label.span)),
                text => printable::line(text),
            })
            .collect();
        let inks: Vec<_> = of_marks().map(|label| inks(label.role)).collect();
        for drawn in draw::draw(&excerpt, &texts, &inks) {
            match drawn {
                Drawn::Text { line, row } => self.text(&excerpt, line, row, &texts, &inks)?,
                Drawn::Below { row, text } => self.below(row, &text)?,
            }
        }
        self.more(&excerpt, found, source)
    }

    /// An underline or connector, and the text behind it where it fits, else below.
    fn below(&mut self, mut row: Row, text: &str) -> io::Result<()> {
        let ink = row.cells.last().map_or(Ink::Plain, |cell| cell.ink);
        if row.width() + 1 + columns(text) > self.room() {
            return self.paragraph("└─ ", ink, text);
        }
        if !text.is_empty() {
            row.push(" ", Ink::Plain);
            row.push_text(row::text(text, Ink::Plain), self.rtl());
        }
        self.row(None, row)
    }

    /// A line of the article and, where its words carry the marks, its labels below it.
    fn text(
        &mut self,
        excerpt: &Excerpt,
        index: usize,
        row: Row,
        texts: &[String],
        inks: &[(Ink, Ink)],
    ) -> io::Result<()> {
        let Some(Some(line)) = excerpt.lines.get(index) else {
            return Ok(());
        };
        let mut shown = Row::default();
        let row = if self.pen.color.is_none() && line.inline {
            row.bracketed()
        } else {
            row
        };
        shown.push_text(row, line.rtl);
        self.row(Some(line.number), shown)?;
        if !line.inline {
            return Ok(());
        }
        let marks = excerpt.marks.iter().zip(texts).zip(inks);
        for ((_, text), (ink, _)) in marks.filter(|((mark, _), _)| mark.line == index) {
            self.paragraph("└─ ", *ink, text)?;
        }
        Ok(())
    }

    /// The lines of the places that are not shown.
    fn more(&mut self, excerpt: &Excerpt, found: &Diagnostic, source: &Source) -> io::Result<()> {
        let shown = |index| excerpt.marks.iter().any(|mark| mark.label == index);
        let labels = found.labels.iter().enumerate();
        let lines: Vec<_> = labels
            .filter(|(index, _)| !shown(*index))
            .map(|(_, label)| source.position(label.span.start).line.to_string())
            .collect();
        if lines.is_empty() {
            return Ok(());
        }
        self.blank()?;
        let named = lines.get(..MOST_LINES).unwrap_or(&lines).join(" ");
        let rest = if lines.len() > MOST_LINES { " …" } else { "" };
        let text = format!("{} {named}{rest}", Word::MorePlaces.text(self.ui));
        self.paragraph("+ ", Ink::Related, &text)
    }

    /// What to do, and ways to mend it.
    pub(super) fn advice(&mut self, found: &Diagnostic) -> io::Result<()> {
        let help = [(Word::Help, found.help.as_str())];
        let fixes = found.fixes.iter().map(|fix| {
            let word = if fix.safe {
                Word::SafeFix
            } else {
                Word::PossibleFix
            };
            (word, fix.title.as_str())
        });
        let advice: Vec<_> = help
            .into_iter()
            .chain(fixes)
            .filter(|(_, text)| !text.is_empty())
            .collect();
        if !advice.is_empty() && !found.labels.is_empty() {
            self.blank()?;
        }
        for (word, text) in advice {
            let text = format!("{}: {}", word.text(self.ui), printable::line(text));
            self.paragraph("= ", Ink::Frame, &text)?;
        }
        Ok(())
    }

    /// The end of the frame.
    pub(super) fn foot(&mut self) -> io::Result<()> {
        let row = row::text(&format!("{}╯", "─".repeat(self.digits + 2)), Ink::Frame);
        row.write(self.pen, self.out)?;
        writeln!(self.out)
    }

    /// A text in rows behind a lead of one row.
    fn paragraph(&mut self, lead: &str, ink: Ink, text: &str) -> io::Result<()> {
        let (lead, text) = (row::text(lead, ink), row::text(text, Ink::Plain));
        for row in Row::paragraph(lead, text, self.rtl(), self.room()) {
            self.row(None, row)?;
        }
        Ok(())
    }

    fn blank(&mut self) -> io::Result<()> {
        self.row(None, Row::default())
    }

    /// A row with its margin.
    fn row(&mut self, number: Option<u32>, content: Row) -> io::Result<()> {
        let number = number.map(|number| number.to_string()).unwrap_or_default();
        let gap = if content.cells.is_empty() { "" } else { " " };
        let margin = format!(" {number:>width$} │{gap}", width = self.digits);
        let mut row = row::text(&margin, Ink::Frame);
        row.cells.extend(content.cells);
        row.write(self.pen, self.out)
    }

    /// Columns of a row behind its margin; the signs of left-out words need four.
    fn room(&self) -> usize {
        self.width.saturating_sub(self.digits + 8)
    }

    /// Whether the report's own words read from right to left.
    fn rtl(&self) -> bool {
        self.ui == Language::Arabic
    }

    fn quote(&self, text: &str) -> String {
        let text = printable::line(text);
        match self.ui {
            Language::Arabic => format!("«{text}»"),
            Language::English => format!("“{text}”"),
        }
    }
}

/// The inks of a label's drawing and of its words.
fn inks(role: Role) -> (Ink, Ink) {
    match role {
        Role::Primary => (Ink::Primary, Ink::PrimaryWords),
        Role::Related => (Ink::Related, Ink::RelatedWords),
    }
}
