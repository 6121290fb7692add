//! Random assessments over a library.

use super::day_near;
use super::library::{CATEGORIES, aspects, roles};
use crate::plain;
use kumomori_core::assessment::{
    Answer, Applicability, Assessment, Automation, Evidence, Exclusion, ExclusionReason, Sample,
    Scope, Target, Window,
};
use kumomori_core::attestation::{Attestation, AttestationKind, AttestationState};
use kumomori_core::date::Date;
use kumomori_core::framework::framework_ref;
use kumomori_core::id::{CategoryId, ControlId, FrameworkRef};
use kumomori_core::ladder::{Ladder, Rung};
use kumomori_core::library::Library;
use kumomori_core::role::Role;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// An assessment over a library, with dates around a day.
pub fn assessment(library: &Library, as_of: Date) -> BoxedStrategy<Assessment> {
    let editions = editions(library);
    let controls = controls(library);
    let window = option::weighted(0.8, (day_near(as_of), day_near(as_of)));
    (
        scope(editions.clone()),
        window,
        answers(&controls, as_of),
        attestations(editions, controls, as_of),
    )
        .prop_map(|(scope, window, answers, attestations)| Assessment {
            scope,
            window: window.map(|(a, b)| Window { from: a.min(b), to: a.max(b) }),
            attestations,
            ..plain::assessment(answers)
        })
        .boxed()
}

/// The editions of the library and one that it does not have.
fn editions(library: &Library) -> Vec<FrameworkRef> {
    let known = library.frameworks.iter().map(|it| it.id.clone());
    known.chain(framework_ref("alpha", "9")).collect()
}

/// The controls of the library, a planned one and one that nobody knows.
fn controls(library: &Library) -> Vec<ControlId> {
    let known = library.controls.iter().map(|it| it.id.clone());
    known.chain(["x0", "zz"].map(|it| it.parse().unwrap())).collect()
}

fn categories() -> impl Strategy<Value = Vec<CategoryId>> {
    let all: Vec<CategoryId> = CATEGORIES.iter().map(|it| it.parse().unwrap()).collect();
    subsequence(all, 0..=3)
}

fn scope(editions: Vec<FrameworkRef>) -> impl Strategy<Value = Scope> {
    let n = editions.len();
    let targets = subsequence(editions, 0..=n).prop_shuffle().prop_flat_map(|editions| {
        let target = |framework| {
            categories().prop_map(move |categories| Target {
                framework: FrameworkRef::clone(&framework),
                categories,
            })
        };
        editions.into_iter().map(target).collect::<Vec<_>>()
    });
    (roles(), any::<bool>(), any::<bool>(), targets, 1..=5_u8).prop_map(
        |(roles, uses_ai, personal_data, targets, target_level)| Scope {
            roles,
            uses_ai,
            personal_data,
            targets,
            target_level: plain::level(target_level),
            ..plain::assessment(Vec::new()).scope
        },
    )
}

/// At most one answer for every control and role, in any order.
fn answers(controls: &[ControlId], as_of: Date) -> impl Strategy<Value = Vec<Answer>> + use<> {
    let mut all = Vec::new();
    for control in controls {
        for role in Role::ALL {
            all.push(option::weighted(0.8, answer(control.clone(), role, as_of).boxed()));
        }
    }
    all.prop_map(|answers| answers.into_iter().flatten().collect::<Vec<_>>()).prop_shuffle()
}

fn answer(control: ControlId, role: Role, as_of: Date) -> impl Strategy<Value = Answer> {
    let rest =
        (option::weighted(0.5, sample(as_of)), option::weighted(0.1, select(vec!["a0", "a9"])));
    (applicability(), ladder(), ladder(), vec(evidence(as_of), 0..=3), rest).prop_map(
        move |(applicability, design, operation, evidence, (sample, inherited_from))| Answer {
            applicability,
            design,
            operation,
            evidence,
            sample,
            inherited_from: inherited_from.map(|it| it.parse().unwrap()),
            ..Answer::blank(control.clone(), role)
        },
    )
}

fn applicability() -> impl Strategy<Value = Applicability> {
    let words = || prop_oneof![3 => Just("because"), 1 => Just(" \u{3000}"), 1 => Just("")];
    let exclusion = (select(ExclusionReason::ALL.to_vec()), words(), words()).prop_map(
        |(reason, justification, by)| {
            let (justification, by) = (justification.into(), by.into());
            Applicability::NotApplicable(Exclusion { reason, justification, by })
        },
    );
    prop_oneof![5 => Just(Applicability::Applicable), 1 => exclusion]
}

/// Any rungs, more often ones that start with full rungs.
fn ladder() -> impl Strategy<Value = Ladder> {
    let rung = select(vec![Rung::Unknown, Rung::No, Rung::Partial, Rung::Largely, Rung::Full]);
    let any_rungs = [rung.clone(), rung.clone(), rung.clone(), rung.clone(), rung];
    let climbing = (0..=5_usize, any_rungs.clone()).prop_map(|(n_full, mut rungs)| {
        rungs.iter_mut().take(n_full).for_each(|it| *it = Rung::Full);
        Ladder(rungs)
    });
    prop_oneof![
        1 => Just(Ladder::UNKNOWN),
        2 => any_rungs.prop_map(Ladder),
        5 => climbing,
    ]
}

/// An entry of evidence.
pub fn evidence(as_of: Date) -> impl Strategy<Value = Evidence> {
    let grade = prop_oneof![2 => 0..=4_u8, 3 => 3..=4_u8];
    (aspects(), grade, option::weighted(0.8, day_near(as_of)))
        .prop_map(|(aspects, grade, date)| Evidence { aspects, date, ..plain::evidence(grade) })
}

/// A sample, with luck of all items but one or two.
fn sample(as_of: Date) -> impl Strategy<Value = Sample> {
    let population = prop_oneof![2 => 0..=13_u32, 1 => Just(12), 2 => 13..=80_u32];
    let items = prop_oneof![
        (0..=100_u32).prop_map(|tested| (None, tested)),
        (population.clone(), 0..=80_u32).prop_map(|(all, tested)| (Some(all), tested.min(all))),
        (population, 0..=2_u32).prop_map(|(all, left)| (Some(all), all.saturating_sub(left))),
    ];
    let deviations = prop_oneof![4 => Just(0_u32), 1 => 0..=3_u32];
    let automation = option::weighted(0.2, option::weighted(0.8, day_near(as_of)));
    (items, deviations, automation).prop_map(|((population, tested), deviations, automation)| {
        Sample {
            population,
            tested,
            deviations: deviations.min(tested),
            automation: automation.map(|unchanged_since| Automation { unchanged_since }),
        }
    })
}

fn attestations(
    editions: Vec<FrameworkRef>,
    controls: Vec<ControlId>,
    as_of: Date,
) -> impl Strategy<Value = Vec<Attestation>> {
    vec(attestation(editions, controls, as_of).boxed(), 0..=4).prop_map(|mut attestations| {
        for (idx, attestation) in attestations.iter_mut().enumerate() {
            attestation.id = format!("a{idx}").parse().unwrap();
        }
        attestations
    })
}

fn attestation(
    editions: Vec<FrameworkRef>,
    controls: Vec<ControlId>,
    as_of: Date,
) -> impl Strategy<Value = Attestation> {
    let state = prop_oneof![
        6 => Just(AttestationState::Held),
        1 => Just(AttestationState::Planned),
        1 => Just(AttestationState::Expired),
    ];
    let day = || option::weighted(0.8, day_near(as_of));
    let paper = (select(AttestationKind::ALL.to_vec()), select(editions), state);
    let dates = (prop::bool::weighted(0.9), day(), day());
    let exceptions = subsequence(controls, 0..=2);
    (paper, dates, categories(), exceptions).prop_map(
        |((kind, framework, state), (names_service, from, to), categories, exceptions)| {
            Attestation {
                kind,
                state,
                names_service,
                from,
                to,
                categories,
                exceptions,
                ..plain::attestation(framework)
            }
        },
    )
}
