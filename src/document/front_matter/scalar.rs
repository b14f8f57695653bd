//! Values of front matter as fragments: which bytes of the file stand for which words.

use crate::document::builder::Fragment;

/// How a quoted value writes a quotation mark inside itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quoting {
    /// By escapes with a backslash.
    Escapes,
    /// By doubling it, as YAML does between single quotation marks.
    Doubled,
    /// Not at all, as in a literal TOML string.
    Literal,
}

/// What stands from `start` up to the first `close`, or up to `end` where there is none; a run of white space with a line end in
/// it reads as one space.
pub fn quoted(
    text: &str,
    start: usize,
    end: usize,
    close: Option<char>,
    quoting: Quoting,
) -> Vec<Fragment> {
    let mut found = Vec::new();
    let (mut at, mut run) = (start, start);
    while let Some(rest) = text.get(at..end).filter(|rest| !rest.is_empty()) {
        let special = match quoting {
            Quoting::Escapes if rest.starts_with('\\') => Some(escape(rest)),
            Quoting::Doubled if rest.starts_with("''") => Some((2, "'".to_owned())),
            _ => fold_of_lines(rest).map(|length| (length, " ".to_owned())),
        };
        if let Some((length, read)) = special {
            push_run(&mut found, run, at);
            found.push(Fragment::read_as(at, at + length, read));
            at += length;
            run = at;
        } else if close.is_some_and(|close| rest.starts_with(close)) {
            break;
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    push_run(&mut found, run, at);
    found
}

fn push_run(found: &mut Vec<Fragment>, start: usize, end: usize) {
    if start < end {
        found.push(Fragment::exact(start, end));
    }
}

/// The length of a run of white space that holds a line end.
fn fold_of_lines(rest: &str) -> Option<usize> {
    if !rest.starts_with([' ', '\t', '\r', '\n']) {
        return None;
    }
    let length = rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
    let run = rest.get(..length)?;
    run.contains(['\n', '\r']).then_some(length)
}

/// An escape at the start of `rest`: its length and what it stands for. An unknown one stands for itself.
fn escape(rest: &str) -> (usize, String) {
    let Some(letter) = rest.chars().nth(1) else {
        return (1, "\\".to_owned());
    };
    let simple = match letter {
        '0' => "\0",
        'a' | 'b' | 'e' | 'f' | 'v' => "",
        't' | '\t' | ' ' => " ",
        'n' | 'r' | 'N' | 'L' | 'P' => "\n",
        '_' => "\u{A0}",
        '"' => "\"",
        '/' => "/",
        '\\' => "\\",
        '\n' | '\r' => {
            let behind = rest.get(1..).unwrap_or_default();
            let length = behind.len() - behind.trim_start_matches([' ', '\t', '\r', '\n']).len();
            return (1 + length, String::new());
        }
        'x' => return numbered(rest, 2),
        'u' => return numbered(rest, 4),
        'U' => return numbered(rest, 8),
        _ => {
            let length = 1 + letter.len_utf8();
            return (length, rest.get(..length).unwrap_or_default().to_owned());
        }
    };
    (2, simple.to_owned())
}

fn numbered(rest: &str, digits: usize) -> (usize, String) {
    let code = rest
        .get(2..2 + digits)
        .and_then(|code| u32::from_str_radix(code, 16).ok());
    match code.and_then(char::from_u32) {
        Some(c) => (2 + digits, c.to_string()),
        None => (2, rest.get(..2).unwrap_or_default().to_owned()),
    }
}

/// The words of a value.
pub fn plain_text(text: &str, value: &[Fragment]) -> String {
    value
        .iter()
        .map(|fragment| match &fragment.text {
            Some(read) => read.as_str(),
            None => fragment.source.of(text),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, close: char, quoting: Quoting) -> String {
        plain_text(text, &quoted(text, 0, text.len(), Some(close), quoting))
    }

    #[test]
    fn escapes_are_decoded_in_place() {
        let text = r#"قال \"نعم\" \u0661\" rest"#;
        let fragments = quoted(text, 0, text.len(), Some('"'), Quoting::Escapes);
        assert_eq!(plain_text(text, &fragments), "قال \"نعم\" ١\" rest");
        assert!(fragments.iter().any(|one| one.source.of(text) == r"\u0661"));
        assert_eq!(read("it''s 5' gone", '\'', Quoting::Doubled), "it's 5");
        assert_eq!(read(r"C:\new' gone", '\'', Quoting::Literal), r"C:\new");
    }

    #[test]
    fn lines_are_joined() {
        assert_eq!(
            read("one\r\n   two\\\n  three\"", '"', Quoting::Escapes),
            "one twothree"
        );
    }

    #[test]
    fn broken_escapes_stand_for_themselves() {
        assert_eq!(read(r"\q \u12 \", '"', Quoting::Escapes), r"\q \u12 \");
        assert_eq!(read("\\uعربي", '"', Quoting::Escapes), "\\uعربي");
    }
}
