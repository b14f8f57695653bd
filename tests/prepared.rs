//! What the build prepares is what the YAML says.

mod files;

use std::fs;

use tadqiq::engine::Engine;
use tadqiq::lang::lexicon::Lexicon;
use tadqiq::rule::pack::Pack;

use files::{below, files, root};

/// Path below `rules/` and text of every YAML file, sorted by path.
fn yaml() -> Vec<(String, String)> {
    let rules = root().join("rules");
    let read = |path: std::path::PathBuf| {
        let text = fs::read_to_string(&path).expect("a rule or table is text");
        (below(&path, &rules), text)
    };
    let mut found: Vec<_> = files(&rules, ".yaml").into_iter().map(read).collect();
    found.sort();
    found
}

#[test]
fn the_lexicon_is_that_of_the_yaml() {
    let files = yaml();
    let files = files
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()));
    let read = Lexicon::load(files).expect("the lexicon loads");
    let prepared = Engine::built_in().expect("the built-in pack loads").lexicon;
    assert!(
        read.store() == prepared.store(),
        "the prepared lexicon is another than the one in rules/lexicon"
    );
}

#[test]
fn the_rules_are_those_of_the_yaml() {
    let mut read = Pack::default();
    for (name, text) in yaml() {
        let group = name.split('/').next().unwrap_or_default();
        if group != "lexicon" {
            read.add(&name, group, &text).expect("the rule loads");
        }
    }
    let prepared = Engine::built_in().expect("the built-in pack loads").pack;
    let told = |pack: &Pack| -> Vec<_> { pack.rules().map(|rule| format!("{rule:#?}")).collect() };
    assert_eq!(told(&read), told(&prepared));
}
