//! How long each stage takes, and whether the cost of an article grows with its length alone: `cargo bench --bench stages`.

mod varied;

use std::hint::black_box;

use divan::counter::BytesCount;
use divan::{Bencher, bench};
use tadqiq::analysis::Analysis;
use tadqiq::document::{Document, Syntax};
use tadqiq::engine::{Engine, Options};
use tadqiq::quantity::{self, Reader};
use tadqiq::text::source::Source;
use tadqiq::token;
use varied::{Tongue, article};

fn main() {
    divan::main();
}

/// Bytes of an article of usual length.
const USUAL: usize = 7_000;

fn engine() -> Engine {
    Engine::built_in().expect("the built-in pack loads")
}

fn source(text: &str) -> Source {
    Source::new("article.txt", text)
}

fn document(engine: &Engine, text: &str) -> Document {
    engine.read(source(text), &Syntax::Plain, None)
}

#[bench]
fn start(bencher: Bencher<'_, '_>) {
    bencher.bench(engine);
}

#[bench(args = [Tongue::Arabic, Tongue::English])]
fn read(bencher: Bencher<'_, '_>, tongue: Tongue) {
    let (engine, text) = (engine(), article(tongue, 1, USUAL));
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| document(&engine, black_box(&text)));
}

#[bench(args = [Tongue::Arabic, Tongue::English])]
fn tokens(bencher: Bencher<'_, '_>, tongue: Tongue) {
    let (engine, text) = (engine(), article(tongue, 1, USUAL));
    let document = document(&engine, &text);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| token::tokenize(black_box(&document), &engine.lexicon));
}

#[bench(args = [Tongue::Arabic, Tongue::English])]
fn quantities(bencher: Bencher<'_, '_>, tongue: Tongue) {
    let (engine, text) = (engine(), article(tongue, 1, USUAL));
    let document = document(&engine, &text);
    let tokens = token::tokenize(&document, &engine.lexicon);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| quantity::read(Reader::new(black_box(&tokens), &engine.lexicon)));
}

#[bench(args = [Tongue::Arabic, Tongue::English])]
fn analysis(bencher: Bencher<'_, '_>, tongue: Tongue) {
    let (engine, text) = (engine(), article(tongue, 1, USUAL));
    let document = document(&engine, &text);
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        Analysis::new(black_box(&document), &engine.lexicon, None)
            .claims
            .len()
    });
}

/// All rules on articles of one language and ever greater length: the rate must not fall.
fn check(bencher: Bencher<'_, '_>, tongue: Tongue, bytes: usize) {
    let (engine, text) = (engine(), article(tongue, 1, bytes));
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        engine.check(
            source(black_box(&text)),
            &Syntax::Plain,
            &Options::default(),
        )
    });
}

#[bench(args = [7_000, 10_000, 100_000, 1_000_000, 7_000_000], sample_count = 10)]
fn check_arabic(bencher: Bencher<'_, '_>, bytes: usize) {
    check(bencher, Tongue::Arabic, bytes);
}

#[bench(args = [7_000, 10_000, 100_000, 1_000_000, 7_000_000], sample_count = 10)]
fn check_english(bencher: Bencher<'_, '_>, bytes: usize) {
    check(bencher, Tongue::English, bytes);
}

/// Many articles, one after the other, as one thread takes them.
#[bench(args = [100, 1_000, 10_000], sample_count = 3)]
fn check_many(bencher: Bencher<'_, '_>, count: u64) {
    let engine = engine();
    let texts: Vec<_> = (0..count)
        .map(|number| article(Tongue::Arabic, number, USUAL))
        .collect();
    let bytes: usize = texts.iter().map(String::len).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        let check = |text: &String| engine.check(source(text), &Syntax::Plain, &Options::default());
        texts
            .iter()
            .map(|text| check(text).diagnostics.len())
            .sum::<usize>()
    });
}
