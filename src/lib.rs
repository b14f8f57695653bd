//! tadqiq (تدقيق) checks a news article against itself before it is published.
//!
//! (The architecture is described here when the floors stand.)

pub mod analysis;
pub mod check;
pub mod claim;
pub mod cli;
pub mod diagnostic;
pub mod document;
pub mod engine;
pub mod lang;
pub mod quantity;
pub mod report;
pub mod rule;
pub mod text;
pub mod token;
pub mod yaml;
