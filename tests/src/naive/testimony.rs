//! What evidence documents say about one dimension of a control, and what they leave open.

use super::attestation::Place;
use super::document::Saying;
use super::level::{levels, member};
use super::{Case, CheckOutcome, Member, answer, scope};
use kumomori_core::control::Control;
use kumomori_core::dimension::Dimension;
use kumomori_core::role::Role;
use kumomori_core::testimony::Verdict;
use std::collections::BTreeMap;

/// What is said about a dimension of a control.
pub(super) fn about<'a>(
    case: Case<'a>,
    control: &Control,
    role: Role,
    dimension: Dimension,
) -> Vec<&'a Saying> {
    let is_about =
        |it: &&Saying| it.control == control.id && it.role == role && it.dimension == dimension;
    case.sayings.iter().filter(is_about).collect()
}

/// Whether a check contradicts a dimension as it stands.
pub(super) fn is_contradicted(
    case: Case<'_>,
    control: &Control,
    role: Role,
    dimension: Dimension,
) -> bool {
    about(case, control, role, dimension).iter().any(|it| it.verdict == Verdict::Contradicts)
}

/// Whether design, or assured operation, is contradicted.
pub(super) fn is_assured_contradicted(
    case: Case<'_>,
    control: &Control,
    role: Role,
    dimension: Dimension,
) -> bool {
    is_contradicted(case, control, role, Dimension::Design)
        || (dimension == Dimension::Operation
            && is_contradicted(case, control, role, Dimension::Operation))
}

/// What each check says, by check and document.
pub(super) fn checks(
    case: Case<'_>,
    control: &Control,
    role: Role,
    dimension: Dimension,
) -> BTreeMap<(String, usize), CheckOutcome> {
    let mut checks = BTreeMap::new();
    for it in about(case, control, role, dimension) {
        let outcome =
            CheckOutcome { verdict: it.verdict, counted: it.grade, is_fresh: it.is_fresh };
        checks.insert((it.check.to_string(), it.document), outcome);
    }
    checks
}

/// What evidence is still missing: its kind, and whether a document was asked for it.
pub(super) fn wanted(case: Case<'_>) -> BTreeMap<(Member, Dimension, String), (String, bool)> {
    let mut wanted = BTreeMap::new();
    let Some(checks) = case.checks else { return wanted };
    for (control, role) in scope::members(case) {
        if !scope::is_in_scope(case, control, role) || !answer::is_applicable(case, control, role) {
            continue;
        }
        for dimension in [Dimension::Design, Dimension::Operation] {
            let [_, confirmed, claimed, _] =
                levels(case, control, role, dimension, Place::Anywhere);
            for check in &checks.checks {
                if !check.controls.contains(&(control.id.clone(), dimension)) {
                    continue;
                }
                let mut said = about(case, control, role, dimension);
                said.retain(|it| it.check == check.id);
                let is_asked = !said.is_empty();
                let is_insufficient = said.iter().all(|it| it.verdict == Verdict::Insufficient);
                if (is_asked && is_insufficient) || (!is_asked && confirmed < claimed) {
                    let key = (member(control, role), dimension, check.id.to_string());
                    wanted.insert(key, (checks.kinds[check.kind].kind.id.clone(), is_asked));
                }
            }
        }
    }
    wanted
}
