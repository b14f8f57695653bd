//! [`Key`]: the fields of front matter that say something about the article, under the names that site builders and newsrooms use.

use crate::document::Zone;
use crate::text::fold::fold_char;

/// What a field says of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Its title.
    Title,
    /// What sums it up.
    Description,
    /// Words of its picture.
    Caption,
    /// The day it was or will be published.
    Published,
    /// Its date, where nothing says which.
    Date,
}

/// Names, folded, without spaces, hyphens and underscores.
const NAMES: [(Key, &[&str]); 5] = [
    (
        Key::Title,
        &[
            "title",
            "headline",
            "العنوان",
            "عنوان",
            "عنوانالخبر",
            "عنوانالمقال",
            "العنوانالرييسي",
            "العنوانالرئيسي",
        ],
    ),
    (
        Key::Description,
        &[
            "description",
            "summary",
            "excerpt",
            "deck",
            "dek",
            "subtitle",
            "subhead",
            "subheading",
            "subheadline",
            "standfirst",
            "lead",
            "lede",
            "abstract",
            "intro",
            "teaser",
            "tagline",
            "metadescription",
            "seodescription",
            "ogdescription",
            "seotitle",
            "ogtitle",
            "الوصف",
            "وصف",
            "الملخص",
            "ملخص",
            "الخلاصه",
            "المقدمه",
            "مقدمه",
            "مقتطف",
            "المقتطف",
            "العنوانالفرعي",
            "عنوانفرعي",
        ],
    ),
    (
        Key::Caption,
        &[
            "caption",
            "imagecaption",
            "photocaption",
            "covercaption",
            "figcaption",
            "alt",
            "imagealt",
            "coveralt",
            "alttext",
            "imagealttext",
            "featuredimagealt",
            "featuredimagecaption",
            "التعليق",
            "تعليقالصوره",
            "شرحالصوره",
            "وصفالصوره",
            "النصالبديل",
        ],
    ),
    (
        Key::Published,
        &[
            "published",
            "publishdate",
            "publisheddate",
            "publicationdate",
            "pubdate",
            "datepublished",
            "publishedat",
            "publishedon",
            "publishedtime",
            "تاريخالنشر",
            "نشرفي",
        ],
    ),
    (
        Key::Date,
        &[
            "date",
            "datetime",
            "created",
            "createdat",
            "datecreated",
            "التاريخ",
            "تاريخ",
        ],
    ),
];

impl Key {
    /// The key of a field's name.
    pub fn of(name: &str) -> Option<Self> {
        let mut folded = String::with_capacity(name.len());
        for c in name.chars() {
            if !c.is_whitespace() && !matches!(c, '_' | '-' | '"' | '\'' | ':' | '.') {
                fold_char(c, &mut folded);
            }
        }
        NAMES
            .iter()
            .find(|(_, names)| names.contains(&folded.as_str()))
            .map(|(key, _)| *key)
    }

    /// The zone of its words; none where it is a date.
    pub fn zone(self) -> Option<Zone> {
        match self {
            Self::Title => Some(Zone::Headline),
            Self::Description => Some(Zone::FrontMatter),
            Self::Caption => Some(Zone::Caption),
            Self::Published | Self::Date => None,
        }
    }

    /// Whether the field means the same inside another one: the caption of a picture does, the title of an author does not.
    pub fn holds_inside(self) -> bool {
        self == Self::Caption
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_are_one_key() {
        for name in [
            "publishDate",
            "publish_date",
            "Publish-Date",
            "publish date",
        ] {
            assert_eq!(Key::of(name), Some(Key::Published), "{name}");
        }
        assert_eq!(Key::of("تاريخ النشر"), Some(Key::Published));
        assert_eq!(Key::of("العُنوان"), Some(Key::Title));
        assert_eq!(Key::of("المقدّمة"), Some(Key::Description));
        assert_eq!(Key::of("tags"), None);
    }

    #[test]
    fn every_name_is_folded() {
        for (key, names) in NAMES {
            for name in names {
                assert_eq!(Key::of(name), Some(key), "{name}");
            }
        }
    }
}
