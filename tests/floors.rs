//! Imports go downwards: a module names only the floors below its own, and a few names stay behind one door.
//!
//! The test reads the text of `src/`, so it sees what the compiler does not mind: a circle between two modules of one crate.

mod files;
mod sources;

use sources::{SourceFile, sources};

/// The floors, from the ground up. A module may name those before it, and its own.
const FLOORS: [&str; 16] = [
    "text",
    "diagnostic",
    "yaml",
    "lang",
    "document",
    "token",
    "quantity",
    "claim",
    "analysis",
    "check",
    "rule",
    "report",
    "config",
    "engine",
    "cli",
    "main",
];

/// Outside crates that stay behind one door: the crate, and where the paths below `src/` that may name it begin.
const DOORS: [(&str, &[&str]); 4] = [
    ("ariadne", &["report/terminal"]),
    ("clap", &["cli"]),
    ("serde_yaml", &["yaml.rs"]),
    ("similar", &["check/", "report/diff.rs"]),
];

/// Lower floors that a module may not name although they lie below it.
const BANS: [(&str, &[&str]); 1] = [(
    "report",
    &["check", "claim", "quantity", "analysis", "rule"],
)];

#[test]
fn every_module_has_a_floor() {
    for file in sources().iter().filter(|file| !file.is_root()) {
        assert!(
            floor(&file.module()).is_some(),
            "{}: the module `{}` has no floor; give it one in tests/floors.rs",
            file.path,
            file.module()
        );
    }
}

#[test]
fn imports_go_downwards() {
    let mut wrong = Vec::new();
    for file in sources().iter().filter(|file| !file.is_root()) {
        let Some(own) = floor(&file.module()) else {
            continue;
        };
        for name in file.crate_names() {
            match floor(&name) {
                Some(named) if named <= own => {}
                Some(_) => wrong.push(format!("{}: names the higher floor `{name}`", file.path)),
                None => wrong.push(format!("{}: `crate::{name}` is no floor", file.path)),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn bans_hold() {
    let mut wrong = Vec::new();
    for file in &sources() {
        for (module, banned) in BANS {
            let names = file.crate_names();
            let hits = names.iter().filter(|name| banned.contains(&name.as_str()));
            if file.module() == module {
                wrong.extend(hits.map(|name| format!("{}: may not name `{name}`", file.path)));
            }
        }
        for (outside, doors) in DOORS {
            let door = doors.iter().any(|door| file.path.starts_with(door));
            if !door && file.names_crate(outside) {
                wrong.push(format!("{}: `{outside}` belongs in {doors:?}", file.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_path_climbs_twice() {
    for file in &sources() {
        assert!(
            !file.code.contains("super::super"),
            "{}: name the module from `crate::` instead of `super::super`",
            file.path
        );
    }
}

#[test]
fn the_reader_of_names_sees_single_and_braced_paths() {
    let file = SourceFile::new(
        "check/sample.rs",
        "use crate::text::span::Span;\nuse crate::{\n    claim::{self, Claim},\n    quantity::number::Number,\n    yaml,\n};\n// crate::rule is only spoken of\nfn f(x: &crate::analysis::Analysis) {}\npub(crate) fn g() {}\n",
    );
    assert_eq!(file.module(), "check");
    assert_eq!(
        file.crate_names(),
        ["text", "claim", "quantity", "yaml", "analysis"]
    );
    assert!(!file.names_crate("similar"));
    assert!(SourceFile::new("a.rs", "use similar::TextDiff;").names_crate("similar"));
}

fn floor(module: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| *floor == module)
}
