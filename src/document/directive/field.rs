//! Orders in front matter, in YAML or TOML.
//!
//! Only the lines of the field itself are parsed: front matter that is broken elsewhere costs it nothing.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::document::directive::{Directive, Form, Name};
use crate::document::front_matter;
use crate::text::span::Span;
use crate::yaml;

/// The field as it is written.
#[derive(Deserialize)]
struct Holder {
    tadqiq: Field,
}

#[derive(Deserialize)]
struct Field {
    ignore: Ignored,
}

/// The ways to name rules.
#[derive(Deserialize)]
#[serde(untagged)]
enum Ignored {
    One(String),
    Many(Vec<String>),
    Reasoned(BTreeMap<String, String>),
}

/// The order of the front matter of `text`; one that cannot be read names nothing.
pub(super) fn read(text: &str) -> Option<Directive> {
    let (fields, toml) = front_matter::fields(text)?;
    let span = section(text, fields, toml)?;
    let lines = span.of(text);
    let holder: Option<Holder> = if toml {
        toml::from_str(lines).ok()
    } else {
        yaml::parse(lines).ok()
    };
    let names = holder.map_or_else(Vec::new, |holder| names(holder.tadqiq.ignore));
    Some(Directive {
        span: Span::new(
            span.start as usize,
            span.start as usize + lines.trim_end().len(),
        ),
        form: Form::File,
        names: names
            .into_iter()
            .map(|name| place(name, lines, span.start as usize))
            .collect(),
        covers: Span::new(0, text.len()),
        paired: true,
    })
}

fn names(ignored: Ignored) -> Vec<String> {
    let written = match ignored {
        Ignored::One(names) => vec![names],
        Ignored::Many(names) => names,
        Ignored::Reasoned(names) => names.into_keys().collect(),
    };
    let parts = written.iter().flat_map(|names| names.split([',', '،']));
    parts.map(|name| name.trim().to_owned()).collect()
}

fn place(name: String, lines: &str, base: usize) -> Name {
    let inside = lines.find("ignore").map_or(0, |at| at + "ignore".len());
    let at = lines.get(inside..).and_then(|rest| rest.find(&name));
    let span = at.map_or_else(
        || Span::new(base, base),
        |at| Span::new(base + inside + at, base + inside + at + name.len()),
    );
    Name { text: name, span }
}

/// The lines of the field `tadqiq`, with those further in below it.
fn section(text: &str, fields: Span, toml: bool) -> Option<Span> {
    let (mut at, mut start) = (fields.start as usize, None);
    for line in fields.of(text).split_inclusive('\n') {
        let opens = if toml {
            line.starts_with("[tadqiq]") || line.starts_with("tadqiq.")
        } else {
            line.starts_with("tadqiq:")
        };
        match start {
            None if opens => start = Some(at),
            Some(start) if ends(line, toml) => return Some(Span::new(start, at)),
            _ => {}
        }
        at += line.len();
    }
    start.map(|start| Span::new(start, at))
}

/// Whether a line opens another field.
fn ends(line: &str, toml: bool) -> bool {
    if toml {
        line.starts_with('[')
    } else {
        !line.starts_with([' ', '\t', '\n', '\r', '#', '-', ']', '}'])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names_of(text: &str) -> Vec<String> {
        let order = read(text).unwrap();
        for name in &order.names {
            assert_eq!(name.span.of(text), name.text);
        }
        order.names.into_iter().map(|name| name.text).collect()
    }

    #[test]
    fn rules_are_named_in_every_way() {
        for field in [
            "tadqiq: { ignore: \"a, b\" }\n",
            "tadqiq:\n  ignore: [a, b]\ndate: 2024-11-20\n",
            "tadqiq:\n  ignore:\n  - a\n  - b\n",
            "title: Fire: two hurt\ntadqiq:\n  ignore:\n    a: it is so\n    b: and so\n",
        ] {
            assert_eq!(
                names_of(&format!("---\n{field}---\nbody")),
                ["a", "b"],
                "{field}"
            );
        }
        let toml = "+++\ntitle = 'x'\n[tadqiq]\nignore = ['a', 'b']\n[other]\nx = 1\n+++\n";
        assert_eq!(names_of(toml), ["a", "b"]);
        assert!(read("---\ntitle: x\n---\n").is_none());
        assert!(names_of("---\ntadqiq: 5\n---\n").is_empty());
    }
}
