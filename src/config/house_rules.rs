//! Rules made of the names and terms of a newsroom, in the form of a rule file.

use serde_json::{Value, json};

use crate::config::HouseWord;

/// A rule file: its name, its group and its text.
pub type RuleFile = (&'static str, &'static str, String);

/// The group of these rules.
const GROUP: &str = "house";

/// The rules that names and terms make; none where no form is unwanted.
pub fn rules(names: &[HouseWord], terms: &[HouseWord]) -> Vec<RuleFile> {
    let name = |words: &[HouseWord]| {
        rule(
            "house-name",
            words,
            (
                "اسم واحد للشخص الواحد في الصحيفة كلها.",
                "One person has one name throughout the paper.",
            ),
        )
    };
    let term = |words: &[HouseWord]| {
        rule(
            "house-term",
            words,
            (
                "صيغة واحدة للكلمة الواحدة في الصحيفة كلها.",
                "One word has one spelling throughout the paper.",
            ),
        )
    };
    let names = name(names).map(|text| ("house-name.yaml", GROUP, text));
    let terms = term(terms).map(|text| ("house-term.yaml", GROUP, text));
    names.into_iter().chain(terms).collect()
}

fn rule(id: &str, words: &[HouseWord], (ar, en): (&str, &str)) -> Option<String> {
    let unwanted: Vec<&HouseWord> = words.iter().filter(|word| !word.not.is_empty()).collect();
    if unwanted.is_empty() {
        return None;
    }
    let check = unwanted
        .iter()
        .map(|word| json!({ "write": word.write, "not": word.not }));
    let finds = unwanted.iter().filter_map(|word| word.not.first());
    let allows = unwanted.iter().map(|word| &word.write);
    let text = json!({
        "id": id,
        "severity": "warning",
        "check": { "house-word": { "words": check.collect::<Vec<Value>>() } },
        "message": { "ar": "تكتب الصحيفة «{write}» لا «{match}»", "en": "The paper writes “{write}”, not “{match}”" },
        "fixes": { "write": { "ar": "اكتب «{write}»", "en": "Write “{write}”" } },
        "why": { "ar": ar, "en": en },
        "finds": finds.collect::<Vec<_>>(),
        "allows": allows.collect::<Vec<_>>(),
    });
    // Every JSON text is YAML.
    Some(text.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::lexicon::Lexicon;
    use crate::rule::pack::Pack;

    #[test]
    fn terms_make_a_rule_whose_examples_hold() {
        let word = |write: &str, not: &str| HouseWord {
            write: write.to_owned(),
            not: vec![not.to_owned()],
        };
        let terms = [word("الإنترنت", "الأنترنت"), word("wildfire", "wild fire")];
        let mut pack = Pack::default();
        for (file, group, text) in rules(&[], &terms) {
            pack.add(file, group, &text).unwrap();
        }
        let rule = pack.get("house-term").unwrap();
        for outcome in rule.test(&Lexicon::default()) {
            assert_eq!(outcome.failure, None, "{}", outcome.name);
        }
        assert!(rules(&[HouseWord::default()], &[]).is_empty());
    }
}
