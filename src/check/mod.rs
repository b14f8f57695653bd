//! Checks: where in an article does a pattern of facts hold? They return places and values, never prose: words belong to the rules.
//!
//! A check is one file here and one line in `checks!`. Its struct holds the parameters that a rule may set.

pub mod age_conflict;
mod almanac;
pub mod calendar_pair;
pub mod casualties;
pub mod chronology;
pub mod conflict;
pub mod conversion;
pub mod elapsed;
pub mod first_last;
pub mod house_word;
pub mod impossible;
pub mod impossible_date;
pub mod list_count;
pub mod month_name;
pub mod name_spelling;
pub mod numeral;
pub mod ordinal_conflict;
pub mod ordinal_gap;
pub mod pattern;
pub mod percentage;
pub mod phrasing;
pub mod points;
pub mod possible_share;
pub mod product;
pub mod quotation;
pub mod rank_conflict;
pub mod relative_day;
pub mod restated;
mod rounding;
mod series;
pub mod shares;
pub mod total;
pub mod vacuous_superlative;
pub mod weekday;

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::diagnostic::{Confidence, Role};
use crate::text::span::Span;

/// A check with its parameters.
pub trait Check {
    /// Every place where it holds, in order of place.
    fn run(&self, article: &Analysis<'_>) -> Vec<Match>;
}

/// A value that a rule's words may name in braces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text {
    /// Words of the article.
    Quote(Span),
    /// The same in every language: a number, a date in digits.
    Plain(String),
    /// A word of the tool in both languages, such as the name of a weekday.
    Words {
        /// In Arabic.
        ar: String,
        /// In English.
        en: String,
    },
}

/// A place that a match is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Where, in the reading text.
    pub span: Span,
    /// Primary or related.
    pub role: Role,
    /// Which of the rule's label texts speaks here; the role's name where empty.
    pub label: &'static str,
}

/// A way to mend a match.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// Which of the rule's fix titles names it.
    pub title: &'static str,
    /// Whether it may be applied unseen.
    pub safe: bool,
    /// What replaces what, in the reading text.
    pub edits: Vec<(Span, String)>,
    /// Values for the title, beside those of the match.
    pub values: Vec<(&'static str, Text)>,
}

/// One place where a check holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Which of the rule's cases speaks; the rule's own words where empty.
    pub case: &'static str,
    /// How sure.
    pub confidence: Confidence,
    /// One primary place and the related ones.
    pub places: Vec<Place>,
    /// What the rule's words may name.
    pub values: Vec<(&'static str, Text)>,
    /// Ways to mend it.
    pub repairs: Vec<Repair>,
}

impl Match {
    /// A match at one place.
    pub fn at(span: Span, confidence: u8) -> Self {
        let primary = Place {
            span,
            role: Role::Primary,
            label: "",
        };
        Self {
            case: "",
            confidence: Confidence::new(confidence),
            places: vec![primary],
            values: Vec::new(),
            repairs: Vec::new(),
        }
    }

    /// Speaks with the words of one of the rule's cases.
    pub fn case(mut self, case: &'static str) -> Self {
        self.case = case;
        self
    }

    /// Adds another place.
    pub fn related(mut self, span: Span) -> Self {
        self.add_related(span);
        self
    }

    /// Adds another place to a match that was made before.
    pub fn add_related(&mut self, span: Span) {
        self.places.push(Place {
            span,
            role: Role::Related,
            label: "",
        });
    }

    /// Gives the rule's words a value that quotes the article.
    pub fn quote(mut self, name: &'static str, span: Span) -> Self {
        self.values.push((name, Text::Quote(span)));
        self
    }

    /// Gives the rule's words a value.
    pub fn value(mut self, name: &'static str, text: Text) -> Self {
        self.values.push((name, text));
        self
    }

    /// Adds a way to mend it.
    pub fn repair(mut self, repair: Repair) -> Self {
        self.repairs.push(repair);
        self
    }
}

macro_rules! checks {
    ($($(#[$doc:meta])* $name:ident($parameters:ty),)*) => {
        /// A check as a rule names it: `check: { pattern: { … } }`.
        #[derive(Clone, Debug, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum CheckKind {
            $($(#[$doc])* $name($parameters),)*
        }

        impl Check for CheckKind {
            fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
                match self {
                    $(Self::$name(check) => check.run(article),)*
                }
            }
        }
    };
}

checks! {
    /// Two figures for one thing.
    Conflict(conflict::Conflict),
    /// One figure told twice.
    Restated(restated::Restated),
    /// A total and its parts.
    Total(total::Total),
    /// A percentage and the amounts that it relates.
    Percentage(percentage::Percentage),
    /// A multiple and the amounts that it relates.
    Multiple(percentage::multiple::Multiple),
    /// A change of a percentage told as a percentage.
    Points(points::Points),
    /// Shares of one thing that make more than it.
    Shares(shares::Shares),
    /// A share of a few things that no number of them makes.
    PossibleShare(possible_share::PossibleShare),
    /// The dead and the hurt, together and apart.
    Casualties(casualties::Casualties),
    /// So many, so much each, and the total.
    Product(product::Product),
    /// A value that cannot be.
    Impossible(impossible::Impossible),
    /// A regular expression on folded text.
    Pattern(pattern::Pattern),
    /// Words in a form that the newsroom does not print.
    HouseWord(house_word::HouseWord),
    /// A word twice in a row.
    DoubledWord(phrasing::word::DoubledWord),
    /// A word joined to itself.
    DoubledConjunct(phrasing::conjunct::DoubledConjunct),
    /// Words that come back within a sentence.
    DoubledClause(phrasing::clause::DoubledClause),
    /// A sentence or passage that stands twice.
    DoubledSentence(phrasing::sentence::DoubledSentence),
    /// Two sentences that are nearly one.
    SimilarSentence(phrasing::similar::SimilarSentence),
    /// A sentence that breaks off.
    BrokenSentence(phrasing::dangling::BrokenSentence),
    /// Quotation marks without a partner.
    LoneQuote(quotation::lone::LoneQuote),
    /// One quotation in two wordings.
    QuoteDrift(quotation::drift::QuoteDrift),
    /// One thing said by two.
    AttributionDrift(quotation::attribution::AttributionDrift),
    /// A weekday beside a date that falls on another.
    Weekday(weekday::Weekday),
    /// One day in two calendars that do not meet.
    CalendarPair(calendar_pair::CalendarPair),
    /// A span of dates that ends before it starts.
    Chronology(chronology::Chronology),
    /// Two names of one month that name two months.
    MonthNames(month_name::MonthNames),
    /// One name in two spellings.
    NameSpelling(name_spelling::NameSpelling),
    /// One person of two ages.
    AgeConflict(age_conflict::AgeConflict),
    /// One person under two ranks.
    RankConflict(rank_conflict::RankConflict),
    /// A weekday beside a relative day that the article's date does not give.
    RelativeDay(relative_day::RelativeDay),
    /// A stretch of time that its dates do not make.
    Elapsed(elapsed::Elapsed),
    /// A first or last that another mention belies.
    FirstLast(first_last::FirstLast),
    /// A number and its noun that do not agree.
    NumeralAgreement(numeral::agreement::NumeralAgreement),
    /// Two scripts of digits.
    DigitScripts(numeral::script::DigitScripts),
    /// A figure in words and another in digits beside it.
    TwofoldNumber(numeral::twofold::TwofoldNumber),
    /// A measure in two units that do not convert.
    Conversion(conversion::measure::Conversion),
    /// Money in two currencies whose rate is wrong.
    Exchange(conversion::money::Exchange),
    /// One member of a series under two numbers.
    OrdinalConflict(ordinal_conflict::OrdinalConflict),
    /// A count of points that skips a number or repeats one.
    OrdinalGap(ordinal_gap::OrdinalGap),
    /// A list that is not as long as announced.
    ListCount(list_count::ListCount),
    /// A day that its month does not have.
    ImpossibleDate(impossible_date::ImpossibleDate),
    /// A superlative that its own comparison empties.
    VacuousSuperlative(vacuous_superlative::VacuousSuperlative),
}
