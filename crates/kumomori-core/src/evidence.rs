//! Entries of evidence and what each counts for.

use crate::assessment::Evidence;
use crate::date::Date;
use crate::dimension::Dimension;
use crate::settings::Settings;
use alloc::vec::Vec;

/// What one entry of evidence counts for on the day of the evaluation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct EvidenceUse {
    /// Its place in the answer, from 0.
    pub idx: usize,
    /// The grade it was given.
    pub given: u8,
    /// The grade it counts with; `None` when it is left out.
    pub counted: Option<u8>,
    /// Whether it has a date that is recent enough.
    pub is_fresh: bool,
    /// Why it counts for less than it was given, if it does.
    pub because: Option<Discount>,
}

/// Why an entry of evidence counts for less.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Discount {
    /// It is dated after the day of the evaluation.
    InFuture,
    /// It has no date.
    Undated,
    /// It is older than the fresh months of the settings.
    Stale,
}

/// Judges one entry by `docs/scoring.md` section 2.
pub fn evidence_use(idx: usize, entry: &Evidence, as_of: Date, settings: &Settings) -> EvidenceUse {
    let given = entry.grade;
    let limit = as_of.plus_months(settings.evidence_fresh.saturating_neg());
    let (counted, is_fresh, because) = match entry.date {
        Some(date) if date > as_of => (None, false, Some(Discount::InFuture)),
        Some(date) if date < limit => (Some(given.saturating_sub(1)), false, Some(Discount::Stale)),
        Some(_) => (Some(given), true, None),
        None if given >= 2 => (Some(1), false, Some(Discount::Undated)),
        None => (Some(given), false, None),
    };
    EvidenceUse { idx, given, counted, is_fresh, because }
}

/// What the evidence of one dimension amounts to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strength {
    /// The highest counted grade, 0 without evidence.
    pub grade: u8,
    /// Whether an entry of grade 3 or more is fresh.
    pub is_strong: bool,
    /// Each entry about the dimension, in order.
    pub uses: Vec<EvidenceUse>,
}

/// Judges all entries about one dimension.
pub fn strength(
    entries: &[Evidence],
    dimension: Dimension,
    as_of: Date,
    settings: &Settings,
) -> Strength {
    let uses: Vec<EvidenceUse> = entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| entry.aspects.contains(dimension))
        .map(|(idx, entry)| evidence_use(idx, entry, as_of, settings))
        .collect();
    Strength {
        grade: uses.iter().filter_map(|it| it.counted).max().unwrap_or(0),
        is_strong: uses.iter().any(|it| it.is_fresh && it.counted >= Some(3)),
        uses,
    }
}
