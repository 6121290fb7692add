//! controls/: one file per control.

use super::Known;
use super::reader::{Ids, Reader, dimension, model, role, span_of};
use super::sentence::find_repeated;
use crate::problem::{Fault, Kind, Problem};
use crate::raw::{
    RawCallsFor, RawControl, RawCriterion, RawDuty, RawFrequency, RawModelDuty, RawQuestion,
    RawThreshold,
};
use crate::source::{Source, Span};
use crate::texts::TITLES;
use kumomori_core::control::{CallsFor, Control, Criterion, Duty, Frequency, Question, Threshold};
use kumomori_core::dimension::Dimension;
use kumomori_core::id::ControlId;
use kumomori_core::role::Role;
use std::collections::BTreeMap;

/// A control with the places of what it says.
#[derive(Debug)]
pub(crate) struct ReadControl {
    pub(super) control: Control,
    pub(super) at: Span,
    domain_at: Span,
    needs_at: Vec<Span>,
}

/// The controls, with those of an organization, sorted by id.
pub(crate) fn controls<'a>(
    reader: &mut Reader<'a>,
    own: Vec<(&'a Source, RawControl)>,
) -> Vec<ReadControl> {
    let mut ids = Ids::new(Kind::Control);
    let mut titles = BTreeMap::new();
    let mut controls = Vec::new();
    let mut files = reader.files::<RawControl>("controls/", ".yaml");
    for (source, raw) in &files {
        check_path(reader, source, raw);
    }
    let n_files = files.len();
    files.extend(own);
    find_repeated(reader, &files);
    for (idx, (source, raw)) in files.iter().enumerate() {
        find_title(reader, source, raw, &mut titles);
        let Some(mut read) = control(reader, source, raw, &mut ids) else { continue };
        // No requirement of a target leads to what an organization asks by itself.
        if idx >= n_files && read.control.calls_for.is_none() {
            read.control.calls_for = Some(CallsFor::Always);
        }
        controls.push(read);
    }
    controls.sort_by(|a: &ReadControl, b| a.control.id.cmp(&b.control.id));
    controls
}

fn check_path(reader: &mut Reader<'_>, source: &Source, raw: &RawControl) {
    let expected = format!("controls/{}/{}.yaml", raw.domain.value, raw.id.value);
    if *source.path != *expected {
        reader.add(source, &raw.id, Fault::WrongPath { expected });
    }
}

fn control(
    reader: &mut Reader<'_>,
    source: &Source,
    raw: &RawControl,
    ids: &mut Ids,
) -> Option<ReadControl> {
    let at = span_of(source, &raw.id);
    let title = reader.text(source, &raw.title);
    reader.texts.turn_to(&raw.domain.value);
    let objective = reader.text(source, &raw.objective);
    let why = reader.text(source, &raw.why);
    let weight = reader.number(source, &raw.weight, (1, 3));
    let weight_reason = reader.text(source, &raw.weight_reason);
    let effort = reader.number(source, &raw.effort, (1, 5));
    let duties = duties(reader, source, &raw.duties);
    check_duties(reader, &duties, &at);
    let thresholds = thresholds(reader, source, &raw.thresholds);
    let criteria = criteria(reader, source, &raw.criteria);
    check_rungs(reader, &criteria, &at);
    let sample = reader.text(source, &raw.sample);
    let questions = questions(reader, source, &raw.questions);
    reader.texts.turn_to(TITLES);
    let mut depends_on = Vec::new();
    let mut needs_at = Vec::new();
    for word in &raw.depends_on {
        if let Some(id) = reader.id::<ControlId>(source, word) {
            depends_on.push(id);
            needs_at.push(span_of(source, word));
        }
    }
    let domain_at = span_of(source, &raw.domain);
    let domain = reader.id(source, &raw.domain);
    let id = reader.new_id(source, &raw.id, ids)?;
    let control = Control {
        id,
        domain: domain?,
        title,
        objective,
        why,
        weight,
        weight_reason,
        frequency: frequency(raw.frequency),
        effort,
        depends_on,
        calls_for: raw.calls_for.map(calls_for),
        duties,
        thresholds,
        criteria,
        sample,
        questions,
    };
    Some(ReadControl { control, at, domain_at, needs_at })
}

pub(super) fn duties(reader: &mut Reader<'_>, source: &Source, raw: &[RawDuty]) -> Vec<Duty> {
    raw.iter().map(|it| duty(reader, source, it)).collect()
}

fn duty(reader: &mut Reader<'_>, source: &Source, raw: &RawDuty) -> Duty {
    let text = reader.text(source, &raw.text);
    let of_model = |it: &RawModelDuty| (model(it.model), reader.text(source, &it.text));
    Duty { role: role(raw.role), text, models: raw.models.iter().map(of_model).collect() }
}

fn questions(reader: &mut Reader<'_>, source: &Source, raw: &[RawQuestion]) -> Vec<Question> {
    let question = |it: &RawQuestion| {
        let ask = reader.text(source, &it.ask);
        Question { ask, good: reader.text(source, &it.good) }
    };
    raw.iter().map(question).collect()
}

/// Says so when the duties do not name each role at most once and at least one.
pub(super) fn check_duties(reader: &mut Reader<'_>, duties: &[Duty], at: &Span) {
    let count = |role: Role| duties.iter().filter(|it| it.role == role).count();
    let (customer, provider) = (count(Role::Customer), count(Role::Provider));
    if customer + provider == 0 || customer > 1 || provider > 1 {
        reader.problems.push(Problem::new(Fault::WrongDuties, at.clone()));
    }
}

fn thresholds(reader: &mut Reader<'_>, source: &Source, raw: &[RawThreshold]) -> Vec<Threshold> {
    let mut ids = Ids::new(Kind::Threshold);
    let mut thresholds = Vec::new();
    for it in raw {
        let text = reader.text(source, &it.text);
        if let Some(id) = reader.new_id(source, &it.id, &mut ids) {
            thresholds.push(Threshold { id, value: it.value.value.clone(), text });
        }
    }
    thresholds
}

fn criteria(reader: &mut Reader<'_>, source: &Source, raw: &[RawCriterion]) -> Vec<Criterion> {
    let mut ids = Ids::new(Kind::Criterion);
    let mut criteria = Vec::new();
    for it in raw {
        let rung = reader.number(source, &it.rung, (1, 5));
        let text = reader.text(source, &it.text);
        let evidence = reader.text(source, &it.evidence);
        if let Some(id) = reader.new_id(source, &it.id, &mut ids) {
            criteria.push(Criterion { id, ladder: dimension(it.ladder), rung, text, evidence });
        }
    }
    criteria
}

fn check_rungs(reader: &mut Reader<'_>, criteria: &[Criterion], at: &Span) {
    for ladder in Dimension::ALL {
        for rung in 1..=5 {
            if !criteria.iter().any(|it| it.ladder == ladder && it.rung == rung) {
                let fault = Fault::MissingRung { ladder: ladder.word(), rung };
                reader.problems.push(Problem::new(fault, at.clone()));
            }
        }
    }
}

/// Says so when another control has the same title, in either language.
fn find_title(
    reader: &mut Reader<'_>,
    source: &Source,
    raw: &RawControl,
    titles: &mut BTreeMap<String, Span>,
) {
    for word in [&raw.title.value.ja, &raw.title.value.en].into_iter().flatten() {
        let at = span_of(source, word);
        let first = titles.entry(word.value.trim().to_lowercase()).or_insert_with(|| at.clone());
        if *first != at {
            let first = Some(first.clone());
            reader.problems.push(Problem { fault: Fault::RepeatedTitle, at, first });
        }
    }
}

/// Checks what controls refer to, and that no circle of dependencies exists.
pub(crate) fn check(reader: &mut Reader<'_>, controls: &[ReadControl], known: &Known) {
    for ReadControl { control, domain_at, needs_at, .. } in controls {
        if !known.has_domain(&control.domain) {
            let id = control.domain.to_string();
            let fault = Fault::DanglingReference { kind: Kind::Domain, id };
            reader.problems.push(Problem::new(fault, domain_at.clone()));
        }
        for (needed, at) in control.depends_on.iter().zip(needs_at) {
            if !known.has_control(needed) {
                let id = needed.to_string();
                let fault = Fault::DanglingReference { kind: Kind::Control, id };
                reader.problems.push(Problem::new(fault, at.clone()));
            }
        }
    }
    for ReadControl { control, at, .. } in controls {
        if let Some(path) = circle_from(&control.id, controls)
            && path.iter().min() == Some(&control.id)
        {
            let path = path.iter().chain([&control.id]).map(ToString::to_string).collect();
            reader.problems.push(Problem::new(Fault::CyclicDependency { path }, at.clone()));
        }
    }
}

/// The shortest circle of dependencies through a control, beginning with it.
fn circle_from(start: &ControlId, controls: &[ReadControl]) -> Option<Vec<ControlId>> {
    let needs = |id: &ControlId| {
        let found = controls.iter().find(|it| it.control.id == *id);
        found.map(|it| it.control.depends_on.clone()).unwrap_or_default()
    };
    let mut paths = vec![vec![start.clone()]];
    let mut seen = vec![];
    while !paths.is_empty() {
        let mut longer = Vec::new();
        for path in paths {
            for next in path.last().map(needs).unwrap_or_default() {
                if next == *start {
                    return Some(path);
                }
                if !seen.contains(&next) {
                    seen.push(next.clone());
                    longer.push([path.clone(), vec![next]].concat());
                }
            }
        }
        paths = longer;
    }
    None
}

fn frequency(raw: RawFrequency) -> Frequency {
    match raw {
        RawFrequency::Continuous => Frequency::Continuous,
        RawFrequency::Daily => Frequency::Daily,
        RawFrequency::Weekly => Frequency::Weekly,
        RawFrequency::Monthly => Frequency::Monthly,
        RawFrequency::Quarterly => Frequency::Quarterly,
        RawFrequency::Annual => Frequency::Annual,
        RawFrequency::OnChange => Frequency::OnChange,
        RawFrequency::PerEvent => Frequency::PerEvent,
    }
}

fn calls_for(raw: RawCallsFor) -> CallsFor {
    match raw {
        RawCallsFor::Ai => CallsFor::Ai,
        RawCallsFor::PersonalData => CallsFor::PersonalData,
    }
}
