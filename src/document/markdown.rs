//! Markdown (to be read by `pulldown-cmark`).

use crate::document::{Document, plain};
use crate::text::source::Source;

/// Reads a Markdown file.
pub(super) fn read(source: Source) -> Document {
    plain::read(source)
}
