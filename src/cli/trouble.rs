//! What could not be done, told on standard error.

use std::io::Write as _;

/// Counts what was told, so that a run that could not do all it was asked ends with 2.
#[derive(Debug, Default)]
pub(super) struct Trouble {
    told: usize,
}

impl Trouble {
    /// Tells one cause. Nothing is left to do where standard error itself is closed.
    pub(super) fn tell(&mut self, message: &str) {
        self.told += 1;
        note(message);
    }

    /// Whether anything could not be done.
    pub(super) fn any(&self) -> bool {
        self.told > 0
    }
}

/// Says something on standard error that is no failure.
pub(super) fn note(message: &str) {
    let _ = writeln!(std::io::stderr().lock(), "tadqiq: {}", printable(message));
}

/// The message without control characters other than line ends: a file's name may hold any.
fn printable(message: &str) -> String {
    let show = |c: char| {
        if c.is_control() && c != '\n' {
            char::REPLACEMENT_CHARACTER
        } else {
            c
        }
    };
    message.chars().map(show).collect()
}
