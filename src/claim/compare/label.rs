//! [`Labels`]: numbers that are part of a name, such as "Half-Life 2" and "Boeing 737".

use hashbrown::HashMap;

use crate::claim::Claim;
use crate::claim::compare::Context;
use crate::text::split::PieceKind;
use crate::token::vocabulary::Concept;

/// Numbers that stand behind one capital word in several places: a count changes its neighbours, a name does not.
#[derive(Clone, Debug, Default)]
pub(super) struct Labels {
    seen: HashMap<(Concept, Concept), usize>,
}

impl Labels {
    /// Those of an article.
    pub(super) fn new(context: Context<'_>) -> Self {
        let mut seen = HashMap::new();
        let tokens = context.tokens.list.iter().enumerate();
        for (at, _) in tokens.filter(|(_, token)| token.kind == PieceKind::Digits) {
            if let Some(name) = name(context, at) {
                *seen.entry(name).or_insert(0) += 1;
            }
        }
        Self { seen }
    }

    /// Whether the number of a claim is one of them.
    pub(super) fn holds(&self, context: Context<'_>, claim: &Claim) -> bool {
        let name = name(context, claim.quantity.tokens.start);
        name.and_then(|name| self.seen.get(&name))
            .is_some_and(|count| *count > 1)
    }
}

/// The capital word before a number, and the number; a word that opens its sentence has its capital from there.
fn name(context: Context<'_>, at: usize) -> Option<(Concept, Concept)> {
    let tokens = context.tokens;
    let before = at.checked_sub(1)?;
    let sentence = tokens.sentences.get(tokens.sentence_of(at))?;
    let capital = tokens.list.get(before).is_some_and(|token| token.capital);
    (capital && before > sentence.tokens.start && at < sentence.tokens.end)
        .then(|| (tokens.word(before).concept, tokens.word(at).concept))
}
