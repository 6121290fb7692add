//! Rungs, ladders and levels.

/// How far one rung holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rung {
    /// Nobody has said. This is not a no.
    Unknown,
    /// It does not hold.
    No,
    /// It holds partially (over 15 to 50 %).
    Partial,
    /// It holds largely (over 50 to 85 %).
    Largely,
    /// It holds fully (over 85 %).
    Full,
}

impl Rung {
    /// The letter used in files: `U`, `N`, `P`, `L` or `F`.
    pub fn letter(self) -> char {
        match self {
            Self::Unknown => 'U',
            Self::No => 'N',
            Self::Partial => 'P',
            Self::Largely => 'L',
            Self::Full => 'F',
        }
    }

    /// The rung of a letter, if it is one.
    pub fn from_letter(letter: char) -> Option<Self> {
        [Self::Unknown, Self::No, Self::Partial, Self::Largely, Self::Full]
            .into_iter()
            .find(|rung| rung.letter() == letter)
    }
}

/// A level from 0 to 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Level(
    // INVARIANT: 0 to 5.
    u8,
);

impl Level {
    /// Level 0.
    pub const ZERO: Self = Self(0);
    /// Level 1.
    pub const ONE: Self = Self(1);
    /// Level 5.
    pub const FIVE: Self = Self(5);

    /// The level with this number, if it is one.
    pub fn new(number: u8) -> Option<Self> {
        (number <= 5).then_some(Self(number))
    }

    /// The level of a number that came from one.
    pub(crate) fn of_number(number: u8) -> Self {
        Self(number)
    }

    /// The number, 0 to 5.
    pub fn number(self) -> u8 {
        self.0
    }

    /// The next higher level, if there is one.
    pub fn above(self) -> Option<Self> {
        Self::new(self.0 + 1)
    }

    /// All levels from 0 to 5.
    pub fn all() -> impl DoubleEndedIterator<Item = Self> + ExactSizeIterator {
        [0, 1, 2, 3, 4, 5].into_iter().map(Self)
    }
}

/// The five rungs of one dimension of a control.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ladder(
    /// The rungs, the lowest first.
    pub [Rung; 5],
);

impl Ladder {
    /// The ladder nobody has answered.
    pub const UNKNOWN: Self = Self([Rung::Unknown; 5]);

    /// The ladder of "this level and nothing above": that many full rungs, then none.
    pub fn up_to(level: Level) -> Self {
        let mut rungs = [Rung::No; 5];
        for rung in rungs.iter_mut().take(usize::from(level.number())) {
            *rung = Rung::Full;
        }
        Self(rungs)
    }

    /// The level that the ladder says when it says nothing else.
    pub fn plain_level(self) -> Option<Level> {
        Level::all().find(|it| Self::up_to(*it) == self)
    }

    /// Whether at least one rung is known.
    pub fn is_answered(self) -> bool {
        self.0.iter().any(|rung| *rung != Rung::Unknown)
    }

    /// The level with unknown rungs read as not holding.
    pub fn low(self) -> Level {
        self.level_reading_unknown_as(Rung::No)
    }

    /// The level with unknown rungs read as fully holding.
    pub fn high(self) -> Level {
        self.level_reading_unknown_as(Rung::Full)
    }

    /// The gate of ISO/IEC 33020: a level is reached when its rung is at least largely held and
    /// every rung below fully.
    fn level_reading_unknown_as(self, unknown: Rung) -> Level {
        let mut level = 0;
        for rung in self.0 {
            let read = if rung == Rung::Unknown { unknown } else { rung };
            if read < Rung::Largely {
                break;
            }
            level += 1;
            if read < Rung::Full {
                break;
            }
        }
        Level(level)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_ladder() -> impl Strategy<Value = [Rung; 5]> {
        let rung = prop_oneof![
            Just(Rung::Unknown),
            Just(Rung::No),
            Just(Rung::Partial),
            Just(Rung::Largely),
            Just(Rung::Full)
        ];
        [rung.clone(), rung.clone(), rung.clone(), rung.clone(), rung]
    }

    proptest! {
        #[test]
        fn a_better_rung_never_lowers_a_level(mut rungs in any_ladder(), idx in 0usize..5) {
            prop_assume!(rungs[idx] != Rung::Unknown);
            let before = Ladder(rungs);
            rungs[idx] = Rung::Full;
            prop_assert!(Ladder(rungs).low() >= before.low());
            prop_assert!(Ladder(rungs).high() >= before.high());
        }

        #[test]
        fn an_unknown_rung_only_widens(mut rungs in any_ladder(), idx in 0usize..5) {
            let before = Ladder(rungs);
            rungs[idx] = Rung::Unknown;
            prop_assert!(Ladder(rungs).low() <= before.low());
            prop_assert!(Ladder(rungs).high() >= before.high());
        }
    }

    #[test]
    fn the_shorthand_level_is_that_many_full_rungs() {
        for level in Level::all() {
            assert_eq!(Ladder::up_to(level).low(), level);
            assert_eq!(Ladder::up_to(level).high(), level);
        }
    }
}
