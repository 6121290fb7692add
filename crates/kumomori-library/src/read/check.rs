//! evidence/, checks/ and thresholds.yaml: what is asked of evidence.

use super::Known;
use super::overlay::Overlay;
use super::reader::{Ids, Reader, dimension};
use crate::expression;
use crate::problem::{Fault, Kind as What};
use crate::raw::{
    RawCheck, RawEvidenceKind, RawEvidenceShape, RawSeverity, RawThresholdValue, RawThresholds,
    Word,
};
use crate::source::Source;
use kumomori_check::compile::compile;
use kumomori_check::kind::{Holds, Kind};
use kumomori_check::program::{Policy, Program};
use kumomori_check::value::Threshold;
use kumomori_core::checks::{
    Check, Checks, EvidenceKind, FieldAbout, PolicyThreshold, Severity, Written,
};
use kumomori_core::id::{CheckId, ControlId};

/// All checks, with the kinds of evidence and thresholds that they name, and how each is written.
pub(crate) fn checks(
    reader: &mut Reader<'_>,
    known: &Known,
    overlay: &Overlay<'_>,
) -> (Checks, Vec<Written>) {
    let (kinds, unsound) = kinds(reader);
    let mut thresholds = thresholds(reader);
    overlay.set(reader, &mut thresholds);
    let mut checks = Checks { kinds, thresholds, checks: Vec::new() };
    let scope = Scope { kinds: &checks.kinds, unsound, policy: checks.policy(), known };
    let mut ids = Ids::new(What::Check);
    let (mut all, mut written) = (Vec::new(), Vec::new());
    for (source, raw) in reader.files::<RawCheck>("checks/", ".yaml") {
        if let Some(check) = check(reader, source, &raw, &scope, &mut ids) {
            let when = raw.when.map(|it| it.value);
            written.push(Written { check: check.id.clone(), when, expect: raw.expect.value });
            all.push(check);
        }
    }
    all.sort_by(|a, b| a.id.cmp(&b.id));
    written.sort_by(|a, b| a.check.cmp(&b.check));
    checks.checks = all;
    (checks, written)
}

/// What a check may name.
struct Scope<'a> {
    kinds: &'a [EvidenceKind],
    /// The names of kinds of which something is wrong.
    unsound: Vec<String>,
    policy: Policy,
    known: &'a Known,
}

/// The kinds, and the names of those of which something is wrong: what they would say of the
/// expressions over them would only repeat it.
fn kinds(reader: &mut Reader<'_>) -> (Vec<EvidenceKind>, Vec<String>) {
    let (mut kinds, mut unsound) = (Vec::new(), Vec::new());
    for (source, raw) in reader.files::<RawEvidenceKind>("evidence/", "/kind.yaml") {
        let expected = format!("evidence/{}/kind.yaml", raw.id.value);
        if *source.path != *expected {
            reader.add(source, &raw.id, Fault::WrongPath { expected });
        }
        let n_problems = reader.problems.len();
        kinds.push(kind(reader, source, &raw));
        if reader.problems.len() > n_problems {
            unsound.push(raw.id.value);
        }
    }
    kinds.sort_by(|a, b| a.kind.id.cmp(&b.kind.id));
    (kinds, unsound)
}

fn kind(reader: &mut Reader<'_>, source: &Source, raw: &RawEvidenceKind) -> EvidenceKind {
    let title = reader.text(source, &raw.title);
    let about = reader.text(source, &raw.about);
    let from = reader.text(source, &raw.from);
    let fresh_months = reader.number(source, &raw.fresh_months, (1, 60));
    let is_list = matches!(raw.shape, RawEvidenceShape::List);
    let mut kind = Kind::new(&raw.id.value, is_list);
    let mut fields = Vec::new();
    for it in &raw.fields {
        let text = reader.text(source, &it.text);
        let Some(holds) = Holds::from_word(&it.holds.value) else {
            let (word, known) = (it.holds.value.clone(), HOLDS.to_vec());
            reader.add(source, &it.holds, Fault::UnknownWord { word, known });
            continue;
        };
        match kind.add(&it.path.value, holds, (it.optional, it.secret)) {
            Ok(()) => {
                let is_country = it.holds.value.ends_with("country");
                fields.push(FieldAbout { text, is_country, values: it.values.clone() });
            }
            Err(_) => reader.add(source, &it.path, Fault::BadField { path: it.path.value.clone() }),
        }
    }
    EvidenceKind { kind, title, about, from, fresh_months, fields }
}

/// What a field may hold.
const HOLDS: [&str; 12] = [
    "bool",
    "int",
    "number",
    "string",
    "country",
    "time",
    "span",
    "version",
    "list string",
    "list country",
    "object",
    "list object",
];

/// The value of a threshold, as it is written.
pub(super) fn threshold_value(raw: &RawThresholdValue) -> Threshold {
    match raw {
        RawThresholdValue::Int(value) => Threshold::Int(*value),
        RawThresholdValue::Double(value) => Threshold::Double(*value),
        RawThresholdValue::Text(text) => Threshold::Text(text.clone()),
        RawThresholdValue::Texts(texts) => Threshold::Texts(texts.clone()),
    }
}

fn thresholds(reader: &mut Reader<'_>) -> Vec<PolicyThreshold> {
    let mut ids = Ids::new(What::Threshold);
    let mut thresholds = Vec::new();
    for (source, raw) in reader.files::<RawThresholds>("thresholds", ".yaml") {
        for it in &raw.thresholds {
            let text = reader.text(source, &it.text);
            let value = threshold_value(&it.value);
            if reader.new_id::<CheckId>(source, &it.id, &mut ids).is_some() {
                let name = it.id.value.replace('-', "_");
                thresholds.push(PolicyThreshold { name, value, text });
            }
        }
    }
    thresholds
}

fn check(
    reader: &mut Reader<'_>,
    source: &Source,
    raw: &RawCheck,
    scope: &Scope<'_>,
    ids: &mut Ids,
) -> Option<Check> {
    let title = reader.text(source, &raw.title);
    let message = reader.text(source, &raw.message);
    let remedy = reader.text(source, &raw.remedy);
    let is_known = |id: &ControlId| scope.known.has_control(id);
    let mut controls = Vec::new();
    for it in &raw.controls {
        if let Some(id) = reader.reference(source, &it.control, What::Control, is_known) {
            controls.push((id, dimension(it.aspect)));
        }
    }
    let found = scope.kinds.iter().enumerate().find(|(_, it)| it.kind.id == raw.kind.value);
    let Some((idx, kind)) = found else {
        let id = raw.kind.value.clone();
        reader.add(source, &raw.kind, Fault::DanglingReference { kind: What::EvidenceKind, id });
        return None;
    };
    let expected = format!("checks/{}/{}.yaml", raw.kind.value, raw.id.value);
    if *source.path != *expected {
        reader.add(source, &raw.id, Fault::WrongPath { expected });
    }
    let id = reader.new_id(source, &raw.id, ids)?;
    let when = raw.when.as_ref().map(|it| program(reader, source, it, kind, scope));
    let expect = program(reader, source, &raw.expect, kind, scope);
    Some(Check {
        id,
        kind: idx,
        title,
        severity: severity(raw.severity),
        when: when.map_or(Some(None), |it| it.map(Some))?,
        expect: expect?,
        controls,
        message,
        remedy,
    })
}

/// Compiles an expression of a check.
fn program(
    reader: &mut Reader<'_>,
    source: &Source,
    word: &Word,
    kind: &EvidenceKind,
    scope: &Scope<'_>,
) -> Option<Program> {
    let compiled = compile(&word.value, &kind.kind, &scope.policy);
    let fault = match compiled {
        Ok(program) => return Some(program),
        Err(fault) => fault,
    };
    if !scope.unsound.contains(&kind.kind.id) {
        reader.problems.push(expression::problem(source, word, &fault));
    }
    None
}

fn severity(raw: RawSeverity) -> Severity {
    match raw {
        RawSeverity::Low => Severity::Low,
        RawSeverity::Medium => Severity::Medium,
        RawSeverity::High => Severity::High,
        RawSeverity::Critical => Severity::Critical,
    }
}
