//! Entries of evidence and what each counts for.

use crate::assessment::Evidence;
use crate::date::Date;
use crate::dimension::{Aspects, Dimension};
use crate::testimony::{CheckUse, supporting};

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

/// The days from which evidence counts in full.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Freshness {
    first: Date,
    last: Date,
}

impl Freshness {
    /// Evidence of the last so many months before a day.
    pub(crate) fn new(as_of: Date, months: i32) -> Self {
        Self { first: as_of.plus_months(months.saturating_neg()), last: as_of }
    }
}

impl EvidenceUse {
    /// What evidence of a grade and date counts for, by `docs/scoring.md` section 2.
    pub(crate) fn of(idx: usize, given: u8, date: Option<Date>, freshness: Freshness) -> Self {
        let (counted, is_fresh, because) = match date {
            Some(date) if date > freshness.last => (None, false, Some(Discount::InFuture)),
            Some(date) if date < freshness.first => {
                (Some(given.saturating_sub(1)), false, Some(Discount::Stale))
            }
            Some(_) => (Some(given), true, None),
            None if given >= 2 => (Some(1), false, Some(Discount::Undated)),
            None => (Some(given), false, None),
        };
        Self { idx, given, counted, is_fresh, because }
    }
}

/// What each entry counts for that is about one of some dimensions, in order.
pub(crate) fn uses(
    entries: &[Evidence],
    about: Aspects,
    freshness: Freshness,
) -> impl Iterator<Item = EvidenceUse> {
    let is_about = move |it: &Evidence| {
        (about.design && it.aspects.design) || (about.operation && it.aspects.operation)
    };
    entries
        .iter()
        .enumerate()
        .filter(move |(_, entry)| is_about(entry))
        .map(move |(idx, entry)| EvidenceUse::of(idx, entry.grade, entry.date, freshness))
}

/// What the evidence of one dimension amounts to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Strength {
    /// The highest counted grade of entries and supporting checks, 0 without evidence.
    pub grade: u8,
    /// Whether an entry or supporting check of grade 3 or more is fresh.
    pub is_strong: bool,
}

/// Judges all entries about one dimension, beside the checks that speak about it.
pub(crate) fn strength(
    entries: &[Evidence],
    checks: &[CheckUse],
    dimension: Dimension,
    freshness: Freshness,
) -> Strength {
    let mut strength = Strength { grade: 0, is_strong: false };
    let mut add = |it: EvidenceUse| {
        strength.grade = strength.grade.max(it.counted.unwrap_or_default());
        strength.is_strong |= it.is_fresh && it.counted >= Some(3);
    };
    uses(entries, Aspects::of(dimension), freshness).for_each(&mut add);
    supporting(checks).copied().for_each(add);
    strength
}
