//! What the readers of dates and times ask of the tokens.

use crate::lang::lexicon::Reading;
use crate::lang::lexicon::calendar::{DateLink, Term, TimeNoun};
use crate::lang::lexicon::marks::Marks;
use crate::lang::lexicon::named::NamedHit;
use std::ops::Range;

use crate::quantity::value::{Kind, Value};
use crate::quantity::{Quantity, Reader, Writing};
use crate::text::split::PieceKind;

impl<'a> Reader<'a> {
    /// What some tokens say, in words and without a hedge.
    pub(in crate::quantity) fn said(
        self,
        kind: Kind,
        tokens: Range<usize>,
        value: Value,
    ) -> Quantity {
        let span = self.tokens.span(&tokens);
        Quantity {
            value,
            writing: Writing::Words,
            ..Quantity::plain(kind, tokens, span)
        }
    }

    /// The readings of the tokens from `at` on, none from `end` on: what a look-up of phrases walks over.
    pub(in crate::quantity) fn words_before(
        self,
        at: usize,
        end: usize,
    ) -> impl Fn(usize) -> &'a [Reading] {
        move |index| {
            if at + index < end {
                self.tokens.readings(at + index)
            } else {
                &[]
            }
        }
    }

    /// The longest term of the calendar at a token that `pick` takes.
    pub(in crate::quantity) fn term<U>(
        self,
        at: usize,
        end: usize,
        pick: impl Fn(Term) -> Option<U>,
    ) -> Option<NamedHit<U>> {
        self.term_of(Marks::TERM, at, end, pick)
    }

    /// The longest term that `pick` takes, where the marks of those that it can take are known.
    pub(in crate::quantity) fn term_of<U>(
        self,
        marks: Marks,
        at: usize,
        end: usize,
        pick: impl Fn(Term) -> Option<U>,
    ) -> Option<NamedHit<U>> {
        if at >= end || !self.knows(at, marks) {
            return None;
        }
        let word = self.words_before(at, end);
        self.lexicon.calendar.terms.longest(word, pick)
    }

    /// The length of a joining word at a token.
    pub(in crate::quantity) fn link(self, at: usize, end: usize, link: DateLink) -> Option<usize> {
        let is = |term| (term == Term::Link(link)).then_some(());
        self.term_of(Marks::DATE_LINK, at, end, is)
            .map(|hit| hit.length)
    }

    /// A noun of time at a token.
    pub(in crate::quantity) fn time_noun(
        self,
        at: usize,
        end: usize,
        noun: TimeNoun,
    ) -> Option<NamedHit<()>> {
        let is = |term| (term == Term::Noun(noun)).then_some(());
        self.term_of(Marks::TIME, at, end, is)
    }

    /// Whether the token is one of these marks.
    pub(in crate::quantity) fn is_mark(self, at: usize, end: usize, marks: &[&str]) -> bool {
        at < end && marks.contains(&self.tokens.folded(at))
    }

    /// Whether nothing stands between the token and the one before it.
    pub(in crate::quantity) fn is_glued(self, at: usize) -> bool {
        self.tokens.list.get(at).is_some_and(|token| token.glued)
    }

    /// Whether the token starts with a capital.
    pub(in crate::quantity) fn is_capital(self, at: usize) -> bool {
        self.tokens.list.get(at).is_some_and(|token| token.capital)
    }

    /// Whether the token is a word.
    pub(in crate::quantity) fn is_word(self, at: usize, end: usize) -> bool {
        at < end && self.kind(at) == Some(PieceKind::Word)
    }

    /// What the token is made of.
    pub(in crate::quantity) fn kind(self, at: usize) -> Option<PieceKind> {
        self.tokens.list.get(at).map(|token| token.kind)
    }

    /// A run of at most nine digits: its value and how many digits it has.
    pub(in crate::quantity) fn digits(self, at: usize, end: usize) -> Option<(u32, usize)> {
        if at >= end || self.kind(at) != Some(PieceKind::Digits) {
            return None;
        }
        let text = self.tokens.folded(at);
        let value = (text.len() <= 9).then(|| text.parse().ok()).flatten()?;
        Some((value, text.len()))
    }

    /// Whether the digits at a token go on: a decimal, a grouped number, a clock time, a per cent.
    pub(in crate::quantity) fn digits_go_on(self, at: usize, end: usize) -> bool {
        let next = at + 1;
        let mark = self.is_glued(next)
            && self.is_mark(next, end, &[".", ",", "٫", "٬", ":", "،", "%", "٪"]);
        // "January12,2016": no group and no decimals have four digits behind a comma.
        let year = |part| part == 4 && self.is_mark(next, end, &[","]);
        let behind = self.digits(next + 1, end);
        mark && (self.is_mark(next, end, &["%", "٪"])
            || self.is_glued(next + 1) && behind.is_some_and(|(_, length)| !year(length)))
    }

    /// Whether the digits at a token are the tail of a figure, a code or a name.
    pub(in crate::quantity) fn digits_go_back(self, at: usize) -> bool {
        if !self.is_glued(at) || at < 2 || self.is_second_of_two(at) {
            return false;
        }
        let mark = matches!(
            self.tokens.folded(at - 1),
            "." | "," | "٫" | "٬" | ":" | "-" | "/" | "$" | "£" | "€"
        );
        let year = self.tokens.folded(at - 1) == "," && self.tokens.folded(at).len() == 4;
        mark && !year && self.is_glued(at - 1) && self.kind(at - 2) == Some(PieceKind::Digits)
            || matches!(self.tokens.folded(at - 1), "$" | "£" | "€" | "#" | "_")
    }

    /// Whether digits are the second of two that a dash joins and nothing else goes on: 13-15, 10/1/2018-10/7/2018.
    fn is_second_of_two(self, at: usize) -> bool {
        let mark = |at: usize| {
            if self.is_glued(at) {
                self.tokens.folded(at)
            } else {
                ""
            }
        };
        let digits = |at: usize| self.kind(at) == Some(PieceKind::Digits);
        let first = at - 2;
        if !matches!(mark(at - 1), "-" | "–")
            || !digits(first)
            || self.tokens.folded(first).len() > 4
        {
            return false;
        }
        let before = first.checked_sub(1).filter(|_| self.is_glued(first));
        let before = before.map_or("", |before| self.tokens.folded(before));
        let behind = if digits(at + 2) { mark(at + 1) } else { "" };
        matches!(
            (before, behind),
            ("" | "(" | "«" | "“" | "\"", "") | ("/", "/")
        ) || (before, behind) == ("-", "-") && self.tokens.folded(first).len() == 4
    }

    /// The token behind «ال» or «الـ» written before digits; the same token where there is none.
    pub(in crate::quantity) fn behind_article(self, at: usize, end: usize) -> usize {
        let article = matches!(
            self.tokens.folded(at),
            "ال" | "وال" | "بال" | "لل" | "فال" | "كال"
        );
        let digits = |at| self.digits(at, end).is_some();
        if article && digits(at + 1) {
            at + 1
        } else if article && self.is_mark(at + 1, end, &["("]) && digits(at + 2) {
            at + 2
        } else {
            at
        }
    }

    /// Whether the words around a token are English; so where there are no words at all.
    pub(in crate::quantity) fn is_english(self, at: usize) -> bool {
        let near = (at.saturating_sub(12)..at).rev().chain(at..at + 12);
        near.filter(|index| self.kind(*index) == Some(PieceKind::Word))
            .map(|index| self.is_latin(index))
            .next()
            .unwrap_or(true)
    }

    /// Whether the language of a token's letters is written in Latin script.
    pub(in crate::quantity) fn is_latin(self, at: usize) -> bool {
        self.knows(at, Marks::LATIN)
    }
}
