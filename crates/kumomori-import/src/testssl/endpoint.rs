//! One address of one host, and what the scan found there.

use crate::located::{At, shown};
use crate::note::{Note, Place, Reason};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// One finding.
pub(super) struct Finding<'a> {
    /// Its id, such as `TLS1_2`; without the number of the certificate.
    pub(super) id: &'a str,
    /// How testssl.sh rates it, such as `OK` or `HIGH`.
    pub(super) severity: &'a str,
    /// What it says.
    pub(super) text: &'a str,
    /// Where it stands.
    pub(super) place: Place,
}

impl<'a> Finding<'a> {
    /// A finding with an id; several certificates have ids such as `cert_trust <cert#2>`.
    pub(super) fn read(at: &At<'a>) -> Option<Self> {
        let id = at.text_of("id")?;
        Some(Self {
            id: id.split('<').next().unwrap_or(id).trim(),
            severity: at.text_of("severity").unwrap_or_default(),
            text: at.text_of("finding")?.trim(),
            place: at.place(),
        })
    }

    /// A note about it.
    pub(super) fn note(&self, reason: Reason) -> Note {
        Note { place: self.place.clone(), reason }
    }

    /// Whether testssl.sh could not tell.
    pub(super) fn is_unclear(&self) -> bool {
        matches!(self.severity, "WARN" | "FATAL" | "DEBUG" | "")
    }
}

/// One address of one host.
pub(super) struct Endpoint<'a> {
    /// The name that was scanned; empty where the file does not say.
    pub(super) host: &'a str,
    address: &'a str,
    port: Option<At<'a>>,
    place: Place,
    /// What was found, in the order of the file.
    pub(super) findings: Vec<Finding<'a>>,
}

impl<'a> Endpoint<'a> {
    pub(super) fn new(host: &'a str, address: &'a str, port: Option<At<'a>>, place: Place) -> Self {
        Self { host, address, port, place, findings: Vec::new() }
    }

    /// An element of `scanResult`: a scan with its sections, or a finding by itself.
    pub(super) fn nested(at: &At<'a>) -> Self {
        let host = at.text_of("hostname").or_else(|| at.text_of("targetHost")).unwrap_or_default();
        let address = at.text_of("ip").unwrap_or_default();
        let mut endpoint = Self::new(host, address, at.some("port"), at.place());
        endpoint.findings.extend(Finding::read(at));
        let sections = at.fields().map(|(_, section)| section);
        for section in sections {
            endpoint.findings.extend(section.items().filter_map(|it| Finding::read(&it)));
        }
        endpoint
    }

    /// What the endpoint is called; with its address where its host has several.
    pub(super) fn name(&self, is_one: bool) -> Option<String> {
        match (self.host, self.address) {
            ("", "") => None,
            ("", address) => Some(address.into()),
            (host, address) if is_one || address.is_empty() => Some(host.into()),
            (host, address) => Some(format!("{host}/{address}")),
        }
    }

    pub(super) fn port_text(&self) -> &'a str {
        self.port.as_ref().and_then(At::text).unwrap_or_default()
    }

    pub(super) fn port(&self, notes: &mut Vec<Note>) -> Option<u16> {
        let Some(at) = &self.port else {
            notes.push(self.note(Reason::NotThere { field: "port", value: "port" }));
            return None;
        };
        let number = at.text().and_then(|it| it.parse().ok());
        let number = number.or_else(|| at.node.whole().and_then(|it| u16::try_from(it).ok()));
        if number.is_none() {
            notes.push(at.note(Reason::Unreadable { field: "port", found: at.shown() }));
        }
        number
    }

    /// The findings with an id.
    pub(super) fn with_id<'b>(&'b self, id: &'b str) -> impl Iterator<Item = &'b Finding<'a>> {
        self.findings.iter().filter(move |it| it.id == id)
    }

    /// A note about the endpoint as a whole.
    pub(super) fn note(&self, reason: Reason) -> Note {
        Note { place: self.place.clone(), reason }
    }

    /// What kept the scan from being done.
    pub(super) fn problems(&self, notes: &mut Vec<Note>) {
        let problems = self.findings.iter().filter(|it| it.severity == "FATAL");
        notes.extend(problems.map(|it| it.note(Reason::ScanProblem { found: shown(it.text) })));
    }
}
