//! Scans by testssl.sh: `--jsonfile`, a flat list of findings, and `--jsonfile-pretty`.

mod certificate;
mod cipher;
mod endpoint;
mod protocol;

use crate::entry::{Entry, count, text};
use crate::located::{At, shown};
use crate::moment;
use crate::note::{Note, Reason};
use crate::reading::Told;
use crate::refusal::Refusal;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use endpoint::{Endpoint, Finding};

/// What testssl.sh writes instead of a duration when it was stopped.
const INTERRUPTED: &str = "Scan interrupted";

/// Whether a value looks like a scan.
pub(crate) fn is_like(at: &At<'_>) -> bool {
    is_pretty(at) || is_flat(at)
}

fn is_pretty(at: &At<'_>) -> bool {
    at.field("scanResult").is_some_and(|it| it.is_list())
}

fn is_flat(at: &At<'_>) -> bool {
    let is_finding = |it: At<'_>| it.text_of("id").is_some() && it.text_of("finding").is_some();
    at.items().next().is_some_and(is_finding)
}

/// Reads a scan.
pub(crate) fn read(values: &[At<'_>]) -> Result<Told, Refusal> {
    let Some((at, rest)) = values.split_first() else { return Ok(Told::default()) };
    if let Some(second) = rest.first() {
        return Err(Refusal::other_shape(second));
    }
    if is_pretty(at) {
        return Ok(pretty(at));
    }
    let is_empty = at.is_list() && at.items().next().is_none();
    if is_empty || is_flat(at) { Ok(flat(at)) } else { Err(Refusal::other_shape(at)) }
}

/// A flat list; findings that name no host are about the scanner.
fn flat(at: &At<'_>) -> Told {
    let mut endpoints: Vec<Endpoint<'_>> = Vec::new();
    let mut places: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut notes = Vec::new();
    for item in at.items() {
        let Some(finding) = Finding::read(&item) else {
            notes.push(item.note(Reason::Unreadable { field: "", found: item.shown() }));
            continue;
        };
        if is_interruption(&finding) {
            notes.push(item.note(Reason::ScanInterrupted));
        }
        let (name, port) = (item.text_of("ip").unwrap_or("/"), item.text_of("port").unwrap_or(""));
        if matches!(name, "/" | "") {
            continue;
        }
        let idx = *places.entry((name, port)).or_insert(endpoints.len());
        if idx == endpoints.len() {
            let (host, address) = name.split_once('/').unwrap_or((name, ""));
            endpoints.push(Endpoint::new(host, address, item.some("port"), item.place()));
        }
        if let Some(endpoint) = endpoints.get_mut(idx) {
            endpoint.findings.push(finding);
        }
    }
    told("testssl.sh".to_string(), None, &endpoints, notes)
}

/// A nested file; its header says when the scan began.
fn pretty(at: &At<'_>) -> Told {
    let mut notes = Vec::new();
    if let Some(time) = at.field("scanTime").filter(|it| it.text() == Some(INTERRUPTED)) {
        notes.push(time.note(Reason::ScanInterrupted));
    }
    let began = at.some("startTime").and_then(|it| {
        let moment = it.text().and_then(|it| moment::from_unix(it.trim().parse().ok()?));
        if moment.is_none() {
            let reason = Reason::Unreadable { field: "checked_at", found: it.shown() };
            notes.push(it.note(reason));
        }
        moment
    });
    let version = at.text_of("version").map(shown).filter(|it| !it.is_empty());
    let tool = version.map_or("testssl.sh".to_string(), |it| format!("testssl.sh {it}"));
    let scans = at.field("scanResult");
    let endpoints: Vec<Endpoint<'_>> =
        scans.iter().flat_map(At::items).map(|it| Endpoint::nested(&it)).collect();
    told(tool, began, &endpoints, notes)
}

fn is_interruption(finding: &Finding<'_>) -> bool {
    finding.id == "scanTime" && finding.text == INTERRUPTED
}

fn told(
    tool: String,
    began: Option<String>,
    endpoints: &[Endpoint<'_>],
    mut notes: Vec<Note>,
) -> Told {
    let mut addresses: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for it in endpoints {
        *addresses.entry((it.host, it.port_text())).or_default() += 1;
    }
    let mut entries = Vec::new();
    for it in endpoints {
        let is_one = addresses.get(&(it.host, it.port_text())).is_none_or(|n| *n == 1);
        let mut entry = Entry::default();
        entry.set("host", it.name(is_one).map(text));
        entry.set("port", it.port(&mut notes).map(|it| count(it.into())));
        entry.set("checked_at", began.clone().map(text));
        it.problems(&mut notes);
        protocol::read(it, &mut entry, &mut notes);
        cipher::read(it, &mut entry, &mut notes);
        certificate::read(it, &mut entry, &mut notes);
        entries.push(entry);
    }
    Told { tool, collected_at: began, entries, notes }
}
