//! From the output of a tool to an evidence file.

use crate::entry::{Entry, node, object, text};
use crate::field::{Field, fields};
use crate::given::Given;
use crate::located::{At, Sheet, text as file_text};
use crate::note::{Note, Place, Reason};
use crate::refusal::Refusal;
use crate::tool::Tool;
use crate::{aws, gcp, kubernetes, testssl};
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use kumomori_wire::json::Value;
use kumomori_wire::write::to_text;

/// What came of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The evidence file, JSON.
    pub text: String,
    /// The entries of its document.
    pub n_entries: usize,
    /// What could not be read out, in the order of the file.
    pub notes: Vec<Note>,
    /// What is still to be added, in the order of the fields.
    pub missing: Vec<Missing>,
}

/// A field that is not optional and still lacks a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// Its name.
    pub field: &'static str,
    /// Whether it stands in the envelope, once for the file.
    pub is_envelope: bool,
    /// How many entries lack it; 1 for the envelope.
    pub n_entries: usize,
}

/// What a tool told.
#[derive(Debug, Default)]
pub(crate) struct Told {
    /// What printed the file, with its version where it says so.
    pub(crate) tool: String,
    /// When it was printed, where the file says so.
    pub(crate) collected_at: Option<String>,
    /// The entries.
    pub(crate) entries: Vec<Entry>,
    /// What could not be read out.
    pub(crate) notes: Vec<Note>,
}

/// Reads what a tool printed.
///
/// What the user says fills in what the file does not; it never replaces what the file says.
///
/// # Errors
///
/// Why the file is not what the tool prints.
pub fn read(tool: Tool, bytes: &[u8], given: &Given) -> Result<Reading, Refusal> {
    let sheet = Sheet::read(file_text(bytes)?)?;
    let values: Vec<At<'_>> = sheet.values().collect();
    let mut told = match tool {
        Tool::AwsS3 => aws::read(&values),
        Tool::GcpStorage => gcp::read(&values),
        Tool::Kubernetes => kubernetes::read(&values),
        Tool::Testssl => testssl::read(&values),
    }?;
    let whole = || Place { line: 1, path: String::new() };
    if told.entries.is_empty() {
        told.notes.push(Note { place: whole(), reason: Reason::Empty });
    }
    for (field, value) in &given.values {
        let lacking = told.entries.iter_mut().filter(|it| it.get(field).is_none());
        let n_filled = lacking.map(|it| it.set(field, Some(value.clone()))).count();
        if n_filled == 0 && !told.entries.is_empty() {
            told.notes.push(Note { place: whole(), reason: Reason::GivenUnused { field } });
        }
    }
    told.notes.sort_by_key(|it| it.place.line);
    Ok(told.into_reading(tool, given))
}

/// The tool that a file looks to be printed by, if it is one of those that are read.
pub fn recognize(bytes: &[u8]) -> Option<Tool> {
    let sheet = Sheet::read(file_text(bytes).ok()?).ok()?;
    let is_printed = |tool: &Tool| sheet.values().any(|it| is_printed_by(*tool, &it));
    Tool::ALL.into_iter().find(is_printed)
}

/// Whether a value looks like what a tool prints.
pub(crate) fn is_printed_by(tool: Tool, at: &At<'_>) -> bool {
    match tool {
        Tool::AwsS3 => aws::is_like(at),
        Tool::GcpStorage => gcp::is_like(at),
        Tool::Kubernetes => kubernetes::is_like(at),
        Tool::Testssl => testssl::is_like(at),
    }
}

impl Told {
    fn into_reading(self, tool: Tool, given: &Given) -> Reading {
        let collected_at = self.collected_at.or_else(|| given.collected_at.clone());
        let envelope =
            [("collected_at", collected_at), ("collected_by", given.collected_by.clone())];
        let missing = missing(fields(tool), &self.entries, &envelope);
        let n_entries = self.entries.len();
        let names = || fields(tool).iter().map(|it| it.name);
        let entries = self.entries.into_iter().map(|it| it.into_node(names())).collect();
        let [collected_at, collected_by] = envelope;
        let values = [
            ("kind", Some(tool.kind().to_string())),
            collected_at,
            ("tool", Some(self.tool)),
            collected_by,
        ];
        let values = values.into_iter().filter_map(|(name, value)| Some((name, text(value?))));
        let file = object(values.chain([("document", Value::Array(entries))]));
        Reading { text: to_text(&node(file.value)), n_entries, notes: self.notes, missing }
    }
}

fn missing(
    fields: &[Field],
    entries: &[Entry],
    envelope: &[(&'static str, Option<String>)],
) -> Vec<Missing> {
    let of_envelope = envelope.iter().filter(|(_, value)| value.is_none());
    let of_envelope =
        of_envelope.map(|(field, _)| Missing { field, is_envelope: true, n_entries: 1 });
    let required = fields.iter().filter(|it| !it.is_optional);
    let of_entries = required.map(|field| Missing {
        field: field.name,
        is_envelope: false,
        n_entries: entries.iter().filter(|it| it.get(field.name).is_none()).count(),
    });
    of_envelope.chain(of_entries.filter(|it| it.n_entries > 0)).collect()
}
