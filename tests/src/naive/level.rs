//! Section 5: the four readings of a control.

use super::attestation::{self, Place};
use super::testimony::{self, is_assured_contradicted, is_contradicted};
use super::{Case, ControlOutcome, DimensionOutcome, Levels, Member, answer, scope};
use kumomori_core::control::Control;
use kumomori_core::dimension::Dimension;
use kumomori_core::ladder::Rung;
use kumomori_core::role::Role;
use std::collections::BTreeMap;

/// One dimension as it stands.
pub(super) fn levels(
    case: Case<'_>,
    control: &Control,
    role: Role,
    dimension: Dimension,
    place: Place<'_>,
) -> Levels {
    let [low, confirmed, claimed, high] = uncontradicted(case, control, role, dimension, place);
    if is_contradicted(case, control, role, dimension) {
        [low.min(1), confirmed.min(1), claimed, high.min(1)]
    } else {
        [low, confirmed, claimed, high]
    }
}

/// One dimension, whatever checks contradict.
fn uncontradicted(
    case: Case<'_>,
    control: &Control,
    role: Role,
    dimension: Dimension,
    place: Place<'_>,
) -> Levels {
    let is_supported = !attestation::supporting(case, control, role, dimension, place).is_empty();
    let is_held = dimension == Dimension::Operation && attestation::is_held(case, control, role);
    let attested = case.library.settings.attested_level.number();
    if !answer::is_answered(case, control, role, dimension) {
        let seen = match (is_supported, is_held) {
            (true, true) => attested.min(1),
            (true, false) => attested,
            (false, _) => 0,
        };
        return [0, seen, seen, 5];
    }
    let claimed = answer::level(case, control, role, dimension, Rung::No);
    let high = answer::level(case, control, role, dimension, Rung::Full);
    let cap = answer::cap(case, control, role, dimension);
    let mut low = claimed.min(cap);
    let mut confirmed = if is_supported { claimed.min(cap.max(attested)) } else { low };
    if is_held {
        confirmed = confirmed.min(1);
        low = low.min(confirmed);
    }
    [low, confirmed, claimed, high]
}

pub(super) fn lower(a: Levels, b: Levels) -> Levels {
    [a[0].min(b[0]), a[1].min(b[1]), a[2].min(b[2]), a[3].min(b[3])]
}

/// Design as it stands, or assured operation.
pub(super) fn assured(
    case: Case<'_>,
    control: &Control,
    role: Role,
    dimension: Dimension,
    place: Place<'_>,
) -> Levels {
    let design = levels(case, control, role, Dimension::Design, place);
    match dimension {
        Dimension::Design => design,
        Dimension::Operation => {
            lower(design, levels(case, control, role, Dimension::Operation, place))
        }
    }
}

/// Section 8: what levels say against a target.
pub(super) fn status(levels: Levels, is_contradicted: bool, target: u8) -> &'static str {
    let [_, confirmed, claimed, high] = levels;
    if is_contradicted {
        "contradicted"
    } else if confirmed >= target {
        "met"
    } else if high < target {
        "gap"
    } else if claimed < target {
        "unknown"
    } else {
        "claimed"
    }
}

/// The status of design, or of assured operation, against the target.
pub(super) fn assured_status(
    case: Case<'_>,
    control: &Control,
    role: Role,
    dimension: Dimension,
) -> &'static str {
    let target = case.assessment.scope.target_level.number();
    let levels = assured(case, control, role, dimension, Place::Anywhere);
    status(levels, is_assured_contradicted(case, control, role, dimension), target)
}

/// The worst of some statuses.
pub(super) fn worst(statuses: &[&str]) -> &'static str {
    let order = ["contradicted", "gap", "unknown", "claimed", "met"];
    order.into_iter().find(|it| statuses.contains(it)).unwrap()
}

fn flag(design: Levels, operation: Levels) -> String {
    let (design, operation) = (design[1], operation[1]);
    if design >= operation + 2 {
        "paper".into()
    } else if operation >= design + 2 {
        "practice".into()
    } else {
        "none".into()
    }
}

fn dimension_outcome(
    case: Case<'_>,
    control: &Control,
    role: Role,
    dimension: Dimension,
) -> DimensionOutcome {
    DimensionOutcome {
        is_answered: answer::is_answered(case, control, role, dimension),
        strength: (
            answer::grade(case, control, role, dimension),
            answer::is_strong(case, control, role, dimension),
        ),
        cap: answer::cap(case, control, role, dimension),
        supported_by: attestation::supporting(case, control, role, dimension, Place::Anywhere),
        is_held: dimension == Dimension::Operation && attestation::is_held(case, control, role),
        checks: testimony::checks(case, control, role, dimension),
        is_contradicted: is_contradicted(case, control, role, dimension),
        levels: levels(case, control, role, dimension, Place::Anywhere),
    }
}

pub(super) fn member(control: &Control, role: Role) -> Member {
    let role = match role {
        Role::Customer => "customer",
        Role::Provider => "provider",
    };
    (control.id.to_string(), role.into())
}

pub(super) fn controls(case: Case<'_>) -> BTreeMap<Member, ControlOutcome> {
    let mut outcomes = BTreeMap::new();
    for (control, role) in scope::members(case) {
        let design = dimension_outcome(case, control, role, Dimension::Design);
        let operation = dimension_outcome(case, control, role, Dimension::Operation);
        let assured = assured(case, control, role, Dimension::Operation, Place::Anywhere);
        let flag = flag(design.levels, operation.levels);
        let outcome = ControlOutcome {
            applies: answer::applies(case, control, role).into(),
            is_in_scope: scope::is_in_scope(case, control, role),
            judged: answer::is_applicable(case, control, role)
                .then_some((design, operation, assured, flag)),
            sample_passed: answer::sample_passed(case, control, role),
        };
        outcomes.insert(member(control, role), outcome);
    }
    outcomes
}
