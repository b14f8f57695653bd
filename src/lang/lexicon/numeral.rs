//! [`Numerals`]: the words that numbers are made of, from `rules/lexicon/<language>/numerals.yaml`.
//!
//! The file names words by the part they play; how parts make a number is grammar and the same in both languages
//! (`quantity::words`). A unit run together with a hundred («ثلاثمئة») or with ten («خمسةعشر») is derived here.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::lang::lexicon::{LexId, Table, Words};
use crate::text::fold::fold;
use crate::yaml::{self, YamlError};

/// The part that a word plays in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Numeral {
    /// 0 to 9.
    Unit(u8),
    /// A unit that never stands alone: «أحد» of «أحد عشر», «إحدى وعشرون».
    Bound(u8),
    /// 10, alone or behind a unit: «خمسة عشر».
    Ten,
    /// 10 to 19 in one word.
    Teen(u8),
    /// 20 to 90.
    Tens(u8),
    /// A hundred, alone or of the number before it; `many` is its plural.
    Hundred {
        /// Whether it is a plural.
        many: bool,
    },
    /// 200 to 900 in one word.
    Hundreds(u16),
    /// A power of a thousand, or a dozen; `many` is its plural.
    Scale {
        /// Its value.
        value: i128,
        /// Whether it is a plural.
        many: bool,
    },
    /// Two of a scale in one word: «ألفان».
    TwoOf(i128),
    /// A scale that only follows digits: `m`, `bn`.
    Short(i128),
    /// One of so many parts: «ثلث».
    Fraction(u8),
    /// Two parts in one word: «ثلثان».
    TwoParts(u8),
    /// Parts that want a number before them: «ثلاثة أرباع», "two thirds".
    Parts(u8),
    /// A word that is no number itself.
    Link(Link),
}

/// A small word inside or before a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Link {
    /// A verb or noun that "over" belongs to, so that it bounds no figure: handed over, control over.
    TakesOver,
    /// «و», and.
    And,
    /// «سالب», minus.
    Minus,
    /// «فاصلة», point.
    Point,
    /// a, an.
    Article,
    /// of.
    Of,
    /// «من», from: opens a range.
    From,
    /// «بين», between: opens a range.
    Between,
    /// «إلى», to: inside a range.
    To,
    /// «أو», or.
    Or,
    /// «واحد», one, behind what it counts.
    One,
    /// «اثنان» behind a dual: says no more than the dual.
    Both,
    /// A word that says how whole the one thing is: «كامل».
    Whole,
    /// A word behind which a fraction is no share: «النهائي» of «ربع النهائي».
    NoShare,
    /// A word before which a fraction names a part by rank: "first half".
    Rank,
    /// A word before a number that makes it an address or a name: «رقم», "No.".
    Label,
    /// A word between a number and its unit that changes neither: "two more hours".
    Filler,
    /// A word behind which a bare unit is one: «لمدة ساعة», "for an hour".
    Measured,
    /// A word behind which "one" is a pronoun.
    NotOneBefore,
    /// A word before which "one" is a pronoun.
    NotOneAfter,
    /// «مربع», square.
    Square,
    /// «مكعب», cubic.
    Cubic,
    /// «في» of «كيلومتر في الساعة», per.
    Per,
    /// A preposition or pronoun that is typed onto digits: «بينهم6».
    Particle,
    /// A word of sport, near which a pair of figures is a result.
    Sport,
    /// A word of killing or hurting behind which a singular is one person: «مقتل شخص».
    Casualty,
    /// Words of weighing, near which a pound is no money.
    Weighed,
    /// «تحت» of «تحت الصفر», below.
    BelowZero,
}

/// A numerals file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    units: BTreeMap<u8, Vec<String>>,
    bound: BTreeMap<u8, Vec<String>>,
    ten: Vec<String>,
    teens: BTreeMap<u8, Vec<String>>,
    tens: BTreeMap<u8, Vec<String>>,
    hundred: Vec<String>,
    hundred_many: Vec<String>,
    hundreds: BTreeMap<u16, Vec<String>>,
    scales: Vec<Scale>,
    fractions: Vec<Fraction>,
    links: BTreeMap<Link, Vec<String>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Scale {
    value: String,
    one: Vec<String>,
    many: Vec<String>,
    two: Vec<String>,
    short: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Fraction {
    of: u8,
    one: Vec<String>,
    two: Vec<String>,
    many: Vec<String>,
}

/// The parts of numbers by word.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Numerals {
    parts: Table<Numeral>,
}

impl Numerals {
    /// The parts that a word may play.
    pub fn get(&self, word: LexId) -> &[Numeral] {
        self.parts.get(word)
    }

    /// Adds the words of one file.
    pub(super) fn add(&mut self, text: &str, words: &mut Words) -> Result<(), YamlError> {
        let file: File = yaml::parse_trusted(text)?;
        self.add_run_together(&file, words);
        let mut put = |list: &[String], part: Numeral| {
            for word in list {
                let id = words.intern(word);
                if !self.parts.get(id).contains(&part) {
                    self.parts.add(id, part);
                }
            }
        };
        for (value, list) in &file.units {
            put(list, Numeral::Unit(*value));
        }
        for (value, list) in &file.bound {
            put(list, Numeral::Bound(*value));
        }
        put(&file.ten, Numeral::Ten);
        for (value, list) in &file.teens {
            put(list, Numeral::Teen(*value));
        }
        for (value, list) in &file.tens {
            put(list, Numeral::Tens(*value));
        }
        put(&file.hundred, Numeral::Hundred { many: false });
        put(&file.hundred_many, Numeral::Hundred { many: true });
        for (value, list) in &file.hundreds {
            put(list, Numeral::Hundreds(*value));
        }
        for scale in &file.scales {
            let value = number(&scale.value)?;
            put(&scale.one, Numeral::Scale { value, many: false });
            put(&scale.many, Numeral::Scale { value, many: true });
            put(&scale.two, Numeral::TwoOf(value));
            put(&scale.short, Numeral::Short(value));
        }
        for fraction in &file.fractions {
            put(&fraction.one, Numeral::Fraction(fraction.of));
            put(&fraction.two, Numeral::TwoParts(fraction.of));
            put(&fraction.many, Numeral::Parts(fraction.of));
        }
        for (link, list) in &file.links {
            put(list, Numeral::Link(*link));
        }
        Ok(())
    }

    fn add_run_together(&mut self, file: &File, words: &mut Words) {
        if file.bound.is_empty() {
            return;
        }
        let units = file.units.iter().chain(&file.bound);
        for (value, list) in units.filter(|(value, _)| (1..=9).contains(*value)) {
            for unit in list {
                for ten in &file.ten {
                    let word = words.intern(&format!("{}{}", fold(unit), fold(ten)));
                    self.parts.add(word, Numeral::Teen(10 + value));
                }
                for hundred in file.hundred.iter().filter(|_| *value > 2) {
                    let word = words.intern(&format!("{}{}", fold(unit), fold(hundred)));
                    self.parts
                        .add(word, Numeral::Hundreds(u16::from(*value) * 100));
                }
            }
        }
    }
}

fn number(text: &str) -> Result<i128, YamlError> {
    let wrong = |_| YamlError {
        message: format!("`{text}` is no whole number"),
        place: None,
    };
    text.replace('_', "").parse().map_err(wrong)
}
