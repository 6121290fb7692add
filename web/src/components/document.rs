//! Documents of the report as elements.

use crate::components::table::table;
use kumomori_report::document::{Block, Document};
use leptos::prelude::*;

/// A document whose own first heading becomes one of level `top`.
pub(crate) fn document_view(document: Document, top: u8) -> AnyView {
    document.blocks.into_iter().map(|it| block(it, top)).collect_view().into_any()
}

fn block(block: Block, top: u8) -> AnyView {
    match block {
        Block::Heading(level, text) => heading(level.saturating_sub(1).saturating_add(top), text),
        Block::Paragraph(text) => view! { <p>{text}</p> }.into_any(),
        Block::List(items) => {
            let items = items.into_iter().map(|it| view! { <li>{it}</li> }).collect_view();
            view! { <ul>{items}</ul> }.into_any()
        }
        Block::Facts(facts) => {
            let facts = facts
                .into_iter()
                .map(|(name, said)| view! { <div><dt>{name}</dt><dd>{said}</dd></div> })
                .collect_view();
            view! { <dl class="facts">{facts}</dl> }.into_any()
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
