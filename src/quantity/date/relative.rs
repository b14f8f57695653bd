//! Days and stretches of time seen from the article's date.
//!
//! ```text
//! relative = day (mark? noun? weekday)?              أمس, أمس الأحد, اليوم (السبت), yesterday, Sunday
//!          | turn (weekday | month)                  last Sunday, next May
//!          | edge? stretch year?                     نهاية العام الجاري, العام الماضي 2020, late last month
//!          | day of? stretch | day turn              العشرين من الشهر الجاري, 15 الجاري, the 20th of this month
//! stretch  = noun turn | here noun | turn noun       الشهر الماضي, هذا الأسبوع, next year
//! ```
//!
//! Without a date of the article they stay open: nothing of them is a year, a month or a day.

use crate::lang::arabic::Proclitics;
use crate::lang::lexicon::calendar::{ClockTerm, DateLink, Term, TimeNoun, Turn};
use crate::lang::lexicon::cue::Cue;
use crate::lang::lexicon::marks::Marks;
use crate::quantity::date::day;
use crate::quantity::date::point::{self, Point};
use crate::quantity::date::written::{Period, Relative, Stretch, Written};
use crate::quantity::date::year;
use crate::quantity::{Reader, ordinal};

/// A relative date at a token.
pub(in crate::quantity) fn read(reader: Reader<'_>, at: usize, end: usize) -> Option<Point> {
    day(reader, at, end)
        .or_else(|| turned(reader, at, end))
        .or_else(|| told(reader, at, end))
        .or_else(|| day_of_month(reader, at, end))
}

/// «أمس», perhaps with its weekday.
fn day(reader: Reader<'_>, at: usize, end: usize) -> Option<Point> {
    let hit = reader.term_of(Marks::RELATIVE, at, end, |term| match term {
        Term::Relative(days) => Some(days),
        _ => None,
    })?;
    let free = (Proclitics::WA | Proclitics::FA).contains(hit.proclitics);
    let mut next = at + hit.length;
    let mut days = hit.entry;
    if !free || is_name(reader, at) {
        return None;
    }
    let bare = days == 0 && hit.length == 1 && !reader.is_latin(at);
    if bare && turn(reader, next, end).is_some_and(|(turn, _)| turn == Turn::Last) {
        // «الليلة الماضية»; «اليوم الماضي» tells of no day.
        if reader.folded(at).ends_with("يوم") {
            return None;
        }
        (days, next) = (-1, next + 1);
    } else if bare && is_described(reader, at, next, end) {
        return None;
    }
    let mut point = weekday_behind(reader, next, end).unwrap_or_else(|| Point {
        tokens: at..next,
        ..Point::default()
    });
    point.tokens.start = at;
    point.sure = true;
    point.written.relative = Some(Relative {
        days,
        tokens: at..next,
    });
    Some(point)
}

/// Whether the words are part of a name («المصري اليوم», "USA Today") or of a phrase that means no day («ذلك اليوم»).
fn is_name(reader: Reader<'_>, at: usize) -> bool {
    let sentence = reader.tokens.sentence_of(at);
    let first = reader.tokens.sentences.get(sentence);
    let first = first.is_some_and(|sentence| sentence.tokens.start == at);
    let before = at.checked_sub(1).filter(|_| !first);
    let opened = before.is_some_and(|before| matches!(reader.folded(before), "\"" | "“" | "‘"));
    before.is_some_and(|before| {
        reader.is_capital(at) && !opened || reader.tokens.cue_at(before, Cue::Outlet).is_some()
    })
}

/// Whether what stands around «اليوم» makes it a day among others: «في اليوم التالي», «اليوم الأول», «اليوم العالمي».
fn is_described(reader: Reader<'_>, at: usize, next: usize, end: usize) -> bool {
    let before = at
        .checked_sub(1)
        .is_some_and(|before| matches!(reader.folded(before), "في" | "خلال" | "كل" | "مدار"));
    let word = if next < end { reader.folded(next) } else { "" };
    let weekday = reader.term(next, end, |term| {
        matches!(term, Term::Weekday { .. }).then_some(())
    });
    if weekday.is_some() {
        return false;
    }
    let relating = word.starts_with("ال") && word.ends_with('ي');
    before
        || relating
        || matches!(
            word,
            "نفسه" | "نفسها" | "ذاته" | "ذاتها" | "الواحد" | "الواحده" | "التي"
        )
        || turn(reader, next, end).is_some()
        || word.starts_with("ال") && ordinal::rank(reader, next, end).is_some()
}

/// The weekday of a relative day, with a date that may follow it.
fn weekday_behind(reader: Reader<'_>, at: usize, end: usize) -> Option<Point> {
    let part = reader
        .lexicon
        .calendar
        .clock
        .longest(reader.words_before(at, end), |term| {
            matches!(term, ClockTerm::Part(..)).then_some(())
        });
    let mut start = at + part.map_or(0, |part| part.length);
    let bracket = reader.is_mark(start, end, &["("]);
    start += usize::from(bracket || reader.is_mark(start, end, &["،", ",", "-", "–"]));
    start += usize::from(reader.is_mark(start, end, &["يوم", "on"]));
    let mut point = point::read(reader, start, end, false)?;
    let closed = reader.is_mark(point.tokens.end, end, &[")"]);
    if point.value.weekday.is_none() || point.written.turn.is_some() || bracket && !closed {
        return None;
    }
    point.tokens.end += usize::from(bracket);
    Some(point)
}

/// "last Sunday", "next May".
fn turned(reader: Reader<'_>, at: usize, end: usize) -> Option<Point> {
    if at >= end || !reader.is_latin(at) {
        return None;
    }
    let (turn, next) = turn(reader, at, end)?;
    let mut point = point::read(reader, next, end, false)?;
    let value = &point.value;
    let open = value.year.is_none() && (value.weekday.is_some() || value.month.is_some());
    if !open || point.written.turn.is_some() {
        return None;
    }
    point.tokens.start = at;
    point.written.turn = Some(turn);
    Some(point)
}

/// Last, next or this, as the article's date decides it, at a token, and the token behind it.
fn turn(reader: Reader<'_>, at: usize, end: usize) -> Option<(Turn, usize)> {
    let hit = reader.term_of(Marks::TURN, at, end, |term| match term {
        Term::Turn(turn @ (Turn::Last | Turn::Next | Turn::This)) => Some(turn),
        _ => None,
    })?;
    Some((hit.entry, at + hit.length))
}

/// A stretch, or a part of it.
fn told(reader: Reader<'_>, at: usize, end: usize) -> Option<Point> {
    let edge = reader.term_of(Marks::EDGE, at, end, |term| match term {
        Term::Edge(edge) => Some(edge),
        _ => None,
    });
    let mut start = at + edge.map_or(0, |hit| hit.length);
    start += usize::from(edge.is_some() && reader.is_mark(start, end, &["-"]));
    let (mut period, next) = stretch(reader, start, end)?;
    period.edge = edge.map(|hit| hit.entry);
    let mut point = Point {
        tokens: at..next,
        sure: true,
        ..Point::default()
    };
    if period.stretch == Stretch::Year {
        set_year(reader, &mut point, end);
    }
    if point.value.year.is_none() {
        point.written.period = Some(period);
    }
    Some(point)
}

/// «العام الماضي 2020», «العام الجاري (2021)».
fn set_year(reader: Reader<'_>, point: &mut Point, end: usize) {
    let at = point.tokens.end;
    let bracket = usize::from(reader.is_mark(at, end, &["("]));
    let Some(year) = year::read(reader, at + bracket, end, true) else {
        return;
    };
    let closed = bracket == 0 || reader.is_mark(year.next, end, &[")"]);
    if closed && year.modern && reader.digits(at + bracket, end).is_some() {
        point.take_year(&year);
        point.tokens.end = year.next + bracket;
    }
}

/// A stretch seen from the article's date, and the token behind it.
pub(in crate::quantity) fn stretch(
    reader: Reader<'_>,
    at: usize,
    end: usize,
) -> Option<(Period, usize)> {
    if at >= end || !reader.is_word(at, end) {
        return None;
    }
    let (stretch, turn, next) = if reader.is_latin(at) {
        english(reader, at, end)?
    } else {
        arabic(reader, at, end)?
    };
    let offset = match turn {
        Turn::Last => -1,
        Turn::Next => 1,
        _ => 0,
    };
    let period = Period {
        stretch,
        offset: Some(offset),
        edge: None,
    };
    Some((period, next))
}

/// "last month", "this year"; "the last month" and "the past year" are lengths of time.
fn english(reader: Reader<'_>, at: usize, end: usize) -> Option<(Stretch, Turn, usize)> {
    let (turn, next) = turn(reader, at, end)?;
    let before = at.checked_sub(1).map_or("", |before| reader.folded(before));
    let length = matches!(reader.folded(at), "past" | "coming")
        || matches!(before, "the" | "this" | "every") && turn != Turn::This;
    let (stretch, next) = noun(reader, next, end).filter(|_| !length)?;
    Some((stretch, turn, next))
}

/// «الشهر الماضي», «هذا العام».
fn arabic(reader: Reader<'_>, at: usize, end: usize) -> Option<(Stretch, Turn, usize)> {
    let here = reader.term_of(Marks::HERE, at, end, |term| {
        (term == Term::Here).then_some(())
    });
    if let Some(here) = here {
        let start = at + here.length;
        let (stretch, next) = noun(reader, start, end).filter(|_| is_definite(reader, start))?;
        return Some((stretch, Turn::This, next));
    }
    let (stretch, next) = noun(reader, at, end).filter(|_| is_definite(reader, at))?;
    let (turn, behind) = turn(reader, next, end).filter(|_| is_definite(reader, next))?;
    // «العقد الحالي» is a contract as often.
    (stretch != Stretch::Decade || turn == Turn::Last).then_some((stretch, turn, behind))
}

/// Whether an Arabic word carries the article.
fn is_definite(reader: Reader<'_>, at: usize) -> bool {
    let word = reader.folded(at).trim_start_matches(['و', 'ف', 'ب', 'ك']);
    word.starts_with("ال") || word.starts_with("لل")
}

/// The noun of a stretch, in the singular, and the token behind it.
fn noun(reader: Reader<'_>, at: usize, end: usize) -> Option<(Stretch, usize)> {
    let latin = reader.is_latin(at);
    let hit = reader.term_of(Marks::TIME, at, end, |term| match term {
        Term::Week => Some(Stretch::Week(if latin { 1 } else { 6 })),
        Term::Noun(noun) => of_noun(noun),
        _ => None,
    })?;
    // A season, a plural and «الشهري» are no stretch of the calendar.
    let word = reader.folded(at);
    let other = word.ends_with('s') || word.ends_with("موسم") || word.ends_with('ي');
    let season = word.ends_with("فصل");
    (!other && !season && hit.length == 1).then_some((hit.entry, at + 1))
}

fn of_noun(noun: TimeNoun) -> Option<Stretch> {
    Some(match noun {
        TimeNoun::Month => Stretch::Month,
        TimeNoun::Quarter => Stretch::Quarter,
        TimeNoun::Year => Stretch::Year,
        TimeNoun::Decade => Stretch::Decade,
        TimeNoun::Century => Stretch::Century,
        _ => return None,
    })
}

/// «العشرين من الشهر الجاري», «15 الجاري».
fn day_of_month(reader: Reader<'_>, at: usize, end: usize) -> Option<Point> {
    let day = day::read(reader, reader.past_clitics(at, end), end)?;
    let digits = reader.digits(day.tokens.start, end).is_some();
    let next = day.tokens.end;
    // A month is masculine: in «السنوات الـ20 الماضية» the years are past.
    let lunar = !reader.is_latin(next) && !reader.folded(next).ends_with('ه');
    let direct = digits && lunar && is_definite(reader, next);
    let (period, behind) = if let Some((turn, behind)) = turn(reader, next, end).filter(|_| direct)
    {
        let offset = i8::from(turn == Turn::Next) - i8::from(turn == Turn::Last);
        (month(offset), behind)
    } else {
        let of = reader.link(next, end, DateLink::Of)?;
        stretch(reader, next + of, end).filter(|(period, _)| period.stretch == Stretch::Month)?
    };
    if !digits && !reader.is_latin(at) && !is_dated(reader, at) {
        return None;
    }
    let mut point = Point {
        tokens: at..behind,
        sure: true,
        written: Written {
            period: Some(period),
            ..Written::default()
        },
        ..Point::default()
    };
    point.set_day(&day);
    Some(point)
}

fn month(offset: i8) -> Period {
    Period {
        stretch: Stretch::Month,
        offset: Some(offset),
        edge: None,
    }
}

/// Whether the word before a rank lets it be a day: «في العشرين», not «الأسبوع الأول».
fn is_dated(reader: Reader<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| reader.folded(before));
    matches!(
        before,
        "في" | "منذ"
            | "حتي"
            | "قبل"
            | "بعد"
            | "من"
            | "الي"
            | "يوم"
            | "اليوم"
            | "لغايه"
            | "بتاريخ"
    )
}
