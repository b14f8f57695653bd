//! A word joined to itself: «في ملاحقة وملاحقة العصابات», "security and security".
//!
//! ```text
//! pair     = X وX | X و X | X and X | X or X            nothing but the conjunction between the two
//! restated = X complement+ وX-pronoun                  «لملاحقة العصابات وملاحقتها»
//! ```
//!
//! Rightly joined are intensives («أكثر وأكثر», "more and more"), measures («آلاف وآلاف»), compass points, and a second X that is
//! narrower than the first because it alone has a modifier («الطاقة والطاقة المتجددة», «ضابط وضابط صف»).

use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::phrasing::{
    CONJUNCTIONS, are_words_of_one_block, is_definite, is_given_name, is_part_of, is_plain_gap,
    is_word, letters, next_in_sentence, plays, written,
};
use crate::check::{Check, Match, Repair};
use crate::lang::arabic::{self, Proclitics};
use crate::lang::lexicon::cue::Cue;
use crate::lang::lexicon::marks::Marks;
use crate::text::span::Span;
use crate::text::split::PieceKind;

/// Finds words joined to themselves.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DoubledConjunct {}

/// One word joined to itself.
#[derive(Clone, Copy)]
struct Pair {
    first: usize,
    /// The conjunction; the second word itself where it is written onto it.
    joint: usize,
    second: usize,
}

/// Letters of the shortest noun that is restated.
const SHORTEST: usize = 4;

/// Words that a restated noun may stand away from its pronoun.
const REACH: usize = 7;

impl Check for DoubledConjunct {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        let joins = |at: &usize| article.tokens.marks(*at).contains(Marks::JOINED);
        (1..article.tokens.list.len())
            .filter(joins)
            .filter_map(|at| pair(article, at).or_else(|| restated(article, at)))
            .collect()
    }
}

fn pair(article: &Analysis<'_>, at: usize) -> Option<Match> {
    let pair = pair_at(article, at)?;
    let sure = if article.tokens.folded(pair.second).is_ascii() {
        judge_english(article, pair)?
    } else {
        judge_arabic(article, pair)?
    };
    Some(report(article, pair, sure))
}

/// The pair whose conjunction is `at`.
fn pair_at(article: &Analysis<'_>, at: usize) -> Option<Pair> {
    let first = at.checked_sub(1)?;
    if !are_words_of_one_block(article, first, at) {
        return None;
    }
    let joined = matches!(article.tokens.folded(at), "و" | "and" | "or");
    if joined {
        let second = at + 1;
        let alike = are_words_of_one_block(article, at, second)
            && is_one_word(written(article, first), written(article, second));
        return alike.then_some(Pair {
            first,
            joint: at,
            second,
        });
    }
    let second = written(article, at).strip_prefix('و')?;
    is_one_word(written(article, first), second).then_some(Pair {
        first,
        joint: at,
        second: at,
    })
}

/// Whether `second` is `first`, or `first` without the preposition written onto it («لملاحقة وملاحقة», «للعلوم والعلوم»).
fn is_one_word(first: &str, second: &str) -> bool {
    if begin_apart(first, second) {
        return false;
    }
    if letters(first).eq(letters(second)) {
        return true;
    }
    if let Some(rest) = first.strip_prefix("لل") {
        return letters("ال").chain(letters(rest)).eq(letters(second));
    }
    let bare = first.strip_prefix(['ب', 'ل', 'ك']);
    bare.is_some_and(|bare| letters(bare).count() >= 4 && letters(bare).eq(letters(second)))
}

/// Whether the first letters of two Arabic words tell that they are two: most words are answered by one look.
fn begin_apart(first: &str, second: &str) -> bool {
    let letter = |word: &str| {
        let first = word.chars().next();
        first.filter(|c| matches!(c, '\u{0621}'..='\u{063A}' | '\u{0641}'..='\u{064A}'))
    };
    let pair = letter(first).zip(letter(second));
    pair.is_some_and(|(one, other)| one != other && !matches!(one, 'ب' | 'ل' | 'ك'))
}

/// What follows the second word, as far as it can be read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tail {
    /// Nothing, a mark, another conjunct, a preposition: the second word stands bare.
    Bare,
    /// A relative clause.
    Relative,
    /// A figure.
    Figure,
    /// A word with the article; feminine or not.
    Definite { feminine: bool },
    /// A word that tells the second apart from the first: «آخر», «غير».
    Narrowed,
    /// Any other word without the article.
    Indefinite,
}

fn tail(article: &Analysis<'_>, second: usize) -> Tail {
    let Some(next) = next_in_sentence(article, second) else {
        return Tail::Bare;
    };
    let token = article.tokens.list[next];
    match token.kind {
        PieceKind::Punctuation if matches!(article.tokens.folded(next), "-" | "–") => {
            return Tail::Narrowed;
        }
        PieceKind::Punctuation => return Tail::Bare,
        PieceKind::Digits => return Tail::Figure,
        PieceKind::Word => {}
    }
    let word = article.tokens.folded(next);
    if plays(article, next, Cue::Relative, Proclitics::empty()) {
        Tail::Relative
    } else if plays(article, next, Cue::NarrowsConjunct, Proclitics::empty()) {
        Tail::Narrowed
    } else if plays(article, next, Cue::FunctionWord, CONJUNCTIONS)
        || word.starts_with('و') && word.chars().count() > 4
        || is_prepositional(word)
    {
        Tail::Bare
    } else if is_definite(word) {
        Tail::Definite {
            feminine: is_feminine(word),
        }
    } else {
        Tail::Indefinite
    }
}

/// «للتحديات», «بالقوة»: a preposition with its noun.
fn is_prepositional(word: &str) -> bool {
    ["لل", "بال", "كال"].iter().any(|prefix| {
        word.strip_prefix(prefix)
            .is_some_and(|rest| rest.chars().count() >= 3)
    })
}

fn is_feminine(word: &str) -> bool {
    word.ends_with('ه') || word.ends_with("ات")
}

fn judge_arabic(article: &Analysis<'_>, pair: Pair) -> Option<u8> {
    let word = article.tokens.folded(pair.first);
    let count = word.chars().count();
    if is_listed(article, pair)
        || is_elative(written(article, pair.first))
        || is_turned_round(article, pair)
    {
        return None;
    }
    if plays(article, pair.first, Cue::FunctionWord, CONJUNCTIONS) {
        return plays(article, pair.first, Cue::TakesObject, CONJUNCTIONS).then_some(65);
    }
    let definite = is_definite(word);
    let between = pair
        .first
        .checked_sub(1)
        .is_some_and(|at| plays(article, at, Cue::Between, CONJUNCTIONS));
    if count < 4 || between && !definite {
        return None;
    }
    let verbal = is_verbal_noun(written(article, pair.first));
    let bare = if verbal { 90 } else { 72 };
    match tail(article, pair.second) {
        Tail::Bare => Some(bare),
        Tail::Definite { feminine } if definite => {
            // «الطبية والطبية المساعدة»: an adjective of the second, which agrees with it.
            let plural = word.ends_with("ين") || word.ends_with("ون");
            (feminine != is_feminine(word) && (plural || is_feminine(word))).then_some(62)
        }
        Tail::Definite { .. } if verbal => Some(92),
        Tail::Definite { .. } => Some(62),
        // With the article on it, a word takes neither an adjective nor a noun that lacks it.
        Tail::Indefinite if definite => Some(66),
        Tail::Relative | Tail::Figure | Tail::Narrowed | Tail::Indefinite => None,
    }
}

/// Listed as rightly joined, or part of a name.
fn is_listed(article: &Analysis<'_>, pair: Pair) -> bool {
    let proclitics = CONJUNCTIONS | Proclitics::BA | Proclitics::LA;
    [Cue::MayJoin, Cue::MayDouble]
        .iter()
        .any(|cue| plays(article, pair.first, *cue, proclitics))
        || is_given_name(article, pair.first, proclitics)
        || is_part_of(article, pair.first, pair.second, Cue::MayJoin)
        || article.tokens.list[pair.first].capital && article.tokens.list[pair.second].capital
}

/// «الدين خطر على السياسة والسياسة خطر على الدين»: the second opens a clause that turns the first round.
fn is_turned_round(article: &Analysis<'_>, pair: Pair) -> bool {
    let word = |at: usize| article.tokens.list.get(at).map(|token| token.word);
    let behind = pair.second + 1;
    let before = pair.first.saturating_sub(REACH)..pair.first.saturating_sub(1);
    let phrase = [word(behind), word(behind + 1)];
    is_word(article, behind)
        && is_word(article, behind + 1)
        && before
            .into_iter()
            .any(|at| [word(at), word(at + 1)] == phrase)
}

/// «أكثر وأكثر», «أبعد وأبعد»: more and more.
fn is_elative(word: &str) -> bool {
    let word: Vec<char> = letters(word).collect();
    matches!(word.as_slice(), ['أ', _, _, last] if *last != 'ة')
}

/// Whether a word has the form of a verbal noun (مفاعلة، تفعيل، تفعلة، إفعال، إفالة، تفاعل، انفعال، افتعال، استفعال، فعللة), article and preposition aside.
fn is_verbal_noun(word: &str) -> bool {
    let word: Vec<char> = letters(word).collect();
    let word = match word.as_slice() {
        ['ل' | 'ا', 'ل', rest @ ..] | ['ب' | 'ك', 'ا', 'ل', rest @ ..] if rest.len() >= 4 => {
            rest
        }
        ['ب' | 'ل' | 'ك', rest @ ..] if rest.len() >= 5 => rest,
        whole => whole,
    };
    matches!(
        word,
        ['م', _, 'ا', _, _, 'ة']
            | ['ت', _, _, 'ي', _]
            | ['إ', _, _, 'ا', _]
            | ['ت', _, 'ا', _, _]
            | ['ا', 'س', 'ت', _, .., 'ا', _]
            | ['ا', 'س', 'ت', _, 'ا', _, 'ة']
            | ['ا', 'ن', _, _, 'ا', _]
            | ['ا', _, 'ت', _, 'ا', _]
            | ['إ', _, 'ا', _, 'ة']
            | ['ت', _, _, _, 'ة']
    ) || is_of_four_letters(word)
}

/// فعللة: «فهرسة», «سيطرة», «عولمة»; not مفعلة or أفعلة, which are places and plurals.
fn is_of_four_letters(word: &[char]) -> bool {
    let [first, second, third, fourth, 'ة'] = word else {
        return false;
    };
    let weak = |letter: &char| matches!(letter, 'ا' | 'و' | 'ي');
    !matches!(first, 'م' | 'أ' | 'ا' | 'آ') && *second != 'ا' && !weak(third) && !weak(fourth)
}

fn judge_english(article: &Analysis<'_>, pair: Pair) -> Option<u8> {
    let word = article.tokens.folded(pair.first);
    if is_listed(article, pair)
        || word.len() < 3
        || plays(article, pair.first, Cue::FunctionWord, Proclitics::empty())
    {
        return None;
    }
    // "hoped and hoped."
    let verb = word.ends_with("ed") || word.ends_with("ing");
    match tail(article, pair.second) {
        Tail::Bare if verb => Some(50),
        Tail::Bare => Some(70),
        Tail::Indefinite if verb => Some(64),
        Tail::Narrowed => None,
        _ => Some(45),
    }
}

fn report(article: &Analysis<'_>, pair: Pair, sure: u8) -> Match {
    let list = &article.tokens.list;
    let (first, second) = (list[pair.first].span, list[pair.second].span);
    let between = Span {
        start: first.end,
        end: second.start,
    };
    let gap = Span {
        start: first.end,
        end: second.end,
    };
    let plain = pair.joint == pair.second && is_plain_gap(article, between);
    let repair = Repair {
        title: "keep-one",
        safe: sure >= 85 && plain,
        edits: vec![(gap, String::new())],
        values: Vec::new(),
    };
    let whole = first.to(second);
    Match::at(whole, sure)
        .quote("word", first)
        .quote("words", whole)
        .repair(repair)
}

/// «لملاحقة عصابات الجريمة المنظمة وملاحقتها»: the verbal noun comes back with a pronoun for its own complement.
fn restated(article: &Analysis<'_>, at: usize) -> Option<Match> {
    if !is_word(article, at) {
        return None;
    }
    let again = article.tokens.folded(at).strip_prefix('و')?;
    // A letter of Arabic is two bytes, a pronoun at least one letter.
    if again.len() < 2 * (SHORTEST + 1) {
        return None;
    }
    let (whole, bare) = arabic::strip_enclitic(again).filter(|_| !again.ends_with('ي'))?;
    let sentence = article
        .tokens
        .sentences
        .get(article.tokens.sentence_of(at))?;
    let from = at.saturating_sub(REACH).max(sentence.tokens.start);
    let first = (from..at.saturating_sub(1))
        .rev()
        .take_while(|before| is_word(article, *before + 1))
        .find(|before| is_restated(article, *before, &whole, bare))?;
    let list = &article.tokens.list;
    let (first, second) = (list[first].span, list[at].span);
    Some(
        Match::at(second, 72)
            .case("restated")
            .related(first)
            .quote("first", first)
            .quote("second", second)
            .quote("words", first.to(second)),
    )
}

fn is_restated(article: &Analysis<'_>, at: usize, whole: &str, bare: &str) -> bool {
    let word = article.tokens.folded(at);
    // Most words are told apart by their length, with and without a preposition.
    let long = |length: usize| [length, length + 2].contains(&word.len());
    if !long(whole.len()) && !long(bare.len()) {
        return false;
    }
    let same = |word: &str| word == whole || word == bare;
    let alike = same(word) || word.strip_prefix(['ب', 'ل', 'ك', 'و']).is_some_and(same);
    alike && whole.chars().count() >= SHORTEST && is_verbal_noun(written(article, at))
}
