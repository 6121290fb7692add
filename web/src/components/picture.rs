//! Charts of the report as elements of the page.

use kumomori_report::chart::Node;
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::Element;

const SVG: &str = "http://www.w3.org/2000/svg";

/// A chart that is drawn again whenever it changes.
pub(crate) fn picture(chart: impl Fn() -> Option<Node> + 'static) -> AnyView {
    let place = NodeRef::<Div>::new();
    Effect::new(move |_| {
        let Some(place) = place.get() else { return };
        place.replace_children_with_node_0();
        if let Some(Node::Element { name, attributes, children }) = chart() {
            // The tree holds names that the report chose, so the browser accepts each of them.
            draw(&place, name, &attributes, &children).unwrap_or_default();
        }
    });
    view! { <div class="picture" node_ref=place></div> }.into_any()
}

fn draw(
    into: &Element,
    name: &str,
    attributes: &[(&'static str, String)],
    children: &[Node],
) -> Result<(), JsValue> {
    let element = document().create_element_ns(Some(SVG), name)?;
    for (key, value) in attributes {
        element.set_attribute(key, value)?;
    }
    for child in children {
        match child {
            Node::Element { name, attributes, children } => {
                draw(&element, name, attributes, children)?;
            }
            Node::Text(text) => element.append_with_str_1(text)?,
        }
    }
    into.append_child(&element)?;
    Ok(())
}
