//! Where sentences end: each text with its sentences, a bar between them.

mod cases;

use tadqiq::document::Syntax;
use tadqiq::engine::Engine;
use tadqiq::text::source::Source;
use tadqiq::token::tokenize;

fn read(engine: &Engine, text: &str) -> String {
    let document = engine.read(Source::new("sentences.txt", text), &Syntax::Plain, None);
    let tokens = tokenize(&document, &engine.lexicon);
    let sentences = tokens.sentences.iter();
    let words = sentences.map(|sentence| document.slice(tokens.span(&sentence.tokens)));
    words.collect::<Vec<_>>().join(" | ")
}

fn check(texts: &[&str]) {
    let plain: Vec<_> = texts.iter().map(|text| text.replace(" | ", " ")).collect();
    let cases: Vec<_> = plain
        .iter()
        .map(String::as_str)
        .zip(texts.iter().copied())
        .collect();
    cases::check(read, &cases);
}

#[test]
fn abbreviations_before_names() {
    check(&[
        "He met U.S. President Adam Calder.",
        "Sen. Ruth Calder spoke.",
        "Mr. No came late.",
        "The report names J. A. Calder and Rev. Stone.",
        "Gen. The was a nickname.",
    ]);
}

#[test]
fn abbreviations_that_end_a_sentence() {
    check(&[
        "They live in the U.S. | The talks go on.",
        "She works for Calder Inc. | It makes pumps.",
        "He came in Nov. | He left soon.",
        "The train left at 9 a.m. | There was no other.",
        "The share rose to 548p. | Its rival fell.",
    ]);
}

#[test]
fn abbreviations_inside_a_sentence() {
    check(&[
        "Workers of Salem, Ore. were told first.",
        "The road to Reno, Nev. is closed.",
    ]);
}

#[test]
fn arabic_sentences() {
    check(&[
        "وصل د. سامي مساء. | ثم غادر.",
        "صدر القرار عام 1437هـ. | ونشر بعد شهر.",
        "انتهى الاجتماع. | ولم يصدر بيان.",
    ]);
}
