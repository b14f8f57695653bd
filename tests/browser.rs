//! The HTML report in a real browser: direction, marks, links, filters, keys, and text that would break out.
//!
//! A page of ours (`tests/browser/harness.html`) opens the report in a frame and asks it; Chromium prints that page when it is done. Without
//! a browser the test says so and passes, unless `TADQIQ_BROWSER=required`, which CI sets.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

/// Names that Chromium and its kin go by.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];

const ARABIC: &str = "\
بلدية الكرمة ترمم 12 جسرا في شهرين

أعلنت بلدية الكرمة أنها رممت 21 جسرا في شهرين، وأن السير عاد في في الاتجاهين منذ الصباح (COVID-19، 3.5%).

وقال المهندس المشرف إن الأعمال انتهت قبل موعدها.
";

const ENGLISH: &str = "\
# Ferry returns to the lake

The ferry came back to the the lake on Monday after a winter in dry dock.

The captain said that مرحبا was the first word he heard.
";

const HOSTILE: &str = "\
# A hostile <script>top.ran=1</script> text

A hostile line: <script>top.ran=1</script> and </style><img src=x onerror=top.ran=1> and {{ 7 * 7 }} here.

Then &lt;b&gt; and \" onmouseover=\"top.ran=1 and ]]> --> <!-- and \u{202E}over\u{202C} \u{2066}ride\u{2069}.
";

const RULE: &str = r#"id: house-hostile
severity: warning
check: { pattern: { find: 'hostile' } }
message: { ar: "«{match}»", en: "The house says <b class=out>no</b> & “\"'></aside>” to “{match}”" }
why: { ar: "</details><script>top.ran=1</script> لا.", en: "</details><script>top.ran=1</script> no." }
finds: ["A hostile line."]
allows: ["A friendly line."]
"#;

#[test]
fn the_page_in_a_browser() {
    let Some(browser) = browser() else {
        assert!(
            std::env::var_os("TADQIQ_BROWSER").is_none_or(|value| value != "required"),
            "no browser found: one of {BROWSERS:?} must be installed"
        );
        println!(
            "SKIPPED: no browser found (one of {BROWSERS:?}); the HTML report was not looked at"
        );
        return;
    };
    let folder = TempDir::new().expect("a temporary folder");
    write_report(folder.path());
    let harness = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/harness.html");
    fs::copy(harness, folder.path().join("harness.html")).expect("the harness is copied");
    let (page, said) = open(&browser, folder.path());
    let results = results(&page);
    assert!(
        results.len() > 50,
        "the harness did not end:\n{page}\n{said}"
    );
    let failed: Vec<_> = results
        .iter()
        .filter(|result| result["ok"] != true)
        .map(|result| {
            format!(
                "{}: {} instead of {}",
                result["what"], result["got"], result["wanted"]
            )
        })
        .collect();
    assert!(failed.is_empty(), "{}", failed.join("\n"));
    let console: Vec<_> = said
        .lines()
        .filter(|line| line.contains("CONSOLE"))
        .collect();
    assert!(console.is_empty(), "{console:?}");
}

/// Three articles and the report on them.
fn write_report(folder: &Path) {
    let write = |path: &str, text: &str| {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    };
    write("news/bridge.txt", ARABIC);
    write("news/bridge-en.md", ENGLISH);
    let hostile = if cfg!(unix) {
        "news/hostile\"'><img src=x onerror=top.ran=1>.txt"
    } else {
        "news/hostile.txt"
    };
    write(hostile, HOSTILE);
    write("house/house/house-hostile.yaml", RULE);
    let output = Command::new(env!("CARGO_BIN_EXE_tadqiq"))
        .args([
            "check",
            "--rules",
            "house",
            "--format",
            "html",
            "--output",
            "report.html",
        ])
        .arg("news")
        .current_dir(folder)
        .output()
        .expect("the program runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(output.stdout.is_empty() && said.is_empty(), "{said}");
}

/// The harness as it stands when it is done, and what the browser said.
fn open(browser: &str, folder: &Path) -> (String, String) {
    let url = format!("file://{}/harness.html", folder.display());
    let profile = folder.join("profile");
    let output = Command::new(browser)
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--allow-file-access-from-files",
            "--enable-logging=stderr",
            "--window-size=1400,1000",
            "--virtual-time-budget=20000",
            "--dump-dom",
        ])
        .arg(format!("--user-data-dir={}", profile.display()))
        .arg(url)
        .output()
        .expect("the browser runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&output.stdout), text(&output.stderr))
}

/// What the harness found out.
fn results(page: &str) -> Vec<Value> {
    let open = "<pre id=\"results\">";
    let Some((_, rest)) = page.split_once(open) else {
        return Vec::new();
    };
    let json = rest.split("</pre>").next().unwrap_or_default();
    let json = json
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&nbsp;", "\u{A0}")
        .replace("&amp;", "&");
    serde_json::from_str(&json).unwrap_or_default()
}

fn browser() -> Option<String> {
    let asked = std::env::var("CHROMIUM").ok();
    let names = asked.into_iter().chain(BROWSERS.map(str::to_owned));
    names.into_iter().find(|name| {
        let version = Command::new(name).arg("--version").output();
        version.is_ok_and(|output| output.status.success())
    })
}
