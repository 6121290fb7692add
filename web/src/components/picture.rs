//! Charts of the report as elements of the page.

use crate::components::piece::block;
use crate::dom::{Tag, View, all, live, plain, svg};
use kumomori_report::chart::Node;

/// A chart that is drawn again whenever it changes.
pub(crate) fn picture(chart: impl Fn() -> Option<Node> + 'static) -> View {
    block("picture", live(move || chart().map(|it| draw(&it))))
}

fn draw(node: &Node) -> View {
    match node {
        Node::Text(text) => plain(text),
        Node::Element { name, attributes, children } => {
            let set = |tag: Tag, (key, value): &(&'static str, String)| tag.set(key, value);
            let tag = attributes.iter().fold(svg(name), set);
            tag.with(all(children.iter().map(draw))).view()
        }
    }
}
