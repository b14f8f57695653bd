//! A weekday beside a date that falls on another.

mod repair;

use jiff::civil::Date;
use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::{Check, Match, Text, almanac};
use crate::claim::Claim;
use crate::quantity::date::written::Written;
use crate::quantity::value::DateValue;
use crate::text::span::Span;

/// Compares weekdays with their dates.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weekday {
    /// Without a year, how many days from the article's date a date may lie to be taken for the nearest such day.
    #[serde(default = "two_months")]
    near: u16,
}

fn two_months() -> u16 {
    60
}

/// A date with its weekday.
struct Dated<'a> {
    value: DateValue,
    written: &'a Written,
    weekday: u8,
    /// The day that the words name.
    day: Date,
    /// Whether the text names the year.
    full: bool,
}

impl Check for Weekday {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        let claims = article.claims.iter();
        let dates = claims.flat_map(|claim| {
            let dates = claim.quantity.dates();
            dates.map(move |(value, written)| (claim, value, written))
        });
        dates
            .filter_map(|(claim, value, written)| self.check(article, claim, value, written))
            .collect()
    }
}

impl Weekday {
    fn check(
        &self,
        article: &Analysis<'_>,
        claim: &Claim,
        value: DateValue,
        written: &Written,
    ) -> Option<Match> {
        let weekday = value.weekday?;
        let day = match value.year {
            Some(_) => almanac::civil(&value)?,
            None => self.nearest(article.date?, &value)?,
        };
        let dated = Dated {
            value,
            written,
            weekday,
            day,
            full: value.year.is_some(),
        };
        let spoken = (1700..2100).contains(&day.year());
        if !spoken || almanac::weekday_of(day) == weekday || dated.fits_other_month() {
            return None;
        }
        Some(dated.tell(article, claim))
    }

    /// The day of a date without its year that lies nearest to the article's date, where it is near.
    fn nearest(&self, date: Date, value: &DateValue) -> Option<Date> {
        let (month, day) = (value.month?, value.day?);
        let years = [-1, 0, 1].map(|step| i32::from(date.year()) + step);
        let days = years
            .into_iter()
            .filter_map(|year| almanac::day_of(year, month, day));
        days.map(|day| (almanac::days_between(date, day).unsigned_abs(), day))
            .min()
            .filter(|(distance, _)| *distance <= u32::from(self.near))
            .map(|(_, day)| day)
    }
}

impl Dated<'_> {
    /// Whether the weekday is right in the other month of two names that differ, which is then the fault.
    fn fits_other_month(&self) -> bool {
        let year = i32::from(self.day.year());
        let day = self.value.day.unwrap_or_default();
        self.written
            .names
            .iter()
            .filter_map(|name| almanac::day_of(year, name.month, day))
            .any(|other| almanac::weekday_of(other) == self.weekday)
    }

    fn tell(&self, article: &Analysis<'_>, claim: &Claim) -> Match {
        let span = |tokens: &Option<std::ops::Range<usize>>| {
            tokens.as_ref().map(|tokens| article.tokens.span(tokens))
        };
        let weekday = span(&self.written.weekday).unwrap_or(claim.span);
        let parts = [
            span(&self.written.day),
            span(&self.written.month),
            span(&self.written.year),
        ];
        let names = self
            .written
            .names
            .last()
            .map(|name| article.tokens.span(&name.tokens));
        let date = parts.into_iter().flatten().chain(names).reduce(Span::to);
        let confidence = match (self.full, claim.quoted) {
            (true, false) => 97,
            (true, true) => 90,
            (false, false) => 75,
            (false, true) => 62,
        };
        let right = almanac::weekday_of(self.day);
        let mut found = Match::at(date.map_or(weekday, |date| date.to(weekday)), confidence)
            .quote("date", date.unwrap_or(claim.span))
            .quote("weekday", weekday)
            .value("right", almanac::weekday_words(article, right))
            .value("year", Text::Plain(self.day.year().to_string()));
        if !self.full {
            found = found.case("near");
        }
        let (repairs, likely) = repair::repairs(article, self, weekday);
        if let Some(likely) = likely.filter(|_| self.full) {
            let day = almanac::day_words(article, likely);
            found = found.case("likely").value("likely", day);
        }
        repairs.into_iter().fold(found, Match::repair)
    }
}
