//! The steps that lead to a certificate or report and keep it.

use crate::id::{ControlId, StepId};
use crate::text::TextId;
use alloc::vec::Vec;

/// One step of the roadmap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its name.
    pub id: StepId,
    /// Its title.
    pub title: TextId,
    /// What it is for.
    pub aim: TextId,
    /// The fewest and the most weeks that it usually takes.
    pub weeks: (u8, u8),
    /// Whether it comes again every year.
    pub is_recurring: bool,
    /// What lies on the table at its end.
    pub deliverables: Vec<TextId>,
    /// What goes wrong easily.
    pub cautions: Vec<TextId>,
    /// What is done.
    pub activities: Vec<TextId>,
    /// The controls that it works on.
    pub controls: Vec<ControlId>,
    /// Those of them that are due in this step for the first time.
    pub first_due: Vec<ControlId>,
}
