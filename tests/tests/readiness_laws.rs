//! What must hold of every reading of readiness, recomputed from the results by other means.

use kumomori_core::control_result::ControlResult;
use kumomori_core::dimension::{Dimension, Status};
use kumomori_core::evaluation::{Evaluation, evaluate};
use kumomori_core::framework::{Framework, Row};
use kumomori_core::ladder::Level;
use kumomori_core::readiness::{
    Finding, Item, Outlook, ReportType, certificate, criteria, outlook, satisfied, views,
};
use kumomori_core::requirement::{RequirementResult, RequirementStatus};
use kumomori_core::role::View;
use kumomori_core::testimony::Hearing;
use kumomori_tests::random;
use proptest::prelude::*;

fn judged<'a>(
    evaluation: &'a Evaluation<'a>,
    framework: &'a Framework,
) -> impl Iterator<Item = &'a RequirementResult<'a>> {
    let of_framework = |it: &&RequirementResult<'_>| it.framework.id == framework.id;
    let is_judged = |it: &&RequirementResult<'_>| matches!(it.status, RequirementStatus::Judged(_));
    evaluation.requirements.iter().filter(of_framework).filter(is_judged)
}

/// Whether every dimension that is asked for is confirmed at the examined level, uncontradicted.
fn is_confirmed(evaluation: &Evaluation<'_>, it: &RequirementResult<'_>) -> bool {
    let level = evaluation.settings.examined_level;
    Dimension::ALL
        .into_iter()
        .filter_map(|dimension| it.dimension(dimension))
        .all(|it| it.confirmed >= level && !it.is_contradicted)
}

/// The finding of a requirement by itself, in the words of docs/scoring.md.
fn alone(
    evaluation: &Evaluation<'_>,
    framework: &Framework,
    it: &RequirementResult<'_>,
) -> Finding {
    let level = evaluation.settings.examined_level;
    let asked: Vec<_> = it.design.into_iter().chain(it.operation).collect();
    let is_short = asked.iter().any(|it| it.is_contradicted || it.high < level);
    let is_contradicted = asked.iter().any(|it| it.is_contradicted);
    let is_absent = asked.iter().any(|it| it.high == Level::ZERO) && !is_contradicted;
    if is_short && is_absent && framework.is_clause(it.requirement) {
        Finding::Absent
    } else if is_short {
        Finding::Minor
    } else if asked.iter().any(|it| it.claimed < level && it.confirmed < level) {
        Finding::Unknown
    } else if asked.iter().any(|it| it.confirmed < level) {
        Finding::Claimed
    } else if it.status == RequirementStatus::Judged(Status::Met) {
        Finding::Conforming
    } else {
        Finding::Opportunity
    }
}

/// The key controls that must show a sample for the operation of a requirement.
fn keys<'a>(
    evaluation: &'a Evaluation<'a>,
    result: &'a RequirementResult<'a>,
) -> impl Iterator<Item = &'a ControlResult<'a>> {
    let row = |it: &ControlResult<'_>| {
        let about =
            |row: &&Row| row.aspects.operation && row.control.known() == Some(it.control_idx);
        result.requirement.answering_rows().filter(about).count()
    };
    let all = evaluation.controls.iter().filter(|it| result.view.includes(it.role));
    let keys = all.filter(|it| it.is_key && it.is_applicable() && !result.supported.operation);
    keys.flat_map(move |it| std::iter::repeat_n(it, row(it)))
}

/// Finding after finding, with the linked ones of each clause told together.
fn linked(
    framework: &Framework,
    items: &[Item<'_, '_>],
    at: &Item<'_, '_>,
    alone: Finding,
) -> Finding {
    let requirement = at.result.requirement;
    let is_shortfall = |it: &Item<'_, '_>| matches!(it.finding, Finding::Minor | Finding::Linked);
    let same = items.iter().filter(|it| it.result.requirement.group == requirement.group);
    let n = same.filter(|it| is_shortfall(it)).count();
    if alone == Finding::Minor && framework.is_clause(requirement) && n >= 3 {
        Finding::Linked
    } else {
        alone
    }
}

proptest! {
    #![proptest_config(random::cases(500, 20_000))]

    #[test]
    fn findings_are_those_of_the_definition((library, assessment, day) in random::case()) {
        let evaluation = evaluate(&library, &assessment, Hearing::default(), day);
        for framework in &library.frameworks {
            for (_, items, _) in certificate(&evaluation, framework) {
                for item in &items {
                    let alone = alone(&evaluation, framework, item.result);
                    prop_assert_eq!(item.finding, linked(framework, &items, item, alone));
                }
            }
        }
    }

    #[test]
    fn every_judged_requirement_is_looked_at_once_in_a_view((library, assessment, day) in random::case()) {
        let evaluation = evaluate(&library, &assessment, Hearing::default(), day);
        for framework in &library.frameworks {
            let in_views: Vec<_> = views(&evaluation, framework).into_iter().flat_map(|(_, it)| it).collect();
            for result in judged(&evaluation, framework) {
                let seen = in_views.iter().filter(|it| it.requirement.id == result.requirement.id);
                let n_roles = seen.clone().count();
                prop_assert!((1..=2).contains(&n_roles));
                prop_assert!(n_roles == 1 || seen.clone().all(|it| it.view != View::Both));
            }
            let confirmed = in_views.iter().filter(|it| matches!(it.status, RequirementStatus::Judged(_)));
            let confirmed = confirmed.filter(|it| is_confirmed(&evaluation, it)).count();
            prop_assert_eq!(satisfied(&evaluation, &in_views).satisfied, confirmed);
        }
    }

    #[test]
    fn operation_over_a_period_is_never_readier_than_design_on_a_day(
        (library, assessment, day) in random::case(), has_window in any::<bool>(),
    ) {
        let evaluation = evaluate(&library, &assessment, Hearing::default(), day);
        for framework in &library.frameworks {
            let criteria = criteria(&evaluation, framework, has_window);
            for criterion in &criteria {
                prop_assert!(criterion.both <= criterion.design);
                prop_assert!(has_window || criterion.both <= Status::Unknown);
                let is_met = criterion.both == Status::Met;
                let failed = keys(&evaluation, criterion.result).any(|it| it.sample.is_some_and(|it| !it.is_passed));
                prop_assert!(!failed || criterion.both <= Status::Gap);
                let lacking = keys(&evaluation, criterion.result).filter(|it| !it.sample.is_some_and(|it| it.is_passed));
                prop_assert_eq!(lacking.count(), criterion.unsampled.len());
                prop_assert_eq!(
                    is_met,
                    has_window && criterion.unsampled.is_empty() && is_confirmed(&evaluation, criterion.result)
                );
            }
            let [one, two] = ReportType::ALL.map(|it| outlook(&criteria, it));
            prop_assert!(two <= one);
            prop_assert_eq!(one.is_none(), criteria.is_empty());
            prop_assert!(one != Some(Outlook::Corrections));
        }
    }
}
