//! One name in two spellings: a word that stands once and differs by one slip from a name that the article uses more often.
//!
//! Every known name is indexed by itself and by each of its forms with one letter left out; a rare word is looked up the same way, so that the
//! cost grows with the article, not with its square. What counts as a slip: two neighbours exchanged, a letter left out or added inside,
//! a vowel for a vowel, and letters that Arabic transliteration confuses.

mod slip;

use hashbrown::HashMap;
use serde::Deserialize;

use crate::analysis::Analysis;
use crate::check::{Check, Match, Repair};
use crate::claim::person::{self, Sign};
use crate::lang::arabic::Proclitics;
use crate::lang::lexicon::cue::Cue;
use crate::lang::lexicon::given_name::NameUse;
use crate::text::hash::hash_number;
use crate::text::split::PieceKind;

use slip::Slip;

/// Finds one name in two spellings.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NameSpelling {}

/// Shorter words differ by one letter from too many others.
const SHORTEST: usize = 4;

/// Longer ones are no names.
const LONGEST: usize = 24;

/// A word form and where it stands.
struct Form<'a> {
    word: &'a str,
    letters: Vec<char>,
    places: Vec<usize>,
    sign: Option<Sign>,
}

impl Check for NameSpelling {
    fn run(&self, article: &Analysis<'_>) -> Vec<Match> {
        let forms = forms(article);
        let mut index: HashMap<u64, Vec<usize>> = HashMap::new();
        for (at, form) in forms.iter().enumerate() {
            if form.places.len() > 1 && is_name(article, form) {
                for key in keys(&form.letters) {
                    index.entry(key).or_default().push(at);
                }
            }
        }
        let mut found = Vec::new();
        for rare in forms.iter().filter(|form| may_be_slip(article, form)) {
            let mut near: Vec<usize> = keys(&rare.letters)
                .filter_map(|key| index.get(&key))
                .flatten()
                .copied()
                .collect();
            near.sort_unstable();
            near.dedup();
            let best = near
                .iter()
                .filter_map(|at| forms.get(*at))
                .filter_map(|name| Some((sureness(article, rare, name)?, name)))
                .max_by_key(|(sure, name)| (*sure, name.places.len()));
            if let Some((sure, name)) = best {
                found.extend(tell(article, rare, name, sure));
            }
        }
        found
    }
}

/// The forms of an article that are long enough, in order of their first place.
fn forms<'a>(article: &'a Analysis<'_>) -> Vec<Form<'a>> {
    let tokens = &article.tokens;
    let mut index: HashMap<&str, usize> = HashMap::new();
    let mut forms: Vec<Form<'a>> = Vec::new();
    // The form of each word, so that a word is looked up by its letters once.
    let mut of_word: Vec<Option<usize>> = Vec::new();
    for (at, token) in tokens.list.iter().enumerate() {
        if token.kind != PieceKind::Word {
            continue;
        }
        let number = token.word.index();
        if number >= of_word.len() {
            of_word.resize(number + 1, None);
        }
        let word = base(tokens.folded(at));
        let known = *of_word[number].get_or_insert_with(|| {
            *index.entry(word).or_insert_with(|| {
                forms.push(Form {
                    word,
                    letters: word.chars().take(LONGEST + 1).collect(),
                    places: Vec::new(),
                    sign: None,
                });
                forms.len() - 1
            })
        });
        if let Some(form) = forms.get_mut(known) {
            form.places.push(at);
        }
    }
    for person in &article.people {
        for part in &person.parts {
            let form = index
                .get(base(tokens.folded(*part)))
                .and_then(|known| forms.get_mut(*known));
            if let Some(form) = form {
                form.sign = form.sign.max(Some(person.sign));
            }
        }
    }
    forms.retain(|form| (SHORTEST..=LONGEST).contains(&form.letters.len()));
    forms
}

/// The word without the possessive ending.
fn base(folded: &str) -> &str {
    folded.strip_suffix("'s").unwrap_or(folded)
}

/// The hashes of a form and of each of its shortenings by one letter; what they bring together is compared letter by letter.
fn keys(letters: &[char]) -> impl Iterator<Item = u64> + '_ {
    let without = |skipped: usize| {
        let kept = letters
            .iter()
            .enumerate()
            .filter(move |(at, _)| *at != skipped);
        kept.fold(0, |state, (_, letter)| {
            hash_number(state ^ u64::from(*letter))
        })
    };
    (0..=letters.len()).map(without)
}

fn is_arabic(form: &Form<'_>) -> bool {
    form.letters
        .first()
        .is_some_and(|letter| !letter.is_ascii())
}

/// Whether the form is a name of the article: in Arabic one that something announces, in English one that always has a capital, not only
/// at the start of sentences.
fn is_name(article: &Analysis<'_>, form: &Form<'_>) -> bool {
    if is_arabic(form) {
        let plain = form.places.first().is_some_and(|at| is_known(article, *at));
        return !plain && (form.sign.is_some() || !form.word.starts_with("ال"));
    }
    let tokens = &article.tokens;
    let capital = |at: &usize| tokens.list.get(*at).is_some_and(|token| token.capital);
    form.places.iter().all(capital) && form.places.iter().any(|at| !starts_sentence(article, *at))
}

fn starts_sentence(article: &Analysis<'_>, at: usize) -> bool {
    let sentence = article.tokens.sentence_of(at);
    let start = article
        .tokens
        .sentences
        .get(sentence)
        .map_or(0, |sentence| sentence.tokens.start);
    (start..at).all(|before| {
        article
            .tokens
            .list
            .get(before)
            .is_some_and(|token| token.kind == PieceKind::Punctuation)
    })
}

/// Whether the form stands once and is no word that the lexicon knows.
fn may_be_slip(article: &Analysis<'_>, form: &Form<'_>) -> bool {
    let [at] = form.places[..] else {
        return false;
    };
    let token = article.tokens.list.get(at);
    !is_known(article, at) && (is_arabic(form) || token.is_some_and(|token| token.capital))
}

/// Whether the lexicon has the word, as it stands or behind the article.
fn is_known(article: &Analysis<'_>, at: usize) -> bool {
    article
        .tokens
        .readings(at)
        .iter()
        .any(|reading| !reading.enclitic && (reading.proclitics - Proclitics::AL).is_empty())
}

/// Whether the lexicon has the word under clitics of any kind: «وذلك», «مجلسهم».
fn is_readable(article: &Analysis<'_>, form: &Form<'_>) -> bool {
    let readings = |at: &usize| !article.tokens.readings(*at).is_empty();
    form.places.first().is_some_and(readings)
}

/// What the words beside the two forms say of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Company {
    /// Other names stand beside each: two people.
    Different,
    /// Nothing.
    Silent,
    /// The same title or role.
    Title,
    /// The same other part of a name.
    Name,
}

fn sureness(article: &Analysis<'_>, rare: &Form<'_>, name: &Form<'_>) -> Option<u8> {
    let slip = slip::between(&rare.letters, &name.letters)?;
    let grammar = matches!(slip, Slip::Vowel | Slip::Grammatical);
    // Nothing but its rarity tells an unannounced Arabic word from a name: such a pair is never sure.
    let announced = !is_arabic(name) || name.sign.is_some();
    let long = name.letters.len() > SHORTEST;
    let company = company(article, rare, name, grammar);
    let foreign = !is_arabic(name) || !rare.word.starts_with("ال");
    Some(match company {
        Company::Different => return None,
        Company::Name if announced => 75,
        Company::Title if announced => 62,
        _ if !long || !foreign => return None,
        _ if !announced && (is_readable(article, rare) || is_readable(article, name)) => {
            return None;
        }
        _ if !announced => match slip {
            _ if rare.letters.len() <= SHORTEST => return None,
            Slip::Grammatical => return None,
            // «تنفذها» and «تنفيذها»: forms of a word with a pronoun on them.
            _ if ["ها", "هم", "هما"]
                .iter()
                .any(|end| rare.word.ends_with(end)) =>
            {
                return None;
            }
            Slip::Vowel if rare.letters.len() < SHORTEST + 2 => return None,
            _ => 41,
        },
        // No word of either language, and too long to be another name by chance.
        _ if !is_word(article, rare, name) && is_sure(slip, rare, name) => 62,
        _ => match slip {
            Slip::Swapped | Slip::Consonant | Slip::Grammatical => 50,
            Slip::Confused => 46,
            Slip::Vowel => 42,
        },
    })
}

/// Whether one of the two is a word that the lexicon knows, under clitics too, or both are given names: then they are two words.
fn is_word(article: &Analysis<'_>, rare: &Form<'_>, name: &Form<'_>) -> bool {
    let given = |form: &Form<'_>| {
        let at = form.places.first();
        at.is_some_and(|at| person::given(&article.tokens, article.lexicon, *at).is_some())
    };
    if is_arabic(name) {
        return is_readable(article, rare) || is_readable(article, name);
    }
    given(rare) && given(name)
}

/// Whether a form of that length differs from another by such a slip only where a finger slipped. Arabic puts vowels and some consonants
/// into words itself; two English surnames may differ by one consonant, unless it is a doubled one.
fn is_sure(slip: Slip, rare: &Form<'_>, name: &Form<'_>) -> bool {
    let letters = rare.letters.len();
    let arabic = is_arabic(name);
    match slip {
        Slip::Consonant if !arabic && !is_doubled(rare, name) => letters > SHORTEST + 2,
        Slip::Swapped | Slip::Consonant | Slip::Confused => letters > SHORTEST,
        Slip::Vowel => !arabic && letters > SHORTEST + 1,
        Slip::Grammatical => false,
    }
}

/// Whether the letter that one of the two has more stands beside its like: "Roddick" and "Rodick".
fn is_doubled(rare: &Form<'_>, name: &Form<'_>) -> bool {
    let single = |letters: &[char]| {
        let mut letters = letters.to_vec();
        letters.dedup();
        letters
    };
    single(&rare.letters) == single(&name.letters)
}

/// What stands beside the two; `grammar` where they may be two forms of a word, which one name may follow («أشرك فلانا», «إشراك فلان»).
fn company(article: &Analysis<'_>, rare: &Form<'_>, name: &Form<'_>, grammar: bool) -> Company {
    let named = !is_arabic(rare) || !grammar;
    let Some(here) = rare.places.first() else {
        return Company::Silent;
    };
    let (before, after) = (
        neighbour(article, *here, false),
        neighbour(article, *here, true),
    );
    let mut best = Company::Silent;
    let mut others = false;
    for place in &name.places {
        let (left, right) = (
            neighbour(article, *place, false),
            neighbour(article, *place, true),
        );
        if before.is_some() && before == left || named && after.is_some() && after == right {
            return Company::Name;
        }
        others |= left.is_some();
        let title = |at: usize| {
            let before = at.checked_sub(1)?;
            let hit = [Cue::PersonTitle, Cue::PersonRole]
                .iter()
                .any(|cue| article.tokens.cue_at(before, *cue).is_some());
            hit.then(|| article.tokens.folded(before))
        };
        if title(*here).is_some() && title(*here) == title(*place) {
            best = Company::Title;
        }
    }
    // An unknown Arabic word before the rare one may be a verb; only a given name makes another person of it.
    let named = !is_arabic(rare)
        || here.checked_sub(1).is_some_and(|at| {
            person::given(&article.tokens, article.lexicon, at)
                .is_some_and(|usage| usage <= NameUse::Mostly)
        });
    if best == Company::Silent && before.is_some() && named && others {
        return Company::Different;
    }
    best
}

/// The part of a name that stands directly before or behind a word.
fn neighbour<'a>(article: &'a Analysis<'_>, at: usize, behind: bool) -> Option<&'a str> {
    let beside = if behind { at + 1 } else { at.checked_sub(1)? };
    let tokens = &article.tokens;
    let token = tokens.list.get(beside)?;
    let same = tokens.sentence_of(at) == tokens.sentence_of(beside);
    if token.kind != PieceKind::Word || !same {
        return None;
    }
    let word = tokens.folded(beside);
    let given = person::given(tokens, article.lexicon, beside).is_some();
    let known = !given && !tokens.readings(beside).is_empty();
    let is_part = if word.is_ascii() {
        token.capital
    } else {
        word.chars().nth(2).is_some()
    };
    (is_part && !known).then(|| base(word))
}

fn tell(article: &Analysis<'_>, rare: &Form<'_>, name: &Form<'_>, sure: u8) -> Option<Match> {
    let (here, there) = (*rare.places.first()?, *name.places.first()?);
    let whole = |at: usize, form: &Form<'_>| {
        let span = article.tokens.span(&(at..at + 1));
        let text = article.text(span);
        let possessive = article.tokens.folded(at).len() - form.word.len();
        let end = span.end as usize
            - if possessive == 0 {
                0
            } else {
                text.len() - form_end(text)
            };
        crate::text::span::Span::new(span.start as usize, end)
    };
    let (here, there) = (whole(here, rare), whole(there, name));
    Some(
        Match::at(here, sure)
            .related(there)
            .quote("rare", here)
            .quote("usual", there)
            .value(
                "count",
                crate::check::Text::Plain(name.places.len().to_string()),
            )
            .repair(Repair {
                title: "usual",
                safe: false,
                edits: vec![(here, article.text(there).to_owned())],
                values: Vec::new(),
            }),
    )
}

/// Where a word ends before its possessive ending.
fn form_end(text: &str) -> usize {
    text.rfind(['\'', '\u{2019}', '\u{02BC}'])
        .unwrap_or(text.len())
}
