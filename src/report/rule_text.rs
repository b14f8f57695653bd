//! [`RuleText`]: what a report says of a rule.

use crate::diagnostic::{RuleId, Severity};

/// What a report says of a rule; texts are Arabic, then English.
#[derive(Clone, Debug)]
pub struct RuleText {
    /// Its name.
    pub id: RuleId,
    /// Its group.
    pub group: String,
    /// Its severity.
    pub severity: Severity,
    /// Why it matters.
    pub why: [String; 2],
    /// What to do.
    pub help: [String; 2],
}
