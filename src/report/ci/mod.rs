//! Reports for the machines that review changes: each in the form that its service reads.

pub mod github;
pub mod gitlab;
pub mod junit;
pub mod rdjson;
pub mod sarif;

use std::io::{self, Write};

use serde_json::Value;

/// A path as code hosts know it: from the root of the repository, without `./` before it.
fn from_root(path: &str) -> &str {
    let mut path = path;
    while let Some(rest) = path.strip_prefix("./") {
        path = rest.trim_start_matches('/');
    }
    path
}

/// The items of a JSON array, a line each, so that a long run streams.
#[derive(Debug, Default)]
struct Items {
    started: bool,
}

impl Items {
    /// Writes one item.
    fn write(&mut self, item: &Value, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(if self.started { b",\n" } else { b"\n" })?;
        self.started = true;
        serde_json::to_writer(out, item)?;
        Ok(())
    }
}
