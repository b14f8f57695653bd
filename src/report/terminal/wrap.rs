//! Sentences in rows of a width.

use unicode_width::UnicodeWidthStr as _;

/// The rows of a text, broken between words; a word that is wider than the width has a row of its own.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    let mut used = 0;
    for word in text.split_whitespace() {
        let wide = word.width();
        match rows.last_mut() {
            Some(row) if used + 1 + wide <= width => {
                row.push(' ');
                row.push_str(word);
                used += 1 + wide;
            }
            _ => {
                rows.push(word.to_owned());
                used = wide;
            }
        }
    }
    rows
}
