//! Documents of the report as elements.

use crate::components::picture::picture;
use crate::components::piece::{block as block_of, facts, heading, list, paragraph};
use crate::components::table::table;
use crate::dom::{View, all, el, plain};
use kumomori_report::document::{Block, Document, Score};

/// A document whose own first heading becomes one of level `top`.
pub(crate) fn document_view(document: Document, top: u8) -> View {
    let mut above = String::new();
    all(document.blocks.into_iter().map(|it| block(it, top, &mut above)))
}

fn block(block: Block, top: u8, above: &mut String) -> View {
    match block {
        Block::Heading(level, text) => {
            let heading = heading(level.saturating_sub(1).saturating_add(top), plain(&text));
            *above = text;
            heading
        }
        Block::Paragraph(text) => paragraph("", plain(&text)),
        Block::List(items) => list("", items.iter().map(|it| plain(it))),
        Block::Facts(pairs) => {
            let pairs = pairs.iter().map(|(name, said)| (plain(name), plain(said)));
            facts("facts", pairs.collect())
        }
        Block::Table(it) => table(&it, above),
        Block::Picture(it) => picture(&it),
        Block::Scores(it) => scores(&it, top),
    }
}

fn scores(scores: &[Score], top: u8) -> View {
    let score = |it: &Score| {
        let title = heading(top.saturating_add(2), plain(&it.title));
        let levels = it.levels.iter().map(|(name, said)| (plain(name), plain(said)));
        let lines = list("", it.lines.iter().map(|it| plain(it)));
        el("section")
            .class("score")
            .with(all([title, facts("levels", levels.collect()), lines]))
            .view()
    };
    block_of("scores", all(scores.iter().map(score)))
}
