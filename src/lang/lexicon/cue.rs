//! [`Cue`]: words and phrases by the part they play in a sentence, from `rules/lexicon/<language>/cues/*.yaml`.
//!
//! A file maps names of cues to lists of phrases. Phrases are folded; a proclitic on the first word of a phrase («ومقارنة بـ») does
//! not hide it. One phrase may play several parts.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::lang::lexicon::phrase::{Opening, Phrases, inflect};
use crate::lang::lexicon::trie::Start;
use crate::lang::lexicon::{LexId, Words};
use crate::yaml::{self, YamlError};

/// The part that a word or phrase plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cue {
    /// A word of a closed class that carries no subject matter: «في», «الذي», "of", "which".
    FunctionWord,
    /// A verb of telling, in any person and tense, that needs a speaker: «قال», «أوضح», "said", "announced".
    Says,
    /// A noun of telling: «بيان», «تصريح», "statement".
    Statement,
    /// Introduces a source: «بحسب», «وفقا لـ», "according to".
    AccordingTo,
    /// A noun that can be a source: «وزارة», «متحدث», «مصدر», "ministry", "spokesman".
    SourceNoun,
    /// A verb or noun of refusing what was said: «نفى», "denied".
    Denies,
    /// Opens the name of what a later number counts: «عدد», "number of".
    NumberOf,
    /// Opens a part of what was just counted: «بينهم», «منهم», "including", "of whom".
    PartOf,
    /// Opens the whole that a part just counted belongs to: «من أصل», "out of".
    Whole,
    /// Says that what follows is everything: «هم», «وهي», «موزعين على», "made up of".
    ClosedList,
    /// Sets another time, place or case beside this one: «مقابل», «مقارنة بـ», "compared with".
    Compared,
    /// Says the same amount in another unit: «أي ما يعادل», "equivalent to".
    Equivalent,
    /// Opens a clause about another thing: «بينما», «من جهته», "while", "whereas".
    Contrast,
    /// Names an earlier time or state: «العام الماضي», «سابقا», "a year earlier", "previously".
    Earlier,
    /// A verb, verbal noun or adverb of growing: «ارتفع», «زيادة», "rose", "up".
    Rise,
    /// A verb, verbal noun or adverb of shrinking: «تراجع», «انخفاض», "fell", "down".
    Fall,
    /// A count from a start until now: «حتى الآن», «منذ بداية», "so far", "to date".
    Cumulative,
    /// The sum of several counts: «إجمالي», «مجموع», "total", "altogether".
    Total,
    /// A count of what is new or of one day: «جديدة», «خلال 24 ساعة», "new", "daily".
    Fresh,
    /// One more or the rest beside what was counted: «آخر», «أيضا», "another", "other".
    Another,
    /// Denies what follows: «لم», «لا», "not", "no".
    Negation,
    /// What is not yet so: planned, expected, forecast: «سوف», «من المتوقع», "will", "expected".
    Future,
    /// What may be so: «قد», «ربما», «إذا», "may", "if".
    Possible,
    /// A share for each one or for each span of time: «لكل», «سنويا», "per", "each".
    Rate,
    /// Stands before a person's name: «السيد», «الدكتور», "Mr".
    PersonTitle,
    /// A post, trade or kind of person, set before a name: «المدرب», «الوزير».
    PersonRole,
    /// Stands where a name could and is none: «الخامس» in «اللواء الخامس».
    NoName,
    /// What an Arabic rank carries behind it: «الركن», «الطيار».
    RankBranch,
    /// Tells how someone came by a rank: «ترقية», "promoted".
    RankChange,
    /// Borne at another time: «السابق», "former".
    Former,
    /// Stands in for the bearer: «نائب», "acting".
    Deputy,
    /// A site's own words, not the article's, when they stand alone in a block: «اترك تعليقاً», "Read more".
    Furniture,
    /// A site's own words at the start of a block: «اقرأ أيضا:».
    FurnitureLead,
    /// A site's heading over links to other articles, when it stands alone in a block: «مواضيع ذات صلة», "Related articles".
    FurnitureList,
    // How words repeat and where they may end (`cues/phrasing.yaml`).
    /// May stand twice in a row: «جدا», "very", «ولي ولي العهد».
    MayDouble,
    /// The name of a letter, as abbreviations are spelled out: «سي», «إن».
    LetterName,
    /// A function word that some sentences rightly double: «من», "that".
    DoubtfulDouble,
    /// Before «من من»: a verb of asking or knowing.
    Asks,
    /// Begins a clause or noun phrase of its own: "the", "they".
    StartsClause,
    /// Opens a condition: «إذا», «كلما».
    Conditional,
    /// May be joined to itself: «أكثر وأكثر», "years and years".
    MayJoin,
    /// Narrows the second of two joined words: «عام وعام آخر».
    NarrowsConjunct,
    /// A relative pronoun.
    Relative,
    /// Relates two sides: «بين», "between".
    Between,
    /// A preposition that a noun must follow.
    TakesObject,
    /// A word that cannot end a sentence.
    NeedsComplement,
    /// Makes «من قبل» at the end of a sentence "before".
    AllowsBefore,
    /// The edge of a stretch of time: «نهاية», "beginning".
    PeriodEdge,
    /// Opens a recital of a decree, which repeats by form.
    Preamble,
    /// Says who took a picture: «تصوير», "AP Photo".
    PhotoCredit,
    // How long things last and when they came to be (`cues/time.yaml`).
    /// A newspaper, or the word before «اليوم» in the name of one: «المصري اليوم».
    Outlet,
    /// A verb or noun of ending: «تنتهي», «انتهاء», "ends", "expiry".
    Ends,
    /// Bounds a stretch of time that is to come: «خلال», «في غضون», "within".
    Within,
    /// A verb or noun of lasting: «لمدة», «يستمر», "for", "lasting".
    Lasts,
    /// A verb, participle or noun of coming to be: «بُني», «الموقعة», "built", "signed".
    Origin,
    /// The day on which a year comes round: «ذكرى», "anniversary".
    Anniversary,
    /// So long before the article: «قبل» before a length of time, "ago" behind it.
    Ago,
    /// Says the same in other words: «أي», "that is".
    ThatIs,
    /// Says which share a part is: «تمثل», «بنسبة», "representing".
    ShareOf,
    // Lists and their length (`cues/lists.yaml`).
    /// Opens the names of all that a number announced: «هي», "namely".
    NamesList,
    /// Says that a list goes on beyond what it names: «وغيرها», "and so on".
    OpenList,
    /// Says that names and figures stand in one order: «على التوالي», "respectively".
    Respectively,
    // The order of events (`cues/order.yaml`).
    /// Moves an event to another time: «تأجيل», «تقديم», "brought forward".
    Reschedules,
    /// Opens what was so at a time just named: «حين», "when".
    When,
    /// Says that a day or date is none: «لا وجود له», "no such day".
    NoSuchDay,
    /// A verb of beginning: «بدأ», «انطلق», "began".
    Begins,
    /// A verb of dying: «توفي», "died".
    Dies,
    /// A verb of what a person or body does once it is there: «تخرج», «التحق», "graduated", "joined".
    Lives,
    /// Opens what something comes from: «بسبب», «نتيجة», "because of".
    Cause,
}

impl Cue {
    /// Whether only «و» and «ف» can stand on its words: «منهم» opens a part, «لمنهم» is no word; «لم» denies, «بلم» does not; but
    /// «الوزارة» and «للوزارة» are sources.
    pub fn stands_free(self) -> bool {
        matches!(
            self,
            Self::Says
                | Self::AccordingTo
                | Self::PartOf
                | Self::Whole
                | Self::ClosedList
                | Self::Compared
                | Self::Contrast
                | Self::Cumulative
                | Self::Another
                | Self::Negation
                | Self::Future
                | Self::Possible
                | Self::Rate
        )
    }
}

/// A cue found at a place of a word sequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CueHit {
    /// Which.
    pub cue: Cue,
    /// How many words it takes.
    pub length: usize,
}

/// All cues.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Cues {
    phrases: Phrases<Cue>,
}

impl Cues {
    /// Adds the phrases of one file; the future of a verb is [`Cue::Future`] too.
    pub(super) fn add(&mut self, text: &str, words: &mut Words) -> Result<(), YamlError> {
        let file: BTreeMap<Cue, Vec<String>> = yaml::parse_trusted(text)?;
        for (cue, phrases) in file {
            for form in phrases.iter().flat_map(|phrase| inflect(phrase)) {
                self.phrases.add_form(&form.text, cue, words);
                if form.future {
                    self.phrases.add_form(&form.text, Cue::Future, words);
                }
            }
        }
        Ok(())
    }

    /// Whether a cue starts with a word.
    pub(super) fn starts(&self, word: LexId) -> Start {
        self.phrases.starts(word)
    }

    /// Whether a word alone plays a part.
    pub fn is(&self, word: LexId, cue: Cue) -> bool {
        self.phrases.alone(word).contains(&cue)
    }

    /// What cues begin with a word, given by its possible entries.
    pub fn open(&self, entries: &[LexId]) -> Opening<Cue> {
        self.phrases.open(entries)
    }

    /// Gives every cue that is that of an opening, or goes on with `behind`, to `found`, with its length in words; shortest first.
    pub fn follow<W: AsRef<[LexId]>>(
        &self,
        opening: &Opening<Cue>,
        behind: impl Iterator<Item = W>,
        found: &mut Vec<(Cue, usize)>,
    ) {
        self.phrases.follow(opening, behind, found);
    }

    /// Every cue that starts at the first of `words`, each word given by its possible entries; shortest first.
    pub fn at<W: AsRef<[LexId]>>(&self, words: impl Iterator<Item = W>) -> Vec<CueHit> {
        let hits = self.phrases.at(words).into_iter();
        hits.map(|(cue, length)| CueHit { cue, length }).collect()
    }
}
