//! Problems on their way to diagnostics: collected by span, shown by place.

use crate::diagnostic::{Diagnostic, Problem, Severity};
use crate::excerpt::Places;
use crate::json::{Node, Span, Value};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use kumomori_core::order::sort_by_key;

/// The most problems of each severity that are listed for one file.
pub(crate) const MAX_LISTED: usize = 1000;

/// A problem and where it is.
#[derive(Debug, Clone)]
pub(crate) struct Finding {
    span: Span,
    problem: Problem,
    related: Option<Span>,
}

impl Finding {
    pub(crate) fn new(span: Span, problem: Problem) -> Self {
        Self { span, problem, related: None }
    }

    fn diagnostic(self, places: &Places<'_>, root: Option<&Node>) -> Diagnostic {
        let mut path = root.map(|root| path(root, self.span)).unwrap_or_default();
        if let Problem::MissingField { name } = self.problem {
            add_field(&mut path, name);
        }
        Diagnostic {
            severity: self.problem.severity(),
            problem: self.problem,
            path,
            place: Some(places.place(self.span)),
            related: self.related.map(|span| places.place(span)),
        }
    }
}

/// All findings about one file; beyond [`MAX_LISTED`] they are only counted.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    errors: Vec<Finding>,
    warnings: Vec<Finding>,
    n_more: usize,
}

impl Findings {
    /// Adds a problem.
    pub(crate) fn add(&mut self, span: Span, problem: Problem) {
        self.add_finding(Finding::new(span, problem));
    }

    /// Adds a problem with the place that it contradicts.
    pub(crate) fn add_related(&mut self, span: Span, problem: Problem, related: Span) {
        self.add_finding(Finding { span, problem, related: Some(related) });
    }

    fn add_finding(&mut self, finding: Finding) {
        let list = match finding.problem.severity() {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
        };
        if list.len() < MAX_LISTED {
            list.push(finding);
        } else {
            self.n_more += 1;
        }
    }

    /// Whether a further problem would still be listed; if not, its arguments do not matter.
    pub(crate) fn has_room(&self, severity: Severity) -> bool {
        let list = match severity {
            Severity::Error => &self.errors,
            Severity::Warning => &self.warnings,
        };
        list.len() < MAX_LISTED
    }

    pub(crate) fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    /// Everything found, in the order of the text.
    pub(crate) fn into_diagnostics(self, text: &str, root: &Node) -> Vec<Diagnostic> {
        let mut all: Vec<Finding> = self.errors.into_iter().chain(self.warnings).collect();
        if all.is_empty() {
            return Vec::new();
        }
        sort_by_key(&mut all, |it| (it.span.start, it.span.end));
        let places = Places::new(text);
        let mut diagnostics: Vec<Diagnostic> =
            all.into_iter().map(|it| it.diagnostic(&places, Some(root))).collect();
        if self.n_more > 0 {
            diagnostics.push(Diagnostic::of_file(Problem::MoreProblems { n: self.n_more }));
        }
        diagnostics
    }

    /// The only finding about a text that is not JSON.
    pub(crate) fn only(text: &str, finding: Finding) -> Diagnostic {
        finding.diagnostic(&Places::new(text), None)
    }
}

impl Diagnostic {
    /// A problem of the file as a whole.
    pub fn of_file(problem: Problem) -> Self {
        let severity = problem.severity();
        Self { severity, problem, path: String::new(), place: None, related: None }
    }
}

/// The name of the innermost value or field that a span lies in.
fn path(root: &Node, span: Span) -> String {
    let mut path = String::new();
    let mut next = Some(root);
    while let Some(node) = next.take().filter(|it| it.span != span) {
        match &node.value {
            Value::Array(items) => {
                let idx = items.partition_point(|it| it.span.end <= span.start);
                next = items.get(idx).filter(|it| it.span.start <= span.start);
                if next.is_some() {
                    path.push_str(&format!("[{idx}]"));
                }
            }
            Value::Object(members) => {
                let idx = members.partition_point(|it| it.value.span.end <= span.start);
                let found = members.get(idx).filter(|it| it.key_span.start <= span.start);
                if let Some(member) = found {
                    add_field(&mut path, &crate::excerpt::shown(&member.key));
                    next = Some(&member.value).filter(|it| it.span.start <= span.start);
                }
            }
            _ => {}
        }
    }
    path
}

fn add_field(path: &mut String, name: &str) {
    if !path.is_empty() {
        path.push('.');
    }
    path.push_str(name);
}
