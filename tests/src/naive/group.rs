//! Section 7: the five figures of a group.

use super::attestation::Place;
use super::level::{assured, member};
use super::{Case, Figures, GroupOutcome, Levels, answer, lift, scope};
use kumomori_core::control::Control;
use kumomori_core::dimension::Dimension;
use kumomori_core::role::Role;
use std::collections::BTreeMap;

/// One applicable control and role of a group, seen in one dimension.
#[derive(Clone, Copy)]
pub(super) struct Seen<'a> {
    pub(super) control: &'a Control,
    pub(super) role: Role,
    pub(super) is_key: bool,
    pub(super) is_answered: bool,
    pub(super) is_strong: bool,
    pub(super) levels: Levels,
}

pub(super) fn total(members: &[Seen<'_>]) -> u32 {
    members.iter().map(|it| u32::from(it.control.weight)).sum()
}

fn total_where(members: &[Seen<'_>], counts: impl Fn(&Seen<'_>) -> bool) -> u32 {
    let counted: Vec<Seen<'_>> = members.iter().copied().filter(|it| counts(it)).collect();
    total(&counted)
}

fn views(case: Case<'_>) -> Vec<(&'static str, Vec<Role>)> {
    let roles = case.assessment.scope.roles;
    let mut views = Vec::new();
    if roles.customer {
        views.push(("customer", vec![Role::Customer]));
    }
    if roles.provider {
        views.push(("provider", vec![Role::Provider]));
    }
    if roles.customer && roles.provider {
        views.push(("both", vec![Role::Customer, Role::Provider]));
    }
    views
}

pub(super) fn groups(case: Case<'_>) -> BTreeMap<(String, String), GroupOutcome> {
    let mut groups = BTreeMap::new();
    for (view, roles) in views(case) {
        let in_view: Vec<(&Control, Role)> =
            scope::members(case).into_iter().filter(|(_, role)| roles.contains(role)).collect();
        let in_scope: Vec<(&Control, Role)> = in_view
            .iter()
            .copied()
            .filter(|(control, role)| scope::is_in_scope(case, control, *role))
            .collect();
        let overall = group(case, &in_scope, Place::Anywhere);
        groups.insert(("overall".into(), view.into()), overall);
        for framework in scope::targets(case) {
            let members: Vec<(&Control, Role)> = in_view
                .iter()
                .copied()
                .filter(|(control, role)| {
                    scope::is_in_scope_through(case, framework, control, *role)
                })
                .collect();
            let outcome = group(case, &members, Place::Framework(framework));
            groups.insert((format!("framework {}", framework.id), view.into()), outcome);
        }
        for domain in &case.library.domains {
            let members: Vec<(&Control, Role)> = in_scope
                .iter()
                .copied()
                .filter(|(control, _)| control.domain == domain.id)
                .collect();
            let outcome = group(case, &members, Place::Anywhere);
            groups.insert((format!("domain {}", domain.id), view.into()), outcome);
        }
    }
    groups
}

fn group(case: Case<'_>, members: &[(&Control, Role)], place: Place<'_>) -> GroupOutcome {
    let mut not_applicable = 0;
    let mut all = 0;
    for (control, role) in members {
        all += u32::from(control.weight);
        if !answer::is_applicable(case, control, *role) {
            not_applicable += u32::from(control.weight);
        }
    }
    GroupOutcome {
        design: figures(case, members, Dimension::Design, place),
        operation: figures(case, members, Dimension::Operation, place),
        not_applicable: (not_applicable, all),
        is_thin: not_applicable * 1000 > case.library.settings.not_applicable_thin * all,
    }
}

fn seen<'a>(
    case: Case<'_>,
    members: &[(&'a Control, Role)],
    dimension: Dimension,
    place: Place<'_>,
) -> Vec<Seen<'a>> {
    let mut all = Vec::new();
    for (control, role) in members.iter().copied() {
        if answer::is_applicable(case, control, role) {
            all.push(Seen {
                control,
                role,
                is_key: control.weight >= case.library.settings.key_weight,
                is_answered: answer::is_answered(case, control, role, dimension),
                is_strong: answer::is_strong(case, control, role, dimension),
                levels: assured(case, control, role, dimension, place),
            });
        }
    }
    all
}

fn figures(
    case: Case<'_>,
    members: &[(&Control, Role)],
    dimension: Dimension,
    place: Place<'_>,
) -> Option<Figures> {
    let settings = &case.library.settings;
    let members = seen(case, members, dimension, place);
    if members.is_empty() {
        return None;
    }
    let all = total(&members);
    let answered = total_where(&members, |it| it.is_answered);
    let group_level = [0, 1, 2, 3].map(|reading| group_level(case, &members, reading));
    Some(Figures {
        group_level,
        means: [0, 1, 2, 3].map(|reading| mean(&members, reading)),
        floor: floor(&members),
        coverage: (answered, all),
        is_provisional: answered * 1000 < settings.coverage_provisional * all,
        evidence: (total_where(&members, |it| it.is_strong), all),
        lift: lift::lift(case, &members, group_level[1]),
    })
}

fn group_level(case: Case<'_>, members: &[Seen<'_>], reading: usize) -> u8 {
    let mut reached = 0;
    for level in 1..=5 {
        let keys_are = members.iter().filter(|it| it.is_key).all(|it| it.levels[reading] >= level);
        let at_level = total_where(members, |it| it.levels[reading] >= level);
        if keys_are && at_level * 1000 > case.library.settings.group_share * total(members) {
            reached = level;
        }
    }
    reached
}

fn mean(members: &[Seen<'_>], reading: usize) -> (u32, u32, String) {
    let mut sum = 0;
    for it in members {
        sum += u32::from(it.control.weight) * u32::from(it.levels[reading]);
    }
    let weight = total(members);
    let printed = (2 * sum * 10_000 + weight) / (2 * weight);
    (sum, weight, format!("{}.{:04}", printed / 10_000, printed % 10_000))
}

fn floor(members: &[Seen<'_>]) -> Option<(u8, std::collections::BTreeSet<super::Member>)> {
    let keys: Vec<Seen<'_>> = members.iter().copied().filter(|it| it.is_key).collect();
    let lowest = keys.iter().map(|it| it.levels[1]).min()?;
    let at_lowest = keys.iter().filter(|it| it.levels[1] == lowest);
    Some((lowest, at_lowest.map(|it| member(it.control, it.role)).collect()))
}
