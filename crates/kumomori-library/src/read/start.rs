//! roadmap.yaml, profiles.yaml and selection.yaml: where to start and what comes next.

use super::Known;
use super::guide::controls;
use super::reader::{Ids, Reader, data_class, known_edition, model, role};
use crate::problem::{Fault, Kind};
use crate::raw::{
    RawProfile, RawProfiles, RawRoadmap, RawRule, RawSelection, RawStep, RawSubject, RawTarget,
    Text, Word,
};
use crate::source::Source;
use kumomori_core::assessment::{DataClass, Scope, ServiceModel, SubjectKind, Target};
use kumomori_core::framework::Framework;
use kumomori_core::id::{CategoryId, QuestionId};
use kumomori_core::ladder::Level;
use kumomori_core::profile::Profile;
use kumomori_core::roadmap::Step;
use kumomori_core::role::Roles;
use kumomori_core::selection::{Choice, Rule, Selection, SelectionQuestion};
use kumomori_core::text::TextId;

/// The steps of the roadmap.
pub(crate) fn roadmap(reader: &mut Reader<'_>, known: &Known) -> Vec<Step> {
    let Some((source, raw)) = reader.file::<RawRoadmap>("roadmap.yaml") else { return Vec::new() };
    let mut ids = Ids::new(Kind::Step);
    raw.steps.iter().filter_map(|it| step(reader, source, it, known, &mut ids)).collect()
}

fn step(
    reader: &mut Reader<'_>,
    source: &Source,
    raw: &RawStep,
    known: &Known,
    ids: &mut Ids,
) -> Option<Step> {
    let title = reader.text(source, &raw.title);
    let aim = reader.text(source, &raw.aim);
    let [fewest, most] = &raw.weeks;
    let fewest = reader.number(source, fewest, (0, u8::MAX));
    let weeks = (fewest, reader.number(source, most, (fewest, u8::MAX)));
    let deliverables = texts(reader, source, &raw.deliverables);
    let cautions = texts(reader, source, &raw.cautions);
    let activities = texts(reader, source, &raw.activities);
    let worked_on = controls(reader, source, &raw.controls, known);
    for word in &raw.first_due {
        if !raw.controls.iter().any(|it| it.value == word.value) {
            let id = word.value.clone();
            reader.add(source, word, Fault::DanglingReference { kind: Kind::Control, id });
        }
    }
    let is_due = |it: &&_| raw.first_due.iter().any(|word| word.value == ToString::to_string(*it));
    let first_due = worked_on.iter().filter(is_due).cloned().collect();
    let id = reader.new_id(source, &raw.id, ids)?;
    let is_recurring = raw.recurring;
    Some(Step {
        id,
        title,
        aim,
        weeks,
        is_recurring,
        deliverables,
        cautions,
        activities,
        controls: worked_on,
        first_due,
    })
}

fn texts(reader: &mut Reader<'_>, source: &Source, raw: &[Text]) -> Vec<TextId> {
    raw.iter().map(|it| reader.text(source, it)).collect()
}

/// The starting profiles, after those of an organization.
pub(crate) fn profiles<'a>(
    reader: &mut Reader<'a>,
    frameworks: &[Framework],
    own: Vec<(&'a Source, RawProfile)>,
) -> Vec<Profile> {
    let mut all = own;
    if let Some((source, raw)) = reader.file::<RawProfiles>("profiles.yaml") {
        all.extend(raw.profiles.into_iter().map(|it| (source, it)));
    }
    let mut ids = Ids::new(Kind::Profile);
    let read =
        |(source, it): &(&Source, RawProfile)| profile(reader, source, it, frameworks, &mut ids);
    all.iter().filter_map(read).collect()
}

fn profile(
    reader: &mut Reader<'_>,
    source: &Source,
    raw: &RawProfile,
    frameworks: &[Framework],
    ids: &mut Ids,
) -> Option<Profile> {
    let title = reader.text(source, &raw.title);
    let description = reader.text(source, &raw.description);
    let targets =
        raw.targets.iter().filter_map(|it| target(reader, source, it, frameworks)).collect();
    let level = reader.number(source, &raw.target_level, (1, 5));
    let models: Vec<ServiceModel> = raw.service_models.iter().map(|it| model(*it)).collect();
    let classes: Vec<DataClass> = raw.data_classes.iter().map(|it| data_class(*it)).collect();
    let scope = Scope {
        roles: raw.roles.iter().fold(Roles::NONE, |roles, it| roles.with(role(*it))),
        service_models: ServiceModel::ALL.into_iter().filter(|it| models.contains(it)).collect(),
        uses_ai: raw.uses_ai,
        personal_data: raw.personal_data,
        data_classes: DataClass::ALL.into_iter().filter(|it| classes.contains(it)).collect(),
        targets,
        target_level: Level::new(level)?,
    };
    let subject = match raw.subject {
        RawSubject::Organization => SubjectKind::Organization,
        RawSubject::Service => SubjectKind::Service,
    };
    Some(Profile { id: reader.new_id(source, &raw.id, ids)?, title, description, subject, scope })
}

fn target(
    reader: &mut Reader<'_>,
    source: &Source,
    raw: &RawTarget,
    frameworks: &[Framework],
) -> Option<Target> {
    let found = known_edition(reader, source, &raw.framework, &raw.framework.value, frameworks)?;
    let categories = raw.categories.iter();
    let categories = categories.filter_map(|it| category(reader, source, it, &it.value, found));
    Some(Target { framework: found.id.clone(), categories: categories.collect() })
}

/// A category of a framework edition that must be there.
fn category(
    reader: &mut Reader<'_>,
    source: &Source,
    word: &Word,
    name: &str,
    framework: &Framework,
) -> Option<CategoryId> {
    let found = framework.categories.iter().find(|it| it.id.as_str() == name);
    if found.is_none() {
        let id = name.to_owned();
        reader.add(source, word, Fault::DanglingReference { kind: Kind::Category, id });
    }
    found.map(|it| it.id.clone())
}

/// The selection guide.
pub(crate) fn selection(reader: &mut Reader<'_>, frameworks: &[Framework]) -> Selection {
    let Some((source, raw)) = reader.file::<RawSelection>("selection.yaml") else {
        return Selection::default();
    };
    let mut ids = Ids::new(Kind::Question);
    let mut questions = Vec::new();
    for it in &raw.questions {
        let ask = reader.text(source, &it.ask);
        if let Some(id) = reader.new_id(source, &it.id, &mut ids) {
            questions.push(SelectionQuestion { id, ask });
        }
    }
    let mut ids = Ids::new(Kind::Rule);
    let rules = raw.rules.iter();
    let rules = rules.filter_map(|it| {
        let reason = reader.text(source, &it.reason);
        let when = asked(reader, source, &it.when, &questions);
        let unless = asked(reader, source, &it.unless, &questions);
        let choose = choices(reader, source, it, frameworks);
        Some(Rule { id: reader.new_id(source, &it.id, &mut ids)?, when, unless, choose, reason })
    });
    let rules = rules.collect();
    Selection { questions, rules }
}

fn asked(
    reader: &mut Reader<'_>,
    source: &Source,
    words: &[Word],
    questions: &[SelectionQuestion],
) -> Vec<QuestionId> {
    let is_known = |id: &QuestionId| questions.iter().any(|it| it.id == *id);
    let ids = words.iter();
    ids.filter_map(|word| reader.reference(source, word, Kind::Question, is_known)).collect()
}

fn choices(
    reader: &mut Reader<'_>,
    source: &Source,
    raw: &RawRule,
    frameworks: &[Framework],
) -> Vec<Choice> {
    let mut found = Vec::new();
    for word in &raw.choose {
        let (name, chosen) = match word.value.split_once('/') {
            Some((name, chosen)) => (name, Some(chosen)),
            None => (word.value.as_str(), None),
        };
        let Some(of) = known_edition(reader, source, word, name, frameworks) else { continue };
        let category = chosen.and_then(|it| category(reader, source, word, it, of));
        found.push(Choice { framework: of.id.clone(), category });
    }
    found
}
