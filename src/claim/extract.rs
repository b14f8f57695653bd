//! From quantities to claims: what is counted, when, and who said it.

use crate::claim::{Claim, attribution, event, noun_phrase, quotation};
use crate::lang::lexicon::Lexicon;
use crate::quantity::value::Kind;
use crate::quantity::{Quantity, Writing};
use crate::text::span::Span;
use crate::token::Tokens;

/// The claims of an article, in order of place.
pub fn extract(tokens: &Tokens, lexicon: &Lexicon, quantities: Vec<Quantity>) -> Vec<Claim> {
    let quoted = quotation::quoted(tokens);
    let sources: Vec<_> = tokens
        .sentences
        .iter()
        .map(|sentence| attribution::source(tokens, &sentence.tokens))
        .collect();
    let starts: Vec<_> = quantities
        .iter()
        .map(|quantity| quantity.tokens.start)
        .collect();
    let mut claims: Vec<_> = quantities
        .into_iter()
        .enumerate()
        .map(|(index, quantity)| {
            let sentence = tokens.sentence_of(quantity.tokens.start);
            let next = starts.get(index + 1).copied().unwrap_or(usize::MAX);
            let source = sources.get(sentence).copied().flatten();
            claim(tokens, lexicon, quantity, sentence, next, source, &quoted)
        })
        .collect();
    set_times(&mut claims);
    claims
}

fn claim(
    tokens: &Tokens,
    lexicon: &Lexicon,
    mut quantity: Quantity,
    sentence: usize,
    next: usize,
    source: Option<Span>,
    quoted: &[bool],
) -> Claim {
    let range = tokens
        .sentences
        .get(sentence)
        .map_or(0..0, |sentence| sentence.tokens.clone());
    let (start, end) = (quantity.tokens.start, quantity.tokens.end);
    let mut span = quantity.span;
    let mut counted = None;
    if quantity.writing == Writing::Noun && quantity.unit.is_none() {
        counted = noun_phrase::itself(tokens, lexicon, end.saturating_sub(1));
    } else if matches!(quantity.kind, Kind::Number | Kind::Count) {
        counted = noun_phrase::behind(tokens, lexicon, end, range.end.min(next));
        if let Some(behind) = &counted {
            let bracketed = tokens.folded(end) == ")" && start > 0;
            let open = tokens.span(&(start.saturating_sub(1)..end));
            span = if bracketed { open } else { span }.to(behind.span);
        } else {
            counted = noun_phrase::named_before(tokens, lexicon, range.start, start);
        }
        quantity.kind = if counted.is_some() {
            Kind::Count
        } else {
            quantity.kind
        };
    }
    if quantity.kind == Kind::Ordinal {
        counted = noun_phrase::ranked(tokens, lexicon, range.start, start..end, next);
        span = counted.as_ref().map_or(span, |ranked| span.to(ranked.span));
    }
    let own = start
        ..counted
            .as_ref()
            .map_or(end, |counted| counted.tokens.end.max(end));
    let event = matches!(quantity.kind, Kind::Number | Kind::Count)
        .then(|| event::event(tokens, lexicon, &own, &range, next))
        .flatten();
    Claim {
        span,
        counted,
        event,
        block: tokens
            .list
            .get(start)
            .map_or(0, |token| token.block as usize),
        sentence,
        time: None,
        // A source is not its own source: a figure inside the name of one is not attributed to it.
        source: source.filter(|source| !source.overlaps(span)),
        quoted: quoted.get(start).copied().unwrap_or_default(),
        quantity,
    }
}

/// A claim holds at the nearest date of its sentence.
fn set_times(claims: &mut [Claim]) {
    let dates: Vec<_> = claims
        .iter()
        .filter(|claim| claim.quantity.kind == Kind::Date)
        .map(|claim| (claim.sentence, claim.span))
        .collect();
    for claim in claims
        .iter_mut()
        .filter(|claim| !matches!(claim.quantity.kind, Kind::Date | Kind::Time))
    {
        let first = dates.partition_point(|(sentence, _)| *sentence < claim.sentence);
        let here = dates[first..]
            .iter()
            .take_while(|(sentence, _)| *sentence == claim.sentence);
        let distance = |span: Span| {
            if span.end <= claim.span.start {
                claim.span.start - span.end
            } else {
                span.start.saturating_sub(claim.span.end)
            }
        };
        claim.time = here
            .map(|(_, span)| *span)
            .min_by_key(|span| distance(*span));
    }
}
