//! What a number asks of the noun behind it, and how the noun and the number word are spelled then.
//!
//! ```text
//! last two digits    noun                                   words
//! 3 to 10            plural                                 unit of the other gender than the singular
//! 11 to 99           singular, accusative                   unit of the other gender, «عشر» of the noun's own
//! 00, ألف, مليون      singular
//! 1, 2                not asked: «101 ليلة», «واحد وعشرون»
//! ```

use crate::lang::lexicon::noun::{Gender, Lemma};

/// The form that a number asks of the noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// 3 to 10.
    Plural,
    /// 11 to 99.
    Accusative,
    /// Hundreds and above.
    Singular,
}

impl Asked {
    /// By the last two digits of a whole number; none where they are 1 or 2.
    pub(super) fn by(value: i128) -> Option<Self> {
        match value.rem_euclid(100) {
            3..=10 => Some(Self::Plural),
            11..=99 => Some(Self::Accusative),
            0 if value != 0 => Some(Self::Singular),
            _ => None,
        }
    }

    /// The rule's case that speaks of it.
    pub(super) fn case(self) -> &'static str {
        match self {
            Self::Plural => "few",
            Self::Accusative => "many",
            Self::Singular => "round",
        }
    }

    /// The noun in that form.
    pub(super) fn of(self, lemma: Lemma<'_>) -> Option<String> {
        match self {
            Self::Plural => lemma.plural.map(genitive),
            Self::Accusative => lemma.singular.map(accusative),
            Self::Singular => lemma.singular.map(str::to_owned),
        }
    }
}

/// A plural behind its number: «مسلحون» is «مسلحين» there.
fn genitive(plural: &str) -> String {
    plural
        .strip_suffix("ون")
        .filter(|base| base.chars().count() > 2)
        .map_or_else(|| plural.to_owned(), |base| format!("{base}ين"))
}

/// A singular with the alif of the accusative, where its ending takes one.
fn accusative(singular: &str) -> String {
    let bare = singular.ends_with(['ة', 'ى', 'ا', 'أ']) || singular.ends_with("اء");
    if bare {
        singular.to_owned()
    } else {
        format!("{singular}ا")
    }
}

/// The units and ten, each as it stands before a feminine and before a masculine singular.
const UNITS: [(&str, &str); 8] = [
    ("ثلاث", "ثلاثة"),
    ("أربع", "أربعة"),
    ("خمس", "خمسة"),
    ("ست", "ستة"),
    ("سبع", "سبعة"),
    ("ثماني", "ثمانية"),
    ("تسع", "تسعة"),
    ("عشر", "عشرة"),
];

/// The word for 3 to 10 as it stands before a singular of a gender.
pub(super) fn unit_before(value: i128, gender: Gender) -> Option<&'static str> {
    let index = usize::try_from(value.checked_sub(3)?).ok()?;
    let (feminine, masculine) = UNITS.get(index)?;
    Some(match gender {
        Gender::Feminine => feminine,
        Gender::Masculine => masculine,
    })
}
