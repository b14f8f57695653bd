//! tadqiq (تدقيق) checks a news article against itself before it is published.
//!
//! # Checks find, rules speak, reports show
//!
//! Four nouns hold the tool:
//!
//! - A [check] answers one question about an article: where does this pattern of facts hold? It returns [matches](check::Match), that is places,
//!   values and how sure it is. It has no prose and knows no rule.
//! - A [rule](rule::Rule) is a YAML file. It names a check with parameters and owns all that a person reads: how grave a finding is, what to say
//!   in Arabic and in English, why, and examples, which are its tests.
//! - A [diagnostic](diagnostic::Diagnostic) is a match in words, its places being bytes of the file on disk.
//! - A [report](report::ArticleReport) is what was found in one article; every format is a pure function of it.
//!
//! So an editor tunes a rule without Rust, and a rule that matches a phrase is listed, explained, tested and left out like one that adds figures up.
//!
//! # The way of an article
//!
//! ```text
//! bytes ─ document::read ─▶ Document ─ token::tokenize ─▶ Tokens ─ quantity::read ─▶ Quantities ─ claim::extract ─▶ Claims
//!                                                                                   together: Analysis, never changed again
//!       ─ Check::run ─▶ Matches ─ Rule::diagnose ─▶ Diagnostics ─ Engine: severity, order ─▶ ArticleReport ─ Format ─▶ text
//! ```
//!
//! 1. [`document`] cuts the file into blocks (headline, lead, paragraph, item, quotation, cell, caption) and makes the *reading text*: what a reader sees, without
//!    markup and with entities decoded. [`Document::to_source`](document::Document::to_source) leads back to the file.
//! 2. [`token`] cuts the blocks into words, digits and marks, looks each word up in the [lexicon](lang::lexicon::Lexicon) once, and joins them to sentences.
//! 3. [`quantity`] reads figures, one form a file, into exact values with a unit and a hedge.
//! 4. [`claim`] adds what a figure counts, when, and who said it.
//! 5. [`analysis`] holds all of that for the checks.
//! 6. [`engine::Engine`] holds rules and lexicon, loaded once; its `check` is the whole flow.
//!
//! Reading an article cannot fail: a stage skips what it cannot read. Only loading (files, YAML, flags) returns errors. No stage looks back, there is no
//! global state, and nothing is changed behind a shared reference but a [memory](token::memory) of words already looked up, which shows in nothing but time: articles are
//! checked in parallel, and the same input gives the same bytes.
//!
//! # Floors
//!
//! `text` < `diagnostic` < `yaml` < `lang` < `document` < `token` < `quantity` < `claim` < `analysis` < `check` < `rule` < `report` < `config` < `engine` < `cli` < `main`
//!
//! A module names only those below it, by the path of the module that defines a thing; `tests/floors.rs` proves it. What follows from it:
//!
//! - [`text`] knows places in strings and no language.
//! - [`lang`] knows words and no tokens: Arabic does not leak into the floors above. Its tables are data, read from `rules/lexicon`.
//! - [`quantity`] knows no sentence's meaning, [`claim`] no rule.
//! - [`check`] knows no [`rule`] and no [`report`]: it has no ids and no prose.
//! - [`report`] knows places and words; it does not know what a check or a figure is.
//! - [`config`] knows what a newsroom may set, [`engine`] what follows from it; neither looks for the file.
//! - Only [`cli`] knows a terminal, a flag or an exit code; only [`yaml`] knows a YAML crate.
//!
//! # How grave, and how sure
//!
//! The rule says how grave a certain finding is, the check how [sure](diagnostic::Confidence) it is of this one. One [ladder](rule::ladder::Ladder) for all rules
//! lowers the severity of a finding that is less sure, and silences one that is hardly sure.
//!
//! # Kept promises
//!
//! - Figures are exact fractions; floats are forbidden, and so are std's hash tables, whose order is random.
//! - A place that leaves the program is a byte range of the file, on character boundaries, and a label's quote is exactly those bytes.
//! - The machine's clock is never read: “yesterday” is measured from the article's date, or the one that the caller gives.
//! - What an article or a rule holds never becomes a command of a terminal or an element of a page.
//! - Any bytes are an article; none makes the program panic.

pub mod analysis;
pub mod check;
pub mod claim;
pub mod cli;
pub mod config;
pub mod diagnostic;
pub mod document;
pub mod engine;
pub mod lang;
pub mod quantity;
pub mod report;
pub mod rule;
pub mod text;
pub mod token;
pub mod yaml;
