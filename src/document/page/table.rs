//! [`Grid`]: where the cells of a table stand, those counted that reach over several rows or columns.

use crate::document::Cell;
use crate::document::html::Element;

/// A table that is being read.
#[derive(Debug)]
pub(super) struct Grid {
    table: u32,
    row: Option<u32>,
    column: usize,
    /// How many more rows each column is taken by a cell from above.
    taken: Vec<u32>,
}

/// The most rows or columns that a cell reaches over.
const WIDEST: u32 = 100;

impl Grid {
    /// The table of this number.
    pub(super) fn new(table: u32) -> Self {
        Self {
            table,
            row: None,
            column: 0,
            taken: Vec::new(),
        }
    }

    /// Begins a row.
    pub(super) fn row(&mut self) {
        if self.row.is_some() {
            for rows in &mut self.taken {
                *rows = rows.saturating_sub(1);
            }
        }
        self.row = Some(self.row.map_or(0, |row| row.saturating_add(1)));
        self.column = 0;
    }

    /// Where the next cell stands.
    pub(super) fn cell(&mut self, element: &Element) -> Cell {
        while self.taken.get(self.column).is_some_and(|rows| *rows > 0) {
            self.column += 1;
        }
        let cell = Cell {
            table: self.table,
            row: self.row.unwrap_or(0),
            column: self.column as u32,
        };
        let (rows, columns) = (reach(element, "rowspan"), reach(element, "colspan"));
        for _ in 0..columns {
            if self.taken.len() <= self.column {
                self.taken.resize(self.column + 1, 0);
            }
            if let Some(taken) = self.taken.get_mut(self.column) {
                *taken = rows;
            }
            self.column += 1;
        }
        cell
    }
}

fn reach(element: &Element, attribute: &str) -> u32 {
    let value = element.attribute(attribute);
    let reach = value.and_then(|value| value.text.trim().parse().ok());
    reach.unwrap_or(1).clamp(1, WIDEST)
}
