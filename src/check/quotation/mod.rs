//! Checks of quotations: marks without a partner, one quotation in two wordings.

pub mod lone;
pub mod mark;
