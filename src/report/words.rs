//! The tool's own words in both languages.

use crate::diagnostic::Severity;
use crate::lang::Language;

/// A word or phrase of the reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// Counts of a run.
    Articles,
    /// Counts of a run.
    Findings,
    /// Counts of a run.
    Errors,
    /// Counts of a run.
    Warnings,
    /// Counts of a run.
    Infos,
    /// What to do.
    Help,
    /// A way to mend it that may be applied unseen.
    SafeFix,
    /// A way to mend it that a person should look at.
    PossibleFix,
    /// Places that are not shown.
    MorePlaces,
    /// Why a rule matters.
    Why,
    /// What a rule says of a finding.
    Says,
    /// Texts that a rule flags.
    Flags,
    /// Texts that a rule leaves alone.
    LeavesAlone,
    /// The date of an example.
    ArticleOf,
}

impl Word {
    /// The word in a language.
    pub fn text(self, language: Language) -> &'static str {
        let (ar, en) = match self {
            Self::Articles => ("المقالات", "articles"),
            Self::Findings => ("المجموع", "findings"),
            Self::Errors => ("الأخطاء", "errors"),
            Self::Warnings => ("التنبيهات", "warnings"),
            Self::Infos => ("الملاحظات", "infos"),
            Self::Help => ("ما العمل", "help"),
            Self::SafeFix => ("إصلاح", "fix"),
            Self::PossibleFix => ("إصلاح ممكن", "possible fix"),
            Self::MorePlaces => ("مواضع أخرى في الأسطر", "more places on lines"),
            Self::Why => ("لماذا", "Why it matters"),
            Self::Says => ("ماذا تقول", "What it says"),
            Self::Flags => ("نصوص تلتقطها", "It flags"),
            Self::LeavesAlone => ("نصوص تتركها", "It leaves alone"),
            Self::ArticleOf => ("مقال بتاريخ", "article of"),
        };
        if language == Language::Arabic { ar } else { en }
    }
}

/// The name of a severity in a language.
pub fn severity(severity: Severity, language: Language) -> &'static str {
    match (severity, language) {
        (Severity::Error, Language::Arabic) => "خطأ",
        (Severity::Warning, Language::Arabic) => "تنبيه",
        (Severity::Info, Language::Arabic) => "ملاحظة",
        (_, Language::English) => severity.name(),
    }
}
