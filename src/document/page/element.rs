//! Which elements of a page a reader of the article does not see.

use crate::document::html::Element;

/// Elements without content.
const VOID: [&str; 13] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

/// Roles of what stands around an article.
const ROLES: [&str; 11] = [
    "navigation",
    "banner",
    "contentinfo",
    "complementary",
    "search",
    "menu",
    "menubar",
    "toolbar",
    "dialog",
    "alertdialog",
    "doc-noteref",
];

/// Classes and ids that Bootstrap, Drupal and `WordPress` (with Jetpack) give to words for screen readers and to what stands around an article.
/// Only whole names that have no other use: a name such as `hidden` may be undone by a style.
const CLASSES: [&str; 22] = [
    "sr-only",
    "visually-hidden",
    "visuallyhidden",
    "screen-reader-text",
    "element-invisible",
    "breadcrumb",
    "breadcrumbs",
    "comments",
    "comments-area",
    "comment-list",
    "comment-respond",
    "related-posts",
    "related-articles",
    "jp-relatedposts",
    "sharedaddy",
    "share-buttons",
    "social-share",
    "social-links",
    "newsletter-signup",
    "cookie-notice",
    "cookie-banner",
    "advertisement",
];

/// Whether it has no content and no end.
pub(super) fn is_void(name: &str) -> bool {
    VOID.contains(&name)
}

/// Whether the words inside are not the article's. A header is the site's where it stands outside the article; `around` is the element
/// that it stands in.
pub(super) fn is_hidden(element: &Element, in_article: bool, around: Option<&str>) -> bool {
    match element.name.as_str() {
        // A page that is shown by its script is hidden as a whole until then.
        "html" | "body" | "main" | "article" => return false,
        "footer" | "aside" => return true,
        "dialog" if element.attribute("open").is_none() => return true,
        "a" if around == Some("sup") => return starts_with(element, "href", "#"),
        _ => {}
    }
    is_invisible(element) || is_around(element, in_article)
}

/// Whether attributes hide the element.
fn is_invisible(element: &Element) -> bool {
    let says = |name: &str, wanted: &str| {
        let value = element.attribute(name);
        value.is_some_and(|value| value.text.trim().eq_ignore_ascii_case(wanted))
    };
    let styled = element.attribute("style").is_some_and(|style| {
        let style: String = style.text.split_whitespace().collect();
        let style = style.to_ascii_lowercase();
        style.contains("display:none") || style.contains("visibility:hidden")
    });
    let hidden = element.attribute("hidden").is_some() && !says("hidden", "until-found");
    hidden || styled || says("aria-hidden", "true")
}

/// Whether role, class or id say that it stands around the article.
fn is_around(element: &Element, in_article: bool) -> bool {
    let any = |name: &str, wanted: &[&str]| {
        let value = element.attribute(name);
        value.is_some_and(|value| {
            let mut words = value.text.split_ascii_whitespace();
            words.any(|word| wanted.iter().any(|one| word.eq_ignore_ascii_case(one)))
        })
    };
    any("class", &CLASSES)
        || any("id", &CLASSES)
        || any("role", &ROLES) && !(in_article && element.name == "header")
}

fn starts_with(element: &Element, attribute: &str, wanted: &str) -> bool {
    let value = element.attribute(attribute);
    value.is_some_and(|value| value.text.starts_with(wanted))
}
