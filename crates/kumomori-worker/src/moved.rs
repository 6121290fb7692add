//! An assessment at another edition of a framework.
//!
//! The subjects: `move` with a framework and its edition for what becomes of each requirement, and
//! `moved` with the same for the assessment that comes of it. Its answers are those of before.

use kumomori_core::assessment::Assessment;
use kumomori_core::framework::framework_ref;
use kumomori_core::id::FrameworkRef;
use kumomori_core::migration::{Preview, migrate};
use kumomori_report::document::Document;
use kumomori_report::reference;
use kumomori_report::report::Case;
use kumomori_wire::assessment::assessment_text;

/// What becomes of each requirement.
pub(crate) fn preview(case: &Case<'_>, edition: &str) -> Option<Document> {
    let (to, (_, preview)) = taken(case, edition)?;
    let targets = case.assessment.scope.targets.iter().map(|it| &it.framework);
    let from = targets.into_iter().find(|it| it.framework == to.framework)?;
    Some(reference::preview(case.names, from, &to, &preview))
}

/// The assessment at the other edition, as a file.
pub(crate) fn text(case: &Case<'_>, edition: &str) -> Option<String> {
    let (_, (assessment, _)) = taken(case, edition)?;
    Some(assessment_text(&assessment))
}

fn taken(case: &Case<'_>, edition: &str) -> Option<(FrameworkRef, (Assessment, Preview))> {
    let (framework, edition) = edition.split_once(' ')?;
    let to = framework_ref(framework, edition)?;
    let on = case.evaluation.as_of;
    let taken = migrate(case.names.library, case.assessment, &to, on).ok()?;
    Some((to, taken))
}

#[cfg(test)]
mod tests {
    use crate::held::everything;
    use crate::{FIELD, explain};
    use kumomori_report::document::{from_passed, to_text};

    const ASSESSMENT: &str =
        include_str!("../../../policies/examples/saas-provider/assessment.json");

    fn asked(subject: &str, now: &str) -> Option<String> {
        let request = ["en", "2026-06-30", subject, now].map(|it| format!("{it}{FIELD}")).concat();
        explain::answer(&everything(), request.as_bytes())
    }

    #[test]
    fn the_way_to_the_next_edition_and_back_leaves_the_answers_alone() {
        let preview = asked("move iso27017 2026", ASSESSMENT).unwrap();
        let told = to_text(&from_passed(&preview), 100);
        assert!(told.contains("To look at again"), "{told}");
        let there = asked("moved iso27017 2026", ASSESSMENT).unwrap();
        assert!(there.contains(r#""framework": "iso27017", "edition": "2026""#), "{there}");
        let back = asked("moved iso27017 2015", &there).unwrap();
        let plain = asked("requirements iso27017 2015", ASSESSMENT).unwrap();
        assert_eq!(asked("requirements iso27017 2015", &back).unwrap(), plain);
    }

    #[test]
    fn where_no_way_leads_nothing_is_given() {
        for subject in ["moved iso27017 2015", "moved soc2 2017", "move iso27018 2025", "moved x"] {
            assert_eq!(asked(subject, ASSESSMENT), None, "{subject}");
        }
    }
}
