//! The figures of all groups.

use crate::attestation::Supported;
use crate::control_result::ControlResult;
use crate::dimension::Dimension;
use crate::figures::{GroupKey, GroupResult, Member, Share, Tally, is_thin};
use crate::library::Library;
use crate::role::{ByRole, Roles, View};
use crate::scope_map::TargetMap;
use crate::settings::Settings;
use alloc::vec;
use alloc::vec::Vec;

/// The weights behind the figures of one group, for one role or both.
#[derive(Debug, Clone, Copy)]
struct GroupTally {
    not_applicable: Share,
    design: Tally,
    operation: Tally,
}

/// The figures overall, then by target, then by domain; view by view.
pub(super) fn groups(
    library: &Library,
    roles: Roles,
    targets: &[TargetMap<'_>],
    controls: &[ControlResult<'_>],
) -> Vec<GroupResult> {
    let mut in_targets = vec![ByRole::<GroupTally>::default(); targets.len()];
    // The last one is of controls whose domain the library does not have.
    let mut in_domains = vec![ByRole::<GroupTally>::default(); library.domains.len() + 1];
    let places = domain_places(library);
    for result in controls {
        let domain = places.get(result.control_idx).and_then(|it| in_domains.get_mut(*it));
        if let Some(domain) = domain.filter(|_| result.is_in_scope) {
            domain.get_mut(result.role).add(result, Supported::BOTH);
        }
        for (tally, target) in in_targets.iter_mut().zip(targets) {
            let brought = target.brought(result.control_idx);
            if brought.roles.contains(result.role) {
                tally.get_mut(result.role).add(result, brought.supported(result.role));
            }
        }
    }
    let overall = in_domains.iter().fold(ByRole::<GroupTally>::default(), |mut all, it| {
        all.customer.merge(&it.customer);
        all.provider.merge(&it.provider);
        all
    });
    let frameworks = targets.iter().map(|it| GroupKey::Framework(it.framework.id.clone()));
    let domains = library.domains.iter().map(|it| GroupKey::Domain(it.id.clone()));
    core::iter::once((GroupKey::Overall, &overall))
        .chain(frameworks.zip(&in_targets))
        .chain(domains.zip(&in_domains))
        .flat_map(|(key, tally)| {
            roles
                .views()
                .map(move |view| of_view(tally, view).result(key.clone(), view, &library.settings))
        })
        .collect()
}

/// The place of each control's domain; beyond the last one where the library does not have it.
fn domain_places(library: &Library) -> Vec<usize> {
    let place = |control: &crate::control::Control| {
        let found = library.domains.iter().position(|it| it.id == control.domain);
        found.unwrap_or(library.domains.len())
    };
    library.controls.iter().map(place).collect()
}

fn of_view(tallies: &ByRole<GroupTally>, view: View) -> GroupTally {
    let mut tally = tallies.customer;
    match view {
        View::Customer => {}
        View::Provider => tally = tallies.provider,
        View::Both => tally.merge(&tallies.provider),
    }
    tally
}

impl Default for GroupTally {
    fn default() -> Self {
        let not_applicable = Share { part: 0, of: 0 };
        Self { not_applicable, design: Tally::default(), operation: Tally::default() }
    }
}

impl GroupTally {
    fn add(&mut self, result: &ControlResult<'_>, supported: Supported) {
        let weight = u32::from(result.control.weight);
        self.not_applicable.of += weight;
        if !result.is_applicable() {
            self.not_applicable.part += weight;
            return;
        }
        let seen = result.seen(supported);
        let member = |dimension| {
            let part = result.dimension(dimension);
            let (is_answered, is_strong) = (part.is_answered, part.strength.is_strong);
            Member { weight, is_key: result.is_key, is_answered, is_strong }
        };
        self.design.add(member(Dimension::Design), seen.design);
        self.operation.add(member(Dimension::Operation), seen.assured);
    }

    fn merge(&mut self, other: &Self) {
        self.not_applicable.part += other.not_applicable.part;
        self.not_applicable.of += other.not_applicable.of;
        self.design.merge(&other.design);
        self.operation.merge(&other.operation);
    }

    fn result(&self, key: GroupKey, view: View, settings: &Settings) -> GroupResult {
        GroupResult {
            key,
            view,
            design: self.design.figures(settings),
            operation: self.operation.figures(settings),
            is_thin: is_thin(self.not_applicable, settings),
            not_applicable: self.not_applicable,
        }
    }
}
