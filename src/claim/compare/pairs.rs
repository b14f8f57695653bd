//! Which claims are worth comparing: those of one kind that measure one thing, found through what they share, never all with all.

use std::collections::BTreeMap;

use hashbrown::HashMap;

use crate::claim::Claim;
use crate::claim::compare::Context;
use crate::claim::compare::blocker::backs;
use crate::claim::compare::currency::Currencies;
use crate::claim::compare::frame::{Frame, frame, is_figure};
use crate::claim::compare::label::Labels;
use crate::document::Zone;
use crate::lang::lexicon::noun::ClassId;
use crate::quantity::Writing;
use crate::quantity::number::Number;
use crate::quantity::value::Kind;
use crate::token::vocabulary::Concept;

/// What a figure measures; only figures of one key are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// People by what befell them, whatever they are called.
    Fate(ClassId),
    /// Things of one noun.
    Noun(Concept),
    /// Money of one currency, a share, a length: one unit.
    Unit(Kind, &'static str),
}

/// A claim that can be compared, with the words around it.
pub struct Entry<'a> {
    /// Its place among the article's claims.
    pub index: usize,
    /// The claim.
    pub claim: &'a Claim,
    /// What it measures.
    pub key: Key,
    /// What befell the people counted.
    pub fate: Option<Key>,
    /// The words around it.
    pub frame: Frame,
    /// The number named, or the end of the range that stands for it.
    pub number: Number,
}

/// Figures of one key that are looked at for support; an article with more is a table.
const HOLDERS: usize = 48;

impl Entry<'_> {
    /// What it measures, and what befell the people counted.
    fn keys(&self) -> impl Iterator<Item = Key> {
        let fate = self.fate.filter(|fate| *fate != self.key);
        std::iter::once(self.key).chain(fate)
    }

    /// Whether two entries have a key in common.
    pub fn meets(&self, other: &Entry<'_>) -> bool {
        self.keys().any(|key| other.keys().any(|same| same == key))
    }

    /// The key under which two entries meet: the fate that they share, else the noun or unit.
    pub fn common_key(&self, other: &Entry<'_>) -> Key {
        match self.fate {
            Some(fate) if self.fate == other.fate => fate,
            _ => self.key,
        }
    }
}

/// The largest number of claims that share a word before the word is too common to tell facts apart.
const COMMON: usize = 24;

/// Every comparable claim of an article, in order of place.
pub fn entries(context: Context<'_>) -> Vec<Entry<'_>> {
    let currencies = Currencies::new(&context.lexicon.units, context.claims);
    let labels = Labels::new(context);
    let comparable = context
        .claims
        .iter()
        .enumerate()
        .filter(|(_, claim)| is_figure(claim) && !events_joined(context, claim));
    comparable
        .filter_map(|(index, claim)| {
            let number = claim.quantity.value.amount()?.written?;
            if labels.holds(context, claim) {
                return None;
            }
            // «ثلثا الأعضاء» and «ثلث الأعضاء» are shares of something.
            if number < Number::ONE && claim.quantity.writing != Writing::Digits {
                return None;
            }
            let fate = fate(context, claim).map(Key::Fate);
            Some(Entry {
                index,
                claim,
                key: key(context, claim, &currencies).or(fate)?,
                fate,
                frame: frame(context, claim),
                number,
            })
        })
        .collect()
}

/// Words before a figure in which two events may be joined.
const EVENTS: usize = 4;

/// Whether two events are joined before a figure: «مقتل وإصابة 12» counts the sum of both.
fn events_joined(context: Context<'_>, claim: &Claim) -> bool {
    let tokens = context.tokens;
    let start = claim.quantity.tokens.start;
    let is_event = |at: usize| !tokens.phrases_at(&context.lexicon.events, at).is_empty();
    (start.saturating_sub(EVENTS)..start).any(|at| {
        let link = matches!(tokens.folded(at), "و" | "او" | "and" | "or");
        let behind = if link { at + 1 } else { at };
        (link || tokens.folded(at).starts_with('و'))
            && behind < start
            && at > 0
            && is_event(behind)
            && is_event(at - 1)
    })
}

/// «مقتل 12 شخصا», «12 قتيلا» and «مقتل 12» count the killed; «12 شاحنة» counts lorries whatever befell them.
fn fate(context: Context<'_>, claim: &Claim) -> Option<ClassId> {
    let lexicon = context.lexicon;
    let person = lexicon.nouns.class("person");
    match claim.counted.as_ref().map(|counted| counted.class) {
        Some(Some(class)) if lexicon.is_fate(class) => Some(class),
        Some(class) if class.is_none() || class == person => claim.event,
        Some(_) => None,
        None => claim.event.filter(|_| claim.quantity.unit.is_none()),
    }
}

/// What a claim measures: its noun or unit, and what befell the people counted.
pub fn keys(context: Context<'_>, claim: &Claim) -> Vec<Key> {
    let currencies = Currencies::new(&context.lexicon.units, context.claims);
    let mut keys: Vec<_> = key(context, claim, &currencies).into_iter().collect();
    let fate = fate(context, claim).map(Key::Fate);
    keys.extend(fate.filter(|fate| !keys.contains(fate)));
    keys
}

/// The noun that is counted, else the unit.
fn key(context: Context<'_>, claim: &Claim, currencies: &Currencies) -> Option<Key> {
    let noun = |head| Key::Noun(context.tokens.word(head).concept);
    let unit = || {
        let unit = currencies.unit(claim)?;
        Some(Key::Unit(claim.quantity.kind, unit))
    };
    claim
        .counted
        .as_ref()
        .map(|counted| noun(counted.head))
        .or_else(unit)
}

/// How often each value stands in the article, so that no pair counts anew.
pub struct Index {
    holders: HashMap<Key, Vec<usize>>,
    numbers: HashMap<Number, usize>,
    distinct: HashMap<Key, usize>,
    /// The figures of the lead.
    lead: Vec<usize>,
}

impl Index {
    /// Counts `entries`.
    pub fn new(context: Context<'_>, entries: &[Entry<'_>]) -> Self {
        let mut holders: HashMap<Key, Vec<usize>> = HashMap::new();
        let (mut numbers, mut distinct) = (HashMap::new(), HashMap::new());
        for (at, entry) in entries.iter().enumerate() {
            for key in entry.keys() {
                let held = holders.entry(key).or_default();
                let fresh = !held
                    .iter()
                    .take(HOLDERS)
                    .any(|other| entries[*other].number == entry.number);
                *distinct.entry(key).or_insert(0) += usize::from(fresh);
                held.push(at);
            }
            *numbers.entry(entry.number).or_insert(0) += 1;
        }
        let zone = |entry: &Entry<'_>| context.document.blocks[entry.claim.block].zone;
        let lead = (0..entries.len()).filter(|at| zone(&entries[*at]) == Zone::Lead);
        let lead = lead.take(HOLDERS).collect();
        Self {
            holders,
            numbers,
            distinct,
            lead,
        }
    }

    /// Whether the lead gives the figure of a summary again.
    pub fn leads(&self, entries: &[Entry<'_>], entry: &Entry<'_>) -> bool {
        let kind = entry.claim.quantity.kind;
        self.lead.iter().map(|at| &entries[*at]).any(|led| {
            led.number == entry.number && led.claim.quantity.kind == kind
                || led.meets(entry) && backs(entry, led)
        })
    }

    /// Other figures of a key that say what `entry` says, `apart` left out.
    pub fn backed(
        &self,
        entries: &[Entry<'_>],
        key: Key,
        entry: &Entry<'_>,
        apart: &Entry<'_>,
    ) -> usize {
        let held = self.holders.get(&key).map_or(&[][..], Vec::as_slice);
        let others = held.iter().take(HOLDERS).map(|at| &entries[*at]);
        others
            .filter(|other| {
                other.index != entry.index && other.index != apart.index && backs(entry, other)
            })
            .count()
    }

    /// Whether two or three figures of a key that stand together make the larger of two others.
    pub fn parts(
        &self,
        entries: &[Entry<'_>],
        key: Key,
        one: &Entry<'_>,
        other: &Entry<'_>,
    ) -> bool {
        let (large, small) = if one.number > other.number {
            (one, other)
        } else {
            (other, one)
        };
        let held = self.holders.get(&key).map_or(&[][..], Vec::as_slice);
        let rest = large.number - small.number;
        let others = held.iter().take(HOLDERS).map(|at| &entries[*at]);
        let others: Vec<_> = others
            .filter(|other| other.index != small.index && other.index != large.index)
            .collect();
        others.iter().any(|one| {
            one.number == rest
                || others
                    .iter()
                    .any(|two| two.index > one.index && one.number + two.number == rest)
        })
    }

    /// Figures of other keys with the entry's value.
    pub fn echoed(&self, entries: &[Entry<'_>], key: Key, entry: &Entry<'_>) -> usize {
        let count = self.numbers.get(&entry.number).copied().unwrap_or(0);
        let own = self.holders.get(&key).map_or(0, |held| {
            held.iter()
                .take(HOLDERS)
                .filter(|at| entries[**at].number == entry.number)
                .count()
        });
        count.saturating_sub(own.max(1))
    }

    /// Different values of a key.
    pub fn distinct(&self, key: Key) -> usize {
        self.distinct.get(&key).copied().unwrap_or(0)
    }
}

/// Pairs of entries of one key that share a word, or of which one stands in a summary such as the headline; indices, the earlier first.
pub fn pairs(context: Context<'_>, entries: &[Entry<'_>]) -> Vec<(usize, usize)> {
    let mut buckets: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    for (index, entry) in entries.iter().enumerate() {
        for key in entry.keys() {
            buckets.entry(key).or_default().push(index);
        }
    }
    let mut found = Vec::new();
    for bucket in buckets.values().filter(|bucket| bucket.len() > 1) {
        by_words(entries, bucket, &mut found);
        by_summary(context, entries, bucket, &mut found);
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn by_words(entries: &[Entry<'_>], bucket: &[usize], found: &mut Vec<(usize, usize)>) {
    let mut postings: BTreeMap<Concept, Vec<usize>> = BTreeMap::new();
    for index in bucket {
        let frame = &entries[*index].frame;
        for concept in frame.concepts.iter().chain(&frame.modifiers) {
            postings.entry(*concept).or_default().push(*index);
        }
    }
    for holders in postings.values().filter(|holders| holders.len() <= COMMON) {
        for (at, one) in holders.iter().enumerate() {
            found.extend(
                holders[at + 1..]
                    .iter()
                    .map(|other| (*one.min(other), *one.max(other)))
                    .filter(|(one, other)| one != other),
            );
        }
    }
}

fn by_summary(
    context: Context<'_>,
    entries: &[Entry<'_>],
    bucket: &[usize],
    found: &mut Vec<(usize, usize)>,
) {
    for one in bucket
        .iter()
        .filter(|one| {
            context.document.blocks[entries[**one].claim.block]
                .zone
                .is_summary()
        })
        .take(8)
    {
        found.extend(
            bucket
                .iter()
                .filter(|other| *other != one)
                .take(64)
                .map(|other| (*one.min(other), *one.max(other))),
        );
    }
}
