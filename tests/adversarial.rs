//! Texts that have hurt other programs: each is read to its end, whatever it repeats, nests or never closes.
//!
//! A cost that grew with the square of the length would show here as a test that does not end; `.ci/ratios` measures it.

use tadqiq::document::Syntax;
use tadqiq::engine::{Engine, Options};
use tadqiq::text::source::Source;

/// Bytes of each text.
const BYTES: usize = 100_000;

fn repeated(piece: &str) -> String {
    piece.repeat(BYTES / piece.len())
}

fn nested(open: &str, inside: &str, close: &str) -> String {
    let depth = BYTES / (open.len() + close.len());
    [&open.repeat(depth), inside, &close.repeat(depth)].concat()
}

fn numbered(piece: &str) -> String {
    let numbers: Vec<_> = (0..BYTES / 16).map(|at| (at % 977).to_string()).collect();
    numbers.join(piece)
}

/// Quotations and lists inside each other, deeper with every line.
fn indented() -> String {
    let line = |at: usize| ["> ".repeat(at % 200), "- ".repeat(at % 40)].concat();
    let lines: Vec<_> = (0..BYTES / 250).map(line).collect();
    lines.join("سطر 12\n")
}

#[test]
fn no_text_takes_long() {
    let engine = Engine::built_in().expect("the built-in pack loads");
    let texts = [
        repeated("7"),
        repeated("."),
        repeated("a1"),
        repeated("1/"),
        repeated("\u{202E}12"),
        repeated("و"),
        repeated("من "),
        repeated("and "),
        repeated("ألف "),
        repeated("يناير "),
        repeated("قال "),
        repeated("5% من "),
        repeated("twenty one thousand "),
        repeated("وصلت القافلة وفيها 12 شاحنة محملة بالقمح.\n\n"),
        numbered(", "),
        numbered(" شخصا، "),
        nested("([", "نص", "])"),
        nested("«", "نص", "»"),
        indented(),
    ];
    for text in texts {
        for (name, syntax) in [("a.txt", Syntax::Plain), ("a.md", Syntax::Markdown)] {
            let source = Source::new(name, text.as_str());
            let report = engine.check(source, &syntax, &Options::default());
            assert_eq!(report.source.text.len(), text.len());
        }
    }
}
