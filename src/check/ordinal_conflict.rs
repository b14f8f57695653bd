//! One edition of an event under two numbers: «الدورة الـ47 للمهرجان … الدورة السادسة والأربعون للمهرجان».
//!
//! Whatever an ordinal numbers twice is a pair; most pairs are two things, so the words around both mentions must say that they tell of
//! one. A mention stands in one pair at most, the likeliest.

mod evidence;
mod view;

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::ordinal_conflict::evidence::{Group, points};
use crate::check::ordinal_conflict::view::View;
use crate::check::series::{Member, numbered};
use crate::check::{Check, Match};

/// Finds editions under two numbers.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrdinalConflict {}

/// Points from which a pair is told at all, and from which it is told loudly: weighed by planted faults against the pairs of
/// printed articles, where at the first about 2 articles in 100 are told of a pair.
const TOLD: i32 = 10;
/// See [`TOLD`].
const LOUD: i32 = 38;

/// As sure as points can make it, as sure within one sentence, and as sure between quotation marks.
const MOST: i32 = 74;
/// See [`MOST`].
const BESIDE: i32 = 56;
/// See [`MOST`].
const QUOTED: i32 = 50;

/// A noun that is numbered more often is a list or a table.
const CROWD: usize = 16;

/// Pairs of one noun that are told at most.
const PAIRS: usize = 2;

impl Check for OrdinalConflict {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        let mut found: Vec<Match> = numbered(article)
            .values()
            .flat_map(|members| conflicts(article, members))
            .collect();
        found.sort_by_key(|one| one.places.first().map(|place| place.span));
        found
    }
}

/// The pairs of a noun's mentions that most likely tell of one thing under two numbers.
fn conflicts(article: &Analysis<'_>, members: &[Member<'_>]) -> Vec<Match> {
    let numbers: BTreeSet<_> = members.iter().map(|member| member.number).collect();
    if numbers.len() < 2 || members.len() > CROWD {
        return Vec::new();
    }
    let group = Group {
        members,
        numbers: numbers.len(),
    };
    let views: Vec<_> = members
        .iter()
        .map(|member| View::of(article, member))
        .collect();
    let mut pairs = Vec::new();
    for (at, first) in views.iter().enumerate() {
        for (index, other) in views.iter().enumerate().skip(at + 1) {
            let points = points(article, &group, first, other);
            if points.is_some_and(|points| points >= TOLD) {
                pairs.push((points, at, index));
            }
        }
    }
    pairs.sort_by_key(|pair| std::cmp::Reverse(pair.0));
    let mut taken = Vec::new();
    let mut found = Vec::new();
    for (points, at, index) in pairs {
        if found.len() < PAIRS && !taken.contains(&at) && !taken.contains(&index) {
            taken.extend([at, index]);
            let pair = members.get(at).zip(members.get(index)).zip(points);
            found.extend(pair.map(|((first, other), points)| tell(article, first, other, points)));
        }
    }
    found
}

fn tell(article: &Analysis<'_>, first: &Member<'_>, other: &Member<'_>, points: i32) -> Match {
    let most = if first.claim.quoted || other.claim.quoted {
        QUOTED
    } else if first.claim.sentence == other.claim.sentence {
        BESIDE
    } else {
        MOST
    };
    let sure = 40 + (points - TOLD) * 20 / (LOUD - TOLD);
    let sure = u8::try_from(sure.min(most)).unwrap_or(0);
    let (here, there) = (other.span(article), first.span(article));
    Match::at(here, sure)
        .related(there)
        .quote("first", there)
        .quote("second", here)
}
