//! Text that is safe to print: an article may hold anything, and none of it may command a terminal.

use unicode_width::UnicodeWidthChar;

/// What stands for a character where it is printed on one line; none for marks that have no shape and only steer.
pub fn printable(c: char) -> Option<char> {
    match c {
        '\t' | '\n' | '\r' => Some(' '),
        // ESC and its like are shown as pictures of themselves.
        '\u{0}'..='\u{1F}' => char::from_u32(0x2400 + u32::from(c)),
        '\u{7F}'..='\u{9F}' | '\u{2028}' | '\u{2029}' => Some(char::REPLACEMENT_CHARACTER),
        // Directional and other steering marks; joiners stay, for they shape letters and emoji.
        '\u{061C}'
        | '\u{200B}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E0FFF}' => None,
        _ => Some(c),
    }
}

/// A text as one printable line.
pub fn line(text: &str) -> String {
    text.chars().filter_map(printable).collect()
}

/// Columns of a text once it is printed, counted by character: terminals do not agree on more.
pub fn columns(text: &str) -> usize {
    text.chars()
        .filter_map(printable)
        .filter_map(UnicodeWidthChar::width)
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_command_and_no_override_passes() {
        assert_eq!(
            line("a\u{1b}[31mb\r\n\u{202E}c\u{9b}"),
            "a␛[31mb  c\u{FFFD}"
        );
        assert_eq!(line("قال\u{200F} شُحنة"), "قال شُحنة");
    }
}
