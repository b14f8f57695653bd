//! [`FileDate`]: the date in the path of an article.
//!
//! ```text
//! pattern = ("{year}" | "{month}" | "{day}" | text)+      anywhere in the path; four digits a year, one or two a month or day
//! ```

use jiff::civil::Date;
use regex::Regex;

use crate::text::fold::digit;

/// A pattern of paths with a date in them.
#[derive(Clone, Debug)]
pub struct FileDate(Regex);

impl FileDate {
    /// Reads a pattern; the error says what it lacks.
    pub fn new(pattern: &str) -> Result<Self, String> {
        let mut expression = regex::escape(pattern);
        for (name, digits) in [
            ("year", r"\d{4}"),
            ("month", r"\d{1,2}"),
            ("day", r"\d{1,2}"),
        ] {
            let place = regex::escape(&format!("{{{name}}}"));
            if expression.matches(&place).count() != 1 {
                return Err(format!(
                    "`{pattern}` is no pattern of dates: expected `{{year}}`, `{{month}}` and `{{day}}`, each once"
                ));
            }
            expression = expression.replace(&place, &format!("(?P<{name}>{digits})"));
        }
        // A longer run of digits is another number.
        let whole = format!(r"(?:^|\D){expression}(?:\D|$)");
        Regex::new(&whole)
            .map(Self)
            .map_err(|error| error.to_string())
    }

    /// The date in a path.
    pub fn of(&self, path: &str) -> Option<Date> {
        let hits = self.0.captures_iter(path);
        hits.filter_map(|hit| {
            let number = |name: &str| {
                let digits = hit.name(name)?.as_str().chars().filter_map(digit);
                Some(digits.fold(0_i16, |sum, digit| sum * 10 + i16::from(digit)))
            };
            let (month, day) = (number("month")?, number("day")?);
            Date::new(number("year")?, month as i8, day as i8).ok()
        })
        .last()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn dates_are_found_in_names_and_folders() {
        let of = |pattern: &str, path: &str| FileDate::new(pattern).unwrap().of(path);
        let day = Some(date(2024, 11, 20));
        assert_eq!(of("{year}-{month}-{day}", "news/2024-11-20-bridge.md"), day);
        assert_eq!(of("{year}-{month}-{day}", "news/٢٠٢٤-١١-٢٠.md"), day);
        assert_eq!(of("{year}/{month}/{day}/", "2024/11/20/bridge.md"), day);
        assert_eq!(of("{day}.{month}.{year}", "a/20.11.2024.txt"), day);
        assert_eq!(of("{year}{month}{day}", "20241120.txt"), day);
        assert_eq!(of("{year}-{month}-{day}", "12024-11-20.md"), None);
        assert_eq!(of("{year}-{month}-{day}", "2024-13-20.md"), None);
        assert!(FileDate::new("{year}-{month}").is_err());
        assert!(FileDate::new("{year}{year}{month}{day}").is_err());
    }
}
