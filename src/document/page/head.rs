//! [`Head`]: what a page says of itself: title, description, date, language.

use jiff::civil::Date;

use crate::document::builder::Fragment;
use crate::document::front_matter::date;
use crate::document::html::{self, Element, Part};
use crate::lang::Language;
use crate::text::span::Span;

/// What a page says of itself.
#[derive(Debug, Default)]
pub(super) struct Head {
    /// Its title, without the name of the site.
    pub(super) title: Vec<Fragment>,
    /// What sums it up.
    pub(super) description: Vec<Fragment>,
    /// The language it says it is written in.
    pub(super) language: Option<Language>,
    /// The dates it gives, by how well each is known to be that of publication.
    dates: [Option<Date>; 3],
}

/// Names of `meta` that give the day of publication, of the Open Graph, schema.org, Dublin Core, Parse.ly, Sailthru and Google News.
const PUBLISHED: [&str; 15] = [
    "article:published_time",
    "article:published",
    "og:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.created",
    "article.published",
];

/// Names of `meta` that give a date and do not say which.
const DATED: [&str; 5] = [
    "date",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "datecreated",
];

/// What stands between a title and the name of the site.
const JOINTS: [&str; 9] = [
    " | ", " - ", " – ", " — ", " :: ", " « ", " » ", " · ", " • ",
];

impl Head {
    /// Reads the page's own words about itself.
    pub(super) fn of(parts: &[Part], text: &str) -> Self {
        let mut head = Self::default();
        let mut drawing = 0_usize;
        for (at, part) in parts.iter().enumerate() {
            match part {
                Part::Open(element) if element.name == "svg" => drawing += 1,
                Part::Close(element) if element.name == "svg" => {
                    drawing = drawing.saturating_sub(1);
                }
                Part::Open(element) => head.element(element, parts, at, text, drawing > 0),
                _ => {}
            }
        }
        head
    }

    /// The day of publication, or else a date that nothing is said of.
    pub(super) fn date(&self) -> Option<Date> {
        self.dates.iter().copied().flatten().next()
    }

    fn element(&mut self, element: &Element, parts: &[Part], at: usize, text: &str, drawn: bool) {
        let inner = || content(parts.get(at + 1..).unwrap_or_default(), &element.name);
        match element.name.as_str() {
            "html" => {
                let lang = element
                    .attribute("lang")
                    .or_else(|| element.attribute("xml:lang"));
                self.language = lang.and_then(|lang| language(&lang.text));
            }
            "title" if self.title.is_empty() && !drawn => {
                self.title = without_site(text, inner());
            }
            "meta" => self.meta(element, text),
            "time" => {
                let flagged = element.attribute("pubdate").is_some()
                    || element
                        .attribute("itemprop")
                        .is_some_and(|property| property.text == "datePublished");
                if let Some(value) = element.attribute("datetime").filter(|_| flagged) {
                    self.date_of(0, &value.text);
                }
            }
            "script" => {
                let kind = element.attribute("type");
                if kind.is_some_and(|kind| kind.text.trim() == "application/ld+json") {
                    let inner = inner();
                    if let (Some(first), Some(last)) = (inner.first(), inner.last()) {
                        self.linked_data(first.source.to(last.source).of(text));
                    }
                }
            }
            _ => {}
        }
    }

    fn meta(&mut self, element: &Element, text: &str) {
        let mut names = ["property", "name", "itemprop"]
            .iter()
            .filter_map(|attribute| element.attribute(attribute));
        let (Some(name), Some(content)) = (names.next(), element.attribute("content")) else {
            return;
        };
        let name = name.text.trim().to_ascii_lowercase();
        if matches!(name.as_str(), "description" | "og:description") {
            if self.description.is_empty() {
                self.description = html::fragments(text, content.span);
            }
        } else if PUBLISHED.contains(&name.as_str()) {
            self.date_of(0, &content.text);
        } else if DATED.contains(&name.as_str()) {
            self.date_of(2, &content.text);
        }
    }

    /// The day of publication in the data for search engines; it is looked for by name, since such data is often broken.
    fn linked_data(&mut self, data: &str) {
        let named = data.split("\"datePublished\"").nth(1);
        let value = named.and_then(|rest| rest.trim_start().strip_prefix(':'));
        let quoted = value.and_then(|rest| rest.trim_start().strip_prefix('"'));
        if let Some((date, _)) = quoted.and_then(|rest| rest.split_once('"')) {
            self.date_of(1, date);
        }
    }

    /// Keeps the first date of a rank.
    fn date_of(&mut self, rank: usize, value: &str) {
        if let Some(place) = self.dates.get_mut(rank).filter(|place| place.is_none()) {
            *place = date::parse(value);
        }
    }
}

/// The words of an element whose content has no tags.
fn content(parts: &[Part], name: &str) -> Vec<Fragment> {
    let inside = parts
        .iter()
        .take_while(|part| !matches!(part, Part::Close(element) if element.name == name));
    let fragments = inside.filter_map(|part| match part {
        Part::Text(span) => Some(Fragment {
            source: *span,
            text: None,
        }),
        Part::Read(span, read) => Some(Fragment {
            source: *span,
            text: Some(read.clone()),
        }),
        Part::Open(_) | Part::Close(_) => None,
    });
    fragments.collect()
}

fn language(tag: &str) -> Option<Language> {
    let first = tag.split(['-', '_']).next().unwrap_or_default().trim();
    [Language::Arabic, Language::English]
        .into_iter()
        .find(|language| first.eq_ignore_ascii_case(language.code()))
}

/// A title without the name of the site behind it: a few words without a figure, behind a joint.
fn without_site(text: &str, mut title: Vec<Fragment>) -> Vec<Fragment> {
    if let Some(Fragment { source, text: None }) = title.last_mut() {
        let words = source.of(text);
        let joint = JOINTS.iter().filter_map(|joint| words.rfind(joint)).max();
        if let Some(at) = joint {
            let site = words.get(at..).unwrap_or_default();
            let short = site.split_whitespace().count() <= 6;
            if at > 0 && short && !site.contains(char::is_numeric) {
                *source = Span::new(source.start as usize, source.start as usize + at);
            }
        }
    }
    title
}
