//! Modules of Rego: one for each check, one with functions and one with thresholds.

use super::{Export, File, Refused, Source, all, prose};
use crate::names::Names;
use crate::words::Words;
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use kumomori_check::export::rego::text::{quoted, threshold};
use kumomori_check::export::rego::{Side, rules};
use kumomori_core::checks::{Check, EvidenceKind, Written};

const LIBRARY: &str = include_str!("lib.rego");

pub(super) fn files(export: &Export<'_>) -> Result<Vec<File>, Vec<Refused>> {
    let mut files = all(export.sources().map(|it| module(export, it)))?;
    let head = export.head();
    files.push(File { name: "lib/kumomori.rego".into(), text: format!("{head}\n{LIBRARY}") });
    let text = format!("{head}\n{}", policy(export));
    files.push(File { name: "lib/kumomori_policy.rego".into(), text });
    Ok(files)
}

/// The thresholds, each with what it limits.
fn policy(export: &Export<'_>) -> String {
    let known = export.checks.thresholds.iter();
    let values = known.zip(&export.policy.thresholds).map(|(known, (name, value))| {
        let (ja, en) = (export.ja.prose(known.text), export.en.prose(known.text));
        format!("\t# {en}\n\t# {ja}\n\t{}: {},\n", quoted(name), threshold(value))
    });
    let values = values.collect::<Vec<_>>().concat();
    format!(
        "package lib.kumomori\n\nimport rego.v1\n\n\
         default overrides := {{}}\n\n\
         # Your own thresholds, by name.\n\
         overrides := data.kumomori.policy\n\n\
         # Those that apply. One of another type than its default is left out, so that every check\n\
         # that needs it is insufficient.\n\
         policy := {{name: value |\n\
         \tsome name, preset in defaults\n\
         \tvalue := object.get(overrides, name, preset)\n\
         \ttype_name(value) == type_name(preset)\n\
         }}\n\n\
         defaults := {{\n{values}}}\n"
    )
}

fn module(export: &Export<'_>, source: Source<'_>) -> Result<File, Refused> {
    let Source { check, kind, written: Written { when, expect, .. } } = source;
    let written = |text: &str, key, side| {
        rules(text, side, &kind.kind, export.policy)
            .map_err(|fault| Refused::new(check, key, text, fault))
    };
    let when = when.as_deref().map(|it| written(it, "when", Side::When)).transpose()?;
    let expect = written(expect, "expect", Side::Expect)?;
    let name = check.id.as_str().replace('-', "_");
    let rules = [when.as_deref().unwrap_or_default(), &expect].concat();
    let imports = if rules.contains("policy.") {
        "import data.lib.kumomori as lib\nimport data.lib.kumomori.policy\n"
    } else {
        "import data.lib.kumomori as lib\n"
    };
    let parts = [
        export.head(),
        format!("{}package kumomori.checks.{name}\n", metadata(export, source)),
        "import rego.v1\n".into(),
        imports.into(),
        described(export, check, kind),
        verdicts(export, check, kind, when.is_some()),
        when.unwrap_or_default(),
        expect,
    ];
    let parts: Vec<String> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    Ok(File { name: format!("kumomori/checks/{name}.rego"), text: parts.join("\n") })
}

/// The annotations of `opa inspect -a`.
fn metadata(export: &Export<'_>, source: Source<'_>) -> String {
    let Source { check, kind, written: Written { when, expect, .. } } = source;
    let (first, second) = (export.first(), export.second());
    let mut lines = vec![
        "METADATA".to_owned(),
        format!("title: {}", prose(&first, check.title)),
        format!("description: {}", prose(&first, check.message)),
        "custom:".to_owned(),
        format!("  id: {}", quoted(check.id.as_str())),
        format!("  kind: {}", quoted(&kind.kind.id)),
        format!("  severity: {}", check.severity.word()),
        "  controls:".to_owned(),
    ];
    for (control, dimension) in &check.controls {
        lines.push(format!("    - control: {}", quoted(control.as_str())));
        lines.push(format!("      aspect: {}", dimension.word()));
    }
    if let Some(when) = when {
        lines.push(format!("  when: {}", quoted(when.trim_end())));
    }
    lines.push(format!("  expect: {}", quoted(expect.trim_end())));
    lines.push(format!("  remedy: {}", prose(&first, check.remedy)));
    lines.push(format!("  {}:", second.lang));
    lines.push(format!("    title: {}", prose(&second, check.title)));
    lines.push(format!("    description: {}", prose(&second, check.message)));
    lines.push(format!("    remedy: {}", prose(&second, check.remedy)));
    format!("# {}\n", lines.join("\n# "))
}

/// What every violation says.
fn described(export: &Export<'_>, check: &Check, kind: &EvidenceKind) -> String {
    let (first, second) = (export.first(), export.second());
    let texts = |names: &Names<'_>, tabs: &str| {
        [("title", check.title), ("message", check.message), ("remedy", check.remedy)]
            .map(|(key, id)| format!("{tabs}\"{key}\": {},\n", prose(names, id)))
            .concat()
    };
    format!(
        "check := {{\n\t\"check\": {},\n\t\"kind\": {},\n\t\"severity\": \"{}\",\n{}\t\"{}\": {{\n{}\t}},\n}}\n",
        quoted(check.id.as_str()),
        quoted(&kind.kind.id),
        check.severity.word(),
        texts(&first, "\t"),
        second.lang,
        texts(&second, "\t\t"),
    )
}

/// The rules that are the same for all checks.
fn verdicts(export: &Export<'_>, check: &Check, kind: &EvidenceKind, has_when: bool) -> String {
    let collected =
        if kind.kind.is_list { "count(lib.list(document)) > 0" } else { "is_object(document)" };
    let open = export.first().words(Words::new(
        "証拠が不足している(必要な値がないか、読み取れない)",
        "insufficient: something that is needed is missing or cannot be read",
    ));
    let open = quoted(&format!("{}: {open}", check.id));
    let applies = if has_when { "\tapplies\n" } else { "" };
    let excluded = if has_when {
        "verdict := \"not-applicable\" if {\n\tasked\n\texcluded\n}\n\n"
    } else {
        ""
    };
    format!(
        "document := lib.document(check.kind)\n\n\
         # Whether there is anything to ask.\n\
         asked if {collected}\n\n\
         violation contains lib.violation(check, path) if {{\n\
         \tverdict == \"contradicts\"\n\
         \tsome path in broken\n\
         }}\n\n\
         # What Conftest shows, and fails on with `--fail-on-warn`.\n\
         warn contains object.union(check, {{\"msg\": {open}}}) if verdict == \"insufficient\"\n\n\
         default verdict := \"insufficient\"\n\n\
         verdict := \"supports\" if {{\n\tasked\n{applies}\tholds\n}}\n\n\
         verdict := \"contradicts\" if {{\n\tasked\n{applies}\tcount(broken) > 0\n}}\n\n\
         {excluded}\
         verdict := \"not-applicable\" if lib.foreign(check.kind)\n"
    )
}
