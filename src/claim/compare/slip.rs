//! [`Slip`]: how one number may have become the other at a keyboard.

use crate::quantity::number::Number;

/// A known way to mistype a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slip {
    /// The same digits in another order: 186 and 168.
    DigitsSwapped,
    /// One digit differs: 62 and 72.
    OneDigit,
    /// The same digits with a zero more or less, or a lost decimal point: 400 and 4,000.
    PowerOfTen,
    /// Thousands, millions and milliards confused: 28 million and 28 milliard.
    ScaleWord,
    /// No known slip.
    Other,
}

impl Slip {
    /// Whether the digits are the same, in another order or with another nought: two facts seldom differ so by chance.
    pub fn is_keystroke(self) -> bool {
        matches!(self, Self::DigitsSwapped | Self::PowerOfTen)
    }
}

/// A number and its digits as they would be typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// The number, without its sign.
    number: Number,
    /// ASCII digits, from the first that is no nought.
    digits: Vec<u8>,
}

impl Typed {
    /// The digits of a number.
    pub fn new(number: Number) -> Self {
        let number = number.abs();
        Self {
            number,
            digits: written(number),
        }
    }

    /// How many digits it has, noughts at the end left out: 45,000 has two.
    pub fn length(&self) -> usize {
        let noughts = self.digits.iter().rev().take_while(|digit| **digit == b'0');
        self.digits.len() - noughts.count()
    }
}

/// How `one` may have become `other`.
pub fn slip(one: &Typed, other: &Typed) -> Slip {
    if let Some(power) = power_of_ten(one.number, other.number) {
        return if power % 3 == 0 {
            Slip::ScaleWord
        } else {
            Slip::PowerOfTen
        };
    }
    let (a, b) = (&one.digits, &other.digits);
    if a.len() != b.len() || a.len() < 2 {
        return Slip::Other;
    }
    let differ = a.iter().zip(b).filter(|(x, y)| x != y).count();
    if differ == 1 {
        return Slip::OneDigit;
    }
    let digits = |typed: &Typed| sorted(typed.digits.iter().copied());
    if differ <= 3 && digits(one) == digits(other) {
        Slip::DigitsSwapped
    } else {
        Slip::Other
    }
}

/// Digits in the order of their size, to tell whether two figures have the same ones.
pub fn sorted(digits: impl IntoIterator<Item = u8>) -> Vec<u8> {
    let mut digits: Vec<u8> = digits.into_iter().collect();
    digits.sort_unstable();
    digits
}

/// The digits as written, from the first that is no nought.
fn written(number: Number) -> Vec<u8> {
    let text = number.to_string();
    let digits = text.bytes().filter(u8::is_ascii_digit);
    digits.skip_while(|digit| *digit == b'0').collect()
}

/// The power of ten between two numbers of the same leading digits.
fn power_of_ten(one: Number, other: Number) -> Option<u32> {
    let ratio = one.max(other).checked_div(one.min(other))?;
    let ratio = u64::try_from(ratio.to_whole()?).ok()?;
    let power = ratio.checked_ilog10()?;
    ((1..=9).contains(&power) && ratio == 10_u64.pow(power)).then_some(power)
}

/// Whether one number is about another with noughts behind it: 7,000 and 708.57.
pub fn is_nearly_power(one: Number, other: Number) -> bool {
    let (large, small) = (one.abs().max(other.abs()), one.abs().min(other.abs()));
    let Some(ratio) = large.checked_div(small) else {
        return false;
    };
    (1..=9)
        .map(|power| Number::whole(10_i128.pow(power)))
        .any(|power| (ratio - power).abs() * Number::whole(20) <= power)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(one: &str, other: &str) -> Slip {
        let typed = |text| Typed::new(Number::parse(text).unwrap());
        slip(&typed(one), &typed(other))
    }

    #[test]
    fn slips_have_names() {
        assert_eq!(of("186", "168"), Slip::DigitsSwapped);
        assert_eq!(of("62", "72"), Slip::OneDigit);
        assert_eq!(of("400", "4000"), Slip::PowerOfTen);
        assert_eq!(of("28000000", "28000000000"), Slip::ScaleWord);
        assert_eq!(of("4.5", "5.4"), Slip::DigitsSwapped);
        assert_eq!(of("12", "900"), Slip::Other);
    }
}
