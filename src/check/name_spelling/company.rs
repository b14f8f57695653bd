//! [`Company`]: what stands beside two spellings, which tells whether they can be one name.

use crate::analysis::Analysis;
use crate::check::name_spelling::form::is_given;
use crate::check::name_spelling::{Spelling, base, is_arabic, starts_sentence};
use crate::lang::lexicon::cue::Cue;
use crate::text::split::PieceKind;

/// What the words beside the two forms say of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Company {
    /// Other names stand beside each: two people.
    Different,
    /// Nothing.
    Silent,
    /// The same title or role.
    Title,
    /// The same other part of a name.
    Name,
}

/// What stands beside the two; `grammar` where they may be two forms of a word, which one name may follow («أشرك فلانا», «إشراك فلان»).
pub(super) fn company(
    article: &Analysis<'_>,
    rare: &Spelling<'_>,
    name: &Spelling<'_>,
    grammar: bool,
) -> Company {
    let named = !is_arabic(rare) || !grammar;
    let Some(here) = rare.places.first() else {
        return Company::Silent;
    };
    let (before, after) = (beside(article, *here, false), beside(article, *here, true));
    // An unknown Arabic word before a name may be a verb; only a given name makes another person of it.
    let bears_name = |at: usize| {
        let before = at.checked_sub(1);
        !is_arabic(rare) || before.is_some_and(|before| is_given(article, before))
    };
    let mut best = Company::Silent;
    let mut others = false;
    for place in &name.places {
        let left = beside(article, *place, false);
        let right = || beside(article, *place, true);
        if before.is_some() && before == left || named && after.is_some() && after == right() {
            return Company::Name;
        }
        others |= left.is_some_and(|left| left.alone) && bears_name(*place);
        let title = |at: usize| {
            let before = at.checked_sub(1)?;
            let hit = [Cue::PersonTitle, Cue::PersonRole]
                .iter()
                .any(|cue| article.tokens.cue_at(before, *cue).is_some());
            hit.then(|| article.tokens.folded(before))
        };
        if title(*here).is_some() && title(*here) == title(*place) {
            best = Company::Title;
        }
    }
    let other = before.is_some_and(|before| before.alone);
    if best == Company::Silent && other && others && bears_name(*here) {
        return Company::Different;
    }
    best
}

/// A word beside a name that may be a part of it.
#[derive(Clone, Copy)]
struct Part<'a> {
    word: &'a str,
    /// Whether it is a name by itself, and not one only where the same word stands beside the other spelling too ("South Korea").
    alone: bool,
}

impl PartialEq for Part<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.word == other.word
    }
}

/// The part of a name that stands directly before or behind a word.
fn beside<'a>(article: &'a Analysis<'_>, at: usize, behind: bool) -> Option<Part<'a>> {
    let beside = if behind { at + 1 } else { at.checked_sub(1)? };
    let tokens = &article.tokens;
    let token = tokens.list.get(beside)?;
    let same = tokens.sentence_of(at) == tokens.sentence_of(beside);
    if token.kind != PieceKind::Word || !same {
        return None;
    }
    let folded = tokens.folded(beside);
    let word = base(folded);
    let latin = folded.is_ascii();
    let given = tokens.given(beside).is_some();
    let known = !given && !tokens.readings(beside).is_empty();
    let possible = if latin {
        token.capital && (!known || tokens.word(beside).content)
    } else {
        !known && folded.chars().nth(2).is_some()
    };
    possible.then_some(Part {
        word,
        alone: !known,
    })
}

/// Whether an English form stands for a whole name in running text: no capital or initial beside it, no list around it, and its own capital
/// not owed to the start of a sentence or a heading. Someone named once is not named so.
pub(super) fn stands_alone(article: &Analysis<'_>, at: usize) -> bool {
    let tokens = &article.tokens;
    let Some(token) = tokens.list.get(at) else {
        return false;
    };
    let block = &article.document.blocks[token.block as usize];
    let speaks = tokens.cue_at(at + 1, Cue::Says).is_some();
    if block.heading || !speaks && starts_sentence(article, at) {
        return false;
    }
    let small = |at: usize| {
        tokens
            .list
            .get(at)
            .is_some_and(|token| token.kind == PieceKind::Word && !token.capital)
    };
    let free = |at: usize| tokens.list.get(at).is_none_or(|token| !token.capital);
    let before = at.saturating_sub(1);
    free(before) && free(at + 1) && (small(before) || small(at + 1))
}
