//! Where results go: standard output, what it can show, and the reader who closes it; or a file.

use std::io::{self, BufWriter, IsTerminal as _, StdoutLock, Write};
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use crate::cli::args::{BidiChoice, ColorChoice, LookArgs};
use crate::cli::write;
use crate::report::bidi::Bidi;
use crate::report::look::Look;

/// Columns of a report that no terminal shows.
const WIDTH: usize = 100;

/// The widest report: longer rows are hard to read.
const WIDEST: usize = 140;

/// Standard output, buffered.
pub(super) fn stdout() -> BufWriter<StdoutLock<'static>> {
    BufWriter::with_capacity(1 << 16, io::stdout().lock())
}

/// Where a report goes.
pub(super) enum Out {
    Stdout(BufWriter<StdoutLock<'static>>),
    /// Held until it is whole.
    File(PathBuf, Vec<u8>),
}

impl Out {
    /// The file, or standard output where none is named.
    pub(super) fn new(path: Option<&Path>) -> Self {
        match path {
            Some(path) => Self::File(path.to_path_buf(), Vec::new()),
            None => Self::Stdout(stdout()),
        }
    }

    /// How a report there looks; a file is no terminal.
    pub(super) fn look(&self, args: &LookArgs) -> Look {
        let terminal = matches!(self, Self::Stdout(_)) && io::stdout().is_terminal();
        look_on(args, terminal)
    }

    /// Hands over what was held back.
    pub(super) fn finish(self) -> anyhow::Result<()> {
        match self {
            Self::Stdout(mut out) => Ok(out.flush()?),
            Self::File(path, report) => write::replace(&path, &report)
                .with_context(|| format!("{}: the report cannot be written", path.display())),
        }
    }
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Stdout(out) => out.write(bytes),
            Self::File(_, report) => report.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Stdout(out) => out.flush(),
            Self::File(..) => Ok(()),
        }
    }
}

/// Whether the reader closed the pipe: that is an end, not a failure.
pub(super) fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause
            .downcast_ref::<io::Error>()
            .is_some_and(|io| io.kind() == io::ErrorKind::BrokenPipe)
    })
}

/// How a report on standard output looks.
pub(super) fn look(args: &LookArgs) -> Look {
    look_on(args, io::stdout().is_terminal())
}

fn look_on(args: &LookArgs, terminal: bool) -> Look {
    Look {
        color: color(args.color, terminal),
        width: width(terminal),
        ui: args.ui,
        bidi: bidi(args.bidi, terminal),
    }
}

/// How a report on standard error looks.
pub(super) fn error_look() -> Look {
    let terminal = io::stderr().is_terminal();
    Look {
        color: color(ColorChoice::Auto, terminal),
        width: width(terminal),
        ui: None,
        bidi: bidi(BidiChoice::Auto, terminal),
    }
}

fn width(terminal: bool) -> usize {
    if !terminal {
        return WIDTH;
    }
    terminal_size::terminal_size().map_or(WIDTH, |(width, _)| usize::from(width.0).min(WIDEST))
}

/// Who orders Arabic. A terminal is known by what it sets, the innermost first: one that was started from another has the other's marks as well.
/// Whatever is not known is trusted with text as it is read, and so are pagers, files and logs.
fn bidi(choice: BidiChoice, terminal: bool) -> Bidi {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let is = |name: &str, wanted: &str| std::env::var_os(name).is_some_and(|value| value == wanted);
    match choice {
        BidiChoice::Visual => Bidi::Visual,
        BidiChoice::Words => Bidi::Words,
        BidiChoice::Auto if !terminal || set("TMUX") || set("STY") => Bidi::Terminal,
        BidiChoice::Auto if is("TERM_PROGRAM", "vscode") => Bidi::Visual,
        BidiChoice::Auto if is("TERM", "xterm-kitty") || set("KITTY_WINDOW_ID") => Bidi::Words,
        BidiChoice::Auto if is("TERM", "mlterm") || set("MLTERM") => Bidi::Terminal,
        BidiChoice::Auto if is("TERM", "alacritty") || set("ALACRITTY_WINDOW_ID") => Bidi::Visual,
        BidiChoice::Auto if set("XTERM_VERSION") => Bidi::Visual,
        BidiChoice::Terminal | BidiChoice::Auto => Bidi::Terminal,
    }
}

/// Whether to colour, by the customs of <https://no-color.org> and <https://bixense.com/clicolors>.
fn color(choice: ColorChoice, terminal: bool) -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let is = |name: &str, wanted: &str| std::env::var_os(name).is_some_and(|value| value == wanted);
    match choice {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto if set("NO_COLOR") => false,
        ColorChoice::Auto if set("CLICOLOR_FORCE") && !is("CLICOLOR_FORCE", "0") => true,
        ColorChoice::Auto => terminal && !is("TERM", "dumb") && !is("CLICOLOR", "0"),
    }
}
