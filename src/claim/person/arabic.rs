//! Arabic names.
//!
//! ```text
//! person   = opening adjective{0,3} part (particle* part)*         at most six parts; a part with «ال» is the last («محمد السعد»);
//!                                                                  a first one behind a rank too («العقيد السعد»), where no name follows
//! opening  = rank branch* | title | role | verb of saying
//! particle = بن | ابن | بنت | أبو | آل | عبد | ولد | بو | دي | فان …
//! ```

use crate::claim::person::{Page, Person, RankMention, Sign};
use crate::lang::arabic::Proclitics;
use crate::lang::lexicon::cue::Cue;
use crate::lang::lexicon::given_name::NameUse;
use crate::lang::lexicon::marks::Marks;
use crate::text::split::PieceKind;

/// Names longer than this have run into the sentence.
const LONGEST: usize = 6;

/// The person named behind the opening at a word.
pub(super) fn person_at(page: &Page<'_>, at: usize, end: usize) -> Option<Person> {
    if !page.tokens.marks(at).intersects(Marks::CUE | Marks::RANK) {
        return None;
    }
    let (rank, start, sign) = opening(page, at, end)?;
    let start = start + usize::from(matches!(page.tokens.folded(start), "\"" | "«" | "“" | "("));
    let parts = parts(page, start, end, rank.is_some());
    Person::of(rank, sign, parts)
}

/// What announces a name at `at`, and where the name would start.
fn opening(page: &Page<'_>, at: usize, end: usize) -> Option<(Option<RankMention>, usize, Sign)> {
    if let Some(rank) = rank_at(page, at, end) {
        let mut start = rank.tokens.end;
        while let Some(length) = page.tokens.cue_at(start, Cue::RankBranch) {
            start += length;
            start += usize::from(page.tokens.folded(start) == ".");
        }
        let start = skip_service(page, start, end);
        return Some((Some(rank), skip_adjectives(page, start, end), Sign::Title));
    }
    let (length, sign) = announced(page, at)?;
    let mut start = at + length;
    if sign != Sign::Speech {
        start += usize::from(page.tokens.folded(start) == ".");
        start += (start..end.min(start + 3))
            .take_while(|index| is_adjective(page, *index))
            .count();
    }
    Some((None, start, sign))
}

/// The longest title or role at a word, else the longest verb of saying.
fn announced(page: &Page<'_>, at: usize) -> Option<(usize, Sign)> {
    let hits = page.tokens.cues_at(at).filter_map(|hit| match hit.cue {
        Cue::PersonTitle => Some((1, hit.length, Sign::Title)),
        Cue::PersonRole => Some((1, hit.length, Sign::Role)),
        Cue::Says => Some((0, hit.length, Sign::Speech)),
        _ => None,
    });
    // Of a title and a role as long the role.
    let best = hits.max_by_key(|(named, length, sign)| (*named, *length, *sign == Sign::Role))?;
    Some((best.1, best.2))
}

/// «العميد في القوات الخاصة شريف إسماعيل»: where the name starts behind the service.
fn skip_service(page: &Page<'_>, start: usize, end: usize) -> usize {
    if page.tokens.folded(start) != "في" {
        return start;
    }
    let service = (start + 1..end.min(start + 5))
        .take_while(|at| page.tokens.folded(*at).starts_with("ال"))
        .count();
    start + 1 + service
}

/// «العقيد المنشق نديم الحسن»: adjectives between the rank and a given name.
fn skip_adjectives(page: &Page<'_>, start: usize, end: usize) -> usize {
    let definite = |at: &usize| {
        page.tokens.folded(*at).starts_with("ال")
            && page.given(*at).is_none()
            && page
                .tokens
                .readings(*at)
                .iter()
                .any(|reading| !reading.enclitic)
    };
    let behind = start + (start..end.min(start + 2)).take_while(definite).count();
    let named = page.given(behind).is_some() && is_bound(page, behind);
    if named { behind } else { start }
}

/// A rank with the article; not one that another word makes a deputy's.
fn rank_at(page: &Page<'_>, at: usize, end: usize) -> Option<RankMention> {
    if !page.tokens.marks(at).contains(Marks::RANK) {
        return None;
    }
    let entries = (at..end).map(|index| page.tokens.word(index).entries.as_slice());
    let (rank, length) = page.lexicon.ranks.at(entries)?;
    let definite = page
        .tokens
        .readings(at)
        .iter()
        .any(|reading| reading.proclitics.contains(Proclitics::AL));
    let deputy = at
        .checked_sub(1)
        .is_some_and(|before| page.tokens.cue_at(before, Cue::Deputy).is_some());
    (definite && !deputy).then_some(RankMention {
        rank,
        tokens: at..at + length,
    })
}

/// «الأميركي», «السابق» between a role and the name.
fn is_adjective(page: &Page<'_>, at: usize) -> bool {
    let word = page.tokens.folded(at);
    word.starts_with("ال") && (word.ends_with('ي') || word.ends_with("يه"))
        || page.tokens.cue_at(at, Cue::Former).is_some()
        || page.tokens.cue_at(at, Cue::NoName).is_some() && word.starts_with("ال")
}

/// The parts of a name from `start`, and where it ends.
fn parts(page: &Page<'_>, start: usize, end: usize, ranked: bool) -> (Vec<usize>, usize) {
    let (mut parts, mut at, mut stop) = (Vec::new(), start, start);
    let mut bound = false;
    while at < end && parts.len() < LONGEST && page.is_arabic(at) {
        let word = page.tokens.folded(at);
        if is_particle(word) {
            bound = true;
        } else if bound && (ranked || !parts.is_empty()) && is_bound(page, at)
            || is_name_word(page, at) && (parts.is_empty() || !starts_clause(word))
            || ranked && is_behind_rank(page, at, parts.last().copied())
        {
            parts.push(at);
            stop = at + 1;
            let last = word.starts_with("ال") && !bound && parts.len() > 1;
            if last || ranked && parts.len() == 1 && is_family(page, at) {
                break;
            }
            bound = false;
        } else {
            break;
        }
        at += 1;
    }
    (parts, stop)
}

/// «العقيد الغامدي» and then the sentence goes on; «العميد الهادي المجدوب» and «الحسن بن علي» go on with a name.
fn is_family(page: &Page<'_>, at: usize) -> bool {
    let next = page.tokens.folded(at + 1);
    page.tokens.folded(at).starts_with("ال")
        && !next.starts_with("ال")
        && !is_particle(next)
        && page.given(at + 1).is_none()
}

/// «بن سفير», «عبد العزيز»: behind a particle each word is a name that is no function word.
fn is_bound(page: &Page<'_>, at: usize) -> bool {
    page.tokens.cue_at(at, Cue::FunctionWord).is_none() || is_name_word(page, at)
}

/// A word that only the rank before it makes a name: a given name that is also another word («الشريف»), a noun that nothing follows.
fn is_behind_rank(page: &Page<'_>, at: usize, before: Option<usize>) -> bool {
    let given = page.given(at).is_some() && !is_post(page, at);
    match before {
        None => given || is_bare_noun(page, at),
        Some(first) => {
            let closed = page.tokens.list.get(at + 1).is_some_and(|next| {
                next.kind == PieceKind::Punctuation && page.tokens.folded(at + 1) != "("
            });
            let relation = is_relation(page.tokens.folded(at)) && page.given(first).is_some();
            given
                || relation && !is_post(page, at)
                || closed && page.given(first).is_some() && is_bare_noun(page, at)
        }
    }
}

/// «الشهري», «السويدي»: a surname behind a given name, though an adjective elsewhere.
fn is_relation(word: &str) -> bool {
    word.starts_with("ال") && word.ends_with('ي')
}

/// «القائد», «المساعد»: what someone does, or a rank.
fn is_post(page: &Page<'_>, at: usize) -> bool {
    let cues = [
        Cue::PersonTitle,
        Cue::PersonRole,
        Cue::NoName,
        Cue::RankBranch,
        Cue::FunctionWord,
        Cue::Says,
    ];
    let entries = std::iter::once(page.tokens.word(at).entries.as_slice());
    page.lexicon.ranks.at(entries).is_some()
        || cues
            .iter()
            .any(|cue| page.tokens.cue_at(at, *cue).is_some())
}

/// «جمعان» behind a rank is a name, whatever else the word may be.
fn is_bare_noun(page: &Page<'_>, at: usize) -> bool {
    let readings = page.tokens.readings(at);
    let noun = readings
        .iter()
        .any(|reading| !page.lexicon.nouns.get(reading.lex).is_empty());
    noun && !page.tokens.folded(at).starts_with("ال") && page.tokens.cues_at(at).next().is_none()
}

fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "بن" | "ابن"
            | "بنت"
            | "ابو"
            | "ابي"
            | "ابا"
            | "ال"
            | "عبد"
            | "ولد"
            | "بو"
            | "ام"
            | "دي"
            | "دو"
            | "دا"
            | "فان"
            | "فون"
    )
}

/// «والعميد»: the next of a list, or the next clause.
fn starts_clause(word: &str) -> bool {
    word.starts_with("وال") || word.starts_with("فال")
}

/// A word that may be part of a name: none that the lexicon knows as something else. The reader of folded text cannot tell «علي» from
/// «على», the text can.
fn is_name_word(page: &Page<'_>, at: usize) -> bool {
    let word = page.tokens.folded(at);
    if word == "علي" {
        let raw = page
            .tokens
            .list
            .get(at)
            .map_or("", |token| page.document.slice(token.span));
        return raw.contains('ي');
    }
    if matches!(page.given(at), Some(NameUse::Only | NameUse::Foreign)) {
        return true;
    }
    // «رائد» is a given name, «الرائد» a rank.
    if page.given(at) == Some(NameUse::Mostly) && !word.starts_with("ال") {
        return true;
    }
    // No function word takes the article: «القبلي» is not «قبلي».
    let plain = page.tokens.cue_at(at, Cue::FunctionWord).is_some();
    let known = page.tokens.readings(at).iter().any(|reading| {
        !reading.enclitic
            && (reading.proclitics.is_empty() || reading.proclitics == Proclitics::AL && !plain)
    });
    word.chars().nth(1).is_some() && !known
}
