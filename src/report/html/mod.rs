//! `--format html`: one page that holds all it needs, to review articles with.
//!
//! The article reads as it is printed, in its own direction, with the words of each finding marked and a note beside them. The page is whole
//! without script: notes float beside their paragraph, filters are check boxes that style sheets read. The script adds keys, search and the
//! curves between a note and its places. What an article or a rule holds gets into the page only through the templates, which escape it, and
//! the page's own policy lets nothing run but the style and the script below, which it knows by their hashes.

mod article;
mod labels;
mod note;
mod segment;
mod text;

use std::fmt::Write as _;
use std::io::{self, Write};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use hashbrown::HashMap;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{Environment, Value, context};
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use crate::lang::Language;
use crate::report::html::article::{ArticleView, Maker};
use crate::report::html::labels::Labels;
use crate::report::rule_text::RuleText;
use crate::report::{ArticleReport, Format, Summary};

/// The style and the script; a browser reads every line end as `\n`, and the hashes are of what it reads.
const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");
const TEMPLATES: [(&str, &str); 3] = [
    ("page.html", include_str!("page.html")),
    ("article.html", include_str!("article.html")),
    ("note.html", include_str!("note.html")),
];

/// The whole page; it is written at the end, for its index goes first.
#[derive(Debug)]
pub struct Html {
    rules: Vec<RuleText>,
    /// The language of the page's words and the notes; each article's where none.
    ui: Option<Language>,
    environment: Environment<'static>,
    /// The rules that spoke, in the order of their first finding.
    spoke: Vec<Spoke>,
    places: HashMap<String, usize>,
    index: Vec<Entry>,
    arabic: usize,
}

/// A rule of the page.
#[derive(Clone, Debug, Serialize)]
struct Spoke {
    id: String,
    count: usize,
}

/// An article of the page.
#[derive(Clone, Debug, Serialize)]
struct Entry {
    number: usize,
    title: String,
    path: String,
    dir: &'static str,
    errors: usize,
    warnings: usize,
    infos: usize,
    /// Its markup, made by a template; empty where nothing was found.
    body: String,
}

impl Html {
    /// A page that explains findings by these rules.
    pub fn new(rules: Vec<RuleText>, ui: Option<Language>) -> Self {
        Self {
            rules,
            ui,
            environment: environment(),
            spoke: Vec::new(),
            places: HashMap::new(),
            index: Vec::new(),
            arabic: 0,
        }
    }

    /// Counts the rules of an article's findings and numbers those that are new.
    fn count(&mut self, article: &ArticleReport) {
        for found in &article.diagnostics {
            let id = found.rule.to_string();
            let next = self.spoke.len();
            let place = *self.places.entry(id.clone()).or_insert(next);
            if place == next {
                self.spoke.push(Spoke { id, count: 0 });
            }
            if let Some(rule) = self.spoke.get_mut(place) {
                rule.count += 1;
            }
        }
    }

    fn view(&self, article: &ArticleReport, number: usize) -> ArticleView {
        let rule = |id: &str| {
            let place = self.places.get(id).copied().unwrap_or_default();
            let text = self.rules.iter().find(|rule| rule.id.as_str() == id);
            (place, text)
        };
        Maker {
            article,
            number,
            ui: self.ui.unwrap_or(article.language),
            places: article.reading.places(),
            rule: &rule,
        }
        .make()
    }

    /// The page's own language: that of most articles, unless one was asked for.
    fn language(&self) -> Language {
        let most = if self.arabic * 2 >= self.index.len() {
            Language::Arabic
        } else {
            Language::English
        };
        self.ui.unwrap_or(most)
    }

    fn render(&self, template: &str, context: Value) -> io::Result<String> {
        let template = self
            .environment
            .get_template(template)
            .map_err(io::Error::other)?;
        template.render(context).map_err(io::Error::other)
    }
}

impl Format for Html {
    fn article(&mut self, article: &ArticleReport, _: &mut dyn Write) -> io::Result<()> {
        self.count(article);
        self.arabic += usize::from(article.is_arabic());
        let number = self.index.len() + 1;
        let view = self.view(article, number);
        let mut counts = Summary::default();
        counts.add(article);
        let entry = Entry {
            number,
            title: view.title.clone(),
            path: view.path.clone(),
            dir: view.dir,
            errors: counts.errors,
            warnings: counts.warnings,
            infos: counts.infos,
            body: if article.diagnostics.is_empty() {
                String::new()
            } else {
                self.render("article.html", context! { article => Serde(&view) })?
            },
        };
        self.index.push(entry);
        Ok(())
    }

    fn end(&mut self, summary: &Summary, out: &mut dyn Write) -> io::Result<()> {
        let ui = self.language();
        let (style, script) = (self.style(), SCRIPT.replace('\r', ""));
        let (found, clean): (Vec<_>, Vec<_>) =
            self.index.iter().partition(|entry| !entry.body.is_empty());
        let page = self.render(
            "page.html",
            context! {
                version => env!("CARGO_PKG_VERSION"),
                words => Serde(Labels::of(ui)),
                language => ui.code(),
                dir => text::direction(ui),
                style_hash => hash(&style),
                script_hash => hash(&script),
                style => Value::from_safe_string(style),
                script => Value::from_safe_string(script),
                rules => Serde(&self.spoke),
                errors => summary.errors,
                warnings => summary.warnings,
                infos => summary.infos,
                count => summary.articles,
                found => Serde(&found),
                clean => Serde(&clean),
            },
        )?;
        out.write_all(page.as_bytes())?;
        out.write_all(b"\n")
    }
}

impl Html {
    /// The style, with a filter for each rule that spoke.
    fn style(&self) -> String {
        let mut style = STYLE.replace('\r', "");
        for rule in 0..self.spoke.len() {
            let off = format!(":root:has(#rule-{rule}:not(:checked))");
            let _ = writeln!(
                style,
                "{off} :is(.note,.stub,.chip).rule-{rule}{{display:none}}\n{off} mark.rule-{rule}{{--tint:transparent;--ink:transparent}}"
            );
        }
        style
    }
}

/// The templates; a name that ends in `.html` escapes what it is given.
fn environment() -> Environment<'static> {
    let mut environment = Environment::new();
    let mut syntax = SyntaxConfig::builder();
    syntax.trim_blocks(true).lstrip_blocks(true);
    if let Ok(syntax) = syntax.build() {
        environment.set_syntax(syntax);
    }
    for (name, text) in TEMPLATES {
        // A template that cannot be read is told where it is rendered; a test renders all of them.
        let _ = environment.add_template(name, text);
    }
    environment
}

/// The hash of an inline element, as a policy names it.
fn hash(text: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text)))
}
