//! What an article or its newsroom asks to leave out: findings are silenced, and an order that silences nothing is told.

use std::collections::{BTreeMap, BTreeSet};

use crate::config::ignore::{Ignore, UNUSED};
use crate::diagnostic::{Confidence, Diagnostic, Label, Role, RuleId, Severity};
use crate::document::Document;
use crate::document::directive::{Directive, Form};
use crate::lang::Language;
use crate::rule::pack::Pack;
use crate::text::fold::fold;
use crate::text::nearest::nearest;
use crate::text::span::Span;

/// One name of one order.
struct Order<'a> {
    name: &'a str,
    /// Bytes of the file: what is covered.
    covers: Span,
    /// Folded words that a finding must mark.
    quote: Option<String>,
    /// Where the name stands, to tell of it.
    place: Span,
    origin: Option<&'a str>,
    /// The entry of the newsroom's file.
    entry: Option<usize>,
    used: bool,
}

/// What was taken out.
#[derive(Default)]
pub(super) struct Silenced {
    /// The findings.
    pub(super) findings: Vec<Diagnostic>,
    /// The entries of the newsroom's file that asked for it.
    pub(super) entries: BTreeSet<usize>,
}

/// Takes out of `found` what is silenced, and returns it.
pub(super) fn silence(
    document: &Document,
    outside: &[Ignore],
    scope: &Scope<'_>,
    found: &mut Vec<Diagnostic>,
) -> Silenced {
    let mut silenced = Silenced::default();
    if document.directives.is_empty() && outside.is_empty() {
        return silenced;
    }
    let mut orders = orders(document, outside);
    let index = Index::of(&orders);
    let mut kept = Vec::new();
    for one in found.drain(..) {
        let hits = index.hits(&orders, &one, document, scope.pack);
        for hit in &hits {
            if let Some(order) = orders.get_mut(*hit) {
                order.used = true;
                silenced.entries.extend(order.entry);
            }
        }
        if hits.is_empty() {
            kept.push(one);
        } else {
            silenced.findings.push(one);
        }
    }
    *found = kept;
    if let Some(severity) = scope.unused {
        let told = orders
            .iter()
            .filter_map(|order| scope.idle(order, severity));
        found.extend(told);
        let broken = document.directives.iter();
        found.extend(broken.filter_map(|one| scope.broken(one, severity)));
    }
    silenced
}

fn orders<'a>(document: &'a Document, outside: &'a [Ignore]) -> Vec<Order<'a>> {
    let inside = document.directives.iter();
    let inside = inside.filter(|one| !matches!(one.form, Form::End | Form::Unknown));
    let inside = inside.flat_map(|one| {
        one.names.iter().map(|name| Order {
            name: &name.text,
            covers: one.covers,
            quote: None,
            place: name.span,
            origin: None,
            entry: None,
            used: false,
        })
    });
    let outside = outside.iter().map(|ignore| Order {
        name: &ignore.rule,
        covers: Span::new(0, document.source.text.len()),
        quote: ignore.quote.as_deref().map(words),
        place: Span::default(),
        origin: ignore.origin.as_deref(),
        entry: ignore.entry,
        // One that is meant for many articles is not idle because it is in one.
        used: ignore.origin.is_none(),
    });
    inside.chain(outside).collect()
}

/// Folded words with single spaces.
fn words(text: &str) -> String {
    fold(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The most orders of one name that a place is looked up in: nobody nests more, and a hostile file costs no more than its length.
const NESTED: usize = 16;

/// Orders by name, those of one name by the start of what they cover, with the furthest end so far.
struct Index<'a>(BTreeMap<&'a str, Vec<(u32, u32, usize)>>);

impl<'a> Index<'a> {
    fn of(orders: &[Order<'a>]) -> Self {
        let mut names: BTreeMap<&'a str, Vec<(u32, u32, usize)>> = BTreeMap::new();
        for (at, order) in orders.iter().enumerate() {
            let entry = (order.covers.start, order.covers.end, at);
            names.entry(order.name).or_default().push(entry);
        }
        for list in names.values_mut() {
            list.sort_unstable();
            let mut furthest = 0;
            for (_, end, _) in list {
                furthest = furthest.max(*end);
                *end = furthest;
            }
        }
        Self(names)
    }

    /// The orders that silence a finding.
    fn hits(
        &self,
        orders: &[Order<'_>],
        found: &Diagnostic,
        document: &Document,
        pack: &Pack,
    ) -> Vec<usize> {
        let group = pack
            .get(found.rule.as_str())
            .map(|rule| rule.group.as_str());
        let mut hits = Vec::new();
        for name in [Some(found.rule.as_str()), group].into_iter().flatten() {
            let list = self.0.get(name).map_or(&[][..], Vec::as_slice);
            for label in &found.labels {
                let until = list.partition_point(|(start, _, _)| *start <= label.span.start);
                let reaching = list.get(..until).unwrap_or_default().iter().rev();
                let near = reaching.take_while(|(_, furthest, _)| *furthest > label.span.start);
                let covering = near.filter(|(_, _, at)| {
                    orders.get(*at).is_some_and(|order| {
                        order.covers.overlaps(label.span) && order.marks(label, document)
                    })
                });
                hits.extend(covering.map(|(_, _, at)| *at).take(NESTED));
            }
        }
        hits
    }
}

impl Order<'_> {
    /// Whether a label holds the words that the order asks for.
    fn marks(&self, label: &Label, document: &Document) -> bool {
        self.quote
            .as_ref()
            .is_none_or(|quote| words(document.source.slice(label.span)).contains(quote.as_str()))
    }
}

/// What orders are judged by.
pub(super) struct Scope<'a> {
    /// The rules of the run.
    pub(super) pack: &'a Pack,
    /// The language of messages.
    pub(super) ui: Language,
    /// How grave an order that does nothing is; none where it is not to be told.
    pub(super) unused: Option<Severity>,
}

impl Scope<'_> {
    /// What to say of an order that silences nothing; nothing where its rule did not run.
    fn idle(&self, order: &Order<'_>, severity: Severity) -> Option<Diagnostic> {
        if order.used {
            return None;
        }
        let (name, at) = (order.name, order.origin);
        let at = at.map_or_else(String::new, |origin| format!(" ({origin})"));
        if !self.pack.knows(name) {
            let known: BTreeSet<&str> = self.pack.names().collect();
            let near = nearest(name, known);
            let message = match near {
                Some(near) => self.say(
                    &format!("لا قاعدة ولا مجموعة باسم «{name}»{at}؛ لعل المقصود «{near}»"),
                    &format!("No rule or group is called “{name}”{at}; did you mean “{near}”?"),
                ),
                None => self.say(
                    &format!("لا قاعدة ولا مجموعة باسم «{name}»{at}"),
                    &format!("No rule or group is called “{name}”{at}"),
                ),
            };
            let help = self.say(
                "يسرد الأمر tadqiq rules القواعد كلها.",
                "`tadqiq rules` lists all of them.",
            );
            return Some(told(
                order.place,
                severity.max(Severity::Warning),
                message,
                help,
            ));
        }
        let ran = self
            .pack
            .rules()
            .any(|rule| rule.id.as_str() == name || rule.group == name);
        ran.then(|| {
            let message = self.say(
                &format!("«{name}» لا تُسكت هنا شيئا{at}"),
                &format!("“{name}” silences nothing here{at}"),
            );
            let help = self.say(
                "احذفها، فقد تُخفي غدا خطأ جديدا.",
                "Take it out: tomorrow it may hide a new fault.",
            );
            told(order.place, severity, message, help)
        })
    }

    /// What to say of an order that cannot be followed.
    fn broken(&self, order: &Directive, severity: Severity) -> Option<Diagnostic> {
        let (ar, en) = match order.form {
            Form::Unknown => (
                "الأوامر هي tadqiq-ignore وtadqiq-ignore-start وtadqiq-ignore-end وtadqiq-ignore-file",
                "The orders are tadqiq-ignore, tadqiq-ignore-start, tadqiq-ignore-end and tadqiq-ignore-file",
            ),
            Form::End if !order.paired => (
                "نهاية بلا بداية: لا tadqiq-ignore-start قبلها",
                "An end without a start: no tadqiq-ignore-start stands before it",
            ),
            Form::Start if !order.paired => (
                "بداية بلا نهاية: تُسكت كل ما بعدها إلى آخر المقال",
                "A start without an end: it silences all that follows",
            ),
            Form::End => return None,
            _ if order.names.is_empty() => (
                "لا قاعدة مذكورة، فلا شيء يُسكت",
                "It names no rule, so it silences nothing",
            ),
            _ => return None,
        };
        let help = self.say(
            "اكتبها هكذا: tadqiq-ignore RULE: السبب",
            "Write it as tadqiq-ignore RULE: reason",
        );
        let severity = severity.max(Severity::Warning);
        Some(told(order.span, severity, self.say(ar, en), help))
    }

    fn say(&self, ar: &str, en: &str) -> String {
        let text = if self.ui == Language::Arabic { ar } else { en };
        text.to_owned()
    }
}

fn told(place: Span, severity: Severity, message: String, help: String) -> Diagnostic {
    let label = Label {
        span: place,
        role: Role::Primary,
        text: String::new(),
    };
    Diagnostic {
        rule: RuleId::from(UNUSED),
        severity,
        confidence: Confidence::new(100),
        message,
        help,
        labels: vec![label],
        fixes: Vec::new(),
    }
}
