//! The dependencies: under licences that the project may be given on with, from the one registry, and not newer than the oldest Rust it promises.
//! `cargo deny check` (`.cargo/deny.toml`) knows advisories as well; it needs the network.

use std::process::Command;

use serde_json::Value;

/// Every package of the lock file.
fn packages() -> Vec<Value> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--locked", "--offline", "--format-version", "1"])
        .args(["--filter-platform", &host()])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let mut metadata: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    match metadata["packages"].take() {
        Value::Array(packages) => packages,
        _ => panic!("no packages"),
    }
}

/// The platform that the tests run on: what others need may never have been downloaded.
fn host() -> String {
    let output = Command::new("rustc").arg("-vV").output();
    let said = output.expect("rustc runs").stdout;
    let said = String::from_utf8(said).expect("text");
    let mut lines = said.lines();
    let host = lines.find_map(|line| line.strip_prefix("host: "));
    host.expect("a host").to_owned()
}

fn text<'p>(package: &'p Value, field: &str) -> &'p str {
    package[field].as_str().unwrap_or_default()
}

/// The licences that `.cargo/deny.toml` allows.
fn allowed() -> Vec<String> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/.cargo/deny.toml");
    let deny = std::fs::read_to_string(path).expect("the file is there");
    let deny: toml::Table = deny.parse().expect("TOML");
    let allow = deny["licenses"]["allow"].as_array().expect("a list");
    let names = allow.iter().filter_map(|name| name.as_str());
    names.map(str::to_owned).collect()
}

/// Whether one of the licences that a package offers is allowed; those that hold together must all be.
fn fits(licence: &str, allowed: &[String]) -> bool {
    let licence = licence.replace(['(', ')'], "").replace('/', " OR ");
    licence.split(" AND ").all(|part| {
        let mut names = part.split(" OR ").map(str::trim);
        names.any(|name| allowed.iter().any(|one| one == name))
    })
}

#[test]
fn licences_are_those_that_are_allowed() {
    let allowed = allowed();
    for package in packages() {
        let licence = text(&package, "license");
        assert!(
            fits(licence, &allowed),
            "{}: {licence}",
            text(&package, "name")
        );
    }
}

#[test]
fn everything_comes_from_the_registry() {
    for package in packages() {
        let source = text(&package, "source");
        let own = text(&package, "name") == "tadqiq";
        let registry = source == "registry+https://github.com/rust-lang/crates.io-index";
        assert!(own || registry, "{}: {source}", text(&package, "name"));
    }
}

/// `clippy` asks the same of the standard library's items, by its lint `incompatible_msrv`.
#[test]
fn no_dependency_needs_a_later_rust() {
    let version = |package: &Value| {
        let mut numbers = text(package, "rust_version")
            .split('.')
            .map(|number| number.parse::<u32>().unwrap_or_default());
        (numbers.next(), numbers.next())
    };
    let packages = packages();
    let own = packages
        .iter()
        .find(|package| text(package, "name") == "tadqiq");
    let own = version(own.expect("the project"));
    for package in &packages {
        assert!(version(package) <= own, "{}", text(package, "name"));
    }
}
