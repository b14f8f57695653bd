//! Any text, loaded as a rule file.

#![no_main]

use libfuzzer_sys::fuzz_target;
use tadqiq::rule::pack::Pack;

fuzz_target!(|text: &str| {
    if let Err(error) = Pack::default().add("any.yaml", "house", text) {
        assert!(!error.error.message.is_empty());
    }
});
