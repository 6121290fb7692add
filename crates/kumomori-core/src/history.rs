//! How an assessment came to be what it is, step by step.
//!
//! A step holds what changed, so any earlier state can be had back by taking the steps in order.

mod change;

use crate::assessment::{Answer, Assessment};
use crate::id::ControlId;
use crate::order::sort_by;
use crate::role::Role;
use alloc::string::String;
use alloc::vec::Vec;

pub use change::{Change, Fate};

/// The steps of an assessment, the oldest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History {
    // INVARIANT: the first step opens an assessment.
    steps: Vec<Step>,
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its number, from 1.
    pub seq: u32,
    /// When it was taken: a day, a time and how far that is from universal time.
    pub at: String,
    /// The name that the state was given.
    pub name: Option<String>,
    /// What happened to the assessment.
    pub deed: Deed,
}

/// What happens to an assessment in a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// It was begun or opened, whole.
    Open(Assessment),
    /// It was changed; a change of nothing gives a name to what is there.
    Change(Change),
}

/// The states before and after the present one that taking back and doing again would lead
/// through, the nearest last.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Trail {
    /// The states that taking back leads to.
    pub past: Vec<Assessment>,
    /// The states that doing again leads to.
    pub future: Vec<Assessment>,
}

impl History {
    /// A history of steps; `None` unless the first opens an assessment.
    pub fn new(steps: Vec<Step>) -> Option<Self> {
        matches!(steps.first()?.deed, Deed::Open(_)).then_some(Self { steps })
    }

    /// The steps, the oldest first.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// What the assessment was after a step, its answers in order of control and role; `None` when there is no step with that number.
    pub fn state(&self, seq: u32) -> Option<Assessment> {
        let mut state = None;
        for step in &self.steps {
            step.take(&mut state);
            if step.seq == seq {
                return state;
            }
        }
        None
    }

    /// The state that another assessment most likely came of: of those of the same assessment, the one
    /// that the fewest answers and fields differ from, and of several the earliest, so that what both
    /// changed since shows as a contradiction rather than as a change of one.
    pub fn nearest(&self, to: &Assessment) -> Option<Assessment> {
        let to = in_order(to);
        let mut nearest: Option<(usize, Assessment)> = None;
        let mut state = None;
        for step in &self.steps {
            step.take(&mut state);
            let Some(now) = state.as_ref().filter(|it| it.id == to.id) else { continue };
            let distance = distance(now, &to);
            if nearest.as_ref().is_none_or(|(least, _)| distance < *least) {
                nearest = Some((distance, now.clone()));
            }
        }
        nearest.map(|(_, state)| state)
    }

    /// The steps in which an answer became another, with what it was then; the oldest first.
    pub fn answers(&self, control: &ControlId, role: Role) -> Vec<(&Step, Option<&Answer>)> {
        let mut all: Vec<(&Step, Option<&Answer>)> = Vec::new();
        for step in &self.steps {
            let now = match step.answer(control, role) {
                Fate::Kept => continue,
                Fate::Became(now) => Some(now),
                Fate::Gone => None,
            };
            if all.last().map_or(now.is_some(), |(_, before)| *before != now) {
                all.push((step, now));
            }
        }
        all
    }

    /// The states that taking back and doing again lead through, at most `most` of each.
    ///
    /// A step that leads to a state of before is read as taking back, and one that leads to what
    /// was taken back as doing again.
    pub fn trail(&self, most: usize) -> Trail {
        let mut trail = Trail::default();
        let mut state = None;
        for step in &self.steps {
            let before = state.clone();
            step.take(&mut state);
            if let (Some(before), Some(now)) = (before, &state) {
                trail.go(before, now, most);
            }
        }
        trail
    }
}

impl Step {
    fn take(&self, state: &mut Option<Assessment>) {
        match (&self.deed, state) {
            (Deed::Open(whole), state) => *state = Some(in_order(whole)),
            (Deed::Change(change), Some(state)) => change.apply(state),
            (Deed::Change(_), None) => {}
        }
    }

    /// What the step makes of an answer.
    fn answer(&self, control: &ControlId, role: Role) -> Fate<&Answer> {
        match &self.deed {
            Deed::Open(whole) => whole.answer(control, role).map_or(Fate::Gone, Fate::Became),
            Deed::Change(change) => change.answer(control, role),
        }
    }
}

/// How many answers and fields differ; the answers of both stand in order.
fn distance(one: &Assessment, other: &Assessment) -> usize {
    let missing = |of: &Assessment, within: &Assessment| {
        let is_there = |it: &&Answer| {
            let name = (&it.control, it.role);
            let found = within.answers.binary_search_by(|it| (&it.control, it.role).cmp(&name));
            found.ok().and_then(|at| within.answers.get(at)) == Some(*it)
        };
        of.answers.iter().filter(|it| !is_there(it)).count()
    };
    let fields = [
        one.title != other.title,
        one.subject != other.subject,
        one.scope != other.scope,
        one.window != other.window,
        one.attestations != other.attestations,
        one.migrations != other.migrations,
    ];
    let differing = fields.into_iter().filter(|it| *it).count();
    missing(one, other) + missing(other, one) + differing
}

/// An assessment with its answers in order of control and role, so that equal ones are equal.
fn in_order(assessment: &Assessment) -> Assessment {
    let mut assessment = assessment.clone();
    sort_by(&mut assessment.answers, |a, b| (&a.control, a.role).cmp(&(&b.control, b.role)));
    assessment
}

impl Trail {
    fn go(&mut self, before: Assessment, now: &Assessment, most: usize) {
        if before == *now {
            return;
        }
        if let Some(at) = self.past.iter().rposition(|it| it == now) {
            let taken = self.past.split_off(at);
            self.future.push(before);
            self.future.extend(taken.into_iter().skip(1).rev());
        } else if let Some(at) = self.future.iter().rposition(|it| it == now) {
            let done = self.future.split_off(at);
            self.past.push(before);
            self.past.extend(done.into_iter().skip(1).rev());
        } else {
            self.future.clear();
            self.past.push(before);
        }
        for states in [&mut self.past, &mut self.future] {
            let n_more = states.len().saturating_sub(most);
            states.drain(..n_more);
        }
    }
}
