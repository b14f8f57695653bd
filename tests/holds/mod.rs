//! What must hold for every document and every report, whatever the bytes they come from: shared by the property tests and the fuzz targets.

#![allow(dead_code, reason = "each test asks a part of it")]

use tadqiq::document::Document;
use tadqiq::report::ArticleReport;
use tadqiq::text::span::Span;

/// Blocks are in order and not empty, and every place of them is a place of the file.
pub(crate) fn document(document: &Document) {
    let (text, file) = (document.text(), &document.source.text);
    let mut end = 0;
    for block in &document.blocks {
        assert!(block.span.start >= end, "blocks overlap in {file:?}");
        end = block.span.end;
        let words = text.get(block.span.range()).expect("a block slices");
        assert!(!words.trim().is_empty(), "an empty block in {file:?}");
        for (at, c) in words.char_indices() {
            let start = block.span.start as usize + at;
            let place = document.to_source(Span::new(start, start + c.len_utf8()));
            assert!(file.get(place.range()).is_some(), "{place:?} in {file:?}");
            assert!(!place.is_empty(), "{c:?} comes from nowhere in {file:?}");
        }
        let whole = document.to_source(block.span);
        assert!(file.get(whole.range()).is_some(), "{whole:?} in {file:?}");
    }
}

/// Every finding marks something, and every place of it is a place of the file.
pub(crate) fn report(report: &ArticleReport) {
    let text = &report.source.text;
    for one in &report.diagnostics {
        assert!(
            !one.labels.is_empty(),
            "{} marks nothing in {text:?}",
            one.rule
        );
        let labels = one.labels.iter().map(|label| label.span);
        let edits = one.fixes.iter().flat_map(|fix| &fix.edits);
        for span in labels.chain(edits.map(|edit| edit.span)) {
            assert!(
                text.get(span.range()).is_some(),
                "{}: {span:?} in {text:?}",
                one.rule
            );
        }
    }
}
