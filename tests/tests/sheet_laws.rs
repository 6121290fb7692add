//! What must hold of every sheet of answers.

use kumomori_core::assessment::{Answer, Applicability, Assessment};
use kumomori_core::evaluation::evaluate;
use kumomori_core::testimony::Hearing;
use kumomori_core::text::{Lang, Texts};
use kumomori_report::answers::{answers, take};
use kumomori_report::csv;
use kumomori_report::names::Names;
use kumomori_tests::random;
use proptest::prelude::*;

/// An answer without its evidence, its sample and what it relies on, its texts as cells say them.
fn without_what_no_cell_says(mut answer: Answer) -> Answer {
    if let Applicability::NotApplicable(exclusion) = &mut answer.applicability {
        for text in [&mut exclusion.justification, &mut exclusion.by] {
            *text = in_cell(text).unwrap_or_default();
        }
    }
    for text in [&mut answer.owner, &mut answer.note] {
        *text = text.as_deref().and_then(in_cell);
    }
    Answer { evidence: vec![], sample: None, inherited_from: None, ..answer }
}

/// A text as a cell says it: without what stands around it, and a dash for nothing.
fn in_cell(text: &str) -> Option<String> {
    let text = text.replace("\r\n", "\n").trim().to_owned();
    (!matches!(text.as_str(), "" | "-")).then_some(text)
}

proptest! {
    #![proptest_config(random::cases(300, 10_000))]

    #[test]
    fn what_went_out_comes_back((library, assessment, day) in random::case(), is_ja in any::<bool>()) {
        let evaluation = evaluate(&library, &assessment, Hearing::default(), day);
        let lang = if is_ja { Lang::Ja } else { Lang::En };
        let names = Names { library: &library, checks: None, texts: Texts::new(&[]), lang };
        let sheet = csv::table(&answers(&names, &assessment, &evaluation));
        let taken = take(&names, &assessment, sheet.as_bytes()).unwrap();
        prop_assert_eq!((taken.changes, taken.problems), (vec![], vec![]));
        prop_assert_eq!(taken.assessment, assessment);
    }

    #[test]
    fn a_sheet_gives_another_assessment_its_answers(
        (library, mut assessment, day) in random::case(),
    ) {
        for it in &mut assessment.answers {
            *it = without_what_no_cell_says(it.clone());
        }
        assessment.answers.retain(|it| *it != Answer::blank(it.control.clone(), it.role));
        let evaluation = evaluate(&library, &assessment, Hearing::default(), day);
        let names = Names { library: &library, checks: None, texts: Texts::new(&[]), lang: Lang::En };
        let sheet = csv::table(&answers(&names, &assessment, &evaluation));
        let blank = Assessment { answers: vec![], ..assessment.clone() };
        let taken = take(&names, &blank, sheet.as_bytes()).unwrap();
        prop_assert_eq!(taken.problems, vec![]);
        let again = evaluate(&library, &taken.assessment, Hearing::default(), day);
        prop_assert_eq!(csv::table(&answers(&names, &taken.assessment, &again)), sheet);
    }

    #[test]
    fn any_bytes_are_taken_or_refused(
        (library, assessment, _) in random::case(),
        bytes in prop::collection::vec(any::<u8>(), 0..300),
        cells in "(Control id|管理策ID),(Role|役割)[,;\\t]Note[\\r\\n]{1,2}[a-d\"',;=\\-\\n\\r]{0,60}",
    ) {
        let names = Names { library: &library, checks: None, texts: Texts::new(&[]), lang: Lang::Ja };
        for file in [bytes.as_slice(), cells.as_bytes()] {
            if let Ok(taken) = take(&names, &assessment, file) {
                prop_assert!(taken.changes.is_empty() || taken.assessment != assessment);
            }
        }
    }
}
