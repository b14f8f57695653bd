//! Derives the written forms of Arabic nouns and verbs from the few that the lexicon gives.
//!
//! Input is spelled as in print (ة, ى, أ and ء tell the classes apart); output is folded. Too many forms do no harm where the
//! surplus is no word; a form that is another common word is left out (the construct dual «قتيلا» is the accusative).

use crate::lang::lexicon::noun::NounForm;
use crate::text::fold::fold;

/// The singular, its accusative with alif, and its duals.
pub(super) fn of_singular(singular: &str, out: &mut Vec<(NounForm, String)>) {
    let word = fold(singular);
    let mut push = |form, base: &str, ending: &str| out.push((form, format!("{base}{ending}")));
    push(NounForm::Singular, &word, "");
    if singular.ends_with('ة') {
        let base = word.strip_suffix('ه').unwrap_or(&word);
        for ending in ["تان", "تين", "تا", "تي"] {
            push(NounForm::Dual, base, ending);
        }
    } else if let Some(base) = word.strip_suffix("اء") {
        for ending in ["اءان", "اءين", "ائين", "اوان", "اوين"] {
            push(NounForm::Dual, base, ending);
        }
    } else if let Some(base) = word.strip_suffix('ء') {
        push(NounForm::Accusative, &word, "ا");
        push(NounForm::Accusative, base, "ئا");
        for ending in ["ءان", "ءين", "ئان", "ئين", "ان", "اين"] {
            push(NounForm::Dual, base, ending);
        }
    } else if singular.ends_with('أ') {
        push(NounForm::Dual, &word, "ن");
        push(NounForm::Dual, &word, "ين");
    } else if let Some(base) = singular
        .ends_with('ا')
        .then(|| word.strip_suffix('ا'))
        .flatten()
    {
        for ending in ["تان", "تين", "اتان", "اتين", "وان", "وين"] {
            push(NounForm::Dual, base, ending);
        }
    } else if matches!(singular, "أب" | "أخ") {
        push(NounForm::Accusative, &word, "ا");
        // The third letter comes back: «أبوان»; «أبان» is a verb.
        for ending in ["وان", "وين"] {
            push(NounForm::Dual, &word, ending);
        }
    } else {
        if !singular.ends_with('ى') {
            push(NounForm::Accusative, &word, "ا");
        }
        push(NounForm::Dual, &word, "ان");
        push(NounForm::Dual, &word, "ين");
    }
}

/// A plural; with it the oblique and the construct of one in ون, and the accusative of a broken one that takes tanwin.
pub(super) fn of_plural(plural: &str, out: &mut Vec<(NounForm, String)>) {
    let word = fold(plural);
    if let Some(base) = word
        .strip_suffix("ون")
        .filter(|base| base.chars().count() > 2)
    {
        out.push((NounForm::Plural, format!("{base}ين")));
        for ending in ["و", "ي"] {
            let construct = format!("{base}{ending}");
            if out.iter().all(|(_, known)| *known != construct) {
                out.push((NounForm::Plural, construct));
            }
        }
    } else if takes_alif(plural, &word) {
        out.push((NounForm::Plural, format!("{word}ا")));
    }
    out.push((NounForm::Plural, word));
}

/// Whether a broken plural writes the tanwin of the accusative: not behind ة, ات, ى, ا and ء, nor in the patterns of مدارس and
/// صواريخ, which have an alif third and two letters or more behind it.
fn takes_alif(plural: &str, word: &str) -> bool {
    let ends_bare = plural.ends_with(['ة', 'ى', 'ا', 'ء', 'ي']) || word.ends_with("ات");
    let mut letters = word.chars().skip(2);
    let diptote = letters.next() == Some('ا') && letters.count() >= 2;
    !ends_bare && !diptote
}

/// A nisba in ي with its feminine, sound plurals, duals and accusative: «مصري», «مصرية», «مصريون», «مصريتين».
pub(super) fn of_nisba(masculine: &str) -> Vec<String> {
    let word = fold(masculine);
    let endings = ["", "ه", "ون", "ين", "ات", "ان", "تان", "تين", "ا", "و"];
    let forms = endings.iter().map(|ending| format!("{word}{ending}"));
    forms.collect()
}

/// The third persons and the first plural of the past; each with whether it is a future.
pub(super) fn of_past(past: &str, out: &mut Vec<(String, bool)>) {
    let word = fold(past);
    let defective = past.ends_with(['ى', 'ا']);
    let stem = if defective {
        let mut letters = word.chars();
        letters.next_back();
        letters.as_str().to_owned()
    } else {
        word.clone()
    };
    out.push((word.clone(), false));
    for ending in ["ت", "تا"] {
        out.push((format!("{stem}{ending}"), false));
    }
    let plural = word.strip_suffix('ي').unwrap_or(&stem);
    out.push((format!("{plural}وا"), false));
    if defective {
        out.extend(["يا", "ين", "ينا"].map(|ending| (format!("{stem}{ending}"), false)));
    } else {
        out.extend(["ا", "ن", "نا"].map(|ending| (format!("{stem}{ending}"), false)));
    }
}

/// The same persons of the present, with the moods that show, and the future in س; the jussive is left out,
/// for «يقل» and its like are other common words.
pub(super) fn of_present(present: &str, out: &mut Vec<(String, bool)>) {
    let word = fold(present);
    let Some(stem) = word.strip_prefix('ي') else {
        out.push((word, false));
        return;
    };
    let weak = present.ends_with(['ى', 'ي', 'و']);
    let bare = if weak {
        let mut letters = stem.chars();
        letters.next_back();
        letters.as_str()
    } else {
        stem
    };
    let mut push = |form: String| {
        out.push((format!("س{form}"), true));
        out.push((form, false));
    };
    for person in ["ي", "ت", "ن", "ا"] {
        push(format!("{person}{stem}"));
    }
    for person in ["ي", "ت"] {
        for ending in ["ون", "وا"] {
            push(format!("{person}{bare}{ending}"));
        }
        for ending in ["ان", "ا"] {
            push(format!("{person}{stem}{ending}"));
        }
    }
    push(format!("ي{stem}ن"));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn singular(word: &str, form: NounForm) -> Vec<String> {
        let mut found = Vec::new();
        of_singular(word, &mut found);
        found.retain(|(one, _)| *one == form);
        found.into_iter().map(|(_, word)| word).collect()
    }

    fn plural(word: &str) -> Vec<String> {
        let mut found = Vec::new();
        of_plural(word, &mut found);
        found.into_iter().map(|(_, word)| word).collect()
    }

    #[test]
    fn duals_follow_the_ending() {
        for (word, dual) in [
            ("قتيل", "قتيلان"),
            ("قتيل", "قتيلين"),
            ("مركبة", "مركبتان"),
            ("مركبة", "مركبتي"),
            ("صحراء", "صحراوان"),
            ("لقاء", "لقاءين"),
            ("لقاء", "لقائين"),
            ("مقهى", "مقهيان"),
            ("جزء", "جزئين"),
            ("جزء", "جزاين"),
            ("شيء", "شيئان"),
            ("مرفأ", "مرفان"),
            ("مرفأ", "مرفاين"),
            ("كاميرا", "كاميرتان"),
            ("بيت", "بيتين"),
            ("أب", "ابوان"),
            ("أخ", "اخوين"),
        ] {
            assert!(
                singular(word, NounForm::Dual).contains(&dual.to_owned()),
                "{word} {dual}"
            );
        }
        assert!(!singular("بيت", NounForm::Dual).contains(&"بيتا".to_owned()));
    }

    #[test]
    fn accusatives_follow_the_ending() {
        assert_eq!(singular("قتيل", NounForm::Accusative), ["قتيلا"]);
        assert_eq!(singular("شيء", NounForm::Accusative), ["شيءا", "شيئا"]);
        for none in ["سيارة", "لقاء", "مقهى", "مرفأ", "كاميرا"] {
            assert!(singular(none, NounForm::Accusative).is_empty(), "{none}");
        }
    }

    #[test]
    fn plurals_bring_their_cases() {
        assert_eq!(
            plural("مهندسون"),
            ["مهندسين", "مهندسو", "مهندسي", "مهندسون"]
        );
        assert_eq!(plural("رجال"), ["رجالا", "رجال"]);
        assert_eq!(plural("أطفال"), ["اطفالا", "اطفال"]);
        for alone in ["قتلى", "سيارات", "مدارس", "صواريخ", "قضاة", "وزراء"]
        {
            assert_eq!(plural(alone).len(), 1, "{alone}");
        }
    }
}
