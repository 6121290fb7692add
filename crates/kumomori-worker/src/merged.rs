//! Two files of one assessment, as one.
//!
//! The subjects: `contradictions` for where the assessment and the one of a file contradict each
//! other, and `merge` with `first` or `second`, whichever is right there, for what comes of both. The
//! file follows, then U+001E and the file of a history, which may be empty: the state in it that is
//! nearest to the file is what both came of.

use kumomori_core::assessment::Assessment;
use kumomori_core::merge::{Merged, merge};
use kumomori_report::document::Document;
use kumomori_report::merge::{Side, conflicts};
use kumomori_report::report::Case;
use kumomori_report::words::Words;
use kumomori_wire::assessment::{assessment_text, read_assessment};
use kumomori_wire::history::read_history;

/// What ends the file of the assessment.
const END: char = '\u{1e}';

/// Where the two contradict each other.
pub(crate) fn contradictions(case: &Case<'_>, rest: &str) -> Option<Document> {
    let (theirs, base) = read(case, rest)?;
    let merged = merge(base.as_ref(), case.assessment, &theirs)?;
    let ours = Side { name: Words::new("いまの評価", "Yours"), assessment: case.assessment };
    let theirs = Side { name: Words::new("ファイル", "The file"), assessment: &theirs };
    Some(conflicts(case.names, &merged, ours, theirs))
}

/// What comes of both, as a file.
pub(crate) fn text(case: &Case<'_>, rest: &str) -> Option<String> {
    let (side, rest) = rest.split_once(' ')?;
    let (theirs, base) = read(case, rest)?;
    let Merged { assessment, .. } = match side {
        "first" => merge(base.as_ref(), case.assessment, &theirs),
        "second" => merge(base.as_ref(), &theirs, case.assessment),
        _ => None,
    }?;
    Some(assessment_text(&assessment))
}

/// The assessment of the file, and what both came of.
fn read(case: &Case<'_>, rest: &str) -> Option<(Assessment, Option<Assessment>)> {
    let (file, history) = rest.split_once(END)?;
    let (library, as_of) = (case.names.library, case.evaluation.as_of);
    let theirs = read_assessment(file.as_bytes(), library, as_of).ok()?.assessment;
    let base = read_history(history.as_bytes()).ok().and_then(|it| it.history.nearest(&theirs));
    Some((theirs, base))
}

#[cfg(test)]
mod tests {
    use crate::held::everything;
    use crate::{FIELD, explain};
    use kumomori_report::document::{from_passed, to_text};

    const ASSESSMENT: &str =
        include_str!("../../../policies/examples/saas-provider/assessment.json");
    const TITLE: &str = "Yearly self-assessment of a SaaS provider";
    const EVIDENCE: &str = "Backup plan for internal systems";

    fn asked(subject: &str, now: &str) -> Option<String> {
        let request = ["en", "2026-06-30", subject, now].map(|it| format!("{it}{FIELD}")).concat();
        explain::answer(&everything(), request.as_bytes())
    }

    /// A history in which the example was opened.
    fn history() -> String {
        let opened = r#"{"seq":1,"at":"2026-06-01T09:00:00Z","open":"#;
        format!(r#"{{"format":"kumomori.history/1","steps":[{opened}{ASSESSMENT}}}]}}"#)
    }

    #[test]
    fn what_each_of_two_changed_is_in_what_comes_of_both() {
        let ours = ASSESSMENT.replace(TITLE, "Ours");
        let theirs = ASSESSMENT.replace(EVIDENCE, "Their plan");
        let rest = format!("{theirs}\u{1e}{}", history());
        let told = asked(&format!("contradictions {rest}"), &ours).unwrap();
        assert_eq!(to_text(&from_passed(&told), 100), "Nothing contradicts.\n");
        for side in ["first", "second"] {
            let merged = asked(&format!("merge {side} {rest}"), &ours).unwrap();
            assert!(merged.contains("\"Ours\"") && merged.contains("Their plan"), "{merged}");
            assert!(!merged.contains(EVIDENCE), "{merged}");
        }
    }

    #[test]
    fn what_both_changed_since_is_a_contradiction_though_the_present_is_as_near() {
        let (ours, theirs) =
            (ASSESSMENT.replace(TITLE, "Ours"), ASSESSMENT.replace(TITLE, "Theirs"));
        let since = r#",{"seq":2,"at":"2026-06-02T09:00:00Z","set":{"title":"Ours"}}]}"#;
        let history = history().strip_suffix("]}").unwrap().to_owned() + since;
        let told = asked(&format!("contradictions {theirs}\u{1e}{history}"), &ours).unwrap();
        assert!(to_text(&from_passed(&told), 100).contains("1 thing was changed"), "{told}");
    }

    #[test]
    fn what_both_changed_is_told_and_either_can_be_taken() {
        let (ours, theirs) =
            (ASSESSMENT.replace(TITLE, "Ours"), ASSESSMENT.replace(TITLE, "Theirs"));
        for history in [history(), String::new()] {
            let rest = format!("{theirs}\u{1e}{history}");
            let told = asked(&format!("contradictions {rest}"), &ours).unwrap();
            let told = to_text(&from_passed(&told), 100);
            assert!(told.contains("Ours") && told.contains("Theirs"), "{told}");
            assert!(asked(&format!("merge first {rest}"), &ours).unwrap().contains("\"Ours\""));
            assert!(asked(&format!("merge second {rest}"), &ours).unwrap().contains("\"Theirs\""));
        }
    }
}
