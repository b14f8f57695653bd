//! [`Number`]: an exact fraction; no figure is ever a float.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::{Add, Mul, Neg, Sub};

use num_rational::Ratio;
use num_traits::{CheckedAdd, CheckedDiv, CheckedMul, CheckedSub, Signed, Zero};

/// An exact rational number in lowest terms. Arithmetic saturates to `None` in the `checked_` forms; figures are bounded far below the limit
/// when read. Nearly every figure has terms of one machine word, for which there is a shorter way: 128 bits are slow to divide.
#[derive(Clone, Copy, Debug, Default)]
pub struct Number(Ratio<i128>);

impl Number {
    /// Nought.
    pub const ZERO: Self = Self(Ratio::new_raw(0, 1));
    /// One.
    pub const ONE: Self = Self(Ratio::new_raw(1, 1));

    /// A whole number.
    pub fn whole(value: i128) -> Self {
        Self(Ratio::from_integer(value))
    }

    /// `numerator / denominator`; none where the denominator is nought.
    pub fn fraction(numerator: i128, denominator: i128) -> Option<Self> {
        (denominator != 0).then(|| Self::lowest(numerator, denominator))
    }

    /// A fraction in lowest terms; the denominator is not nought.
    fn lowest(numerator: i128, denominator: i128) -> Self {
        match (i64::try_from(numerator), i64::try_from(denominator)) {
            // The least number of a word has no positive twin, which a general quotient may ask for.
            (Ok(above), Ok(below)) if above > i64::MIN && below > 0 => {
                let (above, below) = Ratio::new(above, below).into_raw();
                Self(Ratio::new_raw(above.into(), below.into()))
            }
            _ => Self(Ratio::new(numerator, denominator)),
        }
    }

    /// Both terms, where each has one machine word: no product of two of them overflows 128 bits.
    fn terms(self) -> Option<[i128; 2]> {
        let word = |term: i128| i64::try_from(term).ok().map(i128::from);
        Some([word(*self.0.numer())?, word(*self.0.denom())?])
    }

    /// Reads ASCII digits with at most one decimal point, up to 30 digits.
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
        let digits = whole.len() + decimals.len();
        let bytes = || whole.bytes().chain(decimals.bytes());
        if digits == 0 || digits > 30 || !bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let value = bytes().fold(0, |value, byte| 10 * value + i128::from(byte - b'0'));
        if decimals.is_empty() {
            return Some(Self::whole(value));
        }
        Self::fraction(value, 10_i128.checked_pow(decimals.len() as u32)?)
    }

    /// The sum, where it fits.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        if self.is_whole() && other.is_whole() {
            let sum = self.0.numer().checked_add(other.0.numer())?;
            return Some(Self::whole(sum));
        }
        match (self.terms(), other.terms()) {
            (Some([a, b]), Some([c, d])) => Some(Self::lowest(a * d + c * b, b * d)),
            _ => self.0.checked_add(&other.0).map(Self),
        }
    }

    /// The difference, where it fits.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        if self.is_whole() && other.is_whole() {
            let rest = self.0.numer().checked_sub(other.0.numer())?;
            return Some(Self::whole(rest));
        }
        match (self.terms(), other.terms()) {
            (Some([a, b]), Some([c, d])) => Some(Self::lowest(a * d - c * b, b * d)),
            _ => self.0.checked_sub(&other.0).map(Self),
        }
    }

    /// The product, where it fits.
    pub fn checked_mul(self, other: Self) -> Option<Self> {
        if self.is_whole() && other.is_whole() {
            let product = self.0.numer().checked_mul(other.0.numer())?;
            return Some(Self::whole(product));
        }
        match (self.terms(), other.terms()) {
            (Some([a, b]), Some([c, d])) => Some(Self::lowest(a * c, b * d)),
            _ => self.0.checked_mul(&other.0).map(Self),
        }
    }

    /// The quotient; none for nought or where it does not fit.
    pub fn checked_div(self, other: Self) -> Option<Self> {
        if other.is_zero() {
            return None;
        }
        match (self.terms(), other.terms()) {
            (Some([a, b]), Some([c, d])) => Some(Self::lowest(a * d, b * c)),
            _ => self.0.checked_div(&other.0).map(Self),
        }
    }

    /// The multiple of `step` that is nearest to it, of two as near the one away from nought; none for a step of nought.
    pub fn nearest_multiple(self, step: Self) -> Option<Self> {
        let (Some(number), Some(whole)) = (self.to_whole(), step.to_whole()) else {
            let steps = self.checked_div(step)?.round();
            return Some(Self::whole(steps) * step);
        };
        if whole == 0 {
            return None;
        }
        let below = quotient(number, whole) * whole;
        let rest = number - below;
        let away = whole.abs() - rest.abs() <= rest.abs();
        let next = if number < 0 {
            -whole.abs()
        } else {
            whole.abs()
        };
        Some(Self::whole(if away {
            below.checked_add(next)?
        } else {
            below
        }))
    }

    /// Without its sign.
    pub fn abs(self) -> Self {
        Self(self.0.abs())
    }

    /// Whether it has no fraction.
    pub fn is_whole(self) -> bool {
        *self.0.denom() == 1
    }

    /// Whether it is nought.
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// The whole number, where it is one.
    pub fn to_whole(self) -> Option<i128> {
        self.is_whole().then_some(*self.0.numer())
    }

    /// The whole number at or below it.
    pub fn floor(self) -> i128 {
        match self.terms() {
            Some([above, below]) => {
                let cut = quotient(above, below);
                cut - i128::from(above < cut * below)
            }
            None => self.0.floor().to_integer(),
        }
    }

    /// The nearest whole number, halves away from nought.
    pub fn round(self) -> i128 {
        match self.terms() {
            Some([above, below]) => {
                let nearest = quotient(2 * above.abs() + below, 2 * below);
                if above < 0 { -nearest } else { nearest }
            }
            None => self.0.round().to_integer(),
        }
    }
}

/// Divides by a divisor that is not nought, in one machine word where both have one; what is left over is dropped.
fn quotient(number: i128, divisor: i128) -> i128 {
    match (i64::try_from(number), i64::try_from(divisor)) {
        // The least number of a word has no opposite.
        (Ok(number), Ok(divisor)) if divisor > 0 => i128::from(number / divisor),
        _ => number.wrapping_div(divisor),
    }
}

/// A whole number without the noughts at its end, and the power of ten that they make of one.
pub fn without_noughts(whole: i128) -> (i128, i128) {
    let (mut digits, mut noughts) = (whole, 1);
    loop {
        let shorter = quotient(digits, 10);
        if digits == 0 || shorter * 10 != digits {
            return (digits, noughts);
        }
        (digits, noughts) = (shorter, noughts * 10);
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.0.numer() == other.0.numer() && self.0.denom() == other.0.denom()
    }
}

impl Eq for Number {}

impl Hash for Number {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.numer().hash(state);
        self.0.denom().hash(state);
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.0.denom() == other.0.denom() {
            return self.0.numer().cmp(other.0.numer());
        }
        match (self.terms(), other.terms()) {
            (Some([a, b]), Some([c, d])) => (a * d).cmp(&(c * b)),
            _ => self.0.cmp(&other.0),
        }
    }
}

impl Add for Number {
    type Output = Self;

    /// The sum; the first number where it does not fit.
    fn add(self, other: Self) -> Self {
        self.checked_add(other).unwrap_or(self)
    }
}

impl Sub for Number {
    type Output = Self;

    /// The difference; the first number where it does not fit.
    fn sub(self, other: Self) -> Self {
        self.checked_sub(other).unwrap_or(self)
    }
}

impl Mul for Number {
    type Output = Self;

    /// The product; the first number where it does not fit.
    fn mul(self, other: Self) -> Self {
        self.checked_mul(other).unwrap_or(self)
    }
}

impl Neg for Number {
    type Output = Self;

    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl fmt::Display for Number {
    /// A decimal where it ends (`2.5`), else a fraction (`1/3`).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (numerator, denominator) = (*self.0.numer(), *self.0.denom());
        if denominator == 1 {
            return write!(f, "{numerator}");
        }
        let mut rest = denominator;
        let (mut twos, mut fives) = (0_u32, 0_u32);
        while rest % 2 == 0 {
            (rest, twos) = (rest / 2, twos + 1);
        }
        while rest % 5 == 0 {
            (rest, fives) = (rest / 5, fives + 1);
        }
        let places = twos.max(fives);
        let scaled = 10_i128
            .checked_pow(places)
            .and_then(|power| (power / denominator.max(1)).checked_mul(numerator.abs()));
        match scaled {
            Some(scaled) if rest == 1 => {
                let sign = if numerator < 0 { "-" } else { "" };
                let power = 10_i128.pow(places);
                write!(
                    f,
                    "{sign}{}.{:0width$}",
                    scaled / power,
                    scaled % power,
                    width = places as usize
                )
            }
            _ => write!(f, "{numerator}/{denominator}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_multiple_is_the_same_however_the_numbers_are_written() {
        let third = Number::fraction(1, 3).unwrap();
        for number in -31..=31 {
            for step in [-7, -4, 1, 2, 5, 10] {
                let (number, step) = (Number::whole(number), Number::whole(step));
                let thirds = (number * third).nearest_multiple(step * third).unwrap();
                assert_eq!(number.nearest_multiple(step).unwrap() * third, thirds);
            }
        }
        assert_eq!(Number::ONE.nearest_multiple(Number::ZERO), None);
    }

    #[test]
    fn large_and_small_terms_reckon_alike() {
        let huge = Number::whole(i128::from(i64::MAX)) * Number::whole(8);
        let third = Number::fraction(1, 3).unwrap();
        assert_eq!(huge.checked_div(huge), Some(Number::ONE));
        assert_eq!((huge + third) - huge, third);
        assert_eq!((huge * third) * Number::whole(3), huge);
        assert!(third < Number::fraction(1, 2).unwrap() && huge > third && -huge < third);
        assert_eq!(Number::fraction(-2, -6), Some(third));
        assert_eq!(Number::fraction(2, -6), Some(-third));
        assert_eq!(third.checked_div(Number::ZERO), None);
        assert_eq!(without_noughts(0), (0, 1));
        assert_eq!(without_noughts(-4500), (-45, 100));
    }

    #[test]
    fn wholes_below_and_near_are_those_of_any_fraction() {
        let large = i128::from(i64::MAX) * 6;
        for above in (-20..=20).chain([large, -large]) {
            for below in 1..=6 {
                let (number, ratio) = (
                    Number::fraction(above, below).unwrap(),
                    Ratio::new(above, below),
                );
                assert_eq!(number.floor(), ratio.floor().to_integer());
                assert_eq!(number.round(), ratio.round().to_integer());
            }
        }
    }

    #[test]
    fn decimals_and_fractions_print_as_written() {
        assert_eq!(Number::parse("2.50").unwrap().to_string(), "2.5");
        assert_eq!(Number::fraction(1, 3).unwrap().to_string(), "1/3");
        assert_eq!((-Number::parse("0.05").unwrap()).to_string(), "-0.05");
        assert_eq!(Number::whole(-7).to_string(), "-7");
        assert!(Number::parse("1.2.3").is_none());
    }
}
