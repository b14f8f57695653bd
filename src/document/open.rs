//! From the bytes of a file to an article that can be read: its text, and how it is cut.

use std::sync::Arc;

use crate::document::Syntax;
use crate::document::charset::Charset;
use crate::document::decode::{DecodeError, decode};
use crate::document::word::{self, WordError};
use crate::text::source::{Form, Source};

/// Why a file is no article.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Its bytes are no text.
    #[error(transparent)]
    Decode(#[from] DecodeError),
    /// It is no draft of Word, or a broken one.
    #[error(transparent)]
    Word(#[from] WordError),
    /// Something that is no text at all.
    #[error("{0}, not text; {1}")]
    Foreign(&'static str, &'static str),
}

/// Files that newsrooms meet and that are not read: how they begin, what they are, what to do.
const FOREIGN: [(&[u8], &str, &str); 7] = [
    (
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
        "an old or password-protected Office file",
        "save it as .docx without a password",
    ),
    (
        b"%PDF-",
        "a PDF file",
        "save the article as .docx or plain text",
    ),
    (
        b"{\\rtf",
        "a rich text file",
        "save it as .docx or plain text",
    ),
    (b"\x89PNG", "a picture", "name the article instead"),
    (b"\xFF\xD8\xFF", "a picture", "name the article instead"),
    (b"GIF8", "a picture", "name the article instead"),
    (b"\x1F\x8B", "a compressed file", "unpack it first"),
];

/// How a ZIP archive begins, and with it a draft of Word.
const ZIP: &[u8] = b"PK\x03\x04";

/// Opens the file of this name: `charset` is asked where it is not UTF-8, and a draft may unpack to no more than `limit` bytes a part.
pub fn open(
    name: &str,
    bytes: Vec<u8>,
    charset: Option<Charset>,
    limit: usize,
) -> Result<(Source, Syntax), OpenError> {
    let foreign = FOREIGN.iter().find(|(start, ..)| bytes.starts_with(start));
    if let Some((_, what, advice)) = foreign {
        return Err(OpenError::Foreign(what, advice));
    }
    if bytes.starts_with(ZIP) {
        let (text, outline) = word::extract(&bytes, limit)?;
        let source = Source::new(name, text).in_form(Form::Extracted);
        return Ok((source, Syntax::Word(Arc::new(outline))));
    }
    if has_ending(name, "docx") {
        let cause = "not a ZIP archive".to_owned();
        return Err(OpenError::Word(WordError::Damaged(cause)));
    }
    let (text, form) = match charset {
        Some(charset) => charset.decode(&bytes)?,
        None => (decode(bytes)?, Form::Bytes),
    };
    let syntax = Syntax::guess(name, &text);
    Ok((Source::new(name, text).in_form(form), syntax))
}

fn has_ending(name: &str, wanted: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ending.eq_ignore_ascii_case(wanted)
}
