//! What a finding is known by from run to run: its rule and the words that it is about, never their place.

use hashbrown::HashMap;

use crate::diagnostic::Diagnostic;
use crate::text::source::Source;

/// Names the findings of one article; equal ones are told apart by their order.
#[derive(Debug, Default)]
pub(super) struct Fingerprints {
    seen: HashMap<u64, u32>,
}

impl Fingerprints {
    /// The name of the next finding; `scope` sets apart what else would be equal.
    pub(super) fn next(&mut self, scope: &str, found: &Diagnostic, source: &Source) -> String {
        let words = found.labels.iter().map(|label| source.slice(label.span));
        let hash = [scope, found.rule.as_str()]
            .into_iter()
            .chain(words)
            .fold(OFFSET, feed);
        let count = self.seen.entry(hash).or_insert(0);
        *count += 1;
        format!("{hash:016x}-{count}")
    }
}

/// FNV-1a, whose values are the same on every machine and in every release.
const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;

/// Adds one part, its end marked by a byte that UTF-8 does not have.
fn feed(hash: u64, part: &str) -> u64 {
    part.bytes().chain([0xFF]).fold(hash, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
