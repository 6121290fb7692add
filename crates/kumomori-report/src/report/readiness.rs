//! What a certification audit or an examination for a SOC 2 report would meet.

mod part;

use super::{Case, Kind, sources};
use crate::document::Document;
use crate::sentence;
use crate::summary::withdrawn;
use crate::table::{Cell, Table, Topic};
use crate::words::{self, Words};
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::control_result::ControlResult;
use kumomori_core::dimension::Status;
use kumomori_core::framework::{Examination, Framework};
use kumomori_core::readiness::{Finding, Outlook, Satisfied, exceptions, satisfied, views};
use kumomori_core::role::View;
use kumomori_core::text::Lang;
use part::{Line, Part};

/// For each target and each examination of it: the outlook, what stands in the way and why.
pub(super) fn report(case: &Case<'_>) -> (Document, Table) {
    let targets = case.assessment.scope.targets.iter();
    let known = targets.filter_map(|it| case.names.library.framework(&it.framework));
    let parts: Vec<(&Framework, Vec<Part<'_>>)> =
        known.map(|it| (it, part::parts(case, it))).collect();
    let mut document = Document::default();
    document.heading(1, case.title(Kind::Readiness));
    document.facts(sources::facts(case));
    document.paragraph(case.word(
        "審査や監査で何が指摘され得るかを、自己評価の回答から読み取ったものです。認証機関や監査人の判断ではなく、それに代わるものでもありません。",
        "It reads off the answers what an audit or an examination could bring up. It is not the judgment of a certification body or an auditor, and does not stand in for it.",
    ));
    for (framework, parts) in &parts {
        of_framework(case, framework, parts, &mut document);
    }
    meanings(case, &parts, &mut document);
    document.heading(2, case.word("この文書の限界", "Limits of this document"));
    document.list(sentence::limits(case.names));
    let rows = parts.iter().flat_map(|(_, parts)| {
        parts.iter().flat_map(|part| part.lines.iter().map(|line| row(case, part, line)))
    });
    let rows = Table { caption: String::new(), head: head(case), rows: rows.collect() };
    (document, rows)
}

fn of_framework(
    case: &Case<'_>,
    framework: &Framework,
    parts: &[Part<'_>],
    document: &mut Document,
) {
    document.heading(2, framework.name.clone());
    withdrawn(case.names, framework, document);
    if let Some(basis) = sentence::provisional(case.names, case.evaluation, framework) {
        document.paragraph(basis);
    }
    if parts.is_empty() {
        document.paragraph(
            case.word("判定できる要求事項がありません。", "No requirement of it can be judged."),
        );
    }
    for part in parts {
        document.heading(3, part.title(case));
        document.facts(part.facts(case));
        if part.needs_window(case) {
            document.paragraph(case.word(
                "観察期間が決まっていないため、期間を通した運用は判断できません。",
                "No observation window is set, so operation over a period cannot be judged.",
            ));
        }
        document.table(short(case, part));
    }
    document.facts(satisfied_facts(case, framework));
    if framework.examination == Examination::Report {
        deviations(case, document);
    }
}

fn head(case: &Case<'_>) -> Vec<String> {
    vec![
        case.word("基準", "Target"),
        case.word("評価の種類", "Examination"),
        case.word("役割", "Role"),
        case.word("番号", "Id"),
        case.word("要求事項", "Requirement"),
        case.word("見込み", "Finding"),
        case.word("決め手", "Decided by"),
    ]
}

fn row(case: &Case<'_>, part: &Part<'_>, line: &Line<'_>) -> Vec<Cell> {
    let (names, framework, id) = (case.names, part.framework, &line.requirement.id);
    let topic = Topic::Requirement(framework.id.clone(), id.clone());
    vec![
        Cell::start(framework.name.clone()),
        Cell::start(names.words(part.examination)),
        Cell::start(names.words(words::view(part.view))),
        Cell::start(id.as_str()).about(topic),
        Cell::start(names.requirement(&framework.id, id)),
        Cell::start(names.words(line.said)),
        Cell::start(line.why.clone()),
    ]
}

/// The requirements of a part that are not fine, the worst first.
fn short(case: &Case<'_>, part: &Part<'_>) -> Table {
    let lines = part
        .kinds
        .iter()
        .filter(|it| !it.is_fine)
        .flat_map(|kind| part.lines.iter().filter(|it| it.said == kind.said));
    let rows = lines.map(|it| row(case, part, it).split_off(3));
    Table { caption: String::new(), head: head(case).split_off(3), rows: rows.collect() }
}

/// What NIST SP 800-53A would say of the requirements, view by view.
fn satisfied_facts(case: &Case<'_>, framework: &Framework) -> Vec<(String, String)> {
    let views = views(case.evaluation, framework);
    let has_many = views.len() > 1;
    let fact = |(view, results): &(View, Vec<_>)| {
        let Satisfied { satisfied, other } = satisfied(case.evaluation, results);
        let name = case.word("NIST SP 800-53Aの見方", "In terms of NIST SP 800-53A");
        let view = case.names.words(words::view(*view));
        let name = match (has_many, case.names.lang) {
            (false, _) => name,
            (true, Lang::Ja) => format!("{name}({view})"),
            (true, Lang::En) => format!("{name} ({})", view.to_lowercase()),
        };
        let said = match case.names.lang {
            Lang::Ja => format!("充足{satisfied}件、充足以外{other}件"),
            Lang::En => format!("{satisfied} satisfied, {other} other than satisfied"),
        };
        (name, said)
    };
    views.iter().map(fact).collect()
}

/// The samples with deviations.
fn deviations(case: &Case<'_>, document: &mut Document) {
    let found = exceptions(case.evaluation);
    if found.is_empty() {
        return;
    }
    document.heading(3, case.word("サンプルテストの逸脱", "Deviations in samples"));
    document.table(Table {
        caption: String::new(),
        head: vec![
            case.word("管理策", "Control"),
            case.word("扱い", "What follows"),
            case.word("サンプルテスト", "Sample"),
        ],
        rows: found.into_iter().filter_map(|it| deviation(case, it)).collect(),
    });
}

fn deviation(case: &Case<'_>, control: &ControlResult<'_>) -> Option<Vec<Cell>> {
    let sample = control.sample?;
    let follows = if sample.is_passed {
        case.word("例外として記し、是正する", "Noted as an exception, to be corrected")
    } else {
        case.word("有効に運用されているとは言えない", "Operation cannot be called effective")
    };
    Some(vec![
        Cell::start(case.names.control_of(&control.control.id, control.role))
            .about(Topic::Control(control.control.id.clone())),
        Cell::start(follows),
        Cell::start(sentence::sample(case.names, &sample)),
    ])
}

/// What the words mean that stand in the document.
fn meanings(case: &Case<'_>, parts: &[(&Framework, Vec<Part<'_>>)], document: &mut Document) {
    let parts = || parts.iter().flat_map(|(_, parts)| parts);
    let outlooks = Outlook::ALL.into_iter().filter(|it| parts().any(|part| part.outlook == *it));
    let outlooks = outlooks.map(|it| (words::outlook(it), words::outlook_meaning(it)));
    let findings = Finding::ALL.map(|it| (words::finding(it), words::finding_meaning(it)));
    let statuses = Status::ALL.map(|it| (words::status(it), words::examined_meaning(it)));
    let mut said = Vec::new();
    for (word, meaning) in findings.into_iter().chain(statuses) {
        let is_used = parts().any(|it| it.kinds.iter().any(|kind| kind.said == word));
        if is_used && !said.contains(&(word, meaning)) {
            said.push((word, meaning));
        }
    }
    let told = |(name, said): (Words, Words)| {
        let word = |it| case.names.words(it).to_owned();
        (word(name), word(said))
    };
    let facts: Vec<_> = outlooks.chain(said).map(told).collect();
    if !facts.is_empty() {
        document.heading(2, case.word("言葉の意味", "What the words mean"));
        document.facts(facts);
    }
}

#[cfg(test)]
mod tests;
