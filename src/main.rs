//! The `tadqiq` program: parse, run, exit.

use std::process::ExitCode;

fn main() -> ExitCode {
    tadqiq::cli::main()
}
