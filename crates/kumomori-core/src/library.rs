//! Everything in policies/, read and checked.

use crate::control::{Control, ControlRef};
use crate::framework::{Framework, Requirement};
use crate::guide::{Guide, Term};
use crate::id::{ControlId, DomainId, FrameworkRef};
use crate::measure::Measure;
use crate::migration::Migration;
use crate::profile::Profile;
use crate::risk::Risk;
use crate::roadmap::Step;
use crate::selection::Selection;
use crate::settings::Settings;
use crate::text::TextId;
use alloc::string::String;
use alloc::vec::Vec;

/// The library that an assessment is judged against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Library {
    /// Version of the policies.
    pub version: String,
    /// Thresholds and caps.
    pub settings: Settings,
    /// Domains, in reading order.
    pub domains: Vec<Domain>,
    // INVARIANT: sorted by id, each id once.
    /// Controls, sorted by id.
    pub controls: Vec<Control>,
    /// Ids that mappings name and that have no control yet, sorted.
    pub planned: Vec<ControlId>,
    /// Framework editions, sorted by id.
    pub frameworks: Vec<Framework>,
    /// Risks, in reading order.
    pub risks: Vec<Risk>,
    /// Published measures, in reading order.
    pub measures: Vec<Measure>,
    /// Steps of the roadmap, in order.
    pub roadmap: Vec<Step>,
    /// Starting profiles, in reading order.
    pub profiles: Vec<Profile>,
    /// The selection guide.
    pub selection: Selection,
    /// How editions correspond, sorted by the earlier one.
    pub migrations: Vec<Migration>,
    /// Guides, sorted by id.
    pub guides: Vec<Guide>,
    /// Terms, sorted by id.
    pub terms: Vec<Term>,
}

impl Library {
    /// The index of a control.
    pub fn control_idx(&self, id: &ControlId) -> Option<usize> {
        self.controls.binary_search_by(|it| it.id.cmp(id)).ok()
    }

    /// The index of a control that is likely at `idx` or after it, as in a list by control.
    pub(crate) fn control_idx_near(&self, id: &ControlId, idx: usize) -> Option<usize> {
        let is_at = |idx: &usize| self.controls.get(*idx).is_some_and(|it| it.id == *id);
        [idx, idx + 1].into_iter().find(is_at).or_else(|| self.control_idx(id))
    }

    /// The control with this id.
    pub fn control(&self, id: &ControlId) -> Option<&Control> {
        self.control_idx(id).and_then(|idx| self.controls.get(idx))
    }

    /// The framework edition with this id.
    pub fn framework(&self, id: &FrameworkRef) -> Option<&Framework> {
        self.frameworks.iter().find(|it| it.id == *id)
    }

    /// The domain with this id.
    pub fn domain(&self, id: &DomainId) -> Option<&Domain> {
        self.domains.iter().find(|it| it.id == *id)
    }

    /// Every requirement that a control answers or is related to, with its framework and row.
    pub fn rows_of(
        &self,
        control_idx: usize,
    ) -> impl Iterator<Item = (&Framework, &Requirement, &crate::framework::Row)> {
        let known = ControlRef::Known(control_idx);
        self.frameworks
            .iter()
            .flat_map(|framework| framework.requirements.iter().map(move |it| (framework, it)))
            .flat_map(|(framework, requirement)| {
                requirement.rows.iter().map(move |row| (framework, requirement, row))
            })
            .filter(move |(_, _, row)| row.control == known)
    }
}

/// A heading over controls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Domain {
    /// Its name.
    pub id: DomainId,
    /// Its title.
    pub title: TextId,
    /// What stands in it.
    pub description: TextId,
}
