//! An evaluation of the core, told in the same simple shape.

use super::{
    BearingOutcome, CheckOutcome, ControlOutcome, DimensionOutcome, DocumentOutcome, Figures,
    GapOutcome, GroupOutcome, Levels, Member, Outcome, RequirementOutcome, RiskOutcome,
};
use kumomori_core::assessment::Assessment;
use kumomori_core::control_result::{Applies, ControlResult, Flag};
use kumomori_core::dimension::{Dimension, Reading, Status};
use kumomori_core::evaluation::Evaluation;
use kumomori_core::figures::{self, GroupKey, GroupResult, Mean, Share};
use kumomori_core::gap::{Gap, GapKind};
use kumomori_core::id::ControlId;
use kumomori_core::ladder::Level;
use kumomori_core::lift::lift;
use kumomori_core::member::{self, lowest_keys};
use kumomori_core::requirement::{RequirementResult, RequirementStatus};
use kumomori_core::risk::{RiskResult, RiskStatus};
use kumomori_core::role::{Role, View};
use kumomori_core::settings::Settings;
use kumomori_core::testimony::{CheckUse, LeftOut, TestimonyResult, Wanted};
use std::collections::BTreeMap;
use std::fmt::Debug;

/// The same evaluation as an [`Outcome`].
pub fn observed(evaluation: &Evaluation<'_>, assessment: &Assessment) -> Outcome {
    let attestations = evaluation.attestations.iter().map(|it| {
        let outcome = it.outcome.as_ref().ok().map(|it| (it.operation, it.is_target));
        (it.attestation.to_string(), outcome)
    });
    Outcome {
        controls: once(evaluation.controls.iter().map(|it| control(evaluation, assessment, it))),
        requirements: once(evaluation.requirements.iter().map(|it| requirement(evaluation, it))),
        groups: once(evaluation.groups.iter().map(|it| group(evaluation, it))),
        gaps: evaluation.gaps.iter().map(gap).collect(),
        risks: evaluation.risks.iter().map(|it| risk(evaluation, it)).collect(),
        attestations: once(attestations),
        documents: evaluation.testimonies.iter().map(document).collect(),
        wanted: once(evaluation.wanted.iter().map(wanted)),
    }
}

/// A map from entries of which none may come twice.
fn once<K: Ord + Debug, V>(entries: impl Iterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    for (key, value) in entries {
        assert!(!map.contains_key(&key), "{key:?} is given twice");
        map.insert(key, value);
    }
    map
}

fn levels(reading: Reading) -> Levels {
    [reading.low, reading.confirmed, reading.claimed, reading.high].map(Level::number)
}

fn member(control: &ControlId, role: Role) -> Member {
    let role = match role {
        Role::Customer => "customer",
        Role::Provider => "provider",
    };
    (control.to_string(), role.into())
}

fn members<C: FromIterator<Member>>(pairs: &[(&ControlId, Role)]) -> C {
    pairs.iter().map(|(control, role)| member(control, *role)).collect()
}

fn view(view: View) -> String {
    match view {
        View::Customer => "customer",
        View::Provider => "provider",
        View::Both => "both",
    }
    .into()
}

fn document(result: &TestimonyResult) -> Result<DocumentOutcome, String> {
    let heard = result.outcome.map_err(|why| match why {
        LeftOut::InFuture => "in future",
        LeftOut::NoRole => "no role",
        LeftOut::RoleOutOfScope => "role out of scope",
        LeftOut::Superseded => "superseded",
    })?;
    Ok(DocumentOutcome {
        role: heard.role.word().into(),
        given: heard.usage.given,
        counted: heard.usage.counted.unwrap(),
        is_fresh: heard.usage.is_fresh,
    })
}

fn check(it: &CheckUse) -> ((String, usize), CheckOutcome) {
    let outcome = CheckOutcome {
        verdict: it.verdict,
        counted: it.usage.counted.unwrap(),
        is_fresh: it.usage.is_fresh,
    };
    ((it.check.to_string(), it.usage.idx), outcome)
}

fn wanted(it: &Wanted) -> ((Member, Dimension, String), (String, bool)) {
    let key = (member(&it.control, it.role), it.dimension, it.check.to_string());
    (key, (it.kind.clone(), it.is_insufficient))
}

fn dimension(
    evaluation: &Evaluation<'_>,
    assessment: &Assessment,
    (control, dimension): (&ControlResult<'_>, Dimension),
) -> DimensionOutcome {
    let result = control.dimension(dimension);
    let supporting = evaluation.supporting(assessment, control, dimension);
    assert_eq!(supporting.is_empty(), !result.is_supported);
    DimensionOutcome {
        is_answered: result.is_answered,
        strength: (result.strength.grade, result.strength.is_strong),
        cap: result.cap.number(),
        supported_by: supporting.iter().map(ToString::to_string).collect(),
        is_held: result.held_by.is_some(),
        checks: once(result.checks.iter().map(check)),
        is_contradicted: result.reading.is_contradicted,
        levels: levels(result.reading),
    }
}

fn control(
    evaluation: &Evaluation<'_>,
    assessment: &Assessment,
    result: &ControlResult<'_>,
) -> (Member, ControlOutcome) {
    let applies = match result.applies {
        Applies::Yes => "yes",
        Applies::Unjustified => "unjustified",
        Applies::No => "no",
    };
    let flag = match result.flag {
        Some(Flag::DesignAhead) => "paper",
        Some(Flag::OperationAhead) => "practice",
        None => "none",
    };
    let judged = (
        dimension(evaluation, assessment, (result, Dimension::Design)),
        dimension(evaluation, assessment, (result, Dimension::Operation)),
        levels(result.assured),
        flag.into(),
    );
    let outcome = ControlOutcome {
        applies: applies.into(),
        is_in_scope: result.is_in_scope,
        judged: (applies != "no").then_some(judged),
        sample_passed: result.sample.map(|it| it.is_passed),
    };
    (member(&result.control.id, result.role), outcome)
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Contradicted => "contradicted",
        Status::Gap => "gap",
        Status::Unknown => "unknown",
        Status::Claimed => "claimed",
        Status::Met => "met",
    }
}

fn requirement(
    evaluation: &Evaluation<'_>,
    result: &RequirementResult<'_>,
) -> ((String, String, String), RequirementOutcome) {
    let bearing = |dimension| {
        result.dimension(dimension).map(|minimum| BearingOutcome {
            levels: levels(minimum),
            is_contradicted: minimum.is_contradicted,
            deciding: members(&evaluation.deciding(result, dimension)),
        })
    };
    let status = match result.status {
        RequirementStatus::NotCovered => "not-covered",
        RequirementStatus::NotApplicable => "not-applicable",
        RequirementStatus::Judged(judged) => status(judged),
    };
    let outcome = RequirementOutcome {
        design: bearing(Dimension::Design),
        operation: bearing(Dimension::Operation),
        status: status.into(),
        planned: result.requirement.planned_controls().map(ToString::to_string).collect(),
    };
    let (framework, requirement) = (&result.framework.id, &result.requirement.id);
    let key = (framework.to_string(), requirement.to_string(), view(result.view));
    (key, outcome)
}

fn share(share: Share) -> (u32, u32) {
    (share.part, share.of)
}

fn mean(mean: Mean) -> (u32, u32, String) {
    (mean.sum, mean.weight, mean.to_string())
}

fn figures(
    figures: &figures::Figures,
    members: &[member::Member<'_, '_>],
    dimension: Dimension,
    settings: &Settings,
) -> Figures {
    let means = figures.mean;
    let lowest = lowest_keys(members, dimension, figures);
    let lift = lift(members, dimension, figures.group_level.confirmed, settings);
    Figures {
        group_level: levels(figures.group_level),
        means: [means.low, means.confirmed, means.claimed, means.high].map(mean),
        floor: figures.floor.map(|it| (it.number(), self::members(&lowest))),
        coverage: share(figures.coverage),
        is_provisional: figures.is_provisional,
        evidence: share(figures.evidence),
        lift: lift.map(|it| (it.to.number(), self::members(&it.controls), it.n_needed)),
    }
}

fn group(evaluation: &Evaluation<'_>, result: &GroupResult) -> ((String, String), GroupOutcome) {
    let all = evaluation.members(&result.key, result.view);
    let of = |it| result.dimension(it).map(|found| figures(found, &all, it, evaluation.settings));
    let key = match &result.key {
        GroupKey::Overall => "overall".into(),
        GroupKey::Framework(framework) => format!("framework {framework}"),
        GroupKey::Domain(domain) => format!("domain {domain}"),
    };
    let outcome = GroupOutcome {
        design: of(Dimension::Design),
        operation: of(Dimension::Operation),
        not_applicable: share(result.not_applicable),
        is_thin: result.is_thin,
    };
    ((key, view(result.view)), outcome)
}

fn gap(gap: &Gap<'_>) -> GapOutcome {
    let (control, role) = member(&gap.control.id, gap.role);
    let dimension = match gap.dimension {
        Dimension::Design => "design",
        Dimension::Operation => "operation",
    };
    let kind = match gap.kind {
        GapKind::Contradicted => "contradicted",
        GapKind::Missing => "missing",
        GapKind::Unproven => "unproven",
        GapKind::Unanswered => "unanswered",
    };
    GapOutcome {
        control,
        role,
        dimension: dimension.into(),
        kind: kind.into(),
        levels: levels(gap.reading),
        is_contradicted: gap.reading.is_contradicted,
        shortfall: gap.shortfall,
        reach: gap.reach,
        priority: gap.priority,
    }
}

fn risk(evaluation: &Evaluation<'_>, result: &RiskResult<'_>) -> RiskOutcome {
    let status = match result.status {
        RiskStatus::NotCovered => "not-covered",
        RiskStatus::Open => "open",
        RiskStatus::Unknown => "unknown",
        RiskStatus::Claimed => "claimed",
        RiskStatus::PartlyCovered => "partly-covered",
        RiskStatus::Covered => "covered",
        RiskStatus::NotApplicable => "not-applicable",
    };
    RiskOutcome {
        risk: result.risk.id.to_string(),
        status: status.into(),
        deciding: members(&evaluation.deciding_risk(result)),
        planned: result.risk.planned_controls().map(ToString::to_string).collect(),
    }
}
