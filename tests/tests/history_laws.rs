//! What must hold of every history.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use kumomori_core::assessment::Assessment;
use kumomori_core::pack::to_digits;
use kumomori_tests::random;
use kumomori_wire::assessment::assessment_text;
use kumomori_wire::history::{FORMAT, read_history};
use proptest::prelude::*;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// Some states, most of them of one assessment.
fn states() -> impl Strategy<Value = Vec<Assessment>> {
    let state = (random::case(), prop::bool::weighted(0.9));
    prop::collection::vec(state, 1..8).prop_map(|cases| {
        let same = |(idx, ((_, assessment, _), is_same)): (usize, (_, bool))| {
            let assessment: Assessment = assessment;
            let id = if is_same { "one".to_owned() } else { format!("other-{idx}") };
            Assessment { id: id.parse().unwrap(), ..assessment }
        };
        cases.into_iter().enumerate().map(same).collect()
    })
}

/// What a step says that leads from one state to another, as the page says it.
fn change(before: Option<&Value>, after: &Value) -> Value {
    let Some(before) = before.filter(|it| it["id"] == after["id"]) else {
        return json!({ "open": after });
    };
    let name = |it: &Value| (it["control"].clone(), it["role"].clone());
    let answers = |it: &Value| it["answers"].as_array().unwrap().clone();
    let (old, now) = (answers(before), answers(after));
    let new: Vec<&Value> = now.iter().filter(|it| !old.contains(it)).collect();
    let is_gone = |it: &&Value| now.iter().all(|other| name(other) != name(it));
    let gone = old
        .iter()
        .filter(is_gone)
        .map(|it| json!({ "control": it["control"], "role": it["role"] }));
    let mut set = json!({ "answers": new, "gone": gone.collect::<Vec<_>>() });
    for field in ["title", "subject", "library", "scope", "window", "attestations", "migrations"] {
        if before.get(field) != after.get(field) {
            let nothing = if field == "migrations" { json!([]) } else { Value::Null };
            set[field] = after.get(field).cloned().unwrap_or(nothing);
        }
    }
    json!({ "set": set })
}

/// The steps that lead through some states.
fn steps(states: &[Assessment]) -> Vec<String> {
    let mut steps: Vec<String> = Vec::new();
    let mut before = None;
    for state in states {
        let now: Value = serde_json::from_str(&assessment_text(state)).unwrap();
        let mut step = change(before.as_ref(), &now);
        step["seq"] = (steps.len() + 1).into();
        step["at"] = "2026-06-30T09:00:00+09:00".into();
        if let Some(last) = steps.last() {
            step["prev"] = to_digits(&Sha256::digest(last)).into();
        }
        steps.push(step.to_string());
        before = Some(now);
    }
    steps
}

fn file(steps: &[String]) -> String {
    format!(r#"{{"format":"{FORMAT}","steps":[{}]}}"#, steps.join(",\n"))
}

fn sorted(mut assessment: Assessment) -> Assessment {
    assessment.answers.sort_by_key(|it| (it.control.clone(), it.role));
    assessment
}

proptest! {
    #![proptest_config(random::cases(200, 5_000))]

    #[test]
    fn every_state_comes_back(states in states()) {
        let reading = read_history(file(&steps(&states)).as_bytes()).unwrap();
        prop_assert_eq!(reading.warnings, vec![]);
        for (seq, state) in (1..).zip(&states) {
            let back = reading.history.state(seq).map(sorted);
            prop_assert_eq!(back, Some(sorted(state.clone())));
        }
        prop_assert_eq!(reading.history.state(100), None);
    }

    #[test]
    fn a_state_of_a_history_is_the_nearest_to_itself(states in states(), at in any::<prop::sample::Index>()) {
        let history = read_history(file(&steps(&states)).as_bytes()).unwrap().history;
        let state = sorted(at.get(&states).clone());
        let nearest = history.nearest(&state).unwrap();
        // The version of the library is no difference.
        let library = nearest.library.clone();
        prop_assert_eq!(nearest, Assessment { library, ..state.clone() });
        let renamed = Assessment { title: format!("{} 2", state.title), ..state };
        prop_assert!(history.nearest(&renamed).is_some());
        let other = Assessment { id: "elsewhere".parse().unwrap(), ..renamed };
        prop_assert_eq!(history.nearest(&other), None);
    }

    #[test]
    fn a_step_that_was_changed_left_out_or_moved_shows(
        states in states(),
        at in any::<prop::sample::Index>(),
        how in 0..3,
    ) {
        let steps = steps(&states);
        let honest = read_history(file(&steps).as_bytes()).unwrap();
        let at = at.index(steps.len());
        let mut bent = steps.clone();
        match how {
            0 => bent[at] = bent[at].replacen("T09:", "T10:", 1),
            1 => drop(bent.remove(at)),
            _ => bent.swap(0, at),
        }
        prop_assume!(bent != steps);
        // Without the first step, the rest may be the history since a later opening.
        let bent = read_history(file(&bent).as_bytes());
        let is_shown = bent.is_err()
            || bent.is_ok_and(|it| !it.warnings.is_empty() || it.hash() != honest.hash())
            || (how == 1 && at == 0);
        prop_assert!(is_shown);
    }

    #[test]
    fn an_answer_changes_in_just_the_steps_that_are_told(states in states()) {
        let history = read_history(file(&steps(&states)).as_bytes()).unwrap().history;
        for answer in states.iter().flat_map(|it| &it.answers) {
            let (control, role) = (&answer.control, answer.role);
            let mut expected = Vec::new();
            for (seq, state) in (1..).zip(&states) {
                let now = state.answer(control, role).cloned();
                if expected.last().map_or(now.is_some(), |(_, before)| *before != now) {
                    expected.push((seq, now));
                }
            }
            let told = history.answers(control, role);
            let told: Vec<_> = told.into_iter().map(|(it, now)| (it.seq, now.cloned())).collect();
            prop_assert_eq!(told, expected);
        }
    }

    #[test]
    fn taking_back_and_doing_again_are_found_in_the_steps(
        states in states(),
        moves in prop::collection::vec(any::<bool>(), 0..12),
    ) {
        let states: Vec<Assessment> = states.into_iter().map(sorted).collect();
        // Walk back and forth over states that all differ, as the page does.
        prop_assume!((1..states.len()).all(|it| !states[..it].contains(&states[it])));
        let mut at = states.len() - 1;
        let mut walked = states.clone();
        for is_back in moves {
            at = if is_back { at.saturating_sub(1) } else { (at + 1).min(states.len() - 1) };
            walked.push(states[at].clone());
        }
        let history = read_history(file(&steps(&walked)).as_bytes()).unwrap().history;
        let trail = history.trail(100);
        let sorted = |all: Vec<Assessment>| all.into_iter().map(sorted).collect::<Vec<_>>();
        prop_assert_eq!(sorted(trail.past), states[..at].to_vec());
        let future: Vec<_> = states[at + 1..].iter().rev().cloned().collect();
        prop_assert_eq!(sorted(trail.future), future);
    }
}
