//! What could not be done, told on standard error.

use std::io::Write as _;

use crate::cli::output;
use crate::diagnostic::{Confidence, Diagnostic, Label, Role, RuleId, Severity};
use crate::lang::Language;
use crate::report::{printable, terminal};
use crate::text::source::{Position, Source};
use crate::text::span::Span;
use crate::yaml::YamlError;

/// Counts what was told, so that a run that could not do all it was asked ends with 2.
#[derive(Debug, Default)]
pub(super) struct Trouble {
    told: usize,
}

impl Trouble {
    /// Tells one cause. Nothing is left to do where standard error itself is closed.
    pub(super) fn tell(&mut self, message: &str) {
        self.told += 1;
        note(message);
    }

    /// Tells what is wrong in a YAML file, with the place in it; `what` names the kind of file.
    pub(super) fn tell_yaml(&mut self, what: &str, file: &str, text: &str, error: &YamlError) {
        self.told += 1;
        let source = Source::new(file, text);
        let label = Label {
            span: place(&source, error),
            role: Role::Primary,
            text: "here".to_owned(),
        };
        let diagnostic = Diagnostic {
            rule: RuleId::from(what),
            severity: Severity::Error,
            confidence: Confidence::new(100),
            message: shortened(&error.message),
            help: String::new(),
            labels: vec![label],
            fixes: Vec::new(),
        };
        let look = output::error_look();
        let mut out = std::io::stderr().lock();
        // Nothing is left to do where standard error itself is closed.
        let _ = terminal::finding(&diagnostic, &source, Language::English, look, &mut out);
    }

    /// Whether anything could not be done.
    pub(super) fn any(&self) -> bool {
        self.told > 0
    }
}

/// Says something on standard error that is no failure.
pub(super) fn note(message: &str) {
    let _ = writeln!(
        std::io::stderr().lock(),
        "tadqiq: {}",
        printable::line(message)
    );
}

/// The word that a YAML error points at; the `id` where the error is about the file as a whole.
fn place(source: &Source, error: &YamlError) -> Span {
    let start = match error.place {
        Some((line, column)) => source.offset(Position {
            line: line as u32,
            column: column as u32,
        }) as usize,
        None if source.text.starts_with("id:") => 0,
        None => source.text.find("\nid:").map_or(0, |at| at + 1),
    };
    let rest = source.text.get(start..).unwrap_or_default();
    let length = match error.place {
        Some(_) => rest.find(char::is_whitespace),
        None => rest.find('\n'),
    };
    let length = length.unwrap_or(rest.len()).min(end(rest, LONGEST_PLACE));
    Span::new(start, start + length)
}

/// How many characters of a file an error points at: a file may be one endless word.
const LONGEST_PLACE: usize = 60;

/// How many characters of a message are shown: a pattern that is wrong is quoted in it, whatever its length.
const LONGEST_MESSAGE: usize = 600;

/// Where so many characters of a text end.
fn end(text: &str, characters: usize) -> usize {
    let past = text.char_indices().nth(characters);
    past.map_or(text.len(), |(at, _)| at)
}

fn shortened(message: &str) -> String {
    let end = end(message, LONGEST_MESSAGE);
    let mut shown = message.get(..end).unwrap_or_default().to_owned();
    if end < message.len() {
        shown.push('…');
    }
    shown
}
