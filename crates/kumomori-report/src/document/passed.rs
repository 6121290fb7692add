//! Documents on their way from a worker to a page, as one text.
//!
//! Blocks end with U+001E and their fields with U+001F, which no text keeps: the first field of a
//! block says what it is.

use super::{Block, Document, Score};
use crate::chart::{Name, Node, Picture};
use crate::layout::Align;
use crate::table::{Cell, Table, Topic};
use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

const BLOCK: char = '\u{1e}';
const FIELD: char = '\u{1f}';

const BEGIN: &str = "(";
const END: &str = ")";
const ATTRIBUTE: &str = "=";
const TEXT: &str = "'";
/// Elements within each other, at most.
const MAX_DEPTH: usize = 16;

/// A document as one text.
pub fn to_passed(document: &Document) -> String {
    let mut text = String::new();
    for it in &document.blocks {
        for field in fields(it) {
            text.extend(field.chars().filter(|it| !matches!(*it, BLOCK | FIELD)));
            text.push(FIELD);
        }
        text.push(BLOCK);
    }
    text
}

fn fields(block: &Block) -> Vec<String> {
    let named = |name: &str, rest: Vec<String>| [vec![name.to_owned()], rest].concat();
    match block {
        Block::Heading(level, text) => named("h", vec![level.to_string(), text.clone()]),
        Block::Paragraph(text) => named("p", vec![text.clone()]),
        Block::List(items) => named("l", items.clone()),
        Block::Facts(facts) => {
            named("f", facts.iter().flat_map(|(name, said)| [name.clone(), said.clone()]).collect())
        }
        Block::Table(it) => named("t", table(it)),
        Block::Picture(it) => {
            let mut rest = vec![it.takeaway.clone()];
            nodes(&it.wide, &mut rest);
            nodes(&it.narrow, &mut rest);
            rest.extend(table(&it.table));
            named("g", rest)
        }
        Block::Scores(scores) => named("s", scores.iter().flat_map(score).collect()),
    }
}

fn table(table: &Table) -> Vec<String> {
    let mut fields = vec![table.caption.clone(), table.head.len().to_string()];
    fields.extend(table.head.iter().cloned());
    fields.extend(table.rows.iter().flatten().flat_map(cell));
    fields
}

fn score(score: &Score) -> Vec<String> {
    let Score { title, levels, lines } = score;
    let mut fields = vec![title.clone(), levels.len().to_string(), lines.len().to_string()];
    fields.extend(levels.iter().flat_map(|(name, said)| [name.clone(), said.clone()]));
    fields.extend(lines.iter().cloned());
    fields
}

/// A text with its mark, or an element: its name, its attributes, what is in it, its end.
fn nodes(node: &Node, fields: &mut Vec<String>) {
    match node {
        Node::Text(text) => fields.extend([TEXT.to_owned(), text.clone()]),
        Node::Element { name, attributes, children } => {
            fields.extend([BEGIN.to_owned(), name.to_string()]);
            for (name, value) in attributes {
                fields.extend([ATTRIBUTE.to_owned(), name.to_string(), value.clone()]);
            }
            for child in children {
                nodes(child, fields);
            }
            fields.push(END.to_owned());
        }
    }
}

fn cell(cell: &Cell) -> [String; 3] {
    let align = if cell.align == Align::End { "e" } else { "s" };
    let topic = cell.topic.as_ref().map(Topic::words).unwrap_or_default();
    [cell.text.clone(), align.to_owned(), topic]
}

/// The document of a text that [`to_passed`] made; what is nothing of the kind is left out.
pub fn from_passed(text: &str) -> Document {
    Document { blocks: text.split_terminator(BLOCK).filter_map(block).collect() }
}

fn block(text: &str) -> Option<Block> {
    let mut fields = text.split_terminator(FIELD);
    let mut next = || fields.next().map(str::to_owned);
    Some(match next()?.as_str() {
        "h" => Block::Heading(next()?.parse().ok()?, next()?),
        "p" => Block::Paragraph(next()?),
        "l" => Block::List(core::iter::from_fn(next).collect()),
        "f" => Block::Facts(core::iter::from_fn(|| Some((next()?, next()?))).collect()),
        "t" => Block::Table(read_table(&mut next)?),
        "g" => Block::Picture(Box::new(Picture {
            takeaway: next()?,
            wide: read_root(&mut next)?,
            narrow: read_root(&mut next)?,
            table: read_table(&mut next)?,
        })),
        "s" => Block::Scores(core::iter::from_fn(|| read_score(&mut next)).collect()),
        _ => return None,
    })
}

fn read_table(next: &mut dyn FnMut() -> Option<String>) -> Option<Table> {
    let (caption, n_columns) = (next()?, next()?.parse().ok()?);
    let head = (0..n_columns).map_while(|_| next()).collect();
    let cell = || {
        let (text, align, topic) = (next()?, next()?, next()?);
        let align = if align == "e" { Align::End } else { Align::Start };
        Some(Cell { text, align, topic: Topic::from_words(&topic) })
    };
    let cells: Vec<Cell> = core::iter::from_fn(cell).collect();
    let rows = cells.chunks(usize::max(n_columns, 1)).map(<[Cell]>::to_vec).collect();
    Some(Table { caption, head, rows })
}

fn read_score(next: &mut dyn FnMut() -> Option<String>) -> Option<Score> {
    let title = next()?;
    let (n_levels, n_lines): (usize, usize) = (next()?.parse().ok()?, next()?.parse().ok()?);
    let levels = (0..n_levels).map_while(|_| Some((next()?, next()?))).collect();
    let lines = (0..n_lines).map_while(|_| next()).collect();
    Some(Score { title, levels, lines })
}

fn read_root(next: &mut dyn FnMut() -> Option<String>) -> Option<Node> {
    (next()? == BEGIN).then(|| read_element(next, MAX_DEPTH))?
}

/// An element whose beginning was read.
fn read_element(next: &mut dyn FnMut() -> Option<String>, depth: usize) -> Option<Node> {
    let name = Name::Owned(next()?);
    let (mut attributes, mut children) = (Vec::new(), Vec::new());
    loop {
        match next()?.as_str() {
            END => return Some(Node::Element { name, attributes, children }),
            ATTRIBUTE => attributes.push((Name::Owned(next()?), next()?)),
            TEXT => children.push(Node::Text(next()?)),
            BEGIN => children.push(read_element(next, depth.checked_sub(1)?)?),
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::support::World;
    use crate::{explain, part, summary};
    use kumomori_core::figures::GroupKey;
    use kumomori_core::framework::framework_ref;
    use kumomori_core::role::View;
    use kumomori_core::text::Lang;

    fn topics() -> [Topic; 5] {
        let framework = || framework_ref("alpha", "1").unwrap();
        [
            Topic::Control("first".parse().unwrap()),
            Topic::Requirement(framework(), "A.1".parse().unwrap()),
            Topic::Figure(GroupKey::Overall, View::Both),
            Topic::Figure(GroupKey::Domain("access".parse().unwrap()), View::Customer),
            Topic::Figure(GroupKey::Framework(framework()), View::Provider),
        ]
    }

    #[test]
    fn every_topic_comes_back() {
        for topic in topics() {
            assert_eq!(Topic::from_words(&topic.words()), Some(topic));
        }
        for bad in ["", "control", "control a b", "domain some access", "figure both"] {
            assert_eq!(Topic::from_words(bad), None, "{bad}");
        }
    }

    #[test]
    fn every_document_comes_back() {
        let world = World::new();
        let evaluation = world.evaluation();
        for lang in Lang::ALL {
            let names = world.names(lang);
            let whole = summary::evaluation_document(&names, &world.assessment, &evaluation);
            assert_eq!(from_passed(&to_passed(&whole)), whole);
            let standing = part::standing(&names, &evaluation, View::Both);
            assert_eq!(from_passed(&to_passed(&standing)), standing);
            let topic = Topic::Figure(GroupKey::Overall, View::Both);
            let topic = explain::topic(&names, &world.assessment, &evaluation, &topic);
            let topic = topic.unwrap_or_default();
            assert_eq!(from_passed(&to_passed(&topic)), topic);
        }
    }

    #[test]
    fn marks_within_a_text_are_left_out() {
        let document = Document { blocks: vec![Block::Paragraph("a\u{1f}b\u{1e}c".into())] };
        let expected = Document { blocks: vec![Block::Paragraph("abc".into())] };
        assert_eq!(from_passed(&to_passed(&document)), expected);
    }
}
