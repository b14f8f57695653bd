//! [`Marks`]: which tables know a word, one bit each, so that most questions of most words are answered by one look.

use bitflags::bitflags;

use crate::lang::lexicon::calendar::{ClockLink, ClockTerm, Term, TimeNoun};
use crate::lang::lexicon::column::Column;
use crate::lang::lexicon::noun::NounForm;
use crate::lang::lexicon::numeral::{Link, Numeral};
use crate::lang::lexicon::{LexId, Lexicon};

bitflags! {
    /// What a word may be, or what phrase may start with it, whatever is written onto it.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Marks: u64 {
        /// Any part of a number, small words among them.
        const PART = 1;
        /// A part with which a number may begin.
        const NUMERAL = 1 << 1;
        /// Opens a range: «من», «بين».
        const OPENING = 1 << 2;
        /// A part of an ordinal.
        const ORDINAL = 1 << 3;
        /// A bound before a figure.
        const HEDGE = 1 << 4;
        /// A bound behind a figure.
        const HEDGE_BEHIND = 1 << 5;
        /// Stands for a figure.
        const VAGUE = 1 << 6;
        /// Makes what follows an age.
        const AGE = 1 << 7;
        /// Makes what stands before it an age.
        const AGE_BEHIND = 1 << 8;
        /// A unit.
        const UNIT = 1 << 9;
        /// A unit that stands before its figure.
        const SIGN = 1 << 10;
        /// The adjective of a country.
        const COUNTRY = 1 << 11;
        /// Asserts.
        const ASSERTION = 1 << 12;
        /// A counted noun.
        const NOUN = 1 << 13;
        /// Two of a counted noun.
        const DUAL = 1 << 14;
        /// One of a counted noun.
        const SINGULAR = 1 << 15;
        /// A cue.
        const CUE = 1 << 16;
        /// A month.
        const MONTH = 1 << 17;
        /// A weekday.
        const WEEKDAY = 1 << 18;
        /// A noun of time, weeks too.
        const TIME = 1 << 19;
        /// An era.
        const ERA = 1 << 20;
        /// A day seen from the article's.
        const RELATIVE = 1 << 21;
        /// A decade.
        const DECADE = 1 << 22;
        /// A part of a stretch of time.
        const EDGE = 1 << 23;
        /// Points at the present.
        const HERE = 1 << 24;
        /// Last, next, this.
        const TURN = 1 << 25;
        /// Bounds a date.
        const BOUND = 1 << 26;
        /// Joins words of a date.
        const DATE_LINK = 1 << 27;
        /// A part of the day.
        const DAY_PART = 1 << 28;
        /// An hour that has a name.
        const HOUR = 1 << 29;
        /// So many minutes.
        const MINUTES = 1 << 30;
        /// Joins words of a clock time.
        const CLOCK_LINK = 1 << 31;
        /// A rank before a name.
        const RANK = 1 << 32;
        /// A word without which no clock time is sure: «الساعة», o'clock, GMT, minutes.
        const CLOCK_SIGN = 1 << 33;
        /// A given name.
        const GIVEN_NAME = 1 << 34;
        /// Known to the calendar.
        const TERM = Self::MONTH.bits() | Self::WEEKDAY.bits() | Self::TIME.bits() | Self::ERA.bits() | Self::RELATIVE.bits()
            | Self::DECADE.bits() | Self::EDGE.bits() | Self::HERE.bits() | Self::TURN.bits() | Self::BOUND.bits() | Self::DATE_LINK.bits();
        /// Known to the clock.
        const CLOCK = Self::DAY_PART.bits() | Self::HOUR.bits() | Self::MINUTES.bits() | Self::CLOCK_LINK.bits();
    }
}

impl Marks {
    fn of_numeral(part: Numeral) -> Self {
        let opens = match part {
            Numeral::Link(Link::Minus | Link::Article) => Self::NUMERAL,
            Numeral::Link(Link::From | Link::Between) => Self::OPENING,
            Numeral::Link(_) => Self::empty(),
            _ => Self::NUMERAL,
        };
        opens | Self::PART
    }

    fn of_term(term: Term) -> Self {
        match term {
            Term::Month { .. } => Self::MONTH,
            Term::Weekday { .. } => Self::WEEKDAY,
            Term::Noun(TimeNoun::Minute) => Self::TIME | Self::CLOCK_SIGN,
            Term::Noun(_) | Term::Week => Self::TIME,
            Term::Era(_) => Self::ERA,
            Term::Relative(_) => Self::RELATIVE,
            Term::Decade(_) => Self::DECADE,
            Term::Edge(_) => Self::EDGE,
            Term::Here => Self::HERE,
            Term::Turn(_) => Self::TURN,
            Term::Bound(_) => Self::BOUND,
            Term::Link(_) => Self::DATE_LINK,
        }
    }

    fn of_clock(term: ClockTerm) -> Self {
        match term {
            ClockTerm::Part(..) => Self::DAY_PART | Self::CLOCK_SIGN,
            ClockTerm::Named(_) => Self::HOUR | Self::CLOCK_SIGN,
            ClockTerm::Minutes(_) => Self::MINUTES | Self::CLOCK_SIGN,
            ClockTerm::Link(ClockLink::At | ClockLink::Of | ClockLink::To) => Self::CLOCK_LINK,
            ClockTerm::Link(_) => Self::CLOCK_LINK | Self::CLOCK_SIGN,
        }
    }
}

/// The marks of every word of a lexicon, two numbers a word.
pub(super) fn all(lexicon: &Lexicon) -> Column {
    let mut marks = Column::default();
    for word in 0..lexicon.words.count() {
        let bits = of(lexicon, LexId(word)).bits();
        marks.push(bits as u32);
        marks.push((bits >> 32) as u32);
    }
    marks
}

/// The marks of a word in what [`all`] gives.
#[inline]
pub(super) fn get(marks: &Column, word: LexId) -> Marks {
    let at = word.0 as usize * 2;
    let half = |at| u64::from(marks.get(at).unwrap_or_default());
    Marks::from_bits_retain(half(at) | half(at + 1) << 32)
}

fn of(lexicon: &Lexicon, word: LexId) -> Marks {
    let parts = lexicon.numerals.get(word).iter();
    let terms = lexicon.calendar.terms.starting(word);
    let clock = lexicon.calendar.clock.starting(word);
    let forms = lexicon.nouns.get(word).iter().map(|noun| match noun.form {
        NounForm::Dual => Marks::DUAL | Marks::NOUN,
        NounForm::Singular => Marks::SINGULAR | Marks::NOUN,
        _ => Marks::NOUN,
    });
    let hedges = &lexicon.hedges;
    let flags = [
        (!lexicon.ordinals.get(word).is_empty(), Marks::ORDINAL),
        (hedges.before.starts(word), Marks::HEDGE),
        (hedges.after.starts(word), Marks::HEDGE_BEHIND),
        (hedges.vague.starts(word), Marks::VAGUE),
        (hedges.age_before.starts(word), Marks::AGE),
        (hedges.age_after.starts(word), Marks::AGE_BEHIND),
        (lexicon.units.names.starts(word), Marks::UNIT),
        (lexicon.units.before.starts(word), Marks::SIGN),
        (lexicon.units.countries.starts(word), Marks::COUNTRY),
        (
            lexicon.ordinals.assertions.starting(word).next().is_some(),
            Marks::ASSERTION,
        ),
        (lexicon.cues.starts(word), Marks::CUE),
        (lexicon.ranks.starts(word), Marks::RANK),
        (lexicon.given_names.get(word).is_some(), Marks::GIVEN_NAME),
    ];
    let flags = flags.into_iter().filter(|(holds, _)| *holds);
    parts
        .map(|part| Marks::of_numeral(*part))
        .chain(terms.map(Marks::of_term))
        .chain(clock.map(Marks::of_clock))
        .chain(forms)
        .chain(flags.map(|(_, mark)| mark))
        .fold(Marks::empty(), Marks::union)
}
