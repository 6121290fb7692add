//! The five figures of a group of controls.

use crate::dimension::Reading;
use crate::id::{ControlId, DomainId, FrameworkRef};
use crate::ladder::Level;
use crate::lift::Lift;
use crate::role::{Role, View};
use crate::settings::Settings;
use alloc::vec::Vec;
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

/// The figures of one dimension of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// The level that key controls and most of the weight reach.
    pub group_level: Reading,
    /// The weighted mean of the levels.
    pub mean: Means,
    /// The lowest key controls; `None` when there is no key control.
    pub floor: Option<Floor>,
    /// Answered weight of applicable weight.
    pub coverage: Share,
    /// Whether too little is answered to rely on the rest.
    pub is_provisional: bool,
    /// Weight with strong fresh evidence of applicable weight.
    pub evidence: Share,
    /// What would lift the group level by one; `None` at level 5.
    pub lift: Option<Lift>,
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

/// The lowest key controls of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Floor {
    /// Their confirmed level.
    pub level: Level,
    /// All key controls that have it.
    pub controls: Vec<(ControlId, Role)>,
}

/// One member of a group, seen in one dimension.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Member<'a> {
    pub(crate) control: &'a ControlId,
    pub(crate) role: Role,
    pub(crate) weight: u32,
    pub(crate) effort: u8,
    pub(crate) is_key: bool,
    pub(crate) is_answered: bool,
    pub(crate) is_strong: bool,
    pub(crate) reading: Reading,
}

/// The figures of the applicable members; `None` when there are none.
pub(crate) fn figures(members: &[Member<'_>], settings: &Settings) -> Option<Figures> {
    let [low, confirmed, claimed, high] = spreads(members);
    let total = low.total();
    if total == 0 {
        return None;
    }
    let coverage = Share { part: weight(members, |it| it.is_answered), of: total };
    let group_level = Reading {
        low: low.group_level(settings),
        confirmed: confirmed.group_level(settings),
        claimed: claimed.group_level(settings),
        high: high.group_level(settings),
        is_contradicted: members.iter().any(|it| it.reading.is_contradicted),
    };
    let mean = Means {
        low: low.mean(),
        confirmed: confirmed.mean(),
        claimed: claimed.mean(),
        high: high.mean(),
    };
    Some(Figures {
        lift: crate::lift::lift(members, group_level.confirmed, settings),
        group_level,
        mean,
        floor: floor(members, confirmed.lowest_key),
        is_provisional: coverage.is_under(settings.coverage_provisional),
        coverage,
        evidence: Share { part: weight(members, |it| it.is_strong), of: total },
    })
}

/// Whether so much weight is not applicable that the rest says little.
pub(crate) fn is_thin(not_applicable: Share, settings: &Settings) -> bool {
    not_applicable.is_over(settings.not_applicable_thin)
}

pub(crate) fn weight(members: &[Member<'_>], counts: impl Fn(&Member<'_>) -> bool) -> u32 {
    members.iter().filter(|it| counts(it)).map(|it| it.weight).sum()
}

/// Whether a part of the weight is more than the group share of it.
pub(crate) fn is_most(part: u32, of: u32, settings: &Settings) -> bool {
    Share { part, of }.is_over(settings.group_share)
}

/// Weight by level in one reading, and the lowest level of a key control.
struct Spread {
    weights: [u32; 6],
    lowest_key: Level,
}

/// The spreads of the low, confirmed, claimed and high readings.
fn spreads(members: &[Member<'_>]) -> [Spread; 4] {
    let mut spreads = [(); 4].map(|()| Spread { weights: [0; 6], lowest_key: Level::FIVE });
    for member in members {
        let Reading { low, confirmed, claimed, high, .. } = member.reading;
        for (spread, level) in spreads.iter_mut().zip([low, confirmed, claimed, high]) {
            if let Some(weight) = spread.weights.get_mut(usize::from(level.number())) {
                *weight += member.weight;
            }
            if member.is_key {
                spread.lowest_key = spread.lowest_key.min(level);
            }
        }
    }
    spreads
}

impl Spread {
    fn total(&self) -> u32 {
        self.weights.iter().sum()
    }

    /// The largest level that every key control and most of the weight reach.
    fn group_level(&self, settings: &Settings) -> Level {
        let total = self.total();
        let mut reached = 0;
        for (level, weight) in Level::all().zip(self.weights).rev() {
            reached += weight;
            if level <= self.lowest_key && is_most(reached, total, settings) {
                return level;
            }
        }
        Level::ZERO
    }

    fn mean(&self) -> Mean {
        Mean {
            sum: (0..).zip(self.weights).map(|(level, weight): (u32, u32)| level * weight).sum(),
            weight: self.total(),
        }
    }
}

/// The key controls whose confirmed level is the lowest of all key controls.
fn floor(members: &[Member<'_>], level: Level) -> Option<Floor> {
    let keys = members.iter().filter(|it| it.is_key);
    let lowest = keys.filter(|it| it.reading.confirmed == level);
    let controls: Vec<_> = lowest.map(|it| (it.control.clone(), it.role)).collect();
    (!controls.is_empty()).then_some(Floor { level, controls })
}
