//! Whether a part counts things of the whole's sort.

use crate::analysis::Analysis;
use crate::check::total::sum::addable;
use crate::claim::{Claim, Counted};
use crate::lang::arabic::Proclitics;
use crate::lang::lexicon::Reading;
use crate::lang::lexicon::noun::ClassId;
use crate::quantity::number::Number;
use crate::quantity::value::Kind;

/// How the things of two claims stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kinship {
    /// Of different sorts: goals are no titles.
    Apart,
    /// Nothing speaks against it.
    Unknown,
    /// Of one sort, or one a kind of the other.
    Near,
}

/// What stands for the person or thing that it befell or belongs to: «7 أشخاص، منهم 5 حالات متوسطة», «25 ألف متفرج، منها 20 ألف تذكرة».
const STANDING: [&str; 9] = [
    "case",
    "application",
    "ticket",
    "seat",
    "seat-in-parliament",
    "vote",
    "card",
    "passport",
    "visa",
];

/// What a match ends in.
const RESULTS: [&str; 3] = ["win", "loss", "draw"];

/// How a part stands to its whole, as far as the lexicon knows.
pub(super) fn kinship(article: &Analysis<'_>, whole: &Claim, part: &Claim) -> Kinship {
    if whole.quantity.unit.is_some() {
        return Kinship::Near;
    }
    let (Some(one), Some(other)) = (&whole.counted, &part.counted) else {
        return Kinship::Unknown;
    };
    let concept = |counted: &Counted| article.tokens.word(counted.head).concept;
    if concept(one) == concept(other) {
        return Kinship::Near;
    }
    let (Some(one), Some(other)) = (class_of(article, whole), class_of(article, part)) else {
        return Kinship::Unknown;
    };
    let nouns = &article.lexicon.nouns;
    if nouns.is_a(one, other) || nouns.is_a(other, one) {
        return Kinship::Near;
    }
    let is = |class, name| is_class(article, class, name);
    let stands = |class| STANDING.iter().any(|name| is(class, name));
    let people = |class| is(class, "person") || stands(class);
    let both = (people(one) && people(other)) && (is(one, "person") || is(other, "person"));
    let match_result = is(one, "match") && RESULTS.iter().any(|name| is(other, name));
    if both || match_result {
        Kinship::Near
    } else if is(one, "time-occasion") {
        Kinship::Unknown
    } else {
        Kinship::Apart
    }
}

fn is_class(article: &Analysis<'_>, class: ClassId, name: &str) -> bool {
    let nouns = &article.lexicon.nouns;
    nouns
        .class(name)
        .is_some_and(|kind| nouns.is_a(class, kind))
}

/// Whether «و» or a preposition stands on the noun of a claim: «(163) والقصرين» counts no towns.
pub(super) fn is_joined(article: &Analysis<'_>, claim: &Claim) -> bool {
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

/// Whether both are in one unit; a part may leave it out where its scale shows it («25 مليار دولار، منها 15 مليارا …»).
fn same_unit(whole: &Claim, part: &Claim) -> bool {
    let bare = matches!(part.quantity.kind, Kind::Number | Kind::Count);
    let known = part
        .counted
        .as_ref()
        .is_some_and(|counted| counted.class.is_some());
    let elided = part.quantity.unit.is_none()
        && bare
        && !known
        && addable(part)
            .and_then(|amount| amount.written)
            .is_some_and(|number| number >= Number::whole(1000));
    whole.quantity.unit == part.quantity.unit || elided
}

/// Whether a claim can be a part of the whole: of its unit, and no other fate.
pub(super) fn adds(article: &Analysis<'_>, whole: &Claim, part: &Claim) -> bool {
    if !same_unit(whole, part) {
        return false;
    }
    let fate = |claim: &Claim| {
        let counted = claim.counted.as_ref().and_then(|counted| counted.class);
        let is_fate = |class: &ClassId| article.lexicon.is_fate(*class);
        counted
            .filter(is_fate)
            .or_else(|| claim.event.filter(is_fate))
    };
    let casualty = |class| is_class(article, class, "casualty");
    match (fate(whole).or(whole.event), fate(part)) {
        // Of the accused some were arrested and some let go; the hurt are no part of the dead.
        (Some(one), Some(other)) => one == other || !casualty(one) && !casualty(other),
        (None, Some(_)) | (_, None) => true,
    }
}
