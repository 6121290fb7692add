//! Random small libraries that keep the invariants of policies/.

use crate::plain::{self, TEXT};
use kumomori_core::control::{CallsFor, Control, ControlRef, Duty};
use kumomori_core::dimension::Aspects;
use kumomori_core::framework::{
    Addressing, Category, Examination, Framework, Part, Requirement, Row, framework_ref,
};
use kumomori_core::id::ControlId;
use kumomori_core::library::Library;
use kumomori_core::risk::{Risk, RiskKind};
use kumomori_core::role::{Role, Roles};
use kumomori_core::sample::Tolerance;
use kumomori_core::settings::Settings;
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeSet;

/// The categories of every framework that has some; the first is always in.
pub const CATEGORIES: [&str; 3] = ["security", "availability", "privacy"];

const DOMAINS: [&str; 3] = ["access", "data", "people"];
const EDITIONS: [(&str, &str); 3] = [("alpha", "1"), ("alpha", "2"), ("beta", "1")];
const PLANNED: [&str; 2] = ["x0", "x1"];

/// A library with 3 to 12 controls and 1 to 3 framework editions.
pub fn library() -> BoxedStrategy<Library> {
    (3..=12_usize)
        .prop_flat_map(|n| {
            let controls = vec(control_traits(), n);
            let frameworks = vec(framework(n).boxed(), 1..=3);
            let risks = vec(vec(pick(n), 0..=4), 0..=3);
            (controls, frameworks, risks, settings().boxed()).prop_map(
                |(controls, frameworks, risks, settings)| {
                    let controls: Vec<Control> = controls
                        .into_iter()
                        .enumerate()
                        .map(|(idx, it)| control(idx, it))
                        .collect();
                    let risks = risks.into_iter().enumerate();
                    let risks = risks.map(|(idx, picks)| risk(idx, &picks)).collect();
                    Library {
                        settings,
                        domains: DOMAINS.map(plain::domain).into(),
                        planned: PLANNED.map(|it| it.parse().unwrap()).into(),
                        risks,
                        ..plain::library(controls, with_editions(frameworks))
                    }
                },
            )
        })
        .boxed()
}

/// The usual settings, or ones that keep their shape.
fn settings() -> impl Strategy<Value = Settings> {
    let other = (
        prop_oneof![Just(500_u32), Just(666), Just(850), Just(1000)],
        prop_oneof![Just(500_u32), Just(800), Just(1000)],
        prop_oneof![Just(0_u32), Just(250), Just(500)],
        prop_oneof![Just(6_i32), Just(12)],
        prop_oneof![Just(3_i32), Just(6)],
        prop_oneof![Just(6_i32), Just(12)],
        prop_oneof![Just(2_u8), Just(3)],
        0..=5_u32,
        select(vec![
            ([1, 2, 3], 1_i32),
            ([0, 2, 4], 2),
            ([1, 3, 3], 3),
            ([0, 1, 3], 3),
            ([1, 4, 0], 6),
        ]),
    )
        .prop_map(|(share, coverage, thin, fresh, period, age, key, all_below, documents)| {
            Settings {
                group_share: share,
                coverage_provisional: coverage,
                not_applicable_thin: thin,
                evidence_fresh: fresh,
                document_grades: documents.0,
                series_months: documents.1,
                report_period: period,
                report_age: age,
                key_weight: key,
                sample_all_below: all_below,
                attested_level: plain::level(2),
                design_caps: [0, 1, 2, 3, 4].map(plain::level),
                operation_caps: [1, 2, 3, 4, 5].map(plain::level),
                operation_cap_sampled: plain::level(5),
                sample_normal: Tolerance { confidence: 800, tolerable: 200 },
                ..plain::settings()
            }
        });
    prop_oneof![3 => Just(plain::settings()), 1 => other]
}

pub(super) fn roles() -> impl Strategy<Value = Roles> {
    prop_oneof![
        1 => Just(Roles::NONE.with(Role::Customer)),
        2 => Just(Roles::NONE.with(Role::Provider)),
        3 => Just(Roles::BOTH),
    ]
}

pub(super) fn aspects() -> impl Strategy<Value = Aspects> {
    prop_oneof![
        2 => Just(Aspects::BOTH),
        1 => Just(Aspects { design: true, operation: false }),
        1 => Just(Aspects { design: false, operation: true }),
    ]
}

type ControlTraits = (usize, u8, u8, Option<CallsFor>, Roles);

fn control_traits() -> impl Strategy<Value = ControlTraits> {
    let calls_for =
        prop_oneof![Just(CallsFor::Ai), Just(CallsFor::PersonalData), Just(CallsFor::Always)];
    (0..DOMAINS.len(), 1..=3_u8, 1..=5_u8, weighted(0.2, calls_for), roles())
}

fn control(idx: usize, (domain, weight, effort, calls_for, roles): ControlTraits) -> Control {
    Control {
        domain: DOMAINS[domain].parse().unwrap(),
        effort,
        calls_for,
        duties: roles.iter().map(|role| Duty { role, text: TEXT, models: Vec::new() }).collect(),
        ..plain::control(&format!("c{idx:02}"), weight)
    }
}

/// The index of a control, or of a planned one.
type Pick = Result<usize, usize>;

fn pick(n: usize) -> impl Strategy<Value = Pick> {
    prop_oneof![12 => (0..n).prop_map(Ok), 1 => (0..PLANNED.len()).prop_map(Err)]
}

fn planned(idx: usize) -> ControlId {
    PLANNED[idx].parse().unwrap()
}

fn named(pick: Pick) -> ControlRef {
    pick.map_or_else(|idx| ControlRef::Planned(planned(idx)), ControlRef::Known)
}

fn risk(idx: usize, picks: &[Pick]) -> Risk {
    let distinct: BTreeSet<Pick> = picks.iter().copied().collect();
    let controls = distinct.into_iter().map(named);
    Risk {
        id: format!("r{idx}").parse().unwrap(),
        kind: RiskKind::Cloud,
        title: TEXT,
        description: TEXT,
        controls: controls.collect(),
    }
}

/// One whole row or some part rows, and related ones beside them; each control at most once.
fn rows(n: usize) -> impl Strategy<Value = Vec<Row>> {
    let row = move |part| {
        (pick(n), aspects()).prop_map(move |(pick, aspects)| Row {
            control: named(pick),
            part,
            aspects,
            reason: TEXT,
        })
    };
    let answering = prop_oneof![vec(row(Part::Whole), 1), vec(row(Part::Part), 1..=4)];
    (answering, vec(row(Part::Related), 0..=2)).prop_map(|(answering, related)| {
        let mut rows: Vec<Row> = Vec::new();
        for row in answering.into_iter().chain(related) {
            if rows.iter().all(|it| it.control != row.control) {
                rows.push(row);
            }
        }
        rows
    })
}

fn requirement(n: usize) -> impl Strategy<Value = Requirement> {
    (roles(), 0..CATEGORIES.len(), rows(n)).prop_map(|(roles, category, rows)| Requirement {
        category: Some(CATEGORIES[category].parse().unwrap()),
        asks: roles.iter().map(|role| (role, TEXT)).collect(),
        ..plain::requirement("unnamed", rows)
    })
}

fn framework(n: usize) -> impl Strategy<Value = Framework> {
    let addressing = prop_oneof![Just(Addressing::Each), Just(Addressing::Provider)];
    let examination = prop_oneof![
        Just(Examination::ManagementSystem),
        Just(Examination::Extension),
        Just(Examination::Report),
    ];
    (addressing, examination, any::<bool>(), vec(requirement(n), 0..=6)).prop_map(
        |(addressing, examination, has_categories, mut requirements)| {
            for (idx, requirement) in requirements.iter_mut().enumerate() {
                requirement.id = format!("q{idx}").parse().unwrap();
                requirement.category.take_if(|_| !has_categories);
            }
            let categories = if has_categories { &CATEGORIES[..] } else { &[] };
            Framework {
                addressing,
                examination,
                categories: categories.iter().map(|it| category(it)).collect(),
                ..plain::framework("unnamed", requirements)
            }
        },
    )
}

fn category(id: &str) -> Category {
    Category {
        id: id.parse().unwrap(),
        is_always_in: id == CATEGORIES[0],
        title: TEXT,
        description: TEXT,
    }
}

fn with_editions(mut frameworks: Vec<Framework>) -> Vec<Framework> {
    for (framework, (id, edition)) in frameworks.iter_mut().zip(EDITIONS) {
        framework.id = framework_ref(id, edition).unwrap();
    }
    frameworks
}
