//! From claims to the plain records that reports show: places become bytes of the file, numbers their exact digits.

use jiff::civil::Date;

use crate::analysis::Analysis;
use crate::claim::Claim;
use crate::quantity::Quantity;
use crate::quantity::date::resolve;
use crate::quantity::number::Number;
use crate::quantity::value::{
    Amount, Assertion, Calendar, DateValue, Kind, Part, TimeValue, Value,
};
use crate::report::claims::{
    ClaimRecord, CountedRecord, DateRecord, TimeRecord, UnitRecord, ValueRecord,
};

/// The records of an article, by place in the file.
pub(super) fn records(article: &Analysis<'_>) -> Vec<ClaimRecord> {
    let mut records: Vec<_> = article
        .claims
        .iter()
        .map(|claim| record(claim, article))
        .collect();
    records.sort_by_key(|record| record.span);
    records
}

fn record(claim: &Claim, article: &Analysis<'_>) -> ClaimRecord {
    let place = |span| article.document.to_source(span);
    let quantity = &claim.quantity;
    let counted = claim.counted.as_ref().map(|counted| CountedRecord {
        span: place(counted.span),
        class: counted
            .class
            .map(|class| article.lexicon.nouns.class_name(class).to_owned()),
    });
    ClaimRecord {
        kind: quantity.kind.name(),
        span: place(claim.span),
        number: quantity.number.map(place),
        value: value(&quantity.value),
        hedge: quantity.hedge.name(),
        unit: quantity.unit.map(|id| UnitRecord {
            id,
            dimension: dimension(quantity.kind, id),
        }),
        counted,
        assertion: quantity.assertion.map(Assertion::name),
        zone: article.block(claim).zone.name(),
        time: claim.time.map(place),
        source: claim.source.map(place),
        parts: quantity
            .parts
            .iter()
            .map(|part| (part.value.to_string(), part.unit))
            .collect(),
        seconds: seconds(quantity),
        resolved: article
            .date
            .and_then(|today| resolve::days(quantity, today))
            .map(|(low, high)| (day(low), day(high))),
    }
}

fn value(value: &Value) -> ValueRecord {
    match value {
        Value::Amount(Amount { low, high, written }) => {
            let show = |number: &Option<Number>| number.map(|number| number.to_string());
            ValueRecord::Amount {
                low: show(low),
                high: show(high),
                written: show(written),
            }
        }
        Value::Date(one) => ValueRecord::Date(date(*one)),
        Value::Dates(low, high) => ValueRecord::Dates(low.map(date), high.map(date)),
        Value::Time(one) => ValueRecord::Time(time(*one)),
        Value::Times(low, high) => ValueRecord::Times(low.map(time), high.map(time)),
        Value::Score(sides) => ValueRecord::Score(sides.iter().map(Number::to_string).collect()),
        Value::None => ValueRecord::None,
    }
}

fn day(day: Date) -> DateRecord {
    DateRecord {
        year: Some(i32::from(day.year())),
        month: Some(day.month().unsigned_abs()),
        day: Some(day.day().unsigned_abs()),
        weekday: None,
        calendar: "gregorian",
    }
}

fn date(date: DateValue) -> DateRecord {
    DateRecord {
        year: date.year,
        month: date.month,
        day: date.day,
        weekday: date.weekday,
        calendar: match date.calendar {
            Calendar::Gregorian => "gregorian",
            Calendar::Hijri => "hijri",
        },
    }
}

fn time(time: TimeValue) -> TimeRecord {
    TimeRecord {
        hour: time.hour,
        minute: time.minute,
        second: time.second,
    }
}

/// The length of a duration in whole or broken seconds, of the number that is written; none for a range.
fn seconds(quantity: &Quantity) -> Option<String> {
    if quantity.kind != Kind::Duration {
        return None;
    }
    let of_parts = |parts: &[Part]| {
        parts.iter().try_fold(Number::ZERO, |sum, part| {
            sum.checked_add(part.value.checked_mul(length(part.unit)?)?)
        })
    };
    let written = quantity.value.amount().and_then(|amount| amount.written);
    let total = if quantity.parts.is_empty() {
        written.and_then(|written| written.checked_mul(length(quantity.unit?)?))
    } else {
        of_parts(&quantity.parts)
    };
    total.map(|total| total.to_string())
}

/// Seconds in a unit of time, with months of 30 days and years of 365.
fn length(unit: &str) -> Option<Number> {
    const DAY: i128 = 24 * 60 * 60;
    Some(Number::whole(match unit {
        "second" => 1,
        "minute" => 60,
        "hour" => 60 * 60,
        "day" => DAY,
        "week" => 7 * DAY,
        "month" => 30 * DAY,
        "quarter" => 90 * DAY,
        "year" => 365 * DAY,
        "decade" => 3650 * DAY,
        "century" => 36500 * DAY,
        _ => return None,
    }))
}

/// What a unit measures.
fn dimension(kind: Kind, unit: &str) -> &'static str {
    match kind {
        Kind::Money => "money",
        Kind::Percent => "ratio",
        Kind::Duration | Kind::Age => "time",
        _ => measured(unit),
    }
}

/// What a unit of measure measures, by the parts of its name.
fn measured(unit: &str) -> &'static str {
    match unit {
        "hectare" | "acre" | "dunam" | "feddan" => "area",
        "ounce" | "pound" | "ton" | "quintal" | "carat" => "mass",
        "gallon" | "barrel" | "cup" | "tablespoon" | "teaspoon" => "volume",
        "celsius" | "fahrenheit" | "kelvin" | "degree" => "temperature",
        "knot" => "speed",
        "joule" | "calorie" => "energy",
        "horsepower" => "power",
        "bit" => "data",
        _ if unit.starts_with("square-") => "area",
        _ if unit.starts_with("cubic-") || unit.ends_with("liter") => "volume",
        _ if unit.contains("-per-") => "speed",
        _ if unit.ends_with("gram") => "mass",
        _ if unit.ends_with("watt-hour") => "energy",
        _ if unit.ends_with("watt") => "power",
        _ if unit.ends_with("byte") => "data",
        _ => "length",
    }
}
