//! Totals of tables: a row or a column headed by a word for a total, against the cells that it sums.
//!
//! ```text
//! total row    = first cell says "total"; in each column its number is the sum of the numbers above
//! total column = head says "total"; in each row its number is the sum of the numbers before it
//! ```
//!
//! A row or column counts only where every cell holds one number, of one unit, and only where the others say that the table is summed at all:
//! where no total of several fits, it is none of these cells.

use std::collections::BTreeMap;

use crate::analysis::Analysis;
use crate::check::rounding;
use crate::check::{Match, Text};
use crate::claim::Claim;
use crate::lang::lexicon::cue::Cue;
use crate::quantity::number::Number;
use crate::quantity::value::{Hedge, Kind};

/// One number of a table.
#[derive(Clone, Copy)]
struct Entry<'a> {
    claim: &'a Claim,
    value: Number,
    slack: Number,
}

/// The numbers of one table by row and column, and where its totals stand.
#[derive(Default)]
struct Table<'a> {
    entries: BTreeMap<(u32, u32), Entry<'a>>,
    total_rows: Vec<u32>,
    total_columns: Vec<u32>,
}

/// A total with its cells.
struct Line<'a> {
    total: Entry<'a>,
    cells: Vec<Entry<'a>>,
}

/// What the tables of an article say.
pub(super) fn run(article: &Analysis<'_>) -> Vec<Match> {
    tables(article)
        .values()
        .flat_map(|table| {
            let rows = table.total_rows.iter().flat_map(|row| table.above(*row));
            let columns = table
                .total_columns
                .iter()
                .flat_map(|column| table.before(*column));
            let (rows, columns): (Vec<_>, Vec<_>) = (rows.collect(), columns.collect());
            let mut found = wrong(&rows);
            found.extend(wrong(&columns));
            found
        })
        .collect()
}

/// The tables of an article by their number.
fn tables<'a>(article: &'a Analysis<'_>) -> BTreeMap<u32, Table<'a>> {
    let mut tables: BTreeMap<u32, Table<'_>> = BTreeMap::new();
    for sentence in &article.tokens.sentences {
        let Some(cell) = article
            .document
            .blocks
            .get(sentence.block)
            .and_then(|block| block.cell)
        else {
            continue;
        };
        let mut cues = article.tokens.cues_in(sentence.tokens.clone());
        let total = cues.any(|(at, hit)| hit.cue == Cue::Total && at < sentence.tokens.start + 2);
        let table = tables.entry(cell.table).or_default();
        if total && cell.column == 0 {
            table.total_rows.push(cell.row);
        } else if total && cell.row == 0 {
            table.total_columns.push(cell.column);
        }
    }
    let mut crowded = Vec::new();
    for claim in &article.claims {
        let Some(cell) = article.block(claim).cell else {
            continue;
        };
        let Some(table) = tables.get_mut(&cell.table) else {
            continue;
        };
        let place = (cell.row, cell.column);
        match entry(article, claim) {
            Some(entry) if !table.entries.contains_key(&place) => {
                table.entries.insert(place, entry);
            }
            _ => crowded.push((cell.table, place)),
        }
    }
    for (number, place) in crowded {
        if let Some(table) = tables.get_mut(&number) {
            table.entries.remove(&place);
        }
    }
    tables
}

fn entry<'a>(article: &Analysis<'_>, claim: &'a Claim) -> Option<Entry<'a>> {
    let adds = !matches!(
        claim.quantity.kind,
        Kind::Date | Kind::Time | Kind::Ordinal | Kind::Age | Kind::Score | Kind::Percent
    );
    let exact = claim.quantity.hedge == Hedge::Exact;
    let value = claim
        .quantity
        .value
        .amount()
        .filter(|_| adds && exact)?
        .written?;
    let place = rounding::last_place(article, &claim.quantity, value);
    let half = Number::fraction(1, 2)?;
    let slack = if place == Number::ONE || value.is_whole() && value < Number::whole(10_000) {
        Number::ZERO
    } else {
        place * half
    };
    Some(Entry {
        claim,
        value,
        slack,
    })
}

impl<'a> Table<'a> {
    /// Each number of a total row with the numbers above it, back to the last total row.
    fn above(&self, row: u32) -> Vec<Line<'a>> {
        let first = self.total_rows.iter().filter(|other| **other < row).max();
        let first = first.map_or(1, |other| other + 1);
        let columns = self.entries.keys().filter(|(at, _)| *at == row);
        columns
            .filter_map(|(_, column)| {
                let cells = (first..row).map(|above| self.entries.get(&(above, *column)).copied());
                let cells = cells.collect::<Option<Vec<_>>>()?;
                let total = *self.entries.get(&(row, *column))?;
                line(total, cells)
            })
            .collect()
    }

    /// Each number of a total column with the numbers before it.
    fn before(&self, column: u32) -> Vec<Line<'a>> {
        let rows = self.entries.keys().filter(|(_, at)| *at == column);
        rows.filter_map(|(row, _)| {
            let cells = (1..column).map(|before| self.entries.get(&(*row, before)).copied());
            let cells = cells.collect::<Option<Vec<_>>>()?;
            let total = *self.entries.get(&(*row, column))?;
            line(total, cells)
        })
        .collect()
    }
}

/// A total and its cells, where they are two or more and of one unit.
fn line<'a>(total: Entry<'a>, cells: Vec<Entry<'a>>) -> Option<Line<'a>> {
    let unit = total.claim.quantity.unit;
    let one = cells.iter().all(|cell| cell.claim.quantity.unit == unit);
    (cells.len() > 1 && one).then_some(Line { total, cells })
}

/// The lines that do not add up, where another one does or there is but one.
fn wrong(lines: &[Line<'_>]) -> Vec<Match> {
    let misses = |line: &Line<'_>| {
        let mut sum = Number::ZERO;
        let mut slack = line.total.slack;
        for cell in &line.cells {
            sum = sum.checked_add(cell.value)?;
            slack = slack + cell.slack;
        }
        Some(((sum - line.total.value).abs() > slack).then_some(sum))
    };
    let checked: Vec<_> = lines
        .iter()
        .filter_map(|line| Some((line, misses(line)?)))
        .collect();
    let fits = checked.iter().any(|(_, wrong)| wrong.is_none());
    let sure = if fits { 90 } else { 66 };
    checked
        .iter()
        .filter(|_| fits || checked.len() == 1)
        .filter_map(|(line, wrong)| Some(finding(line, (*wrong)?, sure)))
        .collect()
}

fn finding(line: &Line<'_>, sum: Number, sure: u8) -> Match {
    let addends: Vec<_> = line
        .cells
        .iter()
        .map(|cell| cell.value.to_string())
        .collect();
    let total = line.total.claim.span;
    let mut found = Match::at(total, sure).case("table");
    for cell in &line.cells {
        found.add_related(cell.claim.span);
    }
    found
        .quote("total", total)
        .quote("parts", total)
        .value("sum", Text::Plain(sum.to_string()))
        .value("addends", Text::Plain(addends.join(" + ")))
        .value("whole", Text::Plain(line.total.value.to_string()))
}
