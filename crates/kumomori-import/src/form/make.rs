//! From what was typed to an evidence file.

use super::{Entry, Needed, Wrong, value};
use crate::entry::{node, object, text};
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use kumomori_check::kind::Holds;
use kumomori_core::checks::EvidenceKind;
use kumomori_core::date::Date;
use kumomori_core::role::Role;
use kumomori_wire::json::{Node, Value};
use kumomori_wire::write::to_text;

/// An evidence file, and what was typed and could not be taken into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    /// The file, JSON; it names no tool, so that it counts as typed in.
    pub text: String,
    /// What is left out, in the order of the places.
    pub wrong: Vec<Wrong>,
}

/// Makes an evidence file of a kind, collected on a day.
///
/// A field `role` at the top of the document also says whose duties the file speaks for.
pub fn file(kind: &EvidenceKind, day: Date, entries: &[Entry]) -> Typed {
    let tree = Tree::of(entries);
    let mut maker = Maker { kind, wrong: Vec::new() };
    let top = &kind.kind.top;
    let document = if kind.kind.is_list {
        maker.objects(top, &tree, "")
    } else {
        maker.object(top, &tree, "")
    };
    let said = entries.iter().find(|it| it.path == "role").map(|it| it.value.as_str());
    let role = said.and_then(Role::from_word);
    let values = [
        ("kind", Some(text(kind.kind.id.as_str()))),
        ("collected_at", Some(text(day.to_string()))),
        ("role", role.map(|it| text(it.word()))),
        ("document", Some(document.value)),
    ];
    let file = object(values.into_iter().filter_map(|(name, value)| Some((name, value?))));
    Typed { text: to_text(&node(file.value)), wrong: maker.wrong }
}

/// Places by the steps of their paths.
#[derive(Debug, Default)]
pub(super) struct Tree<'a> {
    value: Option<&'a str>,
    below: BTreeMap<&'a str, Tree<'a>>,
}

impl<'a> Tree<'a> {
    pub(super) fn of(entries: &'a [Entry]) -> Self {
        let mut tree = Self::default();
        for Entry { path, value } in entries {
            let mut at = &mut tree;
            for step in path.split('.').filter(|it| !it.is_empty()) {
                at = at.below.entry(step).or_default();
            }
            at.value = Some(value);
        }
        tree
    }

    /// What stands below numbers, in the order of the numbers.
    fn numbered(&self) -> impl Iterator<Item = (&'a str, &Self)> {
        let number = |(step, tree): (&&'a str, _)| Some((step.parse::<u32>().ok()?, *step, tree));
        let mut all: Vec<_> = self.below.iter().filter_map(number).collect();
        all.sort_by_key(|(number, ..)| *number);
        all.into_iter().map(|(_, step, tree)| (step, tree))
    }
}

/// Makes values, and notes what they cannot hold.
pub(super) struct Maker<'a> {
    pub(super) kind: &'a EvidenceKind,
    pub(super) wrong: Vec<Wrong>,
}

impl Maker<'_> {
    fn objects(&mut self, fields: &[usize], tree: &Tree<'_>, path: &str) -> Node {
        let items = tree.numbered().map(|(step, it)| self.object(fields, it, &below(path, step)));
        node(Value::Array(items.collect()))
    }

    /// An object with the fields that something was typed for.
    pub(super) fn object(&mut self, fields: &[usize], tree: &Tree<'_>, path: &str) -> Node {
        let kind = self.kind;
        let known = fields.iter().filter_map(|idx| Some((*idx, kind.kind.fields.get(*idx)?)));
        let known: Vec<_> = known.collect();
        for step in tree.below.keys() {
            if !known.iter().any(|(_, it)| it.name == **step) {
                self.wrong.push(Wrong { path: below(path, step), needed: Needed::KnownField });
            }
        }
        let mut values = Vec::new();
        for (idx, field) in known {
            let Some(it) = tree.below.get(field.name.as_str()) else { continue };
            let at = below(path, &field.name);
            let value = match field.holds {
                Holds::Object => Some(self.object(&field.children, it, &at).value),
                Holds::Objects => Some(self.objects(&field.children, it, &at).value),
                Holds::One(_) | Holds::List(_) => self.value(idx, it, at),
            };
            values.extend(value.map(|it| (field.name.as_str(), it)));
        }
        object(values.into_iter())
    }

    fn value(&mut self, idx: usize, tree: &Tree<'_>, path: String) -> Option<Value> {
        let (field, about) = (self.kind.kind.fields.get(idx)?, self.kind.fields.get(idx)?);
        match value::read(field.holds, about, tree.value?) {
            Ok(value) => value,
            Err(needed) => {
                self.wrong.push(Wrong { path, needed });
                None
            }
        }
    }
}

fn below(path: &str, step: &str) -> String {
    if path.is_empty() { step.into() } else { [path, ".", step].concat() }
}
