//! When work is done: a bar for each task on a line of days.

use super::frame::{Frame, LINE, Layout, SIGN};
use super::scale::scale_line;
use super::{Node, Picture};
use crate::names::Names;
use crate::table::Table;
use crate::words::Words;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use kumomori_core::date::Date;
use kumomori_core::schedule::Slot;

/// One task.
#[derive(Debug, Clone)]
pub(crate) struct Bar {
    /// What is done.
    pub(crate) title: String,
    /// When.
    pub(crate) slot: Slot,
}

/// Width of a date of the scale.
const DATE: u32 = 66;
/// Height of a bar.
const THICK: u32 = 12;
/// Workdays between two dates of the scale: the first that leaves few enough of them.
const DISTANCES: [u32; 8] = [5, 10, 20, 40, 65, 130, 260, 520];

/// The tasks below one another: those that decide the end filled, the others open with their slack
/// as a line behind them.
pub(crate) fn gantt(
    names: &Names<'_>,
    (title, takeaway): (&str, String),
    bars: &[Bar],
    start: Date,
    table: Table,
) -> Picture {
    let draw = |layout| svg(names, (title, &takeaway), bars, start, Frame::of(layout));
    let (wide, narrow) = (draw(Layout::Wide), draw(Layout::Narrow));
    Picture { takeaway, wide, narrow, table }
}

/// Where days stand: from where, over which width, for how many.
#[derive(Clone, Copy)]
struct Line {
    zero: u32,
    width: u32,
    days: u32,
}

impl Line {
    fn x(self, day: u32) -> u32 {
        self.zero + self.width * day.min(self.days) / self.days.max(1)
    }
}

fn svg(
    names: &Names<'_>,
    (title, takeaway): (&str, &str),
    bars: &[Bar],
    start: Date,
    frame: Frame,
) -> Node {
    let days = bars.iter().map(|it| it.slot.end).max().unwrap_or(0);
    let (zero, most) = match frame.layout {
        Layout::Wide => (frame.zero, 6),
        Layout::Narrow => (8, 4),
    };
    let line = Line { zero, width: frame.width - zero - DATE, days };
    let head = LINE * 2 + 12;
    let mut bottom = head + 8;
    let mut rows = Vec::new();
    for bar in bars {
        let (row, height) = row(bar, frame, line, bottom);
        rows.push(row);
        bottom += height;
    }
    let root = frame.root(names, bottom, (title, takeaway));
    let root = root.with(legend(names, frame).0).with(scale(start, line, most, (head, bottom)));
    rows.into_iter().fold(root, Node::with)
}

/// Dates along the days, with a line down from each.
fn scale(start: Date, line: Line, most: u32, (head, bottom): (u32, u32)) -> Node {
    let few = |it: &u32| line.days / it <= most;
    let distance = DISTANCES.into_iter().find(few).unwrap_or(line.days.max(1));
    let group = Node::element("g", &[("class", "km-grid"), ("font-size", "11")]);
    let days = (0..=line.days / distance).map(|it| it * distance);
    days.fold(group, |group, day| {
        let x = line.x(day).to_string();
        let at = [("x", x.as_str()), ("y", &head.to_string()), ("fill", "currentColor")];
        let date = Node::element("text", &at).text(start.plus_workdays(day).to_string());
        group.with(date).with(scale_line(&x, (head + 4, bottom), false))
    })
}

/// A task with its title, and how high it is.
fn row(bar: &Bar, frame: Frame, line: Line, top: u32) -> (Node, u32) {
    let title = frame.title_lines(&bar.title);
    let n = u32::try_from(title.len()).unwrap_or(1);
    let (middle, height) = match frame.layout {
        Layout::Wide => (top + n * LINE / 2, n * LINE + 6),
        Layout::Narrow => (top + n * LINE + 8, n * LINE + 22),
    };
    let text = |(text, idx): (&String, u32)| {
        let y = (top + 13 + idx * LINE).to_string();
        let look = [("x", "8"), ("y", &y), ("font-size", "13"), ("fill", "currentColor")];
        Node::element("text", &look).text(text.as_str())
    };
    let row = Node::element("g", &[("class", "km-row")]);
    let row = title.iter().zip(0..).map(text).fold(row, Node::with);
    let Slot { start, end, slack, .. } = bar.slot;
    let row = if slack > 0 {
        row.with(spare(line.x(end), line.x(end.saturating_add(slack)), middle))
    } else {
        row
    };
    let width = line.x(end).saturating_sub(line.x(start)).max(3);
    (row.with(block(line.x(start), middle, width, bar.slot.is_critical())), height)
}

/// The bar of a task.
fn block(x: u32, middle: u32, width: u32, is_critical: bool) -> Node {
    let [x, y, width] = [x, middle - THICK / 2, width].map(|it| it.to_string());
    let look: &[(&'static str, &str)] = if is_critical {
        &[("class", "km-operation"), ("fill", "currentColor")]
    } else {
        &[("class", "km-design"), ("fill", "none"), ("stroke", "currentColor")]
    };
    let height = THICK.to_string();
    let at = [("x", x.as_str()), ("y", &y), ("width", &width), ("height", &height), ("rx", "2")];
    Node::element("rect", &[look, &at].concat())
}

/// The time that is left after a task.
fn spare(from: u32, to: u32, middle: u32) -> Node {
    let [from, to, y] = [from, to, middle].map(|it| it.to_string());
    let look = [("class", "km-range"), ("stroke", "currentColor"), ("stroke-dasharray", "3 3")];
    let ends = [("x1", from.as_str()), ("y1", &y), ("x2", &to), ("y2", &y)];
    Node::element("line", &[look.as_slice(), &ends].concat())
}

fn legend(names: &Names<'_>, frame: Frame) -> (Node, u32) {
    let critical = names.words(Words::new("クリティカルパス", "Critical path"));
    let words = [(critical, true), (names.words(Words::new("余裕がある", "Has slack")), false)];
    frame.legend(words, |is_critical, (x, y)| block(x, y, SIGN - 6, is_critical))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::to_svg_text;
    use crate::support::World;
    use kumomori_core::text::Lang;

    #[test]
    fn bars_stand_where_their_days_are() {
        let slot = |start, end, slack| Slot { start, end, slack, person: 0 };
        let bars = [
            Bar { title: "a & b".into(), slot: slot(0, 8, 0) },
            Bar { title: "c".into(), slot: slot(0, 4, 4) },
        ];
        let world = World::new();
        let names = world.names(Lang::En);
        let table = Table { caption: String::new(), head: Vec::new(), rows: Vec::new() };
        let start = "2026-11-23".parse().unwrap();
        let picture = gantt(&names, ("Schedule", "takeaway".into()), &bars, start, table);
        let svg = to_svg_text(&picture.wide);
        assert!(svg.contains("a &amp; b") && !svg.contains(" style="), "{svg}");
        assert!(svg.contains(r#"class="km-operation" fill="currentColor" x="236""#), "{svg}");
        assert!(svg.contains(r#"x1="465" y1="89" x2="694" y2="89""#), "the slack: {svg}");
        assert!(svg.contains(">2026-11-23<") && svg.contains(">2026-11-30<"), "{svg}");
    }
}
