//! Places in strings; knows no language.

pub mod fold;
pub mod hash;
pub mod nearest;
pub mod repeats;
pub mod source;
pub mod span;
pub mod split;
