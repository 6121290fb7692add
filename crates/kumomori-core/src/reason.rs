//! Why a result is what it is, found when somebody asks.

use crate::assessment::Assessment;
use crate::attestation::{Attestation, Refusal, Supported};
use crate::control::ControlRef;
use crate::control_result::{Applies, ControlResult};
use crate::dimension::{Aspects, Dimension, Reading, Status};
use crate::evaluation::{AttestationUse, Evaluation};
use crate::evidence::{EvidenceUse, Freshness, uses};
use crate::id::{AttestationId, ControlId};
use crate::requirement::RequirementResult;
use crate::risk::{RiskResult, RiskStatus};
use crate::role::{Role, View};
use crate::standing::Standing;
use alloc::vec::Vec;

impl<'a> Evaluation<'a> {
    /// The controls that decide one dimension of a requirement: the contradicted ones, or where
    /// there are none those whose confirmed level is the minimum.
    pub fn deciding(
        &self,
        result: &RequirementResult<'a>,
        dimension: Dimension,
    ) -> Vec<(&'a ControlId, Role)> {
        let Some(minimum) = result.dimension(dimension) else { return Vec::new() };
        let decides = |it: Reading| {
            it.is_contradicted == minimum.is_contradicted
                && (it.is_contradicted || it.confirmed == minimum.confirmed)
        };
        let mut deciding = Vec::new();
        for role in Role::ALL.into_iter().filter(|role| result.view.includes(*role)) {
            let supported = result.supported.for_role(role);
            let about =
                result.requirement.answering_rows().filter(|it| it.aspects.contains(dimension));
            for row in about {
                let ControlRef::Known(idx) = row.control else { continue };
                let control = self.control_at(idx, role).filter(|it| it.is_applicable());
                let found = control.filter(|it| decides(it.seen(supported).reading(dimension)));
                deciding.extend(found.map(ControlResult::name));
            }
        }
        deciding
    }

    /// The controls whose status is the conclusion about a risk, when it is not covered.
    pub fn deciding_risk(&self, result: &RiskResult<'a>) -> Vec<(&'a ControlId, Role)> {
        let worst = match result.status {
            RiskStatus::Open => Status::Gap,
            RiskStatus::Unknown => Status::Unknown,
            RiskStatus::Claimed => Status::Claimed,
            _ => return Vec::new(),
        };
        let decides = |it: &&ControlResult<'a>| {
            it.is_applicable()
                && Standing::of(it).seen(Supported::BOTH).status(self.target) == worst
        };
        let known = result.risk.controls.iter().filter_map(ControlRef::known);
        let pairs = known.flat_map(|idx| Role::ALL.map(|role| (idx, role)));
        let found = pairs.filter_map(|(idx, role)| self.control_at(idx, role));
        found.filter(decides).map(ControlResult::name).collect()
    }

    /// The attestations that support one dimension of a control, among the targets.
    pub fn supporting<'s>(
        &self,
        assessment: &'s Assessment,
        result: &ControlResult<'a>,
        dimension: Dimension,
    ) -> Vec<&'s AttestationId> {
        let speaks = |attestation: &Attestation| {
            let judged = self.requirements.iter().filter(|it| it.view == View::Provider);
            judged
                .filter(|it| it.requirement.known_controls().any(|idx| idx == result.control_idx))
                .any(|it| attestation.speaks_about(it.framework, it.requirement))
        };
        let counts = |outcome: &Result<AttestationUse, Refusal>| {
            outcome.is_ok_and(|it| it.operation || dimension == Dimension::Design)
        };
        if !result.dimension(dimension).is_supported {
            return Vec::new();
        }
        let all = assessment.attestations.iter().zip(&self.attestations);
        all.filter(|(it, found)| counts(&found.outcome) && speaks(it))
            .map(|(it, _)| &it.id)
            .collect()
    }

    /// What each entry of evidence about one dimension of a control counts for, in order.
    pub fn evidence(
        &self,
        assessment: &Assessment,
        result: &ControlResult<'a>,
        dimension: Dimension,
    ) -> Vec<EvidenceUse> {
        let answer = assessment.answer(&result.control.id, result.role);
        let counted = answer.filter(|_| result.applies == Applies::Yes);
        let entries = counted.map(|it| it.evidence.as_slice()).unwrap_or_default();
        uses(entries, Aspects::of(dimension), self.freshness()).collect()
    }

    fn freshness(&self) -> Freshness {
        Freshness::new(self.as_of, self.settings.evidence_fresh)
    }
}
