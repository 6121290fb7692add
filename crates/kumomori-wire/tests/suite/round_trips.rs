//! Writing and reading give back what was there.

use crate::library::{file, read};
use kumomori_core::assessment::{
    Answer, Applicability, Assessment, Automation, DataClass, Evidence, Exclusion, ExclusionReason,
    LibraryStamp, Migrated, Sample, Scope, ServiceModel, Subject, SubjectKind, Target, Window,
};
use kumomori_core::attestation::{Attestation, AttestationKind, AttestationState};
use kumomori_core::date::Date;
use kumomori_core::dimension::Aspects;
use kumomori_core::framework::framework_ref;
use kumomori_core::id::{CategoryId, ControlId};
use kumomori_core::ladder::{Ladder, Level, Rung};
use kumomori_core::role::{Role, Roles};
use kumomori_wire::assessment::assessment_text;
use kumomori_wire::diagnostic::Diagnostic;
use kumomori_wire::json::parse;
use kumomori_wire::write::to_text;
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

fn dates() -> impl Strategy<Value = Date> {
    (0..60_000u32).prop_map(|days| Date::from_unix_days(days).unwrap())
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[ -~あ-ん雲守\"\\\\\n\t\u{1b}\u{2028}]{0,20}"]
}

fn roles() -> impl Strategy<Value = Roles> {
    select(vec![Roles::BOTH, Roles::NONE.with(Role::Customer), Roles::NONE.with(Role::Provider)])
}

fn control_ids() -> impl Strategy<Value = Vec<ControlId>> {
    btree_set("[A-Za-z0-9.-]{1,64}", 0..4)
        .prop_map(|it| it.iter().map(|id| id.parse().unwrap()).collect())
}

fn soc2_categories() -> impl Strategy<Value = Vec<CategoryId>> {
    subsequence(vec!["privacy", "security"], 0..=2)
        .prop_map(|it| it.into_iter().map(|id| id.parse().unwrap()).collect())
}

fn scopes() -> impl Strategy<Value = Scope> {
    let target = |framework, edition| framework_ref(framework, edition).unwrap();
    let targets = (any::<bool>(), of(soc2_categories())).prop_map(move |(iso, soc2)| {
        let iso = iso.then(|| Target { framework: target("iso27017", "2015"), categories: vec![] });
        let soc2 = soc2.map(|categories| Target { framework: target("soc2", "2017"), categories });
        soc2.into_iter().chain(iso).collect()
    });
    let models = subsequence(ServiceModel::ALL.to_vec(), 0..=3);
    let classes = subsequence(DataClass::ALL.to_vec(), 0..=4);
    let flags = any::<(bool, bool)>();
    (roles(), models, flags, classes, targets, 1..=5u8).prop_map(
        |(roles, service_models, (uses_ai, personal_data), data_classes, targets, level)| Scope {
            roles,
            service_models,
            uses_ai,
            personal_data,
            data_classes,
            targets,
            target_level: Level::new(level).unwrap(),
        },
    )
}

fn ladders() -> impl Strategy<Value = Ladder> {
    let rung = select(vec![Rung::Unknown, Rung::No, Rung::Partial, Rung::Largely, Rung::Full]);
    [rung.clone(), rung.clone(), rung.clone(), rung.clone(), rung].prop_map(Ladder)
}

fn evidence() -> impl Strategy<Value = Evidence> {
    (texts(), of(texts()), any::<(bool, bool)>(), 0..=4u8, of(dates())).prop_map(
        |(title, location, (design, operation), grade, date)| Evidence {
            title,
            location,
            aspects: Aspects { design, operation },
            grade,
            date,
        },
    )
}

fn samples() -> impl Strategy<Value = Sample> {
    let automation = of(of(dates()).prop_map(|unchanged_since| Automation { unchanged_since }));
    (0..=5000u32, 0..=5000u32, of(0..=5000u32), automation)
        .prop_map(|(deviations, more, further, automation)| Sample {
            population: further.map(|it| (deviations + more + it).min(10_000)),
            tested: deviations + more,
            deviations,
            automation,
        })
        .prop_map(|it| Sample { population: it.population.map(|all| all.max(it.tested)), ..it })
}

fn applicabilities() -> impl Strategy<Value = Applicability> {
    let exclusion = (select(ExclusionReason::ALL.to_vec()), texts(), texts()).prop_map(
        |(reason, justification, by)| {
            Applicability::NotApplicable(Exclusion { reason, justification, by })
        },
    );
    prop_oneof![Just(Applicability::Applicable), exclusion]
}

fn answers() -> impl Strategy<Value = Answer> {
    let said = (applicabilities(), ladders(), ladders(), vec(evidence(), 0..3), of(samples()));
    let beside = (of(texts()), of(dates()), of(texts()), any::<bool>());
    (said, beside).prop_map(
        |((applicability, design, operation, evidence, sample), (owner, due, note, inherits))| {
            Answer {
                applicability,
                design,
                operation,
                evidence,
                sample,
                inherited_from: inherits.then(|| "a0".parse().unwrap()),
                owner,
                due,
                note,
                is_marked: inherits,
                ..Answer::blank("any".parse().unwrap(), Role::Customer)
            }
        },
    )
}

fn windows() -> impl Strategy<Value = Window> {
    (dates(), dates()).prop_map(|(a, b)| Window { from: a.min(b), to: a.max(b) })
}

fn attestations() -> impl Strategy<Value = Attestation> {
    let kind = select(AttestationKind::ALL.to_vec());
    let state = select(AttestationState::ALL.to_vec());
    let days = (of(windows()), any::<bool>(), of(dates()));
    (kind, state, texts(), any::<bool>(), days, soc2_categories(), control_ids()).prop_map(
        |(kind, state, issuer, names_service, (days, open, expected), categories, exceptions)| {
            Attestation {
                id: "a0".parse().unwrap(),
                kind,
                framework: framework_ref("soc2", "2017").unwrap(),
                state,
                issuer,
                names_service,
                from: days.filter(|_| !open).map(|it| it.from),
                to: days.map(|it| it.to),
                expected,
                categories,
                exceptions,
            }
        },
    )
}

fn migrated() -> impl Strategy<Value = Migrated> {
    let edition = "[0-9]{4}";
    (edition, edition, dates()).prop_map(|(from, to, on)| {
        let of = |edition: String| framework_ref("iso27017", &edition).unwrap();
        Migrated { from: of(from), to: of(to), on }
    })
}

fn assessments() -> impl Strategy<Value = Assessment> {
    let stamp = ("[0-9]{1,3}\\.[0-9]{1,3}", "[0-9a-f]{64}")
        .prop_map(|(version, sha256)| LibraryStamp { version, sha256 });
    let subject = (any::<bool>(), texts()).prop_map(|(is_service, name)| Subject {
        kind: if is_service { SubjectKind::Service } else { SubjectKind::Organization },
        name,
    });
    let control = prop_oneof![Just("log-events".to_owned()), "[a-z.-]{1,64}"];
    let role = select(Role::ALL.to_vec());
    let answers = btree_map((control, role), answers(), 0..5);
    let head = ("[A-Za-z0-9.-]{1,64}", texts(), subject, of(stamp));
    let papers = (vec(attestations(), 1..4), vec(migrated(), 0..3));
    (head, scopes(), of(windows()), answers, papers).prop_map(
        |(
            (id, title, subject, library),
            scope,
            window,
            answers,
            (mut attestations, migrations),
        )| {
            for (idx, it) in attestations.iter_mut().enumerate() {
                it.id = format!("a{idx}").parse().unwrap();
            }
            let answers = answers.into_iter().map(|((control, role), answer)| Answer {
                control: control.parse().unwrap(),
                role,
                ..answer
            });
            Assessment {
                id: id.parse().unwrap(),
                title,
                subject,
                library,
                scope,
                window,
                answers: answers.collect(),
                attestations,
                migrations,
            }
        },
    )
}

proptest! {
    #[test]
    fn every_assessment_reads_as_it_was_written(assessment in assessments()) {
        let text = assessment_text(&assessment);
        prop_assert_eq!(read(&text).unwrap().assessment, assessment);
    }

    #[test]
    fn canonical_text_does_not_change_when_it_is_read_and_written(assessment in assessments()) {
        let text = assessment_text(&assessment);
        prop_assert_eq!(&assessment_text(&read(&text).unwrap().assessment), &text);
        prop_assert_eq!(to_text(&parse(&text).unwrap()), text);
    }

    #[test]
    fn the_order_of_answers_does_not_change_the_text(assessment in assessments()) {
        let mut reversed = assessment.clone();
        reversed.answers.reverse();
        prop_assert_eq!(assessment_text(&reversed), assessment_text(&assessment));
    }

    #[test]
    fn a_file_cut_short_is_refused(assessment in assessments(), at in any::<prop::sample::Index>()) {
        let text = assessment_text(&assessment);
        let chars: Vec<char> = text.trim_end().chars().collect();
        let cut: String = chars.iter().take(at.index(chars.len()).max(1)).collect();
        let found = read(&cut).unwrap_err();
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(found[0].problem.code(), "unexpected-end");
    }

    #[test]
    fn a_damaged_file_is_read_or_refused_with_reasons(
        assessment in assessments(),
        at in any::<prop::sample::Index>(),
        n_removed in 0usize..8,
        inserted in r#"[\[\]{},:"0-9a-z-]{0,3}"#,
    ) {
        let chars: Vec<char> = assessment_text(&assessment).chars().collect();
        let at = at.index(chars.len());
        let rest = chars.iter().skip(at + n_removed);
        let text: String =
            chars.iter().take(at).copied().chain(inserted.chars()).chain(rest.copied()).collect();
        match read(&text) {
            Ok(reading) => {
                let again = read(&assessment_text(&reading.assessment)).unwrap().assessment;
                let mut sorted = reading.assessment;
                sorted.answers.sort_by(|a, b| (&a.control, a.role).cmp(&(&b.control, b.role)));
                prop_assert_eq!(again, sorted);
            }
            Err(found) => {
                let at_root = |it: &Diagnostic| it.path.is_empty() && it.problem.code() == "wrong-type";
                prop_assert!(!found.is_empty() && !found.iter().any(at_root));
            }
        }
    }
}

#[test]
fn a_level_is_shorthand_for_rungs() {
    let text = file(
        r#"{ "control": "log-events", "role": "provider", "design": { "level": 3 }, "operation": { "level": 0 } }"#,
        "",
    );
    let assessment = read(&text).unwrap().assessment;
    let written = assessment_text(&assessment);
    assert!(written.contains(r#""design": { "rungs": ["F", "F", "F", "N", "N"] }"#), "{written}");
    assert!(written.contains(r#""operation": { "rungs": ["N", "N", "N", "N", "N"] }"#));
}

#[test]
fn what_may_be_left_out_is_written_with_its_meaning() {
    let text = file(r#"{ "control": "log-events", "role": "provider" }"#, "");
    let written = assessment_text(&read(&text).unwrap().assessment);
    let expected = r#"{
  "format": "kumomori.assessment/1",
  "id": "example",
  "title": "",
  "subject": { "kind": "service", "name": "" },
  "scope": {
    "roles": ["provider"],
    "service_models": [],
    "uses_ai": false,
    "personal_data": false,
    "data_classes": [],
    "targets": [
      { "framework": "iso27017", "edition": "2015" }
    ],
    "target_level": 3
  },
  "answers": [
    {
      "control": "log-events",
      "role": "provider",
      "applicability": { "state": "applicable" },
      "design": { "rungs": ["U", "U", "U", "U", "U"] },
      "operation": { "rungs": ["U", "U", "U", "U", "U"] },
      "evidence": []
    }
  ],
  "attestations": []
}
"#;
    assert_eq!(written, expected);
}
