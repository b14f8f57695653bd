//! [`Nesting`]: which elements are open. End tags may be missing or cross each other; nothing is refused.

use std::collections::BTreeMap;

/// What an open element does, to be undone at its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// Nothing.
    None,
    /// Hides its words.
    Hides,
    /// Parts its words from those behind.
    Block,
    /// Gives its blocks a zone.
    Zone,
    /// Is a heading.
    Heading,
    /// Is a table.
    Table,
    /// Is a cell of one.
    Cell,
    /// Holds pictures and their caption.
    Figure,
    /// Is the article, or holds it.
    Scope,
}

/// The open elements, the innermost last.
#[derive(Debug, Default)]
pub(super) struct Nesting {
    open: Vec<(String, Effect)>,
    /// How many of a name are open, so that an end tag without a start is known at once.
    counts: BTreeMap<String, usize>,
}

/// How far up an end that is not written is looked for: deeper nesting is no page's.
const REACH: usize = 32;

impl Nesting {
    /// Opens an element.
    pub(super) fn push(&mut self, name: &str, effect: Effect) {
        *self.counts.entry(name.to_owned()).or_default() += 1;
        self.open.push((name.to_owned(), effect));
    }

    /// The name of the innermost element.
    pub(super) fn innermost(&self) -> Option<&str> {
        self.open.last().map(|(name, _)| name.as_str())
    }

    /// Ends an element and all that is open in it; none where it is not open.
    pub(super) fn close(&mut self, name: &str) -> Vec<Effect> {
        if self.counts.get(name).is_none_or(|count| *count == 0) {
            return Vec::new();
        }
        let at = self.open.iter().rposition(|(open, _)| open == name);
        at.map_or_else(Vec::new, |at| self.cut(at))
    }

    /// Ends the elements that the start of another one ends, as a paragraph ends where the next block begins.
    pub(super) fn implied_by(&mut self, name: &str) -> Vec<Effect> {
        let (ends, within): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol", "menu"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl"]),
            "td" | "th" => (&["td", "th"], &["tr", "table"]),
            "tr" => (&["tr"], &["table"]),
            "thead" | "tbody" | "tfoot" => (&["thead", "tbody", "tfoot", "tr"], &["table"]),
            "address" | "article" | "aside" | "blockquote" | "details" | "div" | "dl"
            | "fieldset" | "figcaption" | "figure" | "footer" | "form" | "h1" | "h2" | "h3"
            | "h4" | "h5" | "h6" | "header" | "hr" | "main" | "menu" | "nav" | "ol" | "p"
            | "pre" | "section" | "table" | "ul" => (
                &["p"],
                &["button", "object", "td", "th", "caption", "li", "div"],
            ),
            _ => return Vec::new(),
        };
        let mut last = None;
        for (at, (open, _)) in self.open.iter().enumerate().rev().take(REACH) {
            if ends.contains(&open.as_str()) {
                last = Some(at);
            } else if within.contains(&open.as_str()) {
                break;
            }
        }
        last.map_or_else(Vec::new, |at| self.cut(at))
    }

    /// Ends what is open from `at` on, the innermost first.
    fn cut(&mut self, at: usize) -> Vec<Effect> {
        let ended = self.open.split_off(at);
        for (name, _) in &ended {
            if let Some(count) = self.counts.get_mut(name) {
                *count = count.saturating_sub(1);
            }
        }
        ended.into_iter().rev().map(|(_, effect)| effect).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nesting(names: &[&str]) -> Nesting {
        let mut nesting = Nesting::default();
        for name in names {
            nesting.push(name, Effect::Block);
        }
        nesting
    }

    #[test]
    fn an_end_tag_ends_what_is_open_inside_and_a_lone_one_nothing() {
        let mut open = nesting(&["div", "p", "b"]);
        assert!(open.close("i").is_empty());
        assert_eq!(open.close("p").len(), 2);
        assert_eq!(open.innermost(), Some("div"));
        assert!(open.close("p").is_empty());
    }

    #[test]
    fn ends_that_are_not_written_are_known() {
        assert_eq!(nesting(&["div", "p", "b"]).implied_by("p").len(), 2);
        assert_eq!(nesting(&["ul", "li", "b"]).implied_by("li").len(), 2);
        assert!(nesting(&["ul", "li", "ul"]).implied_by("li").is_empty());
        assert_eq!(nesting(&["table", "tr", "td"]).implied_by("tr").len(), 2);
        assert!(nesting(&["p"]).implied_by("span").is_empty());
    }
}
