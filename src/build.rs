//! Prepares what `rules/` holds, by directory: a new rule or lexicon table needs no line of Rust.
//!
//! The lexicon is read here, by the very code that the program has, and stored as the tables that it makes; rules become JSON, which
//! is read ten times faster than YAML. `tests/prepared.rs` holds both equal to the YAML.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

#[allow(
    dead_code,
    unfulfilled_lint_expectations,
    unreachable_pub,
    reason = "the program uses all of it, the build only what reads the lexicon"
)]
mod lang;
#[allow(dead_code, unreachable_pub, reason = "as above")]
mod text;
#[allow(dead_code, unreachable_pub, unused_imports, reason = "as above")]
mod yaml;

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").ok_or("not run by cargo")?);
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("not run by cargo")?);
    let rules = root.join("rules");
    println!("cargo:rerun-if-changed=rules");
    let files = files(&rules)?;
    let (lexicon, rules): (Vec<_>, Vec<_>) = files
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .partition(|(name, _)| name.starts_with("lexicon/"));
    let lexicon = lang::lexicon::Lexicon::load(lexicon.into_iter())?;
    fs::write(out.join("lexicon.bin"), lexicon.store())?;
    fs::write(out.join("rules.rs"), code(&rules)?)?;
    Ok(())
}

/// Path below `rules/` (with `/`) and text of every YAML file, sorted by path.
fn files(rules: &Path) -> Result<Vec<(String, String)>, Box<dyn Error>> {
    let mut paths = Vec::new();
    collect(rules, &mut paths)?;
    let mut files = Vec::new();
    for path in paths {
        println!("cargo:rerun-if-changed={}", path.display());
        let below = path.strip_prefix(rules)?.components();
        let parts: Vec<_> = below
            .map(|part| part.as_os_str().to_string_lossy())
            .collect();
        files.push((parts.join("/"), fs::read_to_string(&path)?));
    }
    files.sort();
    Ok(files)
}

/// Gathers every `.yaml` file below `dir`.
fn collect(dir: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        if path.is_dir() {
            println!("cargo:rerun-if-changed={}", path.display());
            collect(&path, files)?;
        } else if path
            .extension()
            .is_some_and(|extension| extension == "yaml")
        {
            files.push(path);
        }
    }
    Ok(())
}

/// The rules as a list in Rust.
fn code(rules: &[(&str, &str)]) -> Result<String, Box<dyn Error>> {
    let mut code = String::from(
        "/// Path below `rules/` (with `/`) of every rule, sorted, and what it holds, as JSON.\nstatic RULES: &[(&str, &str)] = &[\n",
    );
    for (name, text) in rules {
        let rule: serde_json::Value =
            yaml::parse_trusted(text).map_err(|error| format!("{name}: {error}"))?;
        writeln!(code, "    ({name:?}, {:?}),", rule.to_string())?;
    }
    code.push_str("];\n");
    Ok(code)
}
