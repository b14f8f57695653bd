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
}
