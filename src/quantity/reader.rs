//! What forms ask of the tokens: digits, number words with the clitics they may carry, phrases.

use crate::lang::arabic::Proclitics;
use crate::lang::lexicon::marks::Marks;
use crate::lang::lexicon::numeral::{Link, Numeral};
use crate::lang::lexicon::{LexId, Reading};
use crate::quantity::{Reader, fraction};
use crate::text::split::PieceKind;

/// What may stand on the front of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    /// Any clitics: the first word of a figure.
    First,
    /// «و», and perhaps the article.
    Joined,
    /// Nothing but perhaps the article.
    Bare,
}

impl Lead {
    fn allows(self, proclitics: Proclitics) -> bool {
        let rest = proclitics - Proclitics::AL;
        match self {
            Self::First => true,
            Self::Joined => rest == Proclitics::WA,
            Self::Bare => rest.is_empty(),
        }
    }
}

impl<'a> Reader<'a> {
    /// The folded text of a token; empty past the end.
    pub fn folded(self, at: usize) -> &'a str {
        self.tokens.folded(at)
    }

    /// Whether nothing stands between a token and the one before it.
    pub fn glued(self, at: usize) -> bool {
        self.tokens.list.get(at).is_some_and(|token| token.glued)
    }

    /// The block of the article that a token stands in.
    pub fn block(self, at: usize) -> Option<u32> {
        self.tokens.list.get(at).map(|token| token.block)
    }

    /// Whether a token is digits.
    pub fn is_digits(self, at: usize) -> bool {
        self.kind(at) == Some(PieceKind::Digits)
    }

    /// Whether a token is a word.
    pub fn is_letters(self, at: usize) -> bool {
        self.kind(at) == Some(PieceKind::Word)
    }

    /// Whether a token is a mark.
    pub fn is_punctuation(self, at: usize) -> bool {
        self.kind(at) == Some(PieceKind::Punctuation)
    }

    /// Whether a token is a word in another script than Latin.
    pub fn is_arabic(self, at: usize) -> bool {
        self.is_letters(at) && self.knows(at, Marks::BEYOND_ASCII)
    }

    /// Whether a token is nothing but clitics: «وبـ», «الـ».
    pub fn is_clitic(self, at: usize) -> bool {
        self.knows(at, Marks::CLITIC)
    }

    /// Bytes between a token and the one before it.
    pub fn gap(self, at: usize) -> usize {
        let before = at
            .checked_sub(1)
            .and_then(|before| self.tokens.list.get(before));
        match (before, self.tokens.list.get(at)) {
            (Some(before), Some(token)) => {
                token.span.start.saturating_sub(before.span.end) as usize
            }
            _ => usize::MAX,
        }
    }

    /// Whether one of some tables of the lexicon knows a token.
    #[inline]
    pub fn knows(self, at: usize, marks: Marks) -> bool {
        self.tokens.marks(at).intersects(marks)
    }

    /// The readings of a token, where one of some tables knows it.
    fn known(self, at: usize, marks: Marks) -> &'a [Reading] {
        if self.knows(at, marks) {
            self.tokens.readings(at)
        } else {
            &[]
        }
    }

    /// Whether a number may begin at a token, told cheaply.
    pub fn opens_number(self, at: usize) -> bool {
        match self.kind(at) {
            Some(PieceKind::Digits) => true,
            Some(PieceKind::Word) => self.knows(at, Marks::NUMERAL),
            Some(PieceKind::Punctuation) => {
                self.knows(at, Marks::NUMERAL)
                    || self.is_digits(at + 1)
                    || fraction::sign(self.folded(at)).is_some()
            }
            None => false,
        }
    }

    /// The parts of numbers that a token may be, with what may stand on its front.
    pub fn numerals(self, at: usize, lead: Lead) -> impl Iterator<Item = Numeral> + 'a {
        let readings = self.known(at, Marks::PART).iter();
        readings
            .filter(move |reading| !reading.enclitic && lead.allows(reading.proclitics))
            .flat_map(move |reading| self.lexicon.numerals.get(reading.lex).iter().copied())
    }

    /// Whether a token plays a small part.
    pub fn is_link(self, at: usize, link: Link) -> bool {
        let readings = self.known(at, Marks::PART).iter();
        let mut words = readings.filter(|reading| {
            !reading.enclitic && (reading.proclitics - Proclitics::AL).is_empty()
        });
        words.any(|reading| {
            self.lexicon
                .numerals
                .get(reading.lex)
                .contains(&Numeral::Link(link))
        })
    }

    /// Whether a token, with any clitics, plays a small part.
    pub fn is_any_link(self, at: usize, link: Link) -> bool {
        self.numerals(at, Lead::First)
            .any(|part| part == Numeral::Link(link))
    }

    /// Whether a token is a scale word.
    pub fn is_scale(self, at: usize) -> bool {
        self.numerals(at, Lead::Bare)
            .any(|part| matches!(part, Numeral::Scale { .. }))
    }

    /// The entries that a token may be in a phrase: its first word may carry clitics, the others the article at most.
    pub fn entries(self, at: usize, lead: Lead) -> impl Iterator<Item = LexId> + 'a {
        let readings = self.tokens.readings(at).iter();
        readings
            .filter(move |reading| !reading.enclitic && lead.allows(reading.proclitics))
            .map(|reading| reading.lex)
    }

    /// Where the word behind an «and» begins and what may stand on its front: behind a word of its own, or with «و» written onto it.
    pub fn joined(self, at: usize) -> (usize, Lead) {
        if self.is_link(at, Link::And) {
            (at + 1, Lead::Bare)
        } else {
            (at, Lead::Joined)
        }
    }

    /// Steps over clitics that stand alone before digits: «بـ25», «الـ 16».
    pub fn past_clitics(self, at: usize, end: usize) -> usize {
        if at + 1 < end
            && (self.is_digits(at + 1) || self.folded(at + 1) == "(")
            && self.is_clitic(at)
        {
            at + 1
        } else {
            at
        }
    }

    /// Steps over a hyphen with nothing on either side.
    pub fn past_hyphen(self, at: usize) -> usize {
        if self.glued(at) && self.glued(at + 1) && matches!(self.folded(at), "-" | "‐" | "‑" | "–")
        {
            at + 1
        } else {
            at
        }
    }
}
