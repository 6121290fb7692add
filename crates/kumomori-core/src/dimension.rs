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

/// The lower of two readings, of which there may be only one.
pub(crate) fn lowest(a: Option<Reading>, b: Option<Reading>) -> Option<Reading> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (one, other) => one.or(other),
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
