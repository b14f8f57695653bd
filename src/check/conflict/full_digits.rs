//! Full digits and a scale word behind them: «134.230.000 مليون» says a million times what it means.
//!
//! ```text
//! figure = digit{1,3} (mark digit{3}){2,} [mark digit{1,2}] [")"] scale      scale: million and above
//! ```
//!
//! One group is no error («1.234 مليون»), and tables count in thousands («5,307,846 ألف»), so neither is read here.

use crate::analysis::Analysis;
use crate::check::Match;
use crate::lang::lexicon::numeral::Numeral;
use crate::quantity::Reader;
use crate::quantity::reader::Lead;
use crate::text::split::PieceKind;

const SURE: u8 = 95;

/// Scale words from here on say what the digits have said.
const MILLION: i128 = 1_000_000;

/// The figures written out to the last digit that a scale word follows: a habit of the writer, so one finding for all of them.
pub(super) fn find(article: &Analysis<'_>) -> Option<Match> {
    let reader = article.reader();
    let mut found: Option<Match> = None;
    let mut at = 0;
    while let Some(token) = article.tokens.list.get(at) {
        if token.kind != PieceKind::Digits {
            at += 1;
            continue;
        }
        let chain = Chain::at(reader, at);
        if let Some(scale) = chain.scale(reader).filter(|_| chain.is_full(reader)) {
            let figure = article.tokens.span(&(chain.start..chain.end));
            let opened = chain.start.checked_sub(1);
            let start = opened
                .filter(|at| chain.end + 1 == scale && reader.folded(*at) == "(")
                .unwrap_or(chain.start);
            let span = article.tokens.span(&(start..scale + 1));
            if let Some(first) = &mut found {
                first.add_related(span);
            } else {
                found = Some(
                    Match::at(span, SURE)
                        .case("full-digits")
                        .quote("first", figure)
                        .quote("second", span),
                );
            }
        }
        at = chain.end.max(at + 1);
    }
    found
}

/// Runs of digits with a mark between them and no space.
struct Chain {
    start: usize,
    end: usize,
}

impl Chain {
    fn at(reader: Reader<'_>, start: usize) -> Self {
        let mut end = start + usize::from(reader.is_digits(start));
        while end > start
            && matches!(reader.folded(end), "," | "." | "،" | "٬")
            && reader.glued(end)
            && reader.glued(end + 1)
            && reader.is_digits(end + 1)
        {
            end += 2;
        }
        Self { start, end }
    }

    /// Whether it is written to the last digit: two groups of three at least under one mark, or a last group that ends in a
    /// nought, which no decimals do («11.700،000»).
    fn is_full(&self, reader: Reader<'_>) -> bool {
        let parts: Vec<_> = (self.start..self.end)
            .step_by(2)
            .map(|at| reader.folded(at))
            .collect();
        let groups = parts[1..].iter().take_while(|part| part.len() == 3).count();
        let rest = &parts[1 + groups..];
        let marks: Vec<_> = (1..=groups)
            .map(|group| reader.folded(self.start + 2 * group - 1))
            .collect();
        let one_mark = marks.windows(2).all(|pair| pair[0] == pair[1]);
        let nought = parts.last().is_some_and(|last| last.ends_with('0'));
        (1..=3).contains(&parts[0].len())
            && !parts[0].starts_with('0')
            && groups >= 2
            && (one_mark && rest.len() <= 1 || nought && rest.is_empty())
    }

    /// The scale word behind it.
    fn scale(&self, reader: Reader<'_>) -> Option<usize> {
        if self.end < self.start + 5 {
            return None;
        }
        let bracket = reader.folded(self.end) == ")" && reader.glued(self.end);
        let at = self.end + usize::from(bracket);
        let block = |at: usize| reader.tokens.list.get(at).map(|token| token.block);
        let scales = reader
            .numerals(at, Lead::Bare)
            .any(|part| matches!(part, Numeral::Scale { value, .. } if value >= MILLION));
        (scales && block(at) == block(self.start)).then_some(at)
    }
}
