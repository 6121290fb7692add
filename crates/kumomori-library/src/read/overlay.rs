//! The file of an organization with its own policy on top of the library.
//!
//! It adds and replaces, and takes nothing away: an assessment means the same under every overlay.

use super::check::threshold_value;
use super::control::ReadControl;
use super::reader::{Ids, Reader};
use crate::policy::fitting;
use crate::problem::{Fault, Kind};
use crate::raw::{RawControl, RawMustHave, RawOverlay, RawOwnThreshold, RawProfile, RawTitled};
use crate::source::Source;
use crate::texts::TITLES;
use kumomori_core::checks::PolicyThreshold;
use kumomori_core::id::{CheckId, ControlId, ProfileId};
use std::fmt::Display;

/// What the file says, each entry with the file.
#[derive(Debug, Default)]
pub(crate) struct Overlay<'a> {
    /// The name of the organization's policy.
    pub(super) id: Option<ProfileId>,
    must_have: Vec<(&'a Source, RawMustHave)>,
    thresholds: Vec<(&'a Source, RawOwnThreshold)>,
    pub(super) profiles: Vec<(&'a Source, RawProfile)>,
    pub(super) domains: Vec<(&'a Source, RawTitled)>,
    pub(super) controls: Vec<(&'a Source, RawControl)>,
}

impl<'a> Overlay<'a> {
    /// Reads the file at a path, if one is given.
    pub(super) fn read(reader: &mut Reader<'a>, path: Option<&str>) -> Self {
        let Some((source, raw)) = path.and_then(|it| reader.file::<RawOverlay>(it)) else {
            return Self::default();
        };
        Self {
            id: reader.id(source, &raw.overlay),
            must_have: in_file(source, raw.must_have),
            thresholds: in_file(source, raw.thresholds),
            profiles: in_file(source, raw.profiles),
            domains: in_file(source, raw.domains),
            controls: in_file(source, raw.controls),
        }
    }

    /// The version of the library under this policy: its own, and the name of the policy.
    pub(super) fn version(&self, library: &str) -> String {
        self.id.as_ref().map_or_else(|| library.to_owned(), |id| format!("{library}+{id}"))
    }

    /// Gives the controls that must be there the weight of a key control, and the reason for it.
    pub(super) fn weigh(&self, reader: &mut Reader<'_>, controls: &mut [ReadControl], key: u8) {
        let mut ids = Ids::new(Kind::Control);
        for (source, raw) in &self.must_have {
            let Some(id) = reader.new_id::<ControlId>(source, &raw.control, &mut ids) else {
                continue;
            };
            let Some(idx) = controls.iter().position(|it| it.control.id == id) else {
                let known = controls.iter().map(|it| it.control.id.to_string()).collect();
                reader.add(source, &raw.control, no_such(Kind::Control, &id, known));
                continue;
            };
            let Some(ReadControl { control, .. }) = controls.get_mut(idx) else { continue };
            reader.texts.turn_to(control.domain.as_str());
            control.weight = control.weight.max(key);
            control.weight_reason = reader.text(source, &raw.reason);
        }
        reader.texts.turn_to(TITLES);
    }

    /// Puts the organization's values in the place of the library's.
    pub(super) fn set(&self, reader: &mut Reader<'_>, thresholds: &mut [PolicyThreshold]) {
        let mut ids = Ids::new(Kind::Threshold);
        for (source, raw) in &self.thresholds {
            let Some(id) = reader.new_id::<CheckId>(source, &raw.id, &mut ids) else { continue };
            let name = id.as_str().replace('-', "_");
            let Some(known) = thresholds.iter_mut().find(|it| it.name == name) else {
                let known = thresholds.iter().map(|it| it.name.replace('_', "-")).collect();
                reader.add(source, &raw.id, no_such(Kind::Threshold, &id, known));
                continue;
            };
            match fitting(&known.value, threshold_value(&raw.value)) {
                Ok(value) => known.value = value,
                Err(expected) => {
                    let expected = expected.to_owned();
                    reader.add(source, &raw.id, Fault::WrongType { expected });
                }
            }
        }
    }
}

fn in_file<T>(source: &Source, entries: Vec<T>) -> Vec<(&Source, T)> {
    entries.into_iter().map(|it| (source, it)).collect()
}

fn no_such(kind: Kind, id: &impl Display, known: Vec<String>) -> Fault {
    Fault::NoSuch { kind, id: id.to_string(), known }
}
