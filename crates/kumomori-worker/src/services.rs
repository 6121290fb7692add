//! The assessment beside those of other services.
//!
//! The subjects: `services` with the files of the others for a document, and `services-file` with a
//! format and the files for its file. A file ends at U+001E, which no JSON file has.

use kumomori_core::assessment::Assessment;
use kumomori_core::evaluation::{Evaluation, evaluate};
use kumomori_core::testimony::Hearing;
use kumomori_report::document::Document;
use kumomori_report::report::{Case, Format, Report, services};
use kumomori_wire::assessment::read_assessment;

/// The end of a file.
const FILE: char = '\u{1e}';

/// The services side by side, the open one first.
pub(crate) fn document(case: &Case<'_>, files: &str) -> Option<Document> {
    Some(made(case, files)?.document)
}

/// The same as a file.
pub(crate) fn file(case: &Case<'_>, rest: &str) -> Option<String> {
    let (format, files) = rest.split_once(' ')?;
    Some(made(case, files)?.file(case.names, Format::from_word(format)?))
}

fn made(case: &Case<'_>, files: &str) -> Option<Report> {
    let (library, as_of) = (case.names.library, case.evaluation.as_of);
    let read =
        |file: &str| read_assessment(file.as_bytes(), library, as_of).ok().map(|it| it.assessment);
    let others: Vec<Assessment> = files.split_terminator(FILE).map(read).collect::<Option<_>>()?;
    let judge = |it| evaluate(library, it, Hearing::default(), as_of);
    let judged: Vec<Evaluation<'_>> = others.iter().map(judge).collect();
    let others = others.iter().zip(&judged);
    let others = others.map(|(assessment, evaluation)| Case { assessment, evaluation, ..*case });
    services(&[*case].into_iter().chain(others).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::FILE;
    use crate::held::everything;
    use crate::{FIELD, explain};
    use kumomori_report::document::{from_passed, to_text};

    const ONE: &str =
        include_str!("../../../policies/examples/ai-translation-service/assessment.json");
    const OTHER: &str = include_str!("../../../policies/examples/saas-provider/assessment.json");

    fn asked(subject: &str) -> Option<String> {
        let request = ["en", "2026-06-30", subject, ONE].map(|it| format!("{it}{FIELD}")).concat();
        explain::answer(&everything(), request.as_bytes())
    }

    #[test]
    fn as_many_columns_stand_there_as_files_were_given() {
        let told = asked(&format!("services {OTHER}{FILE}{ONE}{FILE}")).unwrap();
        let told = to_text(&from_passed(&told), 200);
        assert!(told.contains("A = C"), "{told}");
        let file = asked(&format!("services-file csv {OTHER}{FILE}")).unwrap();
        assert!(file.lines().next().unwrap().contains("B: Larkfield"), "{file}");
    }

    #[test]
    fn what_cannot_be_read_gives_nothing() {
        for files in [String::new(), format!("{{}}{FILE}"), format!("{OTHER}{FILE}").repeat(4)] {
            assert_eq!(asked(&format!("services {files}")), None);
        }
        assert_eq!(asked(&format!("services-file doc {OTHER}{FILE}")), None);
    }
}
