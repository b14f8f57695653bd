//! Site furniture: comment forms, share lines, read-also links and credits are no part of an article.
//!
//! The words are data (`rules/lexicon/<language>/cues/furniture.yaml`). A block is furniture only as a whole: all its words are such
//! words, or it is short and starts with words that announce something other than the article. A sentence that merely holds them is not.

use crate::document::{Block, Document, Zone};
use crate::lang::lexicon::cue::{Cue, CueHit};
use crate::lang::lexicon::{LexId, Lexicon};
use crate::text::fold::fold;
use crate::text::split::{PieceKind, split};

/// Longer blocks are never furniture, in bytes: thirty words of Arabic.
const LONGEST: usize = 400;

/// What the words of a block say of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Article,
    Furniture,
    /// A heading over links, which are furniture too.
    ListHead,
}

/// Marks the blocks that hold a site's own words; a file of one block is always an article.
pub(super) fn mark(document: &mut Document, lexicon: &Lexicon) {
    let text = document.reading.as_deref().unwrap_or(&document.source.text);
    if document.blocks.len() < 2 {
        return;
    }
    let mut in_list = false;
    for block in &mut document.blocks {
        let verdict = judge(block, block.span.of(text), lexicon);
        let linked = in_list && block.zone == Zone::Item;
        block.furniture = linked || verdict != Verdict::Article;
        in_list = linked || verdict == Verdict::ListHead;
    }
}

/// Marks the headline where it stands once more, word for word, as a block of its own behind the lead.
pub(super) fn mark_repeated_headline(document: &mut Document) {
    let text = document.reading.as_deref().unwrap_or(&document.source.text);
    let headline = document
        .blocks
        .iter()
        .find(|block| block.zone == Zone::Headline);
    let Some(headline) = headline.map(|block| fold(block.span.of(text))) else {
        return;
    };
    let lead = document
        .blocks
        .iter()
        .position(|block| block.zone == Zone::Lead)
        .unwrap_or(document.blocks.len());
    for block in document.blocks.iter_mut().skip(lead + 1) {
        let words = block.span.of(text);
        // Folding at most halves a text.
        if words.len() <= headline.len() * 3 && fold(words) == headline {
            block.furniture = true;
        }
    }
}

fn judge(block: &Block, words: &str, lexicon: &Lexicon) -> Verdict {
    let may_be = !matches!(
        block.zone,
        Zone::Headline | Zone::FrontMatter | Zone::Table | Zone::Lead
    );
    if !may_be || words.len() > LONGEST {
        return Verdict::Article;
    }
    if !may_open(words, lexicon) {
        return Verdict::Article;
    }
    let pieces: Vec<_> = pieces(words, lexicon).collect();
    match covered(&pieces, lexicon) {
        Verdict::Article if opens(&pieces, words, lexicon) => Verdict::Furniture,
        verdict => verdict,
    }
}

/// Whether any phrase of furniture stands at the first mark, word or figure, or behind marks and figures: a look at the first words
/// spares the rest of nearly every block.
fn may_open(words: &str, lexicon: &Lexicon) -> bool {
    let opening = split(words).take_while(|(kind, _)| *kind != PieceKind::Word);
    let ends = opening.map(|(_, span)| span.end as usize);
    std::iter::once(0).chain(ends).any(|at| {
        let rest = words.get(at..).unwrap_or_default();
        let hits = lexicon.cues.at(pieces(rest, lexicon));
        hits.iter().any(|hit| is_furniture(hit.cue))
    })
}

fn is_furniture(cue: Cue) -> bool {
    matches!(
        cue,
        Cue::Furniture | Cue::FurnitureList | Cue::FurnitureLead
    )
}

/// A word, figure or mark of a block, with its entries in the lexicon.
struct Piece {
    kind: PieceKind,
    entries: Vec<LexId>,
}

/// The pieces of a block. A site's words stand as they are, but for an and: no article or preposition is taken off («الشاهد» is no
/// «شاهد»).
fn pieces(words: &str, lexicon: &Lexicon) -> impl Iterator<Item = Piece> {
    split(words).map(|(kind, span)| {
        let folded = fold(span.of(words));
        let joined = folded
            .strip_prefix('و')
            .and_then(|rest| lexicon.entry(rest));
        let entries = lexicon.entry(&folded).into_iter().chain(joined).collect();
        Piece { kind, entries }
    })
}

impl Piece {
    fn is_mark(&self) -> bool {
        self.kind == PieceKind::Punctuation
    }
}

impl AsRef<[LexId]> for Piece {
    fn as_ref(&self) -> &[LexId] {
        &self.entries
    }
}

/// The longest phrase of one of the `wanted` parts at the start of `pieces`.
fn longest(pieces: &[Piece], lexicon: &Lexicon, wanted: &[Cue]) -> Option<CueHit> {
    let hits = lexicon.cues.at(pieces.iter());
    hits.into_iter()
        .filter(|hit| wanted.contains(&hit.cue))
        .max_by_key(|hit| hit.length)
}

/// Whether phrases of furniture, marks and counts («التعليقات (3)») are all there is.
fn covered(pieces: &[Piece], lexicon: &Lexicon) -> Verdict {
    let (mut at, mut phrases, mut list) = (0, 0, false);
    while let Some(piece) = pieces.get(at) {
        let rest = pieces.get(at..).unwrap_or_default();
        if let Some(hit) = longest(rest, lexicon, &[Cue::Furniture, Cue::FurnitureList]) {
            list |= hit.cue == Cue::FurnitureList;
            phrases += 1;
            at += hit.length;
        } else if piece.kind == PieceKind::Word {
            return Verdict::Article;
        } else {
            at += 1;
        }
    }
    match (phrases, list) {
        (0, _) => Verdict::Article,
        (_, true) => Verdict::ListHead,
        _ => Verdict::Furniture,
    }
}

/// Whether a phrase that announces furniture opens the block. A short phrase needs a mark beside its end, or a block that is no
/// sentence: «شاهد أيضا» may go on as one.
fn opens(pieces: &[Piece], words: &str, lexicon: &Lexicon) -> bool {
    let marks = pieces.iter().take_while(|piece| piece.is_mark()).count();
    let opening = (0..=marks).find_map(|skip| {
        let rest = pieces.get(skip..)?;
        let hit = longest(rest, lexicon, &[Cue::FurnitureLead])?;
        Some((rest, hit))
    });
    let Some((rest, hit)) = opening else {
        return false;
    };
    let (phrase, behind) = rest.split_at(hit.length.min(rest.len()));
    let marked =
        phrase.last().is_some_and(Piece::is_mark) || behind.first().is_none_or(Piece::is_mark);
    marked || phrase.len() > 2 || !words.ends_with(['.', '؟', '?', '!'])
}

#[cfg(test)]
mod tests {
    use crate::document::{Syntax, Zone, read};
    use crate::lang::lexicon::Lexicon;
    use crate::text::source::Source;

    fn lexicon() -> Lexicon {
        let files = [
            (
                "lexicon/ar/cues/furniture.yaml",
                include_str!("../../rules/lexicon/ar/cues/furniture.yaml"),
            ),
            (
                "lexicon/en/cues/furniture.yaml",
                include_str!("../../rules/lexicon/en/cues/furniture.yaml"),
            ),
        ];
        Lexicon::load(files.into_iter()).unwrap()
    }

    fn furniture(text: &str, lexicon: &Lexicon) -> bool {
        let article = format!("عنوان الخبر\n\nوصلت القافلة إلى الميناء صباح اليوم.\n\n{text}");
        let document = read(Source::new("a.txt", article), &Syntax::Plain, None, lexicon);
        document.blocks.last().unwrap().furniture
    }

    #[test]
    fn blocks_made_of_site_words_alone() {
        let lexicon = lexicon();
        for block in [
            "اترك تعليقاً",
            "زرّ الذهاب إلى الأعلى",
            "شارك: فيسبوك | تويتر | واتساب",
            "التعليقات (3)",
            "Facebook Twitter WhatsApp",
            "ADVERTISEMENT",
            "Leave a comment",
            "// انتهى //",
            "14:05 ت م",
            "4 min read",
            "Related articles",
        ] {
            assert!(furniture(block, &lexicon), "{block}");
        }
    }

    #[test]
    fn blocks_that_announce_something_else() {
        let lexicon = lexicon();
        for block in [
            "اقرأ أيضاً: 40 جريحا في حريق آخر",
            "» شاهد أيضا رحلة الجسر القديم",
            "المصدر: وكالات",
            "سمات: الميناء، القوافل",
            "Read more: Bridge closed after 12 crashes",
            "Tags: ports, convoys",
            "(Reporting by Lena Haddad; Editing by Omar Said)",
            "© 2024 The Daily Courier",
            "Follow us on Facebook for daily news.",
        ] {
            assert!(furniture(block, &lexicon), "{block}");
        }
    }

    #[test]
    fn sentences_that_hold_such_words_are_the_article() {
        let lexicon = lexicon();
        for block in [
            "شارك الرئيس في افتتاح الجسر.",
            "شاهد أيضا آثار الدمار في الحي القديم.",
            "قال إن فيسبوك حذف 300 حساب.",
            "مشاركة 12 دولة في المعرض",
            "Share prices fell 3% on Monday.",
            "Related deaths rose to 14",
            "Read more than 20 books a year, she advised.",
            "Photos by satellite showed 30 trucks.",
            "5 ملايين دولار للإبلاغ عن المفقود",
            "...",
        ] {
            assert!(!furniture(block, &lexicon), "{block}");
        }
    }

    #[test]
    fn links_below_a_heading_of_links_are_furniture_and_a_promoted_headline_is_an_item() {
        let lexicon = lexicon();
        let list = "عنوان الخبر\n\nوصلت القافلة إلى الميناء صباح اليوم.\n\n• 3 ملايين دولار للجسر\n\nمواضيع ذات صلة\n• حريق في السوق\n• انقطاع المياه\n\nوغادرت القافلة مساء.";
        let document = read(Source::new("a.txt", list), &Syntax::Plain, None, &lexicon);
        let marks: Vec<_> = document
            .blocks
            .iter()
            .map(|block| (block.zone, block.furniture))
            .collect();
        assert_eq!(
            marks,
            [
                (Zone::Headline, false),
                (Zone::Lead, false),
                (Zone::Item, false),
                (Zone::Body, true),
                (Zone::Item, true),
                (Zone::Item, true),
                (Zone::Body, false),
            ]
        );
    }

    #[test]
    fn the_headline_behind_the_body_is_furniture() {
        let lexicon = lexicon();
        assert!(furniture("عُنوان الخبر", &lexicon));
        let alone = read(
            Source::new("a.txt", "فيسبوك"),
            &Syntax::Plain,
            None,
            &lexicon,
        );
        assert!(!alone.blocks[0].furniture);
    }
}
