//! Every example of every rule is a test of its own: `cargo test --test rules weekday` runs those of one rule.

use libtest_mimic::{Arguments, Trial};
use tadqiq::engine::Engine;

fn main() {
    let engine = Engine::built_in().expect("the built-in pack loads");
    let outcomes = engine
        .pack
        .rules()
        .flat_map(|rule| rule.test(&engine.lexicon));
    let trials = outcomes.map(|outcome| {
        Trial::test(outcome.name, move || {
            outcome
                .failure
                .map_or(Ok(()), |failure| Err(failure.into()))
        })
    });
    libtest_mimic::run(&Arguments::from_args(), trials.collect()).exit();
}
