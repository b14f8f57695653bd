//! Texts with what is read from each.

use tadqiq::engine::Engine;

/// Fails with every text of which `read` tells something else than expected.
pub(crate) fn check(read: impl Fn(&Engine, &str) -> String, cases: &[(&str, &str)]) {
    let engine = Engine::built_in().expect("the built-in pack loads");
    let wrong: Vec<_> = cases
        .iter()
        .map(|(text, expected)| (text, expected, read(&engine, text)))
        .filter(|(_, expected, got)| *expected != got)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
