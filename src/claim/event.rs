//! What befell the things counted: the verb, verbal noun or phrase beside a figure («مقتل 12», "12 people were killed").

use std::ops::Range;

use crate::lang::lexicon::Lexicon;
use crate::lang::lexicon::marks::Marks;
use crate::lang::lexicon::noun::ClassId;
use crate::token::Tokens;

/// Words before the figure in which its event may stand: «مقتل ما لا يقل عن 12».
const BEFORE: usize = 4;

/// Words behind the thing counted: "12 people were reported killed".
const BEHIND: usize = 3;

/// The event of a figure whose tokens, hedge and counted noun included, are `own`; the nearer word before it wins.
pub(super) fn event(
    tokens: &Tokens,
    lexicon: &Lexicon,
    own: &Range<usize>,
    sentence: &Range<usize>,
    next: usize,
) -> Option<ClassId> {
    let at = |index: usize| {
        tokens
            .phrases_at(&lexicon.events, Marks::EVENT, index)
            .into_iter()
            .map(|(class, _)| class)
            .next()
    };
    let before = (own.start.saturating_sub(BEFORE).max(sentence.start)..own.start)
        .rev()
        .find_map(at);
    let behind = || (own.end..(own.end + BEHIND).min(sentence.end).min(next)).find_map(at);
    before.or_else(behind)
}
