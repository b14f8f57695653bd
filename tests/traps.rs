//! Words that look like figures, and figures that other words hide.

mod cases;

use tadqiq::analysis::Analysis;
use tadqiq::document::Syntax;
use tadqiq::engine::Engine;
use tadqiq::quantity::value::{Kind, Value};
use tadqiq::text::source::Source;

/// Every claim of a text: its kind, its value where it is one number, and what it counts.
fn read(engine: &Engine, text: &str) -> String {
    let document = engine.read(Source::new("traps.txt", text), &Syntax::Plain, None);
    let analysis = Analysis::new(&document, &engine.lexicon, None);
    let claims = analysis.claims.iter().map(|claim| {
        let quantity = &claim.quantity;
        let value = match &quantity.value {
            Value::Amount(amount) => amount.written.map(|number| number.to_string()),
            _ => None,
        };
        let unit = quantity.unit.unwrap_or_default();
        let counted = claim
            .counted
            .as_ref()
            .map(|counted| document.text().get(counted.span.range()));
        let counted = counted.flatten().unwrap_or_default();
        let parts = [
            quantity.kind.name(),
            value.as_deref().unwrap_or_default(),
            unit,
            counted,
        ];
        let said: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        (quantity.kind, said.join(" "))
    });
    let kept = claims
        .filter(|(kind, _)| *kind != Kind::Assertion)
        .map(|(_, said)| said);
    kept.collect::<Vec<_>>().join("; ")
}

fn check(cases: &[(&str, &str)]) {
    cases::check(read, cases);
}

#[test]
fn words_that_are_no_figures() {
    check(&[
        ("تسعى البلدية إلى خفض ثمن التذاكر.", ""),
        ("ينتقل المعرض من بيروت إلى عمان.", ""),
        ("تشتهر القرية بالزيتون والتين.", ""),
        ("تتفقد اللجنة اليوم أحد المصانع.", "date"),
        ("على الأقل وجب على المجلس أن يعتذر.", ""),
        ("نشر الباحث كتابه عن الآبار[2] ثم ترجمه[14].", ""),
    ]);
}

#[test]
fn figures_that_hide() {
    check(&[
        ("انخفض السعر 35 سنتا للرطل.", "money 35 cent"),
        ("لم يدفع النادي سوى40 مليون يورو.", "money 40000000 eur"),
        ("نقلت الفرق (105) حالات إلى المستشفى.", "count 105 حالات"),
        ("يصل الوزن إلى أكثر من 7 أطنان.", "measure 7 ton"),
        ("مشروع بنصف مليار بالمدينة القديمة.", "number 500000000"),
        ("تطير الشركة إلى 113 وجهة بعيدة.", "count 113 وجهة بعيدة"),
        ("زار الوفد 12 ولاية.", "count 12 ولاية"),
        ("يستعد الفريق لكأس 2019 وكأس السوبر.", "number 2019"),
    ]);
}

#[test]
fn ages_and_names_in_english() {
    check(&[
        ("The 34-year-old singer left.", "age 34 year"),
        ("Her eight-year-old son won.", "age 8 year"),
        (
            "World War II ended, as Louis XIV and President Xi know.",
            "ordinal 2; ordinal 14",
        ),
        ("One in five pupils is late.", "count 0.2 pupils"),
        ("Some 659 MPs voted.", "count 659 MPs"),
        ("The Nova 6 Plus sold well.", "number 6"),
    ]);
}

#[test]
fn what_an_ordinal_ranks() {
    check(&[
        ("يبدأ المهرجان الشعري الثامن.", "ordinal 8 المهرجان الشعري"),
        ("أقيم مطلع هذا الأسبوع أول برامج التدريب.", "date; ordinal 1"),
    ]);
}
