//! Checks on evidence: what is asked, of which kind, and which control it speaks about.

pub mod asking;
pub mod origin;
pub mod own;

use crate::dimension::Dimension;
use crate::id::{CheckId, ControlId};
use crate::text::TextId;
use alloc::string::String;
use alloc::vec::Vec;
pub use kumomori_check::kind::Kind;
use kumomori_check::program::{Policy, Program};
use kumomori_check::value::Threshold;

/// All checks with the kinds of evidence and the thresholds that they name.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Checks {
    /// Kinds of evidence, sorted by id.
    pub kinds: Vec<EvidenceKind>,
    /// Thresholds, in reading order: what expressions call `policy`.
    pub thresholds: Vec<PolicyThreshold>,
    /// Checks, sorted by id.
    pub checks: Vec<Check>,
}

/// One kind of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceKind {
    /// Its name and its fields.
    pub kind: Kind,
    /// Its title.
    pub title: TextId,
    /// What it holds.
    pub about: TextId,
    /// Where a user gets it.
    pub from: TextId,
    /// Months after which it counts for less.
    pub fresh_months: u8,
    /// What each field is, in the order of the fields.
    pub fields: Vec<FieldAbout>,
}

/// What a field is, beside its name and type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldAbout {
    /// What it says.
    pub text: TextId,
    /// Whether its texts are ISO 3166-1 alpha-2 codes.
    pub is_country: bool,
    /// The words that it may hold; any where there are none.
    pub values: Vec<String>,
}

/// A number or word that users may set for themselves.
#[derive(Debug, Clone, PartialEq)]
pub struct PolicyThreshold {
    /// Its name in expressions, such as `tls_floor`.
    pub name: String,
    /// Its default.
    pub value: Threshold,
    /// What it limits.
    pub text: TextId,
}

/// One question to one kind of evidence.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// Its name.
    pub id: CheckId,
    /// The place of its kind.
    pub kind: usize,
    /// What it demands, in a few words.
    pub title: TextId,
    /// How much a contradiction weighs.
    pub severity: Severity,
    /// When the question arises; always without it.
    pub when: Option<Program>,
    /// What must hold.
    pub expect: Program,
    /// The controls that it speaks about, each in one dimension.
    pub controls: Vec<(ControlId, Dimension)>,
    /// What is said when it does not hold.
    pub message: TextId,
    /// What to do then.
    pub remedy: TextId,
}

impl Check {
    /// What it asks, as programs.
    pub fn programs(&self) -> impl Iterator<Item = &Program> {
        self.when.iter().chain([&self.expect])
    }
}

/// How a check is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The check.
    pub check: CheckId,
    /// When the question arises, as an expression.
    pub when: Option<String>,
    /// What must hold, as an expression.
    pub expect: String,
}

/// How much a contradiction weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Good to know.
    Low,
    /// To be mended in time.
    Medium,
    /// To be mended soon.
    High,
    /// To be mended at once.
    Critical,
}

impl Severity {
    /// All, the lightest first.
    pub const ALL: [Self; 4] = [Self::Low, Self::Medium, Self::High, Self::Critical];

    /// The word used in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
            Self::Critical => "critical",
        }
    }
}

impl Checks {
    /// The defaults of the thresholds, as programs know them.
    pub fn policy(&self) -> Policy {
        let thresholds = self.thresholds.iter().map(|it| (it.name.clone(), it.value.clone()));
        Policy { thresholds: thresholds.collect() }
    }

    /// The place of the kind with this id.
    pub fn kind(&self, id: &str) -> Option<usize> {
        self.kinds.iter().position(|it| it.kind.id == id)
    }

    /// The checks that speak about a dimension of a control, each with its kind.
    pub fn about(
        &self,
        control: &ControlId,
        dimension: Dimension,
    ) -> impl Iterator<Item = (&Check, &str)> {
        let is_about =
            move |it: &&Check| it.controls.iter().any(|(id, of)| id == control && *of == dimension);
        self.checks
            .iter()
            .filter(is_about)
            .filter_map(|it| Some((it, self.kinds.get(it.kind)?.kind.id.as_str())))
    }

    /// Whether every program suits the kind that it is asked of.
    pub(crate) fn are_sound(&self) -> bool {
        let fits = |check: &Check| {
            self.kinds
                .get(check.kind)
                .is_some_and(|it| check.programs().all(|program| program.fits(&it.kind)))
        };
        self.checks.iter().all(fits)
    }

    /// The checks that ask a kind.
    pub fn of_kind(&self, kind: usize) -> impl Iterator<Item = &Check> {
        self.checks.iter().filter(move |it| it.kind == kind)
    }
}
