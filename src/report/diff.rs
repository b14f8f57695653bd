//! `--diff`: what repairs would change, as a unified diff that `git apply` and `patch` take.

use similar::TextDiff;

/// Lines of context around a change.
const CONTEXT: usize = 3;

/// The changes of one file; empty where there are none.
pub fn unified(path: &str, old: &str, new: &str) -> String {
    // A path from the root of the disk has no place in a repository, so it gets no prefix either.
    let (before, after) = if path.starts_with('/') {
        (path.to_owned(), path.to_owned())
    } else {
        (format!("a/{path}"), format!("b/{path}"))
    };
    TextDiff::from_lines(old, new)
        .unified_diff()
        .context_radius(CONTEXT)
        .header(&before, &after)
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_line_stands_twice_and_a_missing_end_is_told() {
        let diff = unified("a.txt", "one\ntwo two\n", "one\ntwo");
        assert_eq!(
            diff,
            "--- a/a.txt\n+++ b/a.txt\n@@ -1,2 +1,2 @@\n one\n-two two\n+two\n\\ No newline at end of file\n"
        );
        assert_eq!(unified("a.txt", "one\n", "one\n"), "");
    }
}
