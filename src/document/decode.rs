//! From the bytes of a file to its text: UTF-8 is read, anything else is refused with the way to convert it.

use std::fmt;

/// Why the bytes of a file are not the text of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// A byte that is no UTF-8, in a file that looks like another encoding.
    #[error("not UTF-8: byte {offset} is 0x{byte:02x}; it looks like {encoding}: {}convert it with `{}`", encoding.flag(), encoding.command())]
    NotUtf8 {
        /// The first bad byte, from 0.
        offset: usize,
        /// Its value.
        byte: u8,
        /// What the file looks like.
        encoding: Encoding,
    },
    /// Not in the encoding that the caller named.
    #[error("not {0} throughout, as --encoding says; without it a guess is made")]
    Otherwise(&'static str),
    /// More than one file may hold.
    #[error("the file has {0} bytes; an article has at most {max}", max = LIMIT)]
    TooLarge(usize),
}

/// The largest file that is read: spans are 32 bits wide.
pub const LIMIT: usize = u32::MAX as usize - 1;

/// An encoding that Arabic and English newsrooms meet besides UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-16, the low byte first.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// Arabic on Windows.
    Windows1256,
    /// Arabic of the ISO.
    Iso8859_6,
    /// Western European on Windows.
    Windows1252,
    /// UTF-8 that has been cut or mixed.
    DamagedUtf8,
}

impl Encoding {
    /// The name that iconv uses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Windows1256 => "WINDOWS-1256",
            Self::Iso8859_6 => "ISO-8859-6",
            Self::Windows1252 => "WINDOWS-1252",
            Self::DamagedUtf8 => "UTF-8",
        }
    }

    /// How it is read as it is, in words that go on.
    pub fn flag(self) -> String {
        match self {
            Self::DamagedUtf8 => String::new(),
            _ => format!(
                "read it with --encoding {}, or ",
                self.name().to_ascii_lowercase()
            ),
        }
    }

    /// The command that makes UTF-8 of it.
    pub fn command(self) -> String {
        match self {
            Self::DamagedUtf8 => "iconv -c -f UTF-8 -t UTF-8".to_owned(),
            _ => format!("iconv -f {} -t UTF-8", self.name()),
        }
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DamagedUtf8 => f.write_str("damaged UTF-8"),
            _ => f.write_str(self.name()),
        }
    }
}

/// The text of a file. A byte-order mark of UTF-8 stays in it, so that places count from the first byte of the file.
pub fn decode(bytes: Vec<u8>) -> Result<String, DecodeError> {
    if bytes.len() > LIMIT {
        return Err(DecodeError::TooLarge(bytes.len()));
    }
    if let Some(encoding) = wide(&bytes) {
        return Err(refuse(&bytes, zero_or_mark(&bytes), encoding));
    }
    // Nearly every file is whole.
    if let Ok(text) = simdutf8::basic::from_utf8(&bytes) {
        return Ok(text.to_owned());
    }
    // Read again, for the place of the fault.
    String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        refuse(bytes, offset, narrow(bytes))
    })
}

fn refuse(bytes: &[u8], offset: usize, encoding: Encoding) -> DecodeError {
    DecodeError::NotUtf8 {
        offset,
        byte: bytes.get(offset).copied().unwrap_or(0),
        encoding,
    }
}

/// UTF-16 by its mark, or, without one, by a zero in every other of the first bytes, as spaces and digits have it.
fn wide(bytes: &[u8]) -> Option<Encoding> {
    match bytes {
        [0xFF, 0xFE, ..] => return Some(Encoding::Utf16Le),
        [0xFE, 0xFF, ..] => return Some(Encoding::Utf16Be),
        _ => {}
    }
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or(bytes);
    let zeros = |parity: usize| {
        let places = head.iter().skip(parity).step_by(2);
        places.filter(|byte| **byte == 0).count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let enough = (head.len() / 16).max(1);
    match (even, odd) {
        _ if head.len() % 2 == 1 && bytes.len() == head.len() => None,
        (0, odd) if odd >= enough => Some(Encoding::Utf16Le),
        (even, 0) if even >= enough => Some(Encoding::Utf16Be),
        _ => None,
    }
}

fn zero_or_mark(bytes: &[u8]) -> usize {
    match bytes {
        [0xFE | 0xFF, ..] => 0,
        _ => bytes.iter().position(|byte| *byte == 0).unwrap_or(0),
    }
}

/// An encoding of one byte a letter, by what its high bytes would spell.
fn narrow(bytes: &[u8]) -> Encoding {
    let high = bytes.iter().filter(|byte| **byte >= 0x80).count();
    let sequences: usize = bytes
        .utf8_chunks()
        .map(|chunk| chunk.valid().bytes().filter(|byte| *byte >= 0x80).count())
        .sum();
    if sequences * 2 > high {
        return Encoding::DamagedUtf8;
    }
    // «ال», the commonest pair of Arabic letters.
    let article = |lam: u8| {
        let pairs = bytes.windows(2);
        pairs.filter(|pair| **pair == [0xC7, lam]).count()
    };
    let letters = bytes
        .iter()
        .filter(|byte| byte.is_ascii_alphabetic())
        .count();
    if letters > high {
        Encoding::Windows1252
    } else if article(0xE4) > article(0xE1) {
        Encoding::Iso8859_6
    } else {
        Encoding::Windows1256
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(bytes: &[u8]) -> (usize, Encoding) {
        match decode(bytes.to_vec()).unwrap_err() {
            DecodeError::NotUtf8 {
                offset, encoding, ..
            } => (offset, encoding),
            DecodeError::TooLarge(_) | DecodeError::Otherwise(_) => panic!("not refused so"),
        }
    }

    #[test]
    fn utf_8_is_taken_with_its_mark() {
        assert_eq!(decode("\u{FEFF}خبر".into()).unwrap(), "\u{FEFF}خبر");
        assert_eq!(decode(Vec::new()).unwrap(), "");
        assert_eq!(decode(b"a\0b".to_vec()).unwrap(), "a\0b");
    }

    #[test]
    fn utf_16_is_named() {
        let wide = |text: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
            text.encode_utf16().flat_map(bytes).collect()
        };
        let text = "\u{FEFF}قتل 12 شخصا";
        assert_eq!(
            refused(&wide(text, u16::to_le_bytes)),
            (0, Encoding::Utf16Le)
        );
        assert_eq!(
            refused(&wide(text, u16::to_be_bytes)),
            (0, Encoding::Utf16Be)
        );
        assert_eq!(
            refused(&wide("A fire broke out", u16::to_le_bytes)),
            (1, Encoding::Utf16Le)
        );
    }

    #[test]
    fn code_pages_are_told_apart() {
        // «قال الوزير» in the three code pages that fit.
        let windows = b"12 \xDE\xC7\xE1 \xC7\xE1\xE6\xD2\xED\xD1";
        assert_eq!(refused(windows), (3, Encoding::Windows1256));
        let iso = b"12 \xE2\xC7\xE4 \xC7\xE4\xE8\xD2\xEA\xD1";
        assert_eq!(refused(iso), (3, Encoding::Iso8859_6));
        assert_eq!(
            refused(b"The caf\xE9 reopened on Monday"),
            (7, Encoding::Windows1252)
        );
        let mut cut = "قال الوزير".as_bytes().to_vec();
        cut.pop();
        assert_eq!(refused(&cut), (cut.len() - 1, Encoding::DamagedUtf8));
    }

    #[test]
    fn the_message_says_what_to_do() {
        let error = decode(b"\xDE\xC7\xE1 \xC7\xE1".to_vec()).unwrap_err();
        let message = error.to_string();
        assert!(message.contains("byte 0 is 0xde"), "{message}");
        assert!(
            message.contains("iconv -f WINDOWS-1256 -t UTF-8"),
            "{message}"
        );
    }
}
