//! Any text, read as Markdown.

#![no_main]

#[path = "../../holds/mod.rs"]
mod holds;

use libfuzzer_sys::fuzz_target;
use tadqiq::document::{Syntax, read};
use tadqiq::lang::lexicon::Lexicon;
use tadqiq::text::source::Source;

fuzz_target!(|text: &str| {
    let source = Source::new("any", text);
    holds::document(&read(source, &Syntax::Markdown, None, &Lexicon::default()));
});
