//! Front matter: YAML between `---` lines or TOML between `+++` lines at the start of a file.
//!
//! Only the fields that say something about the article are read, each where it stands, so that the bytes of every value are known.
//! What is broken is passed over: a field that cannot be read never costs the article or its other fields.

pub mod date;
pub mod key;
pub mod scalar;
pub mod toml_fields;
pub mod yaml_fields;

use jiff::civil::Date;

use crate::document::builder::{Builder, Fragment, Kind};
use crate::document::front_matter::key::Key;
use crate::text::span::Span;

/// A field of the front matter with a value of one piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// What it says of the article.
    pub key: Key,
    /// Its value.
    pub value: Vec<Fragment>,
}

/// Where the lines between the fences start and end, and where the body starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Fenced {
    fields: Span,
    body: usize,
    toml: bool,
}

/// Writes the fields of the front matter as blocks, and its date; says where the body of the article starts.
pub(super) fn read(builder: &mut Builder<'_>) -> usize {
    let text = builder.source();
    let start = text.len() - text.trim_start_matches('\u{FEFF}').len();
    let Some(fenced) = fence(text, start) else {
        return start;
    };
    let fields = if fenced.toml {
        toml_fields::read(text, fenced.fields)
    } else {
        yaml_fields::read(text, fenced.fields)
    };
    builder.date = article_date(text, &fields);
    for field in &fields {
        if let Some(zone) = field.key.zone() {
            builder.field(&field.value, Kind::of(zone));
        }
    }
    fenced.body
}

/// The lines of the front matter, and whether they are TOML.
pub(super) fn fields(text: &str) -> Option<(Span, bool)> {
    let start = text.len() - text.trim_start_matches('\u{FEFF}').len();
    let fenced = fence(text, start)?;
    Some((fenced.fields, fenced.toml))
}

/// The date in the field of some name.
pub fn date_in(text: &str, name: &str) -> Option<Date> {
    let (fields, toml) = fields(text)?;
    let sign = if toml { '=' } else { ':' };
    fields.of(text).lines().find_map(|line| {
        let (key, value) = line.split_once(sign)?;
        let key = key.trim().trim_matches(['"', '\'']);
        if key == name {
            date::parse(value)
        } else {
            None
        }
    })
}

/// The date of publication, or else the plain date.
fn article_date(text: &str, fields: &[Field]) -> Option<Date> {
    let of = |wanted: Key| {
        let mut found = fields.iter().filter(|field| field.key == wanted);
        found.find_map(|field| date::parse(&scalar::plain_text(text, &field.value)))
    };
    of(Key::Published).or_else(|| of(Key::Date))
}

/// Finds the fences. Where the closing one is missing, the front matter ends at the first empty line.
fn fence(text: &str, start: usize) -> Option<Fenced> {
    let (first, fields) = line(text, start)?;
    let toml = match first.trim_end() {
        "---" => false,
        "+++" => true,
        _ => return None,
    };
    let sign = if toml { '=' } else { ':' };
    let (mut at, mut empty, mut opened) = (fields, None, false);
    while let Some((one, next)) = line(text, at) {
        let closes = match one.trim_end() {
            "---" | "..." => !toml,
            "+++" => toml,
            _ => false,
        };
        if closes {
            return Some(Fenced {
                fields: Span::new(fields, at),
                body: next,
                toml,
            });
        }
        if one.trim().is_empty() {
            empty = empty.or(Some(at));
        } else if !opened && !one.starts_with('#') {
            // A ruled line above prose is no fence.
            opened = is_field(one, sign);
            if !opened {
                return None;
            }
        }
        at = next;
    }
    let fields = Span::new(fields, empty.unwrap_or(text.len()));
    are_fields(fields.of(text), sign).then_some(Fenced {
        fields,
        body: fields.end as usize,
        toml,
    })
}

/// Whether a line opens a field: a name of few words, then the sign.
fn is_field(line: &str, sign: char) -> bool {
    let name = line.split_once(sign).map(|(name, _)| name);
    name.is_some_and(|name| name.split_whitespace().count() <= 3)
        || sign == '=' && line.starts_with('[')
}

/// Whether every line opens a field or goes one on, and one of the fields is known.
fn are_fields(lines: &str, sign: char) -> bool {
    let mut known = false;
    lines.lines().all(|line| {
        let name = line.split_once(sign).map_or("", |(name, _)| name.trim());
        known |= Key::of(name).is_some();
        is_field(line, sign) || line.starts_with([' ', '\t', '-', '#'])
    }) && known
}

/// The line at `start` without its end, and where the next one starts; none past the end.
pub(super) fn line(text: &str, start: usize) -> Option<(&str, usize)> {
    let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
    let Some(end) = rest.find(['\n', '\r']) else {
        return Some((rest, text.len()));
    };
    let crlf = rest.get(end..).is_some_and(|end| end.starts_with("\r\n"));
    let next = start + end + if crlf { 2 } else { 1 };
    Some((rest.get(..end)?, next))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::builder::Draft;
    use crate::document::{Document, Zone};
    use crate::text::source::Source;

    fn fields(text: &str) -> (Document, usize) {
        let mut builder = Builder::new(text);
        let body = read(&mut builder);
        let draft: Draft = builder.finish();
        (draft.over(Source::new("a.md", text)), body)
    }

    fn quotes(text: &str) -> Vec<(Zone, String)> {
        let (document, _) = fields(text);
        let blocks = document.blocks.iter();
        blocks
            .map(|block| {
                let span = document.to_source(block.span);
                (block.zone, document.source.slice(span).to_owned())
            })
            .collect()
    }

    #[test]
    fn toml_is_read_with_its_places() {
        let text = "+++\ntitle = \"قطار \\u0661\"\npublishDate = 2021-12-31T08:00:00Z\n[cover]\ncaption = '''Two 'boats''''\ntitle = \"no\"\n+++\nbody\n";
        assert_eq!(
            quotes(text),
            [
                (Zone::Headline, "قطار \\u0661".to_owned()),
                (Zone::Caption, "Two 'boats'".to_owned())
            ]
        );
        let (document, body) = fields(text);
        assert_eq!(&text[body..], "body\n");
        assert_eq!(document.date, Some(jiff::civil::date(2021, 12, 31)));
        assert!(document.text().contains("قطار ١"));
    }

    #[test]
    fn the_day_of_publication_is_preferred() {
        let (document, _) = fields("---\ndate: 2021-01-02\npublished: 2021-03-04 10:00\n---\n");
        assert_eq!(document.date, Some(jiff::civil::date(2021, 3, 4)));
    }

    #[test]
    fn broken_front_matter_costs_neither_the_other_fields_nor_the_body() {
        for (text, body) in [
            ("---\ntitle: Two boats\n\nbody", "\nbody"),
            (
                "---\ntitle: Two boats\ntags: [a, b\n\t: x\n---\nbody",
                "body",
            ),
            ("+++\ntitle = \"Two boats\"\ntags = [\n+++\nbody", "body"),
            ("+++\nx = \"open\ntitle = \"Two boats\"\n+++\nbody", "body"),
        ] {
            let (document, at) = fields(text);
            assert_eq!(&text[at..], body, "{text}");
            assert_eq!(
                document.slice(document.blocks[0].span),
                "Two boats",
                "{text}"
            );
        }
        for text in [
            "---",
            "---\n",
            "+++\n+++",
            "---\n---\n",
            "---\n\n\n",
            "--- \nfoo\nbar",
        ] {
            let (document, _) = fields(text);
            assert!(document.blocks.is_empty(), "{text}");
        }
    }
}
