//! Reading the list behind a total: how it opens, and its parts.

use std::ops::Range;

use crate::analysis::Analysis;
use crate::check::total::kin::{self, Kinship};
use crate::check::total::sum::addable;
use crate::claim::Claim;
use crate::lang::arabic::Proclitics;
use crate::lang::lexicon::Reading;
use crate::lang::lexicon::cue::Cue;
use crate::quantity::Writing;
use crate::quantity::number::Number;
use crate::quantity::value::{Hedge, Kind};

/// Tokens between the total and its cue.
const CUE_REACH: usize = 9;

/// The same, where every part is plainly of the whole's sort.
const KIN_REACH: usize = 24;

/// Tokens between the cue and the first part.
const FIRST_REACH: usize = 5;

/// Tokens between one part and the next.
const GAP: usize = 12;

/// Tokens between the total and a bracket that lists its parts («16 شخصا من جنسية عربية (6 رجال …)»).
const BRACKET: usize = 3;

/// The same, where every part is plainly of the whole's sort.
const KIN_BRACKET: usize = 9;

/// How a list is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// The parts are everything.
    Closed,
    /// Everything, if it closes with the same bracket.
    Bracket,
    /// The parts are some.
    Open,
}

/// A list of parts.
pub(super) struct List<'a> {
    /// How it opens.
    pub(super) opening: Opening,
    /// Its parts, one or more.
    pub(super) parts: Vec<&'a Claim>,
    /// Whether its words say that the total is shared out («توزعت بين»).
    pub(super) shares_out: bool,
    /// Whether every part is plainly of the whole's sort.
    pub(super) kin: bool,
    /// Whether nothing but its place says that the parts are of this total.
    pub(super) loose: bool,
}

/// Where a list opens.
#[derive(Clone, Copy)]
struct Opened {
    /// The token of the cue.
    cue: usize,
    /// The token behind it.
    behind: usize,
    opening: Opening,
    shares_out: bool,
}

/// The list behind the claim at `total`.
pub(super) fn read<'a>(article: &'a Analysis<'_>, total: usize) -> Option<List<'a>> {
    let whole = article.claims.get(total)?;
    let sentence = article.tokens.sentences.get(whole.sentence)?.tokens.clone();
    let start = end_of(whole);
    let next = article.claims[total + 1..]
        .iter()
        .find(|next| !counts_nothing(next))
        .filter(|next| next.sentence == whole.sentence)?;
    let limit = first_word(next).min(start + KIN_REACH).min(sentence.end);
    let opened = opened(article, start..limit)
        .or_else(|| part_first(article, total))
        .or_else(|| ranked(article, total))?;
    let parts = parts(article, total, opened, sentence.end)?;
    // Where no cue opens the list, two parts that the whole could hold must say that it is one.
    let written = |claim: &Claim| addable(claim).and_then(|amount| amount.written);
    let holds = |part: &&&Claim| written(part) < written(whole);
    let held = parts.iter().filter(holds).count();
    if opened.cue == opened.behind && (held < 2 || held + 1 < parts.len())
        || is_row_of_wholes(article, whole, &parts)
    {
        return None;
    }
    let kinship = parts.iter().map(|part| kin::kinship(article, whole, part));
    let least = kinship.min().unwrap_or(Kinship::Apart);
    let far = opened.cue > start + CUE_REACH
        || opened.opening == Opening::Bracket && opened.cue > start + BRACKET;
    let apart = least == Kinship::Apart && !is_told_of(article, start, opened, &parts);
    // One unit does not make amounts parts of each other from afar.
    let kin = least == Kinship::Near && whole.quantity.unit.is_none();
    if far && !kin || apart {
        return None;
    }
    // Words between a total and a bracket may make it list another thing: each part must say what it counts.
    let near = opened.opening != Opening::Bracket || opened.cue <= start;
    let told = |part: &&Claim| part.counted.is_some() || part.quantity.unit.is_some();
    (near || parts.iter().all(told)).then_some(List {
        opening: opened.opening,
        shares_out: opened.shares_out,
        loose: far || least == Kinship::Apart,
        kin: least == Kinship::Near,
        parts,
    })
}

/// Whether «منها» or "of them" right behind a total, and parts of one sort, say that they are its parts though the words for them are
/// of another sort («38 مرة، منها 23 مباراة رسمية و15 مباراة ودية»).
fn is_told_of(article: &Analysis<'_>, start: usize, opened: Opened, parts: &[&Claim]) -> bool {
    let comma = matches!(article.tokens.folded(start), "،" | ",");
    let pronoun = opened.opening == Opening::Open && opened.cue == start + usize::from(comma);
    let of_one = parts
        .windows(2)
        .all(|two| kin::kinship(article, two[0], two[1]) == Kinship::Near);
    pronoun && of_one && parts.len() > 1
}

/// Whether a later part counts what the whole counts and the first is one or two of another thing: «تسعة مبان تتكون من دور واحد، و19 مبنى من دورين»
/// lists buildings, not the floors of nine.
fn is_row_of_wholes(article: &Analysis<'_>, whole: &Claim, parts: &[&Claim]) -> bool {
    let concept = |claim: &Claim| {
        let counted = claim.counted.as_ref()?;
        Some(article.tokens.word(counted.head).concept)
    };
    let (Some(own), Some((first, later))) = (concept(whole), parts.split_first()) else {
        return false;
    };
    let few = addable(first)
        .and_then(|amount| amount.written)
        .is_some_and(|number| number <= Number::whole(2));
    let few = few && first.quantity.writing != Writing::Digits;
    few && concept(first) != Some(own) && later.iter().any(|part| concept(part) == Some(own))
}

/// Whether a claim counts nothing: it may stand between a total and its parts («14 purchases on Tuesday night: …», «23 مقاتلا على الأقل، بينهم …»).
fn counts_nothing(claim: &Claim) -> bool {
    matches!(
        claim.quantity.kind,
        Kind::Date | Kind::Time | Kind::Assertion
    )
}

/// One past the hedge that opens a claim, for a cue of a list may be read as one («بواقع 12 مركزا»).
fn first_word(claim: &Claim) -> usize {
    let hedged = claim.quantity.hedge != Hedge::Exact;
    claim.quantity.tokens.start + usize::from(hedged)
}

/// The token behind a claim and what it counts.
fn end_of(claim: &Claim) -> usize {
    let behind = claim
        .counted
        .as_ref()
        .map_or(0, |counted| counted.tokens.end);
    claim.quantity.tokens.end.max(behind)
}

/// The first cue of a list within `range`; none where a clause about another thing, or the bracket that holds the total, ends before it.
fn opened(article: &Analysis<'_>, range: Range<usize>) -> Option<Opened> {
    let tokens = &article.tokens;
    let found = |cue, length, opening, shares_out| Opened {
        cue,
        behind: cue + length,
        opening,
        shares_out,
    };
    let stop = range
        .clone()
        .find(|at| tokens.folded(*at) == ")" || tokens.cue_at(*at, Cue::Contrast).is_some());
    let range = range.start..stop.unwrap_or(range.end);
    range.clone().find_map(|at| match tokens.folded(at) {
        ":" => Some(found(at, 1, Opening::Closed, false)),
        "(" if at <= range.start + KIN_BRACKET => Some(found(at, 1, Opening::Bracket, false)),
        _ => {
            let open = tokens.cue_at(at, Cue::PartOf);
            let open = open.filter(|_| !is_each_of(article, at) && !opens_clause(article, at));
            let open = open.map(|length| found(at, length, Opening::Open, false));
            open.or_else(|| {
                let length = tokens.cue_at(at, Cue::ClosedList)?;
                // «، وهو» behind other words speaks of the last of them.
                let lone = matches!(tokens.folded(at), "هو" | "وهو") && at > range.start + 1;
                (!lone).then(|| found(at, length, Opening::Closed, length > 1))
            })
        }
    })
}

/// «40 طيارا، 20 منهم أكراد و15 …»: the cue stands behind the first part. Numbers in names («طائرات إف 16») may stand between.
fn part_first(article: &Analysis<'_>, total: usize) -> Option<Opened> {
    let whole = article.claims.get(total)?;
    let bare = |claim: &&Claim| claim.quantity.kind == Kind::Number;
    let near = article.claims[total + 1..].iter().take_while(bare).take(3);
    let part = near
        .take_while(|claim| claim.sentence == whole.sentence)
        .find(|claim| {
            let behind = claim.quantity.tokens.end;
            article.tokens.cue_at(behind, Cue::PartOf).is_some()
        })?;
    let own = &part.quantity.tokens;
    (own.start < end_of(whole) + KIN_REACH).then_some(Opened {
        cue: own.start,
        behind: own.start,
        opening: Opening::Open,
        shares_out: false,
    })
}

/// «قيمة الجوائز 100 ألف ريال، يحصل الأول على 50 ألفا والثاني …»: the parts go to the first, the second and so on.
fn ranked(article: &Analysis<'_>, total: usize) -> Option<Opened> {
    let whole = article.claims.get(total)?;
    whole.quantity.unit?;
    let behind = article.claims[total + 1..]
        .iter()
        .take_while(|claim| claim.sentence == whole.sentence);
    let pairs: Vec<_> = behind.take(4).collect();
    let [first, one, second, two] = pairs[..] else {
        return None;
    };
    let rank = |claim: &Claim, rank| {
        let written = claim
            .quantity
            .value
            .amount()
            .and_then(|amount| amount.written);
        claim.quantity.kind == Kind::Ordinal && written == Some(Number::whole(rank))
    };
    let like = |claim: &Claim| claim.quantity.kind == whole.quantity.kind;
    let runs = rank(first, 1) && rank(second, 2) && like(one) && like(two);
    let start = one.quantity.tokens.start;
    (runs && start < end_of(whole) + KIN_REACH).then_some(Opened {
        cue: start,
        behind: start,
        opening: Opening::Open,
        shares_out: false,
    })
}

/// The parts behind a cue; none where the list is not read to its end.
fn parts<'a>(
    article: &'a Analysis<'_>,
    total: usize,
    opened: Opened,
    end: usize,
) -> Option<Vec<&'a Claim>> {
    let whole = &article.claims[total];
    let mut found: Vec<&Claim> = Vec::new();
    let mut at = opened.behind;
    for claim in article.claims[total + 1..]
        .iter()
        .take_while(|claim| claim.quantity.tokens.start < end)
        .filter(|claim| !counts_nothing(claim) && !is_rank(claim))
        .skip_while(|claim| claim.quantity.tokens.end <= opened.behind)
    {
        // A cue that reads as a hedge belongs to the first part («بواقع 12 مركزا»).
        let own = &claim.quantity.tokens;
        let start = if found.is_empty() && own.contains(&at) {
            at
        } else {
            own.start
        };
        let reach = if found.is_empty() { FIRST_REACH } else { GAP };
        let gap = at..start;
        if !found.is_empty() && start > at && is_aside(article, claim, gap.clone()) {
            continue;
        }
        if start < at
            || gap.len() > reach
            || !joins(article, gap.clone(), opened.opening, &found, claim)
            || found.is_empty() && !opened.shares_out && names(article, gap, claim)
            || is_title(article, claim)
            || addable(claim).is_none()
            || is_another(article, claim)
            || !kin::adds(article, whole, claim) && !is_fated(article, opened)
            || is_stranger(article, whole, &found, claim)
        {
            break;
        }
        let bound = matches!(claim.quantity.hedge, Hedge::AtLeast | Hedge::MoreThan);
        if !is_told(claim) || found.is_empty() && bound {
            if opened.opening == Opening::Open && !found.is_empty() {
                break;
            }
            return None;
        }
        found.push(claim);
        at = end_of(claim);
        if opened.cue == opened.behind && found.len() == 1 {
            at += article.tokens.cue_at(at, Cue::PartOf).unwrap_or(0);
        }
    }
    // «6 من كل من …»: each of them has so many.
    let each = |from: usize| (from..(from + EACH).min(end)).any(|at| is_each(article, at));
    let bracketed = found.iter().any(|part| is_bracketed(article, part));
    if bracketed && opened.opening == Opening::Closed && !is_tally(whole, &found) {
        return None;
    }
    let closed = opened.opening != Opening::Bracket
        || (at..end.min(at + GAP)).any(|index| article.tokens.folded(index) == ")");
    let shared = found.iter().any(|part| each(part.quantity.tokens.end));
    (!found.is_empty() && closed && !shared).then_some(found)
}

/// Whether a claim counts the rest («645 آخرين»).
fn is_another(article: &Analysis<'_>, claim: &Claim) -> bool {
    claim
        .counted
        .as_ref()
        .is_some_and(|counted| article.tokens.cue_at(counted.head, Cue::Another).is_some())
}

/// Whether a verb of dying opens a list of what became of all: «1059 مصابا، توفي منهم 647».
fn is_fated(article: &Analysis<'_>, opened: Opened) -> bool {
    let before = opened.cue.checked_sub(1);
    before.is_some_and(|at| article.tokens.cue_at(at, Cue::Dies).is_some())
}

/// Whether a claim is of another sort than the whole and than the first part.
fn is_stranger(article: &Analysis<'_>, whole: &Claim, found: &[&Claim], claim: &Claim) -> bool {
    let apart = kin::kinship(article, whole, claim) == Kinship::Apart;
    let like = |first: &&Claim| {
        kin::kinship(article, whole, first) == Kinship::Apart
            && kin::kinship(article, first, claim) == Kinship::Near
    };
    apart && !found.first().is_none_or(like)
}

/// Tokens behind a part in which a share for each one may be told.
const EACH: usize = 4;

/// Whether an amount goes to each of several: «لكل», «من كل», "each".
fn is_each(article: &Analysis<'_>, at: usize) -> bool {
    let of_each = article.tokens.folded(at) == "من" && article.tokens.folded(at + 1) == "كل";
    article.tokens.cue_at(at, Cue::Rate).is_some() || of_each
}

/// Whether «كل» or "each" stands before a token, with at most a noun between: «كل منهما (24) عضوا», «كل مجلس منهما».
fn is_each_of(article: &Analysis<'_>, at: usize) -> bool {
    (at.saturating_sub(2)..at).any(|at| matches!(article.tokens.folded(at), "كل" | "لكل" | "each"))
}

/// Whether «و» or "and" joins a verb of holding to what came before: its subject need not be the total («14 قطاعا … وتضمنت 45 قطاعا فرعيا»).
fn opens_clause(article: &Analysis<'_>, at: usize) -> bool {
    let word = article.tokens.folded(at);
    let before = at
        .checked_sub(1)
        .map(|before| article.tokens.folded(before));
    let verb = matches!(word, "include" | "includes" | "included");
    let joined = ["وت", "وي", "وش"]
        .iter()
        .any(|start| word.starts_with(start));
    joined || verb && before == Some("and")
}

/// Whether an amount is told of each of several: «لكل 5 أشخاص», «كل منها 13 فريقا», "each of them 13 teams".
pub(super) fn is_shared(article: &Analysis<'_>, claim: &Claim) -> bool {
    let start = claim.quantity.tokens.start;
    let of_them = |at: usize| article.tokens.cue_at(at, Cue::PartOf).is_some();
    let words = (start.saturating_sub(3)..start).rev();
    let mut words = words.skip_while(|at| of_them(*at) || article.tokens.folded(*at) == "them");
    words
        .next()
        .is_some_and(|at| matches!(article.tokens.folded(at), "كل" | "لكل" | "each" | "every"))
}

/// Whether a part is one number, no range and no bound from above.
fn is_told(claim: &Claim) -> bool {
    let written = addable(claim).is_some_and(|amount| amount.written.is_some());
    let hedge = claim.quantity.hedge;
    let bounded = matches!(hedge, Hedge::LessThan | Hedge::AtMost | Hedge::UpTo);
    written && !bounded && hedge != Hedge::Vague
}

/// Whether the words between two parts only join them.
fn joins(
    article: &Analysis<'_>,
    gap: Range<usize>,
    opening: Opening,
    found: &[&Claim],
    claim: &Claim,
) -> bool {
    let tokens = &article.tokens;
    let first = found.is_empty();
    // «توفي منهم 647 حالة، فيما شفيت 583 حالة»: the same things go on in a clause of their own.
    let same = found
        .last()
        .is_some_and(|last| counts_like(article, last, claim));
    let goes_on = opening == Opening::Open && same;
    let broken = gap
        .clone()
        .any(|at| matches!(tokens.folded(at), "؛" | ";" | ":" | "." | "-"));
    let turned = tokens.cues_in(gap.clone()).any(|(_, hit)| match hit.cue {
        Cue::Contrast => !goes_on,
        Cue::PartOf | Cue::Compared | Cue::Says | Cue::Whole | Cue::Earlier => true,
        _ => false,
    });
    // A bracket holds its list: «(أ)، و100» lists nothing, «(5 رجال) و(6 نساء)» goes on.
    let mut outside = gap.clone().filter(|at| tokens.folded(*at) == ")");
    let again = !first && tokens.folded(gap.end.saturating_sub(1)) == "(" && gap.len() <= 3;
    if opening == Opening::Bracket && outside.next().is_some() && !again {
        return false;
    }
    // «(10 ذهب 5 فضية و7 برونزية)»
    let beside = opening == Opening::Bracket && gap.is_empty();
    let joined = first
        || beside
        || tokens.folded(gap.end).starts_with('و')
        || gap.clone().any(|at| {
            matches!(tokens.folded(at), "،" | "," | "و" | "and")
                || tokens.folded(at).starts_with('و')
        });
    !broken && !turned && joined
}

/// Whether two claims count the same things by the same noun.
fn counts_like(article: &Analysis<'_>, one: &Claim, other: &Claim) -> bool {
    let concept = |claim: &Claim| {
        let counted = claim.counted.as_ref()?;
        Some(article.tokens.word(counted.head).concept)
    };
    concept(one).is_some() && concept(one) == concept(other)
}

/// Whether a bare number behind a noun names one thing («اللاعب رقم 11») and counts nothing.
fn names(article: &Analysis<'_>, gap: Range<usize>, claim: &Claim) -> bool {
    claim.counted.is_none()
        && !is_bracketed(article, claim)
        && claim.quantity.kind == Kind::Number
        && gap.clone().any(|at| article.tokens.word(at).content)
}

/// Whether number words open a title in quotes: «أغان منها "ألف ليلة وليلة"».
fn is_title(article: &Analysis<'_>, claim: &Claim) -> bool {
    let before = claim.quantity.tokens.start.checked_sub(1);
    let mark = before.map_or("", |at| article.tokens.folded(at));
    claim.quantity.writing != Writing::Digits && matches!(mark, "\"" | "«" | "“" | "'" | "‘")
}

/// Whether a number stands alone in its brackets: «البرازيل (5)».
fn is_bracketed(article: &Analysis<'_>, claim: &Claim) -> bool {
    let own = &claim.quantity.tokens;
    let before = own.start.checked_sub(1);
    claim.counted.is_none()
        && claim.quantity.unit.is_none()
        && before.is_some_and(|at| article.tokens.folded(at) == "(")
        && article.tokens.folded(own.end) == ")"
}

/// Whether numbers in brackets behind names can be a tally of the whole («10 ألقاب: البرازيل (5) وألمانيا (4) وفرنسا (1)») rather than ages or
/// dates: three or more, and about as many as it.
fn is_tally(whole: &Claim, parts: &[&Claim]) -> bool {
    let written = |claim: &Claim| addable(claim).and_then(|amount| amount.written);
    let sum = parts
        .iter()
        .filter_map(|part| written(part))
        .fold(Number::ZERO, |sum, part| sum + part);
    let three = Number::whole(3);
    parts.len() > 2 && written(whole).is_some_and(|whole| (sum - whole).abs() * three <= whole)
}

/// Whether a claim is one or two in words within what is told of a part: «488 لديهن طفل واحد و…».
fn is_aside(article: &Analysis<'_>, claim: &Claim, mut gap: Range<usize>) -> bool {
    let small = addable(claim)
        .and_then(|amount| amount.written)
        .is_some_and(|number| number <= Number::whole(2));
    let joint = |at| {
        let word = article.tokens.folded(at);
        matches!(word, "،" | "," | "and") || word.starts_with('و')
    };
    small
        && claim.quantity.writing != Writing::Digits
        && !gap.any(joint)
        && !is_led_by_and(article, claim.quantity.tokens.start)
}

/// Whether «و» stands on a word that is none without it («وطفلان», not «واحد»).
fn is_led_by_and(article: &Analysis<'_>, at: usize) -> bool {
    let readings = article.tokens.readings(at);
    let led = |reading: &Reading| reading.proclitics.contains(Proclitics::WA);
    article.tokens.folded(at) == "و" || !readings.is_empty() && readings.iter().all(led)
}

/// Whether a claim ranks («والثاني») and counts nothing.
fn is_rank(claim: &Claim) -> bool {
    claim.quantity.kind == Kind::Ordinal && claim.counted.is_none()
}

/// Whether the cue of a list opens a claim: in «بواقع 200 شقة، … بواقع 396 شقة» each is a part.
pub(super) fn is_part(article: &Analysis<'_>, claim: &Claim) -> bool {
    let first = claim.quantity.tokens.start;
    article.tokens.cue_at(first, Cue::ClosedList).is_some()
}
