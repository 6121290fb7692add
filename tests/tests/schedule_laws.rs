//! What must hold of every schedule.

use kumomori_core::schedule::{Slot, Task, schedule};
use kumomori_tests::random;
use proptest::prelude::*;
use proptest::sample::Index;

/// Tasks that wait for some of those before them.
fn tasks() -> impl Strategy<Value = Vec<Task>> {
    let task = (0..40_u32, prop::collection::vec(any::<Index>(), 0..3));
    prop::collection::vec(task, 0..40).prop_map(|all| {
        let task = |(idx, (days, after)): (usize, (u32, Vec<Index>))| {
            let after = if idx == 0 { Vec::new() } else { after };
            Task { days, after: after.into_iter().map(|it| it.index(idx)).collect() }
        };
        all.into_iter().enumerate().map(task).collect()
    })
}

fn end(slots: &[Slot]) -> u32 {
    slots.iter().map(|it| it.end).max().unwrap_or(0)
}

proptest! {
    #![proptest_config(random::cases(1_000, 20_000))]

    #[test]
    fn every_task_takes_its_days_after_what_it_waits_for((tasks, people) in (tasks(), 1..6_usize)) {
        let slots = schedule(&tasks, people);
        prop_assert_eq!(slots.len(), tasks.len());
        for (task, slot) in tasks.iter().zip(&slots) {
            prop_assert_eq!(slot.end - slot.start, task.days);
            prop_assert!(slot.person < people);
            prop_assert!(task.after.iter().all(|it| slots[*it].end <= slot.start));
        }
    }

    #[test]
    fn nobody_does_two_things_at_once((tasks, people) in (tasks(), 1..6_usize)) {
        let slots = schedule(&tasks, people);
        for person in 0..people {
            let mine: Vec<&Slot> = slots.iter().filter(|it| it.person == person).collect();
            prop_assert!(mine.windows(2).all(|pair| pair[0].end <= pair[1].start));
        }
    }

    #[test]
    fn a_chain_without_slack_leads_from_the_beginning_to_the_end((tasks, people) in (tasks(), 1..6_usize)) {
        let slots = schedule(&tasks, people);
        let critical: Vec<&Slot> = slots.iter().filter(|it| it.is_critical()).collect();
        prop_assert!(slots.iter().all(|it| it.end + it.slack <= end(&slots)));
        if !slots.is_empty() {
            prop_assert!(critical.iter().any(|it| it.start == 0));
            prop_assert!(critical.iter().any(|it| it.end == end(&slots)));
        }
        for one in critical.iter().filter(|it| it.end < end(&slots)) {
            prop_assert!(critical.iter().any(|it| it.start == one.end), "{one:?} leads on");
        }
    }

    #[test]
    fn people_share_the_work((tasks, people) in (tasks(), 1..6_usize)) {
        let work: u32 = tasks.iter().map(|it| it.days).sum();
        let slots = schedule(&tasks, people);
        prop_assert!(end(&slots) <= work, "somebody is always at work");
        prop_assert!(end(&slots) >= work.div_ceil(u32::try_from(people).unwrap()));
        prop_assert_eq!(end(&schedule(&tasks, 1)), work);
        prop_assert_eq!(slots, schedule(&tasks, people));
    }
}
