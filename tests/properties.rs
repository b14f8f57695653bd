//! What must hold for any input at all.

mod holds;

use proptest::prelude::*;
use tadqiq::document::{Syntax, decode, read};
use tadqiq::engine::Engine;
use tadqiq::lang::lexicon::Lexicon;
use tadqiq::text::source::Source;

/// Pieces that articles and their markup are made of, so that random files meet every branch of the readers.
const PIECES: &[&str] = &[
    "قُتل",
    "12",
    "١٢",
    "شخصًا",
    "مــدرعة",
    "reads",
    "5%",
    " ",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\u{2028}",
    "\u{FEFF}",
    "\u{200F}",
    "\u{202B}",
    "\u{A0}",
    "---\n",
    "+++\n",
    "title: ",
    "title = ",
    "\"",
    "'",
    "'''",
    "\"\"\"",
    "\\",
    "\\u0661",
    "date: 2021-12-31\n",
    "caption: |\n  ",
    "description: >\n ",
    ": ",
    " #",
    "# ",
    "## ",
    "- ",
    "* ",
    "• ",
    "1. ",
    "(2) ",
    "> ",
    "**",
    "_",
    "~~",
    "~",
    "`",
    "```\n",
    "    ",
    "[",
    "](",
    ")",
    "![",
    "<",
    "<p>",
    "</p>",
    "<img alt=\"",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<figcaption>",
    "<td>",
    "<del>",
    "<br>",
    "<title>",
    "</title>",
    "<meta name=description content='",
    "<h1>",
    "</h1>",
    "<article>",
    "</article>",
    "<main>",
    "<div hidden>",
    "</div>",
    "<table><tr><td rowspan=2>",
    "<li>",
    "<blockquote>",
    "<time datetime=\"2021-12-31\">",
    "<sup><a href=#x>",
    "&amp",
    "&amp;",
    "&#1633;",
    "&laquo;",
    "&",
    ";",
    "|",
    "|---|---|\n",
    "[^1]",
    "[^1]: ",
    "اقرأ أيضا: ",
    "Share",
    ".",
    "،",
    "«",
    "»",
    "\0",
    "{#id}",
    "===\n",
    "ﷺ",
    "😀",
];

fn article() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        9 => proptest::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn lexicon() -> Lexicon {
    Engine::built_in().expect("the built-in pack loads").lexicon
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 400 } else { 4000 }))]

    #[test]
    fn any_article_is_read(text in article()) {
        let lexicon = Lexicon::default();
        for syntax in [Syntax::Plain, Syntax::Markdown, Syntax::Html] {
            holds::document(&read(Source::new("a", text.clone()), &syntax, None, &lexicon));
        }
    }

    #[test]
    fn any_bytes_are_text_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        match decode::decode(bytes.clone()) {
            Ok(text) => prop_assert_eq!(text.into_bytes(), bytes),
            Err(error) => prop_assert!(error.to_string().contains("iconv")),
        }
    }

    /// Letters that no markup touches are quoted as they stand.
    #[test]
    fn words_are_quoted_exactly(words in "[\u{0621}-\u{063A}\u{0641}-\u{0655}0-9]{1,12}", text in article()) {
        let file = format!("{text}\n\n{words}\n");
        let document = read(Source::new("a.txt", file), &Syntax::Plain, None, &Lexicon::default());
        for block in &document.blocks {
            let quoted = document.source.slice(document.to_source(block.span));
            if !document.source.text.contains(['\\', '-', '+']) {
                prop_assert_eq!(quoted, document.slice(block.span));
            }
        }
    }
}

#[test]
fn furniture_of_the_built_in_lexicon_stands_beside_the_article() {
    let text = "انطلاق المعرض\n\nافتُتح المعرض بمشاركة 12 دولة.\n\n  • 5 ملايين زائر متوقع\n\nاترك تعليقاً\n\nزر الذهاب إلى الأعلى\n";
    let document = read(Source::new("a.txt", text), &Syntax::Plain, None, &lexicon());
    let marks: Vec<_> = document
        .blocks
        .iter()
        .map(|block| (block.zone.name(), block.furniture))
        .collect();
    assert_eq!(
        marks,
        [
            ("headline", false),
            ("lead", false),
            ("item", false),
            ("body", true),
            ("body", true)
        ]
    );
}
