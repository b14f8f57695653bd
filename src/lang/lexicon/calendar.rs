//! [`Calendar`]: words of the calendar and the clock, from `rules/lexicon/<language>/calendar.yaml`.

use std::collections::BTreeMap;

use bitflags::bitflags;
use serde::{Deserialize, Serialize};

use crate::lang::lexicon::named::Named;
use crate::lang::lexicon::{LexId, Words};
use crate::yaml::{self, YamlError};

bitflags! {
    /// The naming systems that a name of a month belongs to.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
    pub struct Families: u8 {
        /// كانون الثاني, شباط …
        const LEVANTINE = 1;
        /// يناير, فبراير …
        const EGYPTIAN = 2;
        /// جانفي, فيفري …
        const MAGHREBI = 4;
        /// يناير … غشت, شتنبر.
        const MOROCCAN = 8;
        /// أي النار, النوار …
        const LIBYAN = 16;
        /// January, February …
        const ENGLISH = 32;
        /// محرم, صفر …
        const HIJRI = 64;
        /// يناير … أغشت.
        const MAURITANIAN = 128;
    }
}

impl Families {
    fn named(name: &str) -> Option<Self> {
        Self::from_name(&name.to_ascii_uppercase())
    }
}

/// A noun of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say what they are")]
pub enum TimeNoun {
    Second,
    Minute,
    Hour,
    Day,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
}

/// What years are counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Era {
    /// «م», AD.
    Christian,
    /// «ق.م», BC.
    BeforeChrist,
    /// «هـ», AH.
    Hijri,
    /// The Iranian year.
    Jalali,
}

/// Which of its like a time is, seen from the article's date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Turn {
    /// «الماضي», last.
    Last,
    /// «المقبل», next.
    Next,
    /// «الجاري», this.
    This,
    /// «السابق», the one before a time that the text has told of.
    Before,
    /// «التالي», the one after such a time.
    After,
}

/// A part of a stretch of time that only its name bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Edge {
    /// «مطلع», early.
    Start,
    /// «منتصف», mid.
    Middle,
    /// «نهاية», late.
    End,
}

/// How a word bounds a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateBound {
    /// «منذ», since.
    Since,
    /// «بعد», after.
    After,
    /// «قبل», before.
    Before,
    /// «حتى», until.
    Until,
}

/// How words of a date hang together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateLink {
    /// Opens a span: «من», from.
    From,
    /// Opens a span whose ends «و» joins: «بين», between.
    Between,
    /// Joins the ends of a span: «إلى», to.
    To,
    /// «و», and.
    And,
    /// Between a day and its month: «من», of.
    Of,
    /// Between a weekday or a date and the same day in figures or in another calendar: «الموافق».
    Corresponds,
    /// Stands before a time and makes a doubtful name one: «في», in.
    In,
}

/// A part of the day, which tells the half that an hour is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DayPart {
    /// «فجرا», «صباحا», a.m.
    Morning,
    /// «قبل الظهر».
    Forenoon,
    /// «ظهرا».
    Noon,
    /// «بعد الظهر», «عصرا», «مساء», p.m.
    Evening,
    /// «ليلا», at night.
    Night,
}

/// How words of a clock time hang together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClockLink {
    /// Before an hour, which it makes one: «الساعة».
    Hour,
    /// Behind an hour, which it makes one: o'clock.
    OClock,
    /// Before a time, and before other figures too: at.
    At,
    /// Between an hour and a part of the day: «في», «من».
    Of,
    /// Minutes after the hour: past.
    Past,
    /// Minutes before the hour: «إلا», to.
    To,
    /// Behind a time, whose clock it names: GMT.
    Zone,
}

/// What a word or phrase of the clock means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ClockTerm {
    /// A part of the day; whether the word may also belong to the day behind it («مساء السبت»).
    Part(DayPart, bool),
    /// An hour that has a name: noon.
    Named(u8),
    /// So many minutes: «ربع».
    Minutes(u8),
    /// A word that joins.
    Link(ClockLink),
}

/// The words of the clock as they stand.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Clock {
    parts: BTreeMap<DayPart, Vec<String>>,
    parts_of_a_day: BTreeMap<DayPart, Vec<String>>,
    named: BTreeMap<u8, Vec<String>>,
    minutes: BTreeMap<u8, Vec<String>>,
    links: BTreeMap<ClockLink, Vec<String>>,
}

/// What a word or phrase of the calendar means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Term {
    /// A month.
    Month {
        /// 1 to 12.
        month: u8,
        /// Where it is so called.
        families: Families,
        /// Whether the name is also an everyday word.
        doubtful: bool,
    },
    /// A weekday, 1 is Monday.
    Weekday {
        /// 1 to 7.
        day: u8,
        /// Whether the form is also another word («أحد», "sun").
        doubtful: bool,
    },
    /// A noun of time.
    Noun(TimeNoun),
    /// An era.
    Era(Era),
    /// So many days from the article's.
    Relative(i8),
    /// «أسبوع»; apart from the nouns of time, since weeks are also numbered like rounds.
    Week,
    /// «ثمانينيات», eighties: the first year of it within its century.
    Decade(u8),
    /// A part of a stretch of time.
    Edge(Edge),
    /// A word that points at the present before a noun of time: «هذا».
    Here,
    /// Last, next, this.
    Turn(Turn),
    /// Since, after, before, until.
    Bound(DateBound),
    /// A word that joins.
    Link(DateLink),
}

/// The file as it stands.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    months: BTreeMap<String, BTreeMap<u8, Vec<String>>>,
    doubtful: Vec<String>,
    weekdays: BTreeMap<u8, Vec<String>>,
    bare_weekdays: BTreeMap<u8, Vec<String>>,
    nouns: BTreeMap<TimeNoun, Vec<String>>,
    eras: BTreeMap<Era, Vec<String>>,
    relative: BTreeMap<String, Vec<String>>,
    week: Vec<String>,
    decades: BTreeMap<u8, Vec<String>>,
    edges: BTreeMap<Edge, Vec<String>>,
    here: Vec<String>,
    turns: BTreeMap<Turn, Vec<String>>,
    bounds: BTreeMap<DateBound, Vec<String>>,
    links: BTreeMap<DateLink, Vec<String>>,
    clock: Clock,
}

/// Words of the calendar.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Calendar {
    /// All terms.
    pub terms: Named<Term>,
    /// The terms of the clock.
    pub clock: Named<ClockTerm>,
    /// The first spelling of each month by family, for fixes.
    names: Vec<(Families, u8, String)>,
    /// The first spelling of each weekday, by language of the file.
    weekdays: Vec<(u8, String)>,
}

impl Calendar {
    /// The usual names of a month in a family.
    pub fn month_name(&self, families: Families, month: u8) -> Option<&str> {
        self.names
            .iter()
            .find(|(family, number, _)| families.contains(*family) && *number == month)
            .map(|(_, _, name)| name.as_str())
    }

    /// The usual name of a weekday; `arabic` chooses the script.
    pub fn weekday_name(&self, day: u8, arabic: bool) -> &str {
        self.weekdays
            .iter()
            .find(|(number, name)| *number == day && name.is_ascii() != arabic)
            .map_or("", |(_, name)| name.as_str())
    }

    /// Adds the terms of one file.
    pub(super) fn add(&mut self, text: &str, words: &mut Words) -> Result<(), YamlError> {
        let file: File = yaml::parse_trusted(text)?;
        self.add_months(&file, words)?;
        self.add_clock(&file.clock, words);
        for (list, doubtful) in [(&file.weekdays, false), (&file.bare_weekdays, true)] {
            for (day, names) in list {
                self.add_all(
                    names,
                    Term::Weekday {
                        day: *day,
                        doubtful,
                    },
                    words,
                );
                self.weekdays
                    .extend(names.first().map(|name| (*day, name.clone())));
            }
        }
        for (days, names) in &file.relative {
            let days = days.parse().map_err(|_| YamlError {
                message: format!("relative: {days}: expected a number of days"),
                place: None,
            })?;
            self.add_all(names, Term::Relative(days), words);
        }
        let nouns = file.nouns.iter().map(|(it, all)| (Term::Noun(*it), all));
        let eras = file.eras.iter().map(|(it, all)| (Term::Era(*it), all));
        let turns = file.turns.iter().map(|(it, all)| (Term::Turn(*it), all));
        let bounds = file.bounds.iter().map(|(it, all)| (Term::Bound(*it), all));
        let links = file.links.iter().map(|(it, all)| (Term::Link(*it), all));
        let decades = file.decades.iter();
        let decades = decades.map(|(it, all)| (Term::Decade(*it), all));
        let edges = file.edges.iter().map(|(it, all)| (Term::Edge(*it), all));
        let single = [(Term::Week, &file.week), (Term::Here, &file.here)];
        for (term, phrases) in decades.chain(edges).chain(single) {
            self.add_all(phrases, term, words);
        }
        for (term, phrases) in nouns.chain(eras).chain(turns).chain(bounds).chain(links) {
            self.add_all(phrases, term, words);
        }
        Ok(())
    }

    fn add_all(&mut self, phrases: &[String], term: Term, words: &mut Words) {
        for phrase in phrases {
            self.terms.add(phrase, term, words);
        }
    }

    fn add_clock(&mut self, clock: &Clock, words: &mut Words) {
        use ClockTerm::{Link, Minutes, Named, Part};
        let sure = clock.parts.iter().map(|(it, all)| (Part(*it, false), all));
        let other = clock.parts_of_a_day.iter();
        let other = other.map(|(it, all)| (Part(*it, true), all));
        let named = clock.named.iter().map(|(it, all)| (Named(*it), all));
        let minutes = clock.minutes.iter().map(|(it, all)| (Minutes(*it), all));
        let links = clock.links.iter().map(|(it, all)| (Link(*it), all));
        for (term, phrases) in sure.chain(other).chain(named).chain(minutes).chain(links) {
            for phrase in phrases {
                self.clock.add(phrase, term, words);
            }
        }
    }

    /// One entry a name, with all families that use it for that month.
    fn add_months(&mut self, file: &File, words: &mut Words) -> Result<(), YamlError> {
        let doubtful: Vec<_> = file
            .doubtful
            .iter()
            .map(|name| words.intern_phrase(name))
            .collect();
        let mut all: BTreeMap<(Vec<LexId>, u8), (Families, &str)> = BTreeMap::new();
        for (family, months) in &file.months {
            let family = Families::named(family).ok_or_else(|| YamlError {
                message: format!("months: {family}: expected a naming family"),
                place: None,
            })?;
            for (month, names) in months {
                for name in names {
                    let entry = all
                        .entry((words.intern_phrase(name), *month))
                        .or_insert((Families::empty(), name));
                    entry.0 |= family;
                }
                self.names
                    .extend(names.first().map(|name| (family, *month, name.clone())));
            }
        }
        for ((ids, month), (families, name)) in all {
            let doubtful = doubtful.contains(&ids);
            self.terms.add(
                name,
                Term::Month {
                    month,
                    families,
                    doubtful,
                },
                words,
            );
        }
        Ok(())
    }
}
