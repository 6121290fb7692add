//! What a file means against a library and a day, beyond its shape.
//!
//! Every check passes over what the shape has already refused.

use super::reading::{applicability, framework, name};
use crate::diagnostic::{Problem, Severity};
use crate::excerpt::shown;
use crate::findings::Findings;
use crate::json::{Node, Span};
use crate::nearest::nearest;
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use kumomori_core::assessment::Applicability;
use kumomori_core::date::Date;
use kumomori_core::framework::Framework;
use kumomori_core::id::{AttestationId, CategoryId, ControlId, FrameworkRef};
use kumomori_core::library::Library;
use kumomori_core::role::{Role, Roles};

/// Reports everything that the library, the day or the rest of the file contradicts.
pub(super) fn check_meaning(root: &Node, library: &Library, today: Date, findings: &mut Findings) {
    let mut checks = Checks { library, today, findings, scope: scope_roles(root) };
    if let Some(version) = root.get("library").and_then(|it| it.get("version")) {
        checks.version(version);
    }
    if let Some(window) = root.get("window") {
        checks.dates(window);
    }
    let targets = root.get("scope").and_then(|it| it.get("targets"));
    checks.targets(targets.map(Node::items).unwrap_or_default());
    let list = |key| root.get(key).map(Node::items).unwrap_or_default();
    let attestations = checks.attestations(list("attestations"));
    checks.answers(list("answers"), &attestations);
}

fn scope_roles(root: &Node) -> Option<Roles> {
    let roles = root.get("scope")?.get("roles")?.items();
    let is_in = |role: &Role| roles.iter().any(|it| it.text() == Some(role.word()));
    Some(Role::ALL.into_iter().filter(is_in).fold(Roles::NONE, Roles::with))
}

struct Checks<'a> {
    library: &'a Library,
    today: Date,
    findings: &'a mut Findings,
    scope: Option<Roles>,
}

impl Checks<'_> {
    fn version(&mut self, node: &Node) {
        let Some(saved) = node.text().filter(|it| *it != self.library.version) else { return };
        let current = self.library.version.clone();
        self.findings.add(node.span, Problem::OtherLibrary { saved: shown(saved), current });
    }

    fn dates(&mut self, node: &Node) {
        let date = |key| node.get(key).and_then(Node::parsed::<Date>);
        if let (Some(from), Some(to), Some(at)) = (date("from"), date("to"), node.get("from"))
            && from > to
        {
            let related = node.get("to").map_or(at.span, |it| it.span);
            self.findings.add_related(at.span, Problem::DatesReversed { from, to }, related);
        }
    }

    fn targets(&mut self, targets: &[Node]) {
        let mut seen = BTreeMap::new();
        for target in targets {
            let Some(id) = framework(target) else { continue };
            if let Some(first) = seen.get(&id) {
                let problem = Problem::DuplicateTarget { framework: id };
                self.findings.add_related(target.span, problem, *first);
                continue;
            }
            self.framework(target, &id);
            seen.insert(id, target.span);
        }
    }

    fn framework(&mut self, node: &Node, id: &FrameworkRef) {
        if let Some(framework) = self.library.framework(id) {
            return self.categories(node, framework);
        }
        let known = || self.library.frameworks.iter().map(|it| &it.id);
        let is_other_edition = known().any(|it| it.framework == id.framework);
        let key = if is_other_edition { "edition" } else { "framework" };
        let span = node.get(key).map_or(node.span, |it| it.span);
        let known = known().cloned().collect();
        self.findings.add(span, Problem::UnknownFramework { framework: id.clone(), known });
    }

    fn categories(&mut self, node: &Node, framework: &Framework) {
        for item in node.get("categories").map(Node::items).unwrap_or_default() {
            let Some(category) = item.parsed::<CategoryId>() else { continue };
            if framework.categories.iter().any(|it| it.id == category) {
                continue;
            }
            let known = framework.categories.iter().map(|it| it.id.to_string()).collect();
            let (category, framework) = (category.to_string(), framework.id.clone());
            let problem = Problem::UnknownCategory { category, framework, known };
            self.findings.add(item.span, problem);
        }
    }

    fn attestations(&mut self, attestations: &[Node]) -> BTreeMap<AttestationId, Span> {
        let mut seen = BTreeMap::new();
        for node in attestations {
            self.dates(node);
            if let Some(id) = framework(node) {
                self.framework(node, &id);
            }
            for item in node.get("exceptions").map(Node::items).unwrap_or_default() {
                self.exception(item);
            }
            let Some(id) = node.get("id") else { continue };
            let Some(attestation) = id.parsed::<AttestationId>() else { continue };
            if let Some(first) = seen.get(&attestation) {
                let problem = Problem::DuplicateAttestation { attestation };
                self.findings.add_related(id.span, problem, *first);
            } else {
                seen.insert(attestation, id.span);
            }
        }
        seen
    }

    fn exception(&mut self, node: &Node) {
        let Some(control) = node.parsed::<ControlId>() else { return };
        if self.library.control(&control).is_none() {
            let nearest = self.nearest_control(&control);
            self.findings.add(node.span, Problem::UnknownException { control, nearest });
        }
    }

    fn nearest_control(&self, control: &ControlId) -> Option<String> {
        if !self.findings.has_room(Severity::Warning) {
            return None;
        }
        nearest(control.as_str(), self.library.controls.iter().map(|it| it.id.as_str()))
    }

    fn answers(&mut self, answers: &[Node], attestations: &BTreeMap<AttestationId, Span>) {
        let mut seen = BTreeMap::new();
        for answer in answers {
            self.details(answer, attestations);
            let (Some((control, role)), Some(at)) = (name(answer), answer.get("control")) else {
                continue;
            };
            if let Some(first) = seen.get(&(control.clone(), role)) {
                let problem = Problem::DuplicateAnswer { control, role };
                self.findings.add_related(at.span, problem, *first);
                continue;
            }
            self.place_in_library(answer, at, &control, role);
            seen.insert((control, role), at.span);
        }
    }

    fn place_in_library(&mut self, answer: &Node, at: &Node, control: &ControlId, role: Role) {
        let at_role = answer.get("role").unwrap_or(at).span;
        let (library, control) = (self.library, control.clone());
        if let Some(known) = library.control(&control) {
            if !known.roles().contains(role) {
                self.findings.add(at_role, Problem::NoDuty { control, role });
            } else if self.scope.is_some_and(|it| !it.contains(role)) {
                self.findings.add(at_role, Problem::RoleOutOfScope { control, role });
            } else {
                self.exclusion(answer, control, role);
            }
        } else if library.planned.binary_search(&control).is_ok() {
            self.findings.add(at.span, Problem::PlannedControl { control });
        } else {
            let nearest = self.nearest_control(&control);
            self.findings.add(at.span, Problem::UnknownControl { control, nearest });
        }
    }

    fn exclusion(&mut self, answer: &Node, control: ControlId, role: Role) {
        let Some(node) = answer.get("applicability") else { return };
        if let Some(Applicability::NotApplicable(exclusion)) = applicability(node)
            && !exclusion.is_complete()
        {
            self.findings.add(node.span, Problem::Unjustified { control, role });
        }
    }

    fn details(&mut self, answer: &Node, attestations: &BTreeMap<AttestationId, Span>) {
        for entry in answer.get("evidence").map(Node::items).unwrap_or_default() {
            self.not_in_future(entry.get("date"));
        }
        if let Some(sample) = answer.get("sample") {
            self.sample(sample);
        }
        if let Some(node) = answer.get("inherited_from")
            && let Some(attestation) = node.parsed::<AttestationId>()
            && !attestations.contains_key(&attestation)
        {
            let known: Vec<&str> = attestations.keys().map(AttestationId::as_str).collect();
            let nearest = nearest(attestation.as_str(), known);
            self.findings.add(node.span, Problem::UnknownAttestation { attestation, nearest });
        }
    }

    fn not_in_future(&mut self, node: Option<&Node>) {
        let today = self.today;
        if let Some(node) = node
            && let Some(date) = node.parsed::<Date>().filter(|date| *date > today)
        {
            self.findings.add(node.span, Problem::DateInFuture { date, today });
        }
    }

    fn sample(&mut self, node: &Node) {
        let whole = |key| Some((node.get(key)?.whole()?, node.get(key)?.span));
        let (population, tested) = (whole("population"), whole("tested"));
        if let (Some((deviations, span)), Some((tested, related))) = (whole("deviations"), tested)
            && deviations > tested
        {
            let problem = Problem::DeviationsAboveTested { deviations, tested };
            self.findings.add_related(span, problem, related);
        }
        if let (Some((tested, span)), Some((population, related))) = (tested, population)
            && tested > population
        {
            let problem = Problem::TestedAbovePopulation { tested, population };
            self.findings.add_related(span, problem, related);
        }
        let is_automated = node.get("automated").and_then(Node::bool) == Some(true);
        let since = node.get("unchanged_since");
        if let Some(since) = since.filter(|_| !is_automated) {
            self.findings.add(since.span, Problem::UnchangedWithoutAutomated);
        }
        self.not_in_future(since);
    }
}
