//! Whether every requirement is answered, and for every role that it addresses.

use crate::problem::{Fault, Problem};
use crate::source::{Source, Span};
use kumomori_core::control::ControlRef;
use kumomori_core::framework::{Addressing, Framework, Part, Requirement};
use kumomori_core::library::Library;
use kumomori_core::role::{Role, Roles};

/// How far the requirements of one framework edition are answered, for one role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// The framework edition, such as `iso27017:2015`.
    pub framework: String,
    /// The role.
    pub role: Role,
    /// Requirements that address the role.
    pub requirements: usize,
    /// Those with a whole row.
    pub whole: usize,
    /// Those with part rows.
    pub part: usize,
    /// Related rows.
    pub related: usize,
    /// Those that need a control that is only planned.
    pub not_covered: usize,
}

/// One line per framework edition and role.
pub fn table(library: &Library) -> Vec<Coverage> {
    let of = |framework: &Framework, role| {
        let mut line = Coverage {
            framework: framework.id.to_string(),
            role,
            requirements: 0,
            whole: 0,
            part: 0,
            related: 0,
            not_covered: 0,
        };
        for it in framework.requirements.iter().filter(|it| judged(framework, it).contains(role)) {
            let has = |part| it.rows.iter().any(|row| row.part == part);
            line.requirements += 1;
            line.whole += usize::from(has(Part::Whole));
            line.part += usize::from(has(Part::Part));
            line.related += it.rows.iter().filter(|row| row.part == Part::Related).count();
            line.not_covered += usize::from(it.planned_controls().next().is_some());
        }
        line
    };
    let lines = library.frameworks.iter().flat_map(|it| Role::ALL.map(|role| of(it, role)));
    lines.filter(|it| it.requirements > 0).collect()
}

/// Requirements that nothing answers, or that need controls that are only planned.
pub(crate) fn problems(library: &Library, sources: &[Source]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for framework in &library.frameworks {
        for requirement in &framework.requirements {
            for fault in faults(library, framework, requirement) {
                problems.push(Problem::new(fault, place(framework, requirement, sources)));
            }
        }
    }
    problems
}

fn judged(framework: &Framework, requirement: &Requirement) -> Roles {
    match framework.addressing {
        Addressing::Each => requirement.addresses(),
        Addressing::Provider => Roles { customer: false, provider: true },
    }
}

fn faults(library: &Library, framework: &Framework, requirement: &Requirement) -> Vec<Fault> {
    let name = || requirement.id.to_string();
    if requirement.answering_rows().next().is_none() {
        return vec![Fault::UnansweredRequirement { requirement: name() }];
    }
    let planned: Vec<String> = requirement.planned_controls().map(ToString::to_string).collect();
    if !planned.is_empty() {
        return vec![Fault::NotCovered { requirement: name(), planned }];
    }
    let has_duty = |role: Role| {
        requirement.answering_rows().any(|row| match row.control {
            ControlRef::Known(idx) => {
                library.controls.get(idx).is_some_and(|it| it.roles().contains(role))
            }
            ControlRef::Planned(_) => false,
        })
    };
    judged(framework, requirement)
        .iter()
        .filter(|role| !has_duty(*role))
        .map(|role| Fault::UnansweredRole { requirement: name(), role })
        .collect()
}

/// The first line of the mapping that names a requirement, or the start of the mapping.
fn place(framework: &Framework, requirement: &Requirement, sources: &[Source]) -> Span {
    let path = format!("mappings/{}-{}.yaml", framework.id.framework, framework.id.edition);
    let quoted = format!("\"{}\"", requirement.id);
    let source = sources.iter().find(|it| *it.path == *path);
    let line = source.and_then(|source| {
        source.text.lines().position(|it| it.contains("requirement:") && it.contains(&quoted))
    });
    let mut span = source.map_or_else(|| Source::new(&path, "").start(), Source::start);
    if let Some((source, idx)) = source.zip(line) {
        span.line = u32::try_from(idx + 1).unwrap_or(1);
        let text = source.line(span.line);
        let before = text.split(&quoted).next().unwrap_or_default().chars().count();
        span.column = u32::try_from(before + 1).unwrap_or(1);
        span.len = u32::try_from(quoted.len()).unwrap_or(1);
    }
    span
}
