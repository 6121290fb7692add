//! What would change, to read before it does.

use super::{Change, Problem, Taken, Unreadable};
use crate::document::Document;
use crate::names::Names;
use crate::number::counted;
use crate::table::{Cell, Table, Topic};
use crate::words::Words;
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::text::Lang;

/// The changes, then what could not be taken.
pub fn preview(names: &Names<'_>, taken: &Taken) -> Document {
    let mut document = Document::default();
    document.paragraph(summary(names, taken));
    document.table(changes(names, &taken.changes));
    document.table(problems(names, &taken.problems));
    document
}

/// How much was taken, and what could not be.
pub fn left_out(names: &Names<'_>, taken: &Taken) -> Document {
    let mut document = Document::default();
    document.paragraph(summary(names, taken));
    document.table(problems(names, &taken.problems));
    document
}

/// Why nothing of a file could be taken, and what to do.
pub fn refusal(names: &Names<'_>, unreadable: Unreadable) -> Document {
    let mut document = Document::default();
    document.list(unreadable.said(names.lang).into());
    document
}

fn summary(names: &Names<'_>, taken: &Taken) -> String {
    let (rows, changes, problems) = (taken.rows, taken.changes.len(), taken.problems.len());
    match names.lang {
        Lang::Ja if problems == 0 => format!("{rows}行を読み、変更は{changes}件です。"),
        Lang::Ja => format!(
            "{rows}行を読み、変更は{changes}件です。読み取れなかったところが{problems}件あり、そこは元のままになります。"
        ),
        Lang::En => {
            let said = format!(
                "{} read, {}.",
                counted(rows, "row", "rows"),
                counted(changes, "change", "changes")
            );
            let left = format!(
                " {} could not be taken and stays as it was.",
                counted(problems, "cell", "cells")
            );
            if problems == 0 { said } else { said + &left }
        }
    }
}

fn changes(names: &Names<'_>, changes: &[Change]) -> Table {
    let word = |ja, en| names.words(Words::new(ja, en)).to_owned();
    let row = |it: &Change| {
        vec![
            Cell::start(names.control_of(&it.control, it.role))
                .about(Topic::Control(it.control.clone())),
            Cell::start(names.words(it.column.title())),
            Cell::start(shown(names, &it.before)),
            Cell::start(shown(names, &it.after)),
        ]
    };
    Table {
        caption: word("変更", "Changes"),
        head: vec![
            word("管理策", "Control"),
            word("項目", "Part"),
            word("いま", "Now"),
            word("変更後", "Then"),
        ],
        rows: changes.iter().map(row).collect(),
    }
}

fn shown(names: &Names<'_>, text: &str) -> String {
    if text.is_empty() {
        return names.words(Words::new("(なし)", "(nothing)")).to_owned();
    }
    text.to_owned()
}

fn problems(names: &Names<'_>, problems: &[Problem]) -> Table {
    let word = |ja, en| names.words(Words::new(ja, en)).to_owned();
    let row = |it: &Problem| -> Vec<Cell> {
        vec![
            Cell::end(it.line.to_string()),
            Cell::start(names.words(it.column.title())),
            Cell::start(it.text.clone()),
            Cell::start(it.fault.said(names)),
        ]
    };
    Table {
        caption: word("読み取れなかったところ", "What could not be taken"),
        head: vec![
            word("行", "Line"),
            word("項目", "Part"),
            word("書かれている内容", "What stands there"),
            word("対処", "What to do"),
        ],
        rows: problems.iter().map(row).collect(),
    }
}
