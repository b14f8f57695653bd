//! How far a figure may have been rounded, as its writing shows.
//!
//! ```text
//! 2.5 مليون        to its last decimal: 100,000
//! 25 مليون         to its scale: 1,000,000
//! 25,000           to its last thousand: 1,000
//! 676,962          not at all
//! ```

use crate::analysis::Analysis;
use crate::quantity::number::Number;
use crate::quantity::{Quantity, Writing};

/// The value of one in the last place that a figure is written to.
pub(super) fn last_place(article: &Analysis<'_>, quantity: &Quantity, written: Number) -> Number {
    if !written.is_whole() {
        return decimals(written);
    }
    let text = quantity.number.map_or("", |span| article.text(span));
    let mark = |c| matches!(c, '.' | ',' | '،' | '٫' | 'ر');
    let mut mantissa = text
        .chars()
        .take_while(|c| !c.is_alphabetic() && !c.is_whitespace() || *c == 'ر');
    let mut letters = text.chars().filter(|c| c.is_alphabetic());
    if quantity.writing == Writing::Digits && mantissa.any(mark) && letters.nth(1).is_some() {
        quantity.grain
    } else {
        thousands(written)
    }
}

/// One in the last place of a fraction.
fn decimals(value: Number) -> Number {
    let (mut step, mut shifted) = (Number::ONE, value);
    for _ in 0..6 {
        if shifted.is_whole() {
            break;
        }
        shifted = shifted * Number::whole(10);
        step = step.checked_div(Number::whole(10)).unwrap_or(step);
    }
    step
}

/// The largest power of a thousand that a whole number is a multiple of.
fn thousands(value: Number) -> Number {
    let mut rest = value.to_whole().unwrap_or_default();
    let mut step = 1;
    while rest != 0 && rest % 1000 == 0 {
        rest /= 1000;
        step *= 1000;
    }
    Number::whole(step)
}
