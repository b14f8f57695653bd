//! Any bytes, opened as a file of any name in any encoding: an article, or a cause.

#![no_main]

use libfuzzer_sys::fuzz_target;
use tadqiq::document::charset::Charset;
use tadqiq::document::decode::decode;
use tadqiq::document::open::open;
use tadqiq::text::span::Span;

const LIMIT: usize = 1 << 20;

fuzz_target!(|bytes: &[u8]| {
    match decode(bytes.to_vec()) {
        Ok(text) => assert_eq!(text.as_bytes(), bytes),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
    for name in ["utf-8", "utf-16le", "utf-16be", "windows-1256", "iso-8859-6"] {
        let charset = Charset::named(name);
        assert!(charset.is_some());
        let Ok((source, _)) = open("any", bytes.to_vec(), charset, LIMIT) else {
            continue;
        };
        let all = source.on_disk(Span::new(0, source.text.len()));
        if source.form != tadqiq::text::source::Form::Extracted {
            assert_eq!(all.range(), 0..bytes.len(), "{name}");
        }
        for (at, c) in source.text.char_indices().take(64) {
            let place = source.on_disk(Span::new(at, at + c.len_utf8()));
            assert!(!place.is_empty() && place.end as usize <= bytes.len());
        }
    }
});
