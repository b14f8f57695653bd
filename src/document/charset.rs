//! [`Charset`]: an encoding that the caller names for files that are not UTF-8.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::document::decode::DecodeError;
use crate::text::source::Form;

/// An encoding in which the place of every character in the file is known: UTF-8, UTF-16, or one byte a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Charset(&'static Encoding);

impl Charset {
    /// By one of its names on the web, such as `windows-1256`, `cp1256` or `utf-16le`; none for encodings of other kinds.
    pub fn named(name: &str) -> Option<Self> {
        let encoding = Encoding::for_label(name.as_bytes())?;
        let known = encoding.is_single_byte() || [UTF_8, UTF_16LE, UTF_16BE].contains(&encoding);
        known.then_some(Self(encoding))
    }

    /// The text of a file, and how it stands in it. A byte-order mark goes before what the caller says, and stays in the text.
    pub fn decode(self, bytes: &[u8]) -> Result<(String, Form), DecodeError> {
        let encoding = Encoding::for_bom(bytes).map_or(self.0, |(encoding, _)| encoding);
        let text = encoding.decode_without_bom_handling_and_without_replacement(bytes);
        let text = text.ok_or(DecodeError::Otherwise(encoding.name()))?;
        let form = if encoding == UTF_8 {
            Form::Bytes
        } else if encoding.is_single_byte() {
            Form::OneByte
        } else {
            Form::TwoBytes
        };
        Ok((text.into_owned(), form))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::source::Source;
    use crate::text::span::Span;

    /// The bytes of the file behind the first `words` of its text.
    fn bytes_of(name: &str, bytes: &[u8], words: &str) -> Vec<u8> {
        let (text, form) = Charset::named(name).unwrap().decode(bytes).unwrap();
        let source = Source::new("a.txt", text).in_form(form);
        let at = source.text.find(words).unwrap();
        let place = source.on_disk(Span::new(at, at + words.len()));
        bytes[place.range()].to_vec()
    }

    #[test]
    fn places_are_bytes_of_the_file_whatever_the_encoding() {
        // «قال 12 وزيرا».
        let windows = b"\xDE\xC7\xE1 12 \xE6\xD2\xED\xD1\xC7";
        assert_eq!(bytes_of("windows-1256", windows, "12"), b"12");
        assert_eq!(bytes_of("cp1256", windows, "وزير"), b"\xE6\xD2\xED\xD1");
        let wide =
            |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_be_bytes).collect() };
        let long = format!("\u{FEFF}😀 قال {} 12 وزيرا 😀", "😀 كلام ".repeat(900));
        for words in ["قال", "12", "وزيرا"] {
            assert_eq!(bytes_of("utf-16", &wide(&long), words), wide(words));
        }
        assert_eq!(
            bytes_of("windows-1256", "\u{FEFF}قال".as_bytes(), "قال"),
            "قال".as_bytes()
        );
    }

    #[test]
    fn only_encodings_with_known_places_have_a_name() {
        for name in [
            "windows-1256",
            "ISO-8859-6",
            "utf-16le",
            "utf-16be",
            "utf8",
            "latin1",
        ] {
            assert!(Charset::named(name).is_some(), "{name}");
        }
        for name in ["gbk", "shift_jis", "nonsense", ""] {
            assert!(Charset::named(name).is_none(), "{name}");
        }
    }

    #[test]
    fn what_is_not_in_the_encoding_is_refused() {
        let utf_16 = Charset::named("utf-16le").unwrap();
        let error = utf_16.decode(b"\x00\xD8a\x00b").unwrap_err();
        assert!(error.to_string().contains("UTF-16LE"), "{error}");
    }
}
