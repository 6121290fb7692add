//! mappings/: one file per framework edition.

use super::Known;
use super::reader::{Reader, span_of};
use crate::problem::{Fault, Kind, Problem};
use crate::raw::{RawAspect, RawMapping, RawMappings, RawPart};
use crate::source::{Source, Span};
use kumomori_core::dimension::Aspects;
use kumomori_core::framework::{Framework, Part, Row};
use kumomori_core::id::{ControlId, RequirementId};
use std::collections::BTreeMap;

/// The rows of a mapping file, in its order.
pub(super) struct Rows {
    pub(super) by_requirement: Vec<(RequirementId, Row)>,
}

pub(super) fn rows(
    reader: &mut Reader<'_>,
    path: &str,
    framework: &Framework,
    known: &Known,
) -> Rows {
    let mut rows = Rows { by_requirement: Vec::new() };
    let Some((source, raw)) = reader.file::<RawMappings>(path) else { return rows };
    let named = format!("mappings/{}-{}.yaml", raw.framework.value, raw.edition.value);
    if named != path {
        reader.add(source, &raw.framework, Fault::WrongPath { expected: named });
    }
    let mut pairs = BTreeMap::new();
    let mut answered: BTreeMap<RequirementId, (Part, Span)> = BTreeMap::new();
    for it in &raw.mappings {
        let Some((requirement, row)) = row(reader, source, it, framework, known) else { continue };
        let at = span_of(source, &it.requirement);
        let pair = (it.requirement.value.clone(), it.control.value.clone());
        if let Some(first) = pairs.insert(pair, at.clone()) {
            let id = format!("{} for {}", it.control.value, it.requirement.value);
            let fault = Fault::DuplicateId { kind: Kind::Control, id };
            reader.problems.push(Problem { fault, at, first: Some(first) });
            continue;
        }
        check_part(reader, &requirement, row.part, at, &mut answered);
        rows.by_requirement.push((requirement, row));
    }
    rows
}

fn row(
    reader: &mut Reader<'_>,
    source: &Source,
    raw: &RawMapping,
    framework: &Framework,
    known: &Known,
) -> Option<(RequirementId, Row)> {
    let reason = reader.text(source, &raw.reason);
    let is_requirement =
        |id: &RequirementId| framework.requirement(id).is_some() || known.lacks_requirements();
    let requirement = reader.reference(source, &raw.requirement, Kind::Requirement, is_requirement);
    let is_control = |id: &ControlId| known.has_control(id);
    let control: ControlId = reader.reference(source, &raw.control, Kind::Control, is_control)?;
    let row = Row {
        control: known.control_ref(control),
        part: match raw.part {
            RawPart::Whole => Part::Whole,
            RawPart::Part => Part::Part,
            RawPart::Related => Part::Related,
        },
        aspects: match raw.aspect {
            RawAspect::Design => Aspects { design: true, operation: false },
            RawAspect::Operation => Aspects { design: false, operation: true },
            RawAspect::Both => Aspects::BOTH,
        },
        reason,
    };
    Some((requirement?, row))
}

/// Says so when a whole row does not stand alone.
fn check_part(
    reader: &mut Reader<'_>,
    requirement: &RequirementId,
    part: Part,
    at: Span,
    answered: &mut BTreeMap<RequirementId, (Part, Span)>,
) {
    if part == Part::Related {
        return;
    }
    match answered.get(requirement) {
        Some((first, place)) if part == Part::Whole || *first == Part::Whole => {
            let fault = Fault::WholeAndPart { requirement: requirement.to_string() };
            reader.problems.push(Problem { fault, at, first: Some(place.clone()) });
        }
        Some(_) => {}
        None => {
            answered.insert(requirement.clone(), (part, at));
        }
    }
}
