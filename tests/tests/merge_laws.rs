//! What must hold of every merge.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use kumomori_core::assessment::{Answer, Assessment};
use kumomori_core::merge::{Conflict, Field, Merged, Part, merge};
use kumomori_tests::random;
use proptest::prelude::*;
use proptest::sample::Index;

/// The assessment that others come of, and which of three answers each takes.
fn origin() -> impl Strategy<Value = [Assessment; 3]> {
    let picks = prop::collection::vec(any::<Index>(), 24);
    (random::case(), picks, prop::collection::vec(any::<bool>(), 24)).prop_map(
        |((_, it, _), picks, sides)| {
            let base = sorted(it);
            let mut others = [base.clone(), base.clone()];
            // Each change takes a part of another answer, on one side or both.
            for (pair, side) in picks.chunks(2).zip(sides) {
                let [from, to] = pair else { continue };
                let [ours, theirs] = &mut others;
                let other = if side { ours } else { theirs };
                change(&base, other, *from, *to);
            }
            let [ours, theirs] = others;
            [base, ours, theirs]
        },
    )
}

fn change(base: &Assessment, other: &mut Assessment, from: Index, to: Index) {
    if base.answers.is_empty() || other.answers.is_empty() {
        return;
    }
    let source = from.get(&base.answers).clone();
    let at = to.index(other.answers.len());
    match from.index(7) {
        0 => drop(other.answers.remove(at)),
        1 => other.title.push('!'),
        2 => other.window = None,
        3 => other.answers[at].note = source.owner,
        4 => other.answers[at].design = source.operation,
        5 => other.answers[at].evidence.extend(source.evidence),
        _ => {
            other.answers[at] = Answer {
                control: other.answers[at].control.clone(),
                role: other.answers[at].role,
                ..source
            }
        }
    }
}

fn sorted(mut assessment: Assessment) -> Assessment {
    assessment.answers.sort_by_key(|it| (it.control.clone(), it.role));
    assessment
}

fn without_conflict(assessment: &Assessment) -> Merged {
    Merged { assessment: assessment.clone(), conflicts: Vec::new() }
}

proptest! {
    #![proptest_config(random::cases(300, 10_000))]

    #[test]
    fn what_both_have_stays([base, ours, _] in origin()) {
        prop_assert_eq!(merge(Some(&base), &ours, &ours).unwrap(), without_conflict(&ours));
        prop_assert_eq!(merge(None, &ours, &ours).unwrap(), without_conflict(&ours));
    }

    #[test]
    fn what_only_one_changed_is_as_that_one_has_it([base, ours, _] in origin()) {
        prop_assert_eq!(merge(Some(&base), &ours, &base).unwrap(), without_conflict(&ours));
        let taken = merge(Some(&base), &base, &ours).unwrap();
        prop_assert_eq!(taken.conflicts, Vec::new());
        let library = base.library.clone();
        prop_assert_eq!(taken.assessment, Assessment { library, ..ours });
    }

    #[test]
    fn both_sides_contradict_each_other_in_the_same_places([base, ours, theirs] in origin()) {
        let one = merge(Some(&base), &ours, &theirs).unwrap();
        let other = merge(Some(&base), &theirs, &ours).unwrap();
        prop_assert_eq!(&one.conflicts, &other.conflicts);
        for answer in &one.assessment.answers {
            let same = other.assessment.answer(&answer.control, answer.role);
            prop_assert!(same.is_some() || one.conflicts.iter().any(|it| is_about(it, answer)));
        }
    }

    #[test]
    fn nothing_is_made_up_and_no_entry_of_evidence_is_lost([base, ours, theirs] in origin()) {
        let merged = merge(Some(&base), &ours, &theirs).unwrap().assessment;
        let find = |of: &Assessment, like: &Answer| of.answer(&like.control, like.role).cloned();
        for answer in &merged.answers {
            let sides: Vec<Answer> = [&ours, &theirs].into_iter().filter_map(|it| find(it, answer)).collect();
            let blank = Answer::blank(answer.control.clone(), answer.role);
            let of = |is: &dyn Fn(&Answer) -> bool| sides.iter().chain([&blank]).any(is);
            prop_assert!(of(&|it| it.design == answer.design));
            prop_assert!(of(&|it| it.note == answer.note));
            prop_assert!(of(&|it| it.applicability == answer.applicability));
            let old = find(&base, answer).map_or(Vec::new(), |it| it.evidence);
            for entry in sides.iter().flat_map(|it| &it.evidence) {
                prop_assert!(old.contains(entry) || answer.evidence.contains(entry));
            }
        }
    }
}

fn is_about(conflict: &Conflict, answer: &Answer) -> bool {
    matches!(conflict, Conflict::Answer(control, role, _) if *control == answer.control && *role == answer.role)
}

/// One assessment with one answer, changed.
fn changed(act: impl Fn(&mut Assessment)) -> Assessment {
    let text = include_str!("../../policies/examples/saas-provider/assessment.json");
    let library = kumomori_data::library().unwrap();
    let day = kumomori_core::date::Date::new(2026, 6, 30).unwrap();
    let mut assessment = sorted(
        kumomori_wire::assessment::read_assessment(text.as_bytes(), library, day)
            .unwrap()
            .assessment,
    );
    act(&mut assessment);
    assessment
}

#[test]
fn two_people_who_answered_different_parts_of_one_control_have_both() {
    let base = changed(|_| {});
    let ours = changed(|it| it.answers[0].owner = Some("Aoki".into()));
    let theirs = changed(|it| it.answers[0].note = Some("checked".into()));
    let merged = merge(Some(&base), &ours, &theirs).unwrap();
    assert_eq!(merged.conflicts, []);
    let first = &merged.assessment.answers[0];
    assert_eq!((first.owner.as_deref(), first.note.as_deref()), (Some("Aoki"), Some("checked")));
}

#[test]
fn a_part_that_both_changed_is_named_and_stays_as_ours() {
    let base = changed(|_| {});
    let ours = changed(|it| {
        it.answers[0].note = Some("ours".into());
        it.title = "ours".into();
    });
    let theirs = changed(|it| {
        it.answers[0].note = Some("theirs".into());
        it.title = "theirs".into();
    });
    let merged = merge(Some(&base), &ours, &theirs).unwrap();
    let (control, role) = (ours.answers[0].control.clone(), ours.answers[0].role);
    let expected = [Conflict::Whole(Field::Title), Conflict::Answer(control, role, Part::Note)];
    assert_eq!(merged.conflicts, expected);
    assert_eq!(merged.assessment, ours);
}

#[test]
fn without_what_they_came_of_only_what_both_said_can_contradict() {
    let ours = changed(|it| it.answers[0].note = None);
    let theirs = changed(|it| it.answers[0].note = Some("theirs".into()));
    let merged = merge(None, &ours, &theirs).unwrap();
    assert_eq!((merged.conflicts, merged.assessment), (Vec::new(), theirs));
}

#[test]
fn other_assessments_are_not_merged() {
    let other = changed(|it| it.id = "other".parse().unwrap());
    assert_eq!(merge(None, &changed(|_| {}), &other), None);
    assert_eq!(merge(Some(&other), &changed(|_| {}), &changed(|_| {})), None);
}
