//! From a checked document to an assessment; `None` only where the shape does not hold.

use crate::json::Node;
use crate::word::Worded;
use alloc::string::String;
use alloc::vec::Vec;
use core::str::FromStr;
use kumomori_core::assessment::{
    Answer, Applicability, Assessment, Automation, Evidence, Exclusion, LibraryStamp, Migrated,
    Sample, Scope, Subject, Target, Window,
};
use kumomori_core::attestation::Attestation;
use kumomori_core::dimension::{Aspects, Dimension};
use kumomori_core::id::FrameworkRef;
use kumomori_core::ladder::{Ladder, Level, Rung};
use kumomori_core::role::{Role, Roles};

/// The level to reach when a file names none.
const TARGET_LEVEL: u32 = 3;

/// The assessment of a document.
pub(crate) fn assessment(node: &Node) -> Option<Assessment> {
    Some(Assessment {
        id: parsed(node, "id")?,
        title: string(node, "title")?,
        subject: subject(node.get("subject")?)?,
        library: node.get("library").and_then(stamp),
        scope: scope(node.get("scope")?)?,
        window: node.get("window").and_then(window),
        answers: all(node, "answers", answer)?,
        attestations: all(node, "attestations", attestation)?,
        migrations: all(node, "migrations", migrated)?,
    })
}

/// What is judged.
pub(crate) fn subject(node: &Node) -> Option<Subject> {
    Some(Subject { kind: word(node, "kind")?, name: string(node, "name")? })
}

/// The library stamp.
pub(crate) fn stamp(node: &Node) -> Option<LibraryStamp> {
    Some(LibraryStamp { version: string(node, "version")?, sha256: string(node, "sha256")? })
}

/// An observation window.
pub(crate) fn window(node: &Node) -> Option<Window> {
    Some(Window { from: parsed(node, "from")?, to: parsed(node, "to")? })
}

/// What is inside.
pub(crate) fn scope(node: &Node) -> Option<Scope> {
    let target_level = node.get("target_level").map_or(Some(TARGET_LEVEL), Node::whole)?;
    Some(Scope {
        roles: words(node, "roles").into_iter().fold(Roles::NONE, Roles::with),
        service_models: words(node, "service_models"),
        uses_ai: node.get("uses_ai")?.bool()?,
        personal_data: node.get("personal_data")?.bool()?,
        data_classes: words(node, "data_classes"),
        targets: all(node, "targets", target)?,
        target_level: level(target_level)?,
    })
}

fn target(node: &Node) -> Option<Target> {
    let categories = all(node, "categories", Node::parsed)?;
    Some(Target { framework: framework(node)?, categories })
}

/// The framework edition that an object names.
pub(super) fn framework(node: &Node) -> Option<FrameworkRef> {
    Some(FrameworkRef { framework: parsed(node, "framework")?, edition: parsed(node, "edition")? })
}

/// A step from one edition to another.
pub(crate) fn migrated(node: &Node) -> Option<Migrated> {
    let edition = |key| {
        Some(FrameworkRef { framework: parsed(node, "framework")?, edition: parsed(node, key)? })
    };
    Some(Migrated { from: edition("from")?, to: edition("to")?, on: parsed(node, "on")? })
}

/// An answer.
pub(crate) fn answer(node: &Node) -> Option<Answer> {
    let (control, role) = name(node)?;
    Some(Answer {
        control,
        role,
        applicability: node
            .get("applicability")
            .map_or(Some(Applicability::Applicable), applicability)?,
        design: node.get("design").map_or(Some(Ladder::UNKNOWN), ladder)?,
        operation: node.get("operation").map_or(Some(Ladder::UNKNOWN), ladder)?,
        evidence: all(node, "evidence", evidence)?,
        sample: node.get("sample").and_then(sample),
        inherited_from: parsed(node, "inherited_from"),
        owner: string(node, "owner"),
        due: parsed(node, "due"),
        note: string(node, "note"),
        is_marked: node.get("marked").and_then(Node::bool) == Some(true),
    })
}

/// The control and role that an answer is about.
pub(crate) fn name(node: &Node) -> Option<(kumomori_core::id::ControlId, Role)> {
    Some((parsed(node, "control")?, word(node, "role")?))
}

/// Whether a control applies.
pub(super) fn applicability(node: &Node) -> Option<Applicability> {
    if node.get("state")?.text()? == "applicable" {
        return Some(Applicability::Applicable);
    }
    Some(Applicability::NotApplicable(Exclusion {
        reason: word(node, "reason")?,
        justification: string(node, "justification").unwrap_or_default(),
        by: string(node, "by").unwrap_or_default(),
    }))
}

fn ladder(node: &Node) -> Option<Ladder> {
    if let Some(level_node) = node.get("level") {
        return Some(Ladder::up_to(level(level_node.whole()?)?));
    }
    let rungs: Vec<Rung> = all(node, "rungs", |it| Rung::from_word(it.text()?))?;
    Some(Ladder(rungs.try_into().ok()?))
}

fn evidence(node: &Node) -> Option<Evidence> {
    let aspects: Vec<Dimension> = words(node, "aspects");
    Some(Evidence {
        title: string(node, "title")?,
        location: string(node, "location"),
        aspects: Aspects {
            design: aspects.contains(&Dimension::Design),
            operation: aspects.contains(&Dimension::Operation),
        },
        grade: node.get("grade")?.whole()?.try_into().ok()?,
        date: parsed(node, "date"),
    })
}

fn sample(node: &Node) -> Option<Sample> {
    let is_automated = node.get("automated").and_then(Node::bool) == Some(true);
    let automation = Automation { unchanged_since: parsed(node, "unchanged_since") };
    Some(Sample {
        population: node.get("population").and_then(Node::whole),
        tested: node.get("tested")?.whole()?,
        deviations: node.get("deviations")?.whole()?,
        automation: is_automated.then_some(automation),
    })
}

/// A certificate or report.
pub(crate) fn attestation(node: &Node) -> Option<Attestation> {
    Some(Attestation {
        id: parsed(node, "id")?,
        kind: word(node, "kind")?,
        framework: framework(node)?,
        state: word(node, "state")?,
        issuer: string(node, "issuer")?,
        names_service: node.get("names_service")?.bool()?,
        from: parsed(node, "from"),
        to: parsed(node, "to"),
        expected: parsed(node, "expected"),
        categories: all(node, "categories", Node::parsed)?,
        exceptions: all(node, "exceptions", Node::parsed)?,
    })
}

fn level(number: u32) -> Option<Level> {
    Level::new(number.try_into().ok()?)
}

/// The text of a field.
pub(crate) fn string(node: &Node, key: &str) -> Option<String> {
    node.get(key)?.text().map(Into::into)
}

fn parsed<T: FromStr>(node: &Node, key: &str) -> Option<T> {
    node.get(key)?.parsed()
}

fn word<T: Worded>(node: &Node, key: &str) -> Option<T> {
    T::from_word(node.get(key)?.text()?)
}

/// The values of a list of words, in their fixed order.
fn words<T: Worded + PartialEq>(node: &Node, key: &str) -> Vec<T> {
    let items = node.get(key).map(Node::items).unwrap_or_default();
    let is_there = |it: &T| items.iter().any(|item| item.text() == Some(it.word()));
    T::ALL.iter().copied().filter(is_there).collect()
}

/// The items of a list; none when it was left out.
pub(crate) fn all<T>(node: &Node, key: &str, read: impl Fn(&Node) -> Option<T>) -> Option<Vec<T>> {
    node.get(key).map(Node::items).unwrap_or_default().iter().map(read).collect()
}
