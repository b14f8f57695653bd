//! The name of a month, or two names of it from two naming systems.
//!
//! ```text
//! month = name (pair)?
//! pair  = "/" name | "(" name ")" | quote name quote | name        آب/أغسطس, تموز (يوليو), يونيو حزيران
//! ```
//!
//! Two names of one system are a range where no day stands before them («نوفمبر/ديسمبر»); the reader of the whole date decides.

use std::ops::Range;

use crate::lang::lexicon::calendar::{Families, Term};
use crate::lang::lexicon::marks::Marks;
use crate::quantity::Reader;

/// One name of a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthName {
    /// 1 to 12.
    pub month: u8,
    /// Where it is so called.
    pub families: Families,
    /// Its tokens.
    pub tokens: Range<usize>,
}

/// A month as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::quantity) struct Month {
    /// One name or two.
    pub names: Vec<MonthName>,
    /// Behind it, the closing bracket included.
    pub next: usize,
    /// Whether the words may mean something else.
    pub doubtful: bool,
    /// Whether a mark joins two names, as against a space.
    pub marked: bool,
}

impl Month {
    /// Whether it is of the Hijri year.
    pub(in crate::quantity) fn is_hijri(&self) -> bool {
        self.names
            .first()
            .is_some_and(|name| name.families == Families::HIJRI)
    }

    /// Whether two different names of one system stand beside each other.
    pub(in crate::quantity) fn is_range(&self) -> bool {
        matches!(self.names.as_slice(), [one, other] if one.month != other.month && one.families.intersects(other.families))
    }
}

/// One name at a token.
fn name(reader: Reader<'_>, at: usize, end: usize) -> Option<(MonthName, bool)> {
    let hit = reader.term_of(Marks::MONTH, at, end, |term| match term {
        Term::Month {
            month,
            families,
            doubtful,
        } => Some((month, families, doubtful)),
        _ => None,
    })?;
    let (month, families, doubtful) = hit.entry;
    let small = reader.is_latin(at) && !reader.is_capital(at);
    let tokens = at..at + hit.length;
    let name = MonthName {
        month,
        families,
        tokens,
    };
    Some((name, doubtful || small))
}

/// A month at a token.
pub(in crate::quantity) fn read(reader: Reader<'_>, at: usize, end: usize) -> Option<Month> {
    let (first, doubtful) = name(reader, at, end)?;
    let next = first.tokens.end;
    let alone = Month {
        names: vec![first.clone()],
        next,
        doubtful,
        marked: false,
    };
    let Some((second, behind, marked)) = second(reader, &first, next, end) else {
        return Some(alone);
    };
    let doubtful = doubtful && first.month != second.month && !marked;
    Some(Month {
        names: vec![first, second],
        next: behind,
        doubtful,
        marked,
    })
}

/// The other name of a pair, where it ends, and whether a mark joins it.
fn second(
    reader: Reader<'_>,
    first: &MonthName,
    at: usize,
    end: usize,
) -> Option<(MonthName, usize, bool)> {
    let hijri = |name: &MonthName| name.families == Families::HIJRI;
    let apart = |other: &MonthName| !first.families.intersects(other.families);
    let fits = |other: &MonthName| hijri(first) == hijri(other) && first.tokens != other.tokens;
    if reader.is_mark(at, end, &["/", "\\"]) {
        let (other, _) = name(reader, at + 1, end).filter(|(other, _)| fits(other))?;
        let behind = other.tokens.end;
        return Some((other, behind, true));
    }
    if reader.is_mark(at, end, &["-", "–"]) {
        let (other, _) = name(reader, at + 1, end).filter(|(other, _)| fits(other))?;
        let behind = other.tokens.end;
        return (apart(&other) && other.month == first.month).then_some((other, behind, true));
    }
    if let Some(closing) = closing(reader.tokens.folded(at)).filter(|_| at < end) {
        let (other, _) = name(reader, at + 1, end).filter(|(other, _)| fits(other))?;
        let behind = other.tokens.end;
        return reader
            .is_mark(behind, end, closing)
            .then_some((other, behind + 1, true));
    }
    let (other, doubtful) = name(reader, at, end).filter(|(other, _)| fits(other))?;
    let behind = other.tokens.end;
    let one = other.month == first.month;
    (apart(&other) && (one || !doubtful)).then_some((other, behind, false))
}

/// The marks that close what a mark opens.
fn closing(open: &str) -> Option<&'static [&'static str]> {
    match open {
        "(" => Some(&[")"]),
        "[" => Some(&["]"]),
        "«" => Some(&["»"]),
        "\"" | "“" | "”" => Some(&["\"", "”", "“"]),
        "'" | "‘" => Some(&["'", "’"]),
        _ => None,
    }
}
