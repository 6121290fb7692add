//! The canonical text of an evaluation.

use super::shape::FORMAT;
use crate::assessment::{roles, rungs, stamp};
use crate::json::Node;
use crate::word::Worded;
use crate::write::{bool, list, number, object, object_of_some, or_null, text, texts, to_text};
use alloc::string::String;
use core::fmt;
use kumomori_core::assessment::{Assessment, LibraryStamp};
use kumomori_core::control_result::ControlResult;
use kumomori_core::dimension::{Dimension, Reading};
use kumomori_core::evaluation::{AttestationResult, Evaluation, Warning};
use kumomori_core::evidence::EvidenceUse;
use kumomori_core::figures::{Figures, GroupKey, GroupResult, Mean, Means, Share};
use kumomori_core::gap::Gap;
use kumomori_core::id::{ControlId, FrameworkRef};
use kumomori_core::ladder::Level;
use kumomori_core::lift::{Lift, lift};
use kumomori_core::member::{Member, lowest_keys};
use kumomori_core::requirement::RequirementResult;
use kumomori_core::risk::RiskResult;
use kumomori_core::role::Role;
use kumomori_core::sample::SampleResult;
use kumomori_core::testimony::{CheckUse, TestimonyResult, Wanted};

/// The file of an evaluation: every figure with what it was made from, in a fixed order.
pub fn evaluation_text(
    evaluation: &Evaluation<'_>,
    assessment: &Assessment,
    library: &LibraryStamp,
) -> String {
    let head = object([
        ("format", text(FORMAT)),
        ("as_of", text(&evaluation.as_of)),
        ("assessment", text(&assessment.id)),
        ("library", stamp(library)),
        ("target_level", level(evaluation.target)),
        ("roles", roles(evaluation.roles)),
    ]);
    to_text(
        &PARTS.iter().fold(head, |whole, it| whole.followed_by(part(evaluation, assessment, it))),
    )
}

/// The parts of the file of an evaluation, in its order.
const PARTS: [&str; 9] = [
    "groups",
    "requirements",
    "controls",
    "gaps",
    "risks",
    "attestations",
    "evidence",
    "wanted",
    "warnings",
];

/// One part of the file of an evaluation, by its name, as an object with that one field; `null`
/// stands in it for a part that there is not.
pub fn part(evaluation: &Evaluation<'_>, assessment: &Assessment, name: &str) -> Node {
    let case = Case { evaluation, assessment };
    let value = match name {
        "groups" => list(evaluation.groups.iter().map(|it| case.group(it))),
        "requirements" => list(evaluation.requirements.iter().map(|it| case.requirement(it))),
        "controls" => list(evaluation.controls.iter().map(|it| case.control(it))),
        "gaps" => list(evaluation.gaps.iter().map(gap)),
        "risks" => list(evaluation.risks.iter().map(|it| case.risk(it))),
        "attestations" => list(evaluation.attestations.iter().map(attestation)),
        "evidence" => list(evaluation.testimonies.iter().map(document)),
        "wanted" => list(evaluation.wanted.iter().map(wanted)),
        "warnings" => list(evaluation.warnings.iter().map(warning)),
        _ => or_null(None),
    };
    object([(name, value)])
}

/// What of an evaluation is told.
#[derive(Clone, Copy)]
pub struct Choice<'c> {
    /// Whether a group is.
    pub group: &'c dyn Fn(&GroupResult) -> bool,
    /// Whether a requirement is.
    pub requirement: &'c dyn Fn(&RequirementResult<'_>) -> bool,
    /// Whether a control is, with its gaps.
    pub control: &'c dyn Fn(&ControlResult<'_>) -> bool,
}

impl fmt::Debug for Choice<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Choice")
    }
}

/// Some of the groups, requirements, controls and gaps of an evaluation, each as its file has it.
pub fn chosen(evaluation: &Evaluation<'_>, assessment: &Assessment, of: Choice<'_>) -> Node {
    let case = Case { evaluation, assessment };
    let groups = evaluation.groups.iter().filter(|it| (of.group)(it));
    let requirements = evaluation.requirements.iter().filter(|it| (of.requirement)(it));
    let controls = evaluation.controls.iter().filter(|it| (of.control)(it));
    let is_told = |gap: &&Gap<'_>| {
        evaluation.control(&gap.control.id, gap.role).is_some_and(|it| (of.control)(it))
    };
    object([
        ("groups", list(groups.map(|it| case.group(it)))),
        ("requirements", list(requirements.map(|it| case.requirement(it)))),
        ("controls", list(controls.map(|it| case.control(it)))),
        ("gaps", list(evaluation.gaps.iter().filter(is_told).map(gap))),
    ])
}

/// An evaluation with what its reasons are found in.
struct Case<'e, 'a> {
    evaluation: &'e Evaluation<'a>,
    assessment: &'e Assessment,
}

impl<'a> Case<'_, 'a> {
    fn group(&self, result: &GroupResult) -> Node {
        let members = self.evaluation.members(&result.key, result.view);
        let of =
            |it| or_null(result.dimension(it).map(|figures| self.figures(figures, &members, it)));
        object([
            ("group", key(&result.key)),
            ("view", word(result.view)),
            ("not_applicable", share(result.not_applicable)),
            ("thin", bool(result.is_thin)),
            ("design", of(Dimension::Design)),
            ("operation", of(Dimension::Operation)),
        ])
    }

    fn figures(&self, figures: &Figures, members: &[Member<'_, '_>], dimension: Dimension) -> Node {
        let floor = |it| {
            let controls = lowest_keys(members, dimension, figures);
            object([("level", level(it)), ("controls", named(&controls))])
        };
        let from = figures.group_level.confirmed;
        let raised = lift(members, dimension, from, self.evaluation.settings);
        object([
            ("group_level", reading(figures.group_level)),
            ("mean", means(figures.mean)),
            ("floor", or_null(figures.floor.map(floor))),
            ("coverage", share(figures.coverage)),
            ("provisional", bool(figures.is_provisional)),
            ("evidence", share(figures.evidence)),
            ("lift", or_null(raised.as_ref().map(lifted))),
        ])
    }

    fn requirement(&self, result: &RequirementResult<'a>) -> Node {
        let of = |dimension| {
            let bearing = |it| {
                let deciding = self.evaluation.deciding(result, dimension);
                object([("reading", reading(it)), ("deciding", named(&deciding))])
            };
            or_null(result.dimension(dimension).map(bearing))
        };
        object([
            ("framework", text(&result.framework.id.framework)),
            ("edition", text(&result.framework.id.edition)),
            ("requirement", text(&result.requirement.id)),
            ("view", word(result.view)),
            ("status", word(result.status)),
            ("design", of(Dimension::Design)),
            ("operation", of(Dimension::Operation)),
            ("planned", texts(result.requirement.planned_controls())),
        ])
    }

    fn control(&self, result: &ControlResult<'a>) -> Node {
        object([
            ("control", text(&result.control.id)),
            ("role", word(result.role)),
            ("domain", text(&result.control.domain)),
            ("weight", number(&result.control.weight)),
            ("key", bool(result.is_key)),
            ("in_scope", bool(result.is_in_scope)),
            ("applies", word(result.applies)),
            ("design", self.dimension(result, Dimension::Design)),
            ("operation", self.dimension(result, Dimension::Operation)),
            ("assured", reading(result.assured)),
            ("flag", or_null(result.flag.map(word))),
            ("sample", or_null(result.sample.as_ref().map(sample))),
        ])
    }

    fn dimension(&self, result: &ControlResult<'a>, dimension: Dimension) -> Node {
        let part = result.dimension(dimension);
        let uses = self.evaluation.evidence(self.assessment, result, dimension);
        let supporting = self.evaluation.supporting(self.assessment, result, dimension);
        object([
            ("rungs", rungs(part.ladder)),
            ("answered", bool(part.is_answered)),
            ("grade", number(&part.strength.grade)),
            ("strong", bool(part.strength.is_strong)),
            ("evidence", list(uses.iter().map(evidence))),
            ("checks", list(part.checks.iter().map(check_use))),
            ("cap", level(part.cap)),
            ("supported_by", texts(supporting)),
            ("held_by", or_null(part.held_by.as_ref().map(text))),
            ("reading", reading(part.reading)),
        ])
    }

    fn risk(&self, result: &RiskResult<'a>) -> Node {
        object([
            ("risk", text(&result.risk.id)),
            ("status", word(result.status)),
            ("deciding", named(&self.evaluation.deciding_risk(result))),
            ("planned", texts(result.risk.planned_controls())),
        ])
    }
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

fn named(controls: &[(&ControlId, Role)]) -> Node {
    list(
        controls
            .iter()
            .map(|(control, role)| object([("control", text(control)), ("role", word(*role))])),
    )
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

fn lifted(lift: &Lift<'_>) -> Node {
    object([
        ("to", level(lift.to)),
        ("needed", number(&lift.n_needed)),
        ("controls", named(&lift.controls)),
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

fn gap(gap: &Gap<'_>) -> Node {
    object([
        ("control", text(&gap.control.id)),
        ("role", word(gap.role)),
        ("dimension", word(gap.dimension)),
        ("kind", word(gap.kind)),
        ("reading", reading(gap.reading)),
        ("shortfall", number(&gap.shortfall)),
        ("reach", number(&gap.reach)),
        ("priority", number(&gap.priority)),
        ("key", bool(gap.is_key)),
        ("effort", number(&gap.control.effort)),
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
