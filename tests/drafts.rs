//! Drafts of Word and articles in other encodings, through the real program.

mod holds;

use std::fs;
use std::io::{Cursor, Write as _};
use std::process::{Command, Output};

use std::sync::Arc;

use serde_json::Value;
use tadqiq::document::word::{self, WordError};
use tadqiq::document::{Syntax, read};
use tadqiq::lang::lexicon::Lexicon;
use tadqiq::text::source::Source;
use tempfile::TempDir;
use zip::write::{SimpleFileOptions, ZipWriter};

const LIMIT: usize = 1 << 20;

/// An archive of these parts.
fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default())
            .expect("a part");
        zip.write_all(text.as_bytes()).expect("its text");
    }
    zip.finish().expect("an archive").into_inner()
}

/// A draft with this body.
fn draft(body: &str) -> Vec<u8> {
    let document = format!("<w:document xmlns:w='w'><w:body>{body}</w:body></w:document>");
    archive(&[("word/document.xml", &document)])
}

/// The text of a draft, each block of which must be a place of it.
fn text(body: &str) -> String {
    let (text, outline) = word::extract(&draft(body), LIMIT).expect("a draft");
    let source = Source::new("a.docx", text.as_str());
    let syntax = Syntax::Word(Arc::new(outline));
    holds::document(&read(source, &syntax, None, &Lexicon::default()));
    text
}

/// A paragraph of one run.
fn paragraph(words: &str) -> String {
    format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
}

/// A paragraph of a style.
fn styled(style: &str, words: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
}

fn run(folder: &TempDir, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tadqiq"));
    let command = command.current_dir(folder.path()).args(arguments);
    command
        .env_remove("TADQIQ_FORMAT")
        .output()
        .expect("the program runs")
}

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).expect("a file");
    }
    folder
}

#[test]
fn runs_join_and_changes_are_read_as_they_will_be() {
    let body = "<w:p><w:r><w:t>قُتل 21</w:t></w:r><w:r><w:t xml:space='preserve'>00 شخص </w:t></w:r>\
        <w:del><w:r><w:delText>9</w:delText><w:t>8</w:t></w:r></w:del><w:ins><w:r><w:t>في A&amp;B</w:t></w:r></w:ins>\
        <w:r><w:rPr><w:vanish/></w:rPr><w:t>7</w:t></w:r><w:r><w:tab/><w:t>ثم</w:t><w:br/><w:t>عاد&#33;</w:t></w:r>\
        <w:r><w:instrText>PAGE 66</w:instrText></w:r></w:p>";
    assert_eq!(text(body), "قُتل 2100 شخص في A&B\tثم عاد!\n");
}

#[test]
fn a_line_is_a_paragraph_and_a_deleted_end_joins_two() {
    let joined =
        "<w:p><w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr><w:r><w:t>two </w:t></w:r></w:p>";
    let body = paragraph("one") + "<w:p/>" + joined + &paragraph("boats");
    assert_eq!(text(&body), "one\n\ntwo boats\n");
}

#[test]
fn text_boxes_follow_their_paragraph_and_are_read_once() {
    let inner = paragraph("in the box");
    let body = format!(
        "<w:p><w:r><w:t>before </w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{inner}</w:txbxContent></mc:Choice>\
         <mc:Fallback><w:txbxContent>{inner}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>behind</w:t></w:r></w:p>"
    );
    assert_eq!(text(&body), "before behind\nin the box\n");
}

#[test]
fn notes_stand_behind_the_body_without_their_lines() {
    let document = "<w:document><w:body><w:p><w:r><w:t>It sank.</w:t><w:footnoteReference w:id='2'/></w:r></w:p></w:body></w:document>";
    let notes = "<w:footnotes><w:footnote w:type='separator' w:id='0'><w:p><w:r><w:t>line</w:t></w:r></w:p></w:footnote>\
        <w:footnote w:id='2'><w:p><w:r><w:t>In 1961.</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let bytes = archive(&[
        ("word/document.xml", document),
        ("word/footnotes.xml", notes),
    ]);
    let (text, _) = word::extract(&bytes, LIMIT).expect("a draft");
    assert_eq!(text, "It sank.\nIn 1961.\n");
}

#[test]
fn findings_name_the_paragraph() {
    let styles = "<w:styles><w:style w:styleId='a1'><w:name w:val='heading 1'/></w:style>\
        <w:style w:styleId='own'><w:name w:val='House'/><w:basedOn w:val='a1'/></w:style></w:styles>";
    let body = styled("own", "14 boats sink")
        + "<w:p/>"
        + &paragraph(
            "Fourteen boats sank off the mole on Monday, June 3, 2023, the the harbour office said.",
        )
        + "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>"
        + &paragraph("Boats")
        + "</w:tc><w:tc>"
        + &paragraph("14")
        + "</w:tc></w:tr></w:tbl>";
    let document = format!("<w:document><w:body>{body}</w:body></w:document>");
    let bytes = archive(&[
        ("word/document.xml", &document),
        ("word/styles.xml", styles),
    ]);
    let folder = folder(&[("draft.docx", &bytes), ("~$draft.docx", b"lock")]);
    let output = run(&folder, &["check", "--format", "short", "."]);
    let found = String::from_utf8(output.stdout).expect("text");
    assert_eq!(output.status.code(), Some(1), "{found}");
    assert!(
        found.contains("draft.docx:3:37: error weekday-mismatch"),
        "{found}"
    );
    assert!(
        found.contains("draft.docx:3:59: error repeated-word"),
        "{found}"
    );
    let output = run(&folder, &["claims", "--format", "jsonl", "draft.docx"]);
    let claims: Vec<Value> = String::from_utf8(output.stdout)
        .expect("text")
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(claims[0]["zone"], "headline");
    let last = claims.last().expect("a claim");
    assert_eq!((&last["zone"], &last["line"]), (&"table".into(), &5.into()));
}

#[test]
fn a_draft_is_known_by_what_it_is_and_refused_by_what_is_wrong() {
    let good = draft(&paragraph("The the boat sank."));
    let mut cut = good.clone();
    cut.truncate(good.len() / 2);
    let broken = archive(&[("word/document.xml", "<w:document><w:p></w:document>")]);
    let other = archive(&[("content.xml", "<text/>")]);
    let folder = folder(&[
        ("good.bin", &good),
        ("cut.docx", &cut),
        ("broken.docx", &broken),
        ("other.docx", &other),
        ("text.docx", b"The boat sank."),
        ("old.docx", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1...."),
        ("story.pdf", b"%PDF-1.7 ..."),
        ("story.rtf", b"{\\rtf1 ...}"),
    ]);
    for (name, said) in [
        ("cut.docx", "a damaged Word file"),
        ("broken.docx", "word/document.xml"),
        ("other.docx", "without word/document.xml"),
        ("text.docx", "not a ZIP archive"),
        ("old.docx", "an old or password-protected Office file"),
        ("story.pdf", "a PDF file"),
        ("story.rtf", "a rich text file"),
    ] {
        let output = run(&folder, &["check", name]);
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{name}: {error}");
        assert!(error.contains(name) && error.contains(said), "{error}");
    }
    let output = run(&folder, &["check", "--format", "short", "good.bin"]);
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_bomb_is_not_unpacked() {
    let bomb = draft(&paragraph(&"boom ".repeat(1 << 20)));
    assert!(bomb.len() < 100_000);
    let refused = word::extract(&bomb, LIMIT);
    assert!(matches!(
        refused,
        Err(WordError::TooLarge("word/document.xml", 1))
    ));
    let doctype = "<!DOCTYPE d [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><w:document><w:p><w:r><w:t>&b;12</w:t></w:r></w:p></w:document>";
    let (text, _) =
        word::extract(&archive(&[("word/document.xml", doctype)]), LIMIT).expect("a draft");
    assert_eq!(text, "12\n");
    let deep = "<w:p><w:r><w:txbxContent>".repeat(20_000) + &paragraph("12");
    assert!(word::extract(&draft(&deep), LIMIT).is_err());
}

/// The labels of the only finding of an article.
fn labels(output: &Output) -> Vec<Value> {
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let labels = report["articles"][0]["diagnostics"][0]["labels"].as_array();
    labels.expect("labels").clone()
}

#[test]
fn places_count_in_the_bytes_of_the_file_in_any_encoding() {
    let article = "The café — كافيه — reopened. The the doors opened.";
    let wide: Vec<u8> = "😀 قال الوزير إن إن 12 شخصا وصلوا."
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    // «قال الوزير إن إن» in the Arabic code page of Windows.
    let windows =
        b"12: \xDE\xC7\xE1 \xC7\xE1\xE6\xD2\xED\xD1 \xC5\xE4 \xC5\xE4 12 \xD4\xCE\xD5\xC7.";
    let folder = folder(&[
        ("utf-8.txt", article.as_bytes()),
        ("wide.txt", &wide),
        ("windows.txt", windows),
    ]);
    for (name, encoding, twice) in [
        (
            "wide.txt",
            "utf-16le",
            "إن إن".encode_utf16().flat_map(u16::to_le_bytes).collect(),
        ),
        ("windows.txt", "windows-1256", b"\xC5\xE4 \xC5\xE4".to_vec()),
        ("utf-8.txt", "utf-8", b"The the".to_vec()),
    ] {
        let output = run(
            &folder,
            &[
                "check",
                "--format",
                "json",
                "--select",
                "repeated-word",
                "--encoding",
                encoding,
                name,
            ],
        );
        let label = labels(&output).remove(0);
        let at =
            |field: &str| usize::try_from(label[field].as_u64().expect("a number")).expect("small");
        let bytes = fs::read(folder.path().join(name)).expect("the file");
        assert_eq!(bytes[at("start")..at("end")], twice, "{name}: {label}");
    }
}

#[test]
fn other_encodings_are_named_with_both_ways_out() {
    let folder = folder(&[("windows.txt", b"\xDE\xC7\xE1 \xC7\xE1\xE6\xD2\xED\xD1")]);
    let error = |arguments: &[&str]| {
        let output = run(&folder, arguments);
        assert_eq!(output.status.code(), Some(2));
        String::from_utf8(output.stderr).expect("text")
    };
    let said = error(&["check", "windows.txt"]);
    assert!(said.contains("--encoding windows-1256"), "{said}");
    assert!(said.contains("iconv -f WINDOWS-1256 -t UTF-8"), "{said}");
    let said = error(&["check", "--encoding", "utf-8", "windows.txt"]);
    assert!(said.contains("not UTF-8 throughout"), "{said}");
    let said = error(&["check", "--encoding", "gbk", "windows.txt"]);
    assert!(said.contains("windows-1256"), "{said}");
}

/// Repairs are bytes of UTF-8: a program that made them in another file would break it.
#[test]
fn files_that_are_not_utf_8_are_not_mended_and_it_is_told() {
    let windows = b"\xDE\xC7\xE1 \xC7\xE1\xE6\xD2\xED\xD1 \xC5\xE4 \xC5\xE4 12 \xD4\xCE\xD5\xC7.";
    let word = draft(&paragraph("قال الوزير إن إن 12 شخصا وصلوا."));
    let folder = folder(&[("windows.txt", windows), ("draft.docx", &word)]);
    let said = |arguments: &[&str]| {
        let output = run(&folder, &[&["check"], arguments].concat());
        let text = |bytes| String::from_utf8(bytes).expect("text");
        (text(output.stdout), text(output.stderr))
    };
    for (arguments, name, remedy) in [
        (
            &["--encoding", "windows-1256"][..],
            "windows.txt",
            "UTF-8 first",
        ),
        (&[], "draft.docx", "in Word"),
    ] {
        let bytes = fs::read(folder.path().join(name)).expect("the file");
        for flag in ["--fix", "--diff"] {
            let (out, err) = said(&[arguments, &[flag, "--format", "short", name]].concat());
            let told = format!("{name}: not mended: 1; only files of UTF-8");
            assert!(err.contains(&told) && err.contains(remedy), "{err}");
            assert_eq!(out.contains("repeated-word"), flag == "--fix", "{out}");
        }
        assert_eq!(fs::read(folder.path().join(name)).expect("it"), bytes);
        let (json, _) = said(&[arguments, &["--format", "json", name]].concat());
        assert!(json.contains("\"fixes\":[]"), "{json}");
        let (shown, _) = said(&[arguments, &[name]].concat());
        assert!(shown.contains("إصلاح:"), "{shown}");
    }
}
