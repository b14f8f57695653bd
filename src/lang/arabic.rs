//! Arabic words: clitics and light stems, on folded text (see [`crate::text::fold`]).

use bitflags::bitflags;

bitflags! {
    /// What is written onto the front of a word.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Proclitics: u8 {
        /// و, and.
        const WA = 1;
        /// ف, so.
        const FA = 2;
        /// ب, by or with.
        const BA = 4;
        /// ل, for or to.
        const LA = 8;
        /// ك, as.
        const KA = 16;
        /// ال, the.
        const AL = 32;
    }
}

/// A word without its clitics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stripped<'w> {
    /// What is left.
    pub rest: &'w str,
    /// What was taken off the front.
    pub proclitics: Proclitics,
}

/// Pronouns written onto the end of a word, folded, longest first.
pub const ENCLITICS: [&str; 10] = ["كما", "هما", "كم", "كن", "نا", "ها", "هم", "هن", "ه", "ي"];

/// Every way to take clitics off the front of a folded word, the fewest first; the whole word is the first.
pub fn strip_proclitics(word: &str) -> Vec<Stripped<'_>> {
    let mut found = vec![Stripped {
        rest: word,
        proclitics: Proclitics::empty(),
    }];
    let mut push = |rest, proclitics| {
        if chars_at_least(rest, 2) {
            found.push(Stripped { rest, proclitics });
        }
    };
    strip_inner(word, Proclitics::empty(), &mut push);
    for (letter, flag) in [("و", Proclitics::WA), ("ف", Proclitics::FA)] {
        if let Some(rest) = word.strip_prefix(letter) {
            push(rest, flag);
            strip_inner(rest, flag, &mut push);
        }
    }
    found
}

/// The article and the one-letter prepositions, behind a conjunction already taken off.
fn strip_inner<'w>(word: &'w str, before: Proclitics, push: &mut impl FnMut(&'w str, Proclitics)) {
    if let Some(rest) = word.strip_prefix("ال") {
        push(rest, before | Proclitics::AL);
    }
    if let Some(rest) = word.strip_prefix("لل") {
        push(rest, before | Proclitics::LA | Proclitics::AL);
    }
    for (letter, flag) in [
        ("ب", Proclitics::BA),
        ("ل", Proclitics::LA),
        ("ك", Proclitics::KA),
    ] {
        if let Some(rest) = word.strip_prefix(letter) {
            push(rest, before | flag);
            if let Some(inner) = rest.strip_prefix("ال") {
                push(inner, before | flag | Proclitics::AL);
            }
        }
    }
}

/// The word without a pronoun at its end, with the ending that the pronoun changed given back («ملاحقتها» to «ملاحقه», «قتلاهم» to
/// «قتلي», «ابنائه» to «ابناء»), and as it stands before the pronoun; none where nothing can be taken off.
pub fn strip_enclitic(word: &str) -> Option<(String, &str)> {
    if !word.ends_with(['ا', 'م', 'ن', 'ه', 'ي']) {
        return None;
    }
    ENCLITICS.iter().find_map(|pronoun| {
        let rest = word
            .strip_suffix(pronoun)
            .filter(|rest| chars_at_least(rest, 3))?;
        let changed = |ending, own| Some(format!("{}{own}", rest.strip_suffix(ending)?));
        let whole = changed("ت", "ه")
            .or_else(|| changed("ائ", "اء"))
            .or_else(|| changed("اؤ", "اء"))
            .or_else(|| changed("ا", "ي"))
            .unwrap_or_else(|| rest.to_owned());
        Some((whole, rest))
    })
}

/// A light stem of a folded word: clitics, one ending of number, gender or case off, the nisba ya kept (قتالي is not قتال).
/// Words of one stem are usually forms of one word; it is an index key, never a verdict.
pub fn stem(word: &str) -> &str {
    let word = strip_front(word);
    for ending in ["تان", "تين", "ات", "ان", "ين", "ون", "ها", "هم", "ه", "ا"] {
        if let Some(rest) = word
            .strip_suffix(ending)
            .filter(|rest| chars_at_least(rest, 3))
        {
            return rest;
        }
    }
    word
}

fn strip_front(word: &str) -> &str {
    for prefix in ["وال", "بال", "كال", "فال", "ولل", "وبال", "ال", "لل"] {
        if let Some(rest) = word
            .strip_prefix(prefix)
            .filter(|rest| chars_at_least(rest, 3))
        {
            return rest;
        }
    }
    word.strip_prefix('و')
        .filter(|rest| chars_at_least(rest, 4))
        .unwrap_or(word)
}

fn chars_at_least(word: &str, count: usize) -> bool {
    word.chars().nth(count - 1).is_some()
}

/// Bytes of the longest run of clitics: «وبال».
const LONGEST_CLITIC: usize = 8;

/// Whether a word is nothing but clitics: «وبـ», «الـ».
pub fn is_clitic(word: &str) -> bool {
    if word.len() > LONGEST_CLITIC || word.as_bytes().first().is_some_and(u8::is_ascii) {
        return false;
    }
    let word = word
        .strip_prefix('و')
        .or_else(|| word.strip_prefix('ف'))
        .unwrap_or(word);
    let word = word.strip_prefix(['ب', 'ل', 'ك']).unwrap_or(word);
    let rest = word
        .strip_prefix("ال")
        .or_else(|| word.strip_prefix('ل'))
        .unwrap_or(word);
    rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_share_a_stem() {
        for (one, other) in [
            ("مدرعه", "مدرعات"),
            ("عربه", "والعربات"),
            ("شحنه", "شحنتين"),
            ("مقاتلين", "المقاتلون"),
            ("للقوات", "قوات"),
        ] {
            assert_eq!(stem(one), stem(other), "{one} {other}");
        }
        assert_ne!(stem("قتالي"), stem("قتال"));
    }

    #[test]
    fn clitics_come_off_in_layers() {
        let all = strip_proclitics("وبالمئه");
        assert!(all.contains(&Stripped {
            rest: "مئه",
            proclitics: Proclitics::WA | Proclitics::BA | Proclitics::AL
        }));
        for (word, whole) in [
            ("ملاحقتها", "ملاحقه"),
            ("قتلاهم", "قتلي"),
            ("ابنائه", "ابناء"),
            ("موظفيها", "موظفي"),
        ] {
            assert_eq!(strip_enclitic(word).unwrap().0, whole);
        }
    }
}
