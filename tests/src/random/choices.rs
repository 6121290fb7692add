//! Choices made beforehand: whatever is made of them shrinks as they shrink.

use proptest::collection::vec;
use proptest::prelude::*;

/// Choices, taken one after the other; when none is left, the first of everything is chosen.
#[derive(Debug, Clone)]
pub struct Choices<'a> {
    left: &'a [u16],
}

/// So many choices at most, and half of them at least.
pub fn choices(most: usize) -> impl Strategy<Value = Vec<u16>> {
    vec(any::<u16>(), most / 2..=most)
}

impl<'a> Choices<'a> {
    /// Takes these choices.
    pub fn new(choices: &'a [u16]) -> Self {
        Self { left: choices }
    }

    /// A number below another.
    pub fn below(&mut self, n: usize) -> usize {
        let Some((first, left)) = self.left.split_first() else { return 0 };
        self.left = left;
        usize::from(*first) % n
    }

    /// Whether something happens that should so many times out of a hundred.
    pub fn is(&mut self, percent: usize) -> bool {
        self.below(100) >= 100 - percent
    }

    /// One of several.
    pub fn one<'t, T>(&mut self, of: &'t [T]) -> &'t T {
        &of[self.below(of.len())]
    }
}
