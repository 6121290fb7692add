//! What keeps an assessment below its target, in order.

use crate::control_result::ControlResult;
use crate::dimension::{Dimension, Reading};
use crate::framework::{Requirement, RowControl};
use crate::id::ControlId;
use crate::ladder::Level;
use crate::role::Role;
use core::cmp::Reverse;

/// One dimension of a control, for one role, that is confirmed below the target.
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
    /// Target minus confirmed.
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
    if reading.confirmed >= target {
        return None;
    }
    let kind = if !part.is_answered {
        GapKind::Unanswered
    } else if reading.claimed < target {
        GapKind::Missing
    } else {
        GapKind::Unproven
    };
    let shortfall = target.number() - reading.confirmed.number();
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

/// Whether a gap of a control in a dimension bears on a requirement.
pub(crate) fn bears_on(requirement: &Requirement, control_idx: usize, dimension: Dimension) -> bool {
    requirement.answering_rows().any(|row| {
        row.control == RowControl::Known(control_idx)
            && (dimension == Dimension::Design || row.aspects.contains(dimension))
    })
}

/// Puts gaps in the order in which they are worth closing.
pub(crate) fn sort(gaps: &mut [Gap]) {
    gaps.sort_by(|a, b| {
        let key = |it: &Gap| (Reverse(it.priority), Reverse(it.is_key), it.effort);
        let name = |it: &Gap| (it.role, it.dimension);
        key(a).cmp(&key(b)).then_with(|| a.control.cmp(&b.control)).then(name(a).cmp(&name(b)))
    });
}
