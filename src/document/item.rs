//! Markers of list items and quotations at the start of a line of plain text.
//!
//! ```text
//! bullet  = • ● ▪ …                  alone            «• النص»
//! dash    = - – — * +                before a space or a letter; before a figure only where another line has one too: «-5» is
//!                                    a number below zero
//! number  = 1 to 3 digits, then . ) - – /, or in brackets      «1. النص», «(2) text»; counts only beside its neighbour in the list
//! quote   = >                        before a space and words
//! ```

use crate::text::fold::digit;

/// What stands before the words of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marker {
    /// A bullet or dash that can be nothing else.
    Bullet,
    /// A dash before a figure.
    Dash(char),
    /// A number, with the mark behind it.
    Number(u32, char),
    /// The mark of a quotation.
    Quote,
}

/// The marker of a line that starts with visible text, and how many bytes it takes with the space behind it.
pub(super) fn marker(line: &str) -> Option<(Marker, usize)> {
    let first = line.chars().next()?;
    let (marker, length) = match first {
        '>' => quote(line)?,
        '•' | '●' | '▪' | '▫' | '◦' | '‣' | '⁃' | '■' | '□' | '◆' | '◇' | '►' | '▶' | '▸' | '➤'
        | '❖' | '✓' | '✔' | '✦' | '·' | '\u{F0B7}' | '\u{F0A7}' => {
            (Marker::Bullet, first.len_utf8())
        }
        '-' | '–' | '—' | '−' | '*' | '+' => dash(line, first)?,
        _ => number(line)?,
    };
    let rest = line.get(length..)?;
    let words = rest.trim_start();
    (!words.is_empty()).then_some((marker, line.len() - words.len()))
}

fn quote(line: &str) -> Option<(Marker, usize)> {
    let rest = line.trim_start_matches(['>', ' ']);
    let opens = |c: char| c.is_alphabetic() || "«“\"'(".contains(c);
    let length = line.len() - rest.len();
    (length > 1 && rest.starts_with(opens)).then_some((Marker::Quote, length))
}

fn dash(line: &str, mark: char) -> Option<(Marker, usize)> {
    let rest = line.get(mark.len_utf8()..)?;
    let words = rest.trim_start();
    let next = words.chars().next()?;
    let spaced = words.len() < rest.len();
    let length = mark.len_utf8();
    if digit(next).is_some() {
        return spaced.then_some((Marker::Dash(mark), length));
    }
    let bullet = next.is_alphabetic() || spaced && !"-–—*+=/<>".contains(next);
    bullet.then_some((Marker::Bullet, length))
}

fn number(line: &str) -> Option<(Marker, usize)> {
    let bracketed = line.starts_with(['(', '[']);
    let figure = line.strip_prefix(['(', '[']).unwrap_or(line);
    let behind = figure.trim_start_matches(|c| digit(c).is_some());
    let digits = figure.get(..figure.len() - behind.len())?;
    let value = digits
        .chars()
        .filter_map(digit)
        .try_fold(0_u32, |value, digit| {
            value.checked_mul(10)?.checked_add(u32::from(digit))
        })
        .filter(|value| !digits.is_empty() && *value < 1000)?;
    let gap = behind.trim_start_matches(' ');
    let mark = gap.chars().next()?;
    let fits = if bracketed {
        matches!(mark, ')' | ']')
    } else {
        matches!(mark, ')' | '-' | '–') || gap == behind && matches!(mark, '.' | '/' | 'ـ')
    };
    let rest = gap.get(mark.len_utf8()..).filter(|_| fits)?;
    let next = rest.trim_start().chars().next()?;
    let apart = rest.starts_with(char::is_whitespace);
    // «5 - 3» is a score, "1.5" a figure.
    let words = if digit(next).is_some() {
        apart && matches!(mark, ')' | ']' | '.')
    } else {
        apart || next.is_alphabetic() && mark != '.'
    };
    words.then_some((Marker::Number(value, mark), line.len() - rest.len()))
}

/// Which of the markers of a text, in order of place, are markers indeed: a number needs its neighbour, a dash before a figure its like.
pub(super) fn settle(markers: &[Option<Marker>]) -> Vec<bool> {
    let dashes = |wanted: char| {
        markers
            .iter()
            .filter(|marker| **marker == Some(Marker::Dash(wanted)))
            .count()
    };
    let bullets = markers.contains(&Some(Marker::Bullet));
    let mut lone = [('-', false); 6];
    for (slot, mark) in lone.iter_mut().zip(['-', '–', '—', '−', '*', '+']) {
        *slot = (mark, dashes(mark) < 2 && !bullets);
    }
    let mut settled: Vec<bool> = markers
        .iter()
        .map(|marker| match marker {
            Some(Marker::Bullet | Marker::Quote) => true,
            Some(Marker::Dash(mark)) => !lone.contains(&(*mark, true)),
            _ => false,
        })
        .collect();
    let numbers: Vec<_> = markers
        .iter()
        .enumerate()
        .filter_map(|(index, marker)| match marker {
            Some(Marker::Number(value, mark)) => Some((index, *value, *mark)),
            _ => None,
        })
        .collect();
    for pair in numbers.windows(2) {
        if let [(one, low, left), (other, high, right)] = *pair
            && left == right
            && low + 1 == high
        {
            settled[one] = true;
            settled[other] = true;
        }
    }
    settled
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rest(line: &str) -> &str {
        marker(line).map_or("", |(_, length)| &line[length..])
    }

    #[test]
    fn markers_are_told_from_words() {
        assert_eq!(rest("• خمسة جرحى"), "خمسة جرحى");
        assert_eq!(rest("-الطقس غدا"), "الطقس غدا");
        assert_eq!(rest("1. First"), "First");
        assert_eq!(rest("(٢) النقل"), "النقل");
        assert_eq!(rest("3 - المياه"), "المياه");
        assert_eq!(rest("> “It rained,” she said"), "“It rained,” she said");
    }

    #[test]
    fn figures_are_no_markers() {
        for line in [
            "-5 degrees",
            "> = 2019",
            "5 - 3 was the score",
            "2021- a year",
            "1.5 million",
            "12/5 opened",
            "**note**",
            "--",
        ] {
            assert_eq!(marker(line), None, "{line}");
        }
    }

    #[test]
    fn a_number_needs_its_neighbour() {
        let list = [
            Some(Marker::Number(1, '.')),
            None,
            Some(Marker::Number(2, '.')),
            Some(Marker::Number(16, '.')),
        ];
        assert_eq!(settle(&list), [true, false, true, false]);
        assert_eq!(settle(&[Some(Marker::Dash('-'))]), [false]);
        assert_eq!(
            settle(&[Some(Marker::Dash('-')), Some(Marker::Dash('-'))]),
            [true, true]
        );
    }
}
