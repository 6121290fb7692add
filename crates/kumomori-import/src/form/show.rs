//! From an evidence file to what stands in its form.

use super::{Entry, value};
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use kumomori_check::kind::Holds;
use kumomori_core::checks::EvidenceKind;
use kumomori_wire::json::{Node, parse};

/// What stands in the form of an evidence file, in the order of the fields.
///
/// What the kind does not know, or what a field does not hold, is left out; nothing for a text
/// that is no evidence file.
pub fn typed(kind: &EvidenceKind, file: &str) -> Vec<Entry> {
    let mut entries = Vec::new();
    let Ok(file) = parse(file) else { return entries };
    let Some(document) = file.get("document") else { return entries };
    let top = &kind.kind.top;
    if kind.kind.is_list {
        objects(kind, top, document, "", &mut entries);
    } else {
        object(kind, top, document, "", &mut entries);
    }
    entries
}

fn objects(
    kind: &EvidenceKind,
    fields: &[usize],
    list: &Node,
    path: &str,
    entries: &mut Vec<Entry>,
) {
    for (number, item) in list.items().iter().enumerate() {
        let at = [path, &number.to_string()].concat();
        // An element without a value is there all the same.
        entries.push(Entry { path: at.clone(), value: String::new() });
        object(kind, fields, item, &(at + "."), entries);
    }
}

fn object(
    kind: &EvidenceKind,
    fields: &[usize],
    item: &Node,
    path: &str,
    entries: &mut Vec<Entry>,
) {
    for field in fields.iter().filter_map(|idx| kind.kind.fields.get(*idx)) {
        let Some(found) = item.get(&field.name) else { continue };
        let at = [path, &field.name].concat();
        match field.holds {
            Holds::Object => object(kind, &field.children, found, &(at + "."), entries),
            Holds::Objects => objects(kind, &field.children, found, &(at + "."), entries),
            holds => {
                let shown = value::show(holds, &found.value);
                entries.extend(shown.map(|value| Entry { path: at, value }));
            }
        }
    }
}
