//! [`Slip`]: how one number may have become the other at a keyboard.

use smallvec::SmallVec;

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

/// A number as it is typed.
#[derive(Clone, Debug)]
pub struct Typed {
    number: Number,
    /// The digits as written, from the first that is no nought.
    digits: SmallVec<[u8; 16]>,
}

impl Typed {
    /// A number in digits.
    pub fn new(number: Number) -> Self {
        let mut digits: SmallVec<[u8; 16]> = SmallVec::new();
        if let Some(mut rest) = number
            .to_whole()
            .and_then(|whole| u64::try_from(whole).ok())
        {
            while rest > 0 {
                digits.push(b'0' + (rest % 10) as u8);
                rest /= 10;
            }
            digits.reverse();
        } else {
            let written = number.to_string();
            let typed = written.bytes().filter(u8::is_ascii_digit);
            digits.extend(typed.skip_while(|digit| *digit == b'0'));
        }
        Self { number, digits }
    }

    /// How many digits it has, noughts at both ends left out: 45,000 has two.
    pub fn telling(&self) -> usize {
        let noughts = self.digits.iter().rev();
        let noughts = noughts.take_while(|digit| **digit == b'0').count();
        self.digits.len() - noughts
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
    match differ {
        1 => Slip::OneDigit,
        0 | 2 | 3 if sorted(a.iter().copied()) == sorted(b.iter().copied()) => Slip::DigitsSwapped,
        _ => Slip::Other,
    }
}

/// Digits in the order of their size, to tell whether two figures have the same ones.
pub fn sorted(digits: impl IntoIterator<Item = u8>) -> Vec<u8> {
    let mut digits: Vec<u8> = digits.into_iter().collect();
    digits.sort_unstable();
    digits
}

/// The smaller number and the larger, without their signs.
fn by_size(one: Number, other: Number) -> (Number, Number) {
    let (one, other) = (one.abs(), other.abs());
    if one > other {
        (other, one)
    } else {
        (one, other)
    }
}

/// The most noughts that one number has and another lacks.
const NOUGHTS: u32 = 9;

/// A number with one nought more behind it at each step, as long as it may be the number sought.
fn with_noughts(number: Number, up_to: impl Fn(Number) -> bool) -> impl Iterator<Item = Number> {
    let ten = Number::whole(10);
    let longer = std::iter::successors(Some(number * ten), move |longer| Some(*longer * ten));
    longer
        .take(NOUGHTS as usize)
        .take_while(move |longer| up_to(*longer))
}

/// The power of ten between two numbers of the same leading digits.
fn power_of_ten(one: Number, other: Number) -> Option<u32> {
    let (small, large) = by_size(one, other);
    if small.is_zero() {
        return None;
    }
    (1..)
        .zip(with_noughts(small, |longer| longer <= large))
        .find(|(_, longer)| *longer == large)
        .map(|(power, _)| power)
}

/// Whether one number is about another with noughts behind it, to a twentieth: 7,000 and 708.57.
pub fn is_nearly_power(one: Number, other: Number) -> bool {
    let (small, large) = by_size(one, other);
    let times = |number: Number, times: i128| number * Number::whole(times);
    let large = times(large, 20);
    !small.is_zero()
        && with_noughts(small, |longer| times(longer, 19) <= large)
            .any(|longer| large <= times(longer, 21))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(one: &str, other: &str) -> Slip {
        let [one, other] = [one, other].map(|text| Typed::new(Number::parse(text).unwrap()));
        slip(&one, &other)
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
