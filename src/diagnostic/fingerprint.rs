//! What a finding is known by from run to run: its rule and the words that it is about, never their place.

use hashbrown::HashMap;

use crate::diagnostic::Diagnostic;
use crate::text::fold::fold;
use crate::text::source::Source;
use crate::text::span::Span;

/// Names the findings of one article; equal ones are told apart by their order.
#[derive(Debug, Default)]
pub struct Fingerprints {
    seen: HashMap<u64, u32>,
}

impl Fingerprints {
    /// The name of the next finding; `scope` sets apart what else would be equal.
    pub fn next(&mut self, scope: &str, found: &Diagnostic, source: &Source) -> String {
        let hash = words(scope, found, source);
        let count = self.seen.entry(hash).or_insert(0);
        *count += 1;
        format!("{hash:016x}-{count}")
    }
}

/// The rule and the words that a finding is about: equal for equal findings of an article.
pub fn words(scope: &str, found: &Diagnostic, source: &Source) -> u64 {
    let hash = [scope, found.rule.as_str()].into_iter().fold(OFFSET, feed);
    let labels = found.labels.iter();
    labels.fold(hash, |hash, label| {
        feed(hash, &plain(source.slice(label.span)))
    })
}

/// The line around a finding, which sets equal findings apart as long as nobody edits it.
pub fn surroundings(found: &Diagnostic, source: &Source) -> u64 {
    let place = found.primary();
    let line = source.line(source.position(place.start).line);
    feed(OFFSET, &plain(source.slice(near(line, place, source))))
}

/// The part of a line that lies within some hundred bytes of a place: a line may be a whole book.
fn near(line: Span, place: Span, source: &Source) -> Span {
    const REACH: usize = 160;
    let text = &source.text;
    let edge = |at: usize| (at..text.len()).find(|at| text.is_char_boundary(*at));
    let start = (place.start as usize).saturating_sub(REACH);
    let end = place.end as usize + REACH;
    Span::new(
        edge(start).unwrap_or_default().max(line.start as usize),
        edge(end).unwrap_or(text.len()).min(line.end as usize),
    )
}

/// Words without what an editor changes in passing: white space, harakat, forms of alef.
fn plain(words: &str) -> String {
    let folded = fold(words);
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// FNV-1a, whose values are the same on every machine and in every release.
const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;

/// Adds one part, its end marked by a byte that UTF-8 does not have.
fn feed(hash: u64, part: &str) -> u64 {
    part.bytes().chain([0xFF]).fold(hash, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
