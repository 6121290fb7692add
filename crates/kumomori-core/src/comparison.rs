//! What changed from one evaluation to another, and what it comes from.
//!
//! Both are judged against the same library. An earlier file judged again on the later day stands
//! between them: what differs up to there is the work of time, the rest that of the file.

use crate::control_result::ControlResult;
use crate::dimension::Reading;
use crate::evaluation::Evaluation;
use crate::id::{FrameworkRef, RequirementId};
use crate::requirement::{RequirementResult, RequirementStatus};
use crate::role::Role;
use alloc::vec::Vec;
use core::cmp::Ordering;

/// How something turned out, compared with before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Turn {
    /// Something of it is worse and nothing better.
    Worse,
    /// Something of it is better and nothing worse.
    Better,
    /// Some of it is better and some worse, or it applies no longer or again.
    Changed,
    /// It is judged now and was not.
    New,
    /// It was judged and is no longer.
    Gone,
    /// Nothing that is compared differs.
    Same,
}

impl Turn {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 6] =
        [Self::Worse, Self::Better, Self::Changed, Self::New, Self::Gone, Self::Same];

    /// The word used in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Worse => "worse",
            Self::Better => "better",
            Self::Changed => "changed",
            Self::New => "new",
            Self::Gone => "gone",
            Self::Same => "same",
        }
    }

    /// The turn of something whose parts turned out so.
    fn of(parts: impl IntoIterator<Item = Ordering>) -> Self {
        let (mut is_better, mut is_worse) = (false, false);
        for part in parts {
            is_better |= part == Ordering::Greater;
            is_worse |= part == Ordering::Less;
        }
        match (is_better, is_worse) {
            (false, false) => Self::Same,
            (true, false) => Self::Better,
            (false, true) => Self::Worse,
            (true, true) => Self::Changed,
        }
    }
}

/// Something before and after, with how it turned out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change<T> {
    /// As it was; `None` where it was not judged.
    pub before: Option<T>,
    /// As it is; `None` where it is not judged.
    pub after: Option<T>,
    /// How it turned out.
    pub turn: Turn,
    /// Whether time alone changed it: evidence or a certificate that went out of date, or a
    /// window that moved on.
    pub by_time: bool,
    /// Whether the file changed it: answers, evidence, scope.
    pub by_file: bool,
}

/// Everything that is judged in one of two evaluations or in both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison<'e, 'a> {
    /// Controls in scope for each role, in the library's order.
    pub controls: Vec<Change<&'e ControlResult<'a>>>,
    /// Requirements in scope in the widest view that they have: those of the later evaluation in
    /// its order, then those that are gone.
    pub requirements: Vec<Change<&'e RequirementResult<'a>>>,
}

impl<'e, 'a> Comparison<'e, 'a> {
    /// Compares two evaluations over one library; `meanwhile` is the earlier file on the later day.
    pub fn of(
        before: &'e Evaluation<'a>,
        meanwhile: &'e Evaluation<'a>,
        after: &'e Evaluation<'a>,
    ) -> Self {
        let [first, second, third] = [before, meanwhile, after];
        Self {
            controls: changes([controls(first), controls(second), controls(third)]),
            requirements: changes([requirements(first), requirements(second), requirements(third)]),
        }
    }

    /// Whether anything turned out worse.
    pub fn is_worse(&self) -> bool {
        let controls = self.controls.iter().map(|it| it.turn);
        let mut turns = controls.chain(self.requirements.iter().map(|it| it.turn));
        turns.any(|it| it == Turn::Worse)
    }
}

/// Something that can be found again in another evaluation, and held against what it was.
trait Comparable: Copy {
    /// What it is, in any evaluation.
    type Key: PartialEq;
    fn key(self) -> Self::Key;
    fn turn(self, after: Self) -> Turn;
}

impl Comparable for &ControlResult<'_> {
    type Key = (usize, Role);

    fn key(self) -> Self::Key {
        (self.control_idx, self.role)
    }

    fn turn(self, after: Self) -> Turn {
        if self.is_applicable() != after.is_applicable() {
            return Turn::Changed;
        }
        if !self.is_applicable() {
            return Turn::Same;
        }
        Turn::of([
            rank(after.design.reading).cmp(&rank(self.design.reading)),
            rank(after.assured).cmp(&rank(self.assured)),
        ])
    }
}

impl<'a> Comparable for &RequirementResult<'a> {
    type Key = (&'a FrameworkRef, &'a RequirementId);

    fn key(self) -> Self::Key {
        (&self.framework.id, &self.requirement.id)
    }

    fn turn(self, after: Self) -> Turn {
        match (self.status, after.status) {
            (RequirementStatus::Judged(before), RequirementStatus::Judged(after)) => {
                Turn::of([after.cmp(&before)])
            }
            (before, after) if before == after => Turn::Same,
            _ => Turn::Changed,
        }
    }
}

/// What of a reading is compared: whether evidence contradicts it, then what is confirmed, then
/// what is claimed.
fn rank(reading: Reading) -> impl Ord {
    (!reading.is_contradicted, reading.confirmed, reading.claimed)
}

fn controls<'e, 'a>(of: &'e Evaluation<'a>) -> Vec<&'e ControlResult<'a>> {
    of.controls.iter().filter(|it| it.is_in_scope).collect()
}

/// The results of each requirement in its widest view.
fn requirements<'e, 'a>(of: &'e Evaluation<'a>) -> Vec<&'e RequirementResult<'a>> {
    let groups = of.requirements.chunk_by(|a, b| a.key() == b.key());
    groups.filter_map(|it| it.iter().max_by_key(|it| it.view)).collect()
}

/// Those of the last in its order, each with what it was, then those that are gone.
fn changes<T: Comparable>([before, meanwhile, after]: [Vec<T>; 3]) -> Vec<Change<T>> {
    let stayed = after.iter().map(|it| {
        let [was, aged] = [&before, &meanwhile].map(|all| find(all, &it.key()));
        change(was, aged, Some(*it))
    });
    let is_gone = |it: &&T| find(&after, &it.key()).is_none();
    let gone = before.iter().filter(is_gone);
    let gone = gone.map(|it| change(Some(*it), find(&meanwhile, &it.key()), None));
    stayed.chain(gone).collect()
}

fn change<T: Comparable>(before: Option<T>, meanwhile: Option<T>, after: Option<T>) -> Change<T> {
    Change {
        before,
        after,
        turn: turn(before, after),
        by_time: turn(before, meanwhile) != Turn::Same,
        by_file: turn(meanwhile, after) != Turn::Same,
    }
}

fn turn<T: Comparable>(before: Option<T>, after: Option<T>) -> Turn {
    match (before, after) {
        (Some(before), Some(after)) => before.turn(after),
        (None, Some(_)) => Turn::New,
        (Some(_), None) => Turn::Gone,
        (None, None) => Turn::Same,
    }
}

fn find<T: Comparable>(all: &[T], key: &T::Key) -> Option<T> {
    all.iter().copied().find(|it| it.key() == *key)
}

/// Which of two is ahead for sure: the one whose low is at or above the other's high; `None` where
/// the order is open.
pub fn ahead(before: Reading, after: Reading) -> Option<Ordering> {
    match (after.low >= before.high, before.low >= after.high) {
        (true, true) => Some(Ordering::Equal),
        (true, false) => Some(Ordering::Greater),
        (false, true) => Some(Ordering::Less),
        (false, false) => None,
    }
}
