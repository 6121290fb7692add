//! The five figures of a group of controls.

use crate::dimension::{Dimension, Packed, Reading};
use crate::id::{DomainId, FrameworkRef};
use crate::ladder::Level;
use crate::role::View;
use crate::settings::Settings;
use core::fmt;

/// What a group of figures is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum GroupKey {
    /// Everything in scope.
    Overall,
    /// One framework among the targets.
    Framework(FrameworkRef),
    /// One domain.
    Domain(DomainId),
}

/// The figures of one group and view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupResult {
    /// What it is about.
    pub key: GroupKey,
    /// Whose duties count.
    pub view: View,
    /// Figures of design; `None` when nothing in the group applies.
    pub design: Option<Figures>,
    /// Figures of assured operation; `None` when nothing in the group applies.
    pub operation: Option<Figures>,
    /// Weight that is not applicable, of all weight in the group.
    pub not_applicable: Share,
    /// Whether so much is not applicable that the rest says little.
    pub is_thin: bool,
}

impl GroupResult {
    /// The figures of one dimension; `None` when nothing in the group applies.
    pub fn dimension(&self, dimension: Dimension) -> Option<&Figures> {
        match dimension {
            Dimension::Design => self.design.as_ref(),
            Dimension::Operation => self.operation.as_ref(),
        }
    }
}

/// The figures of one dimension of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figures {
    /// The level that key controls and most of the weight reach.
    pub group_level: Reading,
    /// The weighted mean of the levels.
    pub mean: Means,
    /// The confirmed level of the lowest key controls; `None` when there is no key control.
    pub floor: Option<Level>,
    /// Answered weight of applicable weight.
    pub coverage: Share,
    /// Whether too little is answered to rely on the rest.
    pub is_provisional: bool,
    /// Weight with strong fresh evidence of applicable weight.
    pub evidence: Share,
}

/// Weighted means, one per reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Means {
    /// Of the low readings.
    pub low: Mean,
    /// Of the confirmed readings.
    pub confirmed: Mean,
    /// Of the claimed readings.
    pub claimed: Mean,
    /// Of the high readings.
    pub high: Mean,
}

/// A mean as a fraction: sum of weight times level over the sum of weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mean {
    /// Sum of weight times level.
    pub sum: u32,
    /// Sum of weights; not 0.
    pub weight: u32,
}

impl Mean {
    /// The mean in ten-thousandths, rounded half up.
    pub fn ten_thousandths(self) -> u32 {
        let weight = u64::from(self.weight.max(1));
        let rounded = (u64::from(self.sum) * 20_000 + weight) / (2 * weight);
        u32::try_from(rounded).unwrap_or(u32::MAX)
    }
}

impl fmt::Display for Mean {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = self.ten_thousandths();
        write!(f, "{}.{:04}", value / 10_000, value % 10_000)
    }
}

/// A part of a weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// The part.
    pub part: u32,
    /// The whole.
    pub of: u32,
}

impl Share {
    /// The share in permille, rounded down; 0 of 0 is 0.
    pub fn permille(self) -> u32 {
        let share = u64::from(self.part) * 1000 / u64::from(self.of.max(1));
        u32::try_from(share).unwrap_or(u32::MAX)
    }

    fn is_over(self, permille: u32) -> bool {
        u64::from(self.part) * 1000 > u64::from(permille) * u64::from(self.of)
    }

    fn is_under(self, permille: u32) -> bool {
        u64::from(self.part) * 1000 < u64::from(permille) * u64::from(self.of)
    }
}

/// Whether so much weight is not applicable that the rest says little.
pub(crate) fn is_thin(not_applicable: Share, settings: &Settings) -> bool {
    not_applicable.is_over(settings.not_applicable_thin)
}

/// Whether a part of the weight is more than the group share of it.
pub(crate) fn is_most(part: u32, of: u32, settings: &Settings) -> bool {
    Share { part, of }.is_over(settings.group_share)
}

/// The weights behind the figures of one dimension, added up member by member.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tally {
    // By level, of the low, confirmed, claimed and high readings.
    spreads: [[u32; 6]; 4],
    lowest_key: Packed,
    has_key: bool,
    answered: u32,
    strong: u32,
    is_contradicted: bool,
}

/// What a tally asks about a member beside its reading.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Member {
    pub(crate) weight: u32,
    pub(crate) is_key: bool,
    pub(crate) is_answered: bool,
    pub(crate) is_strong: bool,
}

impl Tally {
    /// Of no members.
    pub(crate) const NOTHING: Self = Self {
        spreads: [[0; 6]; 4],
        lowest_key: Packed::HIGHEST,
        has_key: false,
        answered: 0,
        strong: 0,
        is_contradicted: false,
    };

    pub(crate) fn add(&mut self, member: Member, reading: Packed) {
        for (spread, level) in self.spreads.iter_mut().zip(reading.levels()) {
            if let Some(weight) = spread.get_mut(usize::from(level.number())) {
                *weight += member.weight;
            }
        }
        if member.is_key {
            self.has_key = true;
            self.lowest_key = self.lowest_key.min(reading);
        }
        self.answered += if member.is_answered { member.weight } else { 0 };
        self.strong += if member.is_strong { member.weight } else { 0 };
        self.is_contradicted |= reading.is_contradicted();
    }

    /// Adds another tally's members.
    pub(crate) fn merge(&mut self, other: &Self) {
        for (spread, others) in self.spreads.iter_mut().zip(&other.spreads) {
            for (weight, other) in spread.iter_mut().zip(others) {
                *weight += other;
            }
        }
        self.has_key |= other.has_key;
        self.lowest_key = self.lowest_key.min(other.lowest_key);
        self.answered += other.answered;
        self.strong += other.strong;
        self.is_contradicted |= other.is_contradicted;
    }

    /// The figures of the members; `None` when they have no weight.
    pub(crate) fn figures(&self, settings: &Settings) -> Option<Figures> {
        let [low, ..] = &self.spreads;
        let of: u32 = low.iter().sum();
        if of == 0 {
            return None;
        }
        let key = self.lowest_key.reading();
        let [low, confirmed, claimed, high] = &self.spreads;
        let low = summary(low, of, key.low, settings);
        let confirmed = summary(confirmed, of, key.confirmed, settings);
        let claimed = summary(claimed, of, key.claimed, settings);
        let high = summary(high, of, key.high, settings);
        let coverage = Share { part: self.answered, of };
        Some(Figures {
            group_level: Reading {
                low: low.0,
                confirmed: confirmed.0,
                claimed: claimed.0,
                high: high.0,
                is_contradicted: self.is_contradicted,
            },
            mean: Means { low: low.1, confirmed: confirmed.1, claimed: claimed.1, high: high.1 },
            floor: self.has_key.then_some(key.confirmed),
            is_provisional: coverage.is_under(settings.coverage_provisional),
            coverage,
            evidence: Share { part: self.strong, of },
        })
    }
}

/// The largest level that every key control and most of the weight reach, and the mean.
fn summary(spread: &[u32; 6], of: u32, lowest_key: Level, settings: &Settings) -> (Level, Mean) {
    let [_, one, two, three, four, five] = *spread;
    // What reaches a level reaches those below it, too.
    let four = four + five;
    let three = three + four;
    let two = two + three;
    let one = one + two;
    let reached = [one, two, three, four, five];
    let most = reached.iter().map(|it| u8::from(is_most(*it, of, settings))).sum();
    let group_level = Level::new(most).unwrap_or(Level::ZERO).min(lowest_key);
    (group_level, Mean { sum: reached.iter().sum(), weight: of })
}
