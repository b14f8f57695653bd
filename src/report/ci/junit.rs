//! `--format junit`: test results, as build servers show them. An article is a suite, a finding a case of it.

use std::io::{self, Write};

use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use crate::diagnostic::{Diagnostic, Severity};
use crate::report::ci::from_root;
use crate::report::{ArticleReport, Format, Summary, printable};
use crate::text::source::Source;

/// All suites; they are written at the end, for their counts go first.
#[derive(Debug)]
pub struct Junit {
    /// Findings at or above it fail; the others are told in the output of a case that passed.
    failing: Option<Severity>,
    report: Report,
}

impl Junit {
    /// Results in which findings at or above a severity fail.
    pub fn new(failing: Option<Severity>) -> Self {
        Self {
            failing,
            report: Report::new(env!("CARGO_PKG_NAME")),
        }
    }

    fn case(&self, found: &Diagnostic, source: &Source) -> TestCase {
        let at = source.position(found.primary().start);
        let text = places(found, source);
        let fails = self
            .failing
            .is_some_and(|failing| found.severity >= failing);
        let mut status = TestCaseStatus::success();
        if fails {
            status = TestCaseStatus::non_success(NonSuccessKind::Failure);
            status
                .set_type(found.severity.name())
                .set_message(printable::line(&found.message))
                .set_description(text.as_str());
        }
        let name = format!("{} {}:{}", found.rule, at.line, at.column);
        let mut case = TestCase::new(name, status);
        case.set_classname(from_root(&source.path));
        if !fails {
            case.set_system_out(text);
        }
        case
    }
}

impl Format for Junit {
    fn article(&mut self, article: &ArticleReport, _: &mut dyn Write) -> io::Result<()> {
        let path = from_root(&article.source.path);
        let mut suite = TestSuite::new(path);
        for found in &article.diagnostics {
            suite.add_test_case(self.case(found, &article.source));
        }
        if article.diagnostics.is_empty() {
            // A suite without cases would not be shown.
            let mut case = TestCase::new(env!("CARGO_PKG_NAME"), TestCaseStatus::success());
            case.set_classname(path);
            suite.add_test_case(case);
        }
        self.report.add_test_suite(suite);
        Ok(())
    }

    fn end(&mut self, _: &Summary, out: &mut dyn Write) -> io::Result<()> {
        self.report.serialize(out).map_err(io::Error::other)
    }
}

/// The message, each place with its words, and what to do; a line each.
fn places(found: &Diagnostic, source: &Source) -> String {
    let mut lines = vec![format!(
        "{}: {}",
        found.severity,
        printable::line(&found.message)
    )];
    for label in &found.labels {
        let at = source.position(label.span.start);
        let (words, said) = (source.slice(label.span), &label.text);
        lines.push(format!(
            "{}:{}:{}: {} {}",
            from_root(&source.path),
            at.line,
            at.column,
            printable::line(words),
            printable::line(said)
        ));
    }
    if !found.help.is_empty() {
        lines.push(printable::line(&found.help));
    }
    lines.join("\n")
}
