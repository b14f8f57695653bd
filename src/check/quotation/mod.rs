//! Checks of quotations: marks without a partner, one quotation in two wordings or by two speakers.

pub mod attribution;
pub mod drift;
pub mod lone;
pub mod mark;
mod told;
