//! Clock times.
//!
//! ```text
//! time  = bound? (range | point)
//! point = [part [at]] clock | noon | midnight         in the morning at 7, «منتصف الليل»
//! range = opening? clock (to | -) clock               «من التاسعة إلى الحادية عشرة صباحا», 9-11 p.m.
//! ```

use std::cell::LazyCell;
use std::ops::Range;

use crate::lang::lexicon::calendar::{ClockLink, DateBound, DateLink};
use crate::quantity::clock::{self, Clock, Form};
use crate::quantity::value::{Hedge, Kind, Value};
use crate::quantity::{Quantity, Reader, Writing, date, hedge};

/// The form.
pub(in crate::quantity) fn read(reader: Reader<'_>, at: usize, end: usize) -> Option<Quantity> {
    let read = LazyCell::new(|| clock::read(reader, at, end));
    let here = || *read;
    let at_next = |next| move || clock::read(reader, next, end);
    if let Some((low, high)) = range(reader, at, end, here) {
        let value = Value::Times(Some(low.value()), Some(high.value()));
        return Some(told(reader, at..high.end, value));
    }
    let parted = clock::part(reader, at, end).is_some();
    if let Some((bound, next)) = date::bound(reader, at, end).filter(|_| !parted)
        && let Some(clock) = point(reader, next, end, true, at_next(next))
    {
        let mut quantity = told(reader, at..clock.end, Value::Time(clock.value()));
        quantity.hedge = date::of_bound(bound);
        return Some(quantity);
    }
    // About six, or a sign of comparison: ">6pm".
    if let Some((hedge, next)) = hedge::before(reader, at, end)
        && (hedge == Hedge::About || !reader.is_letters(at))
        && let Some(clock) = point(reader, next, end, true, at_next(next))
    {
        let mut quantity = told(reader, at..clock.end, Value::Time(clock.value()));
        quantity.hedge = hedge;
        return Some(quantity);
    }
    // The mark of ISO 8601: T12:34.
    let mark = reader.folded(at) == "t" && reader.glued(at + 1) && reader.is_digits(at + 1);
    let clock = if mark {
        point(reader, at + 1, end, false, at_next(at + 1))?
    } else {
        point(reader, at, end, false, here)?
    };
    Some(told(reader, at..clock.end, Value::Time(clock.value())))
}

fn told(reader: Reader<'_>, tokens: Range<usize>, value: Value) -> Quantity {
    let digits = tokens.clone().any(|token| reader.is_digits(token));
    let mut quantity = reader.said(Kind::Time, tokens, value);
    if digits {
        quantity.writing = Writing::Digits;
    }
    quantity
}

/// One time that can be nothing else; `led` where a word before it leads to a time, `read` gives the clock time at the token.
fn point(
    reader: Reader<'_>,
    at: usize,
    end: usize,
    led: bool,
    read: impl FnOnce() -> Option<Clock>,
) -> Option<Clock> {
    if let Some((part, next, _)) = clock::part(reader, at, end)
        && let Some(mut clock) = after_part(reader, next, end)
    {
        clock.part = clock.part.or(Some(part));
        return Some(clock);
    }
    if let Some(clock) = read().filter(|clock| clock.sure) {
        return fits(reader, at, &clock, led).then_some(clock);
    }
    clock::named(reader, at, end)
}

/// A time behind its part of the day: "in the afternoon at 7", «بعد الظهر 7:00».
fn after_part(reader: Reader<'_>, at: usize, end: usize) -> Option<Clock> {
    let led = reader.clock_link(at, end, ClockLink::At);
    let clock = clock::read(reader, led.unwrap_or(at), end)?;
    let hour = clock.hour <= 12 && clock.form != Form::Point;
    (clock.sure || led.is_some() && hour && is_closed(reader, clock.end, end)).then_some(clock)
}

/// Whether no word follows that the figure could count.
fn is_closed(reader: Reader<'_>, at: usize, end: usize) -> bool {
    at >= end || !reader.is_letters(at) && !reader.is_digits(at) && reader.folded(at) != "%"
}

/// Whether the word before leaves an hour free to be one: «المرة الثالثة مساء» is no hour, and neither is "killed 3 in the morning".
fn fits(reader: Reader<'_>, at: usize, clock: &Clock, led: bool) -> bool {
    if led || clock.minutes != 0 || clock.second.is_some() {
        return true;
    }
    let Some(before) = at.checked_sub(1) else {
        return true;
    };
    match clock.form {
        Form::Rank => {
            let word = reader.folded(before);
            let definite = word.contains("ال") || word.starts_with("لل");
            let noun = definite && (word.ends_with('ه') || word.ends_with("ات"));
            !noun || reader.clock_link(at, clock.end, ClockLink::Hour).is_some()
        }
        Form::Number if reader.is_latin(clock.end - 1) && clock.part.is_some() => {
            let phrase = matches!(reader.folded(at + 1), "in" | "this");
            let leads = reader.clock_link(before, at, ClockLink::At).is_some()
                || matches!(reader.folded(before), "it's" | "it’s" | "s");
            !phrase || leads || !reader.is_letters(before)
        }
        Form::Number | Form::Point => true,
    }
}

/// Two times, of which one is sure and the other is an hour at least; `here` gives the clock time at the token.
fn range(
    reader: Reader<'_>,
    at: usize,
    end: usize,
    here: impl FnOnce() -> Option<Clock>,
) -> Option<(Clock, Clock)> {
    let between = reader.link(at, end, DateLink::Between);
    let from = reader.link(at, end, DateLink::From);
    let since = date::bound(reader, at, end)
        .filter(|(bound, _)| *bound == DateBound::Since)
        .map(|(_, next)| next - at);
    let start = at + between.or(from).or(since).unwrap_or(0);
    let first = if start == at {
        here()
    } else {
        clock::read(reader, start, end)
    };
    let mut low = first.or_else(|| clock::named(reader, start, end))?;
    let joint = joint(reader, low.end, end, between.is_some())?;
    let high = clock::read(reader, joint, end).filter(|clock| clock.sure || low.sure);
    let high = high.or_else(|| clock::named(reader, joint, end))?;
    let told = low.sure || high.sure && high.form != Form::Point;
    let open = from.is_none() && !low.sure && high.part.is_none();
    if !told || open || !high.sure && !is_closed(reader, high.end, end) {
        return None;
    }
    if low.part.is_none() && low.hour <= high.hour && low.hour < 12 {
        low.part = high.part;
    }
    Some((low, high))
}

/// One past what stands between the ends of a range.
fn joint(reader: Reader<'_>, at: usize, end: usize, between: bool) -> Option<usize> {
    if reader.is_mark(at, end, &["-", "–", "—"]) {
        return Some(at + 1);
    }
    if let Some(length) = reader.link(at, end, DateLink::To) {
        return Some(at + length);
    }
    let joined = reader.joined(at).0;
    (between && (joined > at || reader.is_arabic(at))).then_some(joined)
}
