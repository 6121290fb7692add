//! The questions that are still open with the provider.

use super::unknown::duties;
use super::{Case, Kind};
use crate::document::Document;
use crate::number::counted;
use crate::sentence;
use crate::summary::scope;
use crate::table::{Cell, Table, Topic};
use crate::words;
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::assessment::SubjectKind;
use kumomori_core::control::{Control, Question};
use kumomori_core::control_result::ControlResult;
use kumomori_core::dimension::{Dimension, Status};
use kumomori_core::role::Role;
use kumomori_core::text::Lang;

/// Where an answer is written by hand.
const ROOM: &str = "____________________________________________________________";

/// A control whose provider side is unknown or only claimed.
struct Open<'a> {
    control: &'a Control,
    /// What the assessment says of the provider; `None` where the provider is not judged.
    result: Option<&'a ControlResult<'a>>,
}

/// The questions by domain, each with what a good answer has and with room for one.
pub(super) fn report(case: &Case<'_>) -> (Document, Table) {
    let open = open(case);
    let mut document = Document::default();
    document.heading(1, case.title(Kind::Questions));
    document.facts(scope::facts(case.names, case.assessment, case.evaluation));
    document.paragraph(intro(case));
    document.paragraph(count(case, &open));
    let mut no = 0;
    for domain in &case.names.library.domains {
        let of_domain = open.iter().filter(|it| it.control.domain == domain.id);
        for (idx, it) in of_domain.enumerate() {
            if idx == 0 {
                document.heading(2, case.names.domain(&domain.id));
            }
            ask(case, it, &mut no, &mut document);
        }
    }
    (document, rows(case, &open))
}

fn open<'a>(case: &Case<'a>) -> Vec<Open<'a>> {
    let domains = case.names.library.domains.iter();
    let controls = domains.flat_map(|domain| {
        case.names.library.controls.iter().filter(move |it| it.domain == domain.id)
    });
    let asked =
        controls.filter(|it| it.roles().contains(Role::Provider) && !it.questions.is_empty());
    asked.filter_map(|it| find(case, it)).collect()
}

/// A control, if it is in scope and its provider side is open.
fn find<'a>(case: &Case<'a>, control: &'a Control) -> Option<Open<'a>> {
    let mut found = duties(case).filter(|it| it.control.id == control.id);
    if !case.evaluation.roles.provider {
        return found.next().map(|_| Open { control, result: None });
    }
    let result = found.find(|it| it.role == Role::Provider)?;
    let status = |it: Dimension| result.dimension(it).reading.status(case.evaluation.target);
    let is_open = |it: Dimension| matches!(status(it), Status::Unknown | Status::Claimed);
    Dimension::ALL.into_iter().any(is_open).then_some(Open { control, result: Some(result) })
}

fn intro(case: &Case<'_>) -> String {
    let is_own =
        case.assessment.subject.kind == SubjectKind::Organization && case.evaluation.roles.provider;
    if is_own {
        return case.word(
            "自組織が事業者として尋ねられうる質問のうち、まだ答えられないか、証拠を示せないものです。",
            "What customers may ask and the organization, as a provider, cannot yet answer or cannot yet show.",
        );
    }
    case.word(
        "事業者側が不明か、申告だけで証拠のない管理策についての質問です。回答には日付と証拠を添えるよう求めてください。",
        "About controls whose provider side is unknown, or claimed without evidence. Ask for a date and for evidence with each answer.",
    )
}

fn count(case: &Case<'_>, open: &[Open<'_>]) -> String {
    let n: usize = open.iter().map(|it| it.control.questions.len()).sum();
    match case.names.lang {
        Lang::Ja => format!("管理策{}件、質問{n}件。", open.len()),
        Lang::En => format!(
            "{} about {}.",
            counted(n, "question", "questions"),
            counted(open.len(), "control", "controls")
        ),
    }
}

fn ask(case: &Case<'_>, open: &Open<'_>, no: &mut usize, document: &mut Document) {
    document.heading(3, case.names.control(&open.control.id));
    document.paragraph(known(case, open).join(case.names.between_sentences()));
    for it in &open.control.questions {
        *no += 1;
        let [ask, good] = texts(case, it);
        document.facts(vec![
            (
                match case.names.lang {
                    Lang::Ja => format!("問{no}"),
                    Lang::En => format!("Question {no}"),
                },
                ask,
            ),
            (case.word("よい回答に含まれるもの", "A good answer has"), good),
            (case.word("回答", "Answer"), ROOM.to_owned()),
        ]);
    }
}

fn texts(case: &Case<'_>, question: &Question) -> [String; 2] {
    [question.ask, question.good].map(|it| case.names.prose(it))
}

/// What is known so far of design and of operation.
fn known(case: &Case<'_>, open: &Open<'_>) -> [String; 2] {
    Dimension::ALL.map(|dimension| {
        let name = case.names.words(words::dimension(dimension));
        let said = match open.result {
            None => case.names.words(words::status(Status::Unknown)).to_owned(),
            Some(result) => {
                let reading = result.dimension(dimension).reading;
                sentence::against(case.names, reading, case.evaluation.target)
            }
        };
        match case.names.lang {
            Lang::Ja => format!("{name}: {said}。"),
            Lang::En => format!("{name}: {}.", said.to_lowercase()),
        }
    })
}

fn rows(case: &Case<'_>, open: &[Open<'_>]) -> Table {
    let pairs = open.iter().flat_map(|it| it.control.questions.iter().map(move |q| (it, q)));
    let names = case.names;
    Table {
        caption: case.word("質問", "Questions"),
        head: vec![
            case.word("領域", "Domain"),
            case.word("番号", "No."),
            case.word("管理策ID", "Control id"),
            case.word("管理策", "Control"),
            names.words(words::dimension(Dimension::Design)).to_owned(),
            names.words(words::dimension(Dimension::Operation)).to_owned(),
            case.word("質問", "Question"),
            case.word("よい回答に含まれるもの", "A good answer has"),
            case.word("回答", "Answer"),
        ],
        rows: pairs
            .zip(1_usize..)
            .map(|((it, question), no)| row(case, it, question, no))
            .collect(),
    }
}

fn row(case: &Case<'_>, open: &Open<'_>, question: &Question, no: usize) -> Vec<Cell> {
    let id = &open.control.id;
    let status = |dimension| {
        let reading = open.result.map(|it| it.dimension(dimension).reading);
        let status = reading.map_or(Status::Unknown, |it| it.status(case.evaluation.target));
        Cell::start(case.names.words(words::status(status)))
    };
    let [design, operation] = Dimension::ALL.map(status);
    let [ask, good] = texts(case, question);
    vec![
        Cell::start(case.names.domain(&open.control.domain)),
        Cell::end(no.to_string()),
        Cell::start(id.as_str()),
        Cell::start(case.names.control(id)).about(Topic::Control(id.clone())),
        design,
        operation,
        Cell::start(ask),
        Cell::start(good),
        Cell::start(""),
    ]
}
