//! From quantities to claims: what is counted, when, and who said it.

use crate::claim::Claim;
use crate::document::Document;
use crate::lang::lexicon::Lexicon;
use crate::quantity::Quantity;
use crate::token::Tokens;

/// The claims of an article, in order of place.
pub fn extract(
    document: &Document,
    tokens: &Tokens,
    lexicon: &Lexicon,
    quantities: Vec<Quantity>,
) -> Vec<Claim> {
    let _ = (document, lexicon);
    quantities
        .into_iter()
        .map(|quantity| {
            let (span, first) = (quantity.span, quantity.tokens.start);
            let sentence = tokens.sentence_of(first);
            Claim {
                span,
                block: tokens.list[first].block as usize,
                sentence,
                counted: None,
                time: None,
                source: None,
                quoted: false,
                quantity,
            }
        })
        .collect()
}
