//! Thresholds and caps of the scoring, as `policies/settings.yaml` gives them.

use crate::control::Control;
use crate::ladder::Level;
use crate::sample::Tolerance;

/// The numbers that the formula uses; see `docs/scoring.md` for each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Share of weight that must exceed a level for a group to reach it, in permille.
    pub group_share: u32,
    /// Coverage below which a group is provisional, in permille.
    pub coverage_provisional: u32,
    /// Not applicable share above which a group is thin, in permille.
    pub not_applicable_thin: u32,
    /// Age in months from which evidence loses one grade.
    pub evidence_fresh: i32,
    /// Grades of a document that was typed in, of a dated export, and of one that covers the window.
    pub document_grades: [u8; 3],
    /// The longest time that documents of a series may leave open, in months.
    pub series_months: i32,
    /// Cap of design by evidence grade 0 to 4.
    pub design_caps: [Level; 5],
    /// Cap of operation by evidence grade 0 to 4.
    pub operation_caps: [Level; 5],
    /// Cap of operation at grade 3 when the sample test passes.
    pub operation_cap_sampled: Level,
    /// Sample test of a control that is not key.
    pub sample_normal: Tolerance,
    /// Sample test of a key control.
    pub sample_key: Tolerance,
    /// Population up to which all items are tested.
    pub sample_all_below: u32,
    /// Level that an attestation supports.
    pub attested_level: Level,
    /// Level that an examination by others asks of design and of operation.
    pub examined_level: Level,
    /// Shortest period of a report that supports operation, in months.
    pub report_period: i32,
    /// Greatest age of a report, in months.
    pub report_age: i32,
    /// Person-days by effort 1 to 5.
    pub effort_days: [u32; 5],
    /// Weight from which a control is key.
    pub key_weight: u8,
}

impl Settings {
    /// Whether a control is key.
    pub fn is_key(&self, control: &Control) -> bool {
        control.weight >= self.key_weight
    }
}
