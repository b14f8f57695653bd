//! One bearer with and without the article: «محمد متولي الشعراوي» and «محمد المتولي الشعراوي». The names before and behind must be the same;
//! a family name alone is printed both ways.

use hashbrown::HashMap;

use crate::analysis::Analysis;
use crate::check::name_spelling::SHORTEST;
use crate::check::name_spelling::form::is_given;
use crate::lang::lexicon::marks::Marks;
use crate::text::split::PieceKind;
use crate::token::vocabulary::WordId;

/// The places of a middle name between two others, without the article and with it.
#[derive(Default)]
struct Places {
    bare: Vec<usize>,
    definite: Vec<usize>,
}

/// The rarer and the usual form of each middle name that stands both ways, in order of place.
pub(super) fn with_and_without(article: &Analysis<'_>) -> Vec<(usize, Vec<usize>)> {
    let tokens = &article.tokens;
    let mut middle: HashMap<(WordId, &str, WordId), Places> = HashMap::new();
    for (at, token) in tokens.list.iter().enumerate() {
        if token.marks.contains(Marks::GIVEN_NAME) && is_full_name(article, at) {
            let (name, definite) = bare(tokens.folded(at + 1));
            let places = middle
                .entry((token.word, name, tokens.list[at + 2].word))
                .or_default();
            let side = if definite {
                &mut places.definite
            } else {
                &mut places.bare
            };
            side.push(at + 1);
        }
    }
    let both = middle.into_values().filter_map(|places| {
        let Places { bare, definite } = places;
        let [first, second] = [*bare.first()?, *definite.first()?];
        let bare_is_usual = (bare.len(), second) > (definite.len(), first);
        Some(if bare_is_usual {
            (second, bare)
        } else {
            (first, definite)
        })
    });
    let mut both: Vec<_> = both.collect();
    both.sort_unstable();
    both
}

/// Whether a given name, a middle and a last name of Arabs start at a token.
fn is_full_name(article: &Analysis<'_>, at: usize) -> bool {
    let tokens = &article.tokens;
    let given = |at: usize| tokens.given(at);
    let word = |at: usize| {
        let token = tokens.list.get(at);
        token.is_some_and(|token| token.kind == PieceKind::Word)
            && !tokens.folded(at).is_ascii()
            && tokens.word(at).content
    };
    let (middle, _) = bare(tokens.folded(at + 1));
    let last = tokens.folded(at + 2).starts_with("ال") || given(at + 2).is_some();
    word(at + 1)
        && word(at + 2)
        && last
        && middle.chars().nth(SHORTEST - 2).is_some()
        && is_given(article, at)
        && tokens.sentence_of(at) == tokens.sentence_of(at + 2)
}

/// A word without the article, and whether it has it.
fn bare(word: &str) -> (&str, bool) {
    word.strip_prefix("ال")
        .map_or((word, false), |rest| (rest, true))
}
