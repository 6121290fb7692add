//! What documents say about each control.

use super::{CheckUse, Heard, Statement, Testimony, TestimonyResult, Verdict};
use crate::assessment::Window;
use crate::date::Date;
use crate::dimension::Dimension;
use crate::evidence::EvidenceUse;
use crate::id::ControlId;
use crate::order::{sort_by, sort_by_key};
use crate::role::{Role, Roles};
use crate::settings::Settings;
use alloc::vec::Vec;

/// What the heard documents say about each dimension of each control.
#[derive(Debug, Default)]
pub(crate) struct Said<'a> {
    /// By control, role and dimension, then check and document.
    uses: Vec<(&'a ControlId, Role, Dimension, CheckUse)>,
}

impl<'a> Said<'a> {
    pub(crate) fn of(
        testimonies: &'a [Testimony],
        results: &[TestimonyResult],
        roles: Roles,
        window: Option<Window>,
        as_of: Date,
        settings: &Settings,
    ) -> Self {
        let mut uses = Vec::new();
        for (testimony, result) in testimonies.iter().zip(results) {
            let Ok(Heard { role, usage }) = result.outcome else { continue };
            let series = series(testimony, testimonies, roles, window, as_of, settings);
            for statement in &testimony.statements {
                let usage = raised(usage, statement, &series, settings);
                for (control, dimension) in &statement.controls {
                    let check = statement.check.clone();
                    let Statement { severity, verdict, .. } = *statement;
                    let check_use = CheckUse { check, severity, verdict, usage };
                    uses.push((control, role, *dimension, check_use));
                }
            }
        }
        sort_by(&mut uses, |a, b| {
            (a.0, a.1, a.2, &a.3.check, a.3.usage.idx).cmp(&(
                b.0,
                b.1,
                b.2,
                &b.3.check,
                b.3.usage.idx,
            ))
        });
        Self { uses }
    }

    /// What is said about one dimension of a control for a role.
    pub(crate) fn about(
        &self,
        control: &ControlId,
        role: Role,
        dimension: Dimension,
    ) -> Vec<CheckUse> {
        let key = (control, role, dimension);
        let start = self.uses.partition_point(|it| (it.0, it.1, it.2) < key);
        let rest = self.uses.get(start..).unwrap_or_default();
        let here = rest.iter().take_while(|it| (it.0, it.1, it.2) == key);
        here.map(|it| it.3.clone()).collect()
    }
}

/// The documents of a series over the window, if they leave no long time open in it.
fn series<'a>(
    testimony: &Testimony,
    all: &'a [Testimony],
    roles: Roles,
    window: Option<Window>,
    as_of: Date,
    settings: &Settings,
) -> Vec<&'a Testimony> {
    let (Some(window), Some(_)) = (window, &testimony.tool) else { return Vec::new() };
    let end = window.to.min(as_of);
    let is_within =
        |it: &&Testimony| it.collected.is_some_and(|day| day >= window.from && day <= end);
    let mut series: Vec<&Testimony> =
        all.iter().filter(|it| it.is_of_series(testimony, roles)).filter(is_within).collect();
    sort_by_key(&mut series, |it| it.collected);
    let mut last = window.from;
    for day in series.iter().filter_map(|it| it.collected).chain([end]) {
        if last.plus_months(settings.series_months) < day {
            return Vec::new();
        }
        last = day;
    }
    if series.len() < 2 { Vec::new() } else { series }
}

/// A document of a series counts as records over the window where all of the series agree.
fn raised(
    usage: EvidenceUse,
    statement: &Statement,
    series: &[&Testimony],
    settings: &Settings,
) -> EvidenceUse {
    let supports = |it: &Statement| it.verdict == Verdict::Supports;
    let agrees = |it: &&Testimony| it.statement(&statement.check).is_some_and(supports);
    let is_supported = supports(statement) && !series.is_empty() && series.iter().all(agrees);
    if usage.because.is_some() || !is_supported {
        return usage;
    }
    let [_, _, covering] = settings.document_grades;
    let given = usage.given.max(covering);
    EvidenceUse { given, counted: Some(given), ..usage }
}
