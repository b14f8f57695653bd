//! Two dated events of one subject in the wrong order.
//!
//! ```text
//! ended = start date ("و" | "and" | "before") end date               تأسس النادي عام 2010 وحُلّ عام 2005
//! acted = death date … subjectless "said" … date                      توفي في 3 أيار 2020. وقال في تصريح يوم 5 أيار 2020
//! ```
//!
//! Nothing but the verb stands between, so that both tell of one subject; verbs of being born and founded, of ending, of dying and of living
//! alone.

use std::ops::Range;

use crate::analysis::Analysis;
use crate::check::Match;
use crate::check::chronology::is_before;
use crate::claim::Claim;
use crate::lang::lexicon::cue::Cue;
use crate::quantity::value::{DateValue, Hedge};

/// Words between the first date and the second.
const REACH: usize = 8;

/// Words between a verb and its date.
const VERB: usize = 5;

/// Events of one subject that stand in the wrong order.
pub(super) fn find(article: &Analysis<'_>) -> Vec<Match> {
    let dates: Vec<_> = article
        .claims
        .iter()
        .filter_map(|claim| Some((claim, *dated(claim)?)))
        .collect();
    let pairs = dates.windows(2);
    pairs
        .filter_map(|pair| {
            let [(first, start), (second, end)] = pair else {
                return None;
            };
            ended(article, (first, start), (second, end))
                .or_else(|| acted(article, (first, start), (second, end)))
        })
        .collect()
}

/// The one date of a claim, which names its year.
fn dated(claim: &Claim) -> Option<&DateValue> {
    let exact = claim.quantity.hedge == Hedge::Exact;
    let date = claim.quantity.value.date()?;
    (exact && date.year.is_some()).then_some(date)
}

fn ended(
    article: &Analysis<'_>,
    (first, start): (&Claim, &DateValue),
    (second, end): (&Claim, &DateValue),
) -> Option<Match> {
    let tokens = &article.tokens;
    let gap = first.quantity.tokens.end..second.quantity.tokens.start;
    let same = first.sentence == second.sentence && gap.len() <= REACH;
    if !same || !is_before(end, start) {
        return None;
    }
    let opens = verb_before(article, first, &[Cue::Origin, Cue::Begins])?;
    let joined = joined(article, gap.clone())?;
    let verb = tokens.cues_at(joined).any(|hit| {
        matches!(
            hit.cue,
            Cue::Ends | Cue::Dies | Cue::Lives | Cue::Origin | Cue::Begins
        )
    });
    let broken = gap.clone().skip(1).any(|at| {
        let cues = tokens.cues_at(at);
        let turned = |cue| {
            matches!(
                cue,
                Cue::Relative | Cue::Earlier | Cue::Negation | Cue::Future
            )
        };
        cues.map(|hit| hit.cue).any(turned)
            || matches!(
                tokens.folded(at),
                "had" | "كان" | "كانت" | "قد" | "." | ";" | "؛" | "("
            )
    });
    (verb && !broken).then(|| tell(article, (first, opens), (second, joined), "ended"))
}

/// The verb of a kind that stands before a date.
fn verb_before(article: &Analysis<'_>, claim: &Claim, cues: &[Cue]) -> Option<usize> {
    let sentence = article.tokens.sentences.get(claim.sentence)?;
    let at = claim.quantity.tokens.start;
    let near = at.saturating_sub(VERB).max(sentence.tokens.start)..at;
    let mut verbs = article.tokens.cues_in(near);
    verbs
        .find(|(_, hit)| cues.contains(&hit.cue))
        .map(|(at, _)| at)
}

/// The token of the verb that a conjunction joins to the date before it.
fn joined(article: &Analysis<'_>, gap: Range<usize>) -> Option<usize> {
    let tokens = &article.tokens;
    let mut at = gap.start;
    at += usize::from(matches!(tokens.folded(at), "،" | "," | ")"));
    let word = tokens.folded(at);
    let written = word.starts_with('و') && word.chars().nth(1).is_some();
    let apart = matches!(word, "و" | "ثم" | "and" | "then" | "before");
    let next = at + usize::from(apart) + usize::from(apart && tokens.folded(at + 1) == "then");
    ((written || apart) && next < gap.end).then_some(next)
}

/// A death, and words that the dead says afterwards.
fn acted(
    article: &Analysis<'_>,
    (first, death): (&Claim, &DateValue),
    (second, said): (&Claim, &DateValue),
) -> Option<Match> {
    let tokens = &article.tokens;
    let after = second.sentence == first.sentence + 1 && first.block == second.block;
    if !after || !is_before(death, said) || death.month.is_none() || said.month.is_none() {
        return None;
    }
    let sentence = tokens.sentences.get(first.sentence)?.tokens.clone();
    let told = tokens
        .cues_in(sentence)
        .any(|(_, hit)| matches!(hit.cue, Cue::Says | Cue::AccordingTo | Cue::SourceNoun));
    let died = verb_before(article, first, &[Cue::Dies])?;
    let start = tokens.sentences.get(second.sentence)?.tokens.start;
    let pronoun = usize::from(matches!(tokens.folded(start), "he" | "she"));
    let length = tokens.cue_at(start + pronoun, Cue::Says)?;
    let latin = tokens.folded(start).is_ascii();
    let behind = start + pronoun + length;
    let alone = if latin {
        pronoun == 1
    } else {
        matches!(tokens.folded(behind), "في" | "خلال" | "ان" | "يوم")
    };
    let place = (first, died);
    (alone && !told).then(|| tell(article, place, (second, start + pronoun), "acted"))
}

/// From the verb to the date, of both events.
fn tell(
    article: &Analysis<'_>,
    (first, opens): (&Claim, usize),
    (second, verb): (&Claim, usize),
    case: &'static str,
) -> Match {
    let span = |claim: &Claim, at: usize| {
        let range = at..claim.quantity.tokens.end;
        article.tokens.span(&range)
    };
    let (one, two) = (span(first, opens), span(second, verb));
    let sure = match (first.quoted || second.quoted, case) {
        (true, _) => 50,
        (_, "acted") => 60,
        _ => 70,
    };
    Match::at(two, sure)
        .case(case)
        .related(one)
        .quote("first", one)
        .quote("second", two)
        .quote("span", two)
}
