//! Who does what: the duties of the customer beside those of the provider.

use super::sections::{columns, sections};
use super::shortfalls::both;
use super::{Case, Kind, sources};
use crate::document::Document;
use crate::number::counted;
use crate::table::{Cell, Table, Topic};
use crate::words;
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::control::{Control, Duty};
use kumomori_core::control_result::{Applies, ControlResult};
use kumomori_core::role::Role;
use kumomori_core::text::Lang;

/// A control in scope with both sides of it.
struct Shared<'a> {
    control: &'a Control,
    sides: [Side<'a>; 2],
}

/// What one role has to do with a control.
struct Side<'a> {
    role: Role,
    duty: Option<&'a Duty>,
    /// What the assessment says; `None` where the role has no duty or is not judged.
    result: Option<&'a ControlResult<'a>>,
}

impl Side<'_> {
    /// Whether the duty is judged and nobody has said anything about it.
    fn is_empty(&self) -> bool {
        self.result.is_some_and(|it| {
            it.is_applicable() && !(it.design.is_answered || it.operation.is_answered)
        })
    }
}

/// The controls in scope by domain: the duty of each side with what is said of it, and where
/// nothing is said.
pub(super) fn report(case: &Case<'_>) -> (Document, Table) {
    let shared = shared(case);
    let rows = rows(case, &shared);
    let mut document = Document::default();
    document.heading(1, case.title(Kind::Responsibility));
    document.facts(sources::facts(case));
    document.paragraph(case.word(
        "責務は、選んだサービス形態のものです。どちらの責務かは契約で変わることがあるため、契約書と責任分界の資料に照らしてください。",
        "Duties are those of the chosen service models. A contract may move a duty to the other side: hold the matrix against the contract and the provider's description of shared responsibility.",
    ));
    document.list(counts(case, &shared));
    for (title, table) in sections(&rows) {
        document.heading(2, title);
        document.table(columns(&table, &[1, 3, 4, 5, 6, 7]));
    }
    (document, rows)
}

fn shared<'a>(case: &Case<'a>) -> Vec<Shared<'a>> {
    let library = case.names.library;
    let is_in_scope =
        |idx| Role::ALL.iter().any(|it| result(case, idx, *it).is_some_and(|it| it.is_in_scope));
    let controls = library.domains.iter().flat_map(|domain| {
        let controls = library.controls.iter().enumerate();
        controls.filter(move |(_, it)| it.domain == domain.id)
    });
    let controls = controls.filter(|(idx, _)| is_in_scope(*idx));
    controls
        .map(|(idx, it)| Shared {
            control: it,
            sides: Role::ALL.map(|role| side(case, idx, it, role)),
        })
        .collect()
}

fn result<'a>(case: &Case<'a>, idx: usize, role: Role) -> Option<&'a ControlResult<'a>> {
    case.evaluation.control_at(idx, role)
}

fn side<'a>(case: &Case<'a>, idx: usize, control: &'a Control, role: Role) -> Side<'a> {
    let duty = control.duties.iter().find(|it| it.role == role);
    let result = result(case, idx, role).filter(|it| it.is_in_scope);
    Side { role, duty, result }
}

/// How many controls lie with whom, and how many duties nobody has said anything about.
fn counts(case: &Case<'_>, shared: &[Shared<'_>]) -> Vec<String> {
    let has = |it: &Shared<'_>, role: Role| {
        it.sides.iter().any(|side| side.role == role && side.duty.is_some())
    };
    let count = |is_it: &dyn Fn(&Shared<'_>) -> bool| shared.iter().filter(|it| is_it(it)).count();
    let both = count(&|it| has(it, Role::Customer) && has(it, Role::Provider));
    let customer = count(&|it| has(it, Role::Customer)) - both;
    let provider = count(&|it| has(it, Role::Provider)) - both;
    let split = match case.names.lang {
        Lang::Ja => format!(
            "双方に責務がある管理策{both}件、利用者だけ{customer}件、事業者だけ{provider}件。"
        ),
        Lang::En => format!(
            "{} with duties on both sides, {customer} with one of the customer alone, {provider} with one of the provider alone.",
            counted(both, "control", "controls"),
        ),
    };
    let mut said = vec![split];
    said.extend(Role::ALL.into_iter().filter_map(|role| empty(case, shared, role)));
    said
}

/// How many duties of a role have nothing said about them, or that the role is not judged.
fn empty(case: &Case<'_>, shared: &[Shared<'_>], role: Role) -> Option<String> {
    let sides =
        shared.iter().flat_map(|it| &it.sides).filter(|it| it.role == role && it.duty.is_some());
    let name = case.names.words(words::role(role));
    if !case.assessment.scope.roles.contains(role) {
        let n = sides.count();
        return (n > 0).then(|| match case.names.lang {
            Lang::Ja => format!("{name}の責務{n}件は評価範囲にない。"),
            Lang::En => format!(
                "{} of the {} are not judged.",
                counted(n, "duty", "duties"),
                name.to_lowercase()
            ),
        });
    }
    let n = sides.filter(|it| it.is_empty()).count();
    (n > 0).then(|| match case.names.lang {
        Lang::Ja => format!("{name}の責務のうち{n}件に回答がない。"),
        Lang::En => format!(
            "{} of the {} have no answer.",
            counted(n, "duty", "duties"),
            name.to_lowercase()
        ),
    })
}

fn rows(case: &Case<'_>, shared: &[Shared<'_>]) -> Table {
    let [customer, provider] = Role::ALL.map(|it| case.names.words(words::role(it)));
    let said = |role: &str| match case.names.lang {
        Lang::Ja => format!("{role}の状況"),
        Lang::En => format!("{role}: standing"),
    };
    let duty = |role: &str| match case.names.lang {
        Lang::Ja => format!("{role}の責務"),
        Lang::En => format!("{role}: duty"),
    };
    Table {
        caption: String::new(),
        head: vec![
            case.word("領域", "Domain"),
            case.word("管理策", "Control"),
            case.word("管理策ID", "Control id"),
            duty(customer),
            said(customer),
            duty(provider),
            said(provider),
            case.word("指摘", "Finding"),
        ],
        rows: shared.iter().map(|it| row(case, it)).collect(),
    }
}

fn row(case: &Case<'_>, shared: &Shared<'_>) -> Vec<Cell> {
    let (names, id) = (case.names, &shared.control.id);
    let mut row = vec![
        Cell::start(names.domain(&shared.control.domain)),
        Cell::start(names.control(id)).about(Topic::Control(id.clone())),
        Cell::start(id.as_str()),
    ];
    for side in &shared.sides {
        row.push(Cell::start(duty(case, side)));
        row.push(Cell::start(standing(case, side)));
    }
    let empty = shared.sides.iter().filter(|it| it.is_empty());
    let findings: Vec<String> = empty.map(|it| finding(case, it.role)).collect();
    row.push(Cell::start(findings.join(names.between_sentences())));
    row
}

/// What a side has to do, with what the chosen service models add.
fn duty(case: &Case<'_>, side: &Side<'_>) -> String {
    let Some(duty) = side.duty else { return "-".to_owned() };
    let names = case.names;
    let models = duty.models.iter();
    let models = models.filter(|(it, _)| case.assessment.scope.service_models.contains(it));
    let added = models.map(|(model, text)| {
        let (model, text) = (names.words(words::service_model(*model)), names.prose(*text));
        format!("{model}: {text}")
    });
    let all: Vec<String> = [names.prose(duty.text)].into_iter().chain(added).collect();
    all.join(names.between_sentences())
}

fn standing(case: &Case<'_>, side: &Side<'_>) -> String {
    let names = case.names;
    let Some(result) = side.result else {
        return match side.duty {
            None => "-".to_owned(),
            Some(_) => case.word("評価範囲外", "Not judged"),
        };
    };
    if result.applies == Applies::No {
        return names.words(words::applies(Applies::No)).to_owned();
    }
    if side.is_empty() {
        return case.word("回答なし", "No answer");
    }
    both(case, result.design.reading, result.assured)
}

fn finding(case: &Case<'_>, role: Role) -> String {
    let name = case.names.words(words::role(role));
    match case.names.lang {
        Lang::Ja => format!("{name}の責務に回答がない。"),
        Lang::En => format!("Nothing is said about the duty of the {}.", name.to_lowercase()),
    }
}
