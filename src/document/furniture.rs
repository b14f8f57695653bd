//! Site furniture: comment forms, share lines and read-also links are no part of an article.

use crate::document::Document;
use crate::lang::lexicon::Lexicon;

/// Marks the blocks that hold a site's own words.
pub(super) fn mark(_document: &mut Document, _lexicon: &Lexicon) {}
