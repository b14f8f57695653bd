//! How sure it is that two spellings are one name.

use crate::analysis::Analysis;
use crate::check::name_spelling::company::{Company, company, stands_alone};
use crate::check::name_spelling::slip::{self, Slip};
use crate::check::name_spelling::{SHORTEST, Spelling, is_arabic, starts_sentence};
use crate::claim::person::Sign;
use crate::lang::lexicon::marks::Marks;

/// Something that only a name has beside it, or letters that only a slip explains.
const SURE: u8 = 62;

/// How sure that `rare` is `name` with a slip; none where they are two words.
pub(super) fn sureness(
    article: &Analysis<'_>,
    rare: &Spelling<'_>,
    name: &Spelling<'_>,
) -> Option<u8> {
    let slip = slip::between(&rare.letters, &name.letters)?;
    let grammar = matches!(slip, Slip::Vowel | Slip::Grammatical | Slip::Derived);
    let company = company(article, rare, name, grammar);
    if is_arabic(name) {
        arabic(article, (rare, name), slip, company)
    } else {
        english(article, (rare, name), slip, company)
    }
}

/// Two Arabic spellings. Nothing but its rarity tells an unannounced word from a name: such a pair is never sure.
fn arabic(
    article: &Analysis<'_>,
    (rare, name): (&Spelling<'_>, &Spelling<'_>),
    slip: Slip,
    company: Company,
) -> Option<u8> {
    match company {
        Company::Name if name.announced => return Some(75),
        Company::Title if name.announced => return Some(SURE),
        Company::Different => return None,
        _ => {}
    }
    let short = name.letters.len() <= SHORTEST;
    let given = |form: &Spelling<'_>| {
        let at = form.places.first();
        at.is_some_and(|at| article.tokens.marks(*at).contains(Marks::GIVEN_NAME))
    };
    let two_names = given(rare) && given(name);
    if short || two_names || rare.word.starts_with("ال") || ends_apart(article, rare, name) {
        return None;
    }
    let readable = is_readable(article, rare) || is_readable(article, name);
    if is_sure(rare, name, slip) && !readable {
        return Some(SURE);
    }
    if slip == Slip::Derived || !name.announced && (readable || rare.letters.len() <= SHORTEST) {
        return None;
    }
    if !name.announced {
        return unannounced(rare, slip);
    }
    Some(match slip {
        Slip::Swapped | Slip::Consonant | Slip::Grammatical => 50,
        Slip::Confused => 46,
        Slip::Vowel | Slip::Derived => 42,
    })
}

/// Whether what announces two Arabic spellings leaves nothing but a slip; where only one is announced, grammar must not explain the other.
fn is_sure(rare: &Spelling<'_>, name: &Spelling<'_>, slip: Slip) -> bool {
    let role = Some(Sign::Role);
    if rare.announced
        && name.announced
        && (rare.sign.max(name.sign) >= role || slip != Slip::Derived)
    {
        return true;
    }
    let long = rare.letters.len() > SHORTEST;
    let told = name.announced || rare.sign >= role;
    long && match slip {
        Slip::Swapped | Slip::Consonant | Slip::Confused => told,
        Slip::Vowel => name.sign >= role && name.places.len() > 2,
        Slip::Grammatical | Slip::Derived => false,
    }
}

/// Two Arabic words of which none is announced as a name.
fn unannounced(rare: &Spelling<'_>, slip: Slip) -> Option<u8> {
    // «تنفذها» and «تنفيذها»: forms of a word with a pronoun on them.
    let bound = ["ها", "هم", "هما"]
        .iter()
        .any(|end| rare.word.ends_with(end));
    let short = rare.letters.len() < SHORTEST + 2;
    let doubtful =
        matches!(slip, Slip::Grammatical | Slip::Derived) || slip == Slip::Vowel && short;
    (!bound && !doubtful).then_some(41)
}

/// «عينيه» and «عيينة»: a pronoun at the end of one, a ta marbuta at the end of the other, which fold to one letter.
fn ends_apart(article: &Analysis<'_>, rare: &Spelling<'_>, name: &Spelling<'_>) -> bool {
    let last = |form: &Spelling<'_>| {
        let at = form.places.first()?;
        let token = article.tokens.list.get(*at)?;
        article.text(token.span).chars().next_back()
    };
    let (one, other) = (last(rare), last(name));
    matches!(
        (one, other),
        (Some('ه'), Some('ة')) | (Some('ة'), Some('ه'))
    )
}

/// Two English spellings, which have a capital.
fn english(
    article: &Analysis<'_>,
    (rare, name): (&Spelling<'_>, &Spelling<'_>),
    slip: Slip,
    company: Company,
) -> Option<u8> {
    let long = name.letters.len() > SHORTEST;
    match company {
        Company::Name => return Some(75),
        Company::Title => return Some(SURE),
        // Two families may differ by a letter, hardly by two that changed places.
        Company::Different if slip != Slip::Swapped || !long => return None,
        _ if !long => return None,
        _ => {}
    }
    let at = *rare.places.first()?;
    let given = |form: &Spelling<'_>| {
        let at = form.places.first();
        at.is_some_and(|at| article.tokens.given(*at).is_some())
    };
    let letters = rare.letters.len();
    // "Brain scans" and a Brian: a short word at the start of a sentence may be any.
    let wordlike = given(name) || slip != Slip::Swapped;
    let opens = letters <= SHORTEST + 1 && wordlike && starts_sentence(article, at);
    let sure = match slip {
        Slip::Swapped | Slip::Confused => letters > SHORTEST,
        Slip::Consonant => letters > SHORTEST + 2 || letters > SHORTEST && is_doubled(rare, name),
        Slip::Vowel => letters > SHORTEST + 1,
        Slip::Grammatical | Slip::Derived => false,
    };
    let alone = letters > SHORTEST && stands_alone(article, at);
    if (sure && !opens || alone) && !(given(rare) && given(name)) {
        return Some(SURE);
    }
    Some(match slip {
        Slip::Swapped | Slip::Consonant | Slip::Grammatical => 50,
        Slip::Confused => 46,
        Slip::Vowel | Slip::Derived => 42,
    })
}

/// Whether the lexicon has the word under clitics of any kind: «وذلك», «مجلسهم».
fn is_readable(article: &Analysis<'_>, form: &Spelling<'_>) -> bool {
    let readings = |at: &usize| {
        let mut readings = article.tokens.readings(*at).iter();
        // «عسيري»: no pronoun, but a relation.
        readings.any(|reading| {
            !(reading.enclitic && reading.proclitics.is_empty() && form.word.ends_with('ي'))
        })
    };
    form.places.first().is_some_and(readings)
}

/// Whether the letter that one of the two has more stands beside its like: "Roddick" and "Rodick".
fn is_doubled(rare: &Spelling<'_>, name: &Spelling<'_>) -> bool {
    let single = |letters: &[char]| {
        let mut letters = letters.to_vec();
        letters.dedup();
        letters
    };
    single(&rare.letters) == single(&name.letters)
}
