//! Asking evidence: every check of a kind, to one file.

use super::origin::Origin;
use super::{Check, Checks, EvidenceKind};
use crate::id::CheckId;
use crate::testimony::{Statement, Testimony};
use alloc::string::String;
use alloc::vec::Vec;
use kumomori_check::compile::compile;
use kumomori_check::document::{Document, DocumentFault, Plan, Word, read, read_envelope};
use kumomori_check::evaluate::{Outcome, Verdict, evaluate};
use kumomori_check::fault::{Fault, nearest};
use kumomori_check::kind::Kind;
use kumomori_check::program::{Policy, Program};
use kumomori_check::trace::{Trace, trace};
use kumomori_check::value::Reason;

/// Checks with their programs, ready to be asked many times.
#[derive(Debug)]
pub struct Questions<'a> {
    policy: Policy,
    kinds: Vec<OfKind<'a>>,
}

/// What is asked of one kind.
#[derive(Debug)]
struct OfKind<'a> {
    kind: &'a EvidenceKind,
    plan: Plan<'a>,
    questions: Vec<Question<'a>>,
}

/// One check with its programs.
#[derive(Debug)]
struct Question<'a> {
    check: &'a Check,
    when: Option<Program>,
    expect: Program,
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
    /// Compiles all checks for some thresholds.
    ///
    /// # Errors
    ///
    /// The first check that cannot be meant, which [`crate::pack`] never holds.
    pub fn new(checks: &'a Checks, policy: Policy) -> Result<Self, (CheckId, Fault)> {
        let mut kinds = Vec::new();
        for (idx, kind) in checks.kinds.iter().enumerate() {
            kinds.push(OfKind::new(kind, checks.of_kind(idx), &policy)?);
        }
        Ok(Self { policy, kinds })
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
        let OfKind { kind, plan, questions } = of_kind;
        let document = read(envelope.document.as_bytes(), plan)
            .map_err(|it| NotAsked::Broken(DocumentFault { at: it.at + envelope.at, ..it }))?;
        let answers = questions.iter().map(|it| it.answer(&kind.kind, &document, &self.policy));
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

impl<'a> OfKind<'a> {
    fn new(
        kind: &'a EvidenceKind,
        checks: impl Iterator<Item = &'a Check>,
        policy: &Policy,
    ) -> Result<Self, (CheckId, Fault)> {
        let question = |it: &'a Check| {
            Question::new(it, &kind.kind, policy).map_err(|fault| (it.id.clone(), fault))
        };
        let questions = checks.map(question).collect::<Result<Vec<_>, _>>()?;
        let programs = questions.iter().flat_map(|it| it.when.iter().chain([&it.expect]));
        let plan = Plan::of(&kind.kind, programs);
        Ok(Self { kind, plan, questions })
    }
}

impl<'a> Question<'a> {
    fn new(check: &'a Check, kind: &Kind, policy: &Policy) -> Result<Self, Fault> {
        let when = check.when.as_deref().map(|it| compile(it, kind, policy)).transpose()?;
        Ok(Self { check, when, expect: compile(&check.expect, kind, policy)? })
    }

    fn answer(&self, kind: &Kind, document: &Document<'_>, policy: &Policy) -> Answered<'a> {
        let Self { check, when, expect } = self;
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
        Answered { check, outcome, trace }
    }
}
