//! One day in two calendars: «16 رمضان 1436 الموافق 3 يوليو 2015», after the Umm al-Qura tables.

use std::ops::Range;

use icu_calendar::Date as IcuDate;
use icu_calendar::cal::{Hijri, Iso};
use jiff::civil::Date;
use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::{Check, Match, Repair, Text, almanac};
use crate::claim::Claim;
use crate::lang::lexicon::calendar::{DateLink, Term};
use crate::quantity::value::{Calendar, DateValue};
use crate::text::span::Span;

/// Compares a Hijri date with the civil one beside it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarPair {
    /// How many days the two may differ: the crescent is sighted a day early or late, and the day starts at sunset.
    tolerance: u32,
}

/// Tokens between two names of one day.
const REACH: usize = 6;

/// Years of the Hijra that the tables were made for.
const TABLES: std::ops::RangeInclusive<i32> = 1300..=1600;

impl Check for CalendarPair {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        let pairs = article.claims.windows(2).filter_map(|pair| {
            let [first, second] = pair else { return None };
            if first.sentence != second.sentence {
                return None;
            }
            self.compare(article, first, second)
        });
        pairs.collect()
    }
}

impl CalendarPair {
    fn compare(&self, article: &Analysis<'_>, first: &Claim, second: &Claim) -> Option<Match> {
        let (one, other) = (first.quantity.value.date()?, second.quantity.value.date()?);
        let hijri_first = one.calendar == Calendar::Hijri;
        let (moon, sun, lunar, solar) = if hijri_first {
            (first, second, one, other)
        } else {
            (second, first, other, one)
        };
        let gap = first.quantity.tokens.end..second.quantity.tokens.start;
        let linked = link(article, gap)?;
        let (day, said) = (civil_of(lunar)?, almanac::civil(solar)?);
        let apart = almanac::days_between(day, said).unsigned_abs();
        if apart <= self.tolerance {
            return None;
        }
        let sure = match (linked, moon.quoted || sun.quoted) {
            (Link::Said, false) if apart > 2 => 80,
            (Link::Said, _) => 65,
            (Link::Bracket, _) => 62,
        };
        let span = moon.span.to(sun.span);
        let span = if hijri_first {
            span
        } else {
            sun.span.to(moon.span)
        };
        let found = Match::at(span, sure)
            .quote("hijri", moon.span)
            .quote("civil", sun.span)
            .value("right", almanac::day_words(article, day))
            .value("days", Text::Plain(apart.to_string()));
        Some(match repair(article, sun, said, day) {
            Some(repair) => found.repair(repair),
            None => found,
        })
    }
}

/// What says that two dates are one day.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    /// «الموافق».
    Said,
    /// A bracket or stroke.
    Bracket,
}

/// What stands between two dates, where it makes them one day.
fn link(article: &Analysis<'_>, gap: Range<usize>) -> Option<Link> {
    let tokens = &article.tokens;
    let calendar = &article.lexicon.calendar;
    if gap.len() > REACH {
        return None;
    }
    let (mut found, mut at) = (None, gap.start);
    while at < gap.end {
        let hit = calendar.terms.longest(
            |word| {
                let word = at + word;
                if word < gap.end {
                    tokens.readings(word)
                } else {
                    &[]
                }
            },
            |term| match term {
                Term::Link(DateLink::Corresponds) => Some(()),
                _ => None,
            },
        );
        if let Some(hit) = hit {
            found = Some(Link::Said);
            at += hit.length;
            continue;
        }
        match tokens.folded(at) {
            "(" | "/" | "[" => found = found.or(Some(Link::Bracket)),
            "هـ" | "ه" | "م" | "-" | "–" | "،" | "," | "ل" | "يوم" | ")" | "." | "ah" | "hijri"
            | "هجري" | "هجريا" | "هجريه" | "to" | "the" => {}
            _ => return None,
        }
        at += 1;
    }
    found
}

/// The civil day of a Hijri date, after Umm al-Qura.
pub(super) fn civil_of(date: &DateValue) -> Option<Date> {
    let (year, month, day) = (date.year?, date.month?, date.day?);
    if date.calendar != Calendar::Hijri || !TABLES.contains(&year) {
        return None;
    }
    let hijri = IcuDate::try_new_hijri_with_calendar(year, month, day, Hijri::new_umm_al_qura());
    // The thirtieth of a month of twenty-nine is the first of the next where the crescent was sighted a day later.
    let (hijri, more) = match hijri {
        Ok(hijri) => (hijri, 0),
        Err(_) if day == 30 => {
            let calendar = Hijri::new_umm_al_qura();
            let last = IcuDate::try_new_hijri_with_calendar(year, month, 29, calendar);
            (last.ok()?, 1)
        }
        Err(_) => return None,
    };
    let iso = hijri.to_calendar(Iso);
    let civil = almanac::day_of(
        iso.era_year().year,
        iso.month().ordinal,
        iso.day_of_month().0,
    )?;
    Some(almanac::later(civil, more))
}

/// The civil date rewritten to the day that the other names; none where one of its parts cannot be.
fn repair(article: &Analysis<'_>, sun: &Claim, said: Date, day: Date) -> Option<Repair> {
    let (_, written) = sun.quantity.dates().next()?;
    let digits = |tokens: &Option<Range<usize>>, number: i32| -> Option<(Span, String)> {
        let span = article.tokens.span(tokens.as_ref()?);
        Some((span, almanac::digits_like(article, span, number)?))
    };
    let mut edits = Vec::new();
    if said.day() != day.day() {
        edits.push(digits(&written.day, i32::from(day.day()))?);
    }
    if said.month() != day.month() {
        let month = day.month().unsigned_abs();
        edits.push(match &written.names[..] {
            [] => digits(&written.month, i32::from(month))?,
            [name] => {
                let text = almanac::month_name(article, name.families, month)?;
                (article.tokens.span(&name.tokens), text)
            }
            _ => return None,
        });
    }
    if said.year() != day.year() {
        edits.push(digits(&written.year, i32::from(day.year()))?);
    }
    Some(Repair {
        title: "civil",
        safe: false,
        values: vec![("new", almanac::day_words(article, day))],
        edits,
    })
}
