//! When work can be done: tasks that wait for others, and people who do one task at a time.
//!
//! Time is counted in workdays from 0. Tasks are taken in their order: each begins as soon as all
//! that it waits for is done and somebody is free. What waits for what, and who is busy with what,
//! together make the chains of which the longest decides the end.

use alloc::vec;
use alloc::vec::Vec;

/// Something to be done by one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Workdays that it takes.
    pub days: u32,
    /// Tasks before it in the list that must be done first.
    pub after: Vec<usize>,
}

/// When a task is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// The first workday.
    pub start: u32,
    /// The workday after the last one.
    pub end: u32,
    /// Workdays by which it may end later without moving the end of all.
    pub slack: u32,
    /// Who does it, from 0.
    pub person: usize,
}

impl Slot {
    /// Whether it decides the end of all.
    pub fn is_critical(&self) -> bool {
        self.slack == 0
    }
}

/// When each task is done by so many people, at least one.
pub fn schedule(tasks: &[Task], n_people: usize) -> Vec<Slot> {
    let mut free = vec![0_u32; n_people.max(1)];
    let mut slots: Vec<Slot> = Vec::with_capacity(tasks.len());
    for task in tasks {
        let done = task.after.iter().filter_map(|it| slots.get(*it)).map(|it| it.end).max();
        let ready = done.unwrap_or(0);
        // Whoever is free last among those who are free in time wastes the least.
        let in_time = (0..free.len()).filter(|it| free.get(*it).is_some_and(|at| *at <= ready));
        let first = || (0..free.len()).min_by_key(|it| free.get(*it).copied());
        let person = in_time.max_by_key(|it| free.get(*it).copied()).or_else(first).unwrap_or(0);
        let start = ready.max(free.get(person).copied().unwrap_or(0));
        let end = start.saturating_add(task.days);
        if let Some(at) = free.get_mut(person) {
            *at = end;
        }
        slots.push(Slot { start, end, slack: 0, person });
    }
    with_slack(tasks, slots)
}

/// The slots with how much later each may end: before the latest start of what waits for it, and of
/// what the same person does next.
fn with_slack(tasks: &[Task], mut slots: Vec<Slot>) -> Vec<Slot> {
    let end = slots.iter().map(|it| it.end).max().unwrap_or(0);
    let mut latest = vec![end; slots.len()];
    for idx in (0..slots.len()).rev() {
        let (Some(slot), Some(task)) = (slots.get(idx).copied(), tasks.get(idx)) else { continue };
        let last = latest.get(idx).copied().unwrap_or(end);
        let must_begin = last.saturating_sub(task.days);
        let before = slots.iter().take(idx).rposition(|it| it.person == slot.person);
        for waited in task.after.iter().copied().chain(before) {
            if let Some(it) = latest.get_mut(waited).filter(|_| waited < idx) {
                *it = must_begin.min(*it);
            }
        }
        if let Some(slot) = slots.get_mut(idx) {
            slot.slack = last.saturating_sub(slot.end);
        }
    }
    slots
}

#[cfg(test)]
mod tests {
    use super::*;

    fn task(days: u32, after: &[usize]) -> Task {
        Task { days, after: after.to_vec() }
    }

    fn times(slots: &[Slot]) -> Vec<(u32, u32, u32)> {
        slots.iter().map(|it| (it.start, it.end, it.slack)).collect()
    }

    #[test]
    fn one_person_does_one_thing_after_the_other() {
        let slots = schedule(&[task(3, &[]), task(1, &[]), task(8, &[])], 1);
        assert_eq!(times(&slots), [(0, 3, 0), (3, 4, 0), (4, 12, 0)]);
    }

    #[test]
    fn two_people_share_what_does_not_wait() {
        let slots = schedule(&[task(8, &[]), task(3, &[]), task(1, &[1])], 2);
        assert_eq!(times(&slots), [(0, 8, 0), (0, 3, 4), (3, 4, 4)]);
        assert!(slots[0].is_critical() && !slots[1].is_critical());
    }

    #[test]
    fn what_waits_begins_when_that_is_done() {
        let slots = schedule(&[task(2, &[]), task(5, &[0]), task(1, &[])], 3);
        assert_eq!(times(&slots), [(0, 2, 0), (2, 7, 0), (0, 1, 6)]);
    }

    #[test]
    fn nothing_to_do_and_nobody_to_do_it_are_no_trouble() {
        assert_eq!(schedule(&[], 0), []);
        assert_eq!(times(&schedule(&[task(2, &[7])], 0)), [(0, 2, 0)]);
    }
}
