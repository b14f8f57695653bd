//! Text of an article or a rule on its way into the page: what steers or commands is taken out; the templates escape the rest.

use serde::Serialize;

use crate::lang::Language;
use crate::report::printable::printable;

/// The most characters of a quote in a note.
const LONGEST_QUOTE: usize = 140;

/// A part of a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Part {
    /// Whether it quotes the article, in whatever direction that reads.
    quote: bool,
    text: String,
}

/// Text that a page may hold: marks that only tell the direction stay, overrides and controls do not.
pub(super) fn plain(text: &str) -> String {
    text.chars()
        .filter_map(|c| match c {
            '\u{061C}' | '\u{200E}' | '\u{200F}' => Some(c),
            _ => printable(c),
        })
        .collect()
}

/// The words at a place, cut where they are many.
pub(super) fn quote(text: &str) -> String {
    let text = plain(text);
    match text.char_indices().nth(LONGEST_QUOTE) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default().trim_end()),
        None => text,
    }
}

/// A message cut at its quotation marks, so that each quote can be set in its own direction.
pub(super) fn parts(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut push = |text: &str, quote| {
        if !text.is_empty() {
            parts.push(Part {
                quote,
                text: plain(text),
            });
        }
    };
    let mut rest = text;
    while let Some((open, inner, close)) = next_quote(rest) {
        push(rest.get(..open).unwrap_or_default(), false);
        push(rest.get(inner..close).unwrap_or_default(), true);
        rest = rest.get(close..).unwrap_or_default();
    }
    push(rest, false);
    parts
        .chunk_by(|one, next| !one.quote && !next.quote)
        .map(|run| Part {
            quote: run.first().is_some_and(|part| part.quote),
            text: run.iter().map(|part| part.text.as_str()).collect(),
        })
        .collect()
}

/// Where the words before the next quote end (its mark among them), and where the words inside it begin and end.
fn next_quote(text: &str) -> Option<(usize, usize, usize)> {
    let open = text.find(['«', '“'])?;
    let mark = text.get(open..)?.chars().next()?;
    let inner = open + mark.len_utf8();
    let closing = if mark == '«' { '»' } else { '”' };
    let close = inner + text.get(inner..)?.find(closing)?;
    Some((inner, inner, close))
}

/// `rtl` or `ltr`.
pub(super) fn direction(language: Language) -> &'static str {
    match language {
        Language::Arabic => "rtl",
        Language::English => "ltr",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_stand_apart() {
        let shown = |text| {
            let parts = parts(text).into_iter();
            parts
                .map(|part| (part.quote, part.text))
                .collect::<Vec<_>>()
        };
        let part = |quote, text: &str| (quote, text.to_owned());
        assert_eq!(
            shown("«40 طنا» يخالف «60»."),
            [
                part(false, "«"),
                part(true, "40 طنا"),
                part(false, "» يخالف «"),
                part(true, "60"),
                part(false, "».")
            ]
        );
        assert_eq!(shown("open “here"), [part(false, "open “here")]);
        assert_eq!(shown("«»"), [part(false, "«»")]);
        assert!(shown("").is_empty());
    }

    #[test]
    fn nothing_overrides_the_direction() {
        assert_eq!(
            plain("a\u{202E}b\u{2066}c\0\u{1b}\u{200F}"),
            "abc␀␛\u{200F}"
        );
    }
}
