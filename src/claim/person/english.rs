//! English names.
//!
//! ```text
//! person = [rank | title] part (["-"] part | particle part | initial ".")*      at most six parts, all with a capital
//! ```

use crate::claim::person::{Page, Person, RankMention, Sign};
use crate::lang::lexicon::cue::Cue;
use crate::lang::lexicon::marks::Marks;

/// Names longer than this are lists.
const LONGEST: usize = 6;

/// The person named at a word, with the rank there; the words that were looked at end before `end`.
pub(super) fn person_at(page: &Page<'_>, at: usize, end: usize) -> Option<Person> {
    if !page.is_capital(at) {
        return None;
    }
    let rank = rank_at(page, at, end);
    let title = page.tokens.cue_at(at, Cue::PersonTitle);
    let (start, sign) = match (&rank, title) {
        (Some(rank), _) => (skip_stop(page, rank.tokens.end, end), Sign::Title),
        (None, Some(length)) => (skip_stop(page, at + length, end), Sign::Title),
        (None, None) => (at, Sign::Role),
    };
    Person::of(rank, sign, parts(page, start, end))
}

/// A rank written with capitals; not a post that ends in one ("Attorney General").
fn rank_at(page: &Page<'_>, at: usize, end: usize) -> Option<RankMention> {
    if !page.tokens.marks(at).contains(Marks::RANK) {
        return None;
    }
    let before = at.checked_sub(1).filter(|before| page.is_capital(*before));
    if before.is_some_and(|before| is_office(page.tokens.folded(before))) {
        return None;
    }
    let words: Vec<usize> = (at..end)
        .filter(|index| !matches!(page.tokens.folded(*index), "." | "-"))
        .take(4)
        .take_while(|index| {
            page.is_capital(*index) || page.tokens.folded(*index).starts_with(['1', '2'])
        })
        .collect();
    let entries = words
        .iter()
        .map(|index| page.tokens.word(*index).entries.as_slice());
    let (rank, length) = page.lexicon.ranks.at(entries)?;
    let last = *words.get(length - 1)?;
    Some(RankMention {
        rank,
        tokens: at..last + 1,
    })
}

fn is_office(word: &str) -> bool {
    matches!(
        word,
        "attorney"
            | "secretary"
            | "director"
            | "solicitor"
            | "governor"
            | "consul"
            | "surgeon"
            | "auditor"
            | "postmaster"
            | "adjutant"
            | "inspector"
            | "comptroller"
            | "house"
            | "the"
    )
}

fn skip_stop(page: &Page<'_>, at: usize, end: usize) -> usize {
    let stop =
        page.tokens.folded(at) == "." && page.tokens.list.get(at).is_some_and(|token| token.glued);
    if stop && at < end { at + 1 } else { at }
}

/// The parts of a name from `start`, and where it ends.
fn parts(page: &Page<'_>, start: usize, end: usize) -> (Vec<usize>, usize) {
    let (mut parts, mut at, mut stop) = (Vec::new(), start, start);
    while at < end && parts.len() < LONGEST {
        let word = page.tokens.folded(at);
        if page.is_capital(at) && !is_plain(page, at) && (parts.is_empty() || !opens(page, at, end))
        {
            parts.push(at);
            at += 1;
            stop = at;
            if word.ends_with("'s") {
                break;
            }
            let initial = word.chars().count() == 1 && page.tokens.folded(at) == ".";
            at += usize::from(initial);
        } else if !parts.is_empty() && joins(page, at, word) {
            at += 1;
        } else {
            break;
        }
    }
    (parts, stop)
}

/// A rank or title in the middle of capitals starts the next name ("Archbishop of Canterbury Dr Rowan Williams").
fn opens(page: &Page<'_>, at: usize, end: usize) -> bool {
    page.tokens.cue_at(at, Cue::PersonTitle).is_some() || rank_at(page, at, end).is_some()
}

/// A particle or hyphen that a further part follows.
fn joins(page: &Page<'_>, at: usize, word: &str) -> bool {
    let hyphen = word == "-" && page.tokens.list.get(at).is_some_and(|token| token.glued);
    let particle = matches!(
        word,
        "al" | "el"
            | "bin"
            | "ibn"
            | "ben"
            | "van"
            | "von"
            | "der"
            | "den"
            | "de"
            | "da"
            | "di"
            | "del"
            | "la"
            | "le"
            | "dos"
    );
    hyphen || particle
}

/// A function word with a capital (at the start of a sentence), or the pronoun.
fn is_plain(page: &Page<'_>, at: usize) -> bool {
    page.tokens.cue_at(at, Cue::FunctionWord).is_some()
}
