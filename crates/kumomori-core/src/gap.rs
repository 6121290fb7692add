//! What keeps an assessment below its target, in order.

use crate::control_result::ControlResult;
use crate::dimension::{Dimension, Reading, Status};
use crate::framework::{Requirement, RowControl};
use crate::id::ControlId;
use crate::ladder::Level;
use crate::order::sort_by_key;
use crate::role::Role;
use alloc::vec;
use alloc::vec::Vec;
use core::cmp::Reverse;

/// One dimension of a control, for one role, that is confirmed below the target or contradicted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The control.
    pub control: ControlId,
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
    /// The control's effort, 1 to 5.
    pub effort: u8,
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

/// The gap of one dimension, if there is one; `reach` is asked only then.
pub(crate) fn gap(
    result: &ControlResult,
    dimension: Dimension,
    effort: u8,
    target: Level,
    reach: impl FnOnce(Reading) -> u32,
) -> Option<Gap> {
    let part = result.dimension(dimension);
    let reading = part.reading;
    if reading.status(target) == Status::Met {
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
    let reach = reach(reading);
    Some(Gap {
        control: result.control.clone(),
        role: result.role,
        dimension,
        kind,
        reading,
        shortfall,
        reach,
        priority: u32::from(result.weight) * u32::from(shortfall) * (1 + reach),
        is_key: result.is_key,
        effort,
    })
}

/// How many requirements stand, with each status, on each dimension of each control and role.
#[derive(Debug)]
pub(crate) struct Reaches {
    // One count per control index, role, dimension and status, in that order.
    counts: Vec<u32>,
}

impl Reaches {
    pub(crate) fn new(n_controls: usize) -> Self {
        Self {
            counts: vec![
                0;
                place(n_controls, Role::Customer, Dimension::Design, Status::Contradicted)
            ],
        }
    }

    /// Counts a requirement that has a status for a role.
    ///
    /// Design bears on every row, since assured operation is no higher than design; operation
    /// on the rows that are about it.
    pub(crate) fn add(&mut self, requirement: &Requirement, role: Role, status: Status) {
        let mut rows = requirement.answering_rows();
        while let Some(row) = rows.next() {
            let is_repeated = rows.clone().any(|later| later.control == row.control);
            let RowControl::Known(idx) = row.control else { continue };
            if is_repeated {
                continue;
            }
            for dimension in Dimension::ALL {
                let bears = dimension == Dimension::Design || row.aspects.contains(dimension);
                if let Some(count) = self.counts.get_mut(place(idx, role, dimension, status)) {
                    *count += u32::from(bears);
                }
            }
        }
    }

    /// How many requirements have this status and stand on a dimension of a control.
    pub(crate) fn of(&self, idx: usize, role: Role, dimension: Dimension, status: Status) -> u32 {
        self.counts.get(place(idx, role, dimension, status)).copied().unwrap_or_default()
    }
}

/// The place of a count; a control index beyond every library saturates and has none.
fn place(idx: usize, role: Role, dimension: Dimension, status: Status) -> usize {
    let within = (role as usize * 2 + dimension as usize) * Status::ALL.len() + status as usize;
    idx.saturating_mul(4 * Status::ALL.len()).saturating_add(within)
}

/// Puts gaps in the order in which they are worth closing, contradictions first; they come by control, role and
/// dimension, and equal ones stay so.
pub(crate) fn sort(gaps: &mut Vec<Gap>) {
    sort_by_key(gaps, |it| {
        let is_other = it.kind != GapKind::Contradicted;
        (is_other, Reverse(it.priority), Reverse(it.is_key), it.effort)
    });
}
