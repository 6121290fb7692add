//! The reader of assessments.

use super::json::WORDS;
use super::{Target, is_sampled, seeds};
use kumomori_core::date::Date;
use kumomori_core::evaluation::evaluate;
use kumomori_core::library::Library;
use kumomori_core::testimony::Hearing;
use kumomori_wire::assessment::{assessment_text, read_assessment};
use kumomori_wire::diagnostic::Severity;

pub(super) fn target() -> Target {
    let library = kumomori_data::library().unwrap();
    Target {
        name: "assessment",
        seeds: seeds::assessments(),
        words: WORDS,
        most_memory: 64 << 20,
        read: Box::new(move |input, _| read(input, library)),
    }
}

fn read(input: &[u8], library: &Library) -> bool {
    let today = Date::new(2026, 6, 30).unwrap();
    let reading = match read_assessment(input, library, today) {
        Ok(reading) => reading,
        Err(problems) => {
            assert!(problems.iter().any(|it| it.severity == Severity::Error));
            return false;
        }
    };
    let text = assessment_text(&reading.assessment);
    let again = read_assessment(text.as_bytes(), library, today);
    let again = again.unwrap_or_else(|it| panic!("what was written is not read: {it:?}"));
    assert!(assessment_text(&again.assessment) == text, "what was written is read as another");
    if is_sampled(input) {
        let evaluation = evaluate(library, &reading.assessment, Hearing::default(), today);
        assert_eq!(evaluation.controls.is_empty(), library.controls.is_empty());
    }
    true
}
