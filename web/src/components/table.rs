//! Tables of the report as elements.

use crate::components::piece::{self, button, grid, head, row};
use crate::dom::{View, all, el, plain};
use crate::reactive::prelude::*;
use crate::state::use_state;
use kumomori_report::table::{Align, Cell, Table};

/// Cells of at most this many characters stay on one line.
const SHORT: usize = 8;
/// Cells of more characters than this get room to be read.
const LONG: usize = 30;

/// A table in a frame in which it may scroll sideways, named by its caption or else by the heading
/// above it.
pub(crate) fn table(table: &Table, above: &str) -> View {
    let is_number = |idx: usize| {
        let first = table.rows.first().and_then(|row| row.get(idx));
        first.is_some_and(|cell| cell.align == Align::End)
    };
    let numbers: Vec<bool> = (0..table.head.len()).map(is_number).collect();
    let head = table
        .head
        .iter()
        .zip(&numbers)
        .map(|(text, is_number)| head("col", if *is_number { "end" } else { "" }, plain(text)));
    let head = row(head);
    // A row is called by the first of its cells that is not just a number.
    let name = numbers.iter().position(|it| !it).unwrap_or(0);
    let rows = all(table.rows.iter().map(|it| cells(it, name)));
    let caption = Some(table.caption.as_str()).filter(|it| !it.is_empty());
    let label = caption.or(Some(above)).filter(|it| !it.is_empty());
    let role = label.is_some().then_some("group");
    let grid = grid("", caption.map(plain), head, el("tbody").with(rows));
    let frame = el("div").class("frame").set_some("role", role).set("tabindex", "0");
    frame.set_some("aria-label", label).with(grid).view()
}

fn cells(cells: &[Cell], name: usize) -> View {
    row(cells.iter().enumerate().map(|(idx, it)| one_cell(it, idx == name)))
}

fn one_cell(cell: &Cell, is_name: bool) -> View {
    let class = match cell.align {
        Align::End => "number",
        Align::Start if cell.text.chars().count() <= SHORT => "brief",
        Align::Start if cell.text.chars().count() > LONG => "prose",
        Align::Start => "",
    };
    let state = use_state();
    let text = plain(&cell.text);
    let content = match cell.topic.clone() {
        None => text,
        Some(topic) => button("topic", text, move || state.question.set(Some(topic.clone()))),
    };
    if is_name { head("row", class, content) } else { piece::cell(class, content) }
}
