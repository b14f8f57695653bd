//! Plain text: a block a line, the first one the headline where it reads like one.

use crate::document::{Block, Builder, Document, Zone};
use crate::lang::Language;
use crate::text::source::Source;
use crate::text::span::Span;

/// Reads a plain text file.
pub(super) fn read(source: Source) -> Document {
    let mut blocks = Vec::new();
    let mut start = source.text.len() - source.text.trim_start_matches('\u{FEFF}').len();
    for line in source.text[start..].split_inclusive('\n') {
        if let Some(block) = block_of(line, start) {
            blocks.push(block);
        }
        start += line.len();
    }
    if blocks.len() > 1 && is_headline(blocks[0].span.of(&source.text)) {
        blocks[0].zone = Zone::Headline;
        blocks[0].heading = true;
    }
    Builder::identical(source, blocks)
}

fn block_of(line: &str, start: usize) -> Option<Block> {
    let body = line.trim();
    if body.is_empty() {
        return None;
    }
    let (zone, body) = match body
        .strip_prefix(['•', '▪', '●', '◦', '‣', '·', '*', '-', '–'])
        .map(str::trim_start)
    {
        Some(item)
            if !item.is_empty()
                && line
                    .trim_start()
                    .chars()
                    .nth(1)
                    .is_some_and(char::is_whitespace) =>
        {
            (Zone::Item, item)
        }
        _ => (Zone::Body, body),
    };
    let at = start + (body.as_ptr() as usize - line.as_ptr() as usize);
    let span = Span::new(at, at + body.len());
    Some(Block {
        zone,
        span,
        language: Language::English,
        furniture: false,
        heading: false,
        cell: None,
    })
}

/// A headline is one short line that does not end like a sentence.
fn is_headline(line: &str) -> bool {
    !line.ends_with(['.', '!', ':', '؛', '،']) && line.split_whitespace().count() <= 30
}
