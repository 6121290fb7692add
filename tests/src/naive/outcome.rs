//! What an evaluation says, in the simplest shape that can be compared.

use kumomori_core::dimension::Dimension;
use kumomori_core::testimony::Verdict;
use std::collections::{BTreeMap, BTreeSet};

/// Low, confirmed, claimed, high.
pub type Levels = [u8; 4];

/// A control and a role.
pub type Member = (String, String);

/// Everything an evaluation says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    pub controls: BTreeMap<Member, ControlOutcome>,
    /// By framework edition, requirement and view.
    pub requirements: BTreeMap<(String, String, String), RequirementOutcome>,
    /// By key and view.
    pub groups: BTreeMap<(String, String), GroupOutcome>,
    /// In order.
    pub gaps: Vec<GapOutcome>,
    /// In order.
    pub risks: Vec<RiskOutcome>,
    /// By attestation: whether it supports operation and is about a target; `None` when it gives
    /// nothing.
    pub attestations: BTreeMap<String, Option<(bool, bool)>>,
    /// What each evidence document counts for, in their order, or why it is left out.
    pub documents: Vec<Result<DocumentOutcome, String>>,
    /// Missing evidence by control, dimension and check: its kind, and whether a document was
    /// asked for it.
    pub wanted: BTreeMap<(Member, Dimension, String), (String, bool)>,
}

/// One evidence document that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentOutcome {
    pub role: String,
    pub given: u8,
    pub counted: u8,
    pub is_fresh: bool,
}

/// What one check says of a dimension by one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckOutcome {
    pub verdict: Verdict,
    pub counted: u8,
    pub is_fresh: bool,
}

/// One control for one role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ControlOutcome {
    pub applies: String,
    pub is_in_scope: bool,
    /// Design, operation, assured operation and flag; `None` when not applicable.
    pub judged: Option<(DimensionOutcome, DimensionOutcome, Levels, String)>,
    pub sample_passed: Option<bool>,
}

/// One dimension of a control.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DimensionOutcome {
    pub is_answered: bool,
    /// The grade, and whether something fresh counts with 3 or more.
    pub strength: (u8, bool),
    pub cap: u8,
    pub supported_by: BTreeSet<String>,
    pub is_held: bool,
    /// By check and document.
    pub checks: BTreeMap<(String, usize), CheckOutcome>,
    pub is_contradicted: bool,
    pub levels: Levels,
}

/// One requirement in one view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequirementOutcome {
    pub design: Option<BearingOutcome>,
    pub operation: Option<BearingOutcome>,
    pub status: String,
    pub planned: BTreeSet<String>,
}

/// One dimension of a requirement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BearingOutcome {
    pub levels: Levels,
    pub is_contradicted: bool,
    pub deciding: BTreeSet<Member>,
}

/// One group in one view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupOutcome {
    pub design: Option<Figures>,
    pub operation: Option<Figures>,
    pub not_applicable: (u32, u32),
    pub is_thin: bool,
}

/// The figures of one dimension of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    pub group_level: Levels,
    /// Numerator, denominator and the text that prints, per reading.
    pub means: [(u32, u32, String); 4],
    pub floor: Option<(u8, BTreeSet<Member>)>,
    pub coverage: (u32, u32),
    pub is_provisional: bool,
    pub evidence: (u32, u32),
    /// The level to reach, those to name in order, and how many there are.
    pub lift: Option<(u8, Vec<Member>, usize)>,
}

/// One gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GapOutcome {
    pub control: String,
    pub role: String,
    pub dimension: String,
    pub kind: String,
    pub levels: Levels,
    pub is_contradicted: bool,
    pub shortfall: u8,
    pub reach: u32,
    pub priority: u32,
}

/// One risk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RiskOutcome {
    pub risk: String,
    pub status: String,
    /// Empty unless the status is open, unknown or claimed.
    pub deciding: BTreeSet<Member>,
    pub planned: BTreeSet<String>,
}
