//! Entries of evidence and what each counts for.

use crate::assessment::Evidence;
use crate::date::Date;
use crate::dimension::Dimension;
use crate::settings::Settings;
use crate::testimony::{CheckUse, supporting};
use alloc::vec::Vec;

/// What one entry of evidence counts for on the day of the evaluation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct EvidenceUse {
    /// Its place in the answer, or of a document among those of the evaluation, from 0.
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

impl EvidenceUse {
    /// What evidence of a grade and date counts for, by `docs/scoring.md` section 2.
    pub(crate) fn of(
        idx: usize,
        given: u8,
        date: Option<Date>,
        as_of: Date,
        fresh_months: i32,
    ) -> Self {
        let limit = as_of.plus_months(fresh_months.saturating_neg());
        let (counted, is_fresh, because) = match date {
            Some(date) if date > as_of => (None, false, Some(Discount::InFuture)),
            Some(date) if date < limit => {
                (Some(given.saturating_sub(1)), false, Some(Discount::Stale))
            }
            Some(_) => (Some(given), true, None),
            None if given >= 2 => (Some(1), false, Some(Discount::Undated)),
            None => (Some(given), false, None),
        };
        Self { idx, given, counted, is_fresh, because }
    }
}

/// Judges one entry.
pub fn evidence_use(idx: usize, entry: &Evidence, as_of: Date, settings: &Settings) -> EvidenceUse {
    EvidenceUse::of(idx, entry.grade, entry.date, as_of, settings.evidence_fresh)
}

/// What the evidence of one dimension amounts to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strength {
    /// The highest counted grade of entries and supporting checks, 0 without evidence.
    pub grade: u8,
    /// Whether an entry or supporting check of grade 3 or more is fresh.
    pub is_strong: bool,
    /// Each entry about the dimension, in order.
    pub uses: Vec<EvidenceUse>,
}

/// Judges all entries about one dimension, beside the checks that speak about it.
pub(crate) fn strength(
    entries: &[Evidence],
    checks: &[CheckUse],
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
    let (mut grade, mut is_strong) = (0, false);
    for it in uses.iter().chain(supporting(checks)) {
        grade = grade.max(it.counted.unwrap_or_default());
        is_strong |= it.is_fresh && it.counted >= Some(3);
    }
    Strength { grade, is_strong, uses }
}
