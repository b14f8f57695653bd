//! Numbers in words, in digits, and in both: one grammar for both languages.
//!
//! ```text
//! number   = [minus] chunk (join chunk)* [join fraction [scale]]        each chunk below the scale of the one before it
//! chunk    = (group [join fraction] | fraction) scale+ | group | scale | two-of-scale
//! group    = digits | hundreds [join small] | small [point small+]
//! hundreds = small hundred | hundred | «ثلاثمئة»
//! small    = teen | unit ten | unit join tens | tens [-] unit | tens | ten | unit
//! join     = «و» | and | , | nothing, as the language has it
//! fraction = half | «ثلثان» | unit parts                               «ثلاثة أرباع», two thirds
//! ```
//!
//! «ثلاثة ملايين ومئتان وخمسة وعشرون ألفا», 3 ملايين و200 ألف, «مليونان ونصف المليون», two and a half million, nineteen hundred.
//! Which word plays which part is data: `rules/lexicon/<language>/numerals.yaml`.

use crate::lang::lexicon::marks::Marks;
use crate::lang::lexicon::numeral::{Link, Numeral};
use crate::quantity::number::Number;
use crate::quantity::reader::Lead;
use crate::quantity::{Reader, Writing, digits, fraction, interval, unit};

/// A number as it stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What it says.
    pub value: Number,
    /// Its first token.
    pub start: usize,
    /// One past its last token.
    pub end: usize,
    /// The scale word at its end, which a number before it in a range may share: «180 و220 ألف».
    pub scale: Number,
    /// The smallest step that the writing shows.
    pub grain: Number,
    /// In digits or in words.
    pub writing: Writing,
    /// The other reading of its separators.
    pub alternative: Option<Number>,
}

/// One group with its scale words.
#[derive(Clone, Copy, Debug)]
struct Chunk {
    value: Number,
    scale: Number,
    end: usize,
    /// The step of its decimals; none for a whole number.
    step: Option<Number>,
    alternative: Option<Number>,
    digits: bool,
}

/// Reads a number that starts at a token.
pub fn read(reader: Reader<'_>, at: usize, end: usize) -> Option<Figure> {
    if !reader.opens_number(at) {
        return None;
    }
    if let Some(figure) = plain(reader, at, end) {
        return Some(figure);
    }
    let words = Words { reader, end };
    if reader.is_any_link(at, Link::Minus) {
        let figure = words.number(at + 1, Lead::Bare)?;
        return Some(Figure {
            value: -figure.value,
            start: at,
            alternative: figure.alternative.map(|other| -other),
            ..figure
        });
    }
    words.number(at, Lead::First)
}

/// Digits from which no number goes on, as most figures are: known without asking for each way that it might.
fn plain(reader: Reader<'_>, at: usize, end: usize) -> Option<Figure> {
    let next = at + 1;
    let known = |at| reader.knows(at, Marks::PART);
    let free = if reader.is_digits(next) {
        // Groups of thousands have three digits behind a space; a fraction may follow a whole number.
        !reader.glued(next) && !reader.glued(next + 1) && reader.folded(next).len() != 3
    } else if reader.is_letters(next) {
        !reader.glued(next) && !matches!(reader.folded(next), "x" | "in")
    } else {
        let mark = reader.folded(next);
        !reader.is_digits(next + 1)
            && !known(next + 1)
            && mark != "×"
            && fraction::sign(mark).is_none()
    };
    if !reader.is_digits(at) || next < end && (known(next) || !free) {
        return None;
    }
    let value: u64 = reader.folded(at).parse().ok()?;
    let value = Number::whole(i128::from(value));
    Some(Figure {
        value,
        start: at,
        end: next,
        scale: Number::ONE,
        grain: interval::grain(value),
        writing: Writing::Digits,
        alternative: None,
    })
}

#[derive(Clone, Copy)]
struct Words<'a> {
    reader: Reader<'a>,
    end: usize,
}

impl Words<'_> {
    fn number(self, at: usize, lead: Lead) -> Option<Figure> {
        let first = if self.has(at, Lead::Bare, |part| part == Numeral::Link(Link::Article))
            && self.opens_scale(at + 1)
        {
            at + 1
        } else {
            at
        };
        let lead = if first > at { Lead::Bare } else { lead };
        if self.is_share(first, lead) {
            return self.share(at, lead);
        }
        let Some(mut chunk) = self.chunk(first, lead) else {
            return self.share(at, lead);
        };
        let mut total = chunk.value;
        let mut digits = chunk.digits;
        let thousand = Number::whole(1000);
        while chunk.scale >= thousand
            || chunk.scale > Number::ONE && !self.reader.is_arabic(chunk.end - 1)
        {
            let Some(next) = self.lower(chunk) else { break };
            let Some(sum) = total.checked_add(next.value) else {
                break;
            };
            total = sum;
            digits |= next.digits;
            chunk = Chunk {
                alternative: None,
                ..next
            };
        }
        let figure = Figure {
            value: total,
            start: at,
            end: chunk.end,
            scale: chunk.scale,
            grain: chunk.step.unwrap_or_else(|| interval::grain(total)),
            writing: if digits {
                Writing::Digits
            } else {
                Writing::Words
            },
            alternative: chunk.alternative,
        };
        Some(self.with_fraction(figure))
    }

    /// Whether what stands at a token makes "a" before it a number: "a million", "a dozen".
    fn opens_scale(self, at: usize) -> bool {
        self.has(at, Lead::Bare, |part| {
            matches!(
                part,
                Numeral::Scale { many: false, .. } | Numeral::Hundred { many: false }
            )
        })
    }

    /// «ثلاثة أرباع», or «خمس السكان»: a unit that begins a share, no scale behind it.
    fn is_share(self, at: usize, lead: Lead) -> bool {
        if fraction::ratio(self.reader, at, self.end).is_some() {
            return true;
        }
        let unit = self.has(at, lead, |part| {
            matches!(part, Numeral::Unit(1..) | Numeral::Ten)
        });
        let next = self.reader.past_hyphen(at + 1);
        let parts = self.has(next, Lead::Bare, |part| {
            matches!(part, Numeral::Parts(_))
                || matches!(part, Numeral::Fraction(_)) && !self.reader.is_arabic(next)
        });
        let part = self.has(at, lead, |part| matches!(part, Numeral::Fraction(_)));
        let of_definite = part && fraction::is_share_of_next(self.reader, at + 1);
        unit && (parts || of_definite)
            && fraction::of_scale(self.reader, at, self.end, lead).is_none()
            && fraction::alone(self.reader, at, self.end, lead).is_some()
    }

    /// A fraction that stands for a number of its own: «ثلث», "two thirds".
    fn share(self, at: usize, lead: Lead) -> Option<Figure> {
        let (value, end) = fraction::alone(self.reader, at, self.end, lead)?;
        Some(Figure {
            value,
            start: at,
            end,
            scale: Number::ONE,
            grain: value,
            writing: Writing::Words,
            alternative: None,
        })
    }

    /// The next chunk of a number, below the scale of the one before it.
    fn lower(self, before: Chunk) -> Option<Chunk> {
        let at = before.end;
        let hundreds = Number::whole(100);
        let round = before
            .scale
            .checked_mul(hundreds)
            .and_then(|step| before.value.checked_div(step));
        let same = |chunk: &Chunk| {
            let below = before
                .scale
                .checked_mul(hundreds)
                .is_some_and(|most| chunk.value < most);
            chunk.scale == before.scale
                && below
                && round.is_some_and(Number::is_whole)
                && !chunk.digits
        };
        let fits =
            |chunk: &Chunk| chunk.step.is_none() && (chunk.value < before.scale || same(chunk));
        let (next, lead) = self.reader.joined(at);
        if self.is_share(next, lead) {
            return None;
        }
        let joined = self.chunk(next, lead).filter(fits);
        if joined.is_some() {
            return joined;
        }
        let hundred = Number::whole(100);
        if self.reader.folded(at) == "," {
            let chunk = self.chunk(at + 1, Lead::Bare).filter(fits);
            return chunk.filter(|chunk| chunk.value >= hundred && !chunk.digits && !before.digits);
        }
        let next = self.reader.past_hyphen(at);
        let chunk = self.chunk(next, Lead::Bare).filter(fits)?;
        let english = !self.reader.is_arabic(at.saturating_sub(1));
        let plain = english && chunk.digits == before.digits;
        let hundreds = chunk.value >= hundred && chunk.scale == Number::ONE;
        (plain || hundreds && (chunk.digits == before.digits)).then_some(chunk)
    }

    /// «ونصف المليون», "and a half", behind a whole number.
    fn with_fraction(self, figure: Figure) -> Figure {
        let Some((part, mut end)) = fraction::behind(self.reader, figure.end, self.end) else {
            return figure;
        };
        let mut of = if figure.scale >= Number::whole(1000) {
            figure.scale
        } else {
            Number::ONE
        };
        let named = self
            .scale_at(end, Lead::Bare)
            .filter(|(scale, _)| *scale <= figure.value);
        if let Some((scale, after)) = named {
            (of, end) = (scale, after);
        } else if self.reader.is_arabic(end) && fraction::is_share_of_next(self.reader, end) {
            return figure;
        }
        let value = part
            .checked_mul(of)
            .and_then(|part| figure.value.checked_add(part));
        match value {
            Some(value) if figure.value.is_whole() => Figure {
                value,
                end,
                grain: part * of,
                ..figure
            },
            _ => figure,
        }
    }

    fn chunk(self, at: usize, lead: Lead) -> Option<Chunk> {
        if at >= self.end {
            return None;
        }
        let (value, mut next, mut step, mut alternative, digits) = self.group_or_scale(at, lead)?;
        let (mut number, mut scale) = value;
        if scale == Number::ONE
            && let Some((sum, after)) = self.mixed(number, next)
        {
            (number, next) = (sum, after);
            step = Some(number);
            let (first, end) = self.scale_at(next, Lead::Bare)?;
            (number, scale, next) = (number.checked_mul(first)?, first, end);
        }
        while let Some((factor, end)) = self.scale_behind(next, digits) {
            number = number.checked_mul(factor)?;
            scale = if scale >= Number::whole(1000) {
                scale.checked_mul(factor)?
            } else {
                factor
            };
            step = step.and_then(|step| step.checked_mul(factor));
            alternative = alternative.and_then(|other| other.checked_mul(factor));
            next = end;
        }
        Some(Chunk {
            value: number,
            scale,
            end: next,
            step,
            alternative,
            digits,
        })
    }

    /// The scale word behind a group, or the abbreviation glued to digits.
    fn scale_behind(self, at: usize, digits: bool) -> Option<(Number, usize)> {
        let next = self.reader.past_hyphen(at);
        self.scale_at(next, Lead::Bare)
            .or_else(|| digits.then(|| self.short_scale(at)).flatten())
    }

    fn scale_at(self, at: usize, lead: Lead) -> Option<(Number, usize)> {
        let mut found = self.parts(at, lead);
        found.find_map(|part| match part {
            Numeral::Scale { value, .. } => Some((Number::whole(value), at + 1)),
            _ => None,
        })
    }

    /// `bn`, `k`, `m`: `m` is metres where nothing says otherwise.
    fn short_scale(self, at: usize) -> Option<(Number, usize)> {
        let word = self.reader.folded(at);
        let value = self.parts(at, Lead::Bare).find_map(|part| match part {
            Numeral::Short(value) => Some(Number::whole(value)),
            _ => None,
        })?;
        let glued = self.reader.glued(at);
        let money = fraction::is_money_before(self.reader, at);
        let fits = match word {
            "b" | "t" | "mm" | "g" => money && glued,
            "m" => {
                let counts = || {
                    self.reader.is_capital(at)
                        || self.counts_behind(at + 1)
                        || unit::is_money_behind(self.reader, at + 1)
                };
                money || glued && counts()
            }
            "k" => (glued || money) && !unit::is_kelvin(self.reader, at),
            "mil" | "thou" => true,
            _ => glued || self.reader.gap(at) == 1,
        };
        fits.then_some((value, at + 1))
    }

    /// Whether a plural noun follows: "5m people".
    fn counts_behind(self, at: usize) -> bool {
        let word = self.reader.folded(at);
        at < self.end
            && self.reader.is_letters(at)
            && !self.reader.glued(at)
            && (word == "people" || word.len() > 4 && word.ends_with('s') && !word.ends_with("ss"))
    }

    /// "two and a half" before a scale word.
    fn mixed(self, whole: Number, at: usize) -> Option<(Number, usize)> {
        let (part, end) = fraction::behind(self.reader, at, self.end)?;
        let article = self.scale_at(end, Lead::Bare).is_some();
        let definite = self
            .reader
            .tokens
            .readings(end)
            .first()
            .is_some_and(|reading| !reading.proclitics.is_empty());
        (article && !definite && whole.is_whole()).then_some((whole.checked_add(part)?, end))
    }

    #[expect(
        clippy::type_complexity,
        reason = "the five things that a group is, for one caller"
    )]
    fn group_or_scale(
        self,
        at: usize,
        lead: Lead,
    ) -> Option<(
        (Number, Number),
        usize,
        Option<Number>,
        Option<Number>,
        bool,
    )> {
        if let Some((value, end, step)) = fraction::mixed_digits(self.reader, at, self.end) {
            return Some(((value, Number::ONE), end, Some(step), None, true));
        }
        if let Some(read) = digits::read(self.reader, at, self.end) {
            let hundred = self.has(read.end, Lead::Bare, |part| {
                matches!(part, Numeral::Hundred { .. })
            });
            if hundred && !self.reader.glued(read.end) {
                let base = read.value.checked_mul(Number::whole(100))?;
                let (value, end) = self.hundreds_tail(base, read.end + 1);
                return Some(((value, Number::ONE), end, None, None, true));
            }
            return Some((
                (read.value, Number::ONE),
                read.end,
                read.step,
                read.alternative,
                true,
            ));
        }
        if let Some((value, end)) = fraction::of_scale(self.reader, at, self.end, lead) {
            return Some(((value, Number::ONE), end, None, None, false));
        }
        if let Some((value, end)) = self.group(at, lead) {
            let (value, end, step) = self.point(value, end);
            return Some(((value, Number::ONE), end, step, None, false));
        }
        let two = self.parts(at, lead).find_map(|part| match part {
            Numeral::TwoOf(value) => Some(value),
            _ => None,
        });
        let one = self.parts(at, lead).find_map(|part| match part {
            Numeral::Scale { value, many: false } => Some(value),
            _ => None,
        });
        let (value, scale) = match (one, two) {
            (Some(value), Some(_)) if !self.is_construct(at) => (value, value),
            (_, Some(value)) => (value * 2, value),
            (Some(value), None) => (value, value),
            (None, None) => return None,
        };
        Some((
            (Number::whole(value), Number::whole(scale)),
            at + 1,
            None,
            None,
            false,
        ))
    }

    /// «ألفا» before a noun is two thousand of it, elsewhere a thousand in the accusative.
    fn is_construct(self, at: usize) -> bool {
        at + 1 < self.end
            && self.reader.is_letters(at + 1)
            && !self.reader.is_link(at + 1, Link::Of)
            && self
                .reader
                .tokens
                .readings(at + 1)
                .iter()
                .all(|reading| reading.proclitics.is_empty() || reading.enclitic)
    }

    /// A number below a thousand; "forty-five hundred" goes beyond.
    fn group(self, at: usize, lead: Lead) -> Option<(i128, usize)> {
        let hundreds = self.parts(at, lead).find_map(|part| match part {
            Numeral::Hundreds(value) => Some(i128::from(value)),
            Numeral::Hundred { many: false } => Some(100),
            _ => None,
        });
        if let Some(value) = hundreds {
            let (value, end) = self.hundreds_tail(Number::whole(value), at + 1);
            return Some((value.to_whole()?, end));
        }
        let (value, end) = self.small(at, lead)?;
        let hundred = self.has(end, Lead::Bare, |part| {
            matches!(part, Numeral::Hundred { .. })
        });
        if value > 0 && hundred {
            let (value, end) = self.hundreds_tail(Number::whole(value * 100), end + 1);
            return Some((value.to_whole()?, end));
        }
        Some((value, end))
    }

    fn hundreds_tail(self, hundreds: Number, at: usize) -> (Number, usize) {
        let (next, lead) = self.reader.joined(at);
        let small = |at, lead| {
            self.small(at, lead).or_else(|| {
                let read = digits::read(self.reader, at, self.end)?;
                Some((
                    read.value.to_whole().filter(|value| *value < 100)?,
                    read.end,
                ))
            })
        };
        let tail = if next < self.end {
            self.small_before_scale(next, lead, &small)
        } else {
            None
        };
        let tail = tail.or_else(|| {
            let english = !self.reader.is_arabic(at.saturating_sub(1));
            let next = self.reader.past_hyphen(at);
            if english {
                self.small(next, Lead::Bare)
            } else {
                None
            }
        });
        match tail {
            Some((value, end)) if value > 0 => (hundreds + Number::whole(value), end),
            _ => (hundreds, at),
        }
    }

    fn small_before_scale(
        self,
        at: usize,
        lead: Lead,
        small: &impl Fn(usize, Lead) -> Option<(i128, usize)>,
    ) -> Option<(i128, usize)> {
        small(at, lead).filter(|(_, end)| {
            !self.has(*end, Lead::Bare, |part| {
                matches!(part, Numeral::Hundred { .. } | Numeral::Parts(_))
            })
        })
    }

    /// A number below a hundred.
    fn small(self, at: usize, lead: Lead) -> Option<(i128, usize)> {
        if at >= self.end {
            return None;
        }
        self.parts(at, lead).find_map(|part| match part {
            Numeral::Unit(unit) => self.compound(unit, at).or(Some((i128::from(unit), at + 1))),
            Numeral::Bound(unit) => self.compound(unit, at),
            Numeral::Ten => Some((10, at + 1)),
            Numeral::Teen(value) => Some((i128::from(value), at + 1)),
            Numeral::Tens(tens) => Some(self.tens_and_unit(tens, at + 1)),
            _ => None,
        })
    }

    /// «خمسة عشر», «خمسة وعشرون».
    fn compound(self, unit: u8, at: usize) -> Option<(i128, usize)> {
        if unit == 0 || !self.reader.is_arabic(at) {
            return None;
        }
        if self.has(at + 1, Lead::Bare, |part| part == Numeral::Ten) {
            return Some((10 + i128::from(unit), at + 2));
        }
        let (next, lead) = self.reader.joined(at + 1);
        let tens = self.parts(next, lead).find_map(|part| match part {
            Numeral::Tens(tens) => Some(i128::from(tens)),
            _ => None,
        })?;
        Some((tens + i128::from(unit), next + 1))
    }

    /// "twenty-one".
    fn tens_and_unit(self, tens: u8, at: usize) -> (i128, usize) {
        let next = self.reader.past_hyphen(at);
        let unit = self.parts(next, Lead::Bare).find_map(|part| match part {
            Numeral::Unit(unit) if unit > 0 => Some(unit),
            _ => None,
        });
        match unit {
            Some(unit) if !self.reader.is_arabic(next) => (i128::from(tens + unit), next + 1),
            _ => (i128::from(tens), at),
        }
    }

    /// «واحد فاصلة خمسة», "three point one four".
    fn point(self, whole: i128, at: usize) -> (Number, usize, Option<Number>) {
        let mut value = Number::whole(whole);
        let (mut next, mut places) = (at + 1, 0_u32);
        if !self.reader.is_link(at, Link::Point) {
            return (value, at, None);
        }
        while let Some((part, end)) = self.small(next, Lead::Bare).filter(|_| places < 12) {
            places += if part > 9 { 2 } else { 1 };
            let Some(part) = Number::fraction(part, 10_i128.pow(places)) else {
                break;
            };
            (value, next) = (value + part, end);
        }
        if places == 0 {
            return (value, at, None);
        }
        (value, next, Number::fraction(1, 10_i128.pow(places)))
    }

    fn parts(self, at: usize, lead: Lead) -> impl Iterator<Item = Numeral> {
        let inside = at < self.end;
        self.reader.numerals(at, lead).filter(move |_| inside)
    }

    fn has(self, at: usize, lead: Lead, wanted: impl Fn(Numeral) -> bool) -> bool {
        self.parts(at, lead).any(wanted)
    }
}
