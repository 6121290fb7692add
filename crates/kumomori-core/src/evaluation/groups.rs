//! The figures of all groups.

use crate::attestation::Supported;
use crate::control_result::ControlResult;
use crate::dimension::Dimension;
use crate::figures::{GroupKey, GroupResult, Member, Share, Tally, is_thin};
use crate::library::Library;
use crate::role::{ByRole, Roles, View};
use crate::scope_map::TargetMap;
use crate::settings::Settings;
use crate::standing::{Levels, Standings};
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
    standings: &Standings,
) -> Vec<GroupResult> {
    let mut in_targets = vec![ByRole::<GroupTally>::default(); targets.len()];
    // The last one is of controls whose domain the library does not have.
    let mut in_domains = vec![ByRole::<GroupTally>::default(); library.domains.len() + 1];
    let places = domain_places(library);
    for result in controls {
        let (idx, role) = (result.control_idx, result.role);
        let Some(standing) = standings.find(idx, role) else { continue };
        let members = Members::of(result);
        let domain = places.get(idx).and_then(|it| in_domains.get_mut(*it));
        if let Some(domain) = domain.filter(|_| result.is_in_scope) {
            domain.get_mut(role).add(&members, standing.seen(Supported::BOTH));
        }
        for (tally, target) in in_targets.iter_mut().zip(targets) {
            let brought = target.brought(idx);
            if brought.roles.contains(role) {
                tally.get_mut(role).add(&members, standing.seen(brought.supported(role)));
            }
        }
    }
    let mut overall = ByRole::<GroupTally>::default();
    for it in &in_domains {
        overall.customer.merge(&it.customer);
        overall.provider.merge(&it.provider);
    }
    let mut groups = Vec::with_capacity(3 * (1 + targets.len() + library.domains.len()));
    let mut add = |key: GroupKey, tally| {
        groups
            .extend(roles.views().map(|view| result(tally, key.clone(), view, &library.settings)));
    };
    add(GroupKey::Overall, &overall);
    for (target, tally) in targets.iter().zip(&in_targets) {
        add(GroupKey::Framework(target.framework.id.clone()), tally);
    }
    for (domain, tally) in library.domains.iter().zip(&in_domains) {
        add(GroupKey::Domain(domain.id.clone()), tally);
    }
    groups
}

fn result(
    tally: &ByRole<GroupTally>,
    key: GroupKey,
    view: View,
    settings: &Settings,
) -> GroupResult {
    match view {
        View::Customer => tally.customer.result(key, view, settings),
        View::Provider => tally.provider.result(key, view, settings),
        View::Both => {
            let mut both = tally.customer;
            both.merge(&tally.provider);
            both.result(key, view, settings)
        }
    }
}

/// The place of each control's domain; beyond the last one where the library does not have it.
fn domain_places(library: &Library) -> Vec<usize> {
    let place = |control: &crate::control::Control| {
        let found = library.domains.iter().position(|it| it.id == control.domain);
        found.unwrap_or(library.domains.len())
    };
    library.controls.iter().map(place).collect()
}

/// One control and role as a member of every group that it stands in.
#[derive(Debug, Clone, Copy)]
struct Members {
    weight: u32,
    is_applicable: bool,
    design: Member,
    operation: Member,
}

impl Members {
    fn of(result: &ControlResult<'_>) -> Self {
        let weight = u32::from(result.control.weight);
        let of = |dimension| {
            let part = result.dimension(dimension);
            let (is_answered, is_strong) = (part.is_answered, part.strength.is_strong);
            Member { weight, is_key: result.is_key, is_answered, is_strong }
        };
        Self {
            weight,
            is_applicable: result.is_applicable(),
            design: of(Dimension::Design),
            operation: of(Dimension::Operation),
        }
    }
}

impl Default for GroupTally {
    fn default() -> Self {
        let not_applicable = Share { part: 0, of: 0 };
        Self { not_applicable, design: Tally::NOTHING, operation: Tally::NOTHING }
    }
}

impl GroupTally {
    fn add(&mut self, members: &Members, seen: Levels) {
        self.not_applicable.of += members.weight;
        if !members.is_applicable {
            self.not_applicable.part += members.weight;
            return;
        }
        self.design.add(members.design, seen.design);
        self.operation.add(members.operation, seen.assured);
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
