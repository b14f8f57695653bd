//! Dates as front matter writes them.
//!
//! ```text
//! date = year sep month sep day (anything)      2021-12-31T10:00+03:00, ٢٠٢١/١٢/٣١
//!      | day sep month sep year                 31/12/2021; where both may be the month it is no date: 03/04/2021
//!      | (weekday,) day month-name year         Fri, 31 Dec 2021 10:00:00 +0000
//!      | month-name day, year                   December 31, 2021
//! ```

use jiff::civil::Date;

use crate::text::fold::digit;

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// The date that a value starts with.
pub fn parse(value: &str) -> Option<Date> {
    let parts = parts(value);
    match parts.as_slice() {
        [
            Part::Number(one, 1..=2),
            Part::Number(two, 1..=2),
            Part::Number(year, 4),
            ..,
        ] => {
            if *one > 12 || one == two {
                civil(*year, *two, *one)
            } else if *two > 12 {
                civil(*year, *one, *two)
            } else {
                None
            }
        }
        [
            Part::Number(year, 4),
            Part::Number(month, 1..=2),
            Part::Number(day, 1..=2),
            ..,
        ]
        | [
            Part::Number(day, 1..=2),
            Part::Month(month),
            Part::Number(year, 4),
            ..,
        ]
        | [
            Part::Month(month),
            Part::Number(day, 1..=2),
            Part::Number(year, 4),
            ..,
        ] => civil(*year, *month, *day),
        _ => None,
    }
}

enum Part {
    /// A number and how many digits it is written with.
    Number(u32, u8),
    Month(u32),
}

/// The first three numbers and names of months; other words are passed over.
fn parts(value: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = value.trim_start();
    while let Some(first) = rest.chars().next().filter(|_| parts.len() < 3) {
        let end = |inside: fn(char) -> bool| rest.find(|c| !inside(c)).unwrap_or(rest.len());
        let length = if digit(first).is_some() {
            let length = end(|c| digit(c).is_some());
            let digits = rest.get(..length).unwrap_or_default().chars();
            let count = digits.clone().count();
            if count > 4 {
                return Vec::new();
            }
            let value = digits
                .filter_map(digit)
                .fold(0, |sum, digit| sum * 10 + u32::from(digit));
            parts.push(Part::Number(value, count as u8));
            length
        } else if first.is_alphabetic() {
            let length = end(char::is_alphabetic);
            let name = rest.get(..length).unwrap_or_default().to_ascii_lowercase();
            let month = MONTHS.iter().position(|month| name.starts_with(month));
            parts.extend(month.map(|month| Part::Month(month as u32 + 1)));
            length
        } else {
            first.len_utf8()
        };
        rest = rest.get(length..).unwrap_or_default();
    }
    parts
}

fn civil(year: u32, month: u32, day: u32) -> Option<Date> {
    Date::new(
        i16::try_from(year).ok()?,
        i8::try_from(month).ok()?,
        i8::try_from(day).ok()?,
    )
    .ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn usual_forms() {
        let day = Some(date(2021, 12, 31));
        for value in [
            "2021-12-31",
            "2021-12-31T10:00:00+03:00",
            "2021/12/31 10:00",
            "٢٠٢١-١٢-٣١",
            "31/12/2021",
            "12.31.2021",
            "Fri, 31 Dec 2021 10:00:00 +0000",
            "December 31, 2021",
        ] {
            assert_eq!(parse(value), day, "{value}");
        }
    }

    #[test]
    fn no_date_is_guessed() {
        for value in [
            "03/04/2021",
            "2021-13-01",
            "20211231",
            "tomorrow",
            "",
            "1437-10-99",
        ] {
            assert_eq!(parse(value), None, "{value}");
        }
    }
}
