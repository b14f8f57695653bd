//! Figures in digits.
//!
//! ```text
//! digits     = whole [decimal]                       2,456,603.5 · ٩٨٫٢ · 1 234 567 · .75
//! whole      = digit{1,3} (group digit{3})+ | digit+
//! group      = , | ، | ٬ | . | ' | space             one and the same throughout
//! decimal    = (. | ٫ | , | ،) digit+
//! reversed   = digit+ ر digit+                       14ر48 is 48.14, as agencies type it
//! ```
//!
//! One mark with three digits behind it can be either («1.234»): what the article's other figures show decides, else the usage of
//! the language; where neither does, the other reading is kept.

use crate::lang::lexicon::marks::Marks;
use crate::quantity::Reader;
use crate::quantity::number::Number;
use crate::text::split::PieceKind;
use crate::token::Tokens;

/// A figure in digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digits {
    /// What it says.
    pub value: Number,
    /// One past its last token.
    pub end: usize,
    /// The step of its last decimal; none for a whole number.
    pub step: Option<Number>,
    /// The other reading.
    pub alternative: Option<Number>,
}

/// What a mark between digits is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Group,
    Decimal,
}

/// How an article writes its figures, as its unambiguous ones show.
#[derive(Clone, Copy, Debug, Default)]
pub struct Style {
    dot: Tally,
    comma: Tally,
    arabic: bool,
}

#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    groups: usize,
    decimals: usize,
}

impl Style {
    /// What the figures of an article show.
    pub fn of(tokens: &Tokens) -> Self {
        let mut style = Self::default();
        let (mut arabic, mut latin) = (0_usize, 0_usize);
        for at in 0..tokens.list.len() {
            match tokens.list[at].kind {
                PieceKind::Word if tokens.marks(at).contains(Marks::BEYOND_ASCII) => arabic += 1,
                PieceKind::Word => latin += 1,
                // Most figures stand alone and show nothing.
                PieceKind::Digits if tokens.list.get(at + 1).is_some_and(|next| next.glued) => {
                    style.note(&chain(tokens, at, tokens.list.len()));
                }
                PieceKind::Digits | PieceKind::Punctuation => {}
            }
        }
        style.arabic = arabic >= latin;
        style
    }

    fn note(&mut self, chain: &[(char, &str)]) {
        let tally = |mark: char| match mark {
            '.' => Some(true),
            ',' | '،' => Some(false),
            _ => None,
        };
        let [first, .., last] = chain else { return };
        let Some(dot) = tally(last.0) else { return };
        let (mark, other) = if dot {
            (&mut self.dot, &mut self.comma)
        } else {
            (&mut self.comma, &mut self.dot)
        };
        match chain.len() {
            2 if last.1.len() != 3 || first.1 == "0" => mark.decimals += 1,
            2 => {}
            _ if chain
                .iter()
                .skip(1)
                .all(|(each, part)| *each == last.0 && part.len() == 3) =>
            {
                mark.groups += 1;
            }
            3 if chain
                .get(1)
                .is_some_and(|(each, part)| *each != last.0 && part.len() == 3) =>
            {
                mark.decimals += 1;
                other.groups += 1;
            }
            _ => {}
        }
    }

    /// What a mark before three digits is for, and whether that is sure.
    fn role(self, mark: char, whole: &str, last: &str) -> (Role, bool) {
        let tally = match mark {
            '.' => self.dot,
            ',' | '،' => self.comma,
            '٫' => return (Role::Decimal, true),
            _ => return (Role::Group, true),
        };
        if whole.starts_with('0') {
            return (Role::Decimal, true);
        }
        match (tally.groups, tally.decimals) {
            (1.., 0) => (Role::Group, true),
            (0, 1..) if mark == '.' => (Role::Decimal, true),
            _ if mark != '.' => (Role::Group, tally.groups > 0 || !self.arabic),
            _ if !self.arabic => (Role::Decimal, true),
            _ if last.ends_with('0') => (Role::Group, false),
            _ => (Role::Decimal, false),
        }
    }
}

/// The most runs of digits that are looked at: no figure has as many, and a list without spaces may have thousands.
const LONGEST_CHAIN: usize = 16;

/// The runs of digits from `at` with the mark before each, nothing between them.
fn chain(tokens: &Tokens, at: usize, end: usize) -> Vec<(char, &str)> {
    let mut found = vec![('\0', tokens.folded(at))];
    let mut at = at;
    while at + 2 < end
        && found.len() < LONGEST_CHAIN
        && tokens.list[at + 1].glued
        && tokens.list[at + 2].glued
        && tokens.list[at + 2].kind == PieceKind::Digits
    {
        let mark = tokens.folded(at + 1).chars().next().unwrap_or('\0');
        if !matches!(mark, ',' | '.' | '،' | '٬' | '٫' | '\'' | '’') {
            break;
        }
        found.push((mark, tokens.folded(at + 2)));
        at += 2;
    }
    found
}

/// Reads digits at a token, a power of ten behind them included: 2.48×10−5, 1.5e6.
pub fn read(reader: Reader<'_>, at: usize, end: usize) -> Option<Digits> {
    let digits = mantissa(reader, at, end)?;
    let Some((power, next)) = exponent(reader, digits.end, end) else {
        return Some(digits);
    };
    let tens = Number::whole(10_i128.checked_pow(power.unsigned_abs())?);
    let shift = |value: Number| {
        if power < 0 {
            value.checked_div(tens)
        } else {
            value.checked_mul(tens)
        }
    };
    Some(Digits {
        value: shift(digits.value)?,
        end: next,
        step: shift(digits.step.unwrap_or(Number::ONE)),
        alternative: None,
    })
}

/// The power of ten behind digits, and one past it.
fn exponent(reader: Reader<'_>, at: usize, end: usize) -> Option<(i32, usize)> {
    let sign =
        |at: usize| usize::from(matches!(reader.folded(at), "-" | "−" | "+") && reader.glued(at));
    let next = match reader.folded(at) {
        "×" | "x" if reader.folded(at + 1) == "10" && reader.folded(at + 2) == "^" => at + 3,
        "×" if reader.folded(at + 1) == "10" => at + 2,
        "e" if reader.glued(at) => at + 1,
        _ => return None,
    };
    let number = next + sign(next);
    let small = reader.is_digits(number) && reader.glued(number) && number < end;
    let power: i32 = reader
        .folded(number)
        .parse()
        .ok()
        .filter(|power| small && *power <= 18)?;
    let signed = number > next;
    let minus = signed && reader.folded(next) != "+";
    let power = if minus { -power } else { power };
    (signed || reader.folded(at) == "e" || number > at + 2).then_some((power, number + 1))
}

/// Digits without a power of ten.
fn mantissa(reader: Reader<'_>, at: usize, end: usize) -> Option<Digits> {
    if !reader.is_digits(at) {
        return leading_point(reader, at, end);
    }
    if let Some(reversed) = reversed(reader, at, end) {
        return Some(reversed);
    }
    if let Some(spaced) = spaced(reader, at, end) {
        return Some(spaced);
    }
    let chain = chain(reader.tokens, at, end);
    let (front, rest) = chain.split_first()?;
    let plain = |digits: &str| Number::parse(digits);
    match rest {
        [] => Some(whole(plain(front.1)?, at + 1)),
        [(mark, part)] if part.len() == 3 && front.1.len() <= 3 => {
            let scaled = reader.is_scale(at + 3);
            let (role, sure) = reader.style.role(*mark, front.1, part);
            let role = if *mark == '.' && scaled {
                Role::Decimal
            } else {
                role
            };
            let (group, decimal) = (
                plain(&format!("{}{part}", front.1))?,
                decimal(front.1, part)?,
            );
            let sure = sure || *mark == '.' && scaled;
            Some(match role {
                Role::Group => Digits {
                    value: group,
                    end: at + 3,
                    step: None,
                    alternative: (!sure).then_some(decimal),
                },
                Role::Decimal => Digits {
                    value: decimal,
                    end: at + 3,
                    step: Some(step(3)),
                    alternative: (!sure).then_some(group),
                },
            })
        }
        [(',', part)] if part.len() != 3 && is_listed(reader, at) => {
            Some(whole(plain(front.1)?, at + 1))
        }
        [(mark, part)] if *mark != '\'' => with_decimals(front.1, part, at + 3),
        _ => grouped(&chain, at).or_else(|| {
            let dots = rest.iter().all(|(mark, _)| *mark == '.');
            if dots {
                None
            } else {
                Some(whole(plain(front.1)?, at + 1))
            }
        }),
    }
}

/// "22,24,26": a comma stands before the digits too.
fn is_listed(reader: Reader<'_>, at: usize) -> bool {
    at >= 2
        && reader.glued(at)
        && reader.glued(at - 1)
        && reader.folded(at - 1) == ","
        && reader.is_digits(at - 2)
}

/// Several marks: groups of three (or of two, in Indian style), then perhaps decimals behind another mark.
fn grouped(chain: &[(char, &str)], at: usize) -> Option<Digits> {
    let mark = chain.get(1)?.0;
    let groups = chain
        .iter()
        .skip(1)
        .take_while(|(each, _)| *each == mark)
        .count();
    let end = at + 1 + groups * 2;
    let parts = chain.get(1..=groups)?;
    let threes = parts.iter().all(|(_, part)| part.len() == 3);
    let indian = parts.split_last().is_some_and(|(last, rest)| {
        last.1.len() == 3 && !rest.is_empty() && rest.iter().all(|(_, part)| part.len() == 2)
    });
    if chain.first()?.1.len() > 3 || !(threes || indian && mark == ',') {
        return None;
    }
    let digits: String = chain
        .iter()
        .take(groups + 1)
        .map(|(_, part)| *part)
        .collect();
    match chain.get(groups + 1..)? {
        [] => Some(whole(Number::parse(&digits)?, end)),
        [(_, decimals)] => with_decimals(&digits, decimals, end + 2),
        _ => None,
    }
}

/// `1 234 567`: groups of three behind single spaces.
fn spaced(reader: Reader<'_>, at: usize, end: usize) -> Option<Digits> {
    let mut digits = reader.folded(at).to_owned();
    if digits.len() > 3 || digits.starts_with('0') {
        return None;
    }
    let mut next = at + 1;
    while next < end
        && reader.is_digits(next)
        && reader.folded(next).len() == 3
        && (1..=3).contains(&reader.gap(next))
    {
        digits.push_str(reader.folded(next));
        next += 1;
    }
    if next == at + 1 || reader.is_digits(next) && next < end && reader.gap(next) <= 3 {
        return None;
    }
    let point = next + 1 < end
        && reader.glued(next)
        && matches!(reader.folded(next), "." | "," | "٫" | "،")
        && reader.glued(next + 1)
        && reader.is_digits(next + 1);
    if !point {
        return Some(whole(Number::parse(&digits)?, next));
    }
    if reader.folded(next + 1).len() == 3 && reader.folded(next) != "٫" {
        return None;
    }
    with_decimals(&digits, reader.folded(next + 1), next + 2)
}

/// «14ر48».
fn reversed(reader: Reader<'_>, at: usize, end: usize) -> Option<Digits> {
    let typed = at + 2 < end
        && reader.folded(at + 1) == "ر"
        && reader.glued(at + 1)
        && reader.glued(at + 2)
        && reader.is_digits(at + 2);
    if !typed {
        return None;
    }
    with_decimals(reader.folded(at + 2), reader.folded(at), at + 3)
}

/// `.75`
fn leading_point(reader: Reader<'_>, at: usize, end: usize) -> Option<Digits> {
    let behind = reader.glued(at)
        && at
            .checked_sub(1)
            .is_some_and(|before| !matches!(reader.folded(before), "-" | "−" | "$" | "~" | "("));
    let point = at + 1 < end
        && matches!(reader.folded(at), "." | "٫")
        && reader.glued(at + 1)
        && reader.is_digits(at + 1);
    if !point || behind {
        return None;
    }
    with_decimals("0", reader.folded(at + 1), at + 2)
}

fn whole(value: Number, end: usize) -> Digits {
    Digits {
        value,
        end,
        step: None,
        alternative: None,
    }
}

fn with_decimals(whole: &str, decimals: &str, end: usize) -> Option<Digits> {
    Some(Digits {
        value: decimal(whole, decimals)?,
        end,
        step: Some(step(decimals.len())),
        alternative: None,
    })
}

fn decimal(whole: &str, decimals: &str) -> Option<Number> {
    Number::parse(&format!("{whole}.{decimals}"))
}

/// The value of one in the last of so many decimals.
fn step(places: usize) -> Number {
    let tenths = 10_i128.checked_pow(places as u32).unwrap_or(i128::MAX);
    Number::fraction(1, tenths).unwrap_or(Number::ONE)
}
