//! An assessment under an organization's own policy, beside the same one without it.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use kumomori_core::assessment::Assessment;
use kumomori_core::evaluation::{Evaluation, evaluate};
use kumomori_core::figures::GroupKey;
use kumomori_core::library::Library;
use kumomori_core::role::{Role, View};
use kumomori_core::testimony::Hearing;
use kumomori_library::read::read_policies;
use kumomori_wire::assessment::read_assessment;
use std::path::Path;

const DAY: &str = "2026-06-30";

fn overlaid() -> Library {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let overlay = root.join("examples/overlay/overlay.yaml");
    read_policies(&root.join("policies"), Some(&overlay)).unwrap().1.library.unwrap()
}

fn assessment(library: &Library) -> Assessment {
    let file = "../policies/examples/ai-translation-service/assessment.json";
    let bytes = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
    read_assessment(&bytes, library, DAY.parse().unwrap()).unwrap().assessment
}

fn judged<'a>(library: &'a Library, assessment: &Assessment) -> Evaluation<'a> {
    evaluate(library, assessment, Hearing::default(), DAY.parse().unwrap())
}

#[test]
fn its_own_controls_count_and_no_requirement_is_answered_otherwise() {
    let (plain, own) = (kumomori_data::library().unwrap(), overlaid());
    let (before, after) = (judged(plain, &assessment(plain)), judged(&own, &assessment(&own)));
    let control = "clear-new-services".parse().unwrap();
    assert!(before.control(&control, Role::Customer).is_none());
    assert!(after.control(&control, Role::Customer).is_some());
    assert_eq!(after.controls.len(), before.controls.len() + 1);
    let domain = GroupKey::Domain("example-corp".parse().unwrap());
    assert!(after.group(&domain, View::Customer).is_some());
    assert!(after.control(&control, Role::Customer).unwrap().is_in_scope, "every scope asks it");
    let statuses = |of: &Evaluation<'_>| -> Vec<_> {
        let of = of.requirements.iter();
        of.map(|it| (it.requirement.id.clone(), it.view, it.status)).collect()
    };
    assert_eq!(statuses(&after), statuses(&before));
}

#[test]
fn what_must_be_there_comes_before_gaps_that_were_as_heavy() {
    let (plain, own) = (kumomori_data::library().unwrap(), overlaid());
    let control = "plan-exit".parse().unwrap();
    assert!(plain.control(&control).unwrap().weight < plain.settings.key_weight);
    let place = |library: &Library| {
        let assessment = assessment(library);
        let evaluation = judged(library, &assessment);
        evaluation.gaps.iter().position(|it| it.control.id == control).unwrap()
    };
    assert!(place(&own) < place(plain), "{} {}", place(&own), place(plain));
}
