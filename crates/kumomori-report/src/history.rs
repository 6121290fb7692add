//! The steps of an assessment, and those of one answer.

use crate::answers::{Column, written};
use crate::document::Document;
use crate::names::Names;
use crate::sentence;
use crate::table::{Cell, Table};
use crate::words::{self, Words};
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::assessment::{Answer, Assessment};
use kumomori_core::history::{Change, Deed, Fate, History, Step};
use kumomori_core::id::ControlId;
use kumomori_core::merge::Field;
use kumomori_core::role::Role;
use kumomori_core::text::Lang;
use kumomori_wire::history::Reading;

/// How many controls a step names.
const FIRST: usize = 3;

/// One step as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its number.
    pub seq: u32,
    /// The day and the time, to the minute, by the clock of the browser.
    pub at: String,
    /// The name that the state was given; empty for none.
    pub name: String,
    /// What became another.
    pub what: String,
}

/// The steps in which something happened, the newest first.
pub fn lines(names: &Names<'_>, history: &History) -> Vec<Line> {
    let says = |it: &&Step| it.name.is_some() || it.deed != Deed::Change(Change::default());
    history.steps().iter().rev().filter(says).map(|it| line(names, it)).collect()
}

fn line(names: &Names<'_>, step: &Step) -> Line {
    let (at, name) = (minute(step), step.name.clone().unwrap_or_default());
    Line { seq: step.seq, at, name, what: what(names, &step.deed) }
}

/// The day and the time of a step, to the minute.
fn minute(step: &Step) -> String {
    step.at.get(..16).unwrap_or(&step.at).replace('T', " ")
}

fn what(names: &Names<'_>, deed: &Deed) -> String {
    match deed {
        Deed::Open(_) => {
            names.words(Words::new("評価の開始または読み込み", "Begun or opened")).into()
        }
        Deed::Change(change) => sentence::list(names, &parts(names, change)),
    }
}

/// What a change is about: controls, then parts of the assessment.
fn parts(names: &Names<'_>, change: &Change) -> Vec<String> {
    let answered = change.answers.iter().map(|it| (&it.control, it.role));
    let gone = change.gone.iter().map(|(control, role)| (control, *role));
    let controls: Vec<(&ControlId, Role)> = answered.chain(gone).collect();
    let controls = sentence::first_controls(names, &controls, FIRST);
    let others = [
        (change.title.is_some(), words::field(Field::Title)),
        (change.subject.is_some(), words::field(Field::Subject)),
        (change.scope.is_some(), words::field(Field::Scope)),
        (change.window != Fate::Kept, words::field(Field::Window)),
        (change.attestations.is_some(), Words::new("認証と報告書", "Certificates and reports")),
        (change.migrations.is_some(), words::field(Field::Migrations)),
        (change.library != Fate::Kept, Words::new("ライブラリの版", "Version of the library")),
    ];
    let others = others.into_iter().filter(|it| it.0).map(|it| names.words(it.1).to_owned());
    Some(controls).filter(|it| !it.is_empty()).into_iter().chain(others).collect()
}

/// What can be said of a history as a whole: how long it is, and whether its steps follow from one
/// another and lead to the present assessment, if there is one.
pub fn facts(names: &Names<'_>, reading: &Reading, present: Option<&Assessment>) -> Document {
    let (word, steps) =
        (|ja, en| names.words(Words::new(ja, en)).to_owned(), reading.history.steps());
    let mut document = Document::default();
    let ends = [
        (word("最初の記録", "First step"), steps.first()),
        (word("最後の記録", "Last step"), steps.last()),
    ];
    let ends = ends.into_iter().filter_map(|(name, it)| Some((name, minute(it?))));
    let number = (word("記録の数", "Steps"), steps.len().to_string());
    let hash = (word("最後の記録のSHA-256", "SHA-256 of the last step"), reading.hash().to_owned());
    document.facts([number].into_iter().chain(ends).chain([hash]).collect());
    document.paragraph(chain(names, reading.warnings.len()));
    if present.is_some_and(|it| !leads_to(&reading.history, it)) {
        document.paragraph(names.words(ELSEWHERE).to_owned());
    }
    document
}

/// That a history cannot be read.
pub fn unreadable(names: &Names<'_>) -> Document {
    let mut document = Document::default();
    document.paragraph(names.words(UNREADABLE).to_owned());
    document
}

const UNREADABLE: Words = Words::new(
    "履歴を読み取れませんでした。最初の記録が失われているか、どの記録も壊れています。上書きはしていません。",
    "The history could not be read: its first step is missing, or every step is damaged. Nothing was overwritten.",
);

const ELSEWHERE: Words = Words::new(
    "いまの評価は、最後の記録の時点の評価と一致しません。最後の変更の記録が失われた可能性があります。",
    "The present assessment is not the one after the last step: steps at the end may be missing.",
);

/// Whether the last step of a history leaves an assessment as it is, whatever the library then.
fn leads_to(history: &History, present: &Assessment) -> bool {
    let last = history.steps().last().and_then(|it| history.state(it.seq));
    last.is_some_and(|it| Assessment { library: present.library.clone(), ..it } == *present)
}

fn chain(names: &Names<'_>, n: usize) -> String {
    match (n, names.lang) {
        (0, Lang::Ja) => "どの記録も直前の記録につながっています。上のSHA-256を別の場所に控えておくと、後で書き換えがないことを示せます。".into(),
        (0, Lang::En) => "Every step follows from the one before it. Whoever notes the SHA-256 elsewhere can show later that nothing was changed.".into(),
        (n, Lang::Ja) => format!("直前の記録とつながらないところが{n}か所あります。後から書き換えられた可能性があります。"),
        (n, Lang::En) => format!(
            "{} not follow from the one before it: the history may have been changed afterwards.",
            crate::number::counted(n, "step does", "steps do")
        ),
    }
}

/// The steps of a history as a table.
pub fn steps(names: &Names<'_>, history: &History) -> Table {
    let row = |it: Line| {
        vec![
            Cell::end(it.seq.to_string()),
            Cell::start(it.at),
            Cell::start(it.name),
            Cell::start(it.what),
        ]
    };
    Table {
        caption: String::new(),
        head: heads(names)
            .into_iter()
            .chain([
                names.words(Words::new("名前", "Name")).to_owned(),
                names.words(Words::new("変わったところ", "What changed")).to_owned(),
            ])
            .collect(),
        rows: lines(names, history).into_iter().map(row).collect(),
    }
}

fn heads(names: &Names<'_>) -> [String; 2] {
    [Words::new("記録", "Step"), Words::new("日時", "When")].map(|it| names.words(it).to_owned())
}

/// How the answers about a control became what they are, the newest first.
pub fn answer(names: &Names<'_>, history: &History, control: &ControlId) -> Document {
    let mut document = Document::default();
    for role in Role::ALL {
        let found = history.answers(control, role);
        if !found.is_empty() {
            document.heading(1, names.words(words::role(role)));
            document.table(of_role(names, &found));
        }
    }
    document
}

/// The columns of an answer that are not the same in all steps.
fn of_role(names: &Names<'_>, found: &[(&Step, Option<&Answer>)]) -> Table {
    let text = |answer: Option<&Answer>, it: Column| {
        answer.map_or(String::new(), |at| said(names, at, it))
    };
    let differs = |it: &Column| {
        let mut all = found.iter().map(|(_, answer)| text(*answer, *it));
        let first = all.next();
        matches!(it, Column::Design | Column::Operation) || all.any(|it| Some(it) != first)
    };
    let columns: Vec<Column> = Column::ALL.into_iter().filter(differs).collect();
    let row = |(step, answer): &(&Step, Option<&Answer>)| {
        let evidence = answer.map_or(0, |it| it.evidence.len());
        let first = [Cell::end(step.seq.to_string()), Cell::start(minute(step))];
        let said = columns.iter().map(|it| Cell::start(text(*answer, *it)));
        first.into_iter().chain(said).chain([Cell::end(evidence.to_string())]).collect()
    };
    let titles = columns.iter().map(|it| names.words(it.title()).to_owned());
    let evidence = names.words(Words::new("証跡の数", "Evidence")).to_owned();
    Table {
        caption: String::new(),
        head: heads(names).into_iter().chain(titles).chain([evidence]).collect(),
        rows: found.iter().rev().map(row).collect(),
    }
}

/// A part of an answer; where rungs are not those of a level, the levels that they can mean before
/// them.
fn said(names: &Names<'_>, answer: &Answer, column: Column) -> String {
    let text = written(names, answer, column);
    let ladder = match column {
        Column::Design => answer.design,
        Column::Operation => answer.operation,
        _ => return text,
    };
    if text.is_empty() || ladder.plain_level().is_some() {
        return text;
    }
    match (ladder.low().number(), ladder.high().number()) {
        (low, high) if low == high => format!("{low} ({text})"),
        (low, high) => format!("{low}-{high} ({text})"),
    }
}

#[cfg(test)]
mod tests;
