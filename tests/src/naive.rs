//! The formula of `docs/scoring.md` once more: loops over everything, nothing kept, nothing shared.

mod answer;
mod attestation;
mod calendar;
mod difference;
mod gap;
mod group;
mod level;
mod lift;
mod observed;
mod outcome;
mod requirement;
mod risk;
mod sampling;
mod scope;

use kumomori_core::assessment::Assessment;
use kumomori_core::date::Date;
use kumomori_core::library::Library;

pub use difference::differences;
pub use observed::observed;
pub use outcome::{
    ControlOutcome, DimensionOutcome, Figures, GapOutcome, GroupOutcome, Levels, Member, Outcome,
    RequirementOutcome, RiskOutcome,
};
pub use sampling::{binomial_bound, hypergeometric_count};

/// What is judged, and when.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Case<'a> {
    pub(crate) library: &'a Library,
    pub(crate) assessment: &'a Assessment,
    pub(crate) as_of: Date,
}

/// Judges everything, the slow and plain way.
pub fn evaluate(library: &Library, assessment: &Assessment, as_of: Date) -> Outcome {
    let case = Case { library, assessment, as_of };
    Outcome {
        controls: level::controls(case),
        requirements: requirement::requirements(case),
        groups: group::groups(case),
        gaps: gap::gaps(case),
        risks: risk::risks(case),
        attestations: attestation::attestations(case),
    }
}
