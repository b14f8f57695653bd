//! [`Styles`]: what the named styles of a draft make of a paragraph.

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use crate::document::Zone;

/// The level of the title; headings count from 1.
pub(super) const TITLE: u8 = 0;

/// What a style makes of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The title, or a heading of a level.
    Heading(u8),
    /// Its zone.
    Zone(Zone),
}

/// The styles of a draft by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles(BTreeMap<String, Style>);

#[derive(Debug, Default)]
struct Style {
    role: Option<Role>,
    based_on: Option<String>,
}

/// Styles that are based on one another further than this say nothing.
const DEEPEST: usize = 10;

impl Styles {
    /// Reads the part that defines them, as far as it can be read.
    pub(super) fn of(xml: &str) -> Self {
        let mut styles = Self::default();
        let mut reader = Reader::from_str(xml);
        let mut id = None;
        loop {
            let (Event::Start(tag) | Event::Empty(tag)) = (match reader.read_event() {
                Ok(Event::Eof) | Err(_) => return styles,
                Ok(event) => event,
            }) else {
                continue;
            };
            match tag.name().0 {
                "w:style" => id = attribute(&tag, "w:styleId"),
                "w:name" => styles.define(id.as_ref(), |style| {
                    style.role = attribute(&tag, "w:val").and_then(|name| role(&name));
                }),
                "w:basedOn" => styles.define(id.as_ref(), |style| {
                    style.based_on = attribute(&tag, "w:val");
                }),
                _ => {}
            }
        }
    }

    fn define(&mut self, id: Option<&String>, set: impl FnOnce(&mut Style)) {
        if let Some(id) = id {
            set(self.0.entry(id.clone()).or_default());
        }
    }

    /// What the style of this id makes of a paragraph: its own name tells, or that of a style below it. A draft may lack the definitions.
    pub(super) fn role(&self, id: &str) -> Option<Role> {
        if self.0.is_empty() {
            return role(id);
        }
        let mut at = self.0.get(id);
        for _ in 0..DEEPEST {
            let style = at?;
            if style.role.is_some() {
                return style.role;
            }
            at = self.0.get(style.based_on.as_deref()?);
        }
        None
    }
}

/// By the name of a built-in style: it is English in every edition of Word, and others write it alike.
fn role(name: &str) -> Option<Role> {
    let name: String = name
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| c.to_ascii_lowercase())
        .collect();
    if let Some(level) = name.strip_prefix("heading") {
        return level
            .parse()
            .ok()
            .filter(|level| *level > 0)
            .map(Role::Heading);
    }
    match name.as_str() {
        "title" => Some(Role::Heading(TITLE)),
        "subtitle" => Some(Role::Zone(Zone::FrontMatter)),
        "caption" => Some(Role::Zone(Zone::Caption)),
        "quote" | "intensequote" | "blocktext" | "quotations" => Some(Role::Zone(Zone::QuoteBlock)),
        _ if name.starts_with("list") => Some(Role::Zone(Zone::Item)),
        _ => None,
    }
}

/// What an attribute of a tag says.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = tag.try_get_attribute(name).ok().flatten()?;
    Some(attribute.value.into_owned())
}
