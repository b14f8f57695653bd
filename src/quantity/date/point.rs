//! One date, as far as the text says it.
//!
//! ```text
//! point = weekday? turn? link? core trailing?        الأحد الماضي, Friday, 13 September 2013, July 18 (Fri)
//! core  = numeric | day of? month year? | month day? year? | year month? day? | noun year
//! year  = ("," | of | "/")? noun? number era?        من عام 2024, / 2016, , 1995
//! ```

use std::ops::Range;

use crate::lang::arabic::Proclitics;
use crate::lang::lexicon::calendar::{DateLink, Families, Term, TimeNoun, Turn};
use crate::lang::lexicon::marks::Marks;
use crate::quantity::date::day::{self, Day};
use crate::quantity::date::evidence::{
    is_alone, is_noun, is_plural, is_timed, is_verb, is_year_place,
};
use crate::quantity::date::month::{self, Month};
use crate::quantity::date::written::Written;
use crate::quantity::date::year::{self, Year};
use crate::quantity::date::{numeric, period};
use crate::quantity::reader::Lead;
use crate::quantity::value::{Calendar, DateValue};
use crate::quantity::{Reader, ordinal};

/// A date and how it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::quantity) struct Point {
    /// What it says.
    pub value: DateValue,
    /// The other end, where two months of one naming system stand for a span.
    pub high: Option<DateValue>,
    /// Which words say it.
    pub written: Written,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Whether the words can mean nothing else.
    pub sure: bool,
}

/// A date at a token; `spanned` where another date before it already makes the words a date.
pub(in crate::quantity) fn read(
    reader: Reader<'_>,
    at: usize,
    end: usize,
    spanned: bool,
) -> Option<Point> {
    if let Some((weekday, sure, next)) = weekday(reader, at, end) {
        return with_weekday(reader, at, end, weekday, sure, next);
    }
    let mut point = core(reader, at, end, spanned)?;
    trailing_weekday(reader, &mut point, end);
    Some(point)
}

/// A weekday at a token, whether it can be nothing else, and the token behind it.
fn weekday(reader: Reader<'_>, at: usize, end: usize) -> Option<((u8, Range<usize>), bool, usize)> {
    let hit = reader.term_of(Marks::WEEKDAY, at, end, |term| match term {
        Term::Weekday { day, doubtful } => Some((day, doubtful)),
        _ => None,
    })?;
    let (day, doubtful) = hit.entry;
    let next = at + hit.length;
    let latin = reader.is_latin(at);
    if latin && doubtful && !reader.is_capital(at) {
        return None;
    }
    let definite = hit.proclitics.contains(Proclitics::AL);
    // «واحد» is a number before it is «و» and «أحد».
    let number = doubtful && !hit.proclitics.is_empty() && !definite;
    if number && reader.numerals(at, Lead::Bare).next().is_some() {
        return None;
    }
    let behind_noun = at > 0
        && reader
            .time_noun(at - 1, at, TimeNoun::Day)
            .is_some_and(|noun| noun.length == 1);
    // «اليوم أحد القواعد» is one of the bases.
    let one_of = doubtful && !definite && reader.folded(next).starts_with("ال");
    let sure = !doubtful || definite || !latin && behind_noun && !one_of;
    let stop = latin && doubtful && reader.is_mark(next, end, &["."]);
    Some(((day, at..next), sure, next + usize::from(stop)))
}

/// A weekday with what follows it.
fn with_weekday(
    reader: Reader<'_>,
    at: usize,
    end: usize,
    (day, tokens): (u8, Range<usize>),
    sure: bool,
    next: usize,
) -> Option<Point> {
    let turn = turn(reader, next, end);
    let behind = turn.map_or(next, |(_, next)| next);
    let mut start = behind;
    let bracket = reader.is_mark(start, end, &["("]);
    if bracket || reader.is_mark(start, end, &[",", "،", "-", "–"]) {
        start += 1;
    }
    start += reader.link(start, end, DateLink::Corresponds).unwrap_or(0);
    let bracket = bracket || reader.is_mark(start, end, &["("]);
    start += usize::from(bracket && reader.is_mark(start, end, &["("]));
    if matches!(reader.tokens.folded(start), "ل" | "يوم" | "ب" | "في" | "on") && start < end
    {
        start += 1;
    }
    let dated = core(reader, start, end, true)
        .filter(|core| core.value.day.is_some() || core.value.month.is_some() && !bracket);
    let dated = dated.or_else(|| numbered(reader, start, end));
    let mut point = match dated {
        Some(mut core) if !bracket || reader.is_mark(core.tokens.end, end, &[")"]) => {
            core.tokens.end += usize::from(bracket);
            core
        }
        _ if sure => Point {
            tokens: at..behind,
            ..Point::default()
        },
        _ => return None,
    };
    point.tokens.start = at;
    point.sure = true;
    point.value.weekday = Some(day);
    point.written.weekday = Some(tokens);
    point.written.turn = point.written.turn.or(turn.map(|(turn, _)| turn));
    Some(point)
}

/// "Monday the 27th": a weekday and a rank without a month.
fn numbered(reader: Reader<'_>, at: usize, end: usize) -> Option<Point> {
    if reader.tokens.folded(at) != "the" || at >= end {
        return None;
    }
    let day = day::read(reader, at, end).filter(|day| day.ranked)?;
    let mut point = Point {
        tokens: at..day.tokens.end,
        ..Point::default()
    };
    point.set_day(&day);
    Some(point)
}

/// A weekday behind the date: "July 18 (Fri)".
fn trailing_weekday(reader: Reader<'_>, point: &mut Point, end: usize) {
    if point.value.day.is_none() {
        return;
    }
    let at = point.tokens.end;
    let bracket = reader.is_mark(at, end, &["("]);
    if !bracket && !reader.is_mark(at, end, &[",", "،"]) {
        return;
    }
    let Some(((day, tokens), _, next)) = weekday(reader, at + 1, end) else {
        return;
    };
    let closed = reader.is_mark(next, end, &[")"]);
    let next_date = core(
        reader,
        next + usize::from(reader.is_mark(next, end, &[",", "،"])),
        end,
        true,
    )
    .is_some();
    if bracket && closed || !bracket && !next_date && (next == end || !reader.is_word(next, end)) {
        point.value.weekday = Some(day);
        point.written.weekday = Some(tokens);
        point.tokens.end = next + usize::from(bracket);
    }
}

/// Last, next or this at a token, and the token behind it.
fn turn(reader: Reader<'_>, at: usize, end: usize) -> Option<(Turn, usize)> {
    if at >= end || reader.is_latin(at) {
        return None;
    }
    let hit = reader.term_of(Marks::TURN, at, end, |term| match term {
        Term::Turn(turn) => Some(turn),
        _ => None,
    })?;
    Some((hit.entry, at + hit.length))
}

/// Whether a date may begin at a token, told cheaply.
fn opens_core(reader: Reader<'_>, at: usize) -> bool {
    let words = Marks::MONTH | Marks::TIME | Marks::ORDINAL | Marks::NUMERAL;
    reader.is_digits(at)
        || reader.knows(at, words)
        || reader.is_digits(at + 1)
        || reader.is_digits(at + 2)
        || reader.folded(at) == "the"
}

fn core(reader: Reader<'_>, at: usize, end: usize, spanned: bool) -> Option<Point> {
    if !opens_core(reader, at) {
        return None;
    }
    let day_first = !reader.is_english(at);
    if let Some(found) = numeric::read(reader, at, end, day_first) {
        return Some(Point::numeric(&found, at));
    }
    if let Some(found) = period::read(reader, at, end) {
        return Some(found);
    }
    if let Some(found) = day_month(reader, at, end) {
        return Some(found);
    }
    if let Some(found) = clocked(reader, at, end, day_first) {
        return Some(found);
    }
    month_first(reader, at, end, spanned).or_else(|| year_first(reader, at, end, spanned))
}

/// "06/09 12:15": a day and a month in digits, which the time of day behind them tells apart from a fraction.
fn clocked(reader: Reader<'_>, at: usize, end: usize, day_first: bool) -> Option<Point> {
    let next = at + 3;
    let slash = reader.is_mark(at + 1, end, &["/"]) && reader.is_glued(at + 1);
    let timed = reader.is_mark(next + 1, end, &[":"]) && !reader.is_glued(next);
    if !slash || !timed || !reader.is_glued(at + 2) || reader.digits_go_back(at) {
        return None;
    }
    let part = |at| {
        let (value, length) = reader.digits(at, end)?;
        u8::try_from(value).ok().filter(|_| length <= 2)
    };
    part(next)?;
    let (first, second) = (part(at)?, part(at + 2)?);
    let turned = if day_first { second <= 12 } else { first > 12 };
    let (month, day) = if turned {
        (second, first)
    } else {
        (first, second)
    };
    let [of_month, of_day] = if turned { [at + 2, at] } else { [at, at + 2] };
    let mut point = Point {
        tokens: at..next,
        sure: true,
        ..Point::default()
    };
    point.value.month = Some(month);
    point.value.day = Some(day);
    point.written.month = Some(of_month..of_month + 1);
    point.written.day = Some(of_day..of_day + 1);
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some(point)
}

/// A day, its month, perhaps the year.
fn day_month(reader: Reader<'_>, at: usize, end: usize) -> Option<Point> {
    let day = day::read(reader, at, end).or_else(|| day::cardinal(reader, at, end))?;
    let mut next = day.tokens.end;
    let mark = reader.is_mark(next, end, &["/", "-", ".", "–", "،", ","]);
    let dashed = reader.is_mark(next, end, &["-", "–"]);
    next += usize::from(mark);
    if day.ranked && reader.tokens.folded(next) == "day" {
        next += 1;
    }
    next += reader.link(next, end, DateLink::Of).unwrap_or(0);
    if reader.tokens.folded(next) == "the" {
        next += 1;
    }
    let month = month::read(reader, next, end)
        .filter(|month| !(month.doubtful && dashed && !reader.is_latin(next)))
        .or_else(|| numbered_month(reader, day.tokens.end, end))?;
    let start = if reader.is_latin(at) && day.tokens.start > at && !day.ranked {
        at
    } else {
        day.tokens.start
    };
    let mut point = Point {
        tokens: start.min(day.tokens.start)..month.next,
        sure: true,
        ..Point::default()
    };
    point.set_day(&day);
    point.set_month(&month);
    point.set_year(reader, end);
    Some(point)
}

/// «16 من شهر 10», «27 من الشهر الثامن»: a month by its number.
fn numbered_month(reader: Reader<'_>, at: usize, end: usize) -> Option<Month> {
    let of = reader.link(at, end, DateLink::Of)?;
    let behind = at + of;
    let noun = reader.time_noun(behind, end, TimeNoun::Month);
    let noun = noun.map_or(0, |noun| noun.length);
    let last = behind
        .checked_sub(1)
        .is_some_and(|last| reader.time_noun(last, behind, TimeNoun::Month).is_some());
    if noun == 0 && !last {
        return None;
    }
    let start = behind + noun;
    let (value, next) = match reader.digits(start, end) {
        Some((value, _)) => (i128::from(value), start + 1),
        None => ordinal::rank(reader, start, end).map(|rank| (rank.value, rank.next))?,
    };
    let month = u8::try_from(value)
        .ok()
        .filter(|month| (1..=12).contains(month))?;
    Some(Month {
        names: vec![month::MonthName {
            month,
            families: Families::empty(),
            tokens: start..next,
        }],
        next,
        doubtful: false,
        marked: false,
    })
}

/// A month, perhaps its day, perhaps the year.
fn month_first(reader: Reader<'_>, at: usize, end: usize, spanned: bool) -> Option<Point> {
    let noun = reader
        .time_noun(at, end, TimeNoun::Month)
        .map_or(0, |noun| noun.length);
    let start = at + noun;
    let month = month::read(reader, start, end)?;
    let mut point = Point {
        tokens: at..month.next,
        ..Point::default()
    };
    point.set_month(&month);
    if let Some(day) = day_behind(
        reader,
        month.next,
        end,
        month.doubtful && !reader.is_capital(start),
    )
    .filter(|day| {
        spanned || !(day.ranked && is_verb(reader, start) && reader.is_word(day.tokens.end, end))
    }) {
        point.set_day(&day);
        point.tokens.end = day.tokens.end;
    }
    point.set_year(reader, end);
    let beside =
        point.value.day.is_some() || point.value.year.is_some() || point.written.turn.is_some();
    let libyan = month
        .names
        .iter()
        .all(|name| name.families == Families::LIBYAN);
    let last = !is_verb(reader, start) || !reader.is_word(month.next, end);
    let timed = is_timed(reader, start) && last;
    let heading = reader.is_capital(start) && is_alone(reader, at, month.next);
    let evidence = beside || noun > 0 || spanned || timed || heading;
    point.sure = !month.doubtful && !libyan || evidence && (!libyan || beside);
    if month.is_range() && point.value.day.is_none() && month.marked {
        let mut high = point.value;
        high.month = month.names.last().map(|name| name.month);
        point.high = Some(high);
    }
    point.sure.then_some(point)
}

/// The day behind its month: "March 3rd", «يوليو 13».
fn day_behind(reader: Reader<'_>, at: usize, end: usize, small: bool) -> Option<Day> {
    let latin = at > 0 && reader.is_latin(at - 1);
    let mark = reader.is_mark(at, end, &["/", "-", ".", ",", "،"]);
    let start = at + usize::from(mark);
    let spelled = || day::spelled(reader, start, end).filter(|_| latin && !mark && !small);
    let day = day::read(reader, start, end).or_else(spelled)?;
    let next = day.tokens.end;
    let word = reader.is_word(next, end);
    let rank_word = day.ranked && reader.digits(day.tokens.start, end).is_none();
    let time = reader.link(next, end, DateLink::To).is_some()
        || reader.link(next, end, DateLink::And).is_some()
        || reader.time_noun(next, end, TimeNoun::Hour).is_some()
        || reader.time_noun(next, end, TimeNoun::Year).is_some();
    let free = if latin {
        let counted =
            !day.ranked && word && is_plural(reader, next) || small && word && !time && !day.ranked;
        !counted
    } else {
        // «قتل في مايو 15 شخصا»: behind an Arabic month a number with a word after it counts that word.
        !word || time
    };
    let comma_word = mark && reader.is_mark(at, end, &[",", "،"]) && rank_word && !latin;
    (free && !comma_word).then_some(day)
}

/// A year, perhaps with its month and day behind it.
fn year_first(reader: Reader<'_>, at: usize, end: usize, spanned: bool) -> Option<Point> {
    let noun = year::behind_noun(reader, at, end);
    let number = noun.unwrap_or(at);
    let found = year::read(reader, number, end, noun.is_some())?;
    let mut point = Point {
        tokens: at..found.next,
        ..Point::default()
    };
    point.take_year(&found);
    point.sure = found.named
        || found.modern && (spanned || is_year_place(reader, number, found.tokens.end, end));
    let mark = reader.is_mark(found.next, end, &[",", "،"]);
    let behind = found.next + usize::from(mark);
    let month = month::read(reader, behind, end)
        .filter(|month| !month.doubtful || spanned || reader.is_latin(behind))
        .filter(|_| !is_verb(reader, behind));
    if let Some(month) = month.filter(|_| found.modern && noun.is_none()) {
        point.set_month(&month);
        point.tokens.end = month.next;
        if let Some(day) = day_behind(reader, month.next, end, true) {
            point.set_day(&day);
            point.tokens.end = day.tokens.end;
        }
        point.sure = true;
    }
    point.sure.then_some(point)
}

impl Point {
    /// Whether its words are a date without another one beside them.
    pub(in crate::quantity) fn stands_alone(&self, reader: Reader<'_>, end: usize) -> bool {
        let start = self.tokens.start;
        reader.digits(start, end).is_some() || read(reader, start, end, false).is_some()
    }

    fn numeric(found: &numeric::Numeric, at: usize) -> Self {
        let [year, month, day] = found.places;
        let mut point = Self {
            tokens: at..found.next,
            sure: true,
            ..Self::default()
        };
        let hijri = (1350..1500).contains(&found.year);
        point.value = DateValue {
            year: Some(found.year),
            month: Some(found.month),
            day: found.day,
            weekday: None,
            calendar: if hijri {
                Calendar::Hijri
            } else {
                Calendar::Gregorian
            },
        };
        point.written.year = Some(year..year + 1);
        point.written.month = Some(month..month + 1);
        point.written.day = found.day.map(|_| day..day + 1);
        point
    }

    /// The day and its words.
    pub(in crate::quantity) fn set_day(&mut self, day: &Day) {
        self.value.day = Some(day.value);
        self.written.day = Some(day.tokens.clone());
    }

    fn set_month(&mut self, month: &Month) {
        self.value.month = month.names.first().map(|name| name.month);
        if month.is_hijri() {
            self.value.calendar = Calendar::Hijri;
        }
        self.written.month = month.names.first().map(|name| name.tokens.clone());
        self.written.names.clone_from(&month.names);
    }

    /// The year and its words.
    pub(in crate::quantity) fn take_year(&mut self, year: &Year) {
        self.value.year = Some(year.value);
        self.written.year = Some(year.tokens.clone());
        if self.value.month.is_none() {
            self.value.calendar = year.calendar.unwrap_or_default();
        }
    }

    /// The year behind a month, or «الماضي».
    fn set_year(&mut self, reader: Reader<'_>, end: usize) {
        let at = self.tokens.end;
        if let Some((turn, next)) = turn(reader, at, end) {
            self.written.turn = Some(turn);
            self.tokens.end = next;
        }
        let at = self.tokens.end;
        let mut start = at;
        let mark = reader.is_mark(start, end, &[",", "،", "/", "-", "."]);
        start += usize::from(mark);
        start += reader.link(start, end, DateLink::Of).unwrap_or(0);
        if matches!(reader.tokens.folded(start), "in" | "ل" | "في") && start < end {
            start += 1;
        }
        let noun = year::behind_noun(reader, start, end);
        let number = noun.unwrap_or(start);
        let short = || year::short(reader, at, end).filter(|_| self.value.day.is_some());
        let read = year::read(reader, number, end, noun.is_some());
        let Some(year) = read.or_else(short) else {
            return;
        };
        let joined = start - at > usize::from(mark) && noun.is_none();
        let counted = !year.named && reader.is_word(year.next, end) && is_noun(reader, year.next);
        let hijri = self.value.calendar == Calendar::Hijri;
        if counted && (!year.modern || joined)
            || year.calendar == Some(Calendar::Hijri) && !hijri && year.named
        {
            return;
        }
        self.take_year(&year);
        self.tokens.end = year.next;
    }
}
