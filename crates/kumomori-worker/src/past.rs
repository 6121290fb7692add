//! What was before, by the file of a history.
//!
//! The subjects, each followed by the file: `history` for what can be said of it beside the
//! assessment that it led to, `chain` for the same without that, `steps` for its
//! steps as fields - number, time, name, and what changed - the newest first, `state` with a number
//! for the assessment after that step, `since` with a number for what is different since, `between` with
//! two numbers for what is different from the state after the one to that after the other, `answer`
//! with a control for how the answers about it came about, and `trail` for the states that taking
//! back and doing again lead through: how many to take back, then their files, the nearest last,
//! then the others.

use crate::explain::beside;
use crate::joined;
use kumomori_core::assessment::Assessment;
use kumomori_core::date::Date;
use kumomori_core::evaluation::evaluate;
use kumomori_core::history::{History, Trail};
use kumomori_core::testimony::Hearing;
use kumomori_report::document::Document;
use kumomori_report::history;
use kumomori_report::names::Names;
use kumomori_report::report::Case;
use kumomori_wire::assessment::assessment_text;
use kumomori_wire::history::read_history;

/// The most states to take back, and to do again.
const STEPS: usize = 50;

/// An answer that is no document.
pub(crate) fn text(names: &Names<'_>, word: &str, rest: &str) -> Option<String> {
    match word {
        "steps" => Some(listed(names, &read(rest)?)),
        "trail" => Some(trail(&read(rest)?)),
        _ => {
            let (seq, rest) = rest.split_once(' ')?;
            Some(assessment_text(&read(rest)?.state(seq.parse().ok()?)?))
        }
    }
}

/// An answer that is a document.
pub(crate) fn document(case: &Case<'_>, word: &str, rest: &str) -> Option<Document> {
    let (what, rest) = rest.split_once(' ')?;
    let history = read(rest)?;
    match word {
        "answer" => Some(history::answer(case.names, &history, &what.parse().ok()?)),
        "between" => {
            let (one, other) = what.split_once('-')?;
            between(case, [one.parse().ok()?, other.parse().ok()?], &history)
        }
        _ => since(case, what.parse().ok()?, &history),
    }
}

/// What can be said of a history as a whole, beside the assessment that it led to.
pub(crate) fn facts(names: &Names<'_>, file: &str, present: Option<&Assessment>) -> Document {
    match read_history(file.as_bytes()) {
        Ok(reading) => history::facts(names, &reading, present),
        Err(_) => history::unreadable(names),
    }
}

fn read(file: &str) -> Option<History> {
    Some(read_history(file.as_bytes()).ok()?.history)
}

fn listed(names: &Names<'_>, history: &History) -> String {
    let lines = history::lines(names, history).into_iter();
    joined(lines.flat_map(|it| [it.seq.to_string(), it.at, it.name, it.what]))
}

fn trail(history: &History) -> String {
    let Trail { past, future } = history.trail(STEPS);
    let n = past.len().to_string();
    joined([n].into_iter().chain(past.iter().chain(&future).map(assessment_text)))
}

/// The assessment beside what it was after a step, on the day of that step.
fn since(case: &Case<'_>, seq: u32, history: &History) -> Option<Document> {
    let (earlier, day) = state(history, seq)?;
    Some(beside(case, &earlier, day))
}

/// What the assessment was after two steps, each on its day, the earlier one first.
fn between(case: &Case<'_>, seqs: [u32; 2], history: &History) -> Option<Document> {
    let [one, other] = seqs;
    let (earlier, day) = state(history, one.min(other))?;
    let (later, later_day) = state(history, one.max(other))?;
    let evaluation = evaluate(case.names.library, &later, Hearing::default(), later_day);
    let after = Case { assessment: &later, evaluation: &evaluation, ..*case };
    Some(beside(&after, &earlier, day))
}

/// The assessment after a step, and the day of the step.
fn state(history: &History, seq: u32) -> Option<(Assessment, Date)> {
    let step = history.steps().iter().find(|it| it.seq == seq)?;
    Some((history.state(seq)?, step.at.get(..10)?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use crate::held::everything;
    use crate::{FIELD, explain};
    use kumomori_core::date::Date;
    use kumomori_report::document::{from_passed, to_text};
    use kumomori_wire::assessment::{assessment_text, read_assessment};

    const ASSESSMENT: &str =
        include_str!("../../../policies/examples/ai-translation-service/assessment.json");

    /// A history of the example and of the example with another title, and the latter's file.
    fn history() -> (String, String) {
        let (library, day) =
            (kumomori_data::library().unwrap(), "2026-06-30".parse::<Date>().unwrap());
        let first = read_assessment(ASSESSMENT.as_bytes(), library, day).unwrap().assessment;
        let mut second = first.clone();
        second.title = "Second".into();
        let opened = format!(r#""open":{}"#, assessment_text(&first));
        let steps = [opened, r#""set":{"title":"Second"}"#.to_owned()];
        let at = |(idx, body): (usize, String)| {
            format!(r#"{{"seq":{},"at":"2026-06-0{}T09:00:00Z",{}}}"#, idx + 1, idx + 1, body)
        };
        let steps: Vec<String> = steps.into_iter().enumerate().map(at).collect();
        let file = format!(r#"{{"format":"kumomori.history/1","steps":[{}]}}"#, steps.join(","));
        (file, assessment_text(&second))
    }

    fn asked(subject: &str, now: &str) -> Option<String> {
        let request = ["en", "2026-06-30", subject, now].map(|it| format!("{it}{FIELD}")).concat();
        explain::answer(&everything(), request.as_bytes())
    }

    #[test]
    fn earlier_states_are_told_and_given_back() {
        let (history, now) = history();
        let first = asked(&format!("state 1 {history}"), &now).unwrap();
        assert!(first.contains("\"title\"") && !first.contains("Second"));
        assert_eq!(asked(&format!("state 2 {history}"), &now).unwrap(), now);
        assert_eq!(asked(&format!("state 3 {history}"), &now), None);
        assert_eq!(
            asked(&format!("trail {history}"), &now).unwrap(),
            format!("1{FIELD}{first}{FIELD}")
        );
        let steps = asked(&format!("steps {history}"), &now).unwrap();
        assert!(
            steps.starts_with("2\u{1f}2026-06-02 09:00\u{1f}\u{1f}Title\u{1f}1\u{1f}"),
            "{steps:?}"
        );
    }

    #[test]
    fn what_is_different_since_is_judged_on_the_day_of_the_step() {
        let (history, now) = history();
        let told = |subject: &str| {
            let passed = asked(&format!("{subject} {history}"), &now).unwrap();
            to_text(&from_passed(&passed), 100)
        };
        assert!(told("since 1").contains("2026-06-01"), "{}", told("since 1"));
        let both = told("between 2-1");
        assert!(both.contains("as of 2026-06-01") && both.contains("as of 2026-06-02"), "{both}");
        assert_eq!(told("between 1-2"), both, "the earlier one comes first");
        assert_eq!(asked(&format!("between 1-9 {history}"), &now), None);
        assert!(told("history").contains("1 step does not follow"), "{}", told("history"));
        assert!(told("answer encrypt-in-transit").contains("2026-06-01 09:00"));
        assert_eq!(asked(&format!("since 9 {history}"), &now), None);
        assert_eq!(asked("steps {}", &now), None);
    }
}
