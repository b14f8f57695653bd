//! What `claims --explain` calls outcomes, slots, blockers and features, in both languages.

use crate::lang::Language;

/// Name, Arabic and English a line, with tabs between.
const WORDS: &str = include_str!("words.tsv");

/// What a name is called in a language; the name itself where the table lacks it (a class, a unit, a rule).
pub fn word(name: &str, language: Language) -> &str {
    let rest = |line: &'static str| line.strip_prefix(name)?.strip_prefix('\t');
    let words = WORDS.lines().find_map(rest);
    match (words.and_then(|words| words.split_once('\t')), language) {
        (Some((arabic, _)), Language::Arabic) => arabic,
        (Some((_, english)), Language::English) => english,
        (None, _) => name,
    }
}
