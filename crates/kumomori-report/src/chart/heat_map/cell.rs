//! One cell: a requirement with its status.

use crate::chart::Node;
use crate::names::Names;
use crate::words;
use alloc::format;
use alloc::string::{String, ToString};
use kumomori_core::dimension::Status;
use kumomori_core::requirement::{RequirementResult, RequirementStatus};

/// Height of a cell.
pub(super) const HEIGHT: u32 = 24;
/// Room for the sign of a status.
pub(super) const MARK: u32 = 20;

/// A cell with its sign, its id, and its name for those who point at it.
pub(super) fn cell(
    names: &Names<'_>,
    result: &RequirementResult<'_>,
    (x, y): (u32, u32),
    width: u32,
) -> Node {
    let (id, status) = (&result.requirement.id, result.status);
    let title = names.requirement(&result.framework.id, id);
    let title = format!("{id} {title}: {}", names.words(words::requirement_status(status)));
    let class = format!("km-cell km-{}", status.word());
    let [left, top, wide, high] = [x, y, width, HEIGHT].map(|it| it.to_string());
    let shade = [
        ("x", left.as_str()),
        ("y", &top),
        ("width", &wide),
        ("height", &high),
        ("rx", "3"),
        ("fill", "currentColor"),
        ("fill-opacity", shade(status)),
        ("stroke", "currentColor"),
        ("stroke-opacity", "0.3"),
    ];
    let (at, base) = ((x + MARK).to_string(), (y + 16).to_string());
    let look = [("x", at.as_str()), ("y", &base), ("font-size", "12"), ("fill", "currentColor")];
    Node::element("g", &[("class", &class)])
        .with(Node::element("title", &[]).text(title))
        .with(Node::element("rect", &shade))
        .with(mark(status, (x + 11, y + HEIGHT / 2)))
        .with(Node::element("text", &look).text(id.as_str()))
}

/// How dark a cell is: the worse, the darker, and never so dark that its text is hard to read.
fn shade(status: RequirementStatus) -> &'static str {
    match status {
        RequirementStatus::Judged(Status::Contradicted) => "0.32",
        RequirementStatus::Judged(Status::Gap) => "0.22",
        RequirementStatus::Judged(Status::Unknown) => "0.1",
        RequirementStatus::Judged(Status::Claimed) => "0.05",
        _ => "0",
    }
}

/// The sign of a status around its middle.
pub(super) fn mark(status: RequirementStatus, (x, y): (u32, u32)) -> Node {
    const LINES: [(&str, &str); 3] =
        [("fill", "none"), ("stroke", "currentColor"), ("stroke-width", "1.6")];
    let path = |look: &[(&'static str, &str)], d: String| {
        Node::element("path", &[look, &[("d", d.as_str())]].concat())
    };
    let circle = format!("M{} {y}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0", x - 5);
    let filled = [("fill", "currentColor")];
    match status {
        RequirementStatus::Judged(Status::Contradicted) => {
            path(&filled, format!("M{x} {}l6 11h-12z", y - 6))
        }
        RequirementStatus::Judged(Status::Gap) => {
            let d = format!("M{} {}l9 9m0 -9l-9 9", x - 4, y - 4);
            path(&LINES, d)
        }
        RequirementStatus::Judged(Status::Unknown) => {
            path(&[LINES.as_slice(), &[("stroke-dasharray", "2.2 2.2")]].concat(), circle)
        }
        RequirementStatus::Judged(Status::Claimed) => path(&LINES, circle),
        RequirementStatus::Judged(Status::Met) => path(&filled, circle),
        RequirementStatus::NotApplicable => path(&LINES, format!("M{} {y}h10", x - 5)),
        RequirementStatus::NotCovered => path(&LINES, format!("M{} {}h4v4h-4z", x - 2, y - 2)),
    }
}
