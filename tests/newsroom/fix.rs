//! Repairs.

use crate::Newsroom;

const DOUBLED: &str =
    "وصلت السفينة إلى إلى الميناء فجر اليوم.\r\nThe ship came to to the port.\r\n";
const MENDED: &str = "وصلت السفينة إلى الميناء فجر اليوم.\r\nThe ship came to the port.\r\n";

#[test]
fn safe_repairs_are_written_and_the_rest_is_reported() {
    let text = format!("\u{FEFF}{DOUBLED}بدأ الاجتماع يوم الجمعة 20 تشرين الثاني/نوفمبر 2024.\r\n");
    let newsroom = Newsroom::new(&[("a.txt", &text), ("b.txt", "وصلت السفينة.\n")]);
    let said = newsroom.run(&["check", "--fix", "--format", "short"]);
    assert_eq!(
        (said.code, said.rules()),
        (Some(1), vec!["a.txt:3 weekday-mismatch".to_owned()])
    );
    assert!(
        said.err.contains("mended: 2 (in articles: 1)"),
        "{}",
        said.err
    );
    assert_eq!(newsroom.read("a.txt"), text.replace(DOUBLED, MENDED));
}

#[test]
fn a_diff_shows_and_writes_nothing() {
    let newsroom = Newsroom::new(&[("a.txt", "عاد من من سفره.\n")]);
    let said = newsroom.run(&["check", "--diff"]);
    assert_eq!(said.code, Some(1));
    assert_eq!(
        said.out,
        "--- a/a.txt\n+++ b/a.txt\n@@ -1 +1 @@\n-عاد من من سفره.\n+عاد من سفره.\n"
    );
    assert_eq!(newsroom.read("a.txt"), "عاد من من سفره.\n");
}

#[test]
fn a_repair_of_two_possible_ones_is_never_made() {
    let text = "اجتمع المجلس يوم الجمعة 20 تشرين الثاني/نوفمبر 2024.\n";
    let newsroom = Newsroom::new(&[("a.txt", text)]);
    let found = newsroom.run(&["check", "--format", "json"]);
    let fixes = found.out.matches("\"title\"").count();
    newsroom.run(&["check", "--fix"]);
    assert_eq!(newsroom.read("a.txt"), text);
    newsroom.run(&["check", "--fix", "--unsafe"]);
    assert_eq!(
        newsroom.read("a.txt") == text,
        fixes != 1,
        "{fixes} repairs"
    );
}

#[test]
fn standard_input_is_printed_mended() {
    let newsroom = Newsroom::new(&[("a.txt", DOUBLED)]);
    let said = newsroom.pipe(DOUBLED, &["check", "--fix", "-"]);
    assert_eq!((said.code, said.out.as_str()), (Some(0), MENDED));
    let said = newsroom.run(&["check", "--fix", "-", "."]);
    assert!(
        said.code == Some(2) && said.err.contains("`-` stands alone"),
        "{said:?}"
    );
}

#[test]
fn what_is_silenced_or_known_is_not_mended() {
    let newsroom = Newsroom::new(&[
        (
            "a.md",
            "<!-- tadqiq-ignore repeated-word -->\nعاد من من سفره.\n",
        ),
        ("b.md", "عاد من من سفره.\n"),
    ]);
    newsroom.run(&["baseline", "write"]);
    newsroom.run(&["check", "--fix", "--baseline", "tadqiq-baseline.json"]);
    assert!(newsroom.read("a.md").contains("من من") && newsroom.read("b.md").contains("من من"));
}

#[cfg(unix)]
#[test]
fn permissions_and_links_are_kept_and_what_is_read_only_is_told() {
    use std::fs;
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let newsroom = Newsroom::new(&[("a.txt", DOUBLED), ("b.txt", DOUBLED)]);
    let allow = |path: &str, mode| {
        fs::set_permissions(newsroom.path(path), fs::Permissions::from_mode(mode))
    };
    allow("a.txt", 0o640).expect("permissions");
    allow("b.txt", 0o444).expect("permissions");
    symlink("a.txt", newsroom.path("link.txt")).expect("a link");
    let said = newsroom.run(&["check", "--fix", "link.txt", "b.txt"]);
    assert!(
        said.code == Some(2) && said.err.contains("b.txt: not mended: it is read-only"),
        "{said:?}"
    );
    assert_eq!(newsroom.read("a.txt"), MENDED);
    assert_eq!(newsroom.read("b.txt"), DOUBLED);
    let mode = |path: &str| fs::symlink_metadata(newsroom.path(path)).expect("a file");
    assert_eq!(mode("a.txt").permissions().mode() & 0o777, 0o640);
    assert!(mode("link.txt").is_symlink());
    let left = fs::read_dir(newsroom.path(".")).expect("a folder").count();
    assert_eq!(left, 4, "a temporary file is left");
}
