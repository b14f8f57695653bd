//! Clock times, in both languages.

mod cases;

use tadqiq::analysis::Analysis;
use tadqiq::document::Syntax;
use tadqiq::engine::Engine;
use tadqiq::quantity::value::{DateValue, TimeValue, Value};
use tadqiq::text::source::Source;

fn tell(time: TimeValue) -> String {
    let second = time
        .second
        .map_or(String::new(), |second| format!(":{second:02}"));
    format!("{}:{:02}{second}", time.hour, time.minute)
}

/// Every claim of a text: a time as `14:30`, hours as `9:00-11:00`, another by its kind.
fn read(engine: &Engine, text: &str) -> String {
    let document = engine.read(Source::new("times.txt", text), &Syntax::Plain, None);
    let analysis = Analysis::new(&document, &engine.lexicon, None);
    let claims = analysis
        .claims
        .iter()
        .map(|claim| match claim.quantity.value {
            Value::Time(time) => tell(time),
            Value::Times(Some(low), Some(high)) => format!("{}-{}", tell(low), tell(high)),
            _ => claim.quantity.kind.name().to_owned(),
        });
    claims.collect::<Vec<_>>().join(" ")
}

fn check(cases: &[(&str, &str)]) {
    cases::check(read, cases);
}

#[test]
fn arabic_times() {
    check(&[
        ("تبدأ الجلسة في الساعة الثالثة والنصف بعد الظهر.", "15:30"),
        ("وصل الوفد في الثامنة مساء.", "20:00"),
        ("يفتح المتحف أبوابه الساعة 10:30 صباحا.", "10:30"),
        ("في تمام الساعة التاسعة إلا ربعا دق الجرس.", "8:45"),
        ("أغلق الجسر عند منتصف الليل.", "0:00"),
        ("ينطلق القطار الساعة 14:00.", "14:00"),
        ("ينطلق القطار الساعة ١٤:٠٥.", "14:05"),
        ("وقع الزلزال الساعة الثانية فجرا.", "2:00"),
        ("انقطع التيار الساعة الثانية عشرة ظهرا.", "12:00"),
        ("بدأ البث الساعة 18:00 بتوقيت غرينتش.", "18:00"),
        ("سجل الجهاز الهزة عند الساعة 7:15:40 صباحا.", "7:15:40"),
        (
            "يستقبل المكتب الزوار من الساعة التاسعة صباحا إلى الساعة الثالثة عصرا.",
            "9:00-15:00",
        ),
        (
            "يستقبل المكتب الزوار من الثامنة إلى العاشرة مساء.",
            "20:00-22:00",
        ),
        (
            "يستمر الحظر منذ الساعة التاسعة صباحا وحتى الساعة الثانية ظهرا.",
            "9:00-14:00",
        ),
        ("وصل القطار الساعة الخامسة وعشر دقائق صباحا.", "5:10"),
    ]);
}

#[test]
fn arabic_figures_that_are_no_times() {
    check(&[
        ("فاز الفريق للمرة الثالثة مساء السبت.", "ordinal date"),
        ("أصيب 5 مساء الأحد.", "count date"),
        ("يعمل المصنع على مدار الساعة.", ""),
        ("هدأ القصف في الساعات الأولى من صباح الأحد.", "ordinal date"),
    ]);
}

#[test]
fn english_times() {
    check(&[
        ("The gates open at 14:30 and nobody waits.", "14:30"),
        ("The show begins at 8 p.m. sharp.", "20:00"),
        ("The show begins at 8.30pm.", "20:30"),
        ("They met at half past three.", "3:30"),
        ("They met at quarter to five.", "4:45"),
        ("The siren sounds at noon.", "12:00"),
        ("The bridge closes at midnight.", "0:00"),
        ("The train leaves at 5 o'clock.", "5:00"),
        ("The broadcast starts at 20:00 GMT.", "20:00"),
        ("The broadcast starts at 1930 GMT.", "19:30"),
        (
            "The shop is open from 9 a.m. to 5 p.m. daily.",
            "9:00-17:00",
        ),
        ("The road is shut between 9 and 11 p.m.", "21:00-23:00"),
        ("The sensor tripped at 10:15:30 a.m.", "10:15:30"),
    ]);
}

#[test]
fn english_figures_that_are_no_times() {
    check(&[
        ("The fund rose 8.30 percent.", "percent"),
        ("The storm killed 3 in the morning.", "number"),
        ("Pick from five to eight apples.", "count"),
    ]);
}

fn tell_date(date: DateValue) -> String {
    let part = |part: Option<u8>| part.map_or(String::new(), |part| format!("-{part:02}"));
    let year = date.year.map_or("?".to_owned(), |year| year.to_string());
    format!("{year}{}{}", part(date.month), part(date.day))
}

/// The dates of a text: `2020-05-14`, a span as `1990..1999`.
fn dates(engine: &Engine, text: &str) -> String {
    let document = engine.read(Source::new("dates.txt", text), &Syntax::Plain, None);
    let analysis = Analysis::new(&document, &engine.lexicon, None);
    let found = analysis.claims.iter();
    let told = found.filter_map(|claim| match claim.quantity.value {
        Value::Date(date) => Some(tell_date(date)),
        Value::Dates(Some(low), Some(high)) => {
            Some(format!("{}..{}", tell_date(low), tell_date(high)))
        }
        _ => None,
    });
    told.collect::<Vec<_>>().join(" ")
}

#[test]
fn english_dates() {
    let cases = [
        ("The bridge was built in the 1930s.", "1930..1939"),
        ("Prices doubled in the late '80s.", "1980..1989"),
        ("Profit fell in Q3 2019.", "2019-07..2019-09"),
        (
            "Exports rose in the second half of 2021.",
            "2021-07..2021-12",
        ),
        ("The club won the 2016-17 season.", "2016..2017"),
        ("Floods came in 2009, 2013 and 2018.", "2009 2013 2018"),
        ("The log is dated Jun-14-2018.", "2018-06-14"),
        (
            "She was born on June twenty one, nineteen oh four.",
            "1904-06-21",
        ),
        (
            "The fair ran from May 28th to the second.",
            "?-05-28..?-06-02",
        ),
        ("The treaty dates from 3 June '67.", "1967-06-03"),
        ("In June three more people left.", "?-06"),
        ("The store sold 2020-14 of them.", ""),
    ];
    cases::check(dates, &cases);
}
