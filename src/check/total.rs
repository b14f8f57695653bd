//! A stated total and the parts listed behind it, in one sentence.
//!
//! ```text
//! list  = total [noun] cue part (("،" | "و" | "," | "and") part)*          the last part behind «و» or "and", or before ")"
//! cue   = closed («هم»، «موزعين على»، ":"، "(")                             the parts are everything
//!       | open   («بينهم»، «منها»، "including")                             the parts are some
//! ```
//!
//! Closed parts must add up to the total; open ones must not exceed it. A part that counts another fate («12 قتيلا بينهم طفلان و20 جريحا»: the
//! injured are no part of the dead) ends the list, and so does a part of another unit.

use std::ops::Range;

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::{Check, Match, Text};
use crate::claim::{Claim, Counted};
use crate::lang::arabic::Proclitics;
use crate::lang::lexicon::Reading;
use crate::lang::lexicon::cue::Cue;
use crate::lang::lexicon::noun::ClassId;
use crate::quantity::number::Number;
use crate::quantity::value::{Hedge, Kind};

/// Finds totals that their parts do not make.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Total {
    /// How many parts the list must have.
    parts: Parts,
}

/// One part, or several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Parts {
    /// One part that is larger than the whole.
    One,
    /// Two parts or more.
    Many,
}

/// Tokens between the total and its cue.
const CUE_REACH: usize = 9;

/// Tokens between the cue and the first part.
const FIRST_REACH: usize = 5;

/// Tokens between one part and the next.
const GAP: usize = 10;

/// Tokens between the total and a bracket that lists its parts («16 شخصا من جنسية عربية (6 رجال …)»).
const BRACKET: usize = 3;

/// How a list is opened.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opening {
    /// The parts are everything.
    Closed,
    /// Everything, if it closes with the same bracket.
    Bracket,
    /// The parts are some.
    Open,
}

impl Check for Total {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        let claims = &article.claims;
        (0..claims.len())
            .filter_map(|at| self.at(article, at))
            .collect()
    }
}

/// «دائرة واحدة» is no whole of parts, and what starts with a zero is dialled.
fn is_one_or_telephone(article: &Analysis<'_>, total: &Claim) -> bool {
    let one = exact(total).is_some_and(|whole| whole <= Number::ONE);
    let number = total
        .quantity
        .number
        .and_then(|span| article.document.text().get(span.range()));
    one || number.is_some_and(|number| number.len() > 1 && number.starts_with('0'))
}

impl Total {
    /// What the list behind the claim at `at` says of it.
    fn at(self, article: &Analysis<'_>, at: usize) -> Option<Match> {
        let total = &article.claims[at];
        // A bare number before a list is a time, a score, a telephone number or one of a share («1 من بين كل 5»).
        let whole = exact(total).filter(|_| {
            total.quantity.kind != Kind::Number
                && !is_one_or_telephone(article, total)
                && !is_joined(article, total)
                && !is_part(article, total)
        })?;
        let sentence = article.tokens.sentences.get(total.sentence)?.tokens.clone();
        let start = end_of(total);
        let limit = article.claims[at + 1..]
            .iter()
            .find(|next| !is_when(next))
            .map_or(start, first_word)
            .min(start + CUE_REACH);
        let (cue_end, opening) = opening(article, start..limit.min(sentence.end))?;
        let parts = parts(article, at, cue_end, sentence.end, opening)?;
        // Words between a total and a bracket may make it list another thing: each part must say what it counts.
        let far = opening == Opening::Bracket && cue_end > start + 1;
        if far && parts.iter().any(|part| part.counted.is_none()) {
            return None;
        }
        let sums = sums(&parts)?;
        // What follows parts that make the total belongs to another count.
        if sums.iter().skip(1).any(|sum| *sum == whole) {
            return None;
        }
        let sum = *sums.last()?;
        let slack = slack(total, &parts)?;
        let excess = sum.checked_sub(whole)?;
        let wrong = match opening {
            Opening::Open => excess > slack,
            Opening::Closed | Opening::Bracket => excess.abs() > slack,
        };
        let many = parts.len() > 1;
        let mine = match self.parts {
            Parts::Many => many,
            Parts::One => !many && opening == Opening::Open,
        };
        (wrong && mine).then(|| finding(total, &parts, whole, sum, opening))
    }
}

/// The sum of the first part, of the first two, and so on.
fn sums(parts: &[&Claim]) -> Option<Vec<Number>> {
    let mut sum = Number::ZERO;
    let add = |part: &&Claim| {
        sum = sum.checked_add(exact(part)?)?;
        Some(sum)
    };
    parts.iter().map(add).collect()
}

fn finding(total: &Claim, parts: &[&Claim], whole: Number, sum: Number, opening: Opening) -> Match {
    let list = parts
        .iter()
        .skip(1)
        .fold(parts[0].span, |all, part| all.to(part.span));
    let addends: Vec<_> = parts
        .iter()
        .filter_map(|part| exact(part))
        .map(|number| number.to_string())
        .collect();
    let exact = parts.iter().all(|part| part.quantity.hedge == Hedge::Exact)
        && total.quantity.hedge == Hedge::Exact;
    let sure = match (opening, exact) {
        (Opening::Closed, true) => 92,
        (Opening::Open, true) => 90,
        (Opening::Bracket, true) => 86,
        _ => 65,
    };
    let mut found = Match::at(list, sure)
        .case(if opening == Opening::Open {
            "exceeds"
        } else {
            ""
        })
        .related(total.span);
    found = found.quote("total", total.span).quote("parts", list);
    found = found
        .value("sum", Text::Plain(sum.to_string()))
        .value("addends", Text::Plain(addends.join(" + ")));
    found.value("whole", Text::Plain(whole.to_string()))
}

/// The number of a claim that can be added up.
fn exact(claim: &Claim) -> Option<Number> {
    let addable = matches!(
        claim.quantity.kind,
        Kind::Count | Kind::Number | Kind::Money | Kind::Measure
    );
    let bounded = matches!(claim.quantity.hedge, Hedge::Exact | Hedge::About);
    claim
        .quantity
        .value
        .amount()
        .filter(|_| addable && bounded)?
        .written
}

/// Whether a claim counts nothing: it may stand between a total and its parts («14 purchases on Tuesday night: …», «23 مقاتلا على الأقل، بينهم …»).
fn is_when(claim: &Claim) -> bool {
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

/// The first cue of a list within `range`: the token behind it, and how it opens.
fn opening(article: &Analysis<'_>, range: Range<usize>) -> Option<(usize, Opening)> {
    let tokens = &article.tokens;
    range.clone().find_map(|at| match tokens.folded(at) {
        ":" => Some((at + 1, Opening::Closed)),
        "(" if at <= range.start + BRACKET => Some((at + 1, Opening::Bracket)),
        _ => {
            let cue = |cue| tokens.cue_at(at, cue);
            let open = cue(Cue::PartOf).map(|length| (at + length, Opening::Open));
            open.or_else(|| cue(Cue::ClosedList).map(|length| (at + length, Opening::Closed)))
        }
    })
}

/// The parts behind a cue; none where the list is not read to its end.
fn parts<'a>(
    article: &'a Analysis<'_>,
    total: usize,
    cue_end: usize,
    end: usize,
    opening: Opening,
) -> Option<Vec<&'a Claim>> {
    let whole = &article.claims[total];
    let mut found: Vec<&Claim> = Vec::new();
    let mut at = cue_end;
    for claim in article.claims[total + 1..]
        .iter()
        .filter(|claim| !claim.quantity.is_open_date())
        .skip_while(|claim| is_when(claim) && claim.quantity.tokens.start < cue_end)
        .take_while(|claim| claim.quantity.tokens.start < end)
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
        if start < at
            || gap.len() > reach
            || !joins(article, gap.clone(), found.is_empty())
            || found.is_empty() && names(article, gap, claim)
            || !adds(article, whole, claim)
        {
            break;
        }
        exact(claim)?;
        found.push(claim);
        at = end_of(claim);
    }
    let closed = opening != Opening::Bracket
        || (at..end.min(at + GAP)).any(|index| article.tokens.folded(index) == ")");
    (!found.is_empty() && closed).then_some(found)
}

/// Whether the words between two parts only join them.
fn joins(article: &Analysis<'_>, gap: Range<usize>, first: bool) -> bool {
    let tokens = &article.tokens;
    let broken = gap
        .clone()
        .any(|at| matches!(tokens.folded(at), "؛" | ";" | ":" | "." | "-"));
    let turned = tokens.cues_in(gap.clone()).any(|(_, hit)| {
        matches!(
            hit.cue,
            Cue::PartOf | Cue::Compared | Cue::Contrast | Cue::Says | Cue::Whole | Cue::Earlier
        )
    });
    let joined = first
        || tokens.folded(gap.end).starts_with('و')
        || gap.clone().any(|at| {
            matches!(tokens.folded(at), "،" | "," | "و" | "and")
                || tokens.folded(at).starts_with('و')
        });
    !broken && !turned && joined
}

/// Whether a bare number behind a noun names one thing («اللاعب رقم 11») and counts nothing.
fn names(article: &Analysis<'_>, gap: Range<usize>, claim: &Claim) -> bool {
    claim.counted.is_none()
        && claim.quantity.kind == Kind::Number
        && gap.clone().any(|at| article.tokens.word(at).content)
}

/// Whether the cue of a list opens a claim: in «بواقع 200 شقة، … بواقع 396 شقة» each is a part.
fn is_part(article: &Analysis<'_>, claim: &Claim) -> bool {
    let first = claim.quantity.tokens.start;
    article.tokens.cue_at(first, Cue::ClosedList).is_some()
}

/// Whether «و» or a preposition stands on the noun of a claim: «(163) والقصرين» counts no towns.
fn is_joined(article: &Analysis<'_>, claim: &Claim) -> bool {
    claim.counted.as_ref().is_some_and(|counted| {
        let readings = article.tokens.readings(counted.head);
        let joined = |reading: &Reading| {
            reading
                .proclitics
                .intersects(Proclitics::WA | Proclitics::LA)
        };
        !readings.is_empty() && readings.iter().all(joined)
    })
}

/// The class of what a claim counts; none where a preposition stands on the noun («32 للبنات», «32 بقناة السويس»: not they are counted) or before it
/// («5 من قوات الأمن» are people).
fn class_of(article: &Analysis<'_>, claim: &Claim) -> Option<ClassId> {
    let counted = claim.counted.as_ref()?;
    let mut readings = article.tokens.readings(counted.head).iter();
    let hung = readings.all(|reading| {
        let prepositions = Proclitics::BA | Proclitics::LA | Proclitics::KA;
        reading.proclitics.intersects(prepositions)
    });
    let before = counted.tokens.start.checked_sub(1);
    let partitive = before.is_some_and(|at| matches!(article.tokens.folded(at), "من" | "of"));
    counted.class.filter(|_| !hung && !partitive)
}

/// Whether the part counts things of the whole's sort, as far as the lexicon knows: goals are no titles, shops no visitors.
fn is_kin(article: &Analysis<'_>, whole: &Claim, part: &Claim) -> bool {
    let (Some(one), Some(other)) = (&whole.counted, &part.counted) else {
        return true;
    };
    let concept = |counted: &Counted| article.tokens.word(counted.head).concept;
    if concept(one) == concept(other) {
        return true;
    }
    let nouns = &article.lexicon.nouns;
    let (Some(one), Some(other)) = (class_of(article, whole), class_of(article, part)) else {
        return true;
    };
    let is = |class: ClassId, name| {
        nouns
            .class(name)
            .is_some_and(|kind| nouns.is_a(class, kind))
    };
    let people = is(one, "person") && is(other, "person");
    // «7 أشخاص، منهم 5 حالات متوسطة»: a case is whoever it befell.
    let cases = is(one, "person") && is(other, "case") || is(one, "case") && is(other, "person");
    people || cases || nouns.is_a(one, other) || nouns.is_a(other, one)
}

/// Whether both are in one unit; a part may leave it out where its scale shows it («25 مليار دولار، منها 15 مليارا …»).
fn same_unit(whole: &Claim, part: &Claim) -> bool {
    let elided = part.quantity.unit.is_none()
        && part.quantity.kind == Kind::Number
        && exact(part).is_some_and(|number| number >= Number::whole(1000));
    whole.quantity.unit == part.quantity.unit || elided
}

/// Whether a claim can be a part of the whole.
fn adds(article: &Analysis<'_>, whole: &Claim, part: &Claim) -> bool {
    if !same_unit(whole, part) || !is_kin(article, whole, part) {
        return false;
    }
    let fate = |claim: &Claim| {
        let counted = claim.counted.as_ref().and_then(|counted| counted.class);
        let is_fate = |class: &ClassId| article.lexicon.is_fate(*class);
        counted
            .filter(is_fate)
            .or_else(|| claim.event.filter(is_fate))
    };
    match (fate(whole).or(whole.event), fate(part)) {
        (Some(one), Some(other)) => one == other,
        (None, Some(_)) | (_, None) => true,
    }
}

/// Half a grain for each rounded part and for a rounded total.
fn slack(total: &Claim, parts: &[&Claim]) -> Option<Number> {
    let half = Number::fraction(1, 2)?;
    let rounded = |claim: &&Claim| {
        claim.quantity.hedge != Hedge::Exact
            || claim.quantity.grain < Number::ONE
            || exact(claim).is_some_and(|number| number >= Number::whole(10_000))
    };
    let steps = parts
        .iter()
        .chain(std::iter::once(&total))
        .filter(|claim| rounded(claim));
    steps
        .map(|claim| claim.quantity.grain * half)
        .try_fold(Number::ZERO, Number::checked_add)
}
