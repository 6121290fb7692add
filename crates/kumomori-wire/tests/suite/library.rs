//! A library of three controls and two frameworks, and files about it.

use kumomori_core::control::{Control, ControlRef, Duty, Frequency};
use kumomori_core::date::Date;
use kumomori_core::dimension::Aspects;
use kumomori_core::framework::{
    Addressing, Category, Confidence, Examination, Framework, Group, Part, Requirement, Row,
    Standing, framework_ref,
};
use kumomori_core::ladder::Level;
use kumomori_core::library::{Domain, Library};
use kumomori_core::risk::{Risk, RiskKind};
use kumomori_core::role::Role;
use kumomori_core::sample::Tolerance;
use kumomori_core::selection::Selection;
use kumomori_core::settings::Settings;
use kumomori_core::text::TextId;
use kumomori_wire::assessment::{Reading, read_assessment};
use kumomori_wire::diagnostic::Diagnostic;

const TEXT: TextId = TextId(0);

/// The day of reading in all tests.
pub(crate) fn today() -> Date {
    Date::new(2026, 6, 30).unwrap()
}

/// Reads a file against the small library.
pub(crate) fn read(text: &str) -> Result<Reading, Vec<Diagnostic>> {
    read_assessment(text.as_bytes(), &library(), today())
}

/// The codes of what was found.
pub(crate) fn codes(diagnostics: &[Diagnostic]) -> Vec<&'static str> {
    diagnostics.iter().map(|it| it.problem.code()).collect()
}

/// The shortest file with the answers and attestations given.
pub(crate) fn file(answers: &str, attestations: &str) -> String {
    format!(
        r#"{{
  "format": "kumomori.assessment/1",
  "id": "example",
  "title": "",
  "subject": {{ "kind": "service", "name": "" }},
  "scope": {{
    "roles": ["provider"], "service_models": [], "uses_ai": false, "personal_data": false,
    "data_classes": [], "targets": [{{ "framework": "iso27017", "edition": "2015" }}]
  }},
  "answers": [
{answers}
  ],
  "attestations": [
{attestations}
  ]
}}
"#
    )
}

/// `encrypt-in-transit` and `log-events` for both roles, `set-ai-rules` for the customer.
pub(crate) fn library() -> Library {
    let both = [Role::Customer, Role::Provider];
    Library {
        version: "0.1.0".into(),
        settings: settings(),
        domains: vec![Domain { id: "protection".parse().unwrap(), title: TEXT, description: TEXT }],
        controls: vec![
            control("encrypt-in-transit", 3, &both),
            control("log-events", 2, &both),
            control("set-ai-rules", 1, &[Role::Customer]),
        ],
        planned: vec!["plan-exit".parse().unwrap()],
        frameworks: vec![
            framework("iso27017", "2015", Addressing::Each, &[]),
            framework("soc2", "2017", Addressing::Provider, &["security", "privacy"]),
        ],
        risks: vec![Risk {
            id: "R1".parse().unwrap(),
            kind: RiskKind::Cloud,
            title: TEXT,
            description: TEXT,
            controls: vec![ControlRef::Known(1), ControlRef::Planned("plan-exit".parse().unwrap())],
        }],
        measures: vec![],
        roadmap: vec![],
        profiles: vec![],
        selection: Selection::default(),
        migrations: vec![],
        guides: vec![],
        terms: vec![],
    }
}

fn control(id: &str, weight: u8, roles: &[Role]) -> Control {
    Control {
        id: id.parse().unwrap(),
        domain: "protection".parse().unwrap(),
        title: TEXT,
        objective: TEXT,
        why: TEXT,
        weight,
        weight_reason: TEXT,
        frequency: Frequency::Continuous,
        effort: 2,
        depends_on: vec![],
        calls_for: None,
        duties: roles
            .iter()
            .map(|role| Duty { role: *role, text: TEXT, models: Vec::new() })
            .collect(),
        thresholds: vec![],
        criteria: vec![],
        sample: TEXT,
        questions: vec![],
    }
}

fn framework(id: &str, edition: &str, addressing: Addressing, categories: &[&str]) -> Framework {
    let category = |id: &&str| Category {
        id: id.parse().unwrap(),
        is_always_in: *id == "security",
        title: TEXT,
        description: TEXT,
    };
    let row = |control| Row { control, part: Part::Part, aspects: Aspects::BOTH, reason: TEXT };
    let requirement = |id: &str, rows| Requirement {
        id: id.parse().unwrap(),
        group: "G".parse().unwrap(),
        category: categories.first().map(|it| it.parse().unwrap()),
        title: TEXT,
        asks: vec![(Role::Customer, TEXT), (Role::Provider, TEXT)],
        attributes: vec![],
        formerly: vec![],
        confidence: Confidence::Verified,
        rows,
    };
    Framework {
        id: framework_ref(id, edition).unwrap(),
        name: id.into(),
        title: TEXT,
        publisher: String::new(),
        addressing,
        examination: Examination::Extension,
        standing: Standing::InForce,
        notice: TEXT,
        source: TEXT,
        categories: categories.iter().map(category).collect(),
        groups: vec![Group { id: "G".parse().unwrap(), title: TEXT }],
        requirements: vec![
            requirement("1.1", vec![row(ControlRef::Known(0)), row(ControlRef::Known(1))]),
            requirement("1.2", vec![row(ControlRef::Planned("plan-exit".parse().unwrap()))]),
        ],
    }
}

fn settings() -> Settings {
    let levels = |numbers: [u8; 5]| numbers.map(|it| Level::new(it).unwrap());
    Settings {
        group_share: 850,
        coverage_provisional: 800,
        not_applicable_thin: 250,
        evidence_fresh: 12,
        document_grades: [1, 2, 3],
        series_months: 3,
        design_caps: levels([1, 2, 4, 4, 5]),
        operation_caps: levels([1, 1, 2, 3, 5]),
        operation_cap_sampled: Level::new(4).unwrap(),
        sample_normal: Tolerance { confidence: 900, tolerable: 100 },
        sample_key: Tolerance { confidence: 950, tolerable: 50 },
        sample_all_below: 12,
        attested_level: Level::new(3).unwrap(),
        examined_level: Level::new(3).unwrap(),
        report_period: 6,
        report_age: 12,
        effort_days: [1, 3, 5, 10, 40],
        key_weight: 3,
    }
}
