use super::*;
use kumomori_core::assessment::Evidence;
use kumomori_core::dimension::Aspects;
use kumomori_core::framework::framework_ref;
use kumomori_wire::assessment::{assessment_text, read_assessment};

fn library() -> &'static Library {
    kumomori_data::library().unwrap()
}

fn today() -> Date {
    "2026-06-30".parse().unwrap()
}

fn blank() -> Assessment {
    new_assessment(library(), today(), 0).unwrap()
}

fn control() -> ControlId {
    "limit-admins".parse().unwrap()
}

/// Asserts that what a reader made can be saved and opened again.
#[track_caller]
fn reopens(assessment: &Assessment) {
    let text = assessment_text(assessment);
    let reading = read_assessment(text.as_bytes(), library(), today()).unwrap();
    assert_eq!(reading.assessment, *assessment);
}

#[test]
fn a_new_assessment_judges_both_roles_against_every_edition_in_force() {
    let assessment = blank();
    assert_eq!(assessment.scope.roles, Roles::BOTH);
    let targets: Vec<String> =
        assessment.scope.targets.iter().map(|it| it.framework.to_string()).collect();
    assert_eq!(targets, ["iso27001:2022", "iso27017:2026", "iso27018:2025", "soc2:2017"]);
    reopens(&assessment);
}

#[test]
fn two_that_are_begun_on_one_day_are_two() {
    let other = new_assessment(library(), today(), 1).unwrap();
    assert_ne!(other.id, blank().id);
}

#[test]
fn a_level_is_kept_as_rungs_that_say_it() {
    let mut assessment = blank();
    let level = Level::new(3).unwrap();
    answer(&mut assessment, &control(), Role::Provider, |it| {
        set_ladder(it, Dimension::Design, Ladder::up_to(level));
    });
    let kept = assessment.answer(&control(), Role::Provider).unwrap();
    assert_eq!(kept.design.plain_level(), Some(level));
    assert_eq!(kept.operation.plain_level(), None);
    reopens(&assessment);
}

#[test]
fn one_rung_changes_alone() {
    let mut answer = Answer::blank(control(), Role::Customer);
    set_rung(&mut answer, Dimension::Operation, 2, Rung::Largely);
    let rungs = [Rung::Unknown, Rung::Largely, Rung::Unknown, Rung::Unknown, Rung::Unknown];
    assert_eq!(answer.operation, Ladder(rungs));
    assert_eq!(answer.design, Ladder::UNKNOWN);
}

#[test]
fn a_rung_that_no_ladder_has_changes_nothing() {
    let mut answer = Answer::blank(control(), Role::Customer);
    for rung in [0, 6, 255] {
        set_rung(&mut answer, Dimension::Design, rung, Rung::Full);
    }
    assert_eq!(answer, Answer::blank(control(), Role::Customer));
}

#[test]
fn taking_everything_back_leaves_no_answer() {
    let mut assessment = blank();
    let mut set = |ladder| {
        answer(&mut assessment, &control(), Role::Customer, |it| {
            set_ladder(it, Dimension::Design, ladder);
        });
        assessment.answers.len()
    };
    assert_eq!(set(Ladder::up_to(Level::FIVE)), 1);
    assert_eq!(set(Ladder::UNKNOWN), 0);
}

#[test]
fn evidence_stays_with_the_role_it_was_given_for() {
    let mut assessment = blank();
    let entry = Evidence {
        title: "Export".to_owned(),
        location: None,
        aspects: Aspects::BOTH,
        grade: 2,
        date: None,
    };
    answer(&mut assessment, &control(), Role::Customer, |it| it.evidence.push(entry));
    assert!(assessment.answer(&control(), Role::Provider).is_none());
    reopens(&assessment);
}

#[test]
fn a_framework_taken_out_and_in_keeps_the_order_of_the_library() {
    let library = library();
    let mut scope = blank().scope;
    let first = framework_ref("iso27017", "2026").unwrap();
    toggle_target(&mut scope, library, &first, false);
    assert!(!scope.targets.iter().any(|it| it.framework == first));
    toggle_target(&mut scope, library, &first, true);
    assert_eq!(scope.targets, blank().scope.targets);
}

#[test]
fn choosing_a_framework_twice_keeps_its_categories() {
    let library = library();
    let mut scope = blank().scope;
    let soc2 = framework_ref("soc2", "2017").unwrap();
    let category: CategoryId = "availability".parse().unwrap();
    let target = scope.targets.iter_mut().find(|it| it.framework == soc2).unwrap();
    toggle_category(&mut target.categories, library, &soc2, (&category, true));
    toggle_target(&mut scope, library, &soc2, true);
    let kept = scope.targets.iter().find(|it| it.framework == soc2).unwrap();
    assert!(kept.categories.contains(&category));
}

#[test]
fn attestations_never_share_a_name() {
    let library = library();
    let mut assessment = blank();
    add_attestation(&mut assessment, library);
    add_attestation(&mut assessment, library);
    let first = assessment.attestations[0].id.clone();
    remove_attestation(&mut assessment, &first);
    add_attestation(&mut assessment, library);
    let ids: Vec<&str> = assessment.attestations.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, ["a2", "a1"]);
    reopens(&assessment);
}

#[test]
fn an_answer_does_not_rely_on_an_attestation_that_was_removed() {
    let mut assessment = blank();
    add_attestation(&mut assessment, library());
    let id = assessment.attestations[0].id.clone();
    let relied = Some(id.clone());
    answer(&mut assessment, &control(), Role::Provider, |it| {
        it.inherited_from = relied;
        it.design = Ladder::up_to(Level::ONE);
    });
    remove_attestation(&mut assessment, &id);
    reopens(&assessment);
}

#[test]
fn choices_keep_their_order() {
    let mut chosen = vec![ServiceModel::Saas];
    toggle(&mut chosen, &ServiceModel::ALL, ServiceModel::Iaas, true);
    assert_eq!(chosen, [ServiceModel::Iaas, ServiceModel::Saas]);
    toggle(&mut chosen, &ServiceModel::ALL, ServiceModel::Saas, false);
    assert_eq!(chosen, [ServiceModel::Iaas]);
}

#[test]
fn answering_many_leaves_what_is_answered_and_what_does_not_apply() {
    let library = kumomori_data::library().unwrap();
    let mut assessment = new_assessment(library, "2026-06-30".parse().unwrap(), 0).unwrap();
    let role = Role::Provider;
    let all: Vec<(ControlId, Role)> = ["limit-admins", "authenticate-users", "back-up-data"]
        .map(|it| (it.parse().unwrap(), role))
        .into();
    let exclusion = kumomori_core::assessment::Exclusion {
        reason: kumomori_core::assessment::ExclusionReason::OutOfScope,
        justification: String::new(),
        by: String::new(),
    };
    answer(&mut assessment, &all[0].0, role, |it| {
        it.applicability = Applicability::NotApplicable(exclusion);
    });
    answer(&mut assessment, &all[1].0, role, |it| it.design = Ladder::up_to(Level::ONE));
    let two = Ladder::up_to(Level::new(2).unwrap());
    let find =
        |ladder, only_open| changing(&assessment, &all, Dimension::Design, ladder, only_open);
    assert_eq!(find(two, true), [all[2].clone()]);
    assert_eq!(find(two, false), [all[1].clone(), all[2].clone()]);
    assert_eq!(find(Ladder::up_to(Level::ONE), false), [all[2].clone()]);
    assert_eq!(find(Ladder::UNKNOWN, true), []);
}

#[test]
fn the_selection_guide_sets_targets_and_what_its_answers_say_beside() {
    let library = kumomori_data::library().unwrap();
    let questions = &library.selection.questions;
    let mut assessment = new_assessment(library, "2026-06-30".parse().unwrap(), 0).unwrap();
    assessment.answers.push(Answer::blank("limit-admins".parse().unwrap(), Role::Provider));
    let yes: Vec<_> = questions.iter().map(|it| it.id.clone()).collect();
    for id in [USES_AI, PERSONAL_DATA, CONFIDENTIAL] {
        assert!(yes.iter().any(|it| it.as_str() == id), "the guide asks {id}");
    }
    take_selection(&mut assessment, library, &yes);
    let scope = &assessment.scope;
    assert!(scope.uses_ai && scope.personal_data);
    assert!(scope.data_classes.contains(&DataClass::Confidential));
    let proposed = chosen(&library.selection, &yes);
    for Choice { framework, category } in &proposed {
        let target = scope.targets.iter().find(|it| it.framework == *framework).unwrap();
        assert!(category.as_ref().is_none_or(|it| target.categories.contains(it)));
    }
    let is_proposed = |it: &Target| proposed.iter().any(|of| of.framework == it.framework);
    assert!(scope.targets.iter().all(is_proposed));
    assert_eq!(assessment.answers.len(), 1, "answers stay");
}

#[test]
fn a_file_is_noted_beside_where_it_is_kept_and_once_only() {
    let hash = "0".repeat(64);
    let first = identified(None, "scan.pdf", &hash);
    assert_eq!(first, format!("scan.pdf sha256:{hash}"));
    let shelf = format!("Shelf 3; {first}");
    assert_eq!(identified(Some("Shelf 3"), "scan.pdf", &hash), shelf);
    let other = identified(Some(&shelf), "other.pdf", &hash);
    assert_eq!(other, format!("Shelf 3; other.pdf sha256:{hash}"));
    let full = identified(Some(&"長".repeat(limit::LOCATION)), "scan.pdf", &hash);
    assert_eq!(full.chars().count(), limit::LOCATION);
    assert!(full.ends_with(&first));
}
