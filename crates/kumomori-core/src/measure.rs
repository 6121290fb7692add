//! Measures that providers publish, and the controls they speak about.

use crate::id::{ControlId, MeasureId};
use crate::text::TextId;
use alloc::vec::Vec;

/// One measure as providers announce it, such as "encrypted with TLS 1.3".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// Its name.
    pub id: MeasureId,
    /// How it is announced.
    pub title: TextId,
    /// What to ask the provider about it.
    pub ask: TextId,
    /// The controls it speaks about.
    pub controls: Vec<ControlId>,
}
