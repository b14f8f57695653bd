//! The command line: files in, reports out; the only module that knows a terminal or an exit code.

use std::process::ExitCode;

/// Runs the program.
pub fn main() -> ExitCode {
    ExitCode::SUCCESS
}
