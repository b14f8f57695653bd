//! A percentage that a part is said to be, where the whole is named again or given later.
//!
//! ```text
//! named   = whole … part share percentage "من" noun          the noun is one that the whole counts: «346 حيازة … 285 حيازة تمثل 72% من الحيازات»
//! later   = part share percentage "من" whole                 "700,000 people, 12% of the 5.8 million", «13 مليارا تشكل 8% من … البالغة 160 مليارا»
//! sibling = whole … part percentage … part percentage        of which one is right
//! ```

use std::ops::Range;

use crate::analysis::Analysis;
use crate::check::percentage::beside;
use crate::check::percentage::figure::{self, Figure};
use crate::check::percentage::pair::{Link, Pair, is_reaching};
use crate::check::percentage::ratio;
use crate::claim::Claim;
use crate::lang::lexicon::cue::Cue;
use crate::quantity::value::Kind;
use crate::text::split::PieceKind;

/// Tokens between a part and its percentage.
const PART: usize = 12;

/// Tokens between a percentage and the whole given behind it.
const LATER: usize = 16;

/// Tokens between «من» and a whole with no word that it reached so much.
const DIRECT: usize = 3;

/// Words behind «من» that may name the whole.
const NAMED: usize = 4;

/// Tokens around a whole in which its name stands.
const AROUND: usize = 8;

/// The part and the whole of a percentage; none where no whole is surely meant.
pub(super) fn of(article: &Analysis<'_>, claim: &Claim, near: &[Claim]) -> Option<Pair> {
    let own = &claim.quantity.tokens;
    let own_share = beside::is_of_share(article, own) || beside::is_also_told(article, own);
    let at = near.iter().position(|other| other.span == claim.span)?;
    let part = part_before(article, near, at)?;
    let changes = beside::directions(article, own) != (false, false);
    let whole = if own_share {
        sibling_whole(article, near, at, &part)
            .or_else(|| later_whole(article, near, at, &part))
            .or_else(|| earlier_whole(article, near, at, &part))
    } else if changes {
        None
    } else {
        sibling_whole(article, near, at, &part)
    }?;
    let tokens = part.tokens.start.min(whole.tokens.start)..own.end;
    let pair = Pair {
        base: whole,
        other: part,
        link: Link::Share,
        tokens,
    };
    (!beside::is_outside(article, own, &pair)).then_some(pair)
}

/// The amount right before the percentage at `at`, in its sentence and with no other percentage between.
fn part_before(article: &Analysis<'_>, near: &[Claim], at: usize) -> Option<Figure> {
    let claim = near.get(at)?;
    let start = claim.quantity.tokens.start;
    let before = near.get(..at)?.iter().rev();
    let part = before
        .take_while(|other| {
            other.sentence == claim.sentence && other.quantity.kind != Kind::Percent
        })
        .find_map(|other| figure::single(article, other))?;
    let gap = part.tokens.end..start;
    let free = !beside::turns(article, gap.clone()) && !beside::lists(article, gap.clone());
    (gap.len() <= PART && free).then_some(part)
}

/// The whole that another percentage of the sentence proves.
fn sibling_whole(
    article: &Analysis<'_>,
    near: &[Claim],
    at: usize,
    part: &Figure,
) -> Option<Figure> {
    let sentence = near.get(at)?.sentence;
    let others = near.iter().enumerate().filter(|(index, other)| {
        *index != at && other.sentence == sentence && other.quantity.kind == Kind::Percent
    });
    // Where one percentage of a row tells of growing, all do: «زيادة الشريحة الثالثة 33% …، والرابعة 27% …».
    let grows =
        |other: &Claim| beside::directions(article, &other.quantity.tokens) != (false, false);
    if others.clone().any(|(_, other)| grows(other)) {
        return None;
    }
    let parts: Vec<_> = others
        .filter_map(|(index, other)| Some((part_before(article, near, index)?, other)))
        .filter(|(other, _)| other.tokens != part.tokens && other.is_plainly_like(part))
        .collect();
    let first = parts.iter().map(|(other, _)| other.tokens.start).min()?;
    let wholes = near
        .iter()
        .filter(|other| other.quantity.tokens.start < first.min(part.tokens.start))
        .filter_map(|other| figure::single(article, other))
        .filter(|whole| whole.is_plainly_like(part) && whole.value > part.value);
    let mut wholes = wholes.rev();
    wholes.next().filter(|whole| {
        parts.iter().any(|(other, percent)| {
            let share = ratio::share(other, whole);
            share.and_then(|share| share.is(&percent.quantity)) == Some(true)
        })
    })
}

/// The whole given behind a percentage and «من» or "of".
fn later_whole(article: &Analysis<'_>, near: &[Claim], at: usize, part: &Figure) -> Option<Figure> {
    let claim = near.get(at)?;
    let end = claim.quantity.tokens.end;
    if !matches!(article.tokens.folded(end), "من" | "of") {
        return None;
    }
    let behind = near.get(at + 1..)?;
    let whole = behind
        .iter()
        .take_while(|other| {
            other.sentence == claim.sentence && other.quantity.kind != Kind::Percent
        })
        .find_map(|other| figure::single(article, other).filter(|whole| whole.is_like(part)))?;
    let gap = whole.tokens.start.checked_sub(end)?;
    let given = gap <= DIRECT + 1 || gap <= LATER && is_reaching(article, whole.tokens.start);
    given.then_some(whole)
}

/// The earlier amount of the sentence that a share is surely of: its name stands behind «من», a pronoun does («أو 59 بالمئة منها»), or it was given
/// as a whole («من أصل 50 ألف طن صُدرت بيع 10 آلاف طن، أي 20%»).
fn earlier_whole(
    article: &Analysis<'_>,
    near: &[Claim],
    at: usize,
    part: &Figure,
) -> Option<Figure> {
    let claim = near.get(at)?;
    let own = &claim.quantity.tokens;
    let pronoun = article.tokens.cue_at(own.end, Cue::PartOf).is_some()
        && own.start <= part.tokens.end + DIRECT;
    let earlier = near.get(..at)?.iter().rev();
    let mut wholes = earlier
        .take_while(|other| other.sentence == claim.sentence)
        .filter_map(|other| figure::single(article, other))
        .filter(|whole| whole.tokens.end <= part.tokens.start && whole.is_plainly_like(part));
    let whole = wholes.next().filter(|whole| whole.value > part.value)?;
    let given = (whole.tokens.start.saturating_sub(DIRECT)..whole.tokens.start)
        .any(|at| article.tokens.cue_at(at, Cue::Whole).is_some());
    (pronoun || given || is_pointed_at(article, own.end) || is_named(article, own.end, &whole))
        .then_some(whole)
}

/// Whether the words behind «من» point back at what was just told: «من قيمة هذا التعهد», "of that sum".
fn is_pointed_at(article: &Analysis<'_>, end: usize) -> bool {
    let tokens = &article.tokens;
    let of = matches!(tokens.folded(end), "من" | "of");
    let pointing = |at: usize| {
        matches!(
            tokens.folded(at),
            "هذا" | "هذه" | "ذلك" | "تلك" | "this" | "that" | "these" | "those"
        )
    };
    of && (end + 1..end + 1 + NAMED).any(pointing)
}

/// Whether the words behind «من» name a whole that an amount is not: «60% من كميات الروبيان» is not of four stalls. «من أملاكه» can be any.
pub(super) fn names_another(article: &Analysis<'_>, end: usize, whole: &Figure) -> bool {
    let tokens = &article.tokens;
    let own = |at: usize| {
        // Of a word that the lexicon does not know only the ending tells: «أملاكه» ends in another letter than «مزرعة».
        let written = tokens
            .list
            .get(at)
            .map_or("", |token| article.text(token.span));
        let hung =
            tokens.readings(at).iter().any(|reading| reading.enclitic) || written.ends_with('ه');
        hung || matches!(tokens.folded(at), "its" | "their" | "his" | "her")
    };
    let owned = (end + 1..end + 1 + NAMED).any(own);
    !owned && !is_pointed_at(article, end) && !is_named(article, end, whole)
}

/// Whether the words behind «من» name what an amount is of.
fn is_named(article: &Analysis<'_>, end: usize, whole: &Figure) -> bool {
    let tokens = &article.tokens;
    let words = |range: Range<usize>| {
        let content = move |at: &usize| *at < tokens.list.len() && tokens.word(*at).content;
        range
            .filter(content)
            .filter(|at| tokens.cue_at(*at, Cue::Total).is_none())
            .map(|at| tokens.word(at).concept)
    };
    // «من 201 إلى 350 كيلوواط» names nothing.
    let word = tokens
        .list
        .get(end + 1)
        .is_some_and(|token| token.kind == PieceKind::Word);
    let behind = word && matches!(tokens.folded(end), "من" | "of");
    let named: Vec<_> = words(end + 1..end + 1 + NAMED).take(2).collect();
    let around = whole.tokens.start.saturating_sub(AROUND)..whole.tokens.end + 2;
    behind && words(around).any(|concept| named.contains(&concept))
}
