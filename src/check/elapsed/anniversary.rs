//! The number of an anniversary beside the year that it counts from.
//!
//! ```text
//! pair = "ذكرى" ordinal "ل"… date | ordinal "anniversary" "of" … date      الذكرى الـ25 لحرب أكتوبر 1973
//! ```

use crate::analysis::Analysis;
use crate::check::elapsed::Sentence;
use crate::check::elapsed::length::{Years, year_of};
use crate::check::{Match, Text};
use crate::claim::Claim;
use crate::lang::arabic::Proclitics;
use crate::lang::lexicon::cue::Cue;
use crate::quantity::value::Kind;

/// Words between the ordinal and the year.
const REACH: usize = 7;

/// Anniversaries that the article's year does not give.
pub(super) fn find(sentence: &Sentence<'_>) -> Vec<Match> {
    let Some(date) = sentence.article.date else {
        return Vec::new();
    };
    let now = i32::from(date.year());
    let pairs = sentence.claims.windows(2);
    pairs
        .filter_map(|pair| {
            let [ordinal, dated] = pair else { return None };
            let number = number(sentence.article, ordinal)?;
            let year = year_of(dated)?;
            let others = sentence.other_years(dated);
            // A year next to the article's own, or the last one told of, is that of the feast itself.
            let feast = (now - year).abs() <= 1 || year > now;
            let years = Years::exactly(number);
            let mut nows = others.iter().copied().chain([now]);
            if feast || !counts_from(sentence.article, ordinal, dated) {
                return None;
            }
            if nows.any(|then| years.fits(then - year)) || others.iter().any(|other| *other != now)
            {
                return None;
            }
            let anchored = others.contains(&now) || is_present(sentence);
            let sure = confidence(number > now - year, anchored, ordinal.quoted);
            Some(tell(ordinal, dated, year, now, sure))
        })
        .collect()
}

/// A number larger than the years since may count back from the year named, the year of a feast long past.
fn confidence(larger: bool, anchored: bool, quoted: bool) -> u8 {
    match (larger, anchored, quoted) {
        (_, true, false) => 75,
        (false, false, false) => 64,
        (true, false, false) => 50,
        (_, _, true) => 45,
    }
}

/// Whether the sentence tells of the article's own days: a weekday, today, this year.
fn is_present(sentence: &Sentence<'_>) -> bool {
    let mut dates = sentence
        .claims
        .iter()
        .flat_map(|claim| claim.quantity.dates());
    dates.any(|(date, _)| date.weekday.is_some())
}

/// The number of an anniversary.
fn number(article: &Analysis<'_>, ordinal: &Claim) -> Option<i32> {
    let quantity = &ordinal.quantity;
    let tokens = &article.tokens;
    let is = |at: usize| tokens.cue_at(at, Cue::Anniversary).is_some();
    let behind = is(quantity.tokens.end);
    let before = quantity.tokens.start.checked_sub(1).is_some_and(is);
    if quantity.kind != Kind::Ordinal || !(before || behind) {
        return None;
    }
    let number = quantity.value.amount()?.written?.to_whole()?;
    i32::try_from(number).ok().filter(|number| *number >= 1)
}

/// Whether what stands between says what began in the year: «لتأسيسه عام», "of its opening in".
fn counts_from(article: &Analysis<'_>, ordinal: &Claim, dated: &Claim) -> bool {
    let tokens = &article.tokens;
    let gap = ordinal.quantity.tokens.end..dated.quantity.tokens.start;
    if gap.is_empty() || gap.len() > REACH {
        return false;
    }
    let broken = gap.clone().any(|at| {
        let verb = tokens
            .cues_at(at)
            .any(|hit| matches!(hit.cue, Cue::Relative | Cue::Contrast | Cue::Says));
        verb || matches!(
            tokens.folded(at),
            "." | ";" | "؛" | "،" | "," | "(" | "التي" | "الذي" | "which" | "that"
        )
    });
    let opens = if tokens.folded(gap.start) == "anniversary" {
        tokens.folded(gap.start + 1) == "of"
    } else {
        let word = tokens.folded(gap.start);
        let for_it = tokens
            .readings(gap.start)
            .iter()
            .any(|reading| reading.proclitics.contains(Proclitics::LA));
        for_it || word.starts_with('ل') || matches!(word, "على" | "من")
    };
    opens && !broken
}

fn tell(ordinal: &Claim, dated: &Claim, year: i32, now: i32, sure: u8) -> Match {
    Match::at(ordinal.span, sure)
        .case("anniversary")
        .related(dated.span)
        .quote("length", ordinal.span)
        .quote("date", dated.span)
        .value("from", Text::Plain(year.to_string()))
        .value("to", Text::Plain(now.to_string()))
        .value("real", Text::Plain((now - year).to_string()))
}
