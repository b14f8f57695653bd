//! The picture in README.md is a real report: `UPDATE=1 cargo test --test picture` draws `.github/report.svg` anew, and
//! `.github/pictures.sh` all pictures.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

/// What the picture shows.
const ARGUMENTS: [&str; 8] = [
    "check",
    "--color",
    "always",
    "--date",
    "2021-10-30",
    "--select",
    "repeated-conjunct,counted-noun-drift",
    "fixtures/ar/seed.txt",
];

/// Pixels of a column, of a row, and around the report.
const COLUMN: usize = 8;
const ROW: usize = 22;
const EDGE: usize = 20;

/// Columns of the picture: Arabic letters may be wider than those that the terminal counts.
const COLUMNS: usize = 108;

#[test]
fn the_picture_is_current() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = root.join(".github/report.svg");
    let output = Command::new(env!("CARGO_BIN_EXE_tadqiq"))
        .args(ARGUMENTS)
        .current_dir(root)
        .output()
        .expect("the program runs");
    let report = String::from_utf8(output.stdout).expect("a report is UTF-8");
    let picture = draw(report.trim_end());
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, picture).expect("the picture can be written");
        return;
    }
    let shown = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        shown.replace("\r\n", "\n") == picture,
        "the picture is stale: `UPDATE=1 cargo test --test picture` draws it anew"
    );
}

fn draw(report: &str) -> String {
    let rows: Vec<_> = report.lines().collect();
    let (width, height) = (COLUMNS * COLUMN + 2 * EDGE, rows.len() * ROW + 2 * EDGE);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"13\" fill=\"#d8dee9\">\n\
         <rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"#1e222a\"/>\n"
    );
    for (index, row) in rows.iter().enumerate() {
        draw_row(row, EDGE + index * ROW + ROW * 3 / 4, &mut svg);
    }
    svg.push_str("</svg>\n");
    svg
}

/// A row: what stands before an embedding in columns, the embedding as a text of its own that reads from right to left.
fn draw_row(row: &str, y: usize, svg: &mut String) {
    let mut column = 0;
    let mut style = String::new();
    for (index, part) in row.split(['\u{202B}', '\u{202C}']).enumerate() {
        let rtl = index % 2 == 1;
        let mut spans = String::new();
        let before = column;
        for (text, ink) in inks(part, &mut style) {
            let attributes = attributes(&ink);
            draw_frame(&text, column, y, &attributes, svg);
            let text = text.replace('│', " ");
            let _ = write!(spans, "<tspan{attributes}>{}</tspan>", escaped(&text));
            column += text.chars().count();
        }
        if column > before {
            let x = EDGE + before * COLUMN;
            // The end of a text that reads from right to left is its left edge.
            let way = if rtl {
                " direction=\"rtl\" unicode-bidi=\"embed\" text-anchor=\"end\""
            } else {
                " direction=\"ltr\" unicode-bidi=\"embed\""
            };
            let _ = writeln!(
                svg,
                "<text x=\"{x}\" y=\"{y}\"{way} xml:space=\"preserve\">{spans}</text>"
            );
        }
    }
}

/// The upright lines of a frame, from row to row: letters would leave gaps between them.
fn draw_frame(text: &str, column: usize, y: usize, attributes: &str, svg: &mut String) {
    let top = y - ROW * 3 / 4;
    let (middle, bottom) = (top + ROW / 2, top + ROW);
    for (index, c) in text.chars().enumerate() {
        let (from, to) = match c {
            '│' => (top, bottom),
            '╭' => (middle + 3, bottom),
            '╯' => (top, middle),
            _ => continue,
        };
        let x = EDGE + (column + index) * COLUMN + COLUMN / 2;
        let height = to - from;
        let fill = if attributes.contains("fill") {
            attributes
        } else {
            " fill=\"#6b7585\""
        };
        let _ = writeln!(
            svg,
            "<rect x=\"{x}\" y=\"{from}\" width=\"1\" height=\"{height}\"{fill}/>"
        );
    }
}

/// Runs of one ink; `style` is the one that holds at the start, then at the end.
fn inks(part: &str, style: &mut String) -> Vec<(String, String)> {
    let mut runs = Vec::new();
    for (index, piece) in part.split('\u{1b}').enumerate() {
        let text = match piece.split_once('m').filter(|_| index > 0) {
            Some((code, text)) => {
                code.trim_start_matches('[').clone_into(style);
                text
            }
            None => piece,
        };
        if !text.is_empty() {
            runs.push((text.to_owned(), style.clone()));
        }
    }
    runs
}

fn attributes(ink: &str) -> String {
    let of = |code: &str| match code {
        "1" => " font-weight=\"bold\"",
        "2" => " fill=\"#6b7585\"",
        "4" => " text-decoration=\"underline\"",
        "31" => " fill=\"#ff6b6b\"",
        "33" => " fill=\"#ebcb8b\"",
        "34" => " fill=\"#81a1c1\"",
        "36" => " fill=\"#5ecbd6\"",
        _ => "",
    };
    ink.split(';').map(of).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
