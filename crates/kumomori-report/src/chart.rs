//! Pictures, as data: a tree of SVG elements with the sentence and the table that say the same.
//!
//! Looks come from classes that begin with `km-`; presentation attributes carry what a picture
//! needs to be read without a style sheet. There is no inline style.

use crate::table::Table;
use alloc::borrow::{Cow, ToOwned};
use alloc::string::String;
use alloc::vec::Vec;

mod design_operation;
mod frame;
mod gantt;
mod heat_map;
mod legend;
mod mark;
mod row;
mod scale;

pub use design_operation::design_against_operation;
pub(crate) use gantt::{Bar, gantt};
pub(crate) use heat_map::heat_map;

/// A picture with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// What it shows, in one sentence.
    pub takeaway: String,
    /// The picture where there is room; its root is an `svg` element with a title and a description.
    pub wide: Node,
    /// The picture where there is little room.
    pub narrow: Node,
    /// Its figures.
    pub table: Table,
}

/// One node of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// An element of the SVG namespace.
    Element {
        /// Its name.
        name: Name,
        /// Its attributes, in order.
        attributes: Vec<(Name, String)>,
        /// What it contains.
        children: Vec<Node>,
    },
    /// Text, unescaped.
    Text(String),
}

/// The name of an element or an attribute.
pub type Name = Cow<'static, str>;

impl Node {
    pub(crate) fn element(name: &'static str, attributes: &[(&'static str, &str)]) -> Self {
        let attribute =
            |(name, value): &(&'static str, &str)| (Name::Borrowed(*name), (*value).to_owned());
        let attributes = attributes.iter().map(attribute).collect();
        Self::Element { name: Name::Borrowed(name), attributes, children: Vec::new() }
    }

    pub(crate) fn with(mut self, node: Self) -> Self {
        if let Self::Element { children, .. } = &mut self {
            children.push(node);
        }
        self
    }

    pub(crate) fn text(self, text: impl Into<String>) -> Self {
        self.with(Self::Text(text.into()))
    }
}

/// The picture as a document of its own.
pub fn to_svg_text(node: &Node) -> String {
    let mut out = String::new();
    write(node, &mut out);
    out
}

fn write(node: &Node, out: &mut String) {
    match node {
        Node::Text(text) => escape(text, out),
        Node::Element { name, attributes, children } => {
            out.push('<');
            out.push_str(name);
            if name == "svg" {
                out.push_str(" xmlns=\"http://www.w3.org/2000/svg\"");
            }
            for (name, value) in attributes {
                out.push(' ');
                out.push_str(name);
                out.push_str("=\"");
                escape(value, out);
                out.push('"');
            }
            if children.is_empty() {
                out.push_str("/>");
                return;
            }
            out.push('>');
            for child in children {
                write(child, out);
            }
            out.push_str("</");
            out.push_str(name);
            out.push('>');
        }
    }
}

/// Writes a text so that it cannot be read as markup; what XML does not allow becomes a blank.
fn escape(text: &str, out: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' => out.push(letter),
            '\u{fffe}' | '\u{ffff}' => out.push(' '),
            _ if letter.is_control() => out.push(' '),
            _ => out.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_attributes_cannot_become_markup() {
        let node = Node::element("text", &[("class", "a\"><script>")]).text("R&D <b> 'x' \u{7}");
        let expected = "<text class=\"a&quot;&gt;&lt;script&gt;\">\
                        R&amp;D &lt;b&gt; &#39;x&#39;  </text>";
        assert_eq!(to_svg_text(&node), expected);
    }

    #[test]
    fn only_the_root_names_the_namespace() {
        let node = Node::element("svg", &[]).with(Node::element("g", &[]));
        assert_eq!(to_svg_text(&node), "<svg xmlns=\"http://www.w3.org/2000/svg\"><g/></svg>");
    }
}
