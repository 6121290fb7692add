//! Section 2, evidence documents: what each counts for, and what its checks say of whom.

use super::{Case, DocumentOutcome, calendar, scope};
use kumomori_core::date::Date;
use kumomori_core::dimension::Dimension;
use kumomori_core::id::{CheckId, ControlId};
use kumomori_core::role::Role;
use kumomori_core::testimony::{Testimony, Verdict};

/// What a document that counts says, by one check, about one dimension of a control.
#[derive(Debug)]
pub(crate) struct Saying {
    pub(crate) document: usize,
    pub(crate) check: CheckId,
    pub(crate) verdict: Verdict,
    pub(crate) control: ControlId,
    pub(crate) role: Role,
    pub(crate) dimension: Dimension,
    pub(crate) grade: u8,
    pub(crate) is_fresh: bool,
}

/// Rule 1: whom a document speaks for.
fn speaker(case: Case<'_>, document: &Testimony) -> Result<Role, &'static str> {
    let in_scope = case.assessment.scope.roles;
    let (customer, provider) = (in_scope.customer, in_scope.provider);
    match document.role {
        Some(role) if scope::has(in_scope, role) => Ok(role),
        Some(_) => Err("role out of scope"),
        None if customer && !provider => Ok(Role::Customer),
        None if provider && !customer => Ok(Role::Provider),
        None => Err("no role"),
    }
}

/// The last day that counts of the observation window.
fn window_end(case: Case<'_>) -> Option<Date> {
    case.assessment.window.map(|window| window.to.min(case.as_of))
}

/// Rule 2: the grade of a document.
fn grade(case: Case<'_>, document: &Testimony) -> u8 {
    let [by_hand, dated, over_the_window] = case.library.settings.document_grades;
    if document.tool.is_none() {
        return by_hand;
    }
    let (Some(window), Some(end), Some(period)) =
        (case.assessment.window, window_end(case), document.period)
    else {
        return dated;
    };
    if period.from <= window.from && period.to >= end { over_the_window } else { dated }
}

fn is_in_future(case: Case<'_>, document: &Testimony) -> bool {
    document.collected.is_some_and(|day| day > case.as_of)
}

/// Rule 3: the grade that counts, and whether the document is fresh.
fn counted(case: Case<'_>, document: &Testimony) -> (u8, bool) {
    let grade = grade(case, document);
    let limit = calendar::months_before(case.as_of, i32::from(document.fresh_months));
    match document.collected {
        Some(day) if day < limit => (grade.saturating_sub(1), false),
        Some(_) => (grade, true),
        None if grade >= 2 => (1, false),
        None => (grade, false),
    }
}

/// Rule 4: whether two documents are of one series.
fn is_one_series(case: Case<'_>, a: &Testimony, b: &Testimony) -> bool {
    let tool = |document: &Testimony| -> Option<String> {
        let words = document.tool.as_ref()?.split_whitespace();
        Some(words.take(1).collect())
    };
    a.kind == b.kind
        && a.source == b.source
        && speaker(case, a) == speaker(case, b)
        && tool(a) == tool(b)
}

/// Rule 4: whether a newer day of its series counts; without a day it is the oldest.
fn is_superseded(case: Case<'_>, document: &Testimony) -> bool {
    case.documents.iter().any(|other| {
        let is_newer = match (document.collected, other.collected) {
            (_, None) => false,
            (None, Some(_)) => true,
            (Some(day), Some(other_day)) => other_day > day,
        };
        is_newer && is_one_series(case, document, other) && !is_in_future(case, other)
    })
}

/// The role that a document is heard for, or why it is left out.
fn heard(case: Case<'_>, document: &Testimony) -> Result<Role, &'static str> {
    let role = speaker(case, document)?;
    if is_in_future(case, document) {
        Err("in future")
    } else if is_superseded(case, document) {
        Err("superseded")
    } else {
        Ok(role)
    }
}

fn supports(document: &Testimony, check: &CheckId) -> bool {
    document.statements.iter().any(|it| it.check == *check && it.verdict == Verdict::Supports)
}

/// Rule 5: whether the series of a document covers the window and supports a check throughout.
fn is_supported_throughout(case: Case<'_>, document: &Testimony, check: &CheckId) -> bool {
    let (Some(window), Some(end)) = (case.assessment.window, window_end(case)) else {
        return false;
    };
    let mut days = Vec::new();
    for other in case.documents {
        let is_in_window = other.collected.is_some_and(|day| window.from <= day && day <= end);
        if is_in_window && is_one_series(case, document, other) {
            if other.tool.is_none() || !supports(other, check) {
                return false;
            }
            days.extend(other.collected);
        }
    }
    if days.len() < 2 {
        return false;
    }
    days.sort();
    let mut last = window.from;
    for day in days.into_iter().chain([end]) {
        if day > calendar::months_after(last, case.library.settings.series_months) {
            return false;
        }
        last = day;
    }
    true
}

/// What each document counts for, in their order.
pub(super) fn documents(case: Case<'_>) -> Vec<Result<DocumentOutcome, String>> {
    let mut outcomes = Vec::new();
    for document in case.documents {
        let (counted, is_fresh) = counted(case, document);
        let outcome = heard(case, document).map(|role| DocumentOutcome {
            role: role.word().into(),
            given: grade(case, document),
            counted,
            is_fresh,
        });
        outcomes.push(outcome.map_err(String::from));
    }
    outcomes
}

/// Everything that the documents that count say.
pub(super) fn sayings(case: Case<'_>) -> Vec<Saying> {
    let mut sayings = Vec::new();
    for (idx, document) in case.documents.iter().enumerate() {
        let Ok(role) = heard(case, document) else { continue };
        let (counted, is_fresh) = counted(case, document);
        for statement in &document.statements {
            let is_records = statement.verdict == Verdict::Supports
                && is_fresh
                && is_supported_throughout(case, document, &statement.check);
            let records = case.library.settings.document_grades[2];
            let grade = if is_records { counted.max(records) } else { counted };
            for (control, dimension) in &statement.controls {
                sayings.push(Saying {
                    document: idx,
                    check: statement.check.clone(),
                    verdict: statement.verdict,
                    control: control.clone(),
                    role,
                    dimension: *dimension,
                    grade,
                    is_fresh,
                });
            }
        }
    }
    sayings
}
