//! A word that stands twice in a row: «في في المدينة», "the the".
//!
//! A doubled function word is a slip of the hand; a doubled noun or verb usually is. What doubles rightly is data (the cues
//! `may-double`, `letter-name`, the list of given names) or shows in the sentence: distributives («رويدا رويدا»), names, a verb that ends one
//! clause and opens the next («من تاب تاب»), a pair that the article writes again and again.

use hashbrown::HashMap;
use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::phrasing::{
    CONJUNCTIONS, are_words_of_one_block, are_written_alike, is_definite, is_given_name,
    is_part_of, is_plain_gap, letters, next_in_sentence, plays, written,
};
use crate::check::{Check, Match, Repair};
use crate::lang::arabic::Proclitics;
use crate::lang::lexicon::cue::Cue;
use crate::lang::lexicon::noun::NounForm;
use crate::text::span::Span;
use crate::text::split::PieceKind;
use crate::token::vocabulary::WordId;

/// Finds doubled words.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DoubledWord {}

/// A run of one word.
#[derive(Clone, Copy)]
struct Run {
    first: usize,
    last: usize,
}

impl Check for DoubledWord {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        let runs = runs(article);
        let mut counts: HashMap<WordId, usize> = HashMap::new();
        for run in &runs {
            *counts
                .entry(article.tokens.list[run.first].word)
                .or_default() += 1;
        }
        runs.into_iter()
            .filter_map(|run| {
                let again = counts[&article.tokens.list[run.first].word] > 1;
                let (case, sure) = judge(article, run, again)?;
                Some(report(article, run, sure).case(case))
            })
            .collect()
    }
}

fn runs(article: &Analysis<'_>) -> Vec<Run> {
    let list = &article.tokens.list;
    let mut found: Vec<Run> = Vec::new();
    for (one, pair) in list.windows(2).enumerate() {
        let other = one + 1;
        let again = pair[0].word == pair[1].word
            && !are_cased_apart(article, one, other)
            && are_words_of_one_block(article, one, other)
            && are_written_alike(written(article, one), written(article, other));
        if !again {
            continue;
        }
        match found.last_mut() {
            Some(run) if run.last == one => run.last = other,
            _ => found.push(Run {
                first: one,
                last: other,
            }),
        }
    }
    found
}

/// "IS is a group": a name in capitals and a word; "the law lord Lord Bingham": a noun and the title that opens a name.
fn are_cased_apart(article: &Analysis<'_>, one: usize, other: usize) -> bool {
    let initials = |at: usize| {
        let mut letters = written(article, at).chars();
        letters.clone().count() > 1 && letters.all(char::is_uppercase)
    };
    let title = || {
        let capital = |at: usize| article.tokens.list[at].capital;
        !capital(one) && capital(other) && article.tokens.word(other).content
    };
    initials(one) != initials(other) || title()
}

/// Which of the rule's cases it is, and how sure; none where the word may stand twice.
fn judge(article: &Analysis<'_>, run: Run, again: bool) -> Option<(&'static str, u8)> {
    let Run { first, last } = run;
    if plays(article, first, Cue::MayDouble, CONJUNCTIONS)
        || is_part_of(article, first, last, Cue::MayDouble)
        || is_spelled_out(article, run)
        || is_unit(article, first)
        || is_spoken_of(article, run)
    {
        return None;
    }
    let names = is_name(article, first) && is_name(article, last);
    if plays(article, first, Cue::FunctionWord, CONJUNCTIONS) {
        if plays(article, first, Cue::DoubtfulDouble, CONJUNCTIONS) {
            return doubtful(article, run).map(|sure| ("", sure));
        }
        return Some(("", if names { 70 } else { 95 }));
    }
    let chanted = last - first > 1;
    // «سلمان سلمان بن عبدالعزيز»: a son's and a father's name have «بن» between them.
    let filial = matches!(article.tokens.folded(last + 1), "بن" | "بنت");
    if names && !filial || chanted || again || is_rightly_doubled(article, run) {
        return None;
    }
    let sure = if is_distributive(article, run) {
        45
    } else {
        72
    };
    Some(("content", sure))
}

/// A word such as «من» or "that", which in some sentences rightly stands twice: how sure that it is wrong here.
fn doubtful(article: &Analysis<'_>, run: Run) -> Option<u8> {
    let next = next_in_sentence(article, run.last)
        .filter(|next| are_words_of_one_block(article, run.last, *next));
    let opens = |cue| next.is_some_and(|next| plays(article, next, cue, CONJUNCTIONS));
    match article.tokens.folded(run.first) {
        "من" => {
            // «لا يعرف من من اللاعبين»: who of them; elsewhere the preposition twice.
            let mut before = run.first.saturating_sub(2)..run.first;
            let asks = before.any(|at| plays(article, at, Cue::Asks, CONJUNCTIONS));
            (!asks).then_some(92)
        }
        // "said that that was": the second is a pronoun; before an article, a pronoun or a name it is not.
        "that" => {
            let next = next?;
            let name = article.tokens.list[next].capital;
            if opens(Cue::StartsClause) {
                Some(92)
            } else {
                name.then_some(70)
            }
        }
        "is" => {
            let sentence = article
                .tokens
                .sentences
                .get(article.tokens.sentence_of(run.first))?;
            let mut before = sentence.tokens.start..run.first;
            let cleft = before.any(|at| {
                matches!(
                    article.tokens.folded(at),
                    "what" | "all" | "it" | "this" | "that"
                )
            });
            (!cleft).then_some(90)
        }
        // "log in in", "hand it on on": a particle and a preposition; a pronoun that ends one clause and opens the next.
        _ => Some(70),
    }
}

/// "7x5in in size": written onto its figure, the first is a unit.
fn is_unit(article: &Analysis<'_>, at: usize) -> bool {
    let before = at
        .checked_sub(1)
        .and_then(|before| article.tokens.list.get(before));
    article.tokens.list[at].glued && before.is_some_and(|before| before.kind == PieceKind::Digits)
}

/// The letters of an abbreviation: «سي إن إن», "f f".
fn is_spelled_out(article: &Analysis<'_>, run: Run) -> bool {
    let single = letters(written(article, run.first)).count() < 2;
    let letter = |at: usize| plays(article, at, Cue::LetterName, CONJUNCTIONS);
    if !letter(run.first) {
        return single && !matches!(article.tokens.folded(run.first), "a" | "i");
    }
    let beside = |at: Option<usize>| {
        at.is_some_and(|at| are_words_of_one_block(article, run.first, at) && letter(at))
    };
    !plays(article, run.first, Cue::FunctionWord, Proclitics::empty())
        || beside(run.first.checked_sub(1))
        || beside(Some(run.last + 1))
}

/// Between its own quotation marks: a cry, a title, a term.
fn is_spoken_of(article: &Analysis<'_>, run: Run) -> bool {
    let mark = |at: Option<usize>| {
        at.is_some_and(|at| {
            matches!(
                article.tokens.folded(at),
                "\"" | "«" | "»" | "“" | "”" | "'" | "‘" | "("
            )
        })
    };
    mark(run.first.checked_sub(1)) && mark(Some(run.last + 1))
}

/// A capital inside a sentence, a listed given name, a name of the form «بوعبدالله», a Chinese syllable («مينغ مينغ»).
fn is_name(article: &Analysis<'_>, at: usize) -> bool {
    let word = article.tokens.folded(at);
    article.tokens.list[at].capital
        || is_given_name(article, at, Proclitics::empty())
        || word.contains("عبدال")
        || (word.ends_with("نغ") || word.ends_with("نج")) && word.chars().count() <= 4
}

/// A noun or verb that stands twice on purpose.
fn is_rightly_doubled(article: &Analysis<'_>, run: Run) -> bool {
    let word = article.tokens.folded(run.first);
    let count = word.chars().count();
    if word.is_ascii() {
        return count < 3;
    }
    count < 3 || counts_out(article, run) || is_conditional(article, run.first)
}

/// «رغيفا رغيفا»: a thing that is counted, one by one.
fn counts_out(article: &Analysis<'_>, run: Run) -> bool {
    let mut readings = article.tokens.readings(run.first).iter();
    let thing = readings.any(|reading| {
        let mut nouns = article.lexicon.nouns.counted(reading.lex);
        let bare = reading.proclitics.is_empty() && !reading.enclitic;
        bare && nouns.any(|noun| matches!(noun.form, NounForm::Accusative | NounForm::Singular))
    });
    thing && is_distributive(article, run)
}

/// «حجرا حجرا», «ورقةً ورقةً»: one by one, as any indefinite accusative may be meant; the usual ones are listed (`may-double`).
fn is_distributive(article: &Analysis<'_>, run: Run) -> bool {
    let word = article.tokens.folded(run.first);
    let readings = article.tokens.readings(run.first);
    // «بقيمة بقيمة»: behind a preposition nothing is counted out.
    let bound = readings
        .iter()
        .any(|reading| !(reading.proclitics - CONJUNCTIONS).is_empty() && !reading.enclitic);
    let accusative = word.ends_with('ا') && !word.ends_with("ها") && !word.ends_with("وا")
        || written(article, run.first).contains('\u{064B}')
        || word.ends_with('ه') && !bound && stands_bare(article, run.last);
    accusative && !word.is_ascii() && !is_definite(word)
}

/// «من تاب تاب»: a verb that ends a condition and opens what follows from it. «من» and «ما» open one where a clause begins.
fn is_conditional(article: &Analysis<'_>, at: usize) -> bool {
    let Some(opener) = at
        .checked_sub(1)
        .filter(|opener| plays(article, *opener, Cue::Conditional, CONJUNCTIONS))
    else {
        return false;
    };
    let nouns = &article.lexicon.nouns;
    let mut readings = article.tokens.readings(at).iter();
    let noun = readings.any(|reading| {
        reading.proclitics.is_empty() && !reading.enclitic && !nouns.get(reading.lex).is_empty()
    });
    if noun {
        return false;
    }
    let begins = opener
        .checked_sub(1)
        .is_none_or(|before| !are_words_of_one_block(article, before, opener));
    begins || !matches!(article.tokens.folded(opener), "من" | "ما")
}

/// Whether neither a noun nor an adjective follows.
fn stands_bare(article: &Analysis<'_>, at: usize) -> bool {
    next_in_sentence(article, at).is_none_or(|next| {
        !are_words_of_one_block(article, at, next)
            || plays(article, next, Cue::FunctionWord, CONJUNCTIONS)
    })
}

fn report(article: &Analysis<'_>, run: Run, sure: u8) -> Match {
    let list = &article.tokens.list;
    let one = list[run.first].span;
    let whole = one.to(list[run.last].span);
    let rest = Span {
        start: one.end,
        end: whole.end,
    };
    let gap = Span {
        start: list[run.last - 1].span.end,
        end: list[run.last].span.start,
    };
    let repair = Repair {
        title: "keep-one",
        safe: sure >= 85 && is_plain_gap(article, gap),
        edits: vec![(rest, String::new())],
        values: Vec::new(),
    };
    Match::at(whole, sure)
        .quote("word", one)
        .quote("words", whole)
        .repair(repair)
}
