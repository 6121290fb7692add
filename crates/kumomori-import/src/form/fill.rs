//! Values that hold of every element of a document and that its tool does not tell.

use super::make::{Maker, Tree};
use super::{Entry, Typed};
use alloc::string::ToString;
use alloc::vec::Vec;
use kumomori_check::kind::Holds;
use kumomori_core::checks::EvidenceKind;
use kumomori_wire::json::{Member, Node, Value, parse};
use kumomori_wire::write::to_text;

/// The fields of a kind that is a list that some element of a file lacks and that are neither
/// optional nor made of others.
pub fn lacking(kind: &EvidenceKind, file: &str) -> Vec<usize> {
    let Ok(file) = parse(file) else { return Vec::new() };
    let items = file.get("document").map(Node::items).unwrap_or_default();
    let lacks = |idx: &usize| {
        kind.kind.fields.get(*idx).is_some_and(|field| {
            let is_value = matches!(field.holds, Holds::One(_) | Holds::List(_));
            let is_there =
                |it: &Node| it.get(&field.name).is_some_and(|it| it.value != Value::Null);
            is_value && !field.is_optional && !items.iter().all(is_there)
        })
    };
    kind.kind.top.iter().copied().filter(lacks).collect()
}

/// Gives values to all elements of a file that have none; never replaces what is there.
///
/// A text that is no evidence file comes back as it is.
pub fn fill(kind: &EvidenceKind, file: &str, entries: &[Entry]) -> Typed {
    let mut maker = Maker { kind, wrong: Vec::new() };
    let given = maker.object(&kind.kind.top, &Tree::of(entries), "");
    let wrong = maker.wrong;
    let Ok(mut file) = parse(file) else { return Typed { text: file.to_string(), wrong } };
    if let Some(document) = member(&mut file, "document")
        && let Value::Array(items) = &mut document.value
    {
        for item in items {
            for it in given.members() {
                set(item, it);
            }
        }
    }
    Typed { text: to_text(&file), wrong }
}

fn member<'a>(object: &'a mut Node, key: &str) -> Option<&'a mut Node> {
    let Value::Object(members) = &mut object.value else { return None };
    members.iter_mut().find(|it| it.key == key).map(|it| &mut it.value)
}

fn set(item: &mut Node, given: &Member) {
    match member(item, &given.key) {
        Some(Node { value: value @ Value::Null, .. }) => *value = given.value.value.clone(),
        Some(_) => {}
        None => {
            if let Value::Object(members) = &mut item.value {
                members.push(given.clone());
            }
        }
    }
}
