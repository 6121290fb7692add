//! What an organization or a service does, stated once and answered once per role.

use crate::assessment::ServiceModel;
use crate::dimension::Dimension;
use crate::id::{ControlId, CriterionId, DomainId, ThresholdId};
use crate::role::{Role, Roles};
use crate::text::TextId;
use alloc::string::String;
use alloc::vec::Vec;

/// One control of the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Control {
    /// Its name.
    pub id: ControlId,
    /// The domain it stands in.
    pub domain: DomainId,
    /// Its title.
    pub title: TextId,
    /// What it achieves.
    pub objective: TextId,
    /// What goes wrong without it.
    pub why: TextId,
    /// 1 normal, 2 important, 3 key.
    pub weight: u8,
    /// Why it has this weight.
    pub weight_reason: TextId,
    /// How often it is carried out.
    pub frequency: Frequency,
    /// Effort to put it in place, from 1 (a day) to 5 (two months); days in the settings.
    pub effort: u8,
    /// Controls that must stand first; they may be planned ones.
    pub depends_on: Vec<ControlId>,
    /// The flag of a scope that brings it in without any requirement.
    pub calls_for: Option<CallsFor>,
    /// What it asks of each role.
    pub duties: Vec<Duty>,
    /// Named numbers that its criteria use.
    pub thresholds: Vec<Threshold>,
    /// What must hold, by ladder and rung.
    pub criteria: Vec<Criterion>,
    /// What one item of a sample is, and what the items are taken from.
    pub sample: TextId,
    /// What to ask a provider.
    pub questions: Vec<Question>,
}

/// A control that something of the library names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ControlRef {
    /// The control at this index of the library.
    Known(usize),
    /// A control that the library does not have yet.
    Planned(ControlId),
}

impl ControlRef {
    /// The index of a known one.
    pub fn known(&self) -> Option<usize> {
        match self {
            Self::Known(idx) => Some(*idx),
            Self::Planned(_) => None,
        }
    }

    /// The name of a planned one.
    pub fn planned(&self) -> Option<&ControlId> {
        match self {
            Self::Known(_) => None,
            Self::Planned(id) => Some(id),
        }
    }
}

impl Control {
    /// The roles that have a duty.
    pub fn roles(&self) -> Roles {
        self.duties.iter().fold(Roles::NONE, |roles, duty| roles.with(duty.role))
    }

    /// The criteria of one rung (1 to 5) of one ladder.
    pub fn criteria_of(&self, ladder: Dimension, rung: u8) -> impl Iterator<Item = &Criterion> {
        self.criteria.iter().filter(move |it| it.ladder == ladder && it.rung == rung)
    }
}

/// What a control asks of one role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    /// Whose duty it is.
    pub role: Role,
    /// What is asked.
    pub text: TextId,
    /// What is asked in addition where a service model makes a difference.
    pub models: Vec<(ServiceModel, TextId)>,
}

/// A question to a provider, for a checklist or a request for proposals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The question.
    pub ask: TextId,
    /// What a good answer has in it.
    pub good: TextId,
}

/// A named number or value that criteria use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Threshold {
    /// Its name within the control.
    pub id: ThresholdId,
    /// The value with its unit, the same in every language, such as `30 d`.
    pub value: String,
    /// What it limits.
    pub text: TextId,
}

/// One verifiable statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    /// Its name within the control.
    pub id: CriterionId,
    /// The ladder it belongs to.
    pub ladder: Dimension,
    /// The rung it belongs to, 1 to 5.
    pub rung: u8,
    /// The condition that must hold.
    pub text: TextId,
    /// What would show it.
    pub evidence: TextId,
}

/// How often a control is carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Frequency {
    /// All the time.
    Continuous,
    /// Every day.
    Daily,
    /// Every week.
    Weekly,
    /// Every month.
    Monthly,
    /// Every three months.
    Quarterly,
    /// Every year.
    Annual,
    /// When the service or its surroundings change.
    OnChange,
    /// Whenever the event it is about happens.
    PerEvent,
}

impl Frequency {
    /// All frequencies, the most frequent first.
    pub const ALL: [Self; 8] = [
        Self::Continuous,
        Self::Daily,
        Self::Weekly,
        Self::Monthly,
        Self::Quarterly,
        Self::Annual,
        Self::OnChange,
        Self::PerEvent,
    ];
}

/// What of a scope brings a control in beside its targets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CallsFor {
    /// AI is used.
    Ai,
    /// Personal data is handled.
    PersonalData,
    /// Nothing has to be so: every scope does.
    Always,
}
