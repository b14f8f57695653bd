//! Checks of how numbers are written: agreement with what they count, one script of digits, a figure in words beside its digits.

pub mod agreement;
mod form;
pub mod script;
pub mod twofold;
