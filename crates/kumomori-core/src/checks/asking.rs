//! Asking evidence: every check of a kind, to one file.

use super::origin::Origin;
use super::{Check, Checks, EvidenceKind};
use crate::testimony::{Statement, Testimony};
use alloc::string::String;
use alloc::vec::Vec;
use core::cell::OnceCell;
use kumomori_check::document::{Document, DocumentFault, Plan, Word, read, read_envelope};
use kumomori_check::evaluate::{Outcome, Verdict, evaluate};
use kumomori_check::fault::nearest;
use kumomori_check::kind::Kind;
use kumomori_check::program::Policy;
use kumomori_check::trace::{Trace, trace};
use kumomori_check::value::Reason;

/// Checks with thresholds, ready to be asked many times.
#[derive(Debug)]
pub struct Questions<'a> {
    policy: Policy,
    kinds: Vec<OfKind<'a>>,
}

/// What is asked of one kind.
#[derive(Debug)]
struct OfKind<'a> {
    kind: &'a EvidenceKind,
    /// Made when the first file of the kind is asked.
    plan: OnceCell<Plan<'a>>,
    checks: Vec<&'a Check>,
}

/// What one file says.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked<'a> {
    /// Its kind.
    pub kind: &'a EvidenceKind,
    /// Where it comes from and what it speaks for.
    pub origin: Origin,
    /// The answers to the checks of its kind, in the order of the checks.
    pub answers: Vec<Answered<'a>>,
}

/// The answer to one check.
#[derive(Debug, Clone, PartialEq)]
pub struct Answered<'a> {
    /// The check.
    pub check: &'a Check,
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
        /// Where in the file it is named, in bytes.
        at: usize,
        /// The kind that may be meant.
        nearest: Option<String>,
    },
}

impl NotAsked {
    /// Where in the file it is, in bytes.
    pub fn at(&self) -> usize {
        match self {
            Self::Broken(fault) => fault.at,
            Self::UnknownKind { at, .. } => *at,
        }
    }
}

impl<'a> Questions<'a> {
    /// All checks, with some thresholds.
    pub fn new(checks: &'a Checks, policy: Policy) -> Self {
        let of_kind = |(idx, kind)| {
            let checks = checks.of_kind(idx).collect();
            OfKind { kind, plan: OnceCell::new(), checks }
        };
        Self { policy, kinds: checks.kinds.iter().enumerate().map(of_kind).collect() }
    }

    /// Asks one file, the envelope around its document.
    ///
    /// # Errors
    ///
    /// Why it cannot be asked; places are bytes of the file.
    pub fn ask(&self, file: &[u8]) -> Result<Asked<'a>, NotAsked> {
        let envelope = read_envelope(file).map_err(NotAsked::Broken)?;
        let Some(of_kind) = self.kinds.iter().find(|it| it.kind.kind.id == envelope.kind.text)
        else {
            return Err(self.unknown_kind(envelope.kind));
        };
        let origin = Origin::of(&envelope).map_err(NotAsked::Broken)?;
        let OfKind { kind, plan, checks } = of_kind;
        let plan = plan.get_or_init(|| plan_of(kind, checks));
        let document = read(envelope.document.as_bytes(), plan)
            .map_err(|it| NotAsked::Broken(DocumentFault { at: it.at + envelope.at, ..it }))?;
        let answers = checks.iter().map(|it| it.ask(&kind.kind, &document, &self.policy));
        Ok(Asked { kind, origin, answers: answers.collect() })
    }

    fn unknown_kind(&self, named: Word) -> NotAsked {
        let known = self.kinds.iter().map(|it| it.kind.kind.id.as_str());
        let nearest = nearest(&named.text, known);
        NotAsked::UnknownKind { kind: named.text, at: named.at, nearest }
    }
}

impl Asked<'_> {
    /// What it says, as an evaluation hears it.
    pub fn testimony(&self) -> Testimony {
        let Origin { collected, tool, source, role, period } = self.origin.clone();
        let statement = |it: &Answered<'_>| Statement {
            check: it.check.id.clone(),
            severity: it.check.severity,
            verdict: it.outcome.verdict,
            controls: it.check.controls.clone(),
        };
        Testimony {
            kind: self.kind.kind.id.clone(),
            tool,
            source,
            role,
            collected,
            period,
            fresh_months: self.kind.fresh_months,
            statements: self.answers.iter().map(statement).collect(),
        }
    }
}

fn plan_of<'a>(kind: &'a EvidenceKind, checks: &[&'a Check]) -> Plan<'a> {
    Plan::of(&kind.kind, checks.iter().flat_map(|it| it.programs()))
}

impl Check {
    fn ask(&self, kind: &Kind, document: &Document<'_>, policy: &Policy) -> Answered<'_> {
        let Self { when, expect, .. } = self;
        let outcome = evaluate(when.as_ref(), expect, document, policy);
        let trace = match outcome {
            Outcome { verdict: Verdict::Contradicts, .. } => trace(expect, kind, document, policy),
            Outcome { verdict: Verdict::Insufficient, reason: Some(Reason::Empty) } => {
                Trace::default()
            }
            Outcome { verdict: Verdict::Insufficient, .. } => {
                let in_expect = trace(expect, kind, document, policy);
                let is_unknown = in_expect.leaves.iter().any(|it| it.reason.is_some());
                match when {
                    Some(when) if !is_unknown => trace(when, kind, document, policy),
                    _ => in_expect,
                }
            }
            _ => Trace::default(),
        };
        Answered { check: self, outcome, trace }
    }
}
