//! One figure told twice: as new, or of another thing.

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::{Check, Match};
use crate::claim::{Claim, Counted};
use crate::document::Zone;
use crate::quantity::number::Number;
use crate::quantity::value::Kind;
use crate::token::vocabulary::Concept;

/// Finds a figure that is told again.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Restated {
    /// Whether the thing counted is the same.
    noun: Noun,
}

/// What the second mention counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Noun {
    /// The same thing.
    Same,
    /// Another thing in the same words.
    Other,
}

/// Words behind the head noun that say more of the thing counted («ورافعات وصهاريج مياه»).
const COMPLEMENT: usize = 6;

/// Claims of one value that are compared with each other; more are a list.
const LIMIT: usize = 8;

impl Check for Restated {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        let pairs = self.pairs(article).into_iter();
        let mut found: Vec<_> = pairs
            .map(|(earlier, later, sure)| {
                let one = Match::at(later.span, sure).related(earlier.span);
                one.quote("first", earlier.span).quote("second", later.span)
            })
            .collect();
        found.sort_by_key(|one| one.places[0].span);
        found
    }
}

/// Figures that are told again of one thing, each with the earlier one.
pub(super) fn told_again<'a>(article: &'a Analysis<'_>) -> Vec<(&'a Claim, &'a Claim)> {
    let pairs = Restated { noun: Noun::Same }.pairs(article).into_iter();
    pairs.map(|(earlier, later, _)| (earlier, later)).collect()
}

/// The value of a claim that is told so exactly that a second mention is no chance: a count of the body with three digits or more.
fn telling(article: &Analysis<'_>, claim: &Claim) -> Option<Number> {
    if !matches!(claim.quantity.kind, Kind::Count | Kind::Measure) {
        return None;
    }
    let number = claim.quantity.value.amount()?.written?;
    let body = matches!(article.block(claim).zone, Zone::Body | Zone::QuoteBlock);
    (body && number >= Number::whole(100)).then_some(number)
}

impl Restated {
    /// Each claim with the first one before it that it restates, and how sure that is.
    fn pairs<'a>(self, article: &'a Analysis<'_>) -> Vec<(&'a Claim, &'a Claim, u8)> {
        let value = |claim: &'a Claim| Some((telling(article, claim)?, claim));
        let mut by_value: Vec<_> = article.claims.iter().filter_map(value).collect();
        by_value.sort_by_key(|(number, claim)| (*number, claim.quantity.hedge));
        let groups = by_value.chunk_by(|(number, one), (other, two)| {
            number == other && one.quantity.hedge == two.quantity.hedge
        });
        let mut found = Vec::new();
        for group in groups.filter(|group| (2..=LIMIT).contains(&group.len())) {
            for (at, (_, later)) in group.iter().enumerate() {
                let mut earlier = group[..at].iter().map(|(_, earlier)| *earlier);
                let restated = earlier
                    .find_map(|earlier| Some((earlier, self.sure(article, earlier, later)?)));
                found.extend(restated.map(|(earlier, sure)| (earlier, *later, sure)));
            }
        }
        found
    }

    fn sure(self, article: &Analysis<'_>, earlier: &Claim, later: &Claim) -> Option<u8> {
        if earlier.block == later.block {
            return None;
        }
        if self.noun == Noun::Same && earlier.quantity.kind == Kind::Measure {
            return restated_measure(article, earlier, later);
        }
        let (one, other) = (earlier.counted.as_ref()?, later.counted.as_ref()?);
        let concept = |counted: &Counted| article.tokens.word(counted.head).concept;
        let same = concept(one) == concept(other) && !is_of_another_sort(article, earlier, later);
        let shared = shared(
            &complement(article, earlier, one),
            &complement(article, later, other),
        );
        match self.noun {
            Noun::Same if same && shared >= 1 => Some(if shared >= 2 { 60 } else { 45 }),
            // Words of one thing: «1800 عربة مدرعة ورافعات …» and «1800 عجلة مدرعة ورافعات …».
            Noun::Other if !same && shared >= 2 => Some(if shared >= 3 { 70 } else { 55 }),
            _ => None,
        }
    }
}

/// Whether each mention has a word of its own between the figure and the head noun ("grafted pear saplings", "grafted apple saplings").
fn is_of_another_sort(article: &Analysis<'_>, earlier: &Claim, later: &Claim) -> bool {
    let sorts = [earlier, later].map(|claim| {
        let head = claim.counted.as_ref().map_or(0, |counted| counted.head);
        (claim.quantity.tokens.end..head)
            .map(|at| article.tokens.word(at).concept)
            .collect::<Vec<_>>()
    });
    let [one, other] = &sorts;
    one.iter().any(|sort| !other.contains(sort)) && other.iter().any(|sort| !one.contains(sort))
}

/// How sure it is that a measure is told again: the unit is the same, and a word close to it.
fn restated_measure(article: &Analysis<'_>, earlier: &Claim, later: &Claim) -> Option<u8> {
    let near = |claim: &Claim| {
        let sentence = article.tokens.sentences.get(claim.sentence)?;
        let own = &claim.quantity.tokens;
        let before = own
            .start
            .saturating_sub(COMPLEMENT)
            .max(sentence.tokens.start)..own.start;
        let behind = own.end..(own.end + COMPLEMENT).min(sentence.tokens.end);
        let words = before.chain(behind).map(|at| article.tokens.word(at));
        Some(
            words
                .filter(|word| word.content)
                .map(|word| word.concept)
                .collect::<Vec<_>>(),
        )
    };
    let same = earlier.quantity.unit == later.quantity.unit;
    let told = shared(&near(earlier)?, &near(later)?);
    (same && told >= 2).then_some(60)
}

/// The subject matter of the counted phrase and behind it, the head noun left out.
fn complement(article: &Analysis<'_>, claim: &Claim, counted: &Counted) -> Vec<Concept> {
    let tokens = &article.tokens;
    let end = tokens
        .sentences
        .get(claim.sentence)
        .map_or(0, |sentence| sentence.tokens.end);
    let words = counted.tokens.start..(counted.head + 1 + COMPLEMENT).min(end);
    words
        .filter(|at| *at != counted.head && tokens.word(*at).content)
        .map(|at| tokens.word(at).concept)
        .collect()
}

fn shared(one: &[Concept], other: &[Concept]) -> usize {
    one.iter().filter(|concept| other.contains(concept)).count()
}
