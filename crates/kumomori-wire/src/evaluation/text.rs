//! The canonical text of an evaluation.

use super::shape::FORMAT;
use crate::assessment::{roles, rungs, stamp};
use crate::json::Node;
use crate::word::Worded;
use crate::write::{bool, list, number, object, object_of_some, or_null, text, texts, to_text};
use alloc::string::String;
use kumomori_core::assessment::{Assessment, LibraryStamp};
use kumomori_core::control_result::{ControlResult, DimensionResult};
use kumomori_core::dimension::Reading;
use kumomori_core::evaluation::{AttestationResult, Evaluation, Warning};
use kumomori_core::evidence::EvidenceUse;
use kumomori_core::figures::{Figures, Floor, GroupKey, GroupResult, Mean, Means, Share};
use kumomori_core::gap::Gap;
use kumomori_core::id::{ControlId, FrameworkRef};
use kumomori_core::ladder::Level;
use kumomori_core::lift::Lift;
use kumomori_core::requirement::{Bearing, RequirementResult};
use kumomori_core::risk::RiskResult;
use kumomori_core::role::Role;
use kumomori_core::sample::SampleResult;
use kumomori_core::testimony::{CheckUse, TestimonyResult, Wanted};

/// The file of an evaluation: every figure with what it was made from, in a fixed order.
pub fn evaluation_text(
    evaluation: &Evaluation,
    assessment: &Assessment,
    library: &LibraryStamp,
) -> String {
    to_text(&object([
        ("format", text(FORMAT)),
        ("as_of", text(&evaluation.as_of)),
        ("assessment", text(&assessment.id)),
        ("library", stamp(library)),
        ("target_level", level(evaluation.target)),
        ("roles", roles(evaluation.roles)),
        ("groups", list(evaluation.groups.iter().map(group))),
        ("requirements", list(evaluation.requirements.iter().map(requirement))),
        ("controls", list(evaluation.controls.iter().map(control))),
        ("gaps", list(evaluation.gaps.iter().map(gap))),
        ("risks", list(evaluation.risks.iter().map(risk))),
        ("attestations", list(evaluation.attestations.iter().map(attestation))),
        ("evidence", list(evaluation.testimonies.iter().map(document))),
        ("wanted", list(evaluation.wanted.iter().map(wanted))),
        ("warnings", list(evaluation.warnings.iter().map(warning))),
    ]))
}

fn level(level: Level) -> Node {
    number(&level.number())
}

fn word(value: impl Worded) -> Node {
    text(value.word())
}

fn reading(reading: Reading) -> Node {
    object([
        ("low", level(reading.low)),
        ("confirmed", level(reading.confirmed)),
        ("claimed", level(reading.claimed)),
        ("high", level(reading.high)),
    ])
}

fn share(share: Share) -> Node {
    object([("part", number(&share.part)), ("of", number(&share.of))])
}

fn named<'a>(controls: impl IntoIterator<Item = &'a (ControlId, Role)>) -> Node {
    list(
        controls
            .into_iter()
            .map(|(control, role)| object([("control", text(control)), ("role", word(*role))])),
    )
}

fn group(result: &GroupResult) -> Node {
    object([
        ("group", key(&result.key)),
        ("view", word(result.view)),
        ("not_applicable", share(result.not_applicable)),
        ("thin", bool(result.is_thin)),
        ("design", or_null(result.design.as_ref().map(figures))),
        ("operation", or_null(result.operation.as_ref().map(figures))),
    ])
}

fn key(key: &GroupKey) -> Node {
    match key {
        GroupKey::Overall => object([("kind", text("overall"))]),
        GroupKey::Framework(id) => tagged_framework("kind", "framework", id),
        GroupKey::Domain(id) => object([("kind", text("domain")), ("domain", text(&id))]),
    }
}

fn tagged_framework(tag: &str, value: &str, id: &FrameworkRef) -> Node {
    object([(tag, text(value)), ("framework", text(&id.framework)), ("edition", text(&id.edition))])
}

fn figures(figures: &Figures) -> Node {
    object([
        ("group_level", reading(figures.group_level)),
        ("mean", means(figures.mean)),
        ("floor", or_null(figures.floor.as_ref().map(floor))),
        ("coverage", share(figures.coverage)),
        ("provisional", bool(figures.is_provisional)),
        ("evidence", share(figures.evidence)),
        ("lift", or_null(figures.lift.as_ref().map(lift))),
    ])
}

fn means(means: Means) -> Node {
    object([
        ("low", mean(means.low)),
        ("confirmed", mean(means.confirmed)),
        ("claimed", mean(means.claimed)),
        ("high", mean(means.high)),
    ])
}

fn mean(mean: Mean) -> Node {
    object([("sum", number(&mean.sum)), ("weight", number(&mean.weight)), ("value", text(&mean))])
}

fn floor(floor: &Floor) -> Node {
    object([("level", level(floor.level)), ("controls", named(&floor.controls))])
}

fn lift(lift: &Lift) -> Node {
    object([
        ("to", level(lift.to)),
        ("needed", number(&lift.n_needed)),
        ("controls", named(&lift.controls)),
    ])
}

fn requirement(result: &RequirementResult) -> Node {
    object([
        ("framework", text(&result.framework.framework)),
        ("edition", text(&result.framework.edition)),
        ("requirement", text(&result.requirement)),
        ("view", word(result.view)),
        ("status", word(result.status)),
        ("design", or_null(result.design.as_ref().map(bearing))),
        ("operation", or_null(result.operation.as_ref().map(bearing))),
        ("planned", texts(&result.planned)),
    ])
}

fn bearing(bearing: &Bearing) -> Node {
    object([("reading", reading(bearing.reading)), ("deciding", named(&bearing.deciding))])
}

fn control(result: &ControlResult) -> Node {
    object([
        ("control", text(&result.control)),
        ("role", word(result.role)),
        ("domain", text(&result.domain)),
        ("weight", number(&result.weight)),
        ("key", bool(result.is_key)),
        ("in_scope", bool(result.is_in_scope)),
        ("applies", word(result.applies)),
        ("design", dimension(&result.design)),
        ("operation", dimension(&result.operation)),
        ("assured", reading(result.assured)),
        ("flag", or_null(result.flag.map(word))),
        ("sample", or_null(result.sample.as_ref().map(sample))),
    ])
}

fn dimension(result: &DimensionResult) -> Node {
    object([
        ("rungs", rungs(result.ladder)),
        ("answered", bool(result.is_answered)),
        ("grade", number(&result.strength.grade)),
        ("strong", bool(result.strength.is_strong)),
        ("evidence", list(result.strength.uses.iter().map(evidence))),
        ("checks", list(result.checks.iter().map(check_use))),
        ("cap", level(result.cap)),
        ("supported_by", texts(&result.supported_by)),
        ("held_by", or_null(result.held_by.as_ref().map(text))),
        ("reading", reading(result.reading)),
    ])
}

fn evidence(entry: &EvidenceUse) -> Node {
    object([("entry", number(&entry.idx))]).followed_by(usage(entry))
}

fn usage(usage: &EvidenceUse) -> Node {
    object([
        ("given", number(&usage.given)),
        ("counted", or_null(usage.counted.map(|it| number(&it)))),
        ("fresh", bool(usage.is_fresh)),
        ("because", or_null(usage.because.map(word))),
    ])
}

fn check_use(it: &CheckUse) -> Node {
    let head = object([
        ("check", text(&it.check)),
        ("severity", word(it.severity)),
        ("verdict", word(it.verdict)),
        ("document", number(&it.usage.idx)),
    ]);
    head.followed_by(usage(&it.usage))
}

fn document(result: &TestimonyResult) -> Node {
    let outcome = match &result.outcome {
        Ok(heard) => object([("counts", text("yes")), ("role", word(heard.role))])
            .followed_by(usage(&heard.usage)),
        Err(why) => object([("counts", text("no")), ("because", word(*why))]),
    };
    object([
        ("kind", text(&result.kind)),
        ("tool", or_null(result.tool.as_ref().map(text))),
        ("source", text(&result.source)),
        ("collected", or_null(result.collected.map(|it| text(&it)))),
        ("outcome", outcome),
    ])
}

fn wanted(wanted: &Wanted) -> Node {
    object([
        ("control", text(&wanted.control)),
        ("role", word(wanted.role)),
        ("dimension", word(wanted.dimension)),
        ("check", text(&wanted.check)),
        ("kind", text(&wanted.kind)),
        ("insufficient", bool(wanted.is_insufficient)),
    ])
}

fn sample(result: &SampleResult) -> Node {
    let automation = result.sample.automation;
    object([
        ("population", or_null(result.sample.population.map(|it| number(&it)))),
        ("tested", number(&result.sample.tested)),
        ("deviations", number(&result.sample.deviations)),
        ("automated", bool(automation.is_some())),
        (
            "unchanged_since",
            or_null(automation.and_then(|it| it.unchanged_since).map(|it| text(&it))),
        ),
        ("confidence", number(&result.tolerance.confidence)),
        ("tolerable", number(&result.tolerance.tolerable)),
        ("bound", number(&result.bound)),
        ("rule", word(result.rule)),
        ("passed", bool(result.is_passed)),
    ])
}

fn gap(gap: &Gap) -> Node {
    object([
        ("control", text(&gap.control)),
        ("role", word(gap.role)),
        ("dimension", word(gap.dimension)),
        ("kind", word(gap.kind)),
        ("reading", reading(gap.reading)),
        ("shortfall", number(&gap.shortfall)),
        ("reach", number(&gap.reach)),
        ("priority", number(&gap.priority)),
        ("key", bool(gap.is_key)),
        ("effort", number(&gap.effort)),
    ])
}

fn risk(result: &RiskResult) -> Node {
    object([
        ("risk", text(&result.risk)),
        ("status", word(result.status)),
        ("deciding", named(&result.deciding)),
        ("planned", texts(&result.planned)),
    ])
}

fn attestation(result: &AttestationResult) -> Node {
    let outcome = match result.outcome {
        Ok(gives) => object([
            ("counts", text("yes")),
            ("operation", bool(gives.operation)),
            ("target", bool(gives.is_target)),
        ]),
        Err(refusal) => object([("counts", text("no")), ("because", word(refusal))]),
    };
    object([("attestation", text(&result.attestation)), ("outcome", outcome)])
}

fn warning(warning: &Warning) -> Node {
    match warning {
        Warning::UnknownControl { control } => about("unknown-control", control, None, []),
        Warning::RoleOutOfScope { control, role } => {
            about("role-out-of-scope", control, Some(*role), [])
        }
        Warning::NoDuty { control, role } => about("no-duty", control, Some(*role), []),
        Warning::Unjustified { control, role } => about("unjustified", control, Some(*role), []),
        Warning::Discounted { control, role, idx, because } => {
            let rest = [("entry", number(idx)), ("because", word(*because))];
            about("discounted", control, Some(*role), rest)
        }
        Warning::UnknownAttestation { control, role, attestation } => {
            let rest = [("attestation", text(attestation))];
            about("unknown-attestation", control, Some(*role), rest)
        }
        Warning::UnknownTarget { framework } => {
            tagged_framework("warning", "unknown-target", framework)
        }
    }
}

/// A warning about a control, with what else it says.
fn about<const N: usize>(
    kind: &str,
    control: &ControlId,
    role: Option<Role>,
    rest: [(&str, Node); N],
) -> Node {
    let head = object_of_some([
        ("warning", Some(text(kind))),
        ("control", Some(text(control))),
        ("role", role.map(word)),
    ]);
    head.followed_by(object(rest))
}
