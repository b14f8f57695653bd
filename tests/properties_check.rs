//! Whatever the text, a check ends, says the same twice, and every place that it names is bytes of the file.

mod holds;

use proptest::prelude::*;
use tadqiq::document::Syntax;
use tadqiq::engine::{Engine, Options};
use tadqiq::report::ArticleReport;
use tadqiq::text::source::Source;

thread_local!(static ENGINE: Engine = Engine::built_in().expect("the built-in pack loads"));

fn check(text: &str, syntax: &Syntax, options: &Options) -> ArticleReport {
    ENGINE.with(|engine| engine.check(Source::new("any.md", text), syntax, options))
}

fn holds(text: &str, date: Option<jiff::civil::Date>) -> Result<(), TestCaseError> {
    let options = Options {
        date,
        ..Options::default()
    };
    for syntax in [Syntax::Plain, Syntax::Markdown, Syntax::Html] {
        let report = check(text, &syntax, &options);
        holds::report(&report);
        for one in &report.diagnostics {
            prop_assert!(
                !one.message.contains(['{', '}']) || text.contains(['{', '}']),
                "{}: {}",
                one.rule,
                one.message
            );
        }
        let again = check(text, &syntax, &options);
        prop_assert_eq!(report.diagnostics, again.diagnostics);
    }
    Ok(())
}

/// Words and marks of the kind that news is made of, so that random strings reach the checks.
const NEWS: &[&str] = &[
    "قُتل",
    "أصيب",
    "شخصًا",
    "قتلى",
    "قتيلان",
    "بينهم",
    "منهم",
    "هم",
    "نساء",
    "و",
    "من",
    "إلى",
    "بين",
    "في المئة",
    "مليون",
    "مليار",
    "دولار",
    "نحو",
    "أكثر من",
    "اثنان",
    "ثلاثة",
    "أحد عشر",
    "عشرون",
    "ألف",
    "الأحد",
    "أمس",
    "اليوم",
    "كانون الثاني",
    "يناير",
    "آذار/مارس",
    "غشت",
    "رجب",
    "الموافق",
    "منذ",
    "الأولى",
    "الأخيرة",
    "الدورة",
    "العميد",
    "اللواء",
    "ولاحظ",
    "ملاحقة",
    "وملاحقة",
    "ولي ولي العهد",
    "قال",
    "إن",
    "killed",
    "people",
    "including",
    "three",
    "twenty-one",
    "hundred",
    "million",
    "percent",
    "%",
    "$",
    "about",
    "Tuesday",
    "March",
    "yesterday",
    "first",
    "last",
    "since",
    "2021",
    "2,100",
    "1.5",
    "٣١",
    "۱۲",
    "12/5/2020",
    "14:30",
    "3-1",
    "5°C",
    "و3",
    "بـ20",
    "الـ47",
    "1/0",
    "99999999999999999999",
    "«",
    "»",
    "“",
    "”",
    "\"",
    "'",
    "(",
    ")",
    ".",
    "،",
    "؛",
    ":",
    "!",
    "؟",
    "…",
    "-",
    "–",
    "/",
    "\n",
    "\n\n",
    "\r\n",
    "# ",
    "- ",
    "> ",
    "| ",
    "|---|",
    "1. ",
    "&nbsp;",
    "&amp;",
    "\u{200F}",
    "\u{202B}",
    "\u{202C}",
    "\u{FEFF}",
    "\u{0640}",
    "\u{064B}",
    "\u{0}",
    "---\n",
    "date: ",
    "title: ",
    "+++\n",
    "[x](y)",
    "![z](w)",
    "<b>",
    "</b>",
    "```",
    "ﻻ",
    "é",
    "🙂",
];

/// News-like text: pieces in any order, with or without spaces between.
fn news() -> impl Strategy<Value = String> {
    let piece = (prop::sample::select(NEWS), any::<bool>());
    prop::collection::vec(piece, 0..60).prop_map(|pieces| {
        let join =
            |(piece, space): (&str, bool)| format!("{piece}{}", if space { " " } else { "" });
        pieces.into_iter().map(join).collect()
    })
}

/// Figures of every writing beside nouns, the text that most checks compare.
fn figures() -> impl Strategy<Value = String> {
    let figure = "[0-9٠-٩۰-۹]{1,7}([.,٫٬،][0-9٠-٩]{1,3})?";
    let noun = prop::sample::select(
        &[
            " قتيلا",
            " شخص",
            " مليون دولار",
            " people",
            " percent",
            "%",
            " كم",
            " سنوات",
            " يناير 2021",
        ][..],
    );
    let mark = prop::sample::select(
        &[
            "، ", " و", " من ", " إلى ", ". ", " of ", " and ", "\n\n", " (", ") ",
        ][..],
    );
    prop::collection::vec((figure, noun, mark), 0..12).prop_map(|parts| {
        parts
            .into_iter()
            .map(|(figure, noun, mark)| figure + noun + mark)
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(192) })]

    #[test]
    fn any_string_is_checked(text in any::<String>()) {
        holds(&text, None)?;
    }

    #[test]
    fn any_arabic_is_checked(text in "[\\u{0600}-\\u{06FF}\\u{FB50}-\\u{FDFF}\\u{200B}-\\u{200F} .،\\n]{0,120}") {
        holds(&text, None)?;
    }

    #[test]
    fn any_news_is_checked(text in news(), day in 1i8..=28, month in 1i8..=12, year in 1900i16..2100) {
        holds(&text, Some(jiff::civil::date(year, month, day)))?;
    }

    #[test]
    fn any_news_said_twice_is_checked(text in news()) {
        holds(&format!("{text}\n\n{text}"), None)?;
    }

    #[test]
    fn any_figures_are_checked(text in figures()) {
        holds(&text, None)?;
    }

    #[test]
    fn any_markup_is_checked(text in "[-#>|*_`&;:+0-9a-zأ-ي\\[\\]()!<>/= \\n\\r\"'«»]{0,160}") {
        holds(&text, None)?;
    }
}
