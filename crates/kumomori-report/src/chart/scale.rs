//! The scale of the main picture.

use super::Node;
use super::frame::{APART, Frame, Layout};
use super::row::Row;
use alloc::string::ToString;
use alloc::vec;
use alloc::vec::Vec;
use kumomori_core::ladder::Level;

/// Where the lines of the scale run: through the whole in a wide picture, through the marks of each
/// row in a narrow one, so that they do not cross the titles.
pub(super) fn spans(frame: Frame, rows: &[Row<'_>], head: u32, bottom: u32) -> Vec<(u32, u32)> {
    match frame.layout {
        Layout::Wide => vec![(head + 2, bottom)],
        Layout::Narrow => {
            rows.iter().map(|it| (it.middle - 2 * APART, it.middle + 2 * APART)).collect()
        }
    }
}

/// The scale with its numbers; the line of the target stands out by its class and its width.
pub(super) fn scale(frame: Frame, target: Level, head: u32, spans: &[(u32, u32)]) -> Node {
    let group = Node::element("g", &[("class", "km-grid"), ("font-size", "12")]);
    Level::all().fold(group, |group, level| {
        let x = frame.x_of_level(level).to_string();
        let number = Node::element(
            "text",
            &[
                ("x", &x),
                ("y", &(head - 2).to_string()),
                ("text-anchor", "middle"),
                ("fill", "currentColor"),
            ],
        );
        let lines = spans.iter().map(|span| scale_line(&x, *span, level == target));
        lines.fold(group, Node::with).with(number.text(level.number().to_string()))
    })
}

pub(super) fn scale_line(x: &str, (from, to): (u32, u32), is_target: bool) -> Node {
    let (class, opacity, width) =
        if is_target { ("km-target", "0.9", "2") } else { ("km-scale", "0.2", "1") };
    Node::element(
        "line",
        &[
            ("class", class),
            ("stroke", "currentColor"),
            ("stroke-opacity", opacity),
            ("stroke-width", width),
            ("x1", x),
            ("y1", &from.to_string()),
            ("x2", x),
            ("y2", &to.to_string()),
        ],
    )
}
