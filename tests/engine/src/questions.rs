//! The checks of one kind, asked of one document after another.

use crate::json::{field, items, text};
use alloc::vec::Vec;
use kumomori_check::document::{Document, DocumentFault, Plan, read};
use kumomori_check::evaluate::{Verdict, evaluate};
use kumomori_check::kind::Kind;
use kumomori_check::program::Policy;
use kumomori_check::trace::{Leaf, trace};
use kumomori_core::checks::{Check, Checks};

/// How long the id of a check and its verdict are about.
const BYTES_PER_VERDICT: usize = 40;

/// The checks of one kind with their default thresholds, ready to be asked many times.
#[derive(Debug)]
pub struct Questions<'a> {
    kind: &'a Kind,
    checks: Vec<&'a Check>,
    plan: Plan<'a>,
    policy: Policy,
}

impl<'a> Questions<'a> {
    /// The checks of the kind at a place; `None` when there is no such kind.
    pub fn new(checks: &'a Checks, kind: usize) -> Option<Self> {
        let policy = checks.policy();
        let of_kind: Vec<&Check> = checks.of_kind(kind).collect();
        let kind = &checks.kinds.get(kind)?.kind;
        let programs = of_kind.iter().flat_map(|it| it.programs());
        let plan = Plan::of(kind, programs);
        Some(Self { kind, checks: of_kind, plan, policy })
    }

    /// Reads a document, the envelope not around it.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong with it.
    pub fn read<'d>(&self, document: &'d [u8]) -> Result<Document<'d>, DocumentFault> {
        read(document, &self.plan)
    }

    /// The answer to the check at a place; `None` when there is none.
    pub fn verdict(&self, check: usize, document: &Document<'_>) -> Option<Verdict> {
        self.checks.get(check).map(|it| self.ask(it, document))
    }

    /// Appends `{"<check>":"<verdict>",...}`, in the order of the checks.
    pub fn tell_verdicts(&self, document: &Document<'_>, out: &mut Vec<u8>) {
        out.reserve(self.checks.len() * BYTES_PER_VERDICT);
        items(*b"{}", &self.checks, out, |check, out| {
            field(check.id.as_str(), self.ask(check, document).word(), out);
        });
    }

    /// Appends `{"<check>":{"verdict":...,"leaves":[...]},...}`, in the order of the checks, with
    /// what decides whether the document is as expected.
    pub fn tell_reasons(&self, document: &Document<'_>, out: &mut Vec<u8>) {
        items(*b"{}", &self.checks, out, |check, out| {
            text(check.id.as_str(), out);
            out.extend_from_slice(b":{");
            field("verdict", self.ask(check, document).word(), out);
            out.extend_from_slice(b",\"leaves\":");
            let trace = trace(&check.expect, self.kind, document, &self.policy);
            items(*b"[]", &trace.leaves, out, tell_leaf);
            out.push(b'}');
        });
    }

    fn ask(&self, check: &Check, document: &Document<'_>) -> Verdict {
        evaluate(check.when.as_ref(), &check.expect, document, &self.policy).verdict
    }
}

fn tell_leaf(leaf: &Leaf, out: &mut Vec<u8>) {
    let known = [
        ("path", Some(leaf.path.as_str())),
        ("operator", Some(leaf.operator)),
        ("expected", leaf.expected.as_deref()),
        ("actual", leaf.actual.as_deref()),
    ];
    let known = known.into_iter().filter_map(|(name, value)| Some((name, value?)));
    items(*b"{}", known, out, |(name, value), out| field(name, value, out));
}
