//! What evidence documents say, and what each counts for.

mod said;
mod told;
mod wanted;

pub(crate) use said::Said;
pub use told::Told;
pub use wanted::Wanted;

use crate::assessment::Window;
use crate::checks::{Checks, Severity};
use crate::date::Date;
use crate::dimension::Dimension;
use crate::evidence::{EvidenceUse, Freshness};
use crate::id::{CheckId, ControlId};
use crate::role::{Role, Roles};
use crate::settings::Settings;
use alloc::string::String;
use alloc::vec::Vec;
pub use kumomori_check::evaluate::Verdict;

/// What one evidence document says about the checks of its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Testimony {
    /// The kind of evidence.
    pub kind: String,
    /// What collected it; `None` when it was typed in by hand.
    pub tool: Option<String>,
    /// What it was collected from, such as an account; may be empty.
    pub source: String,
    /// Whose duties it speaks for; `None` leaves it to the scope.
    pub role: Option<Role>,
    /// The day it was collected.
    pub collected: Option<Date>,
    /// The period that it covers, where it is about one.
    pub period: Option<Window>,
    /// Months after which documents of the kind count for less.
    pub fresh_months: u8,
    /// Its answers, in the order of the checks.
    pub statements: Vec<Statement>,
}

/// The answer of a document to one check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The check.
    pub check: CheckId,
    /// How much a contradiction weighs.
    pub severity: Severity,
    /// What the document says.
    pub verdict: Verdict,
    /// The controls that the check speaks about, each in one dimension.
    pub controls: Vec<(ControlId, Dimension)>,
}

impl Testimony {
    /// What the checks are asked with: the first word of the tool, without its version.
    fn asker(&self) -> &str {
        self.tool.as_deref().and_then(|it| it.split_whitespace().next()).unwrap_or_default()
    }

    /// Whether another document is about the same thing, collected at another time.
    fn is_of_series(&self, other: &Self, roles: Roles) -> bool {
        self.kind == other.kind
            && self.source == other.source
            && role(self, roles) == role(other, roles)
            && self.asker() == other.asker()
    }

    fn statement(&self, check: &CheckId) -> Option<&Statement> {
        self.statements.iter().find(|it| it.check == *check)
    }
}

/// The documents of an evaluation, and the checks that could be asked.
#[derive(Debug, Clone, Copy, Default)]
pub struct Hearing<'a> {
    /// What each document says.
    pub testimonies: &'a [Testimony],
    /// All checks; `None` when nobody asks what evidence is missing.
    pub checks: Option<&'a Checks>,
}

/// What one document counts for on the day of the evaluation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TestimonyResult {
    /// The kind of evidence.
    pub kind: String,
    /// What collected it; `None` when it was typed in by hand.
    pub tool: Option<String>,
    /// What it was collected from; may be empty.
    pub source: String,
    /// The day it was collected.
    pub collected: Option<Date>,
    /// What it is heard with, or why it is left out.
    pub outcome: Result<Heard, LeftOut>,
}

/// What a document that counts is heard with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Heard {
    /// The role that it speaks for.
    pub role: Role,
    /// Its grade, and what remains of it.
    pub usage: EvidenceUse,
}

/// Why a document is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LeftOut {
    /// It was collected after the day of the evaluation.
    InFuture,
    /// Both roles are in scope, and it does not say for which it speaks.
    NoRole,
    /// The role that it speaks for is not in scope.
    RoleOutOfScope,
    /// There is a newer document of the same kind, tool and source.
    Superseded,
}

/// What one check says about a dimension of a control.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckUse {
    /// The check.
    pub check: CheckId,
    /// How much a contradiction weighs.
    pub severity: Severity,
    /// What the document says.
    pub verdict: Verdict,
    /// The document, by its place, and what it counts for here.
    pub usage: EvidenceUse,
}

/// Judges every document by `docs/scoring.md` section 2.
pub fn testimony_results(
    testimonies: &[Testimony],
    roles: Roles,
    as_of: Date,
    window: Option<Window>,
    settings: &Settings,
) -> Vec<TestimonyResult> {
    let judge = |(idx, it): (usize, &Testimony)| {
        let usage = usage(idx, it, window, as_of, settings);
        let outcome = role(it, roles).and_then(|role| {
            if usage.counted.is_none() {
                Err(LeftOut::InFuture)
            } else if is_superseded(it, testimonies, roles, as_of) {
                Err(LeftOut::Superseded)
            } else {
                Ok(Heard { role, usage })
            }
        });
        TestimonyResult {
            kind: it.kind.clone(),
            tool: it.tool.clone(),
            source: it.source.clone(),
            collected: it.collected,
            outcome,
        }
    };
    testimonies.iter().enumerate().map(judge).collect()
}

fn role(testimony: &Testimony, roles: Roles) -> Result<Role, LeftOut> {
    match testimony.role {
        Some(role) if roles.contains(role) => Ok(role),
        Some(_) => Err(LeftOut::RoleOutOfScope),
        None if roles == Roles::BOTH => Err(LeftOut::NoRole),
        None => roles.iter().next().ok_or(LeftOut::RoleOutOfScope),
    }
}

/// Whether a newer document of its series counts.
fn is_superseded(testimony: &Testimony, all: &[Testimony], roles: Roles, as_of: Date) -> bool {
    let is_newer = |it: &Testimony| {
        it.collected > testimony.collected
            && it.collected <= Some(as_of)
            && it.is_of_series(testimony, roles)
    };
    all.iter().any(is_newer)
}

/// What a document counts for, apart from others of its series.
fn usage(
    idx: usize,
    testimony: &Testimony,
    window: Option<Window>,
    as_of: Date,
    settings: &Settings,
) -> EvidenceUse {
    let covers = |window: Window| {
        let end = window.to.min(as_of);
        testimony.period.is_some_and(|it| it.from <= window.from && it.to >= end)
    };
    let [typed, dated, covering] = settings.document_grades;
    let given = match &testimony.tool {
        None => typed,
        Some(_) if window.is_some_and(covers) => covering,
        Some(_) => dated,
    };
    let freshness = Freshness::new(as_of, i32::from(testimony.fresh_months));
    EvidenceUse::of(idx, given, testimony.collected, freshness)
}

/// Whether a check contradicts.
pub(crate) fn is_contradicted(uses: &[CheckUse]) -> bool {
    uses.iter().any(|it| it.verdict == Verdict::Contradicts)
}

/// The grades that supporting documents count with.
pub(crate) fn supporting(uses: &[CheckUse]) -> impl Iterator<Item = &EvidenceUse> {
    uses.iter().filter(|it| it.verdict == Verdict::Supports).map(|it| &it.usage)
}
