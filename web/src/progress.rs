//! How far an assessment is answered.

use kumomori_core::control_result::ControlResult;
use kumomori_core::evaluation::Evaluation;
use kumomori_core::id::{ControlId, DomainId};
use kumomori_core::library::Library;
use kumomori_core::role::Roles;

/// Answered among all: each (control, role) in scope counts once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Progress {
    /// Those that do not apply, or whose design and operation are both answered.
    pub(crate) answered: usize,
    /// Those of which something is answered, the answered ones included.
    pub(crate) touched: usize,
    /// All.
    pub(crate) all: usize,
}

/// How far everything in scope is answered.
pub(crate) fn overall(evaluation: &Evaluation<'_>) -> Progress {
    count(evaluation.controls.iter())
}

/// How far one domain is answered.
pub(crate) fn of_domain(evaluation: &Evaluation<'_>, domain: &DomainId) -> Progress {
    count(evaluation.controls.iter().filter(|it| it.control.domain == *domain))
}

/// The domains with a control in scope, in the library's order.
pub(crate) fn domains(library: &Library, evaluation: &Evaluation<'_>) -> Vec<DomainId> {
    let is_used = |it: &DomainId| of_domain(evaluation, it).all > 0;
    library.domains.iter().map(|it| it.id.clone()).filter(is_used).collect()
}

/// The controls of a domain that are in scope, each with the roles for which it is.
pub(crate) fn controls(evaluation: &Evaluation<'_>, domain: &DomainId) -> Vec<(ControlId, Roles)> {
    let mut found: Vec<(ControlId, Roles)> = Vec::new();
    for it in evaluation.controls.iter().filter(|it| it.is_in_scope && it.control.domain == *domain)
    {
        match found.last_mut().filter(|(last, _)| *last == it.control.id) {
            Some((_, roles)) => *roles = roles.with(it.role),
            None => found.push((it.control.id.clone(), Roles::NONE.with(it.role))),
        }
    }
    found
}

/// All controls in scope, domain by domain, each with the roles for which it is.
pub(crate) fn sequence(library: &Library, evaluation: &Evaluation<'_>) -> Vec<(ControlId, Roles)> {
    library.domains.iter().flat_map(|it| controls(evaluation, &it.id)).collect()
}

/// Whether something is left to answer about a control.
pub(crate) fn is_open(evaluation: &Evaluation<'_>, control: &ControlId) -> bool {
    let mut results = evaluation.controls.iter().filter(|it| it.control.id == *control);
    results.any(|it| it.is_in_scope && !is_answered(it))
}

/// Answers about controls that the library does not have; they are kept and written back.
pub(crate) fn strangers(evaluation: &Evaluation<'_>) -> Vec<ControlId> {
    let unknown = evaluation.warnings.iter().filter_map(|it| match it {
        kumomori_core::evaluation::Warning::UnknownControl { control } => Some(control.clone()),
        _ => None,
    });
    unknown.collect()
}

/// Whether nothing is left to answer about a control for a role.
pub(crate) fn is_answered(result: &ControlResult<'_>) -> bool {
    !result.is_applicable() || (result.design.is_answered && result.operation.is_answered)
}

fn is_touched(result: &ControlResult<'_>) -> bool {
    is_answered(result) || result.design.is_answered || result.operation.is_answered
}

fn count<'a>(results: impl Iterator<Item = &'a ControlResult<'a>>) -> Progress {
    let mut progress = Progress { answered: 0, touched: 0, all: 0 };
    for result in results.filter(|it| it.is_in_scope) {
        progress.all += 1;
        progress.answered += usize::from(is_answered(result));
        progress.touched += usize::from(is_touched(result));
    }
    progress
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit;
    use kumomori_core::assessment::{Applicability, Assessment, Exclusion, ExclusionReason};
    use kumomori_core::evaluation::evaluate;
    use kumomori_core::ladder::{Ladder, Level};
    use kumomori_core::role::Role;
    use kumomori_core::testimony::Hearing;

    fn library() -> &'static Library {
        kumomori_data::library().unwrap()
    }

    fn progress_after(change: impl FnOnce(&mut Assessment)) -> Progress {
        let library = library();
        let today = "2026-06-30".parse().unwrap();
        let mut assessment = edit::new_assessment(library, today, 0).unwrap();
        change(&mut assessment);
        overall(&evaluate(library, &assessment, Hearing::default(), today))
    }

    fn control() -> ControlId {
        "limit-admins".parse().unwrap()
    }

    #[test]
    fn one_dimension_alone_is_a_beginning() {
        let progress = progress_after(|it| {
            edit::answer(it, &control(), Role::Provider, |it| {
                it.design = Ladder::up_to(Level::ONE)
            });
        });
        assert_eq!((progress.answered, progress.touched), (0, 1));
    }

    #[test]
    fn a_control_that_does_not_apply_needs_no_answer_once_it_is_justified() {
        let left_out = |by: &str| {
            let (reason, by) = (ExclusionReason::OutOfScope, by.to_owned());
            let exclusion = Exclusion { reason, justification: "none".to_owned(), by };
            progress_after(|it| {
                edit::answer(it, &control(), Role::Provider, |it| {
                    it.applicability = Applicability::NotApplicable(exclusion);
                });
            })
        };
        assert_eq!(left_out("").answered, 0);
        assert_eq!(left_out("Mori").answered, 1);
    }

    #[test]
    fn the_domains_together_list_everything_in_scope_once() {
        let library = library();
        let today = "2026-06-30".parse().unwrap();
        let assessment = edit::new_assessment(library, today, 0).unwrap();
        let evaluation = evaluate(library, &assessment, Hearing::default(), today);
        let listed = domains(library, &evaluation)
            .iter()
            .flat_map(|it| controls(&evaluation, it))
            .map(|(_, roles)| roles.iter().count())
            .sum::<usize>();
        assert_eq!(listed, overall(&evaluation).all);
    }
}
