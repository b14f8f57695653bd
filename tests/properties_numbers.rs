//! Whatever number is written in words, in both languages, reads back as itself.

use proptest::prelude::*;
use tadqiq::analysis::Analysis;
use tadqiq::document::Syntax;
use tadqiq::engine::Engine;
use tadqiq::text::source::Source;

/// Gender of what is counted, and the case of the number.
#[derive(Clone, Copy, Debug)]
struct Form {
    feminine: bool,
    oblique: bool,
}

fn unit(n: u64, form: Form) -> String {
    let masculine = [
        "",
        "واحد",
        "",
        "ثلاثة",
        "أربعة",
        "خمسة",
        "ستة",
        "سبعة",
        "ثمانية",
        "تسعة",
    ];
    let feminine = [
        "",
        "واحدة",
        "",
        "ثلاث",
        "أربع",
        "خمس",
        "ست",
        "سبع",
        "ثماني",
        "تسع",
    ];
    match (n, form.feminine, form.oblique) {
        (2, false, false) => "اثنان".into(),
        (2, false, true) => "اثنين".into(),
        (2, true, false) => "اثنتان".into(),
        (2, true, true) => "اثنتين".into(),
        (_, false, _) => masculine[n as usize].into(),
        (_, true, _) => feminine[n as usize].into(),
    }
}

fn below_hundred(n: u64, form: Form) -> String {
    let tens = [
        "", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع",
    ];
    let ending = if form.oblique { "ين" } else { "ون" };
    match (n, form.feminine) {
        (0..=9, _) => unit(n, form),
        (10, false) => "عشرة".into(),
        (10, true) => "عشر".into(),
        (11, false) => "أحد عشر".into(),
        (11, true) => "إحدى عشرة".into(),
        (12, false) => if form.oblique {
            "اثني عشر"
        } else {
            "اثنا عشر"
        }
        .into(),
        (12, true) => if form.oblique {
            "اثنتي عشرة"
        } else {
            "اثنتا عشرة"
        }
        .into(),
        (13..=19, false) => format!("{} عشر", unit(n - 10, form)),
        (13..=19, true) => format!("{} عشرة", unit(n - 10, form)),
        _ if n.is_multiple_of(10) => format!("{}{ending}", tens[(n / 10) as usize]),
        _ => format!(
            "{} و{}{ending}",
            unit(n % 10, form),
            tens[(n / 10) as usize]
        ),
    }
}

fn below_thousand(n: u64, form: Form) -> String {
    let stems = ["", "", "", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"];
    let mut parts = Vec::new();
    match n / 100 {
        0 => {}
        1 => parts.push("مئة".to_owned()),
        2 => parts.push(
            if form.oblique {
                "مئتين"
            } else {
                "مئتان"
            }
            .to_owned(),
        ),
        h => parts.push(format!("{}مئة", stems[h as usize])),
    }
    if !n.is_multiple_of(100) {
        parts.push(below_hundred(n % 100, form));
    }
    parts.join(" و")
}

fn arabic(n: u64, form: Form) -> String {
    if n == 0 {
        return "صفر".into();
    }
    let scales = [
        (1_000_000_000_000, "تريليون", "تريليونات"),
        (1_000_000_000, "مليار", "مليارات"),
        (1_000_000, "مليون", "ملايين"),
        (1000, "ألف", "آلاف"),
    ];
    let counted = Form {
        feminine: false,
        ..form
    };
    let (mut parts, mut rest) = (Vec::new(), n);
    for (value, one, many) in scales {
        let count = rest / value;
        rest %= value;
        match count {
            0 => {}
            1 => parts.push(one.to_owned()),
            2 => parts.push(format!("{one}{}", if form.oblique { "ين" } else { "ان" })),
            3..=10 => parts.push(format!("{} {many}", below_thousand(count, counted))),
            _ if count % 100 >= 11 => {
                parts.push(format!("{} {one}ا", below_thousand(count, counted)));
            }
            _ => parts.push(format!("{} {one}", below_thousand(count, counted))),
        }
    }
    if rest > 0 {
        parts.push(below_thousand(rest, form));
    }
    parts.join(" و")
}

fn english(n: u64) -> String {
    let small = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    let tens = [
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ];
    match n {
        0..=19 => small[n as usize].into(),
        20..=99 if n.is_multiple_of(10) => tens[(n / 10) as usize].into(),
        20..=99 => format!("{}-{}", tens[(n / 10) as usize], small[(n % 10) as usize]),
        100..=999 if n.is_multiple_of(100) => format!("{} hundred", small[(n / 100) as usize]),
        100..=999 => format!(
            "{} hundred and {}",
            small[(n / 100) as usize],
            english(n % 100)
        ),
        _ => {
            let scales = [
                (1_000_000_000_000, "trillion"),
                (1_000_000_000, "billion"),
                (1_000_000, "million"),
                (1000, "thousand"),
            ];
            let (value, name) = scales
                .into_iter()
                .find(|(value, _)| n >= *value)
                .expect("a scale is small enough");
            let joint = if (1..100).contains(&(n % value)) {
                " and "
            } else {
                " "
            };
            let tail = if n.is_multiple_of(value) {
                String::new()
            } else {
                format!("{joint}{}", english(n % value))
            };
            format!("{} {name}{tail}", english(n / value))
        }
    }
}

fn read(engine: &Engine, text: &str) -> Vec<String> {
    let document = engine.read(Source::new("figures.txt", text), &Syntax::Plain, None);
    let analysis = Analysis::new(&document, &engine.lexicon, None);
    let amounts = analysis
        .claims
        .iter()
        .filter_map(|claim| claim.quantity.value.amount());
    amounts
        .filter_map(|amount| amount.written)
        .map(|number| number.to_string())
        .collect()
}

#[test]
fn numbers_in_words_read_back() {
    let engine = Engine::built_in().unwrap();
    let magnitude = (0_u32..=15).prop_flat_map(|power| 0..=10_u64.pow(power));
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: 1500,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    runner
        .run(
            &(magnitude, any::<bool>(), any::<bool>()),
            |(n, feminine, oblique)| {
                let form = Form { feminine, oblique };
                let text = format!(
                    "بلغ المجموع {} في نهاية العام.",
                    arabic(n % 1_000_000_000_000_000, form)
                );
                prop_assert_eq!(
                    read(&engine, &text),
                    vec![(n % 1_000_000_000_000_000).to_string()],
                    "{}",
                    text
                );
                let text = format!(
                    "The total stood at {} when counting ended.",
                    english(n % 1_000_000_000_000_000)
                );
                prop_assert_eq!(
                    read(&engine, &text),
                    vec![(n % 1_000_000_000_000_000).to_string()],
                    "{}",
                    text
                );
                Ok(())
            },
        )
        .unwrap();
}

#[test]
fn digits_of_three_sets_read_alike() {
    let engine = Engine::built_in().unwrap();
    for digits in [
        "2456603",
        "٢٤٥٦٦٠٣",
        "۲۴۵۶۶۰۳",
        "2,456,603",
        "٢٬٤٥٦٬٦٠٣",
        "۲٬۴۵۶٬۶۰۳",
        "2 456 603",
    ] {
        let text = format!("بلغ المجموع {digits} في نهاية العام.");
        assert_eq!(read(&engine, &text), ["2456603"], "{text}");
    }
}
