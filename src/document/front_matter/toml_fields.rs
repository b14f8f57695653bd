//! TOML front matter.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::document::front_matter::key::Key;
use crate::document::front_matter::scalar::{Quoting, quoted};
use crate::document::front_matter::{Field, Fragment};
use crate::text::span::Span;

/// The fields in order of place; what the parser cannot read is passed over.
pub(super) fn read(text: &str, span: Span) -> Vec<Field> {
    let (table, _) = DeTable::parse_recoverable(span.of(text));
    let mut fields = Vec::new();
    gather(
        text,
        span.start as usize,
        table.get_ref(),
        true,
        &mut fields,
    );
    fields.sort_by_key(|(start, _)| *start);
    fields.into_iter().map(|(_, field)| field).collect()
}

fn gather(
    text: &str,
    base: usize,
    table: &DeTable<'_>,
    top: bool,
    fields: &mut Vec<(usize, Field)>,
) {
    for (name, value) in table {
        let key = Key::of(name.get_ref()).filter(|key| top || key.holds_inside());
        match (value.get_ref(), key) {
            (DeValue::String(_) | DeValue::Datetime(_), Some(key)) => {
                let value = fragments(text, base, value);
                fields.push((base + name.span().start, Field { key, value }));
            }
            (DeValue::Table(inner), _) => gather(text, base, inner, false, fields),
            (DeValue::Array(list), _) => {
                for one in list {
                    if let DeValue::Table(inner) = one.get_ref() {
                        gather(text, base, inner, false, fields);
                    }
                }
            }
            _ => {}
        }
    }
}

/// The value by its own bytes, its quotation marks left out.
fn fragments(text: &str, base: usize, value: &Spanned<DeValue<'_>>) -> Vec<Fragment> {
    let (start, end) = (base + value.span().start, base + value.span().end);
    let raw = text.get(start..end).unwrap_or_default();
    for (mark, quoting) in [
        ("\"\"\"", Quoting::Escapes),
        ("'''", Quoting::Literal),
        ("\"", Quoting::Escapes),
        ("'", Quoting::Literal),
    ] {
        if raw.starts_with(mark) {
            let closed = raw.len() >= 2 * mark.len() && raw.ends_with(mark);
            let end = if closed { end - mark.len() } else { end };
            return quoted(text, start + mark.len(), end, None, quoting);
        }
    }
    vec![Fragment::exact(start, end)]
}
