//! Which claims are worth comparing: those of one kind that measure one thing, found through what they share, never all with all.

use hashbrown::HashMap;

use crate::claim::Claim;
use crate::claim::compare::Context;
use crate::claim::compare::blocker::backs;
use crate::claim::compare::currency::Currencies;
use crate::claim::compare::frame::{Frame, frame, is_figure};
use crate::claim::compare::label::Labels;
use crate::claim::compare::slip::Typed;
use crate::document::Zone;
use crate::lang::lexicon::marks::Marks;
use crate::lang::lexicon::noun::ClassId;
use crate::quantity::Writing;
use crate::quantity::interval::Bounds;
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
    /// The same as it is typed.
    pub typed: Typed,
    /// What it allows.
    pub bounds: Bounds<'a>,
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
                typed: Typed::new(number),
                bounds: Bounds::of(&claim.quantity),
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
    let is_event = |at: usize| {
        !tokens
            .phrases_at(&context.lexicon.events, Marks::EVENT, at)
            .is_empty()
    };
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

/// The figures of one key, of which only so many are looked at for support.
#[derive(Default)]
pub struct Group {
    /// Their places among the entries.
    held: Vec<usize>,
    /// How often each number stands among those looked at, the numbers sorted.
    numbers: Vec<(Number, usize)>,
    /// For each figure, how many others of those looked at say the same.
    backed: Vec<usize>,
    /// Different values.
    distinct: usize,
}

impl Group {
    /// The figures looked at.
    fn first(&self) -> &[usize] {
        &self.held[..self.held.len().min(HOLDERS)]
    }

    fn looks_at(&self, at: usize) -> bool {
        self.first().binary_search(&at).is_ok()
    }

    /// How often a number stands among the figures looked at.
    fn count(&self, number: Number) -> usize {
        let known = self
            .numbers
            .binary_search_by_key(&number, |(known, _)| *known);
        known.map_or(0, |at| self.numbers[at].1)
    }

    fn add(&mut self, at: usize, number: Number) {
        let place = self
            .numbers
            .binary_search_by_key(&number, |(known, _)| *known);
        self.distinct += usize::from(place.is_err());
        if self.held.len() < HOLDERS {
            match place {
                Ok(place) => self.numbers[place].1 += 1,
                Err(place) => self.numbers.insert(place, (number, 1)),
            }
        }
        self.held.push(at);
    }

    fn count_backed(&mut self, entries: &[Entry<'_>]) {
        let count = |at: usize| {
            let says = |other: &usize| *other != at && backs(&entries[at], &entries[*other]);
            self.first().iter().filter(|other| says(other)).count()
        };
        self.backed = self.held.iter().map(|at| count(*at)).collect();
    }

    /// Other figures that say what the entry at a place says, that of `apart` left out.
    pub fn backed(&self, entries: &[Entry<'_>], at: usize, apart: usize) -> usize {
        let place = self.held.binary_search(&at).ok();
        let count = place.and_then(|place| self.backed.get(place)).copied();
        let counted = at != apart && self.looks_at(apart);
        let other = || backs(&entries[at], &entries[apart]);
        count.map_or(0, |count| {
            count.saturating_sub(usize::from(count > 0 && counted && other()))
        })
    }

    /// Whether another figure gives the finer of two as finely.
    pub fn in_full(&self, entries: &[Entry<'_>], pair: [usize; 2]) -> bool {
        let grain = |at: usize| entries[at].claim.quantity.grain;
        let Some(finer) = pair.into_iter().min_by_key(|at| grain(*at)) else {
            return false;
        };
        let others = self.first().iter().filter(|at| !pair.contains(at));
        others
            .filter(|at| grain(**at) <= grain(finer))
            .any(|at| backs(&entries[finer], &entries[*at]))
    }

    /// Whether one or two other figures make up what the smaller of two lacks.
    pub fn parts(&self, entries: &[Entry<'_>], (one, other): (usize, usize)) -> bool {
        let pair = [one, other].map(|at| (at, entries[at].number));
        let rest = (pair[0].1 - pair[1].1).abs();
        // How often a number stands among the figures, those of the pair left out.
        let beside = |number: Number, count: usize| {
            let own = pair.iter().filter(|(_, own)| *own == number);
            let own = own.filter(|(at, _)| self.looks_at(*at)).count();
            count.saturating_sub(own)
        };
        let stands = |number: Number| match self.count(number) {
            0 => 0,
            count => beside(number, count),
        };
        let mut numbers = self.numbers.iter();
        stands(rest) > 0
            || numbers.any(|(number, count)| {
                let missing = rest - *number;
                stands(missing) > usize::from(missing == *number) && beside(*number, *count) > 0
            })
    }

    /// Different values.
    pub fn distinct(&self) -> usize {
        self.distinct
    }

    /// The words around the figures, each with the place of its figure.
    fn words(&self, entries: &[Entry<'_>]) -> impl Iterator<Item = (Concept, usize)> {
        self.held.iter().flat_map(|at| {
            let frame = &entries[*at].frame;
            let words = frame.concepts.iter().chain(&frame.modifiers);
            words.map(|concept| (*concept, *at))
        })
    }
}

/// The figures of an article by what they measure, so that no pair counts anew.
pub struct Index {
    groups: HashMap<Key, Group>,
    /// What stands for the group of a key that no figure has.
    empty: Group,
    numbers: HashMap<Number, usize>,
    /// The figures of the lead.
    lead: Vec<usize>,
}

impl Index {
    /// Counts `entries`.
    pub fn new(context: Context<'_>, entries: &[Entry<'_>]) -> Self {
        let mut groups: HashMap<Key, Group> = HashMap::new();
        let mut numbers = HashMap::new();
        for (at, entry) in entries.iter().enumerate() {
            for key in entry.keys() {
                groups.entry(key).or_default().add(at, entry.number);
            }
            *numbers.entry(entry.number).or_insert(0) += 1;
        }
        for group in groups.values_mut() {
            group.count_backed(entries);
        }
        let zone = |entry: &Entry<'_>| context.document.blocks[entry.claim.block].zone;
        let lead = (0..entries.len()).filter(|at| zone(&entries[*at]) == Zone::Lead);
        let lead = lead.take(HOLDERS).collect();
        Self {
            groups,
            empty: Group::default(),
            numbers,
            lead,
        }
    }

    /// The figures of a key.
    pub fn group(&self, key: Key) -> &Group {
        self.groups.get(&key).unwrap_or(&self.empty)
    }

    /// Whether the lead gives the figure of a summary again.
    pub fn leads(&self, entries: &[Entry<'_>], entry: &Entry<'_>) -> bool {
        let kind = entry.claim.quantity.kind;
        self.lead.iter().map(|at| &entries[*at]).any(|led| {
            led.number == entry.number && led.claim.quantity.kind == kind
                || led.meets(entry) && backs(entry, led)
        })
    }

    /// Figures outside a group with the entry's value.
    pub fn echoed(&self, group: &Group, entry: &Entry<'_>) -> usize {
        let count = self.numbers.get(&entry.number).copied().unwrap_or(0);
        count.saturating_sub(group.count(entry.number).max(1))
    }

    /// Pairs of entries of one key that share a word, or of which one stands in a summary such as the headline; the earlier first.
    pub fn pairs(&self, context: Context<'_>, entries: &[Entry<'_>]) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        for group in self.groups.values().filter(|group| group.held.len() > 1) {
            by_words(entries, group, &mut found);
            by_summary(context, entries, &group.held, &mut found);
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

fn by_words(entries: &[Entry<'_>], group: &Group, found: &mut Vec<(usize, usize)>) {
    let mut words: Vec<_> = group.words(entries).collect();
    words.sort_unstable();
    let holders = words.chunk_by(|(one, _), (other, _)| one == other);
    for holders in holders.filter(|holders| (2..=COMMON).contains(&holders.len())) {
        for (at, (_, one)) in holders.iter().enumerate() {
            let others = holders[at + 1..].iter().map(|(_, other)| (*one, *other));
            found.extend(others.filter(|(one, other)| one != other));
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
