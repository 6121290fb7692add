//! Where two assessments contradict each other, side by side.

use crate::answers::{Column, written};
use crate::document::Document;
use crate::names::Names;
use crate::number::counted;
use crate::table::{Cell, Table};
use crate::words::{self, Words};
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use kumomori_core::assessment::{Answer, Assessment};
use kumomori_core::merge::{Conflict, Field, Merged, Part};
use kumomori_core::text::Lang;

/// One of two assessments.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// What it is called.
    pub name: Words,
    /// The assessment.
    pub assessment: &'a Assessment,
}

/// How many contradictions there are, and what each side says.
pub fn conflicts(names: &Names<'_>, merged: &Merged, ours: Side<'_>, theirs: Side<'_>) -> Document {
    let mut document = Document::default();
    document.paragraph(summary(names, merged.conflicts.len()));
    let row = |it: &Conflict| {
        let cells = [
            place(names, it),
            what(names, it),
            value(names, ours.assessment, it),
            value(names, theirs.assessment, it),
        ];
        cells.map(Cell::start).into()
    };
    let heads = [Words::new("どこ", "Where"), Words::new("項目", "What"), ours.name, theirs.name];
    if !merged.conflicts.is_empty() {
        document.table(Table {
            caption: String::new(),
            head: heads.map(|it| names.words(it).to_owned()).into(),
            rows: merged.conflicts.iter().map(row).collect(),
        });
    }
    document
}

fn summary(names: &Names<'_>, n: usize) -> String {
    match (n, names.lang) {
        (0, Lang::Ja) => "食い違いはありません。".into(),
        (0, Lang::En) => "Nothing contradicts.".into(),
        (n, Lang::Ja) => {
            format!("両方のファイルで別々に変更され、食い違っているところが{n}件あります。")
        }
        (n, Lang::En) => format!(
            "{} changed in both files, and not in the same way.",
            counted(n, "thing was", "things were")
        ),
    }
}

fn place(names: &Names<'_>, conflict: &Conflict) -> String {
    match conflict {
        Conflict::Whole(_) => names.words(Words::new("評価全体", "The assessment")).to_owned(),
        Conflict::Attestation(id) => id.to_string(),
        Conflict::Answer(control, role, _) => names.control_of(control, *role),
    }
}

fn what(names: &Names<'_>, conflict: &Conflict) -> String {
    let what = match conflict {
        Conflict::Whole(field) => words::field(*field),
        Conflict::Attestation(_) => Words::new("認証または報告書", "Certificate or report"),
        Conflict::Answer(_, _, Part::Sample) => Words::new("サンプル", "Sample"),
        Conflict::Answer(_, _, Part::InheritedFrom) => {
            Words::new("引き継ぐ認証または報告書", "Certificate or report relied on")
        }
        Conflict::Answer(_, _, part) => column(*part).title(),
    };
    names.words(what).to_owned()
}

fn column(part: Part) -> Column {
    match part {
        Part::Design => Column::Design,
        Part::Operation => Column::Operation,
        Part::Owner => Column::Owner,
        Part::Due => Column::Due,
        Part::Note => Column::Note,
        Part::Applicability | Part::Sample | Part::InheritedFrom => Column::Applies,
    }
}

/// What one side says; nothing where that takes more than a line.
fn value(names: &Names<'_>, of: &Assessment, conflict: &Conflict) -> String {
    match conflict {
        Conflict::Whole(Field::Title) => of.title.clone(),
        Conflict::Whole(Field::Subject) => of.subject.name.clone(),
        Conflict::Whole(Field::Window) => {
            of.window.map_or(String::new(), |it| format!("{} - {}", it.from, it.to))
        }
        Conflict::Whole(Field::Scope | Field::Migrations) | Conflict::Attestation(_) => {
            String::new()
        }
        Conflict::Answer(control, role, part) => {
            let blank = Answer::blank(control.clone(), *role);
            said(names, of.answer(control, *role).unwrap_or(&blank), *part)
        }
    }
}

fn said(names: &Names<'_>, answer: &Answer, part: Part) -> String {
    match part {
        Part::Applicability => {
            let columns =
                [Column::Applies, Column::Reason, Column::Justification, Column::DecidedBy];
            let texts = columns.map(|it| written(names, answer, it));
            let texts = texts.into_iter().filter(|it| !it.is_empty());
            texts.collect::<Vec<_>>().join(" / ")
        }
        Part::Sample => answer.sample.map_or(String::new(), |it| {
            let population = it.population.map_or("-".to_owned(), |n| n.to_string());
            format!("{population} / {} / {}", it.tested, it.deviations)
        }),
        Part::InheritedFrom => {
            answer.inherited_from.as_ref().map_or(String::new(), ToString::to_string)
        }
        part => written(names, answer, column(part)),
    }
}
