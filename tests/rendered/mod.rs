//! What a report format makes of articles.

use tadqiq::report::{ArticleReport, Format, Summary};

/// What a format writes of articles.
pub(crate) fn rendered(mut format: impl Format, articles: &[ArticleReport]) -> String {
    let mut out = Vec::new();
    let mut summary = Summary::default();
    format.begin(&mut out).expect("a vector takes all");
    for article in articles {
        summary.add(article);
        format
            .article(article, &mut out)
            .expect("a vector takes all");
    }
    format.end(&summary, &mut out).expect("a vector takes all");
    String::from_utf8(out).expect("a report is UTF-8")
}
