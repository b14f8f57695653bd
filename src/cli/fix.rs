//! `check --fix` and `--diff`: repairs are made until nothing more can be, then written or shown.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::bail;

use crate::cli::args::FixArgs;
use crate::cli::files::Input;
use crate::cli::trouble::{self, Trouble};
use crate::cli::write;
use crate::diagnostic::mend::{Trust, mend};
use crate::report::{ArticleReport, Format as _, diff, short};
use crate::text::source::{Form, Source};

/// How often an article is mended and checked anew: a repair may open the way for another one.
const ROUNDS: usize = 10;

/// An article after its repairs.
pub(super) struct Repaired {
    /// What is left to report.
    pub(super) article: ArticleReport,
    /// The text before, where it was mended.
    before: Option<String>,
    applied: usize,
    /// Repairs that this kind of file does not take.
    refused: usize,
}

/// Makes the repairs of an article. `check` reports a text; where it looks at `lines` by their number, nothing more is mended once a
/// repair has moved them.
pub(super) fn repair(
    article: ArticleReport,
    purpose: &Use,
    trust: Trust,
    lines: bool,
    check: impl Fn(Source) -> ArticleReport,
) -> Repaired {
    let mut repaired = Repaired {
        article,
        before: None,
        applied: 0,
        refused: 0,
    };
    if !purpose.takes(repaired.article.source.form) {
        let article = &repaired.article;
        let mended = mend(&article.source.text, &article.diagnostics, trust);
        repaired.refused = mended.map_or(0, |mended| mended.applied);
        return repaired;
    }
    for _ in 0..ROUNDS {
        let article = &mut repaired.article;
        let Some(mended) = mend(&article.source.text, &article.diagnostics, trust) else {
            break;
        };
        let source = Source::new(article.source.path.clone(), mended.text);
        let before = std::mem::replace(article, check(source)).source.text;
        repaired.before.get_or_insert(before);
        repaired.applied += mended.applied;
        if lines && !mended.lines_kept {
            break;
        }
    }
    repaired
}

/// What becomes of repairs.
pub(super) enum Use {
    /// They are shown.
    Show,
    /// They are written to the files.
    Write,
    /// The mended text of standard input is printed.
    Print,
}

impl Use {
    /// What the flags ask for; none where nothing is to be mended.
    pub(super) fn of(args: &FixArgs, inputs: &[Input]) -> anyhow::Result<Option<Self>> {
        let piped = inputs.iter().any(|input| input.path().is_none());
        Ok(match (args.diff, args.fix, piped) {
            (true, _, _) => Some(Self::Show),
            (_, true, false) => Some(Self::Write),
            (_, true, true) if inputs.len() == 1 => Some(Self::Print),
            (_, true, true) => {
                bail!(
                    "--fix prints the text of standard input, so `-` stands alone; mend the files in a run of their own"
                )
            }
            _ => None,
        })
    }

    /// Whether a text that stands in its file in a certain form can be mended: what is printed is UTF-8 in any case.
    fn takes(&self, form: Form) -> bool {
        match form {
            Form::Bytes => true,
            Form::OneByte | Form::TwoBytes => matches!(self, Self::Print),
            Form::Extracted => false,
        }
    }
}

/// The repairs of a run.
#[derive(Default)]
pub(super) struct Tally {
    findings: usize,
    articles: usize,
}

impl Tally {
    /// Shows, writes or prints the text of an article.
    pub(super) fn finish(
        &mut self,
        repaired: &Repaired,
        input: &Input,
        purpose: &Use,
        out: &mut dyn Write,
        trouble: &mut Trouble,
    ) -> anyhow::Result<()> {
        let source = &repaired.article.source;
        if repaired.refused > 0 {
            trouble::note(&refusal(source, repaired.refused));
        }
        match purpose {
            Use::Print => {
                out.write_all(source.text.as_bytes())?;
                out.flush()?;
                // The text has standard output to itself.
                short::Short.article(&repaired.article, &mut std::io::stderr().lock())?;
            }
            Use::Show => {
                if let Some(before) = &repaired.before {
                    let changes = diff::unified(&source.path, before, &source.text);
                    out.write_all(changes.as_bytes())?;
                }
            }
            Use::Write => {
                if let (Some(before), Some(path)) = (&repaired.before, input.path())
                    && let Err(cause) = save(path, before, &source.text)
                {
                    trouble.tell(&format!("{}: not mended: {cause}", source.path));
                    return Ok(());
                }
            }
        }
        self.findings += repaired.applied;
        self.articles += usize::from(repaired.before.is_some());
        Ok(())
    }

    /// Tells what was done.
    pub(super) fn tell(&self, purpose: &Use) {
        let (findings, articles) = (self.findings, self.articles);
        let done = match purpose {
            Use::Show => "would be mended",
            Use::Write | Use::Print => "mended",
        };
        trouble::note(&format!("{done}: {findings} (in articles: {articles})"));
    }
}

/// Why repairs of an article are not made.
fn refusal(source: &Source, repairs: usize) -> String {
    let remedy = match source.form {
        Form::Extracted => "make them in Word, or save the draft as plain text",
        Form::Bytes | Form::OneByte | Form::TwoBytes => "convert the file to UTF-8 first",
    };
    let path = &source.path;
    format!("{path}: not mended: {repairs}; only files of UTF-8 text are rewritten: {remedy}")
}

/// Puts the mended text in the place of the old one, unless the file is no longer what was read.
fn save(path: &Path, before: &str, after: &str) -> Result<(), String> {
    let now = fs::read(path).map_err(|error| error.to_string())?;
    if now != before.as_bytes() {
        return Err("the file is not the text that was checked; check it again".to_owned());
    }
    write::replace(path, after.as_bytes()).map_err(|error| error.to_string())
}
