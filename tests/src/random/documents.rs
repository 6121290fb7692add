//! Random evidence documents, in series, and the checks that they were asked.

use super::day_near;
use crate::plain;
use kumomori_core::assessment::{Assessment, Window};
use kumomori_core::checks::Checks;
use kumomori_core::date::Date;
use kumomori_core::library::Library;
use kumomori_core::role::Role;
use kumomori_core::testimony::{Hearing, Statement, Testimony, Verdict};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// Documents, and all checks that there are.
#[derive(Debug, Clone)]
pub struct Documents {
    pub testimonies: Vec<Testimony>,
    pub checks: Checks,
    /// Whether it is asked what evidence is missing.
    pub is_asked: bool,
}

impl Documents {
    pub fn hearing(&self) -> Hearing<'_> {
        let checks = self.is_asked.then_some(&self.checks);
        Hearing { testimonies: &self.testimonies, checks }
    }
}

/// One to four series of documents that the checks were asked.
pub fn documents(
    library: &Library,
    assessment: &Assessment,
    checks: Checks,
    as_of: Date,
) -> BoxedStrategy<Documents> {
    let end = |it: Window| it.to.min(as_of);
    let time = Time {
        as_of,
        window: assessment.window.map(|it| Window { from: it.from, to: end(it) }),
        months: library.settings.series_months,
    };
    let all = vec(series(&checks, time), 1..=4).prop_map(|all| all.concat()).prop_shuffle();
    (all, prop::bool::weighted(0.8))
        .prop_map(move |(testimonies, is_asked)| Documents {
            testimonies,
            checks: checks.clone(),
            is_asked,
        })
        .boxed()
}

/// One more document that checks of any kind were asked, of about any day.
pub fn another(assessment: &Assessment, checks: &Checks, as_of: Date) -> BoxedStrategy<Testimony> {
    let time = Time { as_of, window: assessment.window, months: 0 };
    let checks = checks.clone();
    let day = option::weighted(0.9, day_near(as_of));
    (0..checks.kinds.len(), day, select(vec!["", "s1", "s2"]))
        .prop_flat_map(move |(kind, day, source)| {
            testimony(&checks, kind, false, time).prop_map(move |it| Testimony {
                collected: day,
                source: source.into(),
                ..it
            })
        })
        .boxed()
}

/// The day, the observation window up to it, and how many months a series may leave open.
#[derive(Debug, Clone, Copy)]
struct Time {
    as_of: Date,
    window: Option<Window>,
    months: i32,
}

/// Documents of one kind, mostly of one role, source and tool; a steady series may turn at its
/// end.
fn series(checks: &Checks, time: Time) -> BoxedStrategy<Vec<Testimony>> {
    let checks = checks.clone();
    let role = option::weighted(0.8, select(Role::ALL.to_vec()));
    let source = select(vec!["", "s1", "s2"]);
    let manner = (any::<bool>(), prop::bool::weighted(0.2));
    (0..checks.kinds.len(), role, source, manner, days(time))
        .prop_flat_map(move |(kind, role, source, (is_steady, turns), days)| {
            let last = days.iter().max().copied();
            let one = |day| {
                let is_steady = is_steady && !(turns && Some(day) == last);
                testimony(&checks, kind, is_steady, time).prop_map(move |mut it| {
                    it.collected = day;
                    it.source = source.into();
                    it.role = it.role.or(role);
                    it
                })
            };
            days.into_iter().map(one).collect::<Vec<_>>()
        })
        .boxed()
}

/// Days that walk through the window in steps of about as many months as may stay open, or any
/// around the day; some come twice, and some are missing.
fn days(time: Time) -> BoxedStrategy<Vec<Option<Date>>> {
    let any_days = vec(day_near(time.as_of), 1..=4);
    let days = match time.window {
        None => any_days.boxed(),
        Some(window) => prop_oneof![1 => any_days, 5 => walk(window, time.months)].boxed(),
    };
    let doubled = days.prop_flat_map(|days| {
        let n = days.len();
        (Just(days), option::weighted(0.3, 0..n))
    });
    (doubled, option::weighted(0.1, Just(None)))
        .prop_map(|((mut days, twice), undated)| {
            days.extend(twice.map(|idx| days[idx]));
            days.into_iter().map(Some).chain(undated).collect()
        })
        .boxed()
}

/// At most eight days from the first of a window on.
fn walk(window: Window, months: i32) -> impl Strategy<Value = Vec<Date>> {
    let step = (
        prop_oneof![14 => Just(0), 1 => Just(-1), 1 => Just(1)],
        prop_oneof![14 => Just(0), 2 => Just(-1), 1 => Just(1)],
    );
    let is_ahead = prop::bool::weighted(0.3);
    (any::<bool>(), is_ahead, vec(step, 8)).prop_map(move |(is_from_start, is_ahead, steps)| {
        let mut days = Vec::new();
        let mut day = window.from;
        if is_from_start {
            days.push(day);
        }
        for (more_months, more_days) in steps {
            day = moved(day.plus_months(months + more_months), more_days);
            let is_past = day > window.to;
            if !is_past || is_ahead || days.is_empty() {
                days.push(day);
            }
            if is_past {
                break;
            }
        }
        days
    })
}

fn moved(day: Date, days: i32) -> Date {
    match days {
        0 => day,
        1.. => day.next(),
        _ => super::day_before(day),
    }
}

/// A document without day, source and, mostly, role.
fn testimony(
    checks: &Checks,
    kind: usize,
    is_steady: bool,
    time: Time,
) -> impl Strategy<Value = Testimony> + use<> {
    let usual = checks.kinds[kind].fresh_months;
    let fresh_months = prop_oneof![9 => Just(usual), 1 => 0..=14_u8];
    let kind_id = checks.kinds[kind].kind.id.clone();
    let statements: Vec<_> = checks
        .of_kind(kind)
        .map(|check| {
            let statement = Statement {
                check: check.id.clone(),
                severity: check.severity,
                verdict: Verdict::Supports,
                controls: check.controls.clone(),
            };
            let said = verdict(is_steady)
                .prop_map(move |verdict| Statement { verdict, ..statement.clone() });
            option::weighted(0.97, said)
        })
        .collect();
    let role = option::weighted(0.1, select(Role::ALL.to_vec()));
    (tool(is_steady), role, period(time), fresh_months, statements).prop_map(
        move |(tool, role, period, fresh_months, statements)| Testimony {
            tool,
            role,
            period,
            fresh_months,
            statements: statements.into_iter().flatten().collect(),
            ..plain::testimony(&kind_id)
        },
    )
}

/// One tool in several versions, another, or none; a steady series has the one tool.
fn tool(is_steady: bool) -> impl Strategy<Value = Option<String>> {
    let one = select(vec!["toola 1.0", "toola 2", "toola", " toola\t3"]);
    let (others, none) = if is_steady { (0, 0) } else { (2, 2) };
    prop_oneof![
        9 => one.prop_map(Some),
        others => select(vec!["toolb 1.0", "toola-1 1.0"]).prop_map(Some),
        none => Just(None),
        1 => Just(None),
    ]
    .prop_map(|it| it.map(String::from))
}

/// Any verdict; in a steady series mostly the one that supports.
fn verdict(is_steady: bool) -> impl Strategy<Value = Verdict> {
    prop_oneof![
        if is_steady { 40 } else { 3 } => Just(Verdict::Supports),
        1 => Just(Verdict::Contradicts),
        1 => Just(Verdict::Insufficient),
        1 => Just(Verdict::NotApplicable),
    ]
}

/// Mostly no period, else one like the window, or any.
fn period(time: Time) -> BoxedStrategy<Option<Window>> {
    let two_days = (day_near(time.as_of), day_near(time.as_of));
    let any_period = two_days.prop_map(|(a, b)| Window { from: a.min(b), to: a.max(b) });
    let like_window = (Just(time.window), -1..=1_i32, -1..=1_i32).prop_map(|(window, a, b)| {
        window.map(|it| Window { from: moved(it.from, a), to: moved(it.to, b) })
    });
    prop_oneof![5 => Just(None), 1 => any_period.prop_map(Some), 2 => like_window].boxed()
}
