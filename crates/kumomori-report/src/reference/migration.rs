//! What becomes of each requirement from one edition to another.

use super::table;
use crate::document::Document;
use crate::names::Names;
use crate::table::Cell;
use crate::words::{self, Words};
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::id::{FrameworkRef, RequirementId};
use kumomori_core::migration::{MigrationRow, Preview, Refusal};
use kumomori_core::text::Lang;

/// A preview, what deserves a second look first.
pub fn preview(
    names: &Names<'_>,
    from: &FrameworkRef,
    to: &FrameworkRef,
    preview: &Preview,
) -> Document {
    let mut document = Document::default();
    document.heading(1, format!("{} -> {}", names.framework(from), names.framework(to)));
    let untouched = Words::new(
        "回答は管理策に属するため、版が変わってもそのまま残る。",
        "Answers belong to controls, so they stay as they are.",
    );
    document.paragraph(names.words(untouched));
    let parts = [
        (Words::new("見直すもの", "To look at again"), &preview.review),
        (Words::new("新しく問われるもの", "Asked for the first time"), &preview.new),
        (Words::new("問われなくなるもの", "Not asked any more"), &preview.gone),
        (Words::new("そのまま引き継ぐもの", "Carried over as it is"), &preview.kept),
    ];
    for (title, rows) in parts {
        let title = names.words(title);
        document.heading(2, format!("{title} ({})", rows.len()));
        document.table(rows_of(names, (from, to), rows));
    }
    document
}

fn rows_of(
    names: &Names<'_>,
    (from, to): (&FrameworkRef, &FrameworkRef),
    rows: &[MigrationRow],
) -> crate::table::Table {
    let head = [
        Words::new("元の番号", "From"),
        Words::new("先の番号", "To"),
        Words::new("要求事項", "Requirement"),
        Words::new("関係", "Relation"),
        Words::new("備考", "Note"),
    ];
    let id = |it: &Option<RequirementId>| it.as_ref().map_or("-", |it| it.as_str()).to_owned();
    let title = |row: &MigrationRow| match (&row.to, &row.from) {
        (Some(it), _) => names.requirement(to, it).to_owned(),
        (None, Some(it)) => names.requirement(from, it).to_owned(),
        (None, None) => String::new(),
    };
    let row = |row: &MigrationRow| {
        vec![
            Cell::start(id(&row.from)),
            Cell::start(id(&row.to)),
            Cell::start(title(row)),
            Cell::start(names.words(words::relation(row.relation))),
            Cell::start(names.prose(row.note)),
        ]
    };
    table(names, &head, rows.iter().map(row).collect())
}

/// Why an assessment cannot be taken to an edition, and what to do.
pub fn refusal(names: &Names<'_>, to: &FrameworkRef, refusal: &Refusal) -> String {
    match (refusal, names.lang) {
        (Refusal::NotATarget, Lang::Ja) => format!(
            "この評価は{}のどの版も目標にしていないため、`{to}`に移せない\n  対処: 先に目標に加える",
            to.framework
        ),
        (Refusal::NotATarget, Lang::En) => format!(
            "no edition of {} is a target of this assessment, so it cannot go to `{to}`\n  help: add it to the targets first",
            to.framework
        ),
        (Refusal::AlreadyTarget, Lang::Ja) => {
            format!("`{to}`はすでにこの評価の目標である\n  対処: 移行は要らない")
        }
        (Refusal::AlreadyTarget, Lang::En) => {
            format!(
                "`{to}` is a target of this assessment already\n  help: there is nothing to migrate"
            )
        }
        (Refusal::NoMigration { from }, Lang::Ja) => format!(
            "`{from}`から`{to}`への対応表がない\n  対処: {}",
            known(names, "次のいずれかを使う: ")
        ),
        (Refusal::NoMigration { from }, Lang::En) => format!(
            "the library does not say how `{from}` corresponds to `{to}`\n  help: {}",
            known(names, "use one of ")
        ),
    }
}

fn known(names: &Names<'_>, before: &str) -> String {
    let pairs = names.library.migrations.iter().map(|it| format!("{} <-> {}", it.from, it.to));
    format!("{before}{}", pairs.collect::<Vec<_>>().join(", "))
}
