//! The formula of `docs/scoring.md` once more: loops over everything, nothing kept, nothing shared.

mod answer;
mod attestation;
mod calendar;
mod difference;
mod document;
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
mod testimony;

use document::Saying;
use kumomori_core::assessment::Assessment;
use kumomori_core::checks::Checks;
use kumomori_core::date::Date;
use kumomori_core::library::Library;
use kumomori_core::testimony::{Hearing, Testimony};

pub use difference::differences;
pub use observed::observed;
pub use outcome::{
    BearingOutcome, CheckOutcome, ControlOutcome, DimensionOutcome, DocumentOutcome, Figures,
    GapOutcome, GroupOutcome, Levels, Member, Outcome, RequirementOutcome, RiskOutcome,
};
pub use sampling::{binomial_bound, hypergeometric_count};

/// What is judged, and when.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Case<'a> {
    pub(crate) library: &'a Library,
    pub(crate) assessment: &'a Assessment,
    pub(crate) as_of: Date,
    pub(crate) documents: &'a [Testimony],
    pub(crate) checks: Option<&'a Checks>,
    /// What the documents say; nothing while that is being found out.
    pub(crate) sayings: &'a [Saying],
}

/// Judges everything, the slow and plain way.
pub fn evaluate(
    library: &Library,
    assessment: &Assessment,
    hearing: Hearing<'_>,
    as_of: Date,
) -> Outcome {
    let Hearing { testimonies: documents, checks } = hearing;
    let case = Case { library, assessment, as_of, documents, checks, sayings: &[] };
    let sayings = document::sayings(case);
    let case = Case { sayings: &sayings, ..case };
    Outcome {
        controls: level::controls(case),
        requirements: requirement::requirements(case),
        groups: group::groups(case),
        gaps: gap::gaps(case),
        risks: risk::risks(case),
        attestations: attestation::attestations(case),
        documents: document::documents(case),
        wanted: testimony::wanted(case),
    }
}
