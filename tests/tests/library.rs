//! What people are measured against, as text: a change of the policies shows in a diff.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use expect_test::expect_file;
use kumomori_core::control::{CallsFor, Control, ControlRef, Frequency};
use kumomori_core::dimension::Aspects;
use kumomori_core::framework::{
    Addressing, Confidence, Examination, Framework, Part, Requirement, Standing,
};
use kumomori_core::ladder::Level;
use kumomori_core::library::Library;
use kumomori_core::measure::Measure;
use kumomori_core::role::Roles;
use kumomori_core::sample::Tolerance;
use kumomori_core::settings::Settings;
use kumomori_core::text::{Lang, Texts};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// The edition whose requirements stand beside the measures.
const CLOUD: &str = "iso27017:2015";
/// The criteria whose categories stand beside the measures.
const CRITERIA: &str = "soc2:2017";

/// A published measure: the requirements of `iso27017:2015` that stand for its area, and the
/// categories of `soc2:2017`.
type Row = (&'static str, &'static [&'static str], &'static [&'static str]);

/// The seven measures as a provider of an AI service published them. It names the areas of
/// ISO/IEC 27017 in words; the requirements are our reading of them.
const SEVEN: [Row; 7] = [
    ("M1", &["10.1.1", "13.1.3"], &["confidentiality", "privacy", "security"]),
    ("M2", &["9.1.2", "9.2.3"], &["security"]),
    ("M3", &["10.1.1", "6.1.3", "CLD.8.1.5"], &["confidentiality", "privacy"]),
    ("M4", &["15.1.2", "5.1.1"], &["confidentiality", "privacy"]),
    ("M5", &["12.6.1"], &["security"]),
    ("M6", &["9.2.3", "CLD.12.1.5"], &["confidentiality", "security"]),
    ("M7", &["18.1.1"], &["privacy"]),
];

/// Where the mappings of this library come out otherwise: `+` stands here and not in the published
/// table, `-` stands there and not here.
const DIFFERENCES: [(&str, &str); 4] = [
    // No criterion of privacy speaks of encryption on the way; CC6.7 does, for all categories.
    ("M1", "-privacy"),
    // Deletion on leaving is another control than deletion of temporary data.
    ("M3", "-CLD.8.1.5"),
    // Encryption at rest is part of CC6.1.
    ("M3", "+security"),
    // CC2.3 asks what is told to those outside.
    ("M7", "+security"),
];

fn library() -> &'static Library {
    kumomori_data::library().unwrap()
}

#[test]
fn what_people_are_measured_against_is_written_down() {
    let library = library();
    let texts = kumomori_data::texts(Lang::En).unwrap();
    let mut all = format!("library {}\n\n", library.version);
    all.push_str(&settings(&library.settings));
    library.frameworks.iter().for_each(|it| all.push_str(&framework(library, &texts, it)));
    all.push_str("\ncontrols\n");
    library.controls.iter().for_each(|it| all.push_str(&control(library, &texts, it)));
    all.push_str("\nplanned controls\n");
    library.planned.iter().for_each(|it| writeln!(all, "  {it}").unwrap());
    all.push_str("\nmeasures\n");
    library.measures.iter().for_each(|it| all.push_str(&measure(library, &texts, it)));
    expect_file!["snapshots/library.txt"].assert_eq(&all);
}

#[test]
fn the_seven_measures_differ_from_the_published_table_only_where_said() {
    let library = library();
    let ids: Vec<&str> = library.measures.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, SEVEN.map(|it| it.0));
    let mut found = Vec::new();
    for (measure, (id, areas, categories)) in library.measures.iter().zip(SEVEN) {
        let here = categories_of(library, measure);
        let reached: BTreeSet<&str> =
            requirements_of(library, measure, CLOUD).iter().map(|it| it.0.id.as_str()).collect();
        let lost = areas.iter().filter(|it| !reached.contains(*it));
        found.extend(lost.map(|it| (id, format!("-{it}"))));
        let lost = categories.iter().filter(|it| !here.contains_key(*it));
        found.extend(lost.map(|it| (id, format!("-{it}"))));
        let fresh = here.keys().filter(|it| !categories.contains(it));
        found.extend(fresh.map(|it| (id, format!("+{it}"))));
    }
    assert_eq!(found, DIFFERENCES.map(|(id, what)| (id, what.to_owned())));
}

fn settings(it: &Settings) -> String {
    let level = |it: Level| it.number().to_string();
    let levels = |them: [Level; 5]| them.map(level).join(" ");
    let tolerance = |it: Tolerance| format!("{} {}", it.confidence, it.tolerable);
    let values = [
        ("group-share", it.group_share.to_string()),
        ("coverage-provisional", it.coverage_provisional.to_string()),
        ("not-applicable-thin", it.not_applicable_thin.to_string()),
        ("evidence-fresh", it.evidence_fresh.to_string()),
        ("document-grades", it.document_grades.map(|it| it.to_string()).join(" ")),
        ("series-gap", it.series_months.to_string()),
        ("design-caps", levels(it.design_caps)),
        ("operation-caps", levels(it.operation_caps)),
        ("operation-cap-sampled", level(it.operation_cap_sampled)),
        ("sample-normal", tolerance(it.sample_normal)),
        ("sample-key", tolerance(it.sample_key)),
        ("sample-all-below", it.sample_all_below.to_string()),
        ("attested-level", level(it.attested_level)),
        ("examined-level", level(it.examined_level)),
        ("report-period", it.report_period.to_string()),
        ("report-age", it.report_age.to_string()),
        ("effort-days", it.effort_days.map(|it| it.to_string()).join(" ")),
        ("key-weight", it.key_weight.to_string()),
    ];
    let lines = values.map(|(id, value)| format!("  {id}: {value}\n"));
    format!("settings\n{}", lines.concat())
}

fn framework(library: &Library, texts: &Texts<'_>, it: &Framework) -> String {
    let addressing = match it.addressing {
        Addressing::Each => "each role apart",
        Addressing::Provider => "provider only",
    };
    let examination = match it.examination {
        Examination::ManagementSystem => "management system",
        Examination::Extension => "extension",
        Examination::Report => "report",
    };
    let standing = match &it.standing {
        Standing::InForce => "in force".to_owned(),
        Standing::Withdrawn { replaced_by } => format!("replaced by {replaced_by}"),
    };
    let mut text = format!("\n{} | {addressing} | {examination} | {standing}\n", it.id);
    for category in &it.categories {
        let always = if category.is_always_in { " always" } else { "" };
        writeln!(text, "  category {}{always}", category.id).unwrap();
    }
    let requirements = it.requirements.iter().map(|it| requirement(library, texts, it));
    text + &requirements.collect::<String>()
}

fn requirement(library: &Library, texts: &Texts<'_>, it: &Requirement) -> String {
    let category = it.category.as_ref().map(|it| format!(" | {it}")).unwrap_or_default();
    let confidence = match it.confidence {
        Confidence::Verified => "verified",
        Confidence::SecondHand => "second-hand",
    };
    let mut text = format!(
        "  {} {} | {}{category} | {confidence}\n",
        it.id,
        texts.get(it.title),
        roles(it.addresses())
    );
    for row in it.answering_rows() {
        let part = if row.part == Part::Whole { "whole" } else { "part" };
        let control = match &row.control {
            ControlRef::Known(idx) => library.controls[*idx].id.to_string(),
            ControlRef::Planned(id) => format!("{id} (planned)"),
        };
        writeln!(text, "    {part} {control} | {}", aspects(row.aspects)).unwrap();
    }
    text
}

fn control(library: &Library, texts: &Texts<'_>, it: &Control) -> String {
    let mut text = format!("  {} {} | {}\n", it.id, texts.get(it.title), it.domain);
    let key = if library.settings.is_key(it) { " key" } else { "" };
    let calls_for = match it.calls_for {
        Some(CallsFor::Ai) => " | calls for ai",
        Some(CallsFor::PersonalData) => " | calls for personal-data",
        Some(CallsFor::Always) => " | always asked",
        None => "",
    };
    let (weight, effort) = (it.weight, it.effort);
    let (frequency, roles) = (frequency(it.frequency), roles(it.roles()));
    writeln!(text, "    weight {weight}{key} | effort {effort} | {frequency} | {roles}{calls_for}")
        .unwrap();
    for threshold in &it.thresholds {
        writeln!(text, "    {} = {}", threshold.id, threshold.value).unwrap();
    }
    text
}

fn measure(library: &Library, texts: &Texts<'_>, it: &Measure) -> String {
    let controls: Vec<String> = it.controls.iter().map(ToString::to_string).collect();
    let name = |name: &str, is_related: bool| {
        format!("{name}{}", if is_related { " (related)" } else { "" })
    };
    let cloud = requirements_of(library, it, CLOUD);
    let cloud = cloud.iter().map(|(it, is_related)| name(it.id.as_str(), *is_related));
    let categories = categories_of(library, it).into_iter();
    let categories = categories.map(|(it, is_related)| name(it, is_related));
    format!(
        "  {} {}\n    controls {}\n    {CLOUD} {}\n    {CRITERIA} {}\n",
        it.id,
        texts.get(it.title),
        controls.join(", "),
        cloud.collect::<Vec<_>>().join(", "),
        categories.collect::<Vec<_>>().join(", ")
    )
}

/// The requirements of an edition for which the controls of a measure have a row, and whether
/// all these rows are related only.
fn requirements_of<'a>(
    library: &'a Library,
    measure: &Measure,
    edition: &str,
) -> Vec<(&'a Requirement, bool)> {
    let controls: Vec<ControlRef> = measure
        .controls
        .iter()
        .map(|id| {
            let planned = || ControlRef::Planned(id.clone());
            library.control_idx(id).map_or_else(planned, ControlRef::Known)
        })
        .collect();
    let framework = library.frameworks.iter().find(|it| it.id.to_string() == edition).unwrap();
    let mut found = Vec::new();
    for requirement in &framework.requirements {
        let rows = || requirement.rows.iter().filter(|it| controls.contains(&it.control));
        if rows().next().is_some() {
            found.push((requirement, rows().all(|it| it.part == Part::Related)));
        }
    }
    found
}

/// The categories of the criteria, and whether each is reached by related rows only.
fn categories_of<'a>(library: &'a Library, measure: &Measure) -> BTreeMap<&'a str, bool> {
    let mut found = BTreeMap::new();
    for (requirement, is_related) in requirements_of(library, measure, CRITERIA) {
        if let Some(category) = &requirement.category {
            *found.entry(category.as_str()).or_insert(true) &= is_related;
        }
    }
    found
}

fn roles(roles: Roles) -> String {
    roles.iter().map(|it| it.to_string()).collect::<Vec<_>>().join(" ")
}

fn aspects(aspects: Aspects) -> &'static str {
    match (aspects.design, aspects.operation) {
        (true, true) => "both",
        (true, false) => "design",
        (false, true) => "operation",
        (false, false) => "neither",
    }
}

fn frequency(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Continuous => "continuous",
        Frequency::Daily => "daily",
        Frequency::Weekly => "weekly",
        Frequency::Monthly => "monthly",
        Frequency::Quarterly => "quarterly",
        Frequency::Annual => "annual",
        Frequency::OnChange => "on-change",
        Frequency::PerEvent => "per-event",
    }
}
