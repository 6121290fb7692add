//! Documents of the report as elements.

use crate::components::piece::{all, facts, list, paragraph};
use crate::components::table::table;
use kumomori_report::document::{Block, Document};
use leptos::prelude::*;

/// A document whose own first heading becomes one of level `top`.
pub(crate) fn document_view(document: Document, top: u8) -> AnyView {
    all(document.blocks.into_iter().map(|it| block(it, top)))
}

fn block(block: Block, top: u8) -> AnyView {
    match block {
        Block::Heading(level, text) => heading(level.saturating_sub(1).saturating_add(top), text),
        Block::Paragraph(text) => paragraph("", text.into_any()),
        Block::List(items) => list("", items.into_iter().map(IntoAny::into_any)),
        Block::Facts(pairs) => {
            let pairs = pairs.into_iter().map(|(name, said)| (name.into_any(), said.into_any()));
            facts("facts", pairs.collect())
        }
        Block::Table(it) => table(it),
    }
}

fn heading(level: u8, text: String) -> AnyView {
    match level {
        0..=2 => view! { <h2>{text}</h2> }.into_any(),
        3 => view! { <h3>{text}</h3> }.into_any(),
        4 => view! { <h4>{text}</h4> }.into_any(),
        _ => view! { <h5>{text}</h5> }.into_any(),
    }
}
