//! Which controls are listed, as the address says it.

use crate::progress::is_answered;
use kumomori_core::assessment::Assessment;
use kumomori_core::control_result::ControlResult;
use kumomori_core::evaluation::Evaluation;
use kumomori_core::framework::framework_ref;
use kumomori_core::id::{DomainId, FrameworkRef, RiskId};
use kumomori_core::role::Role;

/// In what state the answers are that are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Show {
    /// Any.
    #[default]
    All,
    /// Those about key controls, which make a quick check.
    Key,
    /// Not answered in full.
    Open,
    /// Below the target.
    Gap,
    /// Contradicted by evidence.
    Contradicted,
    /// Said not to apply.
    Excluded,
    /// Marked to be looked at again.
    Marked,
}

impl Show {
    /// All of them.
    pub(crate) const ALL: [Self; 7] = [
        Self::All,
        Self::Key,
        Self::Open,
        Self::Gap,
        Self::Contradicted,
        Self::Excluded,
        Self::Marked,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::All => ANY,
            Self::Key => "key",
            Self::Open => "open",
            Self::Gap => "gap",
            Self::Contradicted => "contradicted",
            Self::Excluded => "excluded",
            Self::Marked => "marked",
        }
    }

    fn has(
        self,
        (assessment, evaluation): (&Assessment, &Evaluation<'_>),
        result: &ControlResult<'_>,
    ) -> bool {
        let is_gap = || evaluation.gaps.iter().any(|it| (&it.control.id, it.role) == result.name());
        match self {
            Self::All => true,
            Self::Key => result.is_key,
            Self::Open => !is_answered(result),
            Self::Gap => is_gap(),
            Self::Contradicted => {
                result.design.reading.is_contradicted || result.assured.is_contradicted
            }
            Self::Excluded => !result.is_applicable(),
            Self::Marked => {
                assessment.answer(&result.control.id, result.role).is_some_and(|it| it.is_marked)
            }
        }
    }
}

/// Which answers are listed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Filter {
    /// In what state.
    pub(crate) show: Show,
    /// About whose duties; `None` for those of both.
    pub(crate) role: Option<Role>,
    /// Of which domain; `None` for all.
    pub(crate) domain: Option<DomainId>,
    /// For which framework edition; `None` for all.
    pub(crate) framework: Option<FrameworkRef>,
    /// Against which risk; `None` for all.
    pub(crate) risk: Option<RiskId>,
}

/// A part of the address that leaves everything in.
const ANY: &str = "any";

impl Filter {
    /// The filter of a part of an address such as `open/provider/access/iso27017-2015`, with
    /// a risk behind it where one is chosen; what is nothing of the kind leaves everything in.
    pub(crate) fn from_address(address: &str) -> Self {
        let mut parts = address.split('/');
        let mut next = || parts.next().unwrap_or(ANY);
        let (show, role, domain, framework, risk) = (next(), next(), next(), next(), next());
        Self {
            show: Show::ALL.into_iter().find(|it| it.word() == show).unwrap_or_default(),
            role: Role::from_word(role),
            domain: domain.parse().ok().filter(|_| domain != ANY),
            framework: framework.rsplit_once('-').and_then(|(id, of)| framework_ref(id, of)),
            risk: risk.parse().ok().filter(|_| risk != ANY),
        }
    }

    /// The part of an address that stands for it.
    pub(crate) fn address(&self) -> String {
        let Self { show, role, domain, framework, risk } = self;
        let any = || ANY.to_owned();
        let framework = framework.as_ref().map(|it| format!("{}-{}", it.framework, it.edition));
        let risk = risk.as_ref().map(ToString::to_string);
        let parts = [
            show.word().to_owned(),
            role.map_or_else(any, |it| it.word().to_owned()),
            domain.as_ref().map_or_else(any, ToString::to_string),
            framework.unwrap_or_else(any),
        ];
        parts.into_iter().chain(risk).collect::<Vec<String>>().join("/")
    }

    /// The answers in scope that it leaves, in the library's order.
    pub(crate) fn leaves<'e, 'a>(
        &self,
        assessment: &Assessment,
        evaluation: &'e Evaluation<'a>,
    ) -> Vec<&'e ControlResult<'a>> {
        let is_wanted = |it: &&ControlResult<'_>| {
            it.is_in_scope
                && self.role.is_none_or(|role| role == it.role)
                && self.domain.as_ref().is_none_or(|domain| *domain == it.control.domain)
                && self.framework.as_ref().is_none_or(|of| answers(evaluation, of, it))
                && self.risk.as_ref().is_none_or(|of| bears_on(evaluation, of, it))
                && self.show.has((assessment, evaluation), it)
        };
        evaluation.controls.iter().filter(is_wanted).collect()
    }
}

/// Whether a control answers a requirement of a framework edition that is in scope.
fn answers(evaluation: &Evaluation<'_>, of: &FrameworkRef, it: &ControlResult<'_>) -> bool {
    let mut requirements = evaluation.requirements.iter().filter(|it| it.framework.id == *of);
    requirements.any(|all| all.requirement.known_controls().any(|idx| idx == it.control_idx))
}

/// Whether a control answers a risk.
fn bears_on(evaluation: &Evaluation<'_>, of: &RiskId, it: &ControlResult<'_>) -> bool {
    let risk = evaluation.risks.iter().find(|it| it.risk.id == *of);
    risk.is_some_and(|all| all.risk.controls.iter().any(|of| of.known() == Some(it.control_idx)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit;
    use kumomori_core::dimension::Dimension;
    use kumomori_core::evaluation::evaluate;
    use kumomori_core::ladder::{Ladder, Level};
    use kumomori_core::testimony::Hearing;

    #[test]
    fn an_address_leads_back_to_its_filter() {
        let filters = [
            Filter::default(),
            Filter { show: Show::Gap, ..Filter::default() },
            Filter {
                show: Show::Open,
                role: Some(Role::Provider),
                domain: "access".parse().ok(),
                framework: framework_ref("iso27017", "2015"),
                risk: "prompt-injection".parse().ok(),
            },
        ];
        for filter in filters {
            assert_eq!(Filter::from_address(&filter.address()), filter);
        }
        for bad in ["", "nothing", "any/nobody/any", "any/any/a b/<x>", "open/any/any/any/any"] {
            let read = Filter::from_address(bad);
            assert_eq!((read.role, read.domain, read.framework), (None, None, None), "{bad}");
        }
    }

    fn assessment() -> Assessment {
        let library = kumomori_data::library().unwrap();
        edit::new_assessment(library, "2026-06-30".parse().unwrap(), 0).unwrap()
    }

    fn left(assessment: &Assessment, filter: &Filter) -> Vec<(String, Role)> {
        let library = kumomori_data::library().unwrap();
        let day = "2026-06-30".parse().unwrap();
        let evaluation = evaluate(library, assessment, Hearing::default(), day);
        let left = filter.leaves(assessment, &evaluation).into_iter();
        left.map(|it| (it.control.id.to_string(), it.role)).collect()
    }

    #[test]
    fn what_is_answered_in_full_is_no_longer_open() {
        let mut assessment = assessment();
        let open = Filter { show: Show::Open, role: Some(Role::Provider), ..Filter::default() };
        let before = left(&assessment, &open);
        assert!(before.contains(&("limit-admins".to_owned(), Role::Provider)));
        edit::answer(&mut assessment, &"limit-admins".parse().unwrap(), Role::Provider, |it| {
            for dimension in Dimension::ALL {
                edit::set_ladder(it, dimension, Ladder::up_to(Level::ONE));
            }
        });
        let after = left(&assessment, &open);
        assert_eq!(after.len() + 1, before.len());
        let gap = Filter { show: Show::Gap, ..open };
        assert!(left(&assessment, &gap).contains(&("limit-admins".to_owned(), Role::Provider)));
    }

    #[test]
    fn filters_take_away_and_never_add() {
        let assessment = assessment();
        let all = left(&assessment, &Filter::default());
        let narrow = Filter {
            show: Show::Key,
            domain: "access".parse().ok(),
            framework: framework_ref("soc2", "2017"),
            ..Filter::default()
        };
        let few = left(&assessment, &narrow);
        assert!(!few.is_empty() && few.len() < all.len());
        assert!(few.iter().all(|it| all.contains(it)));
    }

    #[test]
    fn what_is_marked_is_listed_and_so_is_what_answers_a_risk() {
        let mut assessment = assessment();
        let marked = Filter { show: Show::Marked, ..Filter::default() };
        assert_eq!(left(&assessment, &marked), []);
        let control = "limit-admins".parse().unwrap();
        edit::answer(&mut assessment, &control, Role::Provider, |it| it.is_marked = true);
        assert_eq!(left(&assessment, &marked), [("limit-admins".to_owned(), Role::Provider)]);
        let library = kumomori_data::library().unwrap();
        let risk = &library.risks[0];
        let against = Filter { risk: Some(risk.id.clone()), ..Filter::default() };
        let idx = |id: &str| library.control_idx(&id.parse().unwrap());
        let known: Vec<_> = risk.controls.iter().map(|it| it.known()).collect();
        let found = left(&assessment, &against);
        assert!(!found.is_empty() && found.iter().all(|(id, _)| known.contains(&idx(id))));
    }
}
