//! The archive that a draft is: its parts, each bounded.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;
use zip::result::ZipError;

/// Why a file is no draft.
#[derive(Debug, thiserror::Error)]
pub enum WordError {
    /// The archive cannot be read.
    #[error("a damaged Word file: {0}; open it in Word and save it again")]
    Damaged(String),
    /// An archive of something else.
    #[error(
        "a ZIP archive without word/document.xml, not a Word file; save the article as .docx or plain text"
    )]
    NoDocument,
    /// A part that unpacks to more than is allowed.
    #[error(
        "not read: its {0} is larger than {1} MB when unpacked; raise --max-size if this is an article"
    )]
    TooLarge(&'static str, usize),
}

/// An open archive.
pub(super) struct Archive<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    limit: usize,
}

impl<'b> Archive<'b> {
    pub(super) fn open(bytes: &'b [u8], limit: usize) -> Result<Self, WordError> {
        let zip = ZipArchive::new(Cursor::new(bytes));
        let zip = zip.map_err(|error| WordError::Damaged(error.to_string()))?;
        Ok(Self { zip, limit })
    }

    /// The text of a part; none where there is no such part. What the archive says of its size is not trusted.
    pub(super) fn part(&mut self, name: &'static str) -> Result<Option<String>, WordError> {
        let damaged = |cause: String| WordError::Damaged(format!("{name}: {cause}"));
        let part = match self.zip.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(damaged(error.to_string())),
        };
        let mut bytes = Vec::new();
        let most = self.limit as u64 + 1;
        let read = part.take(most).read_to_end(&mut bytes);
        read.map_err(|error| damaged(error.to_string()))?;
        if bytes.len() > self.limit {
            return Err(WordError::TooLarge(name, self.limit >> 20));
        }
        let text = String::from_utf8(bytes).map_err(|_| damaged("not UTF-8".to_owned()))?;
        Ok(Some(text))
    }
}
