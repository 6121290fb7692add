//! Charts of the report as elements of the page.

use crate::components::piece::{block, details_in_print};
use crate::components::table::table;
use crate::dom::{Tag, View, all, el, plain, svg};
use crate::state::use_state;
use crate::text::result::AS_TABLE;
use kumomori_report::chart::{Name, Node, Picture};

/// A chart in both shapes, of which the style sheet shows one, with what it shows in words and as a
/// table.
pub(crate) fn picture(picture: &Picture) -> View {
    let state = use_state();
    let shapes = [("wide-only", &picture.wide), ("narrow-only", &picture.narrow)];
    let shapes = shapes.map(|(class, svg)| block(class, block("picture", draw(svg))));
    let caption = el("figcaption").class("lead").with(plain(&picture.takeaway)).view();
    all([
        el("figure").with(caption).with(all(shapes)).view(),
        details_in_print(state.say(AS_TABLE), table(&picture.table, "")),
    ])
}

fn draw(node: &Node) -> View {
    match node {
        Node::Text(text) => plain(text),
        Node::Element { name, attributes, children } => {
            let set = |tag: Tag, (key, value): &(Name, String)| tag.set(key, value);
            let tag = attributes.iter().fold(svg(name), set);
            tag.with(all(children.iter().map(draw))).view()
        }
    }
}
