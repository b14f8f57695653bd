//! [`Scopes`]: which part of a page is the article, and which of its headings the headline.

use crate::document::Zone;
use crate::document::builder::Builder;
use crate::document::html::Element;
use crate::text::fold::fold;

/// What is known of a block while the page is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// It stands in the head of the page.
    Head(Zone),
    /// It stands in the body; a heading has a level.
    Block(Option<u8>),
}

/// Where each block of a page stands.
#[derive(Debug, Default)]
pub(super) struct Scopes {
    /// The scopes around the place, by number, the innermost last.
    around: Vec<usize>,
    /// Whether each scope is an article; the others hold it, such as `main`.
    articles: Vec<bool>,
    marks: Vec<(Mark, Option<usize>)>,
}

impl Scopes {
    /// Whether the place stands in the article or what holds it.
    pub(super) fn inside(&self) -> bool {
        !self.around.is_empty()
    }

    /// Begins a scope where the element is one.
    pub(super) fn enter(&mut self, element: &Element) -> bool {
        let property = element.attribute("itemprop");
        let body = property.is_some_and(|property| property.text == "articleBody");
        let in_article = self.around.iter().any(|scope| self.is_article(*scope));
        let article = element.name == "article" || body && !in_article;
        if !article && element.name != "main" {
            return false;
        }
        self.around.push(self.articles.len());
        self.articles.push(article);
        true
    }

    /// Ends the innermost scope.
    pub(super) fn leave(&mut self) {
        self.around.pop();
    }

    /// Marks the blocks up to `count` that are not marked yet.
    pub(super) fn note(&mut self, count: usize, mark: Mark) {
        let scope = self.around.last().copied();
        while self.marks.len() < count {
            self.marks.push((mark, scope));
        }
    }

    fn is_article(&self, scope: usize) -> bool {
        self.articles.get(scope).copied().unwrap_or(false)
    }

    /// Leaves out the blocks of the site, and names the headline. A heading of the first level above the article is its headline too.
    pub(super) fn choose(&self, builder: &mut Builder<'_>, title: &str) {
        let chosen = self.article(builder);
        let headline = self.headline(builder, chosen, title);
        if let Some(block) = headline.and_then(|at| builder.blocks.get_mut(at)) {
            block.zone = Zone::Headline;
        }
        let said = headline.map(|at| fold(builder.words(at)));
        let known = said.is_some_and(|said| {
            let title = fold(title.trim());
            title.contains(&said) || said.contains(&title)
        });
        let mut at = 0;
        builder.blocks.retain(|_| {
            let (mark, scope) = self
                .marks
                .get(at)
                .copied()
                .unwrap_or((Mark::Block(None), None));
            let keep = match mark {
                Mark::Head(zone) => zone != Zone::Headline || !known,
                Mark::Block(_) => chosen.is_none() || scope == chosen || Some(at) == headline,
            };
            at += 1;
            keep
        });
        builder.title_first_heading();
    }

    /// The scope that holds the article: the longest, where it holds a good part of the page.
    fn article(&self, builder: &Builder<'_>) -> Option<usize> {
        let mut sizes = vec![0; self.articles.len()];
        let mut total = 0;
        for ((mark, scope), block) in self.marks.iter().zip(&builder.blocks) {
            if matches!(mark, Mark::Head(_)) {
                continue;
            }
            total += block.span.len();
            if let Some(size) = scope.and_then(|scope| sizes.get_mut(scope)) {
                *size += block.span.len();
            }
        }
        let longest = |articles: bool| {
            let of_kind = (0..sizes.len()).filter(|scope| self.is_article(*scope) == articles);
            let size = |scope: &usize| sizes.get(*scope).copied().unwrap_or(0);
            // The first of those that are equally long.
            of_kind
                .rev()
                .max_by_key(size)
                .filter(|scope| size(scope) > 0 && size(scope) * 3 >= total)
        };
        longest(true).or_else(|| longest(false))
    }

    /// The heading of the first level that the article has, or else that the title of the page starts with, or else the first one.
    fn headline(&self, builder: &Builder<'_>, chosen: Option<usize>, title: &str) -> Option<usize> {
        let firsts = || {
            let marks = self.marks.iter().enumerate();
            marks.filter(|(_, (mark, _))| *mark == Mark::Block(Some(1)))
        };
        let inside = firsts().find(|(_, (_, scope))| chosen.is_some() && *scope == chosen);
        let title = fold(title.trim());
        let named = || firsts().find(|(at, _)| title.starts_with(&fold(builder.words(*at))));
        let found = inside.or_else(named).or_else(|| firsts().next());
        found.map(|(at, _)| at)
    }
}
