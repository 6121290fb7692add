//! A small library and an assessment, for tests.

use crate::names::Names;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::assessment::{
    Answer, Applicability, Assessment, DataClass, Evidence, Exclusion, ExclusionReason, Sample,
    Scope, ServiceModel, Subject, SubjectKind, Target, Window,
};
use kumomori_core::attestation::{Attestation, AttestationKind, AttestationState};
use kumomori_core::control::{Control, ControlRef, Criterion, Duty, Frequency};
use kumomori_core::dimension::{Aspects, Dimension};
use kumomori_core::evaluation::{Evaluation, evaluate};
use kumomori_core::framework::{
    Addressing, Category, Confidence, Examination, Framework, Group, Part, Requirement, Row,
    Standing, framework_ref,
};
use kumomori_core::id::FrameworkRef;
use kumomori_core::ladder::{Ladder, Level, Rung};
use kumomori_core::library::{Domain, Library};
use kumomori_core::measure::Measure;
use kumomori_core::risk::{Risk, RiskKind};
use kumomori_core::role::{Role, Roles};
use kumomori_core::sample::Tolerance;
use kumomori_core::selection::Selection;
use kumomori_core::settings::Settings;
use kumomori_core::testimony::Hearing;
use kumomori_core::text::{Chapter, Lang, TextId, Texts, write_chapter};

/// A library with its texts, an assessment and its evaluation.
pub(crate) struct World {
    library: Library,
    ja: [Chapter<'static>; 1],
    en: [Chapter<'static>; 1],
    pub(crate) assessment: Assessment,
}

impl World {
    /// Two domains with three controls, two frameworks, a risk and a measure; the provider's
    /// answers only, but for one.
    pub(crate) fn new() -> Self {
        let mut writer = Writer::default();
        let library = library(&mut writer);
        let [ja, en] = [&writer.ja, &writer.en].map(|it| [chapter(it)]);
        Self { library, ja, en, assessment: assessment() }
    }

    pub(crate) fn names(&self, lang: Lang) -> Names<'_> {
        let chapters = match lang {
            Lang::Ja => &self.ja,
            Lang::En => &self.en,
        };
        Names { library: &self.library, checks: None, texts: Texts::new(chapters), lang }
    }

    pub(crate) fn evaluation(&self) -> Evaluation<'_> {
        evaluate(&self.library, &self.assessment, Hearing::default(), day("2026-06-30"))
    }

    pub(crate) fn answer(&mut self, control: &str, role: Role) -> &mut Answer {
        let found = |it: &&mut Answer| it.control.as_str() == control && it.role == role;
        self.assessment.answers.iter_mut().find(found).unwrap()
    }
}

pub(crate) fn id<T: core::str::FromStr<Err: core::fmt::Debug>>(text: &str) -> T {
    text.parse().unwrap()
}

pub(crate) fn day(text: &str) -> kumomori_core::date::Date {
    text.parse().unwrap()
}

pub(crate) fn iso() -> FrameworkRef {
    framework_ref("iso27017", "2015").unwrap()
}

pub(crate) fn soc2() -> FrameworkRef {
    framework_ref("soc2", "2017").unwrap()
}

/// A ladder written in letters.
pub(crate) fn ladder(letters: &str) -> Ladder {
    let rungs: Vec<Rung> = letters.chars().map(|it| Rung::from_letter(it).unwrap()).collect();
    Ladder(rungs.try_into().unwrap())
}

pub(crate) fn evidence(title: &str, grade: u8, date: Option<&str>) -> Evidence {
    Evidence {
        title: title.into(),
        location: None,
        aspects: Aspects::BOTH,
        grade,
        date: date.map(day),
    }
}

fn chapter(texts: &[String]) -> Chapter<'static> {
    let texts: Vec<_> = (0..).map(TextId).zip(texts.iter().map(String::as_str)).collect();
    Chapter::open(Vec::leak(write_chapter(&texts))).unwrap()
}

#[derive(Default)]
struct Writer {
    ja: Vec<String>,
    en: Vec<String>,
}

impl Writer {
    fn text(&mut self, ja: &str, en: &str) -> TextId {
        self.ja.push(ja.into());
        self.en.push(en.into());
        TextId(u32::try_from(self.ja.len() - 1).unwrap())
    }
}

fn library(it: &mut Writer) -> Library {
    let back_up =
        control(it, "back-up-data", "reliability", ("データのバックアップ", "Back up data"), 2);
    let limit = control(it, "limit-admins", "access", ("管理者の限定", "Limit administrators"), 3);
    let login = control(it, "secure-login", "access", ("強固な認証", "Secure login"), 1);
    let domain = |it: &mut Writer, name: &str, ja: &str, en: &str| Domain {
        id: id(name),
        title: it.text(ja, en),
        description: it.text("説明", "What stands here"),
    };
    Library {
        version: "0.1.0".into(),
        settings: settings(),
        domains: vec![
            domain(it, "access", "アクセス制御", "Access"),
            domain(it, "reliability", "可用性と処理の正確性", "Availability & processing"),
        ],
        controls: vec![back_up, limit, login],
        planned: vec![id("restrict-access")],
        frameworks: vec![iso27017(it), trust_services(it)],
        risks: vec![Risk {
            id: id("ai-provider-attacked"),
            kind: RiskKind::Ai,
            title: it.text("AI提供者が攻撃を受ける", "The AI provider is attacked"),
            description: it.text("流出する。", "Data leaks."),
            controls: vec![ControlRef::Known(1), ControlRef::Planned(id("restrict-access"))],
        }],
        measures: vec![Measure {
            id: id("M6"),
            title: it.text("管理者を限定している", "Administrators are limited"),
            ask: it.text("何人か。", "How many?"),
            controls: vec![id("limit-admins")],
        }],
        roadmap: Vec::new(),
        profiles: Vec::new(),
        selection: Selection::default(),
        migrations: Vec::new(),
        guides: Vec::new(),
        terms: Vec::new(),
    }
}

fn control(
    it: &mut Writer,
    name: &str,
    domain: &str,
    (ja, en): (&str, &str),
    weight: u8,
) -> Control {
    let mut duty = |role| Duty {
        role,
        text: it.text("定めて守る。\n確かめる。", "Sets it.\nChecks it."),
        models: Vec::new(),
    };
    let duties = Role::ALL.map(&mut duty).to_vec();
    let mut criteria = Vec::new();
    for ladder in Dimension::ALL {
        for rung in 1..=5 {
            criteria.push(Criterion {
                id: id(&format!("{}{rung}", if ladder == Dimension::Design { "d" } else { "o" })),
                ladder,
                rung,
                text: it.text(&format!("段{rung}が成り立つ。"), &format!("Rung {rung} holds.")),
                evidence: it.text(&format!("段{rung}の記録"), &format!("Record of rung {rung}")),
            });
        }
    }
    Control {
        id: id(name),
        domain: id(domain),
        title: it.text(ja, en),
        objective: it.text("目的。", "The objective."),
        why: it.text("理由。", "The reason."),
        weight,
        weight_reason: it.text("大切なため。", "It matters."),
        frequency: Frequency::Monthly,
        effort: 2,
        depends_on: Vec::new(),
        calls_for: None,
        duties,
        thresholds: Vec::new(),
        criteria,
        sample: it.text("1件。", "One item."),
        questions: Vec::new(),
    }
}

fn settings() -> Settings {
    let level = |it| Level::new(it).unwrap();
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

fn row(it: &mut Writer, control: ControlRef, part: Part) -> Row {
    Row {
        control, part, aspects: Aspects::BOTH, reason: it.text("核となる。", "At its heart")
    }
}

fn requirement(
    it: &mut Writer,
    name: &str,
    (ja, en): (&str, &str),
    category: Option<&str>,
    rows: Vec<Row>,
) -> Requirement {
    Requirement {
        id: id(name),
        group: id("9"),
        category: category.map(id),
        title: it.text(ja, en),
        asks: Role::ALL.map(|role| (role, it.text("定める。", "Sets it."))).to_vec(),
        attributes: Vec::new(),
        formerly: Vec::new(),
        confidence: Confidence::Verified,
        rows,
    }
}

/// The heading that every requirement stands under.
fn group(it: &mut Writer) -> Group {
    Group { id: id("9"), title: it.text("アクセス", "Access") }
}

fn iso27017(it: &mut Writer) -> Framework {
    let limit = row(it, ControlRef::Known(1), Part::Whole);
    let backup = row(it, ControlRef::Known(0), Part::Part);
    let login = row(it, ControlRef::Known(2), Part::Part);
    let planned = row(it, ControlRef::Planned(id("restrict-access")), Part::Whole);
    let related = row(it, ControlRef::Known(1), Part::Related);
    Framework {
        id: iso(),
        name: "ISO/IEC 27017:2015".into(),
        title: it.text("クラウドサービスのセキュリティ", "Security for cloud services"),
        publisher: "ISO/IEC".into(),
        addressing: Addressing::Each,
        examination: Examination::Extension,
        standing: Standing::Withdrawn { replaced_by: framework_ref("iso27017", "2026").unwrap() },
        notice: it.text("廃止された。", "Withdrawn."),
        source: it.text("出典。", "Source."),
        categories: Vec::new(),
        groups: vec![group(it)],
        requirements: vec![
            requirement(it, "9.2.3", ("特権の管理", "Privileged access"), None, vec![limit]),
            requirement(
                it,
                "9.4.1",
                ("アクセスの制限", "Access limits"),
                None,
                vec![planned, related],
            ),
            requirement(it, "12.3.1", ("情報のバックアップ", "Backup"), None, vec![backup, login]),
        ],
    }
}

fn trust_services(it: &mut Writer) -> Framework {
    let limit = row(it, ControlRef::Known(1), Part::Part);
    Framework {
        id: soc2(),
        name: "SOC 2".into(),
        title: it.text("内部統制の報告書", "Report on controls"),
        publisher: "AICPA".into(),
        addressing: Addressing::Provider,
        examination: Examination::Report,
        standing: Standing::InForce,
        notice: it.text("報告書である。", "It is a report."),
        source: it.text("出典。", "Source."),
        categories: vec![Category {
            id: id("security"),
            is_always_in: true,
            title: it.text("セキュリティ", "Security"),
            description: it.text("守る。", "Protected."),
        }],
        groups: vec![group(it)],
        requirements: vec![requirement(
            it,
            "CC6.1",
            ("論理アクセス", "Logical access"),
            Some("security"),
            vec![limit],
        )],
    }
}

fn assessment() -> Assessment {
    let answer = |control: &str, role, design: &str, operation: &str, evidence| Answer {
        design: ladder(design),
        operation: ladder(operation),
        evidence,
        ..Answer::blank(id(control), role)
    };
    let old = evidence("Old <list>", 3, Some("2024-01-01"));
    let mut login = answer("secure-login", Role::Provider, "UUUUU", "UUUUU", Vec::new());
    login.applicability = Applicability::NotApplicable(Exclusion {
        reason: ExclusionReason::OutOfScope,
        justification: "No login exists.".into(),
        by: "A. Sato".into(),
    });
    let mut limit = answer(
        "limit-admins",
        Role::Provider,
        "FFFUU",
        "FFUUU",
        vec![evidence("Standard", 2, Some("2026-05-01")), old],
    );
    limit.sample = Some(Sample { population: None, tested: 25, deviations: 0, automation: None });
    Assessment {
        id: id("example"),
        title: "Example & more".into(),
        subject: Subject { kind: SubjectKind::Organization, name: "Example Inc.".into() },
        library: None,
        scope: Scope {
            roles: Roles::BOTH,
            service_models: vec![ServiceModel::Saas],
            uses_ai: true,
            personal_data: false,
            data_classes: vec![DataClass::Confidential],
            targets: vec![
                Target { framework: iso(), categories: Vec::new() },
                Target { framework: soc2(), categories: vec![id("security")] },
            ],
            target_level: Level::new(3).unwrap(),
        },
        window: Some(Window { from: day("2025-07-01"), to: day("2026-06-30") }),
        answers: vec![
            answer(
                "back-up-data",
                Role::Provider,
                "FFFNN",
                "FFFNN",
                vec![evidence("Log", 3, Some("2026-06-01"))],
            ),
            limit,
            login,
        ],
        attestations: vec![Attestation {
            id: id("a1"),
            kind: AttestationKind::Soc2Type2,
            framework: soc2(),
            state: AttestationState::Held,
            issuer: "Auditor".into(),
            names_service: true,
            from: Some(day("2025-04-01")),
            to: Some(day("2026-03-31")),
            expected: None,
            categories: vec![id("security")],
            exceptions: Vec::new(),
        }],
        migrations: Vec::new(),
    }
}
