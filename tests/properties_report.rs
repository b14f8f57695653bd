//! Any text, any places, any width: a report never panics, never runs out of its width and never lets an article command the terminal.

mod rendered;

use crate::rendered::rendered;
use proptest::collection::vec;
use proptest::prelude::*;
use tadqiq::diagnostic::{Confidence, Diagnostic, Edit, Fix, Label, Role, RuleId, Severity};
use tadqiq::document::plain;
use tadqiq::lang::Language;
use tadqiq::report::bidi::Bidi;
use tadqiq::report::html::Html;
use tadqiq::report::look::Look;
use tadqiq::report::printable::columns;
use tadqiq::report::terminal::Terminal;
use tadqiq::report::{ArticleReport, json, short};
use tadqiq::text::source::Source;
use tadqiq::text::span::Span;

/// Pieces that texts are made of: what articles hold, and what they should not.
const PIECES: &[&str] = &[
    "قُتِلَ",
    "شُحْنَةٍ",
    "لا إله",
    "٢١٠٠",
    "2100",
    "أكثر من ",
    "الحكومة",
    "ﻻ",
    "word ",
    "mixed كلمة ",
    "😀",
    "👩\u{200D}👩\u{200D}👧",
    "漢字",
    " ",
    "  ",
    "\t",
    "\n",
    "\r\n",
    "\r",
    "\u{1b}[31m",
    "\u{1b}]0;x\u{7}",
    "\0",
    "\u{9b}1m",
    "\u{85}",
    "\u{2028}",
    "\u{2029}",
    "\u{b}",
    "\u{c}",
    "\u{202E}",
    "\u{202B}",
    "\u{202C}",
    "\u{2066}",
    "\u{2069}",
    "\u{200F}",
    "\u{200C}",
    "\u{200B}",
    "\u{FEFF}",
    "\u{64E}",
    "\u{301}",
    "│",
    "╭─[",
    "[",
    "]",
    "…",
    "23 │ ",
    "،",
    ".",
    "«",
    "»",
    "<script>",
    "</script></style>",
    "<img src=x onerror=y>",
    "&lt;",
    "\"'>",
    "{{ x }}",
    "{% raw %}",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
];

fn text(most: usize) -> impl Strategy<Value = String> {
    vec(
        prop_oneof![9 => prop::sample::select(PIECES).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)],
        0..most,
    )
    .prop_map(|pieces| pieces.concat())
}

fn label() -> impl Strategy<Value = Label> {
    (0_usize..900, 0_usize..120, any::<bool>(), text(6)).prop_map(
        |(start, length, primary, text)| Label {
            span: Span::new(start, start + length),
            role: if primary {
                Role::Primary
            } else {
                Role::Related
            },
            text,
        },
    )
}

fn diagnostic() -> impl Strategy<Value = Diagnostic> {
    let severity = prop::sample::select(&[Severity::Info, Severity::Warning, Severity::Error]);
    (severity, text(12), text(6), vec(label(), 0..14), text(4)).prop_map(
        |(severity, message, help, labels, title)| Diagnostic {
            rule: RuleId::from("some-rule"),
            severity,
            confidence: Confidence::new(90),
            message,
            help,
            labels,
            fixes: vec![Fix {
                title,
                safe: true,
                edits: vec![Edit {
                    span: Span::new(0, 1),
                    replacement: String::new(),
                }],
            }],
        },
    )
}

fn article() -> impl Strategy<Value = ArticleReport> {
    let language = prop::sample::select(&[Language::Arabic, Language::English]);
    (text(120), vec(diagnostic(), 0..3), language).prop_map(|(text, diagnostics, language)| {
        let (source, reading) = plain::read(Source::new("desk/مقال.txt", text)).into_parts();
        ArticleReport {
            source,
            reading,
            language,
            date: None,
            diagnostics,
            suppressed: 0,
            accepted: Vec::new(),
        }
    })
}

fn look() -> impl Strategy<Value = Look> {
    let ui = prop::sample::select(&[None, Some(Language::Arabic), Some(Language::English)]);
    let bidi = prop::sample::select(&[Bidi::Terminal, Bidi::Visual, Bidi::Words]);
    (any::<bool>(), 0_usize..180, ui, bidi).prop_map(|(color, width, ui, bidi)| Look {
        color,
        width,
        ui,
        bidi,
    })
}

/// The report without the escapes that the tool itself writes; panics at any other.
fn without_escapes(report: &str) -> String {
    let mut parts = report.split('\u{1b}');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, text) = part
            .split_once('m')
            .expect("an escape of the tool ends in m");
        let code = code
            .strip_prefix('[')
            .expect("an escape of the tool opens with [");
        assert!(
            code.bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b';'),
            "{code:?}"
        );
        plain.push_str(text);
    }
    plain
}

/// No control character, no steering mark; embeddings are closed where they open.
fn assert_tame(report: &str) {
    for line in report.split('\n') {
        let mut open = false;
        for c in line.chars() {
            match c {
                '\u{202B}' => assert!(!std::mem::replace(&mut open, true), "{line:?}"),
                '\u{202C}' => assert!(std::mem::replace(&mut open, false), "{line:?}"),
                _ => assert!(
                    !c.is_control()
                        && !matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2028}' | '\u{2029}' | '\u{2066}'..='\u{2069}'),
                    "{line:?}"
                ),
            }
        }
        assert!(!open, "{line:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]


    #[test]
    fn a_terminal_report_is_tame_and_fits(article in article(), look in look()) {
        let report = without_escapes(&rendered(Terminal::new(look), std::slice::from_ref(&article)));
        assert_tame(&report);
        let width = look.width.max(40);
        for line in report.lines().filter(|line| !line.contains("╭─[ ")) {
            prop_assert!(columns(line) <= width, "{} columns of {width}: {line:?}", columns(line));
        }
    }

    #[test]
    fn without_colour_there_is_no_escape(article in article(), look in look()) {
        let look = Look { color: false, ..look };
        let escape = rendered(Terminal::new(look), std::slice::from_ref(&article)).contains('\u{1b}');
        prop_assert!(!escape);
    }

    #[test]
    fn a_short_report_has_a_line_a_finding(article in article()) {
        let report = rendered(short::Short, std::slice::from_ref(&article));
        prop_assert_eq!(report.lines().count(), article.diagnostics.len());
        for line in report.lines() {
            prop_assert!(!line.chars().any(char::is_control));
        }
    }

    #[test]
    fn a_page_holds_nothing_but_its_own_elements(article in article()) {
        let page = rendered(Html::new(Vec::new(), None), std::slice::from_ref(&article));
        for (element, count) in [("<script", 1), ("<style", 1), ("<img", 0), ("</html>", 1)] {
            prop_assert_eq!(page.matches(element).count(), count, "{}", element);
        }
        let steering = |c: char| c.is_control() && c != '\n' || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        prop_assert!(!page.contains(steering));
    }

    #[test]
    fn json_is_valid_and_quotes_the_bytes(article in article()) {
        let report = rendered(json::Json::default(), std::slice::from_ref(&article));
        let read: serde_json::Value = serde_json::from_str(&report).expect("valid JSON");
        let found = read["articles"][0]["diagnostics"].as_array().expect("findings");
        for label in found.iter().flat_map(|one| one["labels"].as_array().expect("labels")) {
            let at = |key: &str| usize::try_from(label[key].as_u64().expect("an offset")).expect("small");
            let bytes = article.source.text.get(at("start")..at("end")).unwrap_or_default();
            prop_assert_eq!(label["quote"].as_str().expect("a quote"), bytes);
        }
        let lines = rendered(json::Jsonl, std::slice::from_ref(&article));
        let line: serde_json::Value = serde_json::from_str(&lines).expect("valid JSON");
        prop_assert_eq!(&line, &read["articles"][0]);
    }
}
