//! Any bytes as a draft of Word: as the archive itself, or as the XML of its body.

#![no_main]

#[path = "../../holds/mod.rs"]
mod holds;

use std::io::{Cursor, Write as _};
use std::sync::Arc;

use libfuzzer_sys::fuzz_target;
use tadqiq::document::{Syntax, read, word};
use tadqiq::lang::lexicon::Lexicon;
use tadqiq::text::source::Source;
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

const LIMIT: usize = 1 << 20;

fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else {
        return;
    };
    let archive = if *first == 0 { rest.to_vec() } else { packed(rest) };
    if let Ok((text, outline)) = word::extract(&archive, LIMIT) {
        let syntax = Syntax::Word(Arc::new(outline));
        let source = Source::new("any.docx", text);
        holds::document(&read(source, &syntax, None, &Lexicon::default()));
    }
});

/// An archive with this body.
fn packed(xml: &[u8]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    zip.start_file("word/document.xml", stored).expect("a part");
    zip.write_all(xml).expect("its text");
    zip.finish().expect("an archive").into_inner()
}
