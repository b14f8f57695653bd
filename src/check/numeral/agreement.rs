//! A number and the noun behind it that do not agree: «12 قتلى», «أربعة دول», "21 child".
//!
//! Only nouns of the lexicon are asked, and only what every reading of the word denies: «فرق» is the plural of «فريق» and of «فرقة». The alif of the
//! accusative is never asked, nor the form of a scale word behind digits («9 مليون»), which is house style.

use std::ops::Range;

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::numeral::form::{Asked, unit_before};
use crate::check::{Check, Match, Repair, Text};
use crate::claim::Claim;
use crate::diagnostic::Confidence;
use crate::lang::lexicon::cue::Cue;
use crate::lang::lexicon::marks::Marks;
use crate::lang::lexicon::noun::{Gender, Noun, NounForm};
use crate::lang::lexicon::numeral::{Link, Numeral};
use crate::quantity::number::Number;
use crate::quantity::reader::Lead;
use crate::quantity::words::{self, Figure};
use crate::quantity::{Reader, Writing};
use crate::text::fold::fold;
use crate::text::span::Span;
use crate::text::split::PieceKind;

/// Finds numbers that do not agree with what they count.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NumeralAgreement {}

impl Check for NumeralAgreement {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        let reader = article.reader();
        let mut found: Vec<_> = article
            .claims
            .iter()
            .filter_map(|claim| {
                let counting = Counting::of(reader, claim)?;
                let arabic = reader.is_arabic(counting.noun);
                let mut one = if arabic {
                    counting
                        .wrong_form(article)
                        .or_else(|| counting.wrong_gender())
                } else {
                    counting.lone_singular(article)
                }?;
                if claim.quoted {
                    one.confidence = one.confidence.and(Confidence::new(QUOTED));
                }
                Some(one)
            })
            .collect();
        found.sort_by_key(|one| one.places.first().map(|place| place.span));
        found
    }
}

/// What is left of a certainty inside a quotation, in hundredths: people speak as they speak.
const QUOTED: u8 = 55;

/// A number with the noun behind it.
struct Counting<'a> {
    reader: Reader<'a>,
    figure: Figure,
    value: i128,
    /// The token of the noun.
    noun: usize,
    /// What the noun may be.
    readings: Vec<Noun>,
}

impl<'a> Counting<'a> {
    fn of(reader: Reader<'a>, claim: &Claim) -> Option<Self> {
        let number = claim.quantity.number?;
        let list = &reader.tokens.list;
        let start = list.partition_point(|token| token.span.start < number.start);
        let end = reader.tokens.sentences.get(claim.sentence)?.tokens.end;
        claim.quantity.value.amount()?.written?;
        let figure =
            plain_digits(reader, claim, start).or_else(|| words::read(reader, start, end))?;
        let noun = figure.end;
        let next = list
            .get(noun)
            .filter(|token| token.kind == PieceKind::Word && !token.glued)?;
        let plain = (figure.start..figure.end).all(|at| !matches!(reader.folded(at), "." | "٫"));
        if noun >= end || list.get(start)?.block != next.block || !plain {
            return None;
        }
        let bare = reader
            .tokens
            .readings(noun)
            .iter()
            .filter(|reading| reading.proclitics.is_empty() && !reading.enclitic);
        let nouns = &reader.lexicon.nouns;
        let readings: Vec<_> = bare
            .flat_map(|reading| nouns.counted(reading.lex))
            .copied()
            .collect();
        let before = start.checked_sub(1);
        let named = before.is_some_and(|before| is_label(reader, before, &figure));
        let value = figure.value.to_whole()?;
        let asked = !named && !is_other_word(reader, &figure);
        (asked && figure.alternative.is_none() && !readings.is_empty()).then_some(Self {
            reader,
            figure,
            value,
            noun,
            readings,
        })
    }

    /// The noun is of another number than its figure asks.
    fn wrong_form(&self, article: &Analysis<'_>) -> Option<Match> {
        let asked = Asked::by(self.value)?;
        let fits = |noun: &Noun| match asked {
            Asked::Plural => !matches!(noun.form, NounForm::Singular | NounForm::Accusative),
            // «دولا» is a slip for «دولار» before it is a plural with an alif.
            Asked::Accusative | Asked::Singular => {
                noun.form != NounForm::Plural || self.reader.folded(self.noun).ends_with('ا')
            }
        };
        let nouns = &article.lexicon.nouns;
        if self.readings.iter().any(fits) || self.is_year() {
            return None;
        }
        let right = self
            .readings
            .iter()
            .find_map(|noun| asked.of(nouns.lemma(noun.id)?))?;
        let noun = self.reader.tokens.list.get(self.noun)?.span;
        if article.text(noun) == right {
            return None;
        }
        let repair = replace("noun", noun, right.clone());
        // «407 سلعة» is a slip that half the desks make, «7 سلعة» one that none means; «1068 رجال» may be a polling station.
        let loose = asked == Asked::Plural && self.value > 100;
        let sure = if loose || self.is_section(article) {
            50
        } else {
            90
        };
        let number = self.figure.start..self.figure.end;
        Some(
            self.report(sure, asked.case(), right, number)
                .repair(repair),
        )
    }

    /// Digits before the name of a section, which is always plural: the hundred metres of the men, the school of the girls.
    fn is_section(&self, article: &Analysis<'_>) -> bool {
        let nouns = &article.lexicon.nouns;
        let class = |noun: &Noun| noun.class.map_or("", |class| nouns.class_name(class));
        let sexes = |noun| matches!(class(noun), "man" | "woman" | "boy" | "girl" | "youth");
        self.figure.writing == Writing::Digits && self.readings.iter().any(sexes)
    }

    /// Four digits that are a year more often than a count.
    fn is_year(&self) -> bool {
        let digits = self.figure.writing == Writing::Digits;
        digits && self.figure.end == self.figure.start + 1 && (1900..2100).contains(&self.value)
    }

    /// The number word is of the gender that the noun does not have.
    fn wrong_gender(&self) -> Option<Match> {
        if self.figure.writing != Writing::Words {
            return None;
        }
        let genders: Vec<_> = self.readings.iter().map(|noun| noun.gender).collect();
        let gender = (*genders.first()?)?;
        let last = self.figure.end - 1;
        if genders.iter().any(|other| *other != Some(gender)) {
            return None;
        }
        let unit = self.unit_at(last).or_else(|| {
            let before = last.checked_sub(1).filter(|at| *at >= self.figure.start)?;
            self.has_tens(last).then(|| self.unit_at(before)).flatten()
        });
        let (at, value) = unit?;
        let marked = self.reader.folded(at).ends_with('ه');
        if marked == (gender == Gender::Masculine) {
            return None;
        }
        let (case, other) = match gender {
            Gender::Feminine => ("feminine", Gender::Masculine),
            Gender::Masculine => ("masculine", Gender::Feminine),
        };
        let right = unit_before(value, gender)?;
        let span = self.reader.tokens.list.get(at)?.span;
        // What is written onto the front, «بأربعة», stays there.
        let other = fold(unit_before(value, other)?);
        let front = self.reader.folded(at).strip_suffix(other.as_str());
        let number = at..at + 1;
        Some(match front {
            Some(front) => {
                let right = format!("{front}{right}");
                self.report(92, case, right.clone(), number)
                    .repair(replace("number", span, right))
            }
            None => self.report(92, case, right.to_owned(), number),
        })
    }

    /// The token and value of a unit or ten in words that says a gender, not part of a fraction.
    fn unit_at(&self, at: usize) -> Option<(usize, i128)> {
        let lead = if at == self.figure.start {
            Lead::First
        } else {
            Lead::Joined
        };
        let definite = self.reader.folded(at).starts_with("ال");
        let mut parts = self.reader.numerals(at, lead);
        let value = parts.find_map(|part| match part {
            Numeral::Unit(value @ 3..=9) => Some(i128::from(value)),
            Numeral::Ten if at == self.figure.start => Some(10),
            _ => None,
        })?;
        let eighth = matches!(self.reader.folded(at), "ثمن" | "ثمان");
        (!eighth && !definite).then_some((at, value))
    }

    /// Whether a token is ten or tens, behind whose unit the noun stands.
    fn has_tens(&self, at: usize) -> bool {
        let mut parts = self.reader.numerals(at, Lead::Joined);
        parts.any(|part| matches!(part, Numeral::Tens(_) | Numeral::Ten))
    }

    /// An English number above one before a singular that nothing follows which it could belong to.
    fn lone_singular(&self, article: &Analysis<'_>) -> Option<Match> {
        let only = self
            .readings
            .iter()
            .all(|noun| noun.form == NounForm::Singular && noun.class.is_some());
        let next = self.noun + 1;
        let closed = self
            .reader
            .tokens
            .list
            .get(next)
            .is_none_or(|token| match token.kind {
                PieceKind::Punctuation => {
                    !token.glued || matches!(self.reader.folded(next), "." | "," | ";")
                }
                // "14 passenger and cargo jets".
                PieceKind::Word => {
                    let joins = matches!(self.reader.folded(next), "and" | "or")
                        && self.reader.tokens.list.len() > next + 1
                        && self.reader.tokens.word(next + 1).content;
                    !self.reader.tokens.word(next).content && !joins
                }
                PieceKind::Digits => false,
            });
        let capital = [Some(self.noun), self.figure.start.checked_sub(1)]
            .into_iter()
            .flatten()
            .filter_map(|at| self.reader.tokens.list.get(at))
            .any(|token| token.capital);
        // A single digit is spelled in English copy, unless it is a model: "iPhone 6".
        // "18K gold", "5K final": carats, kilometres.
        let suffixed = (self.figure.start..self.figure.end)
            .any(|at| self.reader.glued(at) && self.reader.is_letters(at));
        let model = self.figure.writing == Writing::Digits && self.value < 10 || suffixed;
        if self.value < 2 || model || !only || !closed || capital || self.is_year() {
            return None;
        }
        let right = self
            .readings
            .iter()
            .find_map(|noun| article.lexicon.nouns.lemma(noun.id)?.plural)?
            .to_owned();
        let noun = self.reader.tokens.list.get(self.noun)?.span;
        let repair = replace("noun", noun, right.clone());
        let number = self.figure.start..self.figure.end;
        Some(self.report(62, "english", right, number).repair(repair))
    }

    /// The match; `number` is the part of the figure that is at fault.
    fn report(&self, sure: u8, case: &'static str, right: String, number: Range<usize>) -> Match {
        let tokens = self.reader.tokens;
        let whole = tokens.span(&(self.figure.start..self.noun + 1));
        Match::at(whole, sure)
            .case(case)
            .quote("words", whole)
            .quote("number", tokens.span(&number))
            .quote("noun", tokens.span(&(self.noun..self.noun + 1)))
            .value("right", Text::Plain(right))
    }
}

/// The figure of a claim that is digits in one token with a word behind that is no part of a number: it need not be read again.
fn plain_digits(reader: Reader<'_>, claim: &Claim, start: usize) -> Option<Figure> {
    let quantity = &claim.quantity;
    let digits = reader.tokens.list.get(start)?;
    let whole = digits.kind == PieceKind::Digits && quantity.number == Some(digits.span);
    let next = reader.tokens.list.get(start + 1)?;
    let ends = next.kind == PieceKind::Word && !next.glued && !next.marks.contains(Marks::PART);
    let value = quantity.value.amount()?.written?;
    // «32 دينارا ونصف» is more than its digits.
    let told = reader.folded(start).parse().map(Number::whole) == Ok(value);
    (whole && told && ends && quantity.parts.is_empty()).then_some(Figure {
        value,
        start,
        end: start + 1,
        scale: Number::ONE,
        grain: quantity.grain,
        writing: quantity.writing,
        alternative: quantity.alternative,
    })
}

/// Whether what stands before a figure makes it a name or address rather than a count: «رقم 5», «العدد 16», "Highway 5".
fn is_label(reader: Reader<'_>, before: usize, figure: &Figure) -> bool {
    let touching = reader.glued(figure.start) && !reader.is_letters(before);
    let number = reader.is_digits(before);
    reader.is_any_link(before, Link::Label)
        || number
        || touching && !matches!(reader.folded(before), "(" | "«" | "\"" | "“")
        || reader.tokens.cue_at(before, Cue::NumberOf).is_some()
}

/// Whether the figure or what follows is another word than it seems: «ثمن» is a price, «الثلاثة أمام» two phrases, «12 آخرون» and «تسعة مشتبه بهم»
/// have an adjective and a passive of their own.
fn is_other_word(reader: Reader<'_>, figure: &Figure) -> bool {
    let (first, noun) = (figure.start, figure.end);
    let price = noun == first + 1 && reader.folded(first) == "ثمن";
    let definite = reader.is_letters(first) && reader.folded(first).starts_with("ال");
    let other = matches!(
        reader.folded(noun),
        "اخر" | "اخري" | "اخرون" | "اخرين" | "اخريات" | "اخرا"
    );
    let passive = matches!(
        reader.folded(noun + 1),
        "به" | "بها" | "بهم" | "بهن" | "بهما" | "عليه" | "عليها" | "عليهم" | "فيهم"
    ) || reader.folded(noun) == "مشتبه"
        && (reader.folded(noun + 1) == "في" || reader.folded(noun + 1).starts_with('ب'));
    price || definite || other || passive || !reader.tokens.word(noun).content
}

fn replace(title: &'static str, span: Span, right: String) -> Repair {
    Repair {
        title,
        safe: false,
        edits: vec![(span, right.clone())],
        values: vec![("old", Text::Quote(span)), ("new", Text::Plain(right))],
    }
}
