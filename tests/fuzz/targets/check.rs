//! Any text through the whole check, with every built-in rule: the first byte says how it is read.

#![no_main]

#[path = "../../holds/mod.rs"]
mod holds;

use libfuzzer_sys::fuzz_target;
use tadqiq::document::Syntax;
use tadqiq::engine::{Engine, Options};
use tadqiq::text::source::Source;

thread_local!(static ENGINE: Engine = Engine::built_in().expect("the built-in pack loads"));

fuzz_target!(|bytes: &[u8]| {
    let Some((first, text)) = bytes.split_first() else {
        return;
    };
    let Ok(text) = std::str::from_utf8(text) else {
        return;
    };
    let syntax = match first % 3 {
        0 => Syntax::Plain,
        1 => Syntax::Markdown,
        _ => Syntax::Html,
    };
    ENGINE.with(|engine| {
        let source = || Source::new("any", text);
        let options = Options::default();
        holds::document(&engine.read(source(), &syntax, None));
        let report = engine.check(source(), &syntax, &options);
        holds::report(&report);
        let again = engine.check(source(), &syntax, &options);
        assert_eq!(report.diagnostics, again.diagnostics);
        engine.claims(source(), &syntax, &options);
    });
});
