//! Articles and findings made by hand, so that a report's snapshots change only when the report does.

use tadqiq::diagnostic::{Confidence, Diagnostic, Edit, Fix, Label, Role, RuleId, Severity};
use tadqiq::document::plain;
use tadqiq::lang::Language;
use tadqiq::report::ArticleReport;
use tadqiq::text::source::Source;
use tadqiq::text::span::Span;

/// An Arabic article with the troubles that a terminal has with Arabic: long lines, harakat, Latin at the end of a line, two places on
/// one line, marks that steer.
const ARABIC: &str = "\u{FEFF}حريق في مستودع الميناء\r\n\r\n\
قالت فرق الإطفاء إن الحريق الذي شبّ فجر الاثنين في مستودع للأخشاب قرب الرصيف الثالث أتى على 40 طنا من الخشب، وإن 12 إطفائيًّا شاركوا في إخماده طوال سبع ساعات قبل أن تهدأ الرياح.\r\n\
وأُصيبَ أربعةُ إطفائيين بحروق طفيفة، ونُقلوا إلى المستشفى (St. George 7).\r\n\r\n\
وذكر مدير الميناء أن النيران التهمت 60 طنا من الخشب، وأن الخسارة تبلغ 60 طنا في أول تقدير، على أن يُعلن التقدير النهائي \u{202E}يوم الخميس\u{202C} بعد أن يجول الخبراء في المستودع وفي المخازن التي تجاوره من جهة الشرق.\r\n";

/// An English article, its last paragraph longer than any window.
const ENGLISH: &str = "# A wall at sea\n\n\
The new sea wall is 900 metres long, the port authority said on Monday, and took three summers to build because the stones had to come by barge.\n\n\
It will be opened on Friday. Visitors may walk all 700 metres of it, from the lighthouse to the old customs house, and read the names of the masons, who cut \
every one of them into the parapet with their own hands, one evening after another, as the tide went out and the lamps along the quay were lit.\n";

/// An Arabic article with its findings.
pub(crate) fn arabic() -> ArticleReport {
    let diagnostics = vec![
        Diagnostic {
            help: "تحقق من المصدر: أيّ الرقمين صحيح؟".to_owned(),
            ..finding(
                "conflicting-figure",
                Severity::Error,
                97,
                "«60 طنا من الخشب» يخالف «40 طنا من الخشب» في وصف خسارة واحدة",
                vec![
                    label(ARABIC, "60 طنا من الخشب", 0, Role::Primary, "وهنا «60 طنا»"),
                    label(
                        ARABIC,
                        "40 طنا من الخشب",
                        0,
                        Role::Related,
                        "ذُكر هنا «40 طنا»",
                    ),
                ],
            )
        },
        finding(
            "repeated-figure",
            Severity::Info,
            71,
            "«60 طنا» مذكور مرتين",
            vec![
                label(ARABIC, "60 طنا", 1, Role::Primary, ""),
                label(ARABIC, "60 طنا", 0, Role::Related, "المرة الأولى"),
            ],
        ),
        finding(
            "some-words",
            Severity::Warning,
            60,
            "كلمات في آخر السطر",
            vec![
                label(ARABIC, "بحروق طفيفة", 0, Role::Related, "حروق"),
                label(ARABIC, "St. George 7", 0, Role::Primary, "اسم المستشفى"),
            ],
        ),
        finding(
            "long-sentence",
            Severity::Info,
            50,
            "جملة طويلة",
            vec![long_label()],
        ),
    ];
    report(
        "desk/حريق.txt",
        ARABIC,
        Language::Arabic,
        Some("2024-11-18"),
        diagnostics,
    )
}

/// A label over a whole paragraph.
fn long_label() -> Label {
    let start = ARABIC
        .find("وذكر مدير")
        .expect("the paragraph stands there");
    Label {
        span: Span::new(start, ARABIC.trim_end().len()),
        role: Role::Primary,
        text: "من هنا إلى آخر الفقرة".to_owned(),
    }
}

/// An English article with its findings.
pub(crate) fn english() -> ArticleReport {
    let figures = vec![
        label(
            ENGLISH,
            "700 metres",
            0,
            Role::Primary,
            "but here “700 metres”",
        ),
        label(
            ENGLISH,
            "900 metres long",
            0,
            Role::Related,
            "“900 metres” here",
        ),
    ];
    let every_the: Vec<_> = (0..10)
        .map(|nth| label(ENGLISH, "the ", nth, Role::Related, ""))
        .collect();
    let diagnostics = vec![
        Diagnostic {
            help: "Find out which one is right.".to_owned(),
            fixes: vec![
                fix("Write “900 metres”", "700", "900"),
                fix("Write “700 metres”", "900", "700"),
            ],
            ..finding(
                "conflicting-figure",
                Severity::Error,
                100,
                "“700 metres” contradicts “900 metres long”",
                figures,
            )
        },
        finding(
            "many-places",
            Severity::Warning,
            80,
            "A word in many places",
            every_the,
        ),
        finding(
            "no-place",
            Severity::Info,
            40,
            "A finding about no place",
            Vec::new(),
        ),
    ];
    report(
        "desk/wall.md",
        ENGLISH,
        Language::English,
        None,
        diagnostics,
    )
}

fn fix(title: &str, from: &str, to: &str) -> Fix {
    Fix {
        title: title.to_owned(),
        safe: false,
        edits: vec![Edit {
            span: place(ENGLISH, from, 0),
            replacement: to.to_owned(),
        }],
    }
}

fn report(
    path: &str,
    text: &str,
    language: Language,
    date: Option<&str>,
    diagnostics: Vec<Diagnostic>,
) -> ArticleReport {
    let (source, reading) = plain::read(Source::new(path, text)).into_parts();
    ArticleReport {
        source,
        reading,
        language,
        date: date.map(str::to_owned),
        diagnostics,
        suppressed: 0,
        accepted: Vec::new(),
    }
}

fn finding(
    rule: &str,
    severity: Severity,
    confidence: u8,
    message: &str,
    labels: Vec<Label>,
) -> Diagnostic {
    Diagnostic {
        rule: RuleId::from(rule),
        severity,
        confidence: Confidence::new(confidence),
        message: message.to_owned(),
        help: String::new(),
        labels,
        fixes: Vec::new(),
    }
}

fn label(text: &str, quote: &str, nth: usize, role: Role, says: &str) -> Label {
    Label {
        span: place(text, quote, nth),
        role,
        text: says.to_owned(),
    }
}

fn place(text: &str, quote: &str, nth: usize) -> Span {
    let (start, found) = text
        .match_indices(quote)
        .nth(nth)
        .expect("the words stand in the sample");
    Span::new(start, start + found.len())
}
