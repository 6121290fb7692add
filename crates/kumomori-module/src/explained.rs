//! What conclusions come from: the parts of an evaluation behind each.

use crate::diagnosis::Diagnosis;
use crate::reader::Reader;
use crate::request::Request;
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::assessment::Assessment;
use kumomori_core::control_result::ControlResult;
use kumomori_core::evaluation::Evaluation;
use kumomori_core::figures::GroupKey;
use kumomori_core::library::Library;
use kumomori_core::member::Member;
use kumomori_core::requirement::RequirementResult;
use kumomori_report::topic::Topic;
use kumomori_report::words::Words;
use kumomori_wire::evaluation::{Choice, chosen};
use kumomori_wire::json::Node;
use kumomori_wire::write::{list, object, text};

/// The parts of an evaluation behind each of the things that the request is about.
pub(crate) fn explained(
    request: &Request<'_>,
    library: &Library,
    assessment: &Assessment,
    evaluation: &Evaluation<'_>,
) -> Result<Node, Vec<Diagnosis>> {
    if request.about.is_empty() {
        let message =
            Words::new("何を説明するか(`about`)がない", "what to explain (`about`) is missing");
        let help = Some("`\"about\": [\"encrypt-in-transit\"]`".into());
        let message = message.of(request.lang);
        return Err(vec![Diagnosis::new(request.bytes, 0, "about", message, help)]);
    }
    let mut reader = Reader::new(request.bytes, request.lang);
    let view = evaluation.widest_view();
    let mut told = Vec::new();
    for field in &request.about {
        let Some(name) = reader.text(field) else { continue };
        let Some(topic) = Topic::named(library, &name, view) else {
            reader.unknown_topic(field, &name);
            continue;
        };
        let members = match &topic {
            Topic::Figure(key, view) => evaluation.members(key, *view),
            _ => Vec::new(),
        };
        let choice = Choice {
            group: &|it| topic == Topic::Figure(it.key.clone(), it.view),
            requirement: &|it| has_requirement(library, &topic, it),
            control: &|it| has_control(library, &topic, &members, it),
        };
        let parts = chosen(evaluation, assessment, choice);
        told.push(object([("about", text(&name))]).followed_by(parts));
    }
    reader.done(list(told))
}

/// The requirement itself, those that a control answers, those of a framework.
fn has_requirement(library: &Library, topic: &Topic, it: &RequirementResult<'_>) -> bool {
    match topic {
        Topic::Requirement(of, id) => it.framework.id == *of && it.requirement.id == *id,
        Topic::Control(id) => {
            let idx = library.control_idx(id);
            it.requirement.known_controls().any(|known| Some(known) == idx)
        }
        Topic::Figure(GroupKey::Framework(of), view) => it.framework.id == *of && it.view == *view,
        Topic::Figure(..) => false,
    }
}

/// The control itself, those that answer a requirement, those that a figure is made from.
fn has_control(
    library: &Library,
    topic: &Topic,
    members: &[Member<'_, '_>],
    it: &ControlResult<'_>,
) -> bool {
    match topic {
        Topic::Control(id) => it.control.id == *id,
        Topic::Requirement(of, id) => {
            let requirement = library.framework(of).and_then(|of| of.requirement(id));
            requirement.is_some_and(|of| of.known_controls().any(|idx| idx == it.control_idx))
        }
        Topic::Figure(..) => members.iter().any(|member| member.result.name() == it.name()),
    }
}
