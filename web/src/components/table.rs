//! Tables of the report as elements.

use crate::components::piece::{all, button};
use crate::state::use_state;
use kumomori_report::table::{Align, Cell, Table};
use leptos::prelude::*;

/// Cells of at most this many characters stay on one line.
const SHORT: usize = 8;
/// Cells of more characters than this get room to be read.
const LONG: usize = 30;

/// A table in a frame in which it may scroll sideways.
pub(crate) fn table(table: Table) -> AnyView {
    framed(table, "")
}

/// A table under a heading that says the same as its caption.
pub(crate) fn table_under_heading(table: Table) -> AnyView {
    framed(table, "unseen")
}

fn framed(table: Table, caption_class: &'static str) -> AnyView {
    let is_number = |idx: usize| {
        let first = table.rows.first().and_then(|row| row.get(idx));
        first.is_some_and(|cell| cell.align == Align::End)
    };
    let numbers: Vec<bool> = (0..table.head.len()).map(is_number).collect();
    let head = all(table
        .head
        .into_iter()
        .zip(numbers)
        .map(|(text, is_number)| head_cell(text, is_number)));
    let rows = all(table.rows.into_iter().map(row));
    let label = Some(table.caption.clone()).filter(|it| !it.is_empty());
    let role = label.is_some().then_some("group");
    view! {
        <div class="frame" role=role tabindex="0" aria-label=label>
            <table>
                <caption>
                    <span class=caption_class>{table.caption}</span>
                </caption>
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn head_cell(text: String, is_number: bool) -> AnyView {
    let class = if is_number { "end" } else { "" };
    view! { <th scope="col" class=class>{text}</th> }.into_any()
}

fn row(cells: Vec<Cell>) -> AnyView {
    let cells = all(cells.into_iter().enumerate().map(|(idx, it)| cell(it, idx == 0)));
    view! { <tr>{cells}</tr> }.into_any()
}

fn cell(cell: Cell, is_first: bool) -> AnyView {
    let class = match cell.align {
        Align::End => "number",
        Align::Start if cell.text.chars().count() <= SHORT => "brief",
        Align::Start if cell.text.chars().count() > LONG => "prose",
        Align::Start => "",
    };
    let state = use_state();
    let text = cell.text.into_any();
    let content = match cell.topic {
        None => text,
        Some(topic) => button("topic", text, move || state.question.set(Some(topic.clone()))),
    };
    if is_first {
        view! { <th scope="row" class=class>{content}</th> }.into_any()
    } else {
        view! { <td class=class>{content}</td> }.into_any()
    }
}
