//! Words and names in a form that the newsroom does not print, by themselves or behind Arabic prefixes («والأنترنت»).
//!
//! Forms are compared folded; where the wanted and the unwanted form differ only in what folding takes away («الأنترنت» and «الإنترنت», capitals),
//! they are told apart letter by letter.

use hashbrown::HashMap;
use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::{Check, Match, Repair, Text};
use crate::lang::arabic;
use crate::text::fold::{Folded, fold, is_ignorable};
use crate::text::span::Span;
use crate::text::split::split;

/// Finds forms that are not to be printed.
#[derive(Clone, Debug, Deserialize)]
#[serde(from = "Parameters")]
pub struct HouseWord {
    forms: Vec<Form>,
    /// Forms by their first word.
    index: HashMap<String, Vec<usize>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Parameters {
    words: Vec<Word>,
}

/// One word or name.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Word {
    /// The form to print.
    write: String,
    /// Forms that are not to be printed.
    not: Vec<String>,
}

/// One unwanted form.
#[derive(Clone, Debug)]
struct Form {
    /// Its words, folded.
    words: Vec<String>,
    /// Its letters, where folding does not tell it from the wanted form.
    letters: Option<String>,
    /// The wanted form, and its words, folded.
    write: String,
    wanted: Vec<String>,
}

impl From<Parameters> for HouseWord {
    fn from(parameters: Parameters) -> Self {
        let mut forms = Vec::new();
        let mut index: HashMap<String, Vec<usize>> = HashMap::new();
        for word in &parameters.words {
            let wanted = words(&word.write);
            for unwanted in &word.not {
                let form = Form {
                    words: words(unwanted),
                    letters: (fold(unwanted) == fold(&word.write)).then(|| letters(unwanted)),
                    write: word.write.clone(),
                    wanted: wanted.clone(),
                };
                if let Some(first) = form.words.first() {
                    index.entry(first.clone()).or_default().push(forms.len());
                    forms.push(form);
                }
            }
        }
        Self { forms, index }
    }
}

fn words(text: &str) -> Vec<String> {
    split(text).map(|(_, span)| fold(span.of(text))).collect()
}

/// The letters of a text, harakat and marks left out, with single spaces.
fn letters(text: &str) -> String {
    let kept: String = text.chars().filter(|c| !is_ignorable(*c)).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Check for HouseWord {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < article.tokens.list.len() {
            match self.hit(article, at) {
                Some((one, length)) => {
                    found.push(one);
                    at += length;
                }
                None => at += 1,
            }
        }
        found
    }
}

impl HouseWord {
    /// The longest unwanted form that starts at a token, and how many tokens it has.
    fn hit(&self, article: &Analysis<'_>, at: usize) -> Option<(Match, usize)> {
        let word = article.tokens.folded(at);
        let mut best: Option<(Match, usize)> = None;
        for stripped in arabic::strip_proclitics(word) {
            let rest = stripped.rest;
            let forms = self.index.get(rest).into_iter().flatten();
            for form in forms.filter_map(|form| self.forms.get(*form)) {
                let longer = best
                    .as_ref()
                    .is_none_or(|(_, most)| *most < form.words.len());
                if longer && let Some(span) = form.place(article, at, rest.len()) {
                    best = Some((form.tell(span), form.words.len()));
                }
            }
        }
        best
    }
}

impl Form {
    /// Where the form stands, its first word being the last `tail` folded bytes of a token.
    fn place(&self, article: &Analysis<'_>, at: usize, tail: usize) -> Option<Span> {
        let tokens = &article.tokens;
        let last = at + self.words.len() - 1;
        let same_block = tokens.list.get(at)?.block == tokens.list.get(last)?.block;
        let rest = self.words.iter().enumerate().skip(1);
        let same = rest
            .into_iter()
            .all(|(next, word)| tokens.folded(at + next) == word);
        if !same_block || !same || self.is_part_of_wanted(article, at) {
            return None;
        }
        let first = tokens.list.get(at)?.span;
        let folded = Folded::new(article.text(first), first.start as usize);
        let from = folded.text.len().checked_sub(tail)?;
        let start = folded.origin(from..folded.text.len())?.start;
        let end = tokens.list.get(last)?.span.end;
        let span = Span { start, end };
        let written = || letters(article.text(span));
        self.letters
            .as_ref()
            .is_none_or(|unwanted| *unwanted == written())
            .then_some(span)
    }

    /// Whether the wanted form, being longer, stands here itself.
    fn is_part_of_wanted(&self, article: &Analysis<'_>, at: usize) -> bool {
        let is_wanted = |start: usize| {
            let mut words = self.wanted.iter().enumerate();
            words.all(|(next, word)| {
                let token = article.tokens.folded(start + next);
                token == word
                    || next == 0
                        && arabic::strip_proclitics(token)
                            .iter()
                            .any(|one| one.rest == word)
            })
        };
        let longer = self.wanted.len() > self.words.len();
        longer && (0..self.wanted.len()).any(|back| at.checked_sub(back).is_some_and(is_wanted))
    }

    fn tell(&self, span: Span) -> Match {
        Match::at(span, 95)
            .quote("match", span)
            .value("write", Text::Plain(self.write.clone()))
            .repair(Repair {
                title: "write",
                safe: false,
                edits: vec![(span, self.write.clone())],
                values: Vec::new(),
            })
    }
}
