//! A policy folder, read and checked.

mod check;
mod control;
mod framework;
mod glossary;
mod guide;
mod mapping;
mod migration;
mod overlay;
mod reader;
mod sentence;
mod settings;
mod start;

use crate::coverage;
use crate::folder::{LibraryError, read_folder, read_overlay};
use crate::problem::{Fault, Kind, Problem, Severity};
use crate::raw::{RawDomains, RawPlanned, RawTitled};
use crate::source::Source;
use crate::texts::{CHECKS, GUIDES, TITLES, TextTable};
use control::ReadControl;
use kumomori_core::checks::{Checks, Written};
use kumomori_core::control::{Control, ControlRef};
use kumomori_core::id::{ControlId, DomainId};
use kumomori_core::library::{Domain, Library};
use overlay::Overlay;
use reader::{Ids, Reader, span_of};
use std::mem;
use std::path::Path;

/// What came of a policy folder.
#[derive(Debug)]
pub struct Reading {
    /// The library as far as it could be built; `None` when the settings are unusable.
    pub library: Option<Library>,
    /// The checks of its evidence.
    pub checks: Checks,
    /// How each check is written, sorted by check.
    pub written: Vec<Written>,
    /// Its texts.
    pub texts: TextTable,
    /// Everything that is wrong, by file, line and column.
    pub problems: Vec<Problem>,
}

impl Reading {
    /// Whether nothing keeps the library from being used.
    pub fn is_usable(&self) -> bool {
        let is_error = |it: &Problem| it.fault.severity() == Severity::Error;
        self.library.is_some() && !self.problems.iter().any(is_error)
    }
}

/// Reads the files of a policy folder.
///
/// The library holds everything that could be kept; each thing that was dropped is named by a
/// problem.
pub fn read_library(sources: &[Source]) -> Reading {
    read(sources, None)
}

/// Reads the files of a policy folder with an organization's own policy on top of it, the file
/// among them that has this path.
///
/// The version of the library then has the name of this policy after a `+`.
pub fn read_overlaid(sources: &[Source], overlay: &str) -> Reading {
    read(sources, Some(overlay))
}

/// Reads a policy folder on disk, and a file with an organization's own policy on top of it, if there
/// is one; the files come with what became of them.
///
/// # Errors
///
/// When a file or folder cannot be read, or a file is too large.
pub fn read_policies(
    folder: &Path,
    overlay: Option<&Path>,
) -> Result<(Vec<Source>, Reading), LibraryError> {
    let mut sources = read_folder(folder)?;
    let overlay = overlay.map(read_overlay).transpose()?;
    sources.extend(overlay.clone());
    let reading = read(&sources, overlay.as_ref().map(|it| &*it.path));
    Ok((sources, reading))
}

fn read(sources: &[Source], overlay: Option<&str>) -> Reading {
    let mut reader = Reader::new(sources);
    let mut overlay = Overlay::read(&mut reader, overlay);
    let glossary = glossary::rules(&mut reader);
    reader.texts.turn_to(GUIDES);
    let settings = settings::settings(&mut reader);
    reader.texts.turn_to(TITLES);
    let domains = domains(&mut reader, mem::take(&mut overlay.domains));
    let mut controls = control::controls(&mut reader, mem::take(&mut overlay.controls));
    let key_weight = settings.as_ref().map_or(3, |(_, it)| it.key_weight);
    overlay.weigh(&mut reader, &mut controls, key_weight);
    let planned = planned(&mut reader, &controls);
    let mut known = Known {
        domains: domains.iter().map(|it| it.id.clone()).collect(),
        controls: controls.iter().map(|it| it.control.id.clone()).collect(),
        planned,
        unreadable: reader.unreadable(),
    };
    control::check(&mut reader, &controls, &known);
    let controls: Vec<Control> = controls.into_iter().map(|it| it.control).collect();
    let frameworks = framework::frameworks(&mut reader, &mut known);
    reader.texts.turn_to(GUIDES);
    let risks = guide::risks(&mut reader, &known);
    let measures = guide::measures(&mut reader, &known);
    let roadmap = start::roadmap(&mut reader, &known);
    let profiles = start::profiles(&mut reader, &frameworks, mem::take(&mut overlay.profiles));
    let selection = start::selection(&mut reader, &frameworks);
    let migrations = migration::migrations(&mut reader, &known, &frameworks);
    reader.texts.turn_to(CHECKS);
    let (checks, written) = check::checks(&mut reader, &known, &overlay);
    reader.texts.turn_to(GUIDES);
    let guides = guide::guides(&mut reader);
    let terms = glossary::terms(&mut reader, &glossary);
    known.unreadable = reader.unreadable();
    reader.refuse_unknown_files();
    let library = settings.map(|(version, settings)| Library {
        version: overlay.version(&version),
        settings,
        domains,
        controls,
        planned: known.planned.clone(),
        frameworks,
        risks,
        measures,
        roadmap,
        profiles,
        selection,
        migrations,
        guides,
        terms,
    });
    let mut problems = reader.problems;
    if let Some(library) = library.as_ref().filter(|_| known.unreadable.is_empty()) {
        problems.extend(coverage::problems(library, sources));
    }
    problems.sort_by(|a, b| a.at.cmp(&b.at));
    Reading { library, checks, written, texts: reader.texts, problems }
}

/// The names that references may lead to.
#[derive(Debug)]
pub(crate) struct Known {
    domains: Vec<DomainId>,
    // INVARIANT: both sorted.
    controls: Vec<ControlId>,
    planned: Vec<ControlId>,
    /// Paths of files that could not be read: what they would have named is not complained of.
    unreadable: Vec<String>,
}

impl Known {
    fn has_domain(&self, id: &DomainId) -> bool {
        self.domains.contains(id) || self.is_unreadable("domains.yaml")
    }

    fn has_control(&self, id: &ControlId) -> bool {
        let file = format!("/{id}.yaml");
        self.controls.binary_search(id).is_ok()
            || self.planned.binary_search(id).is_ok()
            || self.is_unreadable("planned.yaml")
            || self.unreadable.iter().any(|it| it.ends_with(&file))
    }

    /// The control with a name that is known.
    fn control_ref(&self, id: ControlId) -> ControlRef {
        match self.controls.binary_search(&id) {
            Ok(idx) => ControlRef::Known(idx),
            Err(_) => ControlRef::Planned(id),
        }
    }

    /// Whether files of requirements could not be read.
    fn lacks_requirements(&self) -> bool {
        self.unreadable.iter().any(|it| it.contains("/requirements/"))
    }

    fn is_unreadable(&self, path: &str) -> bool {
        self.unreadable.iter().any(|it| it == path)
    }
}

/// The domains, and after them those of an organization.
fn domains<'a>(reader: &mut Reader<'a>, own: Vec<(&'a Source, RawTitled)>) -> Vec<Domain> {
    let mut all = Vec::new();
    if let Some((source, raw)) = reader.file::<RawDomains>("domains.yaml") {
        all.extend(raw.domains.into_iter().map(|it| (source, it)));
    }
    let mut ids = Ids::new(Kind::Domain);
    let mut domains = Vec::new();
    for (source, it) in all.into_iter().chain(own) {
        let title = reader.text(source, &it.title);
        let description = reader.text(source, &it.description);
        if let Some(id) = reader.new_id(source, &it.id, &mut ids) {
            domains.push(Domain { id, title, description });
        }
    }
    domains
}

fn planned(reader: &mut Reader<'_>, controls: &[ReadControl]) -> Vec<ControlId> {
    let Some((source, raw)) = reader.file::<RawPlanned>("planned.yaml") else { return Vec::new() };
    let mut ids = Ids::new(Kind::Control);
    let mut planned = Vec::new();
    for it in raw.planned {
        let _domain: Option<DomainId> = reader.id(source, &it.domain);
        let Some(id) = reader.new_id::<ControlId>(source, &it.id, &mut ids) else { continue };
        if let Some(control) = controls.iter().find(|it| it.control.id == id) {
            let at = span_of(source, &it.id);
            let fault = Fault::PlannedExists { id: id.to_string() };
            reader.problems.push(Problem { fault, at, first: Some(control.at.clone()) });
        } else {
            planned.push(id);
        }
    }
    planned.sort();
    planned
}
