//! An hour that no day has: «الساعة 25:30», "starts at 25:30".

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::Match;
use crate::lang::lexicon::calendar::Term;
use crate::text::split::PieceKind;
use crate::token::Token;

/// The words, folded, that make two numbers with a colon a time of day.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Clock {
    /// Before it, and enough: «الساعة».
    named: Vec<String>,
    /// Before it, where a verb or what stands behind says the rest: "at".
    at: Vec<String>,
    /// Verbs of what begins or ends at a time.
    verbs: Vec<String>,
    /// Behind it: "GMT".
    behind: Vec<String>,
}

/// Tokens between a verb and the time.
const REACH: usize = 5;

impl Clock {
    /// Every time that no day has.
    pub(super) fn find(&self, article: &Analysis<'_>) -> Vec<Match> {
        let is_digits = |token: &Token| token.kind == PieceKind::Digits;
        let figures = |four: &[Token]| match four {
            [_, hour, _, minute] => is_digits(hour) && is_digits(minute),
            _ => false,
        };
        let list = article.tokens.list.windows(4).enumerate();
        list.filter(|(_, four)| figures(four))
            .filter_map(|(at, _)| self.behind(article, at))
            .collect()
    }

    /// The time that starts behind a token, where no day has it.
    fn behind(&self, article: &Analysis<'_>, at: usize) -> Option<Match> {
        let (hour, minute) = (digits(article, at + 1)?, digits(article, at + 3)?);
        let tokens = &article.tokens;
        let is = |words: &[String], at: usize| words.iter().any(|word| word == tokens.folded(at));
        let lead = is(&self.at, at);
        if !lead && !is(&self.named, at) {
            return None;
        }
        let written = tokens.folded(at + 2) == ":" && tokens.list.get(at + 2)?.glued;
        let wrong =
            (25..100).contains(&hour) || (60..100).contains(&minute) || hour == 24 && minute > 0;
        let mut before = at.saturating_sub(REACH)..at;
        let told = !lead
            || before.any(|at| is(&self.verbs, at))
            || is(&self.behind, at + 4)
            || tokens.folded(at + 4) == "on" && is_weekday(article, at + 5);
        let span = tokens.span(&(if lead { at + 1 } else { at }..at + 4));
        (written && wrong && told).then(|| Match::at(span, 84).case("hour").quote("value", span))
    }
}

fn digits(article: &Analysis<'_>, at: usize) -> Option<u32> {
    let token = article.tokens.list.get(at)?;
    let digits = token.kind == PieceKind::Digits;
    digits.then(|| article.tokens.folded(at).parse().ok())?
}

fn is_weekday(article: &Analysis<'_>, at: usize) -> bool {
    let terms = &article.lexicon.calendar.terms;
    let hit = terms.longest(
        |word| article.tokens.readings(at + word),
        |term| matches!(term, Term::Weekday { .. }).then_some(()),
    );
    hit.is_some()
}
