//! The controls behind the figures of a group.

use crate::attestation::Supported;
use crate::control_result::{ControlResult, Seen};
use crate::dimension::Dimension;
use crate::evaluation::Evaluation;
use crate::figures::{Figures, GroupKey};
use crate::id::{ControlId, FrameworkRef};
use crate::role::{ByRole, Role, View};
use alloc::vec;
use alloc::vec::Vec;

/// One control and role in a group, as seen from it.
#[derive(Debug, Clone, Copy)]
pub struct Member<'e, 'a> {
    /// The control for the role.
    pub result: &'e ControlResult<'a>,
    /// Its levels; a framework counts only the attestations that speak about it.
    pub seen: Seen,
}

impl<'a> Evaluation<'a> {
    /// The controls and roles of a group in the order of their names, those that do not apply
    /// included.
    pub fn members(&self, key: &GroupKey, view: View) -> Vec<Member<'_, 'a>> {
        let brought = match key {
            GroupKey::Framework(id) => self.brought(id),
            GroupKey::Overall | GroupKey::Domain(_) => Vec::new(),
        };
        let of_view = self.controls.iter().filter(|it| view.includes(it.role));
        let member = |result| {
            let supported = match key {
                GroupKey::Overall => in_scope(result)?,
                GroupKey::Domain(id) => {
                    in_scope(result).filter(|_| result.control.domain == *id)?
                }
                GroupKey::Framework(_) => (*brought.get(result.control_idx)?.get(result.role))?,
            };
            Some(Member { result, seen: result.seen(supported) })
        };
        of_view.filter_map(member).collect()
    }

    /// What attestations support of each control that a framework brings in, by index and role.
    fn brought(&self, framework: &FrameworkRef) -> Vec<ByRole<Option<Supported>>> {
        let n_controls = self.controls.last().map_or(0, |it| it.control_idx + 1);
        let mut brought = vec![ByRole::default(); n_controls];
        for it in self.requirements.iter().filter(|it| it.framework.id == *framework) {
            for role in Role::ALL.into_iter().filter(|role| it.view == View::of(*role)) {
                for idx in it.requirement.known_controls() {
                    let Some(place) = brought.get_mut(idx) else { continue };
                    let supported: &mut Option<Supported> = place.get_mut(role);
                    let before = supported.unwrap_or(Supported::NOTHING);
                    *supported = Some(before.or(it.supported.for_role(role)));
                }
            }
        }
        brought
    }
}

/// What counts for a control outside of frameworks: all that supports it.
fn in_scope(result: &ControlResult<'_>) -> Option<Supported> {
    result.is_in_scope.then_some(Supported::BOTH)
}

/// The key controls at the floor of a group.
pub fn lowest_keys<'a>(
    members: &[Member<'_, 'a>],
    dimension: Dimension,
    figures: &Figures,
) -> Vec<(&'a ControlId, Role)> {
    let is_lowest = |it: &&Member<'_, 'a>| {
        it.result.is_key
            && it.result.is_applicable()
            && Some(it.seen.reading(dimension).confirmed) == figures.floor
    };
    members.iter().filter(is_lowest).map(|it| it.result.name()).collect()
}
