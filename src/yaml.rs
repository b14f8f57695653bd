//! YAML text to typed values, or an error that points into the YAML. The only module that names a YAML crate.

use std::fmt;

use serde::Deserialize;
use serde::de::{
    DeserializeOwned, EnumAccess, IgnoredAny, MapAccess, SeqAccess, VariantAccess, Visitor,
};
pub use serde_yaml::with::singleton_map;

use crate::text::nearest::nearest;

/// The largest YAML file that is read, in bytes: a rule pack is a few kilobytes, an alias bomb is not.
pub const LIMIT: usize = 4 << 20;

/// Why a YAML text was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct YamlError {
    /// What is wrong and, where it is known, what was expected.
    pub message: String,
    /// 1-based line and column, where they are known.
    pub place: Option<(usize, usize)>,
}

/// Reads `text` as a `T`. A byte-order mark is skipped; a key given twice in one mapping is refused.
pub fn parse<T: DeserializeOwned>(text: &str) -> Result<T, YamlError> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if text.len() > LIMIT {
        return Err(YamlError {
            message: format!("the file is larger than {LIMIT} bytes"),
            place: None,
        });
    }
    serde_yaml::from_str::<UniqueKeys>(text).map_err(|error| explain(&error))?;
    serde_yaml::from_str(text).map_err(|error| explain(&error))
}

/// Reads `text` that ships with the program and is tested: skips the search for keys given twice.
pub fn parse_trusted<T: DeserializeOwned>(text: &str) -> Result<T, YamlError> {
    serde_yaml::from_str(text).map_err(|error| explain(&error))
}

fn explain(error: &serde_yaml::Error) -> YamlError {
    let place = error.location().map(|at| (at.line(), at.column()));
    let mut message = error.to_string();
    if let Some(at) = message.rfind(" at line ") {
        message.truncate(at);
    }
    if let Some(near) = meant(&message) {
        message.push_str(&near);
    }
    YamlError { message, place }
}

/// The known key or word that a mistyped one probably means, as a question.
fn meant(message: &str) -> Option<String> {
    let (_, said) = message.split_once("unknown ")?;
    let mut quoted = said.split('`').skip(1).step_by(2);
    let given = quoted.next()?;
    let near = nearest(given, quoted)?;
    Some(format!("; did you mean `{near}`?"))
}

/// Any YAML value, read only to refuse a key that stands twice in one mapping (the parser lets the last one win).
struct UniqueKeys;

impl<'de> Deserialize<'de> for UniqueKeys {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(UniqueVisitor)
    }
}

struct UniqueVisitor;

impl<'de> Visitor<'de> for UniqueVisitor {
    type Value = UniqueKeys;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("YAML")
    }

    fn visit_bool<E>(self, _: bool) -> Result<UniqueKeys, E> {
        Ok(UniqueKeys)
    }

    fn visit_i64<E>(self, _: i64) -> Result<UniqueKeys, E> {
        Ok(UniqueKeys)
    }

    fn visit_u64<E>(self, _: u64) -> Result<UniqueKeys, E> {
        Ok(UniqueKeys)
    }

    fn visit_i128<E>(self, _: i128) -> Result<UniqueKeys, E> {
        Ok(UniqueKeys)
    }

    fn visit_u128<E>(self, _: u128) -> Result<UniqueKeys, E> {
        Ok(UniqueKeys)
    }

    #[expect(
        clippy::disallowed_types,
        reason = "the parser hands floats over; nothing is kept"
    )]
    fn visit_f64<E>(self, _: f64) -> Result<UniqueKeys, E> {
        Ok(UniqueKeys)
    }

    fn visit_str<E>(self, _: &str) -> Result<UniqueKeys, E> {
        Ok(UniqueKeys)
    }

    fn visit_unit<E>(self) -> Result<UniqueKeys, E> {
        Ok(UniqueKeys)
    }

    fn visit_none<E>(self) -> Result<UniqueKeys, E> {
        Ok(UniqueKeys)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<UniqueKeys, A::Error> {
        while seq.next_element::<UniqueKeys>()?.is_some() {}
        Ok(UniqueKeys)
    }

    // A value with a tag (`!name`) is walked like any other; the parser panics where nobody does.
    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<UniqueKeys, A::Error> {
        let (_, value) = tagged.variant::<IgnoredAny>()?;
        value.newtype_variant()
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<UniqueKeys, A::Error> {
        let mut keys = std::collections::BTreeSet::new();
        while let Some(key) = map.next_key::<serde_yaml::Value>()? {
            map.next_value::<UniqueKeys>()?;
            // Other keys than words end in a line break, so that the number 1 is not the word "1".
            let name = match key {
                serde_yaml::Value::String(name) => name,
                other => serde_yaml::to_string(&other).unwrap_or_default(),
            };
            if keys.contains(&name) {
                return Err(serde::de::Error::custom(format!(
                    "the key `{}` stands twice in one mapping",
                    name.trim()
                )));
            }
            keys.insert(name);
        }
        Ok(UniqueKeys)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_given_twice_is_refused() {
        let error =
            parse::<std::collections::BTreeMap<String, u8>>("a: 1\nb: 2\na: 3\n").unwrap_err();
        assert!(error.message.contains("`a`"), "{error}");
    }

    #[test]
    fn values_with_a_tag_are_walked() {
        type Words = std::collections::BTreeMap<String, String>;
        for text in [
            "a: !b\nc: d\n",
            "a:\n !b:\n    c: d\n",
            "a: !b {c: d}\n",
            "a: !b [c, !d e]\n",
        ] {
            let _ = parse::<Words>(text);
        }
        assert!(parse::<Words>("a: !b {c: d, c: e}\n").is_err());
        assert_eq!(parse::<Words>("a: !b c\n").unwrap()["a"], "c");
    }

    #[test]
    fn a_byte_order_mark_is_no_key() {
        let read = parse::<std::collections::BTreeMap<String, u8>>("\u{FEFF}a: 1\r\n").unwrap();
        assert_eq!(read["a"], 1);
    }
}
