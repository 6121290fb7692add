//! The smallest of everything, to build others from.

use kumomori_check::compile::compile;
use kumomori_check::kind::Kind;
use kumomori_check::program::Policy;
use kumomori_core::assessment::{
    Answer, Assessment, Evidence, Scope, Subject, SubjectKind, Target,
};
use kumomori_core::attestation::{Attestation, AttestationKind, AttestationState};
use kumomori_core::checks::{Check, Severity};
use kumomori_core::control::{Control, ControlRef, Duty, Frequency};
use kumomori_core::date::Date;
use kumomori_core::dimension::Aspects;
use kumomori_core::framework::{
    Addressing, Confidence, Examination, Framework, Group, Part, Requirement, Row, Standing,
    framework_ref,
};
use kumomori_core::id::FrameworkRef;
use kumomori_core::ladder::{Ladder, Level};
use kumomori_core::library::{Domain, Library};
use kumomori_core::role::{Role, Roles};
use kumomori_core::sample::Tolerance;
use kumomori_core::selection::Selection;
use kumomori_core::settings::Settings;
use kumomori_core::testimony::Testimony;
use kumomori_core::text::TextId;

/// The text that everything bears.
pub const TEXT: TextId = TextId(0);

/// The level with this number.
pub fn level(number: u8) -> Level {
    Level::new(number).unwrap()
}

/// A day on which everything plain is in date.
pub fn day() -> Date {
    Date::new(2026, 6, 30).unwrap()
}

/// The settings that `policies/settings.yaml` gives.
pub fn settings() -> Settings {
    Settings {
        group_share: 850,
        coverage_provisional: 800,
        not_applicable_thin: 250,
        evidence_fresh: 12,
        document_grades: [1, 2, 3],
        series_months: 3,
        design_caps: [1, 2, 4, 4, 5].map(level),
        operation_caps: [1, 1, 2, 3, 5].map(level),
        operation_cap_sampled: level(4),
        sample_normal: Tolerance { confidence: 900, tolerable: 100 },
        sample_key: Tolerance { confidence: 950, tolerable: 50 },
        sample_all_below: 12,
        attested_level: level(3),
        examined_level: level(3),
        report_period: 6,
        report_age: 12,
        effort_days: [1, 3, 8, 20, 40],
        key_weight: 3,
    }
}

/// A domain.
pub fn domain(id: &str) -> Domain {
    Domain { id: id.parse().unwrap(), title: TEXT, description: TEXT }
}

/// A control of the domain `access` with a duty of the provider.
pub fn control(id: &str, weight: u8) -> Control {
    Control {
        id: id.parse().unwrap(),
        domain: "access".parse().unwrap(),
        title: TEXT,
        objective: TEXT,
        why: TEXT,
        weight,
        weight_reason: TEXT,
        frequency: Frequency::OnChange,
        effort: 1,
        depends_on: Vec::new(),
        calls_for: None,
        duties: vec![Duty { role: Role::Provider, text: TEXT, models: Vec::new() }],
        thresholds: Vec::new(),
        criteria: Vec::new(),
        sample: TEXT,
        questions: Vec::new(),
    }
}

/// A requirement that asks something of the provider.
pub fn requirement(id: &str, rows: Vec<Row>) -> Requirement {
    Requirement {
        id: id.parse().unwrap(),
        group: "g".parse().unwrap(),
        category: None,
        title: TEXT,
        asks: vec![(Role::Provider, TEXT)],
        attributes: Vec::new(),
        formerly: Vec::new(),
        confidence: Confidence::Verified,
        rows,
    }
}

/// The first edition of a framework without categories.
pub fn framework(id: &str, requirements: Vec<Requirement>) -> Framework {
    Framework {
        id: framework_ref(id, "1").unwrap(),
        name: "Plain".into(),
        title: TEXT,
        publisher: "Nobody".into(),
        addressing: Addressing::Each,
        examination: Examination::Extension,
        standing: Standing::InForce,
        notice: TEXT,
        source: TEXT,
        categories: Vec::new(),
        groups: vec![Group { id: "g".parse().unwrap(), title: TEXT }],
        requirements,
    }
}

/// A library of controls and frameworks with the domain `access`.
pub fn library(controls: Vec<Control>, frameworks: Vec<Framework>) -> Library {
    Library {
        version: "0.0.0".into(),
        settings: settings(),
        domains: vec![domain("access")],
        controls,
        planned: Vec::new(),
        frameworks,
        risks: Vec::new(),
        measures: Vec::new(),
        roadmap: Vec::new(),
        profiles: Vec::new(),
        selection: Selection::default(),
        migrations: Vec::new(),
        guides: Vec::new(),
        terms: Vec::new(),
    }
}

/// A library with one requirement, of `alpha:1`, that takes all of the controls.
pub fn library_of(controls: Vec<Control>) -> Library {
    let row = |idx| Row {
        control: ControlRef::Known(idx),
        part: Part::Part,
        aspects: Aspects::BOTH,
        reason: TEXT,
    };
    let rows = (0..controls.len()).map(row).collect();
    library(controls, vec![framework("alpha", vec![requirement("q", rows)])])
}

/// An assessment of the provider's duties against `alpha:1` at level 3.
pub fn assessment(answers: Vec<Answer>) -> Assessment {
    let framework = framework_ref("alpha", "1").unwrap();
    Assessment {
        id: "a".parse().unwrap(),
        title: String::new(),
        subject: Subject { kind: SubjectKind::Service, name: String::new() },
        library: None,
        scope: Scope {
            roles: Roles::NONE.with(Role::Provider),
            service_models: Vec::new(),
            uses_ai: false,
            personal_data: false,
            data_classes: Vec::new(),
            targets: vec![Target { framework, categories: Vec::new() }],
            target_level: level(3),
        },
        window: None,
        answers,
        attestations: Vec::new(),
        migrations: Vec::new(),
    }
}

/// The provider's answer about a control, with evidence of one grade.
pub fn answer(control: &str, design: u8, operation: u8, grade: u8) -> Answer {
    Answer {
        design: Ladder::up_to(level(design)),
        operation: Ladder::up_to(level(operation)),
        evidence: vec![evidence(grade)],
        ..Answer::blank(control.parse().unwrap(), Role::Provider)
    }
}

/// Evidence of a grade about both dimensions, of the plain day.
pub fn evidence(grade: u8) -> Evidence {
    Evidence {
        title: String::new(),
        location: None,
        aspects: Aspects::BOTH,
        grade,
        date: Some(day()),
    }
}

/// A certificate that names the service and has no dates yet.
pub fn attestation(framework: FrameworkRef) -> Attestation {
    Attestation {
        id: "a".parse().unwrap(),
        kind: AttestationKind::IsoCertificate,
        framework,
        state: AttestationState::Held,
        issuer: String::new(),
        names_service: true,
        from: None,
        to: None,
        expected: None,
        categories: Vec::new(),
        exceptions: Vec::new(),
    }
}

/// A check of the first kind that speaks about nothing.
pub fn check(id: &str) -> Check {
    Check {
        id: id.parse().unwrap(),
        kind: 0,
        title: TEXT,
        severity: Severity::Medium,
        when: None,
        expect: compile("true", &Kind::new("plain", false), &Policy::default()).unwrap(),
        controls: Vec::new(),
        message: TEXT,
        remedy: TEXT,
    }
}

/// A document of the plain day that a tool printed and that says nothing.
pub fn testimony(kind: &str) -> Testimony {
    Testimony {
        kind: kind.into(),
        tool: Some("tool 1".into()),
        source: String::new(),
        role: None,
        collected: Some(day()),
        period: None,
        fresh_months: 12,
        statements: Vec::new(),
    }
}
