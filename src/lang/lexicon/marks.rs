//! [`Marks`]: which tables know a word, one bit each, so that most questions of most words are answered by one look.
//!
//! What a word's letters tell by themselves is a mark too, which no table gives: see [`Marks::of_letters`].
//!
//! A table knows a word as it stands, or as the first of a phrase: the second counts only before a word that stands inside phrases.

use bitflags::bitflags;
use serde::{Deserialize, Serialize};

use crate::lang::arabic;
use crate::lang::lexicon::calendar::{ClockLink, ClockTerm, DateLink, Term, TimeNoun};
use crate::lang::lexicon::column::Column;
use crate::lang::lexicon::index::Index;
use crate::lang::lexicon::noun::NounForm;
use crate::lang::lexicon::numeral::{Link, Numeral};
use crate::lang::lexicon::trie::Start;
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
        /// Opens a span of dates: «من», «بين».
        const DATE_OPENING = 1 << 35;
        /// Tells what befell what is counted.
        const EVENT = 1 << 37;
        /// A place.
        const PLACE = 1 << 38;
        /// Begins with a letter of ASCII.
        const LATIN = 1 << 39;
        /// Has a character beyond ASCII: a word of Arabic, as a rule.
        const BEYOND_ASCII = 1 << 40;
        /// Nothing but clitics: «وبـ», «الـ».
        const CLITIC = 1 << 41;
        /// May join itself to what stands before it: begins with «و», or is "and" or "or".
        const JOINED = 1 << 42;
        /// Opens a range before its «بين»: «ما بين», "anywhere between".
        const BEFORE_RANGE = 1 << 43;
        /// Opens the name of a site: www.
        const SITE = 1 << 48;
        /// Nothing but the letters of small Roman numerals.
        const ROMAN = 1 << 44;
        /// Ends in the possessive of English.
        const POSSESSIVE = 1 << 45;
        /// A quotation mark.
        const QUOTE = 1 << 46;
        /// A mark that may end a sentence.
        const STOP = 1 << 47;
        /// Stands inside some phrase of some table, behind its first word.
        const INSIDE = 1 << 36;
        /// Known to the calendar.
        const TERM = Self::MONTH.bits() | Self::WEEKDAY.bits() | Self::TIME.bits() | Self::ERA.bits() | Self::RELATIVE.bits()
            | Self::DECADE.bits() | Self::EDGE.bits() | Self::HERE.bits() | Self::TURN.bits() | Self::BOUND.bits() | Self::DATE_LINK.bits();
        /// Known to the clock.
        const CLOCK = Self::DAY_PART.bits() | Self::HOUR.bits() | Self::MINUTES.bits() | Self::CLOCK_LINK.bits();
    }
}

impl Marks {
    /// What the letters of a folded word tell, or of a mark.
    pub fn of_letters(folded: &str) -> Self {
        let mut marks = Self::empty();
        marks.set(
            Self::LATIN,
            folded.starts_with(|c: char| c.is_ascii_alphabetic()),
        );
        marks.set(Self::BEYOND_ASCII, !folded.is_ascii());
        marks.set(Self::CLITIC, arabic::is_clitic(folded));
        let joined = folded.starts_with('و') || matches!(folded, "and" | "or");
        marks.set(Self::JOINED, joined);
        let before_range = ["ما", "وما", "مابين", "anywhere"].contains(&folded);
        marks.set(Self::BEFORE_RANGE, before_range);
        marks.set(Self::SITE, folded == "www");
        let roman = folded
            .bytes()
            .all(|letter| matches!(letter, b'i' | b'v' | b'x'));
        marks.set(Self::ROMAN, roman);
        marks.set(Self::POSSESSIVE, folded.ends_with("'s"));
        marks.set(
            Self::QUOTE,
            folded.starts_with(['«', '»', '“', '”', '″', '"']),
        );
        marks.set(Self::STOP, ["!", "?", "؟", "…", "."].contains(&folded));
        marks
    }

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
            Term::Link(DateLink::From | DateLink::Between) => Self::DATE_LINK | Self::DATE_OPENING,
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

/// The marks of every word.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct MarkTable {
    /// Of the word alone, two numbers a word.
    alone: Column,
    /// Of the word as the first of a phrase, where it is one.
    opening: Index,
}

impl MarkTable {
    /// The marks of the words of a lexicon; words that stood inside phrases before do so still.
    pub(super) fn of(lexicon: &Lexicon) -> Self {
        let mut table = Self::default();
        for word in (0..lexicon.words.count()).map(LexId) {
            let Known { mut alone, opening } = known(lexicon, word);
            let inside =
                lexicon.words.is_inside(word) || lexicon.marks.alone(word).contains(Marks::INSIDE);
            alone.set(Marks::INSIDE, inside);
            let (low, high) = halves(alone);
            table.alone.push(low);
            table.alone.push(high);
            if !opening.is_empty() {
                table.opening.insert((word.0, 0), halves(opening));
            }
        }
        table
    }

    /// The tables that know a word as it stands.
    #[inline]
    pub(super) fn alone(&self, word: LexId) -> Marks {
        let at = word.0 as usize * 2;
        let half = |at| self.alone.get(at).unwrap_or_default();
        whole((half(at), half(at + 1)))
    }

    /// The tables that hold longer phrases which start with a word.
    pub(super) fn opening(&self, word: LexId) -> Marks {
        self.opening.get((word.0, 0)).map_or(Marks::empty(), whole)
    }
}

fn halves(marks: Marks) -> (u32, u32) {
    let bits = marks.bits();
    (bits as u32, (bits >> 32) as u32)
}

fn whole((low, high): (u32, u32)) -> Marks {
    Marks::from_bits_retain(u64::from(low) | u64::from(high) << 32)
}

/// What the tables know of a word: as it stands, and as the first of longer phrases.
#[derive(Default)]
struct Known {
    alone: Marks,
    opening: Marks,
}

impl Known {
    fn add(&mut self, found: Start, mark: Marks) {
        if found.alone {
            self.alone |= mark;
        }
        if found.opens {
            self.opening |= mark;
        }
    }
}

fn known(lexicon: &Lexicon, word: LexId) -> Known {
    let mut known = Known {
        alone: of_word(lexicon, word),
        opening: Marks::empty(),
    };
    let calendar = &lexicon.calendar;
    for (term, found) in calendar.terms.starting(word) {
        known.add(found, Marks::of_term(term));
    }
    for (term, found) in calendar.clock.starting(word) {
        known.add(found, Marks::of_clock(term));
    }
    for (_, found) in lexicon.ordinals.assertions.starting(word) {
        known.add(found, Marks::ASSERTION);
    }
    let hedges = &lexicon.hedges;
    let phrases = [
        (hedges.before.starts(word), Marks::HEDGE),
        (hedges.after.starts(word), Marks::HEDGE_BEHIND),
        (hedges.vague.starts(word), Marks::VAGUE),
        (hedges.age_before.starts(word), Marks::AGE),
        (hedges.age_after.starts(word), Marks::AGE_BEHIND),
        (lexicon.units.names.starts(word), Marks::UNIT),
        (lexicon.units.before.starts(word), Marks::SIGN),
        (lexicon.units.countries.starts(word), Marks::COUNTRY),
        (lexicon.cues.starts(word), Marks::CUE),
        (lexicon.ranks.starts(word), Marks::RANK),
        (lexicon.events.starts(word), Marks::EVENT),
        (lexicon.places.phrases().starts(word), Marks::PLACE),
    ];
    for (found, mark) in phrases {
        known.add(found, mark);
    }
    known
}

/// What the tables of single words know of one.
fn of_word(lexicon: &Lexicon, word: LexId) -> Marks {
    let parts = lexicon.numerals.get(word).iter();
    let forms = lexicon.nouns.get(word).iter().map(|noun| match noun.form {
        NounForm::Dual => Marks::DUAL | Marks::NOUN,
        NounForm::Singular => Marks::SINGULAR | Marks::NOUN,
        _ => Marks::NOUN,
    });
    let flags = [
        (!lexicon.ordinals.get(word).is_empty(), Marks::ORDINAL),
        (lexicon.given_names.get(word).is_some(), Marks::GIVEN_NAME),
    ];
    let flags = flags.into_iter().filter(|(holds, _)| *holds);
    parts
        .map(|part| Marks::of_numeral(*part))
        .chain(forms)
        .chain(flags.map(|(_, mark)| mark))
        .fold(Marks::empty(), Marks::union)
}
