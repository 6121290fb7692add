//! Asking evidence: every check of a kind, to one file.

use super::{Check, Checks};
use crate::id::CheckId;
use alloc::string::String;
use alloc::vec::Vec;
use kumomori_check::compile::compile;
use kumomori_check::document::{Document, DocumentFault, Plan, read, read_envelope};
use kumomori_check::evaluate::{Outcome, Verdict, evaluate};
use kumomori_check::fault::Fault;
use kumomori_check::kind::Kind;
use kumomori_check::program::{Policy, Program};
use kumomori_check::trace::{Trace, trace};
use kumomori_check::value::Reason;

/// Checks with their programs, ready to be asked many times.
#[derive(Debug)]
pub struct Questions<'a> {
    checks: &'a Checks,
    policy: Policy,
    // INVARIANT: one entry per check, in the order of the checks.
    programs: Vec<Programs>,
}

#[derive(Debug)]
struct Programs {
    when: Option<Program>,
    expect: Program,
}

/// What one file says.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// The place of its kind.
    pub kind: usize,
    /// When it was collected, as it is written.
    pub collected_at: Option<String>,
    /// What collected it.
    pub tool: Option<String>,
    /// The answers to the checks of its kind, in the order of the checks.
    pub answers: Vec<Answered>,
}

/// The answer to one check.
#[derive(Debug, Clone, PartialEq)]
pub struct Answered {
    /// The check.
    pub check: CheckId,
    /// The verdict, and what is unknown.
    pub outcome: Outcome,
    /// What decided; empty where the verdict is `supports` or `not-applicable`.
    pub trace: Trace,
}

/// Why a file cannot be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotAsked {
    /// It is no evidence file.
    Broken(DocumentFault),
    /// There is no such kind of evidence.
    UnknownKind {
        /// The kind that it names.
        kind: String,
    },
}

impl<'a> Questions<'a> {
    /// Compiles all checks for some thresholds.
    ///
    /// # Errors
    ///
    /// The first check that cannot be meant, which [`crate::pack`] never holds.
    pub fn new(checks: &'a Checks, policy: Policy) -> Result<Self, (CheckId, Fault)> {
        let mut programs = Vec::new();
        for check in &checks.checks {
            programs.push(compiled(checks, check, &policy).map_err(|it| (check.id.clone(), it))?);
        }
        Ok(Self { checks, policy, programs })
    }

    /// Asks one file, the envelope around its document.
    ///
    /// # Errors
    ///
    /// Why it cannot be asked; places are bytes of the file.
    pub fn ask(&self, file: &[u8]) -> Result<Asked, NotAsked> {
        let envelope = read_envelope(file).map_err(NotAsked::Broken)?;
        let Some(kind) = self.checks.kind(&envelope.kind) else {
            return Err(NotAsked::UnknownKind { kind: envelope.kind });
        };
        let asked = || {
            let pairs = self.checks.checks.iter().zip(&self.programs);
            pairs.filter(move |(check, _)| check.kind == kind)
        };
        let Some(fields) = self.checks.kinds.get(kind).map(|it| &it.kind) else {
            return Err(NotAsked::UnknownKind { kind: envelope.kind });
        };
        let programs = asked().flat_map(|(_, it)| it.when.iter().chain([&it.expect]));
        let plan = Plan::of(fields, programs);
        let document = read(envelope.document.as_bytes(), &plan)
            .map_err(|it| NotAsked::Broken(DocumentFault { at: it.at + envelope.at, ..it }))?;
        let answers = asked().map(|(check, it)| self.answer(check, it, fields, &document));
        Ok(Asked {
            kind,
            collected_at: envelope.collected_at,
            tool: envelope.tool,
            answers: answers.collect(),
        })
    }

    fn answer(
        &self,
        check: &Check,
        programs: &Programs,
        kind: &Kind,
        document: &Document<'_>,
    ) -> Answered {
        let Programs { when, expect } = programs;
        let outcome = evaluate(when.as_ref(), expect, document, &self.policy);
        let trace = match outcome {
            Outcome { verdict: Verdict::Contradicts, .. } => {
                trace(expect, kind, document, &self.policy)
            }
            Outcome { verdict: Verdict::Insufficient, reason: Some(Reason::Empty) } => {
                Trace::default()
            }
            Outcome { verdict: Verdict::Insufficient, .. } => {
                let in_expect = trace(expect, kind, document, &self.policy);
                let is_unknown = in_expect.leaves.iter().any(|it| it.reason.is_some());
                match when {
                    Some(when) if !is_unknown => trace(when, kind, document, &self.policy),
                    _ => in_expect,
                }
            }
            _ => Trace::default(),
        };
        Answered { check: check.id.clone(), outcome, trace }
    }
}

fn compiled(checks: &Checks, check: &Check, policy: &Policy) -> Result<Programs, Fault> {
    let nothing = Kind::new("", false);
    let kind = checks.kinds.get(check.kind).map_or(&nothing, |it| &it.kind);
    let when = check.when.as_deref().map(|it| compile(it, kind, policy)).transpose()?;
    Ok(Programs { when, expect: compile(&check.expect, kind, policy)? })
}
