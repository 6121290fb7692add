//! One row of the main picture: a domain with its marks.

use super::Node;
use super::frame::{APART, Frame, LINE, Layout, tenths};
use super::mark::{Mark, circle, straight};
use crate::domain::Line;
use crate::names::Names;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use kumomori_core::dimension::Dimension;
use kumomori_core::figures::Means;
use kumomori_core::ladder::Level;

/// A domain with its place.
#[derive(Debug)]
pub(super) struct Row<'a> {
    line: &'a Line<'a>,
    title: Vec<String>,
    top: u32,
    /// Where the middle between its two marks stands.
    pub(super) middle: u32,
}

/// The rows one below the other, and where they end.
pub(super) fn rows<'a>(
    names: &Names<'_>,
    lines: &'a [Line<'a>],
    frame: Frame,
    from: u32,
) -> (Vec<Row<'a>>, u32) {
    let mut rows = Vec::new();
    let mut top = from;
    for line in lines {
        let title = frame.title_lines(names.domain(line.id));
        let n = count(&title);
        rows.push(Row { line, title, top, middle: top + frame.middle(n) });
        top += frame.row_height(n);
    }
    (rows, top)
}

fn count(lines: &[String]) -> u32 {
    u32::try_from(lines.len()).unwrap_or(1)
}

impl Row<'_> {
    /// The row as elements.
    pub(super) fn node(&self, names: &Names<'_>, frame: Frame) -> Node {
        let id = self.line.id.as_str();
        let group = Node::element("g", &[("class", "km-row"), ("data-domain", id)]);
        let titled = self.title_nodes(frame).into_iter().fold(group, Node::with);
        let begun = titled.with(self.levels(names, frame)).with(self.distance(frame));
        let (design, operation) = (&self.line.design.mean, &self.line.operation.mean);
        let half = marks(begun, design, frame, self.middle - APART, Dimension::Design);
        marks(half, operation, frame, self.middle + APART, Dimension::Operation)
    }

    fn title_nodes(&self, frame: Frame) -> Vec<Node> {
        let first = match frame.layout {
            Layout::Wide => self.middle + 5 - (count(&self.title) - 1) * LINE / 2,
            Layout::Narrow => self.top + 14,
        };
        let node = |(text, idx): (&String, u32)| {
            let y = (first + idx * LINE).to_string();
            let look =
                [("class", "km-domain"), ("x", "8"), ("y", y.as_str()), ("fill", "currentColor")];
            Node::element("text", &look).text(text.as_str())
        };
        self.title.iter().zip(0..).map(node).collect()
    }

    fn levels(&self, names: &Names<'_>, frame: Frame) -> Node {
        let (x, y) = match frame.layout {
            Layout::Wide => (frame.x_of_level(Level::FIVE) + 20, self.middle + 4),
            Layout::Narrow => (8, self.top + count(&self.title) * LINE + 14),
        };
        let (x, y) = (x.to_string(), y.to_string());
        let look = [("class", "km-levels"), ("font-size", "12"), ("fill", "currentColor")];
        let at = [("x", x.as_str()), ("y", y.as_str())];
        Node::element("text", &[look.as_slice(), &at].concat()).text(self.line.levels(names))
    }

    /// The shaded distance between design and operation.
    fn distance(&self, frame: Frame) -> Node {
        let operation = frame.x_tenths(self.line.operation.mean.confirmed);
        let design = frame.x_tenths(self.line.design.mean.confirmed);
        let (x, width) = (tenths(operation), tenths(design.saturating_sub(operation)));
        let (y, height) = ((self.middle - APART).to_string(), (2 * APART).to_string());
        let look = [("class", "km-distance"), ("fill", "currentColor"), ("fill-opacity", "0.12")];
        let at = [("x", x.as_str()), ("y", &y), ("width", &width), ("height", &height)];
        Node::element("rect", &[look.as_slice(), &at].concat())
    }
}

/// The range, the ghost where more is claimed than confirmed, and the circle of one dimension.
fn marks(group: Node, means: &Means, frame: Frame, y: u32, dimension: Dimension) -> Node {
    let (low, high) = (frame.x(means.low), frame.x(means.high));
    let confirmed = frame.x(means.confirmed);
    let claimed = frame.x(means.claimed);
    let mark = match dimension {
        Dimension::Design => Mark::Design,
        Dimension::Operation => Mark::Operation,
    };
    let mut group = group.with(straight("km-range", (&low, y), (&high, y)));
    if claimed != confirmed {
        group = group.with(circle(&claimed, y, Mark::Claimed));
    }
    group.with(circle(&confirmed, y, mark))
}
