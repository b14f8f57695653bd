//! [`Baseline`]: findings that a newsroom has accepted for now, so that only new ones are told.
//!
//! A finding is known by its article, its rule and the words that it marks, never by its place: it stays known when lines move. Where an
//! article has several that are equal, the line around each tells which of them is new. Where an article is gone, its findings are known in
//! any other one, on a line as it was: a file may be renamed. Each article is judged by itself, so that their order does not matter.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Diagnostic, fingerprint};
use crate::report::ArticleReport;
use crate::text::source::Source;

/// The name and version of the file's form.
const SCHEMA: &str = "tadqiq.baseline/1";

/// A finding that is known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Known {
    /// The rule.
    rule: String,
    /// The words that it marks, hashed.
    words: String,
    /// The line around it, hashed.
    near: String,
    /// What it marks first, for people.
    quote: String,
}

impl Known {
    fn of(found: &Diagnostic, source: &Source) -> Self {
        let quote = source.slice(found.primary()).split_whitespace();
        let quote = quote.collect::<Vec<_>>().join(" ");
        Self {
            rule: found.rule.as_str().to_owned(),
            words: format!("{:016x}", fingerprint::words("", found, source)),
            near: format!("{:016x}", fingerprint::surroundings(found, source)),
            quote: quote.chars().take(QUOTED).collect(),
        }
    }
}

/// Characters of a quotation that are kept.
const QUOTED: usize = 80;

/// Known findings by article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    articles: BTreeMap<String, Vec<Known>>,
    /// How often each finding stood in articles that are gone.
    moved: BTreeMap<Known, usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    schema: String,
    articles: BTreeMap<String, Vec<Known>>,
}

impl Baseline {
    /// Reads a file; the error says what is wrong in it.
    pub fn parse(text: &str) -> Result<Self, String> {
        let file: File = serde_json::from_str(text).map_err(|error| error.to_string())?;
        if file.schema == SCHEMA {
            Ok(Self {
                articles: file.articles,
                moved: BTreeMap::new(),
            })
        } else {
            Err(format!(
                "its schema is `{}`: expected `{SCHEMA}`",
                file.schema
            ))
        }
    }

    /// Lets findings of articles for which `is_there` does not hold be known elsewhere.
    pub fn release(&mut self, is_there: impl Fn(&str) -> bool) {
        let gone = self.articles.iter().filter(|(path, _)| !is_there(path));
        for known in gone.flat_map(|(_, known)| known) {
            *self.moved.entry(known.clone()).or_default() += 1;
        }
    }

    /// The file's text: a line a finding, so that two branches merge.
    pub fn write(&self) -> serde_json::Result<String> {
        let mut out = format!("{{\n\"schema\": \"{SCHEMA}\",\n\"articles\": {{");
        let mut comma = "";
        for (path, findings) in &self.articles {
            let path = serde_json::to_string(path)?;
            let _ = write!(out, "{comma}\n{path}: [");
            comma = ",";
            for (at, known) in findings.iter().enumerate() {
                let before = if at == 0 { "" } else { "," };
                let _ = write!(out, "{before}\n{}", serde_json::to_string(known)?);
            }
            out.push_str("\n]");
        }
        out.push_str("\n}\n}\n");
        Ok(out)
    }

    /// Takes the known findings out of an article's report, and counts them there.
    pub fn absorb(&self, path: &str, article: &mut ArticleReport) {
        let mut known = self.matched(path, article).into_iter();
        let before = article.diagnostics.len();
        article
            .diagnostics
            .retain(|_| known.next().flatten().is_none());
        article.suppressed += before - article.diagnostics.len();
    }

    /// Makes all findings of an article the known ones.
    pub fn accept(&mut self, path: &str, article: &ArticleReport) {
        let found = article.diagnostics.iter();
        let known = found.map(|one| Known::of(one, &article.source)).collect();
        self.set(path, known);
    }

    /// Forgets what an article no longer has.
    pub fn prune(&mut self, path: &str, article: &ArticleReport) {
        let still = self.matched(path, article).into_iter().flatten();
        self.set(path, still.collect());
    }

    /// Forgets the articles for which `keep` does not hold.
    pub fn retain(&mut self, keep: impl Fn(&str) -> bool) {
        self.articles.retain(|path, _| keep(path));
    }

    /// How many findings are known.
    pub fn len(&self) -> usize {
        self.articles.values().map(Vec::len).sum()
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.articles.is_empty()
    }

    fn set(&mut self, path: &str, mut known: Vec<Known>) {
        known.sort();
        if known.is_empty() {
            self.articles.remove(path);
        } else {
            self.articles.insert(path.to_owned(), known);
        }
    }

    /// For each finding of an article the entry that knows it: one of its own, else one of an article that is gone.
    fn matched(&self, path: &str, article: &ArticleReport) -> Vec<Option<Known>> {
        let found = article.diagnostics.iter();
        let found: Vec<_> = found.map(|one| Known::of(one, &article.source)).collect();
        let known = self.articles.get(path).map_or(&[][..], Vec::as_slice);
        let own = own(known, &found).into_iter();
        let mut taken: BTreeMap<&Known, usize> = BTreeMap::new();
        let entries = own.zip(&found).map(|(own, one)| {
            if let Some(at) = own {
                return known.get(at).cloned();
            }
            let times = self.moved.get(one).copied().unwrap_or(0);
            let taken = taken.entry(one).or_default();
            *taken += 1;
            (*taken <= times).then(|| one.clone())
        });
        entries.collect()
    }
}

/// For each finding the entry of its article that knows it. Those whose line is as it was come first; what is left of equal entries stands
/// for findings whose line was edited.
fn own(known: &[Known], found: &[Known]) -> Vec<Option<usize>> {
    let mut matched = vec![None; found.len()];
    let mut free = vec![true; known.len()];
    for exact in [true, false] {
        let mut open: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (at, one) in known.iter().enumerate().rev() {
            if free.get(at) == Some(&true) {
                open.entry(key(one, exact)).or_default().push(at);
            }
        }
        for (one, slot) in found.iter().zip(&mut matched) {
            let entry = open.get_mut(&key(one, exact)).filter(|_| slot.is_none());
            if let Some(at) = entry.and_then(Vec::pop) {
                *slot = Some(at);
                if let Some(free) = free.get_mut(at) {
                    *free = false;
                }
            }
        }
    }
    matched
}

fn key(known: &Known, exact: bool) -> (&str, &str, &str) {
    let near = if exact { known.near.as_str() } else { "" };
    (&known.rule, &known.words, near)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Confidence, Label, Role, RuleId, Severity};
    use crate::lang::Language;
    use crate::text::span::Span;

    /// A report that marks every «من من» of a text.
    fn report(text: &str) -> ArticleReport {
        let found = text.match_indices("من من").map(|(at, words)| Diagnostic {
            rule: RuleId::from("repeated-word"),
            severity: Severity::Error,
            confidence: Confidence::new(90),
            message: String::new(),
            help: String::new(),
            labels: vec![Label {
                span: Span::new(at, at + words.len()),
                role: Role::Primary,
                text: String::new(),
            }],
            fixes: Vec::new(),
        });
        ArticleReport {
            diagnostics: found.collect(),
            source: Source::new("a.txt", text),
            language: Language::Arabic,
            date: None,
            suppressed: 0,
            accepted: Vec::new(),
            reading: crate::document::reading::Reading::default(),
        }
    }

    fn new_lines(baseline: &Baseline, text: &str) -> Vec<u32> {
        let mut article = report(text);
        baseline.absorb("a.txt", &mut article);
        let found = article.diagnostics.iter();
        let lines = found.map(|one| article.source.position(one.primary().start).line);
        lines.collect()
    }

    #[test]
    fn known_findings_stay_known_when_lines_move_and_a_new_one_is_told() {
        let mut baseline = Baseline::default();
        baseline.accept("a.txt", &report("عاد من من سفره\nخرج من من بيته\n"));
        let baseline = Baseline::parse(&baseline.write().unwrap()).unwrap();
        assert_eq!(baseline.len(), 2);
        let moved = "خرج من من بيته\n\nسطر جديد\nعاد من من سفره\n";
        assert!(new_lines(&baseline, moved).is_empty());
        let more = "فر من من سجنه\nعاد من من سفره\nخرج من من بيته\n";
        assert_eq!(new_lines(&baseline, more), [1]);
        let edited = "عاد من من سفره أمس\nخرج من من بيته\n";
        assert!(new_lines(&baseline, edited).is_empty());
    }

    #[test]
    fn what_is_gone_is_pruned() {
        let mut baseline = Baseline::default();
        baseline.accept("a.txt", &report("عاد من من سفره\nخرج من من بيته\n"));
        baseline.prune("a.txt", &report("خرج من من بيته\n"));
        assert_eq!(baseline.len(), 1);
        assert_eq!(new_lines(&baseline, "عاد من من سفره\n"), Vec::<u32>::new());
        baseline.prune("a.txt", &report(""));
        assert!(baseline.is_empty());
    }

    #[test]
    fn an_article_of_another_name_is_known_once_the_old_one_is_gone() {
        let mut baseline = Baseline::default();
        baseline.accept("old.txt", &report("عاد من من سفره\nخرج من من بيته\n"));
        let more = "خرج من من بيته\nعاد من من سفره\nفر من من سجنه\nعاد من من سفره\n";
        assert_eq!(new_lines(&baseline, more), [1, 2, 3, 4]);
        baseline.release(|path| path != "old.txt");
        assert_eq!(new_lines(&baseline, more), [3, 4]);
        baseline.prune("a.txt", &report(more));
        baseline.retain(|path| path != "old.txt");
        let baseline = Baseline::parse(&baseline.write().unwrap()).unwrap();
        assert_eq!(new_lines(&baseline, more), [3, 4]);
    }

    #[test]
    fn other_files_are_refused() {
        assert!(Baseline::parse("{\"schema\":\"x\",\"articles\":{}}").is_err());
        assert!(Baseline::parse("[]").is_err());
    }
}
