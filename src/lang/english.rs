//! English words, on folded (lower-case) text.

/// A light stem: possessive and plural endings off. An index key, never a verdict.
pub fn stem(word: &str) -> &str {
    let word = word
        .strip_suffix("'s")
        .or_else(|| word.strip_suffix('\''))
        .unwrap_or(word);
    let hissing = |rest: &&str| {
        rest.ends_with(['x', 'z'])
            || rest.ends_with("ch")
            || rest.ends_with("sh")
            || rest.ends_with("ss")
    };
    if let Some(rest) = word
        .strip_suffix("es")
        .filter(hissing)
        .filter(|rest| rest.len() > 2)
    {
        return rest;
    }
    word.strip_suffix('s')
        .filter(|rest| rest.len() > 2 && !rest.ends_with(['s', 'u', 'i']))
        .unwrap_or(word)
}

/// The regular plural of a noun.
pub fn plural(noun: &str) -> String {
    let consonant_y = noun
        .strip_suffix('y')
        .filter(|rest| !rest.ends_with(['a', 'e', 'i', 'o', 'u']));
    if let Some(rest) = consonant_y {
        return format!("{rest}ies");
    }
    let hissing = noun.ends_with(['s', 'x', 'z']) || noun.ends_with("ch") || noun.ends_with("sh");
    format!("{noun}{}", if hissing { "es" } else { "s" })
}

/// The forms of a verb from its parts: `[base]`, `[base, past]` or `[base, past, participle]`.
pub fn verb_forms(parts: &[&str]) -> Vec<String> {
    let base = parts.first().copied().unwrap_or_default();
    let mut forms = vec![base.to_owned(), plural(base)];
    if let Some(given) = parts.get(1..).filter(|given| !given.is_empty()) {
        forms.extend(given.iter().map(|part| (*part).to_owned()));
    } else {
        forms.push(regular_past(base));
    }
    let silent = base
        .strip_suffix('e')
        .filter(|rest| !rest.ends_with(['e', 'y', 'o']));
    forms.push(format!("{}ing", silent.unwrap_or(base)));
    forms
}

fn regular_past(base: &str) -> String {
    if base.ends_with('e') {
        return format!("{base}d");
    }
    base.strip_suffix('y')
        .filter(|rest| !rest.ends_with(['a', 'e', 'i', 'o', 'u']))
        .map_or_else(|| format!("{base}ed"), |rest| format!("{rest}ied"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_and_stems() {
        assert_eq!(plural("body"), "bodies");
        assert_eq!(plural("crash"), "crashes");
        assert_eq!(stem("vehicles"), stem("vehicle"));
        assert_eq!(stem("killed"), "killed");
    }

    #[test]
    fn verbs() {
        assert_eq!(
            verb_forms(&["deny"]),
            ["deny", "denies", "denied", "denying"]
        );
        assert_eq!(
            verb_forms(&["rise", "rose", "risen"]),
            ["rise", "rises", "rose", "risen", "rising"]
        );
    }
}
