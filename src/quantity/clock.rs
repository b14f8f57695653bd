//! One time of the clock: its hour, minutes and part of the day.
//!
//! ```text
//! clock = [part (at)?] core [oclock] [(في | in)? part] [zone]
//! core  = «الساعة»? hour [(: | .) minutes [: seconds]]        14:30, 8.30pm
//!       | «الساعة»? hour «و» (fraction | minutes)             الثالثة والنصف
//!       | «الساعة»? hour «إلا» (fraction | minutes)           التاسعة إلا ربعا
//!       | (fraction | minutes) (past | to) hour               half past three
//!       | digits{4} zone                                      1900 GMT
//! ```

use crate::lang::arabic::Proclitics;
use crate::lang::lexicon::calendar::{ClockLink, ClockTerm, DayPart, TimeNoun};
use crate::lang::lexicon::marks::Marks;
use crate::lang::lexicon::named::NamedHit;
use crate::quantity::reader::Lead;
use crate::quantity::value::TimeValue;
use crate::quantity::{Reader, ordinal, words};

/// How an hour is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::quantity) enum Form {
    /// «الثامنة».
    Rank,
    /// 8, eight.
    Number,
    /// 8.30, which may be a decimal.
    Point,
}

/// A time of the clock, its part of the day still to apply.
#[derive(Clone, Copy, Debug)]
pub(in crate::quantity) struct Clock {
    /// As written.
    pub hour: u8,
    /// To add; below zero before the hour.
    pub minutes: i32,
    /// Where written.
    pub second: Option<u8>,
    /// Where written.
    pub part: Option<DayPart>,
    /// One past its last token.
    pub end: usize,
    /// Whether it can be nothing else.
    pub sure: bool,
    /// How the hour is written.
    pub form: Form,
}

impl Clock {
    fn new(hour: u8, end: usize, form: Form) -> Self {
        Self {
            hour,
            minutes: 0,
            second: None,
            part: None,
            end,
            sure: false,
            form,
        }
    }

    /// The time of day.
    pub(in crate::quantity) fn value(self) -> TimeValue {
        let of_day = i32::from(hour_of(self.hour, self.part)) * 60 + self.minutes;
        let of_day = of_day.rem_euclid(24 * 60);
        TimeValue {
            hour: u8::try_from(of_day / 60).unwrap_or_default(),
            minute: u8::try_from(of_day % 60).unwrap_or_default(),
            second: self.second,
        }
    }
}

/// The hour of 24 that an hour in a part of the day is.
fn hour_of(hour: u8, part: Option<DayPart>) -> u8 {
    match (part, hour) {
        (Some(DayPart::Morning | DayPart::Night), 12) => 0,
        (Some(DayPart::Noon), 1..=5)
        | (Some(DayPart::Evening), 1..=11)
        | (Some(DayPart::Night), 6..=11) => hour + 12,
        _ => hour,
    }
}

impl Reader<'_> {
    /// The longest term of the clock at a token that `pick` takes.
    pub(in crate::quantity) fn clock<U>(
        self,
        at: usize,
        end: usize,
        pick: impl Fn(ClockTerm) -> Option<U>,
    ) -> Option<NamedHit<U>> {
        self.clock_of(Marks::CLOCK, at, end, pick)
    }

    /// The longest term that `pick` takes, where the marks of those that it can take are known.
    fn clock_of<U>(
        self,
        marks: Marks,
        at: usize,
        end: usize,
        pick: impl Fn(ClockTerm) -> Option<U>,
    ) -> Option<NamedHit<U>> {
        if at >= end || !self.knows(at, marks) {
            return None;
        }
        let word = self.words_before(at, end);
        self.lexicon.calendar.clock.longest(word, pick)
    }

    /// One past a joining word of the clock.
    pub(in crate::quantity) fn clock_link(
        self,
        at: usize,
        end: usize,
        link: ClockLink,
    ) -> Option<usize> {
        self.clock_of(Marks::CLOCK_LINK, at, end, |term| {
            (term == ClockTerm::Link(link)).then_some(())
        })
        .map(|hit| at + hit.length)
    }
}

/// A part of the day at a token, one past it, and whether it may belong to a day behind it.
pub(in crate::quantity) fn part(
    reader: Reader<'_>,
    at: usize,
    end: usize,
) -> Option<(DayPart, usize, bool)> {
    let hit = reader.clock_of(Marks::DAY_PART, at, end, |term| match term {
        ClockTerm::Part(part, of_a_day) => Some((part, of_a_day)),
        _ => None,
    })?;
    let next = at + hit.length;
    let goes_on = next < end && reader.glued(next) && reader.is_digits(next);
    let bare = (hit.proclitics - Proclitics::AL).is_empty() && !goes_on;
    let (part, of_a_day) = hit.entry;
    bare.then_some((part, at + hit.length, of_a_day))
}

/// Reads one clock time, sure or not; a `marked` one has a word or sign of the clock.
pub(in crate::quantity) fn read(reader: Reader<'_>, at: usize, end: usize) -> Option<Clock> {
    let hour = reader.clock_link(at, end, ClockLink::Hour);
    let start = hour.unwrap_or(at);
    let mut clock = core(reader, start, end, hour.is_some())?;
    clock.sure |= hour.is_some();
    tail(reader, &mut clock, end);
    Some(clock)
}

fn core(reader: Reader<'_>, at: usize, end: usize, told: bool) -> Option<Clock> {
    let digits = reader
        .is_digits(at)
        .then(|| military(reader, at, end).or_else(|| digital(reader, at, end)));
    if let Some(clock) = digits.flatten().or_else(|| relative(reader, at, end)) {
        return Some(clock);
    }
    let mut clock = spoken_hour(reader, at, end, told)?;
    spoken_minutes(reader, &mut clock, end);
    behind(reader, &mut clock, end);
    Some(clock)
}

/// 14:30, 14:30:25, 8.30.
fn digital(reader: Reader<'_>, at: usize, end: usize) -> Option<Clock> {
    let hour = two_digits(reader, at, end, 24)?;
    let sign = reader.folded(at + 1);
    let apart = |mark: usize| reader.glued(mark) && reader.glued(mark + 1);
    let before = at.checked_sub(1).filter(|_| reader.glued(at));
    let joined = before.is_some_and(|before| {
        let dash = reader.folded(before) == "-" && before > 0 && !reader.is_digits(before - 1);
        !dash && matches!(reader.folded(before), ":" | "." | "/" | "-" | ",")
    });
    if joined {
        return None;
    }
    if at + 2 >= end || !matches!(sign, ":" | "." | "٫") || !apart(at + 1) {
        return None;
    }
    let minutes = two_digits(reader, at + 2, end, 59)?;
    let form = if sign == ":" {
        Form::Number
    } else {
        Form::Point
    };
    let mut clock = Clock::new(hour, at + 3, form);
    if reader.folded(at + 2).len() != 2 {
        return None;
    }
    clock.minutes = i32::from(minutes);
    clock.sure = sign == ":";
    let colon = reader.folded(clock.end) == ":" && apart(clock.end) && clock.end + 1 < end;
    if colon && sign == ":" && reader.is_digits(clock.end + 1) {
        clock.second = Some(two_digits(reader, clock.end + 1, end, 59)?);
        clock.end += 2;
    }
    let more = clock.end + 1 < end
        && apart(clock.end)
        && reader.is_digits(clock.end + 1)
        && matches!(reader.folded(clock.end), ":" | "." | "," | "/");
    (!more).then_some(clock)
}

/// 1900 GMT.
fn military(reader: Reader<'_>, at: usize, end: usize) -> Option<Clock> {
    let (value, length) = reader.digits(at, end)?;
    if length != 4 || value >= 2400 || value % 100 >= 60 {
        return None;
    }
    reader.clock_link(at + 1, end, ClockLink::Zone)?;
    let mut clock = Clock::new((value / 100) as u8, at + 1, Form::Number);
    clock.minutes = (value % 100).cast_signed();
    clock.sure = true;
    Some(clock)
}

/// "one thirty p.m.": minutes in words behind an hour in words, where the part of the day follows.
fn spoken_minutes(reader: Reader<'_>, clock: &mut Clock, end: usize) {
    let at = clock.end;
    if clock.form != Form::Number || !reader.is_latin(at - 1) || !reader.is_word(at, end) {
        return;
    }
    let minutes = words::read(reader, at, end).and_then(|figure| {
        let value = figure
            .value
            .to_whole()
            .filter(|value| (10..60).contains(value))?;
        let told = part(reader, figure.end, end).is_some_and(|(_, _, of_a_day)| !of_a_day);
        told.then_some((value as i32, figure.end))
    });
    if let Some((minutes, next)) = minutes {
        clock.minutes = minutes;
        clock.end = next;
    }
}

fn two_digits(reader: Reader<'_>, at: usize, end: usize, most: u32) -> Option<u8> {
    let (value, length) = reader.digits(at, end)?;
    (length <= 2 && value <= most).then_some(value as u8)
}

/// half past three, ten minutes to six, 15 to noon.
fn relative(reader: Reader<'_>, at: usize, end: usize) -> Option<Clock> {
    if at >= end || reader.is_arabic(at) {
        return None;
    }
    let (minutes, next, told) = minutes(reader, at, end)?;
    let past = reader.clock_link(next, end, ClockLink::Past);
    let to = reader.clock_link(next, end, ClockLink::To);
    let hour_at = past.or(to)?;
    let named = named(reader, hour_at, end);
    let past = past.is_some();
    if !past && !told && named.is_none() {
        return None;
    }
    let mut clock = named.or_else(|| spoken_hour(reader, hour_at, end, false))?;
    if clock.hour > 12 {
        return None;
    }
    clock.minutes = if past { minutes } else { -minutes };
    clock.sure = true;
    Some(clock)
}

/// Minutes at a token: a fraction, or a number with or without its noun; and whether it is told that they are minutes.
fn minutes(reader: Reader<'_>, at: usize, end: usize) -> Option<(i32, usize, bool)> {
    let fraction = reader.clock(at, end, |term| match term {
        ClockTerm::Minutes(minutes) => Some(minutes),
        _ => None,
    });
    let noun = |next| reader.time_noun(next, end, TimeNoun::Minute);
    if let Some(hit) = fraction {
        let next = at + hit.length;
        if noun(next).is_none() {
            return Some((i32::from(hit.entry), next, true));
        }
    }
    let figure = words::read(reader, at, end)?;
    let value = figure
        .value
        .to_whole()
        .filter(|value| (1..60).contains(value))?;
    let hit = noun(figure.end);
    let next = figure.end + hit.as_ref().map_or(0, |hit| hit.length);
    Some((value as i32, next, hit.is_some()))
}

/// noon, «منتصف الليل».
pub(in crate::quantity) fn named(reader: Reader<'_>, at: usize, end: usize) -> Option<Clock> {
    let hit = reader.clock(at, end, |term| match term {
        ClockTerm::Named(hour) => Some(hour),
        _ => None,
    })?;
    let mut clock = Clock::new(hit.entry, at + hit.length, Form::Number);
    clock.sure = true;
    Some(clock)
}

/// Words of an hour: «الحادية والعشرين».
const LONGEST_HOUR: usize = 3;

/// An hour in words or digits: the longest reading that is one, no minutes in it.
fn spoken_hour(reader: Reader<'_>, at: usize, end: usize, told: bool) -> Option<Clock> {
    if reader.is_digits(at) {
        let more = reader.digits_go_on(at, end) || reader.digits_go_back(at);
        let hour = two_digits(reader, at, end, 24).filter(|_| !more)?;
        return Some(Clock::new(hour, at + 1, Form::Number));
    }
    if !reader.knows(at, Marks::ORDINAL) && !reader.opens_number(at) {
        return None;
    }
    let minute = |next| reader.time_noun(next, end, TimeNoun::Minute).is_some();
    let mut limit = end;
    while limit > at {
        let rank = ordinal::rank(reader, at, limit);
        let told_rank = rank.filter(|rank| (rank.definite || told) && !minute(rank.next));
        if let Some(hour) = told_rank.and_then(|rank| hour(rank.value)) {
            return Some(Clock::new(hour, told_rank?.next, Form::Rank));
        }
        let figure = words::read(reader, at, limit);
        let whole = figure.filter(|figure| !minute(figure.end));
        if let Some(hour) = whole.and_then(|figure| hour(figure.value.to_whole()?)) {
            return Some(Clock::new(hour, whole?.end, Form::Number));
        }
        // Fewer words of what was read may be an hour still.
        let read = [rank.map(|rank| rank.next), figure.map(|figure| figure.end)];
        let last = read.into_iter().flatten().max()?;
        limit = (last - 1).min(at + LONGEST_HOUR);
    }
    None
}

/// An hour as a number.
fn hour(value: i128) -> Option<u8> {
    let hour = u8::try_from(value).ok();
    hour.filter(|hour| (1..=24).contains(hour))
}

/// «والنصف», «و18 دقيقة», «إلا ربعا» behind an hour, any number of them.
fn behind(reader: Reader<'_>, clock: &mut Clock, end: usize) {
    while clock.end < end && reader.is_arabic(clock.end) {
        let (sign, at) = match reader.clock_link(clock.end, end, ClockLink::To) {
            Some(next) => (-1, next),
            None => match reader.joined(clock.end) {
                (next, Lead::Bare) => (1, next),
                (next, _) if starts_with_and(reader, next) => (1, next),
                _ => return,
            },
        };
        let Some((value, next, told)) = minutes(reader, at, end) else {
            return;
        };
        if !told && (reader.is_digits(at) || value % 5 != 0) {
            return;
        }
        clock.minutes += sign * value;
        clock.end = next;
        clock.sure |= told && clock.form == Form::Rank;
    }
}

fn starts_with_and(reader: Reader<'_>, at: usize) -> bool {
    let readings = reader.tokens.readings(at).iter();
    let mut leads = readings.map(|reading| reading.proclitics);
    leads.any(|lead| lead.contains(Proclitics::WA))
}

/// The words behind a clock time: o'clock, its part of the day, its zone.
fn tail(reader: Reader<'_>, clock: &mut Clock, end: usize) {
    let oclock = reader.clock_link(clock.end, end, ClockLink::OClock);
    if let Some(next) = oclock {
        clock.end = next;
        clock.sure |= !reader.is_arabic(next - 1);
    }
    let of = reader.clock_link(clock.end, end, ClockLink::Of);
    let found =
        part(reader, clock.end, end).or_else(|| of.and_then(|next| part(reader, next, end)));
    if let Some((part, next, of_a_day)) = found.filter(|found| fits(reader, clock, *found, end)) {
        clock.part = Some(part);
        clock.end = next;
        clock.sure |= clock.hour <= 12 && (!of_a_day || clock.form != Form::Point);
    }
    // A second part says the same again: "8pm in the evening".
    if let Some((_, next, _)) =
        part(reader, clock.end, end).filter(|again| clock.part == Some(again.0))
    {
        clock.end = next;
    }
    if let Some(next) = reader.clock_link(clock.end, end, ClockLink::Zone) {
        clock.sure |= clock.form != Form::Point;
        clock.end = next;
    }
}

/// Whether a part of the day belongs to the hour before it.
fn fits(reader: Reader<'_>, clock: &Clock, found: (DayPart, usize, bool), end: usize) -> bool {
    let (_, next, of_a_day) = found;
    if !of_a_day || clock.sure || clock.form == Form::Rank {
        // One letter stands for a part only where it is written onto the time: 3:15p.
        return !reader.is_latin(clock.end)
            || reader.folded(clock.end).len() > 1
            || reader.glued(clock.end)
            || !of_a_day;
    }
    reader.is_arabic(clock.end)
        && reader.term(next, end, |_| Some(())).is_none()
        && !reader.is_word(next, end)
}
