//! The list of CEL expressions, as YAML.

use super::{Export, Refused, Source, all, prose};
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use kumomori_check::export::cel::cel;
use kumomori_check::export::rego::text::quoted;
use kumomori_core::checks::Written;
use kumomori_core::text::TextId;

/// What stands at the top of the list.
const ABOUT: &str = "\
# `variable` is the name under which `when` and `expect` see the document, the envelope not around it.
# The question does not arise where `when` is false; else `expect` is true where the document supports
# the check and false where it contradicts it. An error means that something needed is missing: it is
# neither, and a host must not let it pass. Thresholds stand in the expressions as literals.
";

pub(super) fn list(export: &Export<'_>) -> Result<String, Vec<Refused>> {
    let entries = all(export.sources().map(|it| entry(export, it)))?;
    Ok(format!("{}{ABOUT}{}", export.head(), entries.concat()))
}

fn entry(export: &Export<'_>, source: Source<'_>) -> Result<String, Refused> {
    let Source { check, kind, written: Written { when, expect, .. } } = source;
    let written = |text: &str, key| {
        cel(text, &kind.kind, export.policy)
            .map(|it| quoted(&it))
            .map_err(|fault| Refused::new(check, key, text, fault))
    };
    let mut lines = vec![
        format!("- id: {}", quoted(check.id.as_str())),
        format!("  kind: {}", quoted(&kind.kind.id)),
        format!("  variable: {}", quoted(&kind.kind.binding())),
        format!("  severity: {}", check.severity.word()),
    ];
    lines.extend(texts(export, "title", check.title));
    if let Some(when) = when {
        lines.push(format!("  when: {}", written(when, "when")?));
    }
    lines.push(format!("  expect: {}", written(expect, "expect")?));
    lines.push("  controls:".into());
    for (control, dimension) in &check.controls {
        lines.push(format!("    - control: {}", quoted(control.as_str())));
        lines.push(format!("      aspect: {}", dimension.word()));
    }
    lines.extend(texts(export, "message", check.message));
    lines.extend(texts(export, "remedy", check.remedy));
    Ok(lines.join("\n") + "\n")
}

/// A text in both languages.
fn texts(export: &Export<'_>, key: &str, id: TextId) -> [String; 3] {
    let of = |names| prose(names, id);
    let (first, second) = (export.first(), export.second());
    [
        format!("  {key}:"),
        format!("    {}: {}", first.lang, of(&first)),
        format!("    {}: {}", second.lang, of(&second)),
    ]
}
