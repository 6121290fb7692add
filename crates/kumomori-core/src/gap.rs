//! What keeps an assessment below its target, in order.

use crate::control::{Control, ControlRef};
use crate::control_result::ControlResult;
use crate::dimension::{Dimension, Reading, Status};
use crate::framework::{Requirement, Row};
use crate::ladder::Level;
use crate::role::{ByRole, Role};
use alloc::collections::BinaryHeap;
use alloc::vec;
use alloc::vec::Vec;

/// One dimension of a control, for one role, that is confirmed below the target or contradicted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap<'a> {
    /// The control.
    pub control: &'a Control,
    /// Whose duty it is.
    pub role: Role,
    /// The dimension.
    pub dimension: Dimension,
    /// Why it is below.
    pub kind: GapKind,
    /// The levels as they stand.
    pub reading: Reading,
    /// Target minus confirmed; 0 where a contradicted level meets the target.
    pub shortfall: u8,
    /// How many requirements' statuses it decides.
    pub reach: u32,
    /// Weight times shortfall times one more than reach.
    pub priority: u32,
    /// Whether the control is key.
    pub is_key: bool,
}

/// Why something is below the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum GapKind {
    /// A check on evidence says otherwise.
    Contradicted,
    /// Less than the target is claimed.
    Missing,
    /// Enough is claimed and too little confirmed.
    Unproven,
    /// Nobody has answered.
    Unanswered,
}

impl GapKind {
    /// The word used in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Contradicted => "contradicted",
            Self::Missing => "missing",
            Self::Unproven => "unproven",
            Self::Unanswered => "unanswered",
        }
    }
}

/// The gap of one dimension, if there is one.
fn gap<'a>(
    result: &ControlResult<'a>,
    dimension: Dimension,
    target: Level,
    reaches: &Reaches,
) -> Option<Gap<'a>> {
    let part = result.dimension(dimension);
    let reading = part.reading;
    let status = reading.status(target);
    if status == Status::Met {
        return None;
    }
    let kind = if reading.is_contradicted {
        GapKind::Contradicted
    } else if !part.is_answered {
        GapKind::Unanswered
    } else if reading.claimed < target {
        GapKind::Missing
    } else {
        GapKind::Unproven
    };
    let shortfall = target.number().saturating_sub(reading.confirmed.number());
    let reach = reaches.of(result.control_idx, result.role, dimension, status);
    Some(Gap {
        control: result.control,
        role: result.role,
        dimension,
        kind,
        reading,
        shortfall,
        reach,
        priority: u32::from(result.control.weight) * u32::from(shortfall) * (1 + reach),
        is_key: result.is_key,
    })
}

/// The gaps of controls in scope that apply, in the order in which they are worth closing.
pub(crate) fn gaps<'a>(
    results: &[ControlResult<'a>],
    target: Level,
    reaches: &Reaches,
) -> Vec<Gap<'a>> {
    let mut found = Vec::with_capacity(2 * results.len());
    for result in results.iter().filter(|it| it.is_in_scope && it.is_applicable()) {
        for dimension in Dimension::ALL {
            if let Some(gap) = gap(result, dimension, target, reaches) {
                found.push(gap);
            }
        }
    }
    // A heap takes 4 KB less WebAssembly than a sort of its own.
    let ranks: BinaryHeap<u128> = found.iter().zip(0..).map(|(it, place)| it.rank(place)).collect();
    let at = |rank: u128| found.get(usize::try_from(rank & u128::from(u64::MAX)).ok()?).copied();
    let mut gaps = Vec::with_capacity(found.len());
    gaps.extend(ranks.into_sorted_vec().into_iter().filter_map(at));
    gaps
}

impl Gap<'_> {
    /// A number that is lower the more the gap is worth closing: contradictions first, then by
    /// priority, key controls, effort, and at last by place.
    fn rank(&self, place: u64) -> u128 {
        let is_other = u128::from(self.kind != GapKind::Contradicted);
        let priority = u128::from(u32::MAX - self.priority);
        let is_minor = u128::from(!self.is_key);
        let effort = u128::from(self.control.effort);
        is_other << 105 | priority << 73 | is_minor << 72 | effort << 64 | u128::from(place)
    }
}

/// How many requirements stand, with each status, on each dimension of each control and role.
#[derive(Debug)]
pub(crate) struct Reaches(
    // By control index.
    Vec<ByRole<Reach>>,
);

/// The counts of one control and role, by status.
#[derive(Debug, Clone, Copy, Default)]
struct Reach {
    design: [u32; Status::ALL.len()],
    operation: [u32; Status::ALL.len()],
}

impl Reach {
    fn add(&mut self, row: &Row, status: Option<Status>) {
        let Some(place) = status.map(|it| it as usize) else { return };
        if let Some(count) = self.design.get_mut(place) {
            *count += 1;
        }
        if let Some(count) = self.operation.get_mut(place) {
            *count += u32::from(row.aspects.operation);
        }
    }
}

impl Reaches {
    pub(crate) fn new(n_controls: usize) -> Self {
        Self(vec![ByRole::default(); n_controls])
    }

    /// Counts a requirement with the statuses that it has, by role.
    ///
    /// Design bears on every row, since assured operation is no higher than design; operation
    /// on the rows that are about it.
    pub(crate) fn add(&mut self, requirement: &Requirement, statuses: ByRole<Option<Status>>) {
        let mut rows = requirement.answering_rows();
        while let Some(row) = rows.next() {
            let ControlRef::Known(idx) = row.control else { continue };
            let is_it = |later: &Row| matches!(later.control, ControlRef::Known(it) if it == idx);
            if rows.clone().any(is_it) {
                continue;
            }
            let Some(reach) = self.0.get_mut(idx) else { continue };
            reach.customer.add(row, statuses.customer);
            reach.provider.add(row, statuses.provider);
        }
    }

    /// How many requirements have this status and stand on a dimension of a control.
    fn of(&self, idx: usize, role: Role, dimension: Dimension, status: Status) -> u32 {
        let Some(reach) = self.0.get(idx).map(|it| it.get(role)) else { return 0 };
        let counts = match dimension {
            Dimension::Design => &reach.design,
            Dimension::Operation => &reach.operation,
        };
        counts.get(status as usize).copied().unwrap_or_default()
    }
}
