//! Evaluation ends without a panic on inputs that no reader of files would let through.

use kumomori_core::assessment::{Answer, Assessment, Automation, Sample, Window};
use kumomori_core::control::ControlRef;
use kumomori_core::date::Date;
use kumomori_core::evaluation::{Evaluation, evaluate};
use kumomori_core::library::Library;
use kumomori_core::role::Roles;
use kumomori_core::sample::{MAX_ITEMS, Tolerance, binomial_upper, hypergeometric_upper};
use kumomori_core::settings::Settings;
use kumomori_core::testimony::{Hearing, Testimony};
use kumomori_tests::random::documents::Documents;
use kumomori_tests::{plain, random};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

fn count() -> impl Strategy<Value = u32> {
    prop_oneof![Just(0), Just(1), Just(12), Just(9_999), Just(10_001), Just(u32::MAX), 0..=99_u32]
}

fn items() -> impl Strategy<Value = u32> {
    prop_oneof![Just(0), Just(MAX_ITEMS - 1), Just(MAX_ITEMS), 0..=MAX_ITEMS]
}

fn day() -> impl Strategy<Value = Date> {
    prop_oneof![Just((1, 1, 1)), Just((1, 3, 31)), Just((9999, 12, 31)), Just((2024, 2, 29))]
        .prop_map(|(year, month, day)| Date::new(year, month, day).unwrap_or_else(plain::day))
}

fn sample() -> impl Strategy<Value = Sample> {
    let automation = prop::option::of(prop::option::of(day()));
    (prop::option::of(count()), count(), count(), automation).prop_map(
        |(population, tested, deviations, automation)| Sample {
            population,
            tested,
            deviations,
            automation: automation.map(|unchanged_since| Automation { unchanged_since }),
        },
    )
}

/// Any samples, grades and days, and answers and targets that come twice.
fn wild_assessment() -> impl Strategy<Value = (Library, Assessment, Date)> {
    let values = (vec((sample(), any::<u8>(), day()), 16), (day(), day()), day());
    (random::case(), values.boxed()).prop_map(
        |((library, mut assessment, _), (values, (from, to), as_of))| {
            for (answer, (sample, grade, date)) in assessment.answers.iter_mut().zip(&values) {
                answer.sample = Some(*sample);
                for entry in &mut answer.evidence {
                    (entry.grade, entry.date) = (*grade, Some(*date));
                }
            }
            for (paper, (_, _, date)) in assessment.attestations.iter_mut().zip(&values) {
                (paper.from, paper.to) = (Some(*date), Some(to));
            }
            assessment.window = Some(Window { from, to });
            assessment.answers.extend_from_within(..assessment.answers.len().min(2));
            assessment.attestations.extend_from_within(..assessment.attestations.len().min(2));
            assessment.scope.targets.extend_from_within(..assessment.scope.targets.len().min(1));
            (library, assessment, as_of)
        },
    )
}

fn wild_settings() -> impl Strategy<Value = Settings> {
    let months = || prop_oneof![Just(-i32::MAX), Just(-1), Just(0), Just(i32::MAX)];
    let tolerance = || {
        (count(), count()).prop_map(|(confidence, tolerable)| Tolerance { confidence, tolerable })
    };
    let documents = (any::<[u8; 3]>(), months());
    let months = (months(), months(), months());
    ((count(), count(), count()), months, tolerance(), any::<u8>(), documents).prop_map(
        |(shares, months, tolerance, key_weight, documents)| Settings {
            group_share: shares.0,
            coverage_provisional: shares.1,
            not_applicable_thin: shares.2,
            evidence_fresh: months.0,
            report_period: months.1,
            report_age: months.2,
            sample_normal: tolerance,
            sample_key: tolerance,
            key_weight,
            document_grades: documents.0,
            series_months: documents.1,
            ..plain::settings()
        },
    )
}

/// Any settings, weights and efforts, and rows that lead nowhere.
fn wild_library() -> impl Strategy<Value = (Library, Assessment, Date)> {
    let values = (vec((any::<u8>(), any::<u8>()), 12), wild_settings(), any::<Index>());
    (random::case(), values.boxed()).prop_map(
        |((mut library, assessment, as_of), (values, settings, place))| {
            library.settings = settings;
            for (control, (weight, effort)) in library.controls.iter_mut().zip(values) {
                (control.weight, control.effort) = (weight, effort);
            }
            let requirements = library.frameworks.iter_mut().flat_map(|it| &mut it.requirements);
            for row in requirements.flat_map(|it| &mut it.rows) {
                if place.index(3) == 0 {
                    row.control = ControlRef::Known(usize::MAX);
                }
            }
            (library, assessment, as_of)
        },
    )
}

fn wild_testimony() -> impl Strategy<Value = Testimony> {
    let tool = prop::option::of(prop_oneof![Just(""), Just(" \u{3000}"), Just("tool 1")]);
    let period = prop::option::of((day(), day()).prop_map(|(from, to)| Window { from, to }));
    let fresh_months = prop_oneof![Just(0), Just(1), Just(u8::MAX)];
    (tool, prop::option::of(day()), period, fresh_months).prop_map(
        |(tool, collected, period, fresh_months)| Testimony {
            tool: tool.map(String::from),
            collected,
            period,
            fresh_months,
            ..plain::testimony("accounts")
        },
    )
}

/// Any settings and days, statements that come twice, checks without a kind, perhaps no roles.
fn wild_documents() -> impl Strategy<Value = (Library, Assessment, Documents, Date)> {
    let values = (vec(wild_testimony(), 8), wild_settings(), (day(), day()), day());
    let is_role_less = prop::bool::weighted(0.1);
    (random::case_with_documents(), values.boxed(), is_role_less).prop_map(
        |((mut library, mut assessment, mut documents, _), values, is_role_less)| {
            let (wild, settings, (from, to), as_of) = values;
            for (it, wild) in documents.testimonies.iter_mut().zip(wild) {
                it.statements.extend_from_within(..it.statements.len().min(1));
                let (kind, role) = (it.kind.clone(), it.role);
                *it = Testimony { kind, role, statements: it.statements.clone(), ..wild };
            }
            if let Some(check) = documents.checks.checks.first_mut() {
                check.kind = usize::MAX;
                check.controls.extend_from_within(..check.controls.len().min(1));
            }
            if is_role_less {
                assessment.scope.roles = Roles::NONE;
            }
            library.settings = settings;
            assessment.window = Some(Window { from, to });
            (library, assessment, documents, as_of)
        },
    )
}

proptest! {
    #![proptest_config(random::cases(500, 10_000))]

    #[test]
    fn a_wild_assessment_is_evaluated((library, assessment, as_of) in wild_assessment()) {
        prop_assert_eq!(evaluate(&library, &assessment, Hearing::default(), as_of).as_of, as_of);
    }

    #[test]
    fn a_wild_library_is_evaluated((library, assessment, as_of) in wild_library()) {
        prop_assert_eq!(evaluate(&library, &assessment, Hearing::default(), as_of).as_of, as_of);
    }

    #[test]
    fn wild_documents_are_heard((library, assessment, documents, as_of) in wild_documents()) {
        let evaluation = evaluate(&library, &assessment, documents.hearing(), as_of);
        prop_assert_eq!(evaluation.testimonies.len(), documents.testimonies.len());
    }

    #[test]
    fn the_largest_samples_have_bounds(
        n in items(), k in items(), all in items(), confidence in 1..=999_u32,
    ) {
        prop_assert!(binomial_upper(n, k, confidence) <= 1_000_000);
        prop_assert!(hypergeometric_upper(all, n, k, confidence) <= all);
    }
}

fn figures(evaluation: &Evaluation<'_>) -> usize {
    let groups = evaluation.groups.iter();
    groups.filter(|it| it.design.is_some() || it.operation.is_some()).count()
}

#[test]
fn an_empty_library_gives_no_figures() {
    let library = plain::library(Vec::new(), Vec::new());
    let assessment = plain::assessment(vec![plain::answer("c", 3, 3, 3)]);
    let evaluation = evaluate(&library, &assessment, Hearing::default(), plain::day());
    assert!(evaluation.controls.is_empty());
    assert_eq!(figures(&evaluation), 0);
}

#[test]
fn an_assessment_without_roles_gives_no_figures() {
    let library = plain::library_of(vec![plain::control("c", 3)]);
    let mut assessment = plain::assessment(vec![plain::answer("c", 3, 3, 3)]);
    assessment.scope.roles = Roles::NONE;
    assert_eq!(figures(&evaluate(&library, &assessment, Hearing::default(), plain::day())), 0);
}

#[test]
fn evidence_of_the_first_day_of_the_calendar_is_old_and_not_left_out() {
    let Some(first) = Date::new(1, 1, 1) else { unreachable!("the calendar has a first day") };
    let library = plain::library_of(vec![plain::control("c", 1)]);
    let mut answer: Answer = plain::answer("c", 3, 3, 3);
    answer.evidence.iter_mut().for_each(|it| it.date = Some(first));
    let evaluation =
        evaluate(&library, &plain::assessment(vec![answer]), Hearing::default(), plain::day());
    let grades: Vec<u8> = evaluation.controls.iter().map(|it| it.design.strength.grade).collect();
    assert_eq!(grades, [2]);
}
