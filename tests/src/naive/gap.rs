//! Section 9: gaps, in order.

use super::attestation::Place;
use super::level::{levels, member, status};
use super::testimony::is_contradicted;
use super::{Case, GapOutcome, answer, requirement, scope};
use kumomori_core::control::Control;
use kumomori_core::dimension::Dimension;
use kumomori_core::role::Role;
use std::cmp::Reverse;

pub(super) fn gaps(case: Case<'_>) -> Vec<GapOutcome> {
    let mut gaps = Vec::new();
    for (control, role) in scope::members(case) {
        for dimension in [Dimension::Design, Dimension::Operation] {
            if scope::is_in_scope(case, control, role) && answer::is_applicable(case, control, role)
            {
                gaps.extend(gap(case, control, role, dimension).map(|it| (control, role, it)));
            }
        }
    }
    gaps.sort_by_key(|(control, role, gap)| {
        let is_key = control.weight >= case.library.settings.key_weight;
        (
            !gap.is_contradicted,
            Reverse(gap.priority),
            Reverse(is_key),
            control.effort,
            control.id.clone(),
            *role,
            gap.dimension.clone(),
        )
    });
    gaps.into_iter().map(|(_, _, gap)| gap).collect()
}

fn gap(case: Case<'_>, control: &Control, role: Role, dimension: Dimension) -> Option<GapOutcome> {
    let target = case.assessment.scope.target_level.number();
    let levels = levels(case, control, role, dimension, Place::Anywhere);
    let is_contradicted = is_contradicted(case, control, role, dimension);
    if levels[1] >= target && !is_contradicted {
        return None;
    }
    let kind = if is_contradicted {
        "contradicted"
    } else if !answer::is_answered(case, control, role, dimension) {
        "unanswered"
    } else if levels[2] < target {
        "missing"
    } else {
        "unproven"
    };
    let dimension_word = match dimension {
        Dimension::Design => "design",
        Dimension::Operation => "operation",
    };
    let shortfall = target.saturating_sub(levels[1]);
    let reach = reach(case, control, role, dimension, status(levels, is_contradicted, target));
    let (name, role) = member(control, role);
    Some(GapOutcome {
        control: name,
        role,
        dimension: dimension_word.into(),
        kind: kind.into(),
        levels,
        is_contradicted,
        shortfall,
        reach,
        priority: u32::from(control.weight) * u32::from(shortfall) * (1 + reach),
    })
}

fn reach(case: Case<'_>, control: &Control, role: Role, dimension: Dimension, status: &str) -> u32 {
    let mut reach = 0;
    for framework in scope::targets(case) {
        for requirement in &framework.requirements {
            let bears = scope::naming(case, requirement, control)
                .into_iter()
                .any(|aspects| dimension == Dimension::Design || aspects.operation);
            let outcome = requirement::for_role(case, framework, requirement, role);
            if bears && outcome.is_some_and(|it| it.status == status) {
                reach += 1;
            }
        }
    }
    reach
}
