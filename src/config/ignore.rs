//! [`Ignore`]: findings to leave out, as something outside the article names them.

/// The rule under which an order is told that leaves nothing out.
pub const UNUSED: &str = "unused-ignore";

/// An order from outside the article: its sidecar, or the newsroom's configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignore {
    /// A rule or a group.
    pub rule: String,
    /// Only findings that mark these words; all where none.
    pub quote: Option<String>,
    /// Where it is written, such as `news/a.txt.tadqiq.yaml:3`, to tell of an order that does nothing; none where it is meant for many
    /// articles.
    pub origin: Option<String>,
    /// The entry of the newsroom's file that it is, from 0; none where it is no entry.
    pub entry: Option<usize>,
}
