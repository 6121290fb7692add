//! What is concluded about each requirement: one cell for each, in the framework's own order and
//! under its own headings.

mod cell;

use super::frame::{Frame, LINE, Layout};
use super::{Node, Picture};
use crate::layout::width;
use crate::names::Names;
use crate::sentence;
use crate::table::{present, requirement_counts};
use crate::words::{self, Words};
use alloc::string::ToString;
use alloc::vec::Vec;
use cell::{HEIGHT, MARK, cell, mark};
use kumomori_core::evaluation::Evaluation;
use kumomori_core::framework::{Framework, Group};
use kumomori_core::requirement::{RequirementResult, RequirementStatus};

const TITLE: Words = Words::new("要求事項の状態", "Status of the requirements");
/// Width of a half-width letter of an id, on the safe side.
const LETTER: u32 = 8;
/// Distance between two cells.
const BETWEEN: u32 = 4;

/// A cell for each requirement in scope, the worse the darker, with a sign for each status.
pub(crate) fn heat_map(
    names: &Names<'_>,
    evaluation: &Evaluation<'_>,
    framework: &Framework,
) -> Picture {
    let results = evaluation.widest_results(&framework.id);
    let takeaway = sentence::heat(names, framework, &results);
    let [wide, narrow] = [Layout::Wide, Layout::Narrow]
        .map(|it| svg(names, framework, &results, Frame::of(it), &takeaway));
    Picture { wide, narrow, table: requirement_counts(names, framework, &results), takeaway }
}

fn svg(
    names: &Names<'_>,
    framework: &Framework,
    results: &[&RequirementResult<'_>],
    frame: Frame,
    takeaway: &str,
) -> Node {
    let (legend, mut bottom) = legend(names, frame, &present(results));
    let mut bands = Vec::new();
    for group in &framework.groups {
        let of_group: Vec<_> =
            results.iter().filter(|it| it.requirement.group == group.id).copied().collect();
        if !of_group.is_empty() {
            let (node, end) = band(names, group, &of_group, frame, bottom);
            bands.push(node);
            bottom = end;
        }
    }
    let root = frame.root(names, bottom, (names.words(TITLE), takeaway)).with(legend);
    bands.into_iter().fold(root, Node::with)
}

/// A heading with its cells, and where it ends.
fn band(
    names: &Names<'_>,
    group: &Group,
    results: &[&RequirementResult<'_>],
    frame: Frame,
    top: u32,
) -> (Node, u32) {
    let longest = results.iter().map(|it| width(it.requirement.id.as_str())).max().unwrap_or(0);
    let wide = MARK + u32::try_from(longest).unwrap_or(0) * LETTER + 8;
    let in_row = ((frame.width - 16) / (wide + BETWEEN)).max(1);
    let lines = frame.whole_lines(&names.heading(group));
    let look = |y: &str| {
        Node::element(
            "text",
            &[("x", "8"), ("y", y), ("fill", "currentColor"), ("font-size", "13")],
        )
    };
    let mut node = Node::element("g", &[("class", "km-row")]);
    let mut y = top + LINE + 4;
    for line in &lines {
        node = node.with(look(&y.to_string()).text(line.as_str()));
        y += LINE;
    }
    let first = y - LINE / 2 - 2;
    let mut end = first;
    for (idx, result) in (0..).zip(results) {
        let x = 8 + idx % in_row * (wide + BETWEEN);
        let y = first + idx / in_row * (HEIGHT + BETWEEN);
        node = node.with(cell(names, result, (x, y), wide));
        end = y + HEIGHT;
    }
    (node, end + 4)
}

fn legend(names: &Names<'_>, frame: Frame, statuses: &[RequirementStatus]) -> (Node, u32) {
    let word = |it: &RequirementStatus| names.words(words::requirement_status(*it));
    let words = statuses.iter().map(|it| (word(it), *it));
    frame.legend(words, |status, (x, y)| mark(status, (x + 10, y)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::to_svg_text;
    use crate::support::{World, iso};
    use kumomori_core::text::Lang;

    fn drawn(lang: Lang) -> Picture {
        let world = World::new();
        let names = world.names(lang);
        heat_map(&names, &world.evaluation(), names.library.framework(&iso()).unwrap())
    }

    #[test]
    fn every_requirement_has_a_cell_with_its_name_and_status() {
        for picture in [drawn(Lang::En).wide, drawn(Lang::En).narrow] {
            let svg = to_svg_text(&picture);
            assert_eq!(svg.matches("class=\"km-cell").count(), 3, "{svg}");
            assert!(svg.contains("<title>9.4.1 Access limits: Not covered</title>"), "{svg}");
            assert!(svg.contains(">12.3.1</text>"), "{svg}");
            assert!(!svg.contains(" style="), "{svg}");
        }
    }

    #[test]
    fn a_status_has_its_sign_beside_its_shade() {
        let svg = to_svg_text(&drawn(Lang::Ja).wide);
        assert!(
            svg.contains("km-cell km-unknown") && svg.contains("km-cell km-not-covered"),
            "{svg}"
        );
        assert!(
            svg.contains(">不明</text>") && svg.contains(">未収録</text>"),
            "the legend: {svg}"
        );
    }
}
