//! A count of people below nothing: «سجلت الوزارة -5 قتلى», "-12 dead".
//!
//! A dash is a minus only where it hangs on its number, a word with a space stands before it, and no other dash of the sentence makes it one of a pair.

use crate::analysis::Analysis;
use crate::check::Match;
use crate::check::impossible::is_person;
use crate::claim::Claim;
use crate::quantity::value::Kind;
use crate::text::span::Span;
use crate::text::split::PieceKind;

/// A claim that counts fewer people than none.
pub(super) fn find(article: &Analysis<'_>, claim: &Claim) -> Option<Match> {
    let tokens = &article.tokens;
    let own = &claim.quantity.tokens;
    let counted = claim.counted.as_ref()?;
    if claim.quantity.kind != Kind::Count {
        return None;
    }
    let first = own.start + usize::from(is_dash(article, own.start));
    let dash = first.checked_sub(1).filter(|at| is_dash(article, *at))?;
    counted
        .class
        .filter(|class| is_person(article, *class) || article.lexicon.is_fate(*class))?;
    let (before, sign, number) = (
        tokens.list.get(dash.checked_sub(1)?)?,
        tokens.list.get(dash)?,
        tokens.list.get(first)?,
    );
    let sentence = tokens.sentences.get(claim.sentence)?.tokens.clone();
    let minus = before.kind == PieceKind::Word
        && before.block == sign.block
        && sentence.contains(&(dash - 1))
        && !sign.glued
        && !opens_line(article, before.span, sign.span)
        && number.glued
        && number.kind == PieceKind::Digits;
    // «-5 قتلى و-12 جريحا» are two signs; «قال -وهو وزير- …» is a pair of dashes.
    let paired = sentence
        .filter(|at| is_dash(article, *at) && *at != dash)
        .any(|at| {
            let behind = tokens.list.get(at + 1);
            behind.is_none_or(|token| !token.glued || token.kind != PieceKind::Digits)
        });
    let span = sign.span.to(claim.span);
    (minus && !paired).then(|| Match::at(span, 72).case("negative").quote("value", span))
}

/// Whether a line of the file ends between two tokens: a dash behind it opens an item.
fn opens_line(article: &Analysis<'_>, before: Span, sign: Span) -> bool {
    let place = article.document.to_source(before.to(sign));
    place.of(&article.document.source.text).contains('\n')
}

fn is_dash(article: &Analysis<'_>, at: usize) -> bool {
    matches!(article.tokens.folded(at), "-" | "−" | "–")
}
