//! Which part of a date to change so that its weekday is right.
//!
//! Each candidate keeps all parts but one and names a day. What else the article says speaks for some of those days: its own date, the same
//! day in the other calendar, the same day elsewhere, dates and years near by. The day with most votes is offered first; every other way
//! stands behind it.

use jiff::civil::Date;

use crate::analysis::Analysis;
use crate::check::calendar_pair::civil_of;
use crate::check::weekday::Dated;
use crate::check::{Repair, almanac};
use crate::quantity::value::{Calendar, DateValue};
use crate::text::span::Span;

/// Days from the article's date within which news tells of a day, and within which it may.
const FRESH: u32 = 10;
/// See [`FRESH`].
const RECENT: u32 = 45;

/// Days within which another date of the article is near.
const NEAR: u32 = 31;

/// Days to the nearest day of a weekday.
const WEEK: u32 = 3;

/// A way to mend the date, and the day that it then names.
struct Candidate {
    repair: Repair,
    day: Date,
    votes: i32,
}

/// All ways to mend a date, the likeliest first, and the day that most evidence speaks for, if one leads.
pub(super) fn repairs(
    article: &Analysis<'_>,
    dated: &Dated<'_>,
    weekday: Span,
) -> (Vec<Repair>, Option<Date>) {
    let evidence = Evidence::of(article, dated);
    let mut found = Vec::new();
    let mut add = |title, span: Span, text: Option<String>, day: Date| {
        found.extend(text.map(|text| Candidate {
            repair: almanac::replacement(title, span, text),
            day,
            votes: evidence.votes(dated, day),
        }));
    };
    let right = almanac::weekday_of(dated.day);
    let word = almanac::weekday_like(article, weekday, right);
    add("weekday", weekday, Some(word), dated.day);
    if let Some((span, day)) = other_day(article, dated, &evidence) {
        let text = almanac::digits_like(article, span, i32::from(day.day()));
        add("day", span, text, day);
    }
    if let Some((span, day)) = other_year(article, dated, &evidence) {
        let text = almanac::digits_like(article, span, i32::from(day.year()));
        add("year", span, text, day);
    }
    if let Some((span, text, day)) = other_month(article, dated, &evidence) {
        add("month", span, Some(text), day);
    }
    found.sort_by_key(|candidate| std::cmp::Reverse(candidate.votes));
    let lead = match &found[..] {
        [first, second, ..] if first.votes > second.votes => Some(first.day),
        _ => None,
    };
    let repairs = found.into_iter().map(|candidate| candidate.repair);
    (repairs.collect(), lead)
}

/// What the article says beside the date.
struct Evidence {
    /// Its own date.
    date: Option<Date>,
    /// The same day in the other calendar.
    twin: Option<Date>,
    /// Its other dates.
    others: Vec<DateValue>,
}

impl Evidence {
    fn of(article: &Analysis<'_>, dated: &Dated<'_>) -> Self {
        let own = dated.written.day.as_ref().map_or(0, |tokens| tokens.start);
        let claims = article.claims.iter();
        let others: Vec<_> = claims
            .filter(|claim| !claim.quantity.tokens.contains(&own))
            .flat_map(|claim| claim.quantity.dates())
            .map(|(date, _)| date)
            .collect();
        // «الموافق» has the other calendar right beside it.
        let at = article
            .claims
            .partition_point(|claim| claim.quantity.tokens.end <= own);
        let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
        let beside = beside.filter_map(|index| article.claims.get(index));
        let twin = beside
            .filter_map(|claim| claim.quantity.value.date())
            .find(|date| date.calendar == Calendar::Hijri)
            .and_then(civil_of);
        Self {
            date: article.date,
            twin,
            others,
        }
    }

    /// How much speaks for a day.
    fn votes(&self, dated: &Dated<'_>, day: Date) -> i32 {
        let apart = |other: Date| almanac::days_between(other, day).unsigned_abs();
        let fresh = self.date.map_or(0, |date| match apart(date) {
            0..=FRESH => 3,
            _ if apart(date) <= RECENT => 1,
            _ => 0,
        });
        let twin = self.twin.is_some_and(|twin| apart(twin) <= 1);
        let others = self.others.iter().map(|other| same(other, day)).max();
        let near = self.others.iter().filter_map(almanac::civil);
        let near = near.filter(|other| apart(*other) <= NEAR).count().min(2);
        let year = i32::from(day.year());
        let named = self.others.iter().any(|other| other.year == Some(year));
        // In January last year's number stays in the date.
        let turn = day.month() == 1 && Some(year - 1) == dated.value.year;
        fresh
            + others.unwrap_or(0)
            + 4 * i32::from(twin)
            + i32::try_from(near).unwrap_or(0)
            + i32::from(named)
            + i32::from(turn)
    }
}

/// How far another date names a day: whole, or without its year.
fn same(other: &DateValue, day: Date) -> i32 {
    let month = other.month == Some(day.month().unsigned_abs());
    let alike = month && other.day == Some(day.day().unsigned_abs());
    match other.year {
        Some(year) if alike && year == i32::from(day.year()) => 3,
        None if alike => 2,
        _ => 0,
    }
}

/// The day of the month with that weekday that most speaks for, the nearest of them.
fn other_day(
    article: &Analysis<'_>,
    dated: &Dated<'_>,
    evidence: &Evidence,
) -> Option<(Span, Date)> {
    let span = article.tokens.span(dated.written.day.as_ref()?);
    let right = i32::from(almanac::weekday_of(dated.day));
    let step = (i32::from(dated.weekday) - right + 10).rem_euclid(7) - 3;
    let days = (-5..=5).map(|week| almanac::later(dated.day, step + 7 * week));
    let month = days.filter(|day| day.first_of_month() == dated.day.first_of_month());
    let near = |day: &Date| almanac::days_between(dated.day, *day).unsigned_abs();
    let votes = |day: &Date| evidence.votes(dated, *day);
    let told = |day: &Date| near(day) <= WEEK || votes(day) > votes(&dated.day);
    let best = month
        .filter(told)
        .min_by_key(|day| (-votes(day), near(day)));
    best.map(|day| (span, day))
}

/// The year beside it in which the weekday is right.
fn other_year(
    article: &Analysis<'_>,
    dated: &Dated<'_>,
    evidence: &Evidence,
) -> Option<(Span, Date)> {
    let span = article.tokens.span(dated.written.year.as_ref()?);
    let (month, day) = dated.value.month.zip(dated.value.day)?;
    let year = i32::from(dated.day.year());
    let years = [year + 1, year - 1].into_iter();
    let days = years.filter_map(|year| almanac::day_of(year, month, day));
    let fits = days.filter(|day| almanac::weekday_of(*day) == dated.weekday);
    let best = fits.min_by_key(|day| -evidence.votes(dated, *day));
    best.map(|day| (span, day))
}

/// The month in which that day has the weekday, where something speaks for it.
fn other_month(
    article: &Analysis<'_>,
    dated: &Dated<'_>,
    evidence: &Evidence,
) -> Option<(Span, String, Date)> {
    let [name] = &dated.written.names[..] else {
        return None;
    };
    let kept = evidence.votes(dated, dated.day);
    let year = i32::from(dated.day.year());
    let days = (1..=12).filter_map(|month| almanac::day_of(year, month, dated.value.day?));
    let fits = days.filter(|day| almanac::weekday_of(*day) == dated.weekday);
    let best = fits.max_by_key(|day| evidence.votes(dated, *day))?;
    let strong = evidence.votes(dated, best) >= kept + 3;
    let text = almanac::month_name(article, name.families, best.month().unsigned_abs())?;
    strong.then(|| (article.tokens.span(&name.tokens), text, best))
}
