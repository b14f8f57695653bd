//! [`Directive`]s: what an article says to this program, in its comments and in its front matter.
//!
//! ```text
//! comment   = "<!--" order "-->"            Markdown and HTML; alone on its line also in plain text
//! line      = "#" order                     plain text
//! order     = "tadqiq-ignore" form names (":" reason)?
//! form      = ""                            the block that it stands in or beside, else the next one (a table is one)
//!           | "-start" … "-end"             what lies between
//!           | "-file"                       the whole file
//! names     = name ("," name)*              rules and groups
//! front matter:
//!   tadqiq: { ignore: name | [name, …] | { name: reason, … } }
//! ```
//!
//! None of it is read as text of the article.

mod field;

use pulldown_cmark::{Event, Options, Parser};

use crate::document::{Document, Syntax};
use crate::text::span::Span;

/// Which part of the article an order is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The block that it stands in or beside, else the next one.
    Block,
    /// All from here to the order's end.
    Start,
    /// The end of an order that was started.
    End,
    /// The whole file.
    File,
    /// None that is known.
    Unknown,
}

/// The name of a rule or group, as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The name.
    pub text: String,
    /// Its bytes in the file.
    pub span: Span,
}

/// An order to leave findings out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive {
    /// Its own bytes in the file.
    pub span: Span,
    /// What it is about.
    pub form: Form,
    /// The rules and groups that it names.
    pub names: Vec<Name>,
    /// The bytes of the file that it covers.
    pub covers: Span,
    /// Whether a start has its end, and an end its start; true of all others.
    pub paired: bool,
}

/// What every order begins with.
const ORDER: &str = "tadqiq-ignore";

/// The most bytes between a block and an order that stands beside it: lines of markup may be endless.
const GAP: usize = 256;

/// The orders of an article, in order of place.
pub(super) fn read(document: &Document, syntax: &Syntax) -> Vec<Directive> {
    let text = &document.source.text;
    if !text.contains("tadqiq") {
        return Vec::new();
    }
    let mut places = comments(text);
    if *syntax == Syntax::Plain {
        places.retain(|place| is_alone(text, place.0));
        places.extend(lines(text));
        places.sort_unstable();
    }
    if *syntax == Syntax::Markdown && !places.is_empty() {
        let markup = markup(text);
        places.retain(|place| is_within(&markup, place.0));
    }
    let mut found: Vec<_> = places
        .into_iter()
        .map(|(span, order)| parse(text, span, order))
        .collect();
    pair(&mut found, text.len());
    cover_blocks(&mut found, document);
    found.extend(field::read(text));
    found
}

/// Whether a line of a plain text file is an order and not text of the article.
pub(super) fn is_line(line: &str) -> bool {
    let order = match line.strip_prefix("<!--") {
        Some(inner) => inner.strip_suffix("-->"),
        None => line.strip_prefix('#'),
    };
    order.is_some_and(|order| order.trim_start().starts_with(ORDER))
}

/// Every comment that holds an order: the comment's place and the order's.
fn comments(text: &str) -> Vec<(Span, Span)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = find(text, at, "<!--") {
        let inner = start + 4;
        let Some(end) = find(text, inner, "-->") else {
            break;
        };
        let order = Span::new(inner, end);
        if order.of(text).trim_start().starts_with(ORDER) {
            found.push((Span::new(start, end + 3), order));
        }
        at = end + 3;
    }
    found
}

fn find(text: &str, from: usize, wanted: &str) -> Option<usize> {
    Some(from + text.get(from..)?.find(wanted)?)
}

/// The lines of a plain text that are orders behind a `#`.
fn lines(text: &str) -> Vec<(Span, Span)> {
    let mut found = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let body = line.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
        let start = at + line.len() - body.len();
        let body = body.trim_end();
        if body.starts_with('#') && is_line(body) {
            let span = Span::new(start, start + body.len());
            found.push((span, Span::new(start + 1, start + body.len())));
        }
        at += line.len();
    }
    found
}

/// Whether nothing else stands on the lines of a comment.
fn is_alone(text: &str, comment: Span) -> bool {
    let before = text.get(..comment.start as usize).unwrap_or_default();
    let after = text.get(comment.end as usize..).unwrap_or_default();
    let blank = |c: char| c.is_whitespace() || c == '\u{FEFF}';
    // A line may be a whole book: the first thing that stands there is enough.
    before.chars().rev().take_while(|c| *c != '\n').all(blank)
        && after.chars().take_while(|c| *c != '\n').all(blank)
}

/// The places of HTML in Markdown: a comment in code is none.
fn markup(text: &str) -> Vec<Span> {
    Parser::new_ext(text, Options::ENABLE_TABLES)
        .into_offset_iter()
        .filter(|(event, _)| matches!(event, Event::Html(_) | Event::InlineHtml(_)))
        .map(|(_, range)| Span::new(range.start, range.end))
        .collect()
}

/// Whether a comment begins in one of the places, which are in order.
fn is_within(places: &[Span], comment: Span) -> bool {
    let after = places.partition_point(|place| place.start <= comment.start);
    after
        .checked_sub(1)
        .and_then(|last| places.get(last))
        .is_some_and(|place| comment.start < place.end)
}

fn parse(text: &str, span: Span, order: Span) -> Directive {
    let written = order.of(text);
    let start = written.find(ORDER).unwrap_or_default() + ORDER.len();
    let rest = written.get(start..).unwrap_or_default();
    let word = rest
        .find(|c: char| c.is_whitespace() || c == ':' || c == ',')
        .unwrap_or(rest.len());
    let form = match rest.get(..word).unwrap_or_default() {
        "" => Form::Block,
        "-start" => Form::Start,
        "-end" => Form::End,
        "-file" => Form::File,
        _ => Form::Unknown,
    };
    let names = rest.get(word..).unwrap_or_default();
    let names = names.split(':').next().unwrap_or_default();
    Directive {
        span,
        form,
        names: names_in(names, order.start as usize + start + word),
        covers: Span::new(0, text.len()),
        paired: true,
    }
}

/// The names in a list that stands at byte `base` of the file.
fn names_in(list: &str, base: usize) -> Vec<Name> {
    let mut at = base;
    let mut names = Vec::new();
    for part in list.split_inclusive(|c: char| c.is_whitespace() || c == ',' || c == '،') {
        let name = part.trim_end_matches(|c: char| c.is_whitespace() || c == ',' || c == '،');
        if !name.is_empty() {
            names.push(Name {
                text: name.to_owned(),
                span: Span::new(at, at + name.len()),
            });
        }
        at += part.len();
    }
    names
}

/// Gives each start its end, the innermost first; one without reaches to the end of the file.
fn pair(found: &mut [Directive], end: usize) {
    let mut open: Vec<usize> = Vec::new();
    for at in 0..found.len() {
        let Some(one) = found.get_mut(at) else { break };
        match one.form {
            Form::Start => {
                one.covers = Span::new(one.span.end as usize, end);
                one.paired = false;
                open.push(at);
            }
            Form::End => {
                let (start, place) = (open.pop(), one.span.start);
                one.paired = start.is_some();
                if let Some(start) = start.and_then(|start| found.get_mut(start)) {
                    start.covers.end = place;
                    start.paired = true;
                }
            }
            Form::Block | Form::File | Form::Unknown => {}
        }
    }
}

/// Gives each order about a block its block.
fn cover_blocks(found: &mut [Directive], document: &Document) {
    let blocks: Vec<Span> = document
        .blocks
        .iter()
        .map(|block| document.to_source(block.span))
        .collect();
    for one in found.iter_mut().filter(|one| one.form == Form::Block) {
        // Blocks stand in order of place, and an order between two lines of one is inside it.
        let next = blocks.partition_point(|block| block.end <= one.span.start);
        let beside = next.checked_sub(1).filter(|last| {
            let gap = blocks.get(*last).map_or(0, |block| block.end as usize);
            let between = document.source.text.get(gap..one.span.start as usize);
            between.is_some_and(|between| between.len() <= GAP && !between.contains(['\n', '\r']))
        });
        one.covers = match beside.or((next < blocks.len()).then_some(next)) {
            Some(at) => whole(document, &blocks, at),
            None => Span::new(one.span.end as usize, one.span.end as usize),
        };
    }
}

/// The bytes of a block, with all the cells where it is one of a table.
fn whole(document: &Document, blocks: &[Span], at: usize) -> Span {
    let table = |at: usize| {
        let cell = document.blocks.get(at)?.cell?;
        Some(cell.table)
    };
    let own = table(at);
    let mut covers = blocks.get(at).copied().unwrap_or_default();
    let mut next = at + 1;
    while own.is_some() && table(next) == own {
        covers = covers.to(blocks.get(next).copied().unwrap_or(covers));
        next += 1;
    }
    covers
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document;
    use crate::lang::lexicon::Lexicon;
    use crate::text::source::Source;

    /// Form, names and covered words of every order.
    fn orders(text: &str, syntax: &Syntax) -> Vec<(Form, Vec<String>, String)> {
        let source = Source::new("a", text);
        let document = document::read(source, syntax, None, &Lexicon::default());
        let orders = document.directives.iter();
        orders
            .map(|one| {
                for name in &one.names {
                    assert_eq!(name.span.of(text), name.text);
                }
                let names = one.names.iter().map(|name| name.text.clone());
                (one.form, names.collect(), one.covers.of(text).to_owned())
            })
            .collect()
    }

    fn covered(text: &str, syntax: &Syntax) -> Vec<String> {
        let orders = orders(text, syntax);
        orders.into_iter().map(|(_, _, covers)| covers).collect()
    }

    #[test]
    fn a_comment_covers_the_block_it_stands_at() {
        let text = "One.\n\n<!-- tadqiq-ignore a, b: meant -->\nTwo.\n\nThree. <!-- tadqiq-ignore c -->\n\nFour.\n\n<!--tadqiq-ignore d-->\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\nFive.\n\n<!-- tadqiq-ignore e -->\n";
        let found = orders(text, &Syntax::Markdown);
        assert_eq!(found[0].1, ["a", "b"]);
        assert_eq!(
            covered(text, &Syntax::Markdown),
            ["Two.", "Three.", "x | y |\n|---|---|\n| 1 | 2", ""]
        );
    }

    #[test]
    fn starts_and_ends_pair_and_code_says_nothing() {
        let text = "<!-- tadqiq-ignore-start a -->\n\nOne.\n\n<!-- tadqiq-ignore-end -->\n\n`<!-- tadqiq-ignore b -->`\n\n```\n<!-- tadqiq-ignore c -->\n```\n\n<!-- tadqiq-ignore-file d -->\n\n<!-- tadqiq-ignore-start e -->\n\nTwo.\n";
        let covers = covered(text, &Syntax::Markdown);
        assert_eq!(covers[0], "\n\nOne.\n\n");
        assert_eq!(covers[2], text);
        assert_eq!(covers[3], "\n\nTwo.\n");
        assert_eq!(covers.len(), 4);
    }

    #[test]
    fn plain_text_has_lines_that_are_no_text() {
        let text = "Ferry leaves harbour\n# tadqiq-ignore a: it is so\nThe ferry left.\n<!-- tadqiq-ignore b -->\nIt was late.\nHe typed <!-- tadqiq-ignore c --> twice.\n";
        assert_eq!(
            covered(text, &Syntax::Plain),
            ["The ferry left.", "It was late."]
        );
        let source = Source::new("a", text);
        let document = document::read(source, &Syntax::Plain, None, &Lexicon::default());
        assert_eq!(document.blocks.len(), 4);
    }

    #[test]
    fn any_text_is_read() {
        for text in [
            "<!-- tadqiq-ignore",
            "<!-- tadqiq-ignore-->",
            "<!--tadqiq-ignore-what x-->",
            "# tadqiq-ignore",
            "<!-- tadqiq-ignore-end -->",
            "---\ntadqiq:",
            "---\ntadqiq: [\n---\n",
            "+++\n[tadqiq]\nignore=\n+++",
        ] {
            orders(text, &Syntax::Markdown);
            orders(text, &Syntax::Plain);
        }
    }
}
