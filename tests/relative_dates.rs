//! Dates that only the article's own date tells, and stretches of the calendar by name.

mod cases;

use jiff::civil::date;
use tadqiq::analysis::Analysis;
use tadqiq::document::Syntax;
use tadqiq::engine::Engine;
use tadqiq::quantity::date::resolve;
use tadqiq::quantity::value::{Kind, Value};
use tadqiq::text::source::Source;

/// The days of every date of a text, seen from 24 November 2021; the years of a stretch by its name.
fn read(engine: &Engine, text: &str) -> String {
    let document = engine.read(Source::new("dates.txt", text), &Syntax::Plain, None);
    let analysis = Analysis::new(&document, &engine.lexicon, None);
    let dates = analysis.claims.iter();
    let dates = dates.filter(|claim| claim.quantity.kind == Kind::Date);
    let told = dates.map(|claim| {
        let quantity = &claim.quantity;
        match (resolve::days(quantity, date(2021, 11, 24)), &quantity.value) {
            (Some((low, high)), _) if low == high => low.to_string(),
            (Some((low, high)), _) => format!("{low}..{high}"),
            (None, Value::Dates(Some(low), Some(high))) => {
                format!(
                    "{}..{}",
                    low.year.unwrap_or_default(),
                    high.year.unwrap_or_default()
                )
            }
            _ => "open".to_owned(),
        }
    });
    told.collect::<Vec<_>>().join("; ")
}

#[test]
fn days_and_stretches() {
    let cases = [
        ("عاد الفريق أول من أمس.", "2021-11-22"),
        ("يسافر الوفد بعد غد الجمعة.", "2021-11-26"),
        ("وقع ذلك في اليوم التالي.", ""),
        ("قالت صحيفة المصري اليوم ذلك.", ""),
        ("زار المدينة الأحد الماضي.", "2021-11-21"),
        (
            "يفتتح الجسر في نهاية العام الجاري.",
            "2021-09-01..2021-12-31",
        ),
        ("يصدر الديوان الشهر المقبل.", "2021-12-01..2021-12-31"),
        ("في العشرين من الشهر الجاري.", "2021-11-20"),
        ("اشتهر في تسعينيات القرن الماضي.", "1990..1999"),
        ("رجل في الثلاثينيات من عمره.", ""),
        ("بني القصر في القرن التاسع عشر.", "1801..1900"),
        ("نما في الربع الأول من 2020.", "2020..2020"),
        (
            "The choir sang yesterday and last Sunday.",
            "2021-11-23; 2021-11-21",
        ),
        ("The bridge opens next month.", "2021-12-01..2021-12-31"),
        ("He worked there over the past year.", ""),
        ("A song of the 1980s.", "1980..1989"),
        ("A mill of the nineteenth century.", "1801..1900"),
    ];
    cases::check(read, &cases);
}
