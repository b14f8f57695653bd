//! One person under two ranks: «العميد سمير علي … اللواء علي».
//!
//! Mentions are gathered into *styles* (one rank with one form of a name); styles that share a word of the name are compared. The style that
//! the article uses less often is the deviant one, the later where both are used as often.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::{Check, Match, Repair};
use crate::claim::person::{self, Person, RankMention};
use crate::lang::lexicon::cue::Cue;
use crate::lang::lexicon::rank::{Ladder, Rank};

/// Finds one person under two ranks.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RankConflict {}

/// More styles than this around one name are more people than the article keeps apart.
const CROWD: usize = 8;

/// A rank with a form of a name, and where it stands.
struct Style<'a> {
    rank: Rank,
    name: Vec<&'a str>,
    mentions: Vec<&'a Person>,
}

impl Check for RankConflict {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        let styles = styles(article);
        let mut by_word: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (index, style) in styles.iter().enumerate() {
            for word in &style.name {
                by_word.entry(word).or_default().push(index);
            }
        }
        let mut pairs: Vec<(usize, usize)> = by_word
            .values()
            .filter(|crowd| crowd.len() <= CROWD)
            .flat_map(|crowd| {
                crowd
                    .iter()
                    .flat_map(|one| crowd.iter().map(|other| (*one, *other)))
            })
            .filter(|(one, other)| one < other)
            .collect();
        pairs.sort_unstable();
        pairs.dedup();
        let mut told = vec![false; styles.len()];
        let mut found = Vec::new();
        for (one, other) in pairs {
            let (kept, deviant) = if styles[other].mentions.len() > styles[one].mentions.len() {
                (other, one)
            } else {
                (one, other)
            };
            if !told[deviant] && conflict(article, &styles, kept, deviant) {
                told[deviant] = true;
                found.extend(tell(article, &styles[kept], &styles[deviant]));
            }
        }
        found
    }
}

fn styles<'a>(article: &'a Analysis<'_>) -> Vec<Style<'a>> {
    let mut index: BTreeMap<(Rank, Vec<&str>), usize> = BTreeMap::new();
    let mut styles: Vec<Style<'a>> = Vec::new();
    for person in &article.people {
        let Some(mention) = person.rank.as_ref() else {
            continue;
        };
        if borne_otherwise(article, mention, person) {
            continue;
        }
        let name: Vec<&str> = person
            .parts
            .iter()
            .map(|part| person::key(article.tokens.folded(*part)))
            .collect();
        let at = *index
            .entry((mention.rank, name.clone()))
            .or_insert(styles.len());
        if at == styles.len() {
            styles.push(Style {
                rank: mention.rank,
                name,
                mentions: Vec::new(),
            });
        }
        if let Some(style) = styles.get_mut(at) {
            style.mentions.push(person);
        }
    }
    styles
}

/// «العقيد السابق», "then Major", or a sentence that tells of a promotion.
fn borne_otherwise(article: &Analysis<'_>, mention: &RankMention, person: &Person) -> bool {
    let tokens = &article.tokens;
    let near = mention.tokens.start.saturating_sub(2)..person.name.end + 2;
    let sentence = tokens
        .sentences
        .get(tokens.sentence_of(mention.tokens.start));
    let former = tokens.cues_in(near).any(|(_, hit)| hit.cue == Cue::Former);
    former
        || sentence.is_some_and(|sentence| {
            tokens
                .cues_in(sentence.tokens.clone())
                .any(|(_, hit)| hit.cue == Cue::RankChange)
        })
}

/// Whether two styles name one person under ranks that exclude each other, and no third style explains one of them.
fn conflict(article: &Analysis<'_>, styles: &[Style<'_>], one: usize, other: usize) -> bool {
    let (Some(a), Some(b)) = (styles.get(one), styles.get(other)) else {
        return false;
    };
    let explained = |short: &Style<'_>, of: &Style<'_>| {
        styles.iter().any(|third| {
            third.name != short.name
                && !third.rank.excludes(short.rank)
                && third.rank.ladder == short.rank.ladder
                && third.name.len() > 1
                && same_person(article, third, short)
                && !same_person(article, third, of)
        })
    };
    a.rank.excludes(b.rank) && same_person(article, a, b) && !explained(a, b) && !explained(b, a)
}

/// Whether two forms of a name can be one person's, and not merely one family's.
fn same_person(article: &Analysis<'_>, a: &Style<'_>, b: &Style<'_>) -> bool {
    let (long, short) = if a.name.len() >= b.name.len() {
        (a, b)
    } else {
        (b, a)
    };
    let Some((first, rest)) = short.name.split_first() else {
        return false;
    };
    let given = is_given(article, short);
    let shares_more = rest.iter().any(|word| long.name[1..].contains(word));
    if long.name.first() == Some(first) {
        let alone = rest.is_empty() && !given && !runs_on(article, short)
            || opens_with_surname(article, short);
        return shares_more && !two_surnames(article, long, short) || alone;
    }
    let last = long.name.last() == Some(first) || !ends_with_surname(article, long);
    let placed = !given || long.name.last() == Some(first);
    long.name[1..].contains(first)
        && placed
        && (rest.is_empty() || last && has_loose_end(article, short))
}

/// Whether the first word is an Arabic given name, which alone makes no one known: «العقيد محمد».
fn is_given(article: &Analysis<'_>, style: &Style<'_>) -> bool {
    let first = style
        .mentions
        .first()
        .and_then(|person| person.parts.first());
    first.is_some_and(|at| {
        let word = article.tokens.folded(*at);
        !is_surname(word) && !word.is_ascii() && article.tokens.given(*at).is_some()
    })
}

/// Whether both names end in a surname, each in its own.
fn two_surnames(article: &Analysis<'_>, a: &Style<'_>, b: &Style<'_>) -> bool {
    let last = |style| {
        let last = words(article, style).last().copied();
        last.filter(|word| is_surname(word))
    };
    last(a).zip(last(b)).is_some_and(|(a, b)| a != b)
}

/// Whether a word of an Arabic name is a surname by its article.
fn is_surname(word: &str) -> bool {
    word.starts_with("ال")
}

fn words<'a>(article: &'a Analysis<'_>, style: &Style<'_>) -> Vec<&'a str> {
    let parts = style
        .mentions
        .first()
        .map_or(&[][..], |person| &person.parts);
    parts
        .iter()
        .map(|part| article.tokens.folded(*part))
        .collect()
}

fn opens_with_surname(article: &Analysis<'_>, style: &Style<'_>) -> bool {
    words(article, style)
        .first()
        .is_some_and(|word| is_surname(word))
}

fn ends_with_surname(article: &Analysis<'_>, style: &Style<'_>) -> bool {
    words(article, style)
        .last()
        .is_some_and(|word| is_surname(word) || word.is_ascii())
}

/// Whether the words behind the first of an Arabic name may belong to the sentence: no surname in «ال» is among them, or the first is one.
fn has_loose_end(article: &Analysis<'_>, style: &Style<'_>) -> bool {
    let words = words(article, style);
    let closed = |word: &&str| is_surname(word) || word.is_ascii();
    words.first().is_some_and(|word| is_surname(word)) || !words.iter().skip(1).any(closed)
}

/// «اللواء بدر الطالب»: a word with the article stands behind the first name and may be a surname that is also another word.
fn runs_on(article: &Analysis<'_>, style: &Style<'_>) -> bool {
    style.mentions.iter().all(|person| {
        let next = person.name.end;
        let plain = article.tokens.cue_at(next, Cue::FunctionWord).is_some();
        is_surname(article.tokens.folded(next)) && !plain
    })
}

fn tell(article: &Analysis<'_>, kept: &Style<'_>, deviant: &Style<'_>) -> Option<Match> {
    let (person, other) = (deviant.mentions.first()?, kept.mentions.first()?);
    let (here, there) = (person.rank.as_ref()?, other.rank.as_ref()?);
    let tokens = &article.tokens;
    let whole =
        |rank: &RankMention, person: &Person| tokens.span(&(rank.tokens.start..person.name.end));
    let sure = match deviant.rank.ladder {
        Ladder::Force => 80,
        Ladder::Honour => 65,
        Ladder::Academic => 45,
    };
    let (span, rank_span, other_rank) = (
        whole(here, person),
        tokens.span(&here.tokens),
        tokens.span(&there.tokens),
    );
    let found = Match::at(span, sure)
        .related(whole(there, other))
        .quote("first", whole(there, other))
        .quote("second", span)
        .quote("rank", other_rank);
    let replacement = article.text(other_rank);
    let alike = article.text(rank_span).starts_with("ال") == replacement.starts_with("ال");
    Some(if alike {
        found.repair(Repair {
            title: "rank",
            safe: false,
            edits: vec![(rank_span, replacement.to_owned())],
            values: Vec::new(),
        })
    } else {
        found
    })
}
