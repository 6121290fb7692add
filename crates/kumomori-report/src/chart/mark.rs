//! The marks of the main picture.

use super::Node;
use alloc::string::ToString;

/// What a circle stands for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Mark {
    Design,
    Operation,
    Claimed,
}

/// A circle in the middle of its place.
pub(super) fn circle(x: &str, y: u32, mark: Mark) -> Node {
    let y = y.to_string();
    let at = [("cx", x), ("cy", y.as_str()), ("r", "5")];
    let look: &[(&'static str, &str)] = match mark {
        Mark::Design => &[
            ("class", "km-design"),
            ("fill", "none"),
            ("stroke", "currentColor"),
            ("stroke-width", "2"),
        ],
        Mark::Operation => &[("class", "km-operation"), ("fill", "currentColor")],
        Mark::Claimed => &[
            ("class", "km-claimed"),
            ("fill", "none"),
            ("stroke", "currentColor"),
            ("stroke-dasharray", "2 2"),
        ],
    };
    Node::element("circle", &[look, &at].concat())
}

/// A line from one place to another.
pub(super) fn straight(class: &str, (x1, y1): (&str, u32), (x2, y2): (&str, u32)) -> Node {
    let (y1, y2) = (y1.to_string(), y2.to_string());
    let ends = [("x1", x1), ("y1", y1.as_str()), ("x2", x2), ("y2", y2.as_str())];
    let look = [("class", class), ("stroke", "currentColor")];
    Node::element("line", &[look.as_slice(), &ends].concat())
}
