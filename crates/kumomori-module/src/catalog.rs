//! What can be asked about.

use alloc::string::ToString;
use kumomori_check::kind::Kind;
use kumomori_check::value::Threshold;
use kumomori_core::checks::Checks;
use kumomori_core::library::Library;
use kumomori_core::pack;
use kumomori_wire::json::Node;
use kumomori_wire::write::{bool, list, number, object, text};

/// The catalog of the packed policies; `None` when they are damaged.
pub(crate) fn catalog() -> Option<Node> {
    let library = pack::read(kumomori_data::LIBRARY)?;
    let checks = pack::read_checks(kumomori_data::CHECKS)?;
    let head =
        object([("library", text(kumomori_data::SHA256)), ("version", text(&library.version))]);
    Some(head.followed_by(frameworks(&library)).followed_by(kinds(&checks)))
}

fn frameworks(library: &Library) -> Node {
    let framework = |it: &kumomori_core::framework::Framework| {
        object([
            ("framework", text(&it.id.framework)),
            ("edition", text(&it.id.edition)),
            ("requirements", list(it.requirements.iter().map(|it| text(&it.id)))),
        ])
    };
    let control = |it: &kumomori_core::control::Control| {
        object([
            ("control", text(&it.id)),
            ("domain", text(&it.domain)),
            ("weight", number(&it.weight)),
            ("roles", list(it.roles().iter().map(|it| text(it.word())))),
        ])
    };
    object([
        ("frameworks", list(library.frameworks.iter().map(framework))),
        ("controls", list(library.controls.iter().map(control))),
    ])
}

fn kinds(checks: &Checks) -> Node {
    let kind = |it: &kumomori_core::checks::EvidenceKind| {
        object([
            ("kind", text(&it.kind.id)),
            ("is_list", bool(it.kind.is_list)),
            ("fields", list(it.kind.top.iter().filter_map(|idx| field(&it.kind, *idx)))),
        ])
    };
    let check = |it: &kumomori_core::checks::Check| {
        let kind = checks.kinds.get(it.kind)?;
        Some(object([
            ("check", text(&it.id)),
            ("kind", text(&kind.kind.id)),
            ("severity", text(it.severity.word())),
            ("controls", list(it.controls.iter().map(|(id, _)| text(id)))),
        ]))
    };
    let threshold = |it: &kumomori_core::checks::PolicyThreshold| {
        object([("threshold", text(&it.name)), ("default", value(&it.value))])
    };
    object([
        ("kinds", list(checks.kinds.iter().map(kind))),
        ("checks", list(checks.checks.iter().filter_map(check))),
        ("thresholds", list(checks.thresholds.iter().map(threshold))),
    ])
}

/// A field with those below it.
fn field(kind: &Kind, idx: usize) -> Option<Node> {
    let field = kind.fields.get(idx)?;
    let below = list(field.children.iter().filter_map(|it| self::field(kind, *it)));
    Some(object([
        ("field", text(&field.name)),
        ("is_optional", bool(field.is_optional)),
        ("fields", below),
    ]))
}

fn value(threshold: &Threshold) -> Node {
    match threshold {
        Threshold::Int(value) => number(value),
        Threshold::Double(value) => number(&value.to_string()),
        Threshold::Text(value) => text(value),
        Threshold::Texts(all) => list(all.iter().map(text)),
    }
}
