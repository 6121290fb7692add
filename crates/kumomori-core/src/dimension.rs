//! The two dimensions of a control and the levels read from them.

use crate::ladder::Level;

/// Which of the two questions is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Dimension {
    /// Is the rule right?
    Design,
    /// Does it happen, provably?
    Operation,
}

impl Dimension {
    /// Both dimensions, design first.
    pub const ALL: [Self; 2] = [Self::Design, Self::Operation];

    /// The word used in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Design => "design",
            Self::Operation => "operation",
        }
    }
}

/// The dimensions that a mapping row or an entry of evidence is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Aspects {
    /// Whether it is about design.
    pub design: bool,
    /// Whether it is about operation.
    pub operation: bool,
}

impl Aspects {
    /// Both dimensions.
    pub const BOTH: Self = Self { design: true, operation: true };

    /// One dimension alone.
    pub fn of(dimension: Dimension) -> Self {
        let design = dimension == Dimension::Design;
        Self { design, operation: !design }
    }

    /// Whether `dimension` is among them.
    pub fn contains(self, dimension: Dimension) -> bool {
        match dimension {
            Dimension::Design => self.design,
            Dimension::Operation => self.operation,
        }
    }
}

/// Four readings of one level; `low <= confirmed <= claimed <= high`, but for a contradicted one,
/// whose high is at most 1 whatever is claimed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Reading {
    /// What answers and evidence alone show, unknown rungs read as not holding.
    pub low: Level,
    /// What is confirmed by evidence or attested.
    pub confirmed: Level,
    /// What is said, unknown rungs read as not holding.
    pub claimed: Level,
    /// What is possible, unknown rungs read as holding.
    pub high: Level,
    /// Whether a check on evidence says otherwise.
    pub is_contradicted: bool,
}

impl Reading {
    /// The same level in all four readings.
    pub fn flat(level: Level) -> Self {
        Self { low: level, confirmed: level, claimed: level, high: level, is_contradicted: false }
    }

    /// The lower of two, reading by reading.
    #[must_use]
    pub fn min(self, other: Self) -> Self {
        self.zip(other, Ord::min)
    }

    fn zip(self, other: Self, pick: impl Fn(Level, Level) -> Level) -> Self {
        Self {
            low: pick(self.low, other.low),
            confirmed: pick(self.confirmed, other.confirmed),
            claimed: pick(self.claimed, other.claimed),
            high: pick(self.high, other.high),
            is_contradicted: self.is_contradicted || other.is_contradicted,
        }
    }

    /// What this reading says against a target.
    pub fn status(self, target: Level) -> Status {
        if self.is_contradicted {
            Status::Contradicted
        } else if self.confirmed >= target {
            Status::Met
        } else if self.high < target {
            Status::Gap
        } else if self.claimed < target {
            Status::Unknown
        } else {
            Status::Claimed
        }
    }
}

/// What a reading says against a target, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// A check on evidence says otherwise.
    Contradicted,
    /// The target is out of reach even if every unknown turns out well.
    Gap,
    /// It depends on what is unknown.
    Unknown,
    /// It is said to be reached, and evidence is missing.
    Claimed,
    /// It is reached and confirmed.
    Met,
}

/// A reading in one number, so that the lower of two takes a few steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Packed(
    // INVARIANT: from the lowest byte on low, confirmed, claimed and high, then 0 where it is
    // contradicted and 1 elsewhere.
    u64,
);

impl Packed {
    /// What no reading is higher than: the minimum of none.
    pub(crate) const HIGHEST: Self = Self(0x01_0505_0505);

    pub(crate) fn of(reading: Reading) -> Self {
        let Reading { low, confirmed, claimed, high, is_contradicted } = reading;
        let [low, confirmed, claimed, high] = [low, confirmed, claimed, high].map(Level::number);
        let last = u8::from(!is_contradicted);
        Self(u64::from_le_bytes([low, confirmed, claimed, high, last, 0, 0, 0]))
    }

    /// The lower of two, reading by reading.
    pub(crate) fn min(self, other: Self) -> Self {
        // Bytes are below 128, so each difference keeps its high bit where it is not negative.
        const HIGH_BITS: u64 = 0x80_8080_8080;
        let is_not_lower = ((self.0 | HIGH_BITS) - other.0) & HIGH_BITS;
        let others = (is_not_lower >> 7) * 0xFF;
        Self((other.0 & others) | (self.0 & !others))
    }

    /// The low, confirmed, claimed and high levels.
    pub(crate) fn levels(self) -> [Level; 4] {
        let [low, confirmed, claimed, high, ..] = self.0.to_le_bytes();
        [low, confirmed, claimed, high].map(Level::of_number)
    }

    pub(crate) fn is_contradicted(self) -> bool {
        self.0 >> 32 == 0
    }

    pub(crate) fn reading(self) -> Reading {
        let [low, confirmed, claimed, high] = self.levels();
        Reading { low, confirmed, claimed, high, is_contradicted: self.is_contradicted() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_reading() -> impl Strategy<Value = Reading> {
        let levels = prop::array::uniform4((0u8..=5).prop_map(|it| Level::new(it).unwrap()));
        (levels, any::<bool>()).prop_map(|([low, confirmed, claimed, high], is_contradicted)| {
            Reading { low, confirmed, claimed, high, is_contradicted }
        })
    }

    proptest! {
        #[test]
        fn a_packed_minimum_is_the_minimum(a in any_reading(), b in any_reading()) {
            prop_assert_eq!(Packed::of(a).min(Packed::of(b)).reading(), a.min(b));
            prop_assert_eq!(Packed::HIGHEST.min(Packed::of(a)).reading(), a);
        }
    }
}
