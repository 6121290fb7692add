//! Tables in parts, and some of their columns.

use crate::table::{Cell, Table};
use alloc::string::String;
use alloc::vec::Vec;

/// The rows of a table by what stands in its first column, in their order.
pub(super) fn sections(table: &Table) -> Vec<(&str, Table)> {
    let parts = table.rows.chunk_by(|a, b| title(a) == title(b));
    parts
        .map(|rows| {
            let part =
                Table { caption: String::new(), head: table.head.clone(), rows: rows.to_vec() };
            (rows.first().map_or("", |it| title(it)), part)
        })
        .collect()
}

fn title(row: &[Cell]) -> &str {
    row.first().map_or("", |it| it.text.as_str())
}

/// The columns of a table at some places, in the order of the places.
pub(super) fn columns(table: &Table, places: &[usize]) -> Table {
    let head = places.iter().filter_map(|it| table.head.get(*it)).cloned();
    let row = |row: &Vec<Cell>| places.iter().filter_map(|it| row.get(*it)).cloned().collect();
    Table {
        caption: table.caption.clone(),
        head: head.collect(),
        rows: table.rows.iter().map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;

    #[test]
    fn rows_part_where_the_first_column_changes() {
        let row = |a: &str, b: &str| vec![Cell::start(a), Cell::end(b)];
        let table = Table {
            caption: "caption".into(),
            head: vec!["domain".into(), "no".into()],
            rows: vec![row("x", "1"), row("x", "2"), row("y", "3")],
        };
        let parts = sections(&table);
        let sizes: Vec<_> = parts.iter().map(|(title, it)| (*title, it.rows.len())).collect();
        assert_eq!(sizes, [("x", 2), ("y", 1)]);
        let numbers = columns(&table, &[1]);
        assert_eq!(
            (numbers.head, numbers.rows[2].clone()),
            (vec!["no".into()], vec![Cell::end("3")])
        );
    }
}
